/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times of a race where a point parts minutes from seconds, and a comma these
 * from their hundredths: 2.03,59. They are read as 2:03.59 is, so that both
 * ways of writing have the same parts.
 */
#include "recognise/scan.h"

/* "1.234,5" is a number: between the signs are two digits. The hundredths are
 * left to be read as the number that they are in "2:03.59". */
size_t bl_read_race(bl_scan *scan, size_t at)
{
    enum { MOST = 59 };
    const int64_t minutes = bl_small_number(scan, at, MOST);
    const int64_t seconds = bl_small_number(scan, at + 2, MOST);

    if (minutes < 0 || seconds < 0 || !bl_scan_is(scan, at + 1, '.') ||
        !bl_scan_glued_number(scan, at + 2) ||
        bl_scan_digits(scan, at + 2) != 2 || !bl_scan_is(scan, at + 3, ',') ||
        !bl_scan_glued_number(scan, at + 4))
        return at;
    if (bl_scan_add_time(scan, at, minutes, BL_QUANTITY_HOUR) != NULL)
        bl_scan_add_time(scan, at + 2, seconds, BL_QUANTITY_MINUTE);
    return at + 4;
}
