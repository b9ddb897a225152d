/* SPDX-License-Identifier: Apache-2.0 */
/* How far apart two words are. */
#ifndef BL_RECOGNISE_SIMILAR_H
#define BL_RECOGNISE_SIMILAR_H

#include "base/str.h"

enum { BL_SIMILAR_LETTERS = 32 };

/*
 * Letters inserted, lost, exchanged for another one or swapped with their
 * neighbour, at least, to make one of the other (optimal string alignment).
 * Words of more than BL_SIMILAR_LETTERS letters are infinitely far apart.
 */
int bl_distance(bl_str a, bl_str b);

/* Letters that two words have in common from their beginning on. */
size_t bl_common_prefix(bl_str a, bl_str b);

#endif
