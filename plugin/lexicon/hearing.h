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

typedef struct bl_hearing {
    const uint8_t *wanted; /* bl_heard; of the caller */
    size_t count;
    int cost[BL_HEARING_MAX + 1]; /* of so many of them, as heard so far */
} bl_hearing;

/* At most BL_HEARING_MAX sounds are listened for. */
void bl_hearing_begin(bl_hearing *hearing, const uint8_t *wanted, size_t count);

/* The name may begin with the next sound; or has to, what came before being
 * no part of it. */
void bl_hearing_may_start(bl_hearing *hearing);
void bl_hearing_break(bl_hearing *hearing);

void bl_hearing_add(bl_hearing *hearing, uint8_t heard);

/* Of the name's having ended here: 0 is the same, BL_HEARING_UNIT a sound that
 * is quite another one, BL_HEARING_NEVER and more where it has not begun. */
static inline int bl_hearing_cost(const bl_hearing *hearing)
{
    return hearing->cost[hearing->count];
}

#endif
