/* SPDX-License-Identifier: Apache-2.0 */
/* Ids and texts of a segment in one block. */
#include "findings/kept.h"

#include <string.h>

/* With the NUL behind it. */
static size_t room_of(uint32_t size)
{
    return size != BL_KEPT_NONE ? (size_t)size + 1 : 0;
}

bool bl_keep(bl_arena *arena, const bl_str parts[BL_KEPT_PARTS], bl_kept *kept)
{
    size_t room = 0;
    char *to;

    *kept = (bl_kept){ .data = NULL };
    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        kept->size[i] = BL_KEPT_NONE;
        room += parts[i].ptr != NULL ? parts[i].size + 1 : 0;
    }
    to = bl_arena_alloc(arena, room, 1);
    if (to == NULL)
        return false;
    kept->data = to;
    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        if (parts[i].ptr == NULL)
            continue;
        kept->size[i] = (uint32_t)parts[i].size;
        memcpy(to, parts[i].ptr, parts[i].size);
        to[parts[i].size] = '\0';
        to += parts[i].size + 1;
    }
    return true;
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
