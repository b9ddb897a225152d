/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that lost their marks where the bare word is one as well ("cua" for
 * "của"): told by what the dictionary files say of the bare word and by the
 * words beside it.
 */
#ifndef BL_CHECKS_LOST_MARKS_H
#define BL_CHECKS_LOST_MARKS_H

#include "lexicon/language.h"
#include "model/pair.h"

/* What a word may be with its marks, at most. */
enum { BL_MEANT_MOST = 6 };

typedef struct bl_lost_marks {
    bl_str meant[BL_MEANT_MOST];
    uint32_t count; /* 1: for certain */
} bl_lost_marks;

/* Whether the word at tokens[at] of the target has lost its marks, and what
 * it is then. */
bool bl_lost_marks_find(const bl_pair *pair, uint32_t at,
                        bl_lost_marks *found);

#endif
