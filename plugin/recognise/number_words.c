/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a number in words says besides its value: its unit and its scale, where
 * the words have them within, and whether it is a number at all.
 */
#include "recognise/numbering.h"

#include "text/chars.h"

/* The unit of a number that is one word with it: "dvouprocentní",
 * "zweiwöchig". */
static uint16_t unit_of_tail(const bl_scan *scan, const bl_word *word)
{
    const bl_sense *sense;

    if ((word->flags & BL_WORD_COMPOUND) == 0 || word->root == 0)
        return BL_UNIT_NONE;
    if (bl_language_sense(scan->language, word->root, BL_SENSE_PERCENT) != NULL)
        return scan->language->units->percent;
    sense = bl_language_sense(scan->language, word->root, BL_SENSE_UNIT);
    return sense != NULL ? (uint16_t)sense->value : BL_UNIT_NONE;
}

/* The same of words that have it among them: "hodinu a půl", an hour and a
 * half; a letter is no unit there (пять *с* половиной). */
uint16_t bl_number_unit_within(const bl_scan *scan, size_t at,
                               const bl_spelled *spelled)
{
    const bool fraction = spelled->value.exponent < 0;
    const bl_sense *sense = NULL;

    for (size_t i = at; fraction && sense == NULL && i < spelled->limit; i++) {
        const bl_word *word = scan->tokens[i].word;

        if (word != NULL &&
            (word->letters > 1 ||
             (scan->tokens[i].flags & BL_TOKEN_GLYPH) != 0) &&
            (word->set & BL_SENSE_BIT(BL_SENSE_UNIT)) != 0)
            sense = bl_language_sense(scan->language, word->root,
                                      BL_SENSE_UNIT);
    }
    return sense != NULL
               ? (uint16_t)sense->value
               : unit_of_tail(scan, scan->tokens[spelled->limit - 1].word);
}

/* The scale that ends a number in words: a word for two of them has it within,
 * مليونان. */
uint8_t bl_number_scale_of_words(size_t at, const bl_spelled *spelled)
{
    const bl_decimal value = spelled->value;

    return spelled->scale == 0 && spelled->limit == at + 1 &&
                   value.coefficient == 2 && value.exponent >= 3
               ? (uint8_t)value.exponent
               : spelled->scale;
}

/* "neuf ans", "sei gradi": a word that is new or you are elsewhere is a number
 * before what is measured, unless that may be a word of dates as well (năm
 * tháng, years and months). One and two come and go. */
bool bl_number_is_measured(const bl_scan *scan, size_t at,
                           const bl_spelled *spelled, const bl_find *find)
{
    const bl_quantity *quantity = &find->quantity;
    enum { LEAST = 3, MOST = 99 };
    const bl_sense_set dates = BL_SENSE_BIT(BL_SENSE_YEAR_MARK) |
                               BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |
                               BL_SENSE_BIT(BL_SENSE_DAY_MARK);
    const bl_units *units = scan->language->units;

    if (spelled->evidence != BL_EVIDENCE_WEAK || spelled->limit != at + 1)
        return false;
    /* "the third floor" */
    if (quantity->role == BL_QUANTITY_ORDINAL)
        return quantity->unit != BL_UNIT_NONE &&
               (quantity->unit == units->storey ||
                quantity->unit == units->storey_from_zero);
    return quantity->role == BL_QUANTITY_NUMBER &&
           (scan->tokens[at].flags & BL_TOKEN_GLYPH) == 0 &&
           (scan->tokens[at].word->set & dates) == 0 &&
           bl_decimal_small(quantity->value[0], MOST) >= LEAST &&
           find->limit > spelled->limit && quantity->unit != BL_UNIT_NONE &&
           !bl_unit_is_currency(units, quantity->unit);
}

/* The 이 of "서울이", which ends its word, is a particle and no two; that of
 * "제이" is the second. */
bool bl_number_is_particle(const bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];
    const bl_token *next = bl_scan_token(scan, at + 1);

    return scan->language->particles.count != 0 && at > 0 &&
           (token->flags & token[-1].flags & BL_TOKEN_GLYPH) != 0 &&
           token->gap == BL_GAP_NONE && bl_is_hangul(token->c) &&
           (next == NULL || next->gap != BL_GAP_NONE ||
            next->kind != BL_TOKEN_WORD) &&
           !bl_scan_has(scan, at - 1, BL_SENSE_ORDINAL_MARK) &&
           bl_language_is_particle(scan->language, token->word->folded);
}

/* Whether what looks like a number ends a longer word: the 제로 of 실제로, but
 * not that of "제이", where it has its mark. */
bool bl_number_is_within_word(const bl_scan *scan, size_t at)
{
    return bl_scan_is_within_hangul(scan, at) &&
           !bl_scan_has(scan, at - 1, BL_SENSE_ORDINAL_MARK);
}
