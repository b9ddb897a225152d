/* SPDX-License-Identifier: Apache-2.0 */
/* The quotation marks of a locale: CLDR's delimiters. */
#include "text/cldr.h"

#include <unicode/ulocdata.h>
#include <unicode/utf16.h>

enum { MARK_UNITS = 8 };

/* A delimiter that is one character; 0 for none. */
static uint32_t delimiter(ULocaleData *data, ULocaleDataDelimiterType type)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[MARK_UNITS];
    const int32_t size =
        ulocdata_getDelimiter(data, type, text, MARK_UNITS, &status);

    return U_SUCCESS(status) && size == 1 && !U16_IS_SURROGATE(text[0])
               ? text[0]
               : 0;
}

void bl_cldr_quotes(const bl_locale *locale, bl_quote_marks *marks)
{
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(locale->icu, &status);

    *marks = (bl_quote_marks){ 0, 0, 0, 0 };
    if (U_FAILURE(status))
        return;
    marks->start = delimiter(data, ULOCDATA_QUOTATION_START);
    marks->limit = delimiter(data, ULOCDATA_QUOTATION_END);
    marks->inner_start = delimiter(data, ULOCDATA_ALT_QUOTATION_START);
    marks->inner_limit = delimiter(data, ULOCDATA_ALT_QUOTATION_END);
    ulocdata_close(data);
}
