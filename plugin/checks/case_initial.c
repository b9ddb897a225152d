/* SPDX-License-Identifier: Apache-2.0 */
/*
 * case-initial: the target begins with a small letter where its source begins
 * with a capital, or the other way round.
 *
 * Of scripts without case a source begins with what counts as a capital when
 * it is a sentence. Words that are written so wherever they stand (iPhone,
 * orf3b), marks of lists and what the source has in the same letters say
 * nothing.
 *
 * Page, examples and tests: case_initial.md
 */
#include "checks/check.h"
#include "checks/signs.h"
#include "match/names.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { LOWER, UPPER, SMALL_NAME };

/* Tokens of a name: Chinese (Simplified, Singapore). */
enum { NAME_TOKENS = 8 };

/* The word that a side begins with, behind codes and signs; NULL where it
 * begins with something else. */
static const bl_token *first_word(const bl_side *side)
{
    size_t at = 0;
    const bl_token *token;

    while (at < side->token_count &&
           (side->tokens[at].kind == BL_TOKEN_CODE ||
            (side->tokens[at].kind == BL_TOKEN_PUNCT &&
             bl_sign_kind(side, &side->tokens[at]) == BL_POINT_NONE &&
             bl_sign_is_prose(&side->tokens[at]))))
        at++;
    if (at == side->token_count)
        return NULL;
    token = &side->tokens[at];
    return token->kind == BL_TOKEN_WORD && bl_sign_is_prose(token) ? token
                                                                   : NULL;
}

/* x86, e-mail, a), 's: what touches it on a side makes it something else. */
static bool is_bare(const bl_side *side, const bl_token *word)
{
    const size_t at = (size_t)(word - side->tokens);
    const bl_token *next = word + 1;

    if (at > 0 && word->gap == BL_GAP_NONE &&
        (bl_is_apostrophe(word[-1].c) || bl_is_dash(word[-1].c)))
        return false;
    return at + 1 == side->token_count || next->gap != BL_GAP_NONE ||
           (next->kind == BL_TOKEN_PUNCT && word->word->letters > 1 &&
            next->c != '_' && next->c != '/' && next->c != '.');
}

static bool has_word(const bl_side *side, const bl_word *word)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_word *other = side->tokens[i].word;

        if (other != NULL && other->fold_hash == word->fold_hash &&
            other->letter_case == word->letter_case &&
            bl_str_equal(other->text, word->text))
            return true;
    }
    return false;
}

/* What the last sign says, behind which codes and quotation marks may stand. */
static bl_point_kind last_kind(const bl_side *side)
{
    size_t at = side->token_count;

    while (at > 0 && (side->tokens[at - 1].kind == BL_TOKEN_CODE ||
                      bl_is_quote(side->tokens[at - 1].c)))
        at--;
    return at > 0 ? bl_sign_kind(side, &side->tokens[at - 1]) : BL_POINT_NONE;
}

/* Whether it ends as a sentence does. */
static bool is_sentence(const bl_side *side)
{
    return (1u << last_kind(side) &
            (1u << BL_POINT_STATEMENT | 1u << BL_POINT_QUESTION |
             1u << BL_POINT_EXCLAMATION)) != 0;
}

/* Whether it ends as an item of a list, of which languages make one sentence:
 * "créer les partitions ;", "Your name; and". */
static bool is_item(const bl_side *side)
{
    const bl_point_kind kind = last_kind(side);
    const bl_word *last = side->tokens[side->token_count - 1].word;

    return kind == BL_POINT_SEMICOLON || kind == BL_POINT_COMMA ||
           (last != NULL && side->token_count >= 2 &&
            bl_sign_kind(side, &side->tokens[side->token_count - 2]) ==
                BL_POINT_SEMICOLON &&
            bl_form_list_has(&side->language->joining, last->folded));
}

/* A word in Latin letters begins no sentence of a language that has others. */
static bool is_foreign(const bl_side *side, const bl_word *word)
{
    return !bl_locale_is_latin(&side->language->locale) &&
           bl_is_latin(word);
}

/* Taken over as it is: no ordinary word that both languages have (in); in
 * letters that are not the language's, any (sa-learn을). */
static bool is_kept(const bl_pair *pair, const bl_word *word)
{
    return has_word(&pair->side[BL_SOURCE], word) &&
           (!bl_locale_is_latin(&pair->side[BL_TARGET].language->locale) ||
            bl_language_spelling(pair->side[BL_TARGET].language, word) !=
                BL_VERDICT_GOOD);
}

/* "Fuji film" and "film Fuji": the name that has the capital is elsewhere in a
 * text that is no sentence. */
static bool is_moved(const bl_pair *pair, const bl_word *name)
{
    return !is_sentence(&pair->side[BL_TARGET]) &&
           has_word(&pair->side[BL_TARGET], name);
}

/* Whether a word of the target is what the word of the source names. */
static bool answers(const bl_pair *pair, const bl_word *word)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_exonym_table *names[2];

    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        names[id] = bl_language_exonyms(pair->side[id].language);
        if (names[id] == NULL)
            return false;
    }
    for (uint32_t i = 0; i < target->token_count; i++) {
        const bl_word *other = target->tokens[i].word;

        if (other != NULL && other->letter_case == BL_CASE_LOWER &&
            !bl_exonyms_city(names[BL_SOURCE], names[BL_TARGET],
                             &word->skeleton_hash, 1) &&
            bl_exonyms_same(names[BL_SOURCE], names[BL_TARGET],
                            word->skeleton_hash, other->skeleton_hash))
            return true;
    }
    return false;
}

/* "Lower Sorbian" and "dolnolužická srbština": the source is a name of a
 * language or people, which that of the target writes with a small letter, but
 * for lists where each has a capital. */
static bool is_small_name(const bl_pair *pair)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    bool answered = false;

    if (is_sentence(source) || source->token_count > NAME_TOKENS ||
        pair->side[BL_TARGET].token_count > NAME_TOKENS)
        return false;
    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *word = source->tokens[i].word;

        if (word == NULL)
            continue;
        if ((word->flags & BL_WORD_CAPITAL) == 0)
            return false;
        answered = answered || answers(pair, word);
    }
    return answered;
}

/* "<1/> is missing.": a code that the source has elsewhere may stand for a
 * word. */
static bool is_behind_code(const bl_pair *pair, const bl_token *word)
{
    const bl_side *target = &pair->side[BL_TARGET];

    return word > target->tokens && word->gap != BL_GAP_NONE &&
           target->tokens[0].kind == BL_TOKEN_CODE &&
           target->from->codes[0].kind == BL_CODE_ISOLATED &&
           pair->side[BL_SOURCE].tokens[0].kind != BL_TOKEN_CODE;
}

/* "(laughs) Not again!", "<1/> (laughs)": an aside before the text, or behind
 * a code. */
static bool is_aside(const bl_side *side, const bl_token *word)
{
    const bl_token *end = side->tokens + side->token_count;

    if (word == side->tokens || (word[-1].c != '(' && word[-1].c != '['))
        return false;
    if (word - side->tokens >= 2 && word[-2].kind == BL_TOKEN_CODE)
        return true;
    while (word < end && word->c != ')' && word->c != ']')
        word++;
    return word + 1 < end && word[1].kind == BL_TOKEN_WORD;
}

/* "(par M. Petit)." for "(By Mr Petit.)": what is in brackets as a whole is a
 * sentence by the sign that ends it there. */
static bool is_bracketed(const bl_side *side, const bl_token *word)
{
    const bl_token *last = side->tokens + side->token_count - 1;

    if (word != side->tokens + 1 || (word[-1].c != '(' && word[-1].c != '['))
        return false;
    if (last->c != ')' && last->c != ']')
        last--;
    return last - word > 0 && (last->c == ')' || last->c == ']') &&
           (1u << bl_sign_kind(side, last - 1) &
            (1u << BL_POINT_STATEMENT | 1u << BL_POINT_QUESTION |
             1u << BL_POINT_EXCLAMATION)) == 0;
}

/* The sign that marks a word as something to type in, or what is quoted: that
 * of *format* and `format`; 0 where there is none. */
static uint32_t mark_before(const bl_side *side, const bl_token *word)
{
    const uint32_t c =
        word > side->tokens && word->gap == BL_GAP_NONE ? word[-1].c : 0;

    if (bl_is_quote(c))
        return '"';
    return c == '*' || c == '`' || c == '_' ? c : 0;
}

/* "*format* parametresi" for "The *format* parameter": the source has a marked
 * word in small letters as well, and does not begin with it. */
static bool is_marked(const bl_pair *pair, const bl_token *a,
                      const bl_token *b)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const uint32_t mark = mark_before(&pair->side[BL_TARGET], b);

    if (mark == 0 || mark_before(source, a) == mark)
        return false;
    for (uint32_t i = 1; i < source->token_count; i++) {
        const bl_token *token = &source->tokens[i];

        if (token->word != NULL &&
            token->word->letter_case == BL_CASE_LOWER &&
            mark_before(source, token) == mark)
            return true;
    }
    return false;
}

/* "van Rossum" for "Van Rossum": a small word of a name. */
static bool is_particle(const bl_side *side, const bl_token *a,
                        const bl_token *b)
{
    return ((a->word->set | b->word->set) &
            BL_SENSE_BIT(BL_SENSE_PARTICLE)) != 0 &&
           b->word->skeleton_hash == a->word->skeleton_hash &&
           b + 1 < side->tokens + side->token_count &&
           b[1].word != NULL && (b[1].word->flags & BL_WORD_CAPITAL) != 0;
}

/* ŉ, of which the next word has the capital. */
static bool has_no_capital(const bl_side *side, const bl_token *word)
{
    bl_folded capital;

    bl_capital(&side->language->locale, word->word->text, &capital);
    return word->word->letters == 1 &&
           bl_utf8_points(capital.text, capital.size) > 1;
}

static bool is_lower(const bl_side *side, const bl_token *word)
{
    return word->word->letter_case == BL_CASE_LOWER && is_bare(side, word);
}

/* Monday, French, and in German any noun: a capital wherever it stands. */
static bool is_always_capital(const bl_side *side, const bl_word *word)
{
    static const bl_sense_set known =
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_ENTITY) | BL_SENSE_BIT(BL_SENSE_DEMONYM);

    return side->language->noun_capitals || (word->set & known) != 0 ||
           word->letter_case != BL_CASE_INITIAL;
}

/* Whether the source begins as what begins with a capital. */
static bool is_capital(const bl_side *side, const bl_token *word)
{
    const bl_word *record = word->word;

    if (record->letter_case == BL_CASE_NONE)
        return is_sentence(side);
    return (record->flags & BL_WORD_CAPITAL) != 0 &&
           (is_sentence(side) || !is_always_capital(side, record));
}

static void report(const bl_pair *pair, uint16_t message, const bl_token *a,
                   const bl_token *b, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = message, .mark_count = 2 };
    bl_folded capital;
    size_t next = b->start;

    e.marks[0] = bl_mark_of(BL_SOURCE, bl_token_span(a));
    e.marks[1] = bl_mark_of(BL_TARGET, bl_token_span(b));
    e.arguments[0] = bl_side_text(target, bl_token_span(b));
    bl_utf8_next(target->text.ptr, target->text.size, &next);
    bl_capital(&target->language->locale, e.arguments[0], &capital);
    if (message != UPPER && capital.size != 0)
        e.fix = (bl_fix){ true, BL_TARGET, { b->start, (uint32_t)next },
                          bl_str_of(capital.text, capital.size) };
    bl_emit(sink, &e);
}

/* Whether the target may begin with the small letter of `b` where the source
 * begins with the capital of `a`. */
static bool may_be_small(const bl_pair *pair, const bl_token *a,
                         const bl_token *b)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    return is_kept(pair, b->word) || is_moved(pair, a->word) ||
           is_item(target) || is_item(source) ||
           is_foreign(target, b->word) || is_aside(target, b) ||
           is_bracketed(target, b) || is_marked(pair, a, b) ||
           is_particle(target, a, b) || has_no_capital(target, b) ||
           is_behind_code(pair, b);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_token *a = first_word(source);
    const bl_token *b = first_word(target);

    (void)self;
    if (a == NULL || b == NULL)
        return;
    if (is_lower(target, b)) {
        if (is_capital(source, a) && !may_be_small(pair, a, b))
            report(pair, is_small_name(pair) ? SMALL_NAME : LOWER, a, b, sink);
    } else if (b->word->letter_case == BL_CASE_INITIAL &&
               is_lower(source, a) &&
               !is_always_capital(target, b->word) &&
               !has_word(source, b->word)) {
        report(pair, UPPER, a, b, sink);
    }
}

const bl_check bl_check_case_initial = {
    .id = "case-initial",
    .title = "The first letter has another case than in the source",
    .category = "case",
    .its_type = "typographical",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [LOWER] = { "lower", "\"{0}\" begins with a small letter",
                    BL_WARNING },
        [UPPER] = { "upper", "\"{0}\" begins with a capital letter",
                    BL_INFO },
        [SMALL_NAME] = { "small-name", "\"{0}\" begins with a small letter",
                         BL_INFO },
    },
    .run = run,
};
