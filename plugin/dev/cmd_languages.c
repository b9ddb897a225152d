/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint-dev languages: compile languages, see lexicon/compiled.h. Each
 * locale of a language is built from its sources and taken apart into facts;
 * what several of them have in common is written down once.
 */
#include "dev/dev.h"

#include "dev/facts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 1024, LOCALES_MAX = 512 };

typedef struct fact {
    size_t at; /* in `bytes` of the compiler */
    size_t size;
    uint16_t kind; /* bl_fact */
    uint16_t locale;
    uint32_t order; /* among those of its kind, before what it says */
    uint32_t set;
} fact;

typedef struct compiler {
    const char *dictionaries;
    const char *language;
    bl_chars *chars;
    bl_units units;
    bl_locale locales[LOCALES_MAX];
    uint64_t texts[LOCALES_MAX]; /* bl_dictionary.hash */
    size_t locale_count;
    bl_buf bytes;
    fact *facts;
    size_t fact_count;
    size_t fact_room;
    bl_buf sets; /* bits, `set_bytes` a set */
    size_t set_bytes;
    uint16_t number; /* of the locale that is taken apart */
} compiler;

static void give_up(const char *what, const char *about)
{
    fprintf(stderr, "bilint-dev languages: %s: %s\n", what, about);
    exit(1);
}

/* ---- locales ------------------------------------------------------------ */

static void add_locale(void *context, const char *name)
{
    compiler *c = context;
    bl_locale locale;

    if (!bl_locale_parse(name, strlen(name), &locale) ||
        strcmp(locale.language, c->language) != 0)
        return;
    for (size_t i = 0; i < c->locale_count; i++) {
        if (strcmp(c->locales[i].tag, locale.tag) == 0)
            return;
    }
    if (c->locale_count == LOCALES_MAX)
        give_up(c->language, "too many locales");
    c->locales[c->locale_count++] = locale;
}

/* A folder may be of a region that CLDR has nothing for. */
static void add_folders(compiler *c)
{
    DIR *folder = opendir(c->dictionaries);
    const struct dirent *entry;

    if (folder == NULL)
        give_up(c->dictionaries, "no folder of language data");
    while ((entry = readdir(folder)) != NULL)
        add_locale(c, entry->d_name);
    closedir(folder);
}

/* ---- facts -------------------------------------------------------------- */

/* Words stand as in the table that they go into, and phrases as their first
 * words do, so that a load fills tables from one end to the other. */
static uint32_t order_of(bl_fact kind, bl_str bytes)
{
    bl_packed from = bl_packed_of(bytes);

    if (kind != BL_FACT_WORD && kind != BL_FACT_PHRASE)
        return 0;
    if (kind == BL_FACT_PHRASE)
        bl_unpack_uint(&from); /* how many words */
    return bl_phrase_hash(bl_unpack_text(&from));
}

static void add_fact(void *context, bl_fact kind, bl_str bytes)
{
    compiler *c = context;

    if (!bl_grow(&bl_alloc_default, &c->facts, &c->fact_room, c->fact_count,
                 sizeof(fact)))
        give_up(c->language, "no memory");
    c->facts[c->fact_count++] = (fact){ .at = c->bytes.size,
                                        .size = bytes.size,
                                        .kind = (uint16_t)kind,
                                        .locale = c->number,
                                        .order = order_of(kind, bytes) };
    bl_buf_str(&c->bytes, bytes);
}

static void take_apart(compiler *c)
{
    const bl_locale *locale = &c->locales[c->number];
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = c->chars,
                                        .units = &c->units,
                                        .dictionaries = c->dictionaries };
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language = bl_language_new(&source, locale, &err);
    bl_dictionary dictionary;

    if (language == NULL ||
        bl_dictionary_find(&dictionary, &bl_alloc_default, c->dictionaries,
                           locale, &err) != BILINT_OK ||
        bl_dictionary_open(&dictionary, &err) != BILINT_OK)
        give_up(locale->tag, err.message);
    c->texts[c->number] = dictionary.hash;
    if (!dev_facts(language, &dictionary, add_fact, c))
        give_up(locale->tag, "no memory, or too many senses of a phrase");
    bl_dictionary_close(&dictionary);
    bl_language_free(language);
}

/* ---- what is said alike ------------------------------------------------- */

static bl_str bytes_of(const compiler *c, const fact *of)
{
    return bl_str_of(c->bytes.data + of->at, of->size);
}

static const compiler *sorting; /* qsort() has no context */

static int compare_facts(const fact *a, const fact *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return bl_str_compare(bytes_of(sorting, a), bytes_of(sorting, b));
}

static int compare(const void *a, const void *b)
{
    return compare_facts(a, b);
}

/* The number of the set whose bits are the last ones of `sets`, which are
 * taken away if they were there. */
static uint32_t number_of_last_set(compiler *c)
{
    const size_t last = c->sets.size - c->set_bytes;
    size_t at = 0;

    while (memcmp(c->sets.data + at, c->sets.data + last, c->set_bytes) != 0)
        at += c->set_bytes;
    if (at != last)
        c->sets.size = last;
    return (uint32_t)(at / c->set_bytes);
}

/* Equal facts stand together; the first one of them stays, with its set. */
static void merge(compiler *c)
{
    size_t kept = 0;

    sorting = c;
    qsort(c->facts, c->fact_count, sizeof(fact), compare);
    for (size_t i = 0; i < c->fact_count;) {
        size_t limit = i;
        char *bits = bl_buf_room(&c->sets, c->set_bytes);

        if (bits == NULL)
            give_up(c->language, "no memory");
        memset(bits, 0, c->set_bytes);
        c->sets.size += c->set_bytes;
        for (; limit < c->fact_count &&
               compare_facts(&c->facts[i], &c->facts[limit]) == 0;
             limit++)
            bits[c->facts[limit].locale / 8] |=
                (char)(1 << c->facts[limit].locale % 8);
        c->facts[kept] = c->facts[i];
        c->facts[kept++].set = number_of_last_set(c);
        i = limit;
    }
    c->fact_count = kept;
}

/* ---- writing ------------------------------------------------------------ */

/* Which of the words they are stands for the texts of a phrase's words. */
static void write_phrase(const compiler *c, const fact *phrase,
                         const fact *words, size_t count, bl_buf *to)
{
    bl_packed from = bl_packed_of(bytes_of(c, phrase));
    uint64_t left = bl_unpack_uint(&from);

    bl_pack_uint(to, left);
    for (; left != 0; left--) {
        const unsigned char *start = from.at;
        const bl_str text = bl_unpack_text(&from);
        const fact word = { .at = (size_t)((const char *)start -
                                           c->bytes.data),
                            .size = (size_t)(from.at - start),
                            .kind = BL_FACT_WORD,
                            .order = bl_phrase_hash(text) };
        const fact *found =
            bsearch(&word, words, count, sizeof(fact), compare);

        bl_pack_uint(to, (uint64_t)(found - words));
    }
    bl_buf_add(to, from.at, bl_packed_left(&from));
}

static void write_facts(const compiler *c, bl_buf *to)
{
    const fact *words = NULL;
    size_t word_count = 0;
    size_t at = 0;

    for (int kind = 0; kind < BL_FACT_KINDS; kind++) {
        size_t limit = at;

        while (limit < c->fact_count && c->facts[limit].kind == kind)
            limit++;
        if (kind == BL_FACT_WORD) {
            words = &c->facts[at];
            word_count = limit - at;
        }
        bl_pack_uint(to, limit - at);
        for (; at < limit; at++) {
            const fact *one = &c->facts[at];

            bl_pack_uint(to, one->set);
            if (kind == BL_FACT_PHRASE)
                write_phrase(c, one, words, word_count, to);
            else
                bl_buf_str(to, bytes_of(c, one));
        }
    }
}

static void write_file(const char *folder, const char *name, bl_str body)
{
    char path[PATH_SIZE];
    bl_buf head;
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s.bin", folder, name);
    bl_buf_init(&head, &bl_alloc_default);
    bl_compiled_head(body, &head);
    file = fopen(path, "wb");
    if (file == NULL || head.failed ||
        fwrite(head.data, 1, head.size, file) != head.size ||
        fwrite(body.ptr, 1, body.size, file) != body.size ||
        fclose(file) != 0) {
        remove(path);
        give_up(path, "cannot be written");
    }
    bl_buf_free(&head);
}

static void compile(compiler *c, const char *folder)
{
    bl_buf body;

    bl_locale_each(add_locale, c);
    add_folders(c);
    if (c->locale_count == 0) /* an ICU may be built without some of them */
        fprintf(stderr, "bilint-dev languages: ICU has no %s\n", c->language);
    c->set_bytes = (c->locale_count + 7) / 8;
    for (c->number = 0; c->number < c->locale_count; c->number++)
        take_apart(c);
    merge(c);
    bl_buf_init(&body, &bl_alloc_default);
    bl_pack_uint(&body, c->locale_count);
    for (size_t i = 0; i < c->locale_count; i++) {
        bl_pack_text(&body, bl_str_z(c->locales[i].tag));
        bl_pack_fixed(&body, c->texts[i], 8);
    }
    bl_pack_uint(&body, c->set_bytes != 0 ? c->sets.size / c->set_bytes : 0);
    bl_buf_str(&body, bl_buf_view(&c->sets));
    write_facts(c, &body);
    if (body.failed || c->bytes.failed)
        give_up(c->language, "no memory");
    write_file(folder, c->language, bl_buf_view(&body));
    bl_buf_free(&body);
}

static void write_common(const compiler *c, const char *folder)
{
    bl_buf body;

    bl_buf_init(&body, &bl_alloc_default);
    bl_chars_pack(c->chars, &body);
    bl_units_pack(&c->units, &body);
    if (body.failed)
        give_up("common", "no memory");
    write_file(folder, "common", bl_buf_view(&body));
    bl_buf_free(&body);
}

int dev_languages(int argc, char **argv)
{
    compiler c = { .bytes = { .alloc = &bl_alloc_default },
                   .sets = { .alloc = &bl_alloc_default } };

    if (argc < 4) {
        fputs("bilint-dev languages DICTIONARIES FOLDER common|LANGUAGE...\n",
              stderr);
        return 2;
    }
    c.dictionaries = argv[1];
    c.chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&c.units, &bl_alloc_default);
    if (c.chars == NULL || c.units.failed)
        give_up("ICU", "no data");
    for (int i = 3; i < argc; i++) {
        c.language = argv[i];
        c.locale_count = 0;
        c.fact_count = 0;
        bl_buf_clear(&c.bytes);
        bl_buf_clear(&c.sets);
        if (strcmp(c.language, "common") == 0)
            write_common(&c, argv[2]);
        else
            compile(&c, argv[2]);
    }
    bl_buf_free(&c.bytes);
    bl_buf_free(&c.sets);
    free(c.facts);
    bl_free(&bl_alloc_default, c.chars);
    bl_units_free(&c.units);
    return 0;
}
