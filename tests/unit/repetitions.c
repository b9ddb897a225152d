/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a million segments cost that are remembered for the sake of
 * repetitions, at the worst moment; and that what was remembered is found.
 */
#include "suite.h"

#include "checks/check.h"
#include "checks/repetitions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEGMENTS = 1000000, BYTES_MOST = 26, ONE_SIDE_MOST = 18 };
enum { BOTH = 1 << BL_SOURCE | 1 << BL_TARGET };

static size_t held;
static size_t peak;

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
    to = malloc(size + 2 * sizeof(size_t));
    if (to == NULL)
        return NULL;
    *to = size;
    held += size;
    /* Both are there while the one is copied to the other. */
    if (held > peak)
        peak = held;
    if (from != NULL) {
        memcpy(to + 2, block, *from < size ? *from : size);
        held -= *from;
        free(from);
    }
    return to + 2;
}

static const bl_alloc counting = { count, NULL };

static int set_up(void **state)
{
    (void)state;
    held = peak = 0;
    return 0;
}

static void add_at(bl_repetitions *list, uint32_t ordinal, uint32_t line,
                   uint64_t source, uint64_t target)
{
    const bl_unit unit = { .at = { .line = line, .column = 1 } };
    const bl_segment segment = { .source = { .ptr = "s", .size = 1 },
                                 .target = { .ptr = "t", .size = 1 } };
    const uint64_t hash[2] = { bl_hash_mix(source), bl_hash_mix(target) };

    bl_repetitions_add(list, &unit, &segment, ordinal, hash);
}

static void add(bl_repetitions *list, uint32_t ordinal, uint64_t source,
                uint64_t target)
{
    add_at(list, ordinal, ordinal + 1, source, target);
}

static void fill(bl_repetitions *list, uint8_t sides)
{
    bl_repetitions_init(list, &counting);
    list->sides = sides;
    list->most = 0;
    for (uint32_t i = 0; i < SEGMENTS; i++)
        add(list, i, UINT64_C(2) * i + 1, UINT64_C(2) * i + 2);
    assert_false(list->failed);
    assert_int_equal(list->count, SEGMENTS);
}

static void remembers_a_million_segments(void **state)
{
    bl_repetitions list;

    (void)state;
    fill(&list, BOTH);
    printf("%.1f bytes a segment at most, %.1f in the end\n",
           (double)peak / SEGMENTS, (double)held / SEGMENTS);
    assert_true(peak > SEGMENTS * 2 * (size_t)BL_REPETITION_BYTES);
    assert_true(peak <= (size_t)SEGMENTS * BYTES_MOST);
    assert_true(bl_repetitions_size(&list) <= held);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

static void remembers_less_of_one_side(void **state)
{
    bl_repetitions list;

    (void)state;
    fill(&list, 1 << BL_TARGET);
    assert_true(peak <= (size_t)SEGMENTS * ONE_SIDE_MOST);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

static bl_sink sink_of(bl_report *report)
{
    uint16_t rule = 0;
    const bl_check *check =
        bl_check_find(BL_STR("inconsistent-target"), &rule);

    return (bl_sink){ .report = report,
                      .rule = rule,
                      .rule_id = check->id,
                      .messages = check->messages };
}

/* Looking for them costs no more than remembering. */
static void finds_one_among_a_million(void **state)
{
    bl_repetitions list;
    const bl_repetitions *const documents = &list;
    bl_report report;
    bl_sink sink = sink_of(&report);

    (void)state;
    fill(&list, BOTH);
    /* The sources of segments 6 and 499,999 again, one of them otherwise. */
    add(&list, SEGMENTS, 13, 14);
    add(&list, SEGMENTS + 1, 999999, 7);
    bl_repetitions_close(&list);
    bl_report_init(&report, &counting);
    sink.severity = -1;
    list.severity[BL_SOURCE] = -1;
    bl_repetitions_report(&documents, 1, BL_SOURCE, 0, 0, &sink);
    assert_false(report.failed);
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].at.line, SEGMENTS + 2);
    assert_string_equal(report.findings[0].text.ptr,
                        "the same source is translated otherwise in line "
                        "500000");
    assert_true(peak <= (size_t)SEGMENTS * BYTES_MOST + (1 << 18));
    bl_report_close(&report);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

static void leaves_out_what_is_skipped(void **state)
{
    bl_repetitions list;
    const bl_repetitions *const documents = &list;
    bl_report report;
    bl_sink sink = sink_of(&report);

    (void)state;
    bl_repetitions_init(&list, &counting);
    list.sides = 1 << BL_SOURCE;
    list.severity[BL_SOURCE] = -1;
    add(&list, 3, 1, 1); /* others have no text */
    add(&list, 5, 1, 2);
    add(&list, 9, 1, 2);
    bl_repetitions_skip(&list, 3, 4);
    bl_repetitions_close(&list);
    bl_report_init(&report, &counting);
    bl_repetitions_report(&documents, 1, BL_SOURCE, 0, 0, &sink);
    assert_int_equal(report.count, 0);
    bl_report_close(&report);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

/* More translations than are told one by one, at more places. */
static void tells_so_many_and_counts_the_rest(void **state)
{
    bl_repetitions list;
    const bl_repetitions *const documents = &list;
    bl_report report;
    bl_sink sink = sink_of(&report);

    (void)state;
    bl_repetitions_init(&list, &counting);
    list.sides = 1 << BL_SOURCE;
    list.severity[BL_SOURCE] = -1;
    for (uint32_t i = 0; i < 18; i++)
        add(&list, i, 1, 1);
    for (uint32_t i = 18; i < 36; i++)
        add(&list, i, 1, 2 + i % 17);
    bl_repetitions_close(&list);
    bl_report_init(&report, &counting);
    bl_repetitions_report(&documents, 1, BL_SOURCE, 0, 0, &sink);
    assert_int_equal(report.count, 1);
    assert_string_equal(
        report.findings[0].text.ptr,
        "the same source is translated otherwise in lines 1, 2, 3, 4, 5, 6, "
        "7, 8, 9, 10, 11, 12, 13, 14, 15, 16 and 2 more: \"t\"; line 20: "
        "\"t\"; line 21: \"t\"; line 22: \"t\"; line 23: \"t\"; line 24: "
        "\"t\"; line 25: \"t\"; line 26: \"t\"; line 27: \"t\"; line 28: "
        "\"t\"; line 29: \"t\"; line 30: \"t\"; line 31: \"t\"; line 32: "
        "\"t\"; line 33: \"t\"; as here in line 36; and otherwise 2 times "
        "more");
    bl_report_close(&report);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

/* Segments beside each other, far apart, and before the one before them; in
 * the first chunk and behind it. */
static void knows_lines_wherever_they_are(void **state)
{
    static const uint32_t lines[] = { 7, 7, 261, 516, 1000000, 999, 12 };
    const size_t count = sizeof(lines) / sizeof(lines[0]);
    bl_repetitions list;
    const bl_repetitions *const documents = &list;

    (void)state;
    for (size_t i = 0; i < count; i++) {
        const uint32_t behind = BL_REPETITION_CHUNK + (uint32_t)count - 3;
        bl_report report;
        bl_sink sink = sink_of(&report);
        char wanted[100];

        bl_repetitions_init(&list, &counting);
        list.sides = 1 << BL_SOURCE;
        list.severity[BL_SOURCE] = -1;
        for (uint32_t j = 0; j < count; j++)
            add_at(&list, behind + j, lines[j], j == i ? 1 : 10 + j, j);
        add_at(&list, behind + 100, 5, 1, 99);
        bl_repetitions_close(&list);
        bl_report_init(&report, &counting);
        bl_repetitions_report(&documents, 1, BL_SOURCE, 0, 0, &sink);
        assert_int_equal(report.count, 1);
        assert_int_equal(report.findings[0].at.line, 5);
        snprintf(wanted, sizeof(wanted),
                 "the same source is translated otherwise in line %u: \"t\"",
                 (unsigned)lines[i]);
        assert_string_equal(report.findings[0].text.ptr, wanted);
        bl_report_close(&report);
        bl_repetitions_free(&list);
    }
    assert_int_equal(held, 0);
}

/* More texts than a block has room for, and one that is larger than a block:
 * all of them come back. */
static void keep_texts(bool packing)
{
    static char text[100000];
    bl_repetitions list;
    const bl_repetitions *const documents = &list;
    bl_report report;
    bl_sink sink = sink_of(&report);

    bl_repetitions_init(&list, &counting);
    list.packing = packing;
    list.sides = 1 << BL_SOURCE;
    list.severity[BL_SOURCE] = -1;
    for (uint32_t i = 0; i < 300; i++) {
        const bl_unit unit = { .at = { .line = i + 1, .column = 1 } };
        const size_t size = i == 150 ? sizeof(text) : 700;
        const bl_segment segment = {
            .source = { .ptr = text, .size = (uint32_t)size },
            .target = { .ptr = text, .size = (uint32_t)size }
        };
        const uint64_t hash[2] = { bl_hash_mix(1 + i % 150),
                                   bl_hash_mix(1 + i) };

        memset(text, 'a' + (int)(i % 26), size);
        snprintf(text, size, "%u", (unsigned)i);
        bl_repetitions_add(&list, &unit, &segment, i, hash);
    }
    assert_false(list.failed);
    assert_true(list.block_count > 3);
    bl_repetitions_close(&list);
    bl_report_init(&report, &counting);
    bl_repetitions_report(&documents, 1, BL_SOURCE, 0, 0, &sink);
    assert_false(report.failed);
    assert_int_equal(report.count, 150);
    for (uint32_t i = 0; i < 150; i++) {
        const bl_finding *finding = &report.findings[i];
        const bl_str target =
            bl_report_part(&report, finding, BL_KEPT_TARGET);
        char begin[100];

        snprintf(begin, sizeof(begin),
                 "the same source is translated otherwise in line %u: \"%u",
                 (unsigned)i + 1, (unsigned)i);
        assert_memory_equal(finding->text.ptr, begin, strlen(begin));
        assert_int_equal(target.size, i == 0 ? sizeof(text) : 700);
        assert_int_equal(atoi(target.ptr), 150 + i);
        assert_int_equal(target.ptr[target.size - 1],
                         'a' + (int)((150 + i) % 26));
    }
    bl_report_close(&report);
    bl_repetitions_free(&list);
    assert_int_equal(held, 0);
}

static void keeps_texts_in_several_blocks(void **state)
{
    (void)state;
    keep_texts(false);
    keep_texts(true);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup(remembers_a_million_segments, set_up),
    cmocka_unit_test_setup(remembers_less_of_one_side, set_up),
    cmocka_unit_test_setup(finds_one_among_a_million, set_up),
    cmocka_unit_test_setup(leaves_out_what_is_skipped, set_up),
    cmocka_unit_test_setup(tells_so_many_and_counts_the_rest, set_up),
    cmocka_unit_test_setup(knows_lines_wherever_they_are, set_up),
    cmocka_unit_test_setup(keeps_texts_in_several_blocks, set_up),
};

SUITE(tests)
