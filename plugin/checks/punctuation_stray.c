/* SPDX-License-Identifier: Apache-2.0 */
/*
 * punctuation-stray: a sign stands where none belongs: doubled (,, and .. and
 * .,), or the end of a question or an exclamation in the middle of a sentence.
 *
 * Rows that people write are ellipses, signs of questions and exclamations in
 * any number, and full stops of abbreviations with a sign behind them. What
 * the source has too is meant.
 *
 * Page, examples and tests: punctuation_stray.md
 */
#include "checks/check.h"
#include "checks/signs.h"

enum { DOUBLED, INSIDE, STRAYS };

/* Letters of a word that is no abbreviation. */
enum { LETTERS = 2 };

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

/* ",." ";," and the like; an ellipsis may stand behind anything. */
static bool is_clash(const bl_side *side, size_t at, bl_point_kind kind)
{
    const bl_point_kind next = bl_sign_kind(side, &side->tokens[at + 1]);

    return (kind == BL_POINT_COMMA || kind == BL_POINT_SEMICOLON) &&
           (next == BL_POINT_COMMA || next == BL_POINT_SEMICOLON ||
            next == BL_POINT_STATEMENT) &&
           row_at(side, at + 1) == 1 && is_free_behind(side, at + 2);
}

/* Of code and addresses; in prose behind no word. */
static bool is_of_code(const bl_token *token)
{
    return token->c == '_' || token->c == '@';
}

/* "now? offers", "now_ Offers" */
static bool is_inside(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];
    const bl_word *before = side->tokens[at - 1].word;

    return at + 1 < side->token_count && next->gap == BL_GAP_SPACE &&
           next->kind == BL_TOKEN_WORD && bl_sign_is_prose(next) &&
           (next->word->letter_case == BL_CASE_LOWER ||
            is_of_code(&side->tokens[at])) &&
           (before == NULL || before->letters >= LETTERS);
}

static int stray_at(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];
    const bl_point_kind kind = bl_sign_kind(side, token);

    if (!is_behind_word(side, at) || !bl_sign_is_prose(token))
        return STRAYS;
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

/* Whether the source doubles a sign, too; or has one that ends a question or
 * an exclamation, or belongs to code. */
static bool is_meant(const bl_side *source, int stray)
{
    for (size_t at = 0; (at = bl_sign_next(source, at)) < source->token_count;
         at++) {
        const bl_token *token = &source->tokens[at];
        const bl_point_kind kind = bl_sign_kind(source, token);

        if (stray == DOUBLED
                ? is_sign_behind(source, at) && kind != BL_POINT_NONE &&
                      (is_twice(source, at, kind) ||
                       is_clash(source, at, kind))
                : kind == BL_POINT_QUESTION || kind == BL_POINT_EXCLAMATION ||
                      is_of_code(token))
            return true;
    }
    return false;
}

static void report(const bl_side *target, int stray, size_t at, bl_sink *sink)
{
    const size_t last = stray == DOUBLED ? at + 1 : at;
    bl_emission e = { .message = (uint16_t)stray, .mark_count = 1 };

    e.marks[0] = bl_mark_of(
        BL_TARGET,
        (bl_span){ target->tokens[at].start, target->tokens[last].limit });
    e.arguments[0] = bl_side_text(target, e.marks[0].span);
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bool meant[STRAYS] = { false };
    bool looked[STRAYS] = { false };

    (void)self;
    for (size_t at = 0; (at = bl_sign_next(target, at)) < target->token_count;
         at++) {
        int stray;

        if (bl_sign_is_usual(target, at))
            continue;
        stray = stray_at(target, at);
        if (stray == STRAYS)
            continue;
        if (!looked[stray])
            meant[stray] = is_meant(&pair->side[BL_SOURCE], stray);
        looked[stray] = true;
        if (!meant[stray])
            report(target, stray, at, sink);
    }
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
    },
    .run = run,
};
