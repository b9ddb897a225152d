/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sources that are no text: some programs keep the key of a text in its place,
 * "message.not_found", and the texts of all languages beside it.
 */
#ifndef BL_RECOGNISE_KEY_H
#define BL_RECOGNISE_KEY_H

#include "base/str.h"

#include <stdbool.h>

/* Whether a text is such a key: words of ASCII that are joined by points or
 * underscores, or by hyphens in small letters, "translator-credits", and
 * nothing else. */
bool bl_is_key(bl_str text);

#endif
