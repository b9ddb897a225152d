/* SPDX-License-Identifier: Apache-2.0 */
/* What the rules of spelling share: words that nothing explains, and what a
 * document makes of them. */
#ifndef BL_CHECKS_MISSPELLING_H
#define BL_CHECKS_MISSPELLING_H

#include "checks/check.h"
#include "lexicon/language.h"

/* The unknown words of a side of a pair; zero but for the two to begin
 * with. */
typedef struct bl_misspelling {
    const bl_pair *pair;
    bl_side_id side;
    const bl_word **slots; /* words of the other side, by their letters */
    size_t mask;
    bool made;
    bl_verdict text; /* BAD: it was read in the wrong encoding */
} bl_misspelling;

/* The first token from `at` on whose word is in small letters, and which the
 * dictionary has not said yet that it knows; or a small letter that is no word
 * of the language. How many tokens there are, where there is none. */
static inline uint32_t bl_next_unjudged(const bl_side *side, uint32_t at)
{
    const uint32_t count = side->token_count;

    while ((at = (uint32_t)bl_traits_next(side->traits, count, at,
                                          BL_TRAIT_UNJUDGED)) < count &&
           side->tokens[at].word->letters > 1 &&
           bl_language_is_judged_good(side->tokens[at].word))
        at++;
    return at;
}

/* Whether a letter stands where words stand: among small ones that no sign
 * parts from it. Elsewhere it may be of a foreign name, a list or a formula;
 * and x may stand for something anywhere. */
bool bl_is_letter_in_prose(const bl_side *side, uint32_t at);

/* The first token from `at` on that is one; or how many tokens there are. The
 * language has a speller. */
uint32_t bl_misspelling_next(bl_misspelling *words, uint32_t at);

/* The same of words with a capital that are no names: mistyped nouns, where
 * those have one, and words that begin a sentence. */
uint32_t bl_misspelling_next_capital(bl_misspelling *words, uint32_t at);

/* ---- the document ------------------------------------------------------- */

/* A finding of an unknown word. */
typedef struct bl_unknown {
    bl_str word;
    size_t finding;
    uint16_t message;
    bool slip; /* of the finger: of the first one of a group */
} bl_unknown;

/* A word of the document, wherever it stands there. */
typedef struct bl_unknown_group {
    const bl_unknown *first;
    const bl_unknown *limit;
    const bl_unknown *kept; /* where it stands first */
} bl_unknown_group;

/* The findings of a rule by their words, which are marked on a side. */
typedef struct bl_unknown_list {
    bl_unknown *items;
    size_t count;
    bl_side_id side;
    uint64_t tokens; /* of that side, in the document */
    bl_language *language;
    int slip; /* the message of words that no dictionary lacks; -1: none */
} bl_unknown_list;

/* For bl_free(); false when there is no memory, which the report says then. */
bool bl_unknown_gather(bl_unknown_list *list, uint16_t rule,
                       bl_report *report);

/*
 * Of words that a dictionary lacks one is told, with their number, and the
 * others are notes. False where those of the list are not such words: then a
 * word that the document has again and again is told once.
 */
bool bl_unknown_settle(const bl_unknown_list *list, bl_report *report);

/* The group that begins at a word; and all of it but one as notes. */
bl_unknown_group bl_unknown_group_at(const bl_unknown *first,
                                     const bl_unknown *end);
void bl_unknown_make_notes(const bl_unknown_group *word,
                           const bl_unknown *but, bl_report *report);

#endif
