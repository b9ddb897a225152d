/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a pair. The input reads
 *
 *     en vi up
 *     source, with <1>codes</1> and <2/>
 *     |
 *     target
 *
 * Letters behind the languages: u and c count offsets in UTF-16 units and in
 * code points, p preserves white space, n has no target, b has a budget of
 * time, x gives codes at wrong places. Held are the laws of laws.h, and that
 * twice the same pair gives twice the same findings. Bytes that are not UTF-8
 * may be refused or not; then it is enough that nothing breaks.
 */
#include "laws.h"
#include "target.h"

#include <string.h>

enum { CODES = 64, ID_SIZE = 8 };

typedef struct side {
    shown text;
    bilint_code codes[CODES];
    char ids[CODES][ID_SIZE];
    uint32_t count;
} side;

typedef struct input {
    const char *langs[2];
    const char *options; /* up to the end of the line */
    size_t option_count;
    side sides[2];
} input;

/* ---- reading ---------------------------------------------------------------
 */

/* Other tags become one of these, since each language costs milliseconds. */
static const char *language_of(const char *tag, size_t size)
{
    static const char *const tags[] = {
        "en", "vi", "de", "fr", "ru",    "ja", "zh", "ko", "th", "ar",
        "hi", "tr", "hu", "pl", "pt-BR", "fi", "km", "he", "sw", "x-private",
    };
    size_t sum = 0;

    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        if (strlen(tags[i]) == size && memcmp(tags[i], tag, size) == 0)
            return tags[i];
    }
    for (size_t i = 0; i < size; i++)
        sum += (unsigned char)tag[i];
    return tags[sum % (sizeof(tags) / sizeof(tags[0]))];
}

static const char *next_word(const char **at, const char *limit, size_t *size)
{
    const char *start;

    while (*at < limit && **at == ' ')
        (*at)++;
    start = *at;
    while (*at < limit && **at != ' ')
        (*at)++;
    *size = (size_t)(*at - start);
    return start;
}

static const char *line_end(const char *text, const char *limit)
{
    const char *end = memchr(text, '\n', (size_t)(limit - text));

    return end != NULL ? end : limit;
}

/* Where "\n|\n" stands, or `limit`. */
static const char *bar(const char *text, const char *limit)
{
    for (; limit - text >= 3; text++) {
        if (memcmp(text, "\n|\n", 3) == 0)
            return text;
    }
    return limit;
}

static int has(const input *in, char option)
{
    return memchr(in->options, option, in->option_count) != NULL;
}

static void read_input(const char *text, size_t size, input *in)
{
    const char *limit = text + size;
    const char *end = line_end(text, limit);
    const char *at = text;
    size_t length;

    for (int i = 0; i < 2; i++) {
        const char *tag = next_word(&at, end, &length);

        in->langs[i] = language_of(tag, length);
    }
    in->options = at;
    in->option_count = (size_t)(end - at);
    text = end < limit ? end + 1 : limit;
    end = bar(text, limit);
    in->sides[BILINT_SOURCE].text = (shown){ text, (size_t)(end - text) };
    text = end < limit ? end + 3 : limit;
    in->sides[BILINT_TARGET].text = (shown){ text, (size_t)(limit - text) };
}

/* ---- codes ------------------------------------------------------------------
 */

static uint32_t units_of(const char *text, size_t size, offset_unit unit)
{
    uint32_t units = 0;

    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)text[i];

        if (unit == UNIT_UTF8 || (c & 0xc0) != 0x80)
            units += unit == UNIT_UTF16 && c >= 0xf0 ? 2 : 1;
    }
    return units;
}

/* Bytes of "<12>", "</12>" or "<12/>" at `text`; 0 for anything else. */
static size_t code_at(const char *text, size_t left, bilint_code *code,
                      char *id)
{
    size_t at = 1;
    size_t n = 0;

    if (left < 3 || text[0] != '<')
        return 0;
    code->kind = BILINT_CODE_OPEN;
    if (text[at] == '/') {
        code->kind = BILINT_CODE_CLOSE;
        at++;
    }
    while (at < left && text[at] >= '0' && text[at] <= '9' && n + 1 < ID_SIZE)
        id[n++] = text[at++];
    id[n] = '\0';
    if (at < left && text[at] == '/' && code->kind == BILINT_CODE_OPEN) {
        code->kind = BILINT_CODE_ISOLATED;
        at++;
    }
    return n != 0 && at < left && text[at] == '>' ? at + 1 : 0;
}

static void find_codes(side *s, offset_unit unit, int wrong)
{
    s->count = 0;
    for (size_t i = 0; i < s->text.size && s->count < CODES; i++) {
        bilint_code *code = &s->codes[s->count];
        char *id = s->ids[s->count];
        size_t size;

        *code = (bilint_code){ .struct_size = sizeof(*code) };
        size = code_at(s->text.text + i, s->text.size - i, code, id);
        if (size == 0)
            continue;
        code->id = wrong ? NULL : id;
        code->start = units_of(s->text.text, i, unit) + (wrong ? 5u : 0u);
        code->limit = units_of(s->text.text, i + size, unit) *
                      (wrong && id[0] == '3' ? 9u : 1u);
        s->count++;
        i += size - 1;
    }
}

/* ---- checking ----------------------------------------------------------- */

static bilint_engine *engine_of(offset_unit unit)
{
    static const char *const configs[] = { "offsets: utf-8", "offsets: utf-16",
                                           "offsets: code-points" };
    static bilint_engine *engines[3];

    if (engines[unit] == NULL)
        engines[unit] = new_engine_all(configs[unit]);
    return engines[unit];
}

static bilint_pair pair_of(const input *in, int source, int target)
{
    const side *s = &in->sides[source];
    const side *t = &in->sides[target];

    return (bilint_pair){
        .struct_size = sizeof(bilint_pair),
        .flags = (has(in, 'p') ? BILINT_PAIR_PRESERVE_SPACE : 0) |
                 (has(in, 'n') ? BILINT_PAIR_NO_TARGET : 0),
        .source_lang = in->langs[source],
        .target_lang = in->langs[target],
        .source = s->text.text,
        .source_size = s->text.size,
        .target = t->text.text,
        .target_size = t->text.size,
        .source_codes = s->codes,
        .target_codes = t->codes,
        .source_code_count = s->count,
        .target_code_count = t->count,
        .max_micros = has(in, 'b') ? 1 : 0,
    };
}

/* The findings of a pair, for free(); NULL where it is refused, or damaged. */
static char *check(const bilint_pair *pair, offset_unit unit,
                   bilint_report **report, int wrong)
{
    const int sane = is_utf8(pair->source, pair->source_size) &&
                     is_utf8(pair->target, pair->target_size);
    const shown sides[2] = { { pair->source, pair->source_size },
                             { pair->target, pair->target_size } };
    bilint_error err = BILINT_ERROR_INIT;
    const bilint_status status =
        bilint_check_pair(engine_of(unit), pair, report, &err);

    must_explain(status, &err);
    MUST(status == BILINT_OK ||
             ((wrong || !sane) && status == BILINT_E_ARGUMENT),
         "%d: %s", (int)status, err.message);
    if (status != BILINT_OK || !sane)
        return NULL;
    must_be_sound(*report, sides, unit);
    return as_text(*report);
}

/* A text says the same as itself: nothing is altered, missing or extra. */
static void must_be_silent(const bilint_pair *pair, offset_unit unit,
                           bilint_report **report)
{
    static const char *const rules[] = {
        "code-extra",      "code-missing",         "code-nesting",
        "code-order",      "date-mismatch",        "name-altered",
        "name-diacritics", "name-missing",         "name-substituted",
        "number-mismatch", "placeholder-mismatch", "time-mismatch",
        "unit-mismatch",   "url-mismatch",         "whitespace-edge",
        "word-repeated",
    };
    bilint_pair same = *pair;
    char *text;

    same.target_lang = pair->source_lang;
    same.target = pair->source;
    same.target_size = pair->source_size;
    same.target_codes = pair->source_codes;
    same.target_code_count = pair->source_code_count;
    text = check(&same, unit, report, 0);
    for (uint32_t i = 0; text != NULL && i < bilint_report_count(*report);
         i++) {
        bilint_finding f = { .struct_size = sizeof(f) };

        bilint_report_get(*report, i, &f);
        for (size_t j = 0; j < sizeof(rules) / sizeof(rules[0]); j++)
            MUST(strcmp(f.rule, rules[j]) != 0, "a text against itself: %s",
                 text);
    }
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bilint_report *reports[3]; /* used again, as hosts do */
    static input in;
    bilint_report *report;
    bilint_report *fresh = NULL;
    bilint_pair pair;
    char *text[2];
    offset_unit unit;
    int wrong;

    read_input((const char *)data, size, &in);
    unit = has(&in, 'u')   ? UNIT_UTF16
           : has(&in, 'c') ? UNIT_CODE_POINTS
                           : UNIT_UTF8;
    wrong = has(&in, 'x');
    for (int i = 0; i < 2; i++)
        find_codes(&in.sides[i], unit, wrong);
    report = reports[unit];
    pair = pair_of(&in, BILINT_SOURCE, BILINT_TARGET);
    text[0] = check(&pair, unit, &report, wrong);
    text[1] = check(&pair, unit, &fresh, wrong);
    bilint_report_free(fresh);
    MUST((text[0] == NULL) == (text[1] == NULL), "once only");
    MUST(text[0] == NULL || pair.max_micros != 0 ||
             strcmp(text[0], text[1]) == 0,
         "%s, again %s", text[0], text[1]);
    free(text[0]);
    free(text[1]);
    if (!wrong && pair.max_micros == 0)
        must_be_silent(&pair, unit, &report);
    pair = pair_of(&in, BILINT_TARGET, BILINT_SOURCE);
    free(check(&pair, unit, &report, wrong));
    reports[unit] = report;
    return 0;
}
