/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inconsistent-target: the same source is translated in different ways.
 *
 * Looks at the whole document when it is read. Each source is reported once,
 * at the first translation that differs from the one before it. White space
 * does not count; a single word may well need another translation elsewhere,
 * so short sources have no record.
 *
 * Page, examples and tests: inconsistent_target.md
 */
#include "checks/check.h"
#include "checks/records.h"

#include <stdio.h>
#include <stdlib.h>

enum { DIFFERENT };

static int compare(const void *a, const void *b)
{
    const bl_record *x = a;
    const bl_record *y = b;

    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->ordinal > y->ordinal) - (x->ordinal < y->ordinal);
}

/* Texts that are in no reader's memory any more: their place was noted. */
static bl_position noted_place(const bl_text *text, uint32_t offset)
{
    (void)offset;
    return text->raw_at;
}

static bl_text text_of(const bl_record_text *kept, bl_side_id side)
{
    return (bl_text){ .ptr = kept->text[side].ptr,
                      .size = (uint32_t)kept->text[side].size,
                      .present = true,
                      .locate = noted_place,
                      .raw_at = kept->at[side] };
}

/* How many of [first, limit) have that target. */
static size_t count_of(const bl_record *first, const bl_record *limit,
                       uint64_t target)
{
    size_t count = 0;

    for (; first < limit; first++)
        count += first->target == target;
    return count;
}

static void report(const bl_record_text *one, const bl_record_text *other,
                   const bl_record *record, size_t ones, size_t others,
                   bl_sink *sink)
{
    const bl_unit unit = { .id = other->unit, .at = other->unit_at };
    const bl_segment segment = { .id = other->segment,
                                 .source = text_of(other, BL_SOURCE),
                                 .target = text_of(other, BL_TARGET) };
    char line[24];
    char first[24];
    char second[24];
    bl_emission e = { .message = DIFFERENT, .mark_count = 1 };

    snprintf(line, sizeof(line), "%u", (unsigned)one->at[BL_TARGET].line);
    snprintf(first, sizeof(first), "%u", (unsigned)ones);
    snprintf(second, sizeof(second), "%u", (unsigned)others);
    sink->unit = &unit;
    sink->segment = &segment;
    sink->ordinal = record->ordinal;
    sink->kept = false;
    e.marks[0] =
        bl_mark_of(BL_TARGET, (bl_span){ 0, segment.target.size });
    e.arguments[0] = bl_str_z(line);
    e.arguments[1] = one->text[BL_TARGET];
    e.arguments[2] = bl_str_z(first);
    e.arguments[3] = bl_str_z(second);
    bl_emit(sink, &e);
}

static void document(const bl_check *self, const bl_records *records,
                     bl_sink *sink)
{
    bl_record *list = bl_resize(records->alloc, NULL, records->count,
                                sizeof(*list));
    const bl_record *limit = list + records->count;

    (void)self;
    if (list == NULL) {
        sink->report->failed = true;
        return;
    }
    for (size_t i = 0; i < records->count; i++)
        list[i] = records->items[i];
    qsort(list, records->count, sizeof(*list), compare);
    for (const bl_record *first = list; first < limit;) {
        const bl_record *end = first + 1;
        const bl_record *other = NULL;

        for (; end < limit && end->source == first->source; end++) {
            if (other == NULL && end->target != first->target)
                other = end;
        }
        if (other != NULL && first->text != UINT32_MAX &&
            other->text != UINT32_MAX)
            report(&records->texts[first->text], &records->texts[other->text],
                   other, count_of(first, end, first->target),
                   count_of(first, end, other->target), sink);
        first = end;
    }
    bl_free(records->alloc, list);
}

const bl_check bl_check_inconsistent_target = {
    .id = "inconsistent-target",
    .title = "The same source is translated in different ways",
    .category = "consistency",
    .its_type = "inconsistency",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [DIFFERENT] = { "different",
                        "the same source is translated otherwise in line "
                        "{0} ({2} times, here {3}): \"{1}\"",
                        BL_WARNING },
    },
    .document = document,
};
