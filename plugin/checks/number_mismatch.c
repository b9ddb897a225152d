/* SPDX-License-Identifier: Apache-2.0 */
/*
 * number-mismatch: the two sides do not say the same numbers.
 *
 * Numbers are compared by value, not by spelling: the recognisers have read
 * "4.58 billion" and "4,58 tỷ" as the same value. A number that is gone while
 * another one has come is an error; one that is merely gone or added is a
 * warning, and where it is small or a word, a note.
 *
 * Page, examples and tests: number_mismatch.md
 */
#include "checks/difference.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_differences(pair, BL_CLASS_NUMBERS, sink);
}

const bl_check bl_check_number_mismatch = {
    .id = "number-mismatch",
    .title = "Numbers of source and target differ",
    .category = "number",
    .its_type = "numbers",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
    .messages = {
        BL_DIFFERENCE_MESSAGES,
        [BL_DIFFERENCE_MESSAGE_ROUNDED] =
            { "rounded", "{0} became {1}{2}", BL_INFO },
    },
    .run = run,
};
