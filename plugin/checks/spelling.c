/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spelling: a word of the target that the dictionary does not know, and that
 * nothing explains.
 *
 * Explained are words that stand in the source with the same letters, names
 * and acronyms, words with digits or in addresses, terms of the lists, user
 * words, and both ways of placing a tone mark.
 *
 * Page, examples and tests: spelling.md
 */
#include "checks/check.h"
#include "lexicon/language.h"
#include "lexicon/spelling.h"
#include "lexicon/syllables.h"
#include "text/chars.h"

#include <string.h>

enum { UNKNOWN };

/* Longest word with its apostrophes or hyphens. */
enum { JOINED_SIZE = 128 };

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH |
                            BL_TOKEN_KEPT)) == 0;
}

/* Letters glued to digits, _ or @ are no words of a language. */
static bool is_glued(const bl_side *side, uint32_t at)
{
    static const char signs[] = "_@#/\\&+=";
    const bl_token *before = at > 0 ? &side->tokens[at - 1] : NULL;
    const bl_token *after =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;

    if (before != NULL && side->tokens[at].gap == BL_GAP_NONE &&
        (before->kind == BL_TOKEN_NUMBER ||
         (before->c < 0x80 && before->kind != BL_TOKEN_WORD &&
          memchr(signs, (int)before->c, sizeof(signs) - 1) != NULL)))
        return true;
    return after != NULL && after->gap == BL_GAP_NONE &&
           (after->kind == BL_TOKEN_NUMBER ||
            (after->c < 0x80 && after->kind != BL_TOKEN_WORD &&
             memchr(signs, (int)after->c, sizeof(signs) - 1) != NULL));
}

/* The same letters in the source: a name, a brand, a word taken over. */
static bool is_in_source(const bl_pair *pair, const bl_word *word)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *other = source->tokens[i].word;

        if (other != NULL && other->fold_hash == word->fold_hash &&
            bl_str_equal(other->folded, word->folded))
            return true;
    }
    return false;
}

/* Whether the language writes the word in another accepted way that the
 * dictionary knows: hòa for hoà. */
static bool is_respelled(const bl_language *language, const bl_word *word)
{
    char other[JOINED_SIZE];
    size_t size;

    if (language->syllables == NULL)
        return false;
    size = bl_syllables_respell(language->syllables, word->folded, other,
                                sizeof(other));
    return size != 0 &&
           bl_speller_knows(language->speller, bl_str_of(other, size));
}

/* The dictionary has the word with what is joined to it: don't, l'homme,
 * rendez-vous. Both ends, since either may be the part that it lacks. */
static bool is_joined(const bl_side *side, uint32_t at)
{
    uint32_t first = at;
    uint32_t last = at;
    char word[JOINED_SIZE];
    size_t size = 0;

    while (first >= 2 && side->tokens[first].gap == BL_GAP_NONE &&
           side->tokens[first - 1].gap == BL_GAP_NONE &&
           side->tokens[first - 1].kind == BL_TOKEN_PUNCT &&
           (bl_is_apostrophe(side->tokens[first - 1].c) ||
            side->tokens[first - 1].c == '-') &&
           side->tokens[first - 2].kind == BL_TOKEN_WORD)
        first -= 2;
    while (last + 2 < side->token_count &&
           side->tokens[last + 1].gap == BL_GAP_NONE &&
           side->tokens[last + 2].gap == BL_GAP_NONE &&
           side->tokens[last + 1].kind == BL_TOKEN_PUNCT &&
           (bl_is_apostrophe(side->tokens[last + 1].c) ||
            side->tokens[last + 1].c == '-') &&
           side->tokens[last + 2].kind == BL_TOKEN_WORD)
        last += 2;
    if (first == last)
        return false;
    for (uint32_t i = first; i <= last; i++) {
        const bl_token *token = &side->tokens[i];
        const size_t length = (size_t)token->limit - token->start;

        if (size + length >= sizeof(word))
            return false;
        if (token->kind == BL_TOKEN_PUNCT) {
            word[size++] = token->c == '-' ? '-' : '\'';
            continue;
        }
        memcpy(word + size, side->text.ptr + token->start, length);
        size += length;
    }
    return bl_speller_knows(side->language->speller, bl_str_of(word, size));
}

static bool is_good(const bl_side *side, uint32_t at)
{
    bl_language *language = side->language;
    const bl_word *word = side->tokens[at].word;

    return bl_language_spelling(language, word) != BL_VERDICT_BAD ||
           bl_language_common(language, word) != BL_VERDICT_BAD ||
           is_respelled(language, word) || is_joined(side, at);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];

    (void)self;
    if (target->language->speller == NULL)
        return;
    for (uint32_t i = 0; i < target->token_count; i++) {
        const bl_token *token = &target->tokens[i];
        bl_emission e = { .message = UNKNOWN, .mark_count = 1 };

        /* Capitals are names and acronyms; a letter is no word. */
        if (!is_word(token) || token->word->letters < 2 ||
            token->word->letter_case != BL_CASE_LOWER ||
            is_good(target, i) || is_glued(target, i) ||
            is_in_source(pair, token->word) ||
            bl_language_is_user_word(target->language, token->word))
            continue;
        e.marks[0] = bl_mark_of(BL_TARGET, bl_token_span(token));
        e.arguments[0] = token->word->text;
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_spelling = {
    .id = "spelling",
    .title = "A word is not in the dictionary",
    .category = "spelling",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [UNKNOWN] = { "unknown", "\"{0}\" is not in the dictionary",
                      BL_WARNING },
    },
    .run = run,
};
