/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which tokens make a term, and how they are compared. Lists and texts go
 * through the same function, so that what is equal is the same key.
 *
 * Words and numbers are keys when they are folded. Hyphens inside of a term,
 * apostrophes, quotes and inline codes are passed over: "e-mail" is "e mail".
 * Any other sign is a key that remembers whether it is written onto its
 * neighbour, so that C++, .NET and U.S. are not C, net and us.
 */
#ifndef BL_TERMS_KEYS_H
#define BL_TERMS_KEYS_H

#include "base/str.h"
#include "model/token.h"
#include "text/fold.h"

/* Whether the token is passed over; `first`: it would begin the term. */
bool bl_term_skips(const bl_token *token, bool first);

/*
 * The key of a token: its text folded, and a mark where it is a sign. `next`
 * may be NULL. Size 0 where it has none.
 */
void bl_term_key(const bl_locale *locale, bl_str text, const bl_token *token,
                 const bl_token *next, bool first, bl_folded *key);

/* The key of a word from its folded text: without the points and vowel signs
 * that Arabic and Hebrew leave out or write as they like, the points of ё and
 * the Greek accent. `folded` may be what is in `room`. */
bl_str bl_term_word_key(bl_str folded, bl_folded *room);

/* Whether a sign ends sentences rather than terms: dropped from the end of
 * an entry. */
bool bl_term_is_stop(const bl_token *token);

/* Whether a sign parts what may stand by itself: "SARS (severe ...)", "a; b",
 * and what ends clauses in other scripts. */
bool bl_term_parts(uint32_t c);

/*
 * Whether a term may begin, or end, between two tokens: not inside of
 * "user_name", "MP3" or "#tag", not with the .NET of ASP.NET, and not before
 * the ++ of C++. Either token may be NULL.
 */
bool bl_term_may_begin(const bl_token *before, const bl_token *first);
bool bl_term_may_end(const bl_token *last, const bl_token *after);

#endif
