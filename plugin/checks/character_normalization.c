/* SPDX-License-Identifier: Apache-2.0 */
/*
 * character-normalization: letters and their marks are characters of their
 * own where they could be one.
 *
 * Told once a segment, and once a document where most of it is written so:
 * it is then one setting of one program. Scripts of India and Burma are left
 * alone: their letters are typed in parts, and Unicode keeps some so.
 *
 * Page, examples and tests: character_normalization.md
 */
#include "checks/check.h"
#include "checks/throughout.h"
#include "text/fold.h"
#include "text/oddity.h"

enum { DECOMPOSED };

static bool is_decomposed(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_MASKED) == 0 &&
           (token->word->oddities & BL_ODD_PARTS) != 0;
}

/* Whether a syllable of Hangul, of which each letter is a token, goes on. */
static bool goes_on(const bl_token *token)
{
    return token->c >= 0x1160 && token->c < 0x1200;
}

/* The text from one token to another, composed word by word: as a whole it may
 * be longer than what can be composed. */
static bl_str compose(const bl_side *side, const bl_token *first,
                      const bl_token *last, bl_arena *arena)
{
    /* Nothing composed has more than three times the bytes. */
    const size_t room = 3 * (size_t)(last->limit - first->start) + 1;
    char *to = bl_arena_alloc(arena, room, 1);
    size_t size = 0;

    while (to != NULL && first <= last) {
        const bl_token *next = first + 1;
        bl_str word;
        size_t more = 0;

        while (next <= last && goes_on(next))
            next++;
        word = bl_side_text(side, (bl_span){ first->start,
                                             next <= last ? next->start
                                                          : last->limit });
        if (!bl_to_nfc(word, to + size, room - size, &more) || more == 0) {
            memcpy(to + size, word.ptr, word.size);
            more = word.size;
        }
        size += more;
        first = next;
    }
    return bl_str_of(to, size);
}

static void emit(const bl_pair *pair, const bl_token *first,
                 const bl_token *last, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = DECOMPOSED, .mark_count = 1 };
    bl_str text;

    e.marks[0] = bl_mark_of(BL_TARGET, bl_span_join(bl_token_span(first),
                                                    bl_token_span(last)));
    text = compose(target, first, last, pair->scratch);
    e.arguments[0] = first->word->text;
    if (text.ptr != NULL)
        e.fix = (bl_fix){ true, BL_TARGET, e.marks[0].span, text };
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t count = target->token_count;
    const bl_token *first = NULL;
    const bl_token *last = NULL;

    (void)self;
    for (uint32_t at = bl_side_next_odd(target, 0); at < count;
         at = bl_side_next_odd(target, at + 1)) {
        if (!is_decomposed(&target->tokens[at]))
            continue;
        first = first == NULL ? &target->tokens[at] : first;
        last = &target->tokens[at];
    }
    if (first != NULL &&
        !bl_str_has(pair->side[BL_SOURCE].text, first->word->text))
        emit(pair, first, last, sink);
}

static void settle(uint16_t rule, const bl_records *records, bl_report *report)
{
    bl_settle_throughout(rule, DECOMPOSED, BL_MANY, BL_INFO, records, report);
}

const bl_check bl_check_character_normalization = {
    .id = "character-normalization",
    .title = "A letter and its marks are not one character",
    .category = "character",
    .its_type = "characters",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .wants = BL_HAS_ODDITIES,
    .messages = {
        [DECOMPOSED] = { "decomposed",
                         "the marks of {0} are characters of their own, "
                         "unlike in other text",
                         BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
