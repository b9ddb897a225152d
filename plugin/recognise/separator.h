/* SPDX-License-Identifier: Apache-2.0 */
/* What a sign between the digits of a number is there for. */
#ifndef BL_RECOGNISE_SEPARATOR_H
#define BL_RECOGNISE_SEPARATOR_H

#include "model/pair.h"

typedef enum bl_separator {
    BL_SEPARATOR_NONE, /* there is none, or several */
    BL_SEPARATOR_DECIMAL,
    BL_SEPARATOR_GROUP
} bl_separator;

/* The one point or comma of a numeral in 0 to 9 that has been read as `value`;
 * `usual`: CLDR has the same sign for it. */
bl_separator bl_separator_of(const bl_side *side, const bl_quantity *quantity,
                             bl_decimal value, bool *usual);

/* Whether the language writes numbers in 0 to 9 in more ways than CLDR says:
 * one whose own digits are others, or whose countries do not agree. */
bool bl_has_many_separators(const bl_side *side);

#endif
