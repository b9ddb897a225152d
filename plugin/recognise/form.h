/* SPDX-License-Identifier: Apache-2.0 */
/* Writing a value the way a locale does, for suggestions. */
#ifndef BL_RECOGNISE_FORM_H
#define BL_RECOGNISE_FORM_H

#include "lexicon/language.h"
#include "model/quantity.h"

enum { BL_FORM_SIZE = 96 };

/* How a number is to be written. */
typedef struct bl_form {
    uint32_t zero; /* of the digits; 0: those of ASCII */
    bool grouped; /* also where there are only four digits before the sign */
    uint8_t fraction; /* digits behind the sign, at least */
} bl_form;

/*
 * "4580.5" -> "4.580,5" (vi), "4 580,5" (fr), "४,५८०.५" with native digits.
 * From five digits on thousands are parted in any case, but years never.
 * Returns the size, or 0 when the value does not fit.
 */
size_t bl_form_number(const bl_language *language, bl_decimal value,
                      const bl_form *form, char *out);

/*
 * What stands in `text` for the quantity, with the value replaced: "4,85 tỷ
 * USD" and 4580000000 give "4,58 tỷ USD". `fraction` as above. 0 where the
 * digits cannot be replaced one for one.
 */
size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       uint8_t fraction, char *out, size_t room);

#endif
