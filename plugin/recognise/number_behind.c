/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What belongs to a number and stands behind it: a unit, a currency, a percent
 * sign. Marks of ordinals and of years are in number_marks.c.
 */
#include "recognise/numbering.h"

#include "text/chars.h"

/* Tokens of a unit that stand before its number, at most. */
enum { AROUND_TOKENS = 4 };

/* The sign of "third quarter $5" and "çeyreğinde %12,5" is one of the number
 * behind it. */
static bool is_of_next(const bl_scan *scan, size_t at)
{
    return scan->tokens[at].kind == BL_TOKEN_SYMBOL &&
           scan->tokens[at].gap != BL_GAP_NONE &&
           bl_scan_glued_number(scan, at + 1);
}

/* A sign or a code of money that stands behind a scale in short: 25 MM$. */
static bool has_money_behind(const bl_scan *scan, size_t at)
{
    return bl_scan_has_near(scan, at, BL_SENSE_CURRENCY) &&
           !is_of_next(scan, at) &&
           (scan->tokens[at].kind == BL_TOKEN_SYMBOL ||
            scan->tokens[at].word->letter_case == BL_CASE_UPPER);
}

/* What is written onto a scale in short: the digits behind it are decimals,
 * "1tr5" is 1.5 million. The token behind them. */
static size_t read_onto_scale(const bl_scan *scan, size_t limit, int64_t scale,
                              bl_quantity *quantity)
{
    enum { DIGITS = 3, MOST = 999 };
    const bl_token *next = bl_scan_token(scan, limit);
    const int64_t part =
        next != NULL && next->gap == BL_GAP_NONE && quantity->scale == 0 &&
                scan->language->drops_scales
            ? bl_small_number(scan, limit, MOST)
            : -1;
    bl_decimal value = quantity->value[0];

    if (part >= 0 && next->limit - next->start <= DIGITS &&
        bl_decimal_add(value,
                       bl_decimal_of(part, -(int)(next->limit - next->start)),
                       &value))
        limit++;
    if (bl_decimal_multiply(value, bl_decimal_of(scale, 0), &value)) {
        bl_number_add_reading(quantity, value);
        quantity->flags |= BL_QUANTITY_SCALED;
    }
    return limit;
}

/* "m", "K", "T" glued to a number, or behind an amount of money: the scale
 * is one more reading. The letter stays, since it may be a unit. Longer ones,
 * "$25 mm", are a scale beside money; elsewhere they may be one that is glued to
 * a number and is no unit, "15tr". */
size_t bl_number_letter_scale(const bl_scan *scan, size_t at, bl_find *find)
{
    enum { LEAST = 1000000, SHORT = 3 };
    bl_quantity *quantity = &find->quantity;
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_SCALE, &limit);
    const bool money =
        bl_unit_is_currency(scan->language->units, quantity->unit);
    bl_decimal scaled;

    if (sense == NULL || (sense->flags & BL_SENSE_WEAK) == 0)
        return at;
    if (sense->value >= LEAST && scan->tokens[at].word->letters > 1 &&
        scan->tokens[at].word->letters <= SHORT) {
        if (!(money && bl_scan_near(scan, at)) &&
            !has_money_behind(scan, limit))
            return scan->tokens[at].gap == BL_GAP_NONE &&
                           !bl_scan_has(scan, at, BL_SENSE_UNIT)
                       ? read_onto_scale(scan, limit, sense->value, quantity)
                       : at;
        bl_number_scale_readings(quantity, bl_decimal_of(sense->value, 0));
        return limit;
    }
    if (!(scan->tokens[at].gap == BL_GAP_NONE || money ||
          scan->tokens[at].word->letter_case == BL_CASE_UPPER ||
          sense->value <= 1000) ||
        !bl_decimal_multiply(quantity->value[0], bl_decimal_of(sense->value, 0),
                             &scaled))
        return at;
    bl_number_add_reading(quantity, scaled);
    quantity->flags |= BL_QUANTITY_SCALED;
    return at;
}

/* A sign and a common word ("$", "dollars") may mean several currencies, a
 * code or a full name only one. */
void bl_number_set_currency(const bl_scan *scan, const bl_sense *sense,
                            size_t first, size_t limit, bl_quantity *quantity)
{
    const bool one =
        limit == first + 1 ||
        (limit == first + 2 && scan->tokens[first + 1].c == '.');
    const bool common =
        (one || (sense->flags & BL_SENSE_WEAK) != 0) &&
        (sense->flags & (BL_SENSE_CAPITAL | BL_SENSE_UPPER)) == 0 &&
        scan->tokens[first].word->letter_case != BL_CASE_UPPER;

    quantity->unit = (uint16_t)sense->value;
    if (!common)
        quantity->flags |= BL_QUANTITY_CODED;
    if (scan->tokens[limit - 1].kind == BL_TOKEN_SYMBOL)
        quantity->flags |= BL_QUANTITY_SIGNED;
}

/* "năm 1976", and not "năm năm". */
static bool begins_year(const bl_scan *scan, size_t at)
{
    size_t next;

    return bl_scan_sense(scan, at, BL_SENSE_YEAR_MARK, &next) != NULL &&
           bl_scan_near(scan, next) &&
           bl_small_number(scan, next, 2999) >= 1000;
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
                  { BL_SENSE_QUARTER_MARK, 1, 4 },
                  { BL_SENSE_YEAR_MARK, 1000, 2999 } };
    const bl_sense_set marks = BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |
                               BL_SENSE_BIT(BL_SENSE_QUARTER_MARK) |
                               BL_SENSE_BIT(BL_SENSE_YEAR_MARK);

    if ((bl_scan_reach(scan, at) & marks) == 0)
        return false;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t next;
        size_t limit;
        const bl_sense *mark = bl_scan_sense(scan, at, kinds[i].mark, &next);

        if (mark == NULL || (mark->flags & BL_SENSE_AFTER) != 0 ||
            !bl_scan_near(scan, next))
            continue;
        if (bl_small_number(scan, next, kinds[i].most) >= kinds[i].least)
            return bl_scan_sense_near(scan, next + 1, BL_SENSE_UNIT, &limit) ==
                       NULL ||
                   begins_year(scan, next + 1);
    }
    return false;
}

/* "एक G20 देश" is no gram: a letter that digits are glued to, unless it is
 * glued to its number itself, or they are a power ("5 m2"). */
static bool begins_code(const bl_scan *scan, size_t at, size_t limit)
{
    return scan->tokens[at].gap != BL_GAP_NONE &&
           bl_scan_glued_number(scan, limit) &&
           bl_small_number(scan, limit, 3) < 2;
}

/* A word that joins what stands on both sides of it: "5 से अधिक" are not five
 * seconds, "400 da" no daltons. */
static bool is_joint(const bl_scan *scan, size_t at, size_t limit)
{
    return scan->tokens[at].gap != BL_GAP_NONE &&
           (bl_scan_limit(scan, at, BL_SENSE_RANGE_TO) == limit ||
            bl_scan_limit(scan, at, BL_SENSE_RANGE_FROM) == limit ||
            bl_scan_limit(scan, at, BL_SENSE_AND) == limit);
}

/* "۱۴۰۳ ساعت ۱۰" is a year, and ten o'clock: whether the unit at tokens[at] is
 * the mark of an hour behind it. */
static bool begins_hour(const bl_scan *scan, size_t at, size_t limit,
                        const bl_quantity *quantity)
{
    enum { HOURS = 24, YEARS = 1000 };
    size_t end;
    const bl_sense *mark = bl_scan_sense(scan, at, BL_SENSE_HOUR_MARK, &end);

    return mark != NULL && end == limit &&
           (mark->flags & BL_SENSE_BEFORE) != 0 &&
           bl_decimal_small(quantity->value[0], YEARS - 1) < 0 &&
           bl_small_number(scan, limit, HOURS) >= 0;
}

/* "пяти с половиной": whether a longer phrase is a part of one; "mét bảy" is
 * more, and its meter is one of the number before it. */
static bool is_part_word(const bl_scan *scan, size_t at, size_t limit)
{
    size_t end;
    const bl_sense *part = bl_scan_sense(scan, at, BL_SENSE_FRACTION, &end);

    return part != NULL && end > limit &&
           bl_sense_count(part) <= bl_sense_parts(part);
}

/* "0 से 24" is a range and no number of seconds, "89 يوم السبت" a day of the
 * week, "пяти с половиной" a half more: whether the unit at tokens[at] is a
 * word of another kind here. */
static bool is_other_word(const bl_scan *scan, size_t at, size_t limit,
                          const bl_sense *unit, const bl_quantity *quantity)
{
    if (!bl_scan_near(scan, limit))
        return false;
    if (is_part_word(scan, at, limit))
        return true;
    if (scan->tokens[limit].kind != BL_TOKEN_PUNCT && is_joint(scan, at, limit))
        return true;
    if (scan->tokens[limit].kind == BL_TOKEN_NUMBER)
        return begins_hour(scan, at, limit, quantity);
    return unit->value == scan->language->units->day &&
           bl_scan_has(scan, limit, BL_SENSE_WEEKDAY);
}

/* The mark of an abbreviation, typed as a quotation mark within a word: the
 * first letters of קמ"ר and מ”ר are no unit. */
static bool is_abbreviated(const bl_scan *scan, size_t at)
{
    /* A particle of the number behind it: the ל of "50 ל־150". */
    if (bl_scan_is_hyphen(scan, at) &&
        scan->tokens[at + 1].kind == BL_TOKEN_NUMBER &&
        bl_language_is_prefix(scan->language, scan->tokens[at - 1].word->folded))
        return true;
    return (bl_scan_is(scan, at, '"') || bl_scan_is(scan, at, 0x201d)) &&
           bl_scan_is_kind(scan, at + 1, BL_TOKEN_WORD) &&
           scan->tokens[at + 1].gap == BL_GAP_NONE;
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
         node != 0 && (sense = bl_phrases_sense(&scan->language->phrases, node,
                                                &i)) != NULL;) {
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

/* "5 dec", "2002 dec" and "11 ມ.ກ." are days and years beside a month, not
 * decades and milligrams. */
static bool is_month(const bl_scan *scan, size_t at, size_t limit,
                     const bl_quantity *quantity)
{
    const int64_t value = bl_decimal_small(quantity->value[0], 2999);

    return quantity->fraction_digits == 0 && quantity->scale == 0 &&
           ((value > 0 && value <= 31) || value >= 1000) &&
           bl_scan_limit(scan, at, BL_SENSE_MONTH) >= limit;
}

bool bl_number_is_inside(const bl_scan *scan, size_t first)
{
    bl_sense_set reach = 0;

    if (scan->language->number_word == 0)
        return false;
    for (size_t back = 1; back <= AROUND_TOKENS && back <= first; back++)
        reach |= bl_scan_reach(scan, first - back);
    return (reach & BL_SENSE_BIT(BL_SENSE_UNIT)) != 0;
}

/* A unit with its number inside: "每小时100公里", "華氏 100 度". */
static const bl_sense *unit_around(const bl_scan *scan, size_t first, size_t at,
                                   size_t *limit)
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

static bool is_double_prime(uint32_t c)
{
    return c == '"' || c == 0x201d || c == 0x2033;
}

/* Tokens that are looked through for the quotation mark that a second one
 * closes. */
enum { QUOTED_TOKENS = 32 };

/* Whether the sign at tokens[at] closes a quotation. */
static bool closes_quotation(const bl_scan *scan, size_t at)
{
    const uint32_t sign = scan->tokens[at].c;
    bool open = false;

    for (size_t i = at > QUOTED_TOKENS ? at - QUOTED_TOKENS : 0; i < at; i++) {
        const uint32_t c = scan->tokens[i].c;
        const bool prime = i > 0 && scan->tokens[i].gap == BL_GAP_NONE &&
                           scan->tokens[i - 1].kind == BL_TOKEN_NUMBER;

        if (!prime && (sign == '"' ? c == '"' : c == 0x201c || c == 0x201e))
            open = !open;
    }
    return open;
}

/* 5'10", 8.5", 32″: the token behind the sign, or `at`. Feet have inches
 * behind them; without those it is minutes as often as not. */
static size_t read_prime(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    const bl_token *sign = bl_scan_token(scan, at);
    const bl_token *inches = bl_scan_token(scan, at + 2);

    /* Behind a word it is a quotation mark: "zero". */
    if (sign == NULL || sign->kind == BL_TOKEN_NUMBER ||
        sign->gap != BL_GAP_NONE || quantity->unit != BL_UNIT_NONE || at == 0 ||
        sign[-1].kind != BL_TOKEN_NUMBER)
        return at;
    if ((sign->c == 0x2032 || bl_is_apostrophe(sign->c)) && inches != NULL &&
        bl_small_number(scan, at + 1, 11) >= 0 &&
        bl_scan_glued_number(scan, at + 1) && inches->gap == BL_GAP_NONE &&
        (is_double_prime(inches->c) || bl_is_apostrophe(inches->c))) {
        quantity->unit = scan->language->units->foot;
        return at + 1;
    }
    if (!is_double_prime(sign->c) ||
        (sign->c != 0x2033 && closes_quotation(scan, at)))
        return at;
    quantity->unit = scan->language->units->inch;
    return at + 1;
}

/* km2, m3: the power is no number. */
static size_t read_power(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    const int64_t power =
        bl_scan_glued_number(scan, at) ? bl_small_number(scan, at, 3) : -1;

    const uint16_t unit =
        power < 2 ? quantity->unit
                  : bl_units_power(scan->language->units, quantity->unit,
                                   (int)power);

    /* Of years there are none: "10年3億". */
    if (unit == quantity->unit)
        return at;
    quantity->unit = unit;
    return at + 1;
}

/* Over the 多 of "20多年", which says that it is somewhat more, to the unit
 * behind it; or `at`. */
static size_t skip_more(const bl_scan *scan, size_t at)
{
    size_t next;
    size_t limit;
    const bl_sense *more = bl_scan_sense_near(scan, at, BL_SENSE_VAGUE, &next);

    return more != NULL && (more->flags & BL_SENSE_AFTER) != 0 &&
                   (scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
                   bl_scan_sense_near(scan, next, BL_SENSE_UNIT, &limit) != NULL
               ? next
               : at;
}

/* "a second" is one of a minute, or the one after the first. */
static void add_ordinal(const bl_scan *scan, size_t at, size_t limit,
                        bl_quantity *quantity)
{
    size_t end;
    const bl_sense *ordinal =
        quantity->evidence == BL_EVIDENCE_WEAK
            ? bl_scan_sense(scan, at, BL_SENSE_ORDINAL, &end)
            : NULL;

    if (ordinal != NULL && end == limit)
        bl_number_add_reading(quantity, bl_decimal_of(ordinal->value, 0));
}

/* 50 cents are half a dollar, 5角 half a yuan. */
static void add_coins(const bl_units *units, bl_quantity *quantity)
{
    const int place = quantity->unit == units->cent   ? -2
                      : quantity->unit == units->dime ? -1
                                                      : 0;
    bl_decimal value;

    if (place != 0 &&
        bl_decimal_multiply(quantity->value[0], bl_decimal_of(1, place),
                            &value))
        bl_number_add_reading(quantity, value);
}

/* A count of less than a hundred in digits or words, and what is counted; NULL
 * where it is no unit. */
static const bl_sense *read_count(const bl_scan *scan, size_t at,
                                  int64_t *count, size_t *limit)
{
    bl_spelled spelled = { .limit = at + 1 };

    *count = bl_small_number(scan, at, 99);
    if (*count < 0 && bl_read_spelled(scan, at, &spelled))
        *count = bl_decimal_small(spelled.value, 99);
    return *count < 0 ? NULL
                      : bl_scan_sense_near(scan, spelled.limit, BL_SENSE_UNIT,
                                           limit);
}

/* The hundredths and tenths behind the word of a currency: 3元5角, 38円37銭, "3
 * dollars and 50 cents". */
static size_t read_coins(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    const bl_units *units = scan->language->units;
    int exponent = 0;

    while (exponent > -2 && bl_scan_near(scan, at)) {
        const bool glued = scan->tokens[at].gap == BL_GAP_NONE;
        size_t next = at;
        size_t limit;
        int64_t count;
        const bl_sense *coin;
        int place;

        if (!glued)
            bl_scan_sense(scan, at, BL_SENSE_AND, &next);
        if (!bl_scan_near(scan, next))
            break;
        coin = read_count(scan, next, &count, &limit);
        if (coin == NULL)
            break;
        place = coin->value == units->cent ? -2 : -1;
        if ((place == -1 &&
             (coin->value != units->dime || count > 9 || !glued)) ||
            place >= exponent ||
            !bl_decimal_add(quantity->value[0], bl_decimal_of(count, place),
                            &quantity->value[0]))
            break;
        quantity->reading_count = quantity->native_count = 1;
        quantity->fraction_digits = (uint8_t)-place;
        quantity->flags |= BL_QUANTITY_SCALED;
        exponent = place;
        at = limit;
    }
    return at;
}

/* The year of "دسامبر ۲۰۱۹ درصد علائم", in December 2019 the percentage of
 * symptoms: a word behind it is another one's. */
static bool is_year_of_month(const bl_scan *scan, size_t at,
                             const bl_find *find)
{
    return find > scan->finds && find[-1].limit == find->first &&
           find[-1].quantity.role == BL_QUANTITY_MONTH &&
           scan->tokens[at].kind == BL_TOKEN_WORD &&
           bl_decimal_small(find->quantity.value[0], 2999) >= 1000;
}

/* "livre 5 dollars", a book: a common word before the number is money as well,
 * and the money that is meant stands behind it. A sign or a code is no such
 * word. */
static bool has_word_before(const bl_scan *scan, const bl_find *find)
{
    const bl_quantity *quantity = &find->quantity;
    const bl_token *word = &scan->tokens[find->first];

    return word->start < quantity->span.start && word->kind == BL_TOKEN_WORD &&
           (quantity->flags & (BL_QUANTITY_CODED | BL_QUANTITY_SIGNED)) == 0 &&
           bl_unit_is_currency(scan->language->units, quantity->unit);
}

/* The number without the word before it. */
static void drop_word_before(const bl_scan *scan, bl_find *find)
{
    while (scan->tokens[find->first].start < find->quantity.span.start)
        find->first++;
    find->quantity.unit = BL_UNIT_NONE;
}

/* Whether a hyphen joins the number, which begins at token `first`, to a word,
 * and the letter at token `at` to the number: "under-12s". */
static bool is_behind_word(const bl_scan *scan, size_t first, size_t at)
{
    return first > 1 && bl_scan_is_hyphen(scan, first - 1) &&
           scan->tokens[first - 2].kind == BL_TOKEN_WORD &&
           scan->tokens[at].gap == BL_GAP_NONE;
}

/* A sign of money that the language has for a measure as well: the TL of "2 TL
 * Salz", a teaspoon; and a word that is the measure rather: pounds. */
static bool is_measure_too(const bl_scan *scan, size_t at, size_t limit,
                           const bl_sense *money)
{
    size_t end;

    return money != NULL &&
           (money->flags & (BL_SENSE_CAPITAL | BL_SENSE_WEAK)) != 0 &&
           bl_scan_sense(scan, at, BL_SENSE_UNIT, &end) != NULL &&
           end == limit;
}

/* What is written onto the number at tokens[*at]: a sign for its unit, or what
 * joins the unit to it, behind which *at is then. Whether there is nothing more
 * to look for. */
static bool read_joint(const bl_scan *scan, size_t *at, bl_quantity *quantity)
{
    size_t limit = read_prime(scan, *at, quantity);
    const bl_sense *sense;
    const bl_token *next;

    if (limit != *at) {
        *at = limit;
        return true;
    }
    /* 21+ percent */
    if (bl_scan_near(scan, *at) && scan->tokens[*at].c == '+' &&
        bl_scan_near(scan, *at + 1) &&
        scan->tokens[*at + 1].kind == BL_TOKEN_WORD) {
        (*at)++;
        return false;
    }
    next = bl_scan_token(scan, *at + 1);
    if (!bl_scan_is_hyphen(scan, *at) || next->kind != BL_TOKEN_WORD)
        return false;
    /* 6-foot, 30-year-old, 75-процентный */
    if (next->word->letters > 2 &&
        (next->word->set & BL_SENSE_BIT(BL_SENSE_MONTH)) ==
            0 && /* 2002-dec-13 */
        (bl_scan_sense(scan, *at + 1, BL_SENSE_UNIT, &limit) != NULL ||
         bl_scan_sense(scan, *at + 1, BL_SENSE_PERCENT, &limit) != NULL))
        (*at)++;
    /* The sign of "a 12-in pipe" explains and accuses nobody. */
    if (next->word->letters != 2 || quantity->unit != BL_UNIT_NONE ||
        (sense = bl_scan_sense(scan, *at + 1, BL_SENSE_UNIT, &limit)) == NULL)
        return false;
    quantity->other_unit = (uint16_t)sense->value;
    return true;
}

/* Whether the letter that is a unit as well leads to the other end of a range:
 * 50 ל־150. */
static bool leads_on(const bl_scan *scan, size_t at, size_t limit)
{
    return bl_scan_is_hyphen(scan, limit) &&
           scan->tokens[limit + 1].kind == BL_TOKEN_NUMBER &&
           bl_scan_limit(scan, at, BL_SENSE_RANGE_TO) == limit;
}

/* "ikinci çeyrekte yüzde 3,6": the word stands before its number. */
static bool is_percent_of_next(const bl_scan *scan, const bl_sense *percent,
                               size_t limit)
{
    return (percent->flags & BL_SENSE_BEFORE) != 0 &&
           bl_scan_near(scan, limit) &&
           bl_scan_is_kind(scan, limit, BL_TOKEN_NUMBER);
}

/* The parts of "1/4 ভাগ", by a word for per cent that is one for parts too. */
static bool is_of_parts(const bl_scan *scan, const bl_sense *percent,
                        const bl_find *find)
{
    return (percent->flags & BL_SENSE_WEAK) != 0 && find->first > 1 &&
           bl_scan_is(scan, find->first - 1u, '/') &&
           scan->tokens[find->first - 2u].kind == BL_TOKEN_NUMBER;
}

/* A unit, a currency or a percent sign behind the number. */
static size_t read_unit(const bl_scan *scan, size_t at, bl_find *find)
{
    bl_quantity *quantity = &find->quantity;
    const bl_token *next = bl_scan_token(scan, at);
    size_t limit = at;
    const bl_sense *sense;

    /* The a of "siglo I a. C." is no are. */
    if (next == NULL || quantity->role == BL_QUANTITY_CENTURY)
        return at;
    if (next->gap == BL_GAP_NONE && read_joint(scan, &at, quantity))
        return at;
    at = skip_more(scan, at);
    if (!bl_scan_near(scan, at) || is_of_next(scan, at))
        return at;
    sense = bl_scan_sense(scan, at, BL_SENSE_PERCENT, &limit);
    if (sense != NULL && (is_year_of_month(scan, at, find) ||
                          is_percent_of_next(scan, sense, limit) ||
                          is_of_parts(scan, sense, find)))
        return at;
    if (sense != NULL) {
        size_t end;
        const bl_sense *points = bl_scan_sense(scan, at, BL_SENSE_UNIT, &end);
        const bool longer = points != NULL && end > limit;

        quantity->unit =
            longer ? (uint16_t)points->value : scan->language->units->percent;
        return longer ? end : limit;
    }
    sense = bl_scan_sense(scan, at, BL_SENSE_CURRENCY, &limit);
    if (sense != NULL && (sense->flags & BL_SENSE_BEFORE) != 0)
        return at; /* 小さじ1大さじ2 */
    if (sense != NULL && has_word_before(scan, find))
        drop_word_before(scan, find);
    if (sense != NULL && quantity->unit == BL_UNIT_NONE &&
        !is_measure_too(scan, at, limit, sense)) {
        bl_number_set_currency(scan, sense, at, limit, quantity);
        set_other_unit(scan, at, quantity);
        return read_coins(scan, limit, quantity);
    }
    sense = unit_around(scan, find->first, at, &limit);
    if (sense == NULL)
        sense = bl_scan_sense(scan, at, BL_SENSE_UNIT, &limit);
    if (sense == NULL || quantity->unit != BL_UNIT_NONE ||
        bl_unit_is_zone(scan->language->units, (uint16_t)sense->value) ||
        begins_date(scan, at) || begins_code(scan, at, limit) ||
        leads_on(scan, at, limit) ||
        is_other_word(scan, at, limit, sense, quantity) ||
        is_abbreviated(scan, limit) || is_month(scan, at, limit, quantity))
        return at;
    /* "the under-12s" are no seconds. */
    if (sense->value == scan->language->units->second &&
        is_behind_word(scan, find->first, at))
        return at;
    /* "90 in Miami" may be inches, which then explain and accuse nobody. */
    if (!bl_number_is_unit_sign(scan, at, limit, sense, find)) {
        quantity->other_unit = (uint16_t)sense->value;
        return at;
    }
    quantity->unit = (uint16_t)sense->value;
    set_other_unit(scan, at, quantity);
    add_ordinal(scan, at, limit, quantity);
    add_coins(scan->language->units, quantity);
    /* 85折 is 8.5折. */
    if (quantity->unit == scan->language->units->price_tenth &&
        bl_decimal_small(quantity->value[0], 99) >= 10 &&
        bl_decimal_multiply(quantity->value[0], bl_decimal_of(1, -1),
                            &quantity->value[0]))
        quantity->reading_count = quantity->native_count = 1;
    return read_power(scan, bl_number_sign_limit(scan, at, limit), quantity);
}

static bool is_size(const bl_units *units, uint16_t unit)
{
    return units->items[unit].kind == units->items[units->size].kind;
}

/* "2. Stock", "3-м этаже": the floor behind the mark of an ordinal; the token
 * behind it, or `at`. */
static size_t read_floor(const bl_scan *scan, size_t at, bl_quantity *quantity)
{
    const bl_units *units = scan->language->units;
    size_t next = at + 1;
    size_t limit;
    const bl_sense *floor;

    if (bl_scan_is_hyphen(scan, at) &&
        scan->tokens[next].kind == BL_TOKEN_WORD &&
        scan->tokens[next].word->letters <= 2)
        next++;
    else if (!bl_scan_is(scan, at, '.'))
        return at;
    floor = bl_scan_sense_near(scan, next, BL_SENSE_UNIT, &limit);
    if (floor == NULL || (floor->value != units->storey &&
                          floor->value != units->storey_from_zero))
        return at;
    quantity->unit = (uint16_t)floor->value;
    return limit;
}

/* "size 5 MB": what stands before the number is no measure of it. */
static size_t read_unit_of_size(const bl_scan *scan, size_t at, bl_find *find)
{
    const uint16_t size = find->quantity.unit;
    size_t limit;

    find->quantity.unit = BL_UNIT_NONE;
    limit = read_unit(scan, at, find);
    if (find->quantity.unit == BL_UNIT_NONE)
        find->quantity.unit = size;
    return limit;
}

size_t bl_number_unit(const bl_scan *scan, size_t at, bl_find *find)
{
    const uint16_t before = find->quantity.unit;

    if (bl_scan_is_kind(scan, at, BL_TOKEN_PUNCT)) {
        const size_t limit = read_floor(scan, at, &find->quantity);

        if (limit != at)
            return limit;
    }
    return before != BL_UNIT_NONE && is_size(scan->language->units, before)
               ? read_unit_of_size(scan, at, find)
               : read_unit(scan, at, find);
}
