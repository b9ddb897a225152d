/* SPDX-License-Identifier: Apache-2.0 */
/*
 * time-mismatch: the two sides do not say the same times of the day.
 *
 * Times are compared on the 24 hour clock: "8:30 p.m.", "20:30" and "20h30"
 * are the same, and a time without a day period may be of either half of the
 * day.
 *
 * Page, examples and tests: time_mismatch.md
 */
#include "checks/difference.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_differences(pair, BL_CLASS_TIMES, sink);
}

const bl_check bl_check_time_mismatch = {
    .id = "time-mismatch",
    .title = "Times of source and target differ",
    .category = "date",
    .its_type = "numbers",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
    .wants = BL_HAS_OTHER_NUMBERS,
    .messages = { BL_DIFFERENCE_MESSAGES },
    .run = run,
};
