/* SPDX-License-Identifier: Apache-2.0 */
/* The terms of a pair: those of the source, and what became of them. */
#ifndef BL_RECOGNISE_TERMS_H
#define BL_RECOGNISE_TERMS_H

#include "lexicon/terms.h"
#include "model/pair.h"

/* A term of the list that stands in the source. */
typedef struct bl_term_use {
    const bl_term_list *list;
    const bl_term *term;
    bl_span source;
    bool answered; /* one of its wanted forms is in the target */
} bl_term_use;

/* A form in the target that must not be used. */
typedef struct bl_term_misuse {
    const bl_term_list *list;
    const bl_term *term; /* NULL: forbidden whatever the source */
    bl_span source;      /* of the term; empty without one */
    bl_span target;
} bl_term_misuse;

typedef struct bl_term_match {
    const bl_term_use *uses; /* in the order of the source */
    uint32_t use_count;
    const bl_term_misuse *misuses; /* in the order of the lists */
    uint32_t misuse_count;
} bl_term_match;

/*
 * Look for the terms of all lists that are for these languages. Longest
 * match wins, and terms inside of a longer one are not looked at. NULL when
 * there is no memory.
 */
const bl_term_match *bl_match_terms(const bl_term_list *lists,
                                    const bl_side *source,
                                    const bl_side *target, bl_arena *arena);

/* A form of the term that is wanted, for the message; the forms separated by
 * "or", in the arena. */
bl_str bl_term_wanted(const bl_term_list *list, const bl_term *term,
                      bl_arena *arena);

#endif
