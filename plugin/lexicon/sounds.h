/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a word sounds, roughly and in any script, to find out that Путин and
 * Putin may be the same name: its consonants in five classes, as in Soundex
 * (R. C. Russell, US patent 1,261,167), without a first letter of its own.
 * Letters of other scripts come from dictionaries/und/latin.txt.
 */
#ifndef BL_LEXICON_SOUNDS_H
#define BL_LEXICON_SOUNDS_H

#include "base/alloc.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Up to eight classes of four bits, the first in the lowest; 0 ends. */
typedef uint32_t bl_sounds;

typedef struct bl_letter {
    uint32_t letter;
    char latin[8];
} bl_letter;

/* The letters of one script. */
typedef struct bl_letters {
    const bl_alloc *alloc;
    bl_letter *items; /* sorted once they are all there */
    size_t count;
    size_t room;
} bl_letters;

/* "щ>shch"; false when there is no memory. *valid is false where it is no
 * letter and what it sounds like. */
bool bl_letters_add(bl_letters *letters, bl_str form, bool *valid);
void bl_letters_sort(bl_letters *letters);

/* Of a word in small letters, without marks where its script is Latin. */
bl_sounds bl_sounds_of(const bl_letters *letters, bl_str word);

/* How many classes there are. */
int bl_sounds_count(bl_sounds sounds);

/* Whether one may be the other: at most a third of the classes differ. Of
 * words with less than two classes nothing can be said: false. */
bool bl_sounds_alike(bl_sounds a, bl_sounds b);

#endif
