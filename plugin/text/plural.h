/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Which numbers take the same form of the words that are counted: 2 to 4 and 5
 * in Russian, 1 and the others in German. From CLDR's rules, asked once for
 * numbers that stand for all, so that no text waits for ICU.
 */
#ifndef BL_TEXT_PLURAL_H
#define BL_TEXT_PLURAL_H

#include "base/str.h"
#include "text/locale.h"

#include <stdint.h>

/* Three bits for each of some numbers, and one for each category; 0 where words are the same behind every
 * number, and where CLDR does not know them. */
typedef uint64_t bl_plurals;

bl_plurals bl_cldr_plurals(const bl_locale *locale);

/* What is given for a number with places behind its decimal sign: 1.5 or less,
 * or more. */
enum { BL_PLURAL_PART = -1, BL_PLURAL_PARTS = -2 };

/* The category of a number: those with another one take other words. */
unsigned bl_plural_of(bl_plurals plurals, int64_t number);

/* Categories of CLDR: 1 << the number of each. */
typedef unsigned bl_plural_set;

/* Those that whole numbers take, of a million and more left out; and all that
 * the language has. */
bl_plural_set bl_plural_needed(bl_plurals plurals);
bl_plural_set bl_plural_known(bl_plurals plurals);

/* "few" and the like, the greatest number of one, and the category of a name
 * or -1. */
enum { BL_PLURAL_OTHER = 0, BL_PLURAL_LAST = 5 };
const char *bl_plural_name(unsigned category);
int bl_plural_named(bl_str name);

/* The first whole number that takes the category, or -1; and whether no number
 * above 2 does. */
int bl_plural_example(bl_plurals plurals, unsigned category);
bool bl_plural_is_small(bl_plurals plurals, unsigned category);

#endif
