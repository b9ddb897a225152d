/* SPDX-License-Identifier: Apache-2.0 */
/* Digits and separators of a locale, or those that the text has. */
#include "match/form.h"

#include "match/quantities.h"
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

/* The signs of a number: those of the locale, unless the text has its own. */
typedef struct signs {
    uint32_t group;
    uint32_t decimal;
    size_t least; /* digits before the first group */
} signs;

static signs signs_of(const bl_number_symbols *symbols, const bl_form *form)
{
    const bl_number_style *style = form->zero == symbols->native.zero
                                       ? &symbols->native
                                       : &symbols->latin;
    signs found = { form->group, form->decimal, 1 };

    if (form->group == 0) {
        found.group = style->group;
        found.least = symbols->group_least;
    }
    if (form->decimal == 0)
        found.decimal = style->decimal;
    /* One of them is not the locale's. */
    if (found.group == found.decimal && form->group == 0)
        found.group = 0;
    else if (found.group == found.decimal)
        found = (signs){ style->group, style->decimal, found.least };
    return found;
}

/* The value with those signs; the size, or 0 where it does not fit. */
static size_t write_number(const bl_language *language, bl_decimal value,
                           const bl_form *form, char *out)
{
    const bl_number_symbols *symbols = &language->symbols;
    const uint32_t zero = form->zero != 0 ? form->zero : '0';
    const signs sign = signs_of(symbols, form);
    char digits[64];
    size_t whole = 0;
    const size_t size = digits_of(value, form->fraction, digits, &whole);
    const bool grouped = form->grouped && sign.group != 0 &&
                         whole >= symbols->group_size + sign.least;
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        if (i == whole)
            n += bl_utf8_put(sign.decimal, out + n);
        else if (grouped && i != 0 && i < whole &&
                 ends_group(symbols, whole - i))
            n += bl_utf8_put(sign.group, out + n);
        n += bl_utf8_put(zero + (uint32_t)(digits[i] - '0'), out + n);
        if (n + 12 > BL_FORM_SIZE)
            return 0;
    }
    return n;
}

/* ---- what stands there -------------------------------------------------- */

/* A numeral as it is written. */
typedef struct written {
    uint32_t digits;
    uint32_t group;   /* the sign between thousands, or 0 */
    uint32_t decimal; /* the decimal sign, or 0 */
} written;

static written read_written(const char *text, const bl_quantity *quantity)
{
    const bl_span numeral = quantity->numeral;
    written found = { 0 };
    uint32_t last = 0;

    for (size_t at = numeral.start; at < numeral.limit;) {
        const uint32_t c = bl_utf8_next(text, numeral.limit, &at);

        if (bl_digit_value(c) >= 0) {
            found.digits++;
            continue;
        }
        if (last != 0)
            found.group = last;
        last = c;
    }
    if (quantity->fraction_digits != 0)
        found.decimal = last;
    else
        found.group = last;
    return found;
}

/* Whether thousands are to be parted: they are already, or the number was too
 * short to show it, and `other` says that they are. Years never. */
static bool is_grouped(const bl_quantity *quantity, bl_decimal value,
                       written as, bool other)
{
    const uint32_t whole = as.digits - quantity->fraction_digits;

    if (quantity->role != BL_QUANTITY_NUMBER)
        return false;
    return as.group != 0 ||
           (other && (whole < 4 ||
                      (whole == 4 && bl_decimal_compare(
                                         value, bl_decimal_of(1, 4)) >= 0)));
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

/* The digits of a numeral as an integer; -1 where it has none or too many. */
static int64_t integer_of(const char *text, bl_span numeral)
{
    int64_t digits = 0;

    if (numeral.start == numeral.limit)
        return -1;
    for (size_t at = numeral.start; at < numeral.limit;) {
        const int value =
            bl_digit_value(bl_utf8_next(text, numeral.limit, &at));

        if (value < 0 || value > 9)
            continue;
        if (digits > INT64_MAX / 100)
            return -1;
        digits = digits * 10 + value;
    }
    return digits;
}

bool bl_form_is_told(const char *text, const bl_quantity *quantity)
{
    const int64_t digits = integer_of(text, quantity->numeral);

    return digits >= 0 &&
           bl_decimal_equal(quantity->value[0],
                            bl_decimal_of(digits,
                                          quantity->scale -
                                              quantity->fraction_digits));
}

bool bl_form_is_converted(const char *text, const bl_quantity *quantity)
{
    const int64_t digits = integer_of(text, quantity->numeral);

    switch (quantity->role) {
    case BL_QUANTITY_YEAR: /* the 98 of 12/05/98 is just short */
        return digits > 99 && !bl_form_is_told(text, quantity);
    case BL_QUANTITY_HOUR:
        return (quantity->flags & BL_QUANTITY_SETTLED) != 0 && digits >= 0 &&
               !bl_form_is_told(text, quantity);
    case BL_QUANTITY_MONTH:
    case BL_QUANTITY_DAY:
    case BL_QUANTITY_MINUTE:
        return digits >= 0 && !bl_form_is_told(text, quantity);
    default:
        return false;
    }
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

/* The 341 of ".341". */
static bool is_behind_point(const char *text, const bl_quantity *quantity)
{
    const uint32_t start = quantity->numeral.start;

    return quantity->role == BL_QUANTITY_NUMBER && start != 0 &&
           (text[start - 1] == '.' || text[start - 1] == ',');
}

/* What stands for the quantity, with another number in place of its own. */
static size_t put(const char *text, const bl_quantity *quantity,
                  bl_str number, char *out, size_t room)
{
    const bl_span numeral = quantity->numeral;
    const bl_span whole = quantity->whole;
    const size_t before = numeral.start - whole.start;
    const size_t after = whole.limit - numeral.limit;

    if (number.size == 0 || before + number.size + after > room)
        return 0;
    memcpy(out, text + whole.start, before);
    memcpy(out + before, number.ptr, number.size);
    memcpy(out + before + number.size, text + numeral.limit, after);
    return before + number.size + after;
}

static bool can_replace(const char *text, const bl_quantity *quantity)
{
    return quantity->numeral.start >= quantity->whole.start &&
           quantity->numeral.limit <= quantity->whole.limit &&
           !is_behind_point(text, quantity) &&
           bl_form_is_told(text, quantity);
}

size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       const bl_form *as, char *out, size_t room)
{
    const written old = read_written(text, quantity);
    bl_form form = *as;
    char number[BL_FORM_SIZE + 4];
    size_t zero = 0;
    size_t size;

    if (!can_replace(text, quantity))
        return 0;
    value = bl_decimal_of(value.coefficient, value.exponent - quantity->scale);
    form.zero = zero_of(text, quantity->numeral);
    if (as->kept) {
        form.grouped = is_grouped(quantity, value, old, as->grouped);
        form.group = old.group;
        form.decimal = value.exponent < 0 || as->fraction != 0 ? old.decimal
                                                               : 0;
    }
    if (wants_two_digits(text, quantity) && bl_decimal_small(value, 9) >= 0)
        zero = bl_utf8_put(form.zero, number);
    size = write_number(language, value, &form, number + zero);
    return put(text, quantity,
               bl_str_of(number, size != 0 ? zero + size : 0), out, room);
}

size_t bl_form_copy(const char *text, const bl_quantity *quantity,
                    bl_str digits, char *out, size_t room)
{
    const uint32_t zero = zero_of(text, quantity->numeral);
    char number[BL_FORM_SIZE];
    size_t size = 0;

    if (!can_replace(text, quantity))
        return 0;
    for (size_t at = 0; at < digits.size;) {
        const uint32_t c = bl_utf8_next(digits.ptr, digits.size, &at);
        const int value = bl_digit_value(c);

        if (size + 4 > BL_FORM_SIZE)
            return 0;
        size += bl_utf8_put(
            value >= 0 && value <= 9 ? zero + (uint32_t)value : c,
            number + size);
    }
    return put(text, quantity, bl_str_of(number, size), out, room);
}
