/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Exact decimal numbers: coefficient times a power of ten. No floating
 * point, so 0.1 is 0.1 and the process locale has no say.
 *
 * Always reduced: the coefficient has no trailing zero, and zero has the
 * exponent 0. Two values are therefore equal when their fields are.
 */
#ifndef BL_MODEL_DECIMAL_H
#define BL_MODEL_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bl_decimal {
    int64_t coefficient;
    int32_t exponent;
} bl_decimal;

/* The most digits that a coefficient holds whatever they are. */
enum { BL_DECIMAL_DIGITS = 18 };

/* The same without the zeros at its end. */
bl_decimal bl_decimal_reduced(int64_t value, int32_t exponent);

static inline bl_decimal bl_decimal_of(int64_t value, int32_t exponent)
{
    return value % 10 != 0 ? (bl_decimal){ value, exponent }
                           : bl_decimal_reduced(value, exponent);
}

static inline bool bl_decimal_equal(bl_decimal a, bl_decimal b)
{
    return a.coefficient == b.coefficient && a.exponent == b.exponent;
}

/* Whether the value has no fraction. */
static inline bool bl_decimal_is_integer(bl_decimal a)
{
    return a.exponent >= 0;
}

/* The value as an integer when it is one from 0 to `limit`, or else -1. */
int64_t bl_decimal_small(bl_decimal a, int64_t limit);

/* Sum and product; false when the result does not fit. */
bool bl_decimal_add(bl_decimal a, bl_decimal b, bl_decimal *sum);
bool bl_decimal_multiply(bl_decimal a, bl_decimal b, bl_decimal *product);

/* count / parts to twelve places: equal fractions give the same decimal. False
 * where one of them is negative or too large, or there are no parts. */
bool bl_decimal_ratio(int64_t count, int64_t parts, bl_decimal *ratio);

/* Negative, 0 or positive. Values too far apart to be put on one exponent
 * are ordered by size all the same. */
int bl_decimal_compare(bl_decimal a, bl_decimal b);

/* For comparing within a tolerance, never for equality. */
double bl_decimal_approximate(bl_decimal a);

/* "4580000000" -> "4 580 000 000", "0.05", "-5", "1.2E+40" where plain
 * digits would be longer than `size` allows. Returns the length. */
enum { BL_DECIMAL_TEXT = 64 };
size_t bl_decimal_text(bl_decimal a, char *text, size_t size);

#endif
