/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing the digits of two values. */
#include "match/change.h"

#include <string.h>

double bl_rounding(bl_decimal value)
{
    return bl_decimal_approximate((bl_decimal){ 1, value.exponent }) / 2;
}

/* The digits of the coefficient on a common exponent, so that 4580 and 458
 * differ by a digit and not by a power of ten alone. */
static size_t digits_of(bl_decimal value, int32_t exponent, char *out)
{
    uint64_t left = value.coefficient < 0 ? 0 - (uint64_t)value.coefficient
                                          : (uint64_t)value.coefficient;
    char reversed[24];
    size_t size = 0;

    do {
        reversed[size++] = (char)('0' + left % 10);
        left /= 10;
    } while (left != 0);
    for (size_t i = 0; i < size; i++)
        out[i] = reversed[size - 1 - i];
    for (int32_t i = value.exponent; i > exponent && size < 40; i--)
        out[size++] = '0';
    return size;
}

static bool is_transposed(const char *a, const char *b, size_t size)
{
    size_t i = 0;

    while (i < size && a[i] == b[i])
        i++;
    return i + 1 < size && a[i] == b[i + 1] && a[i + 1] == b[i] &&
           memcmp(a + i + 2, b + i + 2, size - i - 2) == 0;
}

static size_t differing(const char *a, const char *b, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += a[i] != b[i];
    return count;
}

/* The first digit of `longer` that `shorter` has not: whether all the others
 * are the same. */
static bool has_one_more(const char *longer, const char *shorter, size_t size,
                         size_t *at)
{
    size_t i = 0;

    while (i < size && longer[i] == shorter[i])
        i++;
    *at = i;
    return memcmp(longer + i + 1, shorter + i, size - i) == 0;
}

bl_change bl_change_of(const bl_quantity *source, const bl_quantity *target)
{
    const bl_decimal x = source->value[0];
    const bl_decimal y = target->value[0];
    const int32_t exponent = x.exponent < y.exponent ? x.exponent : y.exponent;
    char a[48];
    char b[48];
    size_t a_size;
    size_t b_size;
    size_t at;

    if (((source->flags | target->flags) & BL_QUANTITY_OPAQUE) != 0)
        return BL_CHANGE_OTHER;
    /* "2.5 trillion" and "25.000 tỷ" have other digits before other words. */
    if (x.coefficient != 0 && x.coefficient == y.coefficient)
        return source->scale != target->scale &&
                       x.exponent - source->scale ==
                           y.exponent - target->scale
                   ? BL_CHANGE_SCALE
                   : BL_CHANGE_TEN;
    a_size = digits_of(x, exponent, a);
    b_size = digits_of(y, exponent, b);
    if (a_size == b_size) {
        if (is_transposed(a, b, a_size))
            return BL_CHANGE_TRANSPOSED;
        return differing(a, b, a_size) == 1 && a_size > 1 ? BL_CHANGE_DIGIT
                                                          : BL_CHANGE_OTHER;
    }
    if (a_size == b_size + 1 && b_size > 1 && has_one_more(a, b, b_size, &at))
        return BL_CHANGE_DROPPED;
    if (b_size == a_size + 1 && a_size > 1 && has_one_more(b, a, a_size, &at))
        return at > 0 && b[at] == b[at - 1] ? BL_CHANGE_DOUBLED
                                            : BL_CHANGE_ADDED;
    return BL_CHANGE_OTHER;
}

/* A whole number of four digits is a year as often as not. */
static bool may_be_year(bl_decimal value)
{
    const int64_t year = bl_decimal_small(value, 2999);

    return year >= 1000;
}

bool bl_is_rounded_off(const bl_quantity *source, const bl_quantity *target)
{
    const bl_decimal x = source->value[0];
    const bl_decimal y = target->value[0];
    const int32_t lost = y.exponent - x.exponent;
    int64_t power = 1;
    int64_t kept;

    if (((source->flags | target->flags) & BL_QUANTITY_OPAQUE) != 0 ||
        source->role != BL_QUANTITY_NUMBER ||
        target->role != BL_QUANTITY_NUMBER || lost < 2 ||
        lost > BL_DECIMAL_DIGITS || may_be_year(x))
        return false;
    for (int32_t i = 0; i < lost; i++)
        power *= 10;
    kept = x.coefficient / power + (x.coefficient % power >= power / 2);
    return kept == y.coefficient && (kept > 9 || lost > 3);
}
