/* SPDX-License-Identifier: Apache-2.0 */
/* Which numbers take other words. */
#include "suite.h"

#include "text/locale.h"
#include "text/plural.h"

#include <string.h>

static bl_plurals plurals_of(const char *tag)
{
    bl_locale locale;

    assert_true(bl_locale_parse(tag, strlen(tag), &locale));
    return bl_cldr_plurals(&locale);
}

static void tells_numbers_apart(void **state)
{
    static const struct {
        const char *tag;
        int64_t a;
        int64_t b;
        bool same;
    } rows[] = {
        { "de", 1, 2, false },
        { "de", 2, 5, true },
        { "de", 1, 21, false },
        { "de", 2, BL_PLURAL_PART, true },
        { "fr", 1, BL_PLURAL_PART, true },
        { "fr", 2, BL_PLURAL_PART, false },
        { "fr", 2, BL_PLURAL_PARTS, true },
        { "ru", 2, 4, true },
        { "ru", 4, 5, false },
        { "ru", 5, 11, true },
        { "ru", 1, 21, true },
        { "ru", 1, 111, false },
        { "ru", 2, 1022, true },
        { "pl", 1, 21, false },
        { "pl", 22, 25, false },
        { "ar", 3, 10, true },
        { "ar", 10, 11, false },
        { "sl", 1, 101, true },
        { "sl", 2, 3, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_plurals plurals = plurals_of(rows[i].tag);
        const bool same = bl_plural_of(plurals, rows[i].a) ==
                          bl_plural_of(plurals, rows[i].b);

        if (same != rows[i].same)
            fail_msg("%s: %d and %d", rows[i].tag, (int)rows[i].a,
                     (int)rows[i].b);
    }
}

/* Languages without plurals, and those that count with the singular. */
static void knows_words_that_stay(void **state)
{
    static const char *const tags[] = { "vi", "zh", "ja", "th", "tr", "hu" };

    (void)state;
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        if (plurals_of(tags[i]) != 0)
            fail_msg("%s", tags[i]);
    }
}

/* Of CLDR 42, "Language Plural Rules". */
static void knows_categories(void **state)
{
    static const struct {
        const char *tag;
        const char *needed;
        const char *known;
    } rows[] = {
        { "en", "other one", "other one" },
        { "fr", "other one", "other one many" },
        { "cs", "other one few", "other one few many" },
        { "ru", "one few many", "other one few many" },
        { "lv", "other zero one", "other zero one" },
        { "sl", "other one two few", "other one two few" },
        { "ar", "other zero one two few many",
          "other zero one two few many" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_plurals plurals = plurals_of(rows[i].tag);

        for (unsigned c = 0; c <= BL_PLURAL_LAST; c++) {
            const char *name = bl_plural_name(c);

            assert_int_equal(bl_plural_named(bl_str_z(name)), c);
            assert_int_equal((bl_plural_needed(plurals) >> c & 1) != 0,
                             strstr(rows[i].needed, name) != NULL);
            assert_int_equal((bl_plural_known(plurals) >> c & 1) != 0,
                             strstr(rows[i].known, name) != NULL);
        }
    }
    assert_int_equal(bl_plural_named(BL_STR("some")), -1);
    assert_int_equal(bl_plural_needed(0), 0);
    assert_int_equal(bl_plural_known(0), 0);
}

static void gives_examples_of_categories(void **state)
{
    const bl_plurals ru = plurals_of("ru");
    const bl_plurals ar = plurals_of("ar");
    const int one = bl_plural_named(BL_STR("one"));
    const int few = bl_plural_named(BL_STR("few"));
    const int two = bl_plural_named(BL_STR("two"));

    (void)state;
    assert_int_equal(bl_plural_example(ru, (unsigned)one), 1);
    assert_int_equal(bl_plural_example(ru, (unsigned)few), 2);
    assert_int_equal(bl_plural_example(ru, (unsigned)two), -1);
    assert_false(bl_plural_is_small(ru, (unsigned)one));
    assert_true(bl_plural_is_small(ar, (unsigned)two));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(tells_numbers_apart),
    cmocka_unit_test(knows_words_that_stay),
    cmocka_unit_test(knows_categories),
    cmocka_unit_test(gives_examples_of_categories),
};

SUITE(tests)
