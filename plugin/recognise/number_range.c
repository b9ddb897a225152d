/* SPDX-License-Identifier: Apache-2.0 */
/* Two numbers that say once what goes for both: the ends of a range, the sides
 * of "21 x 28 cm", neighbours such as 五六百. */
#include "recognise/numbering.h"

#include "text/chars.h"
#include "text/utf8.h"

static int64_t year_of(const bl_quantity *quantity)
{
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);

    return value >= 1000 ? value : -1;
}

/* The number found before, however far away, or NULL. */
static bl_find *number_before(const bl_scan *scan, bl_find *find)
{
    return find > scan->finds && find[-1].kind == BL_ENTITY_NUMBER ? find - 1
                                                                   : NULL;
}

/* The number before, when this one is the other end of its range: joined by
 * a dash or a word such as "to". */
static bl_find *range_start(const bl_scan *scan, bl_find *find)
{
    bl_find *before = number_before(scan, find);
    size_t limit;

    if (before == NULL || before->limit >= find->first)
        return NULL;
    if (before->limit + 1 == find->first &&
        scan->tokens[before->limit].kind == BL_TOKEN_PUNCT &&
        (bl_is_dash(scan->tokens[before->limit].c) ||
         (scan->tokens[before->limit].c == '/' && /* 2021/25 */
          year_of(&before->quantity) > 0)))
        return before;
    limit = bl_scan_limit(scan, before->limit, BL_SENSE_RANGE_TO);
    if (limit != 0 && bl_scan_is_hyphen(scan, limit)) /* בין 50 ל־150 */
        limit++;
    return limit == find->first ? before : NULL;
}

/* The unit of one is that of the other, which has none of its own. */
static void share(const bl_quantity *from, bl_quantity *bare)
{
    bare->unit = from->unit;
    bare->other_unit = from->other_unit;
    bare->flags |= BL_QUANTITY_SHARED;
}

/* A unit that stands once goes for both of two numbers. */
static void share_between(bl_quantity *a, bl_quantity *b)
{
    const uint16_t lent = BL_QUANTITY_LIMIT | BL_QUANTITY_SHARED;

    if (a->unit == b->unit)
        return;
    /* "by 50 basis points to 4.75–5.00%": what leads to a range of its own is
     * no start of one. */
    if (a->unit == BL_UNIT_NONE ||
        ((a->flags & lent) == lent && b->unit != BL_UNIT_NONE))
        share(b, a);
    else if (b->unit == BL_UNIT_NONE)
        share(a, b);
}

/* "size 21 x 28 cm": what stands before is no measure of its own. */
static bool has_no_unit(const bl_scan *scan, const bl_quantity *quantity)
{
    return quantity->unit == BL_UNIT_NONE ||
           quantity->unit == scan->language->units->size;
}

/* "21 x 28 cm": the unit goes for all that is multiplied. */
static void share_unit(const bl_scan *scan, bl_find *find)
{
    if (find->quantity.unit == BL_UNIT_NONE)
        return;
    for (; find > scan->finds && find[-1].limit + 1 == find->first &&
           has_no_unit(scan, &find[-1].quantity) &&
           bl_scan_is_times(scan, find[-1].limit) &&
           !bl_unit_is_currency(scan->language->units, find->quantity.unit);
         find--) {
        share(&find->quantity, &find[-1].quantity);
    }
}

/* Whether words for minus end a number: "10 degrees below zero". */
static bool has_minus_behind(const bl_scan *scan, const bl_find *find)
{
    for (size_t at = find->limit - 1u; at > find->first; at--) {
        size_t limit;
        const bl_sense *minus =
            bl_scan_sense(scan, at, BL_SENSE_MINUS, &limit);

        if (minus != NULL)
            return limit == find->limit &&
                   (minus->flags & BL_SENSE_AFTER) != 0;
    }
    return false;
}

/* Of "5 to 10 degrees below zero" both are below it. */
static void share_minus(const bl_scan *scan, const bl_find *find,
                        bl_quantity *before)
{
    if ((find->quantity.flags & BL_QUANTITY_NEGATIVE) != 0 &&
        has_minus_behind(scan, find))
        before->flags |= BL_QUANTITY_NEGATIVE;
}

/* "6-foot-6" is six feet and as many inches. */
static bool is_inches(const bl_scan *scan, const bl_find *before,
                      const bl_find *find)
{
    const bl_units *units = scan->language->units;

    return before->limit + 1 == find->first &&
           before->limit > before->first + 2 &&
           bl_scan_is_hyphen(scan, before->limit) &&
           bl_scan_is_hyphen(scan, before->limit - 2u) &&
           before->quantity.unit == units->foot &&
           find->quantity.unit == BL_UNIT_NONE &&
           bl_decimal_small(find->quantity.value[0], 11) >= 0;
}

/* "12-15 000" are thousands both, as "12-15 thousand" would be: the zeros of
 * the end stand once, and the beginning is the smaller one. */
static void share_thousands(const bl_quantity *b, bl_quantity *a)
{
    enum { THOUSAND = 1000 };
    const int64_t from = bl_decimal_small(a->value[0], THOUSAND - 1);
    const int64_t to =
        bl_decimal_small(b->value[0], (int64_t)THOUSAND * THOUSAND);

    if (from > 0 && to >= THOUSAND && to % THOUSAND == 0 &&
        from < to / THOUSAND && a->fraction_digits == 0 &&
        a->evidence == BL_EVIDENCE_DIGITS && b->evidence == BL_EVIDENCE_DIGITS)
        bl_number_add_reading(a, bl_decimal_of(from * THOUSAND, 0));
}

/* Whether nothing but a few words parts two numbers, with endings that are
 * written onto the first one: "von 4,1 auf", "4,1'den". */
static bool are_near(const bl_scan *scan, const bl_find *a, const bl_find *b)
{
    enum { NEAR = 3 };
    bool word = false;

    if (a->limit >= b->first || b->first - a->limit > NEAR)
        return false;
    for (size_t at = a->limit; at < b->first; at++) {
        const bl_token *token = &scan->tokens[at];

        if (token->kind == BL_TOKEN_WORD)
            word = true;
        else if (token->gap != BL_GAP_NONE ||
                 (!bl_is_apostrophe(token->c) && !bl_is_dash(token->c) &&
                  token->c != ':'))
            return false;
    }
    return word;
}

/* "von 4,1 auf 4,2 Milliarden" are thousands of millions both, or not: one more
 * reading of the first. */
static void share_scale(const bl_quantity *b, bl_quantity *a)
{
    bl_decimal scaled;

    if (b->scale != 0 && a->scale == 0 &&
        bl_decimal_multiply(a->value[0], bl_decimal_of(1, b->scale), &scaled))
        bl_number_add_reading(a, scaled);
}

/* The same of numbers that go from one to the other without a word for it. */
static void share_scale_before(const bl_scan *scan, bl_find *find)
{
    bl_find *before =
        find->quantity.scale != 0 ? number_before(scan, find) : NULL;

    if (before != NULL && before->quantity.unit == BL_UNIT_NONE &&
        before->quantity.evidence == BL_EVIDENCE_DIGITS &&
        are_near(scan, before, find))
        share_scale(&find->quantity, &before->quantity);
}

/* "5-10 million", "$5-10": what stands once goes for both ends, as one more
 * reading, since "5-10 million" may also be five. */
static void join_range(const bl_scan *scan, bl_find *find)
{
    bl_find *before = range_start(scan, find);
    bl_quantity *a;
    bl_quantity *b = &find->quantity;

    if (before == NULL) {
        share_unit(scan, find);
        share_scale_before(scan, find);
        return;
    }
    if (is_inches(scan, before, find)) {
        b->unit = scan->language->units->inch;
        return;
    }
    a = &before->quantity;
    b->flags |= BL_QUANTITY_LIMIT;
    find->joined = true;
    share_scale(b, a);
    if (before->limit + 1 == find->first)
        share_thousands(b, a);
    share_between(a, b);
    share_minus(scan, find, a);
    /* 2021–25, 2007-08 */
    if (year_of(a) > 0 && bl_decimal_small(b->value[0], 99) >= 0 &&
        bl_scan_digits(scan, find->first) == 2)
        bl_number_add_reading(
            b,
            bl_decimal_of(
                year_of(a) / 100 * 100 + bl_decimal_small(b->value[0], 99), 0));
}

/* "五六百" is five or six hundred, "十五六" fifteen or sixteen: two numbers of
 * which the second is one more, and that say once what goes for both. */
static void join_neighbours(const bl_scan *scan, bl_find *find)
{
    bl_find *before = number_before(scan, find);
    bl_quantity *b = &find->quantity;
    bl_quantity *a;
    bl_decimal next;
    int64_t count;

    if (before == NULL || before->limit != find->first ||
        scan->tokens[find->first].gap != BL_GAP_NONE ||
        (scan->tokens[find->first].flags & BL_TOKEN_GLYPH) == 0 ||
        (scan->tokens[find->first - 1].flags & BL_TOKEN_GLYPH) == 0)
        return;
    a = &before->quantity;
    count = bl_decimal_small(a->value[0], 99);
    if (count < 1 || count % 10 == 9 || a->scale != 0 ||
        b->value[0].coefficient != count % 10 + 1)
        return;
    if (count > 9) {
        if (b->value[0].exponent != 0)
            return;
        bl_number_add_reading(b, bl_decimal_of(count + 1, 0));
    } else if (b->value[0].exponent != 0 &&
               bl_decimal_multiply(a->value[0],
                                   bl_decimal_of(1, b->value[0].exponent),
                                   &next)) {
        bl_number_add_reading(a, next);
        if (b->role == BL_QUANTITY_DECADE) { /* 六七十年代 */
            a->role = BL_QUANTITY_DECADE;
            a->value[0] = next;
            bl_number_add_reading(
                a, bl_decimal_of(1900 + bl_decimal_small(next, 99), 0));
            bl_number_join_century(scan, before->first, before);
        }
    }
    share_between(a, b);
}

static bool is_digit_in_word(const bl_quantity *q)
{
    return q->evidence != BL_EVIDENCE_DIGITS && q->scale == 0 &&
           bl_decimal_small(q->value[0], 9) > 0;
}

/* 七五折 is 7.5折, a quarter off the price: the first digit becomes part of
 * the number behind it. */
static void join_price(const bl_scan *scan, bl_find *find)
{
    bl_find *before = number_before(scan, find);
    bl_quantity *b = &find->quantity;
    bl_decimal value;

    if (before == NULL || b->unit != scan->language->units->price_tenth ||
        b->unit == BL_UNIT_NONE || before->limit != find->first ||
        scan->tokens[find->first].gap != BL_GAP_NONE ||
        before->quantity.unit != BL_UNIT_NONE ||
        !is_digit_in_word(&before->quantity) || !is_digit_in_word(b) ||
        !bl_decimal_multiply(b->value[0], bl_decimal_of(1, -1), &value) ||
        !bl_decimal_add(before->quantity.value[0], value, &b->value[0]))
        return;
    b->reading_count = b->native_count = 1;
    b->span.start = before->quantity.span.start;
    find->first = before->first;
    before->quantity.reading_count = before->quantity.native_count = 0;
}

static bool is_time(const bl_units *units, uint16_t unit)
{
    return unit != BL_UNIT_NONE &&
           units->items[unit].kind == units->items[units->day].kind;
}

/* "10・0％" of Japanese papers is 10.0 %: their lines run down the page, where
 * the decimal sign is the dot of lists. That a unit or a scale stands behind it
 * tells it from 9・11, a date; but 2・3年 are two or three years. */
static void join_dotted(const bl_scan *scan, bl_find *find)
{
    enum { LIST_DOT = 0x30FB, DIGITS_MOST = 4 };
    bl_find *before = number_before(scan, find);
    bl_quantity *b = &find->quantity;
    bl_quantity *a;
    size_t digits;
    bl_decimal whole;
    bl_decimal fraction;

    if (before == NULL || before->limit + 1 != find->first ||
        scan->tokens[before->limit].c != LIST_DOT)
        return;
    a = &before->quantity;
    digits = bl_utf8_points(scan->text + b->numeral.start,
                            b->numeral.limit - b->numeral.start);
    if ((b->unit == BL_UNIT_NONE && b->scale == 0) || a->scale != 0 ||
        is_time(scan->language->units, b->unit) ||
        a->unit != BL_UNIT_NONE || a->evidence != BL_EVIDENCE_DIGITS ||
        b->evidence != BL_EVIDENCE_DIGITS || a->fraction_digits != 0 ||
        b->fraction_digits != 0 || digits > DIGITS_MOST ||
        !bl_decimal_multiply(a->value[0], bl_decimal_of(1, b->scale), &whole) ||
        !bl_decimal_multiply(b->value[0], bl_decimal_of(1, -(int32_t)digits),
                             &fraction) ||
        !bl_decimal_add(whole, fraction, &b->value[0]))
        return;
    b->reading_count = b->native_count = 1;
    b->fraction_digits = (uint8_t)digits;
    b->span.start = a->span.start;
    b->numeral.start = a->numeral.start;
    find->first = before->first;
    a->reading_count = a->native_count = 0;
}

void bl_number_join(const bl_scan *scan, bl_find *find)
{
    join_dotted(scan, find);
    join_price(scan, find);
    join_neighbours(scan, find);
    join_range(scan, find);
}
