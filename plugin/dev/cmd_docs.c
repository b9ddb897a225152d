/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint-dev docs [--fix] [--root FOLDER] --path FOLDER:FOLDER: what the
 * documentation repeats is made from where it is defined.
 *
 * Pages are written by hand but for what stands between two markers:
 *
 *   <!-- made by bilint-dev docs: rules -->        .\" made by ...: options
 *   <!-- end -->                                   .\" end
 *
 * Without --fix the pages are compared and left alone; --path names folders
 * where the programs are that pages show the output of. Links, examples of
 * configuration and the pages of rules are looked at too; see docs_checks.c.
 */
#include "dev/dev.h"

#include "dev/blocks.h"
#include "dev/docs_checks.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct docs {
    bool fix;
    bool failed;
    uint32_t blocks; /* seen in all pages */
    uint32_t pages;
} docs;

/* What every documentation of bilint has somewhere. */
static const char *const wanted[] = { "rules",   "rule-titles",
                                      "keys",    "rule-options",
                                      "options", "commands",
                                      "functions" };
enum { WANTED = sizeof(wanted) / sizeof(wanted[0]) };
static bool seen[WANTED];

/* ---- a page ------------------------------------------------------------- */

/* The name of the block that begins in this line, or none. */
static bl_str begins_block(bl_str line, bool man)
{
    bl_str what;

    if (man)
        return tree_begins(line, ".\\\" made by bilint-dev docs: ", &what)
                   ? what
                   : bl_str_of(NULL, 0);
    if (!tree_begins(line, "<!-- made by bilint-dev docs: ", &what) ||
        what.size < 4)
        return bl_str_of(NULL, 0);
    return tree_trim(bl_str_of(what.ptr, what.size - strlen("-->")));
}

static bool ends_block(bl_str line, bool man)
{
    return bl_str_equal(line,
                        man ? BL_STR(".\\\" end") : BL_STR("<!-- end -->"));
}

static void note_block(bl_str what)
{
    for (int i = 0; i < WANTED; i++)
        seen[i] = seen[i] || bl_str_equal(what, bl_str_z(wanted[i]));
}

/* Lines up to the end marker are left out; false where there is none. */
static bool skip_block(bl_str *rest, bool man, bl_str *line)
{
    while (tree_line(rest, line)) {
        if (ends_block(*line, man))
            return true;
    }
    return false;
}

static bool make_page(docs *d, const dev_page *page, bl_str text, bl_buf *out)
{
    uint32_t number = 0;
    bl_str line;

    while (tree_line(&text, &line)) {
        const bl_str what = begins_block(line, page->man);

        number++;
        bl_buf_str(out, line);
        bl_buf_char(out, '\n');
        if (what.size == 0)
            continue;
        d->blocks++;
        note_block(what);
        bl_buf_z(out, page->man ? "" : "\n");
        if (!dev_block(what, page, out)) {
            fprintf(stderr, "%s:%u: no such block, or nothing in it: %.*s\n",
                    page->path, number, (int)what.size, what.ptr);
            return false;
        }
        bl_buf_z(out, page->man ? "" : "\n");
        if (!skip_block(&text, page->man, &line)) {
            fprintf(stderr, "%s:%u: the block has no end\n", page->path,
                    number);
            return false;
        }
        bl_buf_str(out, line);
        bl_buf_char(out, '\n');
    }
    tree_need(!out->failed);
    return true;
}

/* The first line in which the two differ. */
static void show_difference(const char *path, bl_str is, bl_str should)
{
    bl_str a = { NULL, 0 };
    bl_str b = { NULL, 0 };
    uint32_t number = 1;

    while (tree_line(&is, &a) && tree_line(&should, &b) && bl_str_equal(a, b))
        number++;
    fprintf(stderr,
            "%s:%u: not what it is made from; the target docs writes it\n"
            "  is     %.*s\n  should %.*s\n",
            path, number, (int)a.size, a.ptr, (int)b.size, b.ptr);
}

static bool take_page(void *context, const char *path)
{
    const size_t size = strlen(path);
    const dev_page page = { path,
                            size > 2 && strcmp(path + size - 2, ".1") == 0 };
    docs *d = context;
    bl_buf is;
    bl_buf should;

    bl_buf_init(&is, &bl_alloc_default);
    bl_buf_init(&should, &bl_alloc_default);
    d->pages++;
    if (!tree_read(path, &is) ||
        !make_page(d, &page, bl_buf_view(&is), &should)) {
        d->failed = true;
    } else if (!bl_str_equal(bl_buf_view(&is), bl_buf_view(&should))) {
        if (!d->fix) {
            show_difference(path, bl_buf_view(&is), bl_buf_view(&should));
            d->failed = true;
        } else if (!tree_write(path, bl_buf_view(&should))) {
            d->failed = true;
        } else {
            printf("wrote %s\n", path);
        }
    }
    bl_buf_free(&is);
    bl_buf_free(&should);
    return true;
}

/* ---- the command -------------------------------------------------------- */

/* Programs are found where the build put them; what they print does not
 * depend on the machine. */
static bool enter(const char *root, const char *folders)
{
    const char *path = getenv("PATH");
    bl_buf joined;
    bool good;

    bl_buf_init(&joined, &bl_alloc_default);
    bl_buf_z(&joined, folders);
    bl_buf_z(&joined, ":");
    bl_buf_z(&joined, path != NULL ? path : "/usr/bin:/bin");
    tree_need(!joined.failed);
    good = chdir(root) == 0 && setenv("PATH", joined.data, 1) == 0 &&
           setenv("NO_COLOR", "1", 1) == 0 &&
           setenv("LC_ALL", "C.UTF-8", 1) == 0;
    if (!good)
        fprintf(stderr, "%s: no such folder\n", root);
    bl_buf_free(&joined);
    return good;
}

int dev_docs(int argc, char **argv)
{
    docs d = { .fix = false };
    const char *root = ".";
    const char *folders = NULL;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--fix") == 0) {
            d.fix = true;
        } else if (strcmp(argv[i], "--root") == 0 && i + 1 < argc) {
            root = argv[++i];
        } else if (strcmp(argv[i], "--path") == 0 && i + 1 < argc) {
            folders = argv[++i];
        } else {
            fprintf(stderr, "bilint-dev docs: what is %s?\n", argv[i]);
            return 2;
        }
    }
    if (folders == NULL) {
        fprintf(stderr, "bilint-dev docs: --path is missing; the target docs "
                        "of the build knows it\n");
        return 2;
    }
    if (!enter(root, folders))
        return 2;
    tree_walk(".", ".md", false, take_page, &d);
    tree_walk("docs", ".md", true, take_page, &d);
    tree_walk("docs", ".1", true, take_page, &d);
    for (int i = 0; i < WANTED; i++) {
        if (!seen[i]) {
            fprintf(stderr, "no page has the block: %s\n", wanted[i]);
            d.failed = true;
        }
    }
    d.failed = !dev_docs_check() || d.failed;
    printf("%u pages, %u blocks\n", d.pages, d.blocks);
    return d.failed;
}
