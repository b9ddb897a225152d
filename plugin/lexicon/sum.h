/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Putting the parts of a number together: "two hundred | and | five |
 * thousand" is 205,000. The same arithmetic serves words, digits with scale
 * words ("4.58 billion", "45億8000万") and number words written as one.
 *
 * A number is a sum of addends that become smaller. A value is added when it
 * fits below the last one (20 takes 5, 15 does not); a scale multiplies the
 * addends at the end that are smaller than itself.
 */
#ifndef BL_LEXICON_SUM_H
#define BL_LEXICON_SUM_H

#include "model/decimal.h"

enum { BL_SUM_DEPTH = 8 };

typedef struct bl_sum {
    bl_decimal addends[BL_SUM_DEPTH];
    int count;
    bl_decimal scale; /* product of the scales applied to the last addend */
} bl_sum;

void bl_sum_init(bl_sum *sum);

/* One more part; false where it does not belong to this number, which is
 * then unchanged. */
bool bl_sum_add(bl_sum *sum, bl_decimal value);
bool bl_sum_scale(bl_sum *sum, bl_decimal scale);

/* Tens behind their units, as in "five and twenty"; false where the last part
 * is no unit or this one no tens. */
bool bl_sum_tens(bl_sum *sum, bl_decimal tens);

/* The value; false when it is empty or does not fit. */
bool bl_sum_value(const bl_sum *sum, bl_decimal *value);

#endif
