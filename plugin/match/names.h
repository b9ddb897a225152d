/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The names of two sides, compared: which have an answer, and what is wrong
 * with those that have none.
 *
 * A name answers another when any of its words stands on the other side,
 * whatever its case ending and marks, or when a list says so.
 */
#ifndef BL_MATCH_NAMES_H
#define BL_MATCH_NAMES_H

#include "recognise/name.h"

typedef enum bl_name_difference_kind {
    BL_NAME_SUBSTITUTED, /* another name stands in the target */
    BL_NAME_REPLACED,    /* so it seems; no list or title says so */
    BL_NAME_EXCHANGED,   /* one country or organisation for another one */
    BL_NAME_MISTAKEN,    /* one person for another one, by given names */
    BL_NAME_ALTERED,     /* the same, with letters changed */
    BL_NAME_RESPELLED,   /* so, or in the spelling of the target language */
    BL_NAME_PLAIN,       /* the target has it without its marks */
    BL_NAME_UNHEARD,     /* nothing in the target sounds like it */
    BL_NAME_ADDED,       /* it is not in the source */
    BL_NAME_UNHEARD_OF,  /* nothing in the source sounds like it */
    BL_NAME_LONE         /* replaced, if it is a surname */
} bl_name_difference_kind;

typedef struct bl_name_difference {
    uint8_t kind; /* bl_name_difference_kind */
    bl_span source;
    bl_span target;
    bl_str expected; /* what should stand in the target; may be none */
} bl_name_difference;

/* The capitalised words of a side. */
typedef struct bl_name_words {
    const bl_token **items;
    uint32_t count;
    uint64_t set; /* a bit for each, by the hash of its skeleton */
} bl_name_words;

static inline uint64_t bl_name_bit(const bl_word *word)
{
    return UINT64_C(1) << word->skeleton_bit;
}

/* Whether two words are the same but for case and marks. */
static inline bool bl_name_is_same(const bl_word *a, const bl_word *b)
{
    return a->skeleton_hash == b->skeleton_hash &&
           bl_str_equal(a->skeleton, b->skeleton);
}

/* The first of them that is the same word, or NULL. */
static inline const bl_token *bl_name_words_find(const bl_name_words *words,
                                                 const bl_word *word)
{
    if ((words->set & bl_name_bit(word)) == 0)
        return NULL;
    for (uint32_t i = 0; i < words->count; i++) {
        if (bl_name_is_same(words->items[i]->word, word))
            return words->items[i];
    }
    return NULL;
}

typedef struct bl_names {
    const bl_name *list[2]; /* by bl_side_id */
    uint32_t count[2];
    bl_name_words words[2];
    const bl_name_difference *differences;
    uint32_t difference_count;
    struct bl_naming *naming; /* for bl_names_get() */
} bl_names;

/* Find and compare the names of two sides that have their tokens; in the
 * arena. NULL when there is no memory. */
const bl_names *bl_match_names(const bl_side *source, const bl_side *target,
                               bl_arena *arena);

/* The flags of a name, with what answers it. */
uint32_t bl_names_flags(const bl_names *names, bl_side_id side,
                        uint32_t index);

/* A name with what answers it, ANSWERED and WHOLE, which the comparison looks
 * up of those alone that could accuse. bl_judge_name() may be asked of it. */
bl_name bl_names_get(const bl_names *names, bl_side_id side, uint32_t index);

#endif
