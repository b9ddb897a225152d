/* SPDX-License-Identifier: Apache-2.0 */
/* The laws of laws.h, over the public interface and nothing else. */
#include "laws.h"
#include "target.h"

#include <string.h>

/* ---- UTF-8, by the book and not by the library -------------------------- */

/* Bytes of the character at `text`, or 0 where it is damaged. */
static size_t character(const unsigned char *text, size_t left)
{
    const unsigned char a = text[0];
    const size_t size = a < 0x80 ? 1 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : 4;

    if (size == 1)
        return 1;
    if (a < 0xc2 || a > 0xf4 || left < size)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
    }
    if ((a == 0xe0 && text[1] < 0xa0) || (a == 0xed && text[1] > 0x9f) ||
        (a == 0xf0 && text[1] < 0x90) || (a == 0xf4 && text[1] > 0x8f))
        return 0;
    return size;
}

int is_utf8(const char *text, size_t size)
{
    size_t at = 0;

    while (at < size) {
        const size_t step =
            character((const unsigned char *)text + at, size - at);

        if (step == 0)
            return 0;
        at += step;
    }
    return 1;
}

/* The byte at which `offset` units of the text end, or SIZE_MAX where that
 * is inside of a character or behind the text. */
static size_t byte_of(shown text, uint32_t offset, offset_unit unit)
{
    size_t at = 0;
    uint32_t counted = 0;

    while (at < text.size && counted < offset) {
        const size_t step =
            character((const unsigned char *)text.text + at, text.size - at);
        const size_t size = step != 0 ? step : 1;

        counted += unit == UNIT_UTF8                 ? (uint32_t)size
                   : unit == UNIT_UTF16 && size == 4 ? 2
                                                     : 1;
        at += size;
    }
    return counted == offset ? at : SIZE_MAX;
}

/* ---- reports --------------------------------------------------------------
 */

static shown text_of(const bilint_report *report, uint32_t index,
                     const shown *sides, int32_t side)
{
    shown text;

    MUST(side == BILINT_SOURCE || side == BILINT_TARGET, "%d", (int)side);
    if (sides != NULL)
        return sides[side];
    text.text = bilint_report_text(report, index, side, &text.size);
    return text;
}

static void span_must_fit(const bilint_finding *finding, shown text,
                          uint32_t start, uint32_t limit, offset_unit unit)
{
    MUST(start <= limit, "%s: %u to %u", finding->rule, start, limit);
    MUST(byte_of(text, start, unit) != SIZE_MAX, "%s/%s: start %u of %.*s",
         finding->rule, finding->code, start, (int)text.size, text.text);
    MUST(byte_of(text, limit, unit) != SIZE_MAX, "%s/%s: limit %u of %.*s",
         finding->rule, finding->code, limit, (int)text.size, text.text);
}

static void mark_must_fit(const bilint_report *report, uint32_t index,
                          const bilint_finding *finding, uint32_t mark,
                          const shown *sides, offset_unit unit)
{
    bilint_mark m = { .struct_size = sizeof(m) };
    shown text;
    size_t start;
    size_t limit;

    MUST(bilint_report_mark(report, index, mark, &m) == BILINT_OK, "mark %u",
         mark);
    text = text_of(report, index, sides, m.side);
    span_must_fit(finding, text, m.start, m.limit, unit);
    start = byte_of(text, m.start, unit);
    limit = byte_of(text, m.limit, unit);
    MUST(m.text_size == limit - start, "%s: mark of %u bytes, text of %u",
         finding->rule, (unsigned)(limit - start), (unsigned)m.text_size);
    MUST(m.text_size == 0 ||
             memcmp(m.text, text.text + start, m.text_size) == 0,
         "%s: %.*s", finding->rule, (int)m.text_size, m.text);
}

static void finding_must_be_sound(const bilint_report *report, uint32_t index,
                                  const shown *sides, offset_unit unit)
{
    bilint_finding f = { .struct_size = sizeof(f) };

    MUST(bilint_report_get(report, index, &f) == BILINT_OK, "%u", index);
    MUST(f.severity >= BILINT_INFO && f.severity <= BILINT_ERROR, "%s: %d",
         f.rule, (int)f.severity);
    MUST(is_utf8(f.message, strlen(f.message)) &&
             strpbrk(f.message, "\r\n") == NULL,
         "%s: %s", f.rule, f.message);
    for (uint32_t i = 0; i < f.mark_count; i++)
        mark_must_fit(report, index, &f, i, sides, unit);
    if (f.fix != NULL) {
        span_must_fit(&f, text_of(report, index, sides, f.fix_side),
                      f.fix_start, f.fix_limit, unit);
        MUST(is_utf8(f.fix, f.fix_size), "%s: %s", f.rule, f.fix);
    }
}

void must_be_sound(const bilint_report *report, const shown *sides,
                   offset_unit unit)
{
    const uint32_t count = bilint_report_count(report);
    bilint_summary s = { .struct_size = sizeof(s) };

    for (uint32_t i = 0; i < count; i++)
        finding_must_be_sound(report, i, sides, unit);
    MUST(bilint_report_summary(report, &s) == BILINT_OK, "no summary");
    MUST(s.errors + s.warnings + s.infos == count, "%u, %u, %u of %u", s.errors,
         s.warnings, s.infos, count);
    MUST(s.checked <= s.segments, "%u of %u", (unsigned)s.checked,
         (unsigned)s.segments);
}

/* ---- text -----------------------------------------------------------------
 */

typedef struct pieces {
    char *text;
    size_t size;
} pieces;

static int32_t BILINT_CALL take(void *context, const char *data, size_t size)
{
    pieces *to = context;

    to->text = realloc(to->text, to->size + size + 1);
    MUST(to->text != NULL, "%u bytes", (unsigned)size);
    memcpy(to->text + to->size, data, size);
    to->size += size;
    to->text[to->size] = '\0';
    return 0;
}

char *as_text(const bilint_report *report)
{
    pieces out = { NULL, 0 };

    take(&out, "", 0);
    MUST(bilint_report_write(report, "jsonl", BILINT_INFO, 0, take, &out,
                             NULL) == BILINT_OK,
         "not written");
    MUST(is_utf8(out.text, out.size), "%s", out.text);
    return out.text;
}

void must_explain(bilint_status status, const bilint_error *err)
{
    MUST(strcmp(bilint_status_text(status), "") != 0, "%d", (int)status);
    if (status == BILINT_OK)
        return;
    MUST(err->status == status, "%d, %d", (int)err->status, (int)status);
    MUST(memchr(err->message, '\0', sizeof(err->message)) != NULL,
         "not terminated");
    MUST(err->message[0] != '\0', "status %d", (int)status);
    MUST(is_utf8(err->message, strlen(err->message)), "%s", err->message);
    MUST(strpbrk(err->message, "\r\n") == NULL, "%s", err->message);
    MUST(err->byte_offset >= -1, "%lld", (long long)err->byte_offset);
}

bilint_engine *new_engine(const char *config)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *engine = NULL;
    const bilint_status status = bilint_engine_new(
        BILINT_ABI, config, strlen(config), NULL, &engine, &err);

    MUST(status == BILINT_OK, "%s", err.message);
    return engine;
}

bilint_engine *new_engine_all(const char *config)
{
    char text[16384];
    size_t n = (size_t)snprintf(text, sizeof(text), "%s\nrules:\n", config);

    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };

        MUST(bilint_rule_get(i, &rule) == BILINT_OK, "rule %u", i);
        n +=
            (size_t)snprintf(text + n, sizeof(text) - n, "  %s: on\n", rule.id);
        MUST(n < sizeof(text), "%u rules", bilint_rule_count());
    }
    return new_engine(text);
}
