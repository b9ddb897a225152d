/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of reading one time of the day, shared by time.c, time_words.c
 * and minutes.c. Nobody else includes this.
 */
#ifndef BL_RECOGNISE_TIMING_H
#define BL_RECOGNISE_TIMING_H

#include "recognise/day_period.h"

typedef struct bl_clock {
    size_t first; /* token of the hour */
    size_t behind; /* token behind the hour */
    size_t limit; /* behind the whole */
    size_t minute_at;  /* token of the minutes, or 0 */
    size_t minute_end; /* behind them, where they are words; or 0 */
    size_t second_at;
    int64_t hour;
    int64_t minute;
    int64_t second;
    int64_t other; /* the hour as it is written, where it is counted from
                      another one and may be meant as it is; or 0 */
    bl_day_period period;
    bool sure; /* a sign or word says that it is a time */
    bool in_one; /* hours and minutes are one number: 0200 */
    bool weak; /* the word for the hour may mean another, and nothing beside
                  it says that it is one */
} bl_clock;

/* ---- time.c ------------------------------------------------------------- */

/* 20:30, 20:30:15 */
bool bl_clock_colons(const bl_scan *scan, size_t at, bl_clock *to);

/* The mark of hours that stands before the one at tokens[at], and its first
 * token, or NULL; whether it is one that means nothing else: "alle 20.30", "kl.
 * 20.30". */
const bl_sense *bl_clock_mark_before(const bl_scan *scan, size_t at,
                                     size_t *first);
bool bl_clock_has_mark_before(const bl_scan *scan, size_t at);

/* The part of the day that stands before the hour at tokens[at], over such a
 * mark or not: "akşam saat 7". */
bl_day_period bl_clock_period_before(const bl_scan *scan, size_t at);

void bl_clock_set_minutes(bl_clock *to, size_t at, int64_t minutes);

/* What stands at tokens[at] behind the hour: the half of "8 giờ rưỡi", 三刻;
 * the mark of hours with what follows it; one that says from which hour they
 * are counted. Each moves the limit. */
bool bl_clock_half_hour(const bl_scan *scan, size_t at, bl_clock *to);
bool bl_clock_minutes_in_words(const bl_scan *scan, size_t at, bl_clock *to);
bool bl_clock_hour_mark(const bl_scan *scan, size_t at, bl_clock *to);
bool bl_clock_counted(const bl_scan *scan, size_t at, bl_clock *to);

/* The hour of the day that a period makes of 0 to 12. */
int64_t bl_clock_hour_of_day(int64_t hour, bl_day_period when);

/* 8 p.m. is 20, though other words may call it 8; 8 is 8 or 20; 8 a.m. is
 * nothing else. */
void bl_clock_set_hour(bl_quantity *quantity, int64_t hour,
                       bl_day_period when);

/* Adds what was found; the token behind it. */
size_t bl_clock_add(bl_scan *scan, const bl_clock *from);

/* ---- minutes.c ---------------------------------------------------------- */

/* One value of an hour and the minutes from it, or below zero to it: 8.75. */
void bl_clock_set_minutes_of_hour(bl_quantity *quantity, int64_t hour,
                                  int64_t minutes, bl_day_period when);

/* ---- time_words.c ------------------------------------------------------- */

/* A time that begins with a word that is no number: noon, halb neun, ötkor. */
size_t bl_clock_words(bl_scan *scan, size_t at);

#endif
