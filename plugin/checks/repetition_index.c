/* SPDX-License-Identifier: Apache-2.0 */
/* The first segment of every hash, by open addressing. */
#include "checks/repetition_list.h"

#include "base/cache.h"

/* Places of a page at first, and as many as little more is added to at once;
 * how full it may be, and by which part it grows then. The fuller, the more
 * hashes of others are looked at, each somewhere else. */
enum {
    PLACES_FIRST = 16,
    PLACES_MANY = 4096,
    FULL_PERCENT = 88,
    GROWTH = 5,
    TOGETHER = 64 /* places that are moved together */
};

/* Different bits of a hash say in which page it is, where in it, and what
 * its tag is. */
static size_t page_of(uint64_t hash)
{
    return (hash >> 8) % BL_REPETITION_PAGES;
}

/* Any number of places serves: 32 bits of the hash say which. */
static uint32_t first_place(const bl_repetition_page *page, uint64_t hash)
{
    return (uint32_t)(((hash >> 24) * page->room) >> 32);
}

/*
 * A place has the number of a segment; five bits of its hash, which keep
 * nearly all others from being looked at; and this once it was contradicted.
 */
#define CONTRADICTED (UINT32_C(1) << 31)

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash & 31) << BL_REPETITION_NUMBER_BITS;
}

static bool has_tag(uint32_t place, uint64_t hash)
{
    return (place & ~(CONTRADICTED | BL_REPETITION_NUMBERS)) == tag_of(hash);
}

/* The place of the hash, or the free one where it belongs. */
static uint32_t *find_in_page(const bl_repetition_page *page, uint64_t hash,
                              int side, bl_repetition_hash get, const void *of)
{
    uint32_t at = first_place(page, hash);

    while (page->places[at] != 0 &&
           (!has_tag(page->places[at], hash) ||
            get(of, bl_repetition_number(page->places[at]), side) != hash))
        at = at + 1 < page->room ? at + 1 : 0;
    return &page->places[at];
}

uint32_t bl_repetition_find(const bl_repetition_index *index, uint64_t hash,
                            int side, bl_repetition_hash get, const void *of)
{
    return bl_repetition_number(
        *find_in_page(&index->pages[page_of(hash)], hash, side, get, of));
}

/* From places[at] on, into a larger page. Hashes are in no cache: many of them
 * are sent for before the first is used. */
static void move(const bl_repetition_page *page, uint32_t at,
                 bl_repetition_page *more, int side, bl_repetition_hash get,
                 const void *of)
{
    const uint32_t limit =
        page->room - at < TOGETHER ? page->room : at + TOGETHER;
    uint64_t hashes[TOGETHER];

    for (uint32_t i = at; i < limit; i++)
        hashes[i - at] =
            page->places[i] != 0
                ? get(of, bl_repetition_number(page->places[i]), side)
                : 0;
    for (uint32_t i = at; i < limit; i++) {
        /* What is skipped by now has no hash, and is looked for no more. */
        if (hashes[i - at] != 0)
            *find_in_page(more, hashes[i - at], side, get, of) =
                page->places[i];
        else if (page->places[i] != 0)
            more->count--;
    }
}

/* Twice as many, as long as few are; then little more, so that little is free
 * at any time. */
static uint32_t more_places(uint32_t room)
{
    if (room == 0)
        return PLACES_FIRST;
    return room < PLACES_MANY ? 2 * room
                              : room + (room + GROWTH - 1) / GROWTH;
}

static bool grow(const bl_alloc *alloc, bl_repetition_page *page, int side,
                 bl_repetition_hash get, const void *of)
{
    const uint32_t room = more_places(page->room);
    bl_repetition_page more = { bl_new(alloc, room, sizeof(uint32_t)), room,
                                page->count };

    if (more.places == NULL)
        return false;
    for (uint32_t i = 0; i < page->room; i += TOGETHER)
        move(page, i, &more, side, get, of);
    bl_free(alloc, page->places);
    *page = more;
    return true;
}

bool bl_repetition_enter(const bl_alloc *alloc, bl_repetition_index *index,
                         uint32_t number, int side, bl_repetition_hash get,
                         const void *of, uint32_t *first)
{
    const uint64_t hash = get(of, number, side);
    bl_repetition_page *page = &index->pages[page_of(hash)];
    uint32_t *place;

    *first = 0;
    if ((uint64_t)page->count * 100 >= (uint64_t)page->room * FULL_PERCENT &&
        !grow(alloc, page, side, get, of))
        return false;
    place = find_in_page(page, hash, side, get, of);
    if (*place == 0) {
        *place = number | tag_of(hash);
        page->count++;
    } else if ((*place & CONTRADICTED) == 0 &&
               bl_repetition_as_other(
                   get(of, bl_repetition_number(*place), 1 - side)) !=
                   bl_repetition_as_other(get(of, number, 1 - side))) {
        *first = bl_repetition_number(*place);
        *place |= CONTRADICTED;
    }
    return true;
}

void bl_repetition_fetch(const bl_repetition_index *index, uint64_t hash)
{
    const bl_repetition_page *page = &index->pages[page_of(hash)];

    if (page->room != 0)
        bl_prefetch(&page->places[first_place(page, hash)]);
}

void bl_repetition_index_free(const bl_alloc *alloc, bl_repetition_index *index)
{
    for (int i = 0; i < BL_REPETITION_PAGES; i++)
        bl_free(alloc, index->pages[i].places);
    *index = (bl_repetition_index){ .pages = { { .places = NULL } } };
}
