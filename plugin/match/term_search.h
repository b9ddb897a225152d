/* SPDX-License-Identifier: Apache-2.0 */
/* The phrases of a list that stand in a text. */
#ifndef BL_MATCH_TERM_SEARCH_H
#define BL_MATCH_TERM_SEARCH_H

#include "match/term_breaks.h"
#include "match/term_words.h"
#include "model/pair.h"
#include "terms/list.h"

/* Which terms of a phrase count. */
typedef enum bl_term_kind { BL_ANY_TERM, BL_FORBIDDEN_TERM } bl_term_kind;

/* A filter of the words of a list that stand in a text, or may be forms of
 * what stands there. */
enum { BL_TERM_FILTER = 4 /* times 64 bits */ };

#define BL_TELLING_UNKNOWN UINT64_MAX

/* A token that is another spelling of a word of the list. */
typedef struct bl_spelled_word {
    uint32_t at;
    bl_term_word word;
} bl_spelled_word;

/* A text in which the terms of a list are looked for. */
typedef struct bl_term_search {
    const bl_term_list *list;
    const bl_side *side;
    const bl_term_fit *fit;   /* whose terms are looked for */
    const bl_term_word *same; /* by token: the list's word, without forms;
                                 filled by bl_term_prepare() */
    uint64_t filter[BL_TERM_FILTER]; /* the same */
    /* For bl_term_find_loosely(): what each token may stand for, and the words
     * of the list that tokens are other spellings of; NULL: not yet known. */
    const bool *forms; /* by token: bl_has_forms() */
    uint32_t form_count;
    bl_spelled_word *spelled; /* by tokens that have none */
    size_t spelled_count;
    size_t spelled_room;
    bl_wanted_word wanted;
    const uint32_t *words; /* of the term that is looked for */
    uint64_t telling;      /* those of them that are small, and tell it from
                              other terms; BL_TELLING_UNKNOWN: not yet known */
    const uint32_t *starts; /* tokens with which a phrase of `start_kind` may
                               begin; NULL: not yet known */
    uint32_t start_count;
    uint32_t start_next; /* the first that was not looked at */
    bl_term_kind start_kind;
    bl_term_breaks *breaks; /* of the side */
    bl_arena *arena;
    bool failed; /* no memory */
} bl_term_search;

/* A phrase that was found. */
typedef struct bl_term_hit {
    uint32_t phrase; /* BL_NO_PHRASE: none */
    uint32_t first;  /* token */
    uint32_t limit;  /* behind its last token */
    bool same;       /* every word as in the list, but for case */
} bl_term_hit;

/* The longest phrase with such a term at a token. */
bl_term_hit bl_term_longest(bl_term_search *search, uint32_t at,
                            bl_term_kind kind);

/* The same at the first token from `at` on that has any; with one kind of
 * terms after the other, and for each from the beginning to the end. */
bl_term_hit bl_term_next(bl_term_search *search, uint32_t at,
                         bl_term_kind kind);

/* Whether this term stands in the text, in any place: its words or sure
 * forms of them, one after the other. */
bool bl_term_find(bl_term_search *search, const bl_term *term, bl_span *span);

/* The same, in forms that may be another word's, with other words between,
 * and of a term with brackets any part; for silence only. */
bool bl_term_find_loosely(bl_term_search *search, const bl_term *term,
                          bl_span *span);

/* Look up all words once; for bl_term_find(). */
bool bl_term_prepare(bl_term_search *search);

/* Whether a stretch of the text is written as the term wants. Lack of memory
 * is told by the arena. */
bool bl_term_case_fits(const bl_term_list *list, const bl_term *term,
                       const bl_side *side, bl_span span, bool target,
                       bl_arena *arena);

static inline bl_span bl_term_hit_span(const bl_side *side,
                                       const bl_term_hit *hit)
{
    return (bl_span){ side->tokens[hit->first].start,
                      side->tokens[hit->limit - 1].limit };
}

#endif
