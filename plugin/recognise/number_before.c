/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What belongs to a number and stands before it: a label, a sign, a currency, a
 * percent sign, scale words where the language has them there.
 */
#include "recognise/numbering.h"

/* A minus sign or a word for it; a hyphen is one where it stands before the
 * number alone and nothing before it can be the start of a range. */
static uint16_t sign_before(const bl_scan *scan, size_t at,
                            bl_sense_set senses)
{
    size_t first;
    const bl_token *dash = at > 0 ? &scan->tokens[at - 1] : NULL;
    const bl_token *before = at > 1 ? &scan->tokens[at - 2] : NULL;
    const bl_sense *word =
        bl_scan_sense_among(scan, senses, at, BL_SENSE_MINUS, &first);

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

/* "yüzde 10", "ร้อยละ 32"; the sign itself only where it is glued to this
 * number and to no other one, %10, or the locale writes "% 10". */
static bool has_percent_before(const bl_scan *scan, size_t at,
                               bl_sense_set senses, size_t *first)
{
    const bl_sense *sense =
        bl_scan_sense_among(scan, senses, at, BL_SENSE_PERCENT, first);

    if (sense == NULL)
        return false;
    if ((sense->flags & BL_SENSE_BEFORE) != 0)
        return true;
    return scan->tokens[*first].kind == BL_TOKEN_SYMBOL &&
           (scan->tokens[at].gap == BL_GAP_NONE ||
            (scan->language->symbols.percent_apart &&
             scan->tokens[at].gap != BL_GAP_WIDE)) &&
           (scan->tokens[*first].gap != BL_GAP_NONE ||
            scan->tokens[*first - 1].kind == BL_TOKEN_PUNCT); /* (%10) */
}

/* The scales of "သိန်း ၂၀" and "dubu dari 3", which are no part of a number
 * before them; the token where the number begins then. */
static size_t read_scales_before(const bl_scan *scan, size_t first,
                                 bl_find *find)
{
    size_t start;
    const bl_sense *scale;

    while ((scale = bl_scan_sense_before(scan, first, BL_SENSE_SCALE,
                                         &start)) != NULL &&
           (scale->flags & BL_SENSE_WEAK) == 0 &&
           !(find > scan->finds && find[-1].limit > start)) {
        bl_number_scale_readings(&find->quantity,
                                 bl_decimal_of(scale->value, 0));
        find->first = (uint32_t)start;
        first = start;
    }
    return first;
}

/* "тысяч 100" is about 100,000, where no number counts the scale. */
static void read_rounded(const bl_scan *scan, size_t first, bl_find *find)
{
    bl_decimal scaled;
    size_t start;
    const bl_sense *scale =
        bl_scan_sense_before(scan, first, BL_SENSE_SCALE, &start);

    if (scale != NULL && (scale->flags & BL_SENSE_WEAK) == 0 &&
        !(find > scan->finds && find[-1].limit > start &&
          find[-1].first != start) &&
        bl_decimal_multiply(find->quantity.value[0],
                            bl_decimal_of(scale->value, 0), &scaled))
        bl_number_add_reading(&find->quantity, scaled);
}

/* A letter in small that a space parts from the sign: the s of "Harvard's $5"
 * is no part of S$. */
static bool is_apart(const bl_scan *scan, size_t at)
{
    return scan->tokens[at].word != NULL &&
           scan->tokens[at].word->letters == 1 &&
           scan->tokens[at].word->letter_case == BL_CASE_LOWER;
}

/* "A $100 bill" has an article and no dollars of Australia, "A$100" has. */
static const bl_sense *skip_article(const bl_scan *scan, const bl_sense *money,
                                    size_t first, size_t *start)
{
    size_t limit;

    if (money == NULL || *start + 1 >= first ||
        scan->tokens[*start + 1].gap == BL_GAP_NONE ||
        !(bl_scan_has(scan, *start, BL_SENSE_ARTICLE) ||
          is_apart(scan, *start)))
        return money;
    (*start)++;
    return bl_scan_sense(scan, *start, BL_SENSE_CURRENCY, &limit);
}

/* The size of "EU sizes from 37 to 42", over the word that begins the range. */
static const bl_sense *size_before(const bl_scan *scan, size_t first,
                                   size_t *start)
{
    size_t from;
    const bl_units *units = scan->language->units;
    const bl_sense *size =
        bl_scan_sense_before(scan, first, BL_SENSE_RANGE_FROM, &from) != NULL
            ? bl_scan_sense_before(scan, from, BL_SENSE_CURRENCY, start)
            : NULL;

    if (size != NULL &&
        units->items[size->value].kind == units->items[units->size].kind)
        return size;
    *start = first;
    return NULL;
}

/* "TEUR 4.567" are thousands of euros: what names the money is a scale too. */
static void read_scale_within(const bl_scan *scan, size_t start, size_t first,
                              bl_quantity *quantity)
{
    size_t limit;
    const bl_sense *scale =
        bl_scan_sense(scan, start, BL_SENSE_SCALE, &limit);

    if (scale != NULL && limit == first && (scale->flags & BL_SENSE_WEAK) == 0)
        bl_number_scale_readings(quantity, bl_decimal_of(scale->value, 0));
}

bool bl_number_read_before(const bl_scan *scan, size_t first,
                           bl_sense_set senses, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t start = first;
    size_t unused;
    const bool label =
        quantity->fraction_digits != 0 &&
        bl_scan_sense_among(scan, senses, first, BL_SENSE_LABEL, &unused) !=
            NULL;
    const bool digits = scan->tokens[first].kind == BL_TOKEN_NUMBER;
    const bl_sense *money = NULL;

    if (digits && scan->language->scales_before)
        start = read_scales_before(scan, first, find);
    if (digits && scan->language->scales_about)
        read_rounded(scan, first, find);
    if (!label)
        money = start == first
                    ? bl_scan_sense_among(scan, senses, first,
                                          BL_SENSE_CURRENCY, &start)
                    : bl_scan_sense_before(scan, start, BL_SENSE_CURRENCY,
                                           &start);
    quantity->flags |= sign_before(scan, first, senses);
    if (has_percent_before(scan, first, senses, &start)) {
        quantity->unit = scan->language->units->percent;
        find->first = (uint32_t)start;
    }
    if (money == NULL && !label && start == first &&
        (senses & BL_SENSE_BIT(BL_SENSE_CURRENCY)) != 0)
        money = size_before(scan, first, &start);
    money = skip_article(scan, money, first, &start);
    /* The dollars of "500 dollars a week" are counted already. */
    if (money != NULL && !digits && find > scan->finds &&
        find[-1].limit > start)
        money = NULL;
    if (money != NULL) {
        bl_number_set_currency(scan, money, start, first, quantity);
        find->first = (uint32_t)start;
        if (digits)
            read_scale_within(scan, start, first, quantity);
        if (digits && quantity->scale == 0 && scan->language->scales_before)
            read_scales_before(scan, start, find); /* miliyan £3 */
    }
    if (find->first != first) { /* -%100, -$5 */
        const uint16_t sign =
            sign_before(scan, find->first, bl_scan_before(scan, find->first));

        quantity->flags |= sign;
        if (sign == BL_QUANTITY_NEGATIVE &&
            bl_is_dash(scan->tokens[find->first - 1].c))
            find->first--;
    }
    return label;
}

void bl_number_read_bound(const bl_scan *scan, bl_find *find)
{
    size_t unused;
    const bl_sense *bound = bl_scan_sense_before(scan, find->first,
                                                 BL_SENSE_BOUND, &unused);

    if (bound == NULL) {
        bound = bl_scan_sense_near(scan, find->limit, BL_SENSE_BOUND, &unused);
        if (bound == NULL || (bound->flags & BL_SENSE_BEFORE) != 0)
            return;
    }
    find->quantity.bound = (uint8_t)bound->value;
}
