/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that is given out in small pieces and taken back all at once.
 *
 * Lack of memory is sticky: after the first failure every call returns NULL
 * and `failed` stays set until the next reset, so a caller in the middle of
 * a check may go on and the engine asks once.
 */
#ifndef BL_BASE_ARENA_H
#define BL_BASE_ARENA_H

#include "base/alloc.h"
#include "base/cache.h"

#include <stdalign.h>
#include <stdint.h>

typedef struct bl_arena_chunk bl_arena_chunk;

typedef struct bl_arena {
    const bl_alloc *alloc;
    bl_arena_chunk *chunk; /* the newest; older ones hang on it */
    char *next;            /* first free byte of it */
    char *limit;
    size_t kept; /* bytes of chunks that a reset may keep */
    bool failed;
} bl_arena;

/* An empty arena; allocates nothing. A reset keeps up to `kept` bytes. */
void bl_arena_init(bl_arena *arena, const bl_alloc *alloc, size_t kept);

/* For bl_arena_alloc(): where that is not all there is to it. */
void *bl_arena_more(bl_arena *arena, size_t count, size_t item);

/* Uninitialised memory, aligned for any object. */
static inline void *bl_arena_alloc(bl_arena *arena, size_t count, size_t item)
{
    const uint64_t mask = alignof(max_align_t) - 1;
    char *start = arena->next;
    uint64_t size;

    /* Numbers under 2^31 have a product. */
    if (arena->failed || start == NULL || ((count | item) >> 31) != 0)
        return bl_arena_more(arena, count, item);
    size = ((uint64_t)count * item + mask) & ~mask;
    if (size > (uint64_t)(arena->limit - start))
        return bl_arena_more(arena, count, item);
    arena->next = start + size;
    return start;
}

/* The same from the beginning of a cache line on. */
static inline void *bl_arena_lines(bl_arena *arena, size_t size)
{
    const size_t mask = BL_CACHE_LINE - 1;
    const size_t before = (size_t)(0 - (uintptr_t)arena->next) & mask;
    char *start;

    if (arena->next != NULL && before <= (size_t)(arena->limit - arena->next))
        arena->next += before;
    if (arena->next != NULL && size <= (size_t)(arena->limit - arena->next))
        return bl_arena_alloc(arena, 1, size);
    /* A new chunk begins anywhere. */
    start = bl_arena_alloc(arena, 1, size + mask);
    return start != NULL ? start + ((0 - (uintptr_t)start) & mask) : NULL;
}

/* A copy of `size` bytes, with a NUL behind it as a courtesy. */
char *bl_arena_copy(bl_arena *arena, const void *data, size_t size);

/* Everything given out becomes invalid. */
void bl_arena_reset(bl_arena *arena);

/* As a reset that keeps nothing. */
void bl_arena_free(bl_arena *arena);

#endif
