/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The three alphabets that share shapes, and which of their letters look the
 * same: a Cyrillic с cannot be told from a Latin c.
 */
#ifndef BL_TEXT_ALPHABET_H
#define BL_TEXT_ALPHABET_H

#include "text/locale.h"

#include <stdint.h>

typedef enum bl_alphabet {
    BL_ALPHABET_NONE,
    BL_ALPHABET_LATIN,
    BL_ALPHABET_GREEK,
    BL_ALPHABET_CYRILLIC
} bl_alphabet;

/* Of a letter; NONE for those of other scripts, and for signs. */
bl_alphabet bl_alphabet_of(uint32_t c);

/* Of a language. */
bl_alphabet bl_alphabet_of_locale(const bl_locale *locale);

/* The letter of another alphabet that looks like c; 0 where there is none. */
uint32_t bl_lookalike(uint32_t c, bl_alphabet wanted);

#endif
