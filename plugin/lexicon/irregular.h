/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Forms that no ending makes, from endings.txt: words that are listed with all
 * their forms (irregular|go|went|gone), and words whose letters change around
 * those of a root (pattern|12ا3|123).
 */
#ifndef BL_LEXICON_IRREGULAR_H
#define BL_LEXICON_IRREGULAR_H

#include "base/alloc.h"
#include "base/str.h"

#include <stdint.h>

/* The forms of one word, folded. Those behind `sure` are forms of other words
 * as well. Of a pattern: what it is made of, and what is made. */
typedef struct bl_irregular_word {
    const bl_str *items;
    uint32_t count;
    uint32_t sure;
} bl_irregular_word;

typedef struct bl_irregular {
    const bl_alloc *alloc;
    bl_irregular_word *words;
    size_t count;
    size_t room;
    bl_irregular_word *patterns;
    size_t pattern_count;
    size_t pattern_room;
    uint32_t *slots; /* by the hash of a form: its word, plus 1; a form may
                        have several, one behind the other */
    size_t slot_room;
    size_t slot_count;
} bl_irregular;

/* One more; `items` stay where they are. False when there is no memory. */
bool bl_irregular_add(bl_irregular *all, const bl_str *items, uint32_t count,
                      uint32_t sure);
bool bl_irregular_add_pattern(bl_irregular *all, const bl_str *items,
                              uint32_t count);
void bl_irregular_free(bl_irregular *all);

/* The words of which a text is a form, one after the other: *at is 0 to begin
 * with. NULL: there are no more. */
const bl_irregular_word *bl_irregular_next(const bl_irregular *all, bl_str text,
                                           size_t *at);

/* Whether one of a word's forms is this; of those that are sure, or of all. */
bool bl_irregular_has(const bl_irregular_word *word, bl_str text, bool sure);

/* Whether two texts are forms of one word, or compounds that end so. */
bool bl_irregular_join(const bl_irregular *all, bl_str a, bl_str b);

/* Whether one is made of the other by a pattern: كتب of كتاب. */
bool bl_irregular_share_root(const bl_irregular *all, bl_str a, bl_str b);

#endif
