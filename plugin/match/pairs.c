/* SPDX-License-Identifier: Apache-2.0 */
/* Two numbers of one side that are one of the other: "5 000", 7:55 and "7.55",
 * 2/3 and "two thirds", 6 ft 6 in and 1.98 m. And more of them: telephone
 * numbers, measures of two parts. */
#include "match/form.h"
#include "match/matching.h"
#include "text/utf8.h"

#include <string.h>

/* Between two numbers that are one value: "6 feet and 2 inches", "three points
 * out of four". */
enum { NEIGHBOUR_LETTERS = 12, RATIO_LETTERS = 24 };

/* Bytes between two groups of digits: " ,   " in text cut into words. */
enum { GROUPING_BYTES = 6 };

static size_t letters_between(const bl_matcher *m, int side,
                              const bl_quantity *x, const bl_quantity *y)
{
    return bl_utf8_points(m->side[side]->text.ptr + x->span.limit,
                          y->span.start - x->span.limit);
}

static bool are_neighbours(const bl_matcher *m, int side, uint32_t a,
                           uint32_t b, uint32_t bytes)
{
    const bl_quantity *x = bl_matcher_get(m, side, a);
    const bl_quantity *y = bl_matcher_get(m, side, b);

    return b == a + 1 && y->span.start >= x->span.limit &&
           y->span.start - x->span.limit <= bytes;
}

/* Whether nothing but a space stands between two numbers, or a separator
 * with spaces around it, as in text that was cut into words: "5 , 000". */
static bool is_grouping(bl_str text, const bl_quantity *x, const bl_quantity *y)
{
    size_t signs = 0;

    for (uint32_t i = x->span.limit; i < y->span.start; i++) {
        if (text.ptr[i] == ',' || text.ptr[i] == '.')
            signs++;
        else if (text.ptr[i] != ' ')
            return false;
    }
    return signs <= 1;
}

static bool has_reading(const bl_quantity *q, bl_decimal value)
{
    for (int i = 0; i < q->reading_count; i++) {
        if (bl_decimal_equal(q->value[i], value))
            return true;
    }
    return false;
}

/* "5 000" where the locale does not group by spaces. */
static bool is_grouped(const bl_matcher *m, int side, const bl_quantity *x,
                       const bl_quantity *y, const bl_quantity *whole)
{
    bl_decimal group = y->value[0];
    bl_decimal joined;

    /* "18 300 millones" */
    group.exponent -= y->scale;
    return x->evidence == BL_EVIDENCE_DIGITS &&
           y->evidence == BL_EVIDENCE_DIGITS &&
           bl_decimal_small(bl_decimal_of(group.coefficient, group.exponent),
                            999) >= 0 &&
           bl_utf8_points(m->side[side]->text.ptr + y->numeral.start,
                          y->numeral.limit - y->numeral.start) == 3 &&
           is_grouping(m->side[side]->text, x, y) &&
           bl_decimal_multiply(x->value[0], bl_decimal_of(1, 3 + y->scale),
                               &joined) &&
           bl_decimal_add(joined, y->value[0], &joined) &&
           has_reading(whole, joined);
}

/* Whether there is a point between the digits: no comma parts days from
 * months. */
static bool has_point(const bl_matcher *m, int side, const bl_quantity *q)
{
    const char *text = m->side[side]->text.ptr;

    return memchr(text + q->numeral.start, '.',
                  q->numeral.limit - q->numeral.start) != NULL;
}

/* What stands before the point of `whole` and behind it. */
static bool is_joined(const bl_quantity *x, const bl_quantity *y,
                      const bl_quantity *whole)
{
    int64_t before;
    int64_t behind;
    bl_decimal joined;

    if (whole->fraction_digits == 0 || whole->fraction_digits > 4 ||
        whole->scale != 0)
        return false;
    before = bl_decimal_small(x->value[0], 9999);
    behind = bl_decimal_small(y->value[0], 9999);
    if (before < 0 || behind < 0)
        return false;
    for (int i = 0; i < x->reading_count; i++) {
        if (bl_decimal_add(x->value[i],
                           bl_decimal_of(behind, -whole->fraction_digits),
                           &joined) &&
            bl_decimal_equal(joined, whole->value[0]))
            return true;
    }
    /* 7:55 p.m. and "7.55", where the hour has been read as 19. */
    return x->role == BL_QUANTITY_HOUR && before >= 12 &&
           bl_decimal_add(bl_decimal_of(before - 12, 0),
                          bl_decimal_of(behind, -whole->fraction_digits),
                          &joined) &&
           bl_decimal_equal(joined, whole->value[0]);
}

/* 7:55 and "7.55", 24 February or February 24 and "24.2", 99.98 and "99/98". */
static bool is_split(const bl_quantity *x, const bl_quantity *y,
                     const bl_quantity *whole)
{
    if (x->role == BL_QUANTITY_MONTH && y->role == BL_QUANTITY_DAY)
        return is_joined(y, x, whole);
    return is_joined(x, y, whole);
}

/* Whether x / y is what stands there. */
static bool has_stroke(bl_str text, const bl_quantity *x, const bl_quantity *y)
{
    size_t at = x->span.limit;
    const uint32_t c =
        at < y->span.start ? bl_utf8_next(text.ptr, y->span.start, &at) : 0;

    return (c == '/' || c == 0x2044) && at == y->span.start;
}

/* The tenths of 2割 as per cent, and per cent as they are. */
static bl_quantity as_share(const bl_units *units, const bl_quantity *q)
{
    bl_quantity share = *q;

    if (q->unit == units->tenth && units->tenth != BL_UNIT_NONE &&
        bl_decimal_multiply(q->value[0], bl_decimal_of(10, 0),
                            &share.value[0]))
        share.unit = units->percent;
    return share;
}

/* What people say a part of: "3 in 5", "10명 중 7명". */
static bool is_round(int64_t whole)
{
    return whole == 10 || whole == 100 || whole == 1000 ||
           (whole >= 3 && whole <= 5);
}

/* "Eight in ten" and 80 %: bare numbers, the whole behind its part, or before
 * it where it is a round one. */
static bool is_part_of(const bl_quantity *x, const bl_quantity *y)
{
    return (bl_decimal_compare(x->value[0], y->value[0]) < 0 ||
            is_round(bl_decimal_small(x->value[0], 1000))) &&
            x->unit == BL_UNIT_NONE && y->unit == BL_UNIT_NONE &&
           x->fraction_digits == 0 && y->fraction_digits == 0 &&
           y->evidence != BL_EVIDENCE_WEAK &&
           ((x->flags | y->flags) & BL_QUANTITY_LIMIT) == 0;
}

/* 2/3, or "2 in 3", and "two thirds", 0.67 or 67 %. Where words say what is a
 * part of what, either may come first. */
static bool is_ratio(const bl_matcher *m, int side, const bl_quantity *x,
                     const bl_quantity *y, const bl_quantity *found)
{
    const int64_t a = bl_decimal_small(x->value[0], 999);
    const int64_t b = bl_decimal_small(y->value[0], 999);
    const bl_quantity share = as_share(m->units, found);
    const bl_quantity *whole = &share;
    bl_quantity ratio;
    int unused;

    if (whole->role != BL_QUANTITY_FRACTION && whole->fraction_digits == 0 &&
        whole->unit != m->units->percent)
        return false;
    if (a < 1 || b < 1 || a == b || !bl_is_plain(x->role) ||
        !bl_is_plain(y->role))
        return false;
    /* 60-120 ml are two amounts, and no half cup. */
    if (x->unit != BL_UNIT_NONE && whole->unit != BL_UNIT_NONE &&
        whole->unit != m->units->percent)
        return false;
    if (whole->role != BL_QUANTITY_FRACTION &&
        !(a < b && has_stroke(m->side[side]->text, x, y)) &&
        !(whole->unit == m->units->percent && is_part_of(x, y)))
        return false;
    ratio = (bl_quantity){ .role = BL_QUANTITY_FRACTION, .reading_count = 1 };
    return letters_between(m, side, x, y) <= RATIO_LETTERS &&
           bl_decimal_ratio(a < b ? a : b, a < b ? b : a, &ratio.value[0]) &&
           (bl_any_reading(&ratio, whole, &unused, &unused) ||
            bl_answer_share(m, &ratio, whole, &unused, &unused));
}

/* 3:16, without a half of the day, is a time or chapter and verse: 3,16. */
static bool may_be_verse(const bl_quantity *chapter)
{
    return chapter->role == BL_QUANTITY_HOUR &&
           (chapter->flags & BL_QUANTITY_SETTLED) == 0;
}

/* "3 dollars and 50 cents" and $3.50, however long the word of the currency. */
static bool is_money(const bl_matcher *m, const bl_quantity *x,
                     const bl_quantity *y, const bl_quantity *whole)
{
    return bl_unit_is_currency(m->units, x->unit) &&
           bl_unit_is_currency(m->units, whole->unit) &&
           (y->unit == BL_UNIT_NONE || y->unit == m->units->cent) &&
           whole->fraction_digits == 2 && is_joined(x, y, whole);
}

/* مليون و500 ألف are a million and a half, or the first two of several amounts,
 * as the other side has them. */
static bool is_run_together(const bl_matcher *m, int side, const bl_quantity *x,
                            const bl_quantity *y, const bl_quantity *whole)
{
    bl_decimal sum;

    return x->scale > y->scale && bl_is_plain(x->role) &&
           bl_is_plain(y->role) && bl_is_plain(whole->role) &&
           whole->scale != 0 &&
           bl_decimal_add(x->value[0], y->value[0], &sum) &&
           bl_decimal_equal(sum, whole->value[0]) &&
           !bl_form_is_told(m->side[1 - side]->text.ptr, whole);
}

static bool sum_answers(const bl_matcher *m, int side, const bl_quantity *x,
                        const bl_quantity *y, const bl_quantity *whole)
{
    return ((x->flags | y->flags) & BL_QUANTITY_ROW) == 0 &&
           (((bl_is_plain(x->role) || may_be_verse(x) ||
              has_point(m, 1 - side, whole)) &&
             is_split(x, y, whole)) ||
            bl_is_half_hour(x, y, whole) || bl_is_time_in_one(x, y, whole) ||
            bl_is_sum(m, x, y, whole) ||
            is_run_together(m, side, x, y, whole)) &&
           (letters_between(m, side, x, y) <= NEIGHBOUR_LETTERS ||
            is_money(m, x, y, whole));
}

/* Whether two numbers of a side together say what one of the other does. */
typedef bool (*pair_test)(const bl_matcher *m, int side, const bl_quantity *x,
                          const bl_quantity *y, const bl_quantity *whole);

static void match_pair(bl_matcher *m, int side, uint32_t a, uint32_t b,
                       pair_test answers)
{
    for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
        const uint32_t whole = m->left[1 - side][j];

        if (!bl_matcher_is_open(m, 1 - side, whole) ||
            !answers(m, side, bl_matcher_get(m, side, a),
                     bl_matcher_get(m, side, b),
                     bl_matcher_get(m, 1 - side, whole)))
            continue;
        m->pairing[side][a] = (bl_pairing){ (int32_t)whole, BL_ANSWER_SOFT, 0 };
        m->pairing[side][b] = m->pairing[side][a];
        m->pairing[1 - side][whole] =
            (bl_pairing){ (int32_t)a, BL_ANSWER_SOFT, 0 };
        return;
    }
}

/* Neighbours at most so many bytes apart. */
static void match_pairs(bl_matcher *m, pair_test answers, uint32_t bytes)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i + 1 < m->left_count[side]; i++) {
            const uint32_t a = m->left[side][i];
            const uint32_t b = m->left[side][i + 1];

            if (bl_matcher_is_open(m, side, a) &&
                bl_matcher_is_open(m, side, b) &&
                are_neighbours(m, side, a, b, bytes))
                match_pair(m, side, a, b, answers);
        }
    }
}

/* "Nineteen eighty-four", "nineteen oh five": a year that is said in two
 * numbers. */
static bool is_spoken_year(const bl_quantity *x, const bl_quantity *y,
                           const bl_quantity *whole)
{
    enum { FIRST = 10, LAST = 20, HUNDRED = 100 };
    const int64_t century = bl_decimal_small(x->value[0], LAST);
    const int64_t year = bl_decimal_small(y->value[0], HUNDRED - 1);
    const bool apart = y->span.start - x->span.limit > 1;

    return x->evidence == BL_EVIDENCE_WORD && bl_is_plain(x->role) &&
           y->evidence == BL_EVIDENCE_WORD && bl_is_plain(y->role) &&
           century >= FIRST && year >= (apart ? 1 : FIRST) &&
           (bl_is_plain(whole->role) || whole->role == BL_QUANTITY_YEAR) &&
           has_reading(whole, bl_decimal_of(HUNDRED * century + year, 0));
}

/* Whether two numbers are the groups of one. */
static bool is_one_number(const bl_matcher *m, int side, const bl_quantity *x,
                          const bl_quantity *y, const bl_quantity *whole)
{
    return is_grouped(m, side, x, y, whole) || is_spoken_year(x, y, whole);
}

void bl_match_groups(bl_matcher *m)
{
    match_pairs(m, is_one_number, GROUPING_BYTES);
}

void bl_match_ratios(bl_matcher *m)
{
    match_pairs(m, is_ratio, 4 * RATIO_LETTERS);
}

/* The one fraction in words that a side has open, or -1; a half comes and
 * goes. `weak`: of words with other uses, "a quarter". */
static int32_t only_fraction(const bl_matcher *m, int side, bool weak)
{
    const uint8_t evidence = weak ? BL_EVIDENCE_WEAK : BL_EVIDENCE_WORD;
    int32_t only = -1;

    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];
        const bl_quantity *q = bl_matcher_get(m, side, at);

        if (!bl_matcher_is_open(m, side, at) ||
            q->role != BL_QUANTITY_FRACTION)
            continue;
        if (only >= 0 || q->evidence != evidence ||
            bl_decimal_equal(q->value[0], bl_decimal_of(5, -1)))
            return -1;
        only = (int32_t)at;
    }
    return only;
}

/* Where 3/4 begins on a side, which is a part of one, or -1. */
static int32_t find_ratio(const bl_matcher *m, int side)
{
    for (uint32_t i = 0; i + 1 < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];
        const bl_quantity *x = bl_matcher_get(m, side, at);

        if (m->left[side][i + 1] == at + 1 &&
            bl_matcher_is_open(m, side, at) &&
            bl_matcher_is_open(m, side, at + 1) && bl_is_plain(x[0].role) &&
            bl_is_plain(x[1].role) &&
            has_stroke(m->side[side]->text, x, x + 1) &&
            bl_decimal_small(x[0].value[0], 99) > 0 &&
            bl_decimal_compare(x[0].value[0], x[1].value[0]) < 0)
            return (int32_t)at;
    }
    return -1;
}

void bl_differ_ratios(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        const int32_t whole = only_fraction(m, 1 - side, false);
        const int32_t at = whole >= 0 ? find_ratio(m, side) : -1;
        bl_difference *d;

        if (at < 0)
            continue;
        d = bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, side == 0 ? at : whole,
                              side == 0 ? whole : at, true);
        if (d != NULL) {
            d->change = BL_CHANGE_OTHER;
            d->ratio = true;
        }
        m->pairing[side][at + 1].partner = whole;
    }
}

/* "A quarter" and "ein Drittel", where nothing else is left that either could
 * be. */
void bl_differ_fractions(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        const int32_t sure = only_fraction(m, 1 - side, false);
        const int32_t weak = sure >= 0 ? only_fraction(m, side, true) : -1;
        bl_difference *d;
        int unused[2];

        if (weak < 0 ||
            bl_any_reading(bl_matcher_get(m, 1 - side, (uint32_t)sure),
                           bl_matcher_get(m, side, (uint32_t)weak),
                           &unused[0], &unused[1]))
            continue;
        d = bl_matcher_differ(m, BL_DIFFERENCE_ALTERED,
                              side == 0 ? weak : sure, side == 0 ? sure : weak,
                              true);
        if (d != NULL)
            d->change = BL_CHANGE_OTHER;
    }
}

/* The digits of an entity's parts in a row; false when one of them has its
 * answer, or there are too many. */
static bool in_a_row(const bl_matcher *m, int side, const bl_entity *entity,
                     bl_decimal *value)
{
    *value = bl_decimal_of(0, 0);
    for (uint32_t i = entity->first; i < entity->first + entity->count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);
        const size_t digits =
            bl_utf8_points(m->side[side]->text.ptr + q->numeral.start,
                           q->numeral.limit - q->numeral.start);

        if (!bl_matcher_is_open(m, side, i) ||
            !bl_decimal_multiply(*value, bl_decimal_of(1, (int32_t)digits),
                                 value) ||
            !bl_decimal_add(*value, q->value[0], value))
            return false;
    }
    return true;
}

/* A telephone number that the other side writes in one. */
static void match_row(bl_matcher *m, int side, const bl_entity *entity)
{
    bl_decimal row;

    if (!in_a_row(m, side, entity, &row))
        return;
    for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
        const uint32_t whole = m->left[1 - side][j];

        if (!bl_matcher_is_open(m, 1 - side, whole) ||
            !bl_decimal_equal(bl_matcher_get(m, 1 - side, whole)->value[0],
                              row))
            continue;
        for (uint32_t i = 0; i < entity->count; i++)
            m->pairing[side][entity->first + i] =
                (bl_pairing){ (int32_t)whole, BL_ANSWER_SOFT, 0 };
        m->pairing[1 - side][whole] =
            (bl_pairing){ (int32_t)entity->first, BL_ANSWER_SOFT, 0 };
        return;
    }
}

static void match_rows(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];
            const bl_entity *entity = bl_matcher_entity(m, side, at);

            if (entity->kind == BL_ENTITY_CODE && entity->count > 1 &&
                entity->first == at)
                match_row(m, side, entity);
        }
    }
}

/* "911" and "September 11": a day that is a name is written in one in Chinese
 * and by others, its month before it. */
static bool is_named_day(const bl_quantity *month, const bl_quantity *day,
                         const bl_quantity *name)
{
    const int64_t days = bl_decimal_small(day->value[0], 31);

    return month->role == BL_QUANTITY_MONTH && day->role == BL_QUANTITY_DAY &&
           days > 0 && name->role == BL_QUANTITY_NUMBER &&
           name->unit == BL_UNIT_NONE && name->scale == 0 &&
           name->fraction_digits == 0 &&
           bl_decimal_small(name->value[0], 9999) ==
               bl_decimal_small(month->value[0], 12) * (days > 9 ? 100 : 10) +
                   days;
}

/* The same of 9/11, which may be no date where its words are not known. */
static bool is_written_day(bl_str text, const bl_quantity *month,
                           const bl_quantity *day, const bl_quantity *name)
{
    bl_quantity x = *month;
    bl_quantity y = *day;

    if (month->role == BL_QUANTITY_DAY && day->role == BL_QUANTITY_MONTH)
        return is_named_day(day, month, name);
    if (month->role == BL_QUANTITY_MONTH)
        return is_named_day(month, day, name);
    x.role = BL_QUANTITY_MONTH;
    y.role = BL_QUANTITY_DAY;
    return has_stroke(text, month, day) && is_named_day(&x, &y, name);
}

static bool names_day(const bl_matcher *m, int side, const bl_quantity *x,
                      const bl_quantity *y, const bl_quantity *whole)
{
    return is_written_day(m->side[side]->text, x, y, whole);
}

/* The open second part of a measure behind `at`, or 0: the inches of feet. */
static uint32_t second_part(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *x = bl_matcher_get(m, side, at);
    const bl_quantity *y = x + 1;

    return at + 1 < m->side[side]->quantity_count &&
                   are_neighbours(m, side, at, at + 1, 4 * NEIGHBOUR_LETTERS) &&
                   bl_matcher_is_open(m, side, at) &&
                   bl_matcher_is_open(m, side, at + 1) &&
                   bl_units_convertible(m->units, x->unit, y->unit) &&
                   bl_units_convert(m->units, 1, y->unit, x->unit) < 1
               ? at + 1
               : 0;
}

/* A measure of two parts in the smaller of its units. */
static double in_parts(const bl_matcher *m, const bl_quantity *x)
{
    const bl_quantity *y = x + 1;

    return bl_units_convert(m->units, bl_decimal_approximate(x->value[0]),
                            x->unit, y->unit) +
           bl_decimal_approximate(y->value[0]);
}

/* 5 ft 10 in and 1 m 78 */
static void match_measures(bl_matcher *m, uint32_t a, uint32_t b)
{
    const bl_quantity *x = bl_matcher_get(m, 0, a);
    const bl_quantity *y = bl_matcher_get(m, 1, b);
    const uint16_t unit = x[1].unit;
    double slack;
    double apart;

    /* In the same units nothing is converted. */
    if ((x->unit == y->unit && unit == y[1].unit) ||
        !bl_units_convertible(m->units, unit, y[1].unit))
        return;
    slack = bl_units_convert(m->units, 1, y[1].unit, unit);
    apart = in_parts(m, x) -
            bl_units_convert(m->units, in_parts(m, y), y[1].unit, unit);
    if ((apart < 0 ? -apart : apart) > (slack > 1 ? slack : 1) / 2)
        return;
    bl_matcher_assign(m, a, b, BL_ANSWER_CONVERTED, 0, 0);
    bl_matcher_assign(m, a + 1, b + 1, BL_ANSWER_CONVERTED, 0, 0);
}

static void match_all_measures(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            if (second_part(m, 0, m->left[0][i]) == 0)
                break;
            if (second_part(m, 1, m->left[1][j]) != 0)
                match_measures(m, m->left[0][i], m->left[1][j]);
        }
    }
}

void bl_match_sums(bl_matcher *m)
{
    match_rows(m);
    match_pairs(m, sum_answers, 4 * NEIGHBOUR_LETTERS);
    match_pairs(m, names_day, 4 * NEIGHBOUR_LETTERS);
    match_all_measures(m);
}
