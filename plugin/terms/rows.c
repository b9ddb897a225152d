/* SPDX-License-Identifier: Apache-2.0 */
/* Taking rows apart. Fields without quotes are not copied. */
#include "terms/rows.h"

bl_str bl_trim(bl_str text)
{
    while (text.size != 0 && (*text.ptr == ' ' || *text.ptr == '\t')) {
        text.ptr++;
        text.size--;
    }
    while (text.size != 0 && (text.ptr[text.size - 1] == ' ' ||
                              text.ptr[text.size - 1] == '\t' ||
                              text.ptr[text.size - 1] == '\r'))
        text.size--;
    return text;
}

/* Excel writes what the country's list separator is. */
static char find_separator(bl_str text)
{
    size_t commas = 0;
    size_t semicolons = 0;
    bool quoted = false;

    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (c == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == '\t')
            return '\t';
        if (c == '\n')
            break;
        commas += c == ',';
        semicolons += c == ';';
    }
    return semicolons > commas ? ';' : ',';
}

void bl_rows_init(bl_rows *rows, const bl_alloc *alloc, bl_str text,
                  char separator)
{
    rows->text = text;
    rows->separator = separator != '\0' ? separator : find_separator(text);
    rows->line = 0;
    rows->next = 1;
    rows->open = false;
    rows->field_count = 0;
    bl_buf_init(&rows->row, alloc);
}

void bl_rows_free(bl_rows *rows)
{
    bl_buf_free(&rows->row);
}

static bool ends_field(const bl_rows *rows, bl_str text, size_t at)
{
    return at >= text.size || text.ptr[at] == rows->separator ||
           text.ptr[at] == '\n' ||
           (text.ptr[at] == '\r' && at + 1 < text.size &&
            text.ptr[at + 1] == '\n');
}

/* Where the quote that begins the text is closed, or the text's size. */
static size_t find_close(bl_str text)
{
    for (size_t at = 1; at < text.size; at++) {
        if (text.ptr[at] != '"')
            continue;
        if (at + 1 < text.size && text.ptr[at + 1] == '"')
            at++;
        else
            return at;
    }
    return text.size;
}

/* Between tabs a quote is one only when it ends the field as well, on the
 * same line, and there is a reason for it: spreadsheets quote fields with
 * commas, tabs and quotes. */
static bool is_quoted(const bl_rows *rows, bl_str text, size_t close)
{
    if (rows->separator != '\t')
        return true;
    return close < text.size && ends_field(rows, text, close + 1) &&
           memchr(text.ptr, '\n', close) == NULL &&
           (memchr(text.ptr + 1, '"', close - 1) != NULL ||
            memchr(text.ptr, ',', close) != NULL ||
            memchr(text.ptr, '\t', close) != NULL);
}

/* A quoted field without its quotes, added to the row's memory. */
static void unquote(bl_rows *rows, bl_str inside)
{
    for (size_t i = 0; i < inside.size; i++) {
        bl_buf_char(&rows->row, inside.ptr[i]);
        rows->next += inside.ptr[i] == '\n';
        if (inside.ptr[i] == '"')
            i++;
    }
}

/* One field: where it stands, or nothing where it was unquoted into the
 * row's memory. What stands between its quote and the separator is lost. A
 * quote that is not closed is a character like others. */
static bl_str read_field(bl_rows *rows, bool *last)
{
    const bl_str text = rows->text;
    bl_str field = bl_str_of(NULL, 0);
    size_t at = 0;

    if (text.size != 0 && *text.ptr == '"') {
        const size_t close = find_close(text);

        if (close == text.size && rows->separator != '\t') {
            rows->open = true;
        } else if (is_quoted(rows, text, close)) {
            unquote(rows, bl_str_of(text.ptr + 1, close - 1));
            at = close + 1;
        }
    }
    if (at == 0)
        field.ptr = text.ptr;
    while (!ends_field(rows, text, at))
        at++;
    if (field.ptr != NULL)
        field.size = at;
    if (at < text.size && text.ptr[at] == '\r')
        at++;
    *last = at >= text.size || text.ptr[at] == '\n';
    if (at < text.size)
        at++;
    rows->text = bl_str_of(text.ptr + at, text.size - at);
    return field;
}

bool bl_rows_next(bl_rows *rows)
{
    size_t starts[BL_FIELDS_MAX]; /* in the row's memory, which may move */
    bool last = false;

    if (rows->text.size == 0)
        return false;
    rows->line = rows->next;
    rows->open = false;
    rows->field_count = 0;
    bl_buf_clear(&rows->row);
    while (!last) {
        const size_t start = rows->row.size;
        bl_str field = read_field(rows, &last);

        if (rows->field_count == BL_FIELDS_MAX)
            continue;
        if (field.ptr == NULL)
            field.size = rows->row.size - start;
        starts[rows->field_count] = start;
        rows->fields[rows->field_count++] = field;
    }
    rows->next++;
    for (int i = 0; i < rows->field_count; i++) {
        if (rows->fields[i].ptr == NULL && rows->fields[i].size != 0)
            rows->fields[i].ptr = rows->row.data + starts[i];
        rows->fields[i] = bl_trim(rows->fields[i]);
    }
    return !rows->row.failed;
}
