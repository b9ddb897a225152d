/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-substituted: another name stands where the source has a name.
 *
 * Every word is spelled right and every number agrees: only the person is
 * another one. Reported when a name of the source has no answer in the
 * target and a name of the target has none in the source.
 *
 * Page, examples and tests: name_substituted.md
 */
#include "checks/check.h"
#include "recognise/names.h"

enum { SUBSTITUTED, EXPECTED };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->names->difference_count; i++) {
        const bl_name_difference *d = &pair->names->differences[i];
        bl_emission e = { .mark_count = 2 };

        if (d->kind != BL_NAME_SUBSTITUTED)
            continue;
        e.message = d->expected.size != 0 ? EXPECTED : SUBSTITUTED;
        e.marks[0] = bl_mark_of(BL_SOURCE, d->source);
        e.marks[1] = bl_mark_of(BL_TARGET, d->target);
        e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], d->source);
        e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], d->target);
        e.arguments[2] = d->expected;
        e.fix = (bl_fix){ d->expected.size != 0, BL_TARGET, d->target,
                          d->expected };
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_name_substituted = {
    .id = "name-substituted",
    .title = "Another name stands where the source has a name",
    .category = "name",
    .its_type = "inconsistent-entities",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES,
    .messages = {
        [SUBSTITUTED] = { "substituted", "{0} became {1}", BL_ERROR },
        [EXPECTED] = { "substituted-known",
                       "{0} became {1}; {0} is {2} in the target language",
                       BL_ERROR },
    },
    .run = run,
};
