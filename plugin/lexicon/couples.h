/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of two parts that are written apart, as those of two syllables in
 * Vietnamese (hệ thống): by nothing but a hash of both parts. Taken for one
 * that is in the list is one pair of words in a million.
 */
#ifndef BL_LEXICON_COUPLES_H
#define BL_LEXICON_COUPLES_H

#include "base/alloc.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bl_couples {
    const bl_alloc *alloc;
    uint32_t *slots; /* hash table; 0: free. NULL: the list is empty */
    size_t slot_count; /* a power of two */
    size_t count;
} bl_couples;

/* Of the hashes of two folded words, in their order; never 0. */
static inline uint32_t bl_couple_of(uint32_t first, uint32_t second)
{
    const uint64_t both = ((uint64_t)first << 32 | second) *
                          UINT64_C(0x9e3779b97f4a7c15);
    const uint32_t couple = (uint32_t)(both >> 32) ^ (uint32_t)both;

    return couple != 0 ? couple : 1;
}

/* Room at once for so many more; false when there is no memory. */
bool bl_couples_reserve(bl_couples *couples, size_t more);

/* One more; the same. */
bool bl_couples_add(bl_couples *couples, uint32_t couple);
void bl_couples_free(bl_couples *couples);

static inline bool bl_couples_have(const bl_couples *couples, uint32_t couple)
{
    const size_t mask = couples->slot_count - 1;

    if (couples->count == 0)
        return false;
    for (size_t at = couple & mask; couples->slots[at] != 0;
         at = (at + 1) & mask) {
        if (couples->slots[at] == couple)
            return true;
    }
    return false;
}

#endif
