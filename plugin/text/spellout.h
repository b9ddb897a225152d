/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ICU's rule-based spell-out, for making dictionaries/<tag>/spellout.txt. Not
 * used at run time: opening a formatter takes milliseconds.
 */
#ifndef BL_TEXT_SPELLOUT_H
#define BL_TEXT_SPELLOUT_H

#include "base/str.h"

#include <stdint.h>

typedef struct bl_spellout bl_spellout;

/* Locales that have rules of their own, one after the other; NULL at the
 * end. */
const char *bl_spellout_locale(int index);

/* NULL where the locale would get the rules of another language. */
bl_spellout *bl_spellout_open(const char *locale);
void bl_spellout_close(bl_spellout *spellout);

/* Rule sets such as "%spellout-cardinal-feminine". */
int bl_spellout_sets(const bl_spellout *spellout);
const char *bl_spellout_set(const bl_spellout *spellout, int set);

/* The number in words by that set; its size, or 0. Soft hyphens and zero
 * width spaces are left out, and what ICU marks with them is one word. */
size_t bl_spellout_write(bl_spellout *spellout, int set, int64_t number,
                         char *out, size_t room);

#endif
