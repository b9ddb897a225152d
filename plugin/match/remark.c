/* SPDX-License-Identifier: Apache-2.0 */
/* Remarks of translators, by the marks that dictionaries/ have of them. */
#include "match/remark.h"

#include "lexicon/language.h"
#include "text/fold.h"
#include "text/utf8.h"

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

/* Whether the text has the mark at a place, in letters of either case: marks
 * are folded, and that leaves them as long as they are. */
static bool has_mark(const bl_side *side, bl_str mark, size_t at)
{
    const bl_str text = bl_str_of(side->text.ptr + at, mark.size);
    bl_folded folded;

    if ((*text.ptr & 0xc0) == 0x80 ||
        ((unsigned char)(*text.ptr | *mark.ptr) < 0x80 &&
         (*text.ptr | 0x20) != (*mark.ptr | 0x20)))
        return false;
    bl_fold(&side->language->locale, text, &folded);
    return bl_str_equal(bl_str_of(folded.text, folded.size), mark) &&
           is_by_itself(side->text, at, at + mark.size);
}

/* Where the mark stands from a place on, or the end of the text. */
static size_t find_mark(const bl_side *side, bl_str mark, size_t from)
{
    for (size_t at = from; at + mark.size <= side->text.size; at++) {
        if (has_mark(side, mark, at))
            return at;
    }
    return side->text.size;
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
 * where none does. */
static uint32_t end_of(bl_str text, size_t at)
{
    int depth = 0;

    while (at < text.size) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        depth += opens(c) - closes(c);
        if (depth < 0)
            return (uint32_t)at;
    }
    return (uint32_t)text.size;
}

/* The bracket that is open at a place, or the place itself. */
static uint32_t start_of(bl_str text, size_t at)
{
    int depth = 0;

    for (size_t back = at; back > 0;) {
        const uint32_t c = bl_utf8_before(text.ptr, back);

        do
            back--;
        while (back > 0 && ((unsigned char)text.ptr[back] & 0xc0) == 0x80);
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

    for (size_t i = 0; i < marks->count; i++) {
        for (size_t at = find_mark(side, marks->items[i], 0); at < text.size;
             at = find_mark(side, marks->items[i], at + 1)) {
            if (span.start >= start_of(text, at) &&
                span.limit <= end_of(text, at))
                return true;
        }
    }
    return false;
}
