/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where words begin in scripts without spaces, by the dictionaries of ICU
 * (UAX #29). One iterator a language behind a lock, opened for the first text.
 */
#ifndef BL_TEXT_BREAKS_H
#define BL_TEXT_BREAKS_H

#include "base/alloc.h"
#include "base/str.h"
#include "text/locale.h"

#include <stdint.h>

typedef struct bl_breaks bl_breaks;

/* NULL when there is no memory. */
bl_breaks *bl_breaks_new(const bl_alloc *alloc, const bl_locale *locale);
void bl_breaks_free(bl_breaks *breaks);

/* Put 1 at each byte of `at` before which a word begins or ends, 0 at all
 * others; it has one more byte than the text. All 1 where ICU cannot tell. */
void bl_breaks_find(bl_breaks *breaks, bl_str text, uint8_t *at);

#endif
