/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a report: finding by finding, packed, or written out. */
#include "api/handles.h"

#include "reporters/reporter.h"
#include "text/utf8.h"

#include <string.h>

/* ---- offsets ------------------------------------------------------------ */

/* From the checked text to the host's: each code before it is as long there
 * as it is shown. */
static bl_span to_shown(const bl_shown_codes *shown, bl_span span)
{
    uint32_t shift = 0; /* host's minus checked, modulo 2^32 */
    bl_span out = span;

    for (uint32_t i = 0; i <= shown->count; i++) {
        const bool last = i == shown->count;
        const uint32_t at =
            last ? UINT32_MAX : shown->spans[i].start - shift;

        if (span.start <= at) {
            out.start = span.start + shift;
            break;
        }
        shift += shown->spans[i].limit - shown->spans[i].start -
                 BL_SENTINEL_SIZE;
    }
    shift = 0;
    for (uint32_t i = 0; i <= shown->count; i++) {
        const bool last = i == shown->count;
        const uint32_t at =
            last ? UINT32_MAX : shown->spans[i].start - shift;

        if (span.limit <= at) {
            out.limit = span.limit + shift;
            break;
        }
        shift += shown->spans[i].limit - shown->spans[i].start -
                 BL_SENTINEL_SIZE;
    }
    return out;
}

static uint32_t count(bl_str text, uint32_t bytes, bl_offset_unit unit)
{
    if (bytes > text.size)
        bytes = (uint32_t)text.size;
    if (unit == BL_OFFSET_UTF16)
        return (uint32_t)bl_utf8_units16(text.ptr, bytes);
    if (unit == BL_OFFSET_CODE_POINTS)
        return (uint32_t)bl_utf8_points(text.ptr, bytes);
    return bytes;
}

/* A span in the text that the host knows, in the host's unit. */
static bl_span to_host(const bilint_report *report,
                       const bl_finding *finding, uint8_t side, bl_span span,
                       bl_str *text)
{
    const bl_offset_unit unit = report->engine->config.offsets;
    bl_str known =
        bl_report_part(&report->report, finding, (bl_kept_part)side);

    if (report->is_pair) {
        span = to_shown(&report->shown[side], span);
        known = report->shown[side].text;
    }
    if (text != NULL)
        *text = bl_str_of(known.ptr + span.start,
                          (size_t)span.limit - span.start);
    return (bl_span){ count(known, span.start, unit),
                      count(known, span.limit, unit) };
}

static const char *text_or_null(bl_str text)
{
    return text.ptr;
}

/* ---- finding by finding ------------------------------------------------- */

uint32_t BILINT_CALL bilint_report_count(const bilint_report *report)
{
    return report != NULL ? (uint32_t)report->report.count : 0;
}

static void fill_finding(const bilint_report *report,
                         const bl_finding *from, bilint_finding *to)
{
    const bl_check *check = bl_report_rule(&report->report, from);

    *to = (bilint_finding){
        .struct_size = sizeof(*to),
        .severity = from->severity,
        .rule = check->id,
        .code = check->messages[from->message].id,
        .category = check->category,
        .its_type = check->its_type,
        .message = from->text.ptr,
        .file = text_or_null(bl_report_file(&report->report, from)),
        .unit = text_or_null(
            bl_report_part(&report->report, from, BL_KEPT_UNIT)),
        .segment = text_or_null(
            bl_report_part(&report->report, from, BL_KEPT_SEGMENT)),
        .line = from->at.line,
        .column = from->at.column,
        .offset = from->at.offset,
        .mark_count = from->mark_count,
        .fingerprint = from->fingerprint,
    };
    if (from->fix != NULL) {
        const bl_span span = to_host(report, from, from->fix->side,
                                     from->fix->span, NULL);

        to->fix_side = from->fix->side;
        to->fix = from->fix->text.ptr;
        to->fix_size = from->fix->text.size;
        to->fix_start = span.start;
        to->fix_limit = span.limit;
    }
}

bilint_status BILINT_CALL bilint_report_get(const bilint_report *report,
                                            uint32_t index,
                                            bilint_finding *out)
{
    bilint_finding finding;

    if (report == NULL || out == NULL || index >= report->report.count)
        return BILINT_E_ARGUMENT;
    fill_finding(report, &report->report.findings[index], &finding);
    return bl_struct_out(out, &finding, sizeof(finding))
               ? BILINT_OK
               : BILINT_E_ARGUMENT;
}

static void fill_mark(const bilint_report *report, const bl_finding *from,
                      uint32_t mark, bilint_mark *to)
{
    const bl_mark *m = &from->marks[mark];
    bl_str text;
    const bl_span span =
        to_host(report, from, m->side, m->span, &text);

    *to = (bilint_mark){
        .struct_size = sizeof(*to),
        .side = m->side,
        .start = span.start,
        .limit = span.limit,
        .text = text.ptr,
        .text_size = text.size,
        .line = from->places[mark].line,
        .column = from->places[mark].column,
        .offset = from->places[mark].offset,
    };
}

bilint_status BILINT_CALL bilint_report_mark(const bilint_report *report,
                                             uint32_t index, uint32_t mark,
                                             bilint_mark *out)
{
    bilint_mark filled;

    if (report == NULL || out == NULL || index >= report->report.count ||
        mark >= report->report.findings[index].mark_count)
        return BILINT_E_ARGUMENT;
    fill_mark(report, &report->report.findings[index], mark, &filled);
    return bl_struct_out(out, &filled, sizeof(filled)) ? BILINT_OK
                                                       : BILINT_E_ARGUMENT;
}

const char *BILINT_CALL bilint_report_text(const bilint_report *report,
                                           uint32_t index, int32_t side,
                                           size_t *size)
{
    bl_str text;

    if (size != NULL)
        *size = 0;
    if (report == NULL || index >= report->report.count ||
        (side != BILINT_SOURCE && side != BILINT_TARGET))
        return NULL;
    text = bl_report_part(&report->report, &report->report.findings[index],
                          (bl_kept_part)side);
    if (size != NULL)
        *size = text.size;
    return text.ptr;
}

bilint_status BILINT_CALL bilint_report_summary(const bilint_report *report,
                                                bilint_summary *out)
{
    bilint_summary summary = { .struct_size = sizeof(summary) };
    const bl_report *from;

    if (report == NULL || out == NULL)
        return BILINT_E_ARGUMENT;
    from = &report->report;
    summary.flags = (from->incomplete ? BILINT_REPORT_INCOMPLETE : 0) |
                    (from->broken ? BILINT_REPORT_BROKEN : 0) |
                    (from->language_missing ? BILINT_REPORT_LANGUAGE : 0);
    summary.units = from->units_read;
    summary.segments = from->segments_read;
    summary.checked = from->segments_checked;
    summary.errors = bl_report_count_of(from, BL_ERROR);
    summary.warnings = bl_report_count_of(from, BL_WARNING);
    summary.infos = bl_report_count_of(from, BL_INFO);
    return bl_struct_out(out, &summary, sizeof(summary)) ? BILINT_OK
                                                         : BILINT_E_ARGUMENT;
}

void BILINT_CALL bilint_report_free(bilint_report *report)
{
    bl_report_discard(report);
}

/* ---- packed ------------------------------------------------------------- */

/* docs/reference/packed-report.md; all numbers are 32 bits in the byte order
 * of the machine, all strings are offset and size into the buffer. */
enum { PACKED_MAGIC = 0x31524c42 /* "BLR1" */, PACKED_HEADER = 8 };

typedef struct packer {
    bl_buf *out;
    bl_buf text; /* the strings, put behind the numbers */
} packer;

static void put(packer *p, uint32_t value)
{
    bl_buf_add(p->out, &value, sizeof(value));
}

static void put_text(packer *p, bl_str text)
{
    put(p, (uint32_t)p->text.size);
    put(p, (uint32_t)text.size);
    bl_buf_str(&p->text, text);
    bl_buf_char(&p->text, '\0');
}

static void put_finding(packer *p, const bilint_report *report,
                        uint32_t index)
{
    bilint_finding f;

    fill_finding(report, &report->report.findings[index], &f);
    put(p, (uint32_t)f.severity);
    put_text(p, bl_str_z(f.rule));
    put_text(p, bl_str_z(f.code));
    put_text(p, bl_str_z(f.message));
    put(p, f.line);
    put(p, f.column);
    put(p, f.fix != NULL ? (uint32_t)f.fix_side : UINT32_MAX);
    put(p, f.fix_start);
    put(p, f.fix_limit);
    put_text(p, bl_str_of(f.fix != NULL ? f.fix : "", f.fix_size));
    put(p, (uint32_t)(f.fingerprint & UINT32_MAX));
    put(p, (uint32_t)(f.fingerprint >> 32));
    put(p, f.mark_count);
    for (uint32_t i = 0; i < f.mark_count; i++) {
        bilint_mark m;

        fill_mark(report, &report->report.findings[index], i, &m);
        put(p, (uint32_t)m.side);
        put(p, m.start);
        put(p, m.limit);
    }
}

bilint_status BILINT_CALL bilint_report_packed(bilint_report *report,
                                               const void **data,
                                               size_t *size)
{
    packer p;
    uint32_t at;
    bool failed;

    if (report == NULL || data == NULL || size == NULL)
        return BILINT_E_ARGUMENT;
    p.out = &report->packed;
    bl_buf_clear(p.out);
    bl_buf_init(&p.text, &report->engine->alloc);
    put(&p, PACKED_MAGIC);
    put(&p, (uint32_t)report->report.count);
    put(&p, 0); /* where the strings begin */
    for (int i = 3; i < PACKED_HEADER; i++)
        put(&p, 0);
    for (uint32_t i = 0; i < report->report.count; i++)
        put_finding(&p, report, i);
    at = (uint32_t)p.out->size;
    bl_buf_str(p.out, bl_buf_view(&p.text));
    failed = p.out->failed || p.text.failed;
    bl_buf_free(&p.text);
    if (failed)
        return BILINT_E_MEMORY;
    memcpy(p.out->data + 2 * sizeof(at), &at, sizeof(at));
    *data = p.out->data;
    *size = p.out->size;
    return BILINT_OK;
}

/* ---- written ------------------------------------------------------------ */

enum { WRITE_AT = 32 * 1024 };

bilint_status BILINT_CALL bilint_report_write(const bilint_report *report,
                                              const char *format,
                                              int32_t severity,
                                              uint32_t flags,
                                              bilint_write write,
                                              void *context,
                                              bilint_error *err)
{
    const bl_format *to;
    bilint_status status = BILINT_OK;
    bl_buf out;

    bl_error_clear(err);
    if (report == NULL || format == NULL || write == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    to = bl_format_find(format);
    if (to == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "no such format: %s", format);
    bl_buf_init(&out, &report->engine->alloc);
    for (size_t i = 0; i < report->report.count && status == BILINT_OK; i++) {
        const bl_finding *finding = &report->report.findings[i];

        if (finding->severity >= severity)
            to->write(&report->report, finding, flags, &out);
        if (out.failed) {
            status = bl_fail_memory(err);
        } else if (out.size >= WRITE_AT || i + 1 == report->report.count) {
            if (out.size != 0 && write(context, out.data, out.size) != 0)
                status = bl_fail(err, BILINT_E_IO, "cannot write");
            bl_buf_clear(&out);
        }
    }
    bl_buf_free(&out);
    return status;
}
