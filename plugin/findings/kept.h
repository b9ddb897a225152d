/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The ids and texts of a segment that outlive the reader's memory, in one
 * piece: of a large document there are many. While it is read, other things
 * take memory too; so long, most of them are packed.
 */
#ifndef BL_FINDINGS_KEPT_H
#define BL_FINDINGS_KEPT_H

#include "base/alloc.h"
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

/* Bytes that such parts take; those whose pointer is NULL are not there. */
size_t bl_kept_room(const bl_str parts[BL_KEPT_PARTS]);

/* Copy them to where there is room for them; to NULL: there is no memory, and
 * nothing is there then. */
void bl_keep(char *to, const bl_str parts[BL_KEPT_PARTS], bl_kept *kept);

/* A part; its pointer is NULL where it is not there. */
bl_str bl_kept_get(const bl_kept *kept, bl_kept_part part);

/* ---- packed ------------------------------------------------------------- */

/* What is kept of segments in a row. */
typedef struct bl_kept_block {
    char *data;
    uint32_t size; /* before it was packed */
    uint32_t segments;
    bool packed;
} bl_kept_block;

typedef struct bl_kept_blocks {
    const bl_alloc *alloc;
    bl_kept_block *items; /* in the order of the segments */
    size_t count;
    size_t room;
    size_t open; /* room of the last */
    bool packing; /* see bl_kept_pack() */
    bool failed; /* no memory: nothing is added any more */
} bl_kept_blocks;

void bl_kept_blocks_init(bl_kept_blocks *blocks, const bl_alloc *alloc);
void bl_kept_blocks_free(bl_kept_blocks *blocks);

/* From now on pack what is kept, and what was kept before. */
void bl_kept_pack(bl_kept_blocks *blocks);

/* Room for the next segment; NULL when there is no memory. What was kept
 * before may be packed, and cannot be read then. */
char *bl_kept_add(bl_kept_blocks *blocks, size_t size);

/* Unpack all; each segment is told where its parts are: `segments` of `stride`
 * bytes, which begin with a bl_kept. False when there is no memory: what is
 * lost is not there then. */
bool bl_kept_unpack(bl_kept_blocks *blocks, void *segments, size_t stride);

#endif
