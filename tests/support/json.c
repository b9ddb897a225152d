/* SPDX-License-Identifier: Apache-2.0 */
/* A strict reader of JSON. */
#include "json.h"

#include "keep.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 64 };

typedef struct reader {
    const char *at;
    const char *limit;
    const char *why; /* the first thing that was wrong */
    int depth;
} reader;

static void *refuse(reader *r, const char *why)
{
    if (r->why == NULL)
        r->why = why;
    return NULL;
}

static char peek(const reader *r)
{
    return r->at < r->limit ? *r->at : '\0';
}

static void skip_white(reader *r)
{
    while (r->at < r->limit && strchr(" \t\r\n", *r->at) != NULL &&
           *r->at != '\0')
        r->at++;
}

static json *make(json_kind kind)
{
    json *value = keep(sizeof(*value));

    value->kind = kind;
    return value;
}

/* ---- strings ------------------------------------------------------------ */

/* Bytes of the UTF-8 sequence at `at`, or 0 where it is none: no overlong
 * form, no surrogate, nothing above U+10FFFF. */
static size_t sequence(const reader *r)
{
    const unsigned char *b = (const unsigned char *)r->at;
    const size_t left = (size_t)(r->limit - r->at);
    const size_t size = b[0] < 0x80   ? 1
                        : b[0] < 0xc2 ? 0
                        : b[0] < 0xe0 ? 2
                        : b[0] < 0xf0 ? 3
                        : b[0] < 0xf5 ? 4
                                      : 0;

    if (size == 0 || size > left)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((b[i] & 0xc0) != 0x80)
            return 0;
    }
    if ((b[0] == 0xe0 && b[1] < 0xa0) || (b[0] == 0xed && b[1] > 0x9f) ||
        (b[0] == 0xf0 && b[1] < 0x90) || (b[0] == 0xf4 && b[1] > 0x8f))
        return 0;
    return size;
}

static void add_point(growing *out, unsigned long c)
{
    if (c < 0x80) {
        grow_char(out, (char)c);
        return;
    }
    if (c < 0x800) {
        grow_char(out, (char)(0xc0 | (c >> 6)));
    } else {
        if (c < 0x10000) {
            grow_char(out, (char)(0xe0 | (c >> 12)));
        } else {
            grow_char(out, (char)(0xf0 | (c >> 18)));
            grow_char(out, (char)(0x80 | ((c >> 12) & 0x3f)));
        }
        grow_char(out, (char)(0x80 | ((c >> 6) & 0x3f)));
    }
    grow_char(out, (char)(0x80 | (c & 0x3f)));
}

/* Four hexadecimal digits. */
static bool read_hex(reader *r, unsigned long *c)
{
    char digits[5] = "";

    if (r->limit - r->at < 4)
        return false;
    memcpy(digits, r->at, 4);
    r->at += 4;
    *c = strtoul(digits, NULL, 16);
    return strspn(digits, "0123456789abcdefABCDEF") == 4;
}

static void read_escape(reader *r, growing *out)
{
    static const char names[] = "\"\\/bfnrt";
    static const char values[] = "\"\\/\b\f\n\r\t";
    const char c = peek(r);
    const char *name = c != '\0' ? strchr(names, c) : NULL;
    unsigned long high;
    unsigned long low;

    r->at++;
    if (name != NULL) {
        grow_char(out, values[name - names]);
        return;
    }
    if (c != 'u' || !read_hex(r, &high)) {
        refuse(r, "no such escape");
        return;
    }
    if (high < 0xd800 || high > 0xdfff) {
        add_point(out, high);
        return;
    }
    if (high > 0xdbff || r->limit - r->at < 2 || r->at[0] != '\\' ||
        r->at[1] != 'u') {
        refuse(r, "half a surrogate pair");
        return;
    }
    r->at += 2;
    if (!read_hex(r, &low) || low < 0xdc00 || low > 0xdfff)
        refuse(r, "half a surrogate pair");
    else
        add_point(out, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
}

static json *read_string(reader *r)
{
    json *value = make(JSON_STRING);
    growing out = { NULL, 0, 0 };

    grow_text(&out, "");
    r->at++;
    while (r->why == NULL && peek(r) != '"') {
        size_t size;

        if (r->at >= r->limit)
            return refuse(r, "a string without an end");
        size = sequence(r);
        if (size == 0)
            return refuse(r, "damaged UTF-8");
        if ((unsigned char)*r->at < 0x20)
            return refuse(r, "a control character in a string");
        if (*r->at == '\\') {
            r->at++;
            read_escape(r, &out);
            continue;
        }
        grow_by(&out, r->at, size);
        r->at += size;
    }
    r->at++;
    value->text = out.data;
    value->size = out.size;
    return value;
}

/* ---- numbers and words -------------------------------------------------- */

static size_t digits(reader *r)
{
    const char *start = r->at;

    while (peek(r) >= '0' && peek(r) <= '9')
        r->at++;
    return (size_t)(r->at - start);
}

static json *read_number(reader *r)
{
    json *value = make(JSON_NUMBER);
    const char *start = r->at;
    size_t count;

    r->at += peek(r) == '-';
    count = digits(r);
    if (count == 0 || (count > 1 && r->at[-(ptrdiff_t)count] == '0'))
        return refuse(r, "not a number");
    if (peek(r) == '.') {
        r->at++;
        if (digits(r) == 0)
            return refuse(r, "not a number");
    }
    if (peek(r) == 'e' || peek(r) == 'E') {
        r->at++;
        r->at += peek(r) == '+' || peek(r) == '-';
        if (digits(r) == 0)
            return refuse(r, "not a number");
    }
    value->size = (size_t)(r->at - start);
    value->text = keep_copy(start, value->size);
    return value;
}

static json *read_word(reader *r)
{
    static const struct {
        const char *text;
        json_kind kind;
    } words[] = { { "null", JSON_NULL },
                  { "false", JSON_FALSE },
                  { "true", JSON_TRUE } };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        const size_t size = strlen(words[i].text);

        if ((size_t)(r->limit - r->at) >= size &&
            memcmp(r->at, words[i].text, size) == 0) {
            r->at += size;
            return make(words[i].kind);
        }
    }
    return refuse(r, "no value");
}

/* ---- arrays, objects ---------------------------------------------------- */

static json *read_value(reader *r);

static json *read_member(reader *r, const json *object)
{
    const json *name;
    json *value;

    if (peek(r) != '"')
        return refuse(r, "a member without a name");
    name = read_string(r);
    if (name == NULL || r->why != NULL)
        return NULL;
    if (json_member(object, name->text) != NULL)
        return refuse(r, "a name that is there twice");
    skip_white(r);
    if (peek(r) != ':')
        return refuse(r, "a member without a value");
    r->at++;
    value = read_value(r);
    if (value != NULL)
        value->name = name->text;
    return value;
}

static json *read_list(reader *r, json_kind kind, char close)
{
    json *list = make(kind);
    json **end = &list->first;

    if (++r->depth > DEPTH_MAX)
        return refuse(r, "too deep");
    r->at++;
    skip_white(r);
    if (peek(r) == close) {
        r->at++;
        r->depth--;
        return list;
    }
    for (;; r->at++) {
        skip_white(r);
        *end = kind == JSON_OBJECT ? read_member(r, list) : read_value(r);
        if (*end == NULL || r->why != NULL)
            return NULL;
        end = &(*end)->next;
        skip_white(r);
        if (peek(r) != ',')
            break;
    }
    if (peek(r) != close)
        return refuse(r, "a comma or the end is missing");
    r->at++;
    r->depth--;
    return list;
}

static json *read_value(reader *r)
{
    skip_white(r);
    switch (peek(r)) {
    case '{':
        return read_list(r, JSON_OBJECT, '}');
    case '[':
        return read_list(r, JSON_ARRAY, ']');
    case '"':
        return read_string(r);
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
        return read_number(r);
    default:
        return read_word(r);
    }
}

const json *json_read(const char *text, size_t size, const char **why)
{
    reader r = { text, text + size, NULL, 0 };
    const json *value = read_value(&r);

    skip_white(&r);
    if (r.why == NULL && r.at != r.limit)
        refuse(&r, "something behind the value");
    *why = r.why;
    return r.why == NULL ? value : NULL;
}

const json *json_member(const json *object, const char *name)
{
    const json *member =
        object != NULL && object->kind == JSON_OBJECT ? object->first : NULL;

    while (member != NULL && strcmp(member->name, name) != 0)
        member = member->next;
    return member;
}

bool json_integer(const json *value, long long *out)
{
    char *end;

    if (value == NULL || value->kind != JSON_NUMBER)
        return false;
    errno = 0;
    *out = strtoll(value->text, &end, 10);
    return *end == '\0' && errno == 0;
}
