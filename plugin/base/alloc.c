/* SPDX-License-Identifier: Apache-2.0 */
/* Memory through one function, with every product checked. */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void *resize_libc(const bl_alloc *alloc, void *block, size_t size)
{
    (void)alloc;
    if (size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

const bl_alloc bl_alloc_default = { resize_libc, NULL };

void *bl_resize(const bl_alloc *alloc, void *block, size_t count, size_t item)
{
    size_t size;

    if (item != 0 && count > SIZE_MAX / item)
        return NULL;
    size = count * item;
    return alloc->resize(alloc, block, size != 0 ? size : 1);
}

void *bl_new(const bl_alloc *alloc, size_t count, size_t item)
{
    void *block = bl_resize(alloc, NULL, count, item);

    if (block != NULL)
        memset(block, 0, count * item);
    return block;
}

void bl_free(const bl_alloc *alloc, void *block)
{
    if (block != NULL)
        alloc->resize(alloc, block, 0);
}

bool bl_reserve(const bl_alloc *alloc, void *array, size_t *capacity,
                size_t wanted, size_t item)
{
    void *block = NULL;

    if (wanted <= *capacity)
        return true;
    memcpy(&block, array, sizeof(block));
    block = bl_resize(alloc, block, wanted, item);
    if (block == NULL)
        return false;
    memcpy(array, &block, sizeof(block));
    *capacity = wanted;
    return true;
}

bool bl_double(const bl_alloc *alloc, void *array, size_t *capacity,
               size_t item)
{
    const size_t room = *capacity;

    return room <= SIZE_MAX / 2 &&
           bl_reserve(alloc, array, capacity, room < 8 ? 8 : room * 2, item);
}
