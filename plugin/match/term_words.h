/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of a text and words of a list: which are the same, and which are
 * forms of each other. What a list makes of a word is found out once a word.
 */
#ifndef BL_MATCH_TERM_WORDS_H
#define BL_MATCH_TERM_WORDS_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "terms/list.h"
#include "text/utf8.h"

enum { BL_TERM_FORMS = 4, BL_SHORTEST_FORM = 3 /* letters */ };

static inline size_t bl_letters_of(bl_str text)
{
    return bl_utf8_points(text.ptr, text.size);
}

/* A word of the list, and the phrases that begin with it. */
typedef struct bl_list_entry {
    bl_term_word word;
    bl_image_span phrases;
    bl_term_mask begins;  /* of those phrases */
    bl_term_mask alone;   /* of the first, where it is the word alone */
    uint8_t pair_scale;   /* of those phrases' first two words */
    _Atomic uint8_t form; /* bl_list_form */
} bl_list_entry;

/* Whether the word of the text and that of the list are forms of one word:
 * found out when it matters. */
typedef enum bl_list_form {
    BL_FORM_SURE,
    BL_FORM_ASK, /* by their endings they may be, */
    BL_FORM_ASK_ALONE, /* but share little: the word has no other stem */
    BL_FORM_NONE
} bl_list_form;

/*
 * What a list makes of a word: the same one but for case, if it is in the
 * list, and others of which it may be a form, or they of it.
 *
 * That nothing begins with a word, or nothing with two words, is known from
 * the head: `lead` has a bit for what stands behind one of the entries in any
 * phrase, `trail` the bits of the entries themselves.
 */
typedef struct bl_list_word {
    uint64_t lead;
    uint64_t trail;
    bl_term_word same;   /* or BL_NO_TERM_WORD; then it is no entry */
    bl_term_mask begins; /* of all entries */
    bl_term_mask alone;
    uint8_t count;
    bl_atomic_ptr spellings; /* bl_spellings; NULL: not yet known */
    bl_list_entry entries[BL_TERM_FORMS + 1]; /* the same one first */
} bl_list_word;

/* Words of a list. */
typedef struct bl_spellings {
    uint32_t count;
    bl_term_word words[];
} bl_spellings;

/* What all the engine's lists make of a word, one behind the other. */
typedef struct bl_lists_word {
    uint32_t lists;    /* how many */
    uint32_t starts[]; /* in bytes, by list */
} bl_lists_word;

/* A word of a text as lists write it. NULL when there is no memory. */
const bl_word *bl_list_record(bl_language *language, const bl_word *word,
                              bl_arena *scratch);

/* For the first time, or of a list by itself. */
const bl_list_word *bl_list_word_new(const bl_term_list *list,
                                     bl_language *language,
                                     const bl_token *token, bl_arena *scratch);

/* `token` has a record. NULL when there is no memory. */
static inline const bl_list_word *bl_list_word_of(const bl_term_list *list,
                                                  bl_language *language,
                                                  const bl_token *token,
                                                  bl_arena *scratch)
{
    const bl_lists_word *known = bl_atomic_get(&token->word->terms);

    return known != NULL && list->siblings != NULL
               ? (const bl_list_word *)(const void
                                            *)((const char *)known +
                                               known->starts[list->number])
               : bl_list_word_new(list, language, token, scratch);
}

/* Whether that entry of a token's word is surely a form of it. Asks Hunspell
 * once. Lack of memory is told by `scratch`. */
bool bl_list_entry_ask(const bl_term_list *list, bl_language *language,
                       const bl_token *token, const bl_list_entry *entry,
                       bl_arena *scratch);

static inline bool bl_list_entry_sure(const bl_term_list *list,
                                      bl_language *language,
                                      const bl_token *token,
                                      const bl_list_entry *entry,
                                      bl_arena *scratch)
{
    const uint8_t form = bl_atomic_get(&entry->form);

    return form == BL_FORM_ASK || form == BL_FORM_ASK_ALONE
               ? bl_list_entry_ask(list, language, token, entry, scratch)
               : form == BL_FORM_SURE;
}

/* The entry of a word of the list. */
bl_list_entry bl_list_entry_of(const bl_image *image, bl_term_word word);

/* A word of a list as a word of the text's language: that which was asked for
 * last. Zero to begin with. */
typedef struct bl_wanted_word {
    bool known;
    bl_term_word number;
    bl_str text;
    bl_folded skeleton;
    uint64_t letters;    /* of that */
    const bl_word *word; /* NULL: nobody has asked yet */
} bl_wanted_word;

/*
 * Whether a word of the text, which is another one, may stand for a word of
 * the list: the same in another form, spelling or with another word written
 * onto it. Wrong now and then, and used only where wrong means silence.
 */
bool bl_may_stand_for(const bl_term_list *list, bl_language *language,
                      const bl_token *token, bl_term_word number,
                      bl_wanted_word *wanted, bl_arena *scratch);

/* The same of a word that need not be in a list, and of forms alone. */
bool bl_may_be_of(bl_language *language, const bl_token *token, bl_str text,
                  bl_arena *scratch);

/* The words of the list that are other spellings of a word of the text; found
 * out once. NULL when there is no memory. */
const bl_spellings *bl_spellings_of(const bl_term_list *list,
                                    bl_language *language,
                                    const bl_token *token, bl_arena *scratch);

/* Whether it may stand for others as well: languages that are written in
 * syllables, and scripts without spaces, have no endings. */
bool bl_has_forms(const bl_language *language, const bl_token *token);

#endif
