/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns text takes on a terminal. */
#ifndef BL_TEXT_WIDTH_H
#define BL_TEXT_WIDTH_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* The same of a character that is not plain. */
int bl_width_of_other(uint32_t c);

/* A character of one column, as all of these are: Basic Latin but for what
 * controls, the letters of Latin-1, Latin Extended-A, -B and Additional. */
static inline bool bl_is_plain(uint32_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0xc0 && c < 0x250) ||
           (c >= 0x1e00 && c < 0x1f00);
}

/* 0 for marks and invisible characters, 2 for wide ones (UAX #11), or 1. */
static inline int bl_width_of(uint32_t c)
{
    return bl_is_plain(c) ? 1 : bl_width_of_other(c);
}

/* Columns of a whole text without line breaks. */
size_t bl_width(bl_str text);

/* Whether the text has a letter of a script written from right to left. */
bool bl_is_right_to_left(bl_str text);

#endif
