/* SPDX-License-Identifier: Apache-2.0 */
/*
 * term-missing: a term of the list stands in the source, and none of its
 * translations in the target.
 *
 * Page, examples and tests: term_missing.md
 */
#include "checks/check.h"
#include "match/terms.h"

enum { MISSING, KEPT };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->terms->use_count; i++) {
        const bl_term_use *use = &pair->terms->uses[i];
        const bl_side *source = &pair->side[BL_SOURCE];
        bl_emission e = { .message = MISSING, .mark_count = 1 };
        bl_span mark;
        bool stays;

        if (!use->wanted || use->answered || use->held)
            continue;
        mark = bl_term_mark(use->of, use->phrase, BL_SOURCE, source,
                            use->source);
        e.marks[0] = bl_mark_of(BL_SOURCE, mark);
        e.arguments[0] = bl_side_text(source, mark);
        e.arguments[1] =
            bl_term_wanted(pair->terms, use, source, &stays, pair->scratch);
        if (stays)
            e.message = KEPT;
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_term_missing = {
    .id = "term-missing",
    .title = "The term list's translation is not in the target",
    .category = "term",
    .its_type = "terminology",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS,
    .wants = BL_HAS_TERMS,
    .messages = {
        [MISSING] = { "missing", "{0} is to be translated as {1}",
                      BL_ERROR },
        [KEPT] = { "kept", "{0} is not to be translated", BL_ERROR },
    },
    .run = run,
};
