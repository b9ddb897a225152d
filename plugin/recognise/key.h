/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that are no prose: some programs keep the key of a text in its place,
 * "message.not_found", and the texts of all languages beside it; others have
 * lists of words by which a program is found, "screen;display;monitor;".
 */
#ifndef BL_RECOGNISE_KEY_H
#define BL_RECOGNISE_KEY_H

#include "base/str.h"

#include <stdbool.h>

/* Whether a text is such a key: words of ASCII that are joined by points or
 * underscores, or by hyphens in small letters, "translator-credits", and
 * nothing else. */
bool bl_is_key(bl_str text);

/* Whether a text is a list of keywords: three at least, each of which a
 * semicolon ends, without a space behind it (Desktop Entry Specification 1.5,
 * 4 and 6). Each language has words of its own there. */
bool bl_is_keywords(bl_str text);

#endif
