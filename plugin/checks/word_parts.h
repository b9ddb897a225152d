/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What stands beside a word and explains it: an apostrophe, a hyphen or a code
 * that joins it to another one, a bracket or a quotation mark that it is
 * written onto.
 */
#ifndef BL_CHECKS_WORD_PARTS_H
#define BL_CHECKS_WORD_PARTS_H

#include "base/arena.h"
#include "lexicon/language.h"
#include "model/pair.h"
#include "text/chars.h"

/* A hyphen or an apostrophe that touches the word before it. */
static inline bool bl_word_is_joint(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT && token->gap == BL_GAP_NONE &&
           (bl_is_dash(token->c) || bl_is_apostrophe(token->c));
}

/* Whether the word touches what makes it none: digits, an underscore, a
 * placeholder. */
bool bl_word_is_glued(const bl_side *side, uint32_t at);

/* Whether the word is right with what stands beside it: the dictionary has both
 * as one, or it is an abbreviation, an ending or a beginning. */
bool bl_word_is_of_more(const bl_side *side, uint32_t at, bl_arena *scratch);

#endif
