/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What each side says once of numbers that it does not have, and says another
 * way: another scale above a table, another unit in brackets, another rate.
 * Twice of anything tells nothing, nor does what the other side leaves out.
 */
#include "match/matching.h"

#include "text/utf8.h"

/* Units of one side that are compared. */
enum { UNITS_MOST = 8 };

/* The one of that role on a side, or -1. */
static int32_t only_of(const bl_matcher *m, int side, bl_quantity_role role)
{
    int32_t only = -1;

    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        if (bl_matcher_get(m, side, i)->role != role)
            continue;
        if (only >= 0)
            return -1;
        only = (int32_t)i;
    }
    return only;
}

static bool is_within(bl_span inner, bl_span outer)
{
    return inner.start >= outer.start && inner.limit <= outer.limit;
}

/* Whether a number within the label has its answer on the other side. */
static bool is_answered(const bl_matcher *m, int side, const bl_quantity *label)
{
    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        const uint8_t answer = m->pairing[side][i].answer;

        if ((answer == BL_ANSWER_EQUAL || answer == BL_ANSWER_READING) &&
            is_within(bl_matcher_get(m, side, i)->span, label->whole))
            return true;
    }
    return false;
}

static bool is_of(const bl_matcher *m, int side, int32_t at,
                  const bl_quantity *label)
{
    return at >= 0 && is_within(bl_matcher_get(m, side, (uint32_t)at)->span,
                                label->whole);
}

/* Whether something is told already of the numbers within. What is but a note
 * is forgotten, since the labels say it better. */
static bool is_told(bl_matcher *m, const bl_quantity *a, const bl_quantity *b)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->difference_count; i++) {
        const bl_difference d = m->differences[i];
        const bool within =
            is_of(m, 0, d.source, a) || is_of(m, 1, d.target, b);

        if (within && d.strong)
            return true;
        if (!within)
            m->differences[count++] = d;
    }
    m->difference_count = count;
    return false;
}

/* ---- scales ------------------------------------------------------------- */

/* Whether all that one may be is less than the other. */
static bool is_less(const bl_quantity *a, const bl_quantity *b)
{
    return (a->flags & BL_QUANTITY_EXACT) != 0
               ? bl_decimal_compare(a->value[0], b->value[0]) < 0
               : bl_decimal_compare(a->value[1], b->value[0]) <= 0;
}

/* "Millions of people" are no amount; "in millions" above a table may be. */
static bool are_amounts(const bl_quantity *a, const bl_quantity *b)
{
    return (a->flags & b->flags & BL_QUANTITY_BRACKETED) != 0 ||
           (a->unit != BL_UNIT_NONE && b->unit != BL_UNIT_NONE) ||
           ((a->unit != BL_UNIT_NONE || b->unit != BL_UNIT_NONE) &&
            ((a->flags | b->flags) & BL_QUANTITY_BRACKETED) != 0);
}

static void differ_scales(bl_matcher *m)
{
    const int32_t x = only_of(m, 0, BL_QUANTITY_SCALE);
    const int32_t y = x >= 0 ? only_of(m, 1, BL_QUANTITY_SCALE) : -1;
    const bl_quantity *a;
    const bl_quantity *b;

    if (x < 0 || y < 0)
        return;
    a = bl_matcher_get(m, 0, (uint32_t)x);
    b = bl_matcher_get(m, 1, (uint32_t)y);
    if (!are_amounts(a, b) || is_answered(m, 0, a) || is_answered(m, 1, b) ||
        is_told(m, a, b) || !(is_less(a, b) || is_less(b, a)))
        return;
    (void)bl_matcher_tell(m, BL_DIFFERENCE_ALTERED, BL_CHANGE_SCALE, x, y);
}

/* ---- units -------------------------------------------------------------- */

/* A ton and a tonne, and one unit by two names. */
static bool are_alike(double a, double b)
{
    return a > 0.85 * b && b > 0.85 * a;
}

static bool is_power_of_ten(double ratio)
{
    if (ratio < 1)
        ratio = 1 / ratio;
    while (ratio > 9.999)
        ratio /= 10;
    return ratio < 1.001;
}

/* "Mb": by its small letter a sign of bits, though many mean bytes. */
static bool is_sign_of_bits(const bl_side *side, const bl_quantity *q)
{
    const bl_span whole = q->role == BL_QUANTITY_UNIT ? q->span : q->whole;
    const bl_str text = bl_side_text(side, whole);

    return text.size >= 2 && text.ptr[text.size - 1] == 'b' &&
           text.ptr[text.size - 2] >= 'A' && text.ptr[text.size - 2] <= 'Z' &&
           (text.size == 2 || (text.ptr[text.size - 3] | 0x20) < 'a' ||
            (text.ptr[text.size - 3] | 0x20) > 'z');
}

bool bl_may_be_bits(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b)
{
    enum { BITS = 8 };
    const double ratio =
        m->units->items[a->unit].factor / m->units->items[b->unit].factor;

    return (is_sign_of_bits(m->side[0], a) || is_sign_of_bits(m->side[1], b)) &&
           (are_alike(ratio, BITS) || are_alike(ratio * BITS, 1));
}

/* Above a table, what belongs to another system of measures is converted for
 * its readers; a placeholder is not. */
static bool is_other_unit(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b)
{
    const bl_unit_info *x = &m->units->items[a->unit];
    const bl_unit_info *y = &m->units->items[b->unit];

    if (bl_unit_is_currency(m->units, a->unit) &&
        bl_unit_is_currency(m->units, b->unit))
        return (x->sign != y->sign || x->sign == 0) &&
               (x->noun != y->noun || x->noun == 0);
    return bl_units_convertible(m->units, a->unit, b->unit) &&
           !are_alike(x->factor, y->factor) &&
           !bl_may_be_bits(m, a, b) &&
           (((a->flags | b->flags) & BL_QUANTITY_BRACKETED) == 0 ||
            x->kind == m->units->items[m->units->day].kind ||
            is_power_of_ten(x->factor / y->factor));
}

/* Units of a side; their number, or UNITS_MOST where there are more. */
static size_t list_units(const bl_matcher *m, int side,
                         int32_t list[UNITS_MOST])
{
    size_t count = 0;

    for (uint32_t i = 0;
         i < m->side[side]->quantity_count && count < UNITS_MOST; i++) {
        if (bl_matcher_get(m, side, i)->role == BL_QUANTITY_UNIT)
            list[count++] = (int32_t)i;
    }
    return count;
}

/* Takes one of the same unit out of the list; the number that is left. */
static size_t take_unit(const bl_matcher *m, uint16_t unit, int32_t *list,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bl_matcher_get(m, 1, (uint32_t)list[i])->unit != unit)
            continue;
        for (; i + 1 < count; i++)
            list[i] = list[i + 1];
        return count - 1;
    }
    return count;
}

/* As many on both sides, all but one of them the same. */
static void differ_units(bl_matcher *m)
{
    int32_t source[UNITS_MOST];
    int32_t target[UNITS_MOST];
    const size_t all = list_units(m, 0, source);
    size_t count = all != 0 ? list_units(m, 1, target) : 0;
    int32_t left = -1;

    if (all == 0 || count != all || all == UNITS_MOST)
        return;
    for (size_t i = 0; i < all; i++) {
        const size_t rest = take_unit(
            m, bl_matcher_get(m, 0, (uint32_t)source[i])->unit, target, count);

        if (rest == count && left >= 0)
            return;
        if (rest == count)
            left = source[i];
        count = rest;
    }
    if (count == 1 &&
        is_other_unit(m, bl_matcher_get(m, 0, (uint32_t)left),
                      bl_matcher_get(m, 1, (uint32_t)target[0])))
        (void)bl_matcher_tell(m, BL_DIFFERENCE_UNIT, BL_CHANGE_UNIT, left,
                              target[0]);
}

/* ---- rates -------------------------------------------------------------- */

/* Bytes between a number and what it is a rate of: "2 tablets a day". */
enum { RATE_BYTES = 24 };

/* What parts two things that are said: a sign that parts or ends sentences, or
 * a bracket, which may be a wide one. */
static bool is_stop(const bl_points *points, uint32_t c)
{
    switch (bl_point_kind_of(points, c)) {
    case BL_POINT_COMMA:
    case BL_POINT_SEMICOLON:
    case BL_POINT_STATEMENT:
    case BL_POINT_QUESTION:
        return true;
    default:
        return c == '(' || c == ')' || c == 0xff08 || c == 0xff09;
    }
}

static bool are_near(const bl_side *side, bl_span a, bl_span b)
{
    const bl_span between = a.limit <= b.start
                                ? (bl_span){ a.limit, b.start }
                                : (bl_span){ b.limit, a.start };

    if (between.start > between.limit ||
        between.limit - between.start > RATE_BYTES)
        return false;
    for (size_t at = between.start; at < between.limit;) {
        if (is_stop(&side->language->points,
                    bl_utf8_next(side->text.ptr, between.limit, &at)))
            return false;
    }
    return true;
}

static bool is_time(const bl_units *units, uint16_t unit)
{
    return unit != BL_UNIT_NONE &&
           (unit == units->day || unit == units->week ||
            unit == units->month || unit == units->year ||
            unit == units->hour || unit == units->minute);
}

/* "per day", or the "a day" of "5 mg a day"; 1日3回. */
static bool is_period(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    if (q->role == BL_QUANTITY_PERIOD)
        return true;
    if (bl_decimal_small(q->value[0], 1) != 1)
        return false;
    return (q->role == BL_QUANTITY_NUMBER &&
            q->evidence == BL_EVIDENCE_WEAK && is_time(m->units, q->unit)) ||
           (q->role == BL_QUANTITY_DAY &&
            bl_matcher_entity(m, side, at)->count == 1);
}

static uint16_t period_unit(const bl_matcher *m, const bl_quantity *q)
{
    return q->role == BL_QUANTITY_DAY ? m->units->day : q->unit;
}

/* Whether a number or "twice" stands beside it that it is a rate of. */
static bool is_of_rate(const bl_matcher *m, int side, const bl_quantity *period)
{
    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        if ((q->role == BL_QUANTITY_TIMES ||
             (q->role == BL_QUANTITY_NUMBER &&
              q->evidence != BL_EVIDENCE_WEAK)) &&
            are_near(m->side[side], q->whole, period->whole))
            return true;
    }
    return false;
}

/* The one period of a side, and that of a rate; or -1. */
static int32_t only_period(const bl_matcher *m, int side)
{
    int32_t only = -1;

    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        if (!is_period(m, side, i) || !is_of_rate(m, side, q))
            continue;
        if (only >= 0 &&
            period_unit(m, bl_matcher_get(m, side, (uint32_t)only)) !=
                period_unit(m, q))
            return -1;
        only = (int32_t)i;
    }
    return only;
}

static void differ_periods(bl_matcher *m)
{
    const int32_t a = only_period(m, 0);
    const int32_t b = a >= 0 ? only_period(m, 1) : -1;

    if (b >= 0 && period_unit(m, bl_matcher_get(m, 0, (uint32_t)a)) !=
                      period_unit(m, bl_matcher_get(m, 1, (uint32_t)b)))
        (void)bl_matcher_tell(m, BL_DIFFERENCE_UNIT, BL_CHANGE_UNIT, a, b);
}

/* "Once" may be any time, once a day is not. */
static bool is_counted(const bl_matcher *m, int side, const bl_quantity *times)
{
    return bl_decimal_small(times->value[0], 1) < 0 ||
           only_period(m, side) >= 0;
}

/* How many of a side, up to `limit`, say that something is done so often. */
static uint32_t count_times(const bl_matcher *m, int side, uint32_t limit,
                            bl_decimal value)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < limit; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        count += q->role == BL_QUANTITY_TIMES &&
                 bl_decimal_equal(q->value[0], value);
    }
    return count;
}

static bool is_once(const bl_quantity *times)
{
    return bl_decimal_small(times->value[0], 1) == 1;
}

/* How often a side says that something is done, where the other one does not:
 * the one such; "once" tells nothing beside another one: 一次两粒，一日两次. */
static int32_t only_times(const bl_matcher *m, int side)
{
    const uint32_t others = (uint32_t)m->side[!side]->quantity_count;
    int32_t only = -1;

    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        if (q->role != BL_QUANTITY_TIMES || is_once(q) ||
            count_times(m, side, i, q->value[0]) <
                count_times(m, !side, others, q->value[0]))
            continue;
        if (only >= 0)
            return -1;
        only = (int32_t)i;
    }
    if (only >= 0)
        return only;
    only = only_of(m, side, BL_QUANTITY_TIMES);
    return only >= 0 && is_once(bl_matcher_get(m, side, (uint32_t)only))
               ? only
               : -1;
}

static void differ_times(bl_matcher *m)
{
    const int32_t x = only_times(m, 0);
    const int32_t y = x >= 0 ? only_times(m, 1) : -1;
    const bl_quantity *a;
    const bl_quantity *b;

    if (x < 0 || y < 0)
        return;
    a = bl_matcher_get(m, 0, (uint32_t)x);
    b = bl_matcher_get(m, 1, (uint32_t)y);
    if (bl_decimal_equal(a->value[0], b->value[0]) || !is_counted(m, 0, a) ||
        !is_counted(m, 1, b) || is_answered(m, 0, a) ||
        is_answered(m, 1, b) || is_told(m, a, b))
        return;
    (void)bl_matcher_tell(m, BL_DIFFERENCE_ALTERED, BL_CHANGE_OTHER, x, y);
}

void bl_differ_labels(bl_matcher *m)
{
    differ_scales(m);
    differ_units(m);
    differ_times(m);
    differ_periods(m);
}
