/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a text says of numbers that it does not have: "in thousands of euros"
 * above a table, "(kg)", "{0} km"; and of one how often, "twice", "per day".
 * They are quantities without a reading, which nothing answers.
 */
#include "recognise/scan.h"

#include <string.h>

/* Tokens between brackets that a scale may be one of. */
enum { BRACKET_TOKENS = 8 };

/* Bytes of one that is hardly more than a scale: "Unit: million won". */
enum { SHORT_BYTES = 48 };

static bl_find *add(bl_scan *scan, size_t first, size_t limit,
                    bl_quantity_role role)
{
    bl_find *find = bl_scan_add(scan, first, limit);

    if (find == NULL)
        return NULL;
    find->quantity.role = (uint8_t)role;
    find->quantity.evidence = BL_EVIDENCE_WORD;
    find->quantity.numeral = (bl_span){ 0, 0 };
    find->quantity.value[1] = bl_decimal_of(0, 0);
    scan->labelled = true;
    return find;
}

static bool is_open_bracket(uint32_t c)
{
    return c == '(' || c == 0xff08;
}

static bool is_close_bracket(uint32_t c)
{
    return c == ')' || c == 0xff09;
}

/* ---- units -------------------------------------------------------------- */

/* The unit, currency or per cent at tokens[at] and the token behind it; or
 * BL_UNIT_NONE. */
static uint16_t read_unit(const bl_scan *scan, size_t at, size_t *limit)
{
    const bl_sense *sense =
        bl_scan_sense_near(scan, at, BL_SENSE_CURRENCY, limit);

    if (sense == NULL)
        sense = bl_scan_sense_near(scan, at, BL_SENSE_UNIT, limit);
    if (sense == NULL || (sense->flags & BL_SENSE_WEAK) != 0 ||
        bl_unit_is_zone(scan->language->units, (uint16_t)sense->value))
        return BL_UNIT_NONE;
    return (uint16_t)sense->value;
}

static void add_unit(bl_scan *scan, size_t first, size_t limit, uint16_t unit,
                     uint16_t flags)
{
    bl_find *find = add(scan, first, limit, BL_QUANTITY_UNIT);

    if (find == NULL)
        return;
    find->quantity.unit = unit;
    find->quantity.flags |= flags;
    if (scan->tokens[first].kind == BL_TOKEN_SYMBOL)
        find->quantity.flags |= BL_QUANTITY_SIGNED;
}

/* "(kg)" behind a word; not the ending of "file(s)". */
static void read_brackets(bl_scan *scan)
{
    for (size_t at = 1; at + 2 < scan->count && !scan->failed; at++) {
        size_t limit;
        uint16_t unit;

        if (!is_open_bracket(scan->tokens[at].c) ||
            scan->tokens[at].kind != BL_TOKEN_PUNCT ||
            (scan->tokens[at].gap == BL_GAP_NONE &&
             scan->tokens[at].c == '(' &&
             (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) == 0))
            continue;
        unit = read_unit(scan, at + 1, &limit);
        if (unit == BL_UNIT_NONE)
            continue;
        if (bl_scan_is(scan, limit, '.')) /* (Sek.) */
            limit++;
        if (limit < scan->count && is_close_bracket(scan->tokens[limit].c))
            add_unit(scan, at + 1, limit, unit, BL_QUANTITY_BRACKETED);
    }
}

/* The unit behind a placeholder that ends at that offset. */
static void read_behind(bl_scan *scan, const bl_side *side, uint32_t offset)
{
    const uint32_t at = bl_side_token_from(side, offset);
    size_t limit;
    const uint16_t unit = read_unit(scan, at, &limit);

    if (unit != BL_UNIT_NONE)
        add_unit(scan, at, limit, unit, 0);
}

static void read_placeholders(bl_scan *scan, const bl_side *side)
{
    for (uint32_t i = 0; i < side->mask_count && !scan->failed; i++) {
        if (side->masks[i].kind == BL_ENTITY_PLACEHOLDER)
            read_behind(scan, side, side->masks[i].span.limit);
    }
    for (uint32_t i = 0; i < side->from->code_count && !scan->failed; i++) {
        if (side->from->codes[i].kind == BL_CODE_ISOLATED)
            read_behind(scan, side,
                        side->from->codes[i].at + BL_SENTINEL_SIZE);
    }
}

/* ---- scales ------------------------------------------------------------- */

/* Whether tokens [first, limit) are within short brackets. */
static bool is_in_brackets(const bl_scan *scan, size_t first, size_t limit)
{
    size_t before = first;
    size_t behind = limit;

    while (before > 0 && first - before < BRACKET_TOKENS &&
           !is_open_bracket(scan->tokens[before - 1].c))
        before--;
    while (behind < scan->count && behind - limit < BRACKET_TOKENS &&
           !is_close_bracket(scan->tokens[behind].c))
        behind++;
    return before > 0 && is_open_bracket(scan->tokens[before - 1].c) &&
           behind < scan->count && is_close_bracket(scan->tokens[behind].c);
}

/* The greatest scale among the words of a phrase, as a power of ten; or 0. */
static int32_t power_of(const bl_scan *scan, size_t first, size_t limit)
{
    int32_t most = 0;

    for (size_t at = first; at < limit; at++) {
        size_t unused;
        const bl_sense *sense =
            bl_scan_sense(scan, at, BL_SENSE_SCALE, &unused);
        const bl_decimal scale =
            bl_decimal_of(sense != NULL ? sense->value : 1, 0);

        if (scale.coefficient == 1 && scale.exponent > most)
            most = scale.exponent;
    }
    return most;
}

/* Whether the phrase is a scale, and "of": "millions of", not "tens of
 * millions". */
static bool is_plain_scale(const bl_scan *scan, size_t first, size_t limit)
{
    size_t scales = 0;

    for (size_t at = first; at < limit; at++) {
        const bl_sense_set reach = bl_scan_reach(scan, at);

        if ((reach & BL_SENSE_BIT(BL_SENSE_SCALE)) != 0)
            scales++;
        else if ((reach & BL_SENSE_BIT(BL_SENSE_DATE_GLUE)) == 0)
            return false;
    }
    return scales == 1;
}

/* The currency of a scale that ends before tokens[at], over "of"; or
 * BL_UNIT_NONE. */
static uint16_t money_behind(const bl_scan *scan, size_t at, size_t *limit)
{
    size_t next = bl_scan_is(scan, at, '.') ? at + 1 : at; /* Mrd. USD */
    const bl_sense *sense;

    bl_scan_sense_near(scan, next, BL_SENSE_DATE_GLUE, &next);
    if (next < scan->count && bl_is_apostrophe(scan->tokens[next].c))
        next++; /* d'euros */
    sense = bl_scan_sense_near(scan, next, BL_SENSE_CURRENCY, limit);
    return sense != NULL ? (uint16_t)sense->value : BL_UNIT_NONE;
}

/* "tens of thousands of euros" are at least a thousand, and less than a
 * million; what stands above a table is exact. */
static void set_scale(const bl_scan *scan, bl_find *find, int32_t power)
{
    const bool plain = is_plain_scale(scan, find->first, find->limit);
    size_t limit = find->limit;
    size_t first;
    const bl_sense *before = bl_scan_sense_before(
        scan, find->first, BL_SENSE_CURRENCY, &first);
    bl_quantity *quantity = &find->quantity;

    quantity->unit = money_behind(scan, find->limit, &limit);
    if (quantity->unit != BL_UNIT_NONE) {
        find->limit = (uint32_t)limit;
    } else if (before != NULL) {
        quantity->unit = (uint16_t)before->value;
        find->first = (uint32_t)first;
    }
    quantity->value[0] = bl_decimal_of(1, power);
    quantity->value[1] = bl_decimal_of(1, power + (power % 3 == 0 ? 3 : 4));
    if (is_in_brackets(scan, find->first, find->limit))
        quantity->flags |= BL_QUANTITY_BRACKETED | BL_QUANTITY_EXACT;
    else if (plain && scan->tokens[scan->count - 1].limit <= SHORT_BYTES)
        quantity->flags |= BL_QUANTITY_EXACT;
}

static void read_scale(bl_scan *scan, size_t at, size_t limit)
{
    const int32_t power = power_of(scan, at, limit);
    bl_find *find =
        power >= 3 ? add(scan, at, limit, BL_QUANTITY_SCALE) : NULL;

    if (find != NULL)
        set_scale(scan, find, power);
}

/* The same of a scale that is a number by itself: "Tausend Euro". */
static void add_lone_scale(bl_scan *scan, size_t i)
{
    const bl_find found = scan->finds[i];
    const bl_decimal value = found.quantity.value[0];
    bl_find *find;

    if (found.quantity.role != BL_QUANTITY_NUMBER ||
        found.quantity.numeral.start != found.quantity.numeral.limit ||
        found.quantity.evidence > BL_EVIDENCE_WORD ||
        value.coefficient != 1 || value.exponent < 3)
        return;
    find = add(scan, found.first, found.limit, BL_QUANTITY_SCALE);
    if (find == NULL)
        return;
    set_scale(scan, find, value.exponent);
    if (found.quantity.unit != BL_UNIT_NONE)
        find->quantity.unit = found.quantity.unit;
    find->quantity.flags |= BL_QUANTITY_EXACT;
}

/* ---- rates -------------------------------------------------------------- */

/* The day is the "ngày ba" (third) of "ngày ba lần", thrice a day. */
static bool is_count(const bl_quantity *quantity)
{
    return (quantity->role == BL_QUANTITY_NUMBER ||
            quantity->role == BL_QUANTITY_DAY) &&
           quantity->unit == BL_UNIT_NONE && quantity->reading_count != 0;
}

/* The number that ends before tokens[at], or NULL. */
static const bl_find *number_before(const bl_scan *scan, size_t at)
{
    for (size_t i = scan->find_count; i > 0; i--) {
        const bl_find *find = &scan->finds[i - 1];

        if (find->limit == at && is_count(&find->quantity))
            return find;
    }
    return NULL;
}

/* Whether a phrase of how often ends there: "deux fois" as a whole. */
static bool is_told_often(const bl_scan *scan, size_t limit)
{
    for (size_t i = scan->find_count; i > 0; i--) {
        const bl_find *find = &scan->finds[i - 1];

        if (find->limit == limit && find->quantity.role == BL_QUANTITY_TIMES)
            return true;
    }
    return false;
}

/* Whether the number has a word behind it that makes more of it: 十几次. */
static bool is_about(const bl_scan *scan, const bl_find *number)
{
    const size_t last = number->limit - 1u;
    size_t limit;
    const bl_sense *more =
        last > number->first
            ? bl_scan_sense(scan, last, BL_SENSE_VAGUE, &limit)
            : NULL;

    return more != NULL && (more->flags & BL_SENSE_AFTER) != 0 &&
           limit == number->limit;
}

/* "twice", "three times"; but no "third time". */
static void read_times(bl_scan *scan, size_t at)
{
    size_t limit;
    size_t first = at;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_TIMES, &limit);
    bl_decimal value;
    bl_find *find;

    if (sense == NULL)
        return;
    value = bl_decimal_of(sense->value, 0);
    if (sense->value == 0) {
        const bl_find *number =
            bl_scan_near(scan, at) ? number_before(scan, at) : NULL;

        if (number == NULL || is_told_often(scan, limit) ||
            is_about(scan, number) ||
            bl_scan_has_near(scan, limit, BL_SENSE_ORDINAL_MARK))
            return;
        first = number->first;
        value = number->quantity.value[0];
    }
    find = add(scan, first, limit, BL_QUANTITY_TIMES);
    if (find != NULL)
        find->quantity.value[0] = value;
}

/* The 每小时 before `limit` of "每小时100公里" is in its unit. */
static bool is_in_unit(const bl_scan *scan, size_t limit)
{
    const bl_unit_info *units = scan->language->units->items;

    for (size_t i = 0; i < scan->find_count; i++) {
        const bl_find *find = &scan->finds[i];

        if (find->first == limit &&
            bl_str_has(units[find->quantity.unit].id, BL_STR("-per-")))
            return true;
    }
    return false;
}

static void read_period(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_PERIOD, &limit);
    bl_find *find = sense != NULL && !is_in_unit(scan, limit)
                        ? add(scan, at, limit, BL_QUANTITY_PERIOD)
                        : NULL;

    if (find != NULL)
        find->quantity.unit = (uint16_t)sense->value;
}

/* ---- all of them -------------------------------------------------------- */

static void read_at(bl_scan *scan, const bl_label *label)
{
    if (label->limit != 0) {
        read_scale(scan, label->first, label->limit);
        return;
    }
    read_times(scan, label->first);
    read_period(scan, label->first);
}

void bl_note_scale(bl_scan *scan, size_t at, size_t limit)
{
    bl_sense_set reach = 0;

    for (size_t i = at; i < limit; i++)
        reach |= bl_scan_reach(scan, i);
    if ((reach & BL_SENSE_BIT(BL_SENSE_SCALE)) != 0)
        bl_note_label(scan, at, limit);
}

/* Put the last find where it stands in the text, before no part of an
 * expression that began earlier. */
static void place_last(bl_scan *scan, size_t count)
{
    const bl_find last = scan->finds[count];
    size_t at = count;

    while (at > 0 && scan->finds[at - 1].quantity.span.start >
                         last.quantity.span.start)
        at--;
    while (at < count && scan->finds[at].joined)
        at++;
    memmove(&scan->finds[at + 1], &scan->finds[at],
            (count - at) * sizeof(*scan->finds));
    scan->finds[at] = last;
}

/* U+FF08 has two bytes that are in most other signs of its kind. */
static bool has_bracket(bl_str text)
{
    return memchr(text.ptr, '(', text.size) != NULL ||
           memchr(text.ptr, 0xbc, text.size) != NULL;
}

void bl_read_labels(bl_scan *scan, const bl_side *side)
{
    const size_t count = scan->find_count;

    for (size_t i = 0; scan->has_lone_scale && i < count && !scan->failed; i++)
        add_lone_scale(scan, i);
    for (size_t i = 0; i < scan->label_count && !scan->failed; i++)
        read_at(scan, &scan->labels[i]);
    if (side->text.size != 0 && side->text.size <= BL_HEADING_BYTES &&
        has_bracket(side->text))
        read_brackets(scan);
    if (side->mask_count != 0 || side->from->code_count != 0)
        read_placeholders(scan, side);
    for (size_t i = count; i < scan->find_count && !scan->failed; i++)
        place_last(scan, i);
}
