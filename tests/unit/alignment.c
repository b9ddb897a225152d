/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Targets that have slipped, made on purpose: each segment has anchors of its
 * own, some of which translation lost, and targets are moved by so many
 * places, from the beginning or from the middle.
 */
#include "suite.h"

#include "checks/alignment.h"

#include <stdio.h>
#include <string.h>

enum { SEGMENTS = 60 };

typedef struct found {
    int count; /* runs */
    uint32_t first;
    uint32_t limit;
    int shift;
    int least;
    int most;
} found;

static uint64_t seed;

static uint32_t random_below(uint32_t limit)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(seed >> 33) % limit;
}

/* The source of segment `s` and the target that belongs to segment `t`. One
 * in four has no anchors, and of the others one in three anchors is lost. */
static bl_signature make(uint32_t s, uint32_t t)
{
    bl_signature made = { .given = true };
    const uint32_t ids[2] = { s, t };

    for (int side = 0; side < 2; side++) {
        const uint32_t id = ids[side];

        made.log[side] = (uint16_t)(400 + id * 37 % 120);
        for (uint32_t i = 0; id % 4 != 3 && i < 3; i++) {
            if (side == 1 && random_below(3) == 0)
                continue;
            made.anchors[side][made.count[side]++] = 100 * id + i + 1;
        }
        made.anchors[side][made.count[side]++] = 7; /* in every text */
    }
    return made;
}

static void note(const bl_alignment *alignment, found *to)
{
    to->count++;
    to->first = alignment->run.begin.ordinal;
    to->limit = alignment->run.limit;
    to->shift = alignment->run.shift;
    to->least = alignment->run.least;
    to->most = alignment->run.most;
}

/* From `first` to `limit` the target is the one that belongs `shift` places
 * before; `twice` is how much more it is from the middle on. */
static found run(uint32_t first, uint32_t limit, int shift, int twice)
{
    const bl_unit unit = { .at = { .line = 1, .column = 1 } };
    const bl_segment segment = { .source = { .ptr = "s", .size = 1 },
                                 .target = { .ptr = "t", .size = 1 } };
    bl_alignment alignment;
    found result = { 0 };

    bl_alignment_init(&alignment, &bl_alloc_default);
    for (uint32_t i = 0; i < SEGMENTS; i++) {
        const int by = i < first || i >= limit ? 0
                       : i >= SEGMENTS / 2     ? shift + twice
                                               : shift;
        /* What was pushed out at one end comes from elsewhere. */
        const uint32_t from = i - (uint32_t)by;
        const bl_signature s =
            make(i, from >= first && from < limit ? from
                    : by == 0                     ? i
                                                  : 1000 + i);

        if (bl_alignment_add(&alignment, &unit, &segment, i, &s))
            note(&alignment, &result);
    }
    if (bl_alignment_end(&alignment))
        note(&alignment, &result);
    assert_false(alignment.failed);
    bl_alignment_free(&alignment);
    return result;
}

static void is_silent_where_all_is_well(void **state)
{
    (void)state;
    for (seed = 0; seed < 200; seed += 1)
        assert_int_equal(run(0, 0, 0, 0).count, 0);
}

static void finds_a_shift_of_all(void **state)
{
    (void)state;
    for (int shift = -3; shift <= 3; shift++) {
        found f;

        if (shift == 0)
            continue;
        seed = 11;
        f = run(0, SEGMENTS, shift, 0);
        assert_int_equal(f.count, 1);
        assert_int_equal(f.shift, shift);
        assert_int_equal(f.least, f.most);
        assert_true(f.first <= 3);
        assert_true(f.limit >= SEGMENTS - 3);
    }
}

static void finds_where_it_begins_and_ends(void **state)
{
    (void)state;
    for (int shift = -2; shift <= 2; shift++) {
        found f;

        if (shift == 0)
            continue;
        seed = 5;
        f = run(20, 40, shift, 0);
        assert_int_equal(f.count, 1);
        assert_int_equal(f.shift, shift);
        assert_in_range(f.first, 17, 22);
        assert_in_range(f.limit, 38, 43);
    }
}

static void is_one_run_though_the_shift_grows(void **state)
{
    found f;

    (void)state;
    seed = 3;
    f = run(0, SEGMENTS, 1, 1);
    assert_int_equal(f.count, 1);
    assert_int_equal(f.least, 1);
    assert_int_equal(f.most, 2);
    assert_true(f.first <= 2);
    assert_true(f.limit >= SEGMENTS - 3);
}

static void needs_more_than_two_that_were_exchanged(void **state)
{
    (void)state;
    for (seed = 0; seed < 50; seed++)
        assert_int_equal(run(10, 12, 1, 0).count, 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(is_silent_where_all_is_well),
    cmocka_unit_test(finds_a_shift_of_all),
    cmocka_unit_test(finds_where_it_begins_and_ends),
    cmocka_unit_test(is_one_run_though_the_shift_grows),
    cmocka_unit_test(needs_more_than_two_that_were_exchanged),
};

SUITE(tests)
