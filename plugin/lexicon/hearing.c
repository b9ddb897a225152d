/* SPDX-License-Identifier: Apache-2.0 */
/* What it costs to take one sound for another. */
#include "lexicon/hearing.h"

/* Of a sound that only one of the two has, in quarters: an n or a k is lost
 * more easily than others, an r often, and a w is a vowel as well;
 * nobody misses an h. */
static const uint8_t alone[BL_HEARD_COUNT] = {
    [BL_HEARD_B] = 4,  [BL_HEARD_F] = 4, [BL_HEARD_K] = 3,
    [BL_HEARD_S] = 4,  [BL_HEARD_CH] = 4, [BL_HEARD_D] = 4,
    [BL_HEARD_TH] = 4, [BL_HEARD_L] = 4, [BL_HEARD_R] = 2,
    [BL_HEARD_M] = 4,  [BL_HEARD_N] = 3, [BL_HEARD_W] = 1,
};

/* Of two sounds that scripts take for each other: a language without f writes
 * p, one without j writes z, one without w writes gu. All others cost
 * BL_HEARING_UNIT. */
static const uint8_t alike[BL_HEARD_COUNT][BL_HEARD_COUNT] = {
    [BL_HEARD_B] = { [BL_HEARD_F] = 1, [BL_HEARD_W] = 2 },
    [BL_HEARD_F] = { [BL_HEARD_B] = 1, [BL_HEARD_W] = 1, [BL_HEARD_TH] = 2 },
    [BL_HEARD_K] = { [BL_HEARD_S] = 3,
                     [BL_HEARD_CH] = 1,
                     [BL_HEARD_W] = 2,
                     [BL_HEARD_H] = 1 },
    [BL_HEARD_S] = { [BL_HEARD_K] = 3,
                     [BL_HEARD_CH] = 1,
                     [BL_HEARD_D] = 2,
                     [BL_HEARD_TH] = 1 },
    [BL_HEARD_CH] = { [BL_HEARD_K] = 1, [BL_HEARD_S] = 1, [BL_HEARD_D] = 2 },
    [BL_HEARD_D] = { [BL_HEARD_S] = 2, [BL_HEARD_CH] = 2, [BL_HEARD_TH] = 1 },
    [BL_HEARD_TH] = { [BL_HEARD_S] = 1,
                      [BL_HEARD_D] = 1,
                      [BL_HEARD_CH] = 2,
                      [BL_HEARD_F] = 2 },
    [BL_HEARD_L] = { [BL_HEARD_R] = 1 },
    [BL_HEARD_R] = { [BL_HEARD_L] = 1 },
    [BL_HEARD_M] = { [BL_HEARD_N] = 2 },
    [BL_HEARD_N] = { [BL_HEARD_M] = 2 },
    [BL_HEARD_W] = { [BL_HEARD_B] = 2, [BL_HEARD_F] = 1, [BL_HEARD_K] = 2 },
    [BL_HEARD_H] = { [BL_HEARD_K] = 1 },
};

static int cost_of(uint8_t a, uint8_t b)
{
    if (a == b)
        return 0;
    return alike[a][b] != 0 ? alike[a][b] : BL_HEARING_UNIT;
}

/* A stop behind a nasal of its place is often silent, or written though it is
 * not there: Thompson, Inglish. */
enum { BEHIND_NASAL = 2 };

/* Of a new word in the midst of a word of the name, and of an ending within the
 * name. */
enum { NEW_WORD = 2, ENDING = 1 };

static uint8_t alone_behind(uint8_t before, uint8_t sound)
{
    const bool close = before == BL_HEARD_M
                           ? sound == BL_HEARD_B
                           : before == BL_HEARD_N &&
                                 (sound == BL_HEARD_K || sound == BL_HEARD_CH ||
                                  sound == BL_HEARD_D);

    return close && alone[sound] > BEHIND_NASAL ? BEHIND_NASAL : alone[sound];
}

static bool is_part(const bl_hearing *hearing, size_t at)
{
    return (hearing->parts >> at & 1) != 0;
}

static void forget(bl_hearing *hearing, bl_hearing_state *state)
{
    for (size_t i = 0; i <= hearing->count; i++) {
        state->cost[i] = BL_HEARING_NEVER;
        state->start[i] = 0;
    }
}

void bl_hearing_begin_parts(bl_hearing *hearing, const uint8_t *wanted,
                            size_t count, uint64_t parts)
{
    hearing->wanted = wanted;
    hearing->count = count < BL_HEARING_MAX ? count : BL_HEARING_MAX;
    hearing->heard = 0;
    hearing->parts = parts;
    for (size_t i = 0; i < hearing->count; i++)
        hearing->alone[i] = alone_behind(
            i != 0 && !is_part(hearing, i) ? wanted[i - 1] : BL_HEARD_NONE,
            wanted[i]);
    bl_hearing_break(hearing);
}

void bl_hearing_break(bl_hearing *hearing)
{
    hearing->last = BL_HEARD_NONE;
    forget(hearing, &hearing->now);
    forget(hearing, &hearing->ended);
}

void bl_hearing_may_start(bl_hearing *hearing)
{
    bl_hearing_state *now = &hearing->now;
    int cost = 0;

    for (size_t i = 0; i <= hearing->count; i++) {
        if (cost < now->cost[i]) {
            now->cost[i] = cost;
            now->start[i] = hearing->heard;
        }
        if (i < hearing->count)
            cost += hearing->alone[i];
    }
}

void bl_hearing_word(bl_hearing *hearing)
{
    bl_hearing_state *now = &hearing->now;
    const bl_hearing_state *ended = &hearing->ended;

    for (size_t i = 1; i < hearing->count; i++) {
        if (!is_part(hearing, i)) {
            now->cost[i] += NEW_WORD;
        } else if (ended->cost[i] + ENDING < now->cost[i]) {
            now->cost[i] = ended->cost[i] + ENDING;
            now->start[i] = ended->start[i];
        }
    }
    for (size_t i = 1; i < hearing->count; i++) {
        if (now->cost[i] + hearing->alone[i] < now->cost[i + 1]) {
            now->cost[i + 1] = now->cost[i] + hearing->alone[i];
            now->start[i + 1] = now->start[i];
        }
    }
    hearing->last = BL_HEARD_NONE;
    forget(hearing, &hearing->ended);
}

void bl_hearing_ending(bl_hearing *hearing)
{
    for (size_t i = 0; i <= hearing->count; i++) {
        if (hearing->now.cost[i] < hearing->ended.cost[i]) {
            hearing->ended.cost[i] = hearing->now.cost[i];
            hearing->ended.start[i] = hearing->now.start[i];
        }
    }
}

void bl_hearing_add(bl_hearing *hearing, uint8_t heard)
{
    const int alone_now = alone_behind(hearing->last, heard);
    int *cost = hearing->now.cost;
    uint32_t *start = hearing->now.start;
    int diagonal = cost[0];
    uint32_t diagonal_start = start[0];

    cost[0] += alone_now;
    for (size_t i = 0; i < hearing->count; i++) {
        const uint8_t wanted = hearing->wanted[i];
        int best = diagonal + cost_of(wanted, heard);
        uint32_t best_start = diagonal_start;

        diagonal = cost[i + 1];
        diagonal_start = start[i + 1];
        if (diagonal + alone_now < best) {
            best = diagonal + alone_now;
            best_start = diagonal_start;
        }
        if (cost[i] + hearing->alone[i] < best) {
            best = cost[i] + hearing->alone[i];
            best_start = start[i];
        }
        cost[i + 1] = best;
        start[i + 1] = best_start;
    }
    hearing->last = heard;
    hearing->heard++;
}
