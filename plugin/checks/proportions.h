/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How long targets are beside their sources, over a document.
 *
 * A proportion is the binary logarithm of target over source, in steps of 1/32:
 * -32 is half as long. How many of a document have which tells what is usual
 * there, and how far from it most are. Bytes are compared: within a document
 * the sides have their scripts, and nothing need be known of these.
 */
#ifndef BL_CHECKS_PROPORTIONS_H
#define BL_CHECKS_PROPORTIONS_H

#include <stdint.h>

/* From 1/8 to 8 times as long; what is beyond counts with the last. */
enum { BL_OCTAVE = 32, BL_PROPORTION_MOST = 3 * BL_OCTAVE };

typedef struct bl_proportions {
    uint32_t count;
    uint32_t at[2 * BL_PROPORTION_MOST + 1]; /* by step, the lowest first */
} bl_proportions;

/* Of two sizes in the same unit that are not 0. */
int bl_proportion_of(uint64_t source, uint64_t target);

void bl_proportions_add(bl_proportions *proportions, int proportion);
void bl_proportions_join(bl_proportions *proportions,
                         const bl_proportions *part);

/* The proportion below which `percent` of a hundred are; of one at least. */
int bl_proportions_below(const bl_proportions *proportions, unsigned percent);

#endif
