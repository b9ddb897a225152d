/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target-empty: there is something to translate, and no translation.
 *
 * No target element, an empty one and a blank one are three messages, since
 * they come about in different ways. A document without any target language
 * has nothing to translate into and is left alone by the engine. Of a segment
 * that counts as done, state-mismatch tells.
 *
 * Page, examples and tests: target_empty.md
 */
#include "checks/untranslated.h"

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_hole hole = bl_hole_of(pair);

    (void)self;
    if (hole != BL_HOLE_NONE && !bl_is_told_by_state(pair))
        bl_emit_untranslated(pair, BL_SOURCE, hole, NULL, sink);
}

const bl_check bl_check_target_empty = {
    .id = "target-empty",
    .title = "A translatable segment has no translation",
    .category = "untranslated",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .without_target = true,
    .messages = {
        [BL_HOLE_MISSING] = { "missing", "there is no target", BL_ERROR },
        [BL_HOLE_EMPTY] = { "empty", "the target is empty", BL_ERROR },
        [BL_HOLE_BLANK] = { "blank", "the target is white space", BL_ERROR },
        [BL_HOLE_CODES] = { "codes", "the target has codes and no text", BL_WARNING },
        [BL_HOLE_SIGNS] = { "signs", "the target has no words", BL_ERROR },
    },
    .run = run,
};
