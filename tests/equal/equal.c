/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a language can say: equal KINDS LANGUAGE.txt. KINDS has one line a kind
 * of expression, with the English for it; the file of the language has the
 * ways of saying each of them. English and each way are checked as a pair, in
 * both directions, and nothing may be found, not even a note: both sides were
 * understood, and say the same. A kind that the language lacks fails.
 *
 * Silence alone proves nothing: each way is also paired with the English of
 * another kind, and most of these pairs must be told apart.
 */
#include "api/client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS_MAX = 128, SHARE = 75 };

typedef struct kind {
    const char *name;
    const char *english;
    bool seen;
} kind;

typedef struct trial {
    bilint_engine *engine;
    bilint_report *report;
    kind kinds[KINDS_MAX];
    size_t count;
    const char *tag;
    char tag_text[16];
    size_t failures;
    size_t changed; /* pairs that do not say the same */
    size_t told;    /* with a finding */
} trial;

/* The next line of a text that is no comment, ended; NULL at the end. */
static char *next_line(char **text)
{
    while (**text != '\0') {
        char *line = *text;
        char *end = strchr(line, '\n');

        *text = end != NULL ? end + 1 : line + strlen(line);
        if (end != NULL)
            *end = '\0';
        if (*line != '#' && *line != '\0')
            return line;
    }
    return NULL;
}

/* The part of a line up to the next bar, ended; NULL at the end. */
static char *next_part(char **line)
{
    char *part = *line;
    char *bar;

    if (part == NULL)
        return NULL;
    bar = strchr(part, '|');
    *line = bar != NULL ? bar + 1 : NULL;
    if (bar != NULL)
        *bar = '\0';
    return part;
}

static uint32_t find(trial *t, bool to_english, const char *english,
                     const char *form)
{
    const bilint_status status =
        to_english
            ? client_check(t->engine, &t->report, t->tag, "en", form, english)
            : client_check(t->engine, &t->report, "en", t->tag, english,
                           form);

    if (status != BILINT_OK)
        exit(2);
    return bilint_report_count(t->report);
}

static void expect_silence(trial *t, bool to_english, const kind *of,
                           const char *form)
{
    char *lines;

    if (find(t, to_english, of->english, form) == 0)
        return;
    lines = client_lines(t->report);
    printf("%s: \"%s\" %s \"%s\"\n%s", of->name, of->english,
           to_english ? "<-" : "->", form, lines);
    free(lines);
    t->failures++;
}

static void read_kinds(trial *t, char *text)
{
    char *line;

    while ((line = next_line(&text)) != NULL) {
        kind *to = &t->kinds[t->count];

        if (t->count++ == KINDS_MAX)
            exit(2);
        to->name = next_part(&line);
        to->english = next_part(&line);
        if (to->english == NULL)
            exit(2);
    }
}

static void try_line(trial *t, char *line)
{
    const char *name = next_part(&line);
    const char *form;
    size_t at = 0;

    while (at < t->count && strcmp(t->kinds[at].name, name) != 0)
        at++;
    if (at == t->count) {
        printf("%s: no such kind\n", name);
        t->failures++;
        return;
    }
    t->kinds[at].seen = line != NULL;
    while ((form = next_part(&line)) != NULL) {
        const kind *other = &t->kinds[(at + 1) % t->count];

        expect_silence(t, false, &t->kinds[at], form);
        expect_silence(t, true, &t->kinds[at], form);
        t->changed++;
        t->told += find(t, false, other->english, form) != 0;
    }
}

static char *read_file(const char *path)
{
    size_t size;
    char *text = client_read(path, &size);

    if (text == NULL) {
        fprintf(stderr, "cannot read %s\n", path);
        exit(2);
    }
    return text;
}

/* "…/pt-BR.txt" is of pt-BR. */
static void set_tag(trial *t, const char *path)
{
    const char *name = strrchr(path, '/');
    size_t size;

    name = name != NULL ? name + 1 : path;
    size = strcspn(name, ".");
    if (size >= sizeof(t->tag_text))
        exit(2);
    memcpy(t->tag_text, name, size);
    t->tag = t->tag_text;
}

int main(int argc, char **argv)
{
    static trial t;
    char *config = client_only(
        "number-mismatch number-format date-mismatch time-mismatch "
        "unit-mismatch",
        NULL);
    char *kinds;
    char *forms;
    char *rest;
    char *line;

    if (argc != 3)
        return 2;
    kinds = read_file(argv[1]);
    forms = rest = read_file(argv[2]);
    set_tag(&t, argv[2]);
    t.engine = client_engine(config, NULL);
    if (t.engine == NULL)
        return 2;
    read_kinds(&t, kinds);
    while ((line = next_line(&rest)) != NULL)
        try_line(&t, line);
    for (size_t i = 0; i < t.count; i++) {
        if (t.kinds[i].seen)
            continue;
        printf("%s: nothing for \"%s\"\n", t.kinds[i].name,
               t.kinds[i].english);
        t.failures++;
    }
    printf("%s: %zu kinds, %zu ways of saying them; %zu of %zu changed ones "
           "are told\n",
           t.tag, t.count, t.changed, t.told, t.changed);
    if (t.changed == 0 || t.told * 100 < t.changed * SHARE)
        t.failures++;
    bilint_report_free(t.report);
    bilint_engine_free(t.engine);
    free(config);
    free(kinds);
    free(forms);
    return t.failures == 0 ? 0 : 1;
}
