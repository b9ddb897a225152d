/* SPDX-License-Identifier: Apache-2.0 */
/*
 * equivalents FILE: whatever says the same in two languages is silent, from
 * either side, and what says something else is reported.
 *
 * FILE has rows: a line "row NAME", lines of a language tag and a sentence,
 * which all say the same, and lines of "!" and an English sentence that says
 * something else than all of them. Every two languages of a row are compared.
 * Silent means that nothing is found but notes; words without digits are only
 * evidence enough for a note, so for something else a note will do.
 */
#include "bilint/bilint.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SENTENCES = 64, LINE = 1024 };

typedef struct sentence {
    char tag[16];
    char text[256];
} sentence;

typedef struct row {
    char name[32];
    sentence same[SENTENCES];
    sentence other[SENTENCES];
    size_t same_count;
    size_t other_count;
} row;

typedef struct trial {
    bilint_engine *engine;
    bilint_report *report;
    unsigned pairs;
    unsigned wrong;
} trial;

/* The rules that compare values. */
static bool is_wanted(const char *category)
{
    return strcmp(category, "number") == 0 || strcmp(category, "date") == 0 ||
           strcmp(category, "unit") == 0;
}

static void check(trial *t, const sentence *source, const sentence *target)
{
    const bilint_pair pair = { .struct_size = sizeof(pair),
                               .source_lang = source->tag,
                               .target_lang = target->tag,
                               .source = source->text,
                               .source_size = strlen(source->text),
                               .target = target->text,
                               .target_size = strlen(target->text) };
    bilint_error err = BILINT_ERROR_INIT;

    t->pairs++;
    if (bilint_check_pair(t->engine, &pair, &t->report, &err) != BILINT_OK) {
        fprintf(stderr, "%s to %s: %s\n", source->tag, target->tag,
                err.message);
        exit(2);
    }
}

/* The worst that was found; BILINT_INFO - 1 for nothing. */
static int worst(const trial *t, bool shows)
{
    int found = BILINT_INFO - 1;

    for (uint32_t i = 0; i < bilint_report_count(t->report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };

        bilint_report_get(t->report, i, &finding);
        if (!is_wanted(finding.category))
            continue;
        if (finding.severity > found)
            found = finding.severity;
        if (shows && finding.severity > BILINT_INFO)
            fprintf(stderr, "    %s: %s\n", finding.rule, finding.message);
    }
    return found;
}

static void say(const char *what, const row *of, const sentence *source,
                const sentence *target)
{
    fprintf(stderr, "%s: %s %s: \"%s\" and %s: \"%s\"\n", of->name, what,
            source->tag, source->text, target->tag, target->text);
}

static void expect_silence(trial *t, const row *of, const sentence *source,
                           const sentence *target)
{
    check(t, source, target);
    if (worst(t, false) <= BILINT_INFO)
        return;
    say("false alarm,", of, source, target);
    worst(t, true);
    t->wrong++;
}

static void expect_report(trial *t, const row *of, const sentence *source,
                          const sentence *target)
{
    check(t, source, target);
    if (worst(t, false) >= BILINT_INFO)
        return;
    say("missed,", of, source, target);
    t->wrong++;
}

static void try_row(trial *t, const row *of)
{
    for (size_t i = 0; i < of->same_count; i++) {
        for (size_t j = 0; j < of->same_count; j++) {
            if (strcmp(of->same[i].tag, of->same[j].tag) != 0)
                expect_silence(t, of, &of->same[i], &of->same[j]);
        }
        for (size_t j = 0; j < of->other_count; j++) {
            if (strcmp(of->same[i].tag, "en") == 0)
                continue;
            expect_report(t, of, &of->same[i], &of->other[j]);
            expect_report(t, of, &of->other[j], &of->same[i]);
        }
    }
}

/* One more line of a row; false where it is none. */
static bool add_line(row *to, char *line)
{
    char *text = strchr(line, ' ');
    const bool other = line[0] == '!';
    sentence *s;

    if (text == NULL || (other ? to->other_count : to->same_count) == SENTENCES)
        return false;
    *text++ = '\0';
    s = other ? &to->other[to->other_count++] : &to->same[to->same_count++];
    if (strlen(line) >= sizeof(s->tag) || strlen(text) >= sizeof(s->text))
        return false;
    strcpy(s->tag, other ? "en" : line);
    strcpy(s->text, text);
    return true;
}

static unsigned try_file(trial *t, FILE *file)
{
    static row current;
    char line[LINE];
    unsigned rows = 0;

    while (fgets(line, sizeof(line), file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || line[0] == '\0')
            continue;
        if (strncmp(line, "row ", 4) == 0) {
            try_row(t, &current);
            memset(&current, 0, sizeof(current));
            snprintf(current.name, sizeof(current.name), "%.31s", line + 4);
            rows++;
        } else if (!add_line(&current, line)) {
            fprintf(stderr, "not a line of a row: %s\n", line);
            exit(2);
        }
    }
    try_row(t, &current);
    return rows;
}

int main(int argc, char **argv)
{
    static const char config[] = "dictionaries: \"" BILINT_TREE
                                 "/dictionaries\"\n";
    bilint_error err = BILINT_ERROR_INIT;
    trial t = { NULL, NULL, 0, 0 };
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    unsigned rows;

    if (file == NULL ||
        bilint_engine_new(BILINT_ABI, config, sizeof(config) - 1, NULL,
                          &t.engine, &err) != BILINT_OK) {
        fprintf(stderr, "equivalents FILE: %s\n", err.message);
        return 2;
    }
    rows = try_file(&t, file);
    fclose(file);
    printf("%u pairs of %u rows, %u of them wrong\n", t.pairs, rows, t.wrong);
    bilint_report_free(t.report);
    bilint_engine_free(t.engine);
    return t.wrong != 0 || t.pairs == 0;
}
