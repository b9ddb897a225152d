/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that look random and are the same on every machine. */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdint.h>

typedef struct random_state {
    uint64_t state;
} random_state;

/* SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, 2014). */
static inline uint64_t random_bits(random_state *random)
{
    uint64_t z = random->state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* From 0 to `count` - 1. */
static inline uint32_t random_below(random_state *random, uint32_t count)
{
    return (uint32_t)((random_bits(random) >> 32) * count >> 32);
}

/* True in `permille` of a thousand cases. */
static inline int random_chance(random_state *random, uint32_t permille)
{
    return random_below(random, 1000) < permille;
}

#endif
