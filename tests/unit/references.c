/* SPDX-License-Identifier: Apache-2.0 */
/* Fragment identifiers of XLIFF 2, and the forms of its values. */
#include "suite.h"

#include "readers/audit.h"

static void same(bl_str got, const char *wanted)
{
    assert_true(bl_str_equal(got, bl_str_z(wanted)));
}

static void reads_the_parts(void **state)
{
    bl_fragment f;

    (void)state;
    assert_true(bl_fragment_read(BL_STR("#/f=f1/g=g1/u=u1/n=n1"), &f));
    assert_true(f.absolute);
    same(f.file, "f1");
    same(f.group, "g1");
    same(f.unit, "u1");
    same(f.prefix, "n");
    same(f.leaf, "n1");
    assert_true(bl_fragment_read(BL_STR("#s1"), &f));
    assert_false(f.absolute);
    same(f.leaf, "s1");
    same(f.prefix, "");
    assert_true(bl_fragment_read(BL_STR("#u=1/gls=g.2"), &f));
    same(f.unit, "1");
    same(f.prefix, "gls");
}

static void refuses_what_is_none(void **state)
{
    static const char *const refs[] = {
        "",        "#",           "f=1",         "#/",       "#//a",
        "#a/",     "#a/b",        "#n=1/u=1",    "#u=1/f=1", "#u=1/u=1",
        "#z=1",    "#f=",         "#=a",         "#a b",     "#r$d=1",
        "#g=1/f=1"
    };
    bl_fragment f;

    (void)state;
    for (size_t i = 0; i < sizeof(refs) / sizeof(refs[0]); i++)
        assert_false(bl_fragment_read(bl_str_z(refs[i]), &f));
}

static void knows_tags_of_languages(void **state)
{
    (void)state;
    assert_true(bl_audit_is_language(BL_STR("vi")));
    assert_true(bl_audit_is_language(BL_STR("zh-Hant-TW")));
    assert_true(bl_audit_is_language(BL_STR("es-419")));
    assert_true(bl_audit_is_language(BL_STR("x-klingon")));
    assert_false(bl_audit_is_language(BL_STR("")));
    assert_false(bl_audit_is_language(BL_STR("de_DE")));
    assert_false(bl_audit_is_language(BL_STR("f r")));
    assert_false(bl_audit_is_language(BL_STR("en-")));
    assert_false(bl_audit_is_language(BL_STR("englishlanguage")));
    assert_true(bl_audit_same_tag(BL_STR("en-us"), BL_STR("EN-US")));
    assert_false(bl_audit_same_tag(BL_STR("en"), BL_STR("en-US")));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_the_parts),
    cmocka_unit_test(refuses_what_is_none),
    cmocka_unit_test(knows_tags_of_languages),
};

SUITE(tests)
