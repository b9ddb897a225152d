/* SPDX-License-Identifier: Apache-2.0 */
/* Ids that were seen: runs of numbers, and hashes of what is no number. */
#include "readers/id_set.h"

#include "base/hash.h"

#include <string.h>

enum {
    PLACES_FIRST = 64,
    PLACES_KEPT = 4096,
    PLACES_MAX = 1 << 20, /* 8 MiB */
    PROBES_MAX = 256,     /* only hashes made to meet need more */
    DIGITS_MAX = 9
};

/* So much of a table is used: seldom more than 50 places to look at. */
static size_t most(size_t places)
{
    return places / 8 * 5;
}

void bl_id_set_init(bl_id_set *set, const bl_alloc *alloc)
{
    *set = (bl_id_set){ .alloc = alloc };
}

void bl_id_set_free(bl_id_set *set)
{
    bl_free(set->alloc, set->slots);
    bl_free(set->alloc, set->runs);
}

void bl_id_set_clear(bl_id_set *set)
{
    if (set->places > PLACES_KEPT) {
        bl_free(set->alloc, set->slots);
        set->slots = NULL;
        set->places = 0;
    } else if (set->count != 0) {
        memset(set->slots, 0, set->places * sizeof(*set->slots));
    }
    set->count = 0;
    set->run_count = 0;
    set->partial = false;
}

/* ---- ids that count up -------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "tu12" is 12 behind "tu"; false for "tu012", "tu" and what is longer. */
static bool read_number(bl_str id, size_t prefix_size, uint32_t *number)
{
    size_t at = prefix_size;

    if (at >= id.size || id.size - at > DIGITS_MAX ||
        (id.ptr[at] == '0' && id.size - at != 1))
        return false;
    *number = 0;
    while (at < id.size && is_digit(id.ptr[at]))
        *number = *number * 10 + (uint32_t)(id.ptr[at++] - '0');
    return at == id.size;
}

/* How much stands before its number. */
static size_t prefix_of(bl_str id)
{
    size_t size = id.size;

    while (size != 0 && is_digit(id.ptr[size - 1]))
        size--;
    return size;
}

/* Whether the id has the prefix of the runs, and its number. */
static bool counts_up(const bl_id_set *set, bl_str id, uint32_t *number)
{
    return set->run_count != 0 && id.size > set->prefix_size &&
           bl_bytes_equal(id.ptr, set->prefix, set->prefix_size) &&
           read_number(id, set->prefix_size, number);
}

static bool begin_run(bl_id_set *set, uint32_t number)
{
    if (!bl_grow(set->alloc, &set->runs, &set->run_room, set->run_count,
                 sizeof(*set->runs)))
        return false;
    set->runs[set->run_count++] = (bl_run){ number, number };
    return true;
}

/* ---- others ------------------------------------------------------------- */

static uint64_t hash_of(bl_str id)
{
    const uint64_t hash = bl_hash(id.ptr, id.size, 0);

    return hash != 0 ? hash : 1;
}

/* The slot that has the hash, or is free for it; NULL: neither is near. */
static uint64_t *find(const bl_id_set *set, uint64_t hash)
{
    for (size_t i = 0; i < PROBES_MAX; i++) {
        uint64_t *slot = &set->slots[(hash + i) & (set->places - 1)];

        if (*slot == hash || *slot == 0)
            return slot;
    }
    return NULL;
}

static bool enlarge(bl_id_set *set)
{
    bl_id_set larger = *set;

    larger.places = set->places != 0 ? 2 * set->places : PLACES_FIRST;
    larger.slots = bl_new(set->alloc, larger.places, sizeof(*larger.slots));
    if (larger.slots == NULL)
        return false;
    for (size_t i = 0; i < set->places; i++) {
        uint64_t *slot =
            set->slots[i] != 0 ? find(&larger, set->slots[i]) : NULL;

        if (slot != NULL)
            *slot = set->slots[i];
        else if (set->slots[i] != 0)
            larger.partial = true;
    }
    bl_free(set->alloc, set->slots);
    *set = larger;
    return true;
}

bool bl_id_set_add_hash(bl_id_set *set, uint64_t hash, bool *fresh)
{
    uint64_t *slot;

    if (set->count >= most(set->places) && set->places < PLACES_MAX &&
        !enlarge(set))
        return false;
    slot = find(set, hash);
    *fresh = slot == NULL || *slot == 0;
    if (!*fresh)
        return true;
    if (slot != NULL && set->count < most(set->places)) {
        *slot = hash;
        set->count++;
    } else {
        set->partial = true;
    }
    return true;
}

bool bl_id_set_has_hash(const bl_id_set *set, uint64_t hash)
{
    const uint64_t *slot;

    if (set->partial)
        return true;
    slot = set->count != 0 ? find(set, hash) : NULL;
    return slot != NULL && *slot == hash;
}

/* ---- the set ------------------------------------------------------------ */

bool bl_id_set_has(const bl_id_set *set, bl_str id)
{
    uint32_t number;

    return (counts_up(set, id, &number) &&
            bl_runs_have(set->runs, set->run_count, number)) ||
           bl_id_set_has_hash(set, hash_of(id));
}

bool bl_id_set_add(bl_id_set *set, bl_str id, bool *fresh)
{
    uint32_t number;

    if (set->run_count == 0 && set->count == 0) {
        set->prefix_size = prefix_of(id);
        if (set->prefix_size <= BL_ID_PREFIX_SIZE &&
            read_number(id, set->prefix_size, &number)) {
            memcpy(set->prefix, id.ptr, set->prefix_size);
            *fresh = true;
            return begin_run(set, number);
        }
    }
    if (counts_up(set, id, &number)) {
        bl_run *last = &set->runs[set->run_count - 1];

        if (number > last->last) {
            *fresh = true;
            if (number != last->last + 1)
                return begin_run(set, number);
            last->last = number;
            return true;
        }
        if (bl_runs_have(set->runs, set->run_count, number)) {
            *fresh = false;
            return true;
        }
    }
    return bl_id_set_add_hash(set, hash_of(id), fresh);
}
