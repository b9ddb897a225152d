/* SPDX-License-Identifier: Apache-2.0 */
/*
 * code-missing: an inline code of the source is not in the target.
 *
 * Page, examples and tests: code_missing.md
 */
#include "checks/codes.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    if (bl_has_target(pair))
        bl_emit_lost_codes(pair, BL_SOURCE, sink);
}

const bl_check bl_check_code_missing = {
    .id = "code-missing",
    .title = "An inline code of the source is not in the target",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_NOTHING,
    .messages = {
        { "missing", "the code {0} is missing in the target", BL_ERROR },
    },
    .run = run,
};
