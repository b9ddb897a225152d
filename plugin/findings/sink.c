/* SPDX-License-Identifier: Apache-2.0 */
/* From an emission to a finding: wording, places, fingerprint. */
#include "findings/sink.h"

#include "base/hash.h"

#include <string.h>

static void add_argument(bl_buf *out, bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];

        bl_buf_char(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
}

/* "{0} became {1}" with its arguments, kept by the report. */
static bl_str word(bl_sink *sink, const bl_emission *emission)
{
    bl_buf out;
    const char *kept;
    size_t size;

    bl_buf_init(&out, sink->report->alloc);
    for (const char *p = sink->messages[emission->message].text; *p != '\0';
         p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] < '0' + BL_ARGUMENTS &&
            p[2] == '}') {
            add_argument(&out, emission->arguments[p[1] - '0']);
            p += 2;
        } else {
            bl_buf_char(&out, *p);
        }
    }
    kept = bl_arena_copy(&sink->report->arena, out.data, out.size);
    size = out.size;
    if (out.failed || kept == NULL)
        sink->report->failed = true;
    bl_buf_free(&out);
    return bl_str_of(kept, kept != NULL ? size : 0);
}

static const bl_text *side_of(const bl_segment *segment, uint8_t side)
{
    return side == BL_SOURCE ? &segment->source : &segment->target;
}

static bl_position locate(const bl_sink *sink, const bl_mark *mark)
{
    const bl_text *text = side_of(sink->segment, mark->side);

    if (text->locate == NULL || !text->present)
        return sink->unit->at;
    return text->locate(text, mark->span.start);
}

/*
 * The same for the same mistake in the same texts, wherever they stand: rule,
 * message, source, and what is marked on either side. Two mistakes in one
 * segment differ, and so in their marks. Numbers of lines and units have no
 * part in it.
 */
static uint64_t fingerprint(const bl_sink *sink, const bl_emission *emission)
{
    const bl_segment *segment = sink->segment;
    uint64_t hash =
        bl_hash(sink->rule_id, strlen(sink->rule_id), sink->source_hash);
    const char *message = sink->messages[emission->message].id;

    hash = bl_hash(message, strlen(message), hash);
    for (int i = 0; i < emission->mark_count; i++) {
        const bl_mark *mark = &emission->marks[i];
        const char *text = side_of(segment, mark->side)->ptr;

        /* The side goes in with the seed: what is missing is not extra. */
        hash = bl_hash(text + mark->span.start,
                       (size_t)mark->span.limit - mark->span.start,
                       hash + mark->side);
    }
    return hash;
}

static uint8_t severity_of(const bl_sink *sink, const bl_emission *emission)
{
    const bl_severity own = sink->messages[emission->message].severity;

    /* What is mere information stays that, whatever the rule is set to. */
    return (uint8_t)(sink->severity < 0 || own == BL_INFO
                         ? own
                         : (bl_severity)sink->severity);
}

/* Where the finding is shown: the first mark on the target, or else on the
 * source, or else the unit. */
static bl_position place_of(const bl_emission *emission,
                            const bl_position *places, bl_position unit)
{
    for (int side = BL_TARGET; side >= BL_SOURCE; side--) {
        for (int i = 0; i < emission->mark_count; i++) {
            if (emission->marks[i].side == side)
                return places[i];
        }
    }
    return unit;
}

/* Whether the rule has said enough of the segment. */
static bool is_full(bl_sink *sink)
{
    if (!sink->kept || sink->counted != sink->rule)
        sink->count = 0;
    sink->counted = sink->rule;
    return sink->count++ >= BL_FINDINGS_MAX;
}

void bl_emit(bl_sink *sink, const bl_emission *emission)
{
    bl_position places[BL_MARKS_MAX];
    bl_finding *finding;

    if (is_full(sink))
        return;
    if (!sink->kept) {
        sink->index = bl_report_segment(sink->report, sink->unit,
                                        sink->segment, sink->ordinal);
        sink->kept = true;
        sink->source_hash =
            bl_hash(sink->segment->source.ptr, sink->segment->source.size, 1);
        if (sink->file.ptr != NULL && !sink->report->failed)
            bl_report_name(sink->report,
                           &sink->report->segments[sink->index], sink->file);
    }
    if (sink->report->failed)
        return;
    finding = bl_report_add(sink->report);
    if (finding == NULL)
        return;
    finding->rule = sink->rule;
    finding->message = emission->message;
    finding->severity = severity_of(sink, emission);
    finding->segment = sink->index;
    finding->mark_count = emission->mark_count;
    for (int i = 0; i < emission->mark_count; i++)
        places[i] = locate(sink, &emission->marks[i]);
    bl_report_mark(sink->report, finding, emission->marks, places);
    finding->at = place_of(emission, places, sink->unit->at);
    finding->text = word(sink, emission);
    if (emission->fix.given)
        bl_report_fix(sink->report, finding, &emission->fix);
    finding->fingerprint = fingerprint(sink, emission);
}
