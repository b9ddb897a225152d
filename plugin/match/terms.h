/* SPDX-License-Identifier: Apache-2.0 */
/* The terms of a pair: those of the source, and what became of them. */
#ifndef BL_MATCH_TERMS_H
#define BL_MATCH_TERMS_H

#include "model/pair.h"
#include "terms/list.h"

/* A list that is for these two languages. */
typedef struct bl_list_match {
    const bl_term_list *list;
    bl_term_fit source;
    bl_term_fit target;
} bl_list_match;

#define BL_NO_PHRASE UINT32_MAX

/* A term of the list that stands in the source. */
typedef struct bl_term_use {
    const bl_list_match *of;
    uint32_t phrase;
    bl_span source;
    bl_span target; /* the form that answers it; empty where none does */
    bool wanted;    /* there is anything that could answer it */
    bool answered;
    bool held;       /* another use or misuse tells of it */
    uint32_t leader; /* the use that tells of the same words */
} bl_term_use;

/* A form in the target that must not be used. */
typedef struct bl_term_misuse {
    const bl_list_match *of;
    uint32_t phrase; /* of the source; BL_NO_PHRASE: forbidden whatever the
                        source */
    uint32_t said;   /* of the target */
    uint32_t concept; /* which forbids it whatever the source */
    bl_span source;  /* of the term; empty without one */
    bl_span target;
    bool same; /* written as in the list, without another ending */
} bl_term_misuse;

/* A term in the target whose source term is not there. */
typedef struct bl_term_extra {
    const bl_list_match *of;
    uint32_t phrase; /* of the target */
    bl_span target;
} bl_term_extra;

typedef struct bl_term_match {
    const bl_term_use *uses; /* by list, in the order of the source */
    uint32_t use_count;
    const bl_term_misuse *misuses; /* by list, in the order of the target */
    uint32_t misuse_count;
    const bl_term_extra *extras; /* the same; only when asked for */
    uint32_t extra_count;
} bl_term_match;

/* The lists that are for two languages; zero to begin with. It is kept from
 * pair to pair, and lives as long as the arena. */
typedef struct bl_term_plan {
    const struct bl_language *source;
    const struct bl_language *target;
    const bl_list_match *matches;
    uint32_t count;
} bl_term_plan;

/*
 * Look for the terms of all lists that are for these languages. Longest
 * match wins, and terms inside of a longer one are not looked at. `own` is a
 * list of this unit alone, or NULL. `needs`: BL_NEEDS_EXTRA_TERMS, and
 * BL_NEEDS_MISUSED_TERMS where what is forbidden hides what is missing. NULL
 * when there is no memory.
 */
const bl_term_match *
bl_match_terms(bl_term_plan *plan, const bl_term_lists *lists,
               const bl_term_list *own, const bl_side *source,
               const bl_side *target, uint32_t needs, bl_arena *arena);

/*
 * Where to mark a phrase of a side: with the full stop behind it that its term
 * has, too, as in "e.g.".
 */
bl_span bl_term_mark(const bl_list_match *of, uint32_t phrase, bl_side_id side,
                     const bl_side *text, bl_span span);

/*
 * The forms of a term of the source that are wanted by any list, for a
 * message: the first few, preferred ones first, joined by "or", in the arena.
 * *stays: it is to be left as it is.
 */
bl_str bl_term_wanted(const bl_term_match *match, const bl_term_use *use,
                      const bl_side *source, bool *stays, bl_arena *arena);

/* The same of what must not be said; where no source has to do with it, what
 * its entry prefers. *only: the one form that is preferred, or else admitted;
 * nothing where there are several. */
bl_str bl_term_instead(const bl_term_match *match,
                       const bl_term_misuse *misuse, const bl_side *source,
                       bl_str *only, bl_arena *arena);

/* What the source has for a term of the target, in the same way. */
bl_str bl_term_sources(const bl_term_extra *extra, const bl_side *target,
                       bl_arena *arena);

/* Whether a stretch of the target is part of an answer to a term, and one of
 * the source part of a term. */
bool bl_term_covers(const bl_term_match *match, bl_span target);
bool bl_term_is_within(const bl_term_match *match, bl_span source);

#endif
