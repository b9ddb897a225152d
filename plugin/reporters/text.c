/* SPDX-License-Identifier: Apache-2.0 */
/*
 * For people at a terminal: the place and what is wrong in one line, as
 * compilers print it; then both texts with the stretch marked, and the fix.
 *
 *   news.xlf:7:31: error: 4.58 billion ... became 4,85 tỷ ... [number-mismatch]
 *     source  Trade reached 4.58 billion USD in 2024.
 *                           ~~~~~~~~~~~~~~~~
 */
#include "reporters/reporter.h"

#include "text/utf8.h"
#include "text/width.h"

#include <string.h>

enum {
    WHOLE_COLUMNS = 100,  /* a text up to this is shown whole */
    CONTEXT_COLUMNS = 36, /* or else shown before and behind the marks */
    MARKED_COLUMNS = 60   /* of a longer mark its beginning is shown */
};

static const char *colour(uint32_t flags, const char *escape)
{
    return (flags & BL_REPORT_COLOUR) != 0 ? escape : "";
}

static const char *severity_colour(uint8_t severity)
{
    return severity == BL_ERROR     ? "\033[1;31m"
           : severity == BL_WARNING ? "\033[1;33m"
                                    : "\033[1;36m";
}

/* ---- one line of context ------------------------------------------------ */

/* Which bytes of the text are shown, and of them which are marked. */
typedef struct view {
    bl_str text;
    size_t start;
    size_t limit;
    bl_span mark; /* of the marks of this side, from first to last */
} view;

static size_t back(bl_str text, size_t at, int columns)
{
    while (at > 0 && columns > 0) {
        columns -= bl_width_of(bl_utf8_before(text.ptr, at));
        do
            at--;
        while (at > 0 && ((unsigned char)text.ptr[at] & 0xc0) == 0x80);
    }
    return at;
}

static size_t forth(bl_str text, size_t at, int columns)
{
    while (at < text.size && columns > 0) {
        size_t next = at;

        columns -= bl_width_of(bl_utf8_next(text.ptr, text.size, &next));
        at = next;
    }
    /* Marks on the last letter belong to it. */
    while (at < text.size) {
        size_t next = at;

        if (bl_width_of(bl_utf8_next(text.ptr, text.size, &next)) != 0)
            break;
        at = next;
    }
    return at;
}

/* Half a word at an edge is left out, where the text has words. */
static void cut_between_words(view *v, size_t shown)
{
    const char *text = v->text.ptr;
    size_t at = v->start;

    while (at > 0 && at < v->mark.start && text[at - 1] != ' ')
        at++;
    if (at < v->mark.start)
        v->start = at;
    at = v->limit;
    while (at < v->text.size && at > shown && text[at] != ' ')
        at--;
    if (at > shown)
        v->limit = at;
}

static bool find_view(const bl_report *report, const bl_finding *finding,
                      uint8_t side, view *v)
{
    size_t shown;

    v->text = bl_report_part(report, finding, (bl_kept_part)side);
    v->mark = (bl_span){ UINT32_MAX, 0 };
    for (int i = 0; i < finding->mark_count; i++) {
        if (finding->marks[i].side == side)
            v->mark = bl_span_join(v->mark, finding->marks[i].span);
    }
    if (v->text.ptr == NULL)
        return false;
    if (v->mark.start == UINT32_MAX)
        v->mark = (bl_span){ 0, 0 };
    shown = forth(v->text, v->mark.start, MARKED_COLUMNS);
    if (shown > v->mark.limit)
        shown = v->mark.limit;
    /* No character has more columns than bytes. */
    if (v->text.size <= WHOLE_COLUMNS ||
        forth(v->text, 0, WHOLE_COLUMNS) == v->text.size) {
        v->start = 0;
        v->limit = v->text.size;
        return true;
    }
    v->start = back(v->text, v->mark.start, CONTEXT_COLUMNS);
    v->limit = forth(v->text, shown, CONTEXT_COLUMNS +
                                         (v->mark.limit == 0
                                              ? CONTEXT_COLUMNS
                                              : 0));
    cut_between_words(v, shown);
    return true;
}

/* Control characters, which a terminal would obey, and what ends a line. */
static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

/* A line may not be broken by what it shows. */
static void add_shown(bl_buf *out, bl_str text)
{
    size_t plain = 0; /* from here on nothing has to be replaced */

    for (size_t at = 0; at < text.size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (c != 0xfffc && !is_control(c))
            continue;
        bl_buf_add(out, text.ptr + plain, start - plain);
        bl_buf_z(out, c == 0xfffc ? "\xE2\x97\x86" /* a diamond for a code */
                                  : " ");
        plain = at;
    }
    bl_buf_add(out, text.ptr + plain, text.size - plain);
}

static void repeat(bl_buf *out, char c, size_t count)
{
    while (count-- > 0)
        bl_buf_char(out, c);
}

static bool is_marked(const bl_finding *finding, uint8_t side, size_t at)
{
    for (int i = 0; i < finding->mark_count; i++) {
        if (finding->marks[i].side == side &&
            at >= finding->marks[i].span.start &&
            at < finding->marks[i].span.limit)
            return true;
    }
    return false;
}

/* The line below: a tilde under each column of a mark, a caret where nothing
 * stands. */
static void add_underline(const bl_finding *finding, uint8_t side,
                          const view *v, size_t indent, uint32_t flags,
                          bl_buf *out)
{
    const size_t begin = out->size;
    bool any = false;

    repeat(out, ' ', indent);
    bl_buf_z(out, colour(flags, "\033[1;32m"));
    for (size_t at = v->start; at < v->limit;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(v->text.ptr, v->limit, &at);
        const bool marked = is_marked(finding, side, start);
        const size_t columns = c == 0xfffc || is_control(c)
                                   ? 1
                                   : (size_t)bl_width_of(c);

        if (start > v->mark.limit)
            break;
        repeat(out, marked ? '~' : ' ', columns);
        any = any || marked;
    }
    if (!any) {
        /* An empty mark: something is missing at that place. */
        out->size = begin;
        if (v->mark.limit == 0 && v->mark.start == 0 &&
            finding->mark_count != 0)
            return;
        repeat(out, ' ', indent + bl_width(bl_str_of(
                                      v->text.ptr + v->start,
                                      v->mark.start - v->start)));
        bl_buf_z(out, colour(flags, "\033[1;32m"));
        bl_buf_char(out, '^');
    }
    while (out->size != 0 && out->data[out->size - 1] == ' ')
        out->size--;
    bl_buf_z(out, colour(flags, "\033[0m"));
    bl_buf_char(out, '\n');
}

/* Terminals turn right-to-left text round, and columns with it: there the
 * marked text is written out. */
static void add_quoted(const bl_finding *finding, uint8_t side,
                       const view *v, bl_buf *out)
{
    for (int i = 0; i < finding->mark_count; i++) {
        const bl_mark *mark = &finding->marks[i];

        if (mark->side != side || mark->span.start == mark->span.limit)
            continue;
        bl_buf_z(out, "          > ");
        add_shown(out, bl_str_of(v->text.ptr + mark->span.start,
                                 (size_t)mark->span.limit -
                                     mark->span.start));
        bl_buf_char(out, '\n');
    }
}

static void add_side(const bl_report *report, const bl_finding *finding,
                     uint8_t side, uint32_t flags, bl_buf *out)
{
    static const char *const labels[] = { "  source  ", "  target  " };
    size_t indent = strlen(labels[0]);
    view v;

    if (!find_view(report, finding, side, &v))
        return;
    bl_buf_z(out, colour(flags, "\033[2m"));
    bl_buf_z(out, labels[side]);
    bl_buf_z(out, colour(flags, "\033[0m"));
    if (v.start > 0) {
        bl_buf_z(out, "\xE2\x80\xA6");
        indent++;
    }
    add_shown(out, bl_str_of(v.text.ptr + v.start, v.limit - v.start));
    if (v.limit < v.text.size)
        bl_buf_z(out, "\xE2\x80\xA6");
    bl_buf_char(out, '\n');
    if (bl_is_right_to_left(
            bl_str_of(v.text.ptr + v.start, v.limit - v.start)))
        add_quoted(finding, side, &v, out);
    else
        add_underline(finding, side, &v, indent, flags, out);
}

/* ---- a finding ---------------------------------------------------------- */

static void add_place(const bl_report *report, const bl_finding *finding,
                      uint32_t flags, bl_buf *out)
{
    const bl_str file = bl_report_file(report, finding);

    bl_buf_z(out, colour(flags, "\033[1m"));
    if (file.ptr != NULL) {
        add_shown(out, file);
        bl_buf_char(out, ':');
    }
    if (finding->at.line != 0) {
        bl_buf_uint(out, finding->at.line);
        bl_buf_char(out, ':');
        bl_buf_uint(out, finding->at.column);
        bl_buf_char(out, ':');
    }
    bl_buf_z(out, colour(flags, "\033[0m"));
    if (file.ptr != NULL || finding->at.line != 0)
        bl_buf_char(out, ' ');
}

static void write_finding(const bl_report *report, const bl_finding *finding,
                          uint32_t flags, bl_buf *out)
{
    add_place(report, finding, flags, out);
    bl_buf_z(out, colour(flags, severity_colour(finding->severity)));
    bl_buf_z(out, bl_severity_name(finding->severity));
    bl_buf_z(out, colour(flags, "\033[0m"));
    bl_buf_z(out, ": ");
    add_shown(out, finding->text);
    bl_buf_z(out, " [");
    bl_buf_z(out, bl_report_rule(report, finding)->id);
    bl_buf_z(out, "]\n");
    /* What is wrong with the file has no text. */
    if (finding->mark_count != 0 ||
        bl_report_part(report, finding, BL_KEPT_SOURCE).size != 0) {
        add_side(report, finding, BL_SOURCE, flags, out);
        add_side(report, finding, BL_TARGET, flags, out);
    }
    if (finding->fix != NULL && finding->fix->text.size != 0) {
        bl_buf_z(out, colour(flags, "\033[2m"));
        bl_buf_z(out, "  fix     ");
        bl_buf_z(out, colour(flags, "\033[0m"));
        add_shown(out, finding->fix->text);
        bl_buf_char(out, '\n');
    }
    bl_buf_char(out, '\n');
}

const bl_format bl_format_text = { "text", write_finding };
