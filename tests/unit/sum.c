/* SPDX-License-Identifier: Apache-2.0 */
/* Putting number words together: addends that become smaller, and scales. */
#include "suite.h"

#include "lexicon/sum.h"

#include <string.h>

/* Parts are added, or with a leading x multiply: "2 x100 5" is 205. False
 * at the first part that does not belong to the number. */
static bool sum_of(const char *parts, bl_decimal *value)
{
    bl_sum sum;

    bl_sum_init(&sum);
    while (*parts != '\0') {
        const bool scale = *parts == 'x';
        int64_t number = 0;
        int32_t exponent = 0;
        bool fraction = false;
        bl_decimal part;

        parts += scale;
        for (; *parts != '\0' && *parts != ' '; parts++) {
            if (*parts == '.') {
                fraction = true;
                continue;
            }
            number = number * 10 + (*parts - '0');
            exponent -= fraction;
        }
        while (*parts == ' ')
            parts++;
        part = bl_decimal_of(number, exponent);
        if (!(scale ? bl_sum_scale(&sum, part) : bl_sum_add(&sum, part)))
            return false;
    }
    return bl_sum_value(&sum, value);
}

static void sums_up(void **state)
{
    static const struct {
        const char *parts;
        int64_t value;
    } rows[] = {
        { "7", 7 },
        { "20 5", 25 },
        { "100 20 5", 125 },
        { "2 x100 5 x1000", 205000 },
        { "2 x100 20 5", 225 },
        { "1 x1000 9 x100 50", 1950 },
        { "19 x100 50", 1950 },
        { "3 x1000000 2 x1000 1", 3002001 },
        { "x1000", 1000 },
        { "x1000 x1000000", 1000000000 },
        { "4 x1000 x1000000", INT64_C(4000000000) },
        { "4.58 x1000000000", INT64_C(4580000000) },
        { "2.5 x1000", 2500 },
        { "45 x100000000 8000 x10000", INT64_C(4580000000) }, /* 45億8000万 */
        { "1 x10000 2 x1000", 12000 },
        { "2 x12", 24 }, /* two dozen */
        { "0", 0 },
    };
    bl_decimal value;

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_true(sum_of(rows[i].parts, &value));
        assert_true(
            bl_decimal_equal(value, bl_decimal_of(rows[i].value, 0)));
    }
}

/* Each would be two numbers beside each other. */
static void does_not_sum_what_is_no_number(void **state)
{
    static const char *const parts[] = {
        "20 15", "5 20", "5 5", "100 100", "2.5 1", "1000 1000",
        "20 5 3", "125 5",
    };
    bl_decimal value;

    (void)state;
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
        assert_false(sum_of(parts[i], &value));
}

/* "two thousand million three thousand million": a scale does not reach over
 * a larger one. */
static void scales_reach_only_smaller_parts(void **state)
{
    bl_decimal value;

    (void)state;
    assert_true(sum_of("5 x1000000 3 x1000", &value));
    assert_true(bl_decimal_equal(value, bl_decimal_of(5003, 3)));
}

static void leaves_the_sum_unchanged_when_it_refuses(void **state)
{
    bl_sum sum;
    bl_decimal value;

    (void)state;
    bl_sum_init(&sum);
    assert_false(bl_sum_value(&sum, &value));
    assert_true(bl_sum_add(&sum, bl_decimal_of(20, 0)));
    assert_false(bl_sum_add(&sum, bl_decimal_of(30, 0)));
    assert_true(bl_sum_add(&sum, bl_decimal_of(5, 0)));
    assert_true(bl_sum_value(&sum, &value));
    assert_true(bl_decimal_equal(value, bl_decimal_of(25, 0)));
}

static void ends_where_it_is_full(void **state)
{
    bl_sum sum;
    int taken = 0;

    (void)state;
    bl_sum_init(&sum);
    for (int32_t e = 17; e >= 0; e--)
        taken += bl_sum_add(&sum, bl_decimal_of(1, e));
    assert_int_equal(taken, BL_SUM_DEPTH);
    /* What does not fit is refused, not wrapped. */
    bl_sum_init(&sum);
    assert_true(bl_sum_add(&sum, bl_decimal_of(INT64_MAX, 0)));
    assert_false(bl_sum_scale(&sum, bl_decimal_of(1234567, 18)) &&
                 bl_sum_scale(&sum, bl_decimal_of(7654321, 40)));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(sums_up),
    cmocka_unit_test(does_not_sum_what_is_no_number),
    cmocka_unit_test(scales_reach_only_smaller_parts),
    cmocka_unit_test(leaves_the_sum_unchanged_when_it_refuses),
    cmocka_unit_test(ends_where_it_is_full),
};

SUITE(tests)
