/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading the SFX lines of an affix file (hunspell(5)): "SFX A y ies [^aeiou]y"
 * takes "y" off a word and puts "ies" on it. What two words share is neither,
 * so that a pair of words has one pair of endings only.
 */
#include "lexicon/affixes.h"

#include "base/hash.h"
#include "text/encoding.h"
#include "text/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_ROOM = 1024,
    PIECE = 1 << 16,
    FILE_BYTES = 16 << 20, /* the largest known has a quarter of it */
    NAME_SIZE = 32
};

static uint64_t pair_of_ends(bl_str base, bl_str form)
{
    const uint64_t hash =
        bl_hash(form.ptr, form.size, bl_hash(base.ptr, base.size, 1));

    return hash != 0 ? hash : 1;
}

/* What is left of two words without what they share from the beginning on. */
static void cut_same(bl_str *a, bl_str *b)
{
    size_t same = 0;

    while (same < a->size && same < b->size && a->ptr[same] == b->ptr[same])
        same++;
    *a = bl_str_of(a->ptr + same, a->size - same);
    *b = bl_str_of(b->ptr + same, b->size - same);
}

static bool is_inside_letter(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* By what most pairs that are none are told at once. */
static uint32_t kind_of(bl_str base, bl_str form)
{
    const uint32_t b = base.size != 0 ? (unsigned char)*base.ptr : 0;
    const uint32_t f = form.size != 0 ? (unsigned char)*form.ptr : 0;
    const uint32_t kind = (b << 8 | f) << 6 | (uint32_t)(base.size & 7) << 3 |
                          (uint32_t)(form.size & 7);

    return kind * UINT32_C(0x9e3779b9) >> 20;
}

static bool has_kind(const bl_affixes *affixes, bl_str base, bl_str form)
{
    const uint32_t kind = kind_of(base, form);

    return (affixes->kinds[kind / 64] >> kind % 64 & 1) != 0;
}

static uint64_t pair_of(bl_str base, bl_str form)
{
    cut_same(&base, &form);
    return pair_of_ends(base, form);
}

/* ---- the table ---------------------------------------------------------- */

static void put(uint64_t *pairs, size_t room, uint64_t pair, size_t *count)
{
    size_t at = pair & (room - 1);

    while (pairs[at] != 0 && pairs[at] != pair)
        at = (at + 1) & (room - 1);
    *count += pairs[at] == 0;
    pairs[at] = pair;
}

/* Without what they share, but for the beginning of a letter that they do
 * not. */
static void cut_same_letters(bl_str *base, bl_str *form)
{
    const char *begin = base->ptr;

    cut_same(base, form);
    while (base->ptr > begin &&
           ((base->size != 0 && is_inside_letter(*base->ptr)) ||
            (form->size != 0 && is_inside_letter(*form->ptr)))) {
        *base = bl_str_of(base->ptr - 1, base->size + 1);
        *form = bl_str_of(form->ptr - 1, form->size + 1);
    }
}

/* What the ending takes off, by what it puts on. */
static bool add_base(bl_affixes *affixes, bl_str base, bl_str form)
{
    cut_same_letters(&base, &form);
    if (form.size == 0)
        return true;
    if (!bl_grow(affixes->alloc, &affixes->bases, &affixes->base_room,
                 affixes->base_count, sizeof(*affixes->bases)))
        return false;
    affixes->bases[affixes->base_count++] =
        (bl_affix_base){ .form = bl_hash(form.ptr, form.size, 1),
                         .start = (uint32_t)affixes->texts.size,
                         .size = (uint32_t)base.size };
    bl_buf_str(&affixes->texts, base);
    return !affixes->texts.failed;
}

static int compare_bases(const void *a, const void *b)
{
    const bl_affix_base *x = a;
    const bl_affix_base *y = b;

    return (x->form > y->form) - (x->form < y->form);
}

const bl_affix_base *bl_affixes_bases(const bl_affixes *affixes, bl_str form,
                                      size_t *count)
{
    const uint64_t wanted = bl_hash(form.ptr, form.size, 1);
    size_t low = 0;
    size_t limit = affixes->base_count;

    while (low < limit) {
        const size_t middle = low + (limit - low) / 2;

        if (affixes->bases[middle].form < wanted)
            low = middle + 1;
        else
            limit = middle;
    }
    *count = 0;
    while (low + *count < affixes->base_count &&
           affixes->bases[low + *count].form == wanted)
        ++*count;
    return affixes->bases + low;
}

static bool add(bl_affixes *affixes, uint64_t pair)
{
    if (affixes->count * 2 >= affixes->room) {
        const size_t room =
            affixes->room != 0 ? affixes->room * 2 : FIRST_ROOM;
        uint64_t *pairs = bl_new(affixes->alloc, room, sizeof(*pairs));
        size_t count = 0;

        if (pairs == NULL)
            return false;
        for (size_t i = 0; i < affixes->room; i++) {
            if (affixes->pairs[i] != 0)
                put(pairs, room, affixes->pairs[i], &count);
        }
        bl_free(affixes->alloc, affixes->pairs);
        affixes->pairs = pairs;
        affixes->room = room;
    }
    put(affixes->pairs, affixes->room, pair, &affixes->count);
    return true;
}

static bool has(const bl_affixes *affixes, uint64_t pair)
{
    size_t at = affixes->room != 0 ? pair & (affixes->room - 1) : 0;

    if (affixes->room == 0)
        return false;
    while (affixes->pairs[at] != 0 && affixes->pairs[at] != pair)
        at = (at + 1) & (affixes->room - 1);
    return affixes->pairs[at] == pair;
}

/* One ending, once. */
static bool add_new(bl_affixes *affixes, bl_str base, bl_str form)
{
    const uint64_t pair = pair_of(base, form);

    return has(affixes, pair) ||
           (add(affixes, pair) && add_base(affixes, base, form));
}

bool bl_affixes_make(const bl_affixes *affixes, bl_str base, bl_str form)
{
    return has(affixes, pair_of(base, form));
}

bool bl_affixes_join(const bl_affixes *affixes, bl_str a, bl_str b)
{
    cut_same(&a, &b);
    return a.size <= affixes->longest && b.size <= affixes->longest &&
           ((has_kind(affixes, a, b) && has(affixes, pair_of_ends(a, b))) ||
            (has_kind(affixes, b, a) && has(affixes, pair_of_ends(b, a))));
}

void bl_affixes_free(bl_affixes *affixes)
{
    bl_free(affixes->alloc, affixes->pairs);
    bl_free(affixes->alloc, affixes->bases);
    if (affixes->alloc != NULL)
        bl_buf_free(&affixes->texts);
    *affixes = (bl_affixes){ .alloc = affixes->alloc };
}

/* ---- the file ----------------------------------------------------------- */

/* False when there is no memory; a file that cannot be read is empty. */
static bool read_file(const char *path, bl_buf *text)
{
    FILE *file = fopen(path, "rb");
    size_t size = file != NULL ? 1 : 0;

    while (size != 0 && text->size < FILE_BYTES) {
        char *room = bl_buf_room(text, PIECE);

        size = room != NULL ? fread(room, 1, PIECE, file) : 0;
        text->size += size;
    }
    if (file != NULL)
        fclose(file);
    return !text->failed;
}

static bl_str next_line(bl_str *rest)
{
    const char *end = memchr(rest->ptr, '\n', rest->size);
    const size_t size = end != NULL ? (size_t)(end - rest->ptr) : rest->size;
    const bl_str line = bl_str_of(rest->ptr, size);

    rest->ptr += size + (end != NULL);
    rest->size -= size + (end != NULL);
    return line;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static bl_str next_field(bl_str *line)
{
    size_t start = 0;
    size_t limit;
    bl_str field;

    while (start < line->size && is_blank(line->ptr[start]))
        start++;
    limit = start;
    while (limit < line->size && !is_blank(line->ptr[limit]))
        limit++;
    field = bl_str_of(line->ptr + start, limit - start);
    line->ptr += limit;
    line->size -= limit;
    return field;
}

/* What SET says; UTF-8 where nothing does. */
static void find_encoding(bl_str text, char name[NAME_SIZE])
{
    strcpy(name, "UTF-8");
    while (text.size != 0) {
        bl_str line = next_line(&text);

        if (bl_str_equal(next_field(&line), BL_STR("SET"))) {
            const bl_str field = next_field(&line);

            if (field.size < NAME_SIZE)
                snprintf(name, NAME_SIZE, "%.*s", (int)field.size, field.ptr);
            return;
        }
    }
}

/* In UTF-8; empty where that cannot be. */
static bool decode(const bl_alloc *alloc, bl_buf *text)
{
    char name[NAME_SIZE];
    bl_encoding *encoding;
    bl_buf out;

    find_encoding(bl_buf_view(text), name);
    if (strcmp(name, "UTF-8") == 0)
        return true;
    encoding = bl_encoding_blank(alloc);
    if (encoding == NULL)
        return false;
    bl_buf_init(&out, alloc);
    if (bl_encoding_open(encoding, name))
        bl_encoding_decode(encoding, text->data, text->size, true, &out);
    bl_encoding_free(encoding);
    bl_buf_free(text);
    *text = out;
    return !text->failed;
}

/* "0" is nothing; behind a stroke are flags. */
static bl_str letters_of(const bl_locale *locale, bl_str field,
                         bl_folded *room)
{
    const char *stroke = memchr(field.ptr, '/', field.size);

    if (stroke != NULL)
        field.size = (size_t)(stroke - field.ptr);
    if (bl_str_equal(field, BL_STR("0")))
        field.size = 0;
    bl_fold(locale, field, room);
    return bl_str_of(room->text, room->size);
}

bool bl_affixes_read(bl_affixes *affixes, const bl_alloc *alloc,
                     const bl_locale *locale, const char *path)
{
    bool enough = true;
    bl_str rest;
    bl_buf text;

    *affixes = (bl_affixes){ .alloc = alloc };
    bl_buf_init(&affixes->texts, alloc);
    bl_buf_init(&text, alloc);
    if (!read_file(path, &text) || !decode(alloc, &text)) {
        bl_buf_free(&text);
        return false;
    }
    rest = bl_buf_view(&text);
    while (rest.size != 0 && enough) {
        bl_str line = next_line(&rest);
        bl_folded off;
        bl_folded on;
        bl_str base;
        bl_str form;
        bl_str whole_base;
        bl_str whole_form;

        if (!bl_str_equal(next_field(&line), BL_STR("SFX")))
            continue;
        next_field(&line); /* the flag */
        base = letters_of(locale, next_field(&line), &off);
        form = next_field(&line);
        affixes->twofold = affixes->twofold ||
                           memchr(form.ptr, '/', form.size) != NULL;
        form = letters_of(locale, form, &on);
        whole_base = base;
        whole_form = form;
        cut_same(&base, &form);
        if (base.size > affixes->longest)
            affixes->longest = base.size;
        if (form.size > affixes->longest)
            affixes->longest = form.size;
        affixes->kinds[kind_of(base, form) / 64] |=
            UINT64_C(1) << kind_of(base, form) % 64;
        enough = add_new(affixes, whole_base, whole_form);
    }
    if (affixes->base_count != 0)
        qsort(affixes->bases, affixes->base_count, sizeof(*affixes->bases),
              compare_bases);
    bl_buf_free(&text);
    return enough;
}
