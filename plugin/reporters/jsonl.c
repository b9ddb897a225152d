/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON lines: the contract with programs, documented and with a schema in
 * docs/reference/json.md. One finding a line, keys always in this order.
 */
#include "reporters/reporter.h"

#include "text/utf8.h"

/* RFC 8259, 7. Damaged UTF-8 becomes U+FFFD, so that the line is always
 * valid. */
static void escaped(bl_buf *out, uint32_t c)
{
    if (c == '"' || c == '\\') {
        bl_buf_char(out, '\\');
        bl_buf_char(out, (char)c);
    } else if (c < 0x20 || c == 0x7f) {
        bl_buf_z(out, c == '\n'   ? "\\n"
                      : c == '\t' ? "\\t"
                      : c == '\r' ? "\\r"
                                  : "\\u00");
        if (c != '\n' && c != '\t' && c != '\r') {
            bl_buf_char(out, "0123456789abcdef"[c >> 4]);
            bl_buf_char(out, "0123456789abcdef"[c & 15]);
        }
    } else {
        char bytes[4];

        bl_buf_add(out, bytes, bl_utf8_put(c, bytes));
    }
}

/* Whether it stands in a string as it is. */
static bool is_plain(uint32_t c, size_t size)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f &&
           (c != BL_REPLACEMENT || size != 1);
}

static void string(bl_buf *out, bl_str text)
{
    size_t plain = 0; /* where what was not written yet begins */

    bl_buf_char(out, '"');
    for (size_t at = 0; at < text.size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (is_plain(c, at - start))
            continue;
        bl_buf_add(out, text.ptr + plain, start - plain);
        escaped(out, c);
        plain = at;
    }
    if (plain != text.size)
        bl_buf_add(out, text.ptr + plain, text.size - plain);
    bl_buf_char(out, '"');
}

static inline void key(bl_buf *out, const char *name)
{
    if (out->size != 0 && out->data[out->size - 1] != '{')
        bl_buf_char(out, ',');
    bl_buf_char(out, '"');
    bl_buf_z(out, name);
    bl_buf_z(out, "\":");
}

static void text_field(bl_buf *out, const char *name, bl_str value)
{
    key(out, name);
    string(out, value);
}

static void number_field(bl_buf *out, const char *name, uint64_t value)
{
    key(out, name);
    bl_buf_uint(out, value);
}

static const char *side_name(uint8_t side)
{
    return side == BL_SOURCE ? "source" : "target";
}

static void span_fields(bl_buf *out, uint8_t side, bl_span span)
{
    text_field(out, "side", bl_str_z(side_name(side)));
    number_field(out, "start", span.start);
    number_field(out, "limit", span.limit);
}

static void mark(bl_str text, const bl_mark *from, bl_position place,
                 bl_buf *out)
{
    bl_buf_char(out, '{');
    span_fields(out, from->side, from->span);
    text_field(out, "text",
               bl_str_of(text.ptr + from->span.start,
                         (size_t)from->span.limit - from->span.start));
    if (place.line != 0) {
        number_field(out, "line", place.line);
        number_field(out, "column", place.column);
        number_field(out, "offset", place.offset);
    }
    bl_buf_char(out, '}');
}

static void write_finding(const bl_report *report, const bl_finding *finding,
                          uint32_t flags, bl_buf *out)
{
    const bl_check *check = bl_checks[finding->rule];
    const bl_str unit = bl_report_part(report, finding, BL_KEPT_UNIT);
    const bl_str segment = bl_report_part(report, finding, BL_KEPT_SEGMENT);

    (void)flags;
    bl_buf_char(out, '{');
    text_field(out, "rule", bl_str_z(check->id));
    text_field(out, "code",
               bl_str_z(check->messages[finding->message].id));
    text_field(out, "category", bl_str_z(check->category));
    text_field(out, "severity",
               bl_str_z(bl_severity_name(finding->severity)));
    if (bl_report_file(report, finding).ptr != NULL)
        text_field(out, "file", bl_report_file(report, finding));
    if (unit.ptr != NULL)
        text_field(out, "unit", unit);
    if (segment.ptr != NULL)
        text_field(out, "segment", segment);
    if (finding->at.line != 0) {
        number_field(out, "line", finding->at.line);
        number_field(out, "column", finding->at.column);
        number_field(out, "offset", finding->at.offset);
    }
    text_field(out, "message", finding->text);
    key(out, "marks");
    bl_buf_char(out, '[');
    for (int i = 0; i < finding->mark_count; i++) {
        if (i != 0)
            bl_buf_char(out, ',');
        mark(bl_report_part(report, finding,
                            (bl_kept_part)finding->marks[i].side),
             &finding->marks[i], finding->places[i], out);
    }
    bl_buf_char(out, ']');
    if (finding->fix != NULL) {
        key(out, "fix");
        bl_buf_char(out, '{');
        span_fields(out, finding->fix->side, finding->fix->span);
        text_field(out, "text", finding->fix->text);
        bl_buf_char(out, '}');
    }
    key(out, "fingerprint");
    bl_buf_char(out, '"');
    bl_buf_hex(out, finding->fingerprint);
    bl_buf_z(out, "\"}\n");
}

const bl_format bl_format_jsonl = { "jsonl", write_finding };
