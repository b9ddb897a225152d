/* SPDX-License-Identifier: Apache-2.0 */
/*
 * code-extra: an inline code of the target is not in the source.
 *
 * Page, examples and tests: code_extra.md
 */
#include "checks/codes.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_lost_codes(pair, BL_TARGET, 0, sink);
}

const bl_check bl_check_code_extra = {
    .id = "code-extra",
    .title = "An inline code of the target is not in the source",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_NOTHING,
    .wants = BL_HAS_CODES,
    .messages = {
        { "extra", "the code {0} is not in the source", BL_ERROR },
    },
    .run = run,
};
