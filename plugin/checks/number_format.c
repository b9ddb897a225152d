/* SPDX-License-Identifier: Apache-2.0 */
/*
 * number-format: a number has the right value, but not the separators of the
 * target language.
 *
 * Reported where the target repeats the source's way of writing and the
 * target language writes it differently: "4.58" for "4,58" in Vietnamese.
 * Spaces and apostrophes between thousands are a matter of style and pass, as
 * do the arguments and results of formulas. A document with another habit is
 * told of it once.
 *
 * Page, examples and tests: number_format.md
 */
#include "checks/difference.h"
#include "checks/records.h"

#include "recognise/form.h"

enum { FOREIGN };

/* Tokens of a name behind the one that both sides have: "OpenOffice.org". */
enum { NAME_PARTS = 2 };

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

/* What a formula yields is written the way the program writes it. */
static bool is_result(const bl_side *source, const bl_quantity *a,
                      const bl_side *target, const bl_quantity *b)
{
    return source->has_formula &&
           bl_str_equal(bl_side_text(source, a->numeral),
                        bl_side_text(target, b->numeral));
}

/* The token before a number, or how many there are. */
static uint32_t token_before(const bl_side *side, bl_span span)
{
    uint32_t low = 0;
    uint32_t limit = side->token_count;

    while (low < limit) {
        const uint32_t middle = low + (limit - low) / 2;

        if (side->tokens[middle].limit <= span.start)
            low = middle + 1;
        else
            limit = middle;
    }
    return low > 0 ? low - 1 : side->token_count;
}

/* Whether that text is one of the last few tokens up to `at`. */
static bool is_near(const bl_side *side, uint32_t at, bl_str text)
{
    for (uint32_t back = 0; back <= NAME_PARTS && back <= at; back++) {
        if (bl_str_equal(
                bl_side_text(side, bl_token_span(&side->tokens[at - back])),
                text))
            return true;
    }
    return false;
}

/* The version of a program or the number of a unit ("Writer 2.0"), or a
 * command ("size *1.17"): both sides have that name or sign before the
 * number, and the same digits. */
static bool is_literal(const bl_side *source, const bl_quantity *a,
                       const bl_side *target, const bl_quantity *b)
{
    const uint32_t x = token_before(source, a->whole);
    const uint32_t y = token_before(target, b->whole);
    const bl_token *before;
    bool named;

    if (x == source->token_count || y == target->token_count ||
        !bl_str_equal(bl_side_text(source, a->numeral),
                      bl_side_text(target, b->numeral)))
        return false;
    before = &target->tokens[y];
    named = before->kind == BL_TOKEN_WORD && a->unit == BL_UNIT_NONE &&
            (before->word->flags & BL_WORD_CAPITAL) != 0;
    return (named || (before->c == '*' && before->limit == b->whole.start)) &&
           is_near(source, x, bl_side_text(target, bl_token_span(before)));
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
        if (a->role != BL_QUANTITY_NUMBER || is_result(source, a, target, b) ||
            is_literal(source, a, target, b))
            continue;
        /* The source writes against its own rules too: a version, a code. */
        if (pair->match->side[BL_SOURCE][pairing->partner].reading >=
            a->native_count)
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
