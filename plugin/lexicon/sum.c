/* SPDX-License-Identifier: Apache-2.0 */
/* Addends and scales. */
#include "lexicon/sum.h"

void bl_sum_init(bl_sum *sum)
{
    sum->count = 0;
    sum->scale = bl_decimal_of(1, 0);
}

bool bl_sum_add(bl_sum *sum, bl_decimal value)
{
    if (sum->count == BL_SUM_DEPTH)
        return false;
    /* "five thousand no hundred forty": a zero keeps a place open. */
    if (sum->count > 1 && sum->addends[sum->count - 1].coefficient == 0)
        sum->count--;
    if (sum->count != 0) {
        const bl_decimal last = sum->addends[sum->count - 1];

        /* The last addend ends in zeros, and the value fits into them.
         * Reduced decimals keep the zeros in the exponent. */
        if (last.exponent <= 0 || value.exponent < 0 ||
            bl_decimal_compare(value, bl_decimal_of(1, last.exponent)) >= 0)
            return false;
    }
    sum->addends[sum->count++] = value;
    sum->scale = bl_decimal_of(1, 0);
    return true;
}

bool bl_sum_scale(bl_sum *sum, bl_decimal scale)
{
    bl_decimal part = bl_decimal_of(0, 0);
    /* Dozens are counted by any number: twenty dozen. */
    const bool any = scale.coefficient != 1;
    int first = sum->count;

    while (first > 0 &&
           (any ||
            bl_decimal_compare(sum->addends[first - 1], scale) < 0)) {
        first--;
        if (!bl_decimal_add(part, sum->addends[first], &part))
            return false;
    }
    /* A scale by itself is once the scale: "thousand". */
    if (first == sum->count)
        return bl_sum_add(sum, scale);
    if (!bl_decimal_multiply(part, scale, &part) ||
        !bl_decimal_multiply(sum->scale, scale, &sum->scale))
        return false;
    sum->count = first;
    sum->addends[sum->count++] = part;
    return true;
}

bool bl_sum_tens(bl_sum *sum, bl_decimal tens)
{
    bl_decimal *last;
    int64_t units;

    if (sum->count == 0)
        return false;
    last = &sum->addends[sum->count - 1];
    units = bl_decimal_small(*last, INT32_MAX) % 100;
    if (units < 1 || units > 9 ||
        bl_decimal_small(tens, 90) < 20 || tens.exponent != 1)
        return false;
    return bl_decimal_add(*last, tens, last);
}

bool bl_sum_value(const bl_sum *sum, bl_decimal *value)
{
    if (sum->count == 0)
        return false;
    *value = sum->addends[0];
    for (int i = 1; i < sum->count; i++) {
        if (!bl_decimal_add(*value, sum->addends[i], value))
            return false;
    }
    return true;
}
