/* SPDX-License-Identifier: Apache-2.0 */
/* Escapes, codes and quotations of examples. */
#include "notation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- UTF-8 -------------------------------------------------------------- */

static size_t put_utf8(unsigned long c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | (c >> 6));
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    out[0] = (char)(0xe0 | (c >> 12));
    out[1] = (char)(0x80 | ((c >> 6) & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
}

/* The character at `text`; damaged UTF-8 is given byte by byte. */
static unsigned long get_utf8(const char *text, size_t size, size_t *length)
{
    const unsigned char *b = (const unsigned char *)text;

    *length = 1;
    if (b[0] >= 0xc2 && b[0] < 0xe0 && size > 1) {
        *length = 2;
        return ((b[0] & 0x1fUL) << 6) | (b[1] & 0x3fUL);
    }
    if (b[0] >= 0xe0 && b[0] < 0xf0 && size > 2) {
        *length = 3;
        return ((b[0] & 0xfUL) << 12) | ((b[1] & 0x3fUL) << 6) |
               (b[2] & 0x3fUL);
    }
    if (b[0] >= 0xf0 && size > 3) {
        *length = 4;
        return ((b[0] & 7UL) << 18) | ((b[1] & 0x3fUL) << 12) |
               ((b[2] & 0x3fUL) << 6) | (b[3] & 0x3fUL);
    }
    return b[0];
}

/* Whether a reader of the page could not tell it from a space, or from
 * nothing. */
static bool is_unseen(unsigned long c)
{
    return c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa1) || c == 0xad ||
           (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
           (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff ||
           c == 0xfffc;
}

/* ---- codes -------------------------------------------------------------- */

size_t notation_code(const char *text, size_t size, size_t at)
{
    size_t n = at;
    size_t digits;

    if (n >= size || text[n++] != '<')
        return 0;
    n += n < size && text[n] == '/';
    digits = n;
    while (n < size && text[n] >= '0' && text[n] <= '9')
        n++;
    if (n == digits)
        return 0;
    n += n < size && text[n] == '/' && text[digits - 1] != '/';
    return n < size && text[n] == '>' ? n + 1 - at : 0;
}

static const char *find_native(const native *list, const char *shown)
{
    while (list != NULL && strcmp(list->shown, shown) != 0)
        list = list->next;
    return list != NULL ? list->text : NULL;
}

static void add_code(side_text *to, const char *shown, size_t size,
                     size_t start, const native *natives)
{
    const bool close = shown[1] == '/';
    const bool isolated = shown[size - 2] == '/';
    const char *digits = shown + (close ? 2 : 1);
    bilint_code *code;

    to->codes = keep_one_more(to->codes, to->code_count, sizeof(*to->codes));
    code = &to->codes[to->code_count++];
    *code = (bilint_code){
        .struct_size = sizeof(*code),
        .kind = close      ? BILINT_CODE_CLOSE
                : isolated ? BILINT_CODE_ISOLATED
                           : BILINT_CODE_OPEN,
        .start = (uint32_t)start,
        .limit = (uint32_t)(start + size),
        .id = keep_copy(digits, strspn(digits, "0123456789")),
        .native = find_native(natives, keep_copy(shown, size)),
    };
}

/* ---- reading ------------------------------------------------------------ */

/* "\t", "\s", "\u00A0" ... at `p`: how many characters were taken, 0 for
 * what is no escape. */
static size_t read_escape(const char *p, growing *out)
{
    static const char names[] = "ntrs\\<\"";
    static const char values[] = "\n\t\r \\<\"";
    const char *name;
    char hex[5] = "";
    char bytes[4];

    if (p[1] == 'u') {
        strncpy(hex, p + 2, 4);
        if (strspn(hex, "0123456789ABCDEF") != 4)
            return 0;
        grow_by(out, bytes, put_utf8(strtoul(hex, NULL, 16), bytes));
        return 6;
    }
    name = p[1] != '\0' ? strchr(names, p[1]) : NULL;
    if (name == NULL)
        return 0;
    grow_char(out, values[name - names]);
    return 2;
}

const char *notation_read(const char *written, const native *natives,
                          side_text *to)
{
    const size_t size = strlen(written);
    growing out = { NULL, 0, 0 };

    *to = (side_text){ NULL, 0, NULL, 0, false };
    if (size != 0 && (written[0] == ' ' || written[size - 1] == ' ' ||
                      strchr(written, '\t') != NULL))
        return "white space at an edge is written \\s, a tab \\t";
    grow_text(&out, "");
    for (size_t at = 0; at < size;) {
        const size_t code = notation_code(written, size, at);
        size_t taken = 1;

        if (code != 0) {
            add_code(to, written + at, code, out.size, natives);
            grow_by(&out, written + at, code);
            taken = code;
        } else if (written[at] == '\\') {
            taken = read_escape(written + at, &out);
            if (taken == 0)
                return "unknown escape; a backslash is written \\\\";
        } else {
            grow_char(&out, written[at]);
        }
        at += taken;
    }
    to->text = out.data;
    to->size = out.size;
    return NULL;
}

/* ---- writing ------------------------------------------------------------ */

static void write_char(growing *out, const char *text, size_t length,
                       unsigned long c)
{
    if (c == '\n' || c == '\t' || c == '\r' || c == '\\') {
        grow_char(out, '\\');
        grow_char(out, c == '\n'   ? 'n'
                       : c == '\t' ? 't'
                       : c == '\r' ? 'r'
                                   : '\\');
    } else if (is_unseen(c)) {
        grow_text(out, keep_print("\\u%04lX", c));
    } else {
        grow_by(out, text, length);
    }
}

const char *notation_write(const char *text, size_t size)
{
    const size_t first = text != NULL ? strspn(text, " ") : 0;
    growing out = { NULL, 0, 0 };
    size_t last = size;
    size_t length;

    while (last > first && text[last - 1] == ' ')
        last--;
    grow_text(&out, "");
    for (size_t at = 0; at < size; at += length) {
        const unsigned long c = get_utf8(text + at, size - at, &length);

        if (at < first || at >= last)
            grow_text(&out, "\\s");
        else
            write_char(&out, text + at, length, c);
    }
    return out.data;
}

/* How many places before `start` read the same. */
static unsigned count_before(const char *text, size_t size, size_t start,
                             size_t limit)
{
    const size_t length = limit - start;
    unsigned count = 0;

    for (size_t at = 0; at < start && at + length <= size; at++)
        count += memcmp(text + at, text + start, length) == 0;
    return count;
}

static unsigned count_points(const char *text, size_t size)
{
    unsigned count = 0;

    for (size_t at = 0; at < size; at++)
        count += ((unsigned char)text[at] & 0xc0) != 0x80;
    return count;
}

const char *notation_quote(const char *text, size_t size, size_t start,
                           size_t limit)
{
    growing out = { NULL, 0, 0 };
    unsigned before;
    size_t length;

    if (start == limit && start == size)
        return "\"\"#end";
    if (start == limit)
        return keep_print("\"\"#%u", count_points(text, start));
    grow_char(&out, '"');
    for (size_t at = start; at < limit; at += length) {
        const unsigned long c = get_utf8(text + at, limit - at, &length);

        if (c == '"')
            grow_char(&out, '\\');
        write_char(&out, text + at, length, c);
    }
    grow_char(&out, '"');
    before = count_before(text, size, start, limit);
    if (before != 0)
        grow_text(&out, keep_print("#%u", before + 1));
    return out.data;
}
