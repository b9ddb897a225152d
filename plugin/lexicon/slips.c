/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that are one letter away from one that the dictionary has.
 */
#include "lexicon/language.h"

#include "lexicon/spelling.h"
#include "text/utf8.h"

#include <string.h>

/* Letters of a word with a capital that is judged, of one that may be of a
 * people, and of what the ending of a noun stands behind; more letters than any
 * such word has. A shorter one is like others by chance. */
enum {
    CAPITAL_LEAST = 6,
    PEOPLE_LEAST = 8,
    STEM_LEAST = 3,
    CAPITAL_MOST = 40,
    ADDED_MOST = 4 /* bytes of a letter, or of an ending */
};

/* The word without the letter at [at, next), or with it behind the one that
 * follows. */
static bl_str without(bl_str word, size_t at, size_t next, bool exchanged,
                      char out[BL_FOLD_MAX])
{
    size_t behind = next;
    size_t size = at;

    memcpy(out, word.ptr, at);
    if (exchanged) {
        bl_utf8_next(word.ptr, word.size, &behind);
        memcpy(out + size, word.ptr + next, behind - next);
        size += behind - next;
        memcpy(out + size, word.ptr + at, next - at);
        size += next - at;
    }
    memcpy(out + size, word.ptr + behind, word.size - behind);
    return bl_str_of(out, size + word.size - behind);
}

static bool knows_without(bl_language *language, bl_str word, size_t at,
                          size_t next, bool exchanged)
{
    char out[BL_FOLD_MAX];

    return bl_speller_knows(language->speller,
                            without(word, at, next, exchanged, out));
}

static bool knows(void *context, bl_str word)
{
    const bl_language *language = context;

    return bl_speller_knows(language->speller, word);
}

bool bl_language_is_slip(bl_language *language, bl_str word)
{
    return bl_language_is_slip_of(language, word, knows, language);
}

bool bl_language_is_slip_of(bl_language *language, bl_str word,
                            bl_counts counts, void *context)
{
    char out[BL_FOLD_MAX];

    if (language->speller == NULL || word.size > BL_FOLD_MAX)
        return false;
    for (size_t at = 0; at < word.size;) {
        size_t next = at;

        bl_utf8_next(word.ptr, word.size, &next);
        if (counts(context, without(word, at, next, false, out)) ||
            (next < word.size &&
             counts(context, without(word, at, next, true, out))))
            return true;
        at = next;
    }
    return false;
}

/* Whether a letter is the one behind it as well. */
static bool is_doubled(bl_str word, size_t at, size_t next)
{
    return word.size - next >= next - at &&
           memcmp(word.ptr + at, word.ptr + next, next - at) == 0;
}

bool bl_language_is_small_slip(bl_language *language, bl_str word)
{
    if (language->speller == NULL || word.size > BL_FOLD_MAX)
        return false;
    for (size_t at = 0; at < word.size;) {
        size_t next = at;

        bl_utf8_next(word.ptr, word.size, &next);
        if (next < word.size &&
            knows_without(language, word, at, next,
                          !is_doubled(word, at, next)))
            return true;
        at = next;
    }
    return false;
}

/* The word with the letter in place of what stands at [at, next). */
static bl_str with(bl_str word, size_t at, size_t next, bl_str letter,
                   char out[BL_FOLD_MAX + ADDED_MOST])
{
    size_t size = at;

    memcpy(out, word.ptr, at);
    memcpy(out + size, letter.ptr, letter.size);
    size += letter.size;
    memcpy(out + size, word.ptr + next, word.size - next);
    return bl_str_of(out, size + word.size - next);
}

static bool knows_with(bl_language *language, bl_str word, size_t at,
                       size_t next, bl_str letter)
{
    char out[BL_FOLD_MAX + ADDED_MOST];

    return bl_speller_knows(language->speller,
                            with(word, at, next, letter, out));
}

bl_str bl_language_usual_letters(const bl_language *language)
{
    return bl_locale_is_latin(&language->locale)
               ? BL_STR("abcdefghijklmnopqrstuvwxyz")
               : BL_STR("");
}

bool bl_language_is_near(bl_language *language, bl_str word, bl_str letters)
{
    return bl_language_is_near_to(language, word, letters, knows, language);
}

bool bl_language_is_near_to(bl_language *language, bl_str word, bl_str letters,
                            bl_counts counts, void *context)
{
    char out[BL_FOLD_MAX + ADDED_MOST];

    if (bl_language_is_slip_of(language, word, counts, context))
        return true;
    if (language->speller == NULL || word.size > BL_FOLD_MAX)
        return false;
    for (size_t from = 0; from < letters.size;) {
        size_t to = from;
        bl_str letter;

        bl_utf8_next(letters.ptr, letters.size, &to);
        letter = bl_str_of(letters.ptr + from, to - from);
        for (size_t at = 0; at <= word.size;) {
            size_t next = at;

            if (counts(context, with(word, at, at, letter, out)))
                return true;
            if (at == word.size)
                break;
            bl_utf8_next(word.ptr, word.size, &next);
            if (counts(context, with(word, at, next, letter, out)))
                return true;
            at = next;
        }
        from = to;
    }
    return false;
}

/* ---- words with a capital ----------------------------------------------- */

/* Where the letters of a word begin; the last is where it ends. */
typedef struct spelled {
    bl_language *language;
    bl_str text;
    size_t at[CAPITAL_MOST + 1];
    size_t count;
} spelled;

static bool spell(spelled *s, bl_language *language, bl_str text)
{
    s->language = language;
    s->text = text;
    s->count = 0;
    for (size_t at = 0; at < text.size; s->count++) {
        if (s->count == CAPITAL_MOST)
            return false;
        s->at[s->count] = at;
        bl_utf8_next(text.ptr, text.size, &at);
    }
    s->at[s->count] = text.size;
    return s->count >= CAPITAL_LEAST;
}

static bl_str letter_at(const spelled *s, size_t i)
{
    return bl_str_of(s->text.ptr + s->at[i], s->at[i + 1] - s->at[i]);
}

/*
 * Two inner letters exchanged, or one that is written once for twice or twice
 * for once. What is changed at the end makes a form that the dictionary lacks:
 * Rasierer, of which it has Rasieren.
 */
static bool is_exchanged(const spelled *s)
{
    for (size_t i = 1; i + 2 < s->count; i++) {
        const bl_str letter = letter_at(s, i);
        const bool doubled = bl_str_equal(letter, letter_at(s, i + 1));

        if (knows_without(s->language, s->text, s->at[i], s->at[i + 1],
                          !doubled) ||
            (!doubled && !bl_str_equal(letter, letter_at(s, i - 1)) &&
             knows_with(s->language, s->text, s->at[i], s->at[i], letter)))
            return true;
    }
    return false;
}

/* One letter too few, too many or exchanged for another one in the first
 * `limit` letters, before an ending, which keeps the form. */
static bool is_other_before(const spelled *s, size_t limit)
{
    const bl_form_list *letters = &s->language->letters_of_nouns;

    for (size_t i = 1; i <= limit; i++) {
        const size_t next = i < limit ? s->at[i + 1] : s->at[i];

        if (i < limit && knows_without(s->language, s->text, s->at[i], next,
                                       false))
            return true;
        for (size_t k = 0; k < letters->count; k++) {
            if (knows_with(s->language, s->text, s->at[i], s->at[i],
                           letters->items[k]) ||
                (i < limit && knows_with(s->language, s->text, s->at[i], next,
                                         letters->items[k])))
                return true;
        }
    }
    return false;
}

size_t bl_language_noun_ending(const bl_language *language, bl_str text)
{
    for (size_t i = 0; i < language->nouns.count; i++) {
        const bl_str ending = language->nouns.items[i];

        if (bl_str_ends(text, ending) &&
            bl_utf8_points(text.ptr, text.size - ending.size) >= STEM_LEAST)
            return ending.size;
    }
    return 0;
}

bool bl_language_has_plural(bl_language *language, bl_str text)
{
    const bl_form_list *endings = &language->plurals_of_nouns;

    if (language->speller == NULL || text.size > BL_FOLD_MAX)
        return false;
    for (size_t i = 0; i < endings->count; i++) {
        if (endings->items[i].size <= ADDED_MOST &&
            knows_with(language, text, text.size, text.size,
                       endings->items[i]))
            return true;
    }
    return false;
}

/* What the tables say of a word. */
static bl_sense_set listed(const bl_language *language, bl_str folded)
{
    const bl_phrase_word word = bl_phrases_word(&language->phrases, folded);
    const bl_phrase_node node = bl_phrases_root(&language->phrases, word);

    return node != 0 ? bl_phrases_set(&language->phrases, node) : 0;
}

static bool is_of_calendar(void *context, bl_str folded)
{
    return (listed(context, folded) & (BL_SENSE_BIT(BL_SENSE_MONTH) |
                                       BL_SENSE_BIT(BL_SENSE_WEEKDAY))) != 0 &&
           bl_utf8_points(folded.ptr, folded.size) >= CAPITAL_LEAST;
}

static bool is_of_calendar_or_people(void *context, bl_str folded)
{
    return is_of_calendar(context, folded) ||
           (listed(context, folded) & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0;
}

/* Whether a letter parts the word from the name of a month, a weekday or a
 * people, which is no name then: "Febuary", "Amereican". */
static bool is_near_tables(bl_language *language, const bl_word *word)
{
    return word->letters >= CAPITAL_LEAST &&
           bl_language_is_near_to(language, word->folded,
                                  bl_language_usual_letters(language),
                                  word->letters >= PEOPLE_LEAST
                                      ? is_of_calendar_or_people
                                      : is_of_calendar,
                                  language);
}

/* Where nouns have capitals it is one, as it is written; elsewhere an ordinary
 * word, which is none of the names that the dictionary has. Words put together
 * of two are right, and most of what ends as a noun is one, if of a foreign
 * word. */
static bool is_mistyped(bl_language *language, const bl_word *word)
{
    bl_str text = word->text;
    bl_folded lower;
    size_t ending;
    spelled s;

    if (!language->noun_capitals) {
        bl_lower(&language->locale, text, &lower);
        text = bl_str_of(lower.text, lower.size);
    }
    if (language->speller == NULL || !spell(&s, language, text))
        return false;
    ending = bl_language_noun_ending(language, text);
    /* Short words, of which a dictionary knows at once that it lacks them. */
    if (ending == 0)
        return !bl_language_is_composed(language, word) && is_exchanged(&s);
    return !bl_language_is_composed_of_any(language, word) &&
           (is_exchanged(&s) ||
            is_other_before(&s, bl_utf8_points(text.ptr,
                                               text.size - ending)));
}

bl_mistyped bl_language_mistyped(bl_language *language, const bl_word *word)
{
    uint8_t kind = bl_atomic_get(&word->mistyped);

    if (kind == BL_MISTYPED_UNASKED) {
        kind = is_near_tables(language, word) ? BL_MISTYPED_LISTED
               : is_mistyped(language, word)  ? BL_MISTYPED_ORDINARY
                                              : BL_MISTYPED_NOTHING;
        bl_atomic_set(&((bl_word *)word)->mistyped, kind);
    }
    return (bl_mistyped)kind;
}
