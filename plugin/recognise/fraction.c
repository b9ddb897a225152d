/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Parts of one: ½, "a third", "two thirds", 三分之二, "two and a half",
 * "half a million", "three point five". A fraction is one value, 2 / 3, and
 * exact: equal fractions have equal decimals.
 *
 * A word that says nothing but a fraction ("Drittel") is as good as any number
 * word. One with other uses ("quarter", "cuarto") explains, unless there are
 * several of them ("three quarters").
 */
#include "recognise/numbering.h"

#include "text/utf8.h"

enum {
    COUNT_MAX = 20, /* of parts */
    PLACES_MAX = 6,
    PLACES_LIMIT = 1000000, /* more than these can say */
    PARTS_MAX = 1000,
    STROKE_PARTS = 16, /* that measures are divided into */
    GLUE_TOKENS = 2 /* "of a" million */
};

/* The stroke of 1/2, or the one that Unicode has for 1⁄2. */
static bool is_stroke(const bl_scan *scan, size_t at)
{
    enum { FRACTION_SLASH = 0x2044 };

    return bl_scan_is(scan, at, '/') ||
           (at < scan->count && scan->tokens[at].c == FRACTION_SLASH &&
            scan->tokens[at].gap == BL_GAP_NONE);
}

static void set_ratio(bl_quantity *quantity, int64_t count, int64_t parts)
{
    if (!bl_decimal_ratio(count, parts, &quantity->value[0]))
        return;
    quantity->reading_count = quantity->native_count = 1;
    quantity->role = BL_QUANTITY_FRACTION;
    /* No other number can be put into its digits. */
    quantity->numeral.limit = quantity->numeral.start;
    if (100 * count % parts == 0)
        bl_number_add_reading(quantity, bl_decimal_of(100 * count / parts, 0));
}

static void set_fraction(bl_quantity *quantity, int64_t count, int64_t parts,
                         bool weak)
{
    set_ratio(quantity, count, parts);
    quantity->evidence =
        weak && count == 1 ? BL_EVIDENCE_WEAK : BL_EVIDENCE_WORD;
    /* Three quarters may be three of something. */
    if (weak)
        bl_number_add_reading(quantity,
                              bl_decimal_of(count == 1 ? parts : count, 0));
}

/* "half a kilo", "three quarters of an hour": a measure like any other. */
static void note_unit(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    size_t unused;
    const bl_sense *unit = bl_scan_sense_near(scan, at, BL_SENSE_UNIT, &unused);

    if (unit != NULL && (unit->flags & BL_SENSE_WEAK) == 0)
        quantity->unit = (uint16_t)unit->value;
}

/* "half a million", "a quarter of a million" */
static size_t read_scale(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    size_t next = at;
    bl_decimal scale;

    for (int i = 0; i < GLUE_TOKENS && bl_scan_near(scan, next); i++) {
        if (bl_scan_sense(scan, next, BL_SENSE_ARTICLE, &next) == NULL)
            bl_scan_sense(scan, next, BL_SENSE_DATE_GLUE, &next);
    }
    if (!bl_scan_near(scan, next) ||
        !bl_read_scale(scan, next, &scale, &next)) {
        note_unit(scan, next, quantity);
        return at;
    }
    quantity->reading_count = quantity->native_count = 1;
    quantity->role = BL_QUANTITY_NUMBER;
    quantity->evidence = BL_EVIDENCE_WORD;
    bl_number_scale_readings(quantity, scale);
    return next;
}

/* A whole number in digits or words; the token behind it, or `at`. */
static size_t read_whole(const bl_scan *scan, size_t at, int64_t limit,
                         int64_t *value)
{
    bl_spelled spelled;

    if (!bl_scan_near(scan, at))
        return at;
    *value = bl_small_number(scan, at, limit);
    if (*value > 0)
        return at + 1;
    if (scan->tokens[at].word == NULL || !bl_read_spelled(scan, at, &spelled) ||
        spelled.ordinal)
        return at;
    *value = bl_decimal_small(spelled.value, limit);
    return *value > 0 ? spelled.limit : at;
}

/* The fraction at tokens[at], unless a longer phrase begins there that says
 * something else: "half an hour", "half past". */
static const bl_sense *fraction_at(const bl_scan *scan, size_t at,
                                   size_t *limit)
{
    const bl_sense_set others = BL_SENSE_BIT(BL_SENSE_CARDINAL) |
                                BL_SENSE_BIT(BL_SENSE_CLOCK) |
                                BL_SENSE_BIT(BL_SENSE_QUARTER);
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_FRACTION, limit);

    return sense != NULL && !bl_scan_goes_on(scan, at, *limit, others) &&
                   (!bl_scan_goes_on(scan, at, *limit,
                                     BL_SENSES_OF_MINUTES) ||
                    bl_are_no_minutes(scan, at))
               ? sense
               : NULL;
}

/* 三分之二, 3분의 2: parts before their count; "hai phần ba": behind it. */
static size_t read_marked(const bl_scan *scan, size_t at, int64_t value,
                          bl_quantity *quantity)
{
    size_t limit;
    const bl_sense *mark =
        bl_scan_sense(scan, at, BL_SENSE_FRACTION_MARK, &limit);
    int64_t other;
    size_t behind;

    if (mark == NULL)
        return at;
    behind = read_whole(scan, limit, PARTS_MAX, &other);
    if (behind == limit)
        return at;
    if ((mark->flags & BL_SENSE_AFTER) != 0 && other != value && other < 100)
        set_fraction(quantity, other, value, false);
    else if ((mark->flags & BL_SENSE_AFTER) == 0 && value < other)
        set_fraction(quantity, value, other, false);
    else
        return at;
    return behind;
}

size_t bl_number_parts(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_sense_set wanted =
        BL_SENSE_BIT(BL_SENSE_FRACTION) | BL_SENSE_BIT(BL_SENSE_FRACTION_MARK);
    bl_quantity *quantity = &find->quantity;
    const size_t next = bl_scan_is_hyphen(scan, at) ? at + 1 : at;
    const bl_token *token = bl_scan_token(scan, next);
    int64_t count;
    size_t limit;
    const bl_sense *sense;

    if (token == NULL || token->word == NULL ||
        (token->word->reach & wanted) == 0 || !bl_scan_near(scan, next))
        return at;
    count = bl_decimal_small(quantity->value[0], PARTS_MAX);
    if (count < 1 || quantity->fraction_digits != 0 ||
        quantity->role != BL_QUANTITY_NUMBER ||
        bl_scan_sense(scan, next, BL_SENSE_PERCENT, &limit) != NULL)
        return at;
    sense = fraction_at(scan, next, &limit);
    /* The ten of 十分之一 counts as a scale. */
    if (sense == NULL)
        return read_marked(scan, at, count, quantity);
    /* "two half days" are no fraction of a day. */
    if (quantity->scale != 0 ||
        (sense->flags & (BL_SENSE_BEFORE | BL_SENSE_AFTER)) != 0 ||
        bl_sense_count(sense) != 1 || count > COUNT_MAX ||
        (bl_sense_parts(sense) == 2 && count != 1) ||
        (token->word->flags & BL_WORD_PREFIXED) != 0)
        return at;
    set_fraction(quantity, count, bl_sense_parts(sense),
                 (sense->flags & BL_SENSE_WEAK) != 0);
    return read_scale(scan, limit, quantity);
}

size_t bl_read_fraction(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense = fraction_at(scan, at, &limit);
    int64_t count = sense != NULL ? bl_sense_count(sense) : 0;
    bl_find *find;

    if (sense == NULL)
        return at;
    /* üçte iki: two of three */
    if ((sense->flags & BL_SENSE_BEFORE) != 0) {
        const size_t behind = read_whole(scan, limit, COUNT_MAX, &count);

        if (behind == limit || count >= bl_sense_parts(sense))
            return at;
        limit = behind;
    }
    find = bl_scan_add(scan, at, limit);
    if (find == NULL)
        return limit;
    set_fraction(&find->quantity, count, bl_sense_parts(sense),
                 (sense->flags & (BL_SENSE_WEAK | BL_SENSE_AFTER)) != 0 ||
                     (scan->tokens[at].word->flags & BL_WORD_PREFIXED) != 0);
    limit = read_scale(scan, limit, &find->quantity);
    find->quantity.span = bl_scan_span(scan, at, limit);
    find->limit = (uint32_t)limit;
    return limit;
}

/* "third", "meia": the word is a fraction as well. */
void bl_number_note_fraction(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_word *word = scan->tokens[at].word;
    const bl_sense *sense =
        find->limit == at + 1 &&
                (word->set & BL_SENSE_BIT(BL_SENSE_FRACTION)) != 0
            ? bl_language_sense(scan->language, word->root, BL_SENSE_FRACTION)
            : NULL;
    bl_decimal ratio;

    if (sense != NULL &&
        bl_decimal_ratio(bl_sense_count(sense), bl_sense_parts(sense), &ratio))
        bl_number_add_reading(&find->quantity, ratio);
}

/* The article of "at one point a man", which is no 1.1: nothing that a number
 * has stands behind it. */
static bool is_article(const bl_scan *scan, size_t at)
{
    const bl_sense_set measures =
        BL_SENSES_OF_NUMBERS | BL_SENSE_BIT(BL_SENSE_AND) |
        BL_SENSE_BIT(BL_SENSE_PERCENT) | BL_SENSE_BIT(BL_SENSE_UNIT) |
        BL_SENSE_BIT(BL_SENSE_CURRENCY);

    return bl_scan_has(scan, at, BL_SENSE_ARTICLE) &&
           bl_scan_near(scan, at + 1) &&
           scan->tokens[at + 1].kind == BL_TOKEN_WORD &&
           (scan->tokens[at + 1].word->reach & measures) == 0;
}

/* Digits one by one, or a number, as the places behind a decimal sign: "one
 * four", "vierzehn"; the token behind them, or `at`. */
static size_t read_places(const bl_scan *scan, size_t at, int64_t *digits,
                          int32_t *places)
{
    size_t limit = at;

    *digits = 0;
    for (*places = 0; *places < PLACES_MAX && bl_scan_near(scan, limit);
         ++*places) {
        bl_spelled next;
        int64_t value;

        if (scan->tokens[limit].word == NULL ||
            !bl_read_spelled(scan, limit, &next) || next.ordinal ||
            is_article(scan, limit))
            break;
        value = bl_decimal_small(next.value, 999);
        if (value < 0 || (value > 9 && *places != 0))
            break;
        limit = next.limit;
        *digits = *digits * 10 + value;
        if (value > 9) {
            *places = value > 99 ? 3 : 2;
            break;
        }
    }
    return limit;
}

/* The last places of "fifteen point two billion", 十五点二亿: a number whose
 * scale goes for all of it; the token behind both, or `at`. */
static size_t read_places_of_scale(const bl_scan *scan, size_t at,
                                   int64_t *digits, int32_t *places,
                                   bl_decimal *scale)
{
    enum { THOUSAND = 3 };
    bl_spelled last;
    int64_t value;

    if (!bl_scan_near(scan, at) || scan->tokens[at].word == NULL ||
        !bl_read_spelled(scan, at, &last) || last.ordinal ||
        last.value.exponent < THOUSAND)
        return at;
    value = last.value.coefficient;
    if (value < 1 || value > 99 || *places + 1 + (value > 9) > PLACES_MAX)
        return at;
    *digits = *digits * (value > 9 ? 100 : 10) + value;
    *places += 1 + (value > 9);
    *scale = bl_decimal_of(1, last.value.exponent);
    return last.limit;
}

/* The tenths of "пять десятых", which say how many places there are. */
static size_t read_tenths(const bl_scan *scan, size_t at, int32_t *places)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense_near(scan, at, BL_SENSE_FRACTION, &limit);
    int64_t parts = sense != NULL ? bl_sense_parts(sense) : 0;
    int32_t found = 0;

    for (; parts > 1 && parts % 10 == 0; parts /= 10)
        found++;
    if (parts != 1)
        return at;
    *places = found;
    return limit;
}

/* Where the places begin that the word at tokens[at] says to be those behind
 * the sign of an integer, or `at`. */
static size_t begins_places(const bl_scan *scan, size_t at,
                            const bl_quantity *quantity)
{
    size_t limit;

    return bl_scan_sense_near(scan, at, BL_SENSE_POINT, &limit) != NULL &&
                   quantity->fraction_digits == 0 &&
                   bl_decimal_is_integer(quantity->value[0])
               ? limit
               : at;
}

static bool add_places(bl_quantity *quantity, int64_t digits, int32_t places)
{
    bl_decimal value;

    if (!bl_decimal_add(quantity->value[0], bl_decimal_of(digits, -places),
                        &value))
        return false;
    quantity->value[0] = value;
    quantity->reading_count = quantity->native_count = 1;
    return true;
}

size_t bl_number_point(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const size_t next = begins_places(scan, at, quantity);
    bl_decimal scale = bl_decimal_of(1, 0);
    int64_t digits;
    int32_t places;
    size_t behind;
    size_t limit;

    if (next == at || quantity->role != BL_QUANTITY_NUMBER)
        return at;
    limit = read_places(scan, next, &digits, &places);
    limit = read_places_of_scale(scan, limit, &digits, &places, &scale);
    if (limit == next)
        return at;
    behind = read_tenths(scan, limit, &places);
    /* "целых две десятых миллиарда" */
    if (behind != limit && !bl_read_scale(scan, behind, &scale, &limit))
        limit = behind;
    if (!add_places(quantity, digits, places))
        return at;
    if (!bl_decimal_equal(scale, bl_decimal_of(1, 0)))
        bl_number_scale_readings(quantity, scale);
    quantity->evidence = BL_EVIDENCE_WORD;
    return limit;
}

size_t bl_number_point_of_digits(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const size_t next = begins_places(scan, at, quantity);
    int64_t digits;
    int32_t places;
    size_t limit;

    /* "4점 5명" are four points, and five people. */
    if (next == at || !bl_scan_near(scan, next) ||
        scan->tokens[at].gap == BL_GAP_NONE ||
        scan->tokens[next].gap == BL_GAP_NONE ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0)
        return at;
    digits = bl_small_number(scan, next, PLACES_LIMIT - 1);
    places = digits < 0 ? 0 : (int32_t)bl_scan_digits(scan, next);
    limit = read_tenths(scan, next + 1, &places);
    if (digits < 0 || places > PLACES_MAX ||
        !add_places(quantity, digits, places))
        return at;
    quantity->fraction_digits = (uint8_t)places;
    /* No other number can be put into its digits. */
    quantity->numeral.limit = quantity->numeral.start;
    return limit;
}

/* The fraction that a sign is: ½, ⅔. */
static bool sign_value(const bl_token *sign, int *count, int *parts)
{
    return sign != NULL && (sign->flags & BL_TOKEN_SIGN) != 0 &&
           bl_numeric_value(sign->c, count, parts) && *parts != 1;
}

bool bl_number_set_sign(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    int count;
    int parts;

    if (!sign_value(bl_scan_token(scan, at), &count, &parts))
        return false;
    set_fraction(quantity, count, parts, false);
    return true;
}

/* An integer and a fraction. */
static void add_fraction(bl_quantity *quantity, int64_t count, int64_t parts)
{
    const bl_decimal whole = quantity->value[0];
    bl_decimal more;

    if (!bl_decimal_ratio(count, parts, &more) ||
        !bl_decimal_add(whole, more, &quantity->value[0]))
        return;
    quantity->reading_count = quantity->native_count = 1;
    quantity->numeral.limit = quantity->numeral.start;
    /* 14⅓ may be 14 and "1/3" on the other side. */
    if (10000 % parts != 0)
        bl_number_add_reading(quantity, whole);
}

size_t bl_number_sign_fraction(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_token *token = bl_scan_token(scan, at);
    int count;
    int parts;

    if (!sign_value(token, &count, &parts) || token->gap == BL_GAP_WIDE)
        return at;
    add_fraction(&find->quantity, count, parts);
    return at + 1;
}

size_t bl_number_mixed(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_quantity *quantity = &find->quantity;
    const bool hyphen = bl_scan_is_hyphen(scan, at);
    size_t over = hyphen ? at + 1 : at;
    int64_t count;
    int64_t parts;

    if (bl_scan_near(scan, over))
        bl_scan_sense(scan, over, BL_SENSE_AND, &over);
    /* Nearly no number has another one with a stroke behind it. */
    if (!is_stroke(scan, over + 1) || !bl_scan_near(scan, over))
        return at;
    count = bl_small_number(scan, over, COUNT_MAX);
    parts = bl_small_number(scan, over + 2, PARTS_MAX);
    if (count < 1 || parts <= count ||
        (over == at && scan->tokens[at].gap == BL_GAP_NONE) ||
        !bl_scan_glued_number(scan, over + 2) ||
        is_stroke(scan, over + 3) || quantity->fraction_digits != 0 ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0 ||
        (hyphen && bl_begins_days(scan, at - 1)))
        return at;
    add_fraction(&find->quantity, count, parts);
    return over + 3;
}

/* What recipes and workshops measure: lengths, volumes and weights. */
static bool is_measure(const bl_units *units, uint16_t unit)
{
    static const bl_daily_unit kinds[] = { BL_DAILY_METER, BL_DAILY_LITER,
                                           BL_DAILY_KILOGRAM };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (bl_units_convertible(units, unit, units->daily[kinds[i]]))
            return true;
    }
    return false;
}

/* Whether such a unit stands there, over a hyphen if need be: 3/4-inch. */
static bool has_measure(const bl_scan *scan, size_t at)
{
    const size_t next = bl_scan_is_hyphen(scan, at) ? at + 1 : at;
    size_t limit;
    const bl_sense *unit =
        bl_scan_sense_near(scan, next, BL_SENSE_UNIT, &limit);

    return unit != NULL &&
           is_measure(scan->language->units, (uint16_t)unit->value);
}

/* Behind the other end of the range of fractions, "1/4-1/2 cup", or `at`. */
static size_t skip_other_end(const bl_scan *scan, size_t at)
{
    size_t next = at;

    if (at < scan->count && scan->tokens[at].kind == BL_TOKEN_PUNCT &&
        bl_is_dash(scan->tokens[at].c))
        next++;
    else
        bl_scan_sense_near(scan, at, BL_SENSE_RANGE_TO, &next);
    return next != at && bl_scan_is_kind(scan, next, BL_TOKEN_NUMBER) &&
                   is_stroke(scan, next + 1) &&
                   bl_scan_glued_number(scan, next + 2)
               ? next + 3
               : at;
}

/* Behind the ending of "1/8th", or `at`. */
static size_t skip_mark(const bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *mark =
        bl_scan_sense_near(scan, at, BL_SENSE_ORDINAL_MARK, &limit);

    return mark != NULL && scan->tokens[at].gap == BL_GAP_NONE ? limit : at;
}

size_t bl_number_stroke(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    int64_t count;
    int64_t parts;
    size_t behind;

    if (!is_stroke(scan, at) || !bl_scan_glued_number(scan, at + 1) ||
        quantity->role != BL_QUANTITY_NUMBER || quantity->scale != 0 ||
        quantity->fraction_digits != 0 ||
        (quantity->flags & BL_QUANTITY_OPAQUE) != 0)
        return at;
    count = bl_decimal_small(quantity->value[0], COUNT_MAX);
    parts = bl_small_number(scan, at + 1, STROKE_PARTS);
    behind = skip_mark(scan, at + 2);
    if (count < 1 || parts <= count ||
        !(has_measure(scan, behind) ||
          has_measure(scan, skip_other_end(scan, behind))) ||
        !bl_decimal_ratio(count, parts, &quantity->value[0]))
        return at;
    quantity->reading_count = quantity->native_count = 1;
    quantity->role = BL_QUANTITY_FRACTION;
    /* No other number can be put into its digits. */
    quantity->numeral.limit = quantity->numeral.start;
    return behind;
}

/* A word that is always said behind what it belongs to needs no "and" ("hai
 * năm rưỡi", "两年半"), nor does one that has it as a particle. */
/* The parts of "two-and-a-half" are joined by hyphens. */
static size_t over_hyphen(const bl_scan *scan, size_t at)
{
    return bl_scan_is_hyphen(scan, at) ? at + 1 : at;
}

/* "buçuk", "rưỡi": a half that nothing else is said with. */
static bool is_said_behind_alone(const bl_sense *half)
{
    return (half->flags & (BL_SENSE_AFTER | BL_SENSE_WEAK)) == BL_SENSE_AFTER;
}

size_t bl_number_half_of(const bl_scan *scan, size_t at, bl_find *find)
{
    const bl_sense_set wanted =
        BL_SENSE_BIT(BL_SENSE_AND) | BL_SENSE_BIT(BL_SENSE_ARTICLE) |
        BL_SENSE_BIT(BL_SENSE_FRACTION);
    bl_quantity *quantity = &find->quantity;
    const size_t first = over_hyphen(scan, at);
    size_t next = first;
    size_t limit;
    const bl_sense *sense;
    bl_decimal more;

    if ((bl_scan_reach(scan, next) & wanted) == 0)
        return at;
    /* Of "three million and a half" it is half a million. */
    if (bl_scan_sense_near(scan, next, BL_SENSE_AND, &limit) != NULL)
        next = over_hyphen(scan, limit);
    if (bl_scan_sense_near(scan, next, BL_SENSE_ARTICLE, &limit) != NULL)
        next = over_hyphen(scan, limit);
    if (!bl_scan_near(scan, next))
        return at;
    /* "the third and fourth" are two. */
    if (quantity->role == BL_QUANTITY_ORDINAL &&
        bl_scan_has(scan, next, BL_SENSE_ORDINAL))
        return at;
    sense = bl_scan_sense(scan, next, BL_SENSE_FRACTION, &limit);
    if (sense == NULL || bl_sense_count(sense) != 1 ||
        100 % bl_sense_parts(sense) != 0 ||
        (next == first && (sense->flags & BL_SENSE_AFTER) == 0 &&
         (scan->tokens[next].word->flags & BL_WORD_PREFIXED) == 0) ||
        !bl_decimal_add(
            quantity->value[0],
            bl_decimal_of(100 / bl_sense_parts(sense), quantity->scale - 2),
            &more))
        return at;
    bl_number_add_reading(quantity, more);
    /* "one and a half" is no article, nor is "an hour and a half" or "bir
     * buçuk". */
    if ((next != first || is_said_behind_alone(sense)) &&
        quantity->evidence == BL_EVIDENCE_WEAK)
        quantity->evidence = BL_EVIDENCE_WORD;
    return limit;
}

/* "dos baños y medio", before the end of a sentence or of a part of it: half of
 * one more of what has no unit. What stands behind a half elsewhere may be what
 * it is a half of. */
size_t bl_number_half_of_noun(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const bl_token *next;
    const bl_sense *sense;
    size_t half;
    size_t limit;
    bl_decimal more;

    if (quantity->role != BL_QUANTITY_NUMBER || quantity->scale != 0 ||
        quantity->fraction_digits != 0 ||
        quantity->evidence == BL_EVIDENCE_WEAK ||
        !bl_scan_is_kind(scan, at, BL_TOKEN_WORD) ||
        bl_scan_sense_near(scan, at + 1, BL_SENSE_AND, &half) == NULL)
        return at;
    if (bl_scan_sense_near(scan, half, BL_SENSE_ARTICLE, &limit) != NULL)
        half = limit;
    sense = bl_scan_sense_near(scan, half, BL_SENSE_FRACTION, &limit);
    next = bl_scan_token(scan, limit);
    if (sense == NULL || bl_sense_parts(sense) != 2 ||
        (next != NULL && next->kind != BL_TOKEN_PUNCT) ||
        !bl_decimal_add(quantity->value[0], bl_decimal_of(5, -1), &more))
        return at;
    bl_number_add_reading(quantity, more);
    return limit;
}

/* The 75 of 一米七五: a digit with one more that is written onto it. */
static int64_t with_digit_behind(const bl_scan *scan, int64_t value,
                                 size_t *limit)
{
    enum { DIGIT = 9 };
    const bl_token *next = bl_scan_token(scan, *limit);
    bl_spelled behind;
    int64_t digit;

    if (next == NULL || (next->flags & BL_TOKEN_GLYPH) == 0 ||
        next->gap != BL_GAP_NONE || !bl_read_spelled(scan, *limit, &behind))
        return value;
    digit = bl_decimal_small(behind.value, DIGIT);
    if (digit < 0 || behind.ordinal)
        return value;
    *limit = behind.limit;
    return 10 * value + digit;
}

/* "một mét bảy", 一米七五, "un metro setenta": what stands behind a meter in
 * words is hundredths of it, and a digit tenths where the language counts the
 * scale below so. */
size_t bl_number_part_of_meter(const bl_scan *scan, size_t at, bl_find *find)
{
    enum { DIGIT = 9, HUNDREDTHS = 99 };
    bl_quantity *quantity = &find->quantity;
    bl_spelled part;
    int64_t value;
    bl_decimal sum;

    if (quantity->role != BL_QUANTITY_NUMBER || quantity->scale != 0 ||
        quantity->fraction_digits != 0 || !bl_scan_near(scan, at) ||
        scan->tokens[at].word == NULL || !bl_read_spelled(scan, at, &part))
        return at;
    value = bl_decimal_small(part.value, HUNDREDTHS);
    if (value > 0 && value <= DIGIT)
        value = with_digit_behind(scan, value, &part.limit);
    if (value < 1 || part.ordinal ||
        (value <= DIGIT && !scan->language->drops_scales) ||
        bl_scan_has_near(scan, part.limit, BL_SENSE_UNIT) ||
        !bl_decimal_add(quantity->value[0],
                        bl_decimal_of(value, value > DIGIT ? -2 : -1), &sum))
        return at;
    quantity->value[0] = sum;
    quantity->reading_count = quantity->native_count = 1;
    quantity->numeral.limit = quantity->numeral.start;
    if (quantity->evidence == BL_EVIDENCE_WEAK)
        quantity->evidence = BL_EVIDENCE_WORD;
    return part.limit;
}

/* A digit that is written onto what stands before it, or -1; *limit: behind
 * it. */
static int64_t read_glued_digit(const bl_scan *scan, size_t at, size_t *limit)
{
    enum { DIGIT = 9 };
    int64_t digit;

    if (!bl_scan_near(scan, at) || scan->tokens[at].gap != BL_GAP_NONE)
        return -1;
    *limit = read_whole(scan, at, DIGIT, &digit);
    return *limit != at ? digit : -1;
}

/* The mark of hundredths or thousandths, of which the first goes by the sign
 * of minutes; or the end of the number: 一成五. */
static bool ends_part(const bl_scan *scan, size_t at, int place, size_t *limit)
{
    const bl_units *units = scan->language->units;
    const bl_sense *unit =
        bl_scan_sense_near(scan, at, BL_SENSE_UNIT, limit);

    if (unit == NULL) {
        *limit = at;
        return place == 1 && !bl_scan_has_near(scan, at, BL_SENSE_SCALE) &&
               !bl_scan_has_near(scan, at, BL_SENSE_YEAR_MARK) &&
               !bl_scan_has_near(scan, at, BL_SENSE_MONTH_MARK);
    }
    return scan->tokens[at].gap == BL_GAP_NONE &&
           unit->value ==
               (place == 1 ? units->minute : units->thousandth);
}

size_t bl_number_part_of_tenth(const bl_scan *scan, size_t at, bl_find *find)
{
    enum { PLACES = 2 };
    bl_quantity *quantity = &find->quantity;

    if (quantity->role != BL_QUANTITY_NUMBER || quantity->scale != 0 ||
        quantity->fraction_digits != 0)
        return at;
    for (int place = 1; place <= PLACES; place++) {
        size_t behind;
        size_t limit;
        const int64_t digit = read_glued_digit(scan, at, &behind);

        if (digit < 0 || !ends_part(scan, behind, place, &limit) ||
            !add_places(quantity, digit, place))
            break;
        at = limit;
        quantity->fraction_digits = (uint8_t)place;
        quantity->numeral.limit = quantity->numeral.start;
        if (quantity->evidence == BL_EVIDENCE_WEAK)
            quantity->evidence = BL_EVIDENCE_WORD;
    }
    return at;
}

size_t bl_number_counted_half(const bl_scan *scan, size_t at, bl_find *find)
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
    if (sense == NULL || bl_sense_parts(sense) != 2 ||
        (sense->flags & BL_SENSE_AFTER) == 0 ||
        !bl_decimal_add(find->quantity.value[0], bl_decimal_of(5, -1), &more))
        return at;
    bl_number_add_reading(&find->quantity, more);
    return at + 2;
}
