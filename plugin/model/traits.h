/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What passes over all tokens ask of each. A pass that looks for one token in
 * fifty does not walk over the others: their traits stand in an array of
 * their own, four to a word of memory.
 */
#ifndef BL_MODEL_TRAITS_H
#define BL_MODEL_TRAITS_H

#include "base/bits.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    /* Of a word, wherever it stands. */
    BL_TRAIT_QUANTITY = 1 << 0, /* a number, date or time may begin with it */
    BL_TRAIT_NAME = 1 << 1,     /* has a capital and may be of a name */
    BL_TRAIT_TITLE = 1 << 2,    /* a title may begin with it */
    BL_TRAIT_CASED = 1 << 3,    /* of several letters that have a case */
    BL_TRAIT_LOWER = 1 << 4,    /* of several small ones */
    BL_TRAIT_ACRONYM = 1 << 5,  /* of several capitals */
    BL_TRAIT_CAPITAL = 1 << 6,  /* begins with a capital */
    BL_TRAIT_LISTED = 1 << 7,   /* without case, and a name that the lists
                                   have may begin with it */
    BL_TRAIT_UNJUDGED = 1 << 8, /* LOWER, and the dictionary has not said yet
                                   that it knows it; or a small letter that is
                                   no word of the language */
    /* Of a token in its text. */
    BL_TRAIT_AGAIN = 1 << 9,  /* as the token before it, whatever their case:
                                 the same word, or a number behind one; or it
                                 stands behind a letter that is a token */
    BL_TRAIT_MASK = 1 << 10,  /* a sign that a mask may begin with, or be given
                                 away by: bl_trait_of_sign() */
    BL_TRAIT_UNEVEN = 1 << 11, /* other white space than one space before */
    /* Of a word again. */
    BL_TRAIT_LEADING = 1 << 12,  /* what may belong to a number behind it may
                                    begin with it: BL_SENSES_LEADING */
    BL_TRAIT_FOLLOWING = 1 << 13, /* the same of a number before it:
                                     BL_SENSES_FOLLOWING */
    /* Of either. */
    BL_TRAIT_ODD = 1 << 14, /* its characters, or what stands before it, is
                               worth a look: text/oddity.h */
    /* Of a token in its text again. */
    BL_TRAIT_POINT = 1 << 15 /* a PUNCT */
};

typedef uint16_t bl_trait_set;

/* Zeros behind the traits of the last token. */
enum { BL_TRAITS_BEHIND = 3 };

/* From token `at` on, the first one of `count` that has a wanted trait; or
 * `count`. */
static inline size_t bl_traits_next(const bl_trait_set *traits, size_t count,
                                    size_t at, unsigned wanted)
{
    const uint64_t mask = BL_ONES16 * (bl_trait_set)wanted;

    for (; at < count; at += 4) {
        uint64_t four;
        uint64_t found;

        memcpy(&four, traits + at, sizeof(four));
        found = four & mask;
        if (found != 0)
            return at + bl_first_pair(found);
    }
    return count;
}

/* Bit i: whether token at + i has a wanted trait, of four; tokens behind the
 * last one have none. */
static inline unsigned bl_traits_four(const bl_trait_set *traits, size_t at,
                                      unsigned wanted)
{
    uint64_t four;

    memcpy(&four, traits + at, sizeof(four));
    return bl_filled_pairs(four & BL_ONES16 * (bl_trait_set)wanted);
}

/* The same of the next 64. Where one token in ten is wanted, what is next
 * cannot be predicted; this has no branches that depend on it. */
static inline uint64_t bl_traits_bits(const bl_trait_set *traits, size_t count,
                                      size_t at, unsigned wanted)
{
    const size_t limit = count - at < 64 ? count - at : 64;
    uint64_t bits = 0;

    for (size_t i = 0; i < limit; i += 4)
        bits |= (uint64_t)bl_traits_four(traits, at + i, wanted) << i;
    return bits;
}

/* How many tokens have that trait, which is one. */
static inline size_t bl_traits_count(const bl_trait_set *traits, size_t count,
                                     unsigned trait)
{
    size_t found = 0;

    for (size_t base = 0; base < count; base += 64) {
        const size_t limit = count - base < 64 ? count : base + 64;
        uint64_t sums = 0; /* four, none of which reaches the next */

        for (size_t at = base; at < limit; at += 4) {
            uint64_t four;

            memcpy(&four, traits + at, sizeof(four));
            sums += (four & BL_ONES16 * (bl_trait_set)trait) / trait;
        }
        found += sums * BL_ONES16 >> 48;
    }
    return found;
}

/* MASK or nothing for a sign of ASCII, by the byte behind it: nothing but a
 * brace may have a space there. */
static inline unsigned bl_trait_of_sign(uint32_t c, char next)
{
#define BIT(c) (UINT64_C(1) << ((c)-' '))
    const uint64_t signs = BIT('%') | BIT('$') | BIT('#') | BIT('<') |
                           BIT('&') | BIT(':') | BIT('@') | BIT('.');
#undef BIT
    const uint32_t at = c - ' ';
    const unsigned listed = (at < 64) & (unsigned)(signs >> (at & 63));

    return ((listed & (next != ' ')) | (c == '{')) * BL_TRAIT_MASK;
}

#endif
