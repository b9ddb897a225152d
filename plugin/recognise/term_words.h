/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of a text and words of a list: which are the same, and which are
 * forms of each other. What a list makes of a word is found out once a word.
 */
#ifndef BL_RECOGNISE_TERM_WORDS_H
#define BL_RECOGNISE_TERM_WORDS_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "terms/list.h"

enum { BL_TERM_FORMS = 4 };

/* A word of the list, and the phrases that begin with it. */
typedef struct bl_list_entry {
    bl_term_word word;
    bl_image_span phrases;
    bool ends; /* the first of them is the word alone */
} bl_list_entry;

/* What a list makes of a word: the same one but for case, if it is in the
 * list, and others of which it is surely a form, or they of it. */
typedef struct bl_list_word {
    bl_term_word same; /* or BL_NO_TERM_WORD; then it is no entry */
    uint32_t count;
    bl_list_entry entries[BL_TERM_FORMS + 1]; /* the same one first */
} bl_list_word;

/* `token` has a record. NULL when there is no memory. */
const bl_list_word *bl_list_word_of(const bl_term_list *list,
                                    bl_language *language,
                                    const bl_token *token, bl_arena *scratch);

/*
 * Whether a word of the text, which is another one, may stand for a word of the list: the same in
 * another form, spelling or with another word written onto it. Wrong now and
 * then, and used only where wrong means silence. Slow.
 */
bool bl_may_stand_for(bl_language *language, const bl_token *token,
                      bl_str wanted, bl_arena *scratch);

#endif
