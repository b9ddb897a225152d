/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of a large report are packed while it is filled, and are all there
 * afterwards; without memory they are there as they were, or not at all. */
#include "suite.h"

#include "findings/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENTS = 4000, LONG_ONE = 1700, BARE_ONE = 1800, LONG = 100000 };

static size_t held;
static size_t left; /* calls until there is no memory; SIZE_MAX: there is */

/* What was asked for stands before each block. */
static void *count(const bl_alloc *alloc, void *block, size_t size)
{
    size_t *from = block != NULL ? (size_t *)block - 2 : NULL;
    size_t *to;

    (void)alloc;
    if (size == 0) {
        held -= *from;
        free(from);
        return NULL;
    }
    if (left == 0)
        return NULL;
    left -= left != SIZE_MAX;
    held += size - (from != NULL ? *from : 0);
    to = realloc(from, size + 2 * sizeof(size_t));
    assert_non_null(to);
    *to = size;
    return to + 2;
}

static const bl_alloc counting = { count, NULL };

static bl_str text_of(uint32_t segment, char *room)
{
    const uint32_t wanted = segment == LONG_ONE ? LONG : 700;
    uint32_t size = 0;

    for (uint32_t i = segment; size < wanted; i = i * 1103515245 + 12345)
        size += (uint32_t)sprintf(room + size, "word%u of %u ", i >> 24,
                                  (unsigned)segment);
    return bl_str_of(room, size);
}

static void add(bl_report *report, uint32_t i, bl_str text)
{
    const bl_unit unit = { .id = BL_STR("u") };
    const bl_segment segment = {
        .source = { .ptr = text.ptr, .size = (uint32_t)text.size }
    };
    const bl_unit bare = { .id = { NULL, 0 } };
    const bl_segment nothing = { .id = { NULL, 0 } };

    if (i == BARE_ONE)
        bl_report_segment(report, &bare, &nothing, i);
    else
        bl_report_segment(report, &unit, &segment, i);
}

static void fill(bl_report *report, char *room)
{
    bl_report_init(report, &counting);
    bl_report_pack(report);
    for (uint32_t i = 0; i < SEGMENTS; i++) {
        if (i == SEGMENTS / 8)
            bl_kept_pack(&report->blocks);
        add(report, i, text_of(i, room));
    }
}

static bl_str part(const bl_report *report, size_t segment, bl_kept_part which)
{
    return bl_kept_get(&report->segments[segment].kept, which);
}

/* The same, or nothing where memory ran out. */
static void compare(const bl_report *report, char *room)
{
    for (uint32_t i = 0; i < report->segment_count; i++) {
        const bl_str wanted = text_of(i, room);
        const bl_str found = part(report, i, BL_KEPT_SOURCE);

        assert_null(part(report, i, BL_KEPT_TARGET).ptr);
        if (i == BARE_ONE || (report->failed && found.ptr == NULL)) {
            assert_null(found.ptr);
            continue;
        }
        assert_int_equal(found.size, wanted.size);
        assert_memory_equal(found.ptr, wanted.ptr, wanted.size);
        assert_string_equal(part(report, i, BL_KEPT_UNIT).ptr, "u");
    }
}

static void texts_come_back(void **state)
{
    static char room[LONG + 100];
    bl_report report;
    size_t packed;

    (void)state;
    left = SIZE_MAX;
    fill(&report, room);
    packed = held;
    bl_report_unpack(&report);
    assert_false(report.failed);
    assert_int_equal(report.segment_count, SEGMENTS);
    assert_true(packed < held / 4 * 3);
    compare(&report, room);
    /* What comes then is not packed. */
    bl_report_segment(&report, &(bl_unit){ .id = BL_STR("v") },
                      &(bl_segment){ .id = BL_STR("s") }, SEGMENTS);
    assert_string_equal(part(&report, SEGMENTS, BL_KEPT_UNIT).ptr, "v");
    bl_report_close(&report);
    assert_int_equal(held, 0);
}

static void texts_are_lost_and_nothing_else(void **state)
{
    static char room[LONG + 100];

    (void)state;
    for (size_t calls = 0; calls < 200; calls += 3) {
        bl_report report;

        left = calls;
        fill(&report, room);
        bl_report_unpack(&report);
        compare(&report, room);
        bl_report_close(&report);
        assert_int_equal(held, 0);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(texts_come_back),
    cmocka_unit_test(texts_are_lost_and_nothing_else),
};

SUITE(tests)
