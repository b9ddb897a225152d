/* SPDX-License-Identifier: Apache-2.0 */
/*
 * term-forbidden: a translation is used that the term list forbids.
 *
 * Page, examples and tests: term_forbidden.md
 */
#include "checks/check.h"
#include "recognise/terms.h"

enum { FORBIDDEN, INSTEAD };

/* The one term that is wanted, where the forbidden one stands as it is in
 * the list: with another ending, the fix would have to be inflected too. */
static bl_str replacement(const bl_pair *pair, const bl_term_misuse *misuse)
{
    return misuse->same && misuse->phrase != BL_NO_PHRASE
               ? bl_term_only(misuse->of, misuse->phrase,
                              &pair->side[BL_SOURCE], misuse->source,
                              pair->scratch)
               : bl_str_of(NULL, 0);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->terms->misuse_count; i++) {
        const bl_term_misuse *misuse = &pair->terms->misuses[i];
        const bl_str instead = replacement(pair, misuse);
        bl_emission e = { .message = FORBIDDEN };

        if (misuse->phrase != BL_NO_PHRASE) {
            e.marks[e.mark_count++] = bl_mark_of(BL_SOURCE, misuse->source);
            e.arguments[1] = bl_term_wanted(misuse->of, misuse->phrase,
                                            &pair->side[BL_SOURCE],
                                            misuse->source, pair->scratch);
        }
        e.marks[e.mark_count++] = bl_mark_of(BL_TARGET, misuse->target);
        e.arguments[0] = bl_side_text(&pair->side[BL_TARGET], misuse->target);
        if (e.arguments[1].size != 0)
            e.message = INSTEAD;
        e.fix =
            (bl_fix){ instead.size != 0, BL_TARGET, misuse->target, instead };
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_term_forbidden = {
    .id = "term-forbidden",
    .title = "A forbidden term is used",
    .category = "term",
    .its_type = "terminology",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS,
    .messages = {
        [FORBIDDEN] = { "forbidden", "{0} is not to be used", BL_ERROR },
        [INSTEAD] = { "forbidden-instead",
                      "{0} is not to be used; say {1}", BL_ERROR },
    },
    .run = run,
};
