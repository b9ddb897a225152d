/* SPDX-License-Identifier: Apache-2.0 */
/* What is left of a word when affixes are taken off, one by one. */
#include "lexicon/inflections.h"

#include "text/utf8.h"

#include <string.h>

/* Affixes of a word; letters of what is left; and bytes of a word. */
enum { AFFIXES_MOST = 3, STEM_LEAST = 3, WORD_BYTES = 160 };

/* Words that are asked for, at most: no word of sense leaves so many. */
enum { ASKED_MOST = 300 };

typedef struct search {
    const bl_inflections *from;
    bl_is_stem stands;
    void *context;
    unsigned asked;
} search;

/* What stands before the sign, and behind it. */
static void cut(bl_str text, char sign, bl_str *before, bl_str *behind)
{
    const char *at = memchr(text.ptr, sign, text.size);

    *before = text;
    *behind = bl_str_of(text.ptr, 0);
    if (at == NULL)
        return;
    before->size = (size_t)(at - text.ptr);
    *behind = bl_str_of(at + 1, text.size - before->size - 1);
}

bool bl_inflections_add(bl_inflections *inflections, bl_str form,
                        bl_str beside, bool prefix)
{
    const char *text = bl_arena_copy(inflections->texts, form.ptr, form.size);
    const char *letters =
        bl_arena_copy(inflections->texts, beside.ptr, beside.size);
    bl_affix *to;

    if (text == NULL || letters == NULL ||
        !bl_grow(inflections->alloc, &inflections->items, &inflections->room,
                 inflections->count, sizeof(*to)))
        return false;
    to = &inflections->items[inflections->count++];
    *to = (bl_affix){ .prefix = prefix };
    cut(bl_str_of(text, form.size), '>', &to->text, &to->instead);
    cut(bl_str_of(letters, beside.size), ' ', &to->harmony, &to->behind);
    if (bl_str_equal(to->harmony, BL_STR("*")))
        to->harmony.size = 0;
    return true;
}

static bool has_letter(bl_str letters, uint32_t c)
{
    for (size_t at = 0; at < letters.size;) {
        if (bl_utf8_next(letters.ptr, letters.size, &at) == c)
            return true;
    }
    return false;
}

static uint32_t first_letter(bl_str word)
{
    size_t at = 0;

    return bl_utf8_next(word.ptr, word.size, &at);
}

/* 0: it has none. */
static uint32_t last_vowel(bl_str vowels, bl_str word)
{
    uint32_t last = 0;

    for (size_t at = 0; at < word.size;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);

        if (has_letter(vowels, c))
            last = c;
    }
    return last;
}

static bool fits(const bl_inflections *from, const bl_affix *affix, bl_str rest)
{
    return (affix->behind.size == 0 ||
            has_letter(affix->behind,
                       bl_utf8_before(rest.ptr, rest.size))) &&
           (affix->harmony.size == 0 ||
            has_letter(affix->harmony, last_vowel(from->vowels, rest)));
}

/* The word without the affix; empty where it has it not. */
static bl_str without(const bl_inflections *from, const bl_affix *affix,
                      bl_str word)
{
    const size_t size = affix->text.size;
    bl_str rest = { NULL, 0 };
    bool fitting;

    if (word.size <= size || (affix->prefix ? !bl_str_begins(word, affix->text)
                                            : !bl_str_ends(word, affix->text)))
        return rest;
    rest = bl_str_of(affix->prefix ? word.ptr + size : word.ptr,
                     word.size - size);
    fitting = affix->prefix ? affix->harmony.size == 0 ||
                                  has_letter(affix->harmony,
                                             first_letter(rest))
                            : fits(from, affix, rest);
    return fitting ? rest : bl_str_of(NULL, 0);
}

static bool reach(search *s, bl_str word, int left);

/* The rest itself, or with affixes of its own. */
static bool reach_rest(search *s, bl_str rest, int left)
{
    return bl_utf8_points(rest.ptr, rest.size) >= STEM_LEAST &&
           s->asked++ < ASKED_MOST &&
           (s->stands(s->context, rest) || reach(s, rest, left - 1));
}

/* The same of two strings as one. */
static bool reach_joined(search *s, bl_str first, bl_str second, int left)
{
    char joined[2 * WORD_BYTES];

    if (first.size + second.size > sizeof(joined))
        return false;
    memcpy(joined, first.ptr, first.size);
    memcpy(joined + first.size, second.ptr, second.size);
    return reach_rest(s, bl_str_of(joined, first.size + second.size), left);
}

/* With the letter that became another one before a vowel: çocuğ-u is of
 * çocuk. */
static bool reach_hardened(search *s, const bl_affix *affix, bl_str rest,
                           int left)
{
    const bl_spelling_changes *softened = &s->from->softened;

    if (affix->prefix ||
        !has_letter(s->from->vowels, first_letter(affix->text)))
        return false;
    for (size_t i = 0; i < softened->count; i++) {
        const bl_spelling_change *one = &softened->items[i];

        if (!bl_str_ends(rest, bl_str_of(one->to, one->to_size)))
            continue;
        rest.size -= one->to_size;
        return reach_joined(s, rest, bl_str_of(one->from, one->from_size),
                            left);
    }
    return false;
}

static bool reach_without(search *s, const bl_affix *affix, bl_str rest,
                          int left)
{
    if (affix->instead.size == 0)
        return reach_rest(s, rest, left) ||
               reach_hardened(s, affix, rest, left);
    return affix->prefix ? reach_joined(s, affix->instead, rest, left)
                         : reach_joined(s, rest, affix->instead, left);
}

static bool reach(search *s, bl_str word, int left)
{
    for (size_t i = 0; left > 0 && i < s->from->count; i++) {
        const bl_affix *affix = &s->from->items[i];
        const bl_str rest = without(s->from, affix, word);

        if (rest.size != 0 && reach_without(s, affix, rest, left))
            return true;
    }
    return false;
}

bool bl_inflections_reach(const bl_inflections *inflections, bl_str word,
                          bl_is_stem stands, void *context)
{
    search s = { inflections, stands, context, 0 };

    return word.size <= WORD_BYTES && reach(&s, word, AFFIXES_MOST);
}
