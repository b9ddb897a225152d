/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a text is a heading, in which words have a capital that are no
 * names. */
#include "recognise/name.h"

#include "lexicon/language.h"

/* More capitalised words than this share of all are a heading. */
enum { HEADING_PERCENT = 70, HEADING_WORDS = 4 };

static bool is_most(uint32_t capitals, uint32_t words)
{
    return words >= HEADING_WORDS &&
           capitals * 100 >= words * HEADING_PERCENT;
}

/* Every Word Has A Capital. */
static bool is_capitalised(const bl_name_starts *starts)
{
    const unsigned capital = BL_TRAIT_CASED | BL_TRAIT_CAPITAL;
    uint32_t capitals = 0;

    for (uint32_t i = 0; i < starts->count; i++)
        capitals += (starts->items[i]->traits & capital) == capital;
    return is_most(capitals, starts->cased);
}

/* A heading has no full stop, but for that of an abbreviation, and all of a
 * sentence have a word in small letters. */
static bool is_sentence(const bl_side *side)
{
    const bl_token *last = &side->tokens[side->token_count - 1];
    bool small = false;

    if (last->kind != BL_TOKEN_PUNCT || last->c != '.' ||
        side->token_count < 2 || last[-1].kind != BL_TOKEN_WORD ||
        (last[-1].traits & BL_TRAIT_CAPITAL) != 0)
        return false;
    for (uint32_t i = 0; i < side->token_count && !small; i++)
        small = (side->tokens[i].traits & BL_TRAIT_LOWER) != 0;
    return small;
}

/* Whether it has its capital for what it is: "He met President Trump." */
static bool is_of_its_own(const bl_token *token)
{
    const bl_sense_set lists = BL_SENSE_BIT(BL_SENSE_PERSON) |
                               BL_SENSE_BIT(BL_SENSE_ENTITY) |
                               BL_SENSE_BIT(BL_SENSE_DEMONYM);

    return (token->traits & BL_TRAIT_TITLE) != 0 ||
           (token->kind == BL_TOKEN_WORD && (token->word->reach & lists) != 0);
}

static bool has_capital(const bl_token *token)
{
    const unsigned capital = BL_TRAIT_CASED | BL_TRAIT_CAPITAL;

    return (token->traits & capital) == capital && !is_of_its_own(token);
}

/* Words that only names have say nothing: a list of people is no heading, and
 * nor are the names in a script without case. The dictionary, which takes
 * longest, is asked of capitals last, and as long as they may count. */
bool bl_is_heading(const bl_side *side, const bl_name_starts *starts)
{
    uint32_t words = 0;
    uint32_t capitals = 0;
    uint32_t left = 0; /* capitals that have not been asked of */

    if (!is_capitalised(starts) || is_sentence(side))
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (is_of_its_own(token))
            continue;
        if (has_capital(token))
            left++;
        else if ((token->traits & BL_TRAIT_CASED) != 0)
            words += bl_language_common(side->language, token->word) !=
                     BL_VERDICT_BAD;
        else
            words += token->kind == BL_TOKEN_WORD &&
                     token->word->letter_case == BL_CASE_NONE;
    }
    for (uint32_t i = 0; !is_most(capitals, words) &&
                         is_most(capitals + left, words + left);
         i++) {
        const bl_token *token = &side->tokens[i];

        if (!has_capital(token))
            continue;
        left--;
        if (bl_language_common(side->language, token->word) !=
            BL_VERDICT_BAD) {
            words++;
            capitals++;
        }
    }
    return is_most(capitals, words);
}
