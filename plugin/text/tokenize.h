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

/* A list that is filled again for each text. */
typedef struct bl_tokens {
    const bl_alloc *alloc;
    bl_token *items;
    size_t count;
    size_t room;
} bl_tokens;

void bl_tokens_init(bl_tokens *tokens, const bl_alloc *alloc);
void bl_tokens_free(bl_tokens *tokens);

/* False when there is no memory. `text` is under 4 GiB. */
bool bl_tokenize(const bl_chars *chars, bl_str text, bl_tokens *tokens);

#endif
