/* SPDX-License-Identifier: Apache-2.0 */
/* Reading compiled languages. */
#include "lexicon/compiled.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/mapping.h"
#include "bilint/version.h"
#include "lexicon/dictionary.h"

#include <stdio.h>
#include <string.h>

enum { FORMAT = 5, PATH_SIZE = 1024 };

const unsigned char bl_compiled_signature[BL_COMPILED_SIGNATURE] = {
    0x89, 'B', 'L', 'L', '\r', '\n', 0x1a, '\n'
};

void bl_compiled_maker(char out[BL_COMPILED_MAKER])
{
    char icu[BL_ICU_VERSION_SIZE];

    bl_icu_version(icu);
    snprintf(out, BL_COMPILED_MAKER, "bilint %s format %d ICU %s",
             BILINT_VERSION, FORMAT, icu);
}

uint64_t bl_compiled_sum(const void *data, size_t size)
{
    return bl_hash(data, size, FORMAT);
}

void bl_compiled_head(bl_str body, bl_buf *to)
{
    char maker[BL_COMPILED_MAKER];

    bl_compiled_maker(maker);
    bl_buf_add(to, bl_compiled_signature, BL_COMPILED_SIGNATURE);
    bl_pack_text(to, bl_str_z(maker));
    bl_pack_fixed(to, bl_compiled_sum(body.ptr, body.size), 8);
}

/* ---- a file ------------------------------------------------------------- */

typedef struct compiled {
    bl_mapping mapping;
    char path[PATH_SIZE];
    bl_packed from;
    bilint_error *err;
} compiled;

static bilint_status refuse(const compiled *file, const char *why)
{
    return bl_fail(file->err, BILINT_E_DATA, "%s %s", file->path, why);
}

static bilint_status check(compiled *file)
{
    bl_packed *from = &file->from;
    char maker[BL_COMPILED_MAKER];
    bl_str made_by;
    uint64_t sum;

    bl_compiled_maker(maker);
    if (bl_packed_left(from) < BL_COMPILED_SIGNATURE ||
        memcmp(from->at, bl_compiled_signature, BL_COMPILED_SIGNATURE) != 0)
        return refuse(file, "is no compiled language");
    from->at += BL_COMPILED_SIGNATURE;
    made_by = bl_unpack_text(from);
    if (!bl_str_equal(made_by, bl_str_z(maker)))
        return refuse(file, "was not made by this version with this ICU");
    sum = bl_unpack_fixed(from, 8);
    if (from->failed ||
        sum != bl_compiled_sum(from->at, bl_packed_left(from)))
        return refuse(file, "is damaged");
    return BILINT_OK;
}

/* UNSUPPORTED where there is none. */
static bilint_status open_file(compiled *file, const char *folder,
                               const char *name, bilint_error *err)
{
    const int size =
        snprintf(file->path, PATH_SIZE, "%s/%s.bin", folder, name);
    bilint_status status;

    file->err = err;
    if (size < 0 || size >= PATH_SIZE ||
        bl_mapping_open(&file->mapping, file->path, NULL) != BILINT_OK)
        return BILINT_E_UNSUPPORTED;
    file->from = bl_packed_of(bl_str_of(
        (const char *)file->mapping.data, file->mapping.size));
    status = check(file);
    if (status != BILINT_OK)
        bl_mapping_close(&file->mapping);
    return status;
}

bilint_status bl_compiled_common(const char *folder, const bl_alloc *alloc,
                                 bl_chars **chars, bl_units *units,
                                 bilint_error *err)
{
    compiled file;
    bilint_status status = open_file(&file, folder, "common", err);
    bool good;

    if (status != BILINT_OK)
        return status;
    *chars = bl_chars_unpack(alloc, &file.from);
    good = *chars != NULL && bl_units_unpack(units, alloc, &file.from);
    if (!good) {
        bl_free(alloc, *chars);
        *chars = NULL;
        status = file.from.failed
                     ? refuse(&file, "has something that is none of it")
                     : bl_fail_memory(err);
    }
    bl_mapping_close(&file.mapping);
    return status;
}

/* ---- which facts are the locale's --------------------------------------- */

typedef struct reader {
    bl_packed *from;
    bl_language *language;
    bool *wanted; /* by set */
    size_t sets;
    bl_phrase_word *numbers; /* by word of the file; 0: it is not wanted */
    size_t words;            /* those that were read */
    size_t word_room;
    bilint_status status;
    bilint_error *err;
} reader;

/* The locale's number among those of the file; their number where the file
 * does not have it, made of these texts. */
static uint64_t find_locale(bl_packed *from, const bl_language *language,
                            uint64_t texts, uint64_t *count)
{
    const bl_str wanted = bl_str_z(language->locale.tag);
    uint64_t found;

    *count = bl_unpack_uint(from);
    found = *count;
    for (uint64_t i = 0; i < *count && !from->failed; i++) {
        const bl_str tag = bl_unpack_text(from);

        if (bl_unpack_fixed(from, 8) == texts && bl_str_equal(tag, wanted))
            found = i;
    }
    return found;
}

static bool read_sets(reader *r, uint64_t locale, uint64_t locales)
{
    bl_packed *from = r->from;
    const uint64_t bytes = (locales + 7) / 8;
    const uint64_t count = bl_unpack_uint(from);

    if (count > bl_packed_left(from) || bytes > bl_packed_left(from) ||
        count * bytes > bl_packed_left(from)) {
        from->failed = true;
        return true;
    }
    r->sets = (size_t)count;
    r->wanted = bl_new(r->language->alloc, r->sets, sizeof(*r->wanted));
    for (size_t i = 0; i < r->sets && r->wanted != NULL; i++) {
        r->wanted[i] = (from->at[locale / 8] >> locale % 8 & 1) != 0;
        from->at += bytes;
    }
    return r->wanted != NULL;
}

/* ---- facts -------------------------------------------------------------- */

static void fail_memory(reader *r)
{
    r->status = bl_fail_memory(r->err);
}

static void read_traits(reader *r, bool wanted)
{
    const size_t most = bl_packed_left(r->from);
    bl_phrases_size size;
    size_t *const counts[] = { &size.words, &size.nodes, &size.steps,
                               &size.further };

#define X(type, field)                                   \
    {                                                    \
        const uint64_t value = bl_unpack_uint(r->from);  \
                                                         \
        if (wanted)                                      \
            r->language->field = (type)value;            \
    }
    BL_COMPILED_TRAITS(X)
#undef X
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        const uint64_t count = bl_unpack_uint(r->from);

        *counts[i] = (size_t)count;
        r->from->failed = r->from->failed || count > most;
    }
    if (wanted && !r->from->failed)
        bl_phrases_reserve(&r->language->phrases, &size);
}

static void read_lines(reader *r, bool wanted)
{
    bl_str text;

    bl_unpack_byte(r->from); /* its number has put it in its place */
    text = bl_unpack_text(r->from);
    if (wanted)
        r->status = bl_dictionary_read(r->language, "compiled", text, r->err);
}

static void read_form(reader *r, bool wanted)
{
    const int64_t group = (int64_t)bl_unpack_fixed(r->from, 8);
    const bl_str text = bl_unpack_text(r->from);

    if (wanted && !bl_language_add_form(r->language, group, text))
        fail_memory(r);
}

static void read_exonym(reader *r, bool wanted)
{
    const uint32_t word = (uint32_t)bl_unpack_fixed(r->from, 4);
    const uint32_t thing = (uint32_t)bl_unpack_fixed(r->from, 4);

    if (wanted && !bl_exonyms_add(&r->language->exonyms, r->language->alloc,
                                  word, thing))
        fail_memory(r);
}

static void read_couples(reader *r, bool wanted)
{
    bl_couples *couples = &r->language->couples;
    const uint64_t count = bl_unpack_uint(r->from);

    if (count > bl_packed_left(r->from) / 4) {
        r->from->failed = true;
        return;
    }
    if (wanted && !bl_couples_reserve(couples, (size_t)count))
        fail_memory(r);
    for (uint64_t i = 0; wanted && i < count && r->status == BILINT_OK; i++) {
        const uint8_t *at = (const uint8_t *)r->from->at + 4 * i;
        const uint32_t couple = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
                                (uint32_t)at[2] << 8 | (uint32_t)at[3];

        if (couple != 0 && !bl_couples_add(couples, couple))
            fail_memory(r);
    }
    r->from->at += 4 * count;
}

/* A sense is what the recognisers may ask about without a look. */
static bool is_sound(const reader *r, const bl_sense *sense)
{
    return sense->kind < BL_SENSE_COUNT &&
           (sense->kind != BL_SENSE_FRACTION ||
            bl_sense_is_fraction(bl_sense_count(sense),
                                 bl_sense_parts(sense))) &&
           ((sense->kind != BL_SENSE_UNIT &&
             sense->kind != BL_SENSE_CURRENCY) ||
            (uint64_t)sense->value < r->language->units->count);
}

static void read_word(reader *r, bool wanted)
{
    const bl_str text = bl_unpack_text(r->from);

    if (!bl_grow(r->language->alloc, &r->numbers, &r->word_room, r->words,
                 sizeof(*r->numbers))) {
        fail_memory(r);
        return;
    }
    r->numbers[r->words++] =
        wanted ? bl_phrases_add_word(&r->language->phrases, text) : 0;
}

/* Of a phrase: a phrase that is wanted has words that are wanted. */
static bl_phrase_word read_number(reader *r, bool wanted)
{
    const uint64_t at = bl_unpack_uint(r->from);
    const bl_phrase_word number = at < r->words ? r->numbers[at] : 0;

    r->from->failed = r->from->failed || at >= r->words ||
                      (wanted && number == 0 && !r->language->phrases.failed);
    return number;
}

static void read_phrase(reader *r, bool wanted)
{
    bl_phrases *phrases = &r->language->phrases;
    bl_phrase_word words[BL_PHRASE_WORDS];
    const uint64_t count = bl_unpack_uint(r->from);
    uint64_t senses;

    if (count == 0 || count > BL_PHRASE_WORDS) {
        r->from->failed = true;
        return;
    }
    for (uint64_t i = 0; i < count; i++)
        words[i] = read_number(r, wanted);
    senses = bl_unpack_uint(r->from);
    for (uint64_t i = 0; i < senses && !r->from->failed; i++) {
        bl_sense sense;

        sense.kind = (uint8_t)bl_unpack_byte(r->from);
        sense.flags = (uint8_t)bl_unpack_byte(r->from);
        sense.value = (int64_t)bl_unpack_uint(r->from);
        if (!is_sound(r, &sense))
            r->from->failed = true;
        else if (wanted)
            bl_phrases_add_sense(phrases, words, (size_t)count, sense);
    }
}

static void read_facts(reader *r)
{
    static void (*const readers[BL_FACT_KINDS])(reader *, bool) = {
        [BL_FACT_TRAITS] = read_traits, [BL_FACT_LINES] = read_lines,
        [BL_FACT_FORM] = read_form,     [BL_FACT_EXONYM] = read_exonym,
        [BL_FACT_COUPLES] = read_couples, [BL_FACT_WORD] = read_word,
        [BL_FACT_PHRASE] = read_phrase,
    };

    for (int kind = 0; kind < BL_FACT_KINDS; kind++) {
        const uint64_t count = bl_unpack_uint(r->from);

        for (uint64_t i = 0; i < count && !r->from->failed &&
                             r->status == BILINT_OK;
             i++) {
            const uint64_t set = bl_unpack_uint(r->from);

            r->from->failed = r->from->failed || set >= r->sets;
            if (!r->from->failed)
                readers[kind](r, r->wanted[set]);
        }
    }
}

bilint_status bl_compiled_language(const char *folder, uint64_t texts,
                                   bl_language *language, bilint_error *err)
{
    compiled file;
    reader r = { .from = &file.from, .language = language, .err = err };
    uint64_t locales;
    uint64_t locale;

    r.status = open_file(&file, folder, language->locale.language, err);
    if (r.status != BILINT_OK)
        return r.status;
    locale = find_locale(&file.from, language, texts, &locales);
    if (!file.from.failed && locale == locales) {
        bl_mapping_close(&file.mapping);
        return BILINT_E_UNSUPPORTED;
    }
    if (file.from.failed || read_sets(&r, locale, locales)) {
        if (!file.from.failed)
            read_facts(&r);
    } else {
        fail_memory(&r);
    }
    if (r.status == BILINT_OK && file.from.failed)
        r.status = refuse(&file, "has something that is none of it");
    bl_free(language->alloc, r.wanted);
    bl_free(language->alloc, r.numbers);
    bl_mapping_close(&file.mapping);
    return r.status;
}
