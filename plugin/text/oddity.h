/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words whose characters are worth a second look: found out once a word, so
 * that rules of characters pass over all others.
 */
#ifndef BL_TEXT_ODDITY_H
#define BL_TEXT_ODDITY_H

#include "base/str.h"
#include "text/locale.h"

#include <stdint.h>

enum {
    BL_ODD_PARTS = 1 << 0,  /* a letter and its marks are several characters,
                               and could be one */
    BL_ODD_MIXED = 1 << 1,  /* letters of two alphabets, or all of another one
                               than the language's, that look like its own */
    BL_ODD_HIDDEN = 1 << 2, /* an invisible character in it that its script has
                               no use for */
    BL_ODD_BYTES = 1 << 3,  /* what UTF-8 looks like where its bytes are read
                               as letters */
    BL_ODD_FOREIGN = 1 << 4, /* of a script other than the language's, and
                                not Latin */
    BL_ODD_KEYS = 1 << 5    /* a letter of another keyboard of the script, by
                               the dictionary of the language */
};

/* Of a word of a language, all but the last. */
unsigned bl_oddities(const bl_locale *locale, bl_str word);

/* The same of a character that is no word. */
bool bl_is_odd_sign(uint32_t c);

/* Whether a character cannot be seen and takes no room, whatever its use;
 * line breaks and tabs are white space. */
bool bl_is_hidden(uint32_t c);

/* What damaged text has before characters that no text has there: the first
 * bytes of a letter in UTF-8, read as letters themselves. */
bool bl_is_lead_letter(uint32_t c);

#endif
