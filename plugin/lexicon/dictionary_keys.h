/* SPDX-License-Identifier: Apache-2.0 */
/* A line of a dictionary file, and what its key adds to a language. */
#ifndef BL_LEXICON_DICTIONARY_KEYS_H
#define BL_LEXICON_DICTIONARY_KEYS_H

#include "lexicon/language.h"

/* The line that is being read: "keyword value|form|form". */
typedef struct bl_key_line {
    bl_language *language;
    const char *file;
    uint32_t number;
    bl_str keyword;
    bl_str value; /* behind the keyword; none where there is none */
    bl_str forms; /* separated by | */
    bilint_error *err;
} bl_key_line;

/* Put what it says into the tables of its language. */
bilint_status bl_key_add(const bl_key_line *at);

/* Whether it is no phrase and concerns the language. */
bool bl_key_is_rest(const bl_language *language, const bl_key_line *at);

/* The same of a key that says how words are spelled; false where it is none of
 * those. (dictionary_spelling.c) */
bool bl_key_add_spelling(const bl_key_line *at, bilint_status *status);

/* The forms, each a change: "sch>sh". */
bilint_status bl_key_add_changes(const bl_key_line *at,
                                 bl_spelling_changes *to);

/* The next form of a line; false at its end. */
bool bl_key_next_form(bl_str *forms, bl_str *form);

/* Fail with the place of the line, what is wrong, and the beginning of the text
 * that is. */
bilint_status bl_key_refuse(const bl_key_line *at, const char *what,
                            bl_str text);

#endif
