/* SPDX-License-Identifier: Apache-2.0 */
/* Character classes, from their text to ranges of characters. */
#include "text/char_class.h"

#include "text/utf8.h"

#include <unicode/uset.h>
#include <unicode/ustring.h>

#include <string.h>

enum { LAST = 0x10ffff, PROPERTY_SIZE = 64, SUBTRACTIONS_MAX = 8 };

typedef struct parser {
    bl_str text;
    size_t at;
    int depth; /* of classes in classes */
} parser;

static bool is_over(const parser *p)
{
    return p->at == p->text.size;
}

static uint32_t peek(const parser *p)
{
    size_t at = p->at;

    return is_over(p) ? 0 : bl_utf8_next(p->text.ptr, p->text.size, &at);
}

static uint32_t next(parser *p)
{
    return is_over(p) ? 0
                      : bl_utf8_next(p->text.ptr, p->text.size, &p->at);
}

/* Whether the next two are those. */
static bool is_pair(const parser *p, char first, char second)
{
    return p->at + 1 < p->text.size && p->text.ptr[p->at] == first &&
           p->text.ptr[p->at + 1] == second;
}

/* A set that ICU knows, "\\p{Lu}"; of the others if `other`. */
static bool add_known(USet *set, const char *pattern, bool other)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[PROPERTY_SIZE];
    int32_t size = 0;
    USet *known;

    u_strFromUTF8(units, PROPERTY_SIZE, &size, pattern, -1, &status);
    known = U_SUCCESS(status) ? uset_openPattern(units, size, &status) : NULL;
    if (U_FAILURE(status)) {
        uset_close(known);
        return false;
    }
    if (other)
        uset_complement(known);
    uset_addAll(set, known);
    uset_close(known);
    return true;
}

/* \p{L}, behind its first two characters: a category, or a block "IsGreek". */
static bool add_property(parser *p, USet *set, bool other)
{
    const char *begin = p->text.ptr + p->at;
    const char *end =
        !is_over(p) ? memchr(begin, '}', p->text.size - p->at) : NULL;
    const size_t size = end != NULL ? (size_t)(end - begin) : 0;
    char pattern[PROPERTY_SIZE];

    if (size < 2 || size > PROPERTY_SIZE - 16 || begin[0] != '{')
        return false;
    for (size_t i = 1; i < size; i++) {
        if (strchr("[]\\:&^", begin[i]) != NULL)
            return false;
    }
    p->at += size + 1;
    if (size > 3 && begin[1] == 'I' && begin[2] == 's') {
        memcpy(pattern, "\\p{Block=", 9);
        memcpy(pattern + 9, begin + 3, size - 3);
        memcpy(pattern + 9 + size - 3, "}", 2);
    } else {
        memcpy(pattern, "\\p", 2);
        memcpy(pattern + 2, begin, size);
        memcpy(pattern + 2 + size, "}", 2);
    }
    return add_known(set, pattern, other);
}

/* What stands behind a backslash: one character, or a set of them, which goes
 * to `set`; false where that is nothing. */
static bool read_escape(parser *p, USet *set, bool *single, uint32_t *c)
{
    *c = next(p);
    *single = true;
    switch (*c) {
    case 'n':
        *c = '\n';
        return true;
    case 'r':
        *c = '\r';
        return true;
    case 't':
        *c = '\t';
        return true;
    case 'd':
    case 'D':
        *single = false;
        return add_known(set, "\\p{Nd}", *c == 'D');
    case 's':
    case 'S':
        *single = false;
        return add_known(set, "[\\u0020\\t\\n\\r]", *c == 'S');
    case 'w':
    case 'W':
        *single = false;
        return add_known(set, "[^\\p{P}\\p{Z}\\p{C}]", *c == 'W');
    case 'p':
    case 'P':
        *single = false;
        return add_property(p, set, *c == 'P');
    default:
        return *c != 0 && *c < 0x80 && strchr("\\|.-^?*+{}()[]$/ \"'&#",
                                              (int)*c) != NULL;
    }
}

/* One character of a class, or a set; false: there is none here. */
static bool read_item(parser *p, USet *set, bool *single, uint32_t *c)
{
    *single = true;
    if (is_over(p) || peek(p) == ']' || peek(p) == '[')
        return false;
    *c = next(p);
    return *c != '\\' || read_escape(p, set, single, c);
}

static bool read_class(parser *p, USet *set);

/* "-[aeiou]", behind the minus sign. */
static bool subtract(parser *p, USet *set)
{
    USet *less = uset_openEmpty();
    const bool sound = p->depth < SUBTRACTIONS_MAX && read_class(p, less);

    if (sound)
        uset_removeAll(set, less);
    uset_close(less);
    return sound;
}

/* "a", "a-z", "\d" */
static bool read_range(parser *p, USet *set)
{
    uint32_t first;
    uint32_t last;
    bool single;

    if (!read_item(p, set, &single, &first))
        return false;
    last = first;
    if (single && peek(p) == '-' && !is_pair(p, '-', ']') &&
        !is_pair(p, '-', '[')) {
        p->at++;
        if (!read_item(p, set, &single, &last) || !single || last < first)
            return false;
    }
    if (single)
        uset_addRange(set, (UChar32)first, (UChar32)last);
    return true;
}

/* "[...]" */
static bool read_class(parser *p, USet *set)
{
    bool others;
    bool some = false;

    if (next(p) != '[')
        return false;
    p->depth++;
    others = peek(p) == '^';
    p->at += others;
    while (!is_over(p) && peek(p) != ']' && !is_pair(p, '-', '[')) {
        if (!read_range(p, set))
            return false;
        some = true;
    }
    if (others)
        uset_complement(set);
    if (is_pair(p, '-', '[')) {
        p->at++;
        if (!subtract(p, set))
            return false;
    }
    return some && next(p) == ']';
}

static bool read_set(parser *p, USet *set)
{
    uint32_t c;
    bool single = true;

    switch (peek(p)) {
    case '[':
        return read_class(p, set) && is_over(p);
    case '.':
        uset_addRange(set, 0, LAST);
        uset_remove(set, '\n');
        uset_remove(set, '\r');
        return p->text.size == 1;
    case '\\':
        p->at++;
        if (!read_escape(p, set, &single, &c))
            return false;
        break;
    default:
        c = next(p);
        if (c == 0 || (c < 0x80 && strchr("|?*+{}()]^$", (int)c) != NULL))
            return false;
        break;
    }
    if (single)
        uset_add(set, (UChar32)c);
    return is_over(p);
}

/* The ranges of the set, which takes no more part in anything. */
static const bl_char_class *keep(bl_arena *arena, const USet *set,
                                 bl_str text)
{
    const int32_t count = uset_getItemCount(set);
    bl_char_class *kept = bl_arena_alloc(arena, 1, sizeof(*kept));
    bl_run *ranges =
        bl_arena_alloc(arena, (size_t)count + 1, sizeof(*ranges));
    const char *copy = bl_arena_copy(arena, text.ptr, text.size);

    if (kept == NULL || ranges == NULL || copy == NULL)
        return NULL;
    *kept = (bl_char_class){ .text = bl_str_of(copy, text.size),
                             .ranges = ranges };
    for (int32_t i = 0; i < count; i++) {
        UErrorCode status = U_ZERO_ERROR;
        UChar32 first;
        UChar32 last;

        if (uset_getItem(set, i, &first, &last, NULL, 0, &status) != 0)
            continue; /* a string; there are none */
        ranges[kept->count++] = (bl_run){ (uint32_t)first, (uint32_t)last };
        for (UChar32 c = first; c <= last && c < 0x80; c++)
            kept->ascii[c / 64] |= UINT64_C(1) << c % 64;
    }
    return kept;
}

const bl_char_class *bl_char_class_new(bl_arena *arena, bl_str text)
{
    parser p = { .text = text };
    USet *set = uset_openEmpty();
    const bl_char_class *made = NULL;

    if (set == NULL) {
        arena->failed = true;
        return NULL;
    }
    if (text.size != 0 && read_set(&p, set))
        made = keep(arena, set, text);
    uset_close(set);
    return made;
}
