/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Blocks of the documentation: tables of rules, keys, commands and options in
 * Markdown or mdoc, files as they are, and what commands print. Everything
 * comes from where it is defined; nothing is listed here a second time.
 */
#include "dev/blocks.h"

#include "checks/check.h"
#include "config/config.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const levels[] = { "off", "info", "warning", "error" };
static const char *const stages[] = { "preview", "stable", "deprecated" };

/* ---- writing ------------------------------------------------------------ */

/* In a table a bar ends a cell, even in code. */
static void add_cell(bl_buf *out, bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] == '|')
            bl_buf_char(out, '\\');
        bl_buf_char(out, text.ptr[i]);
    }
}

/* As a sentence, in lines of at most ROFF_COLUMNS; a backslash begins an
 * escape in mdoc. */
static void add_roff(bl_buf *out, bl_str text)
{
    enum { ROFF_COLUMNS = 76 };
    size_t column = 0;

    for (size_t i = 0; i < text.size; i++) {
        char c = text.ptr[i];

        if (i == 0 && c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if (c == ' ' && column > 0) {
            const char *next = memchr(text.ptr + i + 1, ' ', text.size - i - 1);
            const size_t word =
                next != NULL ? (size_t)(next - text.ptr) - i : text.size - i;

            if (column + word > ROFF_COLUMNS) {
                c = '\n';
                column = 0;
            }
        }
        bl_buf_char(out, c);
        if (c == '\\')
            bl_buf_char(out, 'e');
        column += c != '\n';
    }
    bl_buf_z(out, ".\n");
}

/* "[OPTIONS] FILE" -> "Oo Ar OPTIONS Oc Ar FILE" */
static void add_arguments(bl_buf *out, bl_str text)
{
    if (text.size != 0 && *text.ptr != '[')
        bl_buf_z(out, "Ar ");
    for (size_t i = 0; i < text.size; i++) {
        const bool more = i + 1 < text.size;

        if (text.ptr[i] == '[') {
            bl_buf_z(out, i != 0 && text.ptr[i - 1] != ' ' ? " Ns Oo Ar "
                                                           : "Oo Ar ");
        } else if (text.ptr[i] == ']') {
            bl_buf_z(out, more ? " Oc Ar" : " Oc");
        } else {
            bl_buf_char(out, text.ptr[i]);
        }
    }
}

/* ---- rules -------------------------------------------------------------- */

/* docs/rules/README.md -> ../../ */
static void add_way_up(const dev_page *page, bl_buf *out)
{
    for (const char *c = page->path; *c != '\0'; c++) {
        if (*c == '/')
            bl_buf_z(out, "../");
    }
}

static int by_category(const void *a, const void *b)
{
    const bl_check *x = *(const bl_check *const *)a;
    const bl_check *y = *(const bl_check *const *)b;
    const int order = strcmp(x->category, y->category);

    return order != 0 ? order : strcmp(x->id, y->id);
}

/* [number-mismatch](../../plugin/checks/number_mismatch.md) */
static void add_link(const bl_check *check, const dev_page *page, bl_buf *out)
{
    bl_buf_char(out, '[');
    bl_buf_z(out, check->id);
    bl_buf_z(out, "](");
    add_way_up(page, out);
    bl_buf_z(out, "plugin/checks/");
    for (const char *c = check->id; *c != '\0'; c++)
        bl_buf_char(out, *c == '-' ? '_' : *c);
    bl_buf_z(out, ".md)");
}

static void add_rule(const bl_check *check, const char *category,
                     const dev_page *page, bl_buf *out)
{
    bl_buf_z(out, "| ");
    bl_buf_z(out, category);
    bl_buf_z(out, " | ");
    add_link(check, page, out);
    bl_buf_z(out, " | ");
    add_cell(out, bl_str_z(check->title));
    bl_buf_z(out, " | ");
    for (int i = 0; i < BL_MESSAGES_MAX && check->messages[i].id != NULL; i++) {
        bl_buf_z(out, i != 0 ? ", `" : "`");
        bl_buf_z(out, check->messages[i].id);
        bl_buf_z(out, "` ");
        bl_buf_z(out, levels[check->messages[i].severity]);
    }
    bl_buf_z(out, " | ");
    bl_buf_z(out, stages[check->stage]);
    bl_buf_z(out, check->off ? ", off |\n" : " |\n");
}

/* What is wrong, first, for those who do not know the rules. */
static void add_title(const bl_check *check, const char *category,
                      const dev_page *page, bl_buf *out)
{
    bl_buf_z(out, "| ");
    bl_buf_z(out, category);
    bl_buf_z(out, " | ");
    add_cell(out, bl_str_z(check->title));
    bl_buf_z(out, " | ");
    add_link(check, page, out);
    bl_buf_z(out, " |\n");
}

static bool add_rules(bool titles, const dev_page *page, bl_buf *out)
{
    const bl_check **sorted =
        bl_resize(&bl_alloc_default, NULL, bl_check_count, sizeof(*sorted));

    tree_need(sorted != NULL);
    memcpy(sorted, bl_checks, bl_check_count * sizeof(*sorted));
    qsort(sorted, bl_check_count, sizeof(*sorted), by_category);
    bl_buf_z(out, titles ? "| | what is wrong | rule |\n|---|---|---|\n"
                         : "| category | rule | what is wrong | codes and "
                           "levels | stage |\n|---|---|---|---|---|\n");
    for (uint16_t i = 0; i < bl_check_count; i++) {
        const bool first =
            i == 0 || strcmp(sorted[i]->category, sorted[i - 1]->category) != 0;
        const char *category = first ? sorted[i]->category : "";

        (titles ? add_title : add_rule)(sorted[i], category, page, out);
    }
    bl_free(&bl_alloc_default, sorted);
    return true;
}

/* ---- keys of the configuration ------------------------------------------ */

static void add_key(const bl_config_key *key, bool man, bl_buf *out)
{
    if (man) {
        bl_buf_z(out, ".It Ic ");
        bl_buf_z(out, key->key);
        bl_buf_char(out, '\n');
        add_roff(out, bl_str_z(key->title));
        return;
    }
    bl_buf_z(out, "| `");
    if (key->rule != NULL) {
        bl_buf_z(out, key->rule);
        bl_buf_z(out, "` | `");
    }
    bl_buf_z(out, key->key);
    bl_buf_z(out, "` | ");
    bl_buf_z(out, key->type);
    bl_buf_z(out, " | ");
    add_cell(out, bl_str_z(key->initial));
    bl_buf_z(out, " | ");
    add_cell(out, bl_str_z(key->title));
    bl_buf_z(out, " |\n");
}

/* Those of a rule of the user's own. */
static bool add_custom_keys(const dev_page *page, bl_buf *out)
{
    bl_config_key key;

    bl_buf_z(out, "| key | type | default | meaning |\n|---|---|---|---|\n");
    for (uint32_t i = 0; bl_config_custom_key_at(i, &key); i++)
        add_key(&key, page->man, out);
    return true;
}

static bool add_keys(bool of_rules, const dev_page *page, bl_buf *out)
{
    const size_t before = out->size;
    bl_config_key key;

    if (!page->man)
        bl_buf_z(out, of_rules
                          ? "| rule | option | type | default | meaning |\n"
                            "|---|---|---|---|---|\n"
                          : "| key | type | default | meaning |\n"
                            "|---|---|---|---|\n");
    for (uint32_t i = 0; bl_config_key_at(i, &key); i++) {
        if ((key.rule != NULL) == of_rules)
            add_key(&key, page->man, out);
    }
    return out->size != before;
}

/* ---- commands ----------------------------------------------------------- */

/* What the shell ends with where there is no such command (POSIX). */
enum { NOT_FOUND = 127 };

/* What a command prints, as a terminal shows it; false where there is no such
 * command, or it prints nothing. */
static bool run(const char *command, bl_buf *out)
{
    int status;
    char line[1024];
    FILE *pipe;
    char piece[4096];
    size_t size;

    snprintf(line, sizeof(line), "%s 2>&1", command);
    pipe = popen(line, "r");
    if (pipe == NULL)
        return false;
    while ((size = fread(piece, 1, sizeof(piece), pipe)) != 0)
        bl_buf_add(out, piece, size);
    status = pclose(pipe);
    tree_need(!out->failed);
    return out->size != 0 &&
           !(WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND);
}

static void add_command(bl_str usage, bl_str title, bool man, bl_buf *out)
{
    if (man) {
        const char *space = memchr(usage.ptr, ' ', usage.size);
        const size_t name =
            space != NULL ? (size_t)(space - usage.ptr) : usage.size;

        bl_buf_z(out, ".It Cm ");
        bl_buf_add(out, usage.ptr, name);
        if (space != NULL) {
            bl_buf_char(out, ' ');
            add_arguments(out, bl_str_of(space + 1, usage.size - name - 1));
        }
        bl_buf_char(out, '\n');
        add_roff(out, title);
        return;
    }
    bl_buf_z(out, "| `bilint ");
    add_cell(out, usage);
    bl_buf_z(out, "` | ");
    add_cell(out, title);
    bl_buf_z(out, " |\n");
}

/* "  bilint check [OPTIONS] FILE..." and, in the line below, what it does. */
static bool add_commands(const dev_page *page, bl_buf *out)
{
    bl_buf help;
    bl_str rest;
    bl_str line;
    bl_str usage;
    bool any = false;

    bl_buf_init(&help, &bl_alloc_default);
    run("bilint --help", &help);
    rest = bl_buf_view(&help);
    if (!page->man)
        bl_buf_z(out, "| command | what it does |\n|---|---|\n");
    while (tree_line(&rest, &line)) {
        if (!tree_begins(line, "  bilint ", &usage) ||
            !tree_begins(rest, "      ", NULL) || !tree_line(&rest, &line))
            continue;
        any = true;
        add_command(usage, tree_trim(line), page->man, out);
    }
    bl_buf_free(&help);
    return any;
}

/* ---- options of bilint check -------------------------------------------- */

/* The next field of a CLI_OPTION line; none for 0 and NULL. */
static bl_str next_field(bl_str *rest)
{
    bl_str field;
    size_t at = 0;

    *rest = tree_trim(*rest);
    if (rest->size != 0 && *rest->ptr == '"') {
        const char *end = memchr(rest->ptr + 1, '"', rest->size - 1);

        at = end != NULL ? (size_t)(end - rest->ptr) + 1 : rest->size;
    }
    while (at < rest->size && rest->ptr[at] != ',' && rest->ptr[at] != ')')
        at++;
    field = bl_str_of(rest->ptr, at);
    at += at < rest->size;
    *rest = bl_str_of(rest->ptr + at, rest->size - at);
    if (field.size >= 2 && (*field.ptr == '"' || *field.ptr == '\''))
        return bl_str_of(field.ptr + 1, field.size - 2);
    if (bl_str_equal(field, BL_STR("0")) || bl_str_equal(field, BL_STR("NULL")))
        return bl_str_of(NULL, 0);
    return field;
}

typedef struct cli_option {
    bl_str name;
    bl_str letter;
    bl_str argument;
    bl_str text;
} cli_option;

static void add_option_roff(const cli_option *o, bl_buf *out)
{
    bl_buf_z(out, ".It ");
    if (o->letter.size != 0) {
        bl_buf_z(out, "Fl ");
        bl_buf_str(out, o->letter);
        bl_buf_z(out, " , ");
    }
    bl_buf_z(out, "Fl -");
    bl_buf_str(out, o->name);
    if (o->argument.size != 0) {
        bl_buf_char(out, ' ');
        add_arguments(out, o->argument);
    }
    bl_buf_char(out, '\n');
    add_roff(out, o->text);
}

static void add_option(const cli_option *o, bl_buf *out)
{
    bl_buf_z(out, "| `");
    if (o->letter.size != 0) {
        bl_buf_char(out, '-');
        bl_buf_str(out, o->letter);
        bl_buf_z(out, "`, `");
    }
    bl_buf_z(out, "--");
    bl_buf_str(out, o->name);
    if (o->argument.size != 0) {
        bl_buf_char(out, ' ');
        add_cell(out, o->argument);
    }
    bl_buf_z(out, "` | ");
    add_cell(out, o->text);
    bl_buf_z(out, " |\n");
}

static bool add_options(const dev_page *page, bl_buf *out)
{
    bool any = false;
    bl_buf file;
    bl_str rest;
    bl_str line;

    bl_buf_init(&file, &bl_alloc_default);
    if (!tree_read("plugin/cli/options.def", &file))
        return false;
    rest = bl_buf_view(&file);
    if (!page->man)
        bl_buf_z(out, "| option | meaning |\n|---|---|\n");
    while (tree_line(&rest, &line)) {
        cli_option o;

        if (!tree_begins(line, "CLI_OPTION(", &line))
            continue;
        any = true;
        next_field(&line); /* the symbol */
        o.name = next_field(&line);
        o.letter = next_field(&line);
        o.argument = next_field(&line);
        o.text = next_field(&line);
        (page->man ? add_option_roff : add_option)(&o, out);
    }
    bl_buf_free(&file);
    return any;
}

/* ---- files and output --------------------------------------------------- */

static void add_fenced(const char *kind, bl_str text, bl_buf *out)
{
    bl_buf_z(out, "```");
    bl_buf_z(out, kind);
    bl_buf_char(out, '\n');
    bl_buf_str(out, text);
    if (text.size != 0 && text.ptr[text.size - 1] != '\n')
        bl_buf_char(out, '\n');
    bl_buf_z(out, "```\n");
}

/* check_pair.c -> c; XLIFF is shown as XML. Examples in "yaml" are those of
 * bilint.yml: the documentation is searched for them, and they are read. */
static const char *kind_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    if (dot == NULL)
        return "";
    if (strcmp(dot, ".yml") == 0)
        return strstr(path, "bilint.yml") != NULL ? "yaml" : "yml";
    return strcmp(dot, ".xlf") == 0 ? "xml" : dot + 1;
}

static bool add_file(bl_str name, bl_buf *out)
{
    char path[256];
    bl_buf file;
    bool good;

    snprintf(path, sizeof(path), "%.*s", (int)name.size, name.ptr);
    bl_buf_init(&file, &bl_alloc_default);
    good = tree_read(path, &file) && file.size != 0;
    if (good)
        add_fenced(kind_of(path), bl_buf_view(&file), out);
    bl_buf_free(&file);
    return good;
}

/* The command and below it what it prints, as in a terminal. */
static bool add_output(bl_str what, bl_buf *out)
{
    char command[512];
    bl_buf said;
    bl_buf shown;
    bool good;

    snprintf(command, sizeof(command), "%.*s", (int)what.size, what.ptr);
    bl_buf_init(&said, &bl_alloc_default);
    bl_buf_init(&shown, &bl_alloc_default);
    good = run(command, &said);
    bl_buf_z(&shown, "$ ");
    bl_buf_z(&shown, command);
    bl_buf_char(&shown, '\n');
    while (said.size != 0 && said.data[said.size - 1] == '\n')
        said.size--;
    bl_buf_str(&shown, bl_buf_view(&said));
    if (good)
        add_fenced("console", bl_buf_view(&shown), out);
    bl_buf_free(&said);
    bl_buf_free(&shown);
    return good;
}

/* ---- the block ---------------------------------------------------------- */

bool dev_block(bl_str what, const dev_page *page, bl_buf *out)
{
    bl_str tail;

    if (bl_str_equal(what, BL_STR("rules")))
        return add_rules(false, page, out);
    if (bl_str_equal(what, BL_STR("rule-titles")))
        return add_rules(true, page, out);
    if (bl_str_equal(what, BL_STR("keys")))
        return add_keys(false, page, out);
    if (bl_str_equal(what, BL_STR("custom-keys")))
        return add_custom_keys(page, out);
    if (bl_str_equal(what, BL_STR("rule-options")))
        return add_keys(true, page, out);
    if (bl_str_equal(what, BL_STR("commands")))
        return add_commands(page, out);
    if (bl_str_equal(what, BL_STR("options")))
        return add_options(page, out);
    if (bl_str_equal(what, BL_STR("functions")))
        return dev_functions(out);
    if (tree_begins(what, "type ", &tail))
        return dev_type(tail, out);
    if (tree_begins(what, "file ", &tail))
        return add_file(tail, out);
    if (tree_begins(what, "$ ", &tail))
        return add_output(tail, out);
    return false;
}
