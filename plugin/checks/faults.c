/* SPDX-License-Identifier: Apache-2.0 */
/* Keeping a few faults of each kind. */
#include "checks/faults.h"

/* An id may be a whole text; its beginning is enough to know it by. */
enum { TEXT_MAX = 120 };

void bl_faults_init(bl_faults *faults, const bl_alloc *alloc)
{
    *faults = (bl_faults){ .items = NULL };
    bl_arena_init(&faults->arena, alloc, 0);
}

void bl_faults_free(bl_faults *faults)
{
    bl_free(faults->arena.alloc, faults->items);
    bl_arena_free(&faults->arena);
}

static bl_str copy(bl_faults *faults, bl_str text, size_t most)
{
    const char *copied;

    if (text.ptr == NULL)
        return text;
    if (text.size > most) {
        text.size = most;
        while (text.size != 0 &&
               ((unsigned char)text.ptr[text.size] & 0xc0) == 0x80)
            text.size--;
    }
    copied = bl_arena_copy(&faults->arena, text.ptr, text.size);
    if (copied == NULL)
        faults->failed = true;
    return bl_str_of(copied, copied != NULL ? text.size : 0);
}

void bl_faults_add(bl_faults *faults, const bl_fault *fault, uint32_t ordinal)
{
    bl_noted_fault *noted;

    if (faults->counts[fault->kind]++ >= BL_FAULTS_TOLD)
        return;
    if (!bl_grow(faults->arena.alloc, &faults->items, &faults->room,
                 faults->count, sizeof(*faults->items))) {
        faults->failed = true;
        return;
    }
    noted = &faults->items[faults->count++];
    *noted = (bl_noted_fault){ *fault, ordinal };
    noted->fault.unit = copy(faults, fault->unit, fault->unit.size);
    for (int i = 0; i < BL_FAULT_ARGUMENTS; i++)
        noted->fault.arguments[i] =
            copy(faults, fault->arguments[i], TEXT_MAX);
}
