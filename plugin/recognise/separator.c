/* SPDX-License-Identifier: Apache-2.0 */
/* Points and commas, by what a number has been read as. */
#include "recognise/separator.h"

#include "lexicon/language.h"

bool bl_has_many_separators(const bl_side *side)
{
    const bl_number_symbols *symbols = &side->language->symbols;

    return symbols->varies || symbols->native.zero != '0';
}

bl_separator bl_separator_of(const bl_side *side, const bl_quantity *quantity,
                             bl_decimal value, bool *usual)
{
    const bl_number_style *style = &side->language->symbols.latin;
    const bl_str text = bl_side_text(side, quantity->numeral);
    size_t at = 0;
    int signs = 0;
    bool grouped;

    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (c == '.' || c == ',') {
            at = i;
            signs++;
        } else if (c < '0' || c > '9') {
            return BL_SEPARATOR_NONE;
        }
    }
    if (signs != 1)
        return BL_SEPARATOR_NONE;
    value.exponent -= quantity->scale;
    value = bl_decimal_of(value.coefficient, value.exponent);
    grouped = text.size - at == 4 && value.exponent >= 0 &&
              bl_decimal_small(value, 999) < 0;
    *usual = (unsigned char)text.ptr[at] ==
             (grouped ? style->group : style->decimal);
    return grouped ? BL_SEPARATOR_GROUP : BL_SEPARATOR_DECIMAL;
}
