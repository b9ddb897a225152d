/* SPDX-License-Identifier: Apache-2.0 */
/* What it costs to take one sound for another. */
#include "lexicon/hearing.h"

/* Of a sound that only one of the two has, in quarters: an n or a k is lost
 * more easily than others, an r often, and a w is a vowel as well. */
static const uint8_t alone[BL_HEARD_COUNT] = {
    [BL_HEARD_B] = 4,  [BL_HEARD_F] = 4, [BL_HEARD_K] = 3, [BL_HEARD_S] = 4,
    [BL_HEARD_CH] = 4, [BL_HEARD_D] = 4, [BL_HEARD_L] = 4, [BL_HEARD_R] = 2,
    [BL_HEARD_M] = 4,  [BL_HEARD_N] = 3, [BL_HEARD_W] = 1,
};

/* Of two sounds that scripts take for each other: a language without f writes
 * p, one without j writes z. All others cost BL_HEARING_UNIT. */
static const uint8_t alike[BL_HEARD_COUNT][BL_HEARD_COUNT] = {
    [BL_HEARD_B] = { [BL_HEARD_F] = 1, [BL_HEARD_W] = 2 },
    [BL_HEARD_F] = { [BL_HEARD_B] = 1, [BL_HEARD_W] = 1 },
    [BL_HEARD_K] = { [BL_HEARD_S] = 3, [BL_HEARD_CH] = 1 },
    [BL_HEARD_S] = { [BL_HEARD_K] = 3, [BL_HEARD_CH] = 1, [BL_HEARD_D] = 2 },
    [BL_HEARD_CH] = { [BL_HEARD_K] = 1, [BL_HEARD_S] = 1, [BL_HEARD_D] = 2 },
    [BL_HEARD_D] = { [BL_HEARD_S] = 2, [BL_HEARD_CH] = 2 },
    [BL_HEARD_L] = { [BL_HEARD_R] = 1 },
    [BL_HEARD_R] = { [BL_HEARD_L] = 1 },
    [BL_HEARD_M] = { [BL_HEARD_N] = 2 },
    [BL_HEARD_N] = { [BL_HEARD_M] = 2 },
    [BL_HEARD_W] = { [BL_HEARD_B] = 2, [BL_HEARD_F] = 1 },
};

static int cost_of(uint8_t a, uint8_t b)
{
    if (a == b)
        return 0;
    return alike[a][b] != 0 ? alike[a][b] : BL_HEARING_UNIT;
}

void bl_hearing_begin(bl_hearing *hearing, const uint8_t *wanted, size_t count)
{
    hearing->wanted = wanted;
    hearing->count = count < BL_HEARING_MAX ? count : BL_HEARING_MAX;
    bl_hearing_break(hearing);
}

void bl_hearing_break(bl_hearing *hearing)
{
    for (size_t i = 0; i <= hearing->count; i++)
        hearing->cost[i] = BL_HEARING_NEVER;
}

void bl_hearing_may_start(bl_hearing *hearing)
{
    int cost = 0;

    for (size_t i = 0; i <= hearing->count; i++) {
        if (cost < hearing->cost[i])
            hearing->cost[i] = cost;
        if (i < hearing->count)
            cost += alone[hearing->wanted[i]];
    }
}

void bl_hearing_add(bl_hearing *hearing, uint8_t heard)
{
    int *cost = hearing->cost;
    int diagonal = cost[0];

    cost[0] += alone[heard];
    for (size_t i = 0; i < hearing->count; i++) {
        const uint8_t wanted = hearing->wanted[i];
        int best = diagonal + cost_of(wanted, heard);

        diagonal = cost[i + 1];
        if (diagonal + alone[heard] < best)
            best = diagonal + alone[heard];
        if (cost[i] + alone[wanted] < best)
            best = cost[i] + alone[wanted];
        cost[i + 1] = best;
    }
}
