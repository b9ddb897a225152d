/* SPDX-License-Identifier: Apache-2.0 */
/* Values that are on one side alone, and whether that is worth a warning. */
#include "match/matching.h"
#include "match/remark.h"

/* Whether another part of its date, time or score is surely on the other
 * side. */
static bool has_answered_sibling(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *entity = bl_matcher_entity(m, side, at);

    for (uint32_t i = entity->first; i < entity->first + entity->count; i++) {
        const uint8_t answer = m->pairing[side][i].answer;

        if (i != at && bl_is_hard(bl_matcher_get(m, side, i)) &&
            (answer == BL_ANSWER_EQUAL || answer == BL_ANSWER_READING))
            return true;
    }
    return false;
}

static bool is_money_or_share(const bl_matcher *m, const bl_quantity *q)
{
    return q->unit != BL_UNIT_NONE &&
           (q->unit == m->units->percent || q->unit == m->units->permille ||
            bl_unit_is_currency(m->units, q->unit));
}

/* The 93 of "100 dollars (93 euros)": what it is in another currency, which one
 * side says for its readers. */
static bool is_exchanged(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const bl_quantity *before = q - 1;
    const char *text = m->side[side]->text.ptr;

    return at > 0 && bl_unit_is_currency(m->units, q->unit) &&
           bl_unit_is_currency(m->units, before->unit) &&
           q->unit != before->unit &&
           m->pairing[side][at - 1].answer != BL_ANSWER_NONE &&
           q->whole.start > before->whole.limit &&
           q->whole.start - before->whole.limit <= 2 &&
           (text[q->whole.start - 1] == '(' || text[q->whole.start - 1] == '[');
}

/* Whether a side names a currency without a number: "150 yen to the dollar". */
static bool has_bare_currency(const bl_side *side)
{
    for (uint32_t i = 0, next = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        while (next < side->quantity_count &&
               side->quantities[next].whole.limit <= token->start)
            next++;
        if (token->word != NULL &&
            (token->word->set & BL_SENSE_BIT(BL_SENSE_CURRENCY)) != 0 &&
            (next == side->quantity_count ||
             side->quantities[next].whole.start > token->start))
            return true;
    }
    return false;
}

/* The 1 of "1 USD = 150 yen", which the other side may say without it. */
static bool is_one_of_rate(const bl_matcher *m, int side, const bl_quantity *q)
{
    return bl_unit_is_currency(m->units, q->unit) &&
           bl_decimal_small(q->value[0], 1) == 1 &&
           has_bare_currency(m->side[1 - side]);
}

/* The 49 of "+49 30 1234 5678", which goes without saying at home. */
static bool is_country_code(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    return (q->flags & BL_QUANTITY_ROW) != 0 && q->numeral.start != 0 &&
           m->side[side]->text.ptr[q->numeral.start - 1] == '+';
}

/* A day with its month, neither of which the other side has. */
static bool is_whole_date(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *date = bl_matcher_entity(m, side, at);

    if (bl_matcher_get(m, side, at)->role != BL_QUANTITY_DAY)
        return false;
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        if (q->role == BL_QUANTITY_MONTH && bl_is_hard(q) &&
            (q->flags & BL_QUANTITY_SWAPPABLE) == 0 &&
            m->pairing[side][i].answer == BL_ANSWER_NONE)
            return true;
    }
    return false;
}

/* The end of a month that the other side has without a day: 3月期 and "the year
 * ended March 31". */
static bool is_end_of_month(const bl_matcher *m, int side, uint32_t at)
{
    static const uint8_t ends[] = { 31, 28, 31, 30, 31, 30,
                                    31, 31, 30, 31, 30, 31 };
    const bl_entity *date = bl_matcher_entity(m, side, at);
    const int64_t day = bl_decimal_small(
        bl_matcher_get(m, side, at)->value[0], 31);

    if (bl_matcher_get(m, side, at)->role != BL_QUANTITY_DAY)
        return false;
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);
        const int64_t month = bl_decimal_small(q->value[0], 12);

        if (q->role == BL_QUANTITY_MONTH && month >= 1 &&
            m->pairing[side][i].answer != BL_ANSWER_NONE)
            return day == ends[month - 1] || (month == 2 && day == 29);
    }
    return false;
}

/* Whether the other side may say it in words that are not known: parts of
 * numbers and codes are digits everywhere. */
static bool may_be_in_words(const bl_matcher *m, int side, const bl_quantity *q)
{
    return !bl_matcher_says(m, 1 - side, BL_SAYS_NUMBERS) &&
           q->fraction_digits == 0 && (q->flags & BL_QUANTITY_ROW) == 0;
}

/* What must be known of the other side's words for this one to be missed. */
static unsigned scope_of(const bl_quantity *q)
{
    switch (q->role) {
    case BL_QUANTITY_MONTH:
        return BL_SAYS_MONTHS;
    case BL_QUANTITY_WEEKDAY:
        return BL_SAYS_WEEKDAYS;
    case BL_QUANTITY_ORDINAL:
        return BL_SAYS_ORDINALS;
    default:
        return BL_SAYS_NUMBERS;
    }
}

static bool has_word(const bl_side *side, const bl_word *word)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (side->tokens[i].word != NULL &&
            bl_str_equal(side->tokens[i].word->folded, word->folded))
            return true;
    }
    return false;
}

/* Whether the other side has the words as they stand, where they were not
 * translated or are no number: "null" and NULL. */
static bool is_taken_over(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_side *own = m->side[side];

    for (uint32_t i = bl_side_token_from(own, q->span.start);
         i < own->token_count && own->tokens[i].start < q->span.limit; i++) {
        if (own->tokens[i].word == NULL ||
            (own->tokens[i].flags & BL_TOKEN_GLYPH) != 0 ||
            !has_word(m->side[1 - side], own->tokens[i].word))
            return false;
    }
    return true;
}

/* Whether a word cannot be missed: the other side has it, or none that are
 * known of its kind. */
static bool is_unheard(const bl_matcher *m, int side, const bl_quantity *q)
{
    return q->evidence != BL_EVIDENCE_DIGITS &&
           (!bl_matcher_says(m, 1 - side, scope_of(q)) ||
            is_taken_over(m, side, q));
}

/* The 2020 of "July 26, 2020" for "7月26日": a translation that is read later
 * or elsewhere says which year it was. */
static bool is_year_made_plain(const bl_matcher *m, int side, uint32_t at)
{
    return side == BL_TARGET &&
           bl_matcher_get(m, side, at)->role == BL_QUANTITY_YEAR &&
           has_answered_sibling(m, side, at);
}

/* Whether the source has a small number in a word that may be something else,
 * and that no digits of the target answer: both, second, twice. */
static bool has_small_word(const bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[BL_SOURCE]; i++) {
        const uint32_t at = m->left[BL_SOURCE][i];
        const bl_quantity *q = bl_matcher_get(m, BL_SOURCE, at);

        if (bl_matcher_is_open(m, BL_SOURCE, at) && bl_is_plain(q->role) &&
            bl_decimal_small(q->value[0], BL_SMALL) > 1)
            return true;
    }
    return false;
}

/* Digits of a translation that are not those of such a word. A one may stand
 * for any article, and times have many ways to be said. */
static bool is_exchanged_word(const bl_matcher *m, int side,
                              const bl_quantity *q)
{
    return side == BL_TARGET && !bl_is_time_role(q->role) &&
           q->numeral.start != q->numeral.limit &&
           bl_decimal_small(q->value[0], BL_SMALL) > 1 && has_small_word(m);
}

/* Whether a value that is on one side alone is worth a warning. */
static bool is_telling(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    if (m->unreadable || q->evidence != BL_EVIDENCE_DIGITS ||
        (side == BL_TARGET && bl_is_in_remark(m->side[side], q->span)))
        return false;
    /* A name in a program is written the same everywhere. */
    if ((q->flags & BL_QUANTITY_IDENTIFIER) != 0)
        return true;
    if ((q->flags & (BL_QUANTITY_ATTACHED | BL_QUANTITY_LIST)) != 0 ||
        is_country_code(m, side, at) || is_year_made_plain(m, side, at) ||
        may_be_in_words(m, side, q) || is_exchanged(m, side, at) ||
        is_one_of_rate(m, side, q) ||
        is_end_of_month(m, side, at))
        return false;
    if (q->role == BL_QUANTITY_DAY || q->role == BL_QUANTITY_MINUTE ||
        bl_decimal_small(q->value[0], BL_SMALL) >= 0)
        return is_money_or_share(m, q) || has_answered_sibling(m, side, at) ||
               bl_is_contradiction(m, side, at) || is_whole_date(m, side, at) ||
               is_exchanged_word(m, side, q);
    return !bl_is_named(q);
}

/* A half comes and goes: midway, the midterm elections, "a year and a half" in
 * languages that name no one there. */
static bool is_half(const bl_quantity *q)
{
    return (q->role == BL_QUANTITY_FRACTION &&
            bl_decimal_equal(q->value[0], bl_decimal_of(5, -1))) ||
           (q->role == BL_QUANTITY_NUMBER &&
            q->evidence == BL_EVIDENCE_WORD && q->reading_count > 1 &&
            bl_decimal_small(q->value[0], 1) == 1 &&
            bl_decimal_equal(q->value[1], bl_decimal_of(15, -1)));
}

/* The inches of feet that are another number of meters. */
static bool is_told_with_other(const bl_matcher *m, int side, uint32_t at)
{
    return at > 0 && bl_matcher_get(m, side, at)->unit != BL_UNIT_NONE &&
           bl_matcher_get(m, side, at)->entity ==
               bl_matcher_get(m, side, at - 1)->entity &&
           m->pairing[side][at - 1].partner >= 0 &&
           m->pairing[side][at - 1].answer == BL_ANSWER_NONE &&
           bl_units_convertible(m->units, bl_matcher_get(m, side, at)->unit,
                                bl_matcher_get(m, side, at - 1)->unit) &&
           bl_matcher_get(m, side, at)->unit !=
               bl_matcher_get(m, side, at - 1)->unit;
}

void bl_differ_lone(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];
            const bl_quantity *q = bl_matcher_get(m, side, at);

            if (!bl_matcher_is_open(m, side, at) ||
                q->evidence == BL_EVIDENCE_WEAK || is_half(q) ||
                (q->flags & BL_QUANTITY_OPTIONAL) != 0 ||
                is_told_with_other(m, side, at) || is_unheard(m, side, q) ||
                bl_differ_lone_code(m, side, at))
                continue;
            bl_matcher_differ(
                m, side == 0 ? BL_DIFFERENCE_MISSING : BL_DIFFERENCE_EXTRA,
                side == 0 ? (int32_t)at : -1, side == 1 ? (int32_t)at : -1,
                is_telling(m, side, at));
        }
    }
}
