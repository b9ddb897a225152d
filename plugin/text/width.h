/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns text takes on a terminal. */
#ifndef BL_TEXT_WIDTH_H
#define BL_TEXT_WIDTH_H

#include "base/str.h"

#include <stdint.h>

/* 0 for marks and invisible characters, 2 for wide ones (UAX #11), or 1. */
int bl_width_of(uint32_t c);

/* Columns of a whole text without line breaks. */
size_t bl_width(bl_str text);

/* Whether the text has a letter of a script written from right to left. */
bool bl_is_right_to_left(bl_str text);

#endif
