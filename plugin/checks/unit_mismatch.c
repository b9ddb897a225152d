/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unit-mismatch: the same number of something else.
 *
 * Percent lost or added, another currency, another unit of the same kind
 * (5 km for 5 miles) or of none (5 hours), and a conversion that is wrong by
 * more than rounding.
 * A unit that one side leaves unsaid is no difference, nor is one that is
 * converted rightly.
 *
 * Page, examples and tests: unit_mismatch.md
 */
#include "checks/difference.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_differences(pair, BL_CLASS_UNITS, sink);
}

const bl_check bl_check_unit_mismatch = {
    .id = "unit-mismatch",
    .title = "Units or currencies of source and target differ",
    .category = "unit",
    .its_type = "numbers",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
    .wants = BL_HAS_OTHER_NUMBERS,
    .messages = { BL_DIFFERENCE_ALTERED },
    .run = run,
};
