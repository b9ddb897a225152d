/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a text ends: in which sign, by the signs of its language
 * (punctuation.txt); quotation marks, brackets and codes behind it do not
 * count.
 */
#ifndef BL_CHECKS_ENDING_H
#define BL_CHECKS_ENDING_H

#include "checks/signs.h"

/* Whether a text may end in such a sign. */
bool bl_point_is_final(bl_point_kind kind);

/* How a side ends. */
typedef struct bl_ending {
    bl_point_kind kind;
    size_t last; /* the token that says so; the last word where none does */
    bool quoted; /* a quotation mark stands behind it */
    bool open;   /* nothing can be said: a dash, a symbol, an address */
} bl_ending;

bl_ending bl_ending_of(const bl_side *side);

/* The sign; where there is none, the place where it would stand. */
bl_span bl_ending_place(const bl_side *side, const bl_ending *end);

/* "U.S.", "Inc.", "г.": the word before a full stop may have it for itself; not
 * where a whole sentence ends in it: "… on each day that the sun was in Leo."
 */
bool bl_stop_is_of_word(const bl_side *side, size_t stop);

/* Whether the target ends otherwise than the source; not where nothing can be
 * said of one. */
bool bl_ending_differs(const bl_ending *source, const bl_ending *target);

/* Whether the languages have it so: sentences of such a kind may do without
 * their sign. */
bool bl_ending_is_usual(const bl_pair *pair, const bl_ending *source,
                        const bl_ending *target);

/* Of a target that differs and ends in a word: whether it may lack the
 * sign of the source, which is that of an abbreviation, or has no sentence. */
bool bl_ending_may_lack(const bl_pair *pair, const bl_ending *source,
                        const bl_ending *target);

#endif
