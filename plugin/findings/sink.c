/* SPDX-License-Identifier: Apache-2.0 */
/* From an emission to a finding: wording, places, fingerprint. */
#include "findings/sink.h"

#include "base/hash.h"

#include <string.h>

/* The first {n} of the wording from `p` on, or where it ends. */
static const char *next_argument(const char *p, const char *limit)
{
    while ((p = memchr(p, '{', (size_t)(limit - p))) != NULL) {
        if (p[1] >= '0' && p[1] < '0' + BL_ARGUMENTS && p[2] == '}')
            return p;
        p++;
    }
    return limit;
}

static size_t size_of(const bl_emission *emission, const char *wording,
                      const char *limit)
{
    const char *p = next_argument(wording, limit);
    size_t size = (size_t)(limit - wording);

    for (; p != limit; p = next_argument(p + 3, limit))
        size += emission->arguments[p[1] - '0'].size - 3;
    return size;
}

/* In one line. */
static char *put_argument(char *to, bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];

        to[i] = c < 0x20 || c == 0x7f ? ' ' : (char)c;
    }
    return to + text.size;
}

/* "{0} became {1}" with its arguments, kept by the report. */
static bl_str word(bl_sink *sink, const bl_emission *emission)
{
    const char *wording = sink->messages[emission->message].text;
    const char *limit = wording + strlen(wording);
    const size_t size = size_of(emission, wording, limit);
    char *text = bl_arena_alloc(&sink->report->arena, size + 1, 1);
    char *to = text;

    if (text == NULL) {
        sink->report->failed = true;
        return bl_str_of(NULL, 0);
    }
    for (const char *p = wording; p != limit;) {
        const char *argument = next_argument(p, limit);

        memcpy(to, p, (size_t)(argument - p));
        to += argument - p;
        p = argument;
        if (p != limit) {
            to = put_argument(to, emission->arguments[p[1] - '0']);
            p += 3;
        }
    }
    *to = '\0';
    return bl_str_of(text, size);
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
            bl_hash(sink->segment->source.ptr, sink->segment->source.size,
                    sink->subject + 1);
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
