/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Minutes in words, before their hour or behind it: "half past eight", "halb
 * neun", "Viertel vor neun", "ocho menos cuarto". The hour is one value with
 * its minutes, 8.5 or 8.75.
 */
#include "recognise/timing.h"

/* The hours of a clock's face, which words count on. */
enum { HOURS = 12 };

/* Minutes that stand on one side of their hour: how many after it, or below
 * zero how many before; 0 where there are none. `weak`: of words that say so
 * beside an hour alone as well, "y diez". */
static int64_t minutes_at(const bl_scan *scan, size_t at, bool behind,
                          bool weak, size_t *limit)
{
    const bl_sense_kind kinds[] = { BL_SENSE_MINUTES_TO,
                                    BL_SENSE_MINUTES_PAST };

    for (int i = 0; i < 2; i++) {
        size_t next;
        const bl_sense *sense = bl_scan_sense(scan, at, kinds[i], &next);

        if (sense == NULL ||
            ((sense->flags & BL_SENSE_AFTER) != 0) != behind ||
            (behind && !weak && (sense->flags & BL_SENSE_WEAK) != 0))
            continue;
        *limit = next;
        return kinds[i] == BL_SENSE_MINUTES_TO ? -sense->value : sense->value;
    }
    return 0;
}

int64_t bl_minutes_behind(const bl_scan *scan, size_t at, size_t *limit)
{
    return bl_scan_near(scan, at) ? minutes_at(scan, at, true, true, limit)
                                  : 0;
}

/* The hour of the day that minutes are counted from or to: a quarter to twelve
 * is one of the half of the day that twelve ends. */
static int64_t hour_of_day(int64_t hour, int64_t minutes, bl_day_period when)
{
    if (minutes < 0 && hour == HOURS && when == BL_DAY_AM)
        return HOURS;
    if (minutes < 0 && hour == HOURS && when == BL_DAY_PM)
        return 2 * HOURS;
    return bl_clock_hour_of_day(hour, when);
}

void bl_clock_set_minutes_of_hour(bl_quantity *quantity, int64_t hour,
                                  int64_t minutes, bl_day_period when)
{
    const int64_t day = 24 * 60;
    const int64_t first =
        (hour_of_day(hour, minutes, when) * 60 + minutes + day) % day;
    const int64_t second = (first + day / 2) % day;

    quantity->role = BL_QUANTITY_HOUR;
    quantity->evidence = BL_EVIDENCE_WORD;
    quantity->unit = BL_UNIT_NONE;
    bl_decimal_ratio(first, 60, &quantity->value[0]);
    bl_decimal_ratio(second, 60, &quantity->value[1]);
    quantity->reading_count = 2;
    quantity->native_count = 1;
    if (when != BL_DAY_NONE)
        quantity->flags |= BL_QUANTITY_SETTLED | BL_QUANTITY_HALVED;
}

/* The part of the day beside tokens [first, *limit), and behind it where it is
 * the later one. */
static bl_day_period read_period(const bl_scan *scan, size_t first,
                                 size_t *limit)
{
    size_t from = first;
    const bl_sense *mark = bl_clock_mark_before(scan, first, &from);
    bl_day_period found =
        bl_day_period_before(scan, mark != NULL ? from : first, NULL);

    if (found == BL_DAY_NONE)
        *limit = bl_day_period_behind(scan, *limit, &found, NULL);
    return found;
}

/* Whether a part of the day begins there, whose first word may be that of a
 * unit: "a quarter past seven in the morning". */
static bool is_of_day(const bl_scan *scan, size_t at)
{
    return bl_scan_has(scan, at, BL_SENSE_AM) ||
           bl_scan_has(scan, at, BL_SENSE_PM) ||
           bl_scan_has(scan, at, BL_SENSE_NIGHT) ||
           bl_scan_has(scan, at, BL_SENSE_MIDDAY);
}

/* A unit whose sign is not a word of the language as well: "halb neun in
 * Berlin". */
static bool has_unit(const bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *unit = bl_scan_sense(scan, at, BL_SENSE_UNIT, &limit);

    return unit != NULL && (unit->flags & BL_SENSE_WEAK) == 0;
}

/* "सवा पाँच किलो" are 5.25 kg, and no time; nor does one begin in "a quarter
 * to 1.5 million". */
static bool is_measured(const bl_scan *scan, size_t at)
{
    if ((bl_scan_is(scan, at, '.') || bl_scan_is(scan, at, ',')) &&
        bl_scan_glued_number(scan, at + 1))
        return true;
    return bl_scan_near(scan, at) &&
           !bl_scan_has(scan, at, BL_SENSE_HOUR_MARK) &&
           !is_of_day(scan, at) &&
           (bl_scan_has(scan, at, BL_SENSE_SCALE) ||
            has_unit(scan, at) ||
            bl_scan_has(scan, at, BL_SENSE_CURRENCY) ||
            bl_scan_has(scan, at, BL_SENSE_PERCENT));
}

/* The hour at tokens[at], in digits, in words or in one word with its ending
 * ("fél kilenckor"), and the token behind it; or -1. */
static int64_t read_hour(const bl_scan *scan, size_t at, size_t *limit)
{
    const int64_t hour = bl_small_number(scan, at, HOURS);
    const bl_sense *clock = bl_scan_sense(scan, at, BL_SENSE_CLOCK, limit);
    bl_spelled spelled;

    if (clock != NULL)
        return clock->value;
    *limit = at + 1;
    if (hour > 0)
        return hour;
    if (hour == 0 || !bl_read_spelled(scan, at, &spelled))
        return -1;
    *limit = spelled.limit;
    return bl_decimal_small(spelled.value, HOURS);
}

bool bl_are_no_minutes(const bl_scan *scan, size_t at)
{
    size_t next;
    size_t limit;
    int64_t hour;

    if (minutes_at(scan, at, false, true, &next) == 0 ||
        !bl_scan_near(scan, next))
        return false;
    if (bl_scan_has(scan, next, BL_SENSE_CURRENCY))
        return true;
    hour = read_hour(scan, next, &limit);
    return hour < 0 ? scan->tokens[next].kind == BL_TOKEN_NUMBER
                    : is_measured(scan, limit);
}

size_t bl_read_minutes_before(bl_scan *scan, size_t at)
{
    size_t next;
    const int64_t minutes = minutes_at(scan, at, false, true, &next);
    size_t limit;
    int64_t hour;
    bl_find *find;

    if (minutes == 0 || !bl_scan_near(scan, next))
        return at;
    hour = read_hour(scan, next, &limit);
    if (hour < 0 || is_measured(scan, limit))
        return at;
    find = bl_scan_add(scan, at, limit);
    if (find == NULL)
        return limit;
    find->kind = BL_ENTITY_TIME;
    find->quantity.span = bl_scan_span(scan, at, limit);
    bl_clock_set_minutes_of_hour(&find->quantity, hour, minutes,
                                 read_period(scan, at, &limit));
    find->limit = (uint32_t)limit;
    return limit;
}

int64_t bl_spelled_minutes(const bl_scan *scan, size_t at, size_t *end,
                           size_t *limit)
{
    bl_spelled spelled;
    size_t behind;
    int64_t minutes;

    if (!bl_scan_near(scan, at) || scan->tokens[at].word == NULL ||
        !bl_read_spelled(scan, at, &spelled) ||
        bl_scan_sense_near(scan, spelled.limit, BL_SENSE_MINUTE_MARK,
                           &behind) == NULL)
        return -1;
    minutes = bl_decimal_small(spelled.value, 59);
    if (minutes >= 0) {
        *end = spelled.limit;
        *limit = behind;
    }
    return minutes;
}

size_t bl_read_minutes_of(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t limit;
    const int64_t hour = bl_decimal_small(quantity->value[0], HOURS);
    const int64_t minutes =
        hour < 1 || quantity->scale != 0 ||
                quantity->fraction_digits != 0 || !bl_scan_near(scan, at)
            ? 0
            : minutes_at(scan, at, true, false, &limit);

    if (minutes == 0)
        return at;
    find->kind = BL_ENTITY_TIME;
    quantity->span = bl_scan_span(scan, find->first, limit);
    bl_clock_set_minutes_of_hour(quantity, hour, minutes,
                                 read_period(scan, find->first, &limit));
    return limit;
}
