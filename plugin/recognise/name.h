/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of persons, places and organisations, found without a list of them.
 *
 * A name is a run of capitalised words. That says little by itself, so each
 * run carries what speaks for a person: a title before it, a surname at its
 * beginning, an entry of a list, words that the dictionary does not have.
 */
#ifndef BL_RECOGNISE_NAME_H
#define BL_RECOGNISE_NAME_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "text/utf8.h"

enum {
    BL_NAME_TITLED = 1 << 0,   /* a title stands before it */
    BL_NAME_SURNAME = 1 << 1,  /* begins with a surname of the language */
    BL_NAME_LISTED = 1 << 2,   /* a list has it; see `group` */
    BL_NAME_RARE = 1 << 3,     /* the dictionary knows none of its words */
    BL_NAME_COMMON = 1 << 4,   /* it knows all of them in small letters */
    BL_NAME_INITIAL = 1 << 5,  /* begins a sentence */
    BL_NAME_ANSWERED = 1 << 6, /* the other side has it, or a part of it */
    BL_NAME_PLACE = 1 << 7,    /* a list says that it is no person */
    BL_NAME_ACRONYM = 1 << 8,  /* one word in capitals: ASEAN */
    BL_NAME_GIVEN = 1 << 9,    /* a given name with others behind it */
    BL_NAME_WHOLE = 1 << 10,   /* the other side has all of its words */
    BL_NAME_COUNTRY = 1 << 11, /* a place that is a country or a
                                  continent */
    BL_NAME_FIRST = 1 << 12,   /* the other side has its first word */
    BL_NAME_TAKEN = 1 << 13,   /* another name was said to replace it */
    BL_NAME_STATE = 1 << 14,   /* a country that no other one shares a name
                                  with */
    BL_NAME_BODY = 1 << 15,    /* an organisation; a place, unless it keeps its
                                  letters as persons do */
    BL_NAME_PEOPLE = 1 << 16   /* what is of such a country: French */
};

/* Of lists that are whole enough for what they do not have to say something. */
#define BL_NAME_KINDS (BL_NAME_COUNTRY | BL_NAME_BODY)

typedef struct bl_name {
    bl_span span;
    uint32_t first; /* tokens */
    uint32_t limit;
    uint32_t flags;
    bool asked;    /* bl_naming_answer() has been, which asks once */
    int64_t group; /* LISTED: what it names, in any language */
    int64_t title; /* TITLED: the title's group */
    uint8_t words; /* particles not counted */
    uint8_t like;  /* bits: which of them the other side has; see
                      bl_naming_answer() */
    /* From here on filled in by bl_judge_name(). */
    uint8_t proper; /* of them not known in small letters: Smith */
    uint8_t rare;   /* of them not known at all: Sturridge */
    uint8_t judged; /* of them the dictionary has judged; 0: there is none */
} bl_name;

enum { BL_NAMES_MAX = 48 };

/* The tokens of a side with which a name or a title could begin. */
typedef struct bl_name_starts {
    const bl_token **items;
    uint32_t count;
    uint32_t cased; /* of all tokens, those of several letters with a case */
} bl_name_starts;

/* Look at each token once; in the arena. False when there is no memory. */
bool bl_find_name_starts(const bl_side *side, bl_arena *arena,
                         bl_name_starts *starts);

/* Whether every word of the text has a capital, or most of them. */
bool bl_is_heading(const bl_side *side, const bl_name_starts *starts);

/* The names of one side, found with the knowledge of its language and of that
 * of the other side: a Vietnamese name is known by its syllables in an English
 * text too. At most BL_NAMES_MAX. */
uint32_t bl_find_names(const bl_side *side, const bl_language *other,
                       const bl_name_starts *starts, bl_name *names);

/* Whether the word is the first syllable of a foreign name that is written as
 * it sounds, in a language that is written in syllables: Pu-tin. */
bool bl_name_is_transcribed(const bl_side *side, uint32_t at);

/* The name of tokens [first, limit), by itself. */
bl_name bl_name_of(const bl_side *side, uint32_t first, uint32_t limit);

/* What the dictionary says of the words of a name: RARE, COMMON and the
 * counts. Asked of the few that nothing answers. */
void bl_judge_name(const bl_side *side, bl_name *name);

/* Whether all words are acronyms, "МИД РФ", which another script spells out or
 * has others for. */
bool bl_is_name_of_acronyms(const bl_side *side, const bl_name *name);

/* Whether the words of a name that the dictionary lacks are made of ordinary
 * ones, and nothing else speaks for a person: such names are translated. A
 * few questions to the dictionary, so asked last. */
bool bl_is_composed_name(const bl_side *side, const bl_name *name);

/* Whether the word is in Latin letters, by its first one. */
static inline bool bl_is_latin(const bl_word *word)
{
    size_t at = 0;

    return word->skeleton.size != 0 &&
           bl_utf8_next(word->skeleton.ptr, word->skeleton.size, &at) < 0x250;
}

/* Whether the token is a capitalised word that could be part of a name. */
static inline bool bl_is_name_word(const bl_token *token)
{
    return (token->traits & BL_TRAIT_NAME) != 0 &&
           token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) == 0;
}

#endif
