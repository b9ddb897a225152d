/* SPDX-License-Identifier: Apache-2.0 */
/* Proportions of texts: the logarithm, and what is usual among many. */
#include "suite.h"

#include "checks/proportions.h"

#include <math.h>

/* Within a step of the logarithm as the mathematics library has it. */
static void logarithms(void **state)
{
    (void)state;
    for (uint64_t a = 1; a < 4000; a = a * 5 / 4 + 1) {
        for (uint64_t b = 1; b < 4000; b = b * 7 / 6 + 1) {
            const double exact = BL_OCTAVE * log2((double)b / (double)a);
            const int found = bl_proportion_of(a, b);

            if (8 * b < a)
                continue; /* beyond what is told apart */
            assert_true(fabs(exact - found) < 1.3);
        }
    }
    assert_int_equal(bl_proportion_of(100, 100), 0);
    assert_int_equal(bl_proportion_of(100, 50), -BL_OCTAVE);
    assert_int_equal(bl_proportion_of(100, 400), 2 * BL_OCTAVE);
    assert_int_equal(bl_proportion_of(100000, 1), -BL_PROPORTION_MOST);
}

/* What is longer has a higher proportion, or the same. */
static void order(void **state)
{
    (void)state;
    for (uint64_t b = 1; b < 5000; b++)
        assert_true(bl_proportion_of(700, b) <= bl_proportion_of(700, b + 1));
}

static void quantiles(void **state)
{
    static bl_proportions all;
    static bl_proportions part;

    (void)state;
    for (int i = -50; i < 50; i++)
        bl_proportions_add(i < 0 ? &all : &part, i);
    assert_int_equal(bl_proportions_below(&all, 50), -25);
    bl_proportions_join(&all, &part);
    assert_int_equal(all.count, 100);
    assert_int_equal(bl_proportions_below(&all, 0), -50);
    assert_int_equal(bl_proportions_below(&all, 25), -25);
    assert_int_equal(bl_proportions_below(&all, 50), 0);
    bl_proportions_add(&all, -10000);
    bl_proportions_add(&all, 10000);
    assert_int_equal(bl_proportions_below(&all, 0), -BL_PROPORTION_MOST);
    assert_int_equal(bl_proportions_below(&all, 99), 49);
    assert_int_equal(bl_proportions_below(&all, 100), BL_PROPORTION_MOST);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(logarithms),
    cmocka_unit_test(order),
    cmocka_unit_test(quantiles),
};

SUITE(tests)
