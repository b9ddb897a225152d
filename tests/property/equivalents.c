/* SPDX-License-Identifier: Apache-2.0 */
/*
 * equivalents FILE...: whatever says the same in two languages is silent, from
 * either side, and what says something else is reported.
 *
 * A file has rows: a line "row NAME", lines of a language tag and a sentence,
 * which all say the same, and lines of "!" and an English sentence that says
 * something else than all of them. "unlike NAME" says that every sentence of
 * that row says something else than every one of this row. Every two languages
 * of a row are compared, and a row has all the languages that are promised.
 * Where a sentence has digits, one is changed, too, and then it says something
 * else in every language.
 *
 * Silent means that nothing is found but notes; words without digits are only
 * evidence enough for a note, so for something else a note will do.
 */
#include "api/client.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCES = 96, UNLIKE = 4, ROWS = 128, LINE = 512 };

static const char *const promised[] = {
    "ar", "bn", "cs", "de", "en", "es", "fa", "fr",    "he",    "hi",
    "hu", "id", "it", "ja", "km", "ko", "lo", "my",    "nl",    "pl",
    "ru", "sv", "ta", "th", "tr", "uk", "vi", "pt-BR", "zh-CN", "zh-TW"
};

typedef struct sentence {
    const char *tag;
    const char *text;
} sentence;

typedef struct row {
    const char *name;
    const char *unlike[UNLIKE];
    bool referred; /* another row is unlike it */
    sentence same[SENTENCES];
    sentence other[SENTENCES];
    size_t unlike_count;
    size_t same_count;
    size_t other_count;
} row;

typedef struct trial {
    bilint_engine *engine;
    bilint_report *report;
    row rows[ROWS];
    size_t row_count;
    unsigned pairs;
    unsigned wrong;
} trial;

/* Check the pair; the worst that was found, or BILINT_INFO - 1. */
static int worst(trial *t, const sentence *source, const sentence *target)
{
    int found = BILINT_INFO - 1;

    t->pairs++;
    if (client_check(t->engine, &t->report, source->tag, target->tag,
                     source->text, target->text) != BILINT_OK)
        exit(2);
    for (uint32_t i = 0; i < bilint_report_count(t->report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };

        bilint_report_get(t->report, i, &finding);
        if (finding.severity > found)
            found = finding.severity;
    }
    return found;
}

static void say(trial *t, const char *what, const row *of,
                const sentence *source, const sentence *target)
{
    char *lines = client_lines(t->report);

    printf("%s: %s %s: \"%s\" and %s: \"%s\"\n%s", of->name, what, source->tag,
           source->text, target->tag, target->text, lines);
    free(lines);
    t->wrong++;
}

static void expect_silence(trial *t, const row *of, const sentence *source,
                           const sentence *target)
{
    if (worst(t, source, target) > BILINT_INFO)
        say(t, "false alarm,", of, source, target);
}

static void expect_report(trial *t, const row *of, const sentence *source,
                          const sentence *target)
{
    if (strcmp(source->tag, target->tag) == 0)
        return;
    if (worst(t, source, target) < BILINT_INFO)
        say(t, "missed,", of, source, target);
    if (worst(t, target, source) < BILINT_INFO)
        say(t, "missed,", of, target, source);
}

/* Whether a digit of whatever script begins there; its last byte, which is ten
 * in a row in UTF-8, and that of the zero. */
static bool is_digit(const char *at, size_t *last, unsigned char *zero)
{
    static const char *const zeros[] = { "0", "٠", "۰", "०", "০", "௦",
                                         "๐", "໐", "၀", "០", "０" };

    for (size_t i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++) {
        const size_t size = strlen(zeros[i]);
        const unsigned char first = (unsigned char)zeros[i][size - 1];

        if (strncmp(at, zeros[i], size - 1) != 0 ||
            (unsigned char)at[size - 1] < first ||
            (unsigned char)at[size - 1] > first + 9)
            continue;
        *last = size - 1;
        *zero = first;
        return true;
    }
    return false;
}

/* The last digit that is no zero becomes another one; false where there is
 * none. */
static bool change_digit(char *text)
{
    char *found = NULL;
    unsigned char of = 0;

    for (char *at = text; *at != '\0'; at++) {
        size_t last;
        unsigned char zero;

        if (!is_digit(at, &last, &zero) || (unsigned char)at[last] == zero)
            continue;
        found = at + last;
        of = zero;
    }
    if (found != NULL)
        *found = (char)((unsigned char)*found == of + 9 ? of + 8 : *found + 1);
    return found != NULL;
}

static row *find_row(trial *t, const char *name)
{
    for (size_t i = 0; i < t->row_count; i++) {
        if (strcmp(t->rows[i].name, name) == 0)
            return &t->rows[i];
    }
    fprintf(stderr, "%s: no such row\n", name);
    exit(2);
}

static void note_references(trial *t)
{
    for (size_t i = 0; i < t->row_count; i++) {
        for (size_t k = 0; k < t->rows[i].unlike_count; k++)
            find_row(t, t->rows[i].unlike[k])->referred = true;
    }
}

/* A sentence with another digit against all the others. */
static void try_changed(trial *t, const row *of, const sentence *from)
{
    char text[LINE];
    const sentence changed = { from->tag, text };

    if (strlen(from->text) >= sizeof(text))
        exit(2);
    strcpy(text, from->text);
    if (!change_digit(text))
        return;
    for (size_t i = 0; i < of->same_count; i++)
        expect_report(t, of, &of->same[i], &changed);
}

static void try_row(trial *t, const row *of)
{
    for (size_t i = 0; i < of->same_count; i++) {
        for (size_t j = 0; j < of->same_count; j++) {
            if (strcmp(of->same[i].tag, of->same[j].tag) != 0)
                expect_silence(t, of, &of->same[i], &of->same[j]);
        }
        try_changed(t, of, &of->same[i]);
        for (size_t j = 0; j < of->other_count; j++)
            expect_report(t, of, &of->same[i], &of->other[j]);
        for (size_t k = 0; k < of->unlike_count; k++) {
            const row *other = find_row(t, of->unlike[k]);

            for (size_t j = 0; j < other->same_count; j++)
                expect_report(t, of, &of->same[i], &other->same[j]);
        }
    }
    if (of->other_count == 0 && of->unlike_count == 0 && !of->referred) {
        printf("%s: nothing says something else\n", of->name);
        t->wrong++;
    }
    for (size_t k = 0; k < sizeof(promised) / sizeof(promised[0]); k++) {
        size_t i = 0;

        while (i < of->same_count && strcmp(of->same[i].tag, promised[k]) != 0)
            i++;
        if (i < of->same_count)
            continue;
        printf("%s: nothing in %s\n", of->name, promised[k]);
        t->wrong++;
    }
}

/* One more line of the rows; false where it is none. */
static bool add_line(trial *t, char *line)
{
    char *text = strchr(line, ' ');
    row *to = t->row_count != 0 ? &t->rows[t->row_count - 1] : NULL;

    if (text == NULL)
        return false;
    *text++ = '\0';
    if (strcmp(line, "row") == 0) {
        if (t->row_count == ROWS)
            return false;
        t->rows[t->row_count++].name = text;
    } else if (to == NULL) {
        return false;
    } else if (strcmp(line, "unlike") == 0) {
        if (to->unlike_count == UNLIKE)
            return false;
        to->unlike[to->unlike_count++] = text;
    } else if (strcmp(line, "!") == 0) {
        if (to->other_count == SENTENCES)
            return false;
        to->other[to->other_count++] = (sentence){ "en", text };
    } else {
        if (to->same_count == SENTENCES)
            return false;
        to->same[to->same_count++] = (sentence){ line, text };
    }
    return true;
}

static void read_rows(trial *t, char *text)
{
    char *next;

    for (char *line = text; line != NULL; line = next) {
        next = strchr(line, '\n');
        if (next != NULL)
            *next++ = '\0';
        if (line[0] == '#' || line[0] == '\0')
            continue;
        if (!add_line(t, line)) {
            fprintf(stderr, "not a line of a row, or too many: %s\n", line);
            exit(2);
        }
    }
}

int main(int argc, char **argv)
{
    static trial t;
    char *config =
        client_only("number-mismatch number-format date-mismatch time-mismatch "
                    "unit-mismatch",
                    NULL);
    char **texts = calloc((size_t)argc, sizeof(*texts));

    t.engine = client_engine(config, NULL);
    if (t.engine == NULL || texts == NULL)
        return 2;
    for (int i = 1; i < argc; i++) {
        size_t size;

        texts[i] = client_read(argv[i], &size);
        if (texts[i] == NULL) {
            fprintf(stderr, "cannot read %s\n", argv[i]);
            return 2;
        }
        read_rows(&t, texts[i]);
    }
    note_references(&t);
    for (size_t i = 0; i < t.row_count; i++)
        try_row(&t, &t.rows[i]);
    printf("%u pairs of %zu rows, %u of them wrong\n", t.pairs, t.row_count,
           t.wrong);
    for (int i = 1; i < argc; i++)
        free(texts[i]);
    bilint_report_free(t.report);
    bilint_engine_free(t.engine);
    free(texts);
    free(config);
    return t.wrong != 0 || t.pairs == 0;
}
