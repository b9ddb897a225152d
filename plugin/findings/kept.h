/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ids and texts of a segment that outlive the reader's memory, in one
 * block: of a large document there are many.
 */
#ifndef BL_FINDINGS_KEPT_H
#define BL_FINDINGS_KEPT_H

#include "base/arena.h"
#include "model/segment.h"

typedef enum bl_kept_part {
    BL_KEPT_SOURCE, /* as bl_side_id */
    BL_KEPT_TARGET,
    BL_KEPT_UNIT,
    BL_KEPT_SEGMENT,
    BL_KEPT_PARTS
} bl_kept_part;

typedef struct bl_kept {
    const char *data; /* one behind the other, each with a NUL behind it */
    uint32_t size[BL_KEPT_PARTS]; /* BL_KEPT_NONE: there is no such part */
} bl_kept;

#define BL_KEPT_NONE UINT32_MAX

/* Copy them; those whose pointer is NULL are not there. False when there is
 * no memory, and nothing is there then. */
bool bl_keep(bl_arena *arena, const bl_str parts[BL_KEPT_PARTS], bl_kept *kept);

/* A part; its pointer is NULL where it is not there. */
bl_str bl_kept_get(const bl_kept *kept, bl_kept_part part);

#endif
