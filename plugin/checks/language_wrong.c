/* SPDX-License-Identifier: Apache-2.0 */
/*
 * language-wrong: the target is not in the target language.
 *
 * It may be in letters that the language is not written in, in words most of
 * which its dictionary lacks and the source's has, with hardly any in a script
 * of its own, or, in a language whose syllables have marks, in none that has
 * any.
 *
 * Page, examples and tests: language_wrong.md
 */
#include "checks/misspelling.h"
#include "checks/signs.h"
#include "checks/throughout.h"
#include "text/alphabet.h"
#include "text/code_span.h"
#include "text/oddity.h"
#include "text/script.h"

enum { SCRIPT, WORDS, UNMARKED };

/* Words that a text has at least for that to be said; how many of ten the
 * dictionary lacks, as languages share short words (was, in), and how many of
 * ten the source's has. */
enum { WORDS_LEAST = 6, LACKED_OF_TEN = 5, KNOWN_OF_TEN = 8 };

/* Words that are looked at. */
enum { LOOKED_MOST = 64 };

/* What words of a script of its own come to in a text that is in the language;
 * what one of them counts, and a letter of a script without word spaces. */
enum { OWN_LEAST = 6, OWN_WORD = 2, OWN_GLYPH = 1 };

/* One word in so many that are the language's own makes its sentence. */
enum { OWN_SHARE = 5 };

/* ---- letters ------------------------------------------------------------ */

/* "last|first", "--export-dpi": values and names of options. */
static bool is_joint(uint32_t c)
{
    return c == '|' || c == '-';
}

static bool is_joined(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return (at > 0 && token->gap == BL_GAP_NONE && is_joint(token[-1].c)) ||
           (at + 1 < side->token_count && token[1].gap == BL_GAP_NONE &&
            is_joint(token[1].c)) ||
           bl_is_of_code(side, at);
}

static bool is_prose(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0 &&
           !is_joined(side, at) &&
           ((token->flags & BL_TOKEN_GLYPH) != 0 ||
            (token->word->letters > 1 &&
             token->word->letter_case != BL_CASE_INITIAL &&
             token->word->letter_case != BL_CASE_UPPER));
}

/* Whether there are enough words, all in a script that the language is not
 * written in. Latin ones are not: many languages are written in it as well. */
static bool is_other_script(const bl_side *side)
{
    uint32_t words = 0;

    if (side->first_odd == side->token_count)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (!is_prose(side, i))
            continue;
        if ((token->word->oddities & BL_ODD_FOREIGN) == 0)
            return false;
        words++;
    }
    return words >= WORDS_LEAST;
}

/* ---- words -------------------------------------------------------------- */

/* Words without capitals, and those of them that a dictionary has or lacks. */
typedef struct counts {
    uint32_t words;
    uint32_t found;
} counts;

static bool is_lacked(bl_language *language, const bl_word *word)
{
    return (!bl_locale_is_latin(&language->locale) &&
            bl_alphabet_of(word->first) == BL_ALPHABET_LATIN) ||
           bl_language_spelling(language, word) == BL_VERDICT_BAD;
}

static bool is_known_there(const bl_pair *pair, const bl_word *word)
{
    bl_language *source = pair->side[BL_SOURCE].language;

    word = bl_language_word(source, word->text, pair->scratch);
    return word != NULL &&
           bl_language_spelling(source, word) == BL_VERDICT_GOOD;
}

static bool has_words(const bl_side *side)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < side->token_count && words < WORDS_LEAST; i++)
        words += is_prose(side, i);
    return words == WORDS_LEAST;
}

static counts count_words(const bl_pair *pair, bool in_source)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_code_spans code = bl_code_spans_of(target->text);
    counts n = { 0, 0 };

    for (uint32_t i = 0; i < target->token_count && n.words < LOOKED_MOST;
         i++) {
        const bl_token *token = &target->tokens[i];

        if (!is_prose(target, i) || bl_code_spans_have(&code, token->start))
            continue;
        n.words++;
        if ((token->flags & BL_TOKEN_GLYPH) == 0)
            n.found += in_source
                           ? is_known_there(pair, token->word)
                           : is_lacked(target->language, token->word);
    }
    return n;
}

/* Whether the word is one of the target's language and not of the source's:
 * small, or what the text begins with. */
static bool is_own(const bl_pair *pair, uint32_t at)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_token *token = &target->tokens[at];

    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT |
                            BL_TOKEN_GLYPH)) == 0 &&
           (token->word->letter_case == BL_CASE_LOWER || at == 0) &&
           bl_language_common(target->language, token->word) ==
               BL_VERDICT_GOOD &&
           !is_known_there(pair, token->word);
}

/* "Ayuda contra ransomware, phishing y virus": a list of words that are lent,
 * in a sentence of the language. */
static bool has_own_sentence(const bl_pair *pair, uint32_t words)
{
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t own = 0;

    for (uint32_t i = 0; i < target->token_count && i < LOOKED_MOST; i++)
        own += is_own(pair, i);
    return own * OWN_SHARE >= words;
}

/* Whether there are several words in a script that the source's language is
 * not written in: those of the source are then names of commands and values. */
static bool has_own_words(const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const char *own = target->language->locale.script;
    const char *other = pair->side[BL_SOURCE].language->locale.script;
    uint32_t sum = 0;

    for (uint32_t i = 0; i < target->token_count && sum < OWN_LEAST; i++) {
        const bl_token *token = &target->tokens[i];

        if (token->kind == BL_TOKEN_WORD &&
            (token->flags & BL_TOKEN_MASKED) == 0 &&
            bl_is_of_script(token->word->first, own) &&
            !bl_is_of_script(token->word->first, other))
            sum += (token->flags & BL_TOKEN_GLYPH) != 0 ? OWN_GLYPH
                                                        : OWN_WORD;
    }
    return sum >= OWN_LEAST;
}

/* Whether it is in the language of the source. Words that the dictionary has
 * are known by a bit, so that nearly all texts are not looked at; it is not
 * opened for a text that is too short. */
static bool is_source_language(const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t at = 0;
    counts n;

    if ((target->language->speller == NULL &&
         bl_locale_is_latin(&target->language->locale)) ||
        pair->side[BL_SOURCE].language->speller == NULL)
        return false;
    for (int i = 0; i < WORDS_LEAST / 2; i++) {
        at = bl_next_unjudged(target, at);
        if (at++ == target->token_count)
            return false;
    }
    if (!has_words(target))
        return false;
    n = count_words(pair, false);
    if (n.words < WORDS_LEAST || n.found * 10 < n.words * LACKED_OF_TEN)
        return false;
    n = count_words(pair, true);
    return n.found * 10 >= n.words * KNOWN_OF_TEN && !has_own_words(pair) &&
           !has_own_sentence(pair, n.words);
}

/* ---- marks -------------------------------------------------------------- */

/* Words in small letters, none with a mark. */
static bool is_unmarked(const bl_side *side)
{
    uint32_t words = 0;

    if (side->language->syllables == NULL)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD && !bl_str_is_ascii(token->word->text))
            return false;
        words += is_prose(side, i);
    }
    return words >= WORDS_LEAST;
}

/* ---- the rule ----------------------------------------------------------- */

static void emit(const bl_pair *pair, uint16_t message, bl_sink *sink)
{
    const bl_str text = pair->side[BL_TARGET].text;
    bl_emission e = { .message = message, .mark_count = 1 };

    e.marks[0] =
        bl_mark_of(BL_TARGET, (bl_span){ 0, (uint32_t)text.size });
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    (void)self;
    if (target->token_count < WORDS_LEAST ||
        bl_locale_same_language(&source->language->locale,
                                &target->language->locale) ||
        bl_str_equal(source->text, target->text))
        return;
    if (is_other_script(target))
        emit(pair, SCRIPT, sink);
    else if (is_source_language(pair))
        emit(pair, WORDS, sink);
    else if (is_unmarked(target))
        emit(pair, UNMARKED, sink);
}

/* A document in another alphabet of the language, or typed without marks, is
 * told once. */
static void settle(uint16_t rule, const bl_records *records, bl_report *report)
{
    bl_settle_throughout(rule, SCRIPT, BL_MOST, BL_INFO, records, report);
    bl_settle_throughout(rule, UNMARKED, BL_MOST, BL_INFO, records, report);
}

const bl_check bl_check_language_wrong = {
    .id = "language-wrong",
    .title = "The target is not in the target language",
    .category = "language",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [SCRIPT] = { "script",
                     "the target has no letters of the target language",
                     BL_WARNING },
        [WORDS] = { "words", "the target is in the language of the source",
                    BL_WARNING },
        [UNMARKED] = { "unmarked", "no word of the target has its marks",
                       BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
