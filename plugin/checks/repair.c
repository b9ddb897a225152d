/* SPDX-License-Identifier: Apache-2.0 */
/* When a fix is certain, and what it is then. */
#include "checks/repair.h"

#include "checks/agreement.h"
#include "match/change.h"
#include "match/form.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Bytes between two parts of one number, at most: " and ", " ו-"; letters of an
 * ending. */
enum { GAP = 8, ENDING = 3, TEXT_SIZE = 256 };

/* ---- what one quantity is ----------------------------------------------- */

static bool is_plain(const bl_quantity *quantity)
{
    return quantity->role == BL_QUANTITY_NUMBER ||
           quantity->role == BL_QUANTITY_ORDINAL ||
           quantity->role == BL_QUANTITY_PART;
}

/* Whether a sign or a space stands between the digits. */
static bool has_separator(const bl_side *side, const bl_quantity *q)
{
    for (size_t at = q->numeral.start; at < q->numeral.limit;) {
        if (bl_digit_value(bl_utf8_next(side->text.ptr, q->numeral.limit,
                                        &at)) < 0)
            return true;
    }
    return false;
}

static uint32_t digits_of(const bl_side *side, const bl_quantity *q)
{
    return (uint32_t)bl_utf8_points(side->text.ptr + q->numeral.start,
                                    q->numeral.limit - q->numeral.start);
}

/* Four digits that may be a year, without a sign between them. */
static bool looks_like_year(const bl_side *side, const bl_quantity *q)
{
    return (q->role == BL_QUANTITY_YEAR || is_plain(q)) &&
           q->unit == BL_UNIT_NONE && q->scale == 0 &&
           bl_decimal_small(q->value[0], 2999) >= 1000 &&
           !has_separator(side, q);
}

/* Two digits that may be one without its century. */
static bool looks_like_short_year(const bl_quantity *q)
{
    return (q->role == BL_QUANTITY_YEAR || is_plain(q)) &&
           q->unit == BL_UNIT_NONE && q->scale == 0 &&
           bl_decimal_small(q->value[0], 99) >= 0;
}

/* "04562" is no amount. */
static bool begins_with_zero(const bl_side *side, const bl_quantity *q)
{
    const char *text = side->text.ptr;
    size_t at = q->numeral.start;

    return is_plain(q) &&
           bl_digit_value(bl_utf8_next(text, q->numeral.limit, &at)) == 0 &&
           at < q->numeral.limit &&
           bl_digit_value(bl_utf8_next(text, q->numeral.limit, &at)) >= 0;
}

/* "2.18.512", which is a number in neither language. */
static bool is_code(const bl_quantity *from, const bl_quantity *to)
{
    return is_plain(from) && from->evidence == BL_EVIDENCE_DIGITS &&
           from->native_count == 0 && to->native_count == 0;
}

/* ---- what stands around it ---------------------------------------------- */

static bool has_letter_at(const bl_side *side, size_t at)
{
    const char c = at < side->text.size ? side->text.ptr[at] : ' ';

    return (unsigned char)c >= 0x80 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Letters from there on, up to one more than an ending has. */
static int letters_at(const bl_side *side, size_t at)
{
    int count = 0;

    while (count <= ENDING && has_letter_at(side, at)) {
        bl_utf8_next(side->text.ptr, side->text.size, &at);
        count++;
    }
    return count;
}

/* An ending that goes by how the number is read: 3rd, 3-й, 2019'da, 2018-ban,
 * 30:e. */
static bool has_ending(const bl_side *side, const bl_quantity *q)
{
    size_t at = q->numeral.limit;
    const uint32_t c = at < side->text.size
                           ? bl_utf8_next(side->text.ptr, side->text.size, &at)
                           : ' ';
    const int letters = letters_at(side, at);

    if (bl_is_apostrophe(c) || c == ':')
        return letters != 0;
    if (c == '-')
        return letters != 0 && letters <= ENDING;
    return (q->role == BL_QUANTITY_ORDINAL || q->role == BL_QUANTITY_DAY) &&
           (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_digit_at(const bl_side *side, size_t at)
{
    const char c = at < side->text.size ? side->text.ptr[at] : ' ';

    return c >= '0' && c <= '9';
}

/* The 76 of "76:30", for which there can be no 16.30. */
static bool is_before_colon(const bl_side *side, const bl_quantity *q)
{
    return q->numeral.limit < side->text.size &&
           side->text.ptr[q->numeral.limit] == ':' &&
           is_digit_at(side, q->numeral.limit + 1u);
}

/* The size of a sign or space at `at` that may join digits, or 0. */
static size_t joint_at(const bl_side *side, size_t at)
{
    const size_t first = at;
    const uint32_t c = at < side->text.size
                           ? bl_utf8_next(side->text.ptr, side->text.size, &at)
                           : 0;

    return c == ' ' || c == '.' || c == ',' || bl_is_fixed_space(c)
               ? at - first
               : 0;
}

/* Whether more digits stand beside it, which did not make one number with it:
 * "01 000", "6,152,24". */
static bool is_torn(const bl_side *side, const bl_quantity *q)
{
    const bl_span numeral = q->numeral;
    const size_t behind = joint_at(side, numeral.limit);

    if (q->role != BL_QUANTITY_NUMBER)
        return false;
    if (behind != 0 && is_digit_at(side, numeral.limit + behind))
        return true;
    for (size_t size = 1; size <= 3 && size < numeral.start; size++) {
        if (joint_at(side, numeral.start - size) == size &&
            is_digit_at(side, numeral.start - size - 1))
            return true;
    }
    return false;
}

/* Whether nothing but a dash or a word for "and" stands there. */
static bool joins(const bl_side *side, bl_span gap)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->start < gap.start || token->start >= gap.limit)
            continue;
        if (token->kind == BL_TOKEN_WORD
                ? (token->word->set & BL_SENSE_BIT(BL_SENSE_AND)) == 0
                : !bl_is_dash(token->c))
            return false;
    }
    return true;
}

/* The power of ten of the last place that a number counts in. */
static int32_t last_place(const bl_quantity *q)
{
    return q->scale != 0 ? q->scale : q->value[0].exponent;
}

/* Whether two neighbours say one value, "a million and 350 thousand": what
 * follows fits below the last place of what is before it. */
static bool goes_on(const bl_side *side, const bl_quantity *a,
                    const bl_quantity *b)
{
    const bl_span gap = { a->whole.limit, b->whole.start };

    return is_plain(a) && is_plain(b) && gap.start <= gap.limit &&
           gap.limit - gap.start <= GAP && last_place(a) > last_place(b) &&
           last_place(b) > 1 &&
           bl_decimal_compare(b->value[0],
                              bl_decimal_of(1, last_place(a))) < 0 &&
           joins(side, gap);
}

/* Whether it is but a part of a number. */
static bool is_piece(const bl_side *side, const bl_quantity *q)
{
    const bl_quantity *last = side->quantities + side->quantity_count - 1;

    return (q > side->quantities && goes_on(side, q - 1, q)) ||
           (q < last && goes_on(side, q, q + 1));
}

/* ---- whether the value of one can stand in the form of the other -------- */

/* Whether one can take the place of the other: a year that of a bare number of
 * four digits, but no century that of a decade. */
static bool are_written_alike(const bl_quantity *a, const bl_quantity *b)
{
    if (a->role == b->role || (is_plain(a) && is_plain(b)))
        return true;
    return (a->role == BL_QUANTITY_YEAR && is_plain(b)) ||
           (b->role == BL_QUANTITY_YEAR && is_plain(a) &&
            bl_decimal_small(a->value[0], 999) < 0);
}

/* Both are of the same kind in all that the digits do not say. */
static bool are_comparable(const bl_quantity *from, const bl_quantity *to)
{
    return from->reading_count != 0 && from->unit == to->unit &&
           are_written_alike(from, to) &&
           ((from->flags ^ to->flags) & BL_QUANTITY_NEGATIVE) == 0 &&
           ((from->flags | to->flags) & BL_QUANTITY_OPAQUE) == 0;
}

/* Whether it may be another number: 5m, the second year of 2021-25, a year of
 * another calendar. A sign of which nothing is certain makes none. */
static bool is_ambiguous(const bl_side *side, const bl_quantity *q)
{
    return q->native_count > 1 && !has_separator(side, q);
}

/* Whether one may be and the other knows nothing of it. */
static bool is_one_ambiguous(const bl_pair *pair, const bl_quantity *from,
                             const bl_quantity *to)
{
    return (is_plain(to) || to->role == BL_QUANTITY_YEAR) &&
           is_ambiguous(&pair->side[BL_SOURCE], from) !=
               is_ambiguous(&pair->side[BL_TARGET], to);
}

/* The year of which `from` has the last two digits, for `to`, which has four;
 * false where there is none. */
static bool find_year(const bl_side *target, const bl_quantity *from,
                      const bl_quantity *to, bl_decimal *year)
{
    if ((from->flags & BL_QUANTITY_LIMIT) == 0 || from->native_count != 2 ||
        !looks_like_short_year(from) || !looks_like_year(target, to))
        return false;
    *year = from->value[1];
    return bl_decimal_small(*year, 2999) >= 1000;
}

/* A year in two digits and one in four, or what a typing error has made of
 * it. */
static bool are_other_years(const bl_pair *pair, const bl_quantity *from,
                            const bl_quantity *to)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    if (to->role == BL_QUANTITY_DECADE)
        return digits_of(source, from) != digits_of(target, to);
    if (digits_of(source, from) == 2 && digits_of(target, to) > 3 &&
        to->unit == BL_UNIT_NONE && to->scale == 0)
        return true;
    return (looks_like_short_year(from) &&
            looks_like_year(target, to)) ||
           (looks_like_short_year(to) && looks_like_year(source, from));
}

/* Both before noon or both behind it, so that what stands beside the hour goes
 * with the other one: a word, or another hour. */
static bool are_of_one_half(const bl_quantity *from, const bl_quantity *to)
{
    const int64_t x = bl_decimal_small(from->value[0], 24);
    const int64_t y = bl_decimal_small(to->value[0], 24);

    if (to->role != BL_QUANTITY_HOUR)
        return true;
    if (bl_is_halved(to))
        return x >= 1 && x < 12 && y >= 1 && y < 12;
    return x >= 0 && y >= 0 && (x > 12) == (y > 12) &&
           (y <= 12 || (from->flags & BL_QUANTITY_SETTLED) != 0);
}

/* Whether the scale words of the target are to be kept: "1,2 Millionen" for 1.2
 * billion is wrong in its word rather than its digits. */
static bool keeps_scale(bl_decimal value, const bl_quantity *from,
                        const bl_quantity *to)
{
    const bl_decimal hundred = bl_decimal_of(1, 2);
    bl_decimal more = value;
    bl_decimal least = to->value[0];

    if (from->scale == to->scale)
        return true;
    if (value.coefficient == to->value[0].coefficient &&
        value.exponent - from->scale == to->value[0].exponent - to->scale)
        return false;
    return bl_decimal_multiply(value, hundred, &more) &&
           bl_decimal_multiply(to->value[0], hundred, &least) &&
           bl_decimal_compare(more, to->value[0]) > 0 &&
           bl_decimal_compare(value, least) < 0 &&
           bl_decimal_compare(value, bl_decimal_of(1, to->scale)) >= 0;
}

/* Whether no more places come behind the decimal sign than people write. */
static bool has_few_places(bl_decimal value, const bl_quantity *from,
                           const bl_quantity *to)
{
    const int32_t places = to->scale - value.exponent;

    return places <= 2 || places <= from->fraction_digits ||
           places <= to->fraction_digits;
}

/* "81 месяцев" for 18, and 01 for 10: a slip in typing, behind which the words
 * are those of the right number. */
static bool is_slip(const bl_side *target, const bl_quantity *from,
                    const bl_quantity *to)
{
    const bl_change change = bl_change_of(from, to);

    return change == BL_CHANGE_TRANSPOSED ||
           (change >= BL_CHANGE_DROPPED && change <= BL_CHANGE_DOUBLED) ||
           begins_with_zero(target, to);
}

static bool is_certain(const bl_pair *pair, const bl_quantity *from,
                       const bl_quantity *to, bl_decimal *value)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    *value = from->value[0];
    if (!are_comparable(from, to) || is_piece(source, from) ||
        is_piece(target, to) || is_torn(source, from) ||
        is_torn(target, to) || has_ending(target, to))
        return false;
    if (!bl_decimal_is_integer(*value) && is_before_colon(target, to))
        return false;
    if (find_year(target, from, to, value))
        return true;
    return !is_one_ambiguous(pair, from, to) &&
           (is_slip(target, from, to) ||
            !bl_breaks_agreement(target, to, *value)) &&
           !are_other_years(pair, from, to) &&
           are_of_one_half(from, to) && keeps_scale(*value, from, to) &&
           has_few_places(*value, from, to);
}

/* ---- fixes -------------------------------------------------------------- */

/* As many places as the source has, unless they are empty and the target had
 * none, or the source counts in other scales. */
static uint8_t places_of(bl_decimal value, const bl_quantity *from,
                         const bl_quantity *to)
{
    if (from->scale != to->scale ||
        (to->fraction_digits == 0 && value.exponent >= to->scale))
        return 0;
    return from->fraction_digits;
}

/* Thousands are parted in money, where the source does it, and where it has a
 * scale word instead. */
static bool is_parted(const bl_side *source, const bl_quantity *from)
{
    return from->scale != 0 || has_separator(source, from) ||
           bl_unit_is_currency(source->language->units, from->unit);
}

void bl_repair_value(const bl_pair *pair, const bl_quantity *from,
                     const bl_quantity *to, bl_emission *emission)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_form form = { 0 };
    bl_decimal value;
    char *text;
    size_t size;

    if (!is_certain(pair, from, to, &value))
        return;
    text = bl_arena_alloc(pair->scratch, TEXT_SIZE, 1);
    if (text == NULL)
        return;
    form.fraction = places_of(value, from, to);
    form.grouped = is_parted(source, from);
    form.kept = true;
    if (begins_with_zero(source, from) || is_code(from, to))
        size = bl_form_copy(target->text.ptr, to,
                            bl_side_text(source, from->numeral), text,
                            TEXT_SIZE);
    else
        size = bl_form_replace(target->language, target->text.ptr, to, value,
                               &form, text, TEXT_SIZE);
    emission->fix =
        (bl_fix){ size != 0, BL_TARGET, to->whole, bl_str_of(text, size) };
}

/* The zero of the first digit of a text; 0 where it has none. */
static uint32_t zero_of(bl_str text)
{
    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);
        const int value = bl_digit_value(c);

        if (value >= 0 && value <= 9)
            return c - (uint32_t)value;
    }
    return 0;
}

/* Whether it is a code of several parts, or "2.0", which may be one of two. */
static bool is_whole_code(const bl_side *side, const bl_entity *entity)
{
    const bl_quantity *q = &side->quantities[entity->first];

    return (q->flags & BL_QUANTITY_ROW) != 0 || q->fraction_digits != 0;
}

void bl_repair_code(const bl_pair *pair, const bl_entity *from,
                    const bl_entity *to, bl_emission *emission)
{
    const bl_str code = bl_side_text(&pair->side[BL_SOURCE], from->span);
    const uint32_t zero = zero_of(bl_side_text(&pair->side[BL_TARGET],
                                               to->span));
    char *text = bl_arena_alloc(pair->scratch, 4 * code.size, 1);
    size_t size = 0;

    if (text == NULL || zero == 0 ||
        !is_whole_code(&pair->side[BL_SOURCE], from) ||
        !is_whole_code(&pair->side[BL_TARGET], to))
        return;
    for (size_t at = 0; at < code.size;) {
        const uint32_t c = bl_utf8_next(code.ptr, code.size, &at);
        const int value = bl_digit_value(c);

        size += bl_utf8_put(value >= 0 && value <= 9 ? zero + (uint32_t)value
                                                     : c,
                            text + size);
    }
    emission->fix = (bl_fix){ true, BL_TARGET, to->span,
                              bl_str_of(text, size) };
}

static const bl_quantity *part_of(const bl_side *side, const bl_entity *date,
                                  uint8_t role)
{
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        if (side->quantities[i].role == role)
            return &side->quantities[i];
    }
    return NULL;
}

void bl_repair_swap(const bl_pair *pair, const bl_quantity *part,
                    bl_emission *emission)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_entity *date = &side->entities[part->entity];
    const bl_quantity *day = part_of(side, date, BL_QUANTITY_DAY);
    const bl_quantity *month = part_of(side, date, BL_QUANTITY_MONTH);
    bl_span cut[5];
    char *text = bl_arena_alloc(pair->scratch,
                                date->span.limit - date->span.start, 1);
    size_t size = 0;

    if (day == NULL || month == NULL || text == NULL ||
        !bl_form_is_told(side->text.ptr, day) ||
        !bl_form_is_told(side->text.ptr, month))
        return;
    if (day->numeral.start > month->numeral.start) {
        const bl_quantity *other = day;

        day = month;
        month = other;
    }
    cut[0] = (bl_span){ date->span.start, day->numeral.start };
    cut[1] = month->numeral;
    cut[2] = (bl_span){ day->numeral.limit, month->numeral.start };
    cut[3] = day->numeral;
    cut[4] = (bl_span){ month->numeral.limit, date->span.limit };
    for (int i = 0; i < 5; i++) {
        const bl_str piece = bl_side_text(side, cut[i]);

        memcpy(text + size, piece.ptr, piece.size);
        size += piece.size;
    }
    emission->fix =
        (bl_fix){ true, BL_TARGET, date->span, bl_str_of(text, size) };
}
