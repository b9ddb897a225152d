/* SPDX-License-Identifier: Apache-2.0 */
/*
 * state-mismatch: a segment counts as done and is not translated.
 *
 * It tells in the place of target-empty and target-same-as-source, so that one
 * fault is told once: what is not translated yet is as expected in a document
 * that people work on, and what nobody will look at again is not. Each fault
 * keeps the level that it has without a state.
 *
 * Page, examples and tests: state_mismatch.md
 */
#include "checks/untranslated.h"

enum { SAME = BL_HOLE_NONE };

/* As people call it; documents have other words for the same. */
static const char *name_of(uint8_t state)
{
    switch ((bl_state)state) {
    case BL_STATE_FINAL:
        return "final";
    case BL_STATE_REVIEWED:
        return "reviewed";
    default:
        return "translated";
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    bl_hole hole;

    (void)self;
    if (pair->segment->state < BL_STATE_TRANSLATED)
        return;
    hole = bl_hole_of(pair);
    if (hole != BL_HOLE_NONE || bl_repeats_source(pair))
        bl_emit_untranslated(pair,
                             hole == BL_HOLE_NONE ? BL_TARGET : BL_SOURCE,
                             hole, name_of(pair->segment->state), sink);
}

const bl_check bl_check_state_mismatch = {
    .id = "state-mismatch",
    .title = "A segment counts as done and is not translated",
    .category = "structure",
    .its_type = "non-conformance",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .without_target = true,
    .messages = {
        [BL_HOLE_MISSING] = { "missing",
                              "this counts as {0}, and there is no target",
                              BL_ERROR },
        [BL_HOLE_EMPTY] = { "empty",
                            "this counts as {0}, and the target is empty",
                            BL_ERROR },
        [BL_HOLE_BLANK] = { "blank",
                            "this counts as {0}, and the target is white "
                            "space", BL_ERROR },
        [BL_HOLE_CODES] = { "codes",
                            "this counts as {0}, and the target has codes "
                            "and no text", BL_WARNING },
        [BL_HOLE_SIGNS] = { "signs",
                            "this counts as {0}, and the target has no words",
                            BL_ERROR },
        [SAME] = { "same",
                   "this counts as {0}, and the target is the same as the "
                   "source", BL_WARNING },
    },
    .run = run,
};
