/* SPDX-License-Identifier: Apache-2.0 */
/* One spelling of a foreign name into another. */
#include "lexicon/orthography.h"

#include <string.h>

void bl_orthography_init(bl_orthography *orthography, const bl_alloc *alloc)
{
    memset(orthography, 0, sizeof(*orthography));
    orthography->alloc = alloc;
}

void bl_orthography_free(bl_orthography *orthography)
{
    for (int kind = 0; kind < BL_SPELLING_KINDS; kind++)
        bl_free(orthography->alloc, orthography->list[kind].items);
}

bool bl_spelling_changes_add(bl_spelling_changes *list, const bl_alloc *alloc,
                             bl_str form, bool *valid)
{
    const char *cut = memchr(form.ptr, '>', form.size);
    size_t from = cut != NULL ? (size_t)(cut - form.ptr) : 0;
    const size_t to = cut != NULL ? form.size - from - 1 : 0;
    const bool at_end = from != 0 && cut[-1] == '$';
    bl_spelling_change *change;
    uint32_t *link;

    from -= at_end;
    *valid = from != 0 && from <= BL_SPELLING_PART && to <= BL_SPELLING_PART;
    if (!*valid)
        return true;
    if (!bl_grow(alloc, &list->items, &list->room, list->count,
                 sizeof(*change)))
        return false;
    /* Behind the others: of two that fit alike, the first is made. */
    link = &list->first[(unsigned char)form.ptr[0]];
    while (*link != 0)
        link = &list->items[*link - 1].next;
    change = &list->items[list->count++];
    *link = (uint32_t)list->count;
    *change = (bl_spelling_change){ .from_size = (uint8_t)from,
                                    .to_size = (uint8_t)to,
                                    .at_end = at_end };
    memcpy(change->from, form.ptr, from);
    memcpy(change->to, cut + 1, to);
    return true;
}

const bl_spelling_change *
bl_spelling_changes_find(const bl_spelling_changes *list, bl_str text)
{
    const bl_spelling_change *best = NULL;
    uint32_t next = list->first[(unsigned char)text.ptr[0]];

    while (next != 0) {
        const bl_spelling_change *change = &list->items[next - 1];

        next = change->next;
        if ((best == NULL || change->from_size > best->from_size) &&
            (change->at_end ? change->from_size == text.size
                            : change->from_size <= text.size) &&
            memcmp(change->from, text.ptr, change->from_size) == 0)
            best = change;
    }
    return best;
}

static void rewrite(const bl_orthography *orthography, bl_spelling_kind kind,
                    bl_str word, bl_folded *out)
{
    out->size = 0;
    for (size_t at = 0; at < word.size;) {
        const bl_spelling_change *change =
            bl_spelling_changes_find(
                &orthography->list[kind],
                bl_str_of(word.ptr + at, word.size - at));
        const bl_str to = change != NULL
                              ? bl_str_of(change->to, change->to_size)
                              : bl_str_of(word.ptr + at, 1);

        if (out->size + to.size > sizeof(out->text)) {
            out->size = 0;
            return;
        }
        memcpy(out->text + out->size, to.ptr, to.size);
        out->size += to.size;
        at += change != NULL ? change->from_size : 1;
    }
}

bl_str bl_orthography_plain_key(const bl_orthography *orthography,
                                bl_str folded, bl_folded *out)
{
    bl_folded plain;

    bl_skeleton(folded, &plain);
    rewrite(orthography, BL_ALIKE, bl_str_of(plain.text, plain.size), out);
    return bl_str_of(out->text, out->size);
}

bl_str bl_orthography_key(const bl_orthography *orthography, bl_str folded,
                          bl_folded *out)
{
    bl_folded spelled;

    rewrite(orthography, BL_SPELLED, folded, &spelled);
    return bl_orthography_plain_key(
        orthography, bl_str_of(spelled.text, spelled.size), out);
}

/* Letters that are left of a word whose last ones are silent. */
enum { LEFT_LEAST = 3 };

bl_str bl_orthography_said(const bl_orthography *orthography, size_t way,
                           bl_str word, bl_folded *out)
{
    const bl_spelling_kind kind = (bl_spelling_kind)(BL_SAID + way);
    const bl_spelling_changes *list = &orthography->list[kind];
    bool changes = false;

    for (size_t i = 0; i < list->count && !changes; i++) {
        const bl_spelling_change *change = &list->items[i];
        const bl_str from = bl_str_of(change->from, change->from_size);

        changes = change->at_end
                      ? word.size >= from.size + LEFT_LEAST &&
                            bl_str_ends(word, from)
                      : bl_str_has(word, from);
    }
    if (!changes)
        return bl_str_of(NULL, 0);
    rewrite(orthography, kind, word, out);
    return bl_str_of(out->text, out->size);
}
