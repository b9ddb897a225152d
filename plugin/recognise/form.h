/* SPDX-License-Identifier: Apache-2.0 */
/* Writing a value the way a locale does, for suggestions. */
#ifndef BL_RECOGNISE_FORM_H
#define BL_RECOGNISE_FORM_H

#include "lexicon/language.h"
#include "model/quantity.h"

enum { BL_FORM_SIZE = 96 };

/*
 * "4580.5" -> "4.580,5" (vi), "4 580,5" (fr), "४,५८०.५" with native digits.
 * `grouped`: separate thousands from five digits on. Returns the size, or 0
 * when the value does not fit.
 */
size_t bl_form_number(const bl_language *language, bl_decimal value,
                      bool native_digits, bool grouped, char *out);

/*
 * What stands in `text` for the quantity, with the value replaced: "4,85 tỷ
 * USD" and 4580000000 give "4,58 tỷ USD". 0 where the digits cannot be
 * replaced one for one.
 */
size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       char *out, size_t room);

#endif
