/* SPDX-License-Identifier: Apache-2.0 */
/* Which inline codes of the two sides are the same. */
#ifndef BL_CHECKS_CODES_H
#define BL_CHECKS_CODES_H

#include "checks/check.h"

/* A code without a counterpart on the other side. */
#define BL_UNANSWERED UINT32_MAX

/* The codes of a pair, by side. */
typedef struct bl_code_match {
    const bl_text *text[2];
    uint32_t *answers[2]; /* of each code: its counterpart, or BL_UNANSWERED */
    bool in_order;        /* the same codes in the same order */
} bl_code_match;

/*
 * Codes answer each other by kind and id, and what is left by kind and native
 * code, since some tools number anew. False: there is no memory.
 */
bool bl_match_codes(const bl_pair *pair, bl_code_match *match);

/* A code as people know it: <br/>, or the text that stands for it, or its
 * id. */
bl_str bl_code_shown(const bl_pair *pair, const bl_code *code);

/* A mark of a code. */
static inline bl_mark bl_mark_of_code(bl_side_id side, const bl_code *code)
{
    return bl_mark_of(side,
                      (bl_span){ code->at, code->at + BL_SENTINEL_SIZE });
}

/*
 * For each code of `side` that has all of those flags and no counterpart, and
 * should have one, in the order of the text, one finding with the first
 * message; the argument is the code as it can be shown.
 */
void bl_emit_lost_codes(const bl_pair *pair, bl_side_id side, uint16_t flags,
                        bl_sink *sink);

/* Whether a code of `side` without a counterpart should have one. */
bool bl_is_code_lost(const bl_code_match *match, bl_side_id side,
                     uint32_t index);

#endif
