/* SPDX-License-Identifier: Apache-2.0 */
/*
 * number-format: a number has the right value, but not the separators of the
 * target language.
 *
 * Reported where the target repeats the source's way of writing and the
 * target language writes it differently: "4.58" for "4,58" in Vietnamese.
 * Spaces and apostrophes between thousands are a matter of style and pass, as
 * does what was taken over letter for letter, names and code. A document with
 * another habit is told of it once. Where the language has several ways, the
 * rest of the document or of the segment decides.
 *
 * Page, examples and tests: number_format.md
 */
#include "checks/difference.h"
#include "checks/records.h"

#include "match/form.h"
#include "match/verbatim.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { FOREIGN, MISREAD, DECIMAL, GROUP, SEGMENT, BAND };

/* From so many numbers on, and so many to one, the document has a habit. */
enum { HABIT_LEAST = 12, HABIT_TIMES = 3 };

/* The same of one sign, where the language has several. */
enum { SIGN_LEAST = 4, SIGN_TIMES = 4 };

/* And of one segment. */
enum { SEGMENT_LEAST = 2, SEGMENT_TIMES = 2 };

/* Whether a document or a segment has made up its mind for the sign of
 * CLDR. */
static bool is_usual(const bl_habits *habits, bl_separator separator,
                     uint32_t least, uint32_t times)
{
    return habits->usual[separator] >= least &&
           habits->usual[separator] >= times * habits->unusual[separator];
}

/* What is wrong with a number that has its answer, or -1. */
static int judge(const bl_pair *pair, const bl_pairing *pairing,
                 const bl_quantity *quantity)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bool usual = true;
    bl_separator separator;

    if (pairing->partner < 0 || quantity->role != BL_QUANTITY_NUMBER ||
        quantity->evidence != BL_EVIDENCE_DIGITS ||
        (pairing->answer != BL_ANSWER_EQUAL &&
         pairing->answer != BL_ANSWER_READING))
        return -1;
    if (pairing->reading >= quantity->native_count)
        return quantity->native_count == 0 ? FOREIGN : MISREAD;
    if (!bl_has_many_separators(target))
        return -1;
    separator = bl_separator_of(target, quantity,
                                quantity->value[pairing->reading], &usual);
    if (usual || separator == BL_SEPARATOR_NONE)
        return -1;
    return separator == BL_SEPARATOR_DECIMAL ? DECIMAL : GROUP;
}

/* What says so of a sign that is not the one of CLDR: the segment, perhaps the
 * document, or nothing, -1. */
static int decide(const bl_pair *pair, const bl_habits *segment, int message)
{
    if (is_usual(segment,
                 message == DECIMAL ? BL_SEPARATOR_DECIMAL
                                    : BL_SEPARATOR_GROUP,
                 SEGMENT_LEAST, SEGMENT_TIMES))
        return SEGMENT;
    return pair->in_document ? message : -1;
}

/* Digits behind the decimal sign by that reading, zeros with them: those behind
 * the last sign, where it makes less of the number than the first one does. */
static uint8_t fraction_of(const bl_side *side, const bl_quantity *quantity,
                           int reading)
{
    const char *text = side->text.ptr;
    uint8_t digits = 0;

    if (reading == 0)
        return quantity->fraction_digits;
    if (bl_decimal_compare(quantity->value[reading], quantity->value[0]) >= 0)
        return 0;
    for (size_t at = quantity->numeral.start; at < quantity->numeral.limit;)
        digits = bl_digit_value(bl_utf8_next(text, quantity->numeral.limit,
                                             &at)) >= 0
                     ? (uint8_t)(digits + 1)
                     : 0;
    return digits;
}

static void report(const bl_pair *pair, bl_sink *sink, const bl_quantity *a,
                   const bl_quantity *b, int reading, int message)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = (uint16_t)message, .mark_count = 2 };
    const bl_form form = { .grouped = true,
                           .fraction = fraction_of(target, b, reading) };
    char text[256];
    const size_t size =
        bl_form_replace(target->language, target->text.ptr, b,
                        b->value[reading], &form, text, sizeof(text));

    e.marks[0] = bl_mark_of(BL_SOURCE, a->whole);
    e.marks[1] = bl_mark_of(BL_TARGET, b->whole);
    e.arguments[0] = bl_side_text(target, b->whole);
    e.arguments[1] = bl_str_of(text, size);
    e.arguments[2] =
        bl_decimal_compare(b->value[0], b->value[reading]) < 0
            ? BL_STR("a decimal")
            : BL_STR("thousands");
    e.fix = (bl_fix){ size != 0, BL_TARGET, b->whole, e.arguments[1] };
    if (size != 0 && !bl_str_equal(e.arguments[0], e.arguments[1]))
        bl_emit(sink, &e);
}

/* "od 10.00", ten o'clock: nobody adds two zeros to a small count. */
static bool may_be_hour(const bl_quantity *a, const bl_quantity *b)
{
    enum { HOURS = 24 };

    return b->fraction_digits == 2 && a->fraction_digits == 0 &&
           a->unit == BL_UNIT_NONE && b->unit == BL_UNIT_NONE &&
           bl_decimal_small(a->value[0], HOURS) >= 0;
}

/* "2.4 GHz": a band is named by its number, which many leave as the standards
 * of radio have it. */
static bool is_band(const bl_side *target, const bl_quantity *a,
                    const bl_quantity *b)
{
    return b->unit == target->language->units->gigahertz &&
           a->unit == b->unit;
}

/* The word of capitals that stands right behind a number with no unit, or an
 * empty text: TDI, HDi. */
static bl_str name_behind(const bl_side *side, const bl_quantity *quantity)
{
    const uint32_t at = bl_side_token_from(side, quantity->whole.limit);
    const bl_token *token =
        at < side->token_count ? &side->tokens[at] : NULL;

    return token != NULL && quantity->unit == BL_UNIT_NONE &&
                   token->kind == BL_TOKEN_WORD &&
                   token->gap == BL_GAP_SPACE && token->word->letters > 1 &&
                   (token->word->letter_case == BL_CASE_UPPER ||
                    token->word->letter_case == BL_CASE_MIXED)
               ? token->word->text
               : bl_str_of("", 0);
}

/* "2.0 TDI", with one place, is a name as a whole. */
static bool is_of_name(const bl_side *source, const bl_quantity *a,
                       const bl_side *target, const bl_quantity *b)
{
    const bl_str name = name_behind(source, a);

    return name.size != 0 && b->fraction_digits == 1 &&
           bl_str_equal(name, name_behind(target, b));
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_habits segment = { 0 };
    bool counted = false;

    (void)self;
    for (uint32_t i = 0; i < target->quantity_count; i++) {
        const bl_quantity *b = &target->quantities[i];
        const bl_pairing *pairing = &pair->match->side[BL_TARGET][i];
        int message = judge(pair, pairing, b);
        const bl_quantity *a;

        if (message >= DECIMAL) {
            if (!counted)
                bl_habits_add(&segment, pair);
            counted = true;
            message = decide(pair, &segment, message);
        }
        if (message < 0)
            continue;
        a = &source->quantities[pairing->partner];
        /* Where the source writes against its own rules too, it is a version
         * or a code. */
        if (a->role != BL_QUANTITY_NUMBER ||
            pair->match->side[BL_SOURCE][pairing->partner].reading >=
                a->native_count ||
            bl_is_verbatim(source, a, target, b) || may_be_hour(a, b) ||
            is_of_name(source, a, target, b))
            continue;
        if (message == FOREIGN && is_band(target, a, b))
            message = BAND;
        report(pair, sink, a, b, pairing->reading, message);
    }
}

/* A document that writes nearly all its numbers in another way does so on
 * purpose, or by one setting that is wrong: told once. */
static bool is_on_purpose(const bl_habits *habits)
{
    return habits->foreign >= HABIT_LEAST &&
           habits->foreign >= HABIT_TIMES * habits->native;
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    const bl_habits *habits = &records->sums.habits;
    const bool usual[] = {
        [DECIMAL] = is_usual(habits, BL_SEPARATOR_DECIMAL, SIGN_LEAST,
                             SIGN_TIMES),
        [GROUP] = is_usual(habits, BL_SEPARATOR_GROUP, SIGN_LEAST, SIGN_TIMES),
        [SEGMENT] = true,
        [BAND] = true,
    };
    const bool once = is_on_purpose(habits);
    bool told = false;

    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule)
            continue;
        if (finding->message >= DECIMAL) {
            if (!usual[finding->message])
                finding->severity = BL_OFF;
        } else if (once) {
            if (told)
                finding->severity = BL_INFO;
            told = true;
        }
    }
}

const bl_check bl_check_number_format = {
    .id = "number-format",
    .title = "A number is not written the way of the target language",
    .category = "number",
    .its_type = "locale-violation",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS | BL_NEEDS_DOCUMENT,
    .messages = {
        [FOREIGN] = { "separators",
                      "{0} is written {1} in the target language",
                      BL_WARNING },
        [MISREAD] = { "misread",
                      "{0} reads as {2} in the target language; it is "
                      "written {1}",
                      BL_WARNING },
        /* Found where the rest of the document or the segment is written that
         * way. */
        [DECIMAL] = { "decimal-sign",
                      "{0} is written {1} in the rest of the document",
                      BL_WARNING },
        [GROUP] = { "group-sign",
                    "{0} is written {1} in the rest of the document",
                    BL_WARNING },
        [SEGMENT] = { "segment-sign",
                      "{0} is written {1} in the rest of the segment",
                      BL_WARNING },
        [BAND] = { "band", "{0} is written {1} in the target language",
                   BL_INFO },
    },
    .run = run,
    .settle = settle,
};
