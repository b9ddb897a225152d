/* SPDX-License-Identifier: Apache-2.0 */
/*
 * url-mismatch: addresses of pages, mailboxes and files differ.
 *
 * An address is compared by its parts, the letters and digits between signs.
 * What a site has for each language or country does not count: parts of two
 * letters (/en-us/, de.example.org, example.fr), scripts (zh-Hant), www and
 * the scheme. Of the rest one that is nearly the same was altered; where it
 * is another one, the translation may mean another page, and that is a note.
 *
 * Page, examples and tests: url_mismatch.md
 */
#include "base/hash.h"
#include "checks/check.h"
#include "lexicon/language.h"
#include "text/similar.h"

#include <stdlib.h>
#include <string.h>

enum { ALTERED, REPLACED, MISSING, EXTRA };

/* Addresses of a side without an answer that are looked at. */
enum { OPEN_MOST = 16 };

/* Changes that make one address of the other, at most; and one for so many
 * letters of what differs and what is around it. */
enum { CHANGES = 3, LETTERS_A_CHANGE = 4 };

/* An address of one side. */
typedef struct address {
    uint64_t key; /* of its parts, in their order */
    uint32_t mask;
    bool open; /* nothing answers it yet */
} address;

typedef struct addresses {
    address *list;
    size_t count;
} addresses;

/* ---- parts -------------------------------------------------------------- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_part(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* The next part of the rest of an address, which gets shorter; an empty one
 * at its end. */
static bl_str next_part(bl_str *rest)
{
    size_t start = 0;
    size_t limit;
    bl_str part;

    while (start < rest->size && !is_part(rest->ptr[start]))
        start++;
    limit = start;
    while (limit < rest->size && is_part(rest->ptr[limit]))
        limit++;
    part = bl_str_of(rest->ptr + start, limit - start);
    *rest = bl_str_of(rest->ptr + limit, rest->size - limit);
    return part;
}

/* Whether it is one of the words, which are of small letters. */
static bool is_one_of(bl_str part, const char *const *words, size_t count)
{
    char lower[8];

    if (part.size > sizeof(lower))
        return false;
    for (size_t i = 0; i < part.size; i++)
        lower[i] = (char)(part.ptr[i] | 0x20);
    return bl_str_is_one(bl_str_of(lower, part.size), words, count);
}

/* A language or country (ISO 639-1, ISO 3166-1) or a script (ISO 15924). */
static bool is_local(bl_str part)
{
    static const char *const scripts[] = { "arab", "cyrl", "hans", "hant",
                                           "latn" };

    return (part.size == 2 && is_letter(part.ptr[0]) &&
            is_letter(part.ptr[1])) ||
           is_one_of(part, scripts, sizeof(scripts) / sizeof(scripts[0]));
}

/* What a site has whatever its country. */
static bool is_general(bl_str part)
{
    static const char *const names[] = { "com", "org", "net", "int", "info" };

    return is_one_of(part, names, sizeof(names) / sizeof(names[0]));
}

static bool is_filler(bl_str part)
{
    static const char *const names[] = { "http", "https", "www" };

    return is_one_of(part, names, sizeof(names) / sizeof(names[0]));
}

/* The parts that a site has for a language or country, while others are read. */
typedef struct locality {
    uint64_t key;  /* of those parts */
    bool general;  /* example.com; it may be example.fr there */
} locality;

static uint64_t add_part(uint64_t key, bl_str part)
{
    for (size_t i = 0; i < part.size; i++)
        key = key * 31 + (uint8_t)(part.ptr[i] | 0x20);
    return bl_hash_mix(key);
}

/* The next part that counts; an empty one at the end. */
static bl_str next_named(bl_str *rest, locality *where)
{
    for (;;) {
        const bl_str part = next_part(rest);

        if (part.size == 0)
            return part;
        if (is_local(part))
            where->key = add_part(where->key, part);
        else if (is_general(part))
            where->general = true;
        if (!is_local(part) && !is_filler(part))
            return part;
    }
}

static uint64_t key_of(bl_str text)
{
    uint64_t key = 0;
    locality where = { 0, false };

    for (;;) {
        const bl_str part = next_named(&text, &where);

        if (part.size == 0)
            return key;
        key = add_part(key, part);
    }
}

/* ---- pairs of addresses ------------------------------------------------- */

typedef enum likeness {
    OTHER,
    SAME_SITE, /* another page of it */
    NEAR,
    LOCAL      /* the same for another language or country */
} likeness;

/* Whether one of them was made of the other by a slip: what is left between
 * the letters that both begin and end with is short. */
static bool is_near(bl_str a, bl_str b)
{
    const size_t longer = a.size > b.size ? a.size : b.size;
    const int most = longer / LETTERS_A_CHANGE < CHANGES
                         ? (int)(longer / LETTERS_A_CHANGE)
                         : CHANGES;

    while (a.size != 0 && b.size != 0 && a.ptr[0] == b.ptr[0]) {
        a = bl_str_of(a.ptr + 1, a.size - 1);
        b = bl_str_of(b.ptr + 1, b.size - 1);
    }
    while (a.size != 0 && b.size != 0 &&
           a.ptr[a.size - 1] == b.ptr[b.size - 1]) {
        a.size--;
        b.size--;
    }
    return bl_distance(a, b, most) <= most;
}

static bool is_same_part(bl_str a, bl_str b)
{
    return add_part(0, a) == add_part(0, b);
}

/* The next part of the name of a site that is no .com or the like. */
static bl_str next_of_site(bl_str *rest, locality *where)
{
    bl_str part = next_named(rest, where);

    while (part.size != 0 && is_general(part))
        part = next_named(rest, where);
    return part;
}

/* Of two addresses with different keys. */
static likeness compare(bl_str a, bl_str b)
{
    const bool near = is_near(a, b);
    locality of_a = { 0, false };
    locality of_b = { 0, false };
    size_t common = 0;
    bool local;

    for (;;) {
        const bl_str x = next_of_site(&a, &of_a);
        const bl_str y = next_of_site(&b, &of_b);

        local = of_a.key != of_b.key;
        if (x.size == 0 && y.size == 0)
            return local && of_a.general != of_b.general ? LOCAL : NEAR;
        if (!is_same_part(x, y))
            break;
        common++;
    }
    if (common != 0 && local)
        return LOCAL;
    if (near)
        return NEAR;
    return common != 0 ? SAME_SITE : OTHER;
}

/* ---- addresses of a side ------------------------------------------------ */

static int compare_keys(const void *a, const void *b)
{
    const address *x = a;
    const address *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->mask < y->mask ? -1 : 1;
}

static int compare_places(const void *a, const void *b)
{
    return ((const address *)a)->mask < ((const address *)b)->mask ? -1 : 1;
}

/* What a program reads of it: behind a word of the language that is glued to
 * an address (https://example.com에서) nothing can be known. */
static bl_str text_of(const bl_side *side, const address *one)
{
    bl_str text = bl_side_text(side, side->masks[one->mask].span);

    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.ptr[i] >= 0x80)
            text.size = i;
    }
    return text;
}

static addresses addresses_of(const bl_pair *pair, bl_side_id id)
{
    const bl_side *side = &pair->side[id];
    addresses found = { NULL, 0 };

    for (uint32_t i = 0; i < side->mask_count; i++) {
        if (side->masks[i].kind != BL_ENTITY_LINK)
            continue;
        if (found.list == NULL)
            found.list = bl_arena_alloc(pair->scratch, side->mask_count - i,
                                        sizeof(*found.list));
        if (found.list == NULL)
            break;
        found.list[found.count] = (address){ .mask = i, .open = true };
        found.list[found.count].key =
            key_of(text_of(side, &found.list[found.count]));
        found.count++;
    }
    return found;
}

/* Those with the same parts answer each other, however often each stands
 * there. */
static void answer_equal(addresses *a, addresses *b)
{
    size_t i = 0;
    size_t j = 0;

    if (a->count == 0 || b->count == 0)
        return;
    qsort(a->list, a->count, sizeof(*a->list), compare_keys);
    qsort(b->list, b->count, sizeof(*b->list), compare_keys);
    while (i < a->count && j < b->count) {
        const uint64_t key = a->list[i].key;

        if (key < b->list[j].key) {
            i++;
        } else if (key > b->list[j].key) {
            j++;
        } else {
            for (; i < a->count && a->list[i].key == key; i++)
                a->list[i].open = false;
            for (; j < b->count && b->list[j].key == key; j++)
                b->list[j].open = false;
        }
    }
    qsort(a->list, a->count, sizeof(*a->list), compare_places);
    qsort(b->list, b->count, sizeof(*b->list), compare_places);
}

/* ---- endings ------------------------------------------------------------ */

static bool is_ending(const bl_language *language, bl_str text)
{
    for (size_t i = 0; i < language->ending_count; i++) {
        if (bl_endings_have(&language->endings[i], text))
            return true;
    }
    return false;
}

/* The letters that stand from a place of a text on. */
static bl_str letters_from(bl_str text, size_t at)
{
    size_t limit = at;

    while (limit < text.size && (is_letter(text.ptr[limit]) ||
                                 (unsigned char)text.ptr[limit] >= 0x80))
        limit++;
    return bl_str_of(text.ptr + at, limit - at);
}

/* Whether the address stands there with an ending of the language, with or
 * without a hyphen: example.orgin, www.example.org-ról. One letter may be a
 * slip. */
static bool has_ending(const bl_side *side, size_t start, bl_str one)
{
    const size_t at = start + one.size;
    const bool hyphen = at < side->text.size && side->text.ptr[at] == '-';
    bl_str ending;

    if (memcmp(side->text.ptr + start, one.ptr, one.size) != 0)
        return false;
    ending = letters_from(side->text, at + hyphen);
    return ending.size > !hyphen && is_ending(side->language, ending);
}

/* Where the target has the address so; its end where it does not. */
static size_t find_inflected(const bl_side *target, bl_str one)
{
    size_t at = 0;

    while (at + one.size < target->text.size &&
           !has_ending(target, at, one))
        at++;
    return at + one.size < target->text.size ? at : target->text.size;
}

static void answer_inflected(const bl_pair *pair, addresses *a, addresses *b)
{
    const bl_side *target = &pair->side[BL_TARGET];

    for (size_t i = 0; i < a->count; i++) {
        const size_t at =
            find_inflected(target, text_of(&pair->side[BL_SOURCE],
                                           &a->list[i]));

        a->list[i].open = at == target->text.size;
        for (size_t j = 0; j < b->count; j++) {
            if (target->masks[b->list[j].mask].span.start == at)
                b->list[j].open = false;
        }
    }
}

/* The first open ones, in the order of the text. */
static void keep_open(addresses *all)
{
    size_t count = 0;

    for (size_t i = 0; i < all->count && count < OPEN_MOST; i++) {
        if (all->list[i].open)
            all->list[count++] = all->list[i];
    }
    all->count = count;
}

/* ---- findings ----------------------------------------------------------- */

/* One that no text has by chance: a point that lacks its space makes one, too
 * (the.end), and so does a file. */
static bool is_certain(bl_str text)
{
    return bl_str_has(text, bl_str_z("://")) ||
           bl_str_begins(text, bl_str_z("www.")) ||
           (text.ptr[0] != '@' && memchr(text.ptr, '@', text.size) != NULL);
}

static bl_span span_of(const bl_side *side, const address *one)
{
    const uint32_t start = side->masks[one->mask].span.start;

    return (bl_span){ start,
                      start + (uint32_t)text_of(side, one).size };
}

static void emit_change(const bl_pair *pair, bl_sink *sink, uint16_t message,
                        const address *a, const address *b)
{
    bl_emission e = { .message = message, .mark_count = 2 };

    e.arguments[0] = text_of(&pair->side[BL_SOURCE], a);
    e.arguments[1] = text_of(&pair->side[BL_TARGET], b);
    e.marks[0] = bl_mark_of(BL_SOURCE, span_of(&pair->side[BL_SOURCE], a));
    e.marks[1] = bl_mark_of(BL_TARGET, span_of(&pair->side[BL_TARGET], b));
    if (message == ALTERED)
        e.fix = (bl_fix){ true, BL_TARGET, e.marks[1].span, e.arguments[0] };
    bl_emit(sink, &e);
}

/* Whether it is a word of the language, as far as its dictionary knows. */
static bool is_word(const bl_pair *pair, bl_side_id id, bl_str part)
{
    bl_language *language = pair->side[id].language;
    const bl_word *word = bl_language_word(language, part, pair->scratch);

    return word != NULL &&
           bl_language_common(language, word) == BL_VERDICT_GOOD;
}

/* Whether a file or the like, which one says and nobody opens, was translated:
 * cat.jpg, chat.jpg. Of what differs each is a word of its own language,
 * and the end is the same. */
static bool is_translated(const bl_pair *pair, bl_str a, bl_str b)
{
    bool differs = false;

    if (is_certain(a) || is_certain(b))
        return false;
    for (;;) {
        const bl_str x = next_part(&a);
        const bl_str y = next_part(&b);

        if (x.size == 0 || y.size == 0)
            return false;
        if (is_same_part(x, y)) {
            if (differs && a.size == 0 && b.size == 0)
                return true;
            continue;
        }
        if (!is_word(pair, BL_SOURCE, x) || !is_word(pair, BL_TARGET, y) ||
            (is_word(pair, BL_SOURCE, y) && is_word(pair, BL_TARGET, x)))
            return false;
        differs = true;
    }
}

static uint16_t message_of(const bl_pair *pair, likeness like,
                           const address *a, const address *b)
{
    return like == NEAR && !is_translated(pair,
                                          text_of(&pair->side[BL_SOURCE], a),
                                          text_of(&pair->side[BL_TARGET], b))
               ? ALTERED
               : REPLACED;
}

/* The open addresses that are that much alike, in their order. */
static void pair_up(const bl_pair *pair, bl_sink *sink, likeness wanted,
                    addresses *source, addresses *target)
{
    for (size_t i = 0; i < source->count; i++) {
        address *a = &source->list[i];

        for (size_t j = 0; j < target->count && a->open; j++) {
            address *b = &target->list[j];

            if (!b->open ||
                compare(text_of(&pair->side[BL_SOURCE], a),
                        text_of(&pair->side[BL_TARGET], b)) != wanted)
                continue;
            a->open = false;
            b->open = false;
            if (wanted != LOCAL)
                emit_change(pair, sink, message_of(pair, wanted, a, b), a, b);
        }
    }
}

/* The next open one from `at` on that is certainly an address. */
static size_t next_certain(const bl_side *side, const addresses *all,
                           size_t at)
{
    while (at < all->count && (!all->list[at].open ||
                               !is_certain(text_of(side, &all->list[at]))))
        at++;
    return at;
}

static void emit_single(const bl_pair *pair, bl_sink *sink, bl_side_id id,
                        const address *one)
{
    bl_emission e = { .message = id == BL_SOURCE ? MISSING : EXTRA,
                      .mark_count = 1 };

    e.arguments[0] = text_of(&pair->side[id], one);
    e.marks[0] = bl_mark_of(id, span_of(&pair->side[id], one));
    bl_emit(sink, &e);
}

/* Those that are left: each stands for one of the other side, if there is. */
static void emit_rest(const bl_pair *pair, bl_sink *sink,
                      const addresses *source, const addresses *target)
{
    const bl_side *sides = pair->side;
    size_t i = next_certain(&sides[BL_SOURCE], source, 0);
    size_t j = next_certain(&sides[BL_TARGET], target, 0);

    while (i < source->count || j < target->count) {
        if (i < source->count && j < target->count)
            emit_change(pair, sink, REPLACED, &source->list[i],
                        &target->list[j]);
        else if (i < source->count)
            emit_single(pair, sink, BL_SOURCE, &source->list[i]);
        else
            emit_single(pair, sink, BL_TARGET, &target->list[j]);
        i = next_certain(&sides[BL_SOURCE], source, i + 1);
        j = next_certain(&sides[BL_TARGET], target, j + 1);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    addresses source;
    addresses target;

    (void)self;
    if (!bl_has_target(pair))
        return;
    source = addresses_of(pair, BL_SOURCE);
    target = addresses_of(pair, BL_TARGET);
    if (source.count == 0 && target.count == 0)
        return;
    answer_equal(&source, &target);
    keep_open(&source);
    keep_open(&target);
    answer_inflected(pair, &source, &target);
    pair_up(pair, sink, LOCAL, &source, &target);
    pair_up(pair, sink, NEAR, &source, &target);
    pair_up(pair, sink, SAME_SITE, &source, &target);
    emit_rest(pair, sink, &source, &target);
}

const bl_check bl_check_url_mismatch = {
    .id = "url-mismatch",
    .title = "Addresses of source and target differ",
    .category = "url",
    .its_type = "non-conformance",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_MASKS,
    .messages = {
        [ALTERED] = { "altered", "the address {0} became {1}", BL_ERROR },
        [REPLACED] = { "replaced", "the address {0} became {1}", BL_INFO },
        [MISSING] = { "missing", "the address {0} is not in the target",
                      BL_WARNING },
        [EXTRA] = { "extra", "the address {0} is not in the source",
                    BL_WARNING },
    },
    .run = run,
};
