/* SPDX-License-Identifier: Apache-2.0 */
/*
 * whitespace-punctuation: a space before or behind a sign that the target's
 * language does not write so.
 *
 * Which signs have a space before them is data (punctuation.txt). Signs are
 * looked at between words: those of a number, an abbreviation, an address or
 * a smiley touch other things. What the source does once, by the rules of its
 * own language, it means.
 *
 * Page, examples and tests: whitespace_punctuation.md
 */
#include "checks/check.h"
#include "checks/gaps.h"
#include "checks/signs.h"
#include "checks/throughout.h"

enum { BEFORE, INSIDE, BEHIND, LACKING, FAULTS };

/* Letters of a word that is no part of an abbreviation: before a full stop
 * without a space behind it, and at other signs. */
enum { LETTERS = 2, LETTERS_STOP = 3 };

typedef struct fault {
    int what;       /* FAULTS: there is none */
    bl_span span;   /* the sign and its space, or the place */
    bl_str better;  /* for `span` */
} fault;

/* ---- neighbours --------------------------------------------------------- */

static bool is_number(const bl_token *token)
{
    return token->kind == BL_TOKEN_NUMBER;
}

static bool is_word_like(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD || is_number(token);
}

/* What a sign stands behind: a word, or what closes. */
static bool is_before_sign(const bl_side *side, size_t at)
{
    const bl_token *before = &side->tokens[at - 1];

    return is_word_like(before) || bl_is_closing_bracket(before->c) ||
           (bl_is_quote(before->c) && before->gap == BL_GAP_NONE);
}

/* Nothing but a space, what closes or a code: behind the end of a clause. */
static bool is_loose_behind(const bl_side *side, size_t at)
{
    const bl_token *next = &side->tokens[at + 1];

    return at + 1 == side->token_count || next->gap != BL_GAP_NONE ||
           next->kind == BL_TOKEN_CODE || bl_is_quote(next->c) ||
           bl_is_closing_bracket(next->c);
}

/* "wait . . .", "? !", and smileys. */
static bool is_of_row(const bl_side *side, size_t at)
{
    return at + 1 < side->token_count &&
           side->tokens[at + 1].kind == BL_TOKEN_PUNCT &&
           (bl_sign_kind(side, &side->tokens[at + 1]) != BL_POINT_NONE ||
            (side->tokens[at + 1].gap == BL_GAP_NONE &&
             (side->tokens[at].c == ':' || side->tokens[at].c == ';')));
}

static bool is_between_numbers(const bl_side *side, size_t at)
{
    return at + 1 < side->token_count && is_number(&side->tokens[at - 1]) &&
           is_number(&side->tokens[at + 1]);
}

/* ---- faults ------------------------------------------------------------- */

static bl_str sign_text(const bl_side *side, size_t at)
{
    return bl_side_text(side, bl_token_span(&side->tokens[at]));
}

/* The space before token `at` and it. */
static fault with_space(const bl_side *side, size_t at, int what)
{
    return (fault){ what,
                    { side->tokens[at - 1].limit, side->tokens[at].limit },
                    sign_text(side, at) };
}

static fault none(void)
{
    return (fault){ .what = FAULTS };
}

/* "word ," or, where the language has a space, "word?" */
static fault before_point(const bl_side *side, size_t at, unsigned point)
{
    const bl_token *token = &side->tokens[at];
    const uint32_t start = token->start;

    if (!is_before_sign(side, at) || !is_loose_behind(side, at) ||
        is_of_row(side, at) || is_between_numbers(side, at))
        return none();
    if (token->gap == BL_GAP_SPACE &&
        (point & (BL_POINT_SPACED | BL_POINT_EITHER)) == 0)
        return with_space(side, at, BEFORE);
    if (token->gap == BL_GAP_NONE && (point & BL_POINT_SPACED) != 0)
        return (fault){ LACKING, { start, start }, BL_STR("\u00a0") };
    return none();
}

/* A word of so many letters, in a script with spaces. */
static bool is_word(const bl_token *token, unsigned letters)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_GLYPH | BL_TOKEN_MASKED)) == 0 &&
           token->word->letters >= letters;
}

/* "end.Next": no abbreviation, file name or address. */
static bool is_end_of_sentence(const bl_token *token)
{
    return is_word(token - 1, LETTERS_STOP) &&
           token[-1].word->letter_case == BL_CASE_LOWER &&
           token[1].word->letter_case == BL_CASE_INITIAL;
}

/* ՜ and ՞ of Armenian, whose questions need no sign at their end. */
static bool stands_on_word(const bl_side *side, bl_point_kind kind)
{
    return (kind == BL_POINT_QUESTION || kind == BL_POINT_EXCLAMATION) &&
           (side->language->points.unmarked & 1u << kind) != 0;
}

/* The space between words of Ethiopic script, which is a sign. Source: The
 * Unicode Standard, chapter 19.1. */
static bool is_word_space(uint32_t c)
{
    return c == 0x1361;
}

/* "one,two" */
static fault behind_point(const bl_side *side, size_t at, bl_point_kind kind)
{
    const bl_token *token = &side->tokens[at];

    if (at + 1 == side->token_count || token[1].gap != BL_GAP_NONE ||
        token->gap != BL_GAP_NONE || kind == BL_POINT_COLON ||
        stands_on_word(side, kind) || is_word_space(token->c) ||
        !is_word(token - 1, LETTERS) || !is_word(token + 1, LETTERS) ||
        !bl_sign_is_prose(token - 1) || !bl_sign_is_prose(token + 1) ||
        token->c >= 0x3000 || (token->c == '.' && !is_end_of_sentence(token)))
        return none();
    return (fault){ BEHIND, { token->limit, token->limit }, BL_STR(" ") };
}

/* "( word", "word )" */
static fault at_bracket(const bl_side *side, size_t at, uint32_t *open)
{
    const bl_token *token = &side->tokens[at];

    if (token->c >= 0x80)
        return none(); /* those of East Asia have a space of their own */
    if (bl_bracket_of(token->c) != 0) {
        *open += 1;
        if (at + 1 < side->token_count && token[1].gap == BL_GAP_SPACE &&
            is_word(token + 1, LETTERS))
            return (fault){ INSIDE, { token->start, token[1].start },
                            sign_text(side, at) };
    } else if (bl_is_closing_bracket(token->c) && *open != 0) {
        *open -= 1;
        if (token->gap == BL_GAP_SPACE && is_word(token - 1, LETTERS))
            return with_space(side, at, INSIDE);
    }
    return none();
}

/* At a sign, which may be the first token. */
static fault fault_at(const bl_side *side, size_t at, uint32_t *open)
{
    const bl_token *token = &side->tokens[at];
    const unsigned point = bl_point_of(&side->language->points, token->c);
    const bl_point_kind kind = (bl_point_kind)(point & BL_POINT_KIND);
    fault found;

    if (!bl_sign_is_prose(token))
        return none();
    if (kind == BL_POINT_NONE)
        return at_bracket(side, at, open);
    if (kind == BL_POINT_ELLIPSIS || at == 0)
        return none();
    found = before_point(side, at, point);
    return found.what != FAULTS ? found : behind_point(side, at, kind);
}

/* "Data Preparation.In this video", whatever the words are. */
static bool touches_words(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return token->c == '.' && at > 0 && at + 1 < side->token_count &&
           token->gap == BL_GAP_NONE && token[1].gap == BL_GAP_NONE &&
           is_word(token - 1, LETTERS_STOP) && is_word(token + 1, LETTERS) &&
           token[1].word->letter_case == BL_CASE_INITIAL;
}

/* Bit i: the side has fault i, and means it. */
static unsigned faults_of(const bl_side *side)
{
    unsigned all = 0;
    uint32_t open = 0;
    size_t at = 0;

    for (; (at = bl_sign_next(side, at)) < side->token_count; at++) {
        all |= 1u << fault_at(side, at, &open).what;
        if (touches_words(side, at))
            all |= 1u << BEHIND;
    }
    if (bl_has_sign_apart(side) || bl_has_double_space(side))
        all |= 1u << BEFORE | 1u << INSIDE;
    return all;
}

/* Whether the sign ends a name that the source writes onto a word as well:
 * "Yahoo!ニュース". */
static bool is_of_name(const bl_side *source, const bl_token *sign)
{
    for (size_t at = 1; at + 1 < source->token_count; at++) {
        const bl_token *token = &source->tokens[at];

        if (token->c == sign->c && token->gap == BL_GAP_NONE &&
            token[-1].kind == BL_TOKEN_WORD &&
            bl_str_equal(token[-1].word->text, sign[-1].word->text) &&
            token[1].gap == BL_GAP_NONE && token[1].kind == BL_TOKEN_WORD)
            return true;
    }
    return false;
}

static void report(const bl_side *target, size_t at, const fault *found,
                   bl_sink *sink)
{
    bl_emission e = { .message = (uint16_t)found->what, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, found->span);
    e.arguments[0] = sign_text(target, at);
    e.fix = (bl_fix){ true, BL_TARGET, found->span, found->better };
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    unsigned meant = 0;
    bool looked = false;
    uint32_t open = 0;

    (void)self;
    for (size_t at = 0; (at = bl_sign_next(target, at)) < target->token_count;
         at++) {
        fault found;

        if (bl_sign_is_usual(target, at))
            continue;
        found = fault_at(target, at, &open);
        if (found.what == FAULTS)
            continue;
        if (!looked)
            meant = faults_of(&pair->side[BL_SOURCE]);
        looked = true;
        if ((meant & 1u << found.what) == 0 &&
            !(found.what == BEHIND && is_of_name(&pair->side[BL_SOURCE],
                                                 &target->tokens[at])))
            report(target, at, &found, sink);
    }
}

/* Where a document has a space before its commas throughout, as typists of
 * Pashto do, that is told once. */
static void settle(uint16_t rule, const bl_records *records, bl_report *report)
{
    bl_settle_throughout(rule, BEFORE, BL_MANY, BL_INFO, records, report);
}

const bl_check bl_check_whitespace_punctuation = {
    .id = "whitespace-punctuation",
    .title = "A space at a sign is too many or lacks",
    .category = "whitespace",
    .its_type = "typographical",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [BEFORE] = { "before", "a space stands before {0}", BL_WARNING },
        [INSIDE] = { "inside", "a space stands inside of {0}", BL_WARNING },
        [BEHIND] = { "behind", "no space stands behind {0}", BL_WARNING },
        [LACKING] = { "lacking", "no space stands before {0}", BL_INFO },
    },
    .run = run,
    .settle = settle,
};
