/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A number with what belongs to it: scale words, unit, currency, percent,
 * ordinal mark, sign, and the other end of a range.
 */
#include "recognise/scan.h"

#include "lexicon/sum.h"
#include "text/utf8.h"

#include <string.h>

/* Tokens of a unit that stand before its number, at most. */
enum { AROUND_TOKENS = 4 };

/* ---- readings ------------------------------------------------------------------ */

static void add_reading(bl_quantity *quantity, bl_decimal value)
{
    const int at = quantity->native_count != 0 ? quantity->native_count
                                               : quantity->reading_count;

    for (int i = 0; i < quantity->reading_count; i++) {
        if (bl_decimal_equal(quantity->value[i], value))
            return;
    }
    if (quantity->reading_count == BL_READINGS)
        return;
    /* Before those of other languages. */
    for (int i = quantity->reading_count; i > at; i--)
        quantity->value[i] = quantity->value[i - 1];
    quantity->value[at] = value;
    quantity->reading_count++;
    if (quantity->native_count != 0)
        quantity->native_count++;
}

static void scale_readings(bl_quantity *quantity, bl_decimal scale)
{
    for (int i = 0; i < quantity->reading_count; i++)
        bl_decimal_multiply(quantity->value[i], scale, &quantity->value[i]);
    if (scale.coefficient == 1 && scale.exponent < 100)
        quantity->scale = (uint8_t)(quantity->scale + scale.exponent);
    quantity->flags |= BL_QUANTITY_SCALED;
}

static int64_t year_of(const bl_quantity *quantity)
{
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);

    return value >= 1000 ? value : -1;
}

/* ---- before the number ---------------------------------------------------------- */

/* A minus sign or a word for it; a hyphen is one where it stands before the
 * number alone and nothing before it can be the start of a range. */
static uint16_t sign_before(const bl_scan *scan, size_t at)
{
    size_t first;
    const bl_token *dash = at > 0 ? &scan->tokens[at - 1] : NULL;
    const bl_token *before = at > 1 ? &scan->tokens[at - 2] : NULL;
    const bl_sense *word =
        bl_scan_sense_before(scan, at, BL_SENSE_MINUS, &first);

    /* "al menos 5" is no negative number, "3 − 5" has none. */
    if (word != NULL)
        return (word->flags & BL_SENSE_WEAK) != 0 ||
                       (first > 0 &&
                        scan->tokens[first - 1].kind == BL_TOKEN_NUMBER)
                   ? BL_QUANTITY_DASHED
                   : BL_QUANTITY_NEGATIVE;
    if (dash == NULL || dash->kind != BL_TOKEN_PUNCT || !bl_is_dash(dash->c))
        return 0;
    if (scan->tokens[at].gap != BL_GAP_NONE || before == NULL ||
        before->kind == BL_TOKEN_NUMBER)
        return BL_QUANTITY_DASHED;
    if (dash->c == 0x2212)
        return BL_QUANTITY_NEGATIVE;
    return dash->c == '-' && (dash->gap == BL_GAP_SPACE || before->c == '(')
               ? BL_QUANTITY_NEGATIVE
               : BL_QUANTITY_DASHED;
}

/* A dash between two things without a space. */
static bool is_hyphen(const bl_scan *scan, size_t at)
{
    return at + 1 < scan->count && scan->tokens[at].kind == BL_TOKEN_PUNCT &&
           scan->tokens[at].gap == BL_GAP_NONE &&
           bl_is_dash(scan->tokens[at].c) &&
           scan->tokens[at + 1].gap == BL_GAP_NONE;
}

/* "yüzde 10", "ร้อยละ 32"; the sign itself only where it is glued to this
 * number and to no other one: %10. */
static bool has_percent_before(const bl_scan *scan, size_t at, size_t *first)
{
    const bl_sense *sense =
        bl_scan_sense_before(scan, at, BL_SENSE_PERCENT, first);

    if (sense == NULL)
        return false;
    if ((sense->flags & BL_SENSE_BEFORE) != 0)
        return true;
    return scan->tokens[*first].kind == BL_TOKEN_SYMBOL &&
           scan->tokens[at].gap == BL_GAP_NONE &&
           (scan->tokens[*first].gap != BL_GAP_NONE ||
            scan->tokens[*first - 1].kind == BL_TOKEN_PUNCT); /* (%10) */
}

/* ---- behind the number ----------------------------------------------------------- */

/* Whether a number has all the places that a scale leaves: "123만 4567". */
static bool fills_scale(bl_decimal part, bl_decimal scale)
{
    return bl_decimal_compare(part, scale) < 0 &&
           bl_decimal_multiply(part, bl_decimal_of(10, 0), &part) &&
           bl_decimal_compare(part, scale) >= 0;
}

/* Scale words, and a number that goes on behind them: "45億8000万", "7만 7천". */
static size_t read_scales(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    bl_decimal scale;
    size_t limit;

    bl_decimal plain = quantity->value[0];
    const bl_sense *unit;
    size_t end;

    if (!bl_read_scale(scan, at, &scale, &limit))
        return at;
    unit = bl_scan_sense(scan, at, BL_SENSE_UNIT, &end);
    scale_readings(quantity, scale);
    /* "mi" is million in Portuguese, and mile. */
    if (unit != NULL && end == limit) {
        quantity->other_unit = (uint16_t)unit->value;
        add_reading(quantity, plain);
    }
    at = limit;
    while (at < scan->count && scan->tokens[at].kind == BL_TOKEN_NUMBER &&
           scan->tokens[at].gap != BL_GAP_WIDE) {
        const bool glyphs = (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) != 0;
        bl_numeral more;
        bl_decimal part;
        bl_decimal next;

        bl_read_numeral(scan, at, &more);
        if (more.count == 0)
            break;
        limit = more.limit;
        part = more.value[0];
        if (bl_read_scale(scan, more.limit, &next, &limit)) {
            if (bl_decimal_compare(next, scale) >= 0)
                break;
            bl_decimal_multiply(part, next, &part);
            scale = next;
        } else if ((scan->tokens[at].gap != BL_GAP_NONE || !glyphs) &&
                   !fills_scale(part, scale)) {
            break; /* "3만 5명" */
        }
        if (bl_decimal_compare(part, quantity->value[0]) >= 0 ||
            !bl_decimal_add(quantity->value[0], part, &quantity->value[0]))
            break;
        quantity->reading_count = 1;
        at = limit;
    }
    return at;
}

/* "m", "K", "T" glued to a number, or behind an amount of money: the scale
 * is one more reading. The letter stays, since it may be a unit. */
static void read_letter_scale(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_SCALE, &limit);
    const bool money =
        bl_unit_is_currency(scan->language->units, quantity->unit);
    bl_decimal scaled;

    if (sense == NULL || (sense->flags & BL_SENSE_WEAK) == 0 ||
        !(scan->tokens[at].gap == BL_GAP_NONE || money ||
          scan->tokens[at].word->letter_case == BL_CASE_UPPER ||
          sense->value <= 20) ||
        !bl_decimal_multiply(quantity->value[0],
                             bl_decimal_of(sense->value, 0), &scaled))
        return;
    add_reading(quantity, scaled);
    quantity->flags |= BL_QUANTITY_SCALED;
}

/* ½ behind an integer: 14½. */
static size_t read_sign_fraction(const bl_scan *scan, size_t at,
                                 bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const bl_token *token = bl_scan_token(scan, at);
    int numerator;
    int denominator;
    bl_decimal part;

    if (token == NULL || (token->flags & BL_TOKEN_SIGN) == 0 ||
        token->gap == BL_GAP_WIDE ||
        !bl_numeric_value(token->c, &numerator, &denominator) ||
        denominator == 1)
        return at;
    if (10000 % denominator != 0)
        return at + 1; /* thirds: the whole number has to do */
    part = bl_decimal_of((int64_t)numerator * 10000 / denominator, -4);
    if (bl_decimal_add(quantity->value[0], part, &quantity->value[0]))
        quantity->reading_count = 1;
    return at + 1;
}

/* A sign and a common word ("$", "dollars") may mean several currencies, a
 * code or a full name only one. */
static void set_currency(const bl_scan *scan, const bl_sense *sense,
                         size_t first, size_t limit, bl_quantity *quantity)
{
    const bool sign =
        limit == first + 1 && scan->tokens[first].kind == BL_TOKEN_SYMBOL;

    quantity->unit = (uint16_t)sense->value;
    if (!sign && (sense->flags & BL_SENSE_WEAK) == 0)
        quantity->flags |= BL_QUANTITY_CODED;
}

/* "29 tháng 5" is a date, "3 tháng 2 tuần" a length of time: whether the word
 * is a mark of the number behind it, which has no unit of its own. */
static bool begins_date(const bl_scan *scan, size_t at)
{
    static const struct {
        bl_sense_kind mark;
        int64_t least;
        int64_t most;
    } kinds[] = { { BL_SENSE_MONTH_MARK, 1, 12 },
                  { BL_SENSE_YEAR_MARK, 1000, 2999 } };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t next;
        size_t limit;
        const bl_sense *mark =
            bl_scan_sense(scan, at, kinds[i].mark, &next);

        if (mark == NULL || (mark->flags & BL_SENSE_AFTER) != 0 ||
            !bl_scan_near(scan, next))
            continue;
        if (bl_small_number(scan, next, kinds[i].most) >= kinds[i].least)
            return !bl_scan_near(scan, next + 1) ||
                   bl_scan_sense(scan, next + 1, BL_SENSE_UNIT, &limit) ==
                       NULL;
    }
    return false;
}

/* "0 से 24" is a range and no number of seconds, "89 يوم السبت" a day of the
 * week: whether the unit at tokens[at] is a word of another kind here. */
static bool is_other_word(const bl_scan *scan, size_t at, size_t limit)
{
    size_t end;

    if (!bl_scan_near(scan, limit))
        return false;
    if (scan->tokens[limit].kind == BL_TOKEN_NUMBER)
        return bl_scan_sense(scan, at, BL_SENSE_RANGE_TO, &end) != NULL &&
               end == limit;
    return bl_scan_sense(scan, limit, BL_SENSE_WEEKDAY, &end) != NULL;
}

/* A word may stand for several units: a pound of money and one of weight, "г."
 * years and grams. */
static void set_other_unit(const bl_scan *scan, size_t at,
                           bl_quantity *quantity)
{
    const bl_sense_set units =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY);
    size_t limit;
    const bl_phrase_node node = bl_language_match(
        scan->language, scan->tokens, scan->count, at, units, &limit);
    const bl_sense *sense;

    for (uint32_t i = 0;
         node != 0 && (sense = bl_phrases_sense(&scan->language->phrases,
                                                node, &i)) != NULL;) {
        if ((BL_SENSE_BIT(sense->kind) & units) != 0 &&
            sense->value != quantity->unit &&
            bl_scan_is_written(scan->tokens[at].word, sense) &&
            scan->language->units->items[sense->value].factor +
                    (sense->kind == BL_SENSE_CURRENCY) !=
                0) {
            quantity->other_unit = (uint16_t)sense->value;
            return;
        }
    }
}

/* "5 dec" and "11 ມ.ກ." are days of a month, not decades and milligrams. */
static bool is_month(const bl_scan *scan, size_t at, size_t limit,
                     const bl_quantity *quantity)
{
    size_t end;

    return quantity->fraction_digits == 0 && quantity->scale == 0 &&
           bl_decimal_small(quantity->value[0], 31) > 0 &&
           bl_scan_sense(scan, at, BL_SENSE_MONTH, &end) != NULL &&
           end >= limit;
}

/* A unit with its number inside: "每小时100公里", "華氏 100 度". */
static const bl_sense *unit_around(const bl_scan *scan, size_t first,
                                   size_t at, size_t *limit)
{
    if (scan->language->number_word == 0 || scan->tokens[at].word == NULL ||
        scan->tokens[at].word->phrase == 0)
        return NULL;
    for (size_t back = AROUND_TOKENS; back > 0; back--) {
        bl_phrase_node node;

        if (back > first || scan->tokens[first - back].word == NULL ||
            (scan->tokens[first - back].word->reach &
             BL_SENSE_BIT(BL_SENSE_UNIT)) == 0)
            continue;
        node = bl_language_match_around(scan->language, scan->tokens,
                                        scan->count, first - back, first, at,
                                        BL_SENSE_BIT(BL_SENSE_UNIT), limit);
        if (node != 0)
            return bl_language_sense(scan->language, node, BL_SENSE_UNIT);
    }
    return NULL;
}

/* A unit, a currency or a percent sign behind the number. */
static size_t read_unit(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t limit = at;
    const bl_sense *sense;

    /* 6-foot, 30-year-old, 75-процентный */
    if (is_hyphen(scan, at) && scan->tokens[at + 1].kind == BL_TOKEN_WORD &&
        scan->tokens[at + 1].word->letters > 2 &&
        (bl_scan_sense(scan, at + 1, BL_SENSE_UNIT, &limit) != NULL ||
         bl_scan_sense(scan, at + 1, BL_SENSE_PERCENT, &limit) != NULL))
        at++;
    if (!bl_scan_near(scan, at))
        return at;
    sense = bl_scan_sense(scan, at, BL_SENSE_PERCENT, &limit);
    if (sense != NULL) {
        size_t end;
        const bl_sense *points =
            bl_scan_sense(scan, at, BL_SENSE_UNIT, &end);
        const bool longer = points != NULL && end > limit;

        quantity->unit = longer ? (uint16_t)points->value
                                : scan->language->units->percent;
        return longer ? end : limit;
    }
    sense = bl_scan_sense(scan, at, BL_SENSE_CURRENCY, &limit);
    if (sense != NULL && quantity->unit == BL_UNIT_NONE) {
        set_currency(scan, sense, at, limit, quantity);
        set_other_unit(scan, at, quantity);
        return limit;
    }
    sense = unit_around(scan, find->first, at, &limit);
    if (sense == NULL)
        sense = bl_scan_sense(scan, at, BL_SENSE_UNIT, &limit);
    if (sense == NULL || quantity->unit != BL_UNIT_NONE ||
        begins_date(scan, at) || is_other_word(scan, at, limit) ||
        is_month(scan, at, limit, quantity))
        return at;
    quantity->unit = (uint16_t)sense->value;
    set_other_unit(scan, at, quantity);
    /* km2, m3: the power is no number. */
    if (bl_scan_glued_number(scan, limit) &&
        (bl_small_number(scan, limit, 9) == 2 ||
         bl_small_number(scan, limit, 9) == 3))
        limit++;
    return limit;
}

/* The point of an ordinal before a word: "19. Jahrhundert". */
static bool is_ordinal_point(const bl_scan *scan, size_t at)
{
    return bl_scan_is(scan, at, '.') && bl_scan_near(scan, at + 1) &&
           scan->tokens[at + 1].gap != BL_GAP_NONE &&
           scan->tokens[at + 1].kind == BL_TOKEN_WORD;
}

/* A mark behind the number, where need be over a hyphen ("-century"), an
 * apostrophe (1990'lar) or the point of an ordinal; the token behind the mark, or `at`. */
static size_t read_mark_behind(const bl_scan *scan, size_t at,
                               bl_sense_kind kind)
{
    const bool apostrophe =
        at + 1 < scan->count && scan->tokens[at].gap == BL_GAP_NONE &&
        scan->tokens[at].kind == BL_TOKEN_PUNCT &&
        bl_is_apostrophe(scan->tokens[at].c) &&
        scan->tokens[at + 1].gap == BL_GAP_NONE;
    const size_t next =
        is_hyphen(scan, at) || is_ordinal_point(scan, at) || apostrophe
            ? at + 1
            : at;
    size_t limit;
    const bl_sense *sense =
        bl_scan_near(scan, next) ? bl_scan_sense(scan, next, kind, &limit)
                                 : NULL;

    return sense != NULL && (sense->flags & BL_SENSE_BEFORE) == 0 ? limit
                                                                  : at;
}

/* A mark before the number, where need be with a hyphen between them:
 * "thế kỷ 21", "המאה ה-21". */
static bool has_mark_before(const bl_scan *scan, size_t first,
                            bl_sense_kind kind)
{
    size_t start;

    if (bl_scan_sense_before(scan, first, kind, &start) != NULL)
        return true;
    return first > 1 && is_hyphen(scan, first - 1) &&
           bl_scan_sense_before(scan, first - 1, kind, &start) != NULL;
}

/* "20世纪90年代": the decade says it all, and its century may go unsaid. */
static void join_century(const bl_scan *scan, size_t first, bl_find *find)
{
    bl_find *before = find > scan->finds ? find - 1 : NULL;
    size_t limit;
    int64_t century;

    if (before == NULL || before->quantity.role != BL_QUANTITY_CENTURY ||
        bl_scan_sense(scan, before->limit, BL_SENSE_CENTURY_MARK, &limit) ==
            NULL ||
        limit != first)
        return;
    century = bl_decimal_small(before->quantity.value[0], 30);
    if (century < 1)
        return;
    before->quantity.flags |= BL_QUANTITY_OPTIONAL;
    add_reading(&find->quantity,
                bl_decimal_of((century - 1) * 100 +
                                  bl_decimal_small(find->quantity.value[0],
                                                   99),
                              0));
}

/* 1990s, "những năm 1990", "30. letech": tens of years, with their century or
 * without. */
static size_t read_decade(const bl_scan *scan, size_t first, size_t at,
                          bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);
    const size_t limit = read_mark_behind(scan, at, BL_SENSE_DECADE_MARK);

    if (value < 0 || value % 10 != 0 ||
        (limit == at && !has_mark_before(scan, first, BL_SENSE_DECADE_MARK)))
        return at;
    quantity->role = BL_QUANTITY_DECADE;
    if (value < 100)
        join_century(scan, first, find);
    if (value >= 1000)
        add_reading(quantity, bl_decimal_of(value % 100, 0));
    else if (value < 100)
        add_reading(quantity, bl_decimal_of(1900 + value, 0));
    return limit;
}

/* "3rd quarter", "3. Quartal", "2-й квартал", "3:e kvartalet", "3/4분기": the
 * token behind it, or `at`. */
static size_t read_quarter(const bl_scan *scan, size_t at)
{
    size_t next = at;
    size_t limit;
    const bl_sense *mark;

    if (next < scan->count && scan->tokens[next].gap == BL_GAP_NONE &&
        scan->tokens[next].kind == BL_TOKEN_PUNCT) {
        const bool of_four = scan->tokens[next].c == '/' &&
                             bl_small_number(scan, next + 1, 4) == 4;

        next += of_four ? 2 : 1;
    }
    if (next < scan->count && scan->tokens[next].gap == BL_GAP_NONE &&
        scan->tokens[next].kind == BL_TOKEN_WORD &&
        (scan->tokens[next].flags & BL_TOKEN_GLYPH) == 0 &&
        scan->tokens[next].word->letters <= 2)
        next++;
    if (!bl_scan_near(scan, next))
        return at;
    mark = bl_scan_sense(scan, next, BL_SENSE_QUARTER_MARK, &limit);
    return mark != NULL && (mark->flags & BL_SENSE_BEFORE) == 0 ? limit : at;
}

/* Marks glued to digits: 75th, 1990s; or beside them: thứ 75, thế kỷ 19. */
static size_t read_marks(const bl_scan *scan, size_t first, size_t at,
                         bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    /* 1er, 1.er */
    const size_t next = bl_scan_is(scan, at, '.') ? at + 1 : at;
    const bool glued = next < scan->count &&
                       scan->tokens[next].gap == BL_GAP_NONE;
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);
    size_t limit = read_quarter(scan, at);
    size_t before;

    if (limit != at && value >= 1 && value <= 4 &&
        quantity->fraction_digits == 0) {
        quantity->role = BL_QUANTITY_QUARTER;
        return limit;
    }
    if (glued && quantity->fraction_digits == 0 &&
        bl_scan_sense(scan, next, BL_SENSE_ORDINAL_MARK, &limit) != NULL) {
        quantity->role = BL_QUANTITY_ORDINAL;
        at = limit;
    }
    if (bl_scan_sense_before(scan, first, BL_SENSE_ORDINAL_MARK, &before) != NULL)
        quantity->role = BL_QUANTITY_ORDINAL;
    /* 19 s. may be a century in French, 245,8 s are seconds. */
    if (value >= 1 && value <= 30 && quantity->fraction_digits == 0 &&
        (read_mark_behind(scan, at, BL_SENSE_CENTURY_MARK) != at ||
         has_mark_before(scan, first, BL_SENSE_CENTURY_MARK))) {
        quantity->role = BL_QUANTITY_CENTURY;
        /* XIX beside its century is a number. */
        if (scan->tokens[first].word != NULL &&
            (scan->tokens[first].word->flags & BL_WORD_ROMAN) != 0)
            quantity->evidence = BL_EVIDENCE_WORD;
        return at;
    }
    return quantity->role == BL_QUANTITY_ORDINAL
               ? at
               : read_decade(scan, first, at, find);
}

/* "two and a half": half of one more. A word that is always said behind what
 * it belongs to needs no "and" ("hai năm rưỡi", "两年半"), nor does one that
 * has it as a particle. */
static size_t read_half(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t next = at;
    size_t limit;
    const bl_sense *sense;
    bl_decimal more;

    /* Of "three million and a half" it is half a million. */
    if (bl_scan_near(scan, next) &&
        bl_scan_sense(scan, next, BL_SENSE_AND, &limit) != NULL)
        next = limit;
    if (bl_scan_near(scan, next) &&
        bl_scan_sense(scan, next, BL_SENSE_ARTICLE, &limit) != NULL)
        next = limit;
    if (!bl_scan_near(scan, next))
        return at;
    sense = bl_scan_sense(scan, next, BL_SENSE_FRACTION, &limit);
    if (sense == NULL || sense->value <= 0 || 100 % sense->value != 0 ||
        (next == at && (sense->flags & BL_SENSE_AFTER) == 0 &&
         (scan->tokens[next].word->flags & BL_WORD_PREFIXED) == 0) ||
        !bl_decimal_add(quantity->value[0],
                        bl_decimal_of(100 / sense->value,
                                      quantity->scale - 2),
                        &more))
        return at;
    add_reading(quantity, more);
    return limit;
}

/* The half behind a counter of one glyph: "8分半", "两个半小时". */
static size_t read_counted_half(const bl_scan *scan, size_t at,
                                bl_find *find)
{
    const bl_token *counter = bl_scan_token(scan, at);
    const bl_token *half = bl_scan_token(scan, at + 1);
    const bl_sense *sense = NULL;
    bl_decimal more;

    if (counter == NULL || half == NULL ||
        (counter->flags & half->flags & BL_TOKEN_GLYPH) == 0 ||
        half->gap != BL_GAP_NONE || !bl_scan_near(scan, at))
        return at;
    if (half->word->root != 0)
        sense = bl_language_sense(scan->language, half->word->root,
                                  BL_SENSE_FRACTION);
    if (sense == NULL || sense->value != 2 ||
        (sense->flags & BL_SENSE_AFTER) == 0 ||
        !bl_decimal_add(find->quantity.value[0], bl_decimal_of(5, -1), &more))
        return at;
    add_reading(&find->quantity, more);
    return at + 2;
}

/* ---- the whole expression ---------------------------------------------------------- */

/* Everything behind the value; the token behind that. */
static size_t read_rest(const bl_scan *scan, size_t first, size_t at,
                        bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t start = first;
    size_t behind;
    size_t unused;
    const bool label =
        quantity->fraction_digits != 0 &&
        bl_scan_sense_before(scan, first, BL_SENSE_LABEL, &unused) != NULL;
    const bl_sense *money =
        label ? NULL
              : bl_scan_sense_before(scan, first, BL_SENSE_CURRENCY, &start);

    quantity->flags |= sign_before(scan, first);
    if (has_percent_before(scan, first, &start)) {
        quantity->unit = scan->language->units->percent;
        find->first = (uint32_t)start;
    }
    if (money != NULL) {
        set_currency(scan, money, start, first, quantity);
        find->first = (uint32_t)start;
    }
    at = read_sign_fraction(scan, at, find);
    if (scan->tokens[first].kind == BL_TOKEN_NUMBER) {
        at = read_scales(scan, at, find);
        read_letter_scale(scan, at, find);
    }
    behind = read_half(scan, at, find);
    if (behind != at)
        behind = read_scales(scan, behind, find); /* two and a half million */
    at = behind;
    quantity->span = bl_scan_span(scan, first, at);
    at = read_marks(scan, first, at, find);
    behind = read_unit(scan, at, find);
    at = behind != at ? read_half(scan, behind, find)
                      : read_counted_half(scan, at, find);
    find->limit = (uint32_t)at;
    /* "version 3.5", "Bảng 3.5": the same in every language. */
    if (label)
        quantity->role = BL_QUANTITY_PART;
    /* 气温为-5°C: what is measured may be below zero. */
    if ((quantity->flags & BL_QUANTITY_DASHED) != 0 &&
        quantity->unit != BL_UNIT_NONE && first > 1 &&
        scan->tokens[first - 1].c == '-' &&
        (scan->tokens[first - 2].flags & BL_TOKEN_GLYPH) != 0) {
        quantity->flags &= (uint16_t)~BL_QUANTITY_DASHED;
        quantity->flags |= BL_QUANTITY_NEGATIVE;
    }
    /* The sign is shown and marked with its number. */
    if ((quantity->flags & BL_QUANTITY_NEGATIVE) != 0 &&
        find->first == first && first > 0 &&
        bl_is_dash(scan->tokens[first - 1].c))
        find->first = (uint32_t)first - 1;
    return at;
}

/* The number before, when this one is the other end of its range: joined by
 * a dash or a word such as "to". */
static bl_find *range_start(const bl_scan *scan, bl_find *find)
{
    bl_find *before = find > scan->finds ? find - 1 : NULL;
    size_t limit;

    if (before == NULL || before->kind != BL_ENTITY_NUMBER ||
        before->limit >= find->first)
        return NULL;
    if (before->limit + 1 == find->first &&
        scan->tokens[before->limit].kind == BL_TOKEN_PUNCT &&
        (bl_is_dash(scan->tokens[before->limit].c) ||
         (scan->tokens[before->limit].c == '/' && /* 2021/25 */
          year_of(&before->quantity) > 0)))
        return before;
    if (bl_scan_sense(scan, before->limit, BL_SENSE_RANGE_TO, &limit) !=
            NULL &&
        limit == find->first)
        return before;
    return NULL;
}

/* "5-10 million", "$5-10": what stands once goes for both ends, as one more
 * reading, since "5-10 million" may also be five. */
static void join_range(const bl_scan *scan, bl_find *find)
{
    bl_find *before = range_start(scan, find);
    bl_quantity *a;
    bl_quantity *b = &find->quantity;
    bl_decimal scaled;

    if (before == NULL)
        return;
    a = &before->quantity;
    b->flags |= BL_QUANTITY_LIMIT;
    find->joined = true;
    if (b->scale != 0 && a->scale == 0 &&
        bl_decimal_multiply(a->value[0], bl_decimal_of(1, b->scale), &scaled))
        add_reading(a, scaled);
    if (a->unit != b->unit &&
        (a->unit == BL_UNIT_NONE || b->unit == BL_UNIT_NONE)) {
        bl_quantity *bare = a->unit == BL_UNIT_NONE ? a : b;

        bare->unit = bare == a ? b->unit : a->unit;
        bare->flags |= BL_QUANTITY_SHARED;
    }
    /* 2021–25 */
    if (year_of(a) > 0 && bl_decimal_small(b->value[0], 99) >= 10)
        add_reading(b, bl_decimal_of(year_of(a) / 100 * 100 +
                                         bl_decimal_small(b->value[0], 99),
                                     0));
}

static size_t finish(bl_scan *scan, size_t first, size_t at, bl_find *find)
{
    at = read_rest(scan, first, at, find);
    join_range(scan, find);
    return at;
}

/* "6-foot-6", "1m82": the number behind is of the smaller unit. */
static size_t read_part(bl_scan *scan, size_t at, bl_find *find)
{
    const uint16_t unit = find->quantity.unit;
    const uint16_t part = scan->language->units->items[unit].part;
    const bool hyphens = is_hyphen(scan, find->first + 1u);
    const size_t next = hyphens && is_hyphen(scan, at) ? at + 1 : at;
    size_t limit;
    bl_find *small;
    int64_t value;

    if (part == 0 || find->quantity.evidence != BL_EVIDENCE_DIGITS ||
        !bl_scan_glued_number(scan, next))
        return at;
    value = bl_small_number(scan, next, 99);
    if (value < 0 ||
        (bl_scan_near(scan, next + 1) &&
         bl_scan_sense(scan, next + 1, BL_SENSE_UNIT, &limit) != NULL))
        return at;
    small = bl_scan_add(scan, next, next + 1);
    if (small == NULL)
        return at;
    small->quantity.value[0] = bl_decimal_of(value, 0);
    small->quantity.reading_count = 1;
    small->quantity.native_count = 1;
    small->quantity.unit = part;
    small->joined = true;
    return next + 1;
}

/* ".341" is 0.341, and by its digits 341. */
static void read_leading_point(const bl_scan *scan, size_t at,
                               bl_find *find)
{
    const bl_token *point = at > 0 ? &scan->tokens[at - 1] : NULL;
    bl_quantity *quantity = &find->quantity;
    const size_t digits = bl_utf8_points(
        scan->text + quantity->numeral.start,
        (size_t)quantity->numeral.limit - quantity->numeral.start);

    if (point == NULL || point->c != '.' ||
        scan->tokens[at].gap != BL_GAP_NONE || point->gap == BL_GAP_NONE ||
        quantity->reading_count != 1 || quantity->native_count != 1 ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0)
        return;
    quantity->value[1] = quantity->value[0];
    if (!bl_decimal_multiply(quantity->value[0],
                             bl_decimal_of(1, -(int32_t)digits),
                             &quantity->value[0]))
        return;
    quantity->reading_count = quantity->native_count = 2;
    quantity->fraction_digits = (uint8_t)digits;
}

static size_t read_digits(bl_scan *scan, size_t at)
{
    bl_numeral numeral;
    bl_find *find;
    size_t limit = bl_read_telephone(scan, at);

    if (limit != at)
        return limit;
    bl_read_numeral(scan, at, &numeral);
    if (numeral.count == 0)
        return bl_read_parts(scan, at, numeral.limit);
    find = bl_scan_add(scan, at, numeral.limit);
    if (find == NULL)
        return numeral.limit;
    memcpy(find->quantity.value, numeral.value, sizeof(numeral.value));
    find->quantity.reading_count = numeral.count;
    find->quantity.native_count = numeral.native_count;
    find->quantity.fraction_digits = numeral.fraction_digits;
    find->quantity.flags = numeral.flags;
    if (numeral.native_count == 0)
        find->quantity.flags |= BL_QUANTITY_FOREIGN;
    read_leading_point(scan, at, find);
    if (at < scan->formula || bl_is_code(scan, at, numeral.limit)) {
        find->kind = BL_ENTITY_CODE;
        find->quantity.role = BL_QUANTITY_PART;
        if (at >= scan->formula)
            find->quantity.flags |= BL_QUANTITY_ATTACHED;
        return numeral.limit;
    }
    limit = finish(scan, at, numeral.limit, find);
    if (at == 0 && numeral.limit == 1 && scan->count > 2 &&
        scan->tokens[1].kind == BL_TOKEN_PUNCT &&
        (scan->tokens[1].c == '.' || scan->tokens[1].c == ')') &&
        scan->tokens[2].gap != BL_GAP_NONE)
        find->quantity.flags |= BL_QUANTITY_LIST;
    return read_part(scan, limit, find);
}

/* One numeric character by itself: ½, Ⅳ, ②. Written from the right, the half
 * of 14½ may stand before it. */
static size_t read_sign(bl_scan *scan, size_t at)
{
    int numerator;
    int denominator;
    bl_find *find;

    if (bl_scan_glued_number(scan, at + 1)) {
        const size_t limit = read_digits(scan, at + 1);
        bl_find *whole = &scan->finds[scan->find_count - 1];

        if (whole->quantity.reading_count != 0)
            read_sign_fraction(scan, at, whole);
        return limit;
    }

    if (!bl_numeric_value(scan->tokens[at].c, &numerator, &denominator))
        return at + 1;
    find = bl_scan_add(scan, at, at + 1);
    if (find == NULL)
        return at + 1;
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    find->quantity.evidence =
        denominator == 1 ? BL_EVIDENCE_WEAK : BL_EVIDENCE_WORD;
    find->quantity.value[0] =
        10000 % denominator == 0
            ? bl_decimal_of((int64_t)numerator * 10000 / denominator, -4)
            : bl_decimal_of(denominator, 0);
    if (denominator != 1)
        add_reading(&find->quantity, bl_decimal_of(denominator, 0));
    return finish(scan, at, at + 1, find);
}

/* "half", "quarter", "Drittel": its denominator, and its value. */
static size_t read_fraction_word(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense(scan, at, BL_SENSE_FRACTION, &limit);
    bl_find *find = sense != NULL ? bl_scan_add(scan, at, limit) : NULL;

    if (find == NULL)
        return at;
    find->quantity.evidence = BL_EVIDENCE_WEAK;
    find->quantity.value[0] = bl_decimal_of(sense->value, 0);
    find->quantity.reading_count = 1;
    if (sense->value != 0 && 100 % sense->value == 0) {
        add_reading(&find->quantity, bl_decimal_of(100 / sense->value, -2));
        add_reading(&find->quantity, bl_decimal_of(100 / sense->value, 0));
    }
    return limit;
}

/* "il Novecento": the 20th century. */
static size_t read_century_name(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_CENTURY, &limit);
    bl_find *find = sense != NULL ? bl_scan_add(scan, at, limit) : NULL;

    if (find == NULL)
        return at;
    find->quantity.role = BL_QUANTITY_CENTURY;
    find->quantity.evidence = BL_EVIDENCE_WORD;
    find->quantity.value[0] = bl_decimal_of(sense->value, 0);
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    return limit;
}

static size_t read_roman(bl_scan *scan, size_t at)
{
    const bl_word *word = scan->tokens[at].word;
    size_t limit;
    size_t before;
    bl_find *find;

    /* A single letter is a Roman number beside a century only. */
    if (word->letters < 2 &&
        bl_scan_sense_before(scan, at, BL_SENSE_CENTURY_MARK, &before) == NULL &&
        bl_scan_sense(scan, at + 1, BL_SENSE_CENTURY_MARK, &limit) == NULL)
        return at;
    find = bl_scan_add(scan, at, at + 1);
    if (find == NULL)
        return at + 1;
    find->quantity.evidence = BL_EVIDENCE_WEAK;
    find->quantity.value[0] = bl_decimal_of(word->value, 0);
    find->quantity.reading_count = 1;
    return finish(scan, at, at + 1, find);
}

/* A number in words; of an ordinal that is a mark and a number without a
 * space between them, the number may be longer than what is known to be an
 * ordinal: "ທີສິບ" (tenth) of "ທີສິບສອງ" (twelfth). */
static bool read_spelled(const bl_scan *scan, size_t at, bl_spelled *spelled)
{
    bl_spelled behind;
    size_t limit;

    if (!bl_read_spelled(scan, at, spelled))
        return false;
    if (spelled->ordinal && (scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
        bl_language_match(scan->language, scan->tokens, scan->count, at,
                          BL_SENSE_BIT(BL_SENSE_ORDINAL_MARK), &limit) != 0 &&
        limit < spelled->limit && bl_read_spelled(scan, limit, &behind) &&
        behind.limit > spelled->limit) {
        *spelled = behind;
        spelled->ordinal = true;
    }
    return true;
}

size_t bl_read_number(bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];
    const bl_sense *fraction;
    bl_spelled spelled;
    bl_find *find;
    size_t limit;

    if (token->kind == BL_TOKEN_NUMBER)
        return (token->flags & BL_TOKEN_SIGN) != 0 ? read_sign(scan, at)
                                                   : read_digits(scan, at);
    if (token->word == NULL)
        return at;
    if ((token->word->flags & BL_WORD_ROMAN) != 0)
        return read_roman(scan, at);
    limit = read_century_name(scan, at);
    if (limit != at)
        return limit;
    fraction = bl_scan_sense(scan, at, BL_SENSE_FRACTION, &limit);
    if (!read_spelled(scan, at, &spelled) ||
        (fraction != NULL && limit > spelled.limit)) /* 一半 */
        return read_fraction_word(scan, at);
    find = bl_scan_add(scan, at, spelled.limit);
    if (find == NULL)
        return spelled.limit;
    find->quantity.value[0] = spelled.value;
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    if (spelled.has_other)
        add_reading(&find->quantity, spelled.other);
    find->quantity.evidence = spelled.evidence;
    find->quantity.scale = spelled.scale;
    if (spelled.ordinal)
        find->quantity.role = BL_QUANTITY_ORDINAL;
    return finish(scan, at, spelled.limit, find);
}
