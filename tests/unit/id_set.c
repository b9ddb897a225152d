/* SPDX-License-Identifier: Apache-2.0 */
/* Ids that were seen: those that count up, others, and both together. */
#include "suite.h"

#include "readers/id_set.h"

#include <stdio.h>

static bool is_new(bl_id_set *set, const char *id)
{
    bool fresh = false;

    assert_true(bl_id_set_add(set, bl_str_z(id), &fresh));
    return fresh;
}

static void knows_what_it_saw(void **state)
{
    static const char *const ids[] = {
        "u1", "u2", "u3", "u7", "u9", "u8", "u08", "U1", "u", "1", "",
        "u10", "a b", "u4294967296", "u0", "x7"
    };
    enum { COUNT = sizeof(ids) / sizeof(ids[0]) };
    bl_id_set set;

    (void)state;
    bl_id_set_init(&set, &bl_alloc_default);
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = 0; i < COUNT; i++) {
            assert_false(bl_id_set_has(&set, bl_str_z(ids[i])));
            assert_true(is_new(&set, ids[i]));
        }
        for (size_t i = 0; i < COUNT; i++) {
            assert_true(bl_id_set_has(&set, bl_str_z(ids[i])));
            assert_false(is_new(&set, ids[i]));
        }
        assert_false(bl_id_set_has(&set, BL_STR("u5")));
        bl_id_set_clear(&set);
    }
    bl_id_set_free(&set);
}

static void takes_no_room_for_what_counts_up(void **state)
{
    bl_id_set set;

    (void)state;
    bl_id_set_init(&set, &bl_alloc_default);
    for (int i = 1; i <= 100000; i++) {
        char id[16];

        snprintf(id, sizeof(id), "tu%d", i);
        assert_true(is_new(&set, id));
    }
    assert_int_equal(set.run_count, 1);
    assert_int_equal(set.places, 0);
    assert_false(is_new(&set, "tu99999"));
    bl_id_set_free(&set);
}

static const char *odd_id(char id[16], uint32_t i)
{
    snprintf(id, 16, "%08xq", (unsigned)(i * 2654435761u));
    return id;
}

/* Each of them, however full the table is. */
static void knows_many_that_do_not(void **state)
{
    enum { COUNT = 600000 };
    bl_id_set set;
    char id[16];

    (void)state;
    bl_id_set_init(&set, &bl_alloc_default);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(is_new(&set, odd_id(id, i)));
        if ((i & (i - 1)) == 0)
            assert_false(bl_id_set_has(&set, BL_STR("another")));
    }
    assert_false(set.partial);
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(bl_id_set_has(&set, bl_str_z(odd_id(id, i))));
        assert_false(is_new(&set, id));
    }
    assert_false(bl_id_set_has(&set, BL_STR("another")));
    bl_id_set_free(&set);
}

/* What is not kept is neither told as seen twice nor as never seen. */
static void accuses_nobody_when_full(void **state)
{
    enum { COUNT = 700000 };
    bl_id_set set;
    char id[16];

    (void)state;
    bl_id_set_init(&set, &bl_alloc_default);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_true(is_new(&set, odd_id(id, i)));
    assert_true(set.partial);
    assert_true(is_new(&set, odd_id(id, COUNT - 1)));
    assert_true(bl_id_set_has(&set, bl_str_z(id)));
    assert_true(bl_id_set_has(&set, BL_STR("another")));
    bl_id_set_clear(&set);
    assert_false(bl_id_set_has(&set, BL_STR("another")));
    bl_id_set_free(&set);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(knows_what_it_saw),
    cmocka_unit_test(takes_no_room_for_what_counts_up),
    cmocka_unit_test(knows_many_that_do_not),
    cmocka_unit_test(accuses_nobody_when_full),
};

SUITE(tests)
