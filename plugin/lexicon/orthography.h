/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a language writes foreign names: Schewtschenko is Shevchenko, and
 * Bachar is Bashar. The letters of a language become those that English uses
 * for the same sound, and what is written in two ways everywhere (th, t)
 * becomes one. Two words with the same key are one name in two spellings.
 *
 * All from names.txt, the keys `spelled`, `alike` and `said`.
 */
#ifndef BL_LEXICON_ORTHOGRAPHY_H
#define BL_LEXICON_ORTHOGRAPHY_H

#include "base/alloc.h"
#include "text/fold.h"

typedef enum bl_spelling_kind {
    BL_SPELLED, /* "sch>sh": what letters of the language are in English */
    BL_ALIKE,   /* "th>t": then, in letters without marks */
    BL_SAID     /* "j>y": what they are elsewhere, one way a kind from here
                   on */
} bl_spelling_kind;

enum { BL_SAID_WAYS = 3, BL_SPELLING_KINDS = BL_SAID + BL_SAID_WAYS };
enum { BL_SPELLING_PART = 7 };

typedef struct bl_spelling_change {
    char from[BL_SPELLING_PART + 1];
    char to[BL_SPELLING_PART + 1];
    uint8_t from_size;
    uint8_t to_size;
    bool at_end;   /* only there: "os$>us" */
    uint32_t next; /* the next one with that first byte, from 1; 0: none */
} bl_spelling_change;

typedef struct bl_spelling_changes {
    bl_spelling_change *items;
    size_t count;
    size_t room;
    uint32_t first[256]; /* by the first byte of `from`, as `next` */
} bl_spelling_changes;

/* One form of a line; false when there is no memory. *valid is false where it
 * is none. */
bool bl_spelling_changes_add(bl_spelling_changes *list, const bl_alloc *alloc,
                             bl_str form, bool *valid);

/* The longest change that is made where a text begins; NULL: none. */
const bl_spelling_change *
bl_spelling_changes_find(const bl_spelling_changes *list, bl_str text);

typedef struct bl_orthography {
    const bl_alloc *alloc;
    bl_spelling_changes list[BL_SPELLING_KINDS];
} bl_orthography;

void bl_orthography_init(bl_orthography *orthography, const bl_alloc *alloc);
void bl_orthography_free(bl_orthography *orthography);

/* The key of a folded word of the language, in *out. Where several changes
 * fit at a place, the longest is made. */
bl_str bl_orthography_key(const bl_orthography *orthography, bl_str folded,
                          bl_folded *out);

/* The same of a word that keeps the letters of another language: but what is
 * written in two ways everywhere. */
bl_str bl_orthography_plain_key(const bl_orthography *orthography,
                                bl_str folded, bl_folded *out);

/* The letters of a word in Latin letters without marks, as a name is said
 * elsewhere that is written so; none where that is no other way. The way is one
 * of BL_SAID_WAYS. */
bl_str bl_orthography_said(const bl_orthography *orthography, size_t way,
                           bl_str word, bl_folded *out);

#endif
