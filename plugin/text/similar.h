/* SPDX-License-Identifier: Apache-2.0 */
/* How far apart two words are. */
#ifndef BL_TEXT_SIMILAR_H
#define BL_TEXT_SIMILAR_H

#include "base/str.h"

#include <stdint.h>

enum { BL_SIMILAR_LETTERS = 32 };

/*
 * Letters inserted, lost, exchanged for another one or swapped with their
 * neighbour, at least, to make one of the other (optimal string alignment).
 * INT_MAX where they are more than `most`, and for words of more than
 * BL_SIMILAR_LETTERS letters.
 */
int bl_distance(bl_str a, bl_str b, int most);

/* Whether words with those letters are farther apart than `most`, as a letter
 * that only one of them has is a difference at least. */
static inline bool bl_is_far(uint64_t a, uint64_t b, size_t most)
{
    uint64_t lost = a & ~b;
    uint64_t more = b & ~a;

    for (; most != 0 && (lost | more) != 0; most--) {
        lost &= lost - 1;
        more &= more - 1;
    }
    return (lost | more) != 0;
}

/* Letters that two words have in common from their beginning on. */
size_t bl_common_prefix(bl_str a, bl_str b);

#endif
