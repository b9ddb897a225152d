/* SPDX-License-Identifier: Apache-2.0 */
/* What reading dates and joining their parts share. Nobody else includes this.
 */
#ifndef BL_RECOGNISE_DATING_H
#define BL_RECOGNISE_DATING_H

#include "recognise/scan.h"

#include "text/chars.h"

static inline bool bl_is_year(int64_t value)
{
    return value >= 1000 && value <= 2999;
}

static inline bool bl_is_day(int64_t value)
{
    return value >= 1 && value <= 31;
}

static inline bool bl_is_month(int64_t value)
{
    return value >= 1 && value <= 12;
}

static inline bool bl_is_part_of_year(uint8_t role)
{
    return role == BL_QUANTITY_QUARTER || role == BL_QUANTITY_HALF;
}

/* Commas of all scripts, and what abbreviations end in: a point, the Hebrew
 * geresh, the sign of Devanagari. */
static inline bool bl_is_date_sign(uint32_t c)
{
    return c == ',' || c == '.' || c == '/' || c == 0x060c || c == 0x104a ||
           c == 0x05f3 || c == 0x0970 || bl_is_dash(c) || bl_is_apostrophe(c);
}

/* ---- date.c ------------------------------------------------------------- */

/* A part of a date at tokens [first, limit); NULL: no memory. */
bl_find *bl_date_add(bl_scan *scan, size_t first, size_t limit, int64_t value,
                     uint8_t role);

/* ---- era.c -------------------------------------------------------------- */

/* 令和8年, 民國115年, 昭和51年, of which the first one is 元年: the token behind
 * it, or `at`. */
size_t bl_read_era(bl_scan *scan, size_t at);

/* ---- date_join.c -------------------------------------------------------- */

/* Words beside a weekday at tokens [at, limit) that say it is the night before
 * it, or the one that begins then: the day that others call it, as another
 * reading. */
void bl_note_eve(const bl_scan *scan, size_t at, size_t limit,
                 bl_quantity *quantity);

#endif
