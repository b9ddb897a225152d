/* SPDX-License-Identifier: Apache-2.0 */
/* Exact decimals: reduced form, arithmetic at the edges of 64 bits, order,
 * and how they are written. */
#include "suite.h"

#include "model/decimal.h"

#include <limits.h>
#include <string.h>

static void is(bl_decimal got, int64_t coefficient, int32_t exponent)
{
    assert_int_equal(got.coefficient, coefficient);
    assert_int_equal(got.exponent, exponent);
}

static void is_always_reduced(void **state)
{
    (void)state;
    is(bl_decimal_of(0, 0), 0, 0);
    is(bl_decimal_of(0, 7), 0, 0);
    is(bl_decimal_of(0, -7), 0, 0);
    is(bl_decimal_of(1200, 0), 12, 2);
    is(bl_decimal_of(-1200, -2), -12, 0);
    is(bl_decimal_of(10, -1), 1, 0);
    is(bl_decimal_of(7, -3), 7, -3);
    is(bl_decimal_of(INT64_MAX, 0), INT64_MAX, 0);
    is(bl_decimal_of(INT64_MIN, 0), INT64_MIN, 0);
    assert_true(bl_decimal_equal(bl_decimal_of(50, -1), bl_decimal_of(5, 0)));
    assert_false(bl_decimal_equal(bl_decimal_of(5, 0), bl_decimal_of(-5, 0)));
}

static void knows_integers(void **state)
{
    (void)state;
    assert_true(bl_decimal_is_integer(bl_decimal_of(0, -4)));
    assert_true(bl_decimal_is_integer(bl_decimal_of(120, -1)));
    assert_false(bl_decimal_is_integer(bl_decimal_of(125, -1)));
}

static void gives_small_integers(void **state)
{
    (void)state;
    assert_int_equal(bl_decimal_small(bl_decimal_of(0, 0), 10), 0);
    assert_int_equal(bl_decimal_small(bl_decimal_of(31, 0), 31), 31);
    assert_int_equal(bl_decimal_small(bl_decimal_of(32, 0), 31), -1);
    assert_int_equal(bl_decimal_small(bl_decimal_of(12, 2), 2000), 1200);
    assert_int_equal(bl_decimal_small(bl_decimal_of(-1, 0), 10), -1);
    assert_int_equal(bl_decimal_small(bl_decimal_of(15, -1), 10), -1);
    assert_int_equal(bl_decimal_small(bl_decimal_of(1, 18), INT64_MAX),
                     INT64_C(1000000000000000000));
    assert_int_equal(bl_decimal_small(bl_decimal_of(1, 19), INT64_MAX), -1);
    assert_int_equal(bl_decimal_small(bl_decimal_of(1, 300), INT64_MAX), -1);
}

static void adds(void **state)
{
    static const struct {
        int64_t a;
        int32_t ea;
        int64_t b;
        int32_t eb;
        int64_t sum;
        int32_t es;
    } rows[] = {
        { 1, 0, 2, 0, 3, 0 },
        { 2, 2, 5, 0, 205, 0 },
        { 1, -1, 2, -1, 3, -1 },       /* 0.1 + 0.2 is 0.3 */
        { 5, -1, 5, -1, 1, 0 },
        { 7, 0, -7, 0, 0, 0 },
        { 0, 0, 3, 9, 3, 9 },
        { 1, 17, 1, 0, INT64_C(100000000000000001), 0 },
        { INT64_MAX - 7, 0, 7, 0, INT64_MAX, 0 },
        { INT64_MIN + 7, 0, -7, 0, INT64_MIN, 0 },
    };
    bl_decimal sum;

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_decimal a = bl_decimal_of(rows[i].a, rows[i].ea);
        const bl_decimal b = bl_decimal_of(rows[i].b, rows[i].eb);

        assert_true(bl_decimal_add(a, b, &sum));
        is(sum, rows[i].sum, rows[i].es);
        assert_true(bl_decimal_add(b, a, &sum));
        is(sum, rows[i].sum, rows[i].es);
    }
}

static void says_what_does_not_fit(void **state)
{
    const bl_decimal most = bl_decimal_of(INT64_MAX, 0);
    const bl_decimal least = bl_decimal_of(INT64_MIN, 0);
    bl_decimal out;

    (void)state;
    assert_false(bl_decimal_add(most, bl_decimal_of(1, 0), &out));
    assert_false(bl_decimal_add(least, bl_decimal_of(-1, 0), &out));
    assert_false(
        bl_decimal_add(bl_decimal_of(1, 40), bl_decimal_of(1, 0), &out));
    assert_false(bl_decimal_multiply(most, bl_decimal_of(3, 0), &out));
    assert_false(bl_decimal_multiply(least, bl_decimal_of(3, 0), &out));
    assert_false(bl_decimal_multiply(bl_decimal_of(3, 0), least, &out));
}

static void multiplies(void **state)
{
    bl_decimal out;

    (void)state;
    assert_true(bl_decimal_multiply(bl_decimal_of(458, -2),
                                    bl_decimal_of(1, 9), &out));
    is(out, 458, 7); /* 4.58 billion */
    assert_true(bl_decimal_multiply(bl_decimal_of(25, 0),
                                    bl_decimal_of(4, 0), &out));
    is(out, 1, 2);
    assert_true(
        bl_decimal_multiply(bl_decimal_of(-3, 0), bl_decimal_of(7, 0), &out));
    is(out, -21, 0);
    assert_true(
        bl_decimal_multiply(bl_decimal_of(0, 0), bl_decimal_of(7, 9), &out));
    is(out, 0, 0);
}

/* Equal fractions are equal decimals, and others are others. */
static void divides(void **state)
{
    bl_decimal a;
    bl_decimal b;

    (void)state;
    assert_true(bl_decimal_ratio(3, 4, &a));
    is(a, 75, -2);
    assert_true(bl_decimal_ratio(2, 3, &a));
    is(a, 666666666666, -12);
    assert_true(bl_decimal_ratio(4, 6, &b));
    assert_true(bl_decimal_equal(a, b));
    assert_true(bl_decimal_ratio(1, 3, &b));
    assert_false(bl_decimal_equal(a, b));
    assert_true(bl_decimal_ratio(0, 7, &a));
    is(a, 0, 0);
    assert_false(bl_decimal_ratio(1, 0, &a));
    assert_false(bl_decimal_ratio(-1, 3, &a));
    assert_false(bl_decimal_ratio(1, -3, &a));
    assert_false(bl_decimal_ratio(INT64_MAX, 3, &a));
}

/* Each is smaller than the one behind it. */
static void compares(void **state)
{
    const bl_decimal rising[] = {
        bl_decimal_of(-1, 40),       bl_decimal_of(INT64_MIN, 0),
        bl_decimal_of(-12, 2),       bl_decimal_of(-1, 0),
        bl_decimal_of(-1, -40),      bl_decimal_of(0, 0),
        bl_decimal_of(1, -40),       bl_decimal_of(999, -3),
        bl_decimal_of(1, 0),         bl_decimal_of(1001, -3),
        bl_decimal_of(15, -1),       bl_decimal_of(2, 0),
        bl_decimal_of(99, 0),        bl_decimal_of(1, 2),
        bl_decimal_of(123456789, 0), bl_decimal_of(9, 17),
        bl_decimal_of(1, 18),        bl_decimal_of(1, 40),
    };
    const int count = (int)(sizeof(rising) / sizeof(rising[0]));

    (void)state;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
            const int order = bl_decimal_compare(rising[i], rising[j]);

            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

/* As many digits before the point, and too many for one exponent. */
static void compares_nineteen_digits(void **state)
{
    const bl_decimal most = bl_decimal_of(INT64_MAX, 0); /* 9.22e18 */
    const bl_decimal more = bl_decimal_of(99, 17);       /* 9.9e18 */

    (void)state;
    assert_true(bl_decimal_compare(most, more) < 0);
    assert_true(bl_decimal_compare(more, most) > 0);
}

static void approximates(void **state)
{
    (void)state;
    assert_true(bl_decimal_approximate(bl_decimal_of(458, 7)) == 4580000000.0);
    assert_true(bl_decimal_approximate(bl_decimal_of(5, -1)) == 0.5);
    assert_true(bl_decimal_approximate(bl_decimal_of(-2, 0)) == -2.0);
    assert_true(bl_decimal_approximate(bl_decimal_of(1, 2000)) > 1e299);
    assert_true(bl_decimal_approximate(bl_decimal_of(1, -2000)) >= 0.0);
}

static void writes(void **state)
{
    static const struct {
        int64_t coefficient;
        int32_t exponent;
        const char *text;
    } rows[] = {
        { 0, 0, "0" },
        { 7, 0, "7" },
        { -5, 0, "-5" },
        { 1950, 0, "1950" },
        { 12345, 0, "12 345" },
        { 458, 7, "4 580 000 000" },
        { 5, -2, "0.05" },
        { -5, -2, "-0.05" },
        { 123456, -3, "123.456" },
        { 123456789, -3, "123 456.789" },
        { 12345, -4, "1.2345" },
        { 1, 20, "100 000 000 000 000 000 000" },
        { INT64_MAX, 0, "9 223 372 036 854 775 807" },
        { 1, -30, "0.000000000000000000000000000001" },
    };
    char text[BL_DECIMAL_TEXT];

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const size_t size = bl_decimal_text(
            bl_decimal_of(rows[i].coefficient, rows[i].exponent), text,
            sizeof(text));

        assert_string_equal(text, rows[i].text);
        assert_int_equal(size, strlen(text));
    }
}

static void writes_extremes_with_an_exponent(void **state)
{
    char text[BL_DECIMAL_TEXT];

    (void)state;
    bl_decimal_text(bl_decimal_of(12, 39), text, sizeof(text));
    assert_string_equal(text, "12E+39");
    bl_decimal_text(bl_decimal_of(7, -31), text, sizeof(text));
    assert_string_equal(text, "7E-31");
    bl_decimal_text(bl_decimal_of(INT64_MIN, 0), text, sizeof(text));
    assert_string_equal(text, "-9223372036854775808E+0");
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(is_always_reduced),
    cmocka_unit_test(knows_integers),
    cmocka_unit_test(gives_small_integers),
    cmocka_unit_test(adds),
    cmocka_unit_test(says_what_does_not_fit),
    cmocka_unit_test(multiplies),
    cmocka_unit_test(divides),
    cmocka_unit_test(compares),
    cmocka_unit_test(compares_nineteen_digits),
    cmocka_unit_test(approximates),
    cmocka_unit_test(writes),
    cmocka_unit_test(writes_extremes_with_an_exponent),
};

SUITE(tests)
