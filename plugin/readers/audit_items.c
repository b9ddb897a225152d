/* SPDX-License-Identifier: Apache-2.0 */
/* What a unit has that has an id, found by it. */
#include "readers/audit.h"

#include "base/hash.h"

#include <string.h>

enum { PLACES_FIRST = 64, PLACES_KEPT = 4096, ITEMS_MAX = 1 << 20 };

void bl_audit_unit_start(bl_audit *audit, bl_str id, uint64_t tag)
{
    const char *copied;

    bl_arena_reset(&audit->arena);
    if (audit->places > PLACES_KEPT) {
        bl_free(audit->alloc, audit->index);
        audit->index = NULL;
        audit->places = 0;
    } else if (audit->item_count != 0) {
        memset(audit->index, 0, audit->places * sizeof(*audit->index));
    }
    bl_id_set_clear(&audit->inner);
    audit->item_count = 0;
    audit->segments = 0;
    audit->ordered = false;
    audit->unit_tag = tag;
    audit->unit_at = bl_xml_position(audit->xml, tag);
    audit->in_unit = true;
    copied = bl_arena_copy(&audit->arena, id.ptr, id.size);
    if (copied == NULL)
        audit->no_memory = true;
    audit->unit = bl_str_of(copied, copied != NULL ? id.size : 0);
}

static uint64_t key_of(bl_audit_space space, bl_str id)
{
    return bl_hash(id.ptr, id.size, (uint64_t)space + 1);
}

/* The place of the item with that key and id, or the free one. */
static uint32_t *place_of(const bl_audit *audit, uint64_t key,
                          bl_audit_space space, bl_str id)
{
    for (size_t at = key & (audit->places - 1);;
         at = (at + 1) & (audit->places - 1)) {
        const bl_audit_item *item;

        if (audit->index[at] == 0)
            return &audit->index[at];
        item = &audit->items[audit->index[at] - 1];
        if (item->key == key && item->space == space &&
            bl_str_equal(item->id, id))
            return &audit->index[at];
    }
}

const bl_audit_item *bl_audit_find(const bl_audit *audit, bl_audit_space space,
                                   bl_str id)
{
    uint32_t found;

    if (audit->item_count == 0 || audit->places == 0)
        return NULL;
    found = *place_of(audit, key_of(space, id), space, id);
    return found != 0 ? &audit->items[found - 1] : NULL;
}

static bool enlarge(bl_audit *audit)
{
    const size_t places =
        audit->places != 0 ? 2 * audit->places : PLACES_FIRST;
    uint32_t *index = bl_new(audit->alloc, places, sizeof(*index));

    if (index == NULL)
        return false;
    bl_free(audit->alloc, audit->index);
    audit->index = index;
    audit->places = places;
    for (size_t i = 0; i < audit->item_count; i++) {
        const bl_audit_item *item = &audit->items[i];
        uint32_t *place;

        if (item->space == BL_SPACE_NONE)
            continue;
        place = place_of(audit, item->key, (bl_audit_space)item->space,
                         item->id);
        if (*place == 0)
            *place = (uint32_t)i + 1;
    }
    return true;
}

static bl_str copy(bl_audit *audit, bl_str text)
{
    const char *copied;

    if (text.ptr == NULL)
        return text;
    copied = bl_arena_copy(&audit->arena, text.ptr, text.size);
    if (copied == NULL)
        audit->no_memory = true;
    return bl_str_of(copied, copied != NULL ? text.size : 0);
}

static void keep(bl_audit *audit, bl_audit_item *item, bl_fault_kind twice)
{
    uint32_t *place;

    if (item->id.size == 0)
        item->space = BL_SPACE_NONE;
    if (item->space != BL_SPACE_NONE) {
        const bl_audit_space space = (bl_audit_space)item->space;

        item->key = key_of(space, item->id);
        place = place_of(audit, item->key, space, item->id);
        if (*place != 0)
            bl_audit_tell(audit, twice, item->tag, item->id,
                          bl_str_of(NULL, 0));
        else
            *place = (uint32_t)audit->item_count + 1;
    }
    audit->items[audit->item_count++] = *item;
}

void bl_audit_add(bl_audit *audit, const bl_audit_item *item,
                  bl_fault_kind twice)
{
    bl_audit_item kept = *item;

    if (audit->item_count == ITEMS_MAX)
        return;
    if (!bl_grow(audit->alloc, &audit->items, &audit->item_room,
                 audit->item_count, sizeof(*audit->items)) ||
        (2 * audit->item_count >= audit->places && !enlarge(audit))) {
        audit->no_memory = true;
        return;
    }
    kept.id = copy(audit, item->id);
    kept.ref = copy(audit, item->ref);
    kept.copied = copy(audit, item->copied);
    keep(audit, &kept, twice);
}
