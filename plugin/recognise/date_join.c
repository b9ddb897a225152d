/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of a date that stand beside each other: a month with its day or days
 * and its year, in any order, over what may be between them.
 */
#include "recognise/dating.h"

/* Tokens between two parts of a date: the "ค.ศ." of a year. */
enum { GLUE_TOKENS = 5 };

/* Of the Buddhist era, where a year has two digits. */
enum { BUDDHIST_CENTURY = 2500 };

/* ---- nights ------------------------------------------------------------- */

/* Whether tokens[limit] says that the night goes on into the next day, over
 * what may stand between. */
static bool begins_night(const bl_scan *scan, size_t limit)
{
    size_t next;
    const bl_sense *eve;

    bl_scan_sense_near(scan, limit, BL_SENSE_DATE_GLUE, &limit);
    eve = bl_scan_sense_near(scan, limit, BL_SENSE_EVE, &next);
    return eve != NULL && (eve->flags & BL_SENSE_AFTER) != 0;
}

/* "In der Nacht zum Sonntag" is Saturday night, 金曜深夜 may be Saturday. */
void bl_note_eve(const bl_scan *scan, size_t at, size_t limit,
                 bl_quantity *quantity)
{
    enum { DAYS = 7 };
    const int64_t day = bl_decimal_small(quantity->value[0], DAYS);
    int64_t other;

    if (bl_scan_has_before(scan, at, BL_SENSE_EVE))
        other = (day + DAYS - 2) % DAYS + 1;
    else if (begins_night(scan, limit))
        other = day % DAYS + 1;
    else
        return;
    quantity->value[1] = bl_decimal_of(other, 0);
    quantity->reading_count = quantity->native_count = 2;
}

/* ---- parts -------------------------------------------------------------- */

/* Whether nothing but glue stands between two finds: of, de, commas. */
static bool is_glued(const bl_scan *scan, const bl_find *a, const bl_find *b)
{
    static const bl_sense_kind kinds[] = {
        BL_SENSE_DATE_GLUE,    BL_SENSE_DAY_MARK, BL_SENSE_MONTH_MARK,
        BL_SENSE_YEAR_MARK,    BL_SENSE_ARTICLE,  BL_SENSE_ORDINAL_MARK,
        BL_SENSE_WEEKDAY_MARK, BL_SENSE_ERA
    };

    if (b->first < a->limit || b->first - a->limit > GLUE_TOKENS ||
        !bl_scan_near(scan, b->first))
        return false;
    for (size_t at = a->limit; at < b->first;) {
        size_t next = at;

        if (scan->tokens[at].kind == BL_TOKEN_PUNCT) {
            if (!bl_is_date_sign(scan->tokens[at].c))
                return false;
            at++;
            continue;
        }
        for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && next == at;
             i++)
            bl_scan_sense(scan, at, kinds[i], &next);
        if (next == at)
            return false;
        at = next;
    }
    return true;
}

/* A number that can be a day: 8, 11th, eighth. */
static bool can_be_day(const bl_find *find)
{
    const bl_quantity *q = &find->quantity;
    const bool plain =
        q->role == BL_QUANTITY_NUMBER || q->role == BL_QUANTITY_ORDINAL;

    return (plain || q->role == BL_QUANTITY_DAY) && q->scale == 0 &&
           q->fraction_digits == 0 && q->unit == BL_UNIT_NONE &&
           q->evidence != BL_EVIDENCE_WEAK && q->reading_count != 0 &&
           (q->evidence == BL_EVIDENCE_DIGITS ||
            q->role == BL_QUANTITY_ORDINAL) &&
           bl_is_day(bl_decimal_small(q->value[0], 31));
}

static bool can_be_year(const bl_find *find)
{
    const bl_quantity *q = &find->quantity;

    return (q->role == BL_QUANTITY_NUMBER || q->role == BL_QUANTITY_YEAR) &&
           q->scale == 0 && q->unit == BL_UNIT_NONE &&
           (q->evidence == BL_EVIDENCE_DIGITS || q->role == BL_QUANTITY_YEAR) &&
           bl_is_year(bl_decimal_small(q->value[0], 2999));
}

/* The 58 of "5 มี.ค. 58", where years are counted from Buddha's death: 2558. It
 * stands right behind the month of a day. */
static bool read_short_year(const bl_scan *scan, const bl_find *month,
                            bl_find *find)
{
    bl_quantity *q = &find->quantity;
    const int64_t value = bl_decimal_small(q->value[0], 99);

    if ((scan->language->calendars & BL_CALENDAR_BUDDHIST) == 0 ||
        q->role != BL_QUANTITY_NUMBER || q->evidence != BL_EVIDENCE_DIGITS ||
        q->unit != BL_UNIT_NONE || q->scale != 0 || q->fraction_digits != 0 ||
        find->first != month->limit || find->limit != find->first + 1 ||
        value < 0 || bl_scan_digits(scan, find->first) != 2)
        return false;
    q->value[0] = bl_decimal_of(BUDDHIST_CENTURY + value, 0);
    q->value[1] = bl_decimal_of(value, 0);
    q->reading_count = q->native_count = 2;
    return true;
}

static void join(bl_find *first, bl_find *find, uint8_t role)
{
    if (role != BL_QUANTITY_NUMBER)
        find->quantity.role = role;
    find->kind = BL_ENTITY_DATE;
    first->kind = BL_ENTITY_DATE;
    find->joined = find != first;
}

/* The 1 of "Jan 1 - Mar 31" has its month, the 5 of "3 to 5 May" but the other
 * end of its range. */
static bool has_month(const bl_find *find)
{
    return find->joined && find->kind == BL_ENTITY_DATE;
}

/* The 4 of "4〜6月": the mark behind the second of two months goes for both. */
static bool is_first_month(const bl_scan *scan, const bl_find *number,
                           const bl_find *month)
{
    const bl_quantity *q = &number->quantity;

    return month->quantity.role == BL_QUANTITY_MONTH &&
           scan->tokens[month->first].kind == BL_TOKEN_NUMBER &&
           month->limit > month->first + 1u &&
           scan->tokens[month->first].gap == BL_GAP_NONE &&
           q->role == BL_QUANTITY_NUMBER &&
           q->evidence == BL_EVIDENCE_DIGITS && q->unit == BL_UNIT_NONE &&
           number->limit == number->first + 1u &&
           number->limit + 1u == month->first &&
           bl_is_dash(scan->tokens[number->limit].c) &&
           bl_is_month(bl_decimal_small(q->value[0], 31));
}

/* "2023年3月期" is the business year that ends then, which others name by the
 * year that it begins in. */
static void note_business_year(const bl_find *month, bl_quantity *year)
{
    const int64_t value = bl_decimal_small(year->value[0], 2999);

    if ((month->quantity.flags & BL_QUANTITY_OPTIONAL) == 0 || value < 0 ||
        year->reading_count != 1)
        return;
    year->value[1] = bl_decimal_of(value - 1, 0);
    year->reading_count = year->native_count = 2;
}

/* What stands before a month: the day or the ends of a range of days, and in
 * some languages the year before them. The first find of the date. */
static bl_find *join_before(bl_scan *scan, bl_find *month)
{
    bl_find *first = month;

    if (first > scan->finds && is_first_month(scan, first - 1, first)) {
        join(first - 1, first, BL_QUANTITY_NUMBER);
        first--;
        join(first, first, BL_QUANTITY_MONTH);
    } else if (month->quantity.role == BL_QUANTITY_MONTH &&
               first > scan->finds && !has_month(first - 1) &&
               can_be_day(first - 1) && is_glued(scan, first - 1, first)) {
        join(first - 1, first, BL_QUANTITY_NUMBER);
        first--;
        join(first, first, BL_QUANTITY_DAY);
        if (first > scan->finds && can_be_day(first - 1) &&
            (first->quantity.flags & BL_QUANTITY_LIMIT) != 0) {
            join(first - 1, first, BL_QUANTITY_DAY);
            first--;
            join(first, first, BL_QUANTITY_DAY);
        }
    }
    if (first > scan->finds && can_be_year(first - 1) &&
        is_glued(scan, first - 1, first)) {
        join(first - 1, first, BL_QUANTITY_NUMBER);
        first--;
        join(first, first, BL_QUANTITY_YEAR);
        note_business_year(month, &first->quantity);
    }
    if (first > scan->finds && first[-1].quantity.role == BL_QUANTITY_WEEKDAY &&
        is_glued(scan, first - 1, first)) {
        join(first - 1, first, BL_QUANTITY_NUMBER);
        first--;
        first->quantity.evidence = BL_EVIDENCE_NAME;
    }
    return first;
}

void bl_join_dates(bl_scan *scan)
{
    bl_find *limit = scan->finds + scan->find_count;

    for (bl_find *month = scan->finds; month < limit; month++) {
        bl_find *first;
        bl_find *last = month;

        if ((BL_MONTH_ROLES >> month->quantity.role & 1) == 0 ||
            month->joined)
            continue;
        first = join_before(scan, month);
        /* The day behind: May 8, May 8-11; then the year. */
        if ((first == month || first->quantity.role != BL_QUANTITY_DAY) &&
            month->quantity.role == BL_QUANTITY_MONTH && last + 1 < limit &&
            can_be_day(last + 1) && is_glued(scan, last, last + 1)) {
            last++;
            join(first, last, BL_QUANTITY_DAY);
            if (last + 1 < limit && can_be_day(last + 1) &&
                (last[1].quantity.flags & BL_QUANTITY_LIMIT) != 0) {
                last++;
                join(first, last, BL_QUANTITY_DAY);
            }
        }
        if (last + 1 < limit &&
            (can_be_year(last + 1) ||
             (first->quantity.role == BL_QUANTITY_DAY && last == month &&
              read_short_year(scan, month, last + 1))) &&
            is_glued(scan, last, last + 1)) {
            last++;
            join(first, last, BL_QUANTITY_YEAR);
        }
        /* A month that is also a common word needs a number beside it. */
        if (month->calendar == 0 &&
            month->quantity.evidence == BL_EVIDENCE_WEAK && first != last)
            month->quantity.evidence = BL_EVIDENCE_NAME;
    }
}
