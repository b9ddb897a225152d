/* SPDX-License-Identifier: Apache-2.0 */
/* A bump allocator over chunks of growing size. */
#include "base/arena.h"

#include <string.h>

enum { FIRST_CHUNK = 4096, LARGEST_CHUNK = 1 << 20 };

struct bl_arena_chunk {
    bl_arena_chunk *older;
    size_t size; /* of what follows */
    alignas(max_align_t) char bytes[];
};

void bl_arena_init(bl_arena *arena, const bl_alloc *alloc, size_t kept)
{
    *arena = (bl_arena){ .alloc = alloc, .kept = kept };
}

static bool add_chunk(bl_arena *arena, size_t wanted)
{
    size_t size = arena->chunk != NULL ? arena->chunk->size * 2 : FIRST_CHUNK;
    bl_arena_chunk *chunk;

    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (size < wanted)
        size = wanted;
    if (size > SIZE_MAX - sizeof(*chunk))
        return false;
    chunk = bl_resize(arena->alloc, NULL, 1, sizeof(*chunk) + size);
    if (chunk == NULL)
        return false;
    chunk->older = arena->chunk;
    chunk->size = size;
    arena->chunk = chunk;
    arena->next = chunk->bytes;
    arena->limit = chunk->bytes + size;
    return true;
}

void *bl_arena_more(bl_arena *arena, size_t count, size_t item)
{
    const size_t mask = alignof(max_align_t) - 1;
    size_t size;
    char *start;

    if (arena->failed)
        return NULL;
    if (item != 0 && count > (SIZE_MAX / 2) / item) {
        arena->failed = true;
        return NULL;
    }
    size = (count * item + mask) & ~mask;
    if (arena->next == NULL || (size_t)(arena->limit - arena->next) < size) {
        if (!add_chunk(arena, size)) {
            arena->failed = true;
            return NULL;
        }
    }
    start = arena->next;
    arena->next += size;
    return start;
}

char *bl_arena_copy(bl_arena *arena, const void *data, size_t size)
{
    char *copy =
        size < SIZE_MAX ? bl_arena_alloc(arena, size + 1, 1) : NULL;

    if (copy == NULL)
        return NULL;
    if (size != 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

static void drop_chunks(bl_arena *arena, size_t keep)
{
    bl_arena_chunk *kept = NULL;

    while (arena->chunk != NULL) {
        bl_arena_chunk *older = arena->chunk->older;

        /* The newest chunk that fits is the largest one. */
        if (kept == NULL && arena->chunk->size <= keep) {
            kept = arena->chunk;
            kept->older = NULL;
        } else {
            bl_free(arena->alloc, arena->chunk);
        }
        arena->chunk = older;
    }
    arena->chunk = kept;
    arena->next = kept != NULL ? kept->bytes : NULL;
    arena->limit = kept != NULL ? kept->bytes + kept->size : NULL;
    arena->failed = false;
}

void bl_arena_reset(bl_arena *arena)
{
    if (arena->chunk != NULL && arena->chunk->older == NULL &&
        arena->chunk->size <= arena->kept) {
        arena->next = arena->chunk->bytes;
        arena->failed = false;
        return;
    }
    drop_chunks(arena, arena->kept);
}

void bl_arena_free(bl_arena *arena)
{
    drop_chunks(arena, 0);
}
