/* SPDX-License-Identifier: Apache-2.0 */
/* Replacing a part of a word and asking again. */
#include "lexicon/variants.h"

#include "text/utf8.h"

#include <string.h>

/* Longest word that is respelled; letters that are left behind a front,
 * and before a back or a stressed ending. */
enum { WORD_BYTES = 160, REST_LETTERS = 3 };

bool bl_variants_add(bl_variants *variants, bl_variant_kind kind, bl_str form,
                     bool *valid)
{
    const char *copy = bl_arena_copy(variants->texts, form.ptr, form.size);
    const char *cut;
    bl_variant *to;

    *valid = true;
    if (copy == NULL || !bl_grow(variants->alloc, &variants->items,
                                 &variants->room, variants->count,
                                 sizeof(bl_variant)))
        return false;
    to = &variants->items[variants->count++];
    *to = (bl_variant){ .kind = (uint8_t)kind };
    to->from = bl_str_of(copy, form.size);
    if (kind == BL_VARIANT_FRONT || kind == BL_VARIANT_BACK)
        return true;
    cut = memchr(copy, '>', form.size);
    *valid = cut != NULL && cut != copy;
    if (!*valid)
        return true;
    to->from = bl_str_of(copy, (size_t)(cut - copy));
    to->to = bl_str_of(cut + 1, form.size - to->from.size - 1);
    return true;
}

static bool matches(bl_str word, size_t at, bl_str part)
{
    if (at + part.size > word.size)
        return false;
    /* Nearly always the first letter tells. */
    return part.size == 0 ||
           (word.ptr[at] == part.ptr[0] &&
            memcmp(word.ptr + at, part.ptr, part.size) == 0);
}

/* The word with `from` at that place replaced by `to`. */
static bool known_with(bl_str word, size_t at, bl_str from, bl_str to,
                       bl_knows knows, void *context)
{
    char other[WORD_BYTES];
    const size_t rest = word.size - at - from.size;

    if (word.size + to.size > sizeof(other))
        return false;
    memcpy(other, word.ptr, at);
    memcpy(other + at, to.ptr, to.size);
    memcpy(other + at + to.size, word.ptr + at + from.size, rest);
    return knows(context, bl_str_of(other, at + to.size + rest));
}

static bool known_ending(bl_str word, const bl_variant *v, bl_knows knows,
                         void *context)
{
    const bl_str parts[2] = { v->from, v->to };

    for (int way = 0; way < 2; way++) {
        const bl_str from = parts[way];

        if (word.size >= from.size &&
            matches(word, word.size - from.size, from) &&
            known_with(word, word.size - from.size, from, parts[1 - way],
                       knows, context))
            return true;
    }
    return false;
}

static bool known_stressed(bl_str word, const bl_variant *v, bl_knows knows,
                           void *context)
{
    const size_t rest = word.size - v->from.size;

    return bl_str_ends(word, v->from) &&
           bl_utf8_points(word.ptr, rest) >= REST_LETTERS &&
           known_with(word, rest, v->from, v->to, knows, context);
}

static bool known_regional(bl_str word, const bl_variant *v, bl_knows knows,
                           void *context)
{
    for (size_t at = 0; at + v->from.size <= word.size; at++) {
        if (matches(word, at, v->from) &&
            known_with(word, at, v->from, v->to, knows, context))
            return true;
    }
    return false;
}

static bool known_rest(bl_str word, const bl_variant *v, bl_knows knows,
                       void *context)
{
    const bl_str rest =
        bl_str_of(word.ptr + v->from.size, word.size - v->from.size);

    return word.size > v->from.size && matches(word, 0, v->from) &&
           bl_utf8_points(rest.ptr, rest.size) >= REST_LETTERS &&
           knows(context, rest);
}

/* Of 64, by its lowest bits. */
static uint64_t bit_of(char byte)
{
    return UINT64_C(1) << ((unsigned char)byte & 63);
}

static uint64_t bits_of(bl_str word)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < word.size; i++)
        bits |= bit_of(word.ptr[i]);
    return bits;
}

bool bl_variants_known(const bl_variants *variants, bl_str word,
                       bool regional, bl_knows knows, void *context)
{
    const uint64_t bits = bits_of(word);

    for (size_t i = 0; i < variants->count; i++) {
        const bl_variant *v = &variants->items[i];

        switch (v->kind) {
        case BL_VARIANT_ENDING:
            if (known_ending(word, v, knows, context))
                return true;
            break;
        case BL_VARIANT_STRESSED:
            if (known_stressed(word, v, knows, context))
                return true;
            break;
        case BL_VARIANT_REGIONAL:
            /* Most begin with what is nowhere in the word. */
            if (regional && (bits & bit_of(v->from.ptr[0])) != 0 &&
                known_regional(word, v, knows, context))
                return true;
            break;
        case BL_VARIANT_FRONT:
            if (known_rest(word, v, knows, context))
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

bool bl_variants_known_before(const bl_variants *variants, bl_str word,
                              bl_knows knows, void *context)
{
    for (size_t i = 0; i < variants->count; i++) {
        const bl_variant *v = &variants->items[i];
        bl_str rest;

        if (v->kind != BL_VARIANT_BACK || !bl_str_ends(word, v->from))
            continue;
        rest = bl_str_of(word.ptr, word.size - v->from.size);
        if (bl_utf8_points(rest.ptr, rest.size) >= REST_LETTERS &&
            knows(context, rest))
            return true;
    }
    return false;
}

bool bl_variants_is_front(const bl_variants *variants, bl_str word)
{
    for (size_t i = 0; i < variants->count; i++) {
        if (variants->items[i].kind == BL_VARIANT_FRONT &&
            bl_str_equal(variants->items[i].from, word))
            return true;
    }
    return false;
}
