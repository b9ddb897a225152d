/* SPDX-License-Identifier: Apache-2.0 */
/*
 * date-mismatch: the two sides do not say the same dates.
 *
 * Dates are compared part by part, so "May 8-11" and "ngày 8-11 tháng 5" are
 * the same in whatever order and words they are written: years, months, days,
 * weekdays, decades and centuries.
 *
 * Page, examples and tests: date_mismatch.md
 */
#include "checks/difference.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_differences(pair, BL_CLASS_DATES, sink);
}

const bl_check bl_check_date_mismatch = {
    .id = "date-mismatch",
    .title = "Dates of source and target differ",
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
