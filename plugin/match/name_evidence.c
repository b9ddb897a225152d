/* SPDX-License-Identifier: Apache-2.0 */
/* What speaks for a name: lists and titles, its words, its capitals. */
#include "match/naming.h"

#include "text/chars.h"

#include <string.h>

/* Letters from which on a single word can be told from another; and of a word
 * that is written small in titles: "of", "the". */
enum { LETTERS_LEAST = 3, SMALL_MOST = 3 };

/* Tokens of a label on either side of a name. */
enum { LABEL_MOST = 32 };

/* ---- what lists and titles say ------------------------------------------ */

int bl_naming_weight(const bl_name *name)
{
    int sum = 0;

    if ((name->flags & BL_NAME_PLACE) != 0)
        return 0;
    /* Of an organisation the lists say no more than of another name. */
    sum += (name->flags & (BL_NAME_LISTED | BL_NAME_BODY)) == BL_NAME_LISTED
               ? 3
               : 0;
    sum += (name->flags & BL_NAME_SURNAME) != 0 ? 3 : 0;
    sum += (name->flags & BL_NAME_TITLED) != 0 ? 2 : 0;
    sum += (name->flags & BL_NAME_RARE) != 0 && name->words > 1 ? 2 : 0;
    /* Against it: ordinary words, and a capital that the sentence wants. */
    if ((name->flags &
         (BL_NAME_SURNAME | BL_NAME_LISTED | BL_NAME_TITLED)) == 0) {
        sum -= (name->flags & BL_NAME_COMMON) != 0;
        sum -= (name->flags & BL_NAME_INITIAL) != 0;
    }
    return sum;
}

/* ---- what the words themselves say -------------------------------------- */

bool bl_naming_is_syllable(const bl_naming *n, int side, const bl_word *word)
{
    bl_language *language = n->side[side]->language;

    return language->syllables != NULL &&
           bl_language_syllable(language, word) == BL_VERDICT_GOOD;
}

static bool ends_label(const bl_token *token)
{
    return token->kind == BL_TOKEN_CODE ||
           (token->kind == BL_TOKEN_PUNCT && bl_is_quote(token->c));
}

bool bl_naming_is_in_label(const bl_side *side, const bl_name *name)
{
    const uint32_t limit = name->limit + LABEL_MOST < side->token_count
                               ? name->limit + LABEL_MOST
                               : side->token_count;
    uint32_t at = name->first;

    while (at > 0 && name->first - at < LABEL_MOST &&
           !ends_label(&side->tokens[at - 1]))
        at--;
    for (; at < limit && !ends_label(&side->tokens[at]); at++) {
        const bl_token *token = &side->tokens[at];

        if (token->kind == BL_TOKEN_WORD &&
            token->word->letter_case == BL_CASE_LOWER &&
            token->word->letters > SMALL_MOST)
            return false;
    }
    return true;
}

/* Whether it stands between codes, where it begins or all words have a
 * capital. */
static bool is_of_code(const bl_side *side, const bl_name *name)
{
    uint32_t first = name->first;
    uint32_t limit = name->limit;

    while (first > 0 && name->first - first < LABEL_MOST &&
           side->tokens[first - 1].kind != BL_TOKEN_CODE)
        first--;
    while (limit < side->token_count && limit - name->limit < LABEL_MOST &&
           side->tokens[limit].kind != BL_TOKEN_CODE)
        limit++;
    return first > 0 && side->tokens[first - 1].kind == BL_TOKEN_CODE &&
           limit < side->token_count &&
           side->tokens[limit].kind == BL_TOKEN_CODE &&
           (first == name->first || bl_naming_is_in_label(side, name));
}

bool bl_naming_are_labels(const bl_naming *n, const bl_name *name,
                          const bl_name *found)
{
    const unsigned evidence = BL_NAME_LISTED | BL_NAME_SURNAME |
                              BL_NAME_TITLED | BL_NAME_GIVEN;

    return ((name->flags | found->flags) & evidence) == 0 &&
           is_of_code(n->side[BL_SOURCE], name) &&
           is_of_code(n->side[BL_TARGET], found);
}

bool bl_naming_is_native(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (side->tokens[i].kind == BL_TOKEN_WORD &&
            bl_language_syllable(side->language, side->tokens[i].word) !=
                BL_VERDICT_GOOD)
            return false;
    }
    return side->language->syllables != NULL;
}

/* Whether one of the words is an adjective or a people of a country: what they
 * name has a name in each language. */
static bool has_demonym(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            (side->tokens[i].word->set & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0)
            return true;
    }
    return false;
}

/* "Např. okres": a point, and no sentence behind it. */
static bool is_shortened(const bl_side *side, const bl_name *name)
{
    const bl_token *point = &side->tokens[name->limit];

    return name->words == 1 && name->limit + 1 < side->token_count &&
           point->c == '.' && point->gap == BL_GAP_NONE &&
           point[1].gap != BL_GAP_NONE &&
           (point[1].traits & BL_TRAIT_LOWER) != 0;
}

/* Whether it is more than an abbreviation, which may be of anything: "D.C.",
 * "Chr." */
static bool is_spelled_out(const bl_side *side, const bl_name *name)
{
    const bl_token *behind = &side->tokens[name->limit];

    if (is_shortened(side, name))
        return false;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            side->tokens[i].word->letters > (name->words > 1 ? 2 : 3))
            return true;
    }
    return name->words == 1 &&
           side->tokens[name->first].word->letters >= LETTERS_LEAST &&
           (name->limit == side->token_count || behind->c != '.');
}

/* Of several words that the dictionary has judged. One common word makes it a
 * thing with a name in each language, unless another one is in no dictionary:
 * "Asian Games", "Conor Lamb"; two always do. */
static int likelihood_of_words(const bl_name *name)
{
    if (name->proper == name->words)
        return 3;
    return name->rare != 0 && name->proper + 1 >= name->words ? 2 : 1;
}

/* Whether a name of two words may have one of its capitals from the sentence
 * that it begins; Latin letters in the midst of another script do not. */
static bool is_opening(const bl_side *side, const bl_name *name)
{
    return name->words == 2 && (name->flags & BL_NAME_INITIAL) != 0 &&
           (bl_locale_is_latin(&side->language->locale) ||
            !bl_is_latin(side->tokens[name->first].word));
}

/* Whether the sign before the letter of a key parts its last word: "Acco_unt",
 * "Abbre&viated". */
static bool is_parted(const bl_side *side, const bl_name *name)
{
    const bl_token *behind = &side->tokens[name->limit];

    return name->limit < side->token_count && behind->gap == BL_GAP_NONE &&
           (behind->c == '_' || behind->c == '&');
}

int bl_naming_likelihood(const bl_side *side, const bl_name *name)
{
    int sum = 0;

    if ((name->flags & (BL_NAME_PLACE | BL_NAME_ACRONYM)) != 0 ||
        !is_spelled_out(side, name) || is_parted(side, name) ||
        bl_naming_is_native(side, name))
        return 0;
    if ((name->flags & BL_NAME_GIVEN) != 0)
        return BL_NAME_SURE;
    if (name->words > 1)
        sum = likelihood_of_words(name);
    else if ((name->flags & BL_NAME_RARE) != 0)
        sum = (name->flags & BL_NAME_INITIAL) != 0 ? 1 : 2;
    /* Without a dictionary every word could be one of the language. */
    if (name->judged == 0)
        sum -= name->words == 1 ? sum : 1 + is_opening(side, name);
    /* Where nouns have capitals, only words that nobody knows are names. */
    if (side->language->noun_capitals && name->rare == 0)
        sum = 0;
    if (has_demonym(side, name))
        return sum != 0;
    /* "Professor Kennedy": known, but not as a common word. */
    if (sum == 0 && name->words == 1 && (name->flags & BL_NAME_TITLED) != 0)
        return name->judged != 0 && name->proper != 0 &&
               !side->language->noun_capitals;
    return sum + ((name->flags & BL_NAME_TITLED) != 0 && sum != 0);
}

/* Whether it is neither a place or a people, nor an abbreviation, nor a
 * syllable of the language. */
static bool may_be_name(const bl_side *side, const bl_name *name)
{
    return (name->flags & (BL_NAME_ACRONYM | BL_NAME_PLACE)) == 0 &&
           is_spelled_out(side, name) && !is_parted(side, name) &&
           !bl_naming_is_native(side, name) && !has_demonym(side, name);
}

const bl_word *bl_naming_in_source(const bl_naming *n, uint32_t token)
{
    const bl_token *found = &n->side[BL_TARGET]->tokens[token];

    return bl_is_name_word(found)
               ? bl_language_word(n->side[BL_SOURCE]->language,
                                  found->word->text, n->arena)
               : NULL;
}

bool bl_naming_is_name_of_source(const bl_naming *n, const bl_word *word)
{
    bl_language *language = n->side[BL_SOURCE]->language;
    const bl_word *there =
        language->speller != NULL
            ? bl_language_word(language, word->text, n->arena)
            : NULL;

    return there != NULL &&
           bl_language_spelling(language, there) == BL_VERDICT_GOOD &&
           bl_language_common(language, there) == BL_VERDICT_BAD;
}

bool bl_naming_may_be_rendering(const bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];

    if (!n->both_latin || target->language->speller != NULL ||
        target->language->copies_names)
        return false;
    for (uint32_t i = found->first; i < found->limit; i++) {
        const bl_word *word = target->tokens[i].word;

        if (bl_is_name_word(&target->tokens[i]) &&
            ((word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0 ||
             bl_naming_is_name_of_source(n, word)))
            return false;
    }
    return true;
}

bool bl_naming_is_known(const bl_side *side, const bl_name *name)
{
    return name->judged != 0 &&
           (name->words > 1 ? (name->flags & BL_NAME_INITIAL) == 0
                            : name->proper != 0) &&
           !side->language->noun_capitals && may_be_name(side, name);
}

bool bl_naming_is_unknown(const bl_side *side, const bl_name *name)
{
    return name->rare != 0 && name->proper == name->words &&
           (name->words > 1 || (name->flags & BL_NAME_INITIAL) == 0) &&
           may_be_name(side, name);
}

bool bl_naming_has_capital(const bl_side *side, const bl_name *name)
{
    const bl_word *word = side->tokens[name->first].word;

    return name->words == 1 && name->judged == 0 &&
           (name->flags & BL_NAME_INITIAL) == 0 &&
           word->letter_case == BL_CASE_INITIAL &&
           word->letters > LETTERS_LEAST &&
           side->language->syllables == NULL &&
           !side->language->noun_capitals && may_be_name(side, name);
}
