/* SPDX-License-Identifier: Apache-2.0 */
/* Where memory comes from: one pointer that everything is handed. */
#ifndef BL_BASE_ALLOC_H
#define BL_BASE_ALLOC_H

#include <stdbool.h>
#include <stddef.h>

/* As realloc(), with size 0 to free. `context` is the host's. */
typedef struct bl_alloc {
    void *(*resize)(const struct bl_alloc *alloc, void *block, size_t size);
    const void *context;
} bl_alloc;

/* The C library's own. */
extern const bl_alloc bl_alloc_default;

/* `count` items of `item` bytes; NULL when there is no memory or the product
 * does not fit. The old block is kept on failure. */
void *bl_resize(const bl_alloc *alloc, void *block, size_t count, size_t item);

/* The same, all bytes zero. */
void *bl_new(const bl_alloc *alloc, size_t count, size_t item);

/* Accepts NULL. */
void bl_free(const bl_alloc *alloc, void *block);

/* At least `wanted` items in an array: `array` points at the caller's
 * pointer, `capacity` at its number of items. False when there is no memory;
 * the array is then unchanged. */
bool bl_reserve(const bl_alloc *alloc, void *array, size_t *capacity,
                size_t wanted, size_t item);

/* For bl_grow(). */
bool bl_double(const bl_alloc *alloc, void *array, size_t *capacity,
               size_t item);

/* Room for one more item in an array that doubles. */
static inline bool bl_grow(const bl_alloc *alloc, void *array,
                           size_t *capacity, size_t count, size_t item)
{
    return count < *capacity || bl_double(alloc, array, capacity, item);
}

#endif
