/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is known of a word: the verdicts of the Hunspell dictionary, each
 * asked for once, and what the lists call a thing.
 */
#include "lexicon/language.h"

#include "base/hash.h"
#include "lexicon/spelling.h"
#include "lexicon/syllables.h"
#include "text/utf8.h"

#include <string.h>

/* Letters of each part of a composed word; of two, nearly any are a word. And
 * of the last one, where the first may be anything. */
enum { PART_LEAST = 3, LAST_LEAST = 5 };

/* Letters of each part of a compound that a dictionary lacks, and parts. */
enum { COMPOUND_PART = 4, COMPOUND_PARTS = 3 };

/* Letters of a word of the dictionary that something is written onto. */
enum { STEM_LEAST = 5 };

/* Longest word that is composed before it is asked for. */
enum { WORD_BYTES = 256 };

static bool knows(void *context, bl_str text)
{
    return bl_speller_knows(context, text);
}

/* Whether it is an ordinary word: one in small letters, or a noun where those
 * have capitals. */
static bool is_ordinary(bl_language *language, bl_str text)
{
    bl_folded word;
    size_t rest = 0;

    if (!language->noun_capitals)
        return bl_speller_knows(language->speller, text);
    bl_capital(&language->locale, text, &word);
    if (word.size == 0 || word.size + text.size > sizeof(word.text))
        return false;
    bl_utf8_next(text.ptr, text.size, &rest);
    memcpy(word.text + word.size, text.ptr + rest, text.size - rest);
    return bl_speller_knows(
        language->speller,
        bl_str_of(word.text, word.size + text.size - rest));
}

static bool knows_any(void *context, bl_str text)
{
    bl_language *language = context;

    return bl_speller_knows(language->speller, text) ||
           is_ordinary(language, text);
}

/* The country of the dictionary is the one that the tag asks for; a tag
 * without one is content with any country's spelling. What is respelled is in
 * NFC, as the lists are. */
static bool is_respelled(bl_language *language, bl_str text)
{
    const bool regional = language->locale.region[0] == '\0';
    char composed[WORD_BYTES];
    size_t size;

    if (bl_to_nfc(text, composed, sizeof(composed), &size) && size != 0)
        text = bl_str_of(composed, size);
    return bl_variants_known(&language->variants, text, regional, knows,
                             language->speller) ||
           bl_variants_known_before(&language->variants, text, knows_any,
                                    language);
}

bool bl_language_is_first_part(bl_language *language, bl_str text)
{
    if (is_ordinary(language, text))
        return true;
    for (size_t i = 0; i < language->linking.count; i++) {
        const bl_str link = language->linking.items[i];

        if (bl_str_ends(text, link) && text.size > link.size &&
            is_ordinary(language,
                        bl_str_of(text.ptr, text.size - link.size)))
            return true;
    }
    return false;
}

/* Whether it is made of words of the dictionary, of so many at most. */
static bool is_compound(bl_language *language, bl_str text, int parts)
{
    const size_t letters = bl_utf8_points(text.ptr, text.size);
    size_t at = 0;

    for (size_t first = 0; first + COMPOUND_PART <= letters; first++) {
        const bl_str before = bl_str_of(text.ptr, at);

        if (first >= COMPOUND_PART &&
            is_ordinary(language, bl_str_of(text.ptr + at, text.size - at)) &&
            (bl_language_is_first_part(language, before) ||
             (parts > 2 && is_compound(language, before, parts - 1))))
            return true;
        bl_utf8_next(text.ptr, text.size, &at);
    }
    return false;
}

static bool is_simple(void *context, bl_str text)
{
    const bl_language *language = context;

    return bl_speller_knows(language->speller, text) &&
           !is_compound(context, text, COMPOUND_PARTS);
}

/* A word that is made of others, and is no simple one with a letter too many
 * or two exchanged; where the dictionary has most of them, none that a letter
 * parts from any other. */
static bool is_made_of_words(bl_language *language, bl_str text)
{
    bl_folded lower;
    bl_str word;

    if (!language->composes && !language->composes_more)
        return false;
    bl_lower(&language->locale, text, &lower);
    word = bl_str_of(lower.text, lower.size);
    return word.size != 0 && is_compound(language, word, COMPOUND_PARTS) &&
           (language->composes
                ? !bl_language_is_slip_of(language, word, is_simple, language)
                : !bl_language_is_small_slip(language, word) &&
                  !bl_language_is_near_to(
                      language, word, bl_language_usual_letters(language),
                      is_simple, language));
}

/* A word that forms are made of: a long one of the dictionary, where what is
 * left of a mistyped one may be any short one, or one of the lists. */
static bool is_stem(void *context, bl_str text)
{
    const bl_language *language = context;
    bl_folded folded;

    if (bl_utf8_points(text.ptr, text.size) >= STEM_LEAST &&
        bl_speller_knows(language->speller, text))
        return true;
    bl_fold(&language->locale, text, &folded);
    return bl_language_single(language,
                              bl_str_of(folded.text, folded.size),
                              BL_SENSE_KNOWN) != NULL;
}

/* A form of a word that the dictionary has, and no mistyped one. */
static bool is_inflected(bl_language *language, bl_str text)
{
    return language->inflections.count != 0 &&
           bl_inflections_reach(&language->inflections, text, is_stem,
                                language) &&
           !bl_language_is_small_slip(language, text);
}

/* The word as dictionaries have it: without hyphens that are seen at the end of
 * a line alone (U+00AD). */
static bl_str without_soft_hyphens(bl_str text, char out[WORD_BYTES])
{
    size_t size = 0;

    if (text.size > WORD_BYTES || memchr(text.ptr, '\xad', text.size) == NULL)
        return text;
    for (size_t i = 0; i < text.size; i++) {
        if (i + 1 < text.size && text.ptr[i] == '\xc2' &&
            text.ptr[i + 1] == '\xad')
            i++;
        else
            out[size++] = text.ptr[i];
    }
    return bl_str_of(out, size);
}

static bl_verdict ask(bl_language *language, bl_str word)
{
    char room[WORD_BYTES];
    const bl_str text = without_soft_hyphens(word, room);

    return bl_speller_knows(language->speller, text) ||
                   is_respelled(language, text) ||
                   is_made_of_words(language, text) ||
                   is_inflected(language, text)
               ? BL_VERDICT_GOOD
               : BL_VERDICT_BAD;
}

/* Two threads may ask at once; they get the same answer. */
bl_verdict bl_language_ask(bl_language *language, const bl_word *word)
{
    bl_word *known = (bl_word *)word;
    bl_verdict verdict;

    if (language->speller == NULL)
        return BL_VERDICT_UNKNOWN;
    verdict = ask(language, word->text);
    bl_atomic_set(&known->verdict, (uint8_t)verdict);
    /* What may be another word that lost its marks is judged each time, and
     * letters, which dictionaries have. */
    if (verdict == BL_VERDICT_GOOD && word->letters > 1 &&
        bl_language_bare(language, word) == NULL)
        bl_atomic_set(&known->traits,
                      (bl_trait_set)(bl_atomic_get(&known->traits) &
                                     ~BL_TRAIT_UNJUDGED));
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

/* A word with its other part. */
typedef struct couple {
    const bl_language *language;
    bl_str part;
    bool first; /* the part is */
} couple;

static bool is_part(void *context, bl_str text)
{
    const couple *of = context;
    const uint32_t part = bl_skeleton_hash(of->part);
    const uint32_t other = bl_skeleton_hash(text);

    return bl_couples_have(&of->language->couples,
                           of->first ? bl_couple_of(part, other)
                                     : bl_couple_of(other, part));
}

bool bl_language_is_couple(const bl_language *language, bl_str first,
                           bl_str second)
{
    couple of = { language, first, true };
    couple to = { language, second, false };

    return language->couples.count != 0 &&
           (is_part(&of, second) ||
            bl_variants_known(&language->variants, second, false, is_part,
                              &of) ||
            bl_variants_known(&language->variants, first, false, is_part,
                              &to));
}

const bl_sense *bl_language_bare(const bl_language *language,
                                 const bl_word *word)
{
    const bl_sense *known =
        (word->set & BL_SENSE_BIT(BL_SENSE_KNOWN)) != 0
            ? bl_language_sense(language, word->root, BL_SENSE_KNOWN)
            : NULL;

    return known != NULL && known->value != 0 ? known : NULL;
}

const uint8_t *bl_language_breaks(bl_language *language, bl_str text,
                                  bl_arena *arena)
{
    uint8_t *at = bl_arena_alloc(arena, text.size + 1, 1);

    if (at != NULL)
        bl_breaks_find(language->breaks, text, at);
    return at;
}

bl_verdict bl_language_joined(bl_language *language, bl_str text,
                              bl_arena *scratch)
{
    const bl_word *word = bl_language_word(language, text, scratch);

    return word != NULL ? bl_language_spelling(language, word)
                        : BL_VERDICT_UNKNOWN;
}

/* A word of two parts, of which the last has so many letters; `any`: the first
 * one may be anything. */
static bool has_parts(bl_language *language, const bl_word *word,
                      uint32_t last, bool any)
{
    bl_folded lower;
    size_t at = 0;
    uint32_t letters = 0;

    if (language->speller == NULL)
        return false;
    bl_lower(&language->locale, word->text, &lower);
    while (at < lower.size && letters + last <= word->letters) {
        if (letters >= PART_LEAST &&
            (any || bl_language_is_first_part(language,
                                              bl_str_of(lower.text, at))) &&
            is_ordinary(language, bl_str_of(lower.text + at,
                                            lower.size - at)))
            return true;
        bl_utf8_next(lower.text, lower.size, &at);
        letters++;
    }
    return false;
}

bool bl_language_is_composed(bl_language *language, const bl_word *word)
{
    return has_parts(language, word, PART_LEAST, false);
}

bool bl_language_is_composed_of_any(bl_language *language,
                                    const bl_word *word)
{
    return has_parts(language, word, LAST_LEAST, true);
}

/* A word that two were made of, before or behind the space that is missing. */
typedef struct half {
    bl_str text;
    uint32_t letters;
} half;

/* What is written onto other words is none before them: reskilling. */
static bool is_seam(bl_language *language, const half *first,
                    const half *second, bl_stands stands, const void *text)
{
    return (first->letters >= PART_LEAST || stands(text, first->text)) &&
           (second->letters >= PART_LEAST || stands(text, second->text)) &&
           !bl_variants_is_front(&language->variants, first->text) &&
           is_ordinary(language, first->text) &&
           is_ordinary(language, second->text);
}

/* Where there are several, the one with the longest part: the longer a word,
 * the less likely it is there by chance. "basedon" is "based on", not "base
 * don". */
size_t bl_language_seam(bl_language *language, const bl_word *word,
                        bl_stands stands, const void *text, bool *sure)
{
    const bl_str all = word->text;
    uint32_t longest = 0;
    uint32_t letters = 1;
    size_t seam = 0;
    size_t at = 0;

    *sure = false;
    if (language->speller == NULL || all.size == 0)
        return 0;
    bl_utf8_next(all.ptr, all.size, &at);
    for (; letters < word->letters && at < all.size;
         bl_utf8_next(all.ptr, all.size, &at), letters++) {
        const half first = { bl_str_of(all.ptr, at), letters };
        const half second = { bl_str_of(all.ptr + at, all.size - at),
                              word->letters - letters };
        const uint32_t most = first.letters > second.letters ? first.letters
                                                             : second.letters;

        if (most < PART_LEAST ||
            !is_seam(language, &first, &second, stands, text))
            continue;
        *sure = seam == 0;
        if (most <= longest)
            continue;
        longest = most;
        seam = at;
    }
    return seam;
}

bool bl_language_is_user_word(const bl_language *language,
                              const bl_word *word)
{
    return language->user_words != NULL &&
           bl_phrases_word(language->user_words, word->folded) != 0;
}

static size_t form_list(int64_t group)
{
    return bl_hash_mix((uint64_t)group) % BL_FORM_LISTS;
}

bool bl_language_add_form(bl_language *language, int64_t group, bl_str text)
{
    const char *copy =
        bl_arena_copy(&language->data, text.ptr, text.size);
    uint32_t *list = &language->form_lists[form_list(group)];

    if (copy == NULL ||
        !bl_grow(language->alloc, &language->forms, &language->form_room,
                 language->form_count, sizeof(bl_entity_form)))
        return false;
    language->forms[language->form_count++] =
        (bl_entity_form){ group, bl_str_of(copy, text.size), *list };
    *list = (uint32_t)language->form_count;
    return true;
}

bool bl_language_add_adjective(bl_language *language, int64_t country,
                               bl_str stem)
{
    bl_folded folded;
    bl_folded skeleton;
    bl_adjective made = { .country = country };

    bl_fold(&language->locale, stem, &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), &skeleton);
    made.folded = bl_str_of(
        bl_arena_copy(&language->data, folded.text, folded.size), folded.size);
    made.skeleton = bl_str_of(
        bl_arena_copy(&language->data, skeleton.text, skeleton.size),
        skeleton.size);
    if (made.folded.ptr == NULL || made.skeleton.ptr == NULL ||
        !bl_grow(language->alloc, &language->adjectives,
                 &language->adjective_room, language->adjective_count,
                 sizeof(bl_adjective)))
        return false;
    language->adjectives[language->adjective_count++] = made;
    return true;
}

static bool begins_adjective(const bl_language *language, bl_str word,
                             int64_t country)
{
    for (size_t i = 0; i < language->adjective_count; i++) {
        const bl_adjective *one = &language->adjectives[i];

        if (one->country == country && bl_str_begins(word, one->skeleton))
            return true;
    }
    return false;
}

bool bl_language_is_of_country(const bl_language *language, bl_str skeleton,
                               int64_t country)
{
    if (begins_adjective(language, skeleton, country))
        return true;
    for (size_t i = 0;
         language->adjective_count != 0 && i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];

        if (bl_str_begins(skeleton, prefix) &&
            begins_adjective(language,
                             bl_str_of(skeleton.ptr + prefix.size,
                                       skeleton.size - prefix.size),
                             country))
            return true;
    }
    return false;
}

/* Whether an adjective may end so, by its language. */
static bool is_agreed(const bl_language *language, bl_str ending)
{
    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        if (set->of == BL_ENDINGS_WITHIN_NAMES && bl_endings_have(set, ending))
            return true;
    }
    return false;
}

bool bl_language_has_adjective(const bl_language *language, bl_str folded)
{
    for (size_t i = 0; i < language->adjective_count; i++) {
        const bl_str stem = language->adjectives[i].folded;

        if (bl_str_begins(folded, stem) &&
            is_agreed(language, bl_str_of(folded.ptr + stem.size,
                                          folded.size - stem.size)))
            return true;
    }
    return false;
}

bool bl_language_is_adjective(const bl_language *language, bl_str folded,
                              size_t index, int64_t *country)
{
    const bl_adjective *one = &language->adjectives[index];

    *country = one->country;
    if (bl_str_begins(folded, one->folded))
        return true;
    for (size_t i = 0; i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];

        if (bl_str_begins(folded, prefix) &&
            bl_str_begins(bl_str_of(folded.ptr + prefix.size,
                                    folded.size - prefix.size),
                          one->folded))
            return true;
    }
    return false;
}

const bl_exonym_table *bl_language_exonyms(bl_language *language)
{
    return bl_exonyms_get(&language->exonyms, language->alloc,
                         &language->locale);
}

/* An organisation and a part of it, by their groups. */
struct bl_family {
    int64_t whole;
    int64_t part;
};

bool bl_language_add_family(bl_language *language, int64_t whole, int64_t part)
{
    if (!bl_grow(language->alloc, &language->families, &language->family_room,
                 language->family_count, sizeof(struct bl_family)))
        return false;
    language->families[language->family_count++] =
        (struct bl_family){ whole, part };
    return true;
}

bool bl_language_are_family(const bl_language *language, int64_t a, int64_t b)
{
    for (size_t i = 0; i < language->family_count; i++) {
        const struct bl_family *one = &language->families[i];

        if ((one->whole == a && one->part == b) ||
            (one->whole == b && one->part == a))
            return true;
    }
    return false;
}

bl_str bl_language_form(const bl_language *language, int64_t group)
{
    uint32_t at = language->form_lists[form_list(group)];

    while (at != 0 && language->forms[at - 1].group != group)
        at = language->forms[at - 1].older;
    return at != 0 ? language->forms[at - 1].text : bl_str_of(NULL, 0);
}

/* Where the phrases begin with a word of any language; 0 for nowhere. */
static bl_phrase_node node_of(const bl_language *language,
                              const bl_word *word)
{
    const bl_phrase_word phrase = bl_phrases_hashed_word(
        &language->phrases, word->folded, word->fold_hash);

    return bl_phrases_root(&language->phrases, phrase);
}

static bool is_surname(const bl_language *language, const bl_word *word)
{
    return (bl_phrases_set(&language->phrases, node_of(language, word)) &
            BL_SENSE_BIT(BL_SENSE_SURNAME)) != 0;
}

static bool is_plain_syllable(const bl_language *language,
                              const bl_word *word)
{
    return language->syllables != NULL &&
           bl_syllables_plain(language->syllables, word->skeleton);
}

/* What a word is in a language that may be another one than its own, kept
 * with the word for the language that asked last: two bits for each question,
 * which are a verdict, and above them the number of the language. */
static bool ask_once(const bl_language *language, const bl_word *word,
                     bool (*ask_language)(const bl_language *language,
                                          const bl_word *word),
                     unsigned shift)
{
    const unsigned bits = 16 - BL_LANGUAGE_BITS; /* of the questions */
    unsigned known = bl_atomic_get(&word->abroad);
    unsigned verdict;

    if (known >> bits != language->number)
        known = (unsigned)language->number << bits;
    verdict = known >> shift & 3;
    if (verdict == BL_VERDICT_UNKNOWN || language->number == 0) {
        verdict = ask_language(language, word) ? BL_VERDICT_GOOD
                                               : BL_VERDICT_BAD;
        known = (known & ~(3u << shift)) | verdict << shift;
        bl_atomic_set(&((bl_word *)word)->abroad, (uint16_t)known);
    }
    return verdict == BL_VERDICT_GOOD;
}

bool bl_language_is_surname(const bl_language *language, const bl_word *word)
{
    return ask_once(language, word, is_surname, 0);
}

bool bl_language_is_plain_syllable(const bl_language *language,
                                   const bl_word *word)
{
    return ask_once(language, word, is_plain_syllable, 2);
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
