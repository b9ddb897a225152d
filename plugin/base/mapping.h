/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is read by looking at it: pages come in when they are touched. */
#ifndef BL_BASE_MAPPING_H
#define BL_BASE_MAPPING_H

#include "bilint/status.h"

#include <stddef.h>

typedef struct bl_mapping {
    const unsigned char *data; /* NULL: nothing is mapped */
    size_t size;
} bl_mapping;

/*
 * Map a regular file, to be read only. The file must not be shortened while
 * it is mapped; writers put a new one in its place instead.
 */
bilint_status bl_mapping_open(bl_mapping *mapping, const char *path,
                              bilint_error *err);

/* Accepts a mapping of nothing. */
void bl_mapping_close(bl_mapping *mapping);

#endif
