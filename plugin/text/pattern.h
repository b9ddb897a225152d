/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Regular expressions of people, as ICU reads them.
 *
 * A pattern is compiled once and shared; each thread matches with a clone of
 * it. Texts are UTF-16 there, converted once however many patterns look at
 * them. A pattern may ask for what another one has matched: "$1" in it stands
 * for the first group of that, letter for letter.
 */
#ifndef BL_TEXT_PATTERN_H
#define BL_TEXT_PATTERN_H

#include "base/arena.h"
#include "base/str.h"
#include "bilint/status.h"
#include "model/span.h"

/* The groups that "$0" to "$9" can name. */
enum { BL_GROUPS = 10 };

typedef struct bl_pattern bl_pattern;
typedef struct bl_matcher bl_matcher;

/* NULL and an error that says what is wrong with it. Where `any_case`, capital
 * letters are as small ones. `other` is what "$1" asks; NULL: there is none. */
bl_pattern *bl_pattern_new(const bl_alloc *alloc, bl_str text, bool any_case,
                           const bl_pattern *other, bilint_error *err);
void bl_pattern_free(bl_pattern *pattern);

/* How many groups it has, not counting the whole. */
int bl_pattern_groups(const bl_pattern *pattern);

/* Whether it asks for anything. */
bool bl_pattern_asks(const bl_pattern *pattern);

/* Whether a text lacks letters that stand in whatever it matches: then nobody
 * need ask. Sees only what is easy to see. */
bool bl_pattern_misses(const bl_pattern *pattern, bl_str text);

/* The group that "$1" at a place of a text names: 1; -1 where there is none. */
static inline int bl_group_named(bl_str text, size_t at)
{
    return at + 1 < text.size && text.ptr[at] == '$' &&
                   text.ptr[at + 1] >= '0' && text.ptr[at + 1] <= '9'
               ? text.ptr[at + 1] - '0'
               : -1;
}

/* ---- texts -------------------------------------------------------------- */

/* A text as ICU has it. Longer ones than this are not matched. */
enum { BL_WIDE_MOST = 1 << 16 };

typedef struct bl_wide {
    bl_str text;
    const uint16_t *units;
    uint32_t size;
} bl_wide;

/* In the arena; false when there is no memory. */
bool bl_wide_make(bl_wide *wide, bl_str text, bl_arena *arena);

/* Units of it in bytes of the text. */
bl_span bl_wide_bytes(const bl_wide *wide, bl_span units);

/* ---- matching ----------------------------------------------------------- */

/* A clone for one thread; NULL when there is no memory. */
bl_matcher *bl_matcher_new(const bl_alloc *alloc, const bl_pattern *pattern);
void bl_matcher_free(bl_matcher *matcher);

typedef enum bl_outcome {
    BL_MATCHED,
    BL_NO_MATCH,
    BL_GAVE_UP,  /* it would take too long */
    BL_NO_MEMORY
} bl_outcome;

/* A match: its groups in units of the text; start > limit: has no part in
 * it. */
typedef struct bl_groups {
    bl_span of[BL_GROUPS];
} bl_groups;

static inline bool bl_group_is_there(bl_span group)
{
    return group.start <= group.limit;
}

/* Whether two matches of the other pattern are the same for one that asks. */
bool bl_pattern_asks_same(const bl_pattern *pattern, const bl_wide *other,
                          const bl_groups *a, const bl_groups *b);

/* Begin with a text; for a pattern that asks for groups of another one, where
 * those are. What is looked at lives in the arena. BL_MATCHED: go on. */
bl_outcome bl_matcher_begin(bl_matcher *matcher, const bl_wide *text,
                            const bl_wide *other, const bl_groups *asked,
                            bl_arena *arena);

/* The next match, behind the last one. */
bl_outcome bl_matcher_next(bl_matcher *matcher, bl_groups *groups);

#endif
