/* SPDX-License-Identifier: Apache-2.0 */
/* Ids and texts of a segment in one piece. */
#include "findings/kept.h"

#include "base/pack.h"

#include <string.h>

/* Bytes of a block, but for a segment that has more. */
enum { BLOCK = BL_PACK_MOST - (1 << 10) };

/* With the NUL behind it. */
static size_t room_of(uint32_t size)
{
    return size != BL_KEPT_NONE ? (size_t)size + 1 : 0;
}

size_t bl_kept_room(const bl_str parts[BL_KEPT_PARTS])
{
    size_t room = 0;

    for (int i = 0; i < BL_KEPT_PARTS; i++)
        room += parts[i].ptr != NULL ? parts[i].size + 1 : 0;
    return room;
}

void bl_keep(char *to, const bl_str parts[BL_KEPT_PARTS], bl_kept *kept)
{
    *kept = (bl_kept){ .data = to };
    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        kept->size[i] = BL_KEPT_NONE;
        if (parts[i].ptr == NULL || to == NULL)
            continue;
        kept->size[i] = (uint32_t)parts[i].size;
        memcpy(to, parts[i].ptr, parts[i].size);
        to[parts[i].size] = '\0';
        to += parts[i].size + 1;
    }
}

bl_str bl_kept_get(const bl_kept *kept, bl_kept_part part)
{
    size_t at = 0;

    if (kept->data == NULL || kept->size[part] == BL_KEPT_NONE)
        return bl_str_of(NULL, 0);
    for (int i = 0; i < (int)part; i++)
        at += room_of(kept->size[i]);
    return bl_str_of(kept->data + at, kept->size[part]);
}

/* ---- packed ------------------------------------------------------------- */

void bl_kept_blocks_init(bl_kept_blocks *blocks, const bl_alloc *alloc)
{
    *blocks = (bl_kept_blocks){ .alloc = alloc };
}

void bl_kept_blocks_free(bl_kept_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        bl_free(blocks->alloc, blocks->items[i].data);
    bl_free(blocks->alloc, blocks->items);
    bl_kept_blocks_init(blocks, blocks->alloc);
}

/* One for which there is no memory stays as it is. */
static void pack_block(const bl_alloc *alloc, bl_kept_block *block)
{
    block->packed = bl_pack_block(alloc, &block->data, block->size);
}

void bl_kept_pack(bl_kept_blocks *blocks)
{
    /* The last one is being filled. */
    for (size_t i = 0; !blocks->packing && i + 1 < blocks->count; i++)
        pack_block(blocks->alloc, &blocks->items[i]);
    blocks->packing = true;
}

static bool add_block(bl_kept_blocks *blocks, size_t size)
{
    bl_kept_block *block;

    if (blocks->packing && blocks->count != 0)
        pack_block(blocks->alloc, &blocks->items[blocks->count - 1]);
    if (!bl_grow(blocks->alloc, &blocks->items, &blocks->room, blocks->count,
                 sizeof(*blocks->items)))
        return false;
    block = &blocks->items[blocks->count];
    *block = (bl_kept_block){ .data = bl_resize(blocks->alloc, NULL, size, 1) };
    blocks->open = size;
    blocks->count += block->data != NULL;
    return block->data != NULL;
}

char *bl_kept_add(bl_kept_blocks *blocks, size_t size)
{
    bl_kept_block *last =
        blocks->count != 0 ? &blocks->items[blocks->count - 1] : NULL;
    char *to;

    if (blocks->failed)
        return NULL;
    if (last == NULL || blocks->open - last->size < size) {
        blocks->failed = !add_block(blocks, size > BLOCK ? size : BLOCK);
        if (blocks->failed)
            return NULL;
        last = &blocks->items[blocks->count - 1];
    }
    to = last->data + last->size;
    last->size += (uint32_t)size;
    last->segments++;
    return to;
}

/* NULL when there is no memory. */
static const char *unpack_block(const bl_alloc *alloc, bl_kept_block *block)
{
    char *room;

    if (!block->packed)
        return block->data;
    room = bl_resize(alloc, NULL, block->size, 1);
    if (room != NULL)
        bl_unpack(block->data, room, block->size);
    bl_free(alloc, block->data);
    block->data = room;
    block->packed = false;
    return room;
}

static size_t size_of(const bl_kept *kept)
{
    size_t size = 0;

    for (int i = 0; i < BL_KEPT_PARTS; i++)
        size += room_of(kept->size[i]);
    return size;
}

bool bl_kept_unpack(bl_kept_blocks *blocks, void *segments, size_t stride)
{
    bool done = true;
    char *segment = segments;

    for (size_t i = 0; i < blocks->count; i++) {
        bl_kept_block *block = &blocks->items[i];
        const char *at = unpack_block(blocks->alloc, block);

        done = done && at != NULL;
        for (uint32_t n = 0; n < block->segments; n++, segment += stride) {
            bl_kept *kept = (bl_kept *)(void *)segment;

            kept->data = at;
            at = at != NULL ? at + size_of(kept) : NULL;
        }
    }
    return done;
}
