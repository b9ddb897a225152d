/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A number with what belongs to it: scale words, unit, currency, percent,
 * ordinal mark and sign.
 */
#include "recognise/numbering.h"

#include "text/utf8.h"

#include <string.h>

/* ---- readings ----------------------------------------------------------- */

void bl_number_add_reading(bl_quantity *quantity, bl_decimal value)
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

void bl_number_scale_readings(bl_quantity *quantity, bl_decimal scale)
{
    for (int i = 0; i < quantity->reading_count; i++)
        bl_decimal_multiply(quantity->value[i], scale, &quantity->value[i]);
    if (scale.coefficient == 1 && scale.exponent < 100)
        quantity->scale = (uint8_t)(quantity->scale + scale.exponent);
    quantity->flags |= BL_QUANTITY_SCALED;
}

/* ---- the whole expression ----------------------------------------------- */

/* Four digits that count nothing: "In 2010 vorst". */
static bool may_be_year(const bl_quantity *quantity)
{
    return quantity->unit == BL_UNIT_NONE && quantity->scale == 0 &&
           quantity->fraction_digits == 0 &&
           bl_decimal_small(quantity->value[0], 2999) >= 1000;
}

/* "five degrees below zero"; the token behind it, or `at`. A word that stands
 * before numbers as well ("8 Grad minus") says so of temperatures alone, and so
 * does one that often means something else, which accuses nobody. */
static size_t read_minus_behind(const bl_scan *scan, size_t at,
                                bl_quantity *quantity)
{
    const uint8_t wanted = BL_SENSE_AFTER | BL_SENSE_WEAK;
    const bl_units *units = scan->language->units;
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense_near(scan, at, BL_SENSE_MINUS, &limit);

    if (sense == NULL || (sense->flags & BL_SENSE_BEFORE) != 0 ||
        may_be_year(quantity))
        return at;
    if ((sense->flags & wanted) != BL_SENSE_AFTER &&
        (!bl_units_convertible(units, quantity->unit,
                               units->daily[BL_DAILY_CELSIUS]) ||
         bl_scan_is_kind(scan, limit, BL_TOKEN_NUMBER)))
        return at;
    if ((sense->flags & BL_SENSE_WEAK) != 0)
        quantity->flags |= BL_QUANTITY_DASHED;
    quantity->flags |= BL_QUANTITY_NEGATIVE;
    return limit;
}

/* 제5조 is article 5 rather than five trillion. */
static void put_first(bl_quantity *quantity, const bl_quantity *plain)
{
    const bl_decimal scaled = quantity->value[0];

    *quantity = *plain;
    bl_number_add_reading(quantity, scaled);
}

/* Nobody writes three zeros behind the decimal sign of an amount of money:
 * "45.000 đồng" are no 45. */
static void drop_zeros(const bl_units *units, bl_quantity *quantity)
{
    bl_decimal thousandth;

    if (quantity->native_count == 0 || quantity->reading_count != 2 ||
        !bl_unit_is_currency(units, quantity->unit) ||
        !bl_decimal_multiply(quantity->value[0], bl_decimal_of(1, -3),
                             &thousandth))
        return;
    if (bl_decimal_is_integer(quantity->value[1]) &&
        bl_decimal_equal(quantity->value[1], thousandth))
        quantity->reading_count = quantity->native_count = 1;
}

/* Signs that end a sentence or a part of it, and belong to no number. */
static bool is_of_sentence(uint32_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == ')' ||
           c == '?' || c == '!' || c == 0x3001 || c == 0x3002 ||
           c == 0xff0c;
}

/* Scale words behind digits. */
static size_t read_scales(const bl_scan *scan, size_t first, size_t at,
                          bl_find *find)
{
    const bl_quantity plain = find->quantity;
    size_t behind;

    behind = bl_number_scales(scan, at, find);
    if (behind != at && bl_scan_has_before(scan, first, BL_SENSE_ORDINAL_MARK))
        put_first(&find->quantity, &plain);
    return bl_number_letter_scale(scan, behind, find);
}

/* What may stand behind the number, `senses`, once it goes on from `from` to
 * `at`. */
static bl_sense_set senses_behind(const bl_scan *scan, size_t from, size_t at,
                                  bl_sense_set senses)
{
    return at == from ? senses : bl_scan_behind(scan, at);
}

/* "two and a half million" are 2.5 million rather than two and the half of one.
 * Of a number with a scale, of that power of ten, the scale word is that of the
 * half alone, and in its value already: ثلاثة ملايين ونصف مليون. The token
 * behind. */
static size_t read_half_scales(const bl_scan *scan, size_t at, int32_t power,
                               bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    bl_decimal scale;
    size_t behind;

    if (power >= 3 && bl_read_scale(scan, at, &scale, &behind) &&
        bl_decimal_equal(scale, bl_decimal_of(1, power)))
        return behind;
    behind = bl_number_scales(scan, at, find);
    if (behind != at && quantity->reading_count == 2) {
        const bl_decimal plain = quantity->value[0];

        quantity->value[0] = quantity->value[1];
        quantity->value[1] = plain;
    }
    return behind;
}

/* Whether a fraction in signs or digits may begin there: 14½, 1 1/2, 5-3/4,
 * 3/4, 2 and 2/3. */
static bool may_be_fraction(const bl_scan *scan, size_t at)
{
    const bl_token *next = bl_scan_token(scan, at);

    return next != NULL &&
           (next->kind != BL_TOKEN_WORD ||
            (bl_scan_reach(scan, at) & BL_SENSE_BIT(BL_SENSE_AND)) != 0);
}

/* A fraction and scale words, of what may be there; the token behind. */
static size_t read_value(const bl_scan *scan, size_t first, size_t at,
                         bl_sense_set *senses, bl_find *find)
{
    const bool digits = scan->tokens[first].kind == BL_TOKEN_NUMBER;
    size_t from = at;
    size_t behind;
    int32_t power;

    if (may_be_fraction(scan, at)) {
        at = bl_number_sign_fraction(scan, at, find);
        if (digits)
            at = bl_number_mixed(scan, at, find);
        if (digits && at == from)
            at = bl_number_stroke(scan, at, find);
    }
    if (digits && (*senses & BL_SENSE_BIT(BL_SENSE_POINT)) != 0)
        at = bl_number_point_of_digits(scan, at, find);
    *senses = senses_behind(scan, from, at, *senses);
    from = at;
    if (digits && (*senses & BL_SENSES_OF_SCALES) != 0)
        at = read_scales(scan, first, at, find);
    *senses = senses_behind(scan, from, at, *senses);
    if ((*senses & BL_SENSES_OF_FRACTIONS) == 0)
        return at;
    from = at;
    power = find->quantity.scale;
    behind = bl_number_half(scan, at, find);
    at = behind != at ? read_half_scales(scan, behind, power, find)
                      : bl_number_parts(scan, at, find);
    *senses = senses_behind(scan, from, at, *senses);
    return at;
}

/* "360 $ Millionen": the scale behind the sign of money; the token behind it,
 * or `at`. */
static size_t read_scale_behind_sign(const bl_scan *scan, size_t at,
                                     bl_quantity *quantity)
{
    bl_decimal scale;
    size_t limit;

    if (scan->tokens[at - 1].kind == BL_TOKEN_WORD || quantity->scale != 0 ||
        !bl_unit_is_currency(scan->language->units, quantity->unit) ||
        !bl_scan_near(scan, at) || !bl_read_scale(scan, at, &scale, &limit))
        return at;
    bl_number_scale_readings(quantity, scale);
    return limit;
}

/* Over the word that joins a great number to what it counts, "cinco millones de
 * euros", "5 millions d'euros": to the unit behind it, or `at`. */
static size_t skip_of(const bl_scan *scan, size_t at, uint8_t scale)
{
    enum { MILLION = 6 };
    const bl_sense_set units =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY);
    size_t next;

    if (scale < MILLION ||
        bl_scan_sense_near(scan, at, BL_SENSE_DATE_GLUE, &next) == NULL)
        return at;
    if (bl_scan_is_kind(scan, next, BL_TOKEN_PUNCT) &&
        bl_is_apostrophe(scan->tokens[next].c))
        next++;
    return bl_scan_near(scan, next) && scan->tokens[next].word != NULL &&
                   scan->tokens[next].word->letters > 2 &&
                   (bl_scan_reach(scan, next) & units) != 0
               ? next
               : at;
}

/* The unit there, or over such a word; the token behind it, or `at`. */
static size_t read_unit_of(const bl_scan *scan, size_t at, bl_find *find)
{
    const size_t next = skip_of(scan, at, find->quantity.scale);
    const size_t limit = bl_number_unit(scan, next, find);

    return limit != next ? limit : at;
}

/* What belongs to the number and stands behind it, of what may be there, and
 * the marks on both sides of it; the token behind that. */
static size_t read_behind(const bl_scan *scan, size_t first, size_t at,
                          bl_sense_set senses, bool marked, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    size_t behind;

    behind = bl_read_minutes_behind(scan, at, find);
    if (behind != at)
        return behind;
    at = read_value(scan, first, at, &senses, find);
    quantity->span = bl_scan_span(scan, first, at);
    if (marked || (senses & BL_SENSES_OF_MARKS_BEHIND) != 0)
        at = bl_number_marks(scan, first, at, find);
    /* Nothing is measured in tens of years. */
    behind = quantity->role == BL_QUANTITY_DECADE
                 ? at
                 : read_unit_of(scan, at, find);
    if (behind != at) { /* "huit heures moins le quart" */
        at = read_scale_behind_sign(scan, behind, quantity);
        behind = bl_read_minutes_behind(scan, at, find);
        if (behind != at)
            return behind;
        at = bl_number_half(scan, at, find);
        if (quantity->unit == scan->language->units->daily[BL_DAILY_METER])
            at = bl_number_part_of_meter(scan, at, find);
        else if (quantity->unit == scan->language->units->tenth)
            at = bl_number_part_of_tenth(scan, at, find);
    } else {
        at = bl_number_counted_half(scan, at, find);
    }
    return read_minus_behind(scan, at, quantity);
}

/* Whether anything that belongs to a number may stand behind it: a number, a
 * sign that is not one of the sentence, or a word of such senses. */
static bool may_go_on(const bl_scan *scan, size_t at, bl_sense_set senses)
{
    const bl_token *next = bl_scan_token(scan, at);

    return next != NULL &&
           ((senses & BL_SENSES_BEHIND_NUMBERS) != 0 ||
            next->kind == BL_TOKEN_NUMBER ||
            (next->kind != BL_TOKEN_WORD && next->gap == BL_GAP_NONE &&
             !is_of_sentence(next->c)));
}

/* Whether the number is written onto a word, which may be a particle. */
static bool is_written_onto(const bl_scan *scan, size_t first)
{
    return first > 0 && scan->tokens[first].gap == BL_GAP_NONE &&
           scan->tokens[first - 1].kind == BL_TOKEN_WORD;
}

/* At the beginning of a text a dash may be that of a list; degrees are none. */
static bool is_glued_temperature(const bl_scan *scan, size_t first,
                                 const bl_quantity *quantity)
{
    return scan->tokens[first].gap == BL_GAP_NONE &&
           bl_units_convertible(scan->language->units, quantity->unit,
                                scan->language->units->daily[BL_DAILY_CELSIUS]);
}

/* A label may stand behind as well: 105.3 FM is the name of a station. */
static bool is_frequency(const bl_scan *scan, size_t at, bl_sense_set behind,
                         const bl_quantity *quantity)
{
    return quantity->fraction_digits != 0 &&
           (behind & BL_SENSE_BIT(BL_SENSE_LABEL)) != 0 &&
           bl_scan_has_near(scan, at, BL_SENSE_LABEL);
}

/* Whether words may stand there that say what the number before them bounds. */
static bool begins_bound(const bl_scan *scan, size_t at)
{
    const bl_token *next = bl_scan_token(scan, at);

    return next != NULL && next->kind == BL_TOKEN_WORD &&
           (scan->traits[at] & BL_TRAIT_FOLLOWING) != 0 &&
           (next->word->reach & BL_SENSE_BIT(BL_SENSE_BOUND)) != 0;
}

/* Everything around the value; the token behind that. Most numbers stand by
 * themselves, and what the words beside them may say tells. */
static size_t read_rest(const bl_scan *scan, size_t first, size_t at,
                        bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const bl_sense_set before = bl_scan_before(scan, first);
    const bl_sense_set behind = bl_scan_behind(scan, at);
    const bool dash = first > 0 &&
                      scan->tokens[first - 1].kind != BL_TOKEN_WORD &&
                      bl_is_dash(scan->tokens[first - 1].c);
    const bool marked = dash || (before & BL_SENSES_OF_MARKS) != 0 ||
                        is_written_onto(scan, first);
    const bool label = ((dash || scan->language->scales_before ||
                         scan->language->scales_about ||
                         (before & BL_SENSES_BEFORE_NUMBERS) != 0) &&
                        bl_number_read_before(scan, first, before, find)) ||
                       is_frequency(scan, at, behind, quantity);

    if (marked || may_go_on(scan, at, behind) ||
        (quantity->scale != 0 && skip_of(scan, at, quantity->scale) != at) ||
        bl_number_is_inside(scan, find->first)) {
        at = read_behind(scan, first, at, behind, marked, find);
    } else {
        if ((bl_scan_reach(scan, at + 1) & BL_SENSE_BIT(BL_SENSE_AND)) != 0)
            at = bl_number_half_of_noun(scan, at, find);
        quantity->span = bl_scan_span(scan, first, at);
    }
    find->limit = (uint32_t)at;
    if ((before & BL_SENSE_BIT(BL_SENSE_BOUND)) != 0 || begins_bound(scan, at))
        bl_number_read_bound(scan, find);
    drop_zeros(scan->language->units, quantity);
    /* "version 3.5", "Bảng 3.5": the same in every language. */
    if (label)
        quantity->role = BL_QUANTITY_PART;
    if (!dash)
        return at;
    /* 气温为-5°C, "-5 °C": what is measured may be below zero. */
    if ((quantity->flags & BL_QUANTITY_DASHED) != 0 &&
        quantity->unit != BL_UNIT_NONE && scan->tokens[first - 1].c == '-' &&
        (first > 1 ? (scan->tokens[first - 2].flags & BL_TOKEN_GLYPH) != 0
                   : is_glued_temperature(scan, first, quantity))) {
        quantity->flags &= (uint16_t)~BL_QUANTITY_DASHED;
        quantity->flags |= BL_QUANTITY_NEGATIVE;
    }
    /* The sign is shown and marked with its number; the dash of "5–7 degrees
     * below zero" is none. */
    if ((quantity->flags & (BL_QUANTITY_NEGATIVE | BL_QUANTITY_DASHED)) ==
            BL_QUANTITY_NEGATIVE &&
        find->first == first)
        find->first = (uint32_t)first - 1;
    return at;
}

static size_t finish(bl_scan *scan, size_t first, size_t at, bl_find *find)
{
    at = read_rest(scan, first, at, find);
    bl_number_join(scan, find);
    return at;
}

/* "6-foot-6", "1m82": the number behind is of the smaller unit. */
static size_t read_part(bl_scan *scan, size_t at, bl_find *find)
{
    uint16_t part;
    size_t next = at;
    bl_find *small;
    int64_t value;

    if (find->quantity.unit == BL_UNIT_NONE ||
        find->quantity.evidence != BL_EVIDENCE_DIGITS)
        return at;
    if (bl_scan_is_hyphen(scan, find->first + 1u) &&
        bl_scan_is_hyphen(scan, at))
        next++;
    if (!bl_scan_glued_number(scan, next))
        return at;
    part = scan->language->units->items[find->quantity.unit].part;
    value = bl_small_number(scan, next, 99);
    if (part == 0 || value < 0 ||
        bl_scan_has_near(scan, next + 1, BL_SENSE_UNIT))
        return at;
    small = bl_scan_add(scan, next, next + 1);
    if (small == NULL)
        return at;
    /* 1m7 is 1.7 m. */
    small->quantity.value[0] =
        bl_decimal_of(value, part == scan->language->units->daily
                                         [BL_DAILY_CENTIMETER] &&
                                     bl_scan_digits(scan, next) == 1
                                 ? 1
                                 : 0);
    small->quantity.reading_count = 1;
    small->quantity.native_count = 1;
    small->quantity.unit = part;
    small->joined = true;
    return next + 1;
}

/* Whether a sign that is no letter stands right before tokens[at]: $.50. */
static bool has_sign_before(const bl_scan *scan, size_t at)
{
    return at > 0 && scan->tokens[at].gap == BL_GAP_NONE &&
           scan->tokens[at - 1].kind == BL_TOKEN_SYMBOL &&
           bl_scan_has_before(scan, at, BL_SENSE_CURRENCY);
}

/* ".341" is 0.341, and by its digits 341. */
static void read_leading_point(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_token *point = at > 0 ? &scan->tokens[at - 1] : NULL;
    bl_quantity *quantity = &find->quantity;
    size_t digits;

    if (point == NULL || point->c != '.' ||
        scan->tokens[at].gap != BL_GAP_NONE ||
        (point->gap == BL_GAP_NONE && !has_sign_before(scan, at - 1)) ||
        quantity->reading_count != 1 || quantity->native_count != 1 ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0)
        return;
    digits = bl_utf8_points(scan->text + quantity->numeral.start,
                            (size_t)quantity->numeral.limit -
                                quantity->numeral.start);
    quantity->value[1] = quantity->value[0];
    if (!bl_decimal_multiply(quantity->value[0],
                             bl_decimal_of(1, -(int32_t)digits),
                             &quantity->value[0]))
        return;
    quantity->reading_count = quantity->native_count = 2;
    quantity->fraction_digits = (uint8_t)digits;
}

/* The one unit that formulas have. */
static bool has_percent_sign(const bl_scan *scan, size_t at)
{
    return at < scan->count && scan->tokens[at].c == '%' &&
           scan->tokens[at].gap == BL_GAP_NONE;
}

/* Digits of a code, with the whole name where they end one of a program. */
static void attach(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_token *before = at > 0 ? &scan->tokens[at - 1] : NULL;
    const bl_sense *name = bl_scan_name_before(scan, at);

    find->quantity.flags |= BL_QUANTITY_ATTACHED;
    if (name != NULL) {
        /* It goes without saying, or it is another one. */
        find->quantity.flags |=
            bl_decimal_equal(find->quantity.value[0],
                             bl_decimal_of(name->value, 0))
                ? BL_QUANTITY_OPTIONAL
                : BL_QUANTITY_IDENTIFIER;
        return;
    }
    if (before == NULL || before->kind != BL_TOKEN_WORD ||
        scan->tokens[at].gap != BL_GAP_NONE ||
        before->word->letter_case != BL_CASE_MIXED ||
        (before->flags & BL_TOKEN_GLYPH) != 0)
        return;
    find->quantity.flags |= BL_QUANTITY_IDENTIFIER;
    find->quantity.span.start = before->start;
}

/* The numeral ends before token `limit`. */
static void set_limit(const bl_scan *scan, size_t limit, bl_find *find)
{
    const uint32_t end = scan->tokens[limit - 1].limit;

    find->limit = (uint32_t)limit;
    find->quantity.span.limit = find->quantity.numeral.limit = end;
}

static size_t read_digits(bl_scan *scan, size_t at)
{
    bl_find *find;
    size_t behind;
    size_t limit = bl_read_telephone(scan, at);

    if (limit == at && (bl_scan_is(scan, at + 1, '/') ||
                        bl_scan_is_times(scan, at + 1)))
        limit = bl_read_round_the_clock(scan, at);
    if (limit != at)
        return limit;
    find = bl_scan_add(scan, at, at + 1);
    if (find == NULL)
        return at + 1;
    behind = bl_read_numeral(scan, at, &find->quantity);
    if (find->quantity.reading_count == 0) {
        scan->find_count--;
        return bl_read_parts(scan, at, behind);
    }
    set_limit(scan, behind, find);
    if (find->quantity.native_count == 0)
        find->quantity.flags |= BL_QUANTITY_FOREIGN;
    read_leading_point(scan, at, find);
    if (at < scan->formula || bl_is_code(scan, at, behind)) {
        find->kind = BL_ENTITY_CODE;
        find->quantity.role = BL_QUANTITY_PART;
        if (at < scan->formula && has_percent_sign(scan, behind))
            find->quantity.unit = scan->language->units->percent;
        if (at >= scan->formula)
            attach(scan, at, find);
        return behind;
    }
    limit = finish(scan, at, behind, find);
    if (at == 0 && behind == 1 && scan->count > 2 &&
        scan->tokens[1].kind == BL_TOKEN_PUNCT &&
        (scan->tokens[1].c == '.' || scan->tokens[1].c == ')') &&
        scan->tokens[2].gap != BL_GAP_NONE)
        find->quantity.flags |= BL_QUANTITY_LIST;
    return read_part(scan, limit, find);
}

/* Digits that add up: ፲፱፻፵፰. */
static size_t read_additive(bl_scan *scan, size_t at, size_t limit,
                            int64_t value)
{
    bl_find *find = bl_scan_add(scan, at, limit);

    if (find == NULL)
        return limit;
    find->quantity.reading_count = find->quantity.native_count = 1;
    find->quantity.value[0] = bl_decimal_of(value, 0);
    return finish(scan, at, limit, find);
}

/* One numeric character by itself: ½, Ⅳ, ②. Written from the right, the half
 * of 14½ may stand before it. */
static size_t read_sign(bl_scan *scan, size_t at)
{
    int numerator;
    int denominator;
    int64_t value;
    const size_t behind = bl_read_additive(scan, at, &value);
    bl_find *find;

    if (behind != at)
        return read_additive(scan, at, behind, value);
    if (bl_scan_glued_number(scan, at + 1)) {
        const size_t limit = read_digits(scan, at + 1);
        bl_find *whole =
            scan->failed ? NULL : &scan->finds[scan->find_count - 1];

        if (whole != NULL && whole->quantity.reading_count != 0)
            bl_number_sign_fraction(scan, at, whole);
        return limit;
    }

    if (!bl_numeric_value(scan->tokens[at].c, &numerator, &denominator))
        return at + 1;
    find = bl_scan_add(scan, at, at + 1);
    if (find == NULL)
        return at + 1;
    if (!bl_number_set_sign(scan, at, &find->quantity)) {
        find->quantity.reading_count = 1;
        find->quantity.native_count = 1;
        find->quantity.flags |= BL_QUANTITY_LIST;
        find->quantity.value[0] = bl_decimal_of(numerator, 0);
    }
    return finish(scan, at, at + 1, find);
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

/* Whether a mark that numbers have stands before tokens[at] or behind it,
 * where need be over a point: "Chapter IV", "IV. fejezet". */
static bool has_mark(const bl_scan *scan, size_t at, bl_sense_kind kind)
{
    const size_t next = bl_scan_is(scan, at + 1, '.') ? at + 2 : at + 1;

    return bl_scan_has_before(scan, at, kind) ||
           bl_scan_has_near(scan, next, kind);
}

/* "Louis XIV", "XIV. Lajos": I, V and X beside a word with a capital. */
static bool is_of_name(const bl_scan *scan, size_t at)
{
    const bl_token *before = at > 0 ? &scan->tokens[at - 1] : NULL;
    const size_t next = bl_scan_is(scan, at + 1, '.') ? at + 2 : at;
    const unsigned name = BL_TRAIT_CAPITAL;

    if (scan->tokens[at].word->value > 39)
        return false;
    return (before != NULL && before->kind == BL_TOKEN_WORD &&
            (before->traits & name) != 0 && bl_scan_near(scan, at)) ||
           (next != at && bl_scan_near(scan, next) &&
            scan->tokens[next].kind == BL_TOKEN_WORD &&
            (scan->tokens[next].traits & name) != 0);
}

static size_t read_roman(bl_scan *scan, size_t at)
{
    const bl_word *word = scan->tokens[at].word;
    const bool label = has_mark(scan, at, BL_SENSE_LABEL);
    bl_find *find;

    /* A single letter is a Roman number beside its mark only. */
    if (word->letters < 2 && !(label && word->value <= 10) &&
        !has_mark(scan, at, BL_SENSE_CENTURY_MARK) &&
        !has_mark(scan, at, BL_SENSE_QUARTER_MARK) &&
        !has_mark(scan, at, BL_SENSE_HALF_MARK))
        return at;
    find = bl_scan_add(scan, at, at + 1);
    if (find == NULL)
        return at + 1;
    find->quantity.evidence = BL_EVIDENCE_WEAK;
    find->quantity.value[0] = bl_decimal_of(word->value, 0);
    find->quantity.reading_count = 1;
    if (word->letters > 1 && label) {
        find->quantity.evidence = BL_EVIDENCE_WORD;
    } else if (word->letters > 1 && is_of_name(scan, at)) {
        find->quantity.evidence = BL_EVIDENCE_WORD;
        find->quantity.role = BL_QUANTITY_ORDINAL;
    }
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

/* Whether what begins like a number is a fraction: 一半, "üçte bir". */
static bool is_fraction(const bl_scan *scan, size_t at, size_t number)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_FRACTION, &limit);

    return sense != NULL &&
           (limit > number ||
            (limit == number && (sense->flags & BL_SENSE_BEFORE) != 0));
}

/* The digits behind the scales at tokens[at], which will take them: their
 * token, or `at`. */
static size_t scales_of_digits(const bl_scan *scan, size_t at)
{
    size_t limit = at;
    size_t next = at;

    while (bl_scan_sense(scan, next, BL_SENSE_SCALE, &limit) != NULL &&
           bl_scan_near(scan, limit)) {
        next = limit;
        if (scan->tokens[next].kind == BL_TOKEN_SYMBOL &&
            bl_scan_glued_number(scan, next + 1)) /* miliyan £3 */
            next++;
        if (scan->tokens[next].kind == BL_TOKEN_NUMBER)
            return limit;
    }
    return at;
}

size_t bl_read_number(bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];
    bl_spelled spelled;
    bl_find *find;
    size_t limit;

    if (token->kind == BL_TOKEN_NUMBER)
        return (token->flags & BL_TOKEN_SIGN) != 0 ? read_sign(scan, at)
                                                   : read_digits(scan, at);
    if (token->word == NULL || bl_number_is_particle(scan, at))
        return at;
    if ((token->word->flags & BL_WORD_ROMAN) != 0) {
        limit = read_roman(scan, at);
        if (limit != at || token->word->letters > 1)
            return limit;
    }
    limit = read_century_name(scan, at);
    if (limit != at)
        return limit;
    if (scan->language->scales_before) {
        limit = scales_of_digits(scan, at);
        if (limit != at)
            return limit;
    }
    if (!read_spelled(scan, at, &spelled))
        return bl_read_fraction(scan, at);
    limit = bl_read_hour(scan, at, &spelled);
    if (limit != at)
        return limit;
    /* "sıfırın altında beş" is minus five, with no zero. */
    limit = bl_scan_limit(scan, at, BL_SENSE_MINUS);
    if (limit > spelled.limit)
        return limit;
    if (is_fraction(scan, at, spelled.limit)) {
        limit = bl_read_fraction(scan, at);
        if (limit != at)
            return limit;
    }
    find = bl_scan_add(scan, at, spelled.limit);
    if (find == NULL)
        return spelled.limit;
    find->quantity.value[0] = spelled.value;
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    if (spelled.has_other)
        bl_number_add_reading(&find->quantity, spelled.other);
    find->quantity.evidence = bl_number_is_within_word(scan, at)
                                  ? BL_EVIDENCE_WEAK
                                  : spelled.evidence;
    find->quantity.scale = bl_number_scale_of_words(at, &spelled);
    find->quantity.unit = bl_number_unit_within(scan, at, &spelled);
    if (spelled.ordinal)
        find->quantity.role = BL_QUANTITY_ORDINAL;
    if (spelled.ordinal || spelled.evidence == BL_EVIDENCE_WEAK)
        bl_number_note_fraction(scan, at, find);
    scan->has_lone_scale = scan->has_lone_scale || find->quantity.scale >= 3;
    limit = bl_number_scales_of_words(scan, spelled.limit, find);
    if (limit == spelled.limit)
        limit = bl_number_point(scan, limit, find);
    limit = finish(scan, at, limit, find);
    if (bl_number_is_measured(scan, at, &spelled,
                              &scan->finds[scan->find_count - 1]))
        scan->finds[scan->find_count - 1].quantity.evidence =
            BL_EVIDENCE_WORD;
    /* "a week", which may be of a rate */
    if (spelled.evidence == BL_EVIDENCE_WEAK &&
        scan->finds[scan->find_count - 1].quantity.unit != BL_UNIT_NONE)
        scan->labelled = true;
    return limit;
}
