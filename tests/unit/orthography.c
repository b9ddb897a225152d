/* SPDX-License-Identifier: Apache-2.0 */
/* The keys by which spellings of foreign names are compared. */
#include "suite.h"

#include "lexicon/orthography.h"

#include <string.h>

static bl_orthography orthography;

static bool add(bl_spelling_kind kind, const char *form)
{
    bool valid = false;

    assert_true(bl_spelling_changes_add(&orthography.list[kind],
                                        orthography.alloc, bl_str_z(form),
                                        &valid));
    return valid;
}

static void expect(const char *word, const char *key)
{
    bl_folded out;
    const bl_str made =
        bl_orthography_key(&orthography, bl_str_z(word), &out);

    assert_int_equal(made.size, strlen(key));
    assert_memory_equal(made.ptr, key, made.size);
}

static void writes_one_spelling(void **state)
{
    (void)state;
    bl_orthography_init(&orthography, &bl_alloc_default);
    assert_true(add(BL_SPELLED, "š>sh"));
    assert_true(add(BL_SPELLED, "c>ts"));
    assert_true(add(BL_SPELLED, "ch>kh"));
    assert_true(add(BL_ALIKE, "kh>h"));
    assert_true(add(BL_ALIKE, "os$>us"));
    assert_true(add(BL_ALIKE, "h$>"));
    expect("šich", "shih"); /* the longest change, then the other list once */
    expect("šah", "sha");
    expect("cos", "tsus"); /* at the end only */
    expect("osak", "osak");
    expect("ško", "shko");
    expect("řády", "rady"); /* marks that no change names */
    expect("", "");
    bl_orthography_free(&orthography);
}

/* A name in the letters of another language: not those of this one count. */
static void keeps_what_was_taken_over(void **state)
{
    bl_folded out;
    bl_str key;

    (void)state;
    bl_orthography_init(&orthography, &bl_alloc_default);
    assert_true(add(BL_SPELLED, "ch>kh"));
    assert_true(add(BL_ALIKE, "kh>h"));
    assert_true(add(BL_ALIKE, "chev$>chov"));
    key = bl_orthography_plain_key(&orthography, BL_STR("gorbáchev"), &out);
    assert_true(bl_str_equal(key, BL_STR("gorbachov")));
    expect("gorbachev", "gorbahev");
    bl_orthography_free(&orthography);
}

static void refuses_what_is_no_change(void **state)
{
    (void)state;
    bl_orthography_init(&orthography, &bl_alloc_default);
    assert_false(add(BL_SPELLED, "sh"));
    assert_false(add(BL_SPELLED, ">sh"));
    assert_false(add(BL_SPELLED, "$>sh"));
    assert_false(add(BL_SPELLED, "abcdefgh>a"));
    assert_false(add(BL_SPELLED, "a>abcdefgh"));
    expect("shabcdefgh", "shabcdefgh");
    bl_orthography_free(&orthography);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(writes_one_spelling),
    cmocka_unit_test(keeps_what_was_taken_over),
    cmocka_unit_test(refuses_what_is_no_change),
};

SUITE(tests)
