/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding by hand, and XML read forward from one place. */
#include "golden/shown.h"

#include <stdlib.h>
#include <string.h>

/* ---- characters --------------------------------------------------------- */

typedef enum encoding { UTF8, UTF16LE, UTF16BE, WINDOWS_1252, OTHER } encoding;

static bool has(const unsigned char *bytes, size_t size, const char *text)
{
    const size_t length = strlen(text);

    for (size_t i = 0; i + length <= size; i++) {
        if (memcmp(bytes + i, text, length) == 0)
            return true;
    }
    return false;
}

static encoding encoding_of(const unsigned char *bytes, size_t size,
                            size_t *mark)
{
    const size_t head = size < 100 ? size : 100;

    *mark = 0;
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        *mark = 3;
        return UTF8;
    }
    if (size >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0) {
        *mark = 2;
        return UTF16LE;
    }
    if (size >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        *mark = 2;
        return UTF16BE;
    }
    if (size >= 2 && bytes[0] == '<' && bytes[1] == 0)
        return UTF16LE;
    if (size >= 2 && bytes[0] == 0 && bytes[1] == '<')
        return UTF16BE;
    if (has(bytes, head, "windows-1252"))
        return WINDOWS_1252;
    return has(bytes, head, "encoding=") && !has(bytes, head, "UTF-8") &&
                   !has(bytes, head, "utf-8")
               ? OTHER
               : UTF8;
}

/* 0x80 to 0x9f; what is not in use there is 0. */
static const uint16_t windows_1252[] = {
    0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
    0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0,      0x17d,  0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178,
};

static size_t decode(const unsigned char *p, size_t left, encoding how,
                     uint32_t *c)
{
    const size_t big = how == UTF16BE;

    if (how == WINDOWS_1252) {
        *c = p[0] >= 0x80 && p[0] < 0xa0 ? windows_1252[p[0] - 0x80] : p[0];
        return 1;
    }
    if (how == UTF8) {
        const size_t size = p[0] < 0x80   ? 1
                            : p[0] < 0xe0 ? 2
                            : p[0] < 0xf0 ? 3
                                          : 4;

        *c = size == 1 ? p[0] : p[0] & (0xffu >> (size + 1));
        for (size_t i = 1; i < size && i < left; i++)
            *c = *c << 6 | (p[i] & 0x3fu);
        return size < left ? size : left;
    }
    if (left < 2)
        return left;
    *c = (uint32_t)p[1 - big] << 8 | p[big];
    if (*c >= 0xd800 && *c < 0xdc00 && left >= 4) {
        *c = 0x10000 + ((*c & 0x3ff) << 10) +
             (((uint32_t)p[3 - big] << 8 | p[2 + big]) & 0x3ff);
        return 4;
    }
    return 2;
}

bool shown_open(const unsigned char *bytes, size_t size, shown_file *file)
{
    size_t at;
    const encoding how = encoding_of(bytes, size, &at);
    uint32_t line = 1;
    uint32_t column = 1;

    file->count = 0;
    file->chars = calloc(size + 1, sizeof(shown_char));
    if (how == OTHER || file->chars == NULL)
        return false;
    while (at < size) {
        shown_char *one = &file->chars[file->count++];

        one->offset = at;
        one->line = line;
        one->column = column++;
        at += decode(bytes + at, size - at, how, &one->c);
        if (one->c == '\n') {
            line++;
            column = 1;
        }
    }
    return true;
}

void shown_close(shown_file *file)
{
    free(file->chars);
}

const shown_char *shown_at(const shown_file *file, uint64_t offset)
{
    for (size_t i = 0; i < file->count; i++) {
        if (file->chars[i].offset == offset)
            return &file->chars[i];
    }
    return NULL;
}

/* ---- XML from a place on ------------------------------------------------ */

typedef struct cursor {
    const shown_file *file;
    size_t at;
    bool cdata;
    uint32_t pending[64]; /* of an entity, still to come; ends with 0 */
    size_t pending_at;
} cursor;

static bool looking_at(const cursor *k, const char *text)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (k->at + i >= k->file->count ||
            k->file->chars[k->at + i].c != (unsigned char)text[i])
            return false;
    }
    return true;
}

/* Behind the next `text`. */
static void skip_to(cursor *k, const char *text)
{
    while (k->at < k->file->count && !looking_at(k, text))
        k->at++;
    k->at += strlen(text);
}

static uint32_t character(const char *reference)
{
    return (uint32_t)(reference[1] == 'x'
                          ? strtoul(reference + 2, NULL, 16)
                          : strtoul(reference + 1, NULL, 10));
}

/* The text of the entity `name`, from the DTD at the head of the file, with
 * the entities that it is made of; `n` characters are there already. */
static size_t expand(const shown_file *file, const char *name,
                     uint32_t *out, size_t n, size_t room)
{
    cursor k = { .file = file };
    uint32_t quote;

    do {
        skip_to(&k, "<!ENTITY ");
        if (k.at >= file->count)
            return n;
    } while (!looking_at(&k, name) ||
             file->chars[k.at + strlen(name)].c != ' ');
    k.at += strlen(name) + 1;
    quote = file->chars[k.at++].c;
    while (k.at < file->count && file->chars[k.at].c != quote &&
           n + 1 < room) {
        char inner[32] = "";
        size_t size = 0;

        if (file->chars[k.at].c != '&') {
            out[n++] = file->chars[k.at++].c;
            continue;
        }
        for (k.at++; file->chars[k.at].c != ';' && size + 1 < sizeof(inner);
             k.at++)
            inner[size++] = (char)file->chars[k.at].c;
        k.at++;
        if (inner[0] == '#')
            out[n++] = character(inner);
        else
            n = expand(file, inner, out, n, room);
    }
    return n;
}

static uint32_t reference(cursor *k)
{
    static const struct {
        const char *name;
        uint32_t c;
    } known[] = { { "amp", '&' },
                  { "lt", '<' },
                  { "gt", '>' },
                  { "quot", '"' },
                  { "apos", '\'' } };
    char name[32] = "";
    size_t n = 0;

    for (k->at++; k->at < k->file->count && k->file->chars[k->at].c != ';' &&
                  n + 1 < sizeof(name);
         k->at++)
        name[n++] = (char)k->file->chars[k->at].c;
    k->at++;
    if (name[0] == '#')
        return character(name);
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        if (strcmp(name, known[i].name) == 0)
            return known[i].c;
    }
    n = expand(k->file, name, k->pending, 0,
               sizeof(k->pending) / sizeof(k->pending[0]));
    k->pending[n] = 0;
    k->pending_at = 1;
    return k->pending[0];
}

/* A tag: marks are passed over, other elements are codes, with the native
 * code inside. 0 where it is no code. */
static uint32_t tag(cursor *k)
{
    static const char *const natives[] = { "bpt", "ept", "it", "ph" };
    const bool end = looking_at(k, "</");
    bool empty;

    if (looking_at(k, "<mrk") || looking_at(k, "</mrk") ||
        looking_at(k, "<sm") || looking_at(k, "<em")) {
        skip_to(k, ">");
        return 0;
    }
    if (looking_at(k, "<cp hex=\"")) {
        skip_to(k, "hex=\"");
        skip_to(k, ">");
        return 0xfffd; /* compared as "some character" */
    }
    for (size_t i = 0; i < 4 && !end; i++) {
        char close[8] = "</";

        k->at++;
        if (!looking_at(k, natives[i])) {
            k->at--;
            continue;
        }
        strcat(strcat(close, natives[i]), ">");
        skip_to(k, ">");
        empty = k->file->chars[k->at - 2].c == '/';
        if (!empty)
            skip_to(k, close);
        return 0xfffc;
    }
    skip_to(k, ">");
    return 0xfffc;
}

/* The next character of the text; 0 at the end of the file. */
static uint32_t next(cursor *k)
{
    while (k->at < k->file->count) {
        const uint32_t c = k->file->chars[k->at].c;
        uint32_t shown;

        if (k->pending[k->pending_at] != 0)
            return k->pending[k->pending_at++];
        if (k->cdata && looking_at(k, "]]>")) {
            k->cdata = false;
            k->at += 3;
        } else if (k->cdata) {
            k->at++;
            return c;
        } else if (looking_at(k, "<![CDATA[")) {
            k->cdata = true;
            k->at += 9;
        } else if (looking_at(k, "<!--")) {
            skip_to(k, "-->");
        } else if (looking_at(k, "<?")) {
            skip_to(k, "?>");
        } else if (c == '<') {
            shown = tag(k);
            if (shown != 0)
                return shown;
        } else if (c == '&') {
            return reference(k);
        } else if (looking_at(k, "\r\n")) {
            k->at++;
        } else {
            k->at++;
            return c == '\r' ? '\n' : c;
        }
    }
    return 0;
}

/* A mark may begin inside of CDATA, whose beginning is then behind us. */
static bool inside_cdata(const shown_file *file, size_t at)
{
    cursor k = { .file = file };
    bool inside = false;

    for (; k.at < at; k.at++) {
        if (looking_at(&k, "<![CDATA["))
            inside = true;
        else if (looking_at(&k, "]]>"))
            inside = false;
    }
    return inside;
}

bool shown_is(const shown_file *file, const shown_char *at, const char *text,
              size_t size)
{
    cursor k = { .file = file, .at = (size_t)(at - file->chars) };

    k.cdata = inside_cdata(file, k.at);
    for (size_t i = 0; i < size;) {
        const unsigned char *p = (const unsigned char *)text + i;
        uint32_t wanted;
        uint32_t shown;

        i += decode(p, size - i, UTF8, &wanted);
        shown = next(&k);
        if (shown != wanted && shown != 0xfffd)
            return false;
    }
    return true;
}
