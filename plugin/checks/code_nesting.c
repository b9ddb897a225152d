/* SPDX-License-Identifier: Apache-2.0 */
/*
 * code-nesting: pairs of inline codes are not put together as in the source.
 *
 * A half that is gone is code-missing's, and one too many is code-extra's:
 * here all halves are there and do not fit, or what they stood around is gone.
 *
 * Page, examples and tests: code_nesting.md
 */
#include "checks/codes.h"

#include <string.h>

enum { CROSSED, REVERSED, UNCLOSED, UNOPENED, INVERTED, EMPTIED };

/* Pairs around nothing that are looked at in a text. */
enum { EMPTY_MOST = 64 };

/* The two halves of a pair, by their index. */
typedef struct halves {
    uint32_t open;
    uint32_t close;
} halves;

/* The pair that the code is a half of; false: it has no partner. */
static bool pair_of(const bl_text *text, uint32_t index, halves *found)
{
    const bl_code *code = &text->codes[index];

    if (code->partner < 0)
        return false;
    *found = code->kind == BL_CODE_OPEN
                 ? (halves){ index, (uint32_t)code->partner }
                 : (halves){ (uint32_t)code->partner, index };
    return true;
}

/* The pair of the source that a pair of the target comes from. */
static bool source_pair(const bl_code_match *match, halves target,
                        halves *found)
{
    const uint32_t open = match->answers[BL_TARGET][target.open];

    return open != BL_UNANSWERED &&
           pair_of(match->text[BL_SOURCE], open, found) &&
           found->close == match->answers[BL_TARGET][target.close];
}

static bool is_around(halves outer, halves inner)
{
    return outer.open < inner.open && inner.close < outer.close;
}

static bool are_crossing(halves a, halves b)
{
    return (a.open < b.open && b.open < a.close && a.close < b.close) ||
           (b.open < a.open && a.open < b.close && b.close < a.close);
}

static void emit(const bl_pair *pair, const bl_code_match *match,
                 uint16_t message, uint32_t a, uint32_t b, bl_sink *sink)
{
    const bl_code *codes = match->text[BL_TARGET]->codes;
    bl_emission e = { .message = message, .mark_count = a == b ? 1 : 2 };

    e.arguments[0] = bl_code_shown(pair, &codes[a]);
    e.arguments[1] = bl_code_shown(pair, &codes[b]);
    e.marks[0] = bl_mark_of_code(BL_TARGET, &codes[a]);
    e.marks[1] = bl_mark_of_code(BL_TARGET, &codes[b]);
    bl_emit(sink, &e);
}

/* ---- halves without a partner ------------------------------------------- */

/* A half that has none in the target, has one in the source, and whose partner
 * should be there too. */
static bool is_alone(const bl_code_match *match, uint32_t index)
{
    const bl_code *code = &match->text[BL_TARGET]->codes[index];
    const uint32_t answer = match->answers[BL_TARGET][index];
    halves source;
    uint32_t other;

    if (code->kind == BL_CODE_ISOLATED || code->partner >= 0 ||
        (code->flags & (BL_CODE_ELSEWHERE | BL_CODE_ORPHAN)) != 0 ||
        answer == BL_UNANSWERED ||
        !pair_of(match->text[BL_SOURCE], answer, &source))
        return false;
    other = source.open == answer ? source.close : source.open;
    return (match->text[BL_SOURCE]->codes[other].flags & BL_CODE_ELSEWHERE) ==
               0 &&
           !bl_is_code_lost(match, BL_SOURCE, other);
}

/* The closing half that stands before that opening one, or BL_UNANSWERED. */
static uint32_t closing_before(const bl_code_match *match, uint32_t open)
{
    const uint32_t source = match->answers[BL_TARGET][open];
    halves wanted;
    uint32_t close;

    if (!pair_of(match->text[BL_SOURCE], source, &wanted))
        return BL_UNANSWERED;
    close = match->answers[BL_SOURCE][wanted.close];
    return close != BL_UNANSWERED && close < open &&
                   match->text[BL_TARGET]->codes[close].partner < 0
               ? close
               : BL_UNANSWERED;
}

/* Whether the opening half stands behind that closing one. */
static bool is_reversed(const bl_code_match *match, uint32_t close)
{
    const uint32_t source = match->answers[BL_TARGET][close];
    halves wanted;
    uint32_t open;

    if (!pair_of(match->text[BL_SOURCE], source, &wanted))
        return false;
    open = match->answers[BL_SOURCE][wanted.open];
    return open != BL_UNANSWERED && closing_before(match, open) == close;
}

static void check_alone(const bl_pair *pair, const bl_code_match *match,
                        bl_sink *sink)
{
    const bl_text *target = match->text[BL_TARGET];

    for (uint32_t i = 0; i < target->code_count; i++) {
        uint32_t close;

        if (!is_alone(match, i))
            continue;
        if (target->codes[i].kind == BL_CODE_CLOSE) {
            if (!is_reversed(match, i))
                emit(pair, match, UNOPENED, i, i, sink);
            continue;
        }
        close = closing_before(match, i);
        if (close != BL_UNANSWERED)
            emit(pair, match, REVERSED, close, i, sink);
        else
            emit(pair, match, UNCLOSED, i, i, sink);
    }
}

/* ---- pairs -------------------------------------------------------------- */

/* The opening halves of the target that are open. */
typedef struct nest {
    uint32_t *open;
    uint32_t depth;
} nest;

/* Two pairs of the target overlap, which those of the source did not, and which
 * the document does not allow. */
static void check_crossing(const bl_pair *pair, const bl_code_match *match,
                           halves closed, halves still_open, bl_sink *sink)
{
    const bl_code *codes = match->text[BL_TARGET]->codes;
    halves a;
    halves b;

    if (((codes[closed.open].flags | codes[still_open.open].flags) &
         BL_CODE_OVERLAPS) == 0 &&
        source_pair(match, closed, &a) &&
        source_pair(match, still_open, &b) && !are_crossing(a, b))
        emit(pair, match, CROSSED, closed.close, still_open.close, sink);
}

/* Whether there is anything but spaces and codes in that stretch. */
static bool has_text_in(const bl_text *text, uint32_t start, uint32_t limit)
{
    while (start < limit) {
        const char *at = text->ptr + start;

        if (limit - start >= BL_SENTINEL_SIZE &&
            memcmp(at, BL_SENTINEL, BL_SENTINEL_SIZE) == 0)
            start += BL_SENTINEL_SIZE;
        else if ((unsigned char)*at > ' ')
            return true;
        else
            start++;
    }
    return false;
}

/* The same between two codes. */
static bool has_text(const bl_text *text, uint32_t first, uint32_t last)
{
    return has_text_in(text, text->codes[first].at, text->codes[last].at);
}

/* Whether the outer pair stands around more than the inner one. */
static bool has_own_text(const bl_text *text, halves outer, halves inner)
{
    return has_text(text, outer.open, inner.open) ||
           has_text(text, inner.close, outer.close);
}

/* Whether a pair stands around text, or a code that may be some. */
static bool has_content(const bl_text *text, halves around)
{
    for (uint32_t i = around.open + 1; i < around.close; i++) {
        if (text->codes[i].kind == BL_CODE_ISOLATED)
            return true;
    }
    return has_text(text, around.open, around.close);
}

/* The outer pair of the source has become the inner one. Where that stands
 * around nothing, it is told as emptied. */
static void check_inverted(const bl_pair *pair, const bl_code_match *match,
                           halves inner, halves outer, bl_sink *sink)
{
    halves a;
    halves b;

    if (source_pair(match, inner, &a) && source_pair(match, outer, &b) &&
        is_around(a, b) && has_content(match->text[BL_TARGET], inner) &&
        (has_own_text(match->text[BL_SOURCE], a, b) ||
         has_own_text(match->text[BL_TARGET], outer, inner)))
        emit(pair, match, INVERTED, outer.open, inner.open, sink);
}

static void close_pair(const bl_pair *pair, const bl_code_match *match,
                       nest *within, halves closed, bl_sink *sink)
{
    const bl_text *target = match->text[BL_TARGET];
    uint32_t at = within->depth;
    halves other;

    while (at > 0 && within->open[at - 1] != closed.open)
        at--;
    if (at == 0)
        return;
    if (at < within->depth &&
        pair_of(target, within->open[within->depth - 1], &other))
        check_crossing(pair, match, closed, other, sink);
    else if (at > 1 && pair_of(target, within->open[at - 2], &other))
        check_inverted(pair, match, closed, other, sink);
    for (; at < within->depth; at++)
        within->open[at - 1] = within->open[at];
    within->depth--;
}

static void check_pairs(const bl_pair *pair, const bl_code_match *match,
                        bl_sink *sink)
{
    const bl_text *target = match->text[BL_TARGET];
    nest within = { bl_arena_alloc(pair->scratch, target->code_count,
                                   sizeof(*within.open)),
                    0 };

    if (within.open == NULL)
        return;
    for (uint32_t i = 0; i < target->code_count; i++) {
        halves found;

        if (!pair_of(target, i, &found))
            continue;
        if (found.open == i)
            within.open[within.depth++] = i;
        else
            close_pair(pair, match, &within, found, sink);
    }
}

/* ---- emptied pairs ------------------------------------------------------ */

static bool is_piece(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_GLYPH) == 0;
}

/* Whether a word goes on across that code: "<1>O</1>nce". */
static bool is_within_word(const bl_side *side, const bl_code *code)
{
    const uint32_t token = bl_side_token_from(side, code->at);
    uint32_t before = token;
    uint32_t behind = token;

    while (before > 0 && side->tokens[before].kind == BL_TOKEN_CODE &&
           side->tokens[before].gap == BL_GAP_NONE)
        before--;
    while (behind < side->token_count &&
           side->tokens[behind].kind == BL_TOKEN_CODE &&
           (behind == token || side->tokens[behind].gap == BL_GAP_NONE))
        behind++;
    return before < token && is_piece(&side->tokens[before]) &&
           behind < side->token_count &&
           side->tokens[behind].gap == BL_GAP_NONE &&
           is_piece(&side->tokens[behind]);
}

/* Whether a pair of the source stands around words of its own. */
static bool has_words(const bl_side *side, halves around)
{
    const bl_code *open = &side->from->codes[around.open];
    const bl_code *close = &side->from->codes[around.close];
    bool words = false;

    for (uint32_t i = bl_side_token_from(side, open->at);
         i < side->token_count && side->tokens[i].start < close->at && !words;
         i++)
        words = side->tokens[i].kind == BL_TOKEN_WORD ||
                side->tokens[i].kind == BL_TOKEN_NUMBER;
    return words && !is_within_word(side, open) &&
           !is_within_word(side, close);
}

/* Whether two codes are known to be the same in the original document. */
static bool are_alike(const bl_code *a, const bl_code *b)
{
    return a->native.size != 0 ? bl_str_equal(a->native, b->native)
                               : b->native.size == 0 && a->type.size != 0 &&
                                     bl_str_equal(a->type, b->type);
}

/* Whether two pairs stand side by side. */
static bool are_beside(const bl_text *text, halves a, halves b)
{
    return !has_text(text, a.close < b.open ? a.close : b.close,
                     a.close < b.open ? b.open : a.open);
}

/* Whether a pair stands at the beginning or end of its text, where what is no
 * longer needed is put. */
static bool is_at_edge(const bl_text *text, halves pair)
{
    return !has_text_in(text, 0, text->codes[pair.open].at) ||
           !has_text_in(text, text->codes[pair.close].at, text->size);
}

/* Whether another pair of the same kind has text, and may have that of this one
 * besides: what stood in two pairs has become one. */
static bool is_merged(const bl_text *target, halves empty)
{
    const bool put_away = is_at_edge(target, empty);

    for (uint32_t i = 0; i < target->code_count; i++) {
        halves other;

        if (i != empty.open && target->codes[i].kind == BL_CODE_OPEN &&
            pair_of(target, i, &other) &&
            are_alike(&target->codes[i], &target->codes[empty.open]) &&
            has_content(target, other) &&
            (put_away || are_beside(target, empty, other)))
            return true;
    }
    return false;
}

/* Codes of one id that the source has with nothing in them may have changed
 * places. */
static bool was_empty(const bl_text *source, bl_str id)
{
    for (uint32_t i = 0; i < source->code_count; i++) {
        halves found;

        if (source->codes[i].kind == BL_CODE_OPEN &&
            bl_str_equal(source->codes[i].id, id) &&
            pair_of(source, i, &found) &&
            !has_content(source, found))
            return true;
    }
    return false;
}

static void emit_emptied(const bl_pair *pair, const bl_code_match *match,
                         halves source, halves target, bl_sink *sink)
{
    const bl_code *a = match->text[BL_SOURCE]->codes;
    const bl_code *b = match->text[BL_TARGET]->codes;
    bl_emission e = { .message = EMPTIED, .mark_count = 2 };

    e.arguments[0] = bl_code_shown(pair, &b[target.open]);
    e.arguments[1] = bl_code_shown(pair, &b[target.close]);
    e.marks[0] = bl_mark_of(
        BL_SOURCE, (bl_span){ a[source.open].at,
                              a[source.close].at + BL_SENTINEL_SIZE });
    e.marks[1] = bl_mark_of(
        BL_TARGET, (bl_span){ b[target.open].at,
                              b[target.close].at + BL_SENTINEL_SIZE });
    bl_emit(sink, &e);
}

/* A text without words has no use for any of its pairs; target-empty tells. */
static bool has_any_words(const bl_side *side)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (side->tokens[i].kind == BL_TOKEN_WORD ||
            side->tokens[i].kind == BL_TOKEN_NUMBER)
            return true;
    }
    return false;
}

static void check_emptied(const bl_pair *pair, const bl_code_match *match,
                          bl_sink *sink)
{
    const bl_text *target = match->text[BL_TARGET];
    uint32_t count = 0;

    for (uint32_t i = 0; i < target->code_count && count < EMPTY_MOST; i++) {
        halves here;
        halves there;

        if (target->codes[i].kind != BL_CODE_OPEN ||
            !pair_of(target, i, &here) ||
            has_content(target, here))
            continue;
        count++;
        if (!source_pair(match, here, &there) ||
            !has_words(&pair->side[BL_SOURCE], there) ||
            was_empty(match->text[BL_SOURCE], target->codes[i].id) ||
            is_merged(target, here) ||
            !has_any_words(&pair->side[BL_TARGET]))
            continue;
        emit_emptied(pair, match, there, here, sink);
        i = here.close; /* what is in it is empty as well */
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    bl_code_match match;

    (void)self;
    if (pair->segment->source.code_count < 2 ||
        pair->segment->target.code_count < 1 ||
        !bl_match_codes(pair, &match))
        return;
    if (!match.in_order) {
        check_alone(pair, &match, sink);
        check_pairs(pair, &match, sink);
    }
    check_emptied(pair, &match, sink);
}

const bl_check bl_check_code_nesting = {
    .id = "code-nesting",
    .title = "Pairs of inline codes are not put together as in the source",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_CODES,
    .messages = {
        [CROSSED] = { "crossed",
                      "the pairs that end with {0} and {1} overlap",
                      BL_WARNING },
        [REVERSED] = { "reversed", "{0} stands before {1}, which it closes",
                       BL_WARNING },
        [UNCLOSED] = { "unclosed", "nothing closes {0}", BL_WARNING },
        [UNOPENED] = { "unopened", "{0} closes what is not open",
                       BL_WARNING },
        [INVERTED] = { "inverted",
                       "{0} stands around {1}, within which it was",
                       BL_WARNING },
        [EMPTIED] = { "emptied",
                      "{0} and {1} stand around nothing, and around text in "
                      "the source", BL_WARNING },
    },
    .run = run,
};
