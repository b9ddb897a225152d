/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hyphen joins what is written together, or stands for the rest of a word,
 * and then only a few words follow it ("pre- and postwar"). An apostrophe that
 * ends a word stands behind a few letters ("workers'", "goin'"), or closes what
 * another one opens. What the source has as well, be it a dash, explains
 * either.
 */
#include "checks/loose_signs.h"

#include "checks/signs.h"

/* Letters of a word; one alone is the name of something: "a' is a point". */
enum { LETTERS = 2 };

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_beside_space(const bl_side *side, size_t at)
{
    return at == 0 || side->tokens[at].gap != BL_GAP_NONE ||
           at + 1 == side->token_count ||
           side->tokens[at + 1].gap != BL_GAP_NONE;
}

/* Whether a word in small letters stands before the sign, and another one
 * behind it and a space. */
static bool is_between_words(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return at > 0 && token->gap == BL_GAP_NONE && bl_sign_is_prose(token) &&
           token[-1].kind == BL_TOKEN_WORD && bl_sign_is_prose(token - 1) &&
           token[-1].word->letter_case == BL_CASE_LOWER &&
           token[-1].word->letters >= LETTERS &&
           at + 1 < side->token_count && token[1].gap == BL_GAP_SPACE &&
           token[1].kind == BL_TOKEN_WORD && bl_sign_is_prose(token + 1);
}

/* ---- hyphens ------------------------------------------------------------ */

/* A dash, or a hyphen beside a space, which may be one, but for the sign
 * itself. */
static bool has_dash(const bl_side *side, size_t but)
{
    for (size_t i = 0; (i = bl_sign_next(side, i)) < side->token_count; i++) {
        const uint32_t c = side->tokens[i].c;

        if (i != but && bl_is_dash(c) &&
            (!is_hyphen(c) || is_beside_space(side, i)))
            return true;
    }
    return false;
}

static bool is_loose_hyphen(const bl_pair *pair, size_t at)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_word *next = target->tokens[at + 1].word;
    const bl_form_list *behind = &target->language->suspended;

    return behind->count != 0 && next->letter_case == BL_CASE_LOWER &&
           !bl_form_list_has(behind, next->text) && !has_dash(target, at) &&
           !has_dash(&pair->side[BL_SOURCE], SIZE_MAX);
}

/* ---- apostrophes -------------------------------------------------------- */

/* Whether a quotation mark stands there, but for the sign itself and those
 * within words. */
static bool has_quote(const bl_side *side, size_t but)
{
    for (size_t i = 0; i < side->token_count; i++) {
        const uint32_t c = side->tokens[i].c;

        if (i != but && (bl_is_double_quote(c) ||
                         ((bl_is_quote(c) || bl_is_apostrophe(c)) &&
                          is_beside_space(side, i))))
            return true;
    }
    return false;
}

/* Whether the word may end in an apostrophe. */
static bool is_clipped(const bl_language *language, bl_str word)
{
    for (size_t i = 0; i < language->clipped.count; i++) {
        if (bl_str_ends(word, language->clipped.items[i]))
            return !bl_form_list_has(&language->joining, word);
    }
    return false;
}

static bool is_loose_apostrophe(const bl_pair *pair, size_t at)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_language *language = target->language;

    return language->clipped.count != 0 &&
           !is_clipped(language, target->tokens[at - 1].word->text) &&
           !has_quote(target, at) &&
           !has_quote(&pair->side[BL_SOURCE], SIZE_MAX);
}

bool bl_sign_is_loose(const bl_pair *pair, size_t at)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t c = target->tokens[at].c;

    if (!is_hyphen(c) && !bl_is_apostrophe(c))
        return false;
    return is_between_words(target, at) &&
           (is_hyphen(c) ? is_loose_hyphen(pair, at)
                         : is_loose_apostrophe(pair, at));
}
