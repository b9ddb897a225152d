/* SPDX-License-Identifier: Apache-2.0 */
/*
 * character-encoding: text that was read in the wrong encoding, or lost its
 * letters on the way.
 *
 * What was misread can be read again: recognise/misread.h, and font_text.h for
 * what was typed for another font. What became a question mark or U+FFFD is
 * lost. What was typed in the order of a font is told once where all of the
 * document is. A source with the same damage is where it comes from.
 *
 * Page, examples and tests: character_encoding.md
 */
#include "checks/check.h"
#include "checks/throughout.h"
#include "lexicon/language.h"
#include "recognise/font_text.h"
#include "text/utf8.h"
#include "text/visual_order.h"

enum { MISREAD, REPLACED, LOST, VISUAL };

/* Question marks of a word that is nothing else, and such words; question
 * marks inside of words. */
enum { MARKS = 3, MARK_WORDS = 2, INNER = 2 };

static void report_misread(const bl_pair *pair, bl_sink *sink,
                           const bl_misread *found)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = MISREAD, .mark_count = 1 };

    if (bl_str_has(pair->side[BL_SOURCE].text,
                   bl_side_text(target, found->first)))
        return;
    e.arguments[0] = bl_side_text(target, found->first);
    e.arguments[1] = found->word;
    e.marks[0] = bl_mark_of(BL_TARGET, found->span);
    if (found->certain)
        e.fix = (bl_fix){ true, BL_TARGET, found->span, found->text };
    bl_emit(sink, &e);
}

/* ---- letters that are lost ---------------------------------------------- */

static bool is_letter(const bl_token *token)
{
    return bl_token_is_word(token) && (token->flags & BL_TOKEN_GLYPH) == 0;
}

static bool is_question(const bl_side *side, uint32_t at, bool glued)
{
    return at < side->token_count && side->tokens[at].c == '?' &&
           (side->tokens[at].flags & BL_TOKEN_MASKED) == 0 &&
           (!glued || side->tokens[at].gap == BL_GAP_NONE);
}

/* Behind the question marks that begin at a token. */
static uint32_t skip_questions(const bl_side *side, uint32_t at)
{
    do
        at++;
    while (is_question(side, at, true));
    return at;
}

/* What question marks a text has. */
typedef struct questions {
    uint32_t inner; /* between the letters of a word */
    uint32_t words; /* of nothing else */
    bl_span span;   /* from the first to the last such word */
} questions;

static void add_span(questions *q, const bl_side *side, uint32_t first,
                     uint32_t limit)
{
    const bl_span span = { side->tokens[first].start,
                           side->tokens[limit - 1].limit };

    q->span = q->inner + q->words != 0 ? bl_span_join(q->span, span) : span;
}

static questions count_questions(const bl_side *side)
{
    questions q = { 0, 0, { 0, 0 } };

    for (uint32_t at = 0, limit; at < side->token_count; at = limit) {
        const bool glued = at != 0 && side->tokens[at].gap == BL_GAP_NONE &&
                           is_letter(&side->tokens[at - 1]);
        bool goes_on;

        limit = at + 1;
        if (!is_question(side, at, false))
            continue;
        limit = skip_questions(side, at);
        goes_on = limit < side->token_count &&
                  side->tokens[limit].gap == BL_GAP_NONE &&
                  is_letter(&side->tokens[limit]);
        if (glued && goes_on) {
            add_span(&q, side, at - 1, limit + 1);
            q.inner++;
        } else if (!glued && !goes_on && limit - at >= MARKS) {
            add_span(&q, side, at, limit);
            q.words++;
        }
    }
    return q;
}

static void report_lost(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const questions q = count_questions(target);
    bl_emission e = { .message = LOST, .mark_count = 1 };

    if ((q.inner < INNER && q.words < MARK_WORDS) ||
        count_questions(&pair->side[BL_SOURCE]).inner >= INNER ||
        count_questions(&pair->side[BL_SOURCE]).words >= MARK_WORDS)
        return;
    e.marks[0] = bl_mark_of(BL_TARGET, q.span);
    e.arguments[0] = bl_side_text(target, q.span);
    bl_emit(sink, &e);
}

/* ---- U+FFFD ------------------------------------------------------------- */

/* The first one from `at` on; or the number of tokens. */
static uint32_t next_replacement(const bl_side *side, uint32_t at)
{
    at = bl_side_next_odd(side, at);
    while (at < side->token_count && side->tokens[at].c != BL_REPLACEMENT)
        at = bl_side_next_odd(side, at + 1);
    return at;
}

/* The letters around it that belong to it. */
static bl_span word_around(const bl_side *side, uint32_t at)
{
    uint32_t first = at;
    uint32_t last = at;

    while (first > 0 && side->tokens[first].gap == BL_GAP_NONE &&
           (side->tokens[first - 1].kind == BL_TOKEN_WORD ||
            side->tokens[first - 1].c == BL_REPLACEMENT))
        first--;
    while (last + 1 < side->token_count &&
           side->tokens[last + 1].gap == BL_GAP_NONE &&
           (side->tokens[last + 1].kind == BL_TOKEN_WORD ||
            side->tokens[last + 1].c == BL_REPLACEMENT))
        last++;
    return bl_span_join(bl_token_span(&side->tokens[first]),
                        bl_token_span(&side->tokens[last]));
}

static void report_replaced(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_side *source = &pair->side[BL_SOURCE];
    const uint32_t at = next_replacement(target, 0);
    bl_emission e = { .message = REPLACED, .mark_count = 1 };

    if (at == target->token_count ||
        next_replacement(source, 0) != source->token_count)
        return;
    e.marks[0] = bl_mark_of(BL_TARGET, word_around(target, at));
    e.arguments[0] = bl_side_text(target, e.marks[0].span);
    bl_emit(sink, &e);
}

/* ---- the order of a font ------------------------------------------------ */

static bool is_in_visual_order(const bl_side *side)
{
    return memcmp(side->language->locale.script, "Mymr", 4) == 0 &&
           bl_is_in_visual_order(side->text);
}

static void report_visual(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = VISUAL, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET,
                            (bl_span){ 0, (uint32_t)target->text.size });
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_misread found;

    (void)self;
    if (target->text.size != 0 &&
        memchr(target->text.ptr, '?', target->text.size) != NULL)
        report_lost(pair, sink);
    if (bl_find_font_text(target, pair->scratch, &found) ||
        bl_find_misread(target, pair->scratch, &found))
        report_misread(pair, sink, &found);
    if (target->first_odd != target->token_count)
        report_replaced(pair, sink);
    if (is_in_visual_order(target) &&
        !is_in_visual_order(&pair->side[BL_SOURCE]))
        report_visual(pair, sink);
}

/* It is one setting of one program. */
static void settle(uint16_t rule, const bl_records *records, bl_report *report)
{
    bl_settle_throughout(rule, VISUAL, BL_MOST, BL_OFF, records, report);
}

const bl_check bl_check_character_encoding = {
    .id = "character-encoding",
    .title = "Text was read in the wrong encoding or lost letters",
    .category = "character",
    .its_type = "characters",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [MISREAD] = { "misread",
                      "{0} was read in the wrong encoding; it is {1}",
                      BL_ERROR },
        [REPLACED] = { "replaced", "{0} has lost a letter", BL_ERROR },
        [LOST] = { "lost", "{0} has question marks for letters", BL_ERROR },
        [VISUAL] = { "visual-order",
                     "the letters stand in the order of a font such as "
                     "Zawgyi, not in that of Unicode",
                     BL_ERROR },
    },
    .run = run,
    .settle = settle,
};
