/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A compiled language is the language that its sources make: the same facts,
 * and the same lists. Tried on every locale of the compiled languages of this
 * build; without an argument on those without a region.
 */
#include "dev/facts.h"
#include "lexicon/syllables.h"

#include "suite.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOCALES_MAX = 1200 };

static const char dictionaries[] = BILINT_TREE "/dictionaries";
static bl_locale locales[LOCALES_MAX];
static size_t locale_count;
static bool everywhere;
static bl_chars *chars;
static bl_units units;

static void same_text(bl_str a, bl_str b)
{
    assert_true(bl_str_equal(a, b));
}

/* ---- facts, sorted ------------------------------------------------------ */

typedef struct place {
    size_t at; /* in `bytes` */
    size_t size;
} place;

typedef struct facts {
    bl_buf bytes;
    place *items;
    size_t count;
    size_t room;
} facts;

static const facts *sorting; /* qsort() has no context */

static bl_str fact_of(const facts *of, const place *item)
{
    return bl_str_of(of->bytes.data + item->at, item->size);
}

static void take(void *context, bl_fact kind, bl_str bytes)
{
    facts *to = context;

    assert_true(bl_grow(&bl_alloc_default, &to->items, &to->room, to->count,
                        sizeof(place)));
    to->items[to->count++] = (place){ to->bytes.size, bytes.size + 1 };
    bl_buf_char(&to->bytes, (char)kind);
    bl_buf_str(&to->bytes, bytes);
}

static int compare(const void *a, const void *b)
{
    return bl_str_compare(fact_of(sorting, a), fact_of(sorting, b));
}

static facts facts_of(bl_language *language, const bl_dictionary *dictionary)
{
    facts of = { .count = 0 };
    size_t kept = 0;

    bl_buf_init(&of.bytes, &bl_alloc_default);
    assert_true(dev_facts(language, dictionary, take, &of));
    sorting = &of;
    qsort(of.items, of.count, sizeof(place), compare);
    for (size_t i = 0; i < of.count; i++) {
        if (kept == 0 || compare(&of.items[i], &of.items[kept - 1]) != 0)
            of.items[kept++] = of.items[i];
    }
    of.count = kept;
    return of;
}

static void free_facts(facts *of)
{
    bl_buf_free(&of->bytes);
    free(of->items);
}

static void same_facts(bl_language *a, bl_language *b,
                       const bl_dictionary *dictionary)
{
    facts x = facts_of(a, dictionary);
    facts y = facts_of(b, dictionary);

    assert_true(x.count > 1000);
    assert_int_equal(x.count, y.count);
    for (size_t i = 0; i < x.count; i++)
        same_text(fact_of(&x, &x.items[i]), fact_of(&y, &y.items[i]));
    free_facts(&x);
    free_facts(&y);
}

/* ---- lists -------------------------------------------------------------- */

static void same_lists(const bl_language *a, const bl_language *b)
{
    assert_int_equal(a->ending_count, b->ending_count);
    for (size_t i = 0; i < a->ending_count; i++) {
        assert_int_equal(a->endings[i].count, b->endings[i].count);
        for (size_t j = 0; j < a->endings[i].count; j++)
            same_text(a->endings[i].items[j], b->endings[i].items[j]);
    }
    assert_int_equal(a->prefixes.count, b->prefixes.count);
    for (size_t i = 0; i < a->prefixes.count; i++)
        same_text(a->prefixes.items[i], b->prefixes.items[i]);
    assert_int_equal(a->variants.count, b->variants.count);
    for (size_t i = 0; i < a->variants.count; i++) {
        assert_int_equal(a->variants.items[i].kind,
                         b->variants.items[i].kind);
        same_text(a->variants.items[i].from, b->variants.items[i].from);
        same_text(a->variants.items[i].to, b->variants.items[i].to);
    }
    assert_int_equal(a->letters.count, b->letters.count);
    if (a->letters.count != 0)
        assert_memory_equal(a->letters.items, b->letters.items,
                            a->letters.count * sizeof(bl_letter));
    assert_int_equal(a->legacy_count, b->legacy_count);
    for (size_t i = 0; i < a->legacy_count; i++) {
        assert_int_equal(a->legacy[i].first, b->legacy[i].first);
        assert_int_equal(a->legacy[i].last, b->legacy[i].last);
    }
    assert_int_equal(a->encoding_count, b->encoding_count);
    for (size_t i = 0; i < a->encoding_count; i++) {
        assert_int_equal(a->encodings[i].count, b->encodings[i].count);
        assert_memory_equal(a->encodings[i].items, b->encodings[i].items,
                            a->encodings[i].count *
                                sizeof(bl_spelling_change));
    }
    for (int kind = 0; kind < BL_SPELLING_KINDS; kind++) {
        const size_t count = a->orthography.list[kind].count;

        assert_int_equal(count, b->orthography.list[kind].count);
        if (count != 0)
            assert_memory_equal(a->orthography.list[kind].items,
                                b->orthography.list[kind].items,
                                count * sizeof(bl_spelling_change));
    }
    assert_int_equal(a->noun_capitals, b->noun_capitals);
    assert_int_equal(a->copies_names, b->copies_names);
    assert_int_equal(a->number_word != 0, b->number_word != 0);
}

/* Every word of the lists is a syllable of both, or of neither. */
static void same_word(void *context, const bl_str *words, size_t count,
                      bl_phrase_node end)
{
    const bl_syllables *const *both = context;

    (void)end;
    for (size_t i = 0; i < count; i++)
        assert_int_equal(bl_syllables_valid(both[0], words[i]),
                         bl_syllables_valid(both[1], words[i]));
}

static void same_syllables(const bl_language *a, const bl_language *b)
{
    const bl_syllables *both[] = { a->syllables, b->syllables };

    assert_int_equal(a->syllables != NULL, b->syllables != NULL);
    if (a->syllables != NULL)
        bl_phrases_each(&a->phrases, same_word, (void *)both);
}

/* ---- locales ------------------------------------------------------------ */

static void add_locale(void *context, const char *name)
{
    bl_locale locale;
    char path[1024];
    FILE *file;

    (void)context;
    if (!bl_locale_parse(name, strlen(name), &locale) ||
        (!everywhere && locale.region[0] != '\0'))
        return;
    snprintf(path, sizeof(path), "%s/%s.bin", BILINT_LANGUAGES,
             locale.language);
    file = fopen(path, "rb");
    if (file == NULL)
        return;
    fclose(file);
    assert_true(locale_count < LOCALES_MAX);
    locales[locale_count++] = locale;
}

static void tell(void *context, const char *text)
{
    (void)context;
    fail_msg("%s", text);
}

static bl_language *make(const bl_locale *locale, const char *compiled)
{
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = chars,
                                        .units = &units,
                                        .dictionaries = dictionaries,
                                        .compiled = compiled,
                                        .tell = tell };
    bl_language *language = bl_language_new(&source, locale, NULL);

    assert_non_null(language);
    return language;
}

/* It is compiled at all, and does not fall back on its sources. */
static void is_there(const bl_locale *locale, const bl_dictionary *dictionary)
{
    bl_language_source source = { .alloc = &bl_alloc_default,
                                  .chars = chars,
                                  .units = &units };
    bl_language *language = bl_language_new(&source, locale, NULL);
    bilint_error err = BILINT_ERROR_INIT;

    assert_non_null(language);
    if (bl_compiled_language(BILINT_LANGUAGES, dictionary->hash, language,
                             &err) != BILINT_OK)
        fail_msg("%s: not compiled, or from other texts; build the target "
                 "languages: %s", locale->tag, err.message);
    bl_language_free(language);
}

static void is_what_its_sources_make(void **state)
{
    DIR *folder = opendir(dictionaries);
    const struct dirent *entry;

    (void)state;
    assert_non_null(folder);
    bl_locale_each(add_locale, NULL);
    while ((entry = readdir(folder)) != NULL)
        add_locale(NULL, entry->d_name);
    closedir(folder);
    assert_true(locale_count > 60);
    for (size_t i = 0; i < locale_count; i++) {
        bl_dictionary dictionary;
        bl_language *compiled;
        bl_language *made;

        assert_int_equal(bl_dictionary_find(&dictionary, &bl_alloc_default,
                                            dictionaries, &locales[i], NULL),
                         BILINT_OK);
        assert_int_equal(bl_dictionary_open(&dictionary, NULL), BILINT_OK);
        is_there(&locales[i], &dictionary);
        compiled = make(&locales[i], BILINT_LANGUAGES);
        made = make(&locales[i], NULL);
        same_facts(compiled, made, &dictionary);
        same_lists(compiled, made);
        same_syllables(compiled, made);
        bl_language_free(compiled);
        bl_language_free(made);
        bl_dictionary_close(&dictionary);
    }
}

/* Characters and units are those of ICU. */
static void is_what_icu_says(void **state)
{
    bl_chars *read = NULL;
    bl_units table;

    (void)state;
    assert_int_equal(bl_compiled_common(BILINT_LANGUAGES, &bl_alloc_default,
                                        &read, &table, NULL),
                     BILINT_OK);
    assert_memory_equal(read, chars, sizeof(*chars));
    assert_int_equal(table.count, units.count);
    for (size_t i = 0; i < units.count; i++) {
        const bl_unit_info *a = &table.items[i];
        const bl_unit_info *b = &units.items[i];

        same_text(a->id, b->id);
        assert_int_equal(a->kind, b->kind);
        assert_memory_equal(&a->factor, &b->factor, sizeof(double));
        assert_memory_equal(&a->offset, &b->offset, sizeof(double));
        assert_int_equal(a->sign, b->sign);
        assert_int_equal(a->noun, b->noun);
        assert_int_equal(a->part, b->part);
    }
    assert_int_equal(table.percent, units.percent);
    assert_int_equal(table.decade, units.decade);
    assert_memory_equal(table.daily, units.daily, sizeof(units.daily));
    bl_free(&bl_alloc_default, read);
    bl_units_free(&table);
}

int main(int argc, char **argv)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_its_sources_make),
        cmocka_unit_test(is_what_icu_says),
    };

    everywhere = argc > 1 && strcmp(argv[1], "everywhere") == 0;
    chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&units, &bl_alloc_default);
    if (chars == NULL || units.failed)
        return 1;
    argc = cmocka_run_group_tests(tests, NULL, NULL);
    bl_free(&bl_alloc_default, chars);
    bl_units_free(&units);
    return argc;
}
