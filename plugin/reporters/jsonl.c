/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON lines: the contract with programs, documented and with a schema in
 * docs/reference/json.md. One finding a line, keys always in this order.
 */
#include "reporters/reporter.h"

#include "base/bits.h"
#include "text/utf8.h"

static void hex(bl_buf *out, uint32_t c, int digits)
{
    while (digits-- > 0)
        bl_buf_char(out, "0123456789abcdef"[c >> 4 * digits & 15]);
}

/* What many programs take for the end of a line, though JSON does not. */
static bool ends_line(uint32_t c)
{
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

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
        if (c != '\n' && c != '\t' && c != '\r')
            hex(out, c, 2);
    } else if (ends_line(c)) {
        bl_buf_z(out, "\\u");
        hex(out, c, 4);
    } else {
        char bytes[4];

        bl_buf_add(out, bytes, bl_utf8_put(c, bytes));
    }
}

/* Whether a byte of ASCII stands in a string as it is, */
static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c < 0x7f;
}

/* and a longer character. */
static bool is_plain_wide(uint32_t c, size_t size)
{
    return !ends_line(c) && (c != BL_REPLACEMENT || size != 1);
}

/* Whether eight bytes are of ASCII and plain. */
static bool are_plain(uint64_t x)
{
    const uint64_t controls = (x - BL_ONES8 * 0x20) | (x + BL_ONES8);

    return ((x | controls) & (BL_ONES8 * 0x80)) == 0 &&
           !bl_has_byte(x, '"') && !bl_has_byte(x, '\\');
}

/* How many bytes from `at` on are surely plain. */
static size_t plain_run(bl_str text, size_t at)
{
    const size_t start = at;

    while (text.size - at >= 8 && are_plain(bl_load64(text.ptr + at)))
        at += 8;
    /* Eight that reach its end. */
    if (text.size - at < 8 && text.size >= 8 &&
        are_plain(bl_load64(text.ptr + text.size - 8)))
        at = text.size;
    return at - start;
}

/* What stands between the quotes. */
static void string(bl_buf *out, bl_str text)
{
    size_t plain = 0; /* where what was not written yet begins */

    for (size_t at = plain_run(text, 0); at < text.size;) {
        const size_t start = at;
        uint32_t c;

        if (is_plain((unsigned char)text.ptr[at])) {
            at++;
            if (text.ptr[at - 1] == ' ')
                at += plain_run(text, at);
            continue;
        }
        c = bl_utf8_next(text.ptr, text.size, &at);
        if (c >= 0x80 && is_plain_wide(c, at - start))
            continue;
        bl_buf_add(out, text.ptr + plain, start - plain);
        escaped(out, c);
        plain = at;
    }
    if (plain != text.size)
        bl_buf_add(out, text.ptr + plain, text.size - plain);
}

/* A field with what stands before it: a comma, or what is opened. */
#define TEXT_FIELD(out, before, name, value) \
    (bl_buf_z(out, before "\"" name "\":\""), string(out, value), \
     bl_buf_char(out, '"'))

/* Of what has nothing to escape: ids, names of values. */
#define NAME_FIELD(out, before, name, value) \
    (bl_buf_z(out, before "\"" name "\":\""), bl_buf_z(out, value), \
     bl_buf_char(out, '"'))

#define NUMBER_FIELD(out, name, value) \
    (bl_buf_z(out, ",\"" name "\":"), bl_buf_uint(out, value))

static void span_fields(bl_buf *out, uint8_t side, bl_span span)
{
    if (side == BL_SOURCE)
        bl_buf_z(out, "{\"side\":\"source\"");
    else
        bl_buf_z(out, "{\"side\":\"target\"");
    NUMBER_FIELD(out, "start", span.start);
    NUMBER_FIELD(out, "limit", span.limit);
}

static void place_fields(bl_buf *out, bl_position place)
{
    if (place.line == 0)
        return;
    NUMBER_FIELD(out, "line", place.line);
    NUMBER_FIELD(out, "column", place.column);
    NUMBER_FIELD(out, "offset", place.offset);
}

static void mark(bl_str text, const bl_mark *from, bl_position place,
                 bl_buf *out)
{
    span_fields(out, from->side, from->span);
    TEXT_FIELD(out, ",", "text",
               bl_str_of(text.ptr + from->span.start,
                         (size_t)from->span.limit - from->span.start));
    place_fields(out, place);
    bl_buf_char(out, '}');
}

static void write_finding(const bl_report *report, const bl_finding *finding,
                          uint32_t flags, bl_buf *out)
{
    const bl_check *check = bl_report_rule(report, finding);
    const bl_str file = bl_report_file(report, finding);
    const bl_str unit = bl_report_part(report, finding, BL_KEPT_UNIT);
    const bl_str segment = bl_report_part(report, finding, BL_KEPT_SEGMENT);

    (void)flags;
    NAME_FIELD(out, "{", "rule", check->id);
    NAME_FIELD(out, ",", "code", check->messages[finding->message].id);
    NAME_FIELD(out, ",", "category", check->category);
    NAME_FIELD(out, ",", "severity", bl_severity_name(finding->severity));
    if (file.ptr != NULL)
        TEXT_FIELD(out, ",", "file", file);
    if (unit.ptr != NULL)
        TEXT_FIELD(out, ",", "unit", unit);
    if (segment.ptr != NULL)
        TEXT_FIELD(out, ",", "segment", segment);
    place_fields(out, finding->at);
    TEXT_FIELD(out, ",", "message", finding->text);
    bl_buf_z(out, ",\"marks\":[");
    for (int i = 0; i < finding->mark_count; i++) {
        if (i != 0)
            bl_buf_char(out, ',');
        mark(bl_report_part(report, finding,
                            (bl_kept_part)finding->marks[i].side),
             &finding->marks[i], finding->places[i], out);
    }
    bl_buf_char(out, ']');
    if (finding->fix != NULL) {
        bl_buf_z(out, ",\"fix\":");
        span_fields(out, finding->fix->side, finding->fix->span);
        TEXT_FIELD(out, ",", "text", finding->fix->text);
        bl_buf_char(out, '}');
    }
    bl_buf_z(out, ",\"fingerprint\":\"");
    bl_buf_hex(out, finding->fingerprint);
    bl_buf_z(out, "\"}\n");
}

const bl_format bl_format_jsonl = { "jsonl", write_finding };
