/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-diacritics: a name stands in plain letters where the target language
 * writes it with marks.
 *
 * Recognised by the surname and by syllables that the language does not have
 * without marks: "Luong Cuong". A name that could be written so ("To Lam") is
 * reported when a list knows it.
 *
 * Page, examples and tests: name_diacritics.md
 */
#include "checks/check.h"
#include "match/names.h"

enum { PLAIN, KNOWN };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->names->difference_count; i++) {
        const bl_name_difference *d = &pair->names->differences[i];
        bl_emission e = { .message = PLAIN };

        if (d->kind != BL_NAME_PLAIN)
            continue;
        if (d->source.limit != 0)
            e.marks[e.mark_count++] = bl_mark_of(BL_SOURCE, d->source);
        e.marks[e.mark_count++] = bl_mark_of(BL_TARGET, d->target);
        e.arguments[0] = bl_side_text(&pair->side[BL_TARGET], d->target);
        e.arguments[1] = d->expected;
        if (d->expected.size != 0) {
            e.message = KNOWN;
            e.fix = (bl_fix){ true, BL_TARGET, d->target, d->expected };
        }
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_name_diacritics = {
    .id = "name-diacritics",
    .title = "A name lacks its diacritics",
    .category = "name",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES,
    .wants = BL_HAS_OTHER_NAMES,
    .messages = {
        [PLAIN] = { "plain",
                    "{0} is written with diacritics in the target language",
                    BL_WARNING },
        [KNOWN] = { "plain-known", "{0} is written {1}", BL_WARNING },
    },
    .run = run,
};
