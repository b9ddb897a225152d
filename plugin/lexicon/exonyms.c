/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A table of words and of what they stand in the name of, sorted. The
 * identifier of a time zone says the name of the city too, mostly the English
 * one (Asia:Ho_Chi_Minh), which CLDR leaves out of English; so each language
 * has it.
 */
#include "lexicon/exonyms.h"

#include "text/cldr.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

typedef struct exonym {
    uint32_t word;  /* its skeleton's hash */
    uint32_t thing; /* the hash of its identifier, but for MARKS */
} exonym;

/* Bits of a thing: it is a city, and the word its whole name. */
enum { CITY = 1, WHOLE = 2, MARKS = CITY | WHOLE };

/* Bits by which words are told that have no entry; parts of the table, by the
 * highest bits of a word, with an entry or two each. */
enum { PRESENCE = 1 << 14, PART_BITS = 11, PARTS = 1 << PART_BITS };

struct bl_exonym_table {
    const bl_alloc *alloc;
    exonym *items;
    size_t room;
    size_t count;
    bool failed;
    uint64_t present[PRESENCE / 64];
    uint64_t cities[PRESENCE / 64]; /* the same of words of cities */
    uint32_t parts[PARTS]; /* behind the first item of each; 0: it has none */
};

static size_t slot_of(uint32_t word)
{
    return word / 64 % (PRESENCE / 64);
}

static uint64_t bit_of(uint32_t word)
{
    return UINT64_C(1) << word % 64;
}

/* Nearly no word has an entry. */
static bool may_have(const bl_exonym_table *table, uint32_t word)
{
    return (table->present[slot_of(word)] & bit_of(word)) != 0;
}

bool bl_exonyms_init(bl_exonyms *exonyms)
{
    bl_atomic_set(&exonyms->table, NULL);
    exonyms->same = NULL;
    exonyms->same_count = 0;
    exonyms->same_room = 0;
    return bl_lock_init(&exonyms->lock);
}

static void free_table(bl_exonym_table *table, const bl_alloc *alloc)
{
    if (table != NULL)
        bl_free(alloc, table->items);
    bl_free(alloc, table);
}

void bl_exonyms_free(bl_exonyms *exonyms, const bl_alloc *alloc)
{
    free_table(bl_atomic_get(&exonyms->table), alloc);
    bl_free(alloc, exonyms->same);
    bl_lock_free(&exonyms->lock);
}

static int compare(const void *a, const void *b)
{
    const exonym *x = a;
    const exonym *y = b;

    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return x->thing == y->thing ? 0 : x->thing < y->thing ? -1 : 1;
}

static bool is_between_words(char c)
{
    return c == ' ' || c == '_' || c == '-' || c == '\'' || c == '/' ||
           c == '(' || c == ')' || c == ',' || c == '|';
}

static void add(bl_exonym_table *table, uint32_t word, uint32_t thing)
{
    if (!bl_grow(table->alloc, &table->items, &table->room, table->count,
                 sizeof(exonym))) {
        table->failed = true;
        return;
    }
    table->items[table->count++] = (exonym){ word, thing };
    table->present[slot_of(word)] |= bit_of(word);
    if ((thing & CITY) != 0)
        table->cities[slot_of(word)] |= bit_of(word);
}

static size_t part_of(uint32_t word)
{
    return word >> (32 - PART_BITS);
}

/* Where the items from `first` on stand, which are sorted. */
static void note_parts(bl_exonym_table *table, size_t first)
{
    for (size_t i = first; i < table->count; i++) {
        uint32_t *part = &table->parts[part_of(table->items[i].word)];

        if (*part == 0)
            *part = (uint32_t)i + 1;
    }
}

static void add_words(bl_exonym_table *table, uint32_t thing, bl_str name)
{
    for (size_t at = 0; at < name.size && !table->failed;) {
        size_t limit = at;

        while (limit < name.size && !is_between_words(name.ptr[limit]))
            limit++;
        if (limit != at)
            add(table,
                bl_skeleton_hash_of(bl_str_of(name.ptr + at, limit - at)),
                limit - at == name.size ? thing | WHOLE : thing);
        at = limit + 1;
    }
}

static uint32_t thing_of(const char *id, size_t size)
{
    return (uint32_t)bl_hash(id, size, 0) & ~(uint32_t)MARKS;
}

static void on_name(void *context, const char *id, bl_str name)
{
    const char *city = strrchr(id, ':');
    const uint32_t thing =
        thing_of(id, strlen(id)) |
        (city != NULL && strncmp(id, "Etc:", 4) != 0 ? CITY : 0);

    add_words(context, thing, name);
    if (city != NULL)
        add_words(context, thing, bl_str_z(city + 1));
}

bool bl_exonyms_same_as(bl_exonyms *exonyms, const bl_alloc *alloc,
                        bl_str thing, bl_str forms)
{
    if (!bl_grow(alloc, &exonyms->same, &exonyms->same_room,
                 exonyms->same_count, sizeof(bl_same)))
        return false;
    exonyms->same[exonyms->same_count++] = (bl_same){ thing, forms };
    return true;
}

static bl_exonym_table *new_table(const bl_alloc *alloc)
{
    bl_exonym_table *table = bl_new(alloc, 1, sizeof(*table));

    if (table != NULL)
        table->alloc = alloc;
    return table;
}

/* The forms of a thing; of a city each is a name by itself. */
static void add_same(bl_exonym_table *table, const bl_same *same)
{
    const uint32_t thing = thing_of(same->thing.ptr, same->thing.size);
    bl_str forms = same->forms;

    if (!bl_str_begins(same->thing, BL_STR("city."))) {
        add_words(table, thing, forms);
        return;
    }
    while (forms.size != 0) {
        const char *bar = memchr(forms.ptr, '|', forms.size);
        const size_t size =
            bar != NULL ? (size_t)(bar - forms.ptr) : forms.size;

        add_words(table, thing | CITY, bl_str_of(forms.ptr, size));
        forms = bar != NULL ? bl_str_of(bar + 1, forms.size - size - 1)
                            : bl_str_of(NULL, 0);
    }
}

static bl_exonym_table *load(const bl_exonyms *exonyms, const bl_alloc *alloc,
                             const bl_locale *locale)
{
    bl_exonym_table *table = new_table(alloc);

    if (table == NULL)
        return NULL;
    bl_cldr_exonyms(locale, on_name, table);
    for (size_t i = 0; i < exonyms->same_count; i++)
        add_same(table, &exonyms->same[i]);
    if (table->failed) {
        free_table(table, alloc);
        return NULL;
    }
    if (table->count != 0)
        qsort(table->items, table->count, sizeof(exonym), compare);
    note_parts(table, 0);
    return table;
}

const bl_exonym_table *bl_exonyms_get(bl_exonyms *exonyms,
                                      const bl_alloc *alloc,
                                      const bl_locale *locale)
{
    bl_exonym_table *table = bl_atomic_get(&exonyms->table);

    if (table != NULL)
        return table;
    bl_lock_take(&exonyms->lock);
    table = bl_atomic_get(&exonyms->table);
    if (table == NULL) {
        table = load(exonyms, alloc, locale);
        bl_atomic_set(&exonyms->table, table);
    }
    bl_lock_give(&exonyms->lock);
    return table;
}

bool bl_exonyms_add(bl_exonyms *exonyms, const bl_alloc *alloc, uint32_t word,
                    uint32_t thing)
{
    bl_exonym_table *table = bl_atomic_get(&exonyms->table);

    if (table == NULL) {
        table = new_table(alloc);
        bl_atomic_set(&exonyms->table, table);
    }
    if (table == NULL)
        return false;
    add(table, word, thing);
    if (!table->failed)
        note_parts(table, table->count - 1);
    return !table->failed;
}

void bl_exonyms_each(const bl_exonym_table *table, bl_exonym_item_sink sink,
                     void *context)
{
    for (size_t i = 0; i < table->count; i++)
        sink(context, table->items[i].word, table->items[i].thing);
}

/* Entries [first, limit). */
typedef struct range {
    const exonym *first;
    const exonym *limit;
} range;

/* Those of a word. */
static range entries_of(const bl_exonym_table *table, uint32_t word)
{
    const exonym *end = table->items + table->count;
    range found = { end, end };
    uint32_t part;

    if (!may_have(table, word))
        return found;
    part = table->parts[part_of(word)];
    if (part == 0)
        return found;
    found.first = table->items + (part - 1);
    while (found.first < end && found.first->word < word)
        found.first++;
    for (found.limit = found.first;
         found.limit < end && found.limit->word == word;)
        found.limit++;
    return found;
}

static bool is_in(range entries, uint32_t thing)
{
    for (; entries.first < entries.limit; entries.first++) {
        if ((entries.first->thing | MARKS) == (thing | MARKS))
            return true;
    }
    return false;
}

bool bl_exonyms_have(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t word)
{
    const bl_exonym_table *const tables[] = { one, other };

    for (int i = 0; i < 2; i++) {
        const range found = entries_of(tables[i], word);

        if (found.first < found.limit)
            return true;
    }
    return false;
}

bool bl_exonyms_may_be_city(const bl_exonym_table *one,
                            const bl_exonym_table *other, uint32_t word)
{
    const size_t slot = slot_of(word);

    return ((one->cities[slot] | other->cities[slot]) & bit_of(word)) != 0;
}

/* Whether all names that the word stands in are of cities, and it is the whole
 * of them. */
static bool are_whole_cities(range entries)
{
    for (; entries.first < entries.limit; entries.first++) {
        if ((entries.first->thing & MARKS) != MARKS)
            return false;
    }
    return true;
}

/* Whether a city has all the words in its name. */
static bool have_city(const bl_exonym_table *table, const uint32_t *words,
                      size_t count)
{
    range found = entries_of(table, words[0]);

    for (; found.first < found.limit; found.first++) {
        size_t i = 1;

        while (i < count &&
               is_in(entries_of(table, words[i]), found.first->thing))
            i++;
        if (i == count && (found.first->thing & CITY) != 0)
            return true;
    }
    return false;
}

bool bl_exonyms_city(const bl_exonym_table *one, const bl_exonym_table *other,
                     const uint32_t *words, size_t count)
{
    return (have_city(one, words, count) || have_city(other, words, count)) &&
           (count > 1 || (are_whole_cities(entries_of(one, words[0])) &&
                          are_whole_cities(entries_of(other, words[0]))));
}

/* Whether one of the tables has all the words in the name of the thing. */
static bool have_words(const bl_exonym_table *one,
                       const bl_exonym_table *other, const bl_exonym_words *of,
                       uint32_t thing)
{
    for (size_t i = 0; i < of->count; i++) {
        if (!is_in(entries_of(one, of->items[i]), thing) &&
            !is_in(entries_of(other, of->items[i]), thing))
            return false;
    }
    return true;
}

bool bl_exonyms_same_city(const bl_exonym_table *one,
                          const bl_exonym_table *other,
                          const bl_exonym_words *a, const bl_exonym_words *b)
{
    const bl_exonym_table *const tables[] = { one, other };

    for (int i = 0; i < 2; i++) {
        range found = entries_of(tables[i], a->items[0]);

        for (; found.first < found.limit; found.first++) {
            if ((found.first->thing & CITY) != 0 &&
                have_words(one, other, a, found.first->thing) &&
                have_words(one, other, b, found.first->thing))
                return true;
        }
    }
    return false;
}

bool bl_exonyms_stay(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t word)
{
    range of_one = entries_of(one, word);
    const range of_other = entries_of(other, word);

    for (; of_one.first < of_one.limit; of_one.first++) {
        if (!is_in(of_other, of_one.first->thing))
            return false;
    }
    return true;
}

bool bl_exonyms_same(const bl_exonym_table *one, const bl_exonym_table *other,
                     uint32_t a, uint32_t b)
{
    const bl_exonym_table *const tables[] = { one, other };
    range of_b[2];

    if ((!may_have(one, a) && !may_have(other, a)) ||
        (!may_have(one, b) && !may_have(other, b)))
        return false;
    for (int i = 0; i < 2; i++)
        of_b[i] = entries_of(tables[i], b);
    for (int i = 0; i < 2; i++) {
        range of_a = entries_of(tables[i], a);

        for (; of_a.first < of_a.limit; of_a.first++) {
            if (is_in(of_b[0], of_a.first->thing) ||
                is_in(of_b[1], of_a.first->thing))
                return true;
        }
    }
    return false;
}
