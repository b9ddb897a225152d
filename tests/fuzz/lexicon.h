/* SPDX-License-Identifier: Apache-2.0 */
/* A language that knows nothing, and what it makes of a text. */
#ifndef BILINT_FUZZ_LEXICON_H
#define BILINT_FUZZ_LEXICON_H

#include "lexicon/language.h"

/* A new language with that tag, the same one in every call; for
 * bl_language_free(). */
bl_language *new_language(const char *tag);

/* Tokens and quantities of the text, which lie in it. */
void must_recognise(bl_language *language, bl_str text);

#endif
