/* SPDX-License-Identifier: Apache-2.0 */
/* Arithmetic on exact decimals. */
#include "model/decimal.h"

#include <stdio.h>

bl_decimal bl_decimal_reduced(int64_t value, int32_t exponent)
{
    if (value == 0)
        return (bl_decimal){ 0, 0 };
    while (value % 10 == 0) {
        value /= 10;
        exponent++;
    }
    return (bl_decimal){ value, exponent };
}

/* value * 10^power, as far as it fits. */
static bool shift(int64_t value, int32_t power, int64_t *shifted)
{
    if (power > BL_DECIMAL_DIGITS)
        return value == 0;
    while (power-- > 0) {
        if (value > INT64_MAX / 10 || value < INT64_MIN / 10)
            return false;
        value *= 10;
    }
    *shifted = value;
    return true;
}

/* 10^0 and so on, to the largest that a value holds. */
static const int64_t powers[BL_DECIMAL_DIGITS + 1] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
};

int64_t bl_decimal_small(bl_decimal a, int64_t limit)
{
    const bool holds = a.coefficient >= 0 &&
                       (uint32_t)a.exponent <= BL_DECIMAL_DIGITS &&
                       a.coefficient <= limit / powers[a.exponent];

    return holds ? a.coefficient * powers[a.exponent] : -1;
}

/* Both on the smaller exponent. */
static bool align(bl_decimal *a, bl_decimal *b)
{
    bl_decimal *high = a->exponent >= b->exponent ? a : b;
    const bl_decimal *low = high == a ? b : a;

    if (!shift(high->coefficient, high->exponent - low->exponent,
               &high->coefficient))
        return false;
    high->exponent = low->exponent;
    return true;
}

bool bl_decimal_add(bl_decimal a, bl_decimal b, bl_decimal *sum)
{
    if (!align(&a, &b))
        return false;
    if ((b.coefficient > 0 && a.coefficient > INT64_MAX - b.coefficient) ||
        (b.coefficient < 0 && a.coefficient < INT64_MIN - b.coefficient))
        return false;
    *sum = bl_decimal_of(a.coefficient + b.coefficient, a.exponent);
    return true;
}

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

bool bl_decimal_multiply(bl_decimal a, bl_decimal b, bl_decimal *product)
{
    const int64_t x = a.coefficient;
    const int64_t y = b.coefficient;

    if (x == INT64_MIN || y == INT64_MIN)
        return false;
    if (x != 0 && magnitude(y) > INT64_MAX / magnitude(x))
        return false;
    *product = bl_decimal_of(x * y, a.exponent + b.exponent);
    return true;
}

bool bl_decimal_ratio(int64_t count, int64_t parts, bl_decimal *ratio)
{
    const int64_t trillion = 1000000000000;

    if (count < 0 || parts <= 0 || count > INT64_MAX / trillion)
        return false;
    *ratio = bl_decimal_of(count * trillion / parts, -12);
    return true;
}

static int digit_count(int64_t value)
{
    int count = 1;

    while ((value /= 10) != 0)
        count++;
    return count;
}

static int sign(int64_t value)
{
    return (value > 0) - (value < 0);
}

int bl_decimal_compare(bl_decimal a, bl_decimal b)
{
    const int sa = sign(a.coefficient);
    const int sb = sign(b.coefficient);
    const bool more = a.exponent > b.exponent;
    int64_t tens_a;
    int64_t tens_b;

    if (sa != sb || sa == 0)
        return sa - sb;
    tens_a = (int64_t)digit_count(a.coefficient) + a.exponent;
    tens_b = (int64_t)digit_count(b.coefficient) + b.exponent;
    if (tens_a != tens_b)
        return tens_a > tens_b ? sa : -sa;
    /* As many digits before the point. What does not fit when it is written
     * with the exponent of the other is the greater one. */
    if (!align(&a, &b))
        return more ? sa : -sa;
    return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
}

double bl_decimal_approximate(bl_decimal a)
{
    double value = (double)a.coefficient;
    int32_t power = a.exponent;

    for (; power > 0 && value < 1e300 && value > -1e300; power--)
        value *= 10;
    for (; power < 0 && power > -400; power++)
        value /= 10;
    return value;
}

/* Digits and point without grouping, most significant first. */
static size_t plain(bl_decimal a, char *out)
{
    char digits[24];
    const int count = snprintf(digits, sizeof(digits), "%lld",
                               (long long)magnitude(a.coefficient));
    size_t n = 0;
    int point = count + a.exponent; /* digits before the decimal point */

    if (point <= 0) {
        out[n++] = '0';
        out[n++] = '.';
        for (; point < 0; point++)
            out[n++] = '0';
        for (int i = 0; i < count; i++)
            out[n++] = digits[i];
        return n;
    }
    for (int i = 0; i < count || i < point; i++) {
        if (i == point)
            out[n++] = '.';
        out[n++] = i < count ? digits[i] : '0';
    }
    return n;
}

size_t bl_decimal_text(bl_decimal a, char *text, size_t size)
{
    char flat[BL_DECIMAL_TEXT];
    size_t length;
    size_t whole = 0;
    size_t n = 0;

    if (a.coefficient == INT64_MIN || a.exponent > 20 || a.exponent < -30 ||
        size < BL_DECIMAL_TEXT) {
        const int written = snprintf(text, size, "%lldE%+d",
                                     (long long)a.coefficient, a.exponent);
        return written < 0 ? 0 : (size_t)written;
    }
    length = plain(a, flat);
    while (whole < length && flat[whole] != '.')
        whole++;
    if (a.coefficient < 0)
        text[n++] = '-';
    for (size_t i = 0; i < length && n + 2 < size; i++) {
        /* Four digits stand as they are: 1950, 2025. */
        if (whole > 4 && i != 0 && i < whole && (whole - i) % 3 == 0)
            text[n++] = ' ';
        text[n++] = flat[i];
    }
    text[n] = '\0';
    return n;
}
