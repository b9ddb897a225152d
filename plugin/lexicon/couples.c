/* SPDX-License-Identifier: Apache-2.0 */
/* A hash table that is never more than three quarters full. */
#include "lexicon/couples.h"

enum { FIRST_SLOTS = 1024 };

/* Where it is, or the free place where it belongs. */
static uint32_t *slot_of(uint32_t *slots, size_t count, uint32_t couple)
{
    const size_t mask = count - 1;
    size_t at = couple & mask;

    while (slots[at] != 0 && slots[at] != couple)
        at = (at + 1) & mask;
    return &slots[at];
}

/* A larger table with what was in the old one. */
static bool resize(bl_couples *couples, size_t count)
{
    uint32_t *slots = bl_new(couples->alloc, count, sizeof(*slots));

    if (slots == NULL)
        return false;
    for (size_t i = 0; i < couples->slot_count; i++) {
        if (couples->slots[i] != 0)
            *slot_of(slots, count, couples->slots[i]) = couples->slots[i];
    }
    bl_free(couples->alloc, couples->slots);
    couples->slots = slots;
    couples->slot_count = count;
    return true;
}

bool bl_couples_reserve(bl_couples *couples, size_t more)
{
    size_t count = FIRST_SLOTS;

    while (count / 4 * 3 < couples->count + more)
        count *= 2;
    return count <= couples->slot_count || resize(couples, count);
}

bool bl_couples_add(bl_couples *couples, uint32_t couple)
{
    uint32_t *slot;

    if ((couples->count + 1) * 4 > couples->slot_count * 3 &&
        !bl_couples_reserve(couples, 1))
        return false;
    slot = slot_of(couples->slots, couples->slot_count, couple);
    couples->count += *slot == 0;
    *slot = couple;
    return true;
}

void bl_couples_free(bl_couples *couples)
{
    bl_free(couples->alloc, couples->slots);
}
