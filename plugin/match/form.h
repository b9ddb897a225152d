/* SPDX-License-Identifier: Apache-2.0 */
/* Writing a value the way a locale does, for suggestions. */
#ifndef BL_MATCH_FORM_H
#define BL_MATCH_FORM_H

#include "lexicon/language.h"
#include "model/quantity.h"

enum { BL_FORM_SIZE = 96 };

/* How a number is to be written. */
typedef struct bl_form {
    uint32_t zero;    /* of the digits; 0: those of ASCII */
    uint32_t group;   /* between thousands; 0: the sign of the locale */
    uint32_t decimal; /* 0: that of the locale */
    bool grouped;     /* thousands are parted */
    bool kept;        /* with the signs that the text has, in so far */
    uint8_t fraction; /* digits behind the sign, at least */
} bl_form;

/*
 * Whether its digits and scale words say the value by themselves: not where a
 * word for the half of the day, another calendar or a second number goes into
 * it, as in "1萬2345".
 */
bool bl_form_is_told(const char *text, const bl_quantity *quantity);

/* Whether it is a part of a date or time whose digits are not those of its
 * value: of another calendar, or of the other half of the day. */
bool bl_form_is_converted(const char *text, const bl_quantity *quantity);

/*
 * What stands in `text` for the quantity, with the value replaced: "4,85 tỷ
 * USD" and 4580000000 give "4,58 tỷ USD". The zero is that of the text. 0
 * where the digits cannot be replaced one for one.
 */
size_t bl_form_replace(const bl_language *language, const char *text,
                       const bl_quantity *quantity, bl_decimal value,
                       const bl_form *as, char *out, size_t room);

/* The same with a numeral as it is, "04562", in the digits of the text. */
size_t bl_form_copy(const char *text, const bl_quantity *quantity,
                    bl_str digits, char *out, size_t room);

#endif
