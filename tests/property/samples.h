/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers, amounts, dates and times as ICU writes them in a locale, each with
 * the values that it was made from. The values look random, and are the same
 * on every machine.
 */
#ifndef BILINT_TESTS_SAMPLES_H
#define BILINT_TESTS_SAMPLES_H

#include "model/decimal.h"
#include "model/quantity.h"

enum { SAMPLE_BYTES = 512, SAMPLE_PARTS = 8 };

/* One quantity that a sample says. */
typedef struct sample_part {
    uint8_t role; /* bl_quantity_role */
    bl_decimal value;
    const char *unit; /* CLDR unit id or ISO 4217 code; "" for none */
    bool shared_sign; /* a currency that others have the sign or name of */
} sample_part;

typedef struct sample {
    char text[SAMPLE_BYTES]; /* UTF-8 */
    sample_part parts[SAMPLE_PARTS];
    int part_count;
} sample;

typedef void (*sample_sink)(void *context, const sample *made);

/* The styles, from 0 on; NULL behind the last. */
const char *sample_style(int style);

/* Gives a few samples of the style in the locale (ICU's name of it); none
 * where ICU has no data of the locale's own for it. */
void sample_make(int style, const char *locale, sample_sink sink,
                 void *context);

#endif
