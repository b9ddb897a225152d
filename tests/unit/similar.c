/* SPDX-License-Identifier: Apache-2.0 */
/* Edit distance over code points, and common beginnings. */
#include "suite.h"

#include "text/similar.h"

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

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The same by the table of its definition. */
static int by_table(const char *a, const char *b)
{
    int rows[BL_SIMILAR_LETTERS + 1][BL_SIMILAR_LETTERS + 1];
    const int n = (int)strlen(a);
    const int m = (int)strlen(b);

    for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            rows[i][j] =
                least(rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
                      least(rows[i - 1][j], rows[i][j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1])
                rows[i][j] = least(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows[n][m];
}

static uint32_t next_of(uint32_t *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 16;
}

/* Of few letters, so that swapped and repeated ones are many. */
static void fill(char *word, uint32_t *state)
{
    const uint32_t size = next_of(state) % (BL_SIMILAR_LETTERS + 1);

    for (uint32_t i = 0; i < size; i++)
        word[i] = (char)('a' + next_of(state) % 3);
    word[size] = '\0';
}

static void measures_as_defined(void **state)
{
    enum { ROUNDS = 20000 };
    uint32_t random = 1;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        char a[BL_SIMILAR_LETTERS + 1];
        char b[BL_SIMILAR_LETTERS + 1];
        const int most = (int)(next_of(&random) % BL_SIMILAR_LETTERS);
        int expected;

        fill(a, &random);
        fill(b, &random);
        expected = by_table(a, b);
        assert_int_equal(bl_distance(bl_str_z(a), bl_str_z(b), most),
                         expected <= most ? expected : INT_MAX);
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
    cmocka_unit_test(measures_as_defined),
    cmocka_unit_test(does_not_measure_long_words),
    cmocka_unit_test(counts_common_letters),
};

SUITE(tests)
