/* SPDX-License-Identifier: Apache-2.0 */
/* What the entries of a list say for a phrase, term by term. */
#ifndef BL_MATCH_TERM_ENTRIES_H
#define BL_MATCH_TERM_ENTRIES_H

#include "match/terms.h"

/* Takes a term that is wanted, or says what; true to stop. */
typedef bool (*bl_term_taker)(void *context, const bl_term *term);

/* The terms of one side's languages in a concept, the nearest first. */
bool bl_term_each_of_concept(const bl_list_match *of, const bl_term_fit *fit,
                             uint32_t concept, bl_term_taker take,
                             void *context);

/* The terms that a phrase of `side` is, each with its own concept's terms on
 * the other side. A term that is kept is its own translation. */
bool bl_term_each_other(const bl_list_match *of, uint32_t phrase,
                        bl_side_id side, const bl_side *text, bl_span span,
                        bl_term_taker take, void *context, bl_arena *arena);

#endif
