/* SPDX-License-Identifier: Apache-2.0 */
/* Places: in a text, and in a file. */
#ifndef BL_MODEL_SPAN_H
#define BL_MODEL_SPAN_H

#include <stdbool.h>
#include <stdint.h>

/* Bytes [start, limit) of one side's UTF-8 text. The only unit inside. */
typedef struct bl_span {
    uint32_t start;
    uint32_t limit;
} bl_span;

static inline bool bl_span_overlaps(bl_span a, bl_span b)
{
    return a.start < b.limit && b.start < a.limit;
}

/* From the start of the first to the limit of the second. */
static inline bl_span bl_span_join(bl_span a, bl_span b)
{
    return (bl_span){ a.start < b.start ? a.start : b.start,
                      a.limit > b.limit ? a.limit : b.limit };
}

typedef enum bl_side_id { BL_SOURCE, BL_TARGET } bl_side_id;

/* A place in a file. */
typedef struct bl_position {
    uint64_t offset; /* in bytes of the file */
    uint32_t line;   /* 1-based; 0: there is no file */
    uint32_t column; /* 1-based, in code points */
} bl_position;

#endif
