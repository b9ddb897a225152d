/* SPDX-License-Identifier: Apache-2.0 */
/* Digits and separators of a locale, from its symbols alone. */
#include "recognise/form.h"

#include "recognise/match.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

/* Plain digits, and how many of them stand before the decimal sign. */
static size_t digits_of(bl_decimal value, uint8_t fraction, char *digits,
                        size_t *whole)
{
    size_t size;
    int32_t exponent = value.exponent;

    if (value.coefficient < 0 || exponent > 15 || exponent < -15 ||
        fraction > 15)
        return 0;
    size = (size_t)snprintf(digits, 24, "%lld",
                            (long long)value.coefficient);
    for (; exponent > 0; exponent--)
        digits[size++] = '0';
    /* 0.05: zeros in front, one of them before the sign. */
    while (exponent < 0 && size <= (size_t)-exponent) {
        memmove(digits + 1, digits, size++);
        digits[0] = '0';
    }
    *whole = size - (size_t)-exponent;
    while (size - *whole < fraction)
        digits[size++] = '0';
    return size;
}

/* Whether a group sign stands before the digit with so many behind it, up to
 * the decimal sign. */
static bool ends_group(const bl_number_symbols *symbols, size_t left)
{
    return left == symbols->group_size ||
           (left > symbols->group_size && symbols->group_rest != 0 &&
            (left - symbols->group_size) % symbols->group_rest == 0);
}

size_t bl_form_number(const bl_language *language, bl_decimal value,
                      const bl_form *form, char *out)
{
    const bl_number_symbols *symbols = &language->symbols;
    const uint32_t zero = form->zero != 0 ? form->zero : '0';
    const bl_number_style *style =
        zero == symbols->native.zero ? &symbols->native : &symbols->latin;
    char digits[64];
    size_t whole = 0;
    const size_t size = digits_of(value, form->fraction, digits, &whole);
    const bool grouped =
        form->grouped && style->group != 0 &&
        whole >= (size_t)symbols->group_size + symbols->group_least;
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        if (i == whole)
            n += bl_utf8_put(style->decimal, out + n);
        else if (grouped && i != 0 && i < whole &&
                 ends_group(symbols, whole - i))
            n += bl_utf8_put(style->group, out + n);
        n += bl_utf8_put(zero + (uint32_t)(digits[i] - '0'), out + n);
        if (n + 12 > BL_FORM_SIZE)
            return 0;
    }
    return n;
}

/* Whether thousands are to be parted: they are already, or there are five
 * digits and more of what is no year. */
static bool is_grouped(const char *text, const bl_quantity *quantity,
                       bl_decimal value)
{
    const bl_span numeral = quantity->numeral;

    if (quantity->role != BL_QUANTITY_NUMBER)
        return false;
    if (bl_decimal_small(value, 9999) < 0)
        return true;
    for (uint32_t i = numeral.start; i < numeral.limit; i++) {
        if (text[i] == '.' || text[i] == ',')
            return true;
    }
    return false;
}

/* The zero of the digits that a numeral is written in; 0 for a sign such as
 * ½. */
static uint32_t zero_of(const char *text, bl_span numeral)
{
    size_t at = numeral.start;
    const uint32_t c = bl_utf8_next(text, numeral.limit, &at);
    const int value = bl_digit_value(c);

    return value >= 0 && value <= 9 ? c - (uint32_t)value : 0;
}

/* The 8 of "8 giờ tối" says 20 together with its word. */
static bool is_told_by_word(const char *text, const bl_quantity *quantity)
{
    int64_t value = 0;

    if (quantity->role != BL_QUANTITY_HOUR)
        return false;
    for (size_t at = quantity->numeral.start; at < quantity->numeral.limit;)
        value = value * 10 + bl_digit_value(bl_utf8_next(
                                 text, quantity->numeral.limit, &at));
    return bl_decimal_small(quantity->value[0], 99) != value;
}

/* The 05 of 8:05 and of 05/12/2024. */
static bool wants_two_digits(const char *text, const bl_quantity *quantity)
{
    size_t at = quantity->numeral.start;

    if (quantity->role == BL_QUANTITY_MINUTE ||
        quantity->role == BL_QUANTITY_SECOND)
        return true;
    return (bl_is_date_role(quantity->role) ||
            quantity->role == BL_QUANTITY_HOUR) &&
           bl_digit_value(bl_utf8_next(text, quantity->numeral.limit, &at)) ==
               0 &&
           at < quantity->numeral.limit;
}

size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       uint8_t fraction, char *out, size_t room)
{
    const bl_span numeral = quantity->numeral;
    const bl_span whole = quantity->whole;
    size_t before = numeral.start - whole.start;
    const size_t after = whole.limit - numeral.limit;
    bl_form form = { .fraction = fraction };
    char number[BL_FORM_SIZE];
    size_t size;

    if (numeral.start == numeral.limit || numeral.start < whole.start ||
        numeral.limit > whole.limit || is_told_by_word(text, quantity))
        return 0;
    value.exponent -= quantity->scale;
    value = bl_decimal_of(value.coefficient, value.exponent);
    form.zero = zero_of(text, numeral);
    form.grouped = is_grouped(text, quantity, value);
    size = bl_form_number(language, value, &form, number);
    if (size == 0 || before + size + after + 4 > room)
        return 0;
    memcpy(out, text + whole.start, before);
    if (wants_two_digits(text, quantity) && bl_decimal_small(value, 9) >= 0)
        before += bl_utf8_put(form.zero, out + before);
    memcpy(out + before, number, size);
    memcpy(out + before + size, text + numeral.limit, after);
    return before + size + after;
}
