/* SPDX-License-Identifier: Apache-2.0 */
/*
 * code-missing: an inline code of the source is not in the target.
 *
 * Page, examples and tests: code_missing.md
 */
#include "checks/codes.h"
#include "checks/untranslated.h"

/* An empty target has to have the codes that must not be deleted (XLIFF 2.1,
 * 4.7.2.5); where there are words to translate, that is not what it lacks. */
static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    if (bl_has_target(pair))
        bl_emit_lost_codes(pair, BL_SOURCE, 0, sink);
    else if (pair->segment->target.present &&
             bl_hole_of(pair) == BL_HOLE_NONE)
        bl_emit_lost_codes(pair, BL_SOURCE, BL_CODE_STAYS, sink);
}

const bl_check bl_check_code_missing = {
    .id = "code-missing",
    .title = "An inline code of the source is not in the target",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_CODES,
    .without_target = true,
    .messages = {
        { "missing", "the code {0} is missing in the target", BL_ERROR },
    },
    .run = run,
};
