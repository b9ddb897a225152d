/* SPDX-License-Identifier: Apache-2.0 */
/* What happened to a value that is another one on the other side. */
#ifndef BL_MATCH_CHANGE_H
#define BL_MATCH_CHANGE_H

#include "match/quantities.h"

bl_change bl_change_of(const bl_quantity *source, const bl_quantity *target);

/* Whether the target is the source rounded off, and meant to be: by two places
 * at least, where more than one digit is left, and no year. */
bool bl_is_rounded_off(const bl_quantity *source, const bl_quantity *target);

/* Half of the last place that the value was rounded to: 50 for 1200, 0.05 for
 * 4.6. Zeros at the end of an integer do not count as places. */
double bl_rounding(bl_decimal value);

#endif
