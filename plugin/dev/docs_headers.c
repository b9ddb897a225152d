/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The public headers as reference: each function with its comment, and the
 * declarations of types. Reads include/bilint/ as text; the comments have the
 * form that tests/tree/headers.cmake asks for.
 */
#include "dev/blocks.h"

#include <stdio.h>

static const char *const headers[] = { "include/bilint/bilint.h",
                                       "include/bilint/terms.h",
                                       "include/bilint/host.h" };
enum { HEADERS = sizeof(headers) / sizeof(headers[0]) };

/* The first place of `text` in `where`, or NULL. */
static const char *find(bl_str where, const char *text)
{
    const size_t size = strlen(text);

    for (size_t at = 0; at + size <= where.size; at++) {
        if (memcmp(where.ptr + at, text, size) == 0)
            return where.ptr + at;
    }
    return NULL;
}

static bl_str up_to(bl_str text, const char *limit)
{
    return bl_str_of(text.ptr, (size_t)(limit - text.ptr));
}

static bl_str from(bl_str text, const char *start)
{
    return bl_str_of(start, text.size - (size_t)(start - text.ptr));
}

/* A line of a comment without its " * ". */
static bl_str plain(bl_str line)
{
    line = tree_trim(line);
    if (line.size != 0 && *line.ptr == '*')
        line = bl_str_of(line.ptr + 1, line.size - 1);
    if (line.size != 0 && *line.ptr == ' ')
        line = bl_str_of(line.ptr + 1, line.size - 1);
    return line;
}

/* ---- a function --------------------------------------------------------- */

/* "bilint_check_pair" of "BILINT_API bilint_status BILINT_CALL ...(" */
static bl_str name_of(bl_str declaration)
{
    const char *bracket = memchr(declaration.ptr, '(', declaration.size);
    const char *start = bracket;

    while (start > declaration.ptr && start[-1] != ' ' && start[-1] != '\n' &&
           start[-1] != '*')
        start--;
    return bl_str_of(start, (size_t)(bracket - start));
}

/* Bytes of white space and of words that say how it is exported. */
static size_t passed_over(bl_str text)
{
    static const char *const words[] = { "BILINT_API", "BILINT_CALL", " ",
                                         "\n" };
    size_t size = 0;

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (tree_begins(text, words[i], NULL))
            size = strlen(words[i]);
    }
    return size;
}

/* On one line, or broken behind commas. */
static void add_declaration(bl_str declaration, bl_buf *out)
{
    enum { DECLARATION_COLUMNS = 76 };
    size_t line;
    bool gap = false;

    bl_buf_z(out, "```c\n");
    line = out->size;
    while (declaration.size != 0) {
        const size_t skip = passed_over(declaration);
        const size_t word = skip != 0 ? skip : 1;
        const char *comma = memchr(declaration.ptr, ',', declaration.size);
        const size_t piece = comma != NULL
                                 ? (size_t)(comma - declaration.ptr) + 1
                                 : declaration.size + 1;
        const char last = out->data[out->size - 1];

        if (skip == 0) {
            if (gap && last == ',' &&
                out->size - line + piece > DECLARATION_COLUMNS) {
                bl_buf_z(out, "\n    ");
                line = out->size - strlen("    ");
            } else if (gap && last != '\n' && last != '(' && last != '*') {
                bl_buf_char(out, ' ');
            }
            bl_buf_char(out, *declaration.ptr);
        }
        gap = skip != 0;
        declaration =
            bl_str_of(declaration.ptr + word, declaration.size - word);
    }
    bl_buf_z(out, ";\n```\n\n");
}

/* What Markdown would take for its own. */
static void add_prose(bl_str text, bl_buf *out)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] == '*' || text.ptr[i] == '<')
            bl_buf_char(out, '\\');
        bl_buf_char(out, text.ptr[i]);
    }
    bl_buf_char(out, '\n');
}

/* "[owner: *out is the caller's]" -> "owner: *out is the caller's" */
static void add_clause(bl_str line, bl_buf *out)
{
    const char *colon = memchr(line.ptr, ':', line.size);

    bl_buf_z(out, "- ");
    if (colon != NULL) {
        bl_buf_z(out, "*");
        bl_buf_add(out, line.ptr + 1, (size_t)(colon - line.ptr - 1));
        bl_buf_z(out, "*");
        line = from(line, colon);
    }
    add_prose(bl_str_of(line.ptr, line.size - (line.ptr[line.size - 1] == ']')),
              out);
}

/* Paragraphs stay; parameters and clauses become items of a list. */
static void add_comment(bl_str comment, bl_buf *out)
{
    bl_str line;
    bl_str tail;

    while (tree_line(&comment, &line)) {
        line = plain(line);
        if (tree_begins(line, "@param ", &tail)) {
            const char *space = memchr(tail.ptr, ' ', tail.size);

            bl_buf_z(out, "- `");
            bl_buf_str(out, space != NULL ? up_to(tail, space) : tail);
            bl_buf_z(out, "`: ");
            add_prose(space != NULL ? tree_trim(from(tail, space))
                                    : bl_str_of("", 0),
                      out);
        } else if (tree_begins(line, "@return ", &tail)) {
            bl_buf_z(out, "- returns ");
            add_prose(tail, out);
        } else if (line.size > 1 && *line.ptr == '[') {
            add_clause(line, out);
        } else if (line.size != 0 && *line.ptr == ' ') {
            bl_buf_z(out, "  "); /* more of an item */
            add_prose(tree_trim(line), out);
        } else {
            add_prose(line, out);
        }
    }
}

static void add_function(bl_str comment, bl_str declaration, bl_buf *out)
{
    bl_buf_z(out, "### ");
    bl_buf_str(out, name_of(declaration));
    bl_buf_z(out, "\n\n");
    add_declaration(declaration, out);
    add_comment(comment, out);
    bl_buf_char(out, '\n');
}

/* ---- a header ----------------------------------------------------------- */

/* Each comment that is followed by an exported function. */
static uint32_t add_header(bl_str text, bl_buf *out)
{
    uint32_t count = 0;
    const char *at;

    while ((at = find(text, "/**\n")) != NULL) {
        const char *end;
        bl_str comment;
        bl_str code;
        const char *semicolon;

        text = from(text, at + 4);
        end = find(text, "*/");
        if (end == NULL)
            break;
        comment = tree_trim(up_to(text, end));
        text = from(text, end + 2);
        code = tree_trim(text);
        semicolon = memchr(code.ptr, ';', code.size);
        if (semicolon == NULL || !tree_begins(code, "BILINT_API ", NULL))
            continue;
        add_function(comment, up_to(code, semicolon), out);
        count++;
    }
    return count;
}

bool dev_functions(bl_buf *out)
{
    uint32_t count = 0;

    for (int i = 0; i < HEADERS; i++) {
        bl_buf file;

        bl_buf_init(&file, &bl_alloc_default);
        if (tree_read(headers[i], &file))
            count += add_header(bl_buf_view(&file), out);
        bl_buf_free(&file);
    }
    return count != 0;
}

/* ---- a type ------------------------------------------------------------- */

/* From "typedef struct NAME {" to "} NAME;". */
static bool add_type(bl_str text, bl_str name, bl_buf *out)
{
    char begin[120];
    char end[120];
    const char *start;
    const char *limit;

    snprintf(begin, sizeof(begin), "typedef struct %.*s {", (int)name.size,
             name.ptr);
    snprintf(end, sizeof(end), "\n} %.*s;", (int)name.size, name.ptr);
    start = find(text, begin);
    limit = start != NULL ? find(from(text, start), end) : NULL;
    if (limit == NULL)
        return false;
    bl_buf_z(out, "```c\n");
    bl_buf_str(out, up_to(from(text, start), limit));
    bl_buf_z(out, end);
    bl_buf_z(out, "\n```\n");
    return true;
}

bool dev_type(bl_str name, bl_buf *out)
{
    bool found = false;

    for (int i = 0; i < HEADERS && !found; i++) {
        bl_buf file;

        bl_buf_init(&file, &bl_alloc_default);
        found = tree_read(headers[i], &file) &&
                add_type(bl_buf_view(&file), name, out);
        bl_buf_free(&file);
    }
    return found;
}
