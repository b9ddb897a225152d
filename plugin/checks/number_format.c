/* SPDX-License-Identifier: Apache-2.0 */
/*
 * number-format: a number has the right value, but not the separators of the
 * target language.
 *
 * Reported where the target repeats the source's way of writing and the
 * target language writes it differently: "4.58" for "4,58" in Vietnamese.
 * Spaces and apostrophes between thousands are a matter of style and pass, as
 * does what was taken over letter for letter, names and code. A document with another habit is
 * told of it once.
 *
 * Page, examples and tests: number_format.md
 */
#include "checks/difference.h"
#include "checks/records.h"

#include "recognise/form.h"
#include "recognise/verbatim.h"

enum { FOREIGN };

/* From so many numbers on, and so many to one, the document has a habit. */
enum { HABIT_LEAST = 12, HABIT_TIMES = 3 };

/* Whether the target number is readable only by another language's rules. */
static bool is_foreign(const bl_pairing *pairing, const bl_quantity *quantity)
{
    return (pairing->answer == BL_ANSWER_EQUAL ||
            pairing->answer == BL_ANSWER_READING) &&
           quantity->evidence == BL_EVIDENCE_DIGITS &&
           quantity->role == BL_QUANTITY_NUMBER &&
           pairing->reading >= quantity->native_count;
}

static void report(const bl_pair *pair, bl_sink *sink, const bl_quantity *a,
                   const bl_quantity *b, int reading)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = FOREIGN, .mark_count = 2 };
    char text[256];
    const size_t size =
        bl_form_replace(target->language, target->text.ptr, b,
                        b->value[reading],
                        reading == 0 ? b->fraction_digits : 0, text,
                        sizeof(text));

    e.marks[0] = bl_mark_of(BL_SOURCE, a->whole);
    e.marks[1] = bl_mark_of(BL_TARGET, b->whole);
    e.arguments[0] = bl_side_text(target, b->whole);
    e.arguments[1] = bl_str_of(text, size);
    e.fix = (bl_fix){ size != 0, BL_TARGET, b->whole, e.arguments[1] };
    if (size != 0 && !bl_str_equal(e.arguments[0], e.arguments[1]))
        bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    (void)self;
    for (uint32_t i = 0; i < target->quantity_count; i++) {
        const bl_quantity *b = &target->quantities[i];
        const bl_pairing *pairing = &pair->match->side[BL_TARGET][i];
        const bl_quantity *a;

        if (!is_foreign(pairing, b) || pairing->partner < 0)
            continue;
        a = &source->quantities[pairing->partner];
        /* Where the source writes against its own rules too, it is a version
         * or a code. */
        if (a->role != BL_QUANTITY_NUMBER ||
            pair->match->side[BL_SOURCE][pairing->partner].reading >=
                a->native_count ||
            bl_is_verbatim(source, a, target, b))
            continue;
        report(pair, sink, a, b, pairing->reading);
    }
}

/* A document that writes nearly all its numbers in another way does so on
 * purpose, or by one setting that is wrong: told once. */
static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    const bl_habits *habits = &records->sums.habits;
    bool told = false;

    if (habits->foreign < HABIT_LEAST ||
        habits->foreign < HABIT_TIMES * habits->native)
        return;
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule)
            continue;
        if (told)
            finding->severity = BL_INFO;
        told = true;
    }
}

const bl_check bl_check_number_format = {
    .id = "number-format",
    .title = "A number is not written the way of the target language",
    .category = "number",
    .its_type = "locale-violation",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS | BL_NEEDS_DOCUMENT,
    .messages = {
        [FOREIGN] = { "separators",
                      "{0} is written {1} in the target language",
                      BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
