/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a word can mean by the lists: with an ending or a prefix taken off, as
 * a number written in one word (fünfundzwanzig), as a Roman number.
 */
#include "lexicon/language.h"

#include "lexicon/sum.h"
#include "text/utf8.h"

#include <string.h>

enum {
    STEM_LETTERS = 3, /* shortest stem that takes an ending */
    COMPOUND_LETTERS = 6,
    COMPOUND_PARTS = 12,
    ROMAN_LETTERS = 15 /* MMMDCCCLXXXVIII */
};

/* ---- forms of a word ---------------------------------------------------- */

/* Whether a sense may be asked for with an ending: names of things and
 * numbers may, marks and signs may not. */
static bool takes_endings(const bl_language *language, bl_phrase_word word,
                          bl_endings_of of)
{
    const bl_sense_set set =
        BL_SENSES_OF_NAMES |
        BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_ORDINAL) |
        BL_SENSE_BIT(BL_SENSE_SCALE) | BL_SENSE_BIT(BL_SENSE_FRACTION) |
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_LOCAL_MONTH) |
        BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |
        BL_SENSE_BIT(BL_SENSE_PERCENT) |
        BL_SENSE_BIT(BL_SENSE_CENTURY_MARK) | BL_SENSE_BIT(BL_SENSE_TAIL);
    const bl_phrase_node node = bl_phrases_root(&language->phrases, word);

    if (of == BL_ENDINGS_WITHIN_NAMES)
        return word != 0 && bl_phrases_has_in_name(&language->phrases, word);
    return node != 0 &&
           (bl_phrases_set(&language->phrases, node) &
            (of == BL_ENDINGS_OF_NAMES ? BL_SENSES_OF_NAMES : set)) != 0;
}

/* "millióban" -> "millió", where the language says that "" and "ban"
 * exchange. `most`: endings of such words and of more. */
static bl_phrase_word strip_ending(const bl_language *language, bl_str folded,
                                   bl_endings_of most)
{
    char stem[BL_FOLD_MAX];

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0; set->of <= most && j < set->count; j++) {
            const size_t rest = folded.size - set->items[j].size;

            if (!bl_str_ends(folded, set->items[j]) ||
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
                if (takes_endings(language, word,
                                  most == BL_ENDINGS_WITHIN_NAMES ? most
                                                                  : set->of))
                    return word;
            }
        }
    }
    return 0;
}

/* Whether a name of several words begins with it: الأمم, of الأمم المتحدة. */
static bool begins_name(const bl_language *language, bl_phrase_word word)
{
    const bl_phrase_node node = bl_phrases_root(&language->phrases, word);

    return node != 0 && (bl_phrases_reach(&language->phrases, node) &
                         (BL_SENSE_BIT(BL_SENSE_ENTITY) |
                          BL_SENSE_BIT(BL_SENSE_PERSON))) != 0;
}

/* "وخمسة" -> "خمسة", where the language says that "و" is written onto the
 * next word. `part`: it is but the beginning of a name. */
static bl_phrase_word strip_prefix(const bl_language *language, bl_str folded,
                                   bool part)
{
    for (size_t i = 0; i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];
        bl_phrase_word word;

        if (folded.size <= prefix.size ||
            memcmp(folded.ptr, prefix.ptr, prefix.size) != 0)
            continue;
        word = bl_phrases_word(&language->phrases,
                               bl_str_of(folded.ptr + prefix.size,
                                         folded.size - prefix.size));
        if (part ? begins_name(language, word)
                 : takes_endings(language, word, BL_ENDINGS_OF_ALL))
            return word;
    }
    return 0;
}

uint32_t bl_language_meant(const bl_language *language, uint32_t c)
{
    for (size_t i = 0; i < language->typed_count; i++) {
        if (language->typed[i].typed == c)
            return language->typed[i].meant;
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
    return bl_form_list_has(&language->prefixes, folded);
}

bool bl_language_is_particle(const bl_language *language, bl_str text)
{
    return bl_form_list_has(&language->particles, text);
}

bool bl_language_is_romanized(const bl_language *language, bl_str skeleton)
{
    enum { LONGEST = 64 };
    bool ends[LONGEST + 1] = { true }; /* a syllable, behind so many bytes */

    if (skeleton.size == 0 || skeleton.size > LONGEST)
        return false;
    for (size_t at = 0; at < skeleton.size; at++) {
        for (size_t i = 0; ends[at] && i < language->romanized.count; i++) {
            const bl_str one = language->romanized.items[i];

            if (one.size <= skeleton.size - at &&
                memcmp(one.ptr, skeleton.ptr + at, one.size) == 0)
                ends[at + one.size] = true;
        }
    }
    return ends[skeleton.size];
}

/* The word without what was written onto it, or 0. `name`: it may be one. */
static bl_phrase_word strip(const bl_language *language, bl_str folded,
                            bool name, bool *prefixed)
{
    bl_phrase_word word = 0;

    *prefixed = false;
    if (language->prefixes.count != 0) {
        word = strip_prefix(language, folded, false);
        *prefixed = word != 0;
    }
    if (word == 0 && language->ending_count != 0)
        word = strip_ending(language, folded,
                            name ? BL_ENDINGS_OF_NAMES : BL_ENDINGS_OF_ALL);
    return word;
}

/* ---- number words written as one ---------------------------------------- */

const bl_sense *bl_language_single(const bl_language *language, bl_str text,
                                   bl_sense_kind kind)
{
    const bl_phrase_word word = bl_phrases_word(&language->phrases, text);
    const bl_phrase_node node = bl_phrases_root(&language->phrases, word);

    return node != 0 ? bl_language_sense(language, node, kind) : NULL;
}

/* What may stand behind a number in the same word, the "jährig" of
 * "fünfjährig", or 0. */
static bl_phrase_node tail_of(const bl_language *language, bl_str text)
{
    bool prefixed = false;
    bl_phrase_word word = bl_phrases_word(&language->phrases, text);
    bl_phrase_node node;

    if (word == 0)
        word = strip(language, text, false, &prefixed);
    node = bl_phrases_root(&language->phrases, word);
    /* The "миллионный" of "двухмиллионный" is a part of the number. */
    return node != 0 && !prefixed &&
                   bl_language_sense(language, node, BL_SENSE_TAIL) != NULL &&
                   bl_language_sense(language, node, BL_SENSE_SCALE) == NULL
               ? node
               : 0;
}

/* Whether a word may have that ending or none: the "an" of "kétszázan". */
static bool is_ending(const bl_language *language, bl_str text)
{
    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        if (set->of == BL_ENDINGS_OF_ALL && bl_endings_have(set, text) &&
            bl_endings_have(set, bl_str_of(NULL, 0)))
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
    bl_phrase_node tail; /* what stands behind the number, or 0 */
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
    /* A letter joins at most: the "a" of "pětatřicátý". */
    const bl_sense *sense =
        part.size > 1
            ? bl_language_single(language, part, BL_SENSE_CARDINAL)
            : NULL;
    splitting next = *split;

    if (sense != NULL) {
        const bl_decimal value = bl_decimal_of(sense->value, 0);

        if ((bl_sum_add(&next.sum, value) ||
             (split->joined && bl_sum_tens(&next.sum, value))) &&
            go_on(language, rest, split, next))
            return true;
    }
    next = *split;
    sense = part.size > 1
                ? bl_language_single(language, part, BL_SENSE_SCALE)
                : NULL;
    if (sense != NULL &&
        bl_sum_scale(&next.sum, bl_decimal_of(sense->value, 0)) &&
        go_on(language, rest, split, next))
        return true;
    next = *split;
    next.joined = true;
    if (split->parts == 0 || split->joined ||
        bl_language_single(language, part, BL_SENSE_AND) == NULL ||
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
    if (split->parts > 0 && !split->joined) {
        split->tail = tail_of(language, text);
        if (split->tail != 0)
            return true;
    }
    if (split->endings && split->parts > 1 && !split->joined &&
        is_ending(language, text))
        return true;
    for (size_t size = text.size; size >= 1; size--) {
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
                           int64_t *value, bl_phrase_node *tail)
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
    *tail = split.tail;
    return *value >= 0;
}

/* ---- Roman numbers ------------------------------------------------------ */

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

/* ---- a word ------------------------------------------------------------- */

/* Given names are listed in plain letters: José is Jose. Whether a word that
 * has them anyway is one is known. */
static bool is_given(const bl_language *language, const bl_word *word)
{
    return (word->flags & BL_WORD_CAPITAL) != 0 &&
           !bl_str_equal(word->skeleton, word->folded) &&
           bl_language_single(language, word->skeleton, BL_SENSE_GIVEN) != NULL;
}

/* The number of the word as it is. */
static bl_phrase_word own_phrase(const bl_language *language,
                                 const bl_word *word)
{
    return bl_phrases_hashed_word(&language->phrases, word->folded,
                                  word->fold_hash);
}

/* The phrases that begin with the word as it is, or as it is without what is
 * written onto it. A word that stands only inside of phrases keeps its own
 * number there. Whether the word may be a phrase by itself: with the endings of
 * words within names it is but a part of one. */
static bool set_phrase(const bl_language *language, bl_word *word)
{
    bl_phrase_word stripped;
    bool prefixed;
    bool whole;

    word->phrase = own_phrase(language, word);
    word->root = bl_phrases_root(&language->phrases, word->phrase);
    if (word->root != 0)
        return true;
    stripped = strip(language, word->folded,
                     (word->flags & BL_WORD_CAPITAL) != 0, &prefixed);
    whole = stripped != 0;
    if (!whole && word->phrase == 0) {
        stripped = strip_prefix(language, word->folded, true);
        prefixed = stripped != 0;
    }
    if (stripped == 0 && word->phrase == 0 && language->ending_count != 0)
        stripped =
            strip_ending(language, word->folded, BL_ENDINGS_WITHIN_NAMES);
    word->root = bl_phrases_root(&language->phrases, stripped);
    if (word->phrase == 0)
        word->phrase = stripped;
    if (prefixed)
        word->flags |= BL_WORD_PREFIXED;
    return whole;
}

bool bl_language_has_ending(const bl_language *language, const bl_word *word)
{
    return own_phrase(language, word) != word->phrase;
}

static bool set_compound(const bl_language *language, bl_word *word)
{
    bl_phrase_node tail;

    if (word->letters < COMPOUND_LETTERS ||
        word->letter_case == BL_CASE_MIXED ||
        !bl_phrases_may_be_number(&language->phrases, word->folded) ||
        !compound_value(language, word->folded, &word->value, &tail))
        return false;
    word->phrase = 0;
    word->root = tail;
    word->flags = (uint8_t)(word->flags & ~BL_WORD_PREFIXED);
    word->flags |= BL_WORD_COMPOUND;
    word->set = BL_SENSE_BIT(BL_SENSE_CARDINAL);
    return true;
}

void bl_language_set_meaning(const bl_language *language, bl_word *word)
{
    static const bl_sense_set names =
        BL_SENSE_BIT(BL_SENSE_SURNAME) | BL_SENSE_BIT(BL_SENSE_GIVEN) |
        BL_SENSE_BIT(BL_SENSE_SINGLE) | BL_SENSE_BIT(BL_SENSE_DOUBLE) |
        BL_SENSE_BIT(BL_SENSE_KNOWN);

    const bool whole = set_phrase(language, word);

    /* "hetvenöt" is no form of "hetven", but seventy-five. */
    if ((word->phrase == 0 || bl_language_has_ending(language, word)) &&
        set_compound(language, word))
        return;
    if (word->root != 0) {
        word->set =
            whole ? bl_phrases_set(&language->phrases, word->root) : 0;
        word->reach = bl_phrases_reach(&language->phrases, word->root);
        word->after = language->phrases.ends[word->root].after;
    }
    /* The "II" of "II. negyedév" is a number all the same, and so are the "I"
     * of "I półrocze", though "i" is a word, and the VI of a chapter, though
     * "Vi" is a name. */
    if (((word->set & ~names) == 0 || word->letters == 1) &&
        word->letter_case == BL_CASE_UPPER) {
        word->value = roman_value(word->text);
        if (word->value != 0)
            word->flags |= BL_WORD_ROMAN;
    }
    if ((word->phrase == 0 || bl_language_has_ending(language, word)) &&
        is_given(language, word))
        word->set |= BL_SENSE_BIT(BL_SENSE_GIVEN);
}
