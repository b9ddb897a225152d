/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint-dev new-rule NAME [--root FOLDER]: the beginnings of a rule. Adds a
 * line to plugin/checks/rules.def and writes the check and its page; the check
 * builds and finds nothing, and the page does not pass its test.
 */
#include "dev/dev.h"

#include "bilint/version.h"
#include "dev/tree.h"

#include <stdio.h>
#include <unistd.h>

/* @id is decimal-separator, @name decimal_separator. */
static const char check_text[] =
    "/* SPDX-License-Identifier: Apache-2.0 */\n"
    "/*\n"
    " * @id: what is wrong.\n"
    " *\n"
    " * How it is found, and when the check stays silent.\n"
    " *\n"
    " * Page, examples and tests: @name.md\n"
    " */\n"
    "#include \"checks/check.h\"\n"
    "\n"
    "enum { FOUND };\n"
    "\n"
    "static void run(const bl_check *self, const bl_pair *pair, "
    "bl_sink *sink)\n"
    "{\n"
    "    (void)self;\n"
    "    (void)pair;\n"
    "    (void)sink;\n"
    "}\n"
    "\n"
    "const bl_check bl_check_@name = {\n"
    "    .id = \"@id\",\n"
    "    .title = \"What is wrong, in one line\",\n"
    "    .category = \"category\",\n"
    "    .its_type = \"other\",\n"
    "    .since = \"@since\",\n"
    "    .stage = BL_PREVIEW,\n"
    "    .needs = BL_NEEDS_TOKENS,\n"
    "    .messages = {\n"
    "        [FOUND] = { \"found\", \"{0} is wrong\", BL_WARNING },\n"
    "    },\n"
    "    .run = run,\n"
    "};\n";

static const char page_text[] =
    "# @id\n"
    "\n"
    "What is wrong, in one sentence.\n"
    "\n"
    "## Why it matters\n"
    "\n"
    "What becomes of it when nobody notices.\n"
    "\n"
    "## Reported\n"
    "\n"
    "What is found (`found`, a warning):\n"
    "\n"
    "```bilint en de\n"
    "S: A sentence.\n"
    "T: Ein Satz.\n"
    "! found target \"Satz\"\n"
    "```\n"
    "\n"
    "## Not reported\n"
    "\n"
    "The false alarm that users would meet first. Two examples at least:\n"
    "\n"
    "```bilint en de\n"
    "S: Another sentence.\n"
    "T: Noch ein Satz.\n"
    "```\n"
    "\n"
    "## Measured\n"
    "\n"
    "Measured figures: docs/accuracy.md\n";

/* decimal-separator: words of small letters and digits, joined by hyphens. */
static bool is_id(const char *name)
{
    const size_t size = strlen(name);

    if (size == 0 || size > 60 || name[0] < 'a' || name[0] > 'z' ||
        name[size - 1] == '-' || strstr(name, "--") != NULL)
        return false;
    for (; *name != '\0'; name++) {
        if (*name != '-' && (*name < 'a' || *name > 'z') &&
            (*name < '0' || *name > '9'))
            return false;
    }
    return true;
}

static void fill_in(const char *text, const char *id, const char *name,
                    bl_buf *out)
{
    for (bl_str rest = bl_str_z(text); rest.size != 0;) {
        bl_str tail;

        if (tree_begins(rest, "@id", &tail)) {
            bl_buf_z(out, id);
        } else if (tree_begins(rest, "@name", &tail)) {
            bl_buf_z(out, name);
        } else if (tree_begins(rest, "@since", &tail)) {
            char since[32];

            snprintf(since, sizeof(since), "%d.%d", BILINT_VERSION_MAJOR,
                     BILINT_VERSION_MINOR);
            bl_buf_z(out, since);
        } else {
            bl_buf_char(out, *rest.ptr);
            tail = bl_str_of(rest.ptr + 1, rest.size - 1);
        }
        rest = tail;
    }
    tree_need(!out->failed);
}

static bool write_text(const char *text, const char *id, const char *name,
                       const char *ending)
{
    char path[160];
    bl_buf out;
    bool good;

    snprintf(path, sizeof(path), "plugin/checks/%s%s", name, ending);
    bl_buf_init(&out, &bl_alloc_default);
    fill_in(text, id, name, &out);
    good = tree_write(path, bl_buf_view(&out));
    if (good)
        printf("wrote %s\n", path);
    bl_buf_free(&out);
    return good;
}

/* The list with the line in its place; false where it is there already. */
static bool insert(bl_str list, const char *name, bl_buf *out)
{
    char added[160];
    bool done = false;
    bl_str line;

    snprintf(added, sizeof(added), "BL_RULE(%s)", name);
    while (tree_line(&list, &line)) {
        if (tree_begins(line, "BL_RULE(", NULL) && !done) {
            const int order = bl_str_compare(bl_str_z(added), line);

            if (order == 0)
                return false;
            if (order < 0) {
                bl_buf_z(out, added);
                bl_buf_char(out, '\n');
                done = true;
            }
        }
        bl_buf_str(out, line);
        bl_buf_char(out, '\n');
    }
    if (!done) {
        bl_buf_z(out, added);
        bl_buf_char(out, '\n');
    }
    tree_need(!out->failed);
    return true;
}

static bool add_line(const char *name)
{
    static const char path[] = "plugin/checks/rules.def";
    bl_buf list;
    bl_buf out;
    bool good;

    bl_buf_init(&list, &bl_alloc_default);
    bl_buf_init(&out, &bl_alloc_default);
    good = tree_read(path, &list);
    if (good && !insert(bl_buf_view(&list), name, &out)) {
        fprintf(stderr, "%s: %s is there already\n", path, name);
        good = false;
    }
    good = good && tree_write(path, bl_buf_view(&out));
    bl_buf_free(&list);
    bl_buf_free(&out);
    return good;
}

int dev_new_rule(int argc, char **argv)
{
    const char *id = argc > 1 ? argv[1] : "";
    char name[64];

    if ((argc != 2 && argc != 4) || !is_id(id) ||
        (argc == 4 && strcmp(argv[2], "--root") != 0)) {
        fputs("bilint-dev new-rule NAME [--root FOLDER]: a name such as "
              "decimal-separator\n",
              stderr);
        return 2;
    }
    if (argc == 4 && chdir(argv[3]) != 0) {
        fprintf(stderr, "%s: no such folder\n", argv[3]);
        return 2;
    }
    snprintf(name, sizeof(name), "%s", id);
    for (char *c = name; *c != '\0'; c++) {
        if (*c == '-')
            *c = '_';
    }
    if (!add_line(name) || !write_text(check_text, id, name, ".c") ||
        !write_text(page_text, id, name, ".md"))
        return 1;
    puts("Now write the page, the silent examples first; then the check, "
         "until its test passes.");
    return 0;
}
