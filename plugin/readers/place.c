/* SPDX-License-Identifier: Apache-2.0 */
/* Lines, columns and bytes, and XML text against its raw form. */
#include "readers/place.h"

#include "base/bits.h"
#include "text/utf8.h"

#include <string.h>

void bl_place_advance(bl_position *at, bl_str text,
                      const bl_encoding *encoding)
{
    const char *line = text.ptr;
    const char *limit = text.ptr + text.size;
    const char *found;

    at->offset += encoding != NULL ? bl_encoding_size(encoding, text)
                                   : text.size;
    while (line < limit &&
           (found = memchr(line, '\n', (size_t)(limit - line))) != NULL) {
        at->line++;
        at->column = 1;
        line = found + 1;
    }
    if (line < limit)
        at->column += (uint32_t)bl_utf8_points(line, (size_t)(limit - line));
}

static bool is_predefined(bl_str name)
{
    static const char *const names[] = { "amp", "lt", "gt", "quot", "apos" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (bl_str_equal(name, bl_str_z(names[i])))
            return true;
    }
    return false;
}

/* Bytes of text that "&name;" or "&#n;" at `raw` stand for, and its own
 * size. Both ends of an entity of the DTD are anchors: whoever comes upon one
 * is in it, to whichever of its letters. */
static size_t entity(const char *raw, size_t size, size_t *text_size)
{
    const char *end = memchr(raw, ';', size);
    uint32_t c = 0;
    char bytes[4];

    *text_size = 1;
    if (end == NULL)
        return 1;
    if (raw[1] == '#') {
        const bool hex = raw[2] == 'x';

        for (const char *p = raw + (hex ? 3 : 2); p < end; p++) {
            const uint32_t digit = *p <= '9'   ? (uint32_t)(*p - '0')
                                   : *p >= 'a' ? (uint32_t)(*p - 'a' + 10)
                                               : (uint32_t)(*p - 'A' + 10);
            c = c * (hex ? 16u : 10u) + digit;
        }
        *text_size = bl_utf8_put(c & 0x1fffff, bytes);
    } else if (!is_predefined(bl_str_of(raw + 1, (size_t)(end - raw) - 1))) {
        *text_size = SIZE_MAX;
    }
    return (size_t)(end - raw) + 1;
}

/* What is no text between tags: <!-- -->, <![CDATA[, ]]> and <? ?>. Its
 * size, or 0. In CDATA only its end is special. */
static size_t skip(const char *raw, size_t size, bool *cdata)
{
    static const struct {
        const char *open;
        const char *close; /* NULL: the opening alone */
    } marks[] = { { "<!--", "-->" }, { "<?", "?>" }, { "<![CDATA[", NULL } };

    if (*raw != (*cdata ? ']' : '<'))
        return 0;
    if (*cdata) {
        if (size < 3 || memcmp(raw, "]]>", 3) != 0)
            return 0;
        *cdata = false;
        return 3;
    }
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        const size_t open = strlen(marks[i].open);

        if (size < open || memcmp(raw, marks[i].open, open) != 0)
            continue;
        if (marks[i].close == NULL) {
            *cdata = true;
            return open;
        }
        for (size_t at = open; at + strlen(marks[i].close) <= size; at++) {
            if (memcmp(raw + at, marks[i].close, strlen(marks[i].close)) == 0)
                return at + strlen(marks[i].close);
        }
    }
    return 0;
}

/* Whether the byte is one of the text, whatever stands around it. */
static bool is_plain(char c)
{
    return c != '<' && c != '&' && c != ']' && c != '\r';
}

/* The same of eight bytes. */
static bool are_plain(uint64_t x)
{
    return !bl_has_byte(x, '<') && !bl_has_byte(x, '&') &&
           !bl_has_byte(x, ']') && !bl_has_byte(x, '\r');
}

/* How many of these bytes are plain, from the first one on. */
static size_t plain_run(const char *p, size_t size)
{
    size_t at = 0;

    while (size - at >= 8 && are_plain(bl_load64(p + at)))
        at += 8;
    while (at < size && is_plain(p[at]))
        at++;
    return at;
}

/* The raw offset of the character `ahead` bytes of text behind an anchor. */
static size_t walk(bl_str raw, size_t at, size_t ahead)
{
    bool cdata = false;

    while (at < raw.size) {
        size_t text_size = 1;
        const size_t left = raw.size - at;
        size_t raw_size =
            plain_run(raw.ptr + at, ahead < left ? ahead : left);

        at += raw_size;
        ahead -= raw_size;
        if (at == raw.size)
            break;
        raw_size = skip(raw.ptr + at, raw.size - at, &cdata);
        if (raw_size != 0) {
            at += raw_size;
            continue;
        }
        if (raw.ptr[at] == '&' && !cdata) {
            raw_size = entity(raw.ptr + at, raw.size - at, &text_size);
        } else if (raw.ptr[at] == '\r' && at + 1 < raw.size &&
                   raw.ptr[at + 1] == '\n') {
            raw_size = 2; /* one line feed in the text */
        } else {
            raw_size = 1;
        }
        if (text_size > ahead)
            return at;
        ahead -= text_size;
        at += raw_size;
    }
    return at;
}

/* Where the text behind the last anchor has as many bytes as its raw form, the
 * two are the same: whatever is written otherwise is longer, and an entity of
 * the DTD would begin there. */
static bool is_as_written(const bl_text *text, const bl_anchor *from)
{
    return from + 1 == text->anchors + text->anchor_count &&
           text->raw.size - from->raw == text->size - from->text &&
           (from->raw == text->raw.size || text->raw.ptr[from->raw] != '&');
}

static size_t raw_offset(const bl_text *text, const bl_anchor *from,
                         uint32_t offset)
{
    const size_t ahead = offset > from->text ? offset - from->text : 0;

    if (from->raw >= text->raw.size)
        return from->raw;
    return is_as_written(text, from) ? from->raw + ahead
                                     : walk(text->raw, from->raw, ahead);
}

bl_position bl_place_locate(const bl_text *text, uint32_t offset)
{
    bl_position at = text->raw_at;
    uint32_t low = 0;
    uint32_t high = text->anchor_count;
    bl_str before;

    /* The last anchor that is not behind the offset; of several at one
     * place the last: the text follows the tags. */
    while (low + 1 < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (text->anchors[middle].text <= offset)
            low = middle;
        else
            high = middle;
    }
    if (text->anchor_count == 0)
        return at;
    before = bl_str_of(text->raw.ptr,
                       raw_offset(text, &text->anchors[low], offset));
    bl_place_advance(&at, before, text->encoding);
    return at;
}
