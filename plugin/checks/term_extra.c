/* SPDX-License-Identifier: Apache-2.0 */
/*
 * term-extra: a translation of the term list stands in the target, and none
 * of its terms in the source.
 *
 * Page, examples and tests: term_extra.md
 */
#include "checks/check.h"
#include "match/terms.h"

enum { EXTRA };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->terms->extra_count; i++) {
        const bl_term_extra *extra = &pair->terms->extras[i];
        const bl_side *target = &pair->side[BL_TARGET];
        const bl_span mark = bl_term_mark(extra->of, extra->phrase, BL_TARGET,
                                          target, extra->target);
        bl_emission e = { .message = EXTRA, .mark_count = 1 };

        e.marks[0] = bl_mark_of(BL_TARGET, mark);
        e.arguments[0] = bl_side_text(target, mark);
        e.arguments[1] = bl_term_sources(extra, target, pair->scratch);
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_term_extra = {
    .id = "term-extra",
    .title = "A translation of the term list is there without its term",
    .category = "term",
    .its_type = "terminology",
    .since = "0.1",
    .stage = BL_PREVIEW,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS | BL_NEEDS_EXTRA_TERMS,
    .wants = BL_HAS_TERMS,
    .messages = {
        [EXTRA] = { "extra", "{0} is the translation of {1}, which the "
                             "source does not have",
                    BL_WARNING },
    },
    .run = run,
};
