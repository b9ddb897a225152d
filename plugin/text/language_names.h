/* SPDX-License-Identifier: Apache-2.0 */
/* What languages are called: "German", "Deutsch", "Brazilian Portuguese". */
#ifndef BL_TEXT_LANGUAGE_NAMES_H
#define BL_TEXT_LANGUAGE_NAMES_H

#include "base/str.h"
#include "text/locale.h"

enum { BL_NAMED_LANGUAGES = 64 };

/*
 * Texts that may be names of languages: in English, in the language itself, or
 * in one of the other languages that are named. tags[i] becomes the tag of
 * texts[i], or "". How many have one; no more than BL_NAMED_LANGUAGES are
 * looked at.
 */
int bl_languages_named(const bl_str *texts, int count,
                       char tags[][BL_TAG_SIZE]);

#endif
