/* SPDX-License-Identifier: Apache-2.0 */
/* What the words of a name are: made of two ordinary ones, or acronyms. Such
 * names are translated, and spelled out. */
#include "recognise/name.h"

#include "lexicon/language.h"
#include "text/chars.h"

/* "Oscar-Preisträger": where nouns have capitals, one that the dictionary has
 * is joined to a name. */
static bool is_joined_noun(const bl_side *side, const bl_name *name)
{
    const unsigned known = BL_NAME_LISTED | BL_NAME_SURNAME | BL_NAME_TITLED;
    const bl_token *last = &side->tokens[name->limit - 1];

    return side->language->noun_capitals && (name->flags & known) == 0 &&
           name->limit - name->first > 2 &&
           last->gap == BL_GAP_NONE && bl_is_dash(last[-1].c) &&
           last->word != NULL &&
           (last->word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) == 0 &&
           bl_language_spelling(side->language, last->word) == BL_VERDICT_GOOD;
}

bool bl_is_composed_name(const bl_side *side, const bl_name *name)
{
    const unsigned person = BL_NAME_GIVEN | BL_NAME_LISTED | BL_NAME_SURNAME |
                            BL_NAME_TITLED;
    bool composed = false;

    if (is_joined_noun(side, name))
        return true;
    if ((name->flags & person) != 0)
        return false;
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];

        if (!bl_is_name_word(token) ||
            bl_language_common(side->language, token->word) !=
                BL_VERDICT_BAD ||
            bl_language_spelling(side->language, token->word) !=
                BL_VERDICT_BAD)
            continue;
        if (!bl_language_is_composed(side->language, token->word))
            return false;
        composed = true;
    }
    return composed;
}

bool bl_is_name_of_acronyms(const bl_side *side, const bl_name *name)
{
    enum { ACRONYM = 5 };

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;

        if (bl_is_name_word(&side->tokens[i]) &&
            (word->letter_case != BL_CASE_UPPER || word->letters > ACRONYM ||
             word->letters < 2))
            return false;
    }
    return true;
}
