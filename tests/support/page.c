/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading a rule page line by line: headings, fenced blocks, and the lines of
 * examples. Strict, since a line that is not understood tests nothing.
 */
#include "page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const titles[SECTION_COUNT] = {
    [SECTION_WHY] = "Why it matters",        [SECTION_REPORTED] = "Reported",
    [SECTION_NOT_REPORTED] = "Not reported", [SECTION_OPTIONS] = "Options",
    [SECTION_MEASURED] = "Measured",
};

void complain_at(page *p, unsigned line, const char *format, ...)
{
    va_list args;

    fprintf(stderr, "%s:%u: ", p->path, line);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    p->complaints++;
}

static bool begins(const char *line, const char *with)
{
    return strncmp(line, with, strlen(with)) == 0;
}

static void split_lines(page *p, const char *text)
{
    p->lines = keep_one_more(NULL, 0, sizeof(*p->lines));
    p->lines[0] = ""; /* lines are counted from 1 */
    while (*text != '\0') {
        const size_t size = strcspn(text, "\n");

        p->lines =
            keep_one_more(p->lines, p->line_count + 1, sizeof(*p->lines));
        p->lines[++p->line_count] = keep_copy(text, size);
        text += size + (text[size] == '\n');
    }
}

/* ---- the lines of an example -------------------------------------------- */

/* The example's pair that lines belong to now. */
static example_pair *last_pair(example *e)
{
    return e->pair_count != 0 ? &e->pairs[e->pair_count - 1] : NULL;
}

static example_pair *add_pair(example *e)
{
    e->pairs = keep_one_more(e->pairs, e->pair_count, sizeof(*e->pairs));
    e->pairs[e->pair_count] = (example_pair){ .wanted = NULL };
    return &e->pairs[e->pair_count++];
}

static void read_side(page *p, example *e, unsigned line, int side,
                      const char *written)
{
    example_pair *pair = last_pair(e);
    const char *wrong;

    if (side == BILINT_SOURCE) {
        if (pair != NULL && pair->side[BILINT_TARGET].text == NULL &&
            !pair->side[BILINT_TARGET].absent)
            complain_at(p, line, "the S: line before this one has no T: line");
        pair = add_pair(e);
    } else if (pair == NULL || pair->side[side].text != NULL ||
               pair->side[side].absent) {
        complain_at(p, line, "a T: line stands behind its S: line");
        return;
    }
    wrong = notation_read(written, e->natives, &pair->side[side]);
    if (wrong != NULL)
        complain_at(p, line, "%s", wrong);
    pair->last_line = line;
}

static void read_absent(page *p, example *e, unsigned line)
{
    example_pair *pair = last_pair(e);

    if (pair == NULL || pair->side[BILINT_TARGET].text != NULL) {
        complain_at(p, line, "a T- line stands behind its S: line");
        return;
    }
    pair->side[BILINT_TARGET].absent = true;
    pair->last_line = line;
}

/* C: <1/> <br/> */
static void read_native(page *p, example *e, unsigned line, const char *text)
{
    const size_t size = notation_code(text, strlen(text), 0);
    native *n = keep(sizeof(*n));

    if (size == 0 || text[size] != ' ' || e->pair_count != 0) {
        complain_at(p, line, "C: <1/> CODE, before the first S: line");
        return;
    }
    n->shown = keep_copy(text, size);
    n->text = text + size + 1;
    n->next = (native *)e->natives;
    e->natives = n;
}

static void read_expectation(page *p, example *e, unsigned line,
                             const char *text)
{
    example_pair *pair = last_pair(e);

    if (pair == NULL || (e->document == NULL && pair->last_line == 0)) {
        complain_at(p, line, "a ! line stands behind its pair");
        return;
    }
    pair->wanted =
        keep_one_more(pair->wanted, pair->wanted_count, sizeof(*pair->wanted));
    pair->wanted[pair->wanted_count++] =
        (expectation){ .text = text, .line = line };
}

/* `text` is NULL where there is to be no fix. */
static void read_fixed(page *p, example *e, unsigned line, const char *text)
{
    const example_pair *pair = last_pair(e);
    expectation *behind = pair != NULL && pair->wanted_count != 0
                              ? &pair->wanted[pair->wanted_count - 1]
                              : NULL;

    if (behind == NULL || behind->fixed_line != 0) {
        complain_at(p, line, "a = line stands behind its ! line");
        return;
    }
    behind->fixed = text;
    behind->unfixed = text == NULL;
    behind->fixed_line = line;
}

static void read_example_line(page *p, example *e, unsigned line,
                              const char *text)
{
    if (begins(text, "S: "))
        read_side(p, e, line, BILINT_SOURCE, text + 3);
    else if (begins(text, "T: "))
        read_side(p, e, line, BILINT_TARGET, text + 3);
    else if (strcmp(text, "T:") == 0)
        read_side(p, e, line, BILINT_TARGET, "");
    else if (strcmp(text, "T-") == 0)
        read_absent(p, e, line);
    else if (begins(text, "! "))
        read_expectation(p, e, line, text + 2);
    else if (begins(text, "= "))
        read_fixed(p, e, line, text + 2);
    else if (strcmp(text, "=-") == 0)
        read_fixed(p, e, line, NULL);
    else if (begins(text, "C: "))
        read_native(p, e, line, text + 3);
    else if (begins(text, "config: "))
        e->config = keep_print("%s%s\n", e->config, text + 8);
    else
        complain_at(p, line, "not a line of an example: %s", text);
}

/* In a document every line is XML that is not a finding. */
static void read_document_line(page *p, example *e, unsigned line,
                               const char *text)
{
    if (begins(text, "! "))
        read_expectation(p, e, line, text + 2);
    else if (begins(text, "= "))
        read_fixed(p, e, line, text + 2);
    else if (strcmp(text, "=-") == 0)
        read_fixed(p, e, line, NULL);
    else if (begins(text, "config: "))
        e->config = keep_print("%s%s\n", e->config, text + 8);
    else if (e->pairs[0].wanted_count != 0)
        complain_at(p, line, "! lines stand behind the document");
    else
        e->document = keep_print("%s%s\n", e->document, text);
    if (e->pairs[0].wanted_count == 0)
        e->pairs[0].last_line = line;
}

/* ---- blocks ------------------------------------------------------------- */

/* "```bilint en vi preserve" or "```bilint xliff". */
static example *begin_example(page *p, section in, unsigned line,
                              const char *info)
{
    char source[40] = "";
    char target[40] = "";
    char flag[12] = "";
    char rest[2] = "";
    const int words =
        sscanf(info, "bilint %39s %39s %11s %1s", source, target, flag, rest);
    example *e;

    p->examples =
        keep_one_more(p->examples, p->example_count, sizeof(*p->examples));
    e = &p->examples[p->example_count++];
    *e = (example){ .in = in, .line = line, .config = "" };
    if (words == 1 && strcmp(source, "xliff") == 0) {
        e->document = "";
        add_pair(e);
        return e;
    }
    if (words < 2 || words > 3 || (words == 3 && strcmp(flag, "preserve") != 0))
        complain_at(p, line,
                    "```bilint SOURCE TARGET [preserve], or "
                    "```bilint xliff");
    e->lang[BILINT_SOURCE] = keep_copy(source, strlen(source));
    e->lang[BILINT_TARGET] = keep_copy(target, strlen(target));
    e->preserve = words == 3;
    return e;
}

static void end_example(page *p, const example *e)
{
    if (e->in != SECTION_REPORTED && e->in != SECTION_NOT_REPORTED &&
        e->in != SECTION_OPTIONS)
        complain_at(p, e->line,
                    "examples stand under Reported, Not reported "
                    "or Options");
    if (e->pair_count == 0)
        complain_at(p, e->line, "an example without an S: line");
    for (size_t i = 0; i < e->pair_count && e->document == NULL; i++) {
        if (e->pairs[i].side[BILINT_TARGET].text == NULL &&
            !e->pairs[i].side[BILINT_TARGET].absent)
            complain_at(p, e->line, "an example without a T: line");
    }
}

/* From the line of the opening fence; returns that of the closing one. */
static unsigned read_block(page *p, section in, unsigned at)
{
    const unsigned first = at;
    const char *info = p->lines[at] + 3;
    const bool is_example = begins(info, "bilint ");
    const unsigned complaints = p->complaints;
    example *e = is_example ? begin_example(p, in, at, info) : NULL;
    const char *text = "";

    for (at++; at <= p->line_count && strcmp(p->lines[at], "```") != 0; at++) {
        if (!is_example)
            text = keep_print("%s%s\n", text, p->lines[at]);
        else if (e->document != NULL)
            read_document_line(p, e, at, p->lines[at]);
        else
            read_example_line(p, e, at, p->lines[at]);
    }
    if (at > p->line_count)
        complain_at(p, first, "this block has no end");
    if (is_example) {
        end_example(p, e);
        e->broken = p->complaints != complaints;
    } else if (begins(info, "csv ") || strcmp(info, "yaml") == 0) {
        p->blocks =
            keep_one_more(p->blocks, p->block_count, sizeof(*p->blocks));
        p->blocks[p->block_count++] = (page_block){
            .kind = info[0] == 'c' ? "csv" : "yaml",
            .name = info[0] == 'c' ? info + 4 : NULL,
            .text = text,
            .line = first,
        };
    } else {
        complain_at(p, first,
                    "a block of this page is bilint, csv NAME or "
                    "yaml, not \"%s\"",
                    info);
    }
    return at;
}

/* ---- the page ----------------------------------------------------------- */

static section read_heading(page *p, section before, unsigned line)
{
    const char *name = p->lines[line] + 3;
    int which = SECTION_COUNT - 1;

    while (which > 0 && strcmp(titles[which], name) != 0)
        which--;
    if (which == 0)
        complain_at(p, line, "a page has no section \"%s\"", name);
    else if (p->sections[which] != NULL)
        complain_at(p, line, "this section is there twice");
    else if (which < (int)before)
        complain_at(p, line, "this section belongs before \"%s\"",
                    titles[before]);
    else
        p->sections[which] = "";
    return (section)which;
}

static void check_sections(page *p)
{
    for (int i = SECTION_WHY; i < SECTION_COUNT; i++) {
        if (i == SECTION_OPTIONS || i == SECTION_MEASURED)
            continue;
        if (p->sections[i] == NULL)
            complain_at(p, p->line_count, "the section \"%s\" is missing",
                        titles[i]);
    }
    for (int i = SECTION_NONE; i < SECTION_COUNT; i++) {
        if (p->sections[i] != NULL &&
            strspn(p->sections[i], "\n") == strlen(p->sections[i]))
            complain_at(p, p->line_count, "nothing is said under \"%s\"",
                        i == SECTION_NONE ? p->title : titles[i]);
    }
}

bool page_read(page *p, const char *path)
{
    const char *text = keep_file(path, NULL);
    section in = SECTION_NONE;

    *p = (page){ .path = path, .title = "" };
    if (text == NULL)
        return false;
    split_lines(p, text[0] != '\0' ? text : "\n");
    if (!begins(p->lines[1], "# "))
        complain_at(p, 1, "a page begins with # and the id of its rule");
    else
        p->title = p->lines[1] + 2;
    p->sections[SECTION_NONE] = "";
    for (unsigned at = 2; at <= p->line_count; at++) {
        if (begins(p->lines[at], "```"))
            at = read_block(p, in, at);
        else if (begins(p->lines[at], "## "))
            in = read_heading(p, in, at);
        else
            p->sections[in] = keep_print(
                "%s%s\n", p->sections[in] != NULL ? p->sections[in] : "",
                p->lines[at]);
    }
    check_sections(p);
    return true;
}
