/* SPDX-License-Identifier: Apache-2.0 */
/*
 * punctuation-stray: a sign stands where none belongs: doubled (,, and .. and
 * .,), the end of a sentence in the middle of one, a sign behind a word that
 * goes with what follows, or a hyphen or an apostrophe that belongs to nothing.
 *
 * Rows that people write are ellipses, signs of questions and exclamations in
 * any number, and full stops of abbreviations with a sign behind them. What
 * the source has too is meant.
 *
 * Page, examples and tests: punctuation_stray.md
 */
#include "checks/check.h"
#include "checks/loose_signs.h"
#include "checks/signs.h"

#include <string.h>

enum { DOUBLED, INSIDE, LEADING, STOPPED, LOOSE, STRAYS };

/* Letters of a word that is no abbreviation, before a question mark and before a
 * full stop. */
enum { LETTERS = 2, STOPPED_LETTERS = 5 };

/* Tokens of what stands between two commas; signs of a text that are held
 * against the source one by one, and nobody reads on. */
enum { ASIDE = 5, ASKED_MOST = 32 };

static bool is_sign_behind(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];

    return at + 1 < side->token_count && next->kind == BL_TOKEN_PUNCT &&
           next->gap == BL_GAP_NONE && bl_sign_is_prose(next);
}

/* How often the sign stands there in a row; three are as good as more. */
static size_t row_at(const bl_side *side, size_t at)
{
    size_t count = 1;

    while (count < 3 && at + count < side->token_count &&
           side->tokens[at + count].c == side->tokens[at].c &&
           side->tokens[at + count].gap == BL_GAP_NONE)
        count++;
    return count;
}

static bool is_behind_word(const bl_side *side, size_t at)
{
    const bl_token *before = &side->tokens[at] - 1;

    return at > 0 && side->tokens[at].gap == BL_GAP_NONE &&
           bl_sign_is_prose(before) &&
           (before->kind == BL_TOKEN_WORD ||
            before->kind == BL_TOKEN_NUMBER ||
            bl_sign_kind(side, before) == BL_POINT_COMMA);
}

/* Nothing, a space or what closes: no part of a path, a range or code. */
static bool is_free_behind(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at];

    return at >= side->token_count || next->gap != BL_GAP_NONE ||
           bl_is_quote(next->c) || bl_is_closing_bracket(next->c) ||
           (next->kind == BL_TOKEN_WORD && (next->flags & BL_TOKEN_GLYPH) != 0);
}

/* ",," ";;" "..": two of them and no more, and not where two are a sign: "।।"
 * ends a verse. */
static bool is_twice(const bl_side *side, size_t at, bl_point_kind kind)
{
    return (kind == BL_POINT_COMMA || kind == BL_POINT_SEMICOLON ||
            kind == BL_POINT_STATEMENT) &&
           (bl_point_of(&side->language->points, side->tokens[at].c) &
            BL_POINT_TWICE) == 0 &&
           row_at(side, at) == 2 && is_free_behind(side, at + 2);
}

/* ",." ";," ",?" and the like; an ellipsis may stand behind anything. */
static bool is_clash(const bl_side *side, size_t at, bl_point_kind kind)
{
    const bl_point_kind next = bl_sign_kind(side, &side->tokens[at + 1]);

    return (kind == BL_POINT_COMMA || kind == BL_POINT_SEMICOLON) &&
           next != BL_POINT_NONE && next != BL_POINT_ELLIPSIS &&
           row_at(side, at + 1) == 1 && is_free_behind(side, at + 2);
}

/* Of code and addresses; in prose behind no word. */
static bool is_of_code(const bl_token *token)
{
    return token->c == '_' || token->c == '@';
}

/* The same of signs that are no punctuation. */
static bool is_code_symbol(const bl_token *token)
{
    return token->c == '^' || token->c == '~';
}

/* "now? offers", "now_ Offers" */
static bool is_inside(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];
    const bl_word *before = side->tokens[at - 1].word;

    return at + 1 < side->token_count && next->gap == BL_GAP_SPACE &&
           next->kind == BL_TOKEN_WORD && bl_sign_is_prose(next) &&
           (next->word->letter_case == BL_CASE_LOWER ||
            is_of_code(&side->tokens[at]) ||
            is_code_symbol(&side->tokens[at])) &&
           (before == NULL || before->letters >= LETTERS);
}

/* "for, say, a shadow": a second comma within a few words closes what the first
 * one opens. */
static bool opens_aside(const bl_side *side, size_t at)
{
    if (bl_sign_kind(side, &side->tokens[at]) != BL_POINT_COMMA)
        return false;
    for (size_t i = at + 1; i < side->token_count && i <= at + ASIDE; i++) {
        if (bl_sign_kind(side, &side->tokens[i]) == BL_POINT_COMMA)
            return true;
    }
    return false;
}

/* A colon, unless the sentence goes on behind it: what follows is a list. */
static bool opens_list(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];

    return bl_sign_kind(side, &side->tokens[at]) == BL_POINT_COLON &&
           (at + 1 == side->token_count || next->kind != BL_TOKEN_WORD ||
            next->word->letter_case != BL_CASE_LOWER);
}

/* The "к" of "т. к." is no preposition. */
static bool is_abbreviated(const bl_side *side, size_t at)
{
    return at > 1 && side->tokens[at].c == '.' &&
           side->tokens[at - 1].word->letters == 1 &&
           side->tokens[at - 2].c == '.';
}

/* Whether the sentence goes on behind a sign that would end it, or a part of
 * it: "and. has", "or; the". */
static bool goes_on(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];
    const bl_point_kind kind = bl_sign_kind(side, &side->tokens[at]);

    return kind == BL_POINT_SEMICOLON ||
           (kind != BL_POINT_COMMA && at + 1 < side->token_count &&
            next->gap == BL_GAP_SPACE && next->kind == BL_TOKEN_WORD &&
            next->word->letter_case == BL_CASE_LOWER &&
            side->tokens[at - 1].word->letters >= LETTERS);
}

/* "and; has", but a comma may stand behind "and". */
static bool is_behind_joining(const bl_side *side, size_t at)
{
    return goes_on(side, at) &&
           bl_form_list_has(&side->language->joining,
                            side->tokens[at - 1].word->text);
}

/* Whether a word is the end of something else: mips64el, example.au. */
static bool is_glued(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return at > 0 && token->gap == BL_GAP_NONE &&
           (token[-1].kind == BL_TOKEN_NUMBER ||
            token[-1].kind == BL_TOKEN_WORD || token[-1].c == '.' ||
            token[-1].c == '/' || token[-1].c == '_');
}

/* "the; family", but not "the ..." or "to the…" */
static bool is_behind_leading(const bl_side *side, size_t at)
{
    const bl_token *before = &side->tokens[at] - 1;

    return before->kind == BL_TOKEN_WORD && !is_glued(side, at - 1) &&
           before->word->letter_case == BL_CASE_LOWER &&
           (bl_form_list_has(&side->language->leading, before->word->text) ||
            is_behind_joining(side, at)) &&
           bl_sign_kind(side, &side->tokens[at]) != BL_POINT_ELLIPSIS &&
           row_at(side, at) == 1 && is_free_behind(side, at + 1) &&
           !is_abbreviated(side, at) && !opens_aside(side, at) &&
           !opens_list(side, at);
}

/* Whether the text ends as a sentence does: labels have abbreviations. */
static bool is_sentence(const bl_side *side)
{
    const bl_token *last = &side->tokens[side->token_count - 1];

    return bl_sign_kind(side, last) != BL_POINT_NONE ||
           (last->kind == BL_TOKEN_PUNCT && side->token_count > 1 &&
            bl_sign_kind(side, last - 1) != BL_POINT_NONE);
}

/* "the site. and other": neither an abbreviation nor the end of a sentence, as
 * far as the dictionary knows. */
static bool is_stopped(const bl_side *side, size_t at)
{
    const bl_token *before = &side->tokens[at] - 1;
    const bl_token *next = &side->tokens[at + 1];

    return side->tokens[at].c == '.' && at + 1 < side->token_count &&
           is_sentence(side) && next->gap == BL_GAP_SPACE &&
           next->kind == BL_TOKEN_WORD &&
           bl_sign_is_prose(next) && next->word->letters >= LETTERS &&
           next->word->letter_case == BL_CASE_LOWER &&
           before->kind == BL_TOKEN_WORD &&
           before->word->letter_case == BL_CASE_LOWER &&
           before->word->letters >= STOPPED_LETTERS &&
           bl_language_spelling(side->language, before->word) ==
               BL_VERDICT_GOOD &&
           bl_language_spelling(side->language, next->word) == BL_VERDICT_GOOD;
}

/* Of a sign behind a word, before a space. */
static int usual_stray_at(const bl_side *side, size_t at)
{
    if (at == 0 || !bl_sign_is_prose(&side->tokens[at]))
        return STRAYS;
    if (is_behind_leading(side, at))
        return LEADING;
    return is_stopped(side, at) ? STOPPED : STRAYS;
}

static int stray_at(const bl_pair *pair, size_t at)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_token *token = &side->tokens[at];
    const bl_point_kind kind = bl_sign_kind(side, token);

    if (bl_sign_is_loose(pair, at))
        return LOOSE;
    if (!is_behind_word(side, at) || !bl_sign_is_prose(token))
        return STRAYS;
    if (kind != BL_POINT_NONE && is_behind_leading(side, at))
        return LEADING;
    if (is_sign_behind(side, at))
        return kind != BL_POINT_NONE &&
                       (is_twice(side, at, kind) || is_clash(side, at, kind))
                   ? DOUBLED
                   : STRAYS;
    return (kind == BL_POINT_QUESTION || kind == BL_POINT_EXCLAMATION ||
            is_of_code(token)) &&
                   is_inside(side, at)
               ? INSIDE
               : STRAYS;
}

/* "the site. and": a full stop before a small letter. */
static bool is_stop_inside(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];

    return side->tokens[at].c == '.' && at + 1 < side->token_count &&
           next->gap != BL_GAP_NONE && next->kind == BL_TOKEN_WORD &&
           next->word->letter_case == BL_CASE_LOWER;
}

/* Whether a sign of the source is as odd as the one of the target. */
static bool is_as_odd(const bl_side *source, size_t at, int stray)
{
    const bl_token *token = &source->tokens[at];
    const bl_point_kind kind = bl_sign_kind(source, token);

    switch (stray) {
    case DOUBLED:
        return is_sign_behind(source, at) && kind != BL_POINT_NONE &&
               (is_twice(source, at, kind) || is_clash(source, at, kind));
    case LEADING:
        return at > 0 && is_behind_leading(source, at);
    case STOPPED:
        return is_stop_inside(source, at);
    case LOOSE:
        return false;
    default:
        return kind == BL_POINT_QUESTION || kind == BL_POINT_EXCLAMATION ||
               is_of_code(token);
    }
}

/* Whether the source has the same sign, whatever it says there: ; of code is no
 * question mark in Greek. */
static bool is_copied(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const uint32_t sign = pair->side[BL_TARGET].tokens[at].c;

    for (size_t i = 0; (i = bl_sign_next(source, i)) < source->token_count;
         i++) {
        if (source->tokens[i].c == sign)
            return true;
    }
    return false;
}

/* "one of: A, B", as the source introduces something, too; and behind a word
 * that may stand alone, any sign of which the source has one that says the
 * same. */
static bool is_introduction(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_point_kind kind = bl_sign_kind(target, &target->tokens[at]);

    if (kind != BL_POINT_COLON &&
        (kind == BL_POINT_STATEMENT || !is_behind_joining(target, at)))
        return false;
    for (size_t i = 0; (i = bl_sign_next(source, i)) < source->token_count;
         i++) {
        if (bl_sign_kind(source, &source->tokens[i]) == kind)
            return true;
    }
    return false;
}

/* Whether the source has the word behind the sign: a command, or a name in small
 * letters, begins a sentence. */
static bool is_of_source(const bl_pair *pair, size_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_word *word = pair->side[BL_TARGET].tokens[at + 1].word;

    for (uint32_t i = 0; i < source->token_count; i++) {
        if (source->tokens[i].word != NULL &&
            source->tokens[i].word->skeleton_hash == word->skeleton_hash)
            return true;
    }
    return false;
}

/* Whether the source doubles a sign, too; or has one that ends a question or
 * an exclamation, or belongs to code. */
static bool is_meant(const bl_side *source, int stray)
{
    for (size_t at = 0; (at = bl_sign_next(source, at)) < source->token_count;
         at++) {
        if (is_as_odd(source, at, stray))
            return true;
    }
    return false;
}

/* Whether the source explains this sign, whatever else it has. */
static bool is_explained(const bl_pair *pair, int stray, size_t at)
{
    switch (stray) {
    case INSIDE:
        return is_copied(pair, at);
    case LEADING:
        return is_introduction(pair, at);
    case STOPPED:
        return is_of_source(pair, at);
    default:
        return false;
    }
}

static void report(const bl_side *target, int stray, size_t at, bl_sink *sink)
{
    const size_t last = stray == DOUBLED ? at + 1 : at;
    bl_emission e = { .message = (uint16_t)stray, .mark_count = 1 };

    e.marks[0] = bl_mark_of(
        BL_TARGET,
        (bl_span){ target->tokens[at].start, target->tokens[last].limit });
    e.arguments[0] = bl_side_text(target, e.marks[0].span);
    if (stray == LEADING || stray == LOOSE)
        e.arguments[1] =
            bl_side_text(target, bl_token_span(&target->tokens[at - 1]));
    bl_emit(sink, &e);
}

static bool has_code_symbol(const bl_side *side)
{
    return side->text.size != 0 &&
           (memchr(side->text.ptr, '^', side->text.size) != NULL ||
            memchr(side->text.ptr, '~', side->text.size) != NULL);
}

/* "people~ have", where the source has none of these signs. */
static void judge_symbols(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];

    if (!has_code_symbol(target) || has_code_symbol(&pair->side[BL_SOURCE]))
        return;
    for (size_t at = 1; at < target->token_count; at++) {
        const bl_token *before = &target->tokens[at - 1];

        if (is_code_symbol(&target->tokens[at]) && is_behind_word(target, at) &&
            bl_sign_is_prose(&target->tokens[at]) && is_inside(target, at) &&
            before->kind == BL_TOKEN_WORD &&
            before->word->letter_case != BL_CASE_NONE)
            report(target, INSIDE, at, sink);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bool meant[STRAYS] = { false };
    bool looked[STRAYS] = { false };
    int asked = 0;

    (void)self;
    for (size_t at = 0; (at = bl_sign_next(target, at)) < target->token_count;
         at++) {
        const int stray = bl_sign_is_usual(target, at)
                              ? usual_stray_at(target, at)
                              : stray_at(pair, at);

        if (stray == STRAYS)
            continue;
        if (!looked[stray])
            meant[stray] = is_meant(&pair->side[BL_SOURCE], stray);
        looked[stray] = true;
        if (!meant[stray] && asked++ < ASKED_MOST &&
            !is_explained(pair, stray, at))
            report(target, stray, at, sink);
    }
    judge_symbols(pair, sink);
}

const bl_check bl_check_punctuation_stray = {
    .id = "punctuation-stray",
    .title = "A sign stands where none belongs",
    .category = "punctuation",
    .its_type = "typographical",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [DOUBLED] = { "doubled", "{0}: one of these signs is too many",
                      BL_WARNING },
        [INSIDE] = { "inside", "{0} stands inside of a sentence",
                     BL_WARNING },
        [LEADING] = { "leading", "no {0} belongs behind \"{1}\"",
                      BL_WARNING },
        [STOPPED] = { "stopped", "{0} stands inside of a sentence",
                      BL_WARNING },
        [LOOSE] = { "loose", "{0} behind \"{1}\" belongs to nothing",
                    BL_WARNING },
    },
    .run = run,
};
