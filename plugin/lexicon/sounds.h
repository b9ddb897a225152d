/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a word sounds, roughly and in any script, to find out that Путин and
 * Putin may be the same name: its consonants in five classes of two sorts, as
 * in Soundex (R. C. Russell, US patent 1,261,167), without a first letter of
 * its own. Letters of other scripts come from dictionaries/und/latin.txt.
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
    uint32_t next; /* of two letters that are one sound, the second; or 0 */
    uint32_t number; /* in the order in which they were added */
    char latin[8];
} bl_letter;

/* The letters of one script. */
typedef struct bl_letters {
    const bl_alloc *alloc;
    bl_letter *items; /* sorted once they are all there */
    size_t count;
    size_t room;
    bool pairs; /* some are two letters */
} bl_letters;

/* "щ>shch", "μπ>b"; false when there is no memory. *valid is false where it is
 * no letter, nor two, and what it sounds like. */
bool bl_letters_add(bl_letters *letters, bl_str form, bool *valid);

/* Once they are all there; of two ways in which one sounds the last holds. */
void bl_letters_sort(bl_letters *letters);

/* Of a word in small letters, without marks where its script is Latin. */
bl_sounds bl_sounds_of(const bl_letters *letters, bl_str word);

/* Whether it is known how a letter of another script sounds. */
bool bl_letters_have(const bl_letters *letters, uint32_t letter);

/* And of two that are one sound. */
bool bl_letters_have_pair(const bl_letters *letters, uint32_t letter,
                          uint32_t next);

/* What a consonant is heard as, finer than its class. */
typedef enum bl_heard {
    BL_HEARD_NONE, /* a vowel */
    BL_HEARD_B,
    BL_HEARD_F,
    BL_HEARD_K,
    BL_HEARD_S,
    BL_HEARD_CH, /* j as well */
    BL_HEARD_D,
    BL_HEARD_TH, /* of English: written as a t or as an s */
    BL_HEARD_L,
    BL_HEARD_R,
    BL_HEARD_M,
    BL_HEARD_N,
    BL_HEARD_W,
    BL_HEARD_H, /* of bl_sounds_breathe() alone */
    BL_HEARD_COUNT
} bl_heard;

/* All consonants of a word, at most `room`, as bl_heard: how many. The word is
 * as for bl_sounds_of(). */
size_t bl_sounds_hear(const bl_letters *letters, bl_str word, uint8_t *out,
                      size_t room);

/* The same with each h before a vowel: it is a k in some scripts, and nothing
 * in others. */
size_t bl_sounds_breathe(const bl_letters *letters, bl_str word, uint8_t *out,
                         size_t room);

/* How many classes there are. */
int bl_sounds_count(bl_sounds sounds);

/* How far apart two words are; what it means depends on their length. */
int bl_sounds_distance(bl_sounds a, bl_sounds b);

/* What part of the classes may differ at most: a third, or a quarter. */
enum { BL_SOUNDS_ROUGHLY = 3, BL_SOUNDS_CLOSELY = 4 };

/* Whether one may be the other. Of words with less than two classes nothing
 * can be said: false. */
bool bl_sounds_alike(bl_sounds a, bl_sounds b, int share);

/* Whether nothing but a nasal before a stop makes them different, which scripts
 * leave out, or write with the stop as one sound: Kante and Καντέ. */
bool bl_sounds_nasal(bl_sounds a, bl_sounds b);

/* Whether one has a class more than the other, at its end: Jon and Dzhonom. */
bool bl_sounds_inflected(bl_sounds a, bl_sounds b);

/* Whether both have sounds, and their first ones are of one class. */
bool bl_sounds_begin_alike(bl_sounds a, bl_sounds b);

/* Whether the word goes on where the name ends: Texas and tekhasskiy. Of names
 * with less than three classes nothing can be said: false. */
bool bl_sounds_begin(bl_sounds name, bl_sounds word);

#endif
