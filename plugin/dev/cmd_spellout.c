/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint-dev spellout: number words of every language that ICU can spell.
 *
 * Numbers are spelled by all rule sets (genders, cases, ordinals). A phrase
 * is written down only when the parser cannot read it yet from the shorter
 * ones: "twenty" and "five" make "twenty-five", but "einundzwanzig" is a word
 * of its own. What the parser reads wrongly is reported, so the file and the
 * parser fit each other when it is made.
 */
#include "dev/dev.h"

#include "base/buf.h"
#include "lexicon/dictionary.h"
#include "lexicon/language.h"
#include "recognise/scan.h"
#include "text/spellout.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { TEXT = 512, LINES_MAX = 40000 };

typedef struct maker {
    bl_spellout *spellout;
    bl_language *language;
    bl_tokens tokens;
    bl_arena scratch;
    char **lines; /* "cardinal 5|five" */
    size_t count;
    int wrong;
} maker;

/* ---- reading with what is known so far ---------------------------------- */

static void take(maker *m, const char *text)
{
    bl_arena_reset(&m->scratch);
    /* The word table remembers what a word meant when it was first seen. */
    bl_words_free(&m->language->words);
    if (!bl_words_init(&m->language->words, &bl_alloc_default) ||
        !bl_language_read(m->language, bl_str_z(text), &m->tokens,
                          &m->scratch))
        exit(1);
}

/* Whether the phrase is read as that number, from first to last word. Where
 * a language uses its cardinals as ordinals too, one sense will do. */
static bool reads(maker *m, const char *text, int64_t number, bool ordinal)
{
    bl_scan scan = { .alloc = &bl_alloc_default,
                     .language = m->language,
                     .text = text };
    bl_spelled spelled;

    take(m, text);
    scan.tokens = m->tokens.items;
    scan.count = m->tokens.count;
    return scan.count != 0 && bl_read_spelled(&scan, 0, &spelled) &&
           spelled.limit == scan.count && (ordinal || !spelled.ordinal) &&
           bl_decimal_equal(spelled.value, bl_decimal_of(number, 0));
}

static bool is_weak(maker *m, size_t at, bl_sense_kind kind)
{
    size_t limit = 0;
    const bl_phrase_node node =
        bl_language_match(m->language, m->tokens.items, m->tokens.count, at,
                          BL_SENSE_BIT(kind), &limit);
    const bl_sense *known = limit == m->tokens.count
                                ? bl_language_sense(m->language, node, kind)
                                : NULL;

    return known != NULL && (known->flags & BL_SENSE_WEAK) != 0;
}

/* Whether somebody has written that the phrase, or the scale word that it ends
 * in, has other uses as well, which a line without a mark would deny. */
static bool is_marked(maker *m, bl_sense_kind kind, const char *text)
{
    take(m, text);
    return m->tokens.count != 0 &&
           (is_weak(m, 0, kind) ||
            is_weak(m, m->tokens.count - 1, BL_SENSE_SCALE));
}

/* ---- writing ------------------------------------------------------------ */

static void add_line(maker *m, bl_sense_kind kind, const char *keyword,
                     int64_t number, const char *text)
{
    const bl_sense sense = { .kind = (uint8_t)kind, .value = number };
    char line[TEXT + 64];

    /* ICU gives up on some numbers and writes digits. */
    if (strpbrk(text, "|0123456789") != NULL || is_marked(m, kind, text))
        return;
    snprintf(line, sizeof(line), "%s %lld|%s", keyword, (long long)number,
             text);
    for (size_t i = 0; i < m->count; i++) {
        if (strcmp(m->lines[i], line) == 0)
            return;
    }
    if (m->count == LINES_MAX)
        exit(1);
    m->lines[m->count] = malloc(strlen(line) + 1);
    if (m->lines[m->count] == NULL)
        exit(1);
    strcpy(m->lines[m->count++], line);
    bl_language_add(m->language, sense, bl_str_z(text));
}

static bool is_set(const maker *m, int set, const char *kind)
{
    const char *name = bl_spellout_set(m->spellout, set);

    return strstr(name, kind) != NULL && strstr(name, "year") == NULL &&
           strstr(name, "digits") == NULL && strstr(name, "latn") == NULL;
}

static bool is_cardinal(const maker *m, int set)
{
    return is_set(m, set, "spellout-cardinal") ||
           is_set(m, set, "spellout-numbering") ||
           is_set(m, set, "spellout-construct");
}

static bool write_number(maker *m, int set, int64_t number, char *text)
{
    const size_t size =
        bl_spellout_write(m->spellout, set, number, text, TEXT - 1);

    text[size] = '\0';
    return size != 0;
}

static void add_number(maker *m, int set, int64_t number, bool ordinal)
{
    char text[TEXT];
    size_t before;

    if (!write_number(m, set, number, text) ||
        reads(m, text, number, ordinal))
        return;
    before = m->count;
    add_line(m, ordinal ? BL_SENSE_ORDINAL : BL_SENSE_CARDINAL,
             ordinal ? "ordinal" : "cardinal", number, text);
    if (!reads(m, text, number, ordinal)) {
        while (m->count > before)
            free(m->lines[--m->count]);
        fprintf(stderr, "%s: %lld is not read: %s\n",
                m->language->locale.tag, (long long)number, text);
        m->wrong++;
    }
}

/* ---- scale words -------------------------------------------------------- */

static int64_t power(int exponent)
{
    int64_t value = 1;

    while (exponent-- > 0)
        value *= 10;
    return value;
}

/* What is behind the word for `times` in the word for times * 10^exponent,
 * by any rule set: "hundred" in "two hundred". */
static bool rest_of(maker *m, int set, int64_t times, int exponent, char *rest,
                    bool *glued)
{
    char whole[TEXT];
    char digit[TEXT];

    if (!write_number(m, set, times * power(exponent), whole))
        return false;
    for (int other = 0; other < bl_spellout_sets(m->spellout); other++) {
        const char *p;
        size_t size;

        if (!is_cardinal(m, other) ||
            !write_number(m, other, times, digit))
            continue;
        size = strlen(digit);
        if (strncmp(whole, digit, size) != 0)
            continue;
        for (p = whole + size; *p == ' ' || *p == '-'; p++)
            ;
        *glued = p == whole + size;
        /* "sixty thousand" is not "six" and "ty thousand". */
        if (*p != '\0' && !(*glued && strchr(p, ' ') != NULL)) {
            strcpy(rest, p);
            return true;
        }
    }
    return false;
}

/* Whether the word is more than one of the rests, and ends in it. */
static bool ends_in_any(const char *word, char rests[10][TEXT])
{
    const size_t size = strlen(word);

    for (int times = 2; times <= 9; times++) {
        const size_t rest = strlen(rests[times]);

        if (rest != 0 && rest < size &&
            strcmp(word + size - rest, rests[times]) == 0)
            return true;
    }
    return false;
}

/* A rest that is there for most multiples is the scale word. Of tens, and of
 * what is written onto the multiple, nearly all have to agree: "sixty" is no
 * "six ty", "sechzigtausend" no "zigtausend" of "sechs". */
static void add_scale(maker *m, int set, int exponent)
{
    char rests[10][TEXT];
    char one[TEXT];
    bool glued[10] = { false };

    for (int times = 2; times <= 9; times++) {
        if (!rest_of(m, set, times, exponent, rests[times], &glued[times]))
            rests[times][0] = '\0';
    }
    for (int times = 2; times <= 9; times++) {
        int same = 0;

        for (int other = 2; other <= 9; other++)
            same += rests[times][0] != '\0' &&
                    strcmp(rests[times], rests[other]) == 0;
        if (same >= (exponent == 1 || glued[times] ? 6 : 3) &&
            !reads(m, rests[times], power(exponent), false))
            add_line(m, BL_SENSE_SCALE, "scale", power(exponent),
                     rests[times]);
    }
    if (!write_number(m, set, power(exponent), one) || exponent <= 1 ||
        strpbrk(one, " -") != NULL || reads(m, one, power(exponent), false))
        return;
    /* "ettusen" is one thousand, and multiplies nothing. */
    if (ends_in_any(one, rests))
        add_line(m, BL_SENSE_CARDINAL, "cardinal", power(exponent), one);
    else
        add_line(m, BL_SENSE_SCALE, "scale", power(exponent), one);
}

/* ---- a language --------------------------------------------------------- */

static void make(maker *m)
{
    static const int exponents[] = { 2, 3, 4, 5, 6, 7, 8, 9, 12 };
    static const int64_t samples[] = {
        100, 101, 105, 110, 125, 200, 202, 300, 400, 500, 600, 700, 800, 900,
        999, 1000, 1001, 1005, 1100, 1234, 2000, 2025, 3000, 5000, 9999,
        10000, 20000, 25000, 100000, 200000, 300000, 1000000, 2000000,
        5000000, 1000000000, 2000000000, 5000000000
    };
    const int sets = bl_spellout_sets(m->spellout);

    for (int set = 0; set < sets; set++) {
        for (int64_t n = 0; is_cardinal(m, set) && n <= 9; n++)
            add_number(m, set, n, false);
    }
    for (int set = 0; set < sets; set++) {
        if (!is_cardinal(m, set))
            continue;
        add_scale(m, set, 1);
        for (int64_t n = 10; n <= 99; n++)
            add_number(m, set, n, false);
    }
    for (int set = 0; set < sets; set++) {
        if (!is_cardinal(m, set))
            continue;
        for (size_t i = 0; i < sizeof(exponents) / sizeof(exponents[0]); i++)
            add_scale(m, set, exponents[i]);
        for (int64_t n = 100; n <= 900; n += 100)
            add_number(m, set, n, false);
        for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
            add_number(m, set, samples[i], false);
    }
    for (int set = 0; set < sets; set++) {
        for (int64_t n = 1; is_set(m, set, "spellout-ordinal") && n <= 100;
             n++)
            add_number(m, set, n, true);
    }
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A file with nothing in it is none. */
static bool write_file(const maker *m, const char *folder)
{
    const char *tag = m->language->locale.tag;
    char own[1024];
    char path[1100];
    char version[BL_ICU_VERSION_SIZE];
    FILE *file;

    bl_icu_version(version);
    snprintf(own, sizeof(own), "%s/%s", folder, tag);
    snprintf(path, sizeof(path), "%s/spellout.txt", own);
    if (m->count == 0)
        return remove(path) == 0 || errno == ENOENT;
    mkdir(own, 0777);
    file = fopen(path, "wb");
    if (file == NULL) {
        fprintf(stderr, "cannot write %s\n", path);
        return false;
    }
    fprintf(file,
            "# Number words. Made by bilint-dev spellout; do not edit.\n"
            "# Source: the rule-based number formats of CLDR in ICU %s.\n",
            version);
    for (size_t i = 0; i < m->count; i++)
        fprintf(file, "%s\n", m->lines[i]);
    return fclose(file) == 0;
}

static void load(maker *m, const char *folder, const char *tag,
                 const char *name)
{
    char path[1024];
    bl_buf text;
    bilint_error err = BILINT_ERROR_INIT;
    FILE *file;
    char *room;

    snprintf(path, sizeof(path), "%s/%s/%s", folder, tag, name);
    file = fopen(path, "rb");
    if (file == NULL)
        return;
    bl_buf_init(&text, &bl_alloc_default);
    room = bl_buf_room(&text, 1 << 20);
    if (room != NULL)
        text.size = fread(room, 1, 1 << 20, file);
    fclose(file);
    if (bl_dictionary_read(m->language, path, bl_buf_view(&text), &err) !=
        BILINT_OK)
        fprintf(stderr, "%s\n", err.message);
    bl_buf_free(&text);
}

/* What is written by hand, or stands with the language, need not stand with
 * each of its regions. Words that dates know are not taken apart any more:
 * "fünfundzwanzig vor". */
static void load_known(maker *m, const char *folder)
{
    char tag[BL_TAG_SIZE];

    memcpy(tag, m->language->locale.tag, sizeof(tag));
    for (bool own = true; tag[0] != '\0'; own = false, bl_tag_widen(tag)) {
        load(m, folder, tag, "numbers.txt");
        load(m, folder, tag, "dates.txt");
        if (!own)
            load(m, folder, tag, "spellout.txt");
    }
}

static int make_locale(const char *name, const char *folder,
                       const bl_language_source *source)
{
    maker m = { .spellout = bl_spellout_open(name) };
    bl_locale locale;
    int wrong;

    if (m.spellout == NULL ||
        !bl_locale_parse(name, strlen(name), &locale)) {
        bl_spellout_close(m.spellout);
        return 0;
    }
    m.language = bl_language_new(source, &locale, NULL);
    m.lines = calloc(LINES_MAX, sizeof(*m.lines));
    if (m.language == NULL || m.lines == NULL)
        exit(1);
    bl_tokens_init(&m.tokens, &bl_alloc_default);
    bl_arena_init(&m.scratch, &bl_alloc_default, 1 << 16);
    load_known(&m, folder);
    make(&m);
    qsort(m.lines, m.count, sizeof(*m.lines), compare);
    wrong = m.wrong + !write_file(&m, folder);
    printf("%s: %u lines\n", locale.tag, (unsigned)m.count);
    for (size_t i = 0; i < m.count; i++)
        free(m.lines[i]);
    free(m.lines);
    bl_tokens_free(&m.tokens);
    bl_arena_free(&m.scratch);
    bl_language_free(m.language);
    bl_spellout_close(m.spellout);
    return wrong;
}

int dev_spellout(int argc, char **argv)
{
    bl_units units;
    bl_language_source source = { .alloc = &bl_alloc_default, .units = &units };
    bl_chars *chars = bl_chars_new(&bl_alloc_default);
    int wrong = 0;

    if (argc < 2 || chars == NULL) {
        fprintf(stderr, "bilint-dev spellout FOLDER [LOCALE...]\n");
        return 2;
    }
    bl_units_init(&units, &bl_alloc_default);
    source.chars = chars;
    for (int i = 2; i < argc; i++)
        wrong += make_locale(argv[i], argv[1], &source);
    for (int i = 0; argc == 2; i++) {
        const char *name = bl_spellout_locale(i);

        if (name == NULL)
            break;
        wrong += make_locale(name, argv[1], &source);
    }
    bl_units_free(&units);
    bl_free(&bl_alloc_default, chars);
    printf("%d phrases are not read\n", wrong);
    return 0;
}
