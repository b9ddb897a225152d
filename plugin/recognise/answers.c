/* SPDX-License-Identifier: Apache-2.0 */
/* When do two quantities say the same? From the surest to the weakest. */
#include "recognise/change.h"
#include "recognise/matching.h"
#include "text/utf8.h"

#include <string.h>

/* Between two numbers that are one value: "6 feet and 2 inches", "three points
 * out of four". */
enum { NEIGHBOUR_LETTERS = 12, RATIO_LETTERS = 24 };

/* Bytes between two groups of digits: " ,   " in text cut into words. */
enum { GROUPING_BYTES = 6 };

/* ---- roles ------------------------------------------------------------------ */

static bool is_plain(uint8_t role)
{
    return role == BL_QUANTITY_NUMBER || role == BL_QUANTITY_ORDINAL;
}

/* The names of weekdays are no numbers, but in some languages they are
 * ordinals as well: "thứ hai", "segunda". */
static bool weekday_fits(const bl_quantity *weekday, const bl_quantity *other)
{
    return other->role == BL_QUANTITY_WEEKDAY ||
           (weekday->evidence == BL_EVIDENCE_WEAK && is_plain(other->role));
}

/* A month answers a month, or a bare number in digits: "5" for May. */
static bool month_fits(const bl_quantity *other)
{
    return other->role == BL_QUANTITY_MONTH ||
           (other->evidence == BL_EVIDENCE_DIGITS &&
            other->unit == BL_UNIT_NONE && other->scale == 0 &&
            (is_plain(other->role) ||
             (other->flags & BL_QUANTITY_SWAPPABLE) != 0));
}

/* The 2 of "2.0.1" is not the decimal of "2.0". */
static bool is_other_part(const bl_quantity *part, const bl_quantity *q)
{
    return (part->flags & BL_QUANTITY_ROW) != 0 && q->fraction_digits != 0;
}

bool bl_roles_fit(const bl_quantity *a, const bl_quantity *b)
{
    if (is_other_part(a, b) || is_other_part(b, a))
        return false;
    if (a->role == b->role)
        return true;
    if (a->role == BL_QUANTITY_WEEKDAY)
        return weekday_fits(a, b);
    if (b->role == BL_QUANTITY_WEEKDAY)
        return weekday_fits(b, a);
    if (a->role == BL_QUANTITY_MONTH)
        return month_fits(b) || (a->flags & BL_QUANTITY_SWAPPABLE) != 0;
    if (b->role == BL_QUANTITY_MONTH)
        return month_fits(a) || (b->flags & BL_QUANTITY_SWAPPABLE) != 0;
    return true;
}

/* ---- equal values ----------------------------------------------------------- */

/* Two hours whose half of the day is sure, or two decades whose century is:
 * 8 a.m. is not 8 p.m., and the 1850s are not the 1950s. And halves of a year,
 * though each may be called six months. */
static bool are_settled(const bl_quantity *a, const bl_quantity *b)
{
    return a->role == b->role &&
           ((a->flags & b->flags) & BL_QUANTITY_SETTLED) != 0;
}

/* "5.000" is five thousand where points part thousands; that it is 5 after
 * all, with three digits behind the sign of another language, is to be
 * believed only where the other number has three as well. */
static bool is_likely(const bl_quantity *q, int reading,
                      const bl_quantity *other)
{
    return reading < q->native_count || q->native_count == 0 ||
           q->role != BL_QUANTITY_NUMBER ||
           q->evidence != BL_EVIDENCE_DIGITS ||
           bl_decimal_compare(q->value[reading], q->value[0]) > 0 ||
           other->fraction_digits == 3;
}

/* Among the first so many readings of each. */
static bool any_of(const bl_quantity *a, int count_a, const bl_quantity *b,
                   int count_b, int *reading_a, int *reading_b)
{
    for (int i = 0; i < count_a; i++) {
        for (int j = 0; j < count_b; j++) {
            if (!bl_decimal_equal(a->value[i], b->value[j]) ||
                !is_likely(a, i, b) || !is_likely(b, j, a))
                continue;
            *reading_a = i;
            *reading_b = j;
            return true;
        }
    }
    return false;
}

bool bl_any_reading(const bl_quantity *a, const bl_quantity *b,
                    int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    if (are_settled(a, b))
        return bl_decimal_equal(a->value[0], b->value[0]);
    /* What both languages would read comes first. */
    return any_of(a, a->native_count, b, b->native_count, reading_a,
                  reading_b) ||
           ((a->native_count != a->reading_count ||
             b->native_count != b->reading_count) &&
            any_of(a, a->reading_count, b, b->reading_count, reading_a,
                   reading_b));
}

/* The name that digits of a program end: "FrameworkCore" of FrameworkCore10. */
static bl_str name_of(const bl_side *side, const bl_quantity *q)
{
    return bl_side_text(side, (bl_span){ q->span.start, q->numeral.start });
}

bool bl_have_other_names(const bl_matcher *m, int side, const bl_quantity *a,
                         const bl_quantity *b)
{
    return ((a->flags & b->flags) & BL_QUANTITY_IDENTIFIER) != 0 &&
           !bl_str_equal(name_of(m->side[side], a),
                         name_of(m->side[1 - side], b));
}

bool bl_answer_reading(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    (void)m;
    return bl_is_hard(a) && bl_is_hard(b) && bl_roles_fit(a, b) &&
           bl_any_reading(a, b, reading_a, reading_b);
}

/* ---- words -------------------------------------------------------------------- */

bool bl_answer_word(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b)
{
    return (bl_is_hard(a) || bl_is_hard(b)) &&
           bl_answer_words(m, a, b, reading_a, reading_b);
}

bool bl_answer_words(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b)
{
    (void)m;
    return a->evidence != BL_EVIDENCE_WEAK &&
           b->evidence != BL_EVIDENCE_WEAK && bl_roles_fit(a, b) &&
           bl_any_reading(a, b, reading_a, reading_b);
}

bool bl_answer_weak_words(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b)
{
    (void)m;
    return !bl_is_hard(a) && !bl_is_hard(b) && bl_roles_fit(a, b) &&
           bl_any_reading(a, b, reading_a, reading_b);
}

/* Parts of a date or time that say so; centuries and the like may be said
 * otherwise. */
static bool is_dated(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_YEAR || q->role == BL_QUANTITY_MONTH ||
           q->role == BL_QUANTITY_DAY || q->role == BL_QUANTITY_WEEKDAY ||
           bl_is_time_role(q->role);
}

/* "a" answers 1, but not the first of May nor one o'clock; "first" does. */
static bool may_explain(const bl_quantity *weak, const bl_quantity *q)
{
    return !is_dated(q) || weak->role == q->role ||
           (weak->role == BL_QUANTITY_ORDINAL && q->role == BL_QUANTITY_DAY);
}

bool bl_answer_weak(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b)
{
    (void)m;
    return (a->evidence != BL_EVIDENCE_WEAK || may_explain(a, b)) &&
           (b->evidence != BL_EVIDENCE_WEAK || may_explain(b, a)) &&
           bl_roles_fit(a, b) &&
           bl_any_reading(a, b, reading_a, reading_b);
}

/* ---- conversions ----------------------------------------------------------------- */

static double distance(double a, double b)
{
    return a > b ? a - b : b - a;
}

/* Half a place of a number as it is written, zeros at its end included. */
static double half_place(bl_decimal value)
{
    if (value.exponent > 0)
        value.exponent = 0;
    return bl_rounding((bl_decimal){ 1, value.exponent });
}

/*
 * Whether `value` is what was converted, to within the rounding of both:
 * 100 miles may be 150 km, but 30 yards are no 32 m. Zeros at the end are
 * taken for rounding as far as a tenth of the value goes.
 */
static bool is_rounded(double converted, double slack, bl_decimal value)
{
    const double given = bl_decimal_approximate(value);
    const double other = bl_rounding(value);
    const double place = half_place(value);
    const double tenth = (converted < 0 ? -converted : converted) / 10;
    double limit = slack > other ? slack : other;

    if (limit > tenth && limit > place)
        limit = tenth > place ? tenth : place;
    return distance(converted, given) <= 1.001 * limit;
}

/* 10% and 0.1 */
static bool is_share(const bl_matcher *m, const bl_quantity *share,
                     const bl_quantity *part)
{
    bl_decimal hundredths;

    return share->unit == m->units->percent && part->unit == BL_UNIT_NONE &&
           part->fraction_digits != 0 && part->reading_count != 0 &&
           (is_plain(part->role) || part->role == BL_QUANTITY_PART) &&
           bl_decimal_multiply(share->value[0], bl_decimal_of(1, -2),
                               &hundredths) &&
           bl_decimal_equal(hundredths, part->value[0]);
}

bool bl_answer_converted(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b, int *reading_a, int *reading_b)
{
    double value;
    double more;

    *reading_a = *reading_b = 0;
    if (is_share(m, a, b) || is_share(m, b, a))
        return true;
    if (a->unit == b->unit ||
        !bl_units_convertible(m->units, a->unit, b->unit) ||
        a->reading_count == 0 || b->reading_count == 0)
        return false;
    value = bl_decimal_approximate(a->value[0]);
    more = value + bl_rounding(a->value[0]);
    value = bl_units_convert(m->units, value, a->unit, b->unit);
    /* Prices are not rounded. */
    if (a->unit == m->units->price_tenth || b->unit == m->units->price_tenth)
        return distance(value, bl_decimal_approximate(b->value[0])) < 1e-9;
    more = bl_units_convert(m->units, more, a->unit, b->unit);
    return is_rounded(value, distance(more, value), b->value[0]);
}

static bool is_same_part(const bl_quantity *fraction,
                         const bl_quantity *other, uint16_t percent)
{
    const double hundred = other->unit == percent ? 100 : 1;
    const double given = bl_decimal_approximate(other->value[0]);

    return fraction->role == BL_QUANTITY_FRACTION &&
           other->role == BL_QUANTITY_NUMBER && other->reading_count != 0 &&
           (other->unit == percent || other->fraction_digits > 1) &&
           distance(bl_decimal_approximate(fraction->value[0]) * hundred,
                    given) <= 1.001 * half_place(other->value[0]);
}

bool bl_answer_share(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return is_same_part(a, b, m->units->percent) ||
           is_same_part(b, a, m->units->percent);
}

/* Whether a number without a unit is a measure in a unit of daily use: "1.98"
 * for 6 feet 6 inches. It has to be exact, since nothing says so. */
static bool is_bare_measure(const bl_matcher *m, uint16_t unit, double value,
                            const bl_quantity *bare)
{
    const double given = bl_decimal_approximate(bare->value[0]);

    if (bare->unit != BL_UNIT_NONE || !is_plain(bare->role))
        return false;
    for (size_t i = 0; i < BL_DAILY_UNITS; i++) {
        const uint16_t daily = m->units->daily[i];
        double converted;

        if (unit == daily || !bl_units_convertible(m->units, unit, daily))
            continue;
        converted = bl_units_convert(m->units, value, unit, daily);
        if (distance(converted, given) <= given / 100)
            return true;
    }
    return false;
}

/* ---- clocks and centuries -------------------------------------------------------- */

/* Whether its half of the day is sure, be it read as an hour or not: 15. */
static bool is_settled(const bl_quantity *q, int64_t value)
{
    return (q->role == BL_QUANTITY_HOUR &&
            (q->flags & BL_QUANTITY_SETTLED) != 0) ||
           value > 12;
}

bool bl_answer_clock(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b)
{
    const int64_t x = bl_decimal_small(a->value[0], 24);
    const int64_t y = bl_decimal_small(b->value[0], 24);


    (void)m;
    *reading_a = *reading_b = 0;
    return !(is_settled(a, x) && is_settled(b, y)) &&
           (a->role == BL_QUANTITY_HOUR || b->role == BL_QUANTITY_HOUR) &&
           x >= 0 && y >= 0 && x % 12 == y % 12;
}

/* By its mark, or as a measure of time. */
static bool is_century(const bl_matcher *m, const bl_quantity *q)
{
    return q->role == BL_QUANTITY_CENTURY ||
           (q->unit == m->units->century && q->unit != BL_UNIT_NONE);
}

bool bl_answer_century(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    const bool a_is = is_century(m, a);
    const bl_quantity *century = a_is ? a : b;
    const bl_quantity *year = a_is ? b : a;
    const int64_t hundreds = bl_decimal_small(century->value[0], 30);
    const int64_t value = bl_decimal_small(year->value[0], 2999);

    *reading_a = *reading_b = 0;
    if (!is_century(m, century) || hundreds < 1 || value < 100)
        return false;
    return value / 100 + 1 == hundreds;
}

static bool is_short_year(const bl_side *side, const bl_quantity *q,
                          const bl_quantity *year)
{
    const int64_t full = bl_decimal_small(year->value[0], 2099);
    const char *text = side->text.ptr + q->numeral.start;

    if (q->numeral.limit - q->numeral.start != 2 || q->numeral.start == 0 ||
        full < 1900 || year->numeral.limit - year->numeral.start != 4)
        return false;
    /* The last byte of U+2019, or what stands before the digits. */
    return (((text[-1] | 0x20) >= 'a' && (text[-1] | 0x20) <= 'z') ||
            text[-1] == '\'' || (unsigned char)text[-1] == 0x99) &&
           full % 100 == (text[0] - '0') * 10 + text[1] - '0';
}

bool bl_answer_short_year(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b)
{
    *reading_a = *reading_b = 0;
    return is_short_year(m->side[0], a, b) || is_short_year(m->side[1], b, a);
}

/* ---- two that are one -------------------------------------------------------------- */

static size_t letters_between(const bl_matcher *m, int side,
                              const bl_quantity *x, const bl_quantity *y)
{
    return bl_utf8_points(m->side[side]->text.ptr + x->span.limit,
                          y->span.start - x->span.limit);
}

static bool are_neighbours(const bl_matcher *m, int side, uint32_t a,
                           uint32_t b)
{
    const bl_quantity *x = bl_matcher_get(m, side, a);
    const bl_quantity *y = bl_matcher_get(m, side, b);

    return b == a + 1 && y->span.start >= x->span.limit &&
           y->span.start - x->span.limit <= RATIO_LETTERS * 4 &&
           letters_between(m, side, x, y) <= RATIO_LETTERS;
}

/* Whether nothing but a space stands between two numbers, or a separator
 * with spaces around it, as in text that was cut into words: "5 , 000". */
static bool is_grouping(bl_str text, const bl_quantity *x,
                        const bl_quantity *y)
{
    size_t signs = 0;

    for (uint32_t i = x->span.limit; i < y->span.start; i++) {
        if (text.ptr[i] == ',' || text.ptr[i] == '.')
            signs++;
        else if (text.ptr[i] != ' ')
            return false;
    }
    return signs <= 1 && y->span.start <= x->span.limit + GROUPING_BYTES;
}

static bool has_reading(const bl_quantity *q, bl_decimal value)
{
    for (int i = 0; i < q->reading_count; i++) {
        if (bl_decimal_equal(q->value[i], value))
            return true;
    }
    return false;
}

/* "5 000" where the locale does not group by spaces. */
static bool is_grouped(const bl_matcher *m, int side, const bl_quantity *x,
                       const bl_quantity *y, const bl_quantity *whole)
{
    bl_decimal joined;

    return x->evidence == BL_EVIDENCE_DIGITS &&
           y->evidence == BL_EVIDENCE_DIGITS &&
           bl_decimal_small(y->value[0], 999) >= 0 &&
           bl_utf8_points(m->side[side]->text.ptr + y->numeral.start,
                          y->numeral.limit - y->numeral.start) == 3 &&
           is_grouping(m->side[side]->text, x, y) &&
           bl_decimal_multiply(x->value[0], bl_decimal_of(1, 3), &joined) &&
           bl_decimal_add(joined, y->value[0], &joined) &&
           has_reading(whole, joined);
}

/* Whether there is a point between the digits: no comma parts days from
 * months. */
static bool has_point(const bl_matcher *m, int side, const bl_quantity *q)
{
    const char *text = m->side[side]->text.ptr;

    return memchr(text + q->numeral.start, '.',
                  q->numeral.limit - q->numeral.start) != NULL;
}

/* What stands before the point of `whole` and behind it. */
static bool is_joined(const bl_quantity *x, const bl_quantity *y,
                      const bl_quantity *whole)
{
    const int64_t before = bl_decimal_small(x->value[0], 9999);
    const int64_t behind = bl_decimal_small(y->value[0], 9999);
    bl_decimal joined;

    if (before < 0 || behind < 0 || whole->fraction_digits == 0 ||
        whole->fraction_digits > 4 || whole->scale != 0)
        return false;
    for (int i = 0; i < x->reading_count; i++) {
        if (bl_decimal_add(x->value[i],
                           bl_decimal_of(behind, -whole->fraction_digits),
                           &joined) &&
            bl_decimal_equal(joined, whole->value[0]))
            return true;
    }
    /* 7:55 p.m. and "7.55", where the hour has been read as 19. */
    return x->role == BL_QUANTITY_HOUR && before >= 12 &&
           bl_decimal_add(bl_decimal_of(before - 12, 0),
                          bl_decimal_of(behind, -whole->fraction_digits),
                          &joined) &&
           bl_decimal_equal(joined, whole->value[0]);
}

/* 7:55 and "7.55", 24 February or February 24 and "24.2", 99.98 and "99/98". */
static bool is_split(const bl_quantity *x, const bl_quantity *y,
                     const bl_quantity *whole)
{
    if (x->role == BL_QUANTITY_MONTH && y->role == BL_QUANTITY_DAY)
        return is_joined(y, x, whole);
    return is_joined(x, y, whole);
}

/* 8:30 and "half past eight", which is 8.5. */
static bool is_clock(const bl_quantity *hour, const bl_quantity *minute,
                     const bl_quantity *whole)
{
    const int64_t minutes = bl_decimal_small(minute->value[0], 59);

    if (hour->role != BL_QUANTITY_HOUR ||
        minute->role != BL_QUANTITY_MINUTE || minutes < 1 ||
        minutes % 3 != 0)
        return false;
    for (int i = 0; i < hour->reading_count; i++) {
        bl_decimal value;

        for (int j = 0; j < whole->reading_count; j++) {
            if (bl_decimal_add(hour->value[i],
                               bl_decimal_of(minutes / 3 * 5, -2), &value) &&
                bl_decimal_equal(value, whole->value[j]))
                return true;
        }
    }
    return false;
}

/* 6 feet 6 inches and 1.98 m */
static bool is_sum(const bl_matcher *m, const bl_quantity *x,
                   const bl_quantity *y, const bl_quantity *whole)
{
    double sum;
    double slack;

    /* Inches make up less than a foot. */
    if (!bl_units_convertible(m->units, x->unit, y->unit) ||
        bl_units_convert(m->units, bl_decimal_approximate(y->value[0]),
                         y->unit, x->unit) > 1)
        return false;
    if (whole->unit == BL_UNIT_NONE)
        return is_bare_measure(
            m, x->unit,
            bl_decimal_approximate(x->value[0]) +
                bl_units_convert(m->units,
                                 bl_decimal_approximate(y->value[0]), y->unit,
                                 x->unit),
            whole);
    if (!bl_units_convertible(m->units, x->unit, whole->unit))
        return false;
    sum = bl_units_convert(m->units, bl_decimal_approximate(x->value[0]),
                           x->unit, whole->unit) +
          bl_units_convert(m->units, bl_decimal_approximate(y->value[0]),
                           y->unit, whole->unit);
    slack = bl_units_convert(m->units, bl_rounding(y->value[0]), y->unit,
                             whole->unit);
    return is_rounded(sum, slack, whole->value[0]);
}

/* Whether x / y is what stands there. */
static bool has_stroke(bl_str text, const bl_quantity *x, const bl_quantity *y)
{
    size_t at = x->span.limit;
    const uint32_t c =
        at < y->span.start ? bl_utf8_next(text.ptr, y->span.start, &at) : 0;

    return (c == '/' || c == 0x2044) && at == y->span.start;
}

/* 2/3, or "2 in 3", and "two thirds", 0.67 or 67 %. Where words say what is a
 * part of what, either may come first. */
static bool is_ratio(const bl_matcher *m, int side, const bl_quantity *x,
                     const bl_quantity *y, const bl_quantity *whole)
{
    const int64_t a = bl_decimal_small(x->value[0], 99);
    const int64_t b = bl_decimal_small(y->value[0], 999);
    bl_quantity ratio = { .role = BL_QUANTITY_FRACTION, .reading_count = 1 };
    int unused;

    if (a < 1 || b < 1 || a == b || !is_plain(x->role) || !is_plain(y->role))
        return false;
    if (whole->role != BL_QUANTITY_FRACTION &&
        !has_stroke(m->side[side]->text, x, y))
        return false;
    if (a > b && whole->role != BL_QUANTITY_FRACTION)
        return false;
    return bl_decimal_ratio(a < b ? a : b, a < b ? b : a, &ratio.value[0]) &&
           (bl_any_reading(&ratio, whole, &unused, &unused) ||
            bl_answer_share(m, &ratio, whole, &unused, &unused));
}

/* 3:16, without a half of the day, is a time or chapter and verse: 3,16. */
static bool may_be_verse(const bl_quantity *chapter)
{
    return chapter->role == BL_QUANTITY_HOUR &&
           (chapter->flags & BL_QUANTITY_SETTLED) == 0;
}

static bool sum_answers(const bl_matcher *m, int side, const bl_quantity *x,
                        const bl_quantity *y, const bl_quantity *whole)
{
    return ((x->flags | y->flags) & BL_QUANTITY_ROW) == 0 &&
           letters_between(m, side, x, y) <= NEIGHBOUR_LETTERS &&
           (((is_plain(x->role) || may_be_verse(x) ||
              has_point(m, 1 - side, whole)) &&
             is_split(x, y, whole)) ||
            is_clock(x, y, whole) || is_sum(m, x, y, whole));
}

/* Whether two numbers of a side together say what one of the other does. */
typedef bool (*pair_test)(const bl_matcher *m, int side, const bl_quantity *x,
                          const bl_quantity *y, const bl_quantity *whole);

static void match_pair(bl_matcher *m, int side, uint32_t a, uint32_t b,
                       pair_test answers)
{
    for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
        const uint32_t whole = m->left[1 - side][j];

        if (!bl_matcher_is_open(m, 1 - side, whole) ||
            !answers(m, side, bl_matcher_get(m, side, a),
                     bl_matcher_get(m, side, b),
                     bl_matcher_get(m, 1 - side, whole)))
            continue;
        m->pairing[side][a] =
            (bl_pairing){ (int32_t)whole, BL_ANSWER_SOFT, 0 };
        m->pairing[side][b] = m->pairing[side][a];
        m->pairing[1 - side][whole] =
            (bl_pairing){ (int32_t)a, BL_ANSWER_SOFT, 0 };
        return;
    }
}

static void match_pairs(bl_matcher *m, pair_test answers)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i + 1 < m->left_count[side]; i++) {
            const uint32_t a = m->left[side][i];
            const uint32_t b = m->left[side][i + 1];

            if (are_neighbours(m, side, a, b) &&
                bl_matcher_is_open(m, side, a) &&
                bl_matcher_is_open(m, side, b))
                match_pair(m, side, a, b, answers);
        }
    }
}

void bl_match_groups(bl_matcher *m)
{
    match_pairs(m, is_grouped);
    match_pairs(m, is_ratio);
}

/* The digits of an entity's parts in a row; false when one of them has its
 * answer, or there are too many. */
static bool in_a_row(const bl_matcher *m, int side, const bl_entity *entity,
                     bl_decimal *value)
{
    *value = bl_decimal_of(0, 0);
    for (uint32_t i = entity->first; i < entity->first + entity->count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);
        const size_t digits =
            bl_utf8_points(m->side[side]->text.ptr + q->numeral.start,
                           q->numeral.limit - q->numeral.start);

        if (!bl_matcher_is_open(m, side, i) ||
            !bl_decimal_multiply(*value, bl_decimal_of(1, (int32_t)digits),
                                 value) ||
            !bl_decimal_add(*value, q->value[0], value))
            return false;
    }
    return true;
}

/* A telephone number that the other side writes in one. */
static void match_row(bl_matcher *m, int side, const bl_entity *entity)
{
    bl_decimal row;

    if (!in_a_row(m, side, entity, &row))
        return;
    for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
        const uint32_t whole = m->left[1 - side][j];

        if (!bl_matcher_is_open(m, 1 - side, whole) ||
            !bl_decimal_equal(bl_matcher_get(m, 1 - side, whole)->value[0],
                              row))
            continue;
        for (uint32_t i = 0; i < entity->count; i++)
            m->pairing[side][entity->first + i] =
                (bl_pairing){ (int32_t)whole, BL_ANSWER_SOFT, 0 };
        m->pairing[1 - side][whole] =
            (bl_pairing){ (int32_t)entity->first, BL_ANSWER_SOFT, 0 };
        return;
    }
}

static void match_rows(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];
            const bl_entity *entity =
                &m->side[side]
                     ->entities[bl_matcher_get(m, side, at)->entity];

            if (entity->kind == BL_ENTITY_CODE && entity->count > 1 &&
                entity->first == at)
                match_row(m, side, entity);
        }
    }
}

/* The open second part of a measure behind `at`, or 0: the inches of feet. */
static uint32_t second_part(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *x = bl_matcher_get(m, side, at);
    const bl_quantity *y = x + 1;

    return at + 1 < m->side[side]->quantity_count &&
                   are_neighbours(m, side, at, at + 1) &&
                   bl_matcher_is_open(m, side, at) &&
                   bl_matcher_is_open(m, side, at + 1) &&
                   bl_units_convertible(m->units, x->unit, y->unit) &&
                   bl_units_convert(m->units, 1, y->unit, x->unit) < 1
               ? at + 1
               : 0;
}

/* A measure of two parts in the smaller of its units. */
static double in_parts(const bl_matcher *m, const bl_quantity *x)
{
    const bl_quantity *y = x + 1;

    return bl_units_convert(m->units, bl_decimal_approximate(x->value[0]),
                            x->unit, y->unit) +
           bl_decimal_approximate(y->value[0]);
}

/* 5 ft 10 in and 1 m 78 */
static void match_measures(bl_matcher *m, uint32_t a, uint32_t b)
{
    const bl_quantity *x = bl_matcher_get(m, 0, a);
    const bl_quantity *y = bl_matcher_get(m, 1, b);
    const uint16_t unit = x[1].unit;
    double slack;

    if (!bl_units_convertible(m->units, unit, y[1].unit))
        return;
    slack = bl_units_convert(m->units, 1, y[1].unit, unit);
    if (distance(in_parts(m, x),
                 bl_units_convert(m->units, in_parts(m, y), y[1].unit,
                                  unit)) > (slack > 1 ? slack : 1) / 2)
        return;
    bl_matcher_assign(m, a, b, BL_ANSWER_CONVERTED, 0, 0);
    bl_matcher_assign(m, a + 1, b + 1, BL_ANSWER_CONVERTED, 0, 0);
}

static void match_all_measures(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            if (second_part(m, 0, m->left[0][i]) == 0)
                break;
            if (second_part(m, 1, m->left[1][j]) != 0)
                match_measures(m, m->left[0][i], m->left[1][j]);
        }
    }
}

void bl_match_sums(bl_matcher *m)
{
    match_rows(m);
    match_pairs(m, sum_answers);
    match_all_measures(m);
}

/* ---- explained by what is there ---------------------------------------------------- */

static bool says_again(const bl_quantity *q, const bl_quantity *other)
{
    int reading_a;
    int reading_b;

    return bl_roles_fit(q, other) &&
           bl_any_reading(q, other, &reading_a, &reading_b);
}

/* A value that the other side says too, but less often ("the two countries
 * ... both countries"), or the century of a year that it names. */
static bool explain_by_other(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    for (uint32_t i = 0; i < m->side[1 - side]->quantity_count; i++) {
        const bl_quantity *other = bl_matcher_get(m, 1 - side, i);
        int reading;
        int unused;

        if (m->pairing[1 - side][i].answer == BL_ANSWER_NONE ||
            bl_have_other_names(m, side, q, other) ||
            !(says_again(q, other) ||
              (q->role == BL_QUANTITY_CENTURY &&
               bl_answer_century(m, q, other, &reading, &unused))))
            continue;
        m->pairing[side][at] =
            (bl_pairing){ (int32_t)i, BL_ANSWER_REPEATED, 0 };
        return true;
    }
    return false;
}

/* A conversion that one side adds: "6 feet (1.83 m)". */
static void explain_by_own(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    int reading;
    int unused;

    for (uint32_t i = at > 2 ? at - 2 : 0;
         i <= at + 2 && i < m->side[side]->quantity_count; i++) {
        if (i == at || m->pairing[side][i].partner < 0 ||
            !bl_answer_converted(m, bl_matcher_get(m, side, i), q, &reading,
                                 &unused))
            continue;
        m->pairing[side][at] = (bl_pairing){
            m->pairing[side][i].partner, BL_ANSWER_REPEATED, 0
        };
        return;
    }
}

/* The minutes of 8:30, where the hour is answered by "half past eight". */
static bool explain_by_hour(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    int32_t partner;

    if (q->role != BL_QUANTITY_MINUTE || at == 0)
        return false;
    partner = m->pairing[side][at - 1].partner;
    if (partner < 0 ||
        !is_clock(bl_matcher_get(m, side, at - 1), q,
                  bl_matcher_get(m, 1 - side, (uint32_t)partner)))
        return false;
    m->pairing[side][at] = (bl_pairing){ partner, BL_ANSWER_REPEATED, 0 };
    return true;
}

void bl_match_explained(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];

            if (bl_matcher_is_open(m, side, at) &&
                !explain_by_hour(m, side, at) &&
                !explain_by_other(m, side, at) &&
                bl_matcher_get(m, side, at)->unit != BL_UNIT_NONE)
                explain_by_own(m, side, at);
        }
    }
}
