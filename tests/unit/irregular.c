/* SPDX-License-Identifier: Apache-2.0 */
/* Words that are listed with all their forms, and patterns of roots. */
#include "suite.h"

#include "lexicon/irregular.h"

static bl_irregular all;

static int set_up(void **state)
{
    static bl_str go[3];
    static bl_str leave[2];
    static bl_str stad[2];
    static bl_str book[3];

    (void)state;
    go[0] = BL_STR("go");
    go[1] = BL_STR("went");
    go[2] = BL_STR("gone");
    leave[0] = BL_STR("leave");
    leave[1] = BL_STR("left"); /* another word's as well */
    stad[0] = BL_STR("stad");
    stad[1] = BL_STR("steden");
    book[0] = BL_STR("12ا3");
    book[1] = BL_STR("123");
    book[2] = BL_STR("أ123ة");
    all = (bl_irregular){ .alloc = &bl_alloc_default };
    return bl_irregular_add(&all, go, 3, 3) &&
                   bl_irregular_add(&all, leave, 2, 1) &&
                   bl_irregular_add(&all, stad, 2, 2) &&
                   bl_irregular_add_pattern(&all, book, 3)
               ? 0
               : -1;
}

static int tear_down(void **state)
{
    (void)state;
    bl_irregular_free(&all);
    return 0;
}

static void knows_the_word_of_a_form(void **state)
{
    size_t at = 0;
    const bl_irregular_word *word =
        bl_irregular_next(&all, BL_STR("gone"), &at);

    (void)state;
    assert_non_null(word);
    assert_true(bl_irregular_has(word, BL_STR("went"), true));
    assert_null(bl_irregular_next(&all, BL_STR("gone"), &at));
    at = 0;
    assert_null(bl_irregular_next(&all, BL_STR("goes"), &at));
}

static void tells_what_is_sure(void **state)
{
    size_t at = 0;
    const bl_irregular_word *word =
        bl_irregular_next(&all, BL_STR("left"), &at);

    (void)state;
    assert_non_null(word);
    assert_false(bl_irregular_has(word, BL_STR("left"), true));
    assert_true(bl_irregular_has(word, BL_STR("left"), false));
}

static void joins_compounds(void **state)
{
    (void)state;
    assert_true(bl_irregular_join(&all, BL_STR("hoofdstad"),
                                  BL_STR("hoofdsteden")));
    assert_false(bl_irregular_join(&all, BL_STR("hoofdstad"),
                                   BL_STR("voorsteden")));
    assert_false(bl_irregular_join(&all, BL_STR("stad"), BL_STR("gone")));
}

static void finds_roots(void **state)
{
    (void)state;
    assert_true(bl_irregular_share_root(&all, BL_STR("كتاب"), BL_STR("كتب")));
    assert_true(
        bl_irregular_share_root(&all, BL_STR("أنظمة"), BL_STR("نظام")));
    assert_false(bl_irregular_share_root(&all, BL_STR("كتاب"), BL_STR("كتر")));
    assert_false(bl_irregular_share_root(&all, BL_STR("كتاب"), BL_STR("كت")));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(knows_the_word_of_a_form),
    cmocka_unit_test(tells_what_is_sure),
    cmocka_unit_test(joins_compounds),
    cmocka_unit_test(finds_roots),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
