/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inconsistent-name: one name of the sources is rendered in several ways in a
 * document.
 *
 * Told once a name, where a second way is met and one of the two has been
 * used before: of two that are used once nobody knows which is the slip.
 *
 * Page, examples and tests: inconsistent_name.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "text/similar.h"

#include <stdio.h>

enum { DIFFERENT };

/* From so many times on a rendering is in use; letters that a slip changes. */
enum { USED = 2, SLIP = 2 };

static void report(const bl_trace *trace, const bl_rendering *rendering,
                   const bl_way *other, bl_sink *sink)
{
    const bl_segment *segment = trace->segment;
    bl_emission e = { .message = DIFFERENT, .mark_count = 2 };
    char line[16];

    snprintf(line, sizeof(line), "%u", (unsigned)other->line);
    e.marks[0] = bl_mark_of(BL_SOURCE, rendering->source);
    e.marks[1] = bl_mark_of(BL_TARGET, rendering->target);
    e.arguments[0] =
        bl_str_of(segment->source.ptr + rendering->source.start,
                  (size_t)rendering->source.limit - rendering->source.start);
    e.arguments[1] =
        bl_str_of(segment->target.ptr + rendering->target.start,
                  (size_t)rendering->target.limit - rendering->target.start);
    e.arguments[2] = other->text;
    e.arguments[3] = bl_str_z(line);
    sink->unit = trace->unit;
    sink->segment = segment;
    sink->ordinal = trace->ordinal;
    sink->kept = false;
    bl_emit(sink, &e);
}

/* The way most used that is not this one. */
static const bl_way *find_other(const bl_rendered_name *name, int way)
{
    const bl_way *other = NULL;

    for (int i = 0; i < name->way_count; i++) {
        if (i != way &&
            (other == NULL || name->ways[i].count > other->count))
            other = &name->ways[i];
    }
    return other;
}

/* Whether the name stands here as in the source, and was nearly that once: that
 * was a slip, which is told where it is. */
static bool is_right_here(const bl_trace *trace, const bl_rendering *rendering,
                          const bl_way *other)
{
    const bl_segment *segment = trace->segment;
    const bl_str source =
        bl_str_of(segment->source.ptr + rendering->source.start,
                  (size_t)rendering->source.limit - rendering->source.start);
    const bl_str target =
        bl_str_of(segment->target.ptr + rendering->target.start,
                  (size_t)rendering->target.limit - rendering->target.start);

    return other->count == 1 && bl_str_equal(source, target) &&
           bl_distance(source, other->text, SLIP) <= SLIP;
}

static void follow(const bl_check *self, const bl_trace *trace,
                   bl_records *records, bl_report *part, bl_sink *sink)
{
    const bl_text *target = &trace->segment->target;

    (void)self;
    (void)part;
    for (uint8_t i = 0; i < trace->rendering_count; i++) {
        const bl_way *other;
        int way = 0;
        bl_rendered_name *name = bl_renderings_add(
            &records->renderings, &trace->renderings[i], trace->segment,
            target->raw_at.line != 0 ? target->raw_at.line
                                     : trace->unit->at.line,
            &way);

        if (name == NULL)
            continue;
        other = find_other(name, way);
        if (other == NULL ||
            (other->count < USED && name->ways[way].count < USED) ||
            is_right_here(trace, &trace->renderings[i], other))
            continue;
        name->told = true;
        report(trace, &trace->renderings[i], other, sink);
    }
}

const bl_check bl_check_inconsistent_name = {
    .id = "inconsistent-name",
    .title = "A name is rendered in several ways",
    .category = "consistency",
    .its_type = "inconsistent-entities",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES | BL_NEEDS_RENDERINGS,
    .messages = {
        [DIFFERENT] = { "different",
                        "{0} is {1} here, and {2} in line {3}",
                        BL_WARNING },
    },
    .follow = follow,
};
