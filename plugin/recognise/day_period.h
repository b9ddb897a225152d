/* SPDX-License-Identifier: Apache-2.0 */
/* Words that say which half of the day an hour is of: p.m., morning, 午後. */
#ifndef BL_RECOGNISE_DAY_PERIOD_H
#define BL_RECOGNISE_DAY_PERIOD_H

#include "recognise/scan.h"

typedef enum bl_day_period {
    BL_DAY_NONE,
    BL_DAY_AM,
    BL_DAY_PM,
    BL_DAY_NIGHT, /* 11 is late in the evening, 2 early in the morning */
    BL_DAY_MIDDAY /* 11 is in the morning, 2 in the afternoon */
} bl_day_period;

/* The ending that some languages write onto digits: 7-й, 7'de, 7-kor. The token
 * behind it, or `at`. */
size_t bl_skip_time_suffix(const bl_scan *scan, size_t at);

/* One that stands behind an hour, not on the next line; its first letter may be
 * an apostrophe ('s ochtends). The token behind it, or `at`; *flags: those of
 * its sense, unless NULL. */
size_t bl_day_period_behind(const bl_scan *scan, size_t at, bl_day_period *to,
                            uint8_t *flags);

/* One that stands before the hour at token `first`: 午後8時. */
bl_day_period bl_day_period_before(const bl_scan *scan, size_t first,
                                   uint8_t *flags);

#endif
