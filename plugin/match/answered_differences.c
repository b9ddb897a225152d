/* SPDX-License-Identifier: Apache-2.0 */
/* The same value on both sides, and yet: another unit or sign, or day and
 * month the other way round. */
#include "match/matching.h"
#include "text/chars.h"
#include "text/utf8.h"

static bool is_bare_sign(const bl_quantity *q)
{
    return (q->flags & (BL_QUANTITY_SIGNED | BL_QUANTITY_CODED)) ==
           BL_QUANTITY_SIGNED;
}

/* The currency that it is of, or that its word stands for as well: "pounds". */
static uint16_t money_of(const bl_matcher *m, const bl_quantity *q)
{
    if (bl_unit_is_currency(m->units, q->unit))
        return q->unit;
    return q->other_unit != BL_UNIT_NONE &&
                   bl_unit_is_currency(m->units, q->other_unit)
               ? q->other_unit
               : BL_UNIT_NONE;
}

/* Two currencies that go by the same sign or word are the same where one side
 * does not say which: $25 and 25 CAD. A sign has to stand there: 100 yuan are
 * no 100 yen, though each is a ¥. */
static bool is_same_money(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b)
{
    const bl_unit_info *x = &m->units->items[money_of(m, a)];
    const bl_unit_info *y = &m->units->items[money_of(m, b)];

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

static bool ends_in(bl_str id, const char *const *ends)
{
    for (; *ends != NULL; ends++) {
        if (bl_str_ends(id, bl_str_z(*ends)))
            return true;
    }
    return false;
}

/* Whether the word has one meaning, or several of one dimension: bits and
 * bytes. */
static bool has_one_dimension(const bl_matcher *m, const bl_quantity *q)
{
    return q->other_unit == BL_UNIT_NONE ||
           m->units->items[q->other_unit].kind ==
               m->units->items[q->unit].kind;
}

/* Letters of the unit behind the value. */
static size_t unit_letters(bl_str text, const bl_quantity *q)
{
    uint32_t start = q->span.limit;

    while (start < q->whole.limit && text.ptr[start] == ' ')
        start++;
    return bl_utf8_points(text.ptr + start, q->whole.limit - start);
}

/* 15 km/h are "15 kilométer" where the other word stands apart; minutes are of
 * an angle as well. */
static bool is_rate_or_angle(bl_str id)
{
    return bl_str_begins(id, BL_STR("arc-")) ||
           bl_str_has(id, BL_STR("-per-"));
}

/* What is measured in a unit that is written out, or in letters that stand for
 * nothing else: not the m of minutes and meters, the h of o'clock. */
static bool is_sure_unit(const bl_matcher *m, int side, const bl_quantity *q)
{
    static const char *const known[] = { "bit",    "byte",  "gram", "hertz",
                                         "hour",   "liter", "meter",
                                         "minute", "second", "volt", "watt",
                                         NULL };

    return q->whole.start == q->span.start && has_one_dimension(m, q) &&
           ends_in(m->units->items[q->unit].id, known) &&
           !is_rate_or_angle(m->units->items[q->unit].id) &&
           unit_letters(m->side[side]->text, q) > 1;
}

/* 900 W and 900 V: what either letter alone may be, both are not. */
static bool are_electric(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    static const char *const known[] = { "ampere", "volt", "watt", NULL };

    return ends_in(m->units->items[a->unit].id, known) &&
           ends_in(m->units->items[b->unit].id, known);
}

/* 5 km and 5 hours */
static bool dimensions_differ(const bl_matcher *m, const bl_quantity *a,
                              const bl_quantity *b)
{
    return m->units->items[a->unit].kind != m->units->items[b->unit].kind &&
           (are_electric(m, a, b) ||
            (is_sure_unit(m, 0, a) && is_sure_unit(m, 1, b))) &&
           bl_are_digits(a, b) &&
           ((a->flags | b->flags) &
            (BL_QUANTITY_SHARED | BL_QUANTITY_SCALED)) == 0;
}

static bool is_part_of_hundred(const bl_matcher *m, int side, uint32_t at)
{
    return m->pairing[side][at].answer == BL_ANSWER_REPEATED &&
           bl_decimal_small(bl_matcher_get(m, side, at)->value[0], 100) == 100;
}

static bool is_of_quantity(const bl_side *side, const bl_token *token)
{
    for (uint32_t i = 0; i < side->quantity_count; i++) {
        if (bl_span_overlaps(side->quantities[i].whole, bl_token_span(token)))
            return true;
    }
    return false;
}

/* Whether per cent is said apart from the numbers: "the percentage cannot be
 * over 100". */
static bool has_percent_word(const bl_side *side)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD &&
            (token->word->set & BL_SENSE_BIT(BL_SENSE_PERCENT)) != 0 &&
            !is_of_quantity(side, token))
            return true;
    }
    return false;
}

/* Whether the next number, which says per cent, says it for this one as well:
 * "between 6 and at most 15 per cent". */
static bool is_percent_next(const bl_matcher *m, int side, uint32_t at)
{
    enum { BETWEEN = 24 };
    const bl_side *of = m->side[side];
    const bl_quantity *q = &of->quantities[at];
    const uint32_t next = bl_side_token_from(of, q->whole.limit);

    return next < of->token_count &&
           of->tokens[next].kind == BL_TOKEN_WORD &&
           (of->tokens[next].word->set &
            (BL_SENSE_BIT(BL_SENSE_AND) |
             BL_SENSE_BIT(BL_SENSE_RANGE_TO))) != 0 &&
           at + 1 < of->quantity_count &&
           q[1].unit == m->units->percent &&
           q[1].whole.start > of->tokens[next].start &&
           bl_utf8_points(of->text.ptr + q->whole.limit,
                          q[1].whole.start - q->whole.limit) <= BETWEEN;
}

/* Of a number and a percentage: whether per cent is not said otherwise, in a
 * word that stands elsewhere or is not known, or as a part of a hundred. */
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
             is_part_of_hundred(m, side, at + 1)) &&
           !is_percent_next(m, side, at) && !has_percent_word(m->side[side]);
}

static bool is_part_in_words(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_FRACTION &&
           q->evidence != BL_EVIDENCE_DIGITS;
}

/* With the letters or signs that stand at the number itself. */
static bool are_written_alike(const bl_matcher *m, const bl_quantity *a,
                              const bl_quantity *b)
{
    return ((a->flags | b->flags) & BL_QUANTITY_SHARED) == 0 &&
           a->whole.limit - a->whole.start >
               a->numeral.limit - a->numeral.start &&
           bl_str_equal(bl_side_text(m->side[BL_SOURCE], a->whole),
                        bl_side_text(m->side[BL_TARGET], b->whole));
}

static bool units_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    const bl_units *units = m->units;

    /* "a quarter" and 25 %; and what is written alike is a name: RS232. */
    if (a->unit == b->unit || are_written_alike(m, a, b) || m->unreadable ||
        bl_is_as_it_stands(m, a, b) || bl_goes_by_word(m, a, b) ||
        are_both_nothing(m, a, b) || is_part_in_words(a) ||
        is_part_in_words(b))
        return false;
    if (a->unit == units->point || b->unit == units->point)
        return a->unit == units->percent || b->unit == units->percent;
    if ((a->unit == units->percent || b->unit == units->percent) &&
        (a->unit == BL_UNIT_NONE || b->unit == BL_UNIT_NONE))
        return is_percent_lost(m, a, b);
    /* What one side has as money is no weight on the other. */
    if ((bl_unit_is_currency(units, a->unit) ||
         bl_unit_is_currency(units, b->unit)) &&
        money_of(m, a) != BL_UNIT_NONE && money_of(m, b) != BL_UNIT_NONE)
        return !is_same_money(m, a, b);
    if (!bl_units_convertible(units, a->unit, b->unit))
        return kinds_differ(m, a, b) || dimensions_differ(m, a, b);
    /* The 19 of "19 years and 45 days" and "19 and 45 days". */
    if (((a->flags ^ b->flags) & BL_QUANTITY_SHARED) != 0)
        return false;
    return !are_near(units->items[a->unit].factor,
                     units->items[b->unit].factor) &&
           !bl_may_be_bits(m, a, b);
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
    const uint32_t first = bl_side_token_from(side, q->whole.start);
    uint32_t last = bl_side_token_from(side, q->whole.limit) + behind;

    if (last > side->token_count)
        last = side->token_count;
    for (uint32_t i = first > BEFORE ? first - BEFORE : 0; i < last; i++) {
        size_t unused;

        if (bl_language_match(side->language, side->tokens, side->token_count,
                              i, BL_SENSE_BIT(BL_SENSE_LESS), &unused) != 0)
            return true;
    }
    return false;
}

/* "fall to 15 degrees": what it is then, and not by how much it fell. */
static bool is_reached(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_side *from = m->side[side];
    const uint32_t at = bl_side_token_from(from, q->whole.start);
    size_t limit;

    return at > 0 &&
           bl_units_convertible(m->units, q->unit,
                                m->units->daily[BL_DAILY_CELSIUS]) &&
           bl_language_match(from->language, from->tokens, from->token_count,
                             at - 1, BL_SENSE_BIT(BL_SENSE_RANGE_TO),
                             &limit) != 0 &&
           limit == at;
}

/* "-30 %" and "30 % Rabatt"; but what fell to -5 on one side and to 5 on the
 * other lost its minus. */
static bool is_said_less(const bl_matcher *m, int minus, const bl_quantity *a,
                         const bl_quantity *b)
{
    enum { BEHIND = 4 };
    const bl_quantity *bare = minus == 0 ? b : a;

    return has_less(m->side[1 - minus], bare, BEHIND) &&
           !has_less(m->side[minus], minus == 0 ? a : b, 0) &&
           !is_reached(m, 1 - minus, bare);
}

/* A space, a bracket or a sign of a script without spaces, behind which a sign
 * stands that is written onto nothing before it. */
static bool parts_sign(uint32_t c)
{
    return c == ' ' || c == '(' || c == 0xa0 || c == 0x202f || c >= 0x2e80;
}

/* The plus or minus that is written onto the number, or onto its currency: '+',
 * '-', or 0 where there is none, or it may be an operator or a range. *first:
 * where it begins. */
static char written_sign(bl_str text, const bl_quantity *q, size_t *first)
{
    size_t at = q->numeral.start;
    uint32_t c;

    if (q->numeral.start == q->numeral.limit)
        return 0;
    c = at != 0 ? bl_utf8_before(text.ptr, at) : ' ';
    if (c != '+' && !bl_is_dash(c) && q->whole.start != 0) {
        at = q->whole.start;
        c = bl_utf8_before(text.ptr, at);
    }
    if (c != '+' && c != 0xff0b && c != '-' && c != 0x2212 && c != 0xff0d)
        return 0;
    *first = at - (c < 0x80 ? 1 : 3);
    if (*first != 0 && !parts_sign(bl_utf8_before(text.ptr, *first)))
        return 0;
    return c == '+' || c == 0xff0b ? '+' : '-';
}

/* How often a side has the same number with that sign. */
static uint32_t count_signed(const bl_matcher *m, int side,
                             const bl_quantity *q, char sign)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++) {
        const bl_quantity *other = bl_matcher_get(m, side, i);
        size_t unused;

        count += bl_decimal_equal(other->value[0], q->value[0]) &&
                 written_sign(m->side[side]->text, other, &unused) == sign;
    }
    return count;
}

/* Whether "+1 or -1" and "-1 or +1" have been answered crosswise: the target
 * lacks none with the sign of the source's. */
static bool is_crosswise(const bl_matcher *m, const bl_quantity *a)
{
    size_t unused;
    const char sign = written_sign(m->side[0]->text, a, &unused);

    /* Not among very many. */
    return sign != 0 && m->side[0]->quantity_count <= BL_LEFT_MAX &&
           m->side[1]->quantity_count <= BL_LEFT_MAX &&
           count_signed(m, 0, a, sign) <= count_signed(m, 1, a, sign);
}

/* +5 and -5: where one side writes plus, the dash before the other is minus.
 * Both may begin the items of a list, of what is counted. */
static bool are_opposite(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    size_t first_a = 0;
    size_t first_b = 0;
    char x;
    char y;

    if (((a->flags | b->flags) & BL_QUANTITY_LIMIT) != 0 ||
        a->role != BL_QUANTITY_NUMBER || b->role != BL_QUANTITY_NUMBER)
        return false;
    x = written_sign(m->side[0]->text, a, &first_a);
    y = x != 0 ? written_sign(m->side[1]->text, b, &first_b) : 0;
    return y != 0 && x != y &&
           (first_a != 0 || first_b != 0 || a->unit != BL_UNIT_NONE ||
            b->unit != BL_UNIT_NONE || a->fraction_digits != 0);
}

/* "the number of wheels minus two": a number in words that counts nothing is
 * taken away from what stands before as often as it is below zero, and so is
 * one in digits of which a word says that. */
static bool may_be_taken_away(const bl_side *side, const bl_quantity *q)
{
    const uint32_t at = bl_side_token_from(side, q->numeral.start);

    return q->unit == BL_UNIT_NONE &&
           (q->evidence < BL_EVIDENCE_DIGITS ||
            (at > 1 && side->tokens[at - 1].kind == BL_TOKEN_WORD &&
             side->tokens[at - 2].kind == BL_TOKEN_WORD));
}

/* "4- מעלות": a dash behind the number, where that may be the minus before it
 * as it stands in memory. */
static bool has_dash_behind(const bl_side *side, const bl_quantity *q)
{
    return side->language->locale.right_to_left &&
           q->numeral.limit < side->text.size &&
           side->text.ptr[q->numeral.limit] == '-';
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
           !has_dash_behind(m->side[0], a) &&
           !has_dash_behind(m->side[1], b) &&
           !(may_be_taken_away(m->side[0], a) &&
             may_be_taken_away(m->side[1], b)) &&
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

static bool are_bounds(const bl_quantity *a, const bl_quantity *b,
                       bl_bound one, bl_bound other)
{
    return (a->bound == one && b->bound == other) ||
           (a->bound == other && b->bound == one);
}

/* At least five and at most five; up 5 % and down 5 %, which is said of shares
 * alone, since what falls elsewhere may be a cost or a loss. */
static bl_change change_of_bound(const bl_matcher *m, const bl_quantity *a,
                                 const bl_quantity *b)
{
    if (are_bounds(a, b, BL_BOUND_LEAST, BL_BOUND_MOST))
        return BL_CHANGE_BOUND;
    return are_bounds(a, b, BL_BOUND_MORE, BL_BOUND_LESS) &&
                   a->unit == m->units->percent && b->unit == a->unit
               ? BL_CHANGE_DIRECTION
               : BL_CHANGE_OTHER;
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
    } else if ((signs_differ(m, a, b) || are_opposite(m, a, b)) &&
               !is_crosswise(m, a)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SIGN;
    } else if (is_swapped(a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SWAPPED;
    } else if (bl_eras_differ(m, a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_ERA;
    } else {
        kind = BL_DIFFERENCE_ALTERED;
        change = change_of_bound(m, a, b);
        if (change == BL_CHANGE_OTHER)
            return;
    }
    /* A swap is one difference, told at the month. */
    if (change == BL_CHANGE_SWAPPED && a->role == BL_QUANTITY_DAY)
        return;
    (void)bl_matcher_tell(m, kind, change, (int32_t)at, pairing->partner);
}

/* ---- two that have changed places --------------------------------------- */

static bool is_equal_to(const bl_matcher *m, uint32_t at, uint32_t other)
{
    const bl_pairing *pairing = &m->pairing[0][at];

    return pairing->partner == (int32_t)other &&
           (pairing->answer == BL_ANSWER_EQUAL ||
            pairing->answer == BL_ANSWER_READING);
}

/* Where the two of the target begin that answer those at `at` of the source,
 * the second the first and the first the second; or -1. */
static int32_t exchanged(const bl_matcher *m, uint32_t at)
{
    const int32_t first = m->pairing[0][at + 1].partner;

    return first >= 0 && is_equal_to(m, at + 1, (uint32_t)first) &&
                   is_equal_to(m, at, (uint32_t)first + 1)
               ? first
               : -1;
}

/* 10:58 and "58 h 10", which is no time of a day; "58 minutes past 10" is. */
static bool is_no_time(const bl_matcher *m, uint32_t at, int32_t other)
{
    enum { MARK_BYTES = 4 }; /* " h ", 点 */
    const bl_quantity *b = bl_matcher_get(m, 1, (uint32_t)other);

    return bl_matcher_get(m, 0, at)->role == BL_QUANTITY_HOUR &&
           bl_matcher_get(m, 0, at + 1)->role == BL_QUANTITY_MINUTE &&
           b[0].unit != m->units->minute &&
           b[0].numeral.limit <= b[1].numeral.start &&
           b[1].numeral.start - b[0].numeral.limit <= MARK_BYTES;
}

static bool is_limit_in_unit(const bl_quantity *q)
{
    return (q->flags & BL_QUANTITY_LIMIT) != 0 && q->unit != BL_UNIT_NONE &&
           q->role == BL_QUANTITY_NUMBER &&
           q->evidence == BL_EVIDENCE_DIGITS;
}

/* Whether its first number is surely the smaller one as it stands in memory: in
 * text from right to left "20-14" is typed as it should look. */
static bool has_order(const bl_matcher *m, int side, const bl_quantity *q)
{
    const char *text = m->side[side]->text.ptr;

    if (!m->side[side]->language->locale.right_to_left)
        return true;
    for (size_t at = q[0].whole.limit; at < q[1].whole.start;) {
        if (bl_is_dash(bl_utf8_next(text, q[1].whole.start, &at)))
            return false;
    }
    return true;
}

/* "6 to 8 minutes" and "8 to 6 minutes"; 3-1 may be a score, which the other
 * side tells from the loser's end. */
static bool is_upside_down(const bl_matcher *m, uint32_t at, int32_t other)
{
    const bl_quantity *a = bl_matcher_get(m, 0, at);
    const bl_quantity *b = bl_matcher_get(m, 1, (uint32_t)other);

    return is_limit_in_unit(a + 1) && is_limit_in_unit(b + 1) &&
           has_order(m, 0, a) && has_order(m, 1, b) &&
           bl_decimal_compare(a[0].value[0], a[1].value[0]) < 0 &&
           bl_decimal_compare(b[0].value[0], b[1].value[0]) > 0;
}

static void differ_exchanged(bl_matcher *m, uint32_t at)
{
    const int32_t other = exchanged(m, at);

    if (other >= 0 &&
        (is_no_time(m, at, other) || is_upside_down(m, at, other)))
        (void)bl_matcher_tell(m, BL_DIFFERENCE_ALTERED, BL_CHANGE_EXCHANGED,
                              (int32_t)at, other);
}

void bl_differ_answered(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->side[0]->quantity_count; i++) {
        differ_answered(m, i);
        if (i + 1 < m->side[0]->quantity_count)
            differ_exchanged(m, i);
    }
}
