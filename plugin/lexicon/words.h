/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The distinct words of a language, each with what is known of it. What is
 * costly (folding, Hunspell) is done once a word, however often it occurs.
 *
 * Threads read the table without a lock; a new word is added under one.
 * A record never changes once it is published, except for what is found out
 * later: verdicts and pointers, each atomic, and the same whoever sets them.
 */
#ifndef BL_LEXICON_WORDS_H
#define BL_LEXICON_WORDS_H

#include "base/arena.h"
#include "base/lock.h"
#include "base/str.h"
#include "lexicon/phrases.h"
#include "lexicon/sounds.h"
#include "model/token.h"
#include "text/fold.h"
#include "text/tokenize.h"

typedef enum bl_verdict {
    BL_VERDICT_UNKNOWN, /* nobody has asked yet */
    BL_VERDICT_GOOD,
    BL_VERDICT_BAD
} bl_verdict;

enum {
    BL_WORD_ROMAN = 1 << 0,    /* capital letters that form a Roman number */
    BL_WORD_COMPOUND = 1 << 1, /* several number words written as one */
    BL_WORD_CAPITAL = 1 << 2,  /* begins with an upper-case letter */
    BL_WORD_PREFIXED = 1 << 3, /* known without a particle written onto it */
    BL_WORD_BRIEF = 1 << 4,    /* the record lives as long as the scratch */
    BL_WORD_WHOLE = 1 << 5     /* the tokenizer makes one WORD of it, no
                                  glyph, wherever it stands alone */
};

/* What every pass over a text asks for stands in the first 64 bytes, which
 * are one line of the cache. */
typedef struct bl_word {
    uint64_t head; /* the first eight bytes of `text`, zeros behind them */
    uint64_t tail; /* the last eight, or the same */
    bl_sense_set set;      /* senses of the word by itself */
    bl_sense_set reach;    /* and of the phrases that begin with it */
    uint32_t fold_hash;    /* of `folded`: the same in every language */
    uint32_t first;        /* the first character */
    bl_phrase_word phrase; /* its number among the phrases, or 0 */
    bl_phrase_node root;   /* where a phrase that begins with it goes on; of a
                              COMPOUND what stands behind its number */
    uint16_t size;         /* of `text`; of a brief record perhaps less */
    uint16_t letters;      /* code points, marks not counted */
    uint8_t letter_case;   /* bl_case */
    uint8_t flags;         /* BL_WORD_... */
    /* Verdicts of the spelling checker, asked for when first needed: on the
     * word as it is, and on it in small letters (bl_verdict). */
    _Atomic uint8_t verdict;
    _Atomic uint8_t lower_verdict;
    _Atomic uint8_t syllable; /* the same of it as a syllable */
    uint8_t skeleton_bit;     /* of 64, by skeleton_hash */
    _Atomic bl_trait_set traits; /* BL_TRAIT_... of words */
    uint32_t after;  /* with which words phrases go on from `root` */
    bl_str text;     /* as it is written */
    bl_str folded;   /* bl_fold() of it; none where it cannot be folded */
    bl_str skeleton; /* bl_skeleton() of that */
    uint64_t letter_set; /* of `skeleton` */
    uint32_t skeleton_hash;
    uint32_t stem_hash; /* bl_stem_hash() of it */
    bl_sounds sounds;   /* how it sounds; 0: no consonant is known */
    uint16_t skeleton_letters;
    uint8_t oddities; /* BL_ODD_... */
    _Atomic uint8_t mistyped; /* bl_mistyped */
    _Atomic uint16_t abroad; /* verdicts of another language, see
                                bl_language_is_surname() */
    int64_t value;    /* COMPOUND, ROMAN: the number */
    bl_atomic_ptr stems; /* bl_stems; NULL: nobody has asked yet */
    bl_atomic_ptr respelled; /* bl_respelled; the same */
    bl_atomic_ptr terms; /* what the term lists know of it; the same */
} bl_word;

typedef struct bl_words {
    const bl_alloc *alloc;
    bl_atomic_ptr table; /* struct bl_word_table; grows by replacement */
    bl_lock lock;        /* for adding */
    bl_atomic_ptr seen;  /* bl_atomic_u32: hashes of words that were met once
                            and have no record; NULL: none were */
    bl_arena records;
} bl_words;

/* Makes the record of a new word, in `arena`; NULL without memory. Given by
 * the language, which knows phrases and endings. */
typedef bl_word *(*bl_word_maker)(const void *language, bl_str text,
                                  bl_arena *arena);

bool bl_words_init(bl_words *words, const bl_alloc *alloc);
void bl_words_free(bl_words *words);

/*
 * The record of a word. A language keeps some thirty thousand; a word beyond
 * that, or one of a large document that has not been met before, gets a
 * record in `scratch`, which lives shorter. NULL when there is no memory.
 */
const bl_word *bl_words_get(bl_words *words, bl_str text,
                            bl_word_maker make, const void *language,
                            bl_arena *scratch);

/*
 * A text into tokens with their words and traits, in one pass: a word that
 * the table has is known by its bytes, and only a new one is looked at letter
 * by letter. False when there is no memory.
 */
bool bl_words_read(bl_words *words, bl_tokenizer from, bl_tokens *to,
                   bl_word_maker make, const void *language,
                   bl_arena *scratch);

/* Memory for what is found out about a word later: lives as long as its
 * record. NULL when there is none. */
void *bl_words_room(bl_words *words, const bl_word *word, size_t size,
                    bl_arena *scratch);

#endif
