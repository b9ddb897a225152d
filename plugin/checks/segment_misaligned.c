/* SPDX-License-Identifier: Apache-2.0 */
/*
 * segment-misaligned: over a run of segments the targets answer sources that
 * stand before or behind their own.
 *
 * One mistake, and told once: what other rules found in the run follows from
 * it and is held back, and its segments are no repetitions of others.
 *
 * Page, examples and tests: segment_misaligned.md
 */
#include "checks/check.h"
#include "checks/records.h"

#include <stdio.h>

enum { SHIFTED, SHIFTING };

/* Texts that are in no reader's memory any more: their place was noted. */
static bl_position noted_place(const bl_text *text, uint32_t offset)
{
    (void)offset;
    return text->raw_at;
}

/* What is in the run, but for what was held back before. */
static void hold_back(bl_records *records, bl_report *part, bl_sink *sink)
{
    bl_run *run = &records->alignment.run;
    const uint32_t first = run->begin.ordinal < run->held_first
                               ? run->begin.ordinal
                               : run->held_limit;

    if (run->limit == run->held_limit && first == run->held_limit)
        return;
    bl_report_hold_back(sink->report, first, run->limit, sink->rule);
    if (part != NULL)
        bl_report_hold_back(part, first, run->limit, sink->rule);
    bl_repetitions_skip(&records->repetitions, first, run->limit);
    run->held_first = run->begin.ordinal;
    run->held_limit = run->limit;
}

/* "2 segments behind its own", and so on; a target that answers a source
 * further on stands too early. */
static void tell_shift(char *text, size_t size, int shift)
{
    const int places = shift > 0 ? shift : -shift;

    snprintf(text, size, "%d segment%s %s", places, places == 1 ? "" : "s",
             shift > 0 ? "before" : "behind");
}

static void report(const bl_records *records, bl_sink *sink)
{
    const bl_run *run = &records->alignment.run;
    const bl_window_entry *begin = &run->begin;
    const char *text = begin->text.data;
    bl_unit unit = { .at = begin->unit_at };
    bl_segment segment = { 0 };
    bl_text *sides[2] = { &segment.source, &segment.target };
    bl_emission e = { .mark_count = 2 };
    char count[16];
    char line[16];
    char shift[40];
    char other[40];

    if (begin->has_id[0])
        unit.id = bl_str_of(text, begin->size[0]);
    text += begin->size[0];
    if (begin->has_id[1])
        segment.id = bl_str_of(text, begin->size[1]);
    text += begin->size[1];
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        const uint32_t size = (uint32_t)begin->size[2 + id];

        *sides[id] = (bl_text){ .ptr = text,
                                .size = size,
                                .present = true,
                                .locate = noted_place,
                                .raw_at = begin->at[id] };
        text += size;
        e.marks[id] = bl_mark_of((bl_side_id)id, (bl_span){ 0, size });
    }
    snprintf(count, sizeof(count), "%u",
             (unsigned)(run->limit - begin->ordinal));
    snprintf(line, sizeof(line), "%u", (unsigned)run->line);
    tell_shift(shift, sizeof(shift), run->shift);
    tell_shift(other, sizeof(other),
               run->least != run->shift ? run->least : run->most);
    e.message = run->least == run->most ? SHIFTED : SHIFTING;
    e.arguments[0] = bl_str_z(count);
    e.arguments[1] = bl_str_z(line);
    e.arguments[2] = bl_str_z(shift);
    e.arguments[3] = bl_str_z(other);
    sink->unit = &unit;
    sink->segment = &segment;
    sink->ordinal = begin->ordinal;
    sink->kept = false;
    bl_emit(sink, &e);
}

static void follow(const bl_check *self, const bl_trace *trace,
                   bl_records *records, bl_report *part, bl_sink *sink)
{
    const bl_run *run = &records->alignment.run;
    const bool over =
        bl_alignment_add(&records->alignment, trace->unit, trace->segment,
                         trace->ordinal, &trace->signature);

    (void)self;
    if (run->open)
        hold_back(records, part, sink);
    if (over)
        report(records, sink);
}

static void document(const bl_check *self, bl_records *records,
                     bl_sink *sink)
{
    (void)self;
    if (!bl_alignment_end(&records->alignment))
        return;
    hold_back(records, NULL, sink);
    report(records, sink);
}

const bl_check bl_check_segment_misaligned = {
    .id = "segment-misaligned",
    .title = "Targets stand beside the sources of their neighbours",
    .category = "structure",
    .its_type = "mistranslation",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS | BL_NEEDS_NAMES |
             BL_NEEDS_ALIGNMENT,
    .messages = {
        [SHIFTED] = { "shifted",
                      "from here to line {1} ({0} segments) each target "
                      "answers the source {2} its own",
                      BL_ERROR },
        [SHIFTING] = { "shifting",
                       "from here to line {1} ({0} segments) targets answer "
                       "other sources, most of them the one {2} their own, "
                       "some {3}",
                       BL_ERROR },
    },
    .follow = follow,
    .document = document,
};
