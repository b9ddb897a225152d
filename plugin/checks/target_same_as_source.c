/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target-same-as-source: the target is the source, though there is something
 * to translate.
 *
 * Names, codes, brands and short labels stay as they are in every language:
 * a few ordinary words are wanted as evidence that the text is prose. Of a
 * segment that counts as done, state-mismatch tells.
 *
 * Page, examples and tests: target_same_as_source.md
 */
#include "checks/untranslated.h"

enum { SAME };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    if (bl_repeats_source(pair) && !bl_is_told_by_state(pair))
        bl_emit_untranslated(pair, BL_TARGET, SAME, NULL, sink);
}

const bl_check bl_check_target_same_as_source = {
    .id = "target-same-as-source",
    .title = "The target repeats the source",
    .category = "untranslated",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [SAME] = { "same", "the target is the same as the source",
                   BL_WARNING },
    },
    .run = run,
};
