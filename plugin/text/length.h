/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long a text is, in what documents count it in: characters, clusters of
 * them (UAX #29), columns, rows, or the bytes of an encoding.
 */
#ifndef BL_TEXT_LENGTH_H
#define BL_TEXT_LENGTH_H

#include "base/str.h"
#include "model/segment.h"

/* How to count. */
typedef struct bl_yardstick {
    uint8_t unit; /* bl_size_unit */
    uint8_t form; /* bl_size_form */
    bool preserve; /* white space counts as it stands: else a run of it is one
                      space, and none at the edges */
    bool before; /* there is text before it, and no edge */
    bool behind; /* the same of text behind it */
} bl_yardstick;

/* Inline codes count nothing. Rows are those that line feeds make, columns
 * those of the longest row. */
uint64_t bl_length(const bl_yardstick *by, bl_str text);

/* The same for one of a row of segments, whose text goes on in the others. */
bl_yardstick bl_yardstick_within(const bl_yardstick *by, size_t index,
                                 size_t count);

/* The same of one side of segments together. What is not translated stays in
 * the target as it is. */
uint64_t bl_length_of_segments(const bl_yardstick *by,
                               const bl_segment *segments, size_t count,
                               bl_side_id side);

/* Where that begins which is too much: the text before it is no longer than
 * `most`. */
uint32_t bl_length_cut(const bl_yardstick *by, bl_str text, uint64_t most);

#endif
