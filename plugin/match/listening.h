/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a text sounds like, and names that are heard in it: for texts in two
 * scripts, of which the sounds of a name are all that both have.
 *
 * Threads: a row belongs to one.
 */
#ifndef BL_MATCH_LISTENING_H
#define BL_MATCH_LISTENING_H

#include "lexicon/hearing.h"
#include "lexicon/language.h"
#include "recognise/name.h"

/* The sounds of a text, in the arena that it was listened to with. */
typedef struct bl_sound_row {
    uint8_t *sounds; /* bl_heard */
    uint8_t *flags;
    size_t count;
    bool cased; /* the text is written with capitals */
} bl_sound_row;

/* Sounds that are listened for; `parts` are bits: those with which a word
 * begins. */
typedef struct bl_wanted {
    uint8_t sounds[BL_HEARING_MAX];
    size_t count;
    size_t weight; /* how many of them are more than a breath */
    uint64_t parts;
} bl_wanted;

/* Where in the row something was heard, and what it cost, in quarters of a
 * sound. */
typedef struct bl_heard_place {
    size_t first;
    size_t limit;
    int cost;
} bl_heard_place;

/* False without memory, and where the text is too long to be heard to its
 * end. */
bool bl_listen(const bl_side *side, bl_arena *arena, bl_sound_row *r);

/* Whether it is heard for `most` or less; and where that costs least. */
bool bl_row_has(const bl_sound_row *r, const bl_wanted *wanted, int most);
bool bl_row_find(const bl_sound_row *r, const bl_wanted *wanted, int most,
                 bl_heard_place *found);

/* From here on nothing is heard there; and again everywhere. */
void bl_row_take(bl_sound_row *r, const bl_heard_place *place);
void bl_row_release(bl_sound_row *r);

/* The sounds of a word, of one more, and of all words of a name; at most
 * BL_HEARING_MAX. */
bl_wanted bl_wanted_word(const bl_side *side, const bl_word *word);
void bl_wanted_add(bl_wanted *to, const bl_wanted *part);
bl_wanted bl_wanted_name(const bl_side *side, const bl_name *name);

/* The letters of a word as it is said elsewhere, in one of BL_SAID_WAYS; none
 * where that is no other way. They may stand in *out. */
bl_str bl_said(const bl_language *language, size_t way, const bl_word *word,
               bl_folded *out);

/* The same of a name as it is said so; false where that is no other way. */
bool bl_wanted_said(const bl_side *side, const bl_name *name, size_t way,
                    bl_wanted *whole);

/* The same of a name that is spelled as its language does, Jevhen for Yevhen;
 * of one that is spelled as English does, bl_wanted_name(). */
bl_wanted bl_wanted_respelled(const bl_side *side, const bl_name *name,
                              bl_arena *arena);

/* What may be others: so many percent; and of a whole name, of which a short
 * one may cost less, unless a capital says where one begins. */
int bl_wanted_share(const bl_wanted *wanted, int percent);
int bl_wanted_most(const bl_sound_row *r, const bl_wanted *whole);

#endif
