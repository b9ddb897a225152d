/* SPDX-License-Identifier: Apache-2.0 */
/*
 * whitespace-double: two spaces stand in a row inside of the target.
 *
 * A source that has them too may want columns, or types two spaces between
 * sentences; a longer row is layout, and so is white space with a tab or a
 * line break in it.
 *
 * Page, examples and tests: whitespace_double.md
 */
#include "checks/check.h"
#include "checks/ending.h"
#include "checks/gaps.h"
#include "checks/throughout.h"

enum { DOUBLE, SENTENCES };

/* What stands before token `at`, which is not the first. */
static bl_span gap_before(const bl_side *side, size_t at)
{
    return (bl_span){ side->tokens[at - 1].limit, side->tokens[at].start };
}

/* Thai, Lao, Khmer, Burmese: a space parts sentences there, and may be wide. */
static bool is_of_phrases(const bl_token *token)
{
    return (token->flags & BL_TOKEN_GLYPH) != 0 && token->c < 0x2000;
}

static bool is_wrong(const bl_token *before, const bl_token *behind)
{
    return (before->flags & behind->flags &
            (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0 &&
           !is_of_phrases(before) && !is_of_phrases(behind);
}

static void report(uint16_t message, bl_span gap, bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, gap);
    e.fix = (bl_fix){ true, BL_TARGET, gap, BL_STR(" ") };
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const size_t count = target->token_count;
    bool looked = false;
    size_t at = 0;

    (void)self;
    while ((at = bl_traits_next(target->traits, count, at + 1,
                                BL_TRAIT_UNEVEN)) < count) {
        const bl_span gap = gap_before(target, at);

        if (!bl_str_equal(bl_side_text(target, gap), BL_STR("  ")) ||
            !is_wrong(&target->tokens[at - 1], &target->tokens[at]))
            continue;
        if (!looked && (bl_has_double_space(&pair->side[BL_SOURCE]) ||
                        bl_has_sign_apart(&pair->side[BL_SOURCE])))
            return;
        looked = true;
        report(bl_point_is_final(bl_sign_kind(target, &target->tokens[at - 1]))
                   ? SENTENCES
                   : DOUBLE,
               gap, sink);
    }
}

/* A document whose typist has two spaces between sentences is told once. */
static void settle(uint16_t rule, const bl_records *records, bl_report *report)
{
    bl_settle_throughout(rule, SENTENCES, BL_MANY, BL_INFO, records, report);
}

const bl_check bl_check_whitespace_double = {
    .id = "whitespace-double",
    .title = "Two spaces stand in a row",
    .category = "whitespace",
    .its_type = "whitespace",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [DOUBLE] = { "double", "two spaces in a row", BL_WARNING },
        [SENTENCES] = { "sentences", "two spaces between sentences",
                        BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
