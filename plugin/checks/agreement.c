/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands behind a number may go by it: "2 Millionen" cannot become "1
 * Millionen", nor "2 часа" "5 часа". CLDR says which numbers take other words;
 * which those are, nobody does.
 */
#include "checks/agreement.h"

#include "lexicon/language.h"
#include "text/plural.h"

/* Letters of a word that may be a symbol (kg, км) or stand between (de, of):
 * those do not go by numbers. */
enum { SHORT_LETTERS = 2 };

/* The number that its digits say, with its scale words aside. */
static int64_t number_of(bl_decimal value, int32_t scale)
{
    const bl_decimal two = bl_decimal_of(2, 0);

    if (value.coefficient != 0)
        value.exponent -= scale;
    if (!bl_decimal_is_integer(value))
        return bl_decimal_compare(value, two) < 0 ? BL_PLURAL_PART
                                                  : BL_PLURAL_PARTS;
    return bl_decimal_small(value, INT64_MAX / 2);
}

/* The word right behind the digits, or NULL. */
static const bl_word *word_behind(const bl_side *side, const bl_quantity *q)
{
    const uint32_t at = bl_side_token_from(side, q->numeral.limit);
    const bl_token *token = &side->tokens[at];

    return at < side->token_count && token->kind == BL_TOKEN_WORD &&
                   token->gap != BL_GAP_WIDE
               ? token->word
               : NULL;
}

/* "km" and "EUR" are the same behind every number. */
static bool may_change(const bl_word *word)
{
    return word->letters > SHORT_LETTERS && word->letter_case != BL_CASE_UPPER;
}

bool bl_breaks_agreement(const bl_side *side, const bl_quantity *number,
                         bl_decimal value)
{
    const bl_plurals plurals = side->language->plurals;
    const bl_word *word;

    if (plurals == 0 || number->role != BL_QUANTITY_NUMBER)
        return false;
    word = word_behind(side, number);
    return word != NULL && may_change(word) &&
           bl_plural_of(plurals, number_of(value, number->scale)) !=
               bl_plural_of(plurals,
                            number_of(number->value[0], number->scale));
}
