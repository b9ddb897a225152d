/* SPDX-License-Identifier: Apache-2.0 */
/* Taking syllables apart. */
#include "lexicon/syllables.h"

#include "base/hash.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

enum { ITEM_BYTES = BL_SYLLABLE_BYTES + 1, SYLLABLE_BYTES = 48 };

/* Bits by which texts are told that a list has not. */
enum { PRESENCE_BITS = 10 };

/* Padded with zeros, so that a comparison is one of two numbers. */
typedef struct item {
    char text[2][ITEM_BYTES]; /* as it is; its skeleton */
    uint8_t size;
} item;

typedef struct list {
    item *items;
    size_t count;
    size_t room;
    uint64_t present[2][(1 << PRESENCE_BITS) / 64]; /* of each text */
} list;

struct bl_syllables {
    const bl_alloc *alloc;
    list lists[BL_SYLLABLE_PARTS];
};

bl_syllables *bl_syllables_new(const bl_alloc *alloc)
{
    bl_syllables *syllables = bl_new(alloc, 1, sizeof(*syllables));

    if (syllables != NULL)
        syllables->alloc = alloc;
    return syllables;
}

void bl_syllables_free(bl_syllables *syllables)
{
    if (syllables == NULL)
        return;
    for (int i = 0; i < BL_SYLLABLE_PARTS; i++)
        bl_free(syllables->alloc, syllables->lists[i].items);
    bl_free(syllables->alloc, syllables);
}

static size_t bit_of(const char text[ITEM_BYTES])
{
    const uint64_t hash = bl_hash_mix(bl_hash_read8((const uint8_t *)text));

    return (size_t)(hash >> (64 - PRESENCE_BITS));
}

static bool may_have(const list *in, const char wanted[ITEM_BYTES], bool plain)
{
    const size_t bit = bit_of(wanted);

    return (in->present[plain][bit / 64] >> bit % 64 & 1) != 0;
}

static void set_text(list *in, item *one, bool plain, bl_str text)
{
    size_t bit;

    if (text.size != 0 && text.size < ITEM_BYTES)
        memcpy(one->text[plain], text.ptr, text.size);
    bit = bit_of(one->text[plain]);
    in->present[plain][bit / 64] |= UINT64_C(1) << bit % 64;
}

bool bl_syllables_add(bl_syllables *syllables, bl_syllable_part part,
                      bl_str text)
{
    list *to = &syllables->lists[part];
    bl_folded plain;
    item *one;

    if (!bl_grow(syllables->alloc, &to->items, &to->room, to->count,
                 sizeof(item)))
        return false;
    one = &to->items[to->count++];
    memset(one, 0, sizeof(*one));
    one->size = (uint8_t)text.size;
    bl_skeleton(text, &plain);
    set_text(to, one, false, text);
    set_text(to, one, true, bl_str_of(plain.text, plain.size));
    return true;
}

static bool has(const list *in, bl_str text, bool plain)
{
    char wanted[ITEM_BYTES] = { 0 };

    if (text.size >= ITEM_BYTES)
        return false;
    if (text.size != 0)
        memcpy(wanted, text.ptr, text.size);
    if (!may_have(in, wanted, plain))
        return false;
    for (size_t i = 0; i < in->count; i++) {
        if (memcmp(in->items[i].text[plain], wanted, ITEM_BYTES) == 0)
            return true;
    }
    return false;
}

/* The syllable without its tone, in NFC; *tone receives the mark, if any.
 * False where it has two. */
static bool take_tone(const bl_syllables *syllables, bl_str folded, char *out,
                      size_t *size, bl_str *tone)
{
    char apart[2 * SYLLABLE_BYTES];
    size_t apart_size = bl_to_nfd(folded, apart, sizeof(apart));
    char kept[2 * SYLLABLE_BYTES];
    size_t n = 0;

    *tone = bl_str_of(NULL, 0);
    if (apart_size == 0)
        return false;
    for (size_t at = 0; at < apart_size;) {
        const size_t start = at;
        bl_str mark;

        bl_utf8_next(apart, apart_size, &at);
        mark = bl_str_of(apart + start, at - start);
        for (size_t i = 0; i < syllables->lists[BL_SYLLABLE_TONE].count;
             i++) {
            const item *one = &syllables->lists[BL_SYLLABLE_TONE].items[i];

            if (!bl_str_equal(mark, bl_str_of(one->text[0], one->size)))
                continue;
            if (tone->size != 0)
                return false;
            *tone = bl_str_of(one->text[0], one->size);
            mark.size = 0;
        }
        memcpy(kept + n, mark.ptr, mark.size);
        n += mark.size;
    }
    if (!bl_to_nfc(bl_str_of(kept, n), out, SYLLABLE_BYTES, size)) {
        if (n > SYLLABLE_BYTES)
            return false;
        memcpy(out, kept, n);
        *size = n;
    }
    return *size != 0;
}

/* Onset and rhyme, the longest onset first. */
static bool splits(const bl_syllables *syllables, bl_str text,
                   const list *rhymes, bool plain)
{
    const size_t most = text.size < 4 ? text.size : 4;

    for (size_t size = most + 1; size-- > 0;) {
        if (size < text.size &&
            ((unsigned char)text.ptr[size] & 0xc0) == 0x80)
            continue;
        if (has(&syllables->lists[BL_SYLLABLE_ONSET],
                bl_str_of(text.ptr, size), plain) &&
            has(rhymes, bl_str_of(text.ptr + size, text.size - size), plain))
            return true;
    }
    return false;
}

bool bl_syllables_valid(const bl_syllables *syllables, bl_str folded)
{
    char bare[SYLLABLE_BYTES];
    size_t size = 0;
    bl_str tone;

    if (folded.size == 0 || folded.size > SYLLABLE_BYTES / 2 ||
        !take_tone(syllables, folded, bare, &size, &tone))
        return false;
    if (splits(syllables, bl_str_of(bare, size),
               &syllables->lists[BL_SYLLABLE_RHYME], false))
        return true;
    return has(&syllables->lists[BL_SYLLABLE_STOPPED_TONE], tone, false) &&
           splits(syllables, bl_str_of(bare, size),
                  &syllables->lists[BL_SYLLABLE_STOPPED], false);
}

bool bl_syllables_plain(const bl_syllables *syllables, bl_str skeleton)
{
    return skeleton.size != 0 && skeleton.size <= SYLLABLE_BYTES / 2 &&
           (splits(syllables, skeleton,
                   &syllables->lists[BL_SYLLABLE_RHYME], true) ||
            splits(syllables, skeleton,
                   &syllables->lists[BL_SYLLABLE_STOPPED], true));
}
