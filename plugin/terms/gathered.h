/* SPDX-License-Identifier: Apache-2.0 */
/* What a builder has gathered: builder.c fills it, writer.c makes the image
 * of it. For these two files alone. */
#ifndef BL_TERMS_GATHERED_H
#define BL_TERMS_GATHERED_H

#include "base/buf.h"
#include "terms/builder.h"
#include "text/tokenize.h"

/* A word as it is written somewhere, or folded. */
typedef struct bl_gathered_word {
    uint32_t text; /* in word_text */
    uint32_t hash;
    uint16_t size;
    uint16_t reserved;
    uint32_t folded; /* the word that it is when folded */
} bl_gathered_word;

/* Of the hash table: the hash beside the number, since most words that are
 * looked at are others. */
typedef struct bl_gathered_slot {
    uint32_t hash;
    uint32_t number; /* of the word, plus 1; 0: free */
} bl_gathered_slot;

struct bl_builder {
    const bl_alloc *alloc;
    const bl_chars *chars;
    bl_tokens tokens;
    bl_term_language languages[BL_TERM_LANGUAGES];
    bl_locale locales[BL_TERM_LANGUAGES];
    uint32_t language_count;

    bl_buf word_text;
    bl_gathered_word *words;
    size_t word_count;
    size_t word_room;
    bl_gathered_slot *slots; /* of words */
    size_t slot_room;

    bl_buf text;
    bl_term *terms;
    size_t term_count;
    size_t term_room;
    uint32_t *starts; /* by term: its first word in `sequence` */
    size_t start_room;
    uint32_t *sequence;
    size_t sequence_count;
    size_t sequence_room;
    uint32_t concept_count;
    bool concept_open; /* it has a term */
    bool failed;       /* no memory, or more than a file can have */
};

static inline bl_str bl_gathered_text(const bl_builder *b, uint32_t number)
{
    return bl_str_of(b->word_text.data + b->words[number].text,
                     b->words[number].size);
}

/* The number of a word; UINT32_MAX where it is none. */
uint32_t bl_gathered_find(const bl_builder *b, bl_str text);

#endif
