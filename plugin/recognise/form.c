/* SPDX-License-Identifier: Apache-2.0 */
/* Digits and separators of a locale, from its symbols alone. */
#include "recognise/form.h"

#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

/* Plain digits, and how many of them stand before the decimal sign. */
static size_t digits_of(bl_decimal value, char *digits, size_t *whole)
{
    size_t size;
    int32_t exponent = value.exponent;

    if (value.coefficient < 0 || exponent > 15 || exponent < -15)
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
    return size;
}

size_t bl_form_number(const bl_language *language, bl_decimal value,
                      bool native_digits, bool grouped, char *out)
{
    const bl_number_symbols *symbols = &language->symbols;
    const bl_number_style *style =
        native_digits ? &symbols->native : &symbols->latin;
    char digits[48];
    size_t whole = 0;
    const size_t size = digits_of(value, digits, &whole);
    size_t n = 0;

    for (size_t i = 0; i < size; i++) {
        const size_t left = whole - i;

        if (i == whole) {
            n += bl_utf8_put(style->decimal, out + n);
        } else if (grouped && whole > 4 && i != 0 && i < whole &&
                   style->group != 0 &&
                   (left == symbols->group_size ||
                    (left > symbols->group_size &&
                     symbols->group_rest != 0 &&
                     (left - symbols->group_size) % symbols->group_rest ==
                         0))) {
            n += bl_utf8_put(style->group, out + n);
        }
        n += bl_utf8_put((native_digits ? style->zero : '0') +
                             (uint32_t)(digits[i] - '0'),
                         out + n);
        if (n + 12 > BL_FORM_SIZE)
            return 0;
    }
    return n;
}

size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       char *out, size_t room)
{
    const bl_span numeral = quantity->numeral;
    const bl_span whole = quantity->whole;
    const size_t before = numeral.start - whole.start;
    const size_t after = whole.limit - numeral.limit;
    char number[BL_FORM_SIZE];
    size_t size;

    if (numeral.start == numeral.limit || numeral.start < whole.start ||
        numeral.limit > whole.limit)
        return 0;
    value.exponent -= quantity->scale;
    value = bl_decimal_of(value.coefficient, value.exponent);
    size = bl_form_number(language, value,
                          (unsigned char)text[numeral.start] >= 0x80,
                          quantity->role == BL_QUANTITY_NUMBER, number);
    if (size == 0 || before + size + after > room)
        return 0;
    memcpy(out, text + whole.start, before);
    memcpy(out + before, number, size);
    memcpy(out + before + size, text + numeral.limit, after);
    return before + size + after;
}
