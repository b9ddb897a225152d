/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words and phrases of a language that mean something to a recogniser:
 * months, number words, units, names. Built once, then read by any thread.
 *
 * Phrases are sequences of folded words. A step from word to word is one
 * look-up in a hash table, so the number of phrases does not matter; what
 * stands between words (one space, a hyphen, a full stop of an abbreviation)
 * is not part of a phrase.
 */
#ifndef BL_LEXICON_PHRASES_H
#define BL_LEXICON_PHRASES_H

#include "base/alloc.h"
#include "base/arena.h"
#include "base/cache.h"
#include "base/hash.h"
#include "base/str.h"
#include "model/sense.h"

/* 0 is "no word" and "no phrase begins like this". */
typedef uint32_t bl_phrase_word;
typedef uint32_t bl_phrase_node;

typedef struct bl_phrase_sense {
    bl_sense sense;
    uint32_t next; /* index of another sense of the same phrase, or
                      BL_SENSES_END; 0: this is none either */
} bl_phrase_sense;

/* Further senses have numbers from here on. */
enum { BL_SENSES_END = 1, BL_SENSES_FIRST };

/* A node: half a line of the cache. */
typedef struct bl_phrase_end {
    bl_sense_set set;   /* kinds of the senses of the phrase that ends here */
    bl_sense_set reach; /* and of those that go on from here */
    uint32_t after;     /* bits of the words with which they go on, see
                           bl_phrases_step() */
    bl_phrase_node from; /* the node before it, */
    bl_phrase_word word; /* and the word behind that */
} bl_phrase_end;

/* A place of the hash table of words: most look-ups are of words that it has
 * not, and need nothing else. */
typedef struct bl_phrase_slot {
    uint32_t hash;
    bl_phrase_word word; /* 0: free */
} bl_phrase_slot;

/* Bits for what words begin with. */
enum { BL_PHRASE_STARTS = 1 << 11 };

typedef struct bl_phrases {
    const bl_alloc *alloc;
    bl_arena text;
    char *text_next; /* where the next word of the vocabulary goes */
    size_t text_left;
    struct bl_vocabulary *vocabulary; /* by word, from 1 on */
    size_t word_count;                /* of them */
    size_t word_room;
    bl_phrase_slot *word_slots; /* hash table: folded word -> number */
    size_t word_slot_count;     /* a power of two */
    bl_phrase_end *ends;        /* by node */
    size_t node_count;          /* from 1 on; 0 is the beginning */
    size_t node_room;
    bl_phrase_node *node_slots; /* hash table: (node, word) -> node; 0: free */
    size_t node_slot_count;     /* a power of two */
    size_t step_count;          /* nodes that are in it */
    bl_phrase_sense *senses; /* by node: the first of its senses, so that one
                                look at a table gives it */
    size_t sense_room;
    bl_phrase_sense *further; /* from BL_SENSES_FIRST on */
    size_t further_count;
    size_t further_room;
    uint64_t numbers[BL_PHRASE_STARTS / 64]; /* bl_phrases_may_be_number() */
    bool failed; /* no memory */
} bl_phrases;

void bl_phrases_init(bl_phrases *phrases, const bl_alloc *alloc);
void bl_phrases_free(bl_phrases *phrases);

/* How much there is: words, nodes, those of them that are behind a first word,
 * and further senses. */
typedef struct bl_phrases_size {
    size_t words;
    size_t nodes;
    size_t steps;
    size_t further;
} bl_phrases_size;

/* Room at once for so much, of phrases that have none yet. */
void bl_phrases_reserve(bl_phrases *phrases, const bl_phrases_size *size);

/* Words of one phrase, at most. */
enum { BL_PHRASE_WORDS = 16 };

/* One more meaning of a phrase; words are folded. A sense that is already
 * there is not added again, but takes over the flags. */
void bl_phrases_add(bl_phrases *phrases, const bl_str *words, size_t count,
                    bl_sense sense);

/* The same in two steps: a folded word gets a number, or has one (0: there is
 * no memory), and the phrase is made of numbers. */
bl_phrase_word bl_phrases_add_word(bl_phrases *phrases, bl_str folded);
void bl_phrases_add_sense(bl_phrases *phrases, const bl_phrase_word *words,
                          size_t count, bl_sense sense);

/* Give every phrase that has a sense, with the node where it ends. */
typedef void (*bl_phrase_sink)(void *context, const bl_str *words,
                               size_t count, bl_phrase_node end);
void bl_phrases_each(const bl_phrases *phrases, bl_phrase_sink sink,
                     void *context);

static inline uint32_t bl_phrase_hash(bl_str folded)
{
    return (uint32_t)bl_hash(folded.ptr, folded.size, 0);
}

/* The number of a folded word, or 0; its hash is bl_phrase_hash(). */
bl_phrase_word bl_phrases_word(const bl_phrases *phrases, bl_str folded);
bl_phrase_word bl_phrases_hashed_word(const bl_phrases *phrases,
                                      bl_str folded, uint32_t hash);

/* Where the phrases begin with a word; 0 for nowhere, and of no word. */
bl_phrase_node bl_phrases_root(const bl_phrases *phrases, bl_phrase_word word);

/* Which bit stands for the first two bytes: of letters in lower case, another
 * one for each two. */
static inline size_t bl_phrase_start(bl_str text)
{
    return ((size_t)text.ptr[0] & 63) << 5 | ((size_t)text.ptr[1] & 31);
}

/* Whether a phrase of one word that is a number or a scale may begin a text of
 * two bytes or more, as far as these two tell. Nearly no word does. */
static inline bool bl_phrases_may_be_number(const bl_phrases *phrases,
                                            bl_str text)
{
    const size_t start = bl_phrase_start(text);

    return (phrases->numbers[start / 64] >> start % 64 & 1) != 0;
}

/* Where that hash is looked up: words in the order of their hashes are in the
 * order of their slots, in tables of any size. */
static inline size_t bl_phrase_slot_of(const bl_phrases *phrases, uint32_t hash)
{
    return (size_t)((uint64_t)hash * phrases->word_slot_count >> 32);
}

/* Begin to fetch that. */
static inline void bl_phrases_fetch(const bl_phrases *phrases, uint32_t hash)
{
    if (phrases->word_slot_count != 0)
        bl_prefetch(&phrases->word_slots[bl_phrase_slot_of(phrases, hash)]);
}

/* The text of a word. */
bl_str bl_phrases_word_text(const bl_phrases *phrases, bl_phrase_word word);

/* Whether a word stands in a name of several words. */
bool bl_phrases_has_in_name(const bl_phrases *phrases, bl_phrase_word word);

/* The word with which the phrase of a node ends. */
bl_str bl_phrases_last_word(const bl_phrases *phrases, bl_phrase_node node);

/* For bl_phrases_step(). */
bl_phrase_node bl_phrases_find(const bl_phrases *phrases, bl_phrase_node node,
                               bl_phrase_word word);

/* Whether a phrase may go on with a word, by the bits of those with which it
 * does; nearly always not. */
static inline bool bl_phrases_may_step(uint32_t after, bl_phrase_word word)
{
    return (after >> (word & 31) & 1) != 0;
}

/* The node behind `node` by that word, or 0. */
static inline bl_phrase_node bl_phrases_step(const bl_phrases *phrases,
                                             bl_phrase_node node,
                                             bl_phrase_word word)
{
    return phrases->node_count > 1 &&
                   bl_phrases_may_step(phrases->ends[node].after, word)
               ? bl_phrases_find(phrases, node, word)
               : 0;
}

/* The next sense of the phrase that ends at a node; start with 0. NULL when
 * there are no more. */
static inline const bl_sense *bl_phrases_sense(const bl_phrases *phrases,
                                               bl_phrase_node node,
                                               uint32_t *at)
{
    const bl_phrase_sense *found =
        *at == 0 ? &phrases->senses[node] : &phrases->further[*at];

    *at = found->next;
    return found->next != 0 ? &found->sense : NULL;
}

static inline bl_sense_set bl_phrases_set(const bl_phrases *phrases,
                                          bl_phrase_node node)
{
    return phrases->ends[node].set;
}

/* What may be found at the node and beyond it. */
static inline bl_sense_set bl_phrases_reach(const bl_phrases *phrases,
                                            bl_phrase_node node)
{
    return phrases->ends[node].reach;
}

#endif
