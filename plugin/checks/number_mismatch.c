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
#include "checks/records.h"

/* Segments in a row whose first numbers differ: a list that is another one. */
enum { LIST_LEAST = 3 };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    bl_emit_differences(pair, BL_CLASS_NUMBERS, sink);
}

static bool is_label(uint16_t rule, const bl_finding *finding)
{
    return finding->rule == rule &&
           finding->message == BL_DIFFERENCE_MESSAGE_LABEL;
}

/* Where the list goes on behind it: with the next segment. */
static size_t next_label(uint16_t rule, const bl_report *report, size_t at)
{
    const uint32_t ordinal =
        report->segments[report->findings[at].segment].ordinal;

    for (at++; at < report->count; at++) {
        const bl_finding *finding = &report->findings[at];
        const uint32_t next = report->segments[finding->segment].ordinal;

        if (next > ordinal + 1)
            break;
        if (next == ordinal + 1 && is_label(rule, finding))
            return at;
    }
    return report->count;
}

/* A list whose items are other ones (codes of errors, clauses) over several
 * segments: told at the first of them. */
static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    (void)records;
    for (size_t i = 0; i < report->count; i++) {
        size_t items = 0;

        if (!is_label(rule, &report->findings[i]))
            continue;
        for (size_t j = i; j < report->count;
             j = next_label(rule, report, j))
            items++;
        for (size_t j = next_label(rule, report, i);
             items >= LIST_LEAST && j < report->count;
             j = next_label(rule, report, j)) {
            report->findings[j].severity = BL_INFO;
            i = j;
        }
    }
}

const bl_check bl_check_number_mismatch = {
    .id = "number-mismatch",
    .title = "Numbers of source and target differ",
    .category = "number",
    .its_type = "numbers",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
    .wants = BL_HAS_OTHER_NUMBERS,
    .messages = {
        BL_DIFFERENCE_MESSAGES,
        [BL_DIFFERENCE_MESSAGE_ROUNDED] =
            { "rounded", "{0} became {1}{2}", BL_INFO },
        [BL_DIFFERENCE_MESSAGE_LABEL] =
            { "label", "{0} at the beginning became {1}", BL_ERROR },
        [BL_DIFFERENCE_MESSAGE_FORMULA] =
            { "formula", "{0} became {1}, another formula with other numbers",
              BL_INFO },
    },
    .run = run,
    .settle = settle,
};
