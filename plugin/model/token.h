/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of a side. Spaces are no tokens: each token says what stands
 * before it.
 */
#ifndef BL_MODEL_TOKEN_H
#define BL_MODEL_TOKEN_H

#include "model/span.h"
#include "model/traits.h"

struct bl_word;

typedef enum bl_token_kind {
    BL_TOKEN_WORD,   /* letters and marks; one letter in glyph scripts */
    BL_TOKEN_NUMBER, /* digits of one script, or one numeric character */
    BL_TOKEN_SYMBOL, /* one of % ° € + and the like */
    BL_TOKEN_PUNCT,  /* one of . , - " and the like */
    BL_TOKEN_CODE    /* an inline code */
} bl_token_kind;

typedef enum bl_gap {
    BL_GAP_NONE,
    BL_GAP_SPACE, /* one U+0020 */
    BL_GAP_FIXED, /* one space that does not break a line */
    BL_GAP_WIDE   /* more, a tab, a line break; also before the first */
} bl_gap;

enum {
    BL_TOKEN_GLYPH = 1 << 0,  /* WORD of a script without word spaces */
    BL_TOKEN_ASCII = 1 << 1,  /* NUMBER in 0-9 */
    BL_TOKEN_SIGN = 1 << 2,   /* NUMBER that is one character such as ½ */
    BL_TOKEN_MASKED = 1 << 3, /* inside of a placeholder, URL or code */
    BL_TOKEN_KEPT = 1 << 4    /* in a stretch not to be translated */
};

typedef struct bl_token {
    uint32_t start; /* bytes of the side's text */
    uint32_t limit;
    uint32_t c;    /* the character, of several the first */
    uint8_t kind;  /* bl_token_kind */
    uint8_t gap;   /* bl_gap */
    uint8_t flags; /* BL_TOKEN_... */
    uint8_t traits; /* BL_TRAIT_... of its word or number */
    const struct bl_word *word; /* WORD, SYMBOL: its record; else NULL */
} bl_token;

static inline bl_span bl_token_span(const bl_token *token)
{
    return (bl_span){ token->start, token->limit };
}

/* A word that is not inside of a placeholder, URL or code. */
static inline bool bl_token_is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_MASKED) == 0;
}

#endif
