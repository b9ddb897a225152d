/* SPDX-License-Identifier: Apache-2.0 */
/*
 * golden [--bless] CASE...
 *
 * A case is a folder with one document and what is to be found in it:
 *
 *   expected.jsonl  one finding a line: rule, message, unit, segment and the
 *                   marks with their places, but no wording; then what was
 *                   read
 *   expected.error  of a document that is refused: status, line, column and
 *                   reason, or the beginning of that
 *   bilint.yml      configuration, where the case needs one
 *
 * Of the two expectations one at least has to be there. --bless writes them;
 * the difference is then reviewed. Whatever is expected, the file has to show
 * the marked text at the place of each mark.
 */
#include "api/client.h"
#include "golden/shown.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What reads of the document shows in; see the head of client.h. */
static const char rules[] =
    "code-extra code-missing inconsistent-target number-mismatch "
    "target-empty target-same-as-source whitespace-edge";

enum { PATH_SIZE = 1024 };

typedef struct text {
    char *data;
    size_t size;
} text;

static void add(text *to, const char *format, ...)
{
    va_list args;
    va_list again;
    int size;

    va_start(args, format);
    va_copy(again, args);
    size = vsnprintf(NULL, 0, format, again);
    va_end(again);
    to->data = realloc(to->data, to->size + (size_t)size + 1);
    if (to->data == NULL || size < 0)
        abort();
    vsnprintf(to->data + to->size, (size_t)size + 1, format, args);
    to->size += (size_t)size;
    va_end(args);
}

static void add_json(text *to, const char *key, const char *value,
                     size_t size)
{
    add(to, "\"%s\":\"", key);
    for (size_t i = 0; i < size; i++) {
        const unsigned char c = (unsigned char)value[i];

        if (c == '"' || c == '\\')
            add(to, "\\%c", c);
        else if (c < 0x20)
            add(to, "\\u%04x", c);
        else
            add(to, "%c", c);
    }
    add(to, "\"");
}

/* ---- a case ------------------------------------------------------------- */

typedef struct golden {
    const char *folder;
    char *name; /* of the document */
    char *data;
    size_t size;
    text found;
    text refused;
    int wrong; /* marks that the file does not show */
} golden;

static char *path_of(const char *folder, const char *name)
{
    static char path[PATH_SIZE];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    return path;
}

/* The one file that is no expectation and no configuration. */
static bool find_document(golden *g)
{
    DIR *folder = opendir(g->folder);
    const struct dirent *entry;
    int count = 0;

    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        const char *name = entry->d_name;

        if (name[0] == '.' || strncmp(name, "expected.", 9) == 0 ||
            strcmp(name, "bilint.yml") == 0)
            continue;
        count++;
        free(g->name);
        g->name = malloc(strlen(name) + 1);
        if (g->name == NULL)
            abort();
        strcpy(g->name, name);
    }
    if (folder != NULL)
        closedir(folder);
    if (count != 1) {
        fprintf(stderr, "%s: %d documents; one is wanted\n", g->folder,
                count);
        return false;
    }
    g->data = client_read(path_of(g->folder, g->name), &g->size);
    return g->data != NULL;
}

/* ---- the law of places -------------------------------------------------- */

static void check_place(golden *g, const shown_file *file,
                        const bilint_mark *mark)
{
    const shown_char *at = shown_at(file, mark->offset);

    /* Nothing is marked: it may stand at the very end. */
    if (mark->text_size == 0 && at == NULL && mark->offset == g->size)
        return;
    if (at != NULL && at->line == mark->line && at->column == mark->column &&
        shown_is(file, at, mark->text, mark->text_size))
        return;
    fprintf(stderr, "%s: \"%.*s\" does not stand at %llu (%u:%u)\n",
            g->folder, (int)mark->text_size, mark->text,
            (unsigned long long)mark->offset, mark->line, mark->column);
    g->wrong++;
}

/* ---- what is found ------------------------------------------------------ */

static void add_mark(golden *g, const shown_file *file,
                     const bilint_mark *mark)
{
    add(&g->found, "{\"side\":\"%s\",\"start\":%u,\"limit\":%u,",
        mark->side == BILINT_SOURCE ? "source" : "target", mark->start,
        mark->limit);
    add_json(&g->found, "text", mark->text, mark->text_size);
    add(&g->found, ",\"line\":%u,\"column\":%u,\"offset\":%llu}", mark->line,
        mark->column, (unsigned long long)mark->offset);
    check_place(g, file, mark);
}

static void add_finding(golden *g, const shown_file *file,
                        const bilint_report *report, uint32_t index)
{
    bilint_finding f = { .struct_size = sizeof(f) };

    if (bilint_report_get(report, index, &f) != BILINT_OK)
        abort();
    add(&g->found, "{\"rule\":\"%s\",\"code\":\"%s\"", f.rule, f.code);
    if (f.unit != NULL) {
        add(&g->found, ",");
        add_json(&g->found, "unit", f.unit, strlen(f.unit));
    }
    if (f.segment != NULL) {
        add(&g->found, ",");
        add_json(&g->found, "segment", f.segment, strlen(f.segment));
    }
    add(&g->found, ",\"line\":%u,\"column\":%u,\"offset\":%llu,\"marks\":[",
        f.line, f.column, (unsigned long long)f.offset);
    for (uint32_t i = 0; i < f.mark_count; i++) {
        bilint_mark mark = { .struct_size = sizeof(mark) };

        if (bilint_report_mark(report, index, i, &mark) != BILINT_OK)
            abort();
        if (i != 0)
            add(&g->found, ",");
        add_mark(g, file, &mark);
    }
    add(&g->found, "]}\n");
}

static void add_summary(golden *g, const bilint_report *report)
{
    bilint_summary s = { .struct_size = sizeof(s) };

    if (bilint_report_summary(report, &s) != BILINT_OK)
        abort();
    add(&g->found, "{\"units\":%llu,\"segments\":%llu,\"checked\":%llu}\n",
        (unsigned long long)s.units, (unsigned long long)s.segments,
        (unsigned long long)s.checked);
}

static const char *status_name(bilint_status status)
{
    switch (status) {
#define X(name, value, text) \
    case (value):            \
        return #name;
        BILINT_STATUS_MAP(X)
#undef X
    default:
        return "?";
    }
}

/* What libxml2 says of a mistake changes with its version. */
static int reason_size(const char *message)
{
    static const char foreign[] = "not well-formed XML: ";

    return strncmp(message, foreign, sizeof(foreign) - 1) == 0
               ? (int)sizeof(foreign) - 3
               : (int)strlen(message);
}

static bool check_case(golden *g)
{
    size_t size;
    char *own = client_read(path_of(g->folder, "bilint.yml"), &size);
    char *config = client_only(rules, own);
    bilint_engine *engine = client_engine(config, NULL);
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    shown_file file = { NULL, 0 };
    bilint_status status;
    bool known;

    free(own);
    free(config);
    if (engine == NULL)
        return false;
    known = shown_open((unsigned char *)g->data, g->size, &file);
    status = bilint_check_document(engine, g->name, g->data, g->size, &report,
                                   &err);
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        if (!known) {
            fprintf(stderr, "%s: an encoding that cannot be looked at\n",
                    g->folder);
            g->wrong++;
        } else {
            add_finding(g, &file, report, i);
        }
    }
    if (status == BILINT_OK)
        add_summary(g, report);
    else
        add(&g->refused, "%s %u:%u %.*s\n", status_name(status), err.line,
            err.column, reason_size(err.message), err.message);
    shown_close(&file);
    bilint_report_free(report);
    bilint_engine_free(engine);
    return true;
}

/* ---- against what is expected ------------------------------------------- */

static void bless(const golden *g, const char *name, const text *to)
{
    FILE *file;

    if (to->size == 0) {
        remove(path_of(g->folder, name));
        return;
    }
    file = fopen(path_of(g->folder, name), "wb");
    if (file == NULL || fwrite(to->data, 1, to->size, file) != to->size ||
        fclose(file) != 0)
        abort();
}

static bool is_wanted(const golden *g, const char *name, const text *got,
                      bool beginning)
{
    size_t size = 0;
    char *wanted = client_read(path_of(g->folder, name), &size);
    bool good = wanted == NULL && got->size == 0;

    if (wanted != NULL && beginning && size != 0 && wanted[size - 1] == '\n')
        size--; /* the line may go on */
    if (wanted != NULL)
        good = size != 0 && size <= got->size &&
               (beginning || size == got->size) &&
               memcmp(wanted, got->data, size) == 0;
    if (!good)
        fprintf(stderr, "%s/%s:\n%swanted:\n%s", g->folder, name,
                got->data != NULL ? got->data : "(nothing)\n",
                wanted != NULL ? wanted : "(no such file)\n");
    free(wanted);
    return good;
}

static bool run(const char *folder, bool blessing)
{
    golden g = { .folder = folder };
    bool good = find_document(&g) && check_case(&g);

    if (good && blessing) {
        bless(&g, "expected.jsonl", &g.found);
        bless(&g, "expected.error", &g.refused);
    } else if (good) {
        good = is_wanted(&g, "expected.jsonl", &g.found, false);
        good = is_wanted(&g, "expected.error", &g.refused, true) && good;
    }
    good = good && g.wrong == 0;
    free(g.name);
    free(g.data);
    free(g.found.data);
    free(g.refused.data);
    return good;
}

int main(int argc, char **argv)
{
    const bool blessing = argc > 1 && strcmp(argv[1], "--bless") == 0;
    int failed = 0;

    if (argc <= 1 + blessing) {
        fputs("golden [--bless] CASE...\n", stderr);
        return 2;
    }
    for (int i = 1 + blessing; i < argc; i++)
        failed += !run(argv[i], blessing);
    return failed != 0;
}
