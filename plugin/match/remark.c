/* SPDX-License-Identifier: Apache-2.0 */
/* Remarks of translators, by the marks that dictionaries/ have of them. */
#include "match/remark.h"

#include "lexicon/language.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Bytes on either side of what is in a remark, within which its mark stands:
 * no text is searched as a whole for each of its numbers. */
enum { REACH = 400 };

static bool is_latin_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Whether the mark is no part of a longer word there. */
static bool is_by_itself(bl_str text, size_t start, size_t limit)
{
    return !(start > 0 && is_latin_letter(text.ptr[start]) &&
             is_latin_letter(text.ptr[start - 1])) &&
           !(limit < text.size && is_latin_letter(text.ptr[limit - 1]) &&
             is_latin_letter(text.ptr[limit]));
}

/* Whether the first letters may be the same but for case. Letters of other
 * scripts differ from their capitals in the second byte, if they have any. */
static bool begin_alike(const char *text, const char *mark)
{
    const unsigned char a = (unsigned char)*text;
    const unsigned char b = (unsigned char)*mark;

    if ((a & 0xc0) == 0x80)
        return false;
    if (a < 0x80 && b < 0x80)
        return (a | 0x20) == (b | 0x20);
    return a == b && (a < 0xe0 || memcmp(text, mark, 3) == 0);
}

/* Whether the text has the mark at a place, in letters of either case: marks
 * are folded, and that leaves them as long as they are. */
static bool has_mark(const bl_side *side, bl_str mark, size_t at)
{
    const bl_str text = bl_str_of(side->text.ptr + at, mark.size);
    bl_folded folded;

    if (!begin_alike(text.ptr, mark.ptr))
        return false;
    bl_fold(&side->language->locale, text, &folded);
    return bl_str_equal(bl_str_of(folded.text, folded.size), mark) &&
           is_by_itself(side->text, at, at + mark.size);
}

/* Where the mark stands in [from, limit), or `limit`. */
static size_t find_mark(const bl_side *side, bl_str mark, size_t from,
                        size_t limit)
{
    for (size_t at = from; at + mark.size <= limit; at++) {
        if (has_mark(side, mark, at))
            return at;
    }
    return limit;
}

static bool opens(uint32_t c)
{
    return c == '(' || c == '[' || c == 0xff08 || c == 0x3014;
}

static bool closes(uint32_t c)
{
    return c == ')' || c == ']' || c == 0xff09 || c == 0x3015;
}

/* Behind the bracket that closes what is open at a place; the end of the text
 * where none does, or that of what is looked at. */
static uint32_t end_of(bl_str text, size_t at, size_t limit)
{
    int depth = 0;

    while (at < limit) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        depth += opens(c) - closes(c);
        if (depth < 0)
            return (uint32_t)at;
    }
    return (uint32_t)limit;
}

/* The bracket that is open at a place, or the place itself. */
static uint32_t start_of(bl_str text, size_t at, size_t from)
{
    int depth = 0;

    for (size_t back = at; back > from;) {
        const uint32_t c = bl_utf8_before(text.ptr, back);

        do
            back--;
        while (back > from && ((unsigned char)text.ptr[back] & 0xc0) == 0x80);
        depth += opens(c) - closes(c);
        if (depth > 0)
            return (uint32_t)back;
    }
    return (uint32_t)at;
}

bool bl_is_in_remark(const bl_side *side, bl_span span)
{
    const bl_form_list *marks = &side->language->remarks;
    const bl_str text = side->text;
    const size_t from = span.start > REACH ? span.start - REACH : 0;
    const size_t limit =
        text.size - span.limit > REACH ? span.limit + REACH : text.size;

    for (size_t i = 0; i < marks->count; i++) {
        for (size_t at = find_mark(side, marks->items[i], from, limit);
             at < limit;
             at = find_mark(side, marks->items[i], at + 1, limit)) {
            if (span.start >= start_of(text, at, from) &&
                span.limit <= end_of(text, at, limit))
                return true;
        }
    }
    return false;
}
