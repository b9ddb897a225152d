/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text into tokens, in one pass and without an ICU object.
 *
 * Words are runs of letters and marks; apostrophes and hyphens part them.
 * Scripts without word spaces give one token a letter, since where their
 * words end is a matter of a dictionary, and phrases are matched letter by
 * letter anyway.
 */
#ifndef BL_TEXT_TOKENIZE_H
#define BL_TEXT_TOKENIZE_H

#include "base/alloc.h"
#include "base/str.h"
#include "model/token.h"
#include "text/chars.h"

/* A list that is filled again for each text. Whoever knows the words writes
 * down the traits of each token too: see bl_side. */
typedef struct bl_tokens {
    const bl_alloc *alloc;
    bl_token *items;
    bl_trait_set *traits;
    size_t count;
    size_t room;       /* for items, and for traits at least as many, */
    size_t trait_room; /* with zeros behind them */
} bl_tokens;

/* The state between two tokens of a text. */
typedef struct bl_tokenizer {
    const bl_chars *chars;
    const char *text;
    size_t size; /* under 4 GiB */
    size_t at;
    uint8_t gap; /* what stands between the last token and `at` */
} bl_tokenizer;

static inline bl_tokenizer bl_tokenizer_of(const bl_chars *chars, bl_str text)
{
    return (bl_tokenizer){ chars, text.ptr, text.size, 0, BL_GAP_WIDE };
}

/* The next token; false at the end of the text. */
bool bl_tokenizer_next(bl_tokenizer *from, bl_token *token);

void bl_tokens_init(bl_tokens *tokens, const bl_alloc *alloc);
void bl_tokens_free(bl_tokens *tokens);

/* For bl_tokens_room(). */
bool bl_tokens_grow(bl_tokens *tokens, size_t more);

/* Room for `more` tokens with their traits; false when there is no memory. */
static inline bool bl_tokens_room(bl_tokens *tokens, size_t more)
{
    return tokens->count + more <= tokens->room ||
           bl_tokens_grow(tokens, more);
}

/* One more; NULL when there is no memory. */
static inline bl_token *bl_tokens_add(bl_tokens *tokens)
{
    return tokens->count < tokens->room || bl_tokens_room(tokens, 8)
               ? &tokens->items[tokens->count++]
               : NULL;
}

/* All of them; false when there is no memory. */
bool bl_tokenize(const bl_chars *chars, bl_str text, bl_tokens *tokens);

#endif
