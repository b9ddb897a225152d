/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Listening for a name in a row of sounds: what it would cost to take what was
 * just heard for the name. One pass over the row, whatever the number of
 * places at which the name may begin (P. H. Sellers, The theory and
 * computation of evolutionary distances, 1980).
 *
 * Plain data: no memory is allocated.
 */
#ifndef BL_LEXICON_HEARING_H
#define BL_LEXICON_HEARING_H

#include "lexicon/sounds.h"

enum { BL_HEARING_MAX = 32, BL_HEARING_UNIT = 4, BL_HEARING_NEVER = 1000 };

/* What it would cost to have heard so many of the sounds, and with which sound
 * of the row the name would have begun. */
typedef struct bl_hearing_state {
    int cost[BL_HEARING_MAX + 1];
    uint32_t start[BL_HEARING_MAX + 1];
} bl_hearing_state;

typedef struct bl_hearing {
    const uint8_t *wanted; /* bl_heard; of the caller */
    size_t count;
    uint32_t heard; /* sounds of the row so far */
    uint8_t last;   /* the one before, of the same word */
    uint64_t parts; /* bits: the sounds with which a word of the name begins */
    uint8_t alone[BL_HEARING_MAX]; /* of each sound wanted, unless heard */
    bl_hearing_state now;
    bl_hearing_state ended; /* if all since an ending is nothing but that */
} bl_hearing;

/* At most BL_HEARING_MAX sounds are listened for; bit 0 of `parts` is the
 * first one. */
void bl_hearing_begin_parts(bl_hearing *hearing, const uint8_t *wanted,
                            size_t count, uint64_t parts);

static inline void bl_hearing_begin(bl_hearing *hearing, const uint8_t *wanted,
                                    size_t count)
{
    bl_hearing_begin_parts(hearing, wanted, count, 0);
}

/* The name may begin with the next sound; or has to, what came before being
 * no part of it. */
void bl_hearing_may_start(bl_hearing *hearing);
void bl_hearing_break(bl_hearing *hearing);

/* Where words are known: one begins with the next sound, which costs something
 * in the midst of a word of the name; and what follows may be an ending of the
 * one that was heard. */
void bl_hearing_word(bl_hearing *hearing);
void bl_hearing_ending(bl_hearing *hearing);

void bl_hearing_add(bl_hearing *hearing, uint8_t heard);

/* Of the name's having ended here: 0 is the same, BL_HEARING_UNIT a sound that
 * is quite another one, BL_HEARING_NEVER and more where it has not begun. */
static inline int bl_hearing_cost(const bl_hearing *hearing)
{
    return hearing->now.cost[hearing->count];
}

/* And with which sound of the row, from 0, it then began. */
static inline uint32_t bl_hearing_start(const bl_hearing *hearing)
{
    return hearing->now.start[hearing->count];
}

#endif
