/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON lines: the contract with programs, documented and with a schema in
 * docs/reference/json.md. One finding a line, keys always in this order.
 */
#include "reporters/reporter.h"

#include "base/hash.h"
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

/* Whether it stands in a string as it is. */
static bool is_plain(uint32_t c, size_t size)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f &&
           !ends_line(c) && (c != BL_REPLACEMENT || size != 1);
}

/* A bit in each of eight bytes that is zero, or above 0x80; there may be more
 * behind the first. */
static uint64_t zeros_of(uint64_t x)
{
    return (x - UINT64_C(0x0101010101010101)) & ~x &
           UINT64_C(0x8080808080808080);
}

/* Whether eight bytes are of ASCII and plain. */
static bool are_plain(uint64_t x)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t controls = (x - ones * 0x20) | (x + ones);

    return ((x | controls) & ones * 0x80) == 0 &&
           (zeros_of(x ^ ones * '"') | zeros_of(x ^ ones * '\\')) == 0;
}

/* How many bytes from `at` on are surely plain. */
static size_t plain_run(bl_str text, size_t at)
{
    const size_t start = at;

    while (text.size - at >= 8 &&
           are_plain(bl_hash_read8((const unsigned char *)text.ptr + at)))
        at += 8;
    return at - start;
}

static void string(bl_buf *out, bl_str text)
{
    size_t plain = 0; /* where what was not written yet begins */

    bl_buf_char(out, '"');
    for (size_t at = plain_run(text, 0); at < text.size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (c == ' ')
            at += plain_run(text, at);
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

/* The comma, where something stands before the key. */
static void put_key(bl_buf *out, const char *key, size_t size)
{
    const size_t skipped =
        out->size == 0 || out->data[out->size - 1] == '{' ? 1 : 0;

    bl_buf_add(out, key + skipped, size - skipped);
}

#define KEY(out, name) \
    put_key(out, ",\"" name "\":", sizeof(",\"" name "\":") - 1)

#define TEXT_FIELD(out, name, value) (KEY(out, name), string(out, value))

/* Of what has nothing to escape: ids, names of values. */
static void plain_string(bl_buf *out, const char *text)
{
    bl_buf_char(out, '"');
    bl_buf_add(out, text, strlen(text));
    bl_buf_char(out, '"');
}

#define NAME_FIELD(out, name, value) (KEY(out, name), plain_string(out, value))

#define NUMBER_FIELD(out, name, value) \
    (KEY(out, name), bl_buf_uint(out, value))

static const char *side_name(uint8_t side)
{
    return side == BL_SOURCE ? "source" : "target";
}

static void span_fields(bl_buf *out, uint8_t side, bl_span span)
{
    NAME_FIELD(out, "side", side_name(side));
    NUMBER_FIELD(out, "start", span.start);
    NUMBER_FIELD(out, "limit", span.limit);
}

static void mark(bl_str text, const bl_mark *from, bl_position place,
                 bl_buf *out)
{
    bl_buf_char(out, '{');
    span_fields(out, from->side, from->span);
    TEXT_FIELD(out, "text",
               bl_str_of(text.ptr + from->span.start,
                         (size_t)from->span.limit - from->span.start));
    if (place.line != 0) {
        NUMBER_FIELD(out, "line", place.line);
        NUMBER_FIELD(out, "column", place.column);
        NUMBER_FIELD(out, "offset", place.offset);
    }
    bl_buf_char(out, '}');
}

static void write_finding(const bl_report *report, const bl_finding *finding,
                          uint32_t flags, bl_buf *out)
{
    const bl_check *check = bl_report_rule(report, finding);
    const bl_str unit = bl_report_part(report, finding, BL_KEPT_UNIT);
    const bl_str segment = bl_report_part(report, finding, BL_KEPT_SEGMENT);

    (void)flags;
    bl_buf_char(out, '{');
    NAME_FIELD(out, "rule", check->id);
    NAME_FIELD(out, "code", check->messages[finding->message].id);
    NAME_FIELD(out, "category", check->category);
    NAME_FIELD(out, "severity", bl_severity_name(finding->severity));
    if (bl_report_file(report, finding).ptr != NULL)
        TEXT_FIELD(out, "file", bl_report_file(report, finding));
    if (unit.ptr != NULL)
        TEXT_FIELD(out, "unit", unit);
    if (segment.ptr != NULL)
        TEXT_FIELD(out, "segment", segment);
    if (finding->at.line != 0) {
        NUMBER_FIELD(out, "line", finding->at.line);
        NUMBER_FIELD(out, "column", finding->at.column);
        NUMBER_FIELD(out, "offset", finding->at.offset);
    }
    TEXT_FIELD(out, "message", finding->text);
    KEY(out, "marks");
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
        KEY(out, "fix");
        bl_buf_char(out, '{');
        span_fields(out, finding->fix->side, finding->fix->span);
        TEXT_FIELD(out, "text", finding->fix->text);
        bl_buf_char(out, '}');
    }
    KEY(out, "fingerprint");
    bl_buf_char(out, '"');
    bl_buf_hex(out, finding->fingerprint);
    bl_buf_z(out, "\"}\n");
}

const bl_format bl_format_jsonl = { "jsonl", write_finding };
