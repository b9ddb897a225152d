/* SPDX-License-Identifier: Apache-2.0 */
/* Which script a character is of. */
#ifndef BL_TEXT_SCRIPT_H
#define BL_TEXT_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a character is of a script that a locale names, such as "Cyrl",
 * "Jpan"; punctuation of East Asia is of those that are written with it. */
bool bl_is_of_script(uint32_t c, const char *script);

/* Whether a character is a letter of some script. */
bool bl_is_word_letter(uint32_t c);

#endif
