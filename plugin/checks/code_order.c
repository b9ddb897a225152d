/* SPDX-License-Identifier: Apache-2.0 */
/*
 * code-order: inline codes stand in another order, and that matters.
 *
 * Placeholders and whole pairs go where the grammar of the target wants them.
 * What may not be moved past each other is what the document says (XLIFF 2.1,
 * 4.7.2.5), placeholders whose arguments are told apart by their order alone,
 * and halves of pairs that reach into other segments.
 *
 * Page, examples and tests: code_order.md
 */
#include "checks/codes.h"

#include <string.h>

enum { SEQUENCE, PARTED, ARGUMENT, HALVES };

/* Two codes of the target, the first of which must stand before the second. */
static void emit(const bl_pair *pair, const bl_code_match *match,
                 uint16_t message, uint32_t before, uint32_t behind,
                 bl_sink *sink)
{
    const bl_code *a = &match->text[BL_TARGET]->codes[before];
    const bl_code *b = &match->text[BL_TARGET]->codes[behind];
    bl_emission e = { .message = message, .mark_count = 2 };

    e.arguments[0] = bl_code_shown(pair, a);
    e.arguments[1] = bl_code_shown(pair, b);
    e.marks[0] = bl_mark_of_code(BL_TARGET, a);
    e.marks[1] = bl_mark_of_code(BL_TARGET, b);
    bl_emit(sink, &e);
}

/* ---- what the document fixes -------------------------------------------- */

/* The end of the codes in a fixed order that begin with that one of the
 * source. */
static uint32_t sequence_limit(const bl_text *source, uint32_t first)
{
    uint32_t limit = first + 1;

    while (limit < source->code_count &&
           (source->codes[limit].flags & BL_CODE_NEXT) != 0)
        limit++;
    return limit;
}

static void emit_parted(const bl_pair *pair, const bl_code_match *match,
                        uint32_t before, uint32_t between, bl_sink *sink)
{
    const bl_text *target = match->text[BL_TARGET];
    const bl_code *code = &target->codes[between];
    bl_emission e = { .message = PARTED, .mark_count = 1 };

    e.arguments[0] = bl_code_shown(pair, code);
    e.arguments[1] = bl_code_shown(pair, &target->codes[before]);
    e.marks[0] = bl_mark_of_code(BL_TARGET, code);
    bl_emit(sink, &e);
}

/* Codes [first, limit) of the source: they stand one behind the other in the
 * target too, as far as they are there. Whether they do. */
static bool check_sequence(const bl_pair *pair, const bl_code_match *match,
                           uint32_t first, uint32_t limit, bl_sink *sink)
{
    const uint32_t *to_target = match->answers[BL_SOURCE];
    const uint32_t *to_source = match->answers[BL_TARGET];
    uint32_t last = BL_UNANSWERED;

    for (uint32_t i = first; i < limit; i++) {
        const uint32_t here = to_target[i];

        if (here == BL_UNANSWERED)
            continue;
        if (last != BL_UNANSWERED && here != last + 1) {
            const uint32_t between = here < last ? here : last + 1;
            const uint32_t of = to_source[between];

            if (here < last)
                emit(pair, match, SEQUENCE, last, here, sink);
            else if (of != BL_UNANSWERED && of >= first && of < limit)
                emit(pair, match, SEQUENCE, here, between, sink);
            else
                emit_parted(pair, match, last, between, sink);
            return false;
        }
        last = here;
    }
    return true;
}

/* One code with both of its halves goes wherever it is wanted. */
static bool is_one_pair(const bl_text *source, uint32_t first, uint32_t limit)
{
    return limit == first + 2 &&
           source->codes[first].partner == (int32_t)first + 1;
}

/* Whether all of them are in order. */
static bool check_sequences(const bl_pair *pair, const bl_code_match *match,
                            bl_sink *sink)
{
    const bl_text *source = match->text[BL_SOURCE];
    bool sound = true;

    for (uint32_t i = 0; i < source->code_count;) {
        const bool fixed = (source->codes[i].flags &
                            (BL_CODE_FIRST | BL_CODE_NEXT)) != 0;
        const uint32_t limit = fixed ? sequence_limit(source, i) : i + 1;

        if (limit > i + 1 && !is_one_pair(source, i, limit))
            sound = check_sequence(pair, match, i, limit, sink) && sound;
        i = limit;
    }
    return sound;
}

/* ---- arguments ---------------------------------------------------------- */

/* What printf takes for a code that is one of its conversions and has no
 * number: 's' for a text, 'd' for a whole number, 'f' for another one; or 0. */
static char argument_type(const bl_code *code)
{
    const bl_str text = code->native.size != 0 ? code->native : code->equiv;
    size_t at = 1;

    if (text.size < 2 || text.ptr[0] != '%' || text.ptr[1] == '%')
        return 0;
    while (at < text.size && text.ptr[at] != '\0' &&
           strchr("-+ #0123456789.*'hlLqjzt", text.ptr[at]) != NULL)
        at++;
    if (at + 1 != text.size)
        return 0;
    if (strchr("sSp@", text.ptr[at]) != NULL)
        return 's';
    if (strchr("diouxXcC", text.ptr[at]) != NULL)
        return 'd';
    return strchr("eEfFgGaA", text.ptr[at]) != NULL ? 'f' : 0;
}

/* Whether the codes are of a date or time for strftime, whose conversions are
 * put together as the language wants them: %Y, %B, %H and others, which printf
 * has not. */
static bool has_date(const bl_text *text)
{
    for (uint32_t i = 0; i < text->code_count; i++) {
        const bl_str native = text->codes[i].native;

        if (native.size == 2 && native.ptr[0] == '%' &&
            memchr("YBbHMIy", native.ptr[1], 7) != NULL)
            return true;
    }
    return false;
}

/* The next such code from `at` on, or the end. */
static uint32_t next_argument(const bl_text *text, uint32_t at)
{
    while (at < text->code_count && argument_type(&text->codes[at]) == 0)
        at++;
    return at;
}

/* Where all are there, and one takes what is meant for another. */
static void check_arguments(const bl_pair *pair, const bl_code_match *match,
                            bl_sink *sink)
{
    const bl_text *source = match->text[BL_SOURCE];
    const bl_text *target = match->text[BL_TARGET];
    uint32_t a = next_argument(source, 0);
    uint32_t b = next_argument(target, 0);
    uint32_t wanted = BL_UNANSWERED;
    uint32_t found = BL_UNANSWERED;

    while (a < source->code_count && b < target->code_count) {
        if (match->answers[BL_SOURCE][a] == BL_UNANSWERED ||
            match->answers[BL_TARGET][b] == BL_UNANSWERED)
            return;
        if (wanted == BL_UNANSWERED &&
            argument_type(&source->codes[a]) !=
                argument_type(&target->codes[b])) {
            wanted = match->answers[BL_SOURCE][a];
            found = b;
        }
        a = next_argument(source, a + 1);
        b = next_argument(target, b + 1);
    }
    if (wanted != BL_UNANSWERED && a == source->code_count &&
        b == target->code_count && !has_date(source))
        emit(pair, match, ARGUMENT, wanted, found, sink);
}

/* ---- halves ------------------------------------------------------------- */

/* Halves whose partners are in other segments keep their order, or their pairs
 * would cross. */
static void check_halves(const bl_pair *pair, const bl_code_match *match,
                         bl_sink *sink)
{
    const bl_text *source = match->text[BL_SOURCE];
    uint32_t last = BL_UNANSWERED;

    for (uint32_t i = 0; i < source->code_count; i++) {
        const uint32_t here = match->answers[BL_SOURCE][i];

        if ((source->codes[i].flags & BL_CODE_ORPHAN) == 0 ||
            here == BL_UNANSWERED)
            continue;
        if (last != BL_UNANSWERED && here < last) {
            emit(pair, match, HALVES, last, here, sink);
            return;
        }
        last = here;
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    bl_code_match match;

    (void)self;
    if (pair->segment->source.code_count < 2 ||
        pair->segment->target.code_count < 2 ||
        !bl_match_codes(pair, &match) || match.in_order)
        return;
    if (check_sequences(pair, &match, sink))
        check_arguments(pair, &match, sink);
    check_halves(pair, &match, sink);
}

const bl_check bl_check_code_order = {
    .id = "code-order",
    .title = "Inline codes stand in another order, and that matters",
    .category = "code",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_NOTHING,
    .wants = BL_HAS_CODES,
    .messages = {
        [SEQUENCE] = { "sequence",
                       "the code {0} must stand before {1}: the document "
                       "fixes their order", BL_WARNING },
        [PARTED] = { "parted",
                     "the code {0} stands behind {1}, in the midst of codes "
                     "that the document keeps together", BL_WARNING },
        [ARGUMENT] = { "argument",
                       "the code {0} must stand before {1}: the program tells "
                       "them apart by their order", BL_ERROR },
        [HALVES] = { "halves",
                     "the code {0} must stand before {1}: their other halves "
                     "are in other segments", BL_WARNING },
    },
    .run = run,
};
