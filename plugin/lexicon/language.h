/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Everything that is known of one locale: CLDR's data, the files of
 * dictionaries/, the word table and the spelling checker. Made when the
 * locale is first met, then shared by all threads; of what is in it only
 * the word table, the speller, the breaks and the exonyms change, each under
 * its own lock.
 */
#ifndef BL_LEXICON_LANGUAGE_H
#define BL_LEXICON_LANGUAGE_H

#include "base/arena.h"
#include "bilint/status.h"
#include "lexicon/affixes.h"
#include "lexicon/couples.h"
#include "lexicon/exonyms.h"
#include "lexicon/inflections.h"
#include "lexicon/irregular.h"
#include "lexicon/orthography.h"
#include "lexicon/phrases.h"
#include "lexicon/points.h"
#include "lexicon/variants.h"
#include "lexicon/words.h"
#include "model/token.h"
#include "text/breaks.h"
#include "text/chars.h"
#include "text/cldr.h"
#include "text/locale.h"
#include "text/plural.h"
#include "text/tokenize.h"
#include "text/units.h"

/* Of which words of the lexicon endings are. */
typedef enum bl_endings_of {
    BL_ENDINGS_OF_ALL,
    BL_ENDINGS_OF_NAMES,  /* and of words within names */
    BL_ENDINGS_WITHIN_NAMES, /* of those within names of several words alone */
    BL_ENDINGS_OF_TERMS      /* of words of term lists, without a dictionary */
} bl_endings_of;

/* A set of endings that exchange: a word of the lexicon that ends in one of
 * them is also known with each of the others. */
typedef struct bl_endings {
    const bl_str *items;
    size_t count;
    bl_endings_of of;
} bl_endings;

static inline bool bl_endings_have(const bl_endings *set, bl_str text)
{
    for (size_t i = 0; i < set->count; i++) {
        if (bl_str_equal(set->items[i], text))
            return true;
    }
    return false;
}

/* Texts of a list of the language, folded. */
typedef struct bl_form_list {
    bl_str *items;
    size_t count;
    size_t room;
} bl_form_list;

static inline bool bl_form_list_has(const bl_form_list *list, bl_str text)
{
    for (size_t i = 0; i < list->count; i++) {
        if (bl_str_equal(list->items[i], text))
            return true;
    }
    return false;
}

/* Characters that the language does not have, but a font made for another
 * encoding shows as some of its own. */
typedef struct bl_legacy_range {
    uint32_t first;
    uint32_t last;
} bl_legacy_range;

enum { BL_LEGACY_RANGES = 4 };

/* A letter that the language does not have and that looks like one of its own,
 * which another keyboard has in its place. */
typedef struct bl_typed {
    uint32_t typed;
    uint32_t meant;
} bl_typed;

enum { BL_TYPED_LETTERS = 8 };

/* Encodings of fonts that a language was written in before Unicode. */
enum { BL_ENCODINGS = 4 };

/* Which full names from another script keep their sounds in the language, so
 * that one that is not heard is not there. */
typedef enum bl_hears {
    BL_HEARS_NONE,
    BL_HEARS_NAMES,   /* all */
    BL_HEARS_PERSONS, /* those that begin with a given name, or none of whose
                         words is an ordinary one */
    BL_HEARS_PARTED,  /* where one that has a sign between its parts
                         stands there that nothing answers */
    BL_HEARS_SPACED   /* the same; the sign may be a space */
} bl_hears;

/* What a language can say in words that are known: where it cannot, what the
 * other side says or writes in digits may be there all the same. */
enum {
    BL_SAYS_NUMBERS = 1 << 0,
    BL_SAYS_SCALES = 1 << 1,
    BL_SAYS_PERCENT = 1 << 2,
    BL_SAYS_ORDINALS = 1 << 3,
    BL_SAYS_MONTHS = 1 << 4,
    BL_SAYS_WEEKDAYS = 1 << 5
};

struct bl_entity_form;
struct bl_adjective;

/* Of their forms, found by a hash of the group. */
enum { BL_FORM_LISTS = 512 };

typedef struct bl_language {
    const bl_alloc *alloc;
    const bl_chars *chars;
    const bl_units *units;
    bl_locale locale;
    uint64_t tag_hash; /* of its tag: the same in every engine */
    bl_number_symbols symbols;
    bl_date_style dates;
    bl_plurals plurals; /* which numbers take other words */
    uint8_t calendars;  /* BL_CALENDAR_... in use beside the Gregorian one */
    bl_phrases phrases;
    bl_phrase_word number_word; /* BL_CLDR_NUMBER; 0: no phrase has it */
    uint8_t scope;              /* BL_SAYS_... */
    bl_words words;
    bl_exonyms exonyms;
    bl_legacy_range legacy[BL_LEGACY_RANGES];
    size_t legacy_count;
    bl_typed typed[BL_TYPED_LETTERS];
    size_t typed_count;
    bl_spelling_changes encodings[BL_ENCODINGS]; /* what their letters are */
    size_t encoding_count;
    bl_arena data; /* what dictionary files said */
    bl_endings *endings;
    size_t ending_count;
    size_t ending_room;
    bl_irregular irregular; /* forms that no ending makes */
    bl_form_list prefixes;  /* particles written onto the next word */
    bl_form_list particles; /* the same onto the word before, where letters do
                               not tell where a word ends */
    bl_form_list derived;   /* endings with which a word is another one */
    bl_form_list separable; /* first parts of verbs that stand behind them */
    bl_form_list nouns;     /* of nouns that are no names, where all nouns have
                               capitals */
    bl_form_list determiners; /* words behind which a noun is no name, there */
    bl_form_list plurals_of_nouns; /* their endings, which names do not take */
    bl_form_list letter_words; /* letters that are words; none: nothing is
                                  known of them */
    bl_form_list elided; /* words that an apostrophe joins to the next */
    bl_form_list within; /* small words of names in other languages */
    bl_form_list letters_of_nouns; /* that may be missing in a mistyped one */
    bl_form_list linking;   /* what joins the parts of composed words */
    bl_form_list leading;   /* words that go with what follows: articles */
    bl_form_list joining;   /* and of words that a comma may follow: "and" */
    bl_form_list suspended; /* words behind the hyphen of half a word: "pre- and
                               postwar" */
    bl_form_list clipped;   /* letters before the apostrophe that ends a word */
    bl_form_list remarks;   /* marks of what a translator says himself */
    bl_form_list romanized; /* syllables of names in Latin letters, which it
                               writes in letters that do not say how they
                               sound */
    bl_form_list name_stems; /* "nen>s": how names end, and what is there
                                before an ending */
    bl_form_list genitives; /* endings of names, however short these are */
    bl_form_list acronyms;  /* words in capitals that other languages have
                               words or acronyms of their own for */
    struct bl_family *families; /* organisations and parts of them */
    size_t family_count;
    size_t family_room;
    struct bl_entity_form *forms; /* of entities; the first form of each */
    size_t form_count;
    size_t form_room;
    uint32_t form_lists[BL_FORM_LISTS]; /* how many there were with the last
                                           one of each; 0: it is empty */
    struct bl_adjective *adjectives; /* of countries */
    size_t adjective_count;
    size_t adjective_room;
    const bl_phrases *user_words; /* the engine's; NULL: none */
    bool doubles; /* words are doubled on purpose, see BL_SENSE_SINGLE; also
                     where no file says whether they are */
    bool doubles_known;
    bool scales_before; /* သိန်း ၂၀ is twenty times the scale */
    bool scales_about;  /* "тысяч 100" is about a hundred times the scale */
    bool scales_words;  /* and so in words: "dubu biyu" is two thousand */
    bool drops_scales;  /* 一千五 is 1500 */
    bool scales_and;    /* "and" joins one and the digits behind it: 37 ألفا
                           و877 */
    bool scales_short;  /* the number behind one may have fewer digits than it
                           leaves places: 6 mil 74 */
    bool scales_agree;  /* they, and per cent, take prefixes of what they
                           belong to: more forms than are listed */
    bool noun_capitals; /* nouns are written with a capital letter */
    bool lends_words;   /* all languages have some of its words as they are */
    bool composes;      /* words are written together, and no dictionary has
                           all of those */
    bool composes_more; /* so, but its dictionary has most of those */
    bool copies_names;  /* those in Latin letters are taken over as they are */
    bool turns_names;   /* the surname stands first, where its own language
                           has it so */
    uint8_t heard_names; /* bl_hears */
    bl_couples couples; /* words of two parts, and words beside which one is
                           right that would be another one with marks */
    struct bl_syllables *syllables; /* of languages written syllable by
                                       syllable; NULL: no list */
    struct bl_speller *speller;     /* NULL: no dictionary */
    bl_breaks *breaks;
    bl_variants variants;           /* spellings that it lacks */
    bl_inflections inflections;     /* and forms of the words that it has */
    bl_letters letters;             /* of its script, unless it is Latin */
    bl_letters foreign; /* those of it that foreign names are written with, as
                           they sound there; none: all of them */
    bl_orthography orthography;     /* how it writes foreign names */
    bl_quote_marks quotes;
    bl_points points;
    struct bl_language *next;       /* the engine's list */
    uint16_t number; /* in it, from 1; 0: stands alone. Less than
                        1 << BL_LANGUAGE_BITS */
} bl_language;

/* Of `number`: words have room for so many, see bl_language_is_surname(). */
enum { BL_LANGUAGE_BITS = 12 };

/* How a thing of the lists is called in this language. */
typedef struct bl_entity_form {
    int64_t group;
    bl_str text;
    uint32_t older; /* the one before it in its list, counted in the same way */
} bl_entity_form;

/* How adjectives and peoples of a country begin: "česk", "cesk". */
typedef struct bl_adjective {
    int64_t country;
    bl_str folded;
    bl_str skeleton;
} bl_adjective;

/* What a language is made of besides its locale. */
typedef struct bl_language_source {
    const bl_alloc *alloc;
    const bl_chars *chars;
    const bl_units *units;
    const char *dictionaries; /* folder; NULL: none */
    const char *compiled; /* folder of compiled languages; NULL: none */
    const bl_phrases *user_words; /* single folded words; NULL: none */
    /* Told why a compiled language is not used; may be NULL. */
    void (*tell)(void *context, const char *text);
    void *context; /* of `tell` */
} bl_language_source;

/* NULL and an error when there is no memory or a dictionary file is
 * damaged. */
bl_language *bl_language_new(const bl_language_source *source,
                             const bl_locale *locale, bilint_error *err);
void bl_language_free(bl_language *language);

/* What of BL_SAYS_... its phrases say. */
unsigned bl_language_scope(const bl_language *language);

/*
 * The tokens of a text, with their words. Records live as long as the
 * language, or as `scratch`. False when there is no memory.
 */
bool bl_language_read(bl_language *language, bl_str text, bl_tokens *tokens,
                      bl_arena *scratch);

/* The record of a single word. */
const bl_word *bl_language_word(bl_language *language, bl_str text,
                                bl_arena *scratch);

/*
 * What the spelling checker says of a word as it is written, and of the same
 * word in small letters: whether it is in the dictionary, or UNKNOWN where
 * there is none. Asked once a word.
 */
bl_verdict bl_language_ask(bl_language *language, const bl_word *word);

static inline bl_verdict bl_language_spelling(bl_language *language,
                                              const bl_word *word)
{
    const uint8_t verdict = bl_atomic_get(&word->verdict);

    return verdict != BL_VERDICT_UNKNOWN ? (bl_verdict)verdict
                                         : bl_language_ask(language, word);
}

/* Whether the dictionary has said that it knows the word; nobody is asked. Most
 * of these have no BL_TRAIT_UNJUDGED. */
static inline bool bl_language_is_judged_good(const bl_word *word)
{
    return bl_atomic_get(&word->verdict) == BL_VERDICT_GOOD;
}

bl_verdict bl_language_common(bl_language *language, const bl_word *word);

/* Whether the word is a possible syllable of a language that is written in
 * them, or UNKNOWN where the language is not. */
bl_verdict bl_language_syllable(const bl_language *language,
                                const bl_word *word);

/* Whether two folded words are one of two parts, in whichever spelling. */
bool bl_language_is_couple(const bl_language *language, bl_str first,
                           bl_str second);

/* What says that the word may be another one that lost its marks; NULL for
 * nearly all words. bl_language_form() of its value, and of the numbers behind
 * that, until there is none, are those that it is more often; the same from
 * BL_BARE_WEAK behind it on are others. */
enum { BL_BARE_WEAK = 64 };
const bl_sense *bl_language_bare(const bl_language *language,
                                 const bl_word *word);

/* The words that a word is a form of, folded: "Verträgen" -> "vertrag". */
typedef struct bl_stems {
    uint32_t count;
    bl_str items[];
} bl_stems;

/* What the spelling dictionary says; none where there is no dictionary, and
 * where it does not know the word. Asked once a word. NULL when there is no
 * memory, which `scratch` then says too. */
const bl_stems *bl_language_stems(bl_language *language, const bl_word *word,
                                  bl_arena *scratch);

bool bl_stems_have(const bl_stems *stems, bl_str text);

/* The endings of the dictionary; NULL: there is none, or it has none. */
const bl_affixes *bl_language_affixes(const bl_language *language,
                                      bl_arena *scratch);

/* Whether the dictionary has endings, and cuts one off one of the words; else
 * it says nothing about their forms. */
bool bl_language_cuts(bl_language *language, const bl_word *a,
                      const bl_word *b, bl_arena *scratch);

/* Whether one is a name and the other one of its forms, whose stem is another:
 * koivunen, koivusen. Both folded. */
bool bl_language_is_name_form(const bl_language *language, bl_str base,
                              bl_str form);

/* Whether one of two folded words may be a form of the other, by the endings of
 * the language alone. */
bool bl_language_look_like_forms(const bl_language *language, bl_str a,
                                 bl_str b);

/* Whether two words are one stem with two endings of a line of endings.txt,
 * whatever has them: Pogba and Pogbovi. */
bool bl_language_are_cases(const bl_language *language, bl_str a, bl_str b);

/*
 * Whether one word may be a form of the other, by its letters: with an ending
 * of the dictionary; without a dictionary, with endings that the language
 * exchanges, or one of a letter or two. Whether it surely is one: what may be,
 * and the dictionary says so or knows neither. Lack of memory is told by
 * `scratch`.
 */
bool bl_language_may_be_forms(bl_language *language, const bl_word *word,
                              bl_str other, bl_arena *scratch);
bool bl_language_are_forms(bl_language *language, const bl_word *word,
                           bl_str other, bl_arena *scratch);

/* A word as lexicon/orthography.h spells it. */
typedef struct bl_respelled {
    uint64_t letter_set;
    size_t letters; /* code points */
    size_t size;
    char text[];
} bl_respelled;

/* The same for its key: worked out once a word, NULL when there is no
 * memory. */
const bl_respelled *bl_language_respelled(bl_language *language,
                                          const bl_word *word,
                                          bl_arena *scratch);

/* Where words begin and end in a script without spaces: bl_breaks_find() in
 * the arena. NULL when there is no memory. */
const uint8_t *bl_language_breaks(bl_language *language, bl_str text,
                                  bl_arena *arena);

/* The verdict on words that are joined by hyphens or apostrophes, as one. */
bl_verdict bl_language_joined(bl_language *language, bl_str text,
                              bl_arena *scratch);

/* Whether a word that the dictionary lacks is another one with two letters
 * exchanged or one too many. A few dozen questions to the dictionary. */
bool bl_language_is_slip(bl_language *language, bl_str word);

/* The same, where a letter too many is the one beside it. */
bool bl_language_is_small_slip(bl_language *language, bl_str word);

/* The same as bl_language_is_slip() of words that count. */
typedef bool (*bl_counts)(void *context, bl_str word);
bool bl_language_is_slip_of(bl_language *language, bl_str word,
                            bl_counts counts, void *context);

/* Letters that may have been put in by mistake; none of a script other than
 * Latin. */
bl_str bl_language_usual_letters(const bl_language *language);

/* The same, and with one letter more or one in the place of another, out of
 * `letters`. Slow: asks the dictionary twice for each of them and each letter
 * of the word. */
bool bl_language_is_near(bl_language *language, bl_str word, bl_str letters);
bool bl_language_is_near_to(bl_language *language, bl_str word, bl_str letters,
                            bl_counts counts, void *context);

/* Bytes of the ending by which a word is a noun and no name: Krankheit; 0
 * where it has none, or too little stands before it. */
size_t bl_language_noun_ending(const bl_language *language, bl_str text);

/* Whether the dictionary has the word, which is a noun, in the plural. A few
 * questions to it, of which nothing is kept. */
bool bl_language_has_plural(bl_language *language, bl_str text);

/* What a word with a capital is that the dictionary lacks: an ordinary word,
 * mistyped, or one of the names that all languages have. */
typedef enum bl_mistyped {
    BL_MISTYPED_UNASKED,
    BL_MISTYPED_NOTHING,
    BL_MISTYPED_ORDINARY,
    BL_MISTYPED_LISTED /* a month, a weekday, a people */
} bl_mistyped;

/*
 * An ordinary word is one that the dictionary has, mistyped before its last
 * letters: a noun, where those have capitals. What is a form of one or put
 * together of two, or is like one as names are, is none. The answer is kept;
 * before that the dictionary is asked twice for each letter, and where an
 * ending says that it is a noun, some hundred times, and the tables fifty times
 * for each letter.
 */
bl_mistyped bl_language_mistyped(bl_language *language, const bl_word *word);

/* Whether a word that the dictionary lacks is made of two ordinary ones that
 * it has: Southbay, Klauenwaffen. A few questions to the dictionary, of which
 * nothing is kept. */
bool bl_language_is_composed(bl_language *language, const bl_word *word);

/* Whether a text in small letters is the first part of a composed word, with
 * what may join it to the second one: erstattungs, of Erstattung. */
bool bl_language_is_first_part(bl_language *language, bl_str text);

/* Whether its last part is an ordinary word, and the first one may be anything:
 * Buildverzeichnis. */
bool bl_language_is_composed_of_any(bl_language *language,
                                    const bl_word *word);

/* Whether a text has a word that stands by itself. */
typedef bool (*bl_stands)(const void *text, bl_str word);

/*
 * Where the space between two words of the dictionary is missing, in bytes of
 * a word in small letters that it lacks: 5 in "theircomprehensive"; 0: nowhere.
 * Of one or two letters a dictionary has more words than anybody writes: such
 * a part has to stand elsewhere in the text. *sure: it can be nowhere else. A
 * few questions to the dictionary for each letter.
 */
size_t bl_language_seam(bl_language *language, const bl_word *word,
                        bl_stands stands, const void *text, bool *sure);

/* Whether the configuration says that the word is spelled right. */
bool bl_language_is_user_word(const bl_language *language,
                              const bl_word *word);

/* Whether a character gives away a font of another encoding. */
bool bl_language_is_legacy(const bl_language *language, uint32_t c);

/* The letter that another keyboard's stands for; 0: it has none like it. */
uint32_t bl_language_meant(const bl_language *language, uint32_t c);

/* Whether a folded text is a particle that is written onto the next word. */
bool bl_language_is_prefix(const bl_language *language, bl_str folded);

/* Whether it is one that is written onto the word before. */
bool bl_language_is_particle(const bl_language *language, bl_str text);

/* Whether a skeleton is made of the syllables of such names: "kurosawa". */
bool bl_language_is_romanized(const bl_language *language, bl_str skeleton);

/* What an entity of the lists is called, by the list that is most of the
 * language; none where it is not in them. */
bl_str bl_language_form(const bl_language *language, int64_t group);

/* Whether a word, of this language or another one, is a surname of this one,
 * with its marks or without all of them. */
bool bl_language_is_surname(const bl_language *language, const bl_word *word);

/* Whether it could be a syllable of this one that lost its marks. */
bool bl_language_is_plain_syllable(const bl_language *language,
                                   const bl_word *word);

/* Its names of places and languages; NULL when there is no memory. */
const bl_exonym_table *bl_language_exonyms(bl_language *language);

/* Whether the word is one without its marks only: Nguyen, and not Mai. */
bool bl_language_is_plain_surname(const bl_language *language,
                                  const bl_word *word);

/* Whether only an ending, or what is written before it, makes the word one of
 * the lists. */
bool bl_language_has_ending(const bl_language *language, const bl_word *word);

/* Whether one of two organisations, by their groups, is a part of the other:
 * UNESCO, of the United Nations. */
bool bl_language_are_family(const bl_language *language, int64_t a, int64_t b);

/* Whether the word, by its skeleton, is an adjective or a people of the country
 * with that group: "niederländisch". */
bool bl_language_is_of_country(const bl_language *language, bl_str skeleton,
                               int64_t country);

/* Whether the word, with its marks, is so by the list of adjectives, at [0,
 * adjective_count); *country: which one's it is. */
bool bl_language_is_adjective(const bl_language *language, bl_str folded,
                              size_t index, int64_t *country);

/* Whether the word is one, of any country, with an ending that the language
 * gives adjectives: kenianischer. */
bool bl_language_has_adjective(const bl_language *language, bl_str folded);

/* One more beginning of such words; false without memory. */
bool bl_language_add_adjective(bl_language *language, int64_t country,
                               bl_str stem);

/* One more part of an organisation; false without memory. */
bool bl_language_add_family(bl_language *language, int64_t whole, int64_t part);

/* Adds names of several words in other cases, as far as phrases have the
 * words; once all else is there, for building a language only. False without
 * memory. */
bool bl_language_decline_names(bl_language *language);

/* What a new word can mean, by its letters; for building its record only. */
void bl_language_set_meaning(const bl_language *language, bl_word *word);

/* One more sense of a phrase, as it is written, and one more name of an
 * entity; for building only. */
bool bl_language_add_form(bl_language *language, int64_t group, bl_str text);
void bl_language_add(bl_language *language, bl_sense sense, bl_str phrase);

/* Stands for the word of a token that is none: it says nothing. */
extern const bl_word bl_language_no_word;

/*
 * The longest phrase that begins at tokens[at] and has a sense of `wanted`:
 * its node, and in *limit the token behind it. 0 for none. Between its words
 * stands a space, a hyphen, a full stop, or nothing.
 */
bl_phrase_node bl_language_walk(const bl_language *language,
                                const bl_token *tokens, size_t count,
                                size_t at, bl_sense_set wanted,
                                size_t *limit);

/* Nearly no word begins such a phrase, and its record tells. */
static inline bl_phrase_node
bl_language_match(const bl_language *language, const bl_token *tokens,
                  size_t count, size_t at, bl_sense_set wanted, size_t *limit)
{
    return at < count && tokens[at].word != NULL &&
                   (tokens[at].word->reach & wanted) != 0
               ? bl_language_walk(language, tokens, count, at, wanted, limit)
               : 0;
}

/* The same for a phrase with a number inside: its words are tokens
 * [at, hole) and those from `behind` on. */
bl_phrase_node bl_language_match_around(const bl_language *language,
                                        const bl_token *tokens, size_t count,
                                        size_t at, size_t hole, size_t behind,
                                        bl_sense_set wanted, size_t *limit);

/* The first sense of that kind at a node, or NULL. */
static inline const bl_sense *
bl_language_sense(const bl_language *language, bl_phrase_node node,
                  bl_sense_kind kind)
{
    const bl_sense *sense;

    for (uint32_t at = 0;
         (sense = bl_phrases_sense(&language->phrases, node, &at)) != NULL;) {
        if (sense->kind == kind)
            return sense;
    }
    return NULL;
}

/* What a folded word by itself is; NULL where it is nothing of that kind. */
const bl_sense *bl_language_single(const bl_language *language, bl_str text,
                                   bl_sense_kind kind);

#endif
