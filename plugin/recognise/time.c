/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times of the day: 20:30, 8:30 p.m., 20h30, 20 giờ 30, 午後8時30分, noon. The
 * hour is read on the 24 hour clock first; a time without a day period may
 * be of either half of the day.
 */
#include "recognise/scan.h"

#include "text/chars.h"

typedef enum period { PERIOD_NONE, PERIOD_AM, PERIOD_PM } period;

typedef struct clock {
    size_t first; /* token of the hour */
    size_t limit; /* behind the whole */
    size_t minute_at; /* token of the minutes, or 0 */
    size_t second_at;
    int64_t hour;
    int64_t minute;
    int64_t second;
    period period;
    bool sure; /* a sign or word says that it is a time */
} clock_time;

static bool has_two_digits(const bl_scan *scan, size_t at)
{
    return scan->tokens[at].limit - scan->tokens[at].start == 2 ||
           (scan->tokens[at].flags & BL_TOKEN_ASCII) == 0;
}

/* A day period at tokens[at]; the token behind it, or `at`. */
static size_t read_period(const bl_scan *scan, size_t at, period *to)
{
    size_t limit = at;

    if (!bl_scan_near(scan, at))
        return at;
    if (bl_scan_sense(scan, at, BL_SENSE_AM, &limit) != NULL)
        *to = PERIOD_AM;
    else if (bl_scan_sense(scan, at, BL_SENSE_PM, &limit) != NULL)
        *to = PERIOD_PM;
    return limit;
}

/* Noon beside an hour says that it is the afternoon, midnight that it is not:
 * "दोपहर 12:01", "12:30 nửa đêm". */
static size_t read_clock_period(const bl_scan *scan, size_t at, period *to)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_near(scan, at)
            ? bl_scan_sense(scan, at, BL_SENSE_CLOCK, &limit)
            : NULL;

    if (sense == NULL)
        return at;
    *to = sense->value == 12 ? PERIOD_PM : PERIOD_AM;
    return limit;
}

/* One that stands before the hour: 午後8時. */
static void read_period_before(const bl_scan *scan, clock_time *to)
{
    for (size_t back = 1; back <= 3 && back <= to->first; back++) {
        period found = PERIOD_NONE;

        if ((read_period(scan, to->first - back, &found) != to->first ||
             found == PERIOD_NONE) &&
            read_clock_period(scan, to->first - back, &found) != to->first)
            continue;
        if (found != PERIOD_NONE) {
            to->period = found;
            return;
        }
    }
}

/* What parts hours and minutes: a colon, or the sign of the locale where it
 * cannot be taken for that of decimals or dates. */
static uint32_t time_sign(const bl_scan *scan, size_t at)
{
    const bl_date_style *style = &scan->language->dates;

    return style->time_sign == '.' && style->date_sign != '.' &&
                   scan->language->symbols.latin.decimal != '.' &&
                   has_two_digits(scan, at + 2) && bl_scan_is(scan, at + 1, '.')
               ? '.'
               : ':';
}

/* 20:30, 20:30:15 */
static bool read_colons(const bl_scan *scan, size_t at, clock_time *to)
{
    uint32_t sign;

    if (!bl_scan_glued_number(scan, at + 2) || !has_two_digits(scan, at + 2))
        return false;
    sign = time_sign(scan, at);
    if (!bl_scan_is(scan, at + 1, sign) ||
        (sign == '.' && !has_two_digits(scan, at) &&
         !bl_scan_is(scan, at + 3, '.')))
        return false;
    to->minute_at = at + 2;
    to->minute = bl_small_number(scan, at + 2, 59);
    to->limit = at + 3;
    if (to->minute < 0)
        return false;
    if (bl_scan_is(scan, at + 3, sign) && bl_scan_glued_number(scan, at + 4) &&
        bl_small_number(scan, at + 4, 59) >= 0) {
        to->second_at = at + 4;
        to->second = bl_small_number(scan, at + 4, 59);
        to->limit = at + 5;
    }
    to->sure = true;
    return true;
}

/* 20.30 Uhr, 8.30 p.m.: a word has to follow. */
static bool read_point(const bl_scan *scan, size_t at, clock_time *to)
{
    size_t limit;
    period found = PERIOD_NONE;

    if (!bl_scan_is(scan, at + 1, '.') ||
        !bl_scan_glued_number(scan, at + 2) || !has_two_digits(scan, at + 2))
        return false;
    to->minute_at = at + 2;
    to->minute = bl_small_number(scan, at + 2, 59);
    to->limit = at + 3;
    if (to->minute < 0)
        return false;
    if (bl_scan_near(scan, at + 3) &&
        bl_scan_sense(scan, at + 3, BL_SENSE_HOUR_MARK, &limit) != NULL)
        to->limit = limit;
    else if (read_period(scan, at + 3, &found) == at + 3)
        return false;
    to->sure = true;
    return true;
}

/* The half of "8 giờ rưỡi", "8点半" and "8시 반". */
static bool read_half_hour(const bl_scan *scan, size_t at, clock_time *to)
{
    size_t limit;
    const bl_sense *half =
        bl_scan_near(scan, at)
            ? bl_scan_sense(scan, at, BL_SENSE_FRACTION, &limit)
            : NULL;

    if (half == NULL || half->value != 2 ||
        (half->flags & BL_SENSE_AFTER) == 0)
        return false;
    to->minute_at = at;
    to->minute = 30;
    to->limit = limit;
    return true;
}

/* 20h30, 20 giờ 30 phút, 20時30分, 8 giờ */
static bool read_hour_mark(const bl_scan *scan, size_t at, clock_time *to)
{
    size_t next;
    const bl_sense *mark;

    if (!bl_scan_near(scan, at + 1))
        return false;
    mark = bl_scan_sense(scan, at + 1, BL_SENSE_HOUR_MARK, &next);
    if (mark == NULL || (mark->flags & BL_SENSE_BEFORE) != 0)
        return false;
    to->limit = next;
    to->sure = (mark->flags & BL_SENSE_WEAK) == 0;
    if (read_half_hour(scan, next, to))
        return true;
    if (!bl_scan_near(scan, next) ||
        scan->tokens[next].kind != BL_TOKEN_NUMBER ||
        bl_small_number(scan, next, 59) < 0)
        return true;
    to->minute_at = next;
    to->minute = bl_small_number(scan, next, 59);
    to->limit = next + 1;
    to->sure = true;
    if (bl_scan_near(scan, next + 1))
        bl_scan_sense(scan, next + 1, BL_SENSE_MINUTE_MARK, &to->limit);
    return true;
}

static bl_find *add(bl_scan *scan, size_t at, int64_t value, uint8_t role)
{
    bl_find *find = bl_scan_add(scan, at, at + 1);

    if (find == NULL)
        return NULL;
    find->kind = BL_ENTITY_TIME;
    find->joined = role != BL_QUANTITY_HOUR;
    find->quantity.role = role;
    find->quantity.value[0] = bl_decimal_of(value, 0);
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    return find;
}

/* 8 p.m. is 20; 8 is 8 or 20; 12 a.m. is 0. */
static void set_hour(bl_quantity *quantity, int64_t hour, period when)
{
    const int64_t other = hour >= 12 ? hour - 12 : hour + 12;
    const bool late = when == PERIOD_PM && hour < 12;
    const bool midnight = when == PERIOD_AM && hour == 12;

    quantity->value[0] =
        bl_decimal_of(late || midnight ? other : hour, 0);
    quantity->value[1] =
        bl_decimal_of(late || midnight ? hour : other, 0);
    quantity->reading_count = 2;
    if (when == PERIOD_PM)
        quantity->flags |= BL_QUANTITY_AFTERNOON;
}

static size_t add_time(bl_scan *scan, const clock_time *from)
{
    bl_find *find = add(scan, from->first, from->hour, BL_QUANTITY_HOUR);

    if (find == NULL)
        return from->limit;
    set_hour(&find->quantity, from->hour, from->period);
    find->limit = (uint32_t)from->limit;
    if (from->minute_at != 0) {
        find = add(scan, from->minute_at, from->minute, BL_QUANTITY_MINUTE);
        if (find != NULL)
            find->limit = (uint32_t)from->limit;
        /* 8:00 and 8 o'clock are the same. */
        if (find != NULL && from->minute == 0)
            find->quantity.flags |= BL_QUANTITY_OPTIONAL;
    }
    if (from->second_at != 0) {
        find = add(scan, from->second_at, from->second, BL_QUANTITY_SECOND);
        if (find != NULL)
            find->limit = (uint32_t)from->limit;
    }
    return from->limit;
}

/* Whether a time in digits begins at tokens[at]. */
static bool is_clock(const bl_scan *scan, size_t at)
{
    clock_time found = { .first = at };

    return bl_scan_near(scan, at) &&
           bl_small_number(scan, at, 24) >= 0 &&
           (read_colons(scan, at, &found) ||
            read_hour_mark(scan, at, &found));
}

/* noon, midnight */
static size_t read_clock_word(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_CLOCK, &limit);
    bl_find *find;

    if (sense == NULL || is_clock(scan, limit))
        return at;
    find = add(scan, at, sense->value, BL_QUANTITY_HOUR);
    if (find == NULL)
        return at;
    find->quantity.evidence = BL_EVIDENCE_WEAK;
    find->quantity.span = bl_scan_span(scan, at, limit);
    set_hour(&find->quantity, sense->value, PERIOD_NONE);
    find->limit = (uint32_t)limit;
    return limit;
}

size_t bl_read_time(bl_scan *scan, size_t at)
{
    clock_time found = { .first = at };

    if (scan->tokens[at].kind != BL_TOKEN_NUMBER)
        return scan->tokens[at].word != NULL &&
                       scan->tokens[at].word->root != 0
                   ? read_clock_word(scan, at)
                   : at;
    found.hour = bl_small_number(scan, at, 24);
    if (found.hour < 0)
        return at;
    found.limit = at + 1;
    if (!read_colons(scan, at, &found) && !read_point(scan, at, &found) &&
        !read_hour_mark(scan, at, &found)) {
        /* 8 p.m. */
        const size_t limit = read_period(scan, at + 1, &found.period);

        if (limit == at + 1 || found.hour > 12)
            return at;
        found.limit = limit;
        found.sure = true;
        return add_time(scan, &found);
    }
    read_period_before(scan, &found);
    if (found.period == PERIOD_NONE)
        found.limit = read_period(scan, found.limit, &found.period);
    if (found.period == PERIOD_NONE)
        found.limit = read_clock_period(scan, found.limit, &found.period);
    /* "8 giờ" and "8 hours" may be a length of time. */
    if (!found.sure && found.period == PERIOD_NONE)
        return at;
    return add_time(scan, &found);
}
