/* SPDX-License-Identifier: Apache-2.0 */
/* The same value on both sides, and yet: another unit or sign, or day and
 * month the other way round. */
#include "recognise/matching.h"

static bool is_bare_sign(const bl_quantity *q)
{
    return (q->flags & (BL_QUANTITY_SIGNED | BL_QUANTITY_CODED)) ==
           BL_QUANTITY_SIGNED;
}

/* Two currencies that go by the same sign or word are the same where one side
 * does not say which: $25 and 25 CAD. A sign has to stand there: 100 yuan are
 * no 100 yen, though each is a ¥. */
static bool is_same_money(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b)
{
    const bl_unit_info *x = &m->units->items[a->unit];
    const bl_unit_info *y = &m->units->items[b->unit];

    if (a->other_unit == b->unit || b->other_unit == a->unit ||
        (x->sign == y->sign && x->sign != 0 &&
         (is_bare_sign(a) || is_bare_sign(b))))
        return true;
    return x->noun == y->noun && x->noun != 0 &&
           ((a->flags & b->flags) & BL_QUANTITY_CODED) == 0;
}

/* A yard for a meter, a ton for a tonne: within a tenth, people say the
 * number and change the unit. */
static bool are_near(double a, double b)
{
    return a > 0.9 * b && b > 0.9 * a;
}

/* 0 mph is 0 km/h, but 0 °F is not 0 °C. */
static bool are_both_nothing(const bl_matcher *m, const bl_quantity *a,
                             const bl_quantity *b)
{
    return a->value[0].coefficient == 0 && b->value[0].coefficient == 0 &&
           bl_units_convertible(m->units, a->unit, b->unit) &&
           bl_units_convert(m->units, 0, a->unit, b->unit) == 0;
}

/* 5 km² and 5 km: metric measures of two kinds. Others go by words that mean
 * something else as often as not: "in" and points, an angle that is a
 * temperature. */
static bool kinds_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    return m->units->items[a->unit].kind != m->units->items[b->unit].kind &&
           bl_unit_is_metric(m->units, a->unit) &&
           bl_unit_is_metric(m->units, b->unit) &&
           a->other_unit == BL_UNIT_NONE && b->other_unit == BL_UNIT_NONE &&
           bl_are_digits(a, b) &&
           ((a->flags | b->flags) &
            (BL_QUANTITY_SHARED | BL_QUANTITY_SCALED)) == 0;
}

static bool is_part_of_hundred(const bl_matcher *m, int side, uint32_t at)
{
    return m->pairing[side][at].answer == BL_ANSWER_REPEATED &&
           bl_decimal_small(bl_matcher_get(m, side, at)->value[0], 100) == 100;
}

/* Of a number and a percentage: whether per cent is not said otherwise, in a
 * word that is not known or as a part of a hundred. */
static bool is_percent_lost(const bl_matcher *m, const bl_quantity *a,
                            const bl_quantity *b)
{
    const int side = a->unit == BL_UNIT_NONE ? 0 : 1;
    const bl_quantity *q = side == 0 ? a : b;
    const bl_quantity *all = m->side[side]->quantities;
    const uint32_t at = (uint32_t)(q - all);

    return ((a->flags | b->flags) & BL_QUANTITY_SHARED) == 0 &&
           bl_matcher_says(m, side, BL_SAYS_PERCENT) &&
           !(at > 0 && is_part_of_hundred(m, side, at - 1)) &&
           !(at + 1 < m->side[side]->quantity_count &&
             is_part_of_hundred(m, side, at + 1));
}

static bool is_part_in_words(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_FRACTION &&
           q->evidence != BL_EVIDENCE_DIGITS;
}

static bool units_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    const bl_units *units = m->units;

    /* "a quarter" and 25 % */
    if (a->unit == b->unit || m->unreadable || bl_goes_by_word(m, a, b) ||
        are_both_nothing(m, a, b) ||
        is_part_in_words(a) || is_part_in_words(b))
        return false;
    if (a->unit == units->point || b->unit == units->point)
        return a->unit == units->percent || b->unit == units->percent;
    if ((a->unit == units->percent || b->unit == units->percent) &&
        (a->unit == BL_UNIT_NONE || b->unit == BL_UNIT_NONE))
        return is_percent_lost(m, a, b);
    if (bl_unit_is_currency(units, a->unit) &&
        bl_unit_is_currency(units, b->unit))
        return !is_same_money(m, a, b);
    if (!bl_units_convertible(units, a->unit, b->unit))
        return kinds_differ(m, a, b);
    /* The 19 of "19 years and 45 days" and "19 and 45 days". */
    if (((a->flags ^ b->flags) & BL_QUANTITY_SHARED) != 0)
        return false;
    return !are_near(units->items[a->unit].factor,
                     units->items[b->unit].factor);
}

/* (1,234) in a balance is -1,234. */
static bool is_bracketed(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_str text = m->side[side]->text;

    return q->whole.start > 0 && q->whole.limit < text.size &&
           text.ptr[q->whole.start - 1] == '(' &&
           text.ptr[q->whole.limit] == ')';
}

/* Whether numbers stand behind dashes on that side, as in a list: "Kano -17,
 * Lagos - 25, Edo-9". */
static bool is_dashed(const bl_matcher *m, int side)
{
    const uint16_t dash = BL_QUANTITY_DASHED | BL_QUANTITY_LIMIT;
    int count = 0;

    for (uint32_t i = 0; i < m->side[side]->quantity_count && count < 2; i++)
        count += (bl_matcher_get(m, side, i)->flags & dash) ==
                 BL_QUANTITY_DASHED;
    return count == 2;
}

/* Whether a word before the number, or among so many tokens behind it, says
 * that it is less: "30 % Rabatt", "fell by 5%". Looked for where signs differ
 * alone. */
static bool has_less(const bl_side *side, const bl_quantity *q,
                     uint32_t behind)
{
    enum { BEFORE = 6 };
    uint32_t low = 0;
    uint32_t limit = side->token_count;
    uint32_t last;

    while (low < limit) {
        const uint32_t middle = low + (limit - low) / 2;

        if (side->tokens[middle].start < q->whole.start)
            low = middle + 1;
        else
            limit = middle;
    }
    for (last = low; last < side->token_count &&
                     side->tokens[last].start < q->whole.limit;)
        last++;
    last = last + behind < side->token_count ? last + behind
                                             : side->token_count;
    for (uint32_t i = low > BEFORE ? low - BEFORE : 0; i < last; i++) {
        size_t unused;

        if (bl_language_match(side->language, side->tokens, side->token_count,
                              i, BL_SENSE_BIT(BL_SENSE_LESS), &unused) != 0)
            return true;
    }
    return false;
}

/* "-30 %" and "30 % Rabatt"; but what fell to -5 on one side and to 5 on the
 * other lost its minus. */
static bool is_said_less(const bl_matcher *m, int minus, const bl_quantity *a,
                         const bl_quantity *b)
{
    enum { BEHIND = 4 };

    return has_less(m->side[1 - minus], minus == 0 ? b : a, BEHIND) &&
           !has_less(m->side[minus], minus == 0 ? a : b, 0);
}

static bool signs_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    const int minus = BL_QUANTITY_NEGATIVE;

    return ((a->flags ^ b->flags) & minus) != 0 &&
           ((a->flags | b->flags) &
            (BL_QUANTITY_DASHED | BL_QUANTITY_LIMIT)) == 0 &&
           a->role == BL_QUANTITY_NUMBER && b->role == BL_QUANTITY_NUMBER &&
           !is_bracketed(m, 0, a) && !is_bracketed(m, 1, b) &&
           !is_dashed(m, (a->flags & minus) != 0 ? 0 : 1) &&
           !is_said_less(m, (a->flags & minus) != 0 ? 0 : 1, a, b);
}

/* 8 May against 5/8, where the locale says that this is 5 August. */
static bool is_swapped(const bl_quantity *a, const bl_quantity *b)
{
    const bool other = (a->role == BL_QUANTITY_MONTH &&
                        b->role == BL_QUANTITY_DAY) ||
                       (a->role == BL_QUANTITY_DAY &&
                        b->role == BL_QUANTITY_MONTH);

    return other && (a->flags & BL_QUANTITY_SWAPPABLE) == 0 &&
           (b->flags & BL_QUANTITY_SWAPPABLE) != 0;
}

static void differ_answered(bl_matcher *m, uint32_t at)
{
    const bl_pairing *pairing = &m->pairing[0][at];
    const bl_quantity *a = bl_matcher_get(m, 0, at);
    const bl_quantity *b;
    bl_difference_kind kind;
    bl_change change;

    if (pairing->partner < 0 || (pairing->answer != BL_ANSWER_EQUAL &&
                                 pairing->answer != BL_ANSWER_READING))
        return;
    b = bl_matcher_get(m, 1, (uint32_t)pairing->partner);
    if (a->evidence == BL_EVIDENCE_WEAK || b->evidence == BL_EVIDENCE_WEAK)
        return;
    if (units_differ(m, a, b)) {
        kind = BL_DIFFERENCE_UNIT;
        change = BL_CHANGE_UNIT;
    } else if (signs_differ(m, a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SIGN;
    } else if (is_swapped(a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SWAPPED;
    } else {
        return;
    }
    /* A swap is one difference, told at the month. */
    if (change == BL_CHANGE_SWAPPED && a->role == BL_QUANTITY_DAY)
        return;
    if (m->difference_count == 2 * BL_LEFT_MAX)
        return;
    m->differences[m->difference_count++] =
        (bl_difference){ .kind = (uint8_t)kind,
                         .change = (uint8_t)change,
                         .strong = true,
                         .source = (int32_t)at,
                         .target = pairing->partner };
}

void bl_differ_answered(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->side[0]->quantity_count; i++)
        differ_answered(m, i);
}
