/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cities, countries and languages, which have a name of their own in each
 * language: Copenhagen and Copenhague, Friulian and furlan. Those of CLDR,
 * with four hundred cities that time zones are named after, and of
 * dictionaries/, with names of sovereigns and saints; loaded when first asked
 * for, unless they were read with the language.
 *
 * Threads: any.
 */
#ifndef BL_LEXICON_EXONYMS_H
#define BL_LEXICON_EXONYMS_H

#include "base/alloc.h"
#include "base/lock.h"
#include "base/str.h"
#include "text/locale.h"

typedef struct bl_exonym_table bl_exonym_table;

/* Words of the name of a city. */
enum { BL_EXONYM_WORDS = 4 };

/* One thing and what it is called, in many languages. */
typedef struct bl_same {
    bl_str thing;
    bl_str forms; /* parted by | */
} bl_same;

typedef struct bl_exonyms {
    bl_lock lock; /* for loading */
    bl_atomic_ptr table;
    bl_same *same; /* what dictionaries/ say besides */
    size_t same_count;
    size_t same_room;
} bl_exonyms;

bool bl_exonyms_init(bl_exonyms *exonyms);
void bl_exonyms_free(bl_exonyms *exonyms, const bl_alloc *alloc);

/* What a line of dictionaries/ says, for building only; both texts stay where
 * they are. False when there is no memory. */
bool bl_exonyms_same_as(bl_exonyms *exonyms, const bl_alloc *alloc,
                        bl_str thing, bl_str forms);

/* The names in a language; NULL when there is no memory. */
const bl_exonym_table *bl_exonyms_get(bl_exonyms *exonyms,
                                      const bl_alloc *alloc,
                                      const bl_locale *locale);

/* Names that are known already; for building only. False when there is no
 * memory. `thing` stands for what is named, `word` is the hash of a skeleton;
 * the words come in order. */
bool bl_exonyms_add(bl_exonyms *exonyms, const bl_alloc *alloc, uint32_t word,
                    uint32_t thing);

/* Give every name. */
typedef void (*bl_exonym_item_sink)(void *context, uint32_t word,
                                    uint32_t thing);
void bl_exonyms_each(const bl_exonym_table *table, bl_exonym_item_sink sink,
                     void *context);

/* Whether the word stands in a name of one of the two languages. */
bool bl_exonyms_have(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t word);

/* Whether the word may stand in the name of a city in one of the two languages:
 * nearly none does, and that is known by a bit. */
bool bl_exonyms_may_be_city(const bl_exonym_table *one,
                            const bl_exonym_table *other, uint32_t word);

/* Whether the words, by the hashes of their skeletons, are the name of a city
 * in one of the two languages: a single word the whole name, and of nothing
 * else. There is one at least. */
bool bl_exonyms_city(const bl_exonym_table *one, const bl_exonym_table *other,
                     const uint32_t *words, size_t count);

/* The words of a name, by the hashes of their skeletons; one at least. */
typedef struct bl_exonym_words {
    uint32_t items[BL_EXONYM_WORDS];
    size_t count;
} bl_exonym_words;

/* Whether two names, each in one of the two languages, are of one city. */
bool bl_exonyms_same_city(const bl_exonym_table *one,
                          const bl_exonym_table *other,
                          const bl_exonym_words *a, const bl_exonym_words *b);

/* Whether all that the word names in the first language it names in the other:
 * Pyongyang, and any word that names nothing. */
bool bl_exonyms_stay(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t word);

/* Whether words with these skeletons, by their hash, stand in names of one
 * thing, each in one of the two languages. */
bool bl_exonyms_same(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t a, uint32_t b);

#endif
