/* SPDX-License-Identifier: Apache-2.0 */
#include "text/code_span.h"

#include <string.h>

/* Bytes of a span, at most: what is not closed before is no span. And of a
 * text of which single bytes are asked, as each begins from the front. */
enum { SPAN_MOST = 1024, TEXT_MOST = 1 << 16 };

/* How many backticks stand there. */
static size_t run_at(bl_str text, size_t at)
{
    const size_t first = at;

    while (at < text.size && text.ptr[at] == '`')
        at++;
    return at - first;
}

/* The next backtick from a byte on, or the end of the text. */
static size_t next_run(bl_str text, size_t from)
{
    const char *found =
        from < text.size ? memchr(text.ptr + from, '`', text.size - from)
                         : NULL;

    return found != NULL ? (size_t)(found - text.ptr) : text.size;
}

/* Where the run begins that closes a span, or the end of the text. */
static size_t closing_run(bl_str text, size_t from, size_t ticks)
{
    const bl_str within = bl_str_of(
        text.ptr, text.size - from < SPAN_MOST ? text.size : from + SPAN_MOST);
    size_t at = next_run(within, from);

    while (at < within.size && run_at(text, at) != ticks)
        at = next_run(within, at + run_at(text, at));
    return at < within.size ? at : text.size;
}

static void find_next(bl_code_spans *spans)
{
    const bl_str text = spans->text;
    size_t open = next_run(text, spans->behind);

    while (open < text.size) {
        const size_t ticks = run_at(text, open);
        const size_t close = closing_run(text, open + ticks, ticks);

        if (close < text.size) {
            spans->start = open + ticks;
            spans->limit = close;
            spans->behind = close + ticks;
            return;
        }
        open = next_run(text, open + ticks);
    }
    spans->start = spans->limit = spans->behind = text.size;
}

bl_code_spans bl_code_spans_of(bl_str text)
{
    bl_code_spans spans = { .text = text };

    find_next(&spans);
    return spans;
}

bool bl_code_spans_have(bl_code_spans *spans, size_t at)
{
    while (at >= spans->limit && spans->limit < spans->text.size)
        find_next(spans);
    return at >= spans->start && at < spans->limit;
}

bool bl_is_in_code_span(bl_str text, size_t at)
{
    bl_code_spans spans;

    if (at >= TEXT_MOST || text.size == 0)
        return false;
    spans = bl_code_spans_of(text);
    return bl_code_spans_have(&spans, at);
}
