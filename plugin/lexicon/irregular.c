/* SPDX-License-Identifier: Apache-2.0 */
/* Words with all their forms, and patterns around the letters of a root. */
#include "lexicon/irregular.h"

#include "base/hash.h"
#include "text/utf8.h"

#include <string.h>

enum { FIRST_SLOTS = 256, ROOT_LETTERS = 4 };

/* ---- making ------------------------------------------------------------- */

static uint64_t hash_of(bl_str text)
{
    return bl_hash(text.ptr, text.size, 0);
}

static void put(bl_irregular *all, bl_str form, uint32_t word)
{
    size_t at = hash_of(form) & (all->slot_room - 1);

    while (all->slots[at] != 0)
        at = (at + 1) & (all->slot_room - 1);
    all->slots[at] = word + 1;
    all->slot_count++;
}

static void put_all(bl_irregular *all, uint32_t word)
{
    for (uint32_t i = 0; i < all->words[word].count; i++)
        put(all, all->words[word].items[i], word);
}

static bool make_slots(bl_irregular *all, size_t more)
{
    size_t room = all->slot_room != 0 ? all->slot_room : FIRST_SLOTS;
    uint32_t *slots;

    while ((all->slot_count + more) * 2 > room)
        room *= 2;
    if (room == all->slot_room)
        return true;
    slots = bl_new(all->alloc, room, sizeof(*slots));
    if (slots == NULL)
        return false;
    bl_free(all->alloc, all->slots);
    all->slots = slots;
    all->slot_room = room;
    all->slot_count = 0;
    for (size_t i = 0; i < all->count; i++)
        put_all(all, (uint32_t)i);
    return true;
}

bool bl_irregular_add(bl_irregular *all, const bl_str *items, uint32_t count,
                      uint32_t sure)
{
    if (!make_slots(all, count) ||
        !bl_grow(all->alloc, &all->words, &all->room, all->count,
                 sizeof(*all->words)))
        return false;
    all->words[all->count] = (bl_irregular_word){ items, count, sure };
    put_all(all, (uint32_t)all->count++);
    return true;
}

bool bl_irregular_add_pattern(bl_irregular *all, const bl_str *items,
                              uint32_t count)
{
    if (!bl_grow(all->alloc, &all->patterns, &all->pattern_room,
                 all->pattern_count, sizeof(*all->patterns)))
        return false;
    all->patterns[all->pattern_count++] =
        (bl_irregular_word){ items, count, count };
    return true;
}

void bl_irregular_free(bl_irregular *all)
{
    bl_free(all->alloc, all->words);
    bl_free(all->alloc, all->patterns);
    bl_free(all->alloc, all->slots);
}

/* ---- words -------------------------------------------------------------- */

const bl_irregular_word *bl_irregular_next(const bl_irregular *all, bl_str text,
                                           size_t *at)
{
    const uint64_t hash = all->slot_room != 0 ? hash_of(text) : 0;

    while (*at < all->slot_room) {
        const uint32_t word = all->slots[(hash + *at) & (all->slot_room - 1)];

        ++*at;
        if (word == 0)
            break;
        if (bl_irregular_has(&all->words[word - 1], text, false))
            return &all->words[word - 1];
    }
    *at = all->slot_room;
    return NULL;
}

bool bl_irregular_has(const bl_irregular_word *word, bl_str text, bool sure)
{
    const uint32_t count = sure ? word->sure : word->count;

    for (uint32_t i = 0; i < count; i++) {
        if (bl_str_equal(word->items[i], text))
            return true;
    }
    return false;
}

/* Whether a text ends in a form of the word, and another one, which begins
 * with the same, goes on with another form. */
static bool end_in(const bl_irregular_word *word, bl_str a, bl_str b)
{
    for (uint32_t i = 0; i < word->count; i++) {
        const size_t rest = a.size - word->items[i].size;

        if (bl_str_ends(a, word->items[i]) && rest < b.size &&
            memcmp(a.ptr, b.ptr, rest) == 0 &&
            bl_irregular_has(word, bl_str_of(b.ptr + rest, b.size - rest),
                             false))
            return true;
    }
    return false;
}

bool bl_irregular_join(const bl_irregular *all, bl_str a, bl_str b)
{
    for (size_t i = 0; i < all->count; i++) {
        if (end_in(&all->words[i], a, b))
            return true;
    }
    return false;
}

/* ---- roots -------------------------------------------------------------- */

/* The letters of a root, by number; 0: not known. */
typedef struct root {
    uint32_t letters[ROOT_LETTERS];
} root;

/* Hamza changes what carries it with the vowels beside it. */
static uint32_t carried(uint32_t c)
{
    return c == 0x623 || c == 0x624 || c == 0x626 ? 0x621 : c;
}

/* Whether a text is of a pattern with that root; what is not known of it is
 * filled in. */
static bool is_of_pattern(bl_str pattern, bl_str text, root *of)
{
    size_t at = 0;
    size_t place = 0;

    while (at < pattern.size && place < text.size) {
        const uint32_t wanted = bl_utf8_next(pattern.ptr, pattern.size, &at);
        const uint32_t c = carried(bl_utf8_next(text.ptr, text.size, &place));
        uint32_t *letter;

        if (wanted < '1' || wanted >= '1' + ROOT_LETTERS) {
            if (carried(wanted) != c)
                return false;
            continue;
        }
        letter = &of->letters[wanted - '1'];
        if (*letter != 0 && *letter != c)
            return false;
        *letter = c;
    }
    return at == pattern.size && place == text.size;
}

static bool is_made(const bl_irregular_word *pattern, bl_str base, bl_str form)
{
    root first = { { 0 } };

    if (!is_of_pattern(pattern->items[0], base, &first))
        return false;
    for (uint32_t i = 1; i < pattern->count; i++) {
        root same = first;

        if (is_of_pattern(pattern->items[i], form, &same))
            return true;
    }
    return false;
}

bool bl_irregular_share_root(const bl_irregular *all, bl_str a, bl_str b)
{
    for (size_t i = 0; i < all->pattern_count; i++) {
        if (is_made(&all->patterns[i], a, b) ||
            is_made(&all->patterns[i], b, a))
            return true;
    }
    return false;
}
