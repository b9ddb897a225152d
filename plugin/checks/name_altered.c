/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-altered: a name of the source stands in the target with letters
 * changed, lost or swapped.
 *
 * Page, examples and tests: name_altered.md
 */
#include "checks/check.h"
#include "recognise/names.h"

enum { ALTERED };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->names->difference_count; i++) {
        const bl_name_difference *d = &pair->names->differences[i];
        bl_emission e = { .message = ALTERED, .mark_count = 2 };

        if (d->kind != BL_NAME_ALTERED)
            continue;
        e.marks[0] = bl_mark_of(BL_SOURCE, d->source);
        e.marks[1] = bl_mark_of(BL_TARGET, d->target);
        e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], d->source);
        e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], d->target);
        e.fix = (bl_fix){ true, BL_TARGET, d->target, d->expected };
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_name_altered = {
    .id = "name-altered",
    .title = "Letters of a name are changed",
    .category = "name",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES,
    .messages = {
        [ALTERED] = { "altered", "{0} became {1}", BL_WARNING },
    },
    .run = run,
};
