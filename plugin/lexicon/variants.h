/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Right spellings that a dictionary lacks: another placing of a tone mark
 * (hòa for hoà), the second stress that a word takes before an enclitic (το
 * όνομά μου), the spelling of another country (colour for color), a word
 * with an element before it that any word may have (anti-, super-, vice-) or
 * behind it (-artig, -bedingt).
 * All from spelling.txt.
 */
#ifndef BL_LEXICON_VARIANTS_H
#define BL_LEXICON_VARIANTS_H

#include "base/alloc.h"
#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

typedef enum bl_variant_kind {
    BL_VARIANT_ENDING,   /* "oà>òa": at the end of a word, either way */
    BL_VARIANT_STRESSED, /* "ός>ος": at the end of a long one, this way */
    BL_VARIANT_REGIONAL, /* "our>or": anywhere; another country's spelling */
    BL_VARIANT_FRONT,    /* "anti": before any word */
    BL_VARIANT_BACK      /* "artig": behind any word */
} bl_variant_kind;

typedef struct bl_variant {
    bl_str from; /* FRONT and BACK: all of it */
    bl_str to;
    uint8_t kind;
} bl_variant;

typedef struct bl_variants {
    const bl_alloc *alloc;
    bl_arena *texts; /* where the strings lie */
    bl_variant *items;
    size_t count;
    size_t room;
} bl_variants;

/* One form of a line; false when there is no memory. *valid is false where it
 * is no such form. */
bool bl_variants_add(bl_variants *variants, bl_variant_kind kind, bl_str form,
                     bool *valid);

typedef bool (*bl_knows)(void *context, bl_str word);

/*
 * Whether `knows` accepts the word, which is in small letters, in any of its
 * other spellings. `regional`: spellings of other countries count too.
 */
bool bl_variants_known(const bl_variants *variants, bl_str word,
                       bool regional, bl_knows knows, void *context);

/* Whether the word is one that `knows` accepts, with an element behind it. */
bool bl_variants_known_before(const bl_variants *variants, bl_str word,
                              bl_knows knows, void *context);

/* Whether the word is an element that stands before others: anti, pre. */
bool bl_variants_is_front(const bl_variants *variants, bl_str word);

#endif
