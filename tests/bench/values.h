/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers, dates, sums of money and made-up names, in English and in
 * Vietnamese. */
#ifndef BENCH_VALUES_H
#define BENCH_VALUES_H

#include "random.h"
#include "vocabulary.h"

#include <stdbool.h>

enum { VALUE_SIZE = 160 };

typedef struct value {
    char english[VALUE_SIZE];
    char vietnamese[VALUE_SIZE];
} value;

/* A value of the kind `name`, `size` bytes long: "usd" gives "$4.58 billion"
 * and "4,58 tỷ USD". False where there is no such kind. */
bool value_make(const vocabulary *words, random_state *random, const char *name,
                size_t size, value *out);

/* Whether values of the kind are numbers, so that another one in its place is
 * a mistake of translation. */
bool value_is_number(const char *name, size_t size);

#endif
