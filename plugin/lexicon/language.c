/* SPDX-License-Identifier: Apache-2.0 */
/* Building a language, and asking it. */
#include "lexicon/language.h"

#include "base/error.h"
#include "lexicon/dictionary.h"
#include "lexicon/spelling.h"
#include "lexicon/sum.h"
#include "lexicon/syllables.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
    PHRASE_WORDS = 16,  /* words of one phrase */
    STEM_LETTERS = 3,   /* shortest stem that takes an ending */
    COMPOUND_LETTERS = 6,
    COMPOUND_PARTS = 12,
    ROMAN_LETTERS = 15, /* MMMDCCCLXXXVIII */
    STEMS = 8           /* of one word */
};

/* ---- building --------------------------------------------------------------- */

void bl_language_add(bl_language *language, bl_sense sense, bl_str phrase)
{
    bl_tokenizer from = bl_tokenizer_of(language->chars, phrase);
    bl_folded folded[PHRASE_WORDS];
    bl_str words[PHRASE_WORDS];
    bl_token token;
    size_t count = 0;

    while (count < PHRASE_WORDS && bl_tokenizer_next(&from, &token)) {
        if (token.kind != BL_TOKEN_WORD && token.kind != BL_TOKEN_SYMBOL)
            continue;
        bl_fold(&language->locale,
                bl_str_of(phrase.ptr + token.start,
                          token.limit - token.start),
                &folded[count]);
        if (folded[count].size == 0)
            break;
        words[count] = bl_str_of(folded[count].text, folded[count].size);
        count++;
    }
    bl_phrases_add(&language->phrases, words, count, sense);
}

static void on_phrase(void *context, bl_sense sense, bl_str phrase)
{
    bl_language_add(context, sense, phrase);
}

static void on_country(void *context, bl_sense sense, bl_str name)
{
    bl_language_add(context, sense, name);
    bl_language_add_form(context, sense.value, name);
}

/* Codes of ISO 4217; in capitals, since ALL, TRY and TOP are words too. */
static void add_currency_codes(bl_language *language)
{
    const bl_units *units = language->units;

    for (size_t i = 1; i < units->count; i++) {
        const bl_sense sense = { BL_SENSE_CURRENCY, BL_SENSE_UPPER,
                                 (int64_t)i };

        if (bl_unit_is_currency(units, (uint16_t)i))
            bl_language_add(language, sense, units->items[i].id);
    }
}

static void load_cldr(bl_language *language)
{
    const bl_locale *locale = &language->locale;

    bl_cldr_symbols(locale, &language->symbols);
    bl_cldr_date_style(locale, &language->dates);
    bl_cldr_scales(locale, on_phrase, language);
    bl_cldr_dates(locale, on_phrase, language);
    language->calendars = bl_cldr_calendars(locale, on_phrase, language);
    bl_cldr_units(locale, bl_units_find, language->units, on_phrase,
                  language);
    bl_cldr_countries(locale, on_country, language);
    add_currency_codes(language);
    bl_cldr_currencies(locale, bl_units_find, language->units, on_phrase,
                       language);
    language->number_word =
        bl_phrases_word(&language->phrases, BL_STR(BL_CLDR_NUMBER));
}

bl_language *bl_language_new(const bl_language_source *source,
                             const bl_locale *locale, bilint_error *err)
{
    bl_language *language = bl_new(source->alloc, 1, sizeof(*language));
    bilint_status status = BILINT_OK;

    if (language == NULL) {
        bl_fail_memory(err);
        return NULL;
    }
    language->alloc = source->alloc;
    language->chars = source->chars;
    language->units = source->units;
    language->user_words = source->user_words;
    language->locale = *locale;
    bl_arena_init(&language->data, source->alloc, 0);
    language->letters.alloc = source->alloc;
    language->variants.alloc = source->alloc;
    language->variants.texts = &language->data;
    bl_phrases_init(&language->phrases, source->alloc);
    if (!bl_exonyms_init(&language->exonyms) ||
        !bl_words_init(&language->words, source->alloc))
        status = bl_fail_memory(err);
    load_cldr(language);
    if (status == BILINT_OK && source->dictionaries != NULL)
        status = bl_dictionary_load(language, source->dictionaries, err);
    bl_letters_sort(&language->letters);
    if (!language->doubles_known)
        language->doubles = true;
    if (status == BILINT_OK &&
        (language->phrases.failed || language->data.failed))
        status = bl_fail_memory(err);
    if (status != BILINT_OK) {
        bl_language_free(language);
        return NULL;
    }
    return language;
}

void bl_language_free(bl_language *language)
{
    if (language == NULL)
        return;
    bl_speller_free(language->speller);
    bl_words_free(&language->words);
    bl_exonyms_free(&language->exonyms, language->alloc);
    bl_phrases_free(&language->phrases);
    bl_free(language->alloc, language->endings);
    bl_free(language->alloc, language->prefixes);
    bl_free(language->alloc, language->forms);
    bl_free(language->alloc, language->variants.items);
    bl_free(language->alloc, language->letters.items);
    bl_syllables_free(language->syllables);
    bl_arena_free(&language->data);
    bl_free(language->alloc, language);
}

/* ---- forms of a word ---------------------------------------------------------- */

static bool ends_with(bl_str text, bl_str end)
{
    return text.size >= end.size &&
           memcmp(text.ptr + text.size - end.size, end.ptr, end.size) == 0;
}

/* Whether a sense may be asked for with an ending: names of things and
 * numbers may, marks and signs may not. */
static bool takes_endings(const bl_language *language, bl_phrase_word word)
{
    const bl_sense_set set =
        BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_ORDINAL) |
        BL_SENSE_BIT(BL_SENSE_SCALE) | BL_SENSE_BIT(BL_SENSE_FRACTION) |
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |
        BL_SENSE_BIT(BL_SENSE_PERCENT) |
        BL_SENSE_BIT(BL_SENSE_CENTURY_MARK) | BL_SENSE_BIT(BL_SENSE_ENTITY) |
        BL_SENSE_BIT(BL_SENSE_TAIL);
    const bl_phrase_node node =
        word != 0 ? bl_phrases_step(&language->phrases, 0, word) : 0;

    return node != 0 && (bl_phrases_set(&language->phrases, node) & set) != 0;
}

/* "millióban" -> "millió", where the language says that "" and "ban"
 * exchange. */
static bl_phrase_word strip_ending(const bl_language *language, bl_str folded)
{
    char stem[BL_FOLD_MAX];

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0; j < set->count; j++) {
            const size_t rest = folded.size - set->items[j].size;

            if (!ends_with(folded, set->items[j]) ||
                bl_utf8_points(folded.ptr, rest) < STEM_LETTERS)
                continue;
            memcpy(stem, folded.ptr, rest);
            for (size_t k = 0; k < set->count; k++) {
                bl_phrase_word word;

                if (k == j || rest + set->items[k].size > sizeof(stem))
                    continue;
                memcpy(stem + rest, set->items[k].ptr, set->items[k].size);
                word = bl_phrases_word(
                    &language->phrases,
                    bl_str_of(stem, rest + set->items[k].size));
                if (takes_endings(language, word))
                    return word;
            }
        }
    }
    return 0;
}

/* "وخمسة" -> "خمسة", where the language says that "و" is written onto the
 * next word. */
static bl_phrase_word strip_prefix(const bl_language *language, bl_str folded)
{
    for (size_t i = 0; i < language->prefix_count; i++) {
        const bl_str prefix = language->prefixes[i];
        bl_phrase_word word;

        if (folded.size <= prefix.size ||
            memcmp(folded.ptr, prefix.ptr, prefix.size) != 0)
            continue;
        word = bl_phrases_word(&language->phrases,
                               bl_str_of(folded.ptr + prefix.size,
                                         folded.size - prefix.size));
        if (takes_endings(language, word))
            return word;
    }
    return 0;
}

bool bl_language_is_legacy(const bl_language *language, uint32_t c)
{
    for (size_t i = 0; i < language->legacy_count; i++) {
        if (c >= language->legacy[i].first && c <= language->legacy[i].last)
            return true;
    }
    return false;
}

bool bl_language_is_prefix(const bl_language *language, bl_str folded)
{
    for (size_t i = 0; i < language->prefix_count; i++) {
        if (bl_str_equal(language->prefixes[i], folded))
            return true;
    }
    return false;
}

/* The word without what was written onto it, or 0. */
static bl_phrase_word strip(const bl_language *language, bl_str folded,
                            bool *prefixed)
{
    bl_phrase_word word = 0;

    *prefixed = false;
    if (language->prefix_count != 0) {
        word = strip_prefix(language, folded);
        *prefixed = word != 0;
    }
    if (word == 0 && language->ending_count != 0)
        word = strip_ending(language, folded);
    return word;
}

static bl_phrase_node root_of(const bl_language *language,
                              bl_phrase_word word)
{
    return word != 0 ? bl_phrases_step(&language->phrases, 0, word) : 0;
}

/* ---- number words written as one ----------------------------------------------- */

static const bl_sense *single_sense(const bl_language *language, bl_str text,
                                    bl_sense_kind kind)
{
    const bl_phrase_word word = bl_phrases_word(&language->phrases, text);
    const bl_phrase_node node =
        word != 0 ? bl_phrases_step(&language->phrases, 0, word) : 0;

    return node != 0 ? bl_language_sense(language, node, kind) : NULL;
}

/* What may stand behind a number in the same word: the "jährig" of
 * "fünfjährig". */
static bool is_tail(const bl_language *language, bl_str text)
{
    bool prefixed = false;
    bl_phrase_word word = bl_phrases_word(&language->phrases, text);
    bl_phrase_node node;

    if (word == 0)
        word = strip(language, text, &prefixed);
    node = root_of(language, word);
    return node != 0 && !prefixed &&
           bl_language_sense(language, node, BL_SENSE_TAIL) != NULL;
}

/* Whether a word may have that ending or none: the "an" of "kétszázan". */
static bool is_ending(const bl_language *language, bl_str text)
{
    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];
        bool found = false;
        bool none = false;

        for (size_t j = 0; j < set->count; j++) {
            found = found || bl_str_equal(set->items[j], text);
            none = none || set->items[j].size == 0;
        }
        if (found && none)
            return true;
    }
    return false;
}

/* A number word that is split into its parts. */
typedef struct splitting {
    bl_sum sum;
    int parts;
    bool joined; /* the last part was an "and" */
    bool endings; /* may end in one */
} splitting;

static bool split_compound(const bl_language *language, bl_str text,
                           splitting *split);

/* The split goes on behind a part; undone where the rest is no number. */
static bool go_on(const bl_language *language, bl_str rest, splitting *split,
                  splitting next)
{
    next.parts++;
    next.joined = false;
    if (!split_compound(language, rest, &next))
        return false;
    *split = next;
    return true;
}

static bool add_part(const bl_language *language, bl_str part, bl_str rest,
                     splitting *split)
{
    const bl_sense *sense = single_sense(language, part, BL_SENSE_CARDINAL);
    splitting next = *split;

    if (sense != NULL) {
        const bl_decimal value = bl_decimal_of(sense->value, 0);

        if ((bl_sum_add(&next.sum, value) ||
             (split->joined && bl_sum_tens(&next.sum, value))) &&
            go_on(language, rest, split, next))
            return true;
    }
    next = *split;
    sense = single_sense(language, part, BL_SENSE_SCALE);
    if (sense != NULL &&
        bl_sum_scale(&next.sum, bl_decimal_of(sense->value, 0)) &&
        go_on(language, rest, split, next))
        return true;
    next = *split;
    next.joined = true;
    if (split->parts == 0 || split->joined ||
        single_sense(language, part, BL_SENSE_AND) == NULL ||
        !split_compound(language, rest, &next))
        return false;
    *split = next;
    return true;
}

/* "zweihundertfünfundzwanzig" -> 225, longest parts first. */
static bool split_compound(const bl_language *language, bl_str text,
                           splitting *split)
{
    if (text.size == 0)
        return split->parts > 1 && !split->joined;
    if (split->parts == COMPOUND_PARTS)
        return false;
    if (split->parts > 0 && !split->joined && is_tail(language, text))
        return true;
    if (split->endings && split->parts > 1 && !split->joined &&
        is_ending(language, text))
        return true;
    for (size_t size = text.size; size >= 2; size--) {
        if (size < text.size &&
            ((unsigned char)text.ptr[size] & 0xc0) == 0x80)
            continue;
        if (add_part(language, bl_str_of(text.ptr, size),
                     bl_str_of(text.ptr + size, text.size - size), split))
            return true;
    }
    return false;
}

static bool compound_value(const bl_language *language, bl_str folded,
                           int64_t *value)
{
    splitting split = { .parts = 0 };
    bl_decimal total;
    bool found;

    bl_sum_init(&split.sum);
    found = split_compound(language, folded, &split);
    if (!found && language->ending_count != 0) {
        split = (splitting){ .endings = true };
        bl_sum_init(&split.sum);
        found = split_compound(language, folded, &split);
    }
    if (!found || !bl_sum_value(&split.sum, &total))
        return false;
    *value = bl_decimal_small(total, INT64_MAX / 10);
    return *value >= 0;
}

/* ---- Roman numbers -------------------------------------------------------------- */

static int64_t roman_digit(char c)
{
    switch (c) {
    case 'I':
        return 1;
    case 'V':
        return 5;
    case 'X':
        return 10;
    case 'L':
        return 50;
    case 'C':
        return 100;
    case 'D':
        return 500;
    case 'M':
        return 1000;
    default:
        return 0;
    }
}

/* Cyrillic keyboards have look-alikes of some of the letters: "ХХІ". */
static bl_str roman_letters(bl_str text, char room[ROMAN_LETTERS])
{
    static const struct {
        uint32_t c;
        char letter;
    } alike[] = { { 0x0406, 'I' }, { 0x0421, 'C' }, { 0x0425, 'X' } };
    size_t size = 0;

    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);
        char letter = c < 0x80 ? (char)c : '\0';

        for (size_t i = 0; i < sizeof(alike) / sizeof(alike[0]); i++) {
            if (c == alike[i].c)
                letter = alike[i].letter;
        }
        if (letter == '\0' || size == ROMAN_LETTERS)
            return bl_str_of(NULL, 0);
        room[size++] = letter;
    }
    return bl_str_of(room, size);
}

/* The value of well-formed capitals ("XIV"), or 0: a digit is subtracted
 * only before one of the next two steps, and writing the value gives the
 * same letters again. */
static int64_t roman_value(bl_str text)
{
    static const struct {
        const char *digits;
        int64_t value;
    } steps[] = { { "M", 1000 }, { "CM", 900 }, { "D", 500 }, { "CD", 400 },
                  { "C", 100 },  { "XC", 90 },  { "L", 50 },  { "XL", 40 },
                  { "X", 10 },   { "IX", 9 },   { "V", 5 },   { "IV", 4 },
                  { "I", 1 } };
    char letters[ROMAN_LETTERS];
    char again[4 * ROMAN_LETTERS];
    size_t size = 0;
    int64_t value = 0;
    int64_t rest;

    text = roman_letters(text, letters);
    if (text.size == 0)
        return 0;
    for (size_t i = 0; i < text.size; i++) {
        const int64_t digit = roman_digit(text.ptr[i]);
        const int64_t next =
            i + 1 < text.size ? roman_digit(text.ptr[i + 1]) : 0;

        if (digit == 0)
            return 0;
        value += digit < next ? -digit : digit;
    }
    rest = value;
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        for (; rest >= steps[i].value && size < 3 * ROMAN_LETTERS;
             rest -= steps[i].value) {
            memcpy(again + size, steps[i].digits, strlen(steps[i].digits));
            size += strlen(steps[i].digits);
        }
    }
    return bl_str_equal(text, bl_str_of(again, size)) ? value : 0;
}

/* ---- records --------------------------------------------------------------------- */

static bl_str keep(bl_arena *arena, bl_str text, bl_str same)
{
    const char *copy;

    if (bl_str_equal(text, same))
        return same;
    copy = bl_arena_copy(arena, text.ptr, text.size);
    return bl_str_of(copy, copy != NULL ? text.size : 0);
}

static uint16_t count_letters(bl_str text)
{
    const size_t points = bl_utf8_points(text.ptr, text.size);

    return points < UINT16_MAX ? (uint16_t)points : UINT16_MAX;
}

/* Given names are listed in plain letters: José is Jose. */
static bool is_given(const bl_language *language, const bl_word *word)
{
    return (word->flags & BL_WORD_CAPITAL) != 0 &&
           single_sense(language, word->skeleton, BL_SENSE_GIVEN) != NULL;
}

/* The phrases that begin with the word as it is, or as it is without what is
 * written onto it. A word that stands only inside of phrases keeps its own
 * number there. */
static void set_phrase(const bl_language *language, bl_word *word)
{
    bl_phrase_word stripped;
    bool prefixed;

    word->phrase = bl_phrases_word(&language->phrases, word->folded);
    word->root = root_of(language, word->phrase);
    if (word->root != 0)
        return;
    stripped = strip(language, word->folded, &prefixed);
    word->root = root_of(language, stripped);
    if (word->phrase == 0)
        word->phrase = stripped;
    if (prefixed)
        word->flags |= BL_WORD_PREFIXED;
}

/* Whether only an ending makes it a word of the lexicon: "hetvenöt" is no
 * form of "hetven", but seventy-five. */
static bool is_form(const bl_language *language, const bl_word *word)
{
    return bl_phrases_word(&language->phrases, word->folded) !=
           word->phrase;
}

static bool set_compound(const bl_language *language, bl_word *word)
{
    if (word->letters < COMPOUND_LETTERS ||
        word->letter_case == BL_CASE_MIXED ||
        !compound_value(language, word->folded, &word->value))
        return false;
    word->phrase = 0;
    word->root = 0;
    word->flags = (uint8_t)(word->flags & ~BL_WORD_PREFIXED);
    word->flags |= BL_WORD_COMPOUND;
    word->set = BL_SENSE_BIT(BL_SENSE_CARDINAL);
    return true;
}

static void set_meaning(const bl_language *language, bl_word *word)
{
    set_phrase(language, word);
    if ((word->phrase == 0 || is_form(language, word)) &&
        set_compound(language, word))
        return;
    if (word->root != 0) {
        word->set = bl_phrases_set(&language->phrases, word->root);
        word->reach = bl_phrases_reach(&language->phrases, word->root);
    }
    /* The "II" of "II. negyedév" is a number all the same. */
    if (word->set == 0 && word->letter_case == BL_CASE_UPPER) {
        word->value = roman_value(word->text);
        if (word->value != 0)
            word->flags |= BL_WORD_ROMAN;
    }
    if (word->phrase == 0 && is_given(language, word))
        word->set |= BL_SENSE_BIT(BL_SENSE_GIVEN);
}

static uint8_t traits_of(const bl_word *word)
{
    const bl_sense_set lists = BL_SENSE_BIT(BL_SENSE_ENTITY) |
                               BL_SENSE_BIT(BL_SENSE_PERSON) |
                               BL_SENSE_BIT(BL_SENSE_DEMONYM);
    const bool several = word->letters > 1;
    unsigned traits = 0;

    if ((word->reach & BL_SENSES_OF_QUANTITIES) != 0 ||
        (word->flags & (BL_WORD_ROMAN | BL_WORD_COMPOUND)) != 0)
        traits |= BL_TRAIT_QUANTITY;
    if (word->skeleton.size != 0 && ((word->flags & BL_WORD_CAPITAL) != 0 ||
                                     word->letter_case == BL_CASE_MIXED))
        traits |= BL_TRAIT_NAME;
    if ((word->reach & BL_SENSE_BIT(BL_SENSE_TITLE)) != 0)
        traits |= BL_TRAIT_TITLE;
    if (several && word->letter_case != BL_CASE_NONE)
        traits |= BL_TRAIT_CASED;
    if (several && word->letter_case == BL_CASE_LOWER)
        traits |= BL_TRAIT_LOWER;
    if (several && word->letter_case == BL_CASE_UPPER)
        traits |= BL_TRAIT_ACRONYM;
    if ((word->flags & BL_WORD_CAPITAL) != 0)
        traits |= BL_TRAIT_CAPITAL;
    if (word->letter_case == BL_CASE_NONE && (word->reach & lists) != 0)
        traits |= BL_TRAIT_LISTED;
    return (uint8_t)traits;
}

/* Whether the tokenizer makes one word of a text, letter for letter. */
static bool is_whole(const bl_language *language, bl_str text)
{
    bl_tokenizer from = bl_tokenizer_of(language->chars, text);
    bl_token token;

    return bl_tokenizer_next(&from, &token) &&
           token.kind == BL_TOKEN_WORD && token.flags == 0 &&
           token.start == 0 && token.limit == text.size;
}

static bl_word *make_word(const void *context, bl_str text, uint32_t hash,
                          bl_arena *arena)
{
    const bl_language *language = context;
    bl_word *word = bl_arena_alloc(arena, 1, sizeof(*word));
    bl_folded folded;
    bl_folded skeleton;

    if (word == NULL)
        return NULL;
    memset(word, 0, sizeof(*word));
    word->hash = hash;
    word->text = keep(arena, text, bl_str_of(NULL, 0));
    bl_fold(&language->locale, text, &folded);
    word->folded =
        keep(arena, bl_str_of(folded.text, folded.size), word->text);
    bl_skeleton(word->folded, &skeleton);
    word->skeleton =
        keep(arena, bl_str_of(skeleton.text, skeleton.size), word->folded);
    word->sounds = bl_sounds_of(&language->letters, word->skeleton);
    word->fold_hash = bl_skeleton_hash(word->folded);
    word->skeleton_hash = bl_skeleton_hash(word->skeleton);
    word->letter_set = bl_letter_set(word->skeleton);
    word->skeleton_letters = count_letters(word->skeleton);
    word->letter_case = (uint8_t)bl_case_of(text);
    if (word->letter_case == BL_CASE_INITIAL ||
        word->letter_case == BL_CASE_UPPER)
        word->flags |= BL_WORD_CAPITAL;
    if (is_whole(language, text))
        word->flags |= BL_WORD_WHOLE;
    word->letters = count_letters(word->text);
    if (arena->failed)
        return NULL;
    if (word->folded.size != 0)
        set_meaning(language, word);
    word->traits = traits_of(word);
    return word;
}

const bl_word *bl_language_word(bl_language *language, bl_str text,
                                bl_arena *scratch)
{
    return bl_words_get(&language->words, text, make_word, language, scratch);
}

bool bl_language_read(bl_language *language, bl_str text, bl_tokens *tokens,
                      bl_arena *scratch)
{
    return bl_words_read(&language->words,
                         bl_tokenizer_of(language->chars, text), tokens,
                         make_word, language, scratch);
}

/* ---- what is known of a word ------------------------------------------------------- */

static bool knows(void *context, bl_str text)
{
    return bl_speller_knows(context, text);
}

/* The country of the dictionary is the one that the tag asks for; a tag
 * without one is content with any country's spelling. */
static bl_verdict ask(bl_language *language, bl_str text)
{
    const bool regional = language->locale.region[0] == '\0';

    return bl_speller_knows(language->speller, text) ||
                   bl_variants_known(&language->variants, text, regional,
                                     knows, language->speller)
               ? BL_VERDICT_GOOD
               : BL_VERDICT_BAD;
}

/* Two threads may ask at once; they get the same answer. */
bl_verdict bl_language_ask(bl_language *language, const bl_word *word)
{
    bl_verdict verdict;

    if (language->speller == NULL)
        return BL_VERDICT_UNKNOWN;
    verdict = ask(language, word->text);
    bl_atomic_set(&((bl_word *)word)->verdict, (uint8_t)verdict);
    return verdict;
}

bl_verdict bl_language_common(bl_language *language, const bl_word *word)
{
    uint8_t verdict = bl_atomic_get(&word->lower_verdict);
    bl_folded lower;

    if (word->letter_case == BL_CASE_LOWER)
        return bl_language_spelling(language, word);
    if (verdict == BL_VERDICT_UNKNOWN && language->speller != NULL) {
        bl_lower(&language->locale, word->text, &lower);
        verdict = (uint8_t)(lower.size != 0
                                ? ask(language, bl_str_of(lower.text,
                                                          lower.size))
                                : BL_VERDICT_BAD);
        bl_atomic_set(&((bl_word *)word)->lower_verdict, verdict);
    }
    return (bl_verdict)verdict;
}

bl_verdict bl_language_syllable(const bl_language *language,
                                const bl_word *word)
{
    uint8_t verdict = bl_atomic_get(&word->syllable);

    if (verdict == BL_VERDICT_UNKNOWN && language->syllables != NULL) {
        verdict = bl_syllables_valid(language->syllables, word->folded)
                      ? BL_VERDICT_GOOD
                      : BL_VERDICT_BAD;
        bl_atomic_set(&((bl_word *)word)->syllable, verdict);
    }
    return (bl_verdict)verdict;
}

/* Stems as the dictionary has them, each once when folded. */
static uint32_t ask_stems(bl_language *language, bl_str text,
                          bl_folded stems[STEMS], bl_arena *scratch)
{
    bl_str said[STEMS];
    const size_t found =
        bl_speller_stems(language->speller, text, said, STEMS, scratch);
    uint32_t count = 0;

    for (size_t i = 0; i < found; i++) {
        uint32_t same = 0;

        bl_fold(&language->locale, said[i], &stems[count]);
        while (same < count &&
               (stems[same].size != stems[count].size ||
                memcmp(stems[same].text, stems[count].text,
                       stems[count].size) != 0))
            same++;
        count += same == count && stems[count].size != 0;
    }
    return count;
}

static const bl_stems *make_stems(bl_language *language, const bl_word *word,
                                  bl_arena *scratch)
{
    bl_folded stems[STEMS];
    uint32_t count = 0;
    size_t size = sizeof(bl_stems);
    bl_stems *made;
    char *text;

    if (language->speller != NULL && word->folded.size != 0) {
        count = ask_stems(language, word->text, stems, scratch);
        if (count == 0 && (word->flags & BL_WORD_CAPITAL) != 0)
            count = ask_stems(language, word->folded, stems, scratch);
    }
    for (uint32_t i = 0; i < count; i++)
        size += sizeof(bl_str) + stems[i].size;
    made = bl_words_room(&language->words, word, size, scratch);
    if (made == NULL)
        return NULL;
    made->count = count;
    text = (char *)&made->items[count];
    for (uint32_t i = 0; i < count; i++) {
        memcpy(text, stems[i].text, stems[i].size);
        made->items[i] = bl_str_of(text, stems[i].size);
        text += stems[i].size;
    }
    return made;
}

/* Two threads may ask at once; either answer is kept. */
const bl_stems *bl_language_stems(bl_language *language, const bl_word *word,
                                  bl_arena *scratch)
{
    const bl_stems *stems = bl_atomic_get(&word->stems);

    if (stems == NULL) {
        stems = make_stems(language, word, scratch);
        bl_atomic_set(&((bl_word *)word)->stems, (void *)stems);
    }
    return stems;
}

bl_verdict bl_language_joined(bl_language *language, bl_str text,
                              bl_arena *scratch)
{
    const bl_word *word = bl_language_word(language, text, scratch);

    return word != NULL ? bl_language_spelling(language, word)
                        : BL_VERDICT_UNKNOWN;
}

/* The word without the letter at [at, next), or with it behind the one that
 * follows. */
static bool knows_without(bl_language *language, bl_str word, size_t at,
                          size_t next, bool exchanged)
{
    char other[BL_FOLD_MAX];
    size_t behind = next;
    size_t size = at;

    memcpy(other, word.ptr, at);
    if (exchanged) {
        bl_utf8_next(word.ptr, word.size, &behind);
        memcpy(other + size, word.ptr + next, behind - next);
        size += behind - next;
        memcpy(other + size, word.ptr + at, next - at);
        size += next - at;
    }
    memcpy(other + size, word.ptr + behind, word.size - behind);
    size += word.size - behind;
    return bl_speller_knows(language->speller, bl_str_of(other, size));
}

bool bl_language_is_slip(bl_language *language, bl_str word)
{
    if (language->speller == NULL || word.size > BL_FOLD_MAX)
        return false;
    for (size_t at = 0; at < word.size;) {
        size_t next = at;

        bl_utf8_next(word.ptr, word.size, &next);
        if (knows_without(language, word, at, next, false) ||
            (next < word.size &&
             knows_without(language, word, at, next, true)))
            return true;
        at = next;
    }
    return false;
}

bool bl_language_is_user_word(const bl_language *language,
                              const bl_word *word)
{
    return language->user_words != NULL &&
           bl_phrases_word(language->user_words, word->folded) != 0;
}

bool bl_language_add_form(bl_language *language, int64_t group, bl_str text)
{
    const char *copy =
        bl_arena_copy(&language->data, text.ptr, text.size);

    if (copy == NULL ||
        !bl_grow(language->alloc, &language->forms, &language->form_room,
                 language->form_count, sizeof(bl_entity_form)))
        return false;
    language->forms[language->form_count++] =
        (bl_entity_form){ group, bl_str_of(copy, text.size) };
    return true;
}

const bl_exonym_table *bl_language_exonyms(bl_language *language)
{
    return bl_exonyms_get(&language->exonyms, language->alloc,
                         &language->locale);
}

bl_str bl_language_form(const bl_language *language, int64_t group)
{
    for (size_t i = 0; i < language->form_count; i++) {
        if (language->forms[i].group == group)
            return language->forms[i].text;
    }
    return bl_str_of(NULL, 0);
}

/* Where the phrases begin with a word of any language; 0 for nowhere. */
static bl_phrase_node node_of(const bl_language *language,
                              const bl_word *word)
{
    const bl_phrase_word phrase = bl_phrases_hashed_word(
        &language->phrases, word->folded, word->fold_hash);

    return phrase != 0 ? bl_phrases_step(&language->phrases, 0, phrase) : 0;
}

bool bl_language_is_surname(const bl_language *language, const bl_word *word)
{
    return (bl_phrases_set(&language->phrases, node_of(language, word)) &
            BL_SENSE_BIT(BL_SENSE_SURNAME)) != 0;
}

bool bl_language_is_plain_surname(const bl_language *language,
                                  const bl_word *word)
{
    const bl_phrase_node node = node_of(language, word);
    const bl_sense *sense;
    bool plain = false;

    for (uint32_t at = 0;
         node != 0 &&
         (sense = bl_phrases_sense(&language->phrases, node, &at)) != NULL;) {
        if (sense->kind != BL_SENSE_SURNAME)
            continue;
        if (sense->value == 0)
            return false;
        plain = true;
    }
    return plain;
}

/* ---- phrases in text --------------------------------------------------------------- */

static bool is_joint(uint32_t c)
{
    return c == '.' || c == '/' || c == 0x05f3 || c == 0x05f4 ||
           c == 0x0970 || bl_is_dash(c) || bl_is_apostrophe(c);
}

/* The token behind what may stand between two words of a phrase: a hyphen,
 * the point of an abbreviation (its like in Hebrew and Devanagari), the
 * stroke of km/h, and a stroke behind a point. */
static size_t skip_joint(const bl_token *tokens, size_t count, size_t at)
{
    size_t next = at;

    while (next < count && next < at + 2 &&
           tokens[next].kind == BL_TOKEN_PUNCT &&
           tokens[next].gap == BL_GAP_NONE && is_joint(tokens[next].c) &&
           (next == at || tokens[next].c == '/' || tokens[next].c == '-'))
        next++;
    return next > at && next < count && tokens[next].gap != BL_GAP_WIDE ? next
                                                                        : at;
}

bl_phrase_node bl_language_match_around(const bl_language *language,
                                        const bl_token *tokens, size_t count,
                                        size_t at, size_t hole, size_t behind,
                                        bl_sense_set wanted, size_t *limit)
{
    const bl_phrases *phrases = &language->phrases;
    bl_phrase_node found = 0;
    bl_phrase_node node = tokens[at].word->root;

    while ((bl_phrases_reach(phrases, node) & wanted) != 0) {
        size_t next;

        at++;
        if ((at > behind || hole == count) &&
            (bl_phrases_set(phrases, node) & wanted) != 0) {
            found = node;
            *limit = at;
        }
        next = skip_joint(tokens, count, at);
        if (at == hole) {
            node = bl_phrases_step(phrases, node, language->number_word);
            next = behind;
        }
        if (next >= count || tokens[next].word == NULL ||
            tokens[next].word->phrase == 0 ||
            tokens[next].gap == BL_GAP_WIDE)
            break;
        node = bl_phrases_step(phrases, node, tokens[next].word->phrase);
        at = next;
    }
    return found;
}

bl_phrase_node bl_language_walk(const bl_language *language,
                                const bl_token *tokens, size_t count,
                                size_t at, bl_sense_set wanted,
                                size_t *limit)
{
    return bl_language_match_around(language, tokens, count, at, count, count,
                                    wanted, limit);
}

const bl_sense *bl_language_sense(const bl_language *language,
                                  bl_phrase_node node, bl_sense_kind kind)
{
    const bl_sense *sense;

    for (uint32_t at = 0;
         (sense = bl_phrases_sense(&language->phrases, node, &at)) != NULL;) {
        if (sense->kind == kind)
            return sense;
    }
    return NULL;
}
