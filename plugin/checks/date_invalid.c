/* SPDX-License-Identifier: Apache-2.0 */
/*
 * date-invalid: there is no such date.
 *
 * A day that its month does not have ("31/02"), and a weekday that does not
 * fit the date. What the source already gets wrong is a note, since the
 * translator can only hand it on.
 *
 * Page, examples and tests: date_invalid.md
 */
#include "checks/difference.h"

#include <string.h>

enum { DAY, WEEKDAY, SOURCE_DAY, SOURCE_WEEKDAY };

/* The parts of one date; 0 where it has none. */
typedef struct parts {
    int64_t year;
    int64_t month;
    int64_t day; /* the largest */
    int64_t weekday;
    uint32_t days; /* how many it names */
    bl_span weekday_span;
} parts;

static parts collect(const bl_side *side, const bl_entity *entity)
{
    parts p = { 0, 0, 0, 0, 0, { 0, 0 } };

    for (uint32_t i = 0; i < entity->count; i++) {
        const bl_quantity *q = &side->quantities[entity->first + i];
        const int64_t value = bl_decimal_small(q->value[0], 2999);

        switch (q->role) {
        case BL_QUANTITY_YEAR:
            p.year = value;
            break;
        case BL_QUANTITY_MONTH:
            p.month = value;
            break;
        case BL_QUANTITY_DAY:
            p.day = value > p.day ? value : p.day;
            p.days++;
            break;
        case BL_QUANTITY_WEEKDAY:
            p.weekday = value;
            p.weekday_span = q->span;
            break;
        default:
            break;
        }
    }
    return p;
}

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int64_t days_of(int64_t month, int64_t year)
{
    static const uint8_t days[] = { 31, 29, 31, 30, 31, 30,
                                    31, 31, 30, 31, 30, 31 };

    if (month == 2 && year > 0 && !is_leap(year))
        return 28;
    return month >= 1 && month <= 12 ? days[month - 1] : 31;
}

/* Sunday is 1. Zeller's rule on the Gregorian calendar. */
static int64_t weekday_of(const parts *p)
{
    const int64_t month = p->month < 3 ? p->month + 12 : p->month;
    const int64_t year = p->month < 3 ? p->year - 1 : p->year;
    const int64_t h = (p->day + 13 * (month + 1) / 5 + year + year / 4 -
                       year / 100 + year / 400) %
                      7;

    return h == 0 ? 7 : h; /* Saturday is 0 there */
}

static bool has_no_day(const parts *p)
{
    return p->day != 0 && p->month != 0 && p->day > days_of(p->month, p->year);
}

/* The Gregorian calendar is sure from the 20th century on. */
static bool has_wrong_weekday(const parts *p)
{
    return p->day != 0 && p->month != 0 && p->year >= 1900 &&
           p->weekday >= 1 && p->weekday <= 7 && p->days == 1 &&
           weekday_of(p) != p->weekday;
}

/* Whether the source says the same, so that the translator handed it on: the
 * same day of the same month, or the same digits whatever they are. */
static bool is_handed_on(const bl_pair *pair, const parts *p, bl_str text)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    for (uint32_t i = 0; i < source->entity_count; i++) {
        const parts other = collect(source, &source->entities[i]);

        if (source->entities[i].kind == BL_ENTITY_DATE &&
            other.day == p->day && other.month == p->month &&
            other.weekday == p->weekday)
            return true;
    }
    for (size_t at = 0; at + text.size <= source->text.size; at++) {
        if (memcmp(source->text.ptr + at, text.ptr, text.size) == 0)
            return true;
    }
    return false;
}

static void report(const bl_side *side, bl_side_id id,
                   const bl_entity *entity, const parts *p, bl_sink *sink)
{
    static const char *const names[] = { "",          "Sunday",  "Monday",
                                         "Tuesday",   "Wednesday", "Thursday",
                                         "Friday",    "Saturday" };
    bl_emission e = { .mark_count = 1 };

    e.arguments[0] = bl_side_text(side, entity->span);
    if (has_no_day(p)) {
        e.message = id == BL_SOURCE ? SOURCE_DAY : DAY;
        e.marks[0] = bl_mark_of(id, entity->span);
    } else {
        e.message = id == BL_SOURCE ? SOURCE_WEEKDAY : WEEKDAY;
        e.marks[0] = bl_mark_of(id, p->weekday_span);
        e.arguments[1] = bl_str_z(names[weekday_of(p)]);
    }
    bl_emit(sink, &e);
}

static void check_entity(const bl_pair *pair, bl_side_id id,
                         const bl_entity *entity, bl_sink *sink)
{
    const bl_side *side = &pair->side[id];
    const parts p = collect(side, entity);

    if ((has_no_day(&p) || has_wrong_weekday(&p)) &&
        !(id == BL_TARGET &&
          is_handed_on(pair, &p, bl_side_text(side, entity->span))))
        report(side, id, entity, &p, sink);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        const bl_side *side = &pair->side[id];

        for (uint32_t i = 0; i < side->entity_count; i++) {
            if (side->entities[i].kind == BL_ENTITY_DATE)
                check_entity(pair, (bl_side_id)id, &side->entities[i], sink);
        }
    }
}

const bl_check bl_check_date_invalid = {
    .id = "date-invalid",
    .title = "There is no such date",
    .category = "date",
    .its_type = "numbers",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
    .messages = {
        [DAY] = { "no-such-day", "{0}: that month has no such day",
                  BL_WARNING },
        [WEEKDAY] = { "wrong-weekday", "{0}: that day is a {1}", BL_WARNING },
        [SOURCE_DAY] = { "source-no-such-day",
                         "{0}: that month has no such day (in the source)",
                         BL_INFO },
        [SOURCE_WEEKDAY] = { "source-wrong-weekday",
                             "{0}: that day is a {1} (in the source)",
                             BL_INFO },
    },
    .run = run,
};
