/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a term list: read, and its terms looked for in the list's own
 * text. The first byte says for which languages.
 */
#include "laws.h"
#include "target.h"

#include "lexicon/dictionary.h"
#include "match/terms.h"
#include "recognise/recognise.h"

#include <string.h>
#include <unistd.h>

typedef struct knowledge {
    bl_chars *chars;
    bl_units units;
    bl_language *languages[2];
    bl_recogniser recognisers[2];
    bl_arena scratch;
    int file; /* open at `path` */
} knowledge;

static bl_language *new_language(knowledge *k, const char *tag)
{
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = k->chars,
                                        .units = &k->units };
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language;
    bl_locale locale;

    MUST(bl_locale_parse(tag, strlen(tag), &locale), "%s", tag);
    language = bl_language_new(&source, &locale, &err);
    MUST(language != NULL, "%s", err.message);
    return language;
}

static char path[] = "/tmp/bilint-terms-XXXXXX";

static void remove_file(void)
{
    remove(path);
}

/* Made once: it takes longer than many lists. */
static knowledge *know(void)
{
    static knowledge k;

    if (k.chars != NULL)
        return &k;
    k.chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&k.units, &bl_alloc_default);
    k.languages[BL_SOURCE] = new_language(&k, "en");
    k.languages[BL_TARGET] = new_language(&k, "vi");
    bl_recogniser_init(&k.recognisers[BL_SOURCE], &bl_alloc_default);
    bl_recogniser_init(&k.recognisers[BL_TARGET], &bl_alloc_default);
    bl_arena_init(&k.scratch, &bl_alloc_default, 1 << 16);
    k.file = mkstemp(path);
    MUST(k.file >= 0 && atexit(remove_file) == 0, "%s", path);
    return &k;
}

static void write_file(const knowledge *k, const uint8_t *data, size_t size)
{
    MUST(ftruncate(k->file, 0) == 0, "%s", path);
    MUST(pwrite(k->file, data, size, 0) == (ssize_t)size, "%s", path);
}

static void count_skipped(void *context, const char *message)
{
    unsigned *count = context;

    MUST(strncmp(message, path, strlen(path)) == 0 &&
             (strstr(message, ": skipped: ") != NULL ||
              strstr(message, ": ignored: ") != NULL),
         "%s", message);
    (*count)++;
}

static void must_fit(bl_span span, const bl_side *side)
{
    MUST(span.start <= span.limit && span.limit <= side->text.size,
         "%u to %u of %u", span.start, span.limit, (unsigned)side->text.size);
}

/* The list is found in itself, whatever it says. */
static void must_match(knowledge *k, const bl_term_list *list,
                       const uint8_t *data, size_t size)
{
    const bl_text text = { .ptr = (const char *)data,
                           .size = (uint32_t)size,
                           .present = true };
    const bl_term_lists none = { 0 };
    const bl_term_match *match;
    bl_term_plan plan = { 0 };
    bl_side sides[2];
    bool stays;

    bl_arena_reset(&k->scratch);
    for (int i = 0; i < 2; i++) {
        sides[i] = (bl_side){ .text = bl_str_of(text.ptr, text.size),
                              .from = &text,
                              .language = k->languages[i] };
        MUST(bl_recognise(&k->recognisers[i], &sides[i],
                          BL_NEEDS_TOKENS | BL_NEEDS_TERMS, &k->scratch),
             "no memory");
    }
    match = bl_match_terms(&plan, &none, list, &sides[BL_SOURCE],
                           &sides[BL_TARGET],
                           BL_NEEDS_EXTRA_TERMS | BL_NEEDS_MISUSED_TERMS,
                           &k->scratch);
    MUST(match != NULL, "no memory");
    for (uint32_t i = 0; i < match->use_count; i++) {
        must_fit(bl_term_mark(match->uses[i].of, match->uses[i].phrase,
                              BL_SOURCE, &sides[BL_SOURCE],
                              match->uses[i].source),
                 &sides[BL_SOURCE]);
        bl_term_wanted(match, &match->uses[i], &sides[BL_SOURCE], &stays,
                       &k->scratch);
    }
    for (uint32_t i = 0; i < match->misuse_count; i++)
        must_fit(bl_term_mark(match->misuses[i].of, match->misuses[i].said,
                              BL_TARGET, &sides[BL_TARGET],
                              match->misuses[i].target),
                 &sides[BL_TARGET]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const tags[][2] = {
        { NULL, NULL }, { "en", "vi" }, { "en-GB", NULL }, { "de", "fr" }
    };
    knowledge *k = know();
    const char *const *pair = tags[size != 0 ? data[0] % 4 : 0];
    bilint_error err = BILINT_ERROR_INIT;
    bl_term_list *list = NULL;
    unsigned skipped = 0;
    bilint_status status;

    if (size == 0)
        return 0;
    write_file(k, data + 1, size - 1);
    status = bl_terms_open(&bl_alloc_default, k->chars,
                           &(bl_term_path){ path, pair[0], pair[1] },
                           count_skipped, &skipped, &list, &err);
    must_explain(status, &err);
    MUST(status == BILINT_OK || status == BILINT_E_DATA ||
             status == BILINT_E_LIMIT,
         "%d: %s", (int)status, err.message);
    MUST((status == BILINT_OK) == (list != NULL), "%d", (int)status);
    if (list != NULL)
        must_match(k, list, data + 1, size - 1);
    bl_terms_free(list);
    return 0;
}
