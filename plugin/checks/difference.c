/* SPDX-License-Identifier: Apache-2.0 */
/* Differences as findings: both values in full, what happened, the fix. */
#include "checks/difference.h"

#include "checks/changes.h"
#include "checks/repair.h"
#include "match/form.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

/* Items up to this may as well be counted things: 3 chairs. */
enum { SMALL_ITEM = 9 };

/* "one and a half", which may be one and half of something else. */
static bool has_half(const bl_quantity *quantity)
{
    return quantity->evidence != BL_EVIDENCE_DIGITS &&
           quantity->native_count == 2 && quantity->value[1].exponent < 0 &&
           bl_decimal_compare(quantity->value[1], quantity->value[0]) > 0;
}

static bool says_its_value(const bl_side *side, const bl_quantity *quantity)
{
    if (bl_is_halved(quantity) ||
        bl_form_is_converted(side->text.ptr, quantity))
        return false;
    return quantity->evidence == BL_EVIDENCE_NAME || has_half(quantity) ||
           (quantity->scale == 0 &&
            quantity->evidence == BL_EVIDENCE_DIGITS);
}

/* The value in figures: 7.75 as an hour is 7:45. */
static size_t tell_value(const bl_quantity *quantity,
                         char out[BL_DECIMAL_TEXT])
{
    const bl_decimal value = quantity->value[0];
    int minutes;

    if (quantity->role != BL_QUANTITY_HOUR || bl_decimal_is_integer(value))
        return bl_decimal_text(value, out, BL_DECIMAL_TEXT);
    minutes = (int)(bl_decimal_approximate(value) * 60 + 0.5);
    return (size_t)snprintf(out, BL_DECIMAL_TEXT, "%d:%02d", minutes / 60,
                            minutes % 60);
}

/* The text of a quantity; of an hour before noon or behind it, the time with
 * the word that says so, and the point of "p.m.". */
static bl_str text_of(const bl_side *side, const bl_quantity *quantity)
{
    bl_span span = quantity->whole;

    if (!bl_is_halved(quantity))
        return bl_side_text(side, span);
    span = side->entities[quantity->entity].span;
    if (span.limit < side->text.size && side->text.ptr[span.limit] == '.' &&
        span.limit - span.start > 2 && side->text.ptr[span.limit - 2] == '.')
        span.limit++;
    return bl_side_text(side, span);
}

bl_str bl_quantity_shown(const bl_pair *pair, bl_side_id side,
                         const bl_quantity *quantity)
{
    const bl_str text = text_of(&pair->side[side], quantity);
    char value[BL_DECIMAL_TEXT];
    size_t size;
    char *shown;

    if (says_its_value(&pair->side[side], quantity) ||
        quantity->reading_count == 0 ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0)
        return text;
    size = tell_value(quantity, value);
    shown = bl_arena_alloc(pair->scratch, text.size + size + 3, 1);
    if (shown == NULL)
        return text;
    memcpy(shown, text.ptr, text.size);
    memcpy(shown + text.size, " (", 2);
    memcpy(shown + text.size + 2, value, size);
    shown[text.size + 2 + size] = ')';
    return bl_str_of(shown, text.size + size + 3);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The 9 and the 16 of 16:9. */
static bool is_of_ratio(const bl_side *side, const bl_quantity *quantity)
{
    const bl_span numeral = quantity->numeral;
    const char *text = side->text.ptr;

    return quantity->role == BL_QUANTITY_NUMBER &&
           ((numeral.start > 1 && text[numeral.start - 1] == ':' &&
             is_digit(text[numeral.start - 2])) ||
            (numeral.limit + 1 < side->text.size &&
             text[numeral.limit] == ':' &&
             is_digit(text[numeral.limit + 1])));
}

static bl_difference_class class_of(const bl_quantity *quantity)
{
    if (bl_is_date_role(quantity->role))
        return BL_CLASS_DATES;
    return bl_is_time_role(quantity->role) ? BL_CLASS_TIMES
                                           : BL_CLASS_NUMBERS;
}

static const bl_quantity *quantity_of(const bl_pair *pair, bl_side_id side,
                                      int32_t index)
{
    return index >= 0 ? &pair->side[side].quantities[index] : NULL;
}

/* Of an altered value, the side that says more: a day against a bare number
 * is a matter of dates. */
static bl_difference_class class_of_both(const bl_pair *pair,
                                         const bl_difference *d,
                                         const bl_quantity *a,
                                         const bl_quantity *b)
{
    const bl_difference_class x =
        a != NULL ? class_of(a) : BL_CLASS_NUMBERS;
    const bl_difference_class y =
        b != NULL ? class_of(b) : BL_CLASS_NUMBERS;

    if (d->kind == BL_DIFFERENCE_UNIT)
        return BL_CLASS_UNITS;
    if (d->change == BL_CHANGE_ERA)
        return BL_CLASS_DATES;
    if (a != NULL && b != NULL &&
        (is_of_ratio(&pair->side[BL_SOURCE], a) ||
         is_of_ratio(&pair->side[BL_TARGET], b)))
        return BL_CLASS_NUMBERS;
    return x != BL_CLASS_NUMBERS ? x : y;
}

/* With the plus or minus that is written onto it. */
static bl_span with_sign(bl_str text, bl_span span)
{
    const uint32_t c =
        span.start != 0 ? bl_utf8_before(text.ptr, span.start) : 0;

    if (c == '+' || c == 0xff0b || bl_is_dash(c))
        span.start -= c < 0x80 ? 1 : 3;
    return span;
}

/* What is marked: the value, or the code or date that it is a part of. */
static bl_span span_of(const bl_pair *pair, bl_side_id side,
                       const bl_quantity *quantity, const bl_difference *d)
{
    if (d->code || d->change == BL_CHANGE_SWAPPED)
        return pair->side[side].entities[quantity->entity].span;
    if (d->change == BL_CHANGE_ERA)
        return bl_era_span(&pair->side[side], quantity);
    if (d->change == BL_CHANGE_EXCHANGED ||
        (d->ratio && quantity->role != BL_QUANTITY_FRACTION))
        return bl_span_join(quantity[0].whole, quantity[1].whole);
    return d->change == BL_CHANGE_SIGN
               ? with_sign(pair->side[side].text, quantity->whole)
               : quantity->whole;
}

/* Mark and argument of one side. */
static void add_value(const bl_pair *pair, bl_side_id side,
                      const bl_quantity *quantity, const bl_difference *d,
                      bl_emission *emission)
{
    const bl_span span = span_of(pair, side, quantity, d);

    emission->arguments[emission->mark_count] =
        span.start != quantity->whole.start ||
                span.limit != quantity->whole.limit || d->code
            ? bl_side_text(&pair->side[side], span)
            : bl_quantity_shown(pair, side, quantity);
    emission->marks[emission->mark_count++] = bl_mark_of(side, span);
}

/* Whether the digits of the target can be put right, where the value is another
 * one: a sign stands before them, and what has changed places goes together. */
static bool has_other_digits(const bl_difference *d)
{
    return d->change != BL_CHANGE_SIGN && d->change < BL_CHANGE_EXCHANGED &&
           !d->ratio;
}

/* Whether it is the number of an item, with text behind it: "250 No disk". */
static bool is_label(const bl_side *side, const bl_quantity *quantity)
{
    return quantity->whole.start == 0 &&
           quantity->whole.limit < side->text.size &&
           quantity->evidence == BL_EVIDENCE_DIGITS &&
           quantity->unit == BL_UNIT_NONE && quantity->scale == 0 &&
           quantity->fraction_digits == 0;
}

/* Of a number that is another one. An item of a list has another number
 * altogether; a digit that differs may be a mistake in any number. */
static uint16_t message_of(const bl_pair *pair, const bl_difference *d,
                           const bl_quantity *a, const bl_quantity *b)
{
    if (d->change == BL_CHANGE_ROUNDED)
        return BL_DIFFERENCE_MESSAGE_ROUNDED;
    return d->change == BL_CHANGE_OTHER &&
                   bl_decimal_small(a->value[0], SMALL_ITEM) < 0 &&
                   is_label(&pair->side[BL_SOURCE], a) &&
                   is_label(&pair->side[BL_TARGET], b)
               ? BL_DIFFERENCE_MESSAGE_LABEL
               : BL_DIFFERENCE_MESSAGE_ALTERED;
}

static void emit(const bl_pair *pair, const bl_difference *d,
                 bl_difference_class wanted, bl_sink *sink)
{
    const bl_quantity *a = quantity_of(pair, BL_SOURCE, d->source);
    const bl_quantity *b = quantity_of(pair, BL_TARGET, d->target);
    bl_emission e = { 0 };

    if (a != NULL)
        add_value(pair, BL_SOURCE, a, d, &e);
    if (b != NULL)
        add_value(pair, BL_TARGET, b, d, &e);
    if (a != NULL && b != NULL) {
        e.message = wanted == BL_CLASS_NUMBERS
                        ? message_of(pair, d, a, b)
                        : BL_DIFFERENCE_MESSAGE_ALTERED;
        e.arguments[2] = bl_change_text(pair, d);
        if (d->code)
            bl_repair_code(pair, &pair->side[BL_SOURCE].entities[a->entity],
                           &pair->side[BL_TARGET].entities[b->entity], &e);
        else if (d->change == BL_CHANGE_SWAPPED)
            bl_repair_swap(pair, b, &e);
        else if (has_other_digits(d))
            bl_repair_value(pair, a, b, &e);
    } else if (a != NULL) {
        e.message = d->strong ? BL_DIFFERENCE_MESSAGE_MISSING
                              : BL_DIFFERENCE_MESSAGE_MISSING_SMALL;
    } else {
        e.message = d->strong ? BL_DIFFERENCE_MESSAGE_EXTRA
                              : BL_DIFFERENCE_MESSAGE_EXTRA_SMALL;
    }
    bl_emit(sink, &e);
}

static void emit_formula(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = BL_DIFFERENCE_MESSAGE_FORMULA,
                      .mark_count = 2 };

    e.marks[0] = bl_mark_of(BL_SOURCE, source->formula);
    e.marks[1] = bl_mark_of(BL_TARGET, target->formula);
    e.arguments[0] = bl_side_text(source, source->formula);
    e.arguments[1] = bl_side_text(target, target->formula);
    bl_emit(sink, &e);
}

void bl_emit_differences(const bl_pair *pair, bl_difference_class wanted,
                         bl_sink *sink)
{
    if (pair->match->replaced) {
        if (wanted == BL_CLASS_NUMBERS)
            emit_formula(pair, sink);
        return;
    }
    for (uint32_t i = 0; i < pair->match->difference_count; i++) {
        const bl_difference *d = &pair->match->differences[i];

        if (class_of_both(pair, d, quantity_of(pair, BL_SOURCE, d->source),
                          quantity_of(pair, BL_TARGET, d->target)) == wanted)
            emit(pair, d, wanted, sink);
    }
}
