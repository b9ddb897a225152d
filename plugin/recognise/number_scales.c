/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Scale words behind digits, and more digits with theirs: 45億8000万,
 * 12 lakh 60 thousand, 37 ألفا و877. A scale goes for all that stands before it
 * and is counted in smaller ones: 1 হাজার 200 কোটি is 1,200 crore, and 1조
 * 2천500억 a trillion and 2,500 hundred millions.
 */
#include "recognise/numbering.h"

/* Parts of a number, at most. */
enum { GROUPS = 6 };

/* The parts of a number so far, each smaller than the scale of the one before
 * it. */
typedef struct grouping {
    bl_decimal value[GROUPS];
    bl_decimal scale[GROUPS];
    int count;
} grouping;

/* Whether a number has all the places that a scale leaves: "123만 4567". */
static bool fills_scale(bl_decimal part, bl_decimal scale)
{
    return bl_decimal_compare(part, scale) < 0 &&
           bl_decimal_multiply(part, bl_decimal_of(10, 0), &part) &&
           bl_decimal_compare(part, scale) >= 0;
}

/* The same of the number at tokens[at] as it is written, zeros before it too:
 * "55 mil 053"; or of any that is less, where the language has those. */
static bool fills_scale_at(const bl_scan *scan, size_t at, bl_decimal part,
                           bl_decimal scale)
{
    const bl_token *token = &scan->tokens[at];
    const int digits = (int)(token->limit - token->start);

    return fills_scale(part, scale) ||
           ((token->flags & BL_TOKEN_ASCII) != 0 &&
            bl_decimal_compare(part, scale) < 0 &&
            bl_decimal_is_integer(part) &&
            (scan->language->scales_short ||
             bl_decimal_equal(bl_decimal_of(1, digits), scale)));
}

/* A part, times its scale, with all before it that is counted in smaller ones;
 * false where it is another number. No part at all: a scale by itself, which
 * may be the same as before: 3 ล้าน 5 แสนล้าน. */
static bool add_part(grouping *groups, bl_decimal part, bl_decimal scale)
{
    const bool alone = part.coefficient == 0;
    grouping all = *groups;

    while (all.count != 0) {
        const bl_decimal before = all.scale[all.count - 1];
        const int order = bl_decimal_compare(before, scale);

        if (order > 0)
            break;
        if ((order == 0 && !alone) || bl_decimal_compare(part, before) >= 0 ||
            !bl_decimal_add(part, all.value[all.count - 1], &part))
            return false;
        all.count--;
    }
    if (all.count == GROUPS || !bl_decimal_multiply(part, scale, &part) ||
        (all.count != 0 &&
         bl_decimal_compare(part, all.scale[all.count - 1]) >= 0))
        return false;
    all.value[all.count] = part;
    all.scale[all.count++] = scale;
    *groups = all;
    return true;
}

static bool sum_up(const grouping *groups, bl_decimal *sum)
{
    *sum = bl_decimal_of(0, 0);
    for (int i = 0; i < groups->count; i++) {
        if (!bl_decimal_add(*sum, groups->value[i], sum))
            return false;
    }
    return true;
}

/* The scale that is the whole of tokens [at, limit), or 0. */
static int64_t scale_of(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_SCALE);
    size_t end;
    const bl_phrase_node node = bl_language_match(
        scan->language, scan->tokens, limit, at, wanted, &end);
    const bl_sense *sense =
        node != 0 && end == limit
            ? bl_language_sense(scan->language, node, BL_SENSE_SCALE)
            : NULL;

    return sense != NULL ? sense->value : 0;
}

/* A number and the scale words of tokens [at, limit) behind it, the first of
 * which ends before `next`: its thousands are added before they are
 * millions. */
static bool add_apart(const bl_scan *scan, size_t at, size_t next, size_t limit,
                      bl_decimal part, grouping *groups)
{
    const int64_t first = scale_of(scan, at, next);
    const int64_t rest = scale_of(scan, next, limit);
    grouping all = *groups;

    if (first == 0 || rest == 0 ||
        !add_part(&all, part, bl_decimal_of(first, 0)) ||
        !add_part(&all, bl_decimal_of(0, 0), bl_decimal_of(rest, 0)))
        return false;
    *groups = all;
    return true;
}

/* A number and the scale words behind it; the token behind them in *limit. Two
 * are one product, or two steps: 4 หมื่น 5 พันล้าน are 45 thousand millions. */
static bool add_scaled(const bl_scan *scan, size_t at, bl_decimal part,
                       grouping *groups, size_t *limit)
{
    bl_decimal scale;

    if (!bl_read_scale(scan, at, &scale, limit))
        return false;
    for (size_t next = at + 1; next < *limit; next++) {
        if (add_apart(scan, at, next, *limit, part, groups))
            return true;
    }
    return add_part(groups, part, scale);
}

/* The digits behind "and" at tokens[at], where the language joins scales and
 * digits by it: 37 ألفا و877, מיליון ו-250 אלף. Their token, or `at`. */
static size_t skip_and(const bl_scan *scan, size_t at)
{
    size_t next;

    if (!scan->language->scales_and ||
        bl_scan_sense_near(scan, at, BL_SENSE_AND, &next) == NULL)
        return at;
    if (bl_scan_is_hyphen(scan, next))
        next++;
    return bl_scan_is_kind(scan, next, BL_TOKEN_NUMBER) &&
                   bl_scan_near(scan, next)
               ? next
               : at;
}

/* Letters of a scale word in short, behind which a point ends no sentence. */
enum { SHORT_LETTERS = 3 };

/* Behind the point of a scale in short, the digits or the unit that go on:
 * 12 тыс. 350, 350 тыс. евро. Their token, or `at`. */
static size_t skip_point(const bl_scan *scan, size_t at, bool digits)
{
    const bl_sense_set units =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY);
    const bl_token *scale = &scan->tokens[at - 1];

    return bl_scan_is(scan, at, '.') && scale->kind == BL_TOKEN_WORD &&
                   scale->word->letters <= SHORT_LETTERS &&
                   bl_scan_near(scan, at + 1) &&
                   (digits ? bl_scan_is_kind(scan, at + 1, BL_TOKEN_NUMBER)
                           : (bl_scan_reach(scan, at + 1) & units) != 0)
               ? at + 1
               : at;
}

/* Words before two amounts that belong together: between, entre, بين. */
enum { RANGE_TOKENS = 4 };

/* Whether the number that begins at token `first` is the first of a range, the
 * end of which stands behind "and". */
static bool begins_range(const bl_scan *scan, size_t first)
{
    for (size_t back = 1; back <= RANGE_TOKENS && back <= first; back++) {
        size_t limit;
        const bl_sense *from =
            bl_scan_sense(scan, first - back, BL_SENSE_RANGE_FROM, &limit);

        if (from != NULL && (from->flags & BL_SENSE_BEFORE) != 0)
            return true;
    }
    return false;
}

/* A number behind "and" is one more part where it is counted in a smaller scale
 * than all before it; one without a scale where it fills what they leave. A
 * greater scale goes for both: ۱۵ هزار و ۵۰۰ میلیارد are 15,500 billions. */
static bool may_be_part(const grouping *groups, bl_decimal part,
                        bl_decimal scale)
{
    const bl_decimal one = bl_decimal_of(1, 0);
    const bl_decimal before = groups->scale[groups->count - 1];
    const int order = bl_decimal_compare(scale, before);

    return bl_decimal_is_integer(part) &&
           (order < 0 ? !bl_decimal_equal(scale, one) ||
                            fills_scale(part, before)
                      : order > 0 && fills_scale(part, before));
}

/* Whether the number at tokens[at] is a digit that counts the scale below the
 * one it stands behind, "3 triệu 2": no word behind it, which it would count. */
static bool is_dropped(const bl_scan *scan, size_t at, size_t behind,
                       bl_decimal scale)
{
    enum { THOUSAND = 1000 };
    const bl_token *next = bl_scan_token(scan, behind);

    return scan->language->drops_scales && bl_small_number(scan, at, 9) > 0 &&
           bl_decimal_compare(scale, bl_decimal_of(THOUSAND, 0)) >= 0 &&
           (next == NULL || !bl_scan_near(scan, behind) ||
            (next->kind != BL_TOKEN_WORD && next->kind != BL_TOKEN_NUMBER));
}

/* The number at tokens[at] as one more part; the token behind it, or `at`. */
static size_t read_part(const bl_scan *scan, size_t at, bool joined,
                        grouping *groups)
{
    const bool glyphs = (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) != 0;
    const bl_decimal one = bl_decimal_of(1, 0);
    const bl_decimal before = groups->scale[groups->count - 1];
    bl_quantity more = { .reading_count = 0 };
    const size_t digits = bl_read_numeral(scan, at, &more);
    size_t limit = digits;
    bl_decimal scale;

    if (more.reading_count == 0)
        return at;
    if (bl_read_scale(scan, digits, &scale, &limit))
        return (!joined || may_be_part(groups, more.value[0], scale)) &&
                       add_scaled(scan, digits, more.value[0], groups, &limit)
                   ? limit
                   : at;
    if (!joined && is_dropped(scan, at, digits, before) &&
        bl_decimal_multiply(before, bl_decimal_of(1, -1), &scale))
        return add_part(groups, more.value[0], scale) ? digits : at;
    /* "3만 5명" */
    if (joined ? !may_be_part(groups, more.value[0], one)
               : (scan->tokens[at].gap != BL_GAP_NONE || !glyphs) &&
                     !fills_scale_at(scan, at, more.value[0], before))
        return at;
    return add_part(groups, more.value[0], one) ? digits : at;
}

/* Numbers that go on behind a scale; the token behind them, or `at`. */
static size_t read_more(const bl_scan *scan, size_t first, size_t at,
                        grouping *groups)
{
    for (;;) {
        const size_t behind = skip_point(scan, at, true);
        const size_t next = behind != at ? behind : skip_and(scan, at);
        size_t limit;

        if (!bl_scan_is_kind(scan, next, BL_TOKEN_NUMBER) ||
            scan->tokens[next].gap == BL_GAP_WIDE ||
            (next != at && begins_range(scan, first)))
            return at;
        limit = read_part(scan, next, next != at, groups);
        if (limit == next)
            return at;
        at = limit;
    }
}

/* Takes over what was read behind the first scale. */
static bool set_value(const grouping *groups, bl_quantity *quantity)
{
    bl_decimal sum;

    if (!sum_up(groups, &sum))
        return false;
    quantity->value[0] = sum;
    quantity->reading_count = quantity->native_count = 1;
    return true;
}

size_t bl_number_scales(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const bl_decimal plain = quantity->value[0];
    grouping groups = { .count = 1 };
    const bl_sense *unit;
    bl_decimal scale;
    size_t limit;
    size_t end;

    if (!bl_read_scale(scan, at, &scale, &limit))
        return at;
    unit = bl_scan_sense(scan, at, BL_SENSE_UNIT, &end);
    bl_number_scale_readings(quantity, scale);
    /* "mi" is million in Portuguese, and mile. */
    if (unit != NULL && end == limit) {
        quantity->other_unit = (uint16_t)unit->value;
        bl_number_add_reading(quantity, plain);
    } else if (bl_scan_begins_hangul(scan, at, limit)) {
        bl_number_add_reading(quantity, plain);
    }
    groups.value[0] = quantity->value[0];
    groups.scale[0] = scale;
    end = read_more(scan, find->first, limit, &groups);
    if (end != limit && set_value(&groups, quantity))
        limit = end;
    return skip_point(scan, limit, false);
}

size_t bl_number_scales_of_words(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    grouping groups = { .count = 1 };
    bl_decimal two;
    size_t limit;

    if (quantity->scale < 3 || skip_and(scan, at) == at)
        return at;
    groups.value[0] = quantity->value[0];
    groups.scale[0] = bl_decimal_of(1, quantity->scale);
    limit = read_more(scan, find->first, at, &groups);
    if (limit == at || !set_value(&groups, quantity))
        return at;
    quantity->evidence = BL_EVIDENCE_DIGITS;
    /* مليارا و400 مليون: two are written as one is in the accusative. */
    if (bl_decimal_multiply(groups.scale[0], bl_decimal_of(2, 0), &two) &&
        bl_decimal_equal(groups.value[0], two)) {
        groups.value[0] = groups.scale[0];
        if (sum_up(&groups, &two))
            bl_number_add_reading(quantity, two);
    }
    return limit;
}
