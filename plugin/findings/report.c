/* SPDX-License-Identifier: Apache-2.0 */
/* Growing, joining and sorting reports. */
#include "findings/report.h"

#include "base/hash.h"
#include "base/sort.h"

#include <string.h>

enum { KEPT = 1 << 16 };

void bl_report_init(bl_report *report, const bl_alloc *alloc)
{
    *report = (bl_report){ .alloc = alloc };
    bl_arena_init(&report->arena, alloc, KEPT);
    bl_kept_blocks_init(&report->blocks, alloc);
}

void bl_report_reset(bl_report *report)
{
    bl_arena_reset(&report->arena);
    bl_kept_blocks_free(&report->blocks);
    report->packing = false;
    memset(report->said, 0, sizeof(report->said));
    report->count = 0;
    report->segment_count = 0;
    report->file = bl_str_of(NULL, 0);
    report->units_read = 0;
    report->segments_read = 0;
    report->segments_checked = 0;
    report->incomplete = false;
    report->language_missing = false;
    report->broken = false;
    report->failed = false;
}

void bl_report_close(bl_report *report)
{
    bl_arena_free(&report->arena);
    bl_kept_blocks_free(&report->blocks);
    bl_free(report->alloc, report->findings);
    bl_free(report->alloc, report->segments);
}

static bl_str keep(bl_report *report, bl_str text)
{
    const char *copy;

    if (text.ptr == NULL)
        return text;
    copy = bl_arena_copy(&report->arena, text.ptr, text.size);
    if (copy == NULL) {
        report->failed = true;
        return bl_str_of(NULL, 0);
    }
    return bl_str_of(copy, text.size);
}

/* What is said of one word, or term, is said again and again. */
static bl_str keep_message(bl_report *report, bl_str text)
{
    bl_str *said =
        &report->said[bl_hash(text.ptr, text.size, 0) % BL_REPORT_SAID];

    if (said->ptr == NULL || !bl_str_equal(*said, text))
        *said = keep(report, text);
    return *said;
}

void bl_report_pack(bl_report *report)
{
    report->packing = true;
}

void bl_report_unpack(bl_report *report)
{
    if (report->packing && !bl_kept_unpack(&report->blocks, report->segments,
                                           sizeof(*report->segments)))
        report->failed = true;
    report->packing = false;
}

static void keep_parts(bl_report *report, const bl_str parts[BL_KEPT_PARTS],
                       bl_kept *kept)
{
    const size_t room = bl_kept_room(parts);
    char *to = report->packing ? bl_kept_add(&report->blocks, room)
                               : bl_arena_alloc(&report->arena, room, 1);

    bl_keep(to, parts, kept);
    report->failed = report->failed || to == NULL;
}

static bl_reported *add_segment(bl_report *report)
{
    if (!bl_grow(report->alloc, &report->segments, &report->segment_room,
                 report->segment_count, sizeof(bl_reported))) {
        report->failed = true;
        return NULL;
    }
    return &report->segments[report->segment_count++];
}

uint32_t bl_report_segment(bl_report *report, const bl_unit *unit,
                           const bl_segment *segment, uint32_t ordinal)
{
    const bl_text *source = &segment->source;
    const bl_text *target = &segment->target;
    const bl_str parts[BL_KEPT_PARTS] = {
        [BL_KEPT_UNIT] = unit->id,
        [BL_KEPT_SEGMENT] = segment->id,
        [BL_KEPT_SOURCE] = bl_str_of(source->ptr, source->size),
        [BL_KEPT_TARGET] =
            bl_str_of(target->present ? target->ptr : NULL, target->size),
    };
    bl_reported *to = add_segment(report);

    if (to == NULL)
        return 0;
    *to = (bl_reported){ .ordinal = ordinal };
    keep_parts(report, parts, &to->kept);
    return (uint32_t)report->segment_count - 1;
}

bl_finding *bl_report_add(bl_report *report)
{
    if (!bl_grow(report->alloc, &report->findings, &report->room,
                 report->count, sizeof(bl_finding))) {
        report->failed = true;
        return NULL;
    }
    report->findings[report->count] = (bl_finding){ 0 };
    return &report->findings[report->count++];
}

void bl_report_mark(bl_report *report, bl_finding *finding,
                    const bl_mark *marks, const bl_position *places)
{
    const size_t count = finding->mark_count;
    const size_t room = count * sizeof(*places);
    char *to = NULL;

    if (count != 0)
        to = bl_arena_alloc(&report->arena, count,
                            sizeof(*places) + sizeof(*marks));
    finding->mark_count = to != NULL ? finding->mark_count : 0;
    finding->places = (bl_position *)(void *)to;
    finding->marks = to != NULL ? (bl_mark *)(void *)(to + room) : NULL;
    report->failed = report->failed || (count != 0 && to == NULL);
    if (to == NULL)
        return;
    memcpy(to, places, room);
    memcpy(to + room, marks, count * sizeof(*marks));
}

void bl_report_fix(bl_report *report, bl_finding *finding, const bl_fix *fix)
{
    bl_fix *to = bl_arena_alloc(&report->arena, 1, sizeof(*to));

    report->failed = report->failed || to == NULL;
    finding->fix = to;
    if (to == NULL)
        return;
    *to = *fix;
    to->text = keep(report, fix->text);
}

void bl_report_name(bl_report *report, bl_reported *segment, bl_str file)
{
    bl_str *to = bl_arena_alloc(&report->arena, 1, sizeof(*to));

    report->failed = report->failed || to == NULL;
    if (to != NULL)
        *to = keep(report, file);
    segment->file = to;
}

static bool append_segment(bl_report *report, const bl_reported *from)
{
    bl_str parts[BL_KEPT_PARTS];
    bl_reported *to = add_segment(report);

    if (to == NULL)
        return false;
    for (int i = 0; i < BL_KEPT_PARTS; i++)
        parts[i] = bl_kept_get(&from->kept, (bl_kept_part)i);
    *to = (bl_reported){ .ordinal = from->ordinal };
    keep_parts(report, parts, &to->kept);
    if (from->file != NULL)
        bl_report_name(report, to, *from->file);
    return !report->failed;
}

void bl_report_append(bl_report *report, bl_report *part)
{
    uint32_t last = UINT32_MAX;

    report->units_read += part->units_read;
    report->segments_read += part->segments_read;
    report->segments_checked += part->segments_checked;
    report->incomplete = report->incomplete || part->incomplete;
    report->language_missing =
        report->language_missing || part->language_missing;
    report->broken = report->broken || part->broken;
    report->failed = report->failed || part->failed || part->arena.failed;
    for (size_t i = 0; i < part->count; i++) {
        const bl_finding *from = &part->findings[i];
        bl_finding *to;

        if (from->severity == BL_OFF)
            continue;
        if (last != from->segment &&
            !append_segment(report, &part->segments[from->segment]))
            return;
        last = from->segment;
        to = bl_report_add(report);
        if (to == NULL)
            return;
        *to = *from;
        to->text = keep_message(report, to->text);
        bl_report_mark(report, to, from->marks, from->places);
        if (from->fix != NULL)
            bl_report_fix(report, to, from->fix);
        to->segment = (uint32_t)report->segment_count - 1;
    }
    bl_report_reset(part);
}

bl_str bl_report_marked(const bl_report *report, const bl_finding *finding,
                        bl_side_id side)
{
    const bl_str text = bl_report_part(report, finding, (bl_kept_part)side);

    for (int i = 0; i < finding->mark_count; i++) {
        const bl_span span = finding->marks[i].span;

        if (finding->marks[i].side == side)
            return bl_str_of(text.ptr + span.start, span.limit - span.start);
    }
    return bl_str_of(NULL, 0);
}

const bl_reported *bl_report_segment_of(const bl_report *report,
                                        const bl_finding *finding)
{
    return &report->segments[finding->segment];
}

bl_str bl_report_part(const bl_report *report, const bl_finding *finding,
                      bl_kept_part part)
{
    return bl_kept_get(&bl_report_segment_of(report, finding)->kept, part);
}

void bl_report_hold_back(bl_report *report, uint32_t first, uint32_t limit,
                         uint16_t rule)
{
    for (size_t i = report->count; i-- != 0;) {
        bl_finding *finding = &report->findings[i];
        const uint32_t ordinal = report->segments[finding->segment].ordinal;

        /* Those of the rule itself may stand anywhere. */
        if (finding->rule == rule)
            continue;
        if (ordinal < first)
            break;
        if (ordinal < limit)
            finding->severity = BL_OFF;
    }
}

bl_str bl_report_file(const bl_report *report, const bl_finding *finding)
{
    const bl_str *own = bl_report_segment_of(report, finding)->file;

    return own != NULL && own->ptr != NULL ? *own : report->file;
}

void bl_report_compact(bl_report *report)
{
    size_t kept = 0;

    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].severity != BL_OFF)
            report->findings[kept++] = report->findings[i];
    }
    report->count = kept;
}

static uint32_t first_start(const bl_finding *finding, bl_side_id side)
{
    for (int i = 0; i < finding->mark_count; i++) {
        if (finding->marks[i].side == side)
            return finding->marks[i].span.start;
    }
    return UINT32_MAX;
}

/* By segment, then by the place in its source. */
static uint64_t key_of(const bl_report *report, const bl_finding *finding)
{
    return (uint64_t)report->segments[finding->segment].ordinal << 32 |
           first_start(finding, BL_SOURCE);
}

/* Then by the place in its target, and by rule. */
static int compare_rest(const void *context, uint32_t a, uint32_t b)
{
    const bl_report *report = context;
    const bl_finding *x = &report->findings[a];
    const bl_finding *y = &report->findings[b];
    const uint32_t p = first_start(x, BL_TARGET);
    const uint32_t q = first_start(y, BL_TARGET);

    if (p != q)
        return p < q ? -1 : 1;
    return (x->rule > y->rule) - (x->rule < y->rule);
}

static bool is_sorted(const bl_report *report)
{
    for (size_t i = 1; i < report->count; i++) {
        const uint64_t before = key_of(report, &report->findings[i - 1]);
        const uint64_t key = key_of(report, &report->findings[i]);

        if (before > key ||
            (before == key &&
             compare_rest(report, (uint32_t)i - 1, (uint32_t)i) > 0))
            return false;
    }
    return true;
}

/* Move each finding to where its item is: along the cycles of the order. */
static void arrange(bl_finding *findings, bl_sort_item *items, size_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const bl_finding first = findings[i];
        uint32_t to = i;

        while (items[to].index != i) {
            const uint32_t from = items[to].index;

            findings[to] = findings[from];
            items[to].index = to;
            to = from;
        }
        findings[to] = first;
        items[to].index = to;
    }
}

void bl_report_sort(bl_report *report)
{
    bl_sort_item *items;

    if (is_sorted(report))
        return;
    items = bl_resize(report->alloc, NULL, report->count, sizeof(*items));
    for (size_t i = 0; items != NULL && i < report->count; i++)
        items[i] = (bl_sort_item){ key_of(report, &report->findings[i]),
                                   (uint32_t)i };
    if (items != NULL && bl_sort(report->alloc, items, report->count,
                                 compare_rest, report))
        arrange(report->findings, items, report->count);
    else
        report->failed = true;
    bl_free(report->alloc, items);
}

uint32_t bl_report_count_of(const bl_report *report, bl_severity severity)
{
    uint32_t count = 0;

    for (size_t i = 0; i < report->count; i++)
        count += report->findings[i].severity == severity;
    return count;
}
