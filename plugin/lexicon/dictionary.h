/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of dictionaries/: language knowledge that CLDR lacks. Strict:
 * a file with an unknown key, a line out of order, a repetition or text that
 * is not NFC is refused with its line. dictionaries/README.md has the format.
 */
#ifndef BL_LEXICON_DICTIONARY_H
#define BL_LEXICON_DICTIONARY_H

#include "lexicon/language.h"

/* Load what the folder has for the language and the tags above it, the
 * widest first ("und", "pt", "pt-BR"). A folder that is not there is no
 * error. */
bilint_status bl_dictionary_load(bl_language *language, const char *folder,
                                 bilint_error *err);

/* One file's text; `name` is for messages. */
bilint_status bl_dictionary_read(bl_language *language, const char *name,
                                 bl_str text, bilint_error *err);

#endif
