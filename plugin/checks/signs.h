/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules of punctuation ask of the tokens of a side. */
#ifndef BL_CHECKS_SIGNS_H
#define BL_CHECKS_SIGNS_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "text/chars.h"

/* The next sign from token `at` on, or how many tokens there are. */
static inline size_t bl_sign_next(const bl_side *side, size_t at)
{
    return bl_traits_next(side->traits, side->token_count, at,
                          BL_TRAIT_POINT);
}

/* Whether it is of the prose: in no placeholder, address or code, and in no
 * stretch that is not to be translated. */
static inline bool bl_sign_is_prose(const bl_token *token)
{
    return (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0;
}

/* As nearly all full stops and commas stand: behind a word, before a space. */
static inline bool bl_sign_is_usual(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return (token->c == '.' || token->c == ',') &&
           token->gap == BL_GAP_NONE &&
           (at + 1 == side->token_count || token[1].gap != BL_GAP_NONE);
}

/* Whether a sign makes one name of what it touches, as in code and addresses:
 * login_page, name@company, key=value. */
static inline bool bl_sign_binds(uint32_t c)
{
    return c == '_' || c == '@' || c == '#' || c == '/' || c == '\\' ||
           c == '&' || c == '+' || c == '=';
}

/* The same of the sign at a place; of one that parts words, where the next
 * follows at once: org.example, "en,fr". */
static inline bool bl_sign_binds_at(const bl_side *side, size_t at)
{
    const bl_token *sign = &side->tokens[at];

    return bl_sign_binds(sign->c) ||
           ((sign->c == '.' || sign->c == ':' || sign->c == ',' ||
             sign->c == ';') &&
            at > 0 && sign->gap == BL_GAP_NONE &&
            at + 1 < side->token_count && sign[1].gap == BL_GAP_NONE &&
            sign[1].kind == BL_TOKEN_WORD);
}

/* Whether a name of code, which nobody translates, goes on with a word:
 * consumer and key of "oauth_consumer_key", time of "type='time'". */
static inline bool bl_code_goes_on(const bl_side *side, size_t at)
{
    return at > 0 && side->tokens[at].gap == BL_GAP_NONE &&
           bl_sign_binds_at(side, at - 1);
}

/* The same of any part of such a name. */
static inline bool bl_is_of_code(const bl_side *side, size_t at)
{
    return bl_code_goes_on(side, at) ||
           (at + 1 < side->token_count &&
            side->tokens[at + 1].gap == BL_GAP_NONE &&
            bl_sign_binds_at(side, at + 1));
}

/* The bar that parts the plural forms of a text: "one file|{n} files". */
static inline bool bl_sign_parts_forms(const bl_token *token)
{
    return token->c == '|' && (token->flags & BL_TOKEN_MASKED) == 0;
}

/* What a sign says in the language of its side; NONE for other tokens. */
static inline bl_point_kind bl_sign_kind(const bl_side *side,
                                         const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT
               ? bl_point_kind_of(&side->language->points, token->c)
               : BL_POINT_NONE;
}

/* Brackets in pairs: ( ) [ ] { }, and those of East Asia. The closing one of
 * an opening one, or 0. */
static inline uint32_t bl_bracket_of(uint32_t c)
{
    switch (c) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case 0xff08:
        return 0xff09;
    case 0xff3b:
        return 0xff3d;
    default:
        return c >= 0x3008 && c <= 0x3017 && c != 0x3012 && c != 0x3013 &&
                       (c & 1) == 0
                   ? c + 1
                   : 0;
    }
}

static inline bool bl_is_closing_bracket(uint32_t c)
{
    return c == ')' || c == ']' || c == '}' || c == 0xff09 || c == 0xff3d ||
           (c >= 0x3009 && c <= 0x3017 && c != 0x3012 && c != 0x3013 &&
            (c & 1) == 1);
}

#endif
