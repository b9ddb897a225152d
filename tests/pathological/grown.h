/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of any length, and how long they take. */
#ifndef BILINT_TESTS_PATHOLOGICAL_GROWN_H
#define BILINT_TESTS_PATHOLOGICAL_GROWN_H

#include "bilint/bilint.h"

#include <stddef.h>

typedef struct grown {
    char *data; /* for free() */
    size_t size;
    size_t room;
} grown;

/* As printf(); there is a NUL behind what is written. */
#if defined(__GNUC__)
__attribute__((__format__(__printf__, 2, 3)))
#endif
void grow(grown *text, const char *format, ...);

/* The same piece again and again. */
void grow_by(grown *text, const char *piece, size_t count);

/* Sizes shrink where the build is slow. */
size_t grown_count(size_t count);

/* Seconds, from a clock that runs on. */
double grown_clock(void);

#endif
