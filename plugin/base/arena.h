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

/* Uninitialised memory, aligned for any object. */
void *bl_arena_alloc(bl_arena *arena, size_t count, size_t item);

/* A copy of `size` bytes, with a NUL behind it as a courtesy. */
char *bl_arena_copy(bl_arena *arena, const void *data, size_t size);

/* Everything given out becomes invalid. */
void bl_arena_reset(bl_arena *arena);

/* As a reset that keeps nothing. */
void bl_arena_free(bl_arena *arena);

#endif
