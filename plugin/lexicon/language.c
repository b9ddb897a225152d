/* SPDX-License-Identifier: Apache-2.0 */
/* Building a language, the records of its words, and phrases in text. */
#include "lexicon/language.h"

#include "base/error.h"
#include "base/hash.h"
#include "lexicon/compiled.h"
#include "lexicon/dictionary.h"
#include "lexicon/spelling.h"
#include "lexicon/syllables.h"
#include "text/oddity.h"
#include "text/script.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- building ----------------------------------------------------------- */

void bl_language_add(bl_language *language, bl_sense sense, bl_str phrase)
{
    bl_tokenizer from = bl_tokenizer_of(language->chars, phrase);
    bl_folded folded[BL_PHRASE_WORDS];
    bl_str words[BL_PHRASE_WORDS];
    bl_token token;
    size_t count = 0;

    while (count < BL_PHRASE_WORDS && bl_tokenizer_next(&from, &token)) {
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

/* What is no phrase here is one of BL_COMPILED_TRAITS. */
static void load_cldr(bl_language *language)
{
    const bl_locale *locale = &language->locale;

    bl_cldr_symbols(locale, &language->symbols);
    bl_cldr_date_style(locale, &language->dates);
    bl_cldr_quotes(locale, &language->quotes);
    language->plurals = bl_cldr_plurals(locale);
    bl_cldr_scales(locale, on_phrase, language);
    bl_cldr_dates(locale, on_phrase, language);
    language->calendars = bl_cldr_calendars(locale, on_phrase, language);
    bl_cldr_units(locale, bl_units_find, language->units, on_phrase,
                  language);
    bl_cldr_countries(locale, on_country, language);
    add_currency_codes(language);
    bl_cldr_currencies(locale, bl_units_find, language->units, on_phrase,
                       language);
}

/* A language that knows nothing yet; NULL when there is no memory. */
static bl_language *begin(const bl_language_source *source,
                          const bl_locale *locale)
{
    bl_language *language = bl_new(source->alloc, 1, sizeof(*language));

    if (language == NULL)
        return NULL;
    language->alloc = source->alloc;
    language->chars = source->chars;
    language->units = source->units;
    language->user_words = source->user_words;
    language->locale = *locale;
    language->tag_hash = bl_hash(locale->tag, strlen(locale->tag), 0);
    bl_arena_init(&language->data, source->alloc, 0);
    language->letters.alloc = source->alloc;
    language->foreign.alloc = source->alloc;
    bl_orthography_init(&language->orthography, source->alloc);
    language->variants.alloc = source->alloc;
    language->variants.texts = &language->data;
    language->inflections.alloc = source->alloc;
    language->irregular.alloc = source->alloc;
    language->inflections.texts = &language->data;
    language->couples.alloc = source->alloc;
    bl_phrases_init(&language->phrases, source->alloc);
    language->breaks = bl_breaks_new(source->alloc, &language->locale);
    if (language->breaks == NULL || !bl_exonyms_init(&language->exonyms) ||
        !bl_words_init(&language->words, source->alloc)) {
        bl_language_free(language);
        return NULL;
    }
    return language;
}

/* From what is compiled; UNSUPPORTED where nothing is, or it is not fit to be
 * used. */
static bilint_status load_compiled(const bl_language_source *source,
                                   const bl_locale *locale, uint64_t texts,
                                   bl_language **language, bilint_error *err)
{
    bilint_error why = BILINT_ERROR_INIT;
    bilint_status status;

    if (source->compiled == NULL)
        return BILINT_E_UNSUPPORTED;
    status = bl_compiled_language(source->compiled, texts, *language, &why);
    if (status == BILINT_OK || status == BILINT_E_UNSUPPORTED)
        return status;
    if (status != BILINT_E_DATA)
        return bl_fail_memory(err);
    if (source->tell != NULL)
        source->tell(source->context, why.message);
    bl_language_free(*language);
    *language = begin(source, locale);
    return *language != NULL ? BILINT_E_UNSUPPORTED : bl_fail_memory(err);
}

/* What is found out once everything is there. */
static bilint_status finish(bl_language *language, bilint_error *err)
{
    bl_letters_sort(&language->letters);
    bl_letters_sort(&language->foreign);
    if (!language->doubles_known)
        language->doubles = true;
    language->number_word =
        bl_phrases_word(&language->phrases, BL_STR(BL_CLDR_NUMBER));
    language->scope = (uint8_t)bl_language_scope(language);
    return language->phrases.failed || language->data.failed
               ? bl_fail_memory(err)
               : BILINT_OK;
}

bl_language *bl_language_new(const bl_language_source *source,
                             const bl_locale *locale, bilint_error *err)
{
    bl_language *language = begin(source, locale);
    bl_dictionary dictionary;
    bilint_status status;

    if (language == NULL) {
        bl_fail_memory(err);
        return NULL;
    }
    status = bl_dictionary_find(&dictionary, source->alloc,
                                source->dictionaries, locale, err);
    if (status == BILINT_OK) {
        status = load_compiled(source, locale, dictionary.hash, &language,
                               err);
        if (status == BILINT_E_UNSUPPORTED) {
            load_cldr(language);
            status = bl_dictionary_open(&dictionary, err);
            if (status == BILINT_OK)
                status = bl_dictionary_load(&dictionary, language, err);
            if (status == BILINT_OK && !bl_language_decline_names(language))
                status = bl_fail_memory(err);
        }
        if (status == BILINT_OK)
            status = finish(language, err);
        bl_dictionary_close(&dictionary);
    }
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
    bl_breaks_free(language->breaks);
    bl_words_free(&language->words);
    bl_exonyms_free(&language->exonyms, language->alloc);
    bl_phrases_free(&language->phrases);
    bl_free(language->alloc, language->endings);
    bl_irregular_free(&language->irregular);
    bl_free(language->alloc, language->families);
    bl_free(language->alloc, language->prefixes.items);
    bl_free(language->alloc, language->romanized.items);
    bl_free(language->alloc, language->genitives.items);
    bl_free(language->alloc, language->acronyms.items);
    bl_free(language->alloc, language->name_stems.items);
    bl_free(language->alloc, language->particles.items);
    bl_free(language->alloc, language->separable.items);
    bl_free(language->alloc, language->derived.items);
    bl_free(language->alloc, language->nouns.items);
    bl_free(language->alloc, language->determiners.items);
    bl_free(language->alloc, language->plurals_of_nouns.items);
    bl_free(language->alloc, language->letter_words.items);
    bl_free(language->alloc, language->elided.items);
    bl_free(language->alloc, language->within.items);
    bl_free(language->alloc, language->letters_of_nouns.items);
    bl_free(language->alloc, language->linking.items);
    bl_free(language->alloc, language->leading.items);
    bl_free(language->alloc, language->joining.items);
    bl_free(language->alloc, language->suspended.items);
    bl_free(language->alloc, language->clipped.items);
    bl_free(language->alloc, language->remarks.items);
    bl_free(language->alloc, language->forms);
    bl_free(language->alloc, language->adjectives);
    bl_free(language->alloc, language->variants.items);
    bl_free(language->alloc, language->inflections.items);
    bl_free(language->alloc, language->inflections.softened.items);
    bl_free(language->alloc, language->letters.items);
    bl_free(language->alloc, language->foreign.items);
    bl_orthography_free(&language->orthography);
    bl_couples_free(&language->couples);
    for (size_t i = 0; i < language->encoding_count; i++)
        bl_free(language->alloc, language->encodings[i].items);
    bl_syllables_free(language->syllables);
    bl_arena_free(&language->data);
    bl_free(language->alloc, language);
}

/* ---- records ------------------------------------------------------------ */

/* Texts of a word, each made from the one before it: one behind the other,
 * with a NUL behind each as a courtesy, and none twice in a row. */
static void keep(bl_arena *arena, bl_str *const texts[], size_t count)
{
    size_t size = 0;
    char *to;

    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !bl_str_equal(*texts[i], *texts[i - 1]))
            size += texts[i]->size + 1;
    }
    to = bl_arena_alloc(arena, size, 1);
    for (size_t i = 0; i < count; i++) {
        const size_t length = texts[i]->size;

        if (to == NULL) {
            *texts[i] = bl_str_of(NULL, 0);
        } else if (i != 0 && bl_str_equal(*texts[i], *texts[i - 1])) {
            *texts[i] = *texts[i - 1];
        } else {
            if (length != 0)
                memcpy(to, texts[i]->ptr, length);
            to[length] = '\0';
            *texts[i] = bl_str_of(to, length);
            to += length + 1;
        }
    }
}

static uint16_t count_letters(bl_str text)
{
    const size_t points = bl_utf8_points(text.ptr, text.size);

    return points < UINT16_MAX ? (uint16_t)points : UINT16_MAX;
}

static bl_trait_set traits_of(const bl_word *word)
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
        traits |= BL_TRAIT_LOWER | BL_TRAIT_UNJUDGED;
    if (several && word->letter_case == BL_CASE_UPPER)
        traits |= BL_TRAIT_ACRONYM;
    if ((word->flags & BL_WORD_CAPITAL) != 0)
        traits |= BL_TRAIT_CAPITAL;
    if (word->letter_case == BL_CASE_NONE && (word->reach & lists) != 0)
        traits |= BL_TRAIT_LISTED;
    if ((word->reach & BL_SENSES_LEADING) != 0)
        traits |= BL_TRAIT_LEADING;
    if ((word->reach & BL_SENSES_FOLLOWING) != 0)
        traits |= BL_TRAIT_FOLLOWING;
    if (word->oddities != 0)
        traits |= BL_TRAIT_ODD;
    return (bl_trait_set)traits;
}

/* "π", in text that is not Greek. */
static bool is_greek_sign(const bl_language *language, uint32_t c)
{
    return bl_is_of_script(c, "Grek") &&
           !bl_is_of_script(c, language->locale.script);
}

/* A small letter that is no word of the language, whatever its dictionary says:
 * those of Hunspell have all letters. Greek ones are signs elsewhere. */
static bool is_no_word(const bl_language *language, const bl_word *word)
{
    size_t next = 0;
    uint32_t c;

    if (word->letters != 1 || word->letter_case != BL_CASE_LOWER ||
        language->letter_words.count == 0)
        return false;
    c = bl_utf8_next(word->text.ptr, word->text.size, &next);
    return !is_greek_sign(language, c) &&
           !bl_form_list_has(&language->letter_words, word->text);
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

/* Whether a letter of another keyboard stands for one of the language. */
static bool is_mistyped(const bl_language *language, bl_str text)
{
    for (size_t at = 0; language->typed_count != 0 && at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (bl_language_meant(language, c) != 0)
            return true;
    }
    return false;
}

static unsigned oddities_of(const bl_language *language, bl_str text)
{
    const unsigned keys = is_mistyped(language, text) ? BL_ODD_KEYS : 0;

    return bl_oddities(&language->locale, text) | keys;
}

static bl_word *make_word(const void *context, bl_str text, bl_arena *arena)
{
    const bl_language *language = context;
    bl_word *word = bl_arena_lines(arena, sizeof(*word));
    bl_folded folded;
    bl_folded skeleton;
    bl_str *texts[3];

    if (word == NULL)
        return NULL;
    memset(word, 0, sizeof(*word));
    word->text = text;
    bl_fold(&language->locale, text, &folded);
    word->folded = bl_str_of(folded.text, folded.size);
    word->fold_hash = bl_skeleton_hash(word->folded);
    bl_phrases_fetch(&language->phrases, word->fold_hash);
    bl_skeleton(word->folded, &skeleton);
    word->skeleton = bl_str_of(skeleton.text, skeleton.size);
    texts[0] = &word->text;
    texts[1] = &word->folded;
    texts[2] = &word->skeleton;
    keep(arena, texts, 3);
    word->sounds = bl_sounds_of(&language->letters, word->skeleton);
    word->skeleton_hash = bl_skeleton_hash(word->skeleton);
    word->skeleton_bit = word->skeleton_hash & 63;
    word->stem_hash = bl_stem_hash(word->skeleton);
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
        bl_language_set_meaning(language, word);
    if (!bl_str_is_ascii(text))
        word->oddities = (uint8_t)oddities_of(language, text);
    word->traits = traits_of(word);
    if (is_no_word(language, word))
        word->traits |= BL_TRAIT_UNJUDGED;
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

/* ---- phrases in text ---------------------------------------------------- */

const bl_word bl_language_no_word = { .size = 0 };

static bool is_joint(uint32_t c)
{
    return c == '.' || c == '/' || c == 0xb7 || c == 0x22c5 || c == 0x05f3 ||
           c == 0x05f4 || c == 0x0970 || c == 0x30fb || bl_is_dash(c) ||
           bl_is_apostrophe(c);
}

/* The quotation mark that is typed for the mark of an abbreviation within a
 * word: ק"ג. */
static bool is_typed_mark(const bl_token *tokens, size_t count, size_t at)
{
    return tokens[at].c == '"' && at + 1 < count &&
           tokens[at + 1].kind == BL_TOKEN_WORD &&
           tokens[at + 1].gap == BL_GAP_NONE;
}

/* The token behind what may stand between two words of a phrase: a hyphen,
 * the point of an abbreviation (its like in Hebrew and Devanagari), the point
 * between the parts of a foreign name in Chinese and Japanese, the stroke of
 * km/h, and a stroke behind a point. */
static size_t skip_signs(const bl_token *tokens, size_t count, size_t at)
{
    size_t next = at;

    while (next < count && next < at + 2 &&
           tokens[next].kind == BL_TOKEN_PUNCT &&
           tokens[next].gap == BL_GAP_NONE &&
           (is_joint(tokens[next].c) || is_typed_mark(tokens, count, next)) &&
           (next == at || tokens[next].c == '/' || tokens[next].c == '-'))
        next++;
    return next > at && next < count && tokens[next].gap != BL_GAP_WIDE ? next
                                                                        : at;
}

static inline size_t skip_joint(const bl_token *tokens, size_t count,
                                size_t at)
{
    return at < count && tokens[at].kind == BL_TOKEN_PUNCT
               ? skip_signs(tokens, count, at)
               : at;
}

/* Where the next word of a phrase stands, unless it ends before `at`; or how
 * many tokens there are. */
static inline size_t next_word(const bl_token *tokens, size_t count,
                               size_t at)
{
    return at < count && tokens[at].word != NULL &&
                   tokens[at].word->phrase != 0 &&
                   tokens[at].gap != BL_GAP_WIDE
               ? at
               : count;
}

bl_phrase_node bl_language_match_around(const bl_language *language,
                                        const bl_token *tokens, size_t count,
                                        size_t at, size_t hole, size_t behind,
                                        bl_sense_set wanted, size_t *limit)
{
    const bl_phrases *phrases = &language->phrases;
    const bl_word *first = tokens[at].word;
    bl_phrase_node found = 0;
    bl_phrase_node node = first->root;
    /* What nearly always ends it stands in the record of the word. */
    bl_phrase_end end = { .set = first->set,
                          .reach = first->reach,
                          .after = first->after };

    while ((end.reach & wanted) != 0) {
        at++;
        if (at > behind && (end.set & wanted) != 0) {
            found = node;
            *limit = at;
        }
        if (at == hole) {
            node = bl_phrases_step(phrases, node, language->number_word);
            end = phrases->ends[node];
            at = behind;
        } else {
            at = skip_joint(tokens, count, at);
        }
        at = next_word(tokens, count, at);
        if (at == count || node == 0 ||
            !bl_phrases_may_step(end.after, tokens[at].word->phrase))
            break;
        node = bl_phrases_find(phrases, node, tokens[at].word->phrase);
        end = phrases->ends[node];
    }
    return found;
}

/* Whether a phrase may go on behind its first word at tokens[at], as far as
 * the next token tells: over a sign, or with its word. */
static bool may_go_on(const bl_token *tokens, size_t count, size_t at)
{
    const uint32_t after = tokens[at].word->after;
    const bl_token *next = &tokens[at + 1];

    if (at + 1 == count)
        return false;
    if (next->kind == BL_TOKEN_PUNCT)
        return after != 0;
    return next->word != NULL && bl_phrases_may_step(after, next->word->phrase);
}

bl_phrase_node bl_language_walk(const bl_language *language,
                                const bl_token *tokens, size_t count,
                                size_t at, bl_sense_set wanted,
                                size_t *limit)
{
    const bl_word *word = tokens[at].word;

    if (may_go_on(tokens, count, at))
        return bl_language_match_around(language, tokens, count, at, SIZE_MAX,
                                        0, wanted, limit);
    if ((word->set & wanted) == 0)
        return 0;
    *limit = at + 1;
    return word->root;
}
