/* SPDX-License-Identifier: Apache-2.0 */
/*
 * quote-style: a quotation mark of the target is none of its language.
 *
 * Which ones a language has is CLDR's delimiters, and what else is in use
 * there is data (punctuation.txt). The straight mark of typewriters is of no
 * language; where the source has it, it may stay.
 *
 * Page, examples and tests: quote_style.md
 */
#include "checks/check.h"
#include "checks/signs.h"
#include "text/utf8.h"

enum { STYLE };

static bool is_double_mark(uint32_t c)
{
    return bl_is_double_quote(c) || (c >= 0x300c && c <= 0x300f);
}

static bool is_of_language(const bl_language *language, uint32_t c)
{
    const bl_quote_marks *marks = &language->quotes;

    return c == marks->start || c == marks->limit || c == marks->inner_start ||
           c == marks->inner_limit ||
           (bl_point_of(&language->points, c) & BL_POINT_QUOTE) != 0;
}

static bool touches_word(const bl_side *side, size_t at, bool behind)
{
    const bl_token *token = &side->tokens[at];

    if (behind)
        return at + 1 < side->token_count && token[1].gap == BL_GAP_NONE &&
               token[1].kind != BL_TOKEN_PUNCT;
    return at > 0 && token->gap == BL_GAP_NONE;
}

/* What the language has instead, by what the mark touches; 0 where that does
 * not tell. */
static uint32_t better_than(const bl_side *side, size_t at)
{
    const bool before = touches_word(side, at, false);
    const bool behind = touches_word(side, at, true);

    if (before == behind)
        return 0;
    return behind ? side->language->quotes.start
                  : side->language->quotes.limit;
}

static bool has_straight(const bl_side *side)
{
    for (size_t at = 0; (at = bl_sign_next(side, at)) < side->token_count;
         at++) {
        if (side->tokens[at].c == '"')
            return true;
    }
    return false;
}

/* 5" and abbreviations of Hebrew. */
static bool is_no_quote(const bl_side *side, size_t at)
{
    return at > 0 && side->tokens[at].c == '"' &&
           side->tokens[at].gap == BL_GAP_NONE &&
           (side->tokens[at - 1].kind == BL_TOKEN_NUMBER ||
            touches_word(side, at, true));
}

static void report(const bl_side *target, size_t at, bl_sink *sink)
{
    const uint32_t better = better_than(target, at);
    char text[4];
    bl_emission e = { .message = STYLE, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_token_span(&target->tokens[at]));
    e.arguments[0] = bl_side_text(target, e.marks[0].span);
    if (better != 0)
        e.fix = (bl_fix){ true, BL_TARGET, e.marks[0].span,
                          bl_str_of(text, bl_utf8_put(better, text)) };
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bool straight = has_straight(&pair->side[BL_SOURCE]);

    (void)self;
    if (target->language->quotes.start == 0)
        return;
    for (size_t at = 0; (at = bl_sign_next(target, at)) < target->token_count;
         at++) {
        const bl_token *token = &target->tokens[at];

        if (is_double_mark(token->c) && bl_sign_is_prose(token) &&
            !is_of_language(target->language, token->c) &&
            !(token->c == '"' && straight) && !is_no_quote(target, at))
            report(target, at, sink);
    }
}

const bl_check bl_check_quote_style = {
    .id = "quote-style",
    .title = "A quotation mark is none of the target's language",
    .category = "punctuation",
    .its_type = "locale-violation",
    .since = "0.1",
    .stage = BL_STABLE,
    .off = true,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [STYLE] = { "style", "the language has no quotation mark {0}",
                    BL_WARNING },
    },
    .run = run,
};
