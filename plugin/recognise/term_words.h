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

enum { BL_TERM_FORMS = 6 };

/* What a list makes of a word. */
typedef struct bl_list_word {
    bl_term_word same; /* but for case; or BL_NO_TERM_WORD */
    uint32_t form_count;
    bl_term_word forms[BL_TERM_FORMS]; /* words that begin a phrase or stand
                                          in one, of which the word is surely
                                          a form, or they of it */
} bl_list_word;

/* `token` has a record. NULL when there is no memory. */
const bl_list_word *bl_list_word_of(const bl_term_list *list,
                                    bl_language *language,
                                    const bl_token *token, bl_arena *scratch);

/*
 * Whether a word of the text may stand for a word of the list: the same in
 * another form, spelling or with another word written onto it. Wrong now and
 * then, and used only where wrong means silence. Slow.
 */
bool bl_may_stand_for(bl_language *language, const bl_token *token,
                      bl_str wanted, bl_arena *scratch);

#endif
