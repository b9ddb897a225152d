/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A regular expression is read as far as is needed to tell its parts: escapes,
 * sets of characters, groups, "$1", and letters.
 */
#include "text/pattern_form.h"

#include "text/utf8.h"

#include <string.h>

#define MARK "\\uFDD0"

static bool is_alphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* Behind the escape sequence at `at`: one character, or "\Q" up to "\E". */
static size_t behind_escape(bl_str text, size_t at)
{
    if (at + 1 >= text.size)
        return text.size;
    if (text.ptr[at + 1] == 'Q') {
        for (at += 2; at + 1 < text.size; at++) {
            if (text.ptr[at] == '\\' && text.ptr[at + 1] == 'E')
                return at + 2;
        }
        return text.size;
    }
    at++;
    bl_utf8_next(text.ptr, text.size, &at);
    return at;
}

/* Behind the opening of a set, with a "]" that is its first character. */
static size_t behind_opening(bl_str text, size_t at)
{
    at++;
    if (at < text.size && text.ptr[at] == '^')
        at++;
    return at + (at < text.size && text.ptr[at] == ']');
}

/* Behind the set of characters that opens at `at`; sets stand in sets. */
static size_t behind_set(bl_str text, size_t at)
{
    size_t depth = 0;

    while (at < text.size) {
        if (text.ptr[at] == '\\') {
            at = behind_escape(text, at);
        } else if (text.ptr[at] == '[') {
            depth++;
            at = behind_opening(text, at);
        } else {
            depth -= text.ptr[at] == ']';
            at++;
        }
        if (depth == 0)
            break;
    }
    return at;
}

/* Behind the group that opens at `at`. */
static size_t behind_group(bl_str text, size_t at)
{
    size_t depth = 0;

    while (at < text.size) {
        if (text.ptr[at] == '\\') {
            at = behind_escape(text, at);
            continue;
        }
        if (text.ptr[at] == '[') {
            at = behind_set(text, at);
            continue;
        }
        depth += text.ptr[at] == '(';
        depth -= text.ptr[at] == ')';
        at++;
        if (depth == 0)
            break;
    }
    return at;
}

/* ---- what it asks for --------------------------------------------------- */

/* Its place among those that are asked for; as many as there are: none. */
static size_t place_of(const bl_asked *asked, int group)
{
    size_t at = 0;

    while (at < asked->count && asked->groups[at] != group)
        at++;
    return at;
}

void bl_pattern_read_asked(bl_str text, bl_asked *asked)
{
    asked->count = 0;
    for (size_t at = 0; at < text.size;) {
        const int group = bl_group_named(text, at);

        if (text.ptr[at] == '\\') {
            at = behind_escape(text, at);
        } else if (text.ptr[at] == '[') {
            at = behind_set(text, at);
        } else {
            if (group >= 0 && place_of(asked, group) == asked->count)
                asked->groups[asked->count++] = (uint8_t)group;
            at += group >= 0 ? 2 : 1;
        }
    }
}

/* A reference to a group by its number, whatever digits stand behind it. */
static void put_reference(bl_buf *out, size_t group)
{
    bl_buf_z(out, "(?:\\");
    bl_buf_uint(out, group);
    bl_buf_char(out, ')');
}

/* "\A" is where the text begins, "\1" is a group further on, and all others
 * are as they are. */
static size_t put_escape(bl_buf *out, bl_str text, size_t at, size_t shift)
{
    const size_t behind = behind_escape(text, at);
    const char c = at + 1 < text.size ? text.ptr[at + 1] : '\0';

    if (c == 'A')
        bl_buf_z(out, "(?<=" MARK ")");
    else if (c >= '1' && c <= '9')
        put_reference(out, (size_t)(c - '0') + shift);
    else
        bl_buf_add(out, text.ptr + at, behind - at);
    return behind;
}

static void put_shifted(bl_buf *out, bl_str text, const bl_asked *asked)
{
    for (size_t at = 0; at < text.size;) {
        const int group = bl_group_named(text, at);
        const size_t start = at;

        if (text.ptr[at] == '\\') {
            at = put_escape(out, text, at, asked->count + 1);
        } else if (text.ptr[at] == '[') {
            at = behind_set(text, at);
            bl_buf_add(out, text.ptr + start, at - start);
        } else if (group >= 0) {
            put_reference(out, place_of(asked, group) + 1);
            at += 2;
        } else if (text.ptr[at] == '^') {
            bl_buf_z(out, "(?:^|(?<=" MARK "))");
            at++;
        } else {
            bl_buf_char(out, text.ptr[at++]);
        }
    }
}

void bl_pattern_put_asking(bl_buf *out, bl_str text, const bl_asked *asked)
{
    bl_buf_z(out, "\\A");
    for (size_t i = 0; i < asked->count; i++)
        bl_buf_z(out, "([^" MARK "]*+)" MARK);
    bl_buf_z(out, "[\\s\\S]*?(");
    put_shifted(out, text, asked);
    bl_buf_char(out, ')');
}

/* ---- what stands in it -------------------------------------------------- */

/* A run of letters that is being read, with the longest so far. Escaped
 * letters end it: what is kept is a stretch of the pattern itself. */
typedef struct runs {
    bl_str best;
    size_t start;
    size_t limit;
    size_t last; /* where its last letter begins */
} runs;

static void end_run(runs *r, bl_str text, size_t next)
{
    if (r->limit - r->start > r->best.size)
        r->best = bl_str_of(text.ptr + r->start, r->limit - r->start);
    r->start = r->limit = r->last = next;
}

/* "?", "*" and "{": the letter before it need not be there. */
static void end_optional(runs *r, bl_str text, size_t next)
{
    r->limit = r->last;
    end_run(r, text, next);
}

/* Escape sequences of one letter that are a kind of character or a place. */
static bool is_plain_escape(char c)
{
    return !is_alphanumeric(c) || strchr("dDwWsSbBAzZhHvVRXntrfe", c) != NULL;
}

/* Behind what at `at` is no letter; `text.size` + 1: its letters are not easy
 * to see. */
static size_t behind_sign(bl_str text, size_t at)
{
    const size_t unclear = text.size + 1;

    switch (text.ptr[at]) {
    case '\\':
        return at + 1 < text.size && is_plain_escape(text.ptr[at + 1])
                   ? behind_escape(text, at)
                   : unclear;
    case '[':
        return behind_set(text, at);
    case '(':
        /* Flags count for all that follows. */
        return at + 2 < text.size && text.ptr[at + 1] == '?' &&
                       (is_alphanumeric(text.ptr[at + 2]) ||
                        text.ptr[at + 2] == '-')
                   ? unclear
                   : behind_group(text, at);
    case '{':
        while (at < text.size && text.ptr[at] != '}')
            at++;
        return at + 1;
    case '$':
        return at + (bl_group_named(text, at) >= 0 ? 2 : 1);
    case '|':
        return unclear;
    default:
        return at + 1;
    }
}

bl_str bl_pattern_read_literal(bl_str text)
{
    runs r = { .best = { NULL, 0 } };

    for (size_t at = 0; at < text.size;) {
        if (strchr("\\[({$|.^)?*+", text.ptr[at]) == NULL ||
            text.ptr[at] == '\0') {
            r.last = at;
            bl_utf8_next(text.ptr, text.size, &at);
            r.limit = at;
            continue;
        }
        if (strchr("?*{", text.ptr[at]) != NULL)
            end_optional(&r, text, at);
        at = behind_sign(text, at);
        if (at > text.size)
            return bl_str_of(NULL, 0);
        end_run(&r, text, at);
    }
    end_run(&r, text, text.size);
    return r.best;
}
