/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint_jsonl PAGE TITLE FILE...: lines of JSON against the schema of that
 * title on the page. What a schema cannot say is looked at too: a mark is as
 * long as its text, and a finding is placed where its first mark is.
 *
 * Exit status: 0 every line is valid and every property of the schema was
 * there at least once, 1 not so, 2 wrong usage.
 */
#include "keep.h"
#include "schema.h"

#include <stdio.h>
#include <string.h>

static bool ends_with(const char *text, const char *end)
{
    const size_t size = strlen(text);

    return size >= strlen(end) && strcmp(text + size - strlen(end), end) == 0;
}

/* The block ```json of the page whose schema has that title. */
static const json *find_schema(const char *page, const char *title)
{
    static const char fence[] = "\n```json\n";
    const char *why = NULL;

    while ((page = strstr(page, fence)) != NULL) {
        const char *start = page + strlen(fence);
        const char *end = strstr(start, "\n```\n");
        const json *schema =
            end != NULL ? json_read(start, (size_t)(end - start), &why) : NULL;
        const json *name = json_member(schema, "title");

        if (end == NULL || schema == NULL) {
            fprintf(stderr, "a block of the page is not JSON: %s\n",
                    why != NULL ? why : "it has no end");
            return NULL;
        }
        if (name != NULL && strcmp(name->text, title) == 0)
            return schema;
        page = end;
    }
    fprintf(stderr, "the page has no schema \"%s\"\n", title);
    return NULL;
}

/* ---- what the schema cannot say ----------------------------------------- */

static const char *check_span(const json *mark)
{
    long long start = 0;
    long long limit = 0;

    json_integer(json_member(mark, "start"), &start);
    json_integer(json_member(mark, "limit"), &limit);
    if (limit < start)
        return "limit is before start";
    return (size_t)(limit - start) == json_member(mark, "text")->size
               ? NULL
               : "limit - start is not the size of the text";
}

/* The first mark on the target, or else the first one. */
static const json *leading_mark(const json *marks)
{
    const json *mark = marks->first;

    while (mark != NULL &&
           strcmp(json_member(mark, "side")->text, "target") != 0)
        mark = mark->next;
    return mark != NULL ? mark : marks->first;
}

static const char *check_finding(const json *finding)
{
    const json *marks = json_member(finding, "marks");
    const json *place = json_member(finding, "offset");
    const json *at = NULL;
    const char *wrong = NULL;

    for (const json *m = marks->first; m != NULL && wrong == NULL; m = m->next)
        wrong = check_span(m);
    if (wrong != NULL)
        return wrong;
    if (marks->first != NULL)
        at = json_member(leading_mark(marks), "offset");
    return place == NULL || at == NULL || strcmp(at->text, place->text) == 0
               ? NULL
               : "the finding is not where its first mark is";
}

/* ---- files -------------------------------------------------------------- */

static bool check_line(const json *schema, bool finding, const char *text,
                       size_t size, const char *path, unsigned line)
{
    const char *wrong = NULL;
    const json *value = json_read(text, size, &wrong);

    if (value != NULL)
        wrong = schema_check(schema, value);
    if (wrong == NULL && finding)
        wrong = check_finding(value);
    if (wrong != NULL)
        fprintf(stderr, "%s:%u: %s\n", path, line, wrong);
    return wrong == NULL;
}

static bool check_file(const json *schema, bool finding, const char *path,
                       unsigned *total)
{
    size_t size = 0;
    const char *text = keep_file(path, &size);
    const char *limit = text + size;
    bool good = text != NULL;
    unsigned line = 0;

    while (text != NULL && text < limit) {
        const char *end = memchr(text, '\n', (size_t)(limit - text));

        line++;
        if (end == NULL) {
            fprintf(stderr, "%s:%u: the last line has no end\n", path, line);
            return false;
        }
        good = check_line(schema, finding, text, (size_t)(end - text), path,
                          line) &&
               good;
        text = end + 1;
    }
    *total += line;
    return good;
}

int main(int argc, char **argv)
{
    const char *page = argc > 3 ? keep_file(argv[1], NULL) : NULL;
    const json *schema = page != NULL ? find_schema(page, argv[2]) : NULL;
    const char *wrong;
    unsigned total = 0;
    bool good = true;

    if (schema == NULL) {
        fputs("bilint_jsonl PAGE TITLE FILE...\n", stderr);
        return 2;
    }
    wrong = schema_refused(schema);
    if (wrong != NULL) {
        fprintf(stderr, "%s: %s\n", argv[1], wrong);
        return 2;
    }
    for (int i = 3; i < argc; i++)
        good = check_file(schema, ends_with(argv[2], "finding"), argv[i],
                          &total) &&
               good;
    wrong = schema_unseen(schema);
    if (wrong != NULL)
        fprintf(stderr, "no line has \"%s\"\n", wrong);
    printf("%u lines checked\n", total);
    return good && total != 0 && wrong == NULL ? 0 : 1;
}
