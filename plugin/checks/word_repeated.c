/* SPDX-License-Identifier: Apache-2.0 */
/*
 * word-repeated: a word is written twice in a row.
 *
 * Many languages double words on purpose (mãi mãi, rumah rumah); where a
 * language does, its dictionary lists the words that are never doubled, and
 * only those are reported. In the others the dictionary lists the few that
 * may be (had had, vous vous). A text whose source doubles a word too means
 * it.
 *
 * Page, examples and tests: word_repeated.md
 */
#include "checks/check.h"

enum { REPEATED };

/* The word at `at` once more, one space behind, and no third time: that is a
 * loop or an exclamation. */
static bool is_double(const bl_side *side, uint32_t at)
{
    const bl_token *a = &side->tokens[at];
    const bl_token *b = a + 1;

    return a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_WORD &&
           b->gap == BL_GAP_SPACE && a->word->folded.size != 0 &&
           a->word->fold_hash == b->word->fold_hash &&
           bl_str_equal(a->word->folded, b->word->folded) &&
           ((a->flags | b->flags) &
            (BL_TOKEN_MASKED | BL_TOKEN_GLYPH | BL_TOKEN_KEPT)) == 0;
}

static bool has_double(const bl_side *side)
{
    for (uint32_t i = 0; i + 1 < side->token_count; i++) {
        if (is_double(side, i))
            return true;
    }
    return false;
}

static bool is_name(const bl_token *a)
{
    /* Duran Duran, Pago Pago: both capitalised. */
    return (a->word->flags & BL_WORD_CAPITAL) != 0 &&
           (a[1].word->flags & BL_WORD_CAPITAL) != 0;
}

static bool is_wrong(const bl_side *side, uint32_t at)
{
    const bl_token *a = &side->tokens[at];

    if (is_name(a))
        return false;
    if (side->language->doubles)
        return (a->word->set & BL_SENSE_BIT(BL_SENSE_SINGLE)) != 0;
    return (a->word->set & BL_SENSE_BIT(BL_SENSE_DOUBLE)) == 0;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];

    (void)self;
    for (uint32_t i = 0; i + 1 < target->token_count; i++) {
        const bl_token *a = &target->tokens[i];
        bl_emission e = { .message = REPEATED, .mark_count = 1 };

        if (!is_double(target, i) || !is_wrong(target, i) ||
            has_double(&pair->side[BL_SOURCE]))
            continue;
        e.marks[0] = bl_mark_of(
            BL_TARGET, bl_span_join(bl_token_span(a), bl_token_span(a + 1)));
        e.arguments[0] = bl_side_text(target, bl_token_span(a));
        e.fix = (bl_fix){ true, BL_TARGET,
                          (bl_span){ a->limit, a[1].limit },
                          bl_str_of("", 0) };
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_word_repeated = {
    .id = "word-repeated",
    .title = "A word is written twice",
    .category = "repetition",
    .its_type = "duplication",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [REPEATED] = { "repeated", "\"{0}\" is written twice in a row",
                       BL_WARNING },
    },
    .run = run,
};
