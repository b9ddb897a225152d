/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The state of comparing the names of two sides, shared by the parts of the
 * comparison. Nobody else includes this.
 */
#ifndef BL_MATCH_NAMING_H
#define BL_MATCH_NAMING_H

#include "lexicon/language.h"
#include "match/names.h"

enum {
    BL_NAME_DIFFERENCES_MAX = 16,
    BL_NAME_WORDS_MAX = 1000,
    BL_NAME_JOINED = 96,
    BL_NAME_FULL = 2 /* words of a full name, at least */
};

/* A text to be compared with others. */
typedef struct bl_name_letters {
    bl_str text;
    uint64_t set;
    size_t count;
} bl_name_letters;

typedef struct bl_naming bl_naming;

struct bl_naming {
    const bl_side *side[2];
    bl_arena *arena;
    bl_name_words words[2];
    const bl_exonym_table *exonyms[2];
    bool same_script; /* the two languages are written in one */
    bool both_latin;  /* and it is the Latin one */
    bool heard_latin; /* which one of them writes names in as they sound */
    bl_name names[2][BL_NAMES_MAX];
    uint32_t count[2];
    bool unanswered; /* a name of the target is, which may accuse */
    bl_name_difference differences[BL_NAME_DIFFERENCES_MAX];
    uint32_t difference_count;
};

void bl_naming_add(bl_naming *n, bl_name_difference_kind kind, bl_span source,
                   bl_span target, bl_str expected);

/* Whether a difference was found already that says something of the name of
 * that side. */
bool bl_naming_is_told(const bl_naming *n, int side, const bl_name *name);

/* ---- name_answers.c ----------------------------------------------------- */

/* The skeletons of tokens [first, limit), written together in `out` of
 * BL_NAME_JOINED bytes: "hà nội" -> "hanoi". */
bl_str bl_naming_join(const bl_side *side, uint32_t first, uint32_t limit,
                      char *out);

/* How many of the words have the letters of `word`, but for marks. */
uint32_t bl_naming_count(const bl_name_words *words, const bl_word *word);

/* Whether a word of the source and one of the target may be one name, by their
 * letters, their sounds or the lists of names that each language has. */
bool bl_naming_may_be_same(const bl_naming *n, const bl_word *word,
                           const bl_word *other);

/* How many words of the side `in` may be the word, which is of `side`. */
uint32_t bl_naming_count_like(const bl_naming *n, int side,
                              const bl_word *word, int in);

/* Whether the other side has each of its words, letter for letter, and no list
 * has to be asked first. Most names are answered so. */
bool bl_naming_is_copied(const bl_naming *n, int side, bl_name *name);

/* Notes what of the name is on the other side: ANSWERED for a part, with FIRST
 * its first word; WHOLE for all of it; and `like`. Asked of the names of `n`
 * themselves where others will ask again. */
void bl_naming_answer(const bl_naming *n, int side, bl_name *name);

/* Whether the side has a listed name of the group. */
bool bl_naming_has_group(const bl_naming *n, int side, int64_t group);

/* ---- name_evidence.c ---------------------------------------------------- */

/* So much speaks for a name that begins with a given name, and for one of
 * several words none of which is an ordinary one. */
enum { BL_NAME_SURE = 3 };

/* How much speaks for a person, by lists and titles. */
int bl_naming_weight(const bl_name *name);

/* How much speaks for a name that the other side should have as well, by its
 * words. bl_judge_name() has been asked of it. */
int bl_naming_likelihood(const bl_side *side, const bl_name *name);

/* Jan and Ян: whether two words sound alike where one is of a language that
 * spells names in its own way, or is said otherwise elsewhere. */
bool bl_naming_is_respelled(const bl_naming *n, int side, const bl_word *word,
                            const bl_word *other);

/* Whether the word is a syllable of the language of that side, which is written
 * in syllables; and whether the name could be of such ones: no foreign name
 * is. */
bool bl_naming_is_syllable(const bl_naming *n, int side, const bl_word *word);
bool bl_naming_is_native(const bl_side *side, const bl_name *name);

/* Whether all words have a capital, but for small ones, in the text or in the
 * part of it between codes or quotation marks where the name stands: a label
 * or a title. */
bool bl_naming_is_in_label(const bl_side *side, const bl_name *name);

/* Whether a name of the source and one of the target stand between codes, as
 * keys and labels of programs do, of which each language has its own, and
 * nothing says of either that it is somebody. */
bool bl_naming_are_labels(const bl_naming *n, const bl_name *name,
                          const bl_name *found);

/* What the language of the source knows of a token of the target; NULL where
 * that is no word of a name, or there is no memory. */
const bl_word *bl_naming_in_source(const bl_naming *n, uint32_t token);

/* Whether a word of the target is a name by the dictionary of the source. */
bool bl_naming_is_name_of_source(const bl_naming *n, const bl_word *word);

/* Whether a name of the target may be what its language calls one of the
 * source: no dictionary tells its words from others, nothing says that names
 * are taken over, and none of its words is a name elsewhere. */
bool bl_naming_may_be_rendering(const bl_naming *n, const bl_name *found);

/* Of a name that says little by itself: whether it is a single word that the
 * dictionary has with a capital alone, "Boston"; whether one of its words is in
 * no dictionary, and none is an ordinary one; and whether, by a language
 * without a dictionary, a single word within a sentence has a capital. */
bool bl_naming_is_known(const bl_side *side, const bl_name *name);
bool bl_naming_is_unknown(const bl_side *side, const bl_name *name);
bool bl_naming_has_capital(const bl_side *side, const bl_name *name);

/* ---- name_evident.c ----------------------------------------------------- */

/* Whether a name of one word has enough sounds to be looked for in another
 * script: not Wyre, Hery. */
bool bl_naming_has_sounds(const bl_side *side, const bl_name *name);

/* Whether a name of the source and one of the target begin with one letter or
 * sound, and may be one in two languages. */
bool bl_naming_begin_alike(const bl_naming *n, const bl_name *name,
                           const bl_name *found);

/* The name of the source that was lost for one that says little by itself, or
 * NULL. Both sides have been looked up and judged. */
bl_name *bl_naming_find_evident(bl_naming *n, const bl_name *found);

/* Whether it is one of the cities whose names are listed in each language. */
bool bl_naming_is_city(const bl_naming *n, int side, const bl_name *name);

/* ---- name_places.c ------------------------------------------------------ */

enum { BL_PLACE_STEMS = 24 };

/* A word that is compared with many: whether a name of a place or language has
 * it, and which of its stems, by the hashes of their skeletons. */
typedef struct bl_place_word {
    const bl_word *word;
    bool listed;
    uint32_t stems[BL_PLACE_STEMS];
    size_t stem_count;
} bl_place_word;

void bl_naming_place(const bl_naming *n, const bl_word *word,
                     bl_place_word *place);

/* Whether the words are of names of one place or language. */
bool bl_naming_is_place(const bl_naming *n, const bl_place_word *place,
                        const bl_word *word);
bool bl_naming_same_place(const bl_naming *n, const bl_word *a,
                          const bl_word *b);

/* ---- name_cities.c ------------------------------------------------------ */

/* Whether the other side has the city, be it in letters without spaces or in a
 * case of its language. */
bool bl_naming_has_city(const bl_naming *n, int side, const bl_name *name);

/* One that nothing else has told. */
void bl_naming_find_cities(bl_naming *n);

/* ---- name_countries.c --------------------------------------------------- */

/* Whether it is a part of another name: Michael Jordan, South Georgia. */
bool bl_naming_is_within(const bl_side *side, const bl_name *name);

/* The same of a country or its people, which no office behind it and no letters
 * that are short for one before it make a part of another name: Russian
 * President, МИД Германии. */
bool bl_naming_is_nation_within(const bl_side *side, const bl_name *name);

/* Whether the lists of the other side's language know the country or the
 * organisation. */
bool bl_naming_is_known_there(const bl_naming *n, int side,
                              const bl_name *name);

/* Whether the letters could as well be of another word: a short one in text
 * without spaces, a syllable of a Korean word, a word that begins like one
 * with a prefix, a syllable that begins a sentence. */
bool bl_naming_is_doubtful(const bl_side *side, const bl_name *name);

/* Whether countries may be there by other names than those of the lists: their
 * capitals, of which the other text has none, or as they sound, Cu-ba. */
bool bl_naming_may_go_by_other_name(const bl_naming *n);

/* The country of the source that the one of the target stands for, or NULL. */
bl_name *bl_naming_find_country(bl_naming *n, const bl_name *found);

/* ---- name_peoples.c ----------------------------------------------------- */

/* A people or an adjective of a country that became another one. */
void bl_naming_find_peoples(bl_naming *n);

/* ---- name_substitution.c, name_alteration.c, name_marks.c, name_sounds.c,
 * name_added.c, name_lone.c ------------------------------------------------ */

void bl_naming_find_substituted(bl_naming *n);
void bl_naming_find_altered(bl_naming *n);
void bl_naming_find_plain(bl_naming *n);

/* Full names of the source that are not heard in the target. `habit`:
 * BL_HEARS_NAMES and so on, what of names keeps its sounds there. */
void bl_naming_find_unheard(bl_naming *n, uint8_t habit);

/* Persons of the target that the source does not have. */
void bl_naming_find_added(bl_naming *n);

/* A surname by itself, where nothing else has been told of it. */
void bl_naming_find_lone(bl_naming *n);

/* ---- between name_sounds.c and name_parted.c ---------------------------- */

/* The name of the source with that number, from its given name on; whether it
 * is a full name whose sounds are kept by that habit. */
bool bl_naming_full_name(const bl_naming *n, uint32_t index, uint8_t habit,
                         bl_name *name);

/* Whether a name that is not heard is neither listed and there, nor told. */
bool bl_naming_is_gone(const bl_naming *n, bl_name *name);

/* Whether a name of the source, be it of a place, may be heard in the target:
 * all of it or a word of three sounds is, of which one in three is another. */
bool bl_naming_is_nearly_heard(const bl_naming *n, const bl_name *name);

/* In text in which a foreign name is known by how it is written. */
void bl_naming_find_parted(bl_naming *n);

/* Whether a name of the target may stand in such a source: a part of it is
 * heard there, or is one that is not written as it sounds. True of any other
 * source, and without memory. */
bool bl_naming_is_written_there(const bl_naming *n, const bl_name *name);

/* Whether the last word of a full name of the target is heard in such a source,
 * where the surname may stand alone. */
bool bl_naming_is_surname_there(const bl_naming *n, const bl_name *name);

/* Whether a name of the target is an acronym of the source in full, or that
 * with an ending. */
bool bl_naming_is_of_acronym(const bl_naming *n, const bl_name *name);

#endif
