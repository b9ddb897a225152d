/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns text takes on a terminal. */
#ifndef BL_TEXT_WIDTH_H
#define BL_TEXT_WIDTH_H

#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What bl_width_of() asks ICU of a character that no range below has. */
int bl_width_of_other(uint32_t c);

/* Basic Latin but for what controls; the letters of Latin-1, Latin Extended-A,
 * -B and Additional; Cyrillic but for its marks. */
static inline bool bl_is_narrow(uint32_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0xc0 && c < 0x250) ||
           (c >= 0x400 && c < 0x483) || (c >= 0x48a && c < 0x530) ||
           (c >= 0x1e00 && c < 0x1f00);
}

/* Kana with its marks that are letters, and the unified ideographs. */
static inline bool bl_is_wide(uint32_t c)
{
    return (c >= 0x30a0 && c < 0x3100) || (c >= 0x4e00 && c < 0xa000);
}

/* 0 for marks and invisible characters, 2 for wide ones (UAX #11), or 1. */
static inline int bl_width_of(uint32_t c)
{
    return bl_is_narrow(c) ? 1 : bl_is_wide(c) ? 2 : bl_width_of_other(c);
}

/* Columns of a whole text without line breaks. */
size_t bl_width(bl_str text);

/* Whether the text has a letter of a script written from right to left. */
bool bl_is_right_to_left(bl_str text);

#endif
