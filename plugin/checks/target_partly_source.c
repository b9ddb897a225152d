/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target-partly-source: words of the source were left in the target.
 *
 * In another script they are seen at once. In the same one a word is left
 * over where the source's dictionary knows it and the target's does not. That
 * it is no name say small letters, in the source where a sentence begins with
 * it; and where all nouns have capitals an ending that no name has, or what
 * stands before it. Countries have names of their own in each language. Words
 * in quotation marks or parentheses are cited.
 *
 * Page, examples and tests: target_partly_source.md
 */
#include "checks/check.h"
#include "checks/misspelling.h"
#include "lexicon/language.h"
#include "text/chars.h"
#include "text/oddity.h"
#include "text/script.h"
#include "text/similar.h"
#include "text/utf8.h"

enum { LEFT };

/* Words that are looked for in the source, and left over ones that are
 * reported; nobody reads on. */
enum { LOOKED_MOST = 32 };

/* Words in a row that a language may have taken over; and letters of what may be
 * small within a name. */
enum { LENT_MOST = 2, PARTICLE_MOST = 3 };

/* Letters of what may be an adjective, and is no preposition. */
enum { ADJECTIVE_LEAST = 5 };

/* Letters of a country that is no word besides, at least. */
enum { COUNTRY_LEAST = 5 };

/* Tokens of a title; what is longer is a quotation, and to be translated. */
enum { CITED_MOST = 12 };

/* Letters that part two spellings of a country, at most. */
enum { SPELLINGS_MOST = 2 };

/* ---- one word ----------------------------------------------------------- */

static bool is_plain(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0;
}

/* The same word in the source, with the same letters; or with the same but for
 * its capital, where it is `small` there. */
static const bl_token *find_in_source(const bl_side *source,
                                      const bl_word *word, bool small)
{
    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_token *token = &source->tokens[i];

        if (token->kind == BL_TOKEN_WORD &&
            token->word->fold_hash == word->fold_hash &&
            (small ? token->word->letter_case == BL_CASE_LOWER
                   : bl_str_equal(token->word->text, word->text)))
            return is_plain(token) ? token : NULL;
    }
    return NULL;
}

/* A word of the source's language and not of the target's, whatever its
 * capital. What is in another script was copied by the source itself. It is
 * looked for before a dictionary is asked, which would have to be opened. */
static bool is_known_there(const bl_pair *pair, const bl_token *there,
                           const bl_word *word)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    bl_language *target = pair->side[BL_TARGET].language;

    return there != NULL &&
           bl_is_of_script(there->c, source->language->locale.script) &&
           bl_language_spelling(target, word) == BL_VERDICT_BAD &&
           bl_language_common(target, word) == BL_VERDICT_BAD &&
           (word->set & (BL_SENSE_BIT(BL_SENSE_KNOWN) |
                         BL_SENSE_BIT(BL_SENSE_UNIT) |
                         BL_SENSE_BIT(BL_SENSE_CURRENCY))) == 0 &&
           !bl_language_is_user_word(target, word) &&
           bl_language_spelling(source->language, there->word) ==
               BL_VERDICT_GOOD;
}

/* What is written onto something else is no word by itself. */
static bool is_alone(const bl_side *side, size_t first, size_t limit)
{
    static const char signs[] = "-_@#/\\&+='0123456789";
    const bl_token *before = first != 0 ? &side->tokens[first - 1] : NULL;
    const bl_token *after =
        limit < side->token_count ? &side->tokens[limit] : NULL;

    if (before != NULL && side->tokens[first].gap == BL_GAP_NONE &&
        (bl_is_dash(before->c) || bl_is_apostrophe(before->c) ||
         before->c == '.' || /* the end of a file: .zip */
         (before->c < 0x80 && strchr(signs, (int)before->c) != NULL)))
        return false;
    return after == NULL || after->gap != BL_GAP_NONE ||
           (!bl_is_dash(after->c) && !bl_is_apostrophe(after->c) &&
            (after->c >= 0x80 || strchr(signs, (int)after->c) == NULL));
}

/* What is written onto a word of the source by the source itself: d'acheter. */
static bool is_elided(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_token *token = &pair->side[BL_TARGET].tokens[at];
    const bl_token *there;

    if (at < 2 || !bl_is_apostrophe(token[-1].c) ||
        token->gap != BL_GAP_NONE || token[-1].gap != BL_GAP_NONE ||
        !is_plain(&token[-2]) || token[-2].gap == BL_GAP_NONE)
        return false;
    there = find_in_source(source, token->word, false);
    return there != NULL && there >= source->tokens + 2 &&
           there->gap == BL_GAP_NONE && bl_is_apostrophe(there[-1].c) &&
           is_plain(&there[-2]) &&
           bl_str_equal(there[-2].word->text, token[-2].word->text);
}

/* Quotation marks and brackets of any script. */
static bool is_mark(uint32_t c)
{
    static const char ascii[] = "()[]{}\"'`*";

    if (c < 0x80)
        return c != 0 && strchr(ascii, (int)c) != NULL;
    return c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) ||
           c == 0x2039 || c == 0x203a || (c >= 0x3008 && c <= 0x301f) ||
           (c >= 0xff08 && c <= 0xff09);
}

/* Between brackets or quotation marks, or codes, as about a command. */
static bool is_cited(const bl_side *side, size_t first, size_t limit)
{
    const bl_token *before = first != 0 ? &side->tokens[first - 1] : NULL;
    const bl_token *behind =
        limit < side->token_count ? &side->tokens[limit] : NULL;

    return before != NULL && behind != NULL &&
           ((is_mark(before->c) && is_mark(behind->c)) ||
            (before->kind == BL_TOKEN_CODE && behind->kind == BL_TOKEN_CODE));
}

/* Of marks that open as they close every other one does. */
static bool opens_citation(const bl_side *side, size_t at)
{
    const uint32_t c = side->tokens[at].c;
    size_t before = 0;

    for (size_t i = 0; c == '"' && i < at; i++)
        before += side->tokens[i].c == '"';
    return before % 2 == 0 &&
           (bl_is_double_quote(c) || c == '(' || c == 0xff08);
}

static bool closes_citation(uint32_t c)
{
    return bl_is_double_quote(c) || c == ')' || c == 0xff09;
}

/* Within quotation marks or brackets whose text the source has as a whole: a
 * title, or what was translated and is given in the other language as well. */
static bool is_within_citation(const bl_pair *pair, size_t first,
                               size_t limit)
{
    const bl_side *target = &pair->side[BL_TARGET];
    size_t start = first;

    while (start > 0 && limit - start < CITED_MOST &&
           !opens_citation(target, start - 1))
        start--;
    while (limit < target->token_count && limit - start < CITED_MOST &&
           !closes_citation(target->tokens[limit].c))
        limit++;
    return start > 0 && limit < target->token_count &&
           opens_citation(target, start - 1) &&
           closes_citation(target->tokens[limit].c) &&
           bl_str_has(pair->side[BL_SOURCE].text,
                      bl_side_text(target, (bl_span){
                                               target->tokens[start].start,
                                               target->tokens[limit - 1].limit
                                           }));
}

/* Whether the tokens are the same word, and may be of one phrase with another
 * word: names stand beside any, but for what is small within one. */
static bool are_same_word(const bl_token *a, const bl_token *b, bool particle)
{
    return a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD &&
           bl_str_equal(a->word->text, b->word->text) &&
           (particle || (a->word->flags & BL_WORD_CAPITAL) == 0);
}

/* The "della" of a name, or one that is as short; or what has a capital. */
static bool is_particle(const bl_side *side, size_t first, size_t limit)
{
    const bl_word *word = side->tokens[first].word;

    return limit == first + 1 && word != NULL &&
           (word->letters <= PARTICLE_MOST ||
            (word->flags & BL_WORD_CAPITAL) != 0 ||
            (word->set & BL_SENSE_BIT(BL_SENSE_PARTICLE)) != 0);
}

/* Whether it stands beside the same word as in the source: both are a name, or
 * a phrase of a third language, "de facto". */
static bool is_phrase(const bl_pair *pair, size_t first, size_t limit)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const size_t size = limit - first;
    const bool particle = is_particle(target, first, limit);

    for (size_t i = 0; i + size <= source->token_count; i++) {
        size_t same = 0;

        while (same < size &&
               are_same_word(&source->tokens[i + same],
                             &target->tokens[first + same], true))
            same++;
        if (same == size &&
            ((first != 0 && i != 0 &&
              are_same_word(&source->tokens[i - 1],
                            &target->tokens[first - 1], particle)) ||
             (limit < target->token_count && i + size < source->token_count &&
              are_same_word(&source->tokens[i + size],
                            &target->tokens[limit], particle))))
            return true;
    }
    return false;
}

/* ---- runs of words ------------------------------------------------------ */

/* What of a segment was looked at. */
typedef struct looking {
    const bl_pair *pair;
    uint32_t looked;
} looking;

/* A word of the source's script and not of the target's; not a sign such as
 * α. */
static bool is_foreign(const bl_pair *pair, const bl_token *token)
{
    return token->word != NULL &&
           (token->word->oddities & BL_ODD_FOREIGN) != 0 &&
           ((token->flags & BL_TOKEN_GLYPH) != 0 ||
            token->word->letters > 2) &&
           bl_is_of_script(token->c,
                           pair->side[BL_SOURCE].language->locale.script);
}

/* A country that the language of the target calls otherwise: Nordkorea. There
 * are several spellings of most names. */
static bool is_exonym(const bl_pair *pair, const bl_token *there)
{
    const bl_language *language = pair->side[BL_SOURCE].language;
    const bl_language *target = pair->side[BL_TARGET].language;
    const bl_sense *sense =
        (there->word->set & BL_SENSE_BIT(BL_SENSE_ENTITY)) != 0
            ? bl_language_sense(language, there->word->root, BL_SENSE_ENTITY)
            : NULL;
    bl_folded folded;

    if (sense == NULL || (sense->flags & BL_SENSE_COUNTRY) == 0 ||
        there->word->letters < COUNTRY_LEAST ||
        !bl_is_of_script(there->c, target->locale.script) ||
        !bl_str_equal(bl_language_form(language, sense->value),
                      there->word->text))
        return false;
    bl_fold(&target->locale, bl_language_form(target, sense->value), &folded);
    return folded.size != 0 &&
           bl_distance(there->word->folded,
                       bl_str_of(folded.text, folded.size), SPELLINGS_MOST) >
               SPELLINGS_MOST;
}

/* Whether a word stands before it that no name has before it, if with another
 * one between: "ihren gesamten Urlaub". */
static bool is_determined(const bl_side *source, const bl_token *there)
{
    const bl_form_list *determiners = &source->language->determiners;
    const size_t at = (size_t)(there - source->tokens);

    if (!is_alone(source, at, at + 1))
        return false;
    for (size_t i = 0; i < 2; i++) {
        if (there == source->tokens || there->gap != BL_GAP_SPACE)
            return false;
        there--;
        if (!is_plain(there))
            return false;
        if (bl_form_list_has(determiners, there->word->folded))
            return true;
        if (there->word->letter_case != BL_CASE_LOWER ||
            there->word->letters < ADJECTIVE_LEAST)
            return false;
    }
    return false;
}

/* A word with a capital that is no name. */
static const bl_token *find_noun(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_word *word = pair->side[BL_TARGET].tokens[at].word;
    const bl_token *there;

    if (word->letter_case == BL_CASE_UPPER)
        return NULL;
    there = find_in_source(source, word, false);
    if (there == NULL)
        return at == 0 && word->letters > PARTICLE_MOST
                   ? find_in_source(source, word, true)
                   : NULL;
    return bl_language_noun_ending(source->language, word->text) != 0 ||
                   is_exonym(pair, there) ||
                   (is_determined(source, there) &&
                    bl_language_has_plural(source->language, word->text))
               ? there
               : NULL;
}

/* A letter that is a word of the source's language alone: y, and. */
static bool is_letter_left(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_word *word = pair->side[BL_TARGET].tokens[at].word;

    return bl_form_list_has(&source->language->letter_words, word->text) &&
           bl_is_letter_in_prose(&pair->side[BL_TARGET], (uint32_t)at) &&
           find_in_source(source, word, true) != NULL;
}

static bool is_left(looking *l, size_t at)
{
    const bl_side *target = &l->pair->side[BL_TARGET];
    const bl_token *token = &target->tokens[at];
    const bl_token *there;

    if (!is_plain(token) || l->looked >= LOOKED_MOST)
        return false;
    if ((target->traits[at] & BL_TRAIT_ODD) != 0 &&
        is_foreign(l->pair, token)) {
        l->looked++;
        return bl_str_has(l->pair->side[BL_SOURCE].text, token->word->text);
    }
    if ((target->traits[at] & (BL_TRAIT_UNJUDGED | BL_TRAIT_CAPITAL)) == 0 ||
        (token->word->letters > 1 &&
         bl_language_is_judged_good(token->word)) ||
        (!is_alone(target, at, at + 1) &&
         (!is_elided(l->pair, at) || !is_alone(target, at - 2, at + 1))))
        return false;
    l->looked++;
    if (token->word->letters == 1)
        return is_letter_left(l->pair, at);
    there = (target->traits[at] & BL_TRAIT_UNJUDGED) != 0
                ? find_in_source(&l->pair->side[BL_SOURCE], token->word, false)
                : find_noun(l->pair, at);
    return is_known_there(l->pair, there, token->word);
}

/* Words of a language that lends them to all others, unless they are many. */
static bool is_lent(const bl_pair *pair, size_t first, size_t limit)
{
    return pair->side[BL_SOURCE].language->lends_words &&
           limit - first < LENT_MOST + 1 &&
           !is_foreign(pair, &pair->side[BL_TARGET].tokens[first]);
}

static void emit(const bl_side *target, size_t first, size_t limit,
                 bl_sink *sink)
{
    bl_emission e = { .message = LEFT, .mark_count = 1 };

    e.marks[0] = bl_mark_of(
        BL_TARGET, (bl_span){ target->tokens[first].start,
                              target->tokens[limit - 1].limit });
    e.arguments[0] = bl_side_text(target, e.marks[0].span);
    bl_emit(sink, &e);
}

/* Without a dictionary nothing of the same script can be told. */
static unsigned traits_of(const bl_pair *pair)
{
    const bl_language *source = pair->side[BL_SOURCE].language;

    if (pair->side[BL_TARGET].language->speller == NULL ||
        source->speller == NULL)
        return BL_TRAIT_ODD;
    return BL_TRAIT_ODD | BL_TRAIT_UNJUDGED |
           (source->lends_words ? 0 : BL_TRAIT_CAPITAL);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const size_t count = target->token_count;
    const unsigned traits = traits_of(pair);
    looking l = { .pair = pair };
    size_t first;
    size_t limit;

    (void)self;
    if (bl_locale_same_language(&pair->side[BL_SOURCE].language->locale,
                                &target->language->locale) ||
        bl_str_equal(pair->side[BL_SOURCE].text, target->text))
        return;
    for (size_t at = bl_traits_next(target->traits, count, 0, traits);
         at < count;
         at = bl_traits_next(target->traits, count, limit, traits)) {
        limit = at + 1;
        if (!is_left(&l, at))
            continue;
        while (limit < count && target->tokens[limit].gap <= BL_GAP_SPACE &&
               is_left(&l, limit))
            limit++;
        /* Most of the text is in another language, which another rule tells. */
        if ((limit - at) * 2 > count)
            continue;
        first = is_elided(pair, at) ? at - 2 : at;
        if (!is_cited(target, first, limit) && !is_lent(pair, at, limit) &&
            !is_phrase(pair, first, limit) &&
            !is_within_citation(pair, first, limit))
            emit(target, first, limit, sink);
    }
}

const bl_check bl_check_target_partly_source = {
    .id = "target-partly-source",
    .title = "Words of the source were left in the target",
    .category = "untranslated",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [LEFT] = { "left", "{0} is not translated", BL_WARNING },
    },
    .run = run,
};
