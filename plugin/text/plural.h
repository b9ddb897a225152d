/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which numbers take the same form of the words that are counted: 2 to 4 and 5
 * in Russian, 1 and the others in German. From CLDR's rules, asked once for
 * numbers that stand for all, so that no text waits for ICU.
 */
#ifndef BL_TEXT_PLURAL_H
#define BL_TEXT_PLURAL_H

#include "text/locale.h"

#include <stdint.h>

/* Three bits for each of some numbers; 0 where words are the same behind every
 * number, and where CLDR does not know them. */
typedef uint64_t bl_plurals;

bl_plurals bl_cldr_plurals(const bl_locale *locale);

/* What is given for a number with places behind its decimal sign: 1.5 or less,
 * or more. */
enum { BL_PLURAL_PART = -1, BL_PLURAL_PARTS = -2 };

/* The category of a number: those with another one take other words. */
unsigned bl_plural_of(bl_plurals plurals, int64_t number);

#endif
