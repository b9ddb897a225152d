/* SPDX-License-Identifier: Apache-2.0 */
/*
 * inconsistent-source: different sources have the same translation, in a
 * document or in the documents of a project.
 *
 * Often that is right, since a language may make a difference that another
 * one does not; so the rule is off until it is asked for. What counts as the
 * same is what the options of inconsistent-target say.
 *
 * Page, examples and tests: inconsistent_source.md
 */
#include "checks/check.h"
#include "checks/repetitions.h"

enum { DIFFERENT };

static void project(const bl_check *self,
                    const bl_repetitions *const *documents, size_t count,
                    bl_sink *sink)
{
    (void)self;
    bl_repetitions_report(documents, count, BL_TARGET, DIFFERENT, DIFFERENT,
                          sink);
}

const bl_check bl_check_inconsistent_source = {
    .id = "inconsistent-source",
    .title = "Different sources have the same translation",
    .category = "consistency",
    .its_type = "inconsistency",
    .since = "0.1",
    .stage = BL_STABLE,
    .off = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_REPETITIONS,
    .messages = {
        [DIFFERENT] = { "different",
                        "another source has the same translation in {0}",
                        BL_WARNING },
    },
    .repeats = 1 << BL_TARGET,
    .project = project,
};
