/* SPDX-License-Identifier: Apache-2.0 */
/* What the tokens of a text are to a list of terms, one by one. */
#ifndef BL_MATCH_TERM_TOKENS_H
#define BL_MATCH_TERM_TOKENS_H

#include "match/term_search.h"
#include "match/terms.h"
#include "terms/keys.h"

enum { BL_TERM_WORDS = 64 }; /* of a term; the builder's limit */

static inline const bl_token *bl_term_token(const bl_side *side, uint32_t at)
{
    return at < side->token_count ? &side->tokens[at] : NULL;
}

/* Whether the token has a record. */
static inline bool bl_term_is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD && token->word != NULL;
}

static inline bool bl_term_is_masked(const bl_side *side, uint32_t at)
{
    return (side->tokens[at].flags & BL_TOKEN_MASKED) != 0;
}

/* The first token from `at` on that terms do not skip. */
static inline uint32_t bl_term_pass(const bl_side *side, uint32_t at)
{
    while (at < side->token_count && bl_term_skips(&side->tokens[at], false))
        at++;
    return at;
}

/* The list's word for a number or sign, which has no record. */
bl_term_word bl_term_sign(const bl_term_search *s, uint32_t at, bool first);

/* What the list makes of a token: nothing is NULL. `one` is for tokens that
 * have no record. */
const bl_list_word *bl_term_listed(bl_term_search *s, uint32_t at, bool first,
                                   bl_list_word *one);

/* Whether the token is surely that form. */
bool bl_term_is_sure(const bl_term_search *s, uint32_t at,
                     const bl_list_entry *entry);

/* No part of other words; only scripts without spaces must be looked at. */
bool bl_term_stands_apart(bl_term_search *s, uint32_t first, uint32_t limit,
                          bool surely);

/* What is known of the words lies anywhere in memory: it is sent for, first
 * where it is, and then there. */
void bl_term_send_for(const bl_side *side);

#endif
