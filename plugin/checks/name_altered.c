/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-altered: a name of the source stands in the target with letters
 * changed, lost or swapped.
 *
 * A language may spell a name its own way, so a change that it could have
 * made on purpose is a note, until the document shows the name as it should
 * be; and a change made again and again is a translation.
 *
 * Page, examples and tests: name_altered.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "lexicon/words.h"
#include "match/names.h"
#include "text/fold.h"
#include "text/oddity.h"

enum { ALTERED, RESPELLED };

/* From so many times on the same change is a rendering; one that may be the
 * spelling of the language, where the name is so many times as often unchanged
 * at most. */
enum { RENDERING = 3, UNCHANGED_MOST = 4 };

static void emit(const bl_pair *pair, const bl_name_difference *d,
                 uint16_t message, bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 2 };

    e.marks[0] = bl_mark_of(BL_SOURCE, d->source);
    e.marks[1] = bl_mark_of(BL_TARGET, d->target);
    e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], d->source);
    e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], d->target);
    e.fix = (bl_fix){ true, BL_TARGET, d->target, d->expected };
    bl_emit(sink, &e);
}

/* A letter of another alphabet that looks the same is told by another rule. */
static bool is_told(const bl_side *side, const bl_name_difference *d)
{
    const uint32_t at = bl_side_token_from(side, d->target.start);
    const bl_word *word =
        at < side->token_count ? side->tokens[at].word : NULL;

    return word != NULL && (word->oddities & BL_ODD_MIXED) != 0;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->names->difference_count; i++) {
        const bl_name_difference *d = &pair->names->differences[i];

        if (is_told(&pair->side[BL_TARGET], d))
            continue;
        if (d->kind == BL_NAME_ALTERED)
            emit(pair, d, ALTERED, sink);
        else if (d->kind == BL_NAME_RESPELLED)
            emit(pair, d, RESPELLED, sink);
    }
}

/* How often the document has the name that is marked on that side. */
static uint32_t count_marked(const bl_records *records,
                             const bl_report *report, const bl_finding *finding,
                             bl_side_id side)
{
    return bl_records_name_count(
        records, bl_skeleton_hash_of(bl_report_marked(report, finding, side)));
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];
        uint32_t right;
        uint32_t wrong;

        if (finding->rule != rule)
            continue;
        right = count_marked(records, report, finding, BL_SOURCE);
        wrong = count_marked(records, report, finding, BL_TARGET);
        if (wrong >= RENDERING && wrong > right)
            finding->severity = BL_OFF;
        else if (finding->message == RESPELLED && right > wrong &&
                 (wrong < RENDERING || right > UNCHANGED_MOST * wrong))
            finding->severity = BL_WARNING;
    }
}

const bl_check bl_check_name_altered = {
    .id = "name-altered",
    .title = "Letters of a name are changed",
    .category = "name",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES | BL_NEEDS_DOCUMENT,
    .wants = BL_HAS_OTHER_NAMES,
    .messages = {
        [ALTERED] = { "altered", "{0} became {1}", BL_WARNING },
        [RESPELLED] = { "respelled", "{0} became {1}", BL_INFO },
    },
    .run = run,
    .settle = settle,
};
