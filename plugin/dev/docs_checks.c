/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What can be checked of pages that people write: links lead to files that
 * are there, examples of configuration are accepted, and the page of a rule
 * explains every message of it.
 */
#include "dev/docs_checks.h"

#include "checks/check.h"
#include "config/config.h"
#include "dev/tree.h"

#include <stdio.h>

typedef struct tally {
    uint32_t links;
    uint32_t configurations;
    bool failed;
} tally;

/* ---- links -------------------------------------------------------------- */

static bool is_elsewhere(bl_str target)
{
    return tree_begins(target, "https://", NULL) ||
           tree_begins(target, "http://", NULL) ||
           tree_begins(target, "mailto:", NULL) ||
           tree_begins(target, "#", NULL);
}

/* `target` of a link in `path`, up to its "#part". */
static void check_link(tally *t, const char *path, uint32_t number,
                       bl_str target)
{
    const char *slash = strrchr(path, '/');
    const char *part = memchr(target.ptr, '#', target.size);
    char where[1024];
    FILE *file;

    if (is_elsewhere(target))
        return;
    t->links++;
    snprintf(where, sizeof(where), "%.*s%.*s",
             slash != NULL ? (int)(slash - path) + 1 : 0, path,
             part != NULL ? (int)(part - target.ptr) : (int)target.size,
             target.ptr);
    file = fopen(where, "rb");
    if (file != NULL) {
        fclose(file);
        return;
    }
    fprintf(stderr, "%s:%u: a link to nothing: %s\n", path, number, where);
    t->failed = true;
}

static void check_line(tally *t, const char *path, uint32_t number, bl_str line)
{
    for (size_t at = 0; at + 1 < line.size; at++) {
        const char *end;

        if (line.ptr[at] != ']' || line.ptr[at + 1] != '(')
            continue;
        at += 2;
        end = memchr(line.ptr + at, ')', line.size - at);
        if (end != NULL)
            check_link(t, path, number,
                       bl_str_of(line.ptr + at, (size_t)(end - line.ptr) - at));
    }
}

/* ---- examples of configuration ------------------------------------------ */

/* Files that it names are those of the example. */
static void check_yaml(tally *t, const char *path, uint32_t number, bl_str text)
{
    bilint_error err = BILINT_ERROR_INIT;
    bl_config config;
    bl_buf yaml;

    t->configurations++;
    bl_buf_init(&yaml, &bl_alloc_default);
    bl_buf_z(&yaml, "{ base: docs/reference/example }\n---\n");
    bl_buf_str(&yaml, text);
    tree_need(!yaml.failed);
    if (bl_config_read(&config, &bl_alloc_default, yaml.data, yaml.size,
                       &err) == BILINT_OK) {
        bl_config_free(&config);
    } else {
        fprintf(stderr, "%s:%u: bilint refuses this configuration: %s\n", path,
                number + err.line - 2, err.message);
        t->failed = true;
    }
    bl_buf_free(&yaml);
}

/* ---- a page ------------------------------------------------------------- */

static bool take_page(void *context, const char *path)
{
    tally *t = context;
    uint32_t number = 0;
    uint32_t began = 0; /* line of the fence; 0: not in a block */
    bool yaml = false;
    const char *start = NULL;
    bl_buf page;
    bl_str rest;
    bl_str line;

    bl_buf_init(&page, &bl_alloc_default);
    if (!tree_read(path, &page))
        t->failed = true;
    rest = bl_buf_view(&page);
    while (tree_line(&rest, &line)) {
        number++;
        if (tree_begins(line, "```", NULL)) {
            if (began != 0 && yaml)
                check_yaml(t, path, began,
                           bl_str_of(start, (size_t)(line.ptr - start)));
            yaml = bl_str_equal(line, BL_STR("```yaml"));
            began = began != 0 ? 0 : number;
            start = rest.ptr;
        } else if (began == 0) {
            check_line(t, path, number, line);
        }
    }
    bl_buf_free(&page);
    return true;
}

/* ---- pages of rules ----------------------------------------------------- */

/* An example shows the message, or the text names it. */
static bool has_message(bl_str page, const char *id)
{
    char shown[120];
    char named[120];
    bl_str line;

    snprintf(shown, sizeof(shown), "! %s ", id);
    snprintf(named, sizeof(named), "`%s`", id);
    while (tree_line(&page, &line)) {
        if (tree_begins(line, shown, NULL))
            return true;
        for (size_t at = 0; at < line.size; at++) {
            if (tree_begins(bl_str_of(line.ptr + at, line.size - at), named,
                            NULL))
                return true;
        }
    }
    return false;
}

static void check_rule(tally *t, const bl_check *check)
{
    char path[256];
    bl_buf page;

    snprintf(path, sizeof(path), "plugin/checks/%s.md", check->id);
    for (char *c = path; *c != '\0'; c++) {
        if (*c == '-')
            *c = '_';
    }
    bl_buf_init(&page, &bl_alloc_default);
    if (!tree_read(path, &page))
        t->failed = true;
    for (int i = 0; i < BL_MESSAGES_MAX && check->messages[i].id != NULL; i++) {
        if (has_message(bl_buf_view(&page), check->messages[i].id))
            continue;
        fprintf(stderr, "%s: the message `%s` is not explained\n", path,
                check->messages[i].id);
        t->failed = true;
    }
    bl_buf_free(&page);
}

bool dev_docs_check(void)
{
    tally t = { 0, 0, false };

    tree_walk(".", ".md", false, take_page, &t);
    tree_walk("docs", ".md", true, take_page, &t);
    tree_walk("plugin/checks", ".md", false, take_page, &t);
    for (uint16_t i = 0; i < bl_check_count; i++)
        check_rule(&t, bl_checks[i]);
    if (t.links == 0 || t.configurations == 0) {
        fputs("no link or no example of configuration was seen\n", stderr);
        t.failed = true;
    }
    printf("%u links, %u examples of configuration, pages of %u rules\n",
           t.links, t.configurations, (unsigned)bl_check_count);
    return !t.failed;
}
