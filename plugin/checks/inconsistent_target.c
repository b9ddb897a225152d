/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inconsistent-target: the same source is translated in different ways, in a
 * document or in the documents of a project.
 *
 * Each source is reported once, at the first translation that differs from
 * one before it, with the places of all. A single word may well need another
 * translation elsewhere, so short sources have no part in it.
 *
 * Page, examples and tests: inconsistent_target.md
 */
#include "checks/check.h"
#include "checks/repetitions.h"

enum { DIFFERENT, VARIED };

static void project(const bl_check *self,
                    const bl_repetitions *const *documents, size_t count,
                    bl_sink *sink)
{
    (void)self;
    bl_repetitions_report(documents, count, BL_SOURCE, DIFFERENT, VARIED,
                          sink);
}

const bl_check bl_check_inconsistent_target = {
    .id = "inconsistent-target",
    .title = "The same source is translated in different ways",
    .category = "consistency",
    .its_type = "inconsistency",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_REPETITIONS,
    .messages = {
        [DIFFERENT] = { "different",
                        "the same source is translated otherwise in {0}",
                        BL_WARNING },
        [VARIED] = { "varied",
                     "the same source is translated otherwise in {0}, as most "
                     "that are repeated here",
                     BL_INFO },
    },
    .options = {
        [BL_FOLD_SPACES] = { "spaces",
                             "texts that differ in white space are different",
                             BL_OPTION_FLAG,
                             { "no", false, 0 } },
        [BL_FOLD_CASE] = { "case",
                           "texts that differ in capital letters are "
                           "different",
                           BL_OPTION_FLAG,
                           { "yes", true, 0 } },
        [BL_FOLD_CODES] = { "codes",
                            "texts that differ in the places of inline codes "
                            "are different",
                            BL_OPTION_FLAG,
                            { "yes", true, 0 } },
    },
    .repeats = 1 << BL_SOURCE,
    .project = project,
};
