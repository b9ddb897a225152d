/* SPDX-License-Identifier: Apache-2.0 */
/* Edit distance over code points, and common beginnings. */
#include "suite.h"

#include "recognise/similar.h"

#include <limits.h>
#include <string.h>

static void measures(void **state)
{
    static const struct {
        const char *a;
        const char *b;
        int distance;
    } rows[] = {
        { "", "", 0 },
        { "abc", "abc", 0 },
        { "", "abc", 3 },
        { "abc", "abd", 1 },   /* another letter */
        { "abc", "abcd", 1 },  /* one more */
        { "abc", "ac", 1 },    /* one less */
        { "abc", "acb", 1 },   /* neighbours swapped */
        { "ca", "abc", 3 },    /* a swapped pair is not touched again */
        { "Trọng", "Trong", 1 }, /* a letter is one, however many bytes */
        { "Nguyễn", "Nguyen", 1 },
        { "kitten", "sitting", 3 },
        { "abcdef", "badcfe", 3 },
        { "xabcdefgh", "abcdefghy", 2 },
        { "😀a", "a", 1 },
        { "日本", "本日", 1 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        for (int most = 0; most < 8; most++) {
            const int expected =
                rows[i].distance <= most ? rows[i].distance : INT_MAX;

            assert_int_equal(bl_distance(bl_str_z(rows[i].a),
                                         bl_str_z(rows[i].b), most),
                             expected);
            assert_int_equal(bl_distance(bl_str_z(rows[i].b),
                                         bl_str_z(rows[i].a), most),
                             expected);
        }
    }
}

static void does_not_measure_long_words(void **state)
{
    char word[BL_SIMILAR_LETTERS + 2];

    (void)state;
    memset(word, 'a', sizeof(word));
    assert_int_equal(bl_distance(bl_str_of(word, BL_SIMILAR_LETTERS),
                                 bl_str_of(word, BL_SIMILAR_LETTERS - 1), 3),
                     1);
    assert_int_equal(bl_distance(bl_str_of(word, BL_SIMILAR_LETTERS + 1),
                                 bl_str_z("a"), 99),
                     INT_MAX);
    assert_int_equal(bl_distance(bl_str_z("a"),
                                 bl_str_of(word, BL_SIMILAR_LETTERS + 1), 99),
                     INT_MAX);
}

static void counts_common_letters(void **state)
{
    (void)state;
    assert_int_equal(bl_common_prefix(bl_str_z("Việt"), bl_str_z("Viện")), 3);
    assert_int_equal(bl_common_prefix(bl_str_z("a"), bl_str_z("b")), 0);
    assert_int_equal(bl_common_prefix(bl_str_z("abc"), bl_str_z("ab")), 2);
    assert_int_equal(bl_common_prefix(bl_str_z(""), bl_str_z("ab")), 0);
    /* \u00e9 and \u00e8 begin with the same byte. */
    assert_int_equal(bl_common_prefix(bl_str_z("é"), bl_str_z("è")), 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(measures),
    cmocka_unit_test(does_not_measure_long_words),
    cmocka_unit_test(counts_common_letters),
};

SUITE(tests)
