/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Letters of other scripts in Latin ones, by ICU's transliterators (CLDR,
 * UN and BGN systems). Slow to open; used to write dictionaries/und/latin.txt
 * and nowhere else.
 */
#ifndef BL_TEXT_ROMANIZE_H
#define BL_TEXT_ROMANIZE_H

#include "base/alloc.h"
#include "base/str.h"

#include <stdint.h>

typedef struct bl_romanizer bl_romanizer;

/* For a script by its ISO 15924 code ("Cyrl"); NULL where ICU has none. */
bl_romanizer *bl_romanizer_new(const bl_alloc *alloc, const char *script);
void bl_romanizer_free(bl_romanizer *romanizer);

/* One letter in a to z, in `out` of 16 bytes; false where it is not a small
 * or caseless letter of the script or comes out as nothing. Of a sign that
 * takes the vowel of the letter before it away: true, and nothing. */
bool bl_romanize(const bl_romanizer *romanizer, uint32_t letter, char *out);

#endif
