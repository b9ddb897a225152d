/* SPDX-License-Identifier: Apache-2.0 */
/*
 * phrase-loop: words are said over and over, three times and more in a row, as
 * translation machines do that have lost their way.
 *
 * A loop of n tokens is a stretch in which each token is the one n before it.
 * How far it is to the same token before is kept in a small table; where it is
 * n, the stretch is followed, and what was followed once is not followed again.
 *
 * Page, examples and tests: phrase_loop.md
 */
#include "checks/check.h"
#include "checks/signs.h"

enum { LOOP };

/* How often it is said, at least; more often where it is two tokens or one
 * word, or letters of a script without spaces, which are tokens by themselves:
 * 哈哈哈 laughs. */
enum { TIMES = 3, TIMES_SHORT = 4, LETTERS_LEAST = 2 };

/* Tokens of a phrase, at least and at most; places of the table. */
enum { PHRASE_LEAST = 2, PHRASE_MOST = 64, PLACES = 128 };

/* A stretch of a side: tokens, of a phrase of so many of them. */
typedef struct loop {
    uint32_t first;
    uint32_t limit;
    uint32_t phrase;
} loop;

/* Equal tokens have equal keys. */
static uint32_t key_of(const bl_token *token)
{
    return token->word != NULL ? token->word->fold_hash
                               : token->c * 0x9e3779b1u ^ token->kind;
}

static bool are_equal(const bl_side *side, const bl_token *a,
                      const bl_token *b)
{
    if (a->kind != b->kind || key_of(a) != key_of(b))
        return false;
    return a->word != NULL ? bl_str_equal(a->word->folded, b->word->folded)
                           : bl_str_equal(bl_side_text(side, bl_token_span(a)),
                                          bl_side_text(side,
                                                       bl_token_span(b)));
}

/* Whether so many tokens in a row may all have been there before that there may
 * be a loop: few texts have that, and only they are looked at more closely. */
static bool may_loop(const bl_side *side)
{
    const uint32_t wanted = (TIMES_SHORT - 1) * PHRASE_LEAST;
    uint8_t seen[256] = { 0 };
    uint32_t row = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        uint8_t *place = &seen[key_of(&side->tokens[i]) & 255];

        row = (row + 1) * *place;
        *place = 1;
        if (row == wanted)
            return true;
    }
    return false;
}

/* The stretch around `at`, from `from` on, in which each token is the one
 * `phrase` tokens before it. */
static loop stretch_at(const bl_side *side, uint32_t from, uint32_t at,
                       uint32_t phrase)
{
    const bl_token *tokens = side->tokens;
    loop found = { at - phrase, at + 1, phrase };

    while (found.limit < side->token_count &&
           are_equal(side, &tokens[found.limit],
                     &tokens[found.limit - phrase]))
        found.limit++;
    while (found.first > from && at - found.first < TIMES_SHORT * phrase &&
           are_equal(side, &tokens[found.first - 1],
                     &tokens[found.first - 1 + phrase]))
        found.first--;
    return found;
}

/* Whether a phrase has words, or letters enough, and how often they would have
 * to be said. */
static uint32_t times_of(const bl_side *side, const loop *one)
{
    uint32_t words = 0;
    uint32_t letters = 0;
    uint32_t glyphs = 0;

    for (uint32_t i = one->first; i < one->first + one->phrase; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD || !bl_sign_is_prose(token))
            continue;
        words++;
        glyphs += (token->flags & BL_TOKEN_GLYPH) != 0;
        letters += token->word->letters;
    }
    if (words == 0 || letters < LETTERS_LEAST || one->phrase < PHRASE_LEAST)
        return UINT32_MAX;
    return words == 1 || glyphs == words || one->phrase == PHRASE_LEAST
               ? TIMES_SHORT
               : TIMES;
}

/* The last time may lack the sign behind it: "no, no, no". For the source,
 * that it says something twice is enough. */
static bool is_loop(const bl_side *side, const loop *one, bool twice)
{
    const uint32_t times = times_of(side, one);
    const uint32_t last = one->first + one->phrase - 1;
    const uint32_t lacking = side->tokens[last].kind == BL_TOKEN_PUNCT;

    return times != UINT32_MAX &&
           one->limit - one->first + lacking >=
               (twice ? TIMES - 1 : times) * one->phrase;
}

/* The first loop from token `at` on; false where there is none. */
static bool next_loop(const bl_side *side, uint32_t at, bool twice,
                      loop *found)
{
    uint32_t last[PLACES] = { 0 }; /* token, from 1 */
    const uint32_t from = at;
    uint32_t passed = 0; /* stretches that ended here are known */

    for (; at < side->token_count; at++) {
        uint32_t *place = &last[key_of(&side->tokens[at]) % PLACES];
        const uint32_t before = *place;

        *place = at + 1;
        if (before == 0 || at + 1 - before > PHRASE_MOST || at < passed ||
            !are_equal(side, &side->tokens[at], &side->tokens[before - 1]))
            continue;
        *found = stretch_at(side, from, at, at + 1 - before);
        if (is_loop(side, found, twice))
            return true;
        if (found->limit > at + 1)
            passed = found->limit;
    }
    return false;
}

/* Whether what is said again are plural forms, which a bar parts in the source
 * too. */
static bool are_forms(const bl_pair *pair, const loop *one)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_token *at = &pair->side[BL_TARGET].tokens[one->first];
    const bl_token *limit = at + one->phrase;

    while (at < limit && !bl_sign_parts_forms(at))
        at++;
    if (at == limit)
        return false;
    for (uint32_t i = 0; i < source->token_count; i++) {
        if (bl_sign_parts_forms(&source->tokens[i]))
            return true;
    }
    return false;
}

static uint32_t count_lines(const bl_side *side, bl_span span)
{
    uint32_t count = 0;

    for (uint32_t at = span.start; at < span.limit; at++)
        count += side->text.ptr[at] == '\n';
    return count;
}

/* Whether what is said again are lines, of which the source has as many: words
 * that are searched for, of which the languages have more and less. */
static bool are_lines(const bl_pair *pair, const loop *one)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_span all = { 0, (uint32_t)source->text.size };
    const bl_span said = { target->tokens[one->first].start,
                           target->tokens[one->limit - 1].limit };
    const uint32_t lines = count_lines(target, said);

    return lines + 1 >= (one->limit - one->first) / one->phrase &&
           lines <= count_lines(source, all);
}

static void report(const bl_side *target, const loop *found, bl_sink *sink)
{
    const bl_span all = { target->tokens[found->first].start,
                          target->tokens[found->limit - 1].limit };
    const bl_span once = {
        all.start, target->tokens[found->first + found->phrase - 1].limit
    };
    bl_emission e = { .message = LOOP, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, all);
    e.arguments[0] = bl_side_text(target, once);
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t at = 0;
    loop found;
    loop meant;

    (void)self;
    if (!may_loop(target))
        return;
    while (next_loop(target, at, false, &found)) {
        if (at == 0 && next_loop(&pair->side[BL_SOURCE], 0, true, &meant))
            return;
        if (!are_forms(pair, &found) && !are_lines(pair, &found))
            report(target, &found, sink);
        at = found.limit;
    }
}

const bl_check bl_check_phrase_loop = {
    .id = "phrase-loop",
    .title = "A phrase is said over and over",
    .category = "repetition",
    .its_type = "duplication",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [LOOP] = { "loop", "\"{0}\" is said over and over", BL_ERROR },
    },
    .run = run,
};
