/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of dictionaries/: language knowledge that CLDR lacks. Strict:
 * a file with an unknown key, a line out of order, a repetition or text that
 * is not NFC is refused with its line. dictionaries/README.md has the format.
 */
#ifndef BL_LEXICON_DICTIONARY_H
#define BL_LEXICON_DICTIONARY_H

#include "base/buf.h"
#include "lexicon/language.h"

/* A tag and the ones above it, and the files that a folder may have. */
enum { BL_DICTIONARY_TAGS = 5, BL_DICTIONARY_FILES = 10 };

/* The files that there are for a language, the widest tag first ("und", "pt",
 * "pt-BR"), as they lie in the folder. */
typedef struct bl_dictionary {
    const char *folder;
    char tags[BL_DICTIONARY_TAGS][BL_TAG_SIZE];
    struct bl_dictionary_text {
        uint8_t tag;
        uint8_t name;
        size_t at; /* in `bytes` */
        size_t size;
    } texts[BL_DICTIONARY_TAGS * BL_DICTIONARY_FILES];
    size_t count;
    bl_buf bytes;  /* of the texts, once they are opened */
    uint64_t hash; /* of their names and their bytes */
} bl_dictionary;

/* Which files there are, and what their hash is; a folder that is not there is
 * no error, NULL is none. What is compiled needs no more, and the texts may be
 * longer than it. */
bilint_status bl_dictionary_find(bl_dictionary *dictionary,
                                 const bl_alloc *alloc, const char *folder,
                                 const bl_locale *locale, bilint_error *err);
void bl_dictionary_close(bl_dictionary *dictionary);

/* Read those that were found; once. */
bilint_status bl_dictionary_open(bl_dictionary *dictionary, bilint_error *err);

/* Put what the texts say into the tables of the language. */
bilint_status bl_dictionary_load(const bl_dictionary *dictionary,
                                 bl_language *language, bilint_error *err);

/* The text number `text` of them. */
bl_str bl_dictionary_text(const bl_dictionary *dictionary, size_t text);

/* Those lines of a text that are no phrases and concern the language. */
void bl_dictionary_rest(const bl_language *language, bl_str text, bl_buf *to);

/* One file's text; `name` is for messages. */
bilint_status bl_dictionary_read(bl_language *language, const char *name,
                                 bl_str text, bilint_error *err);

#endif
