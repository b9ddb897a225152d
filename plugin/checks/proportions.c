/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/proportions.h"

/* Bits behind the point, of quotients and logarithms. */
enum { SHIFT = 10, ONE = 1 << SHIFT };

/* log2(1 + x) - x is nearly x (1 - x) times this, which is off by less than a
 * hundredth: half a step. */
enum { BEND = 352 };

int bl_proportion_of(uint64_t source, uint64_t target)
{
    uint64_t quotient = (target << SHIFT) / source;
    int octaves = 0;
    int x;

    if (quotient == 0)
        return -BL_PROPORTION_MOST;
    while (quotient >= 2 * ONE) {
        quotient >>= 1;
        octaves++;
    }
    while (quotient < ONE) {
        quotient <<= 1;
        octaves--;
    }
    x = (int)quotient - ONE;
    x += (x * (ONE - x) >> SHIFT) * BEND >> SHIFT;
    return octaves * BL_OCTAVE + ((x * BL_OCTAVE + ONE / 2) >> SHIFT);
}

void bl_proportions_add(bl_proportions *proportions, int proportion)
{
    if (proportion < -BL_PROPORTION_MOST)
        proportion = -BL_PROPORTION_MOST;
    if (proportion > BL_PROPORTION_MOST)
        proportion = BL_PROPORTION_MOST;
    proportions->at[proportion + BL_PROPORTION_MOST]++;
    proportions->count++;
}

void bl_proportions_join(bl_proportions *proportions,
                         const bl_proportions *part)
{
    proportions->count += part->count;
    for (int i = 0; i <= 2 * BL_PROPORTION_MOST; i++)
        proportions->at[i] += part->at[i];
}

int bl_proportions_below(const bl_proportions *proportions, unsigned percent)
{
    const uint64_t wanted = (uint64_t)proportions->count * percent / 100;
    uint64_t passed = 0;
    int i = 0;

    for (; i < 2 * BL_PROPORTION_MOST; i++) {
        passed += proportions->at[i];
        if (passed > wanted)
            break;
    }
    return i - BL_PROPORTION_MOST;
}
