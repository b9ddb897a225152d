/* SPDX-License-Identifier: Apache-2.0 */
/* One amount in two units: 45 miles and 72 km, 10 % and 0.1, "a third" and 33
 * %, 6 feet 6 inches and 1.98 m; as exact as the rounder of the numbers. */
#include "match/change.h"
#include "match/matching.h"

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

/* 10% and 0.1; 3割2分5厘 and .325 */
static bool is_share(const bl_matcher *m, const bl_quantity *share,
                     const bl_quantity *part)
{
    const bool tenths = share->unit == m->units->tenth;
    bl_decimal given;

    return (share->unit == m->units->percent || tenths) &&
           share->unit != BL_UNIT_NONE && part->unit == BL_UNIT_NONE &&
           part->fraction_digits != 0 && part->reading_count != 0 &&
           (bl_is_plain(part->role) || part->role == BL_QUANTITY_PART) &&
           bl_decimal_multiply(share->value[0],
                               bl_decimal_of(1, tenths ? -1 : -2), &given) &&
           bl_decimal_equal(given, part->value[0]);
}

/* 25 basis points and 0.25 percentage points: a hundredth of a point each, or a
 * quarter (升息1碼). A decimal may count points that are not named so:
 * 0.25ポイント. */
static bool are_points(const bl_matcher *m, const bl_quantity *basis,
                       const bl_quantity *points)
{
    const bool quarters = basis->unit == m->units->quarter_point;
    const bl_decimal step = bl_decimal_of(quarters ? 25 : 1, -2);
    bl_decimal hundredths;

    return basis->unit != BL_UNIT_NONE &&
           (quarters || basis->unit == m->units->permyriad) &&
           (points->unit == m->units->point ||
            ((points->unit == BL_UNIT_NONE ||
              points->unit == m->units->type_point) &&
             points->fraction_digits != 0 && bl_is_plain(points->role))) &&
           bl_decimal_multiply(basis->value[0], step, &hundredths) &&
           bl_decimal_equal(hundredths, points->value[0]);
}

/* "Two decades" and twenty: years that the number does not name. */
static bool is_decades(const bl_matcher *m, const bl_quantity *decades,
                       const bl_quantity *years)
{
    bl_decimal tens;

    return decades->unit == m->units->decade &&
           decades->unit != BL_UNIT_NONE && years->unit == BL_UNIT_NONE &&
           bl_is_plain(years->role) &&
           bl_decimal_multiply(decades->value[0], bl_decimal_of(10, 0),
                               &tens) &&
           bl_decimal_equal(tens, years->value[0]);
}

/* 0.5 hours and the minutes that "half an hour" is as one phrase. */
static bool is_half_hour(const bl_matcher *m, const bl_quantity *hours,
                         const bl_quantity *minutes)
{
    enum { HALF = 30 };

    return hours->unit == m->units->hour && hours->reading_count != 0 &&
           minutes->unit == BL_UNIT_NONE && minutes->reading_count != 0 &&
           minutes->evidence == BL_EVIDENCE_WEAK &&
           bl_decimal_equal(hours->value[0], bl_decimal_of(5, -1)) &&
           bl_decimal_equal(minutes->value[0], bl_decimal_of(HALF, 0));
}

static bool are_either(uint16_t a, uint16_t b, uint16_t x, uint16_t y)
{
    return x != BL_UNIT_NONE && y != BL_UNIT_NONE &&
           ((a == x && b == y) || (a == y && b == x));
}

bool bl_unit_is_alike(const bl_units *units, uint16_t a, uint16_t b)
{
    return are_either(a, b, units->ton, units->tonne) ||
           are_either(a, b, units->percent, units->tenth);
}

/* A ton is a tonne to most, so that the number says which other one is meant,
 * the short ton or the long one, to a hundredth or to the place that is
 * written: 600 tons are 544 tonnes. */
static bool are_tons(double tons, double tonnes, double place)
{
    static const double factors[] = { 0.90718474, 1.0160469088 };
    const double limit =
        tonnes >= 10 && place > tonnes / 100 ? place : tonnes / 100;

    for (size_t i = 0; i < sizeof(factors) / sizeof(factors[0]); i++) {
        if (distance(tons * factors[i], tonnes) <= limit)
            return true;
    }
    return false;
}

/* Whether the amount of one unit is that of the other, as far as both are
 * rounded. */
static bool is_converted(const bl_units *units, bl_decimal a, uint16_t from,
                         bl_decimal b, uint16_t to)
{
    double value = bl_decimal_approximate(a);
    double more = value + bl_rounding(a);

    if (from == to || !bl_units_convertible(units, from, to))
        return false;
    if (are_either(from, to, units->ton, units->tonne))
        return from == units->ton
                   ? are_tons(value, bl_decimal_approximate(b), half_place(b))
                   : are_tons(bl_decimal_approximate(b), value, half_place(a));
    value = bl_units_convert(units, value, from, to);
    /* Prices are not rounded. */
    if (from == units->price_tenth || to == units->price_tenth)
        return distance(value, bl_decimal_approximate(b)) < 1e-9;
    more = bl_units_convert(units, more, from, to);
    return is_rounded(value, distance(more, value), b);
}

/* 48 hours and 2日, which may be a day of the month as well. */
static bool is_days(const bl_matcher *m, const bl_quantity *days,
                    const bl_quantity *other)
{
    return days->role == BL_QUANTITY_DAY && days->unit == BL_UNIT_NONE &&
           other->role == BL_QUANTITY_NUMBER && days->reading_count != 0 &&
           other->reading_count != 0 && bl_are_digits(days, other) &&
           is_converted(m->units, days->value[0], m->units->day,
                        other->value[0], other->unit);
}

/* The same where a ton may be a tonne. */
static bool is_converted_any(const bl_units *units, bl_decimal a,
                             uint16_t from, bl_decimal b, uint16_t to)
{
    return is_converted(units, a, from, b, to) ||
           (from == units->ton && to != units->tonne &&
            is_converted(units, a, units->tonne, b, to)) ||
           (to == units->ton && from != units->tonne &&
            is_converted(units, a, from, b, units->tonne));
}

/* What words say that have two readings: "a year and a half". */
static bl_decimal last_reading(const bl_quantity *q)
{
    return q->value[q->evidence < BL_EVIDENCE_NAME ? q->reading_count - 1 : 0];
}

/* "It hit 104" and 40 °C: what the other side calls Celsius may go without
 * saying where it is Fahrenheit. */
static bool is_bare_fahrenheit(const bl_matcher *m, const bl_quantity *bare,
                               const bl_quantity *celsius)
{
    enum { COLD = 14, HOT = 130 };
    const int64_t degrees = bl_decimal_small(bare->value[0], HOT);

    return celsius->unit == m->units->daily[BL_DAILY_CELSIUS] &&
           bare->unit == BL_UNIT_NONE &&
           bare->role == BL_QUANTITY_NUMBER && bare->scale == 0 &&
           bare->evidence == BL_EVIDENCE_DIGITS && degrees >= COLD &&
           is_converted(m->units, bare->value[0], m->units->fahrenheit,
                        celsius->value[0], celsius->unit);
}

/* The value with its minus. */
static bl_decimal signed_value(const bl_quantity *q)
{
    bl_decimal value = q->value[0];

    if ((q->flags & BL_QUANTITY_NEGATIVE) != 0)
        value.coefficient = -value.coefficient;
    return value;
}

/* 14 °F and -10 °C: zero is another degree in each. */
static bool is_below_zero(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b)
{
    return ((a->flags | b->flags) & BL_QUANTITY_NEGATIVE) != 0 &&
           a->role == BL_QUANTITY_NUMBER && b->role == BL_QUANTITY_NUMBER &&
           bl_units_convertible(m->units, a->unit,
                                m->units->daily[BL_DAILY_CELSIUS]) &&
           is_converted(m->units, signed_value(a), a->unit, signed_value(b),
                        b->unit);
}

uint16_t bl_other_unit(const bl_units *units, const bl_quantity *q)
{
    return q->unit == units->daily[BL_DAILY_CELSIUS] &&
                   q->other_unit != BL_UNIT_NONE
               ? units->fahrenheit
               : q->other_unit;
}

bool bl_answer_converted(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    if (is_share(m, a, b) || is_share(m, b, a) || are_points(m, a, b) ||
        are_points(m, b, a) || is_decades(m, a, b) || is_decades(m, b, a) ||
        is_half_hour(m, a, b) || is_half_hour(m, b, a) ||
        is_days(m, a, b) || is_days(m, b, a))
        return true;
    /* The first year is no length of time. */
    if (a->role == BL_QUANTITY_ORDINAL || b->role == BL_QUANTITY_ORDINAL ||
        a->reading_count == 0 || b->reading_count == 0)
        return false;
    if (is_converted_any(m->units, a->value[0], a->unit, b->value[0],
                         b->unit) ||
        is_converted(m->units, last_reading(a), a->unit, last_reading(b),
                     b->unit) ||
        is_bare_fahrenheit(m, a, b) || is_bare_fahrenheit(m, b, a) ||
        is_below_zero(m, a, b))
        return true;
    /* Two doubts at once are too many. */
    return a->evidence != BL_EVIDENCE_WEAK && b->evidence != BL_EVIDENCE_WEAK &&
           (is_converted(m->units, a->value[0], bl_other_unit(m->units, a),
                         b->value[0], b->unit) ||
            is_converted(m->units, a->value[0], a->unit, b->value[0],
                         bl_other_unit(m->units, b)));
}

bool bl_is_of_tens(const bl_units *units, const bl_quantity *tens,
                   const bl_quantity *q)
{
    const double least = bl_decimal_approximate(tens->value[0]);
    const uint16_t unit =
        bl_units_convertible(units, q->unit, tens->unit) ? q->unit
                                                         : q->other_unit;
    double given;

    if ((tens->flags & BL_QUANTITY_TENS) == 0 ||
        tens->role != BL_QUANTITY_NUMBER || q->role != BL_QUANTITY_NUMBER ||
        !bl_units_convertible(units, unit, tens->unit))
        return false;
    given = bl_units_convert(units, bl_decimal_approximate(q->value[0]), unit,
                             tens->unit);
    /* As far as the other one may be rounded. */
    return given > least - 1 && given < least + 11;
}

/* "The 90s" of a decade, or of degrees Fahrenheit. */
static bl_quantity as_tens(const bl_units *units, const bl_quantity *q)
{
    bl_quantity tens = *q;
    const int64_t year = bl_decimal_small(q->value[0], 2999);

    if (q->role == BL_QUANTITY_DECADE &&
        (q->flags & BL_QUANTITY_SETTLED) == 0 && year > 0) {
        tens.role = BL_QUANTITY_NUMBER;
        tens.value[0] = bl_decimal_of(year % 100, 0);
        tens.unit = units->fahrenheit;
        tens.flags |= BL_QUANTITY_TENS;
    }
    return tens;
}

bool bl_answer_tens(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    if (a->role == BL_QUANTITY_DECADE || b->role == BL_QUANTITY_DECADE) {
        const bl_quantity x = as_tens(m->units, a);
        const bl_quantity y = as_tens(m->units, b);

        return bl_is_of_tens(m->units, &x, &y) ||
               bl_is_of_tens(m->units, &y, &x);
    }
    return bl_is_of_tens(m->units, a, b) || bl_is_of_tens(m->units, b, a);
}

static bool is_of_kitchen(const bl_units *units, uint16_t unit)
{
    for (size_t i = 0; i < BL_KITCHEN_UNITS; i++) {
        if (unit != BL_UNIT_NONE && unit == units->kitchen[i])
            return true;
    }
    return false;
}

static bool is_mass(const bl_units *units, uint16_t unit)
{
    return bl_units_convertible(units, unit, units->daily[BL_DAILY_KILOGRAM]);
}

bool bl_answer_kitchen(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return (is_of_kitchen(m->units, a->unit) && is_mass(m->units, b->unit)) ||
           (is_of_kitchen(m->units, b->unit) && is_mass(m->units, a->unit));
}

/* Whether a word for a multiple stands right behind the number, 3倍, or it is
 * one in a word that says so or may: verdreifacht, "gấp ba". */
static bool is_multiple(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_side *from = m->side[side];
    size_t unused;

    return q->evidence != BL_EVIDENCE_DIGITS ||
           bl_language_match(from->language, from->tokens, from->token_count,
                             bl_side_token_from(from, q->whole.limit),
                             BL_SENSE_BIT(BL_SENSE_TIMES), &unused) != 0;
}

/* 200 % more is three times as much, and 20 % more 1.2 times. */
static bool is_growth(const bl_matcher *m, int side, const bl_quantity *percent,
                      const bl_quantity *times)
{
    bl_decimal all;
    bl_decimal given;

    return percent->unit == m->units->percent &&
           percent->value[0].coefficient > 0 &&
           times->role == BL_QUANTITY_NUMBER &&
           times->unit == BL_UNIT_NONE && times->reading_count != 0 &&
           bl_decimal_add(percent->value[0], bl_decimal_of(100, 0), &all) &&
           bl_decimal_multiply(last_reading(times), bl_decimal_of(100, 0),
                               &given) &&
           bl_decimal_equal(all, given) && is_multiple(m, 1 - side, times);
}

bool bl_answer_growth(const bl_matcher *m, const bl_quantity *a,
                      const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return is_growth(m, 0, a, b) || is_growth(m, 1, b, a);
}

/* US 10 and EU 42: what one size is in another country no rule tells, for
 * shoes, dresses and rings are counted by their own. */
static bool are_sizes(const bl_units *units, uint16_t a, uint16_t b)
{
    return a != BL_UNIT_NONE && b != BL_UNIT_NONE && a != b &&
           units->items[a].kind == units->items[units->size].kind &&
           units->items[b].kind == units->items[units->size].kind;
}

/* "The 3rd floor" and "2. Stock": the first one is the one above the ground
 * floor. */
static bool is_floor_above(const bl_units *units, const bl_quantity *from_zero,
                           const bl_quantity *from_one)
{
    enum { HIGHEST = 200 };
    const int64_t floors = bl_decimal_small(from_zero->value[0], HIGHEST);

    return from_zero->unit == units->storey_from_zero &&
           from_one->unit == units->storey && floors >= 0 &&
           bl_decimal_small(from_one->value[0], HIGHEST) == floors + 1;
}

/* "The 75th minute" and 후반 30분, the 30th of the second half. */
static bool is_of_second_half(const bl_units *units, const bl_quantity *whole,
                              const bl_quantity *half)
{
    enum { HALF = 45, MATCH = 90 };
    const int64_t minutes = bl_decimal_small(whole->value[0], MATCH);

    return whole->role == BL_QUANTITY_ORDINAL &&
           whole->unit == units->minute && minutes > HALF &&
           half->role == BL_QUANTITY_NUMBER && half->unit == units->minute &&
           bl_decimal_small(half->value[0], HALF) == minutes - HALF;
}

bool bl_answer_by_country(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return are_sizes(m->units, a->unit, b->unit) ||
           is_floor_above(m->units, a, b) || is_floor_above(m->units, b, a) ||
           is_of_second_half(m->units, a, b) ||
           is_of_second_half(m->units, b, a);
}

/* Rounded off, or cut off: two thirds are 67 % or 66 %. */
static bool is_same_part(const bl_quantity *fraction, const bl_quantity *other,
                         uint16_t percent)
{
    const double hundred = other->unit == percent ? 100 : 1;
    const double given = bl_decimal_approximate(other->value[0]);
    const double exact =
        bl_decimal_approximate(fraction->value[0]) * hundred;
    const double place = half_place(other->value[0]);

    return fraction->role == BL_QUANTITY_FRACTION &&
           other->role == BL_QUANTITY_NUMBER && other->reading_count != 0 &&
           (other->unit == percent || other->fraction_digits > 1) &&
           distance(exact, given) <= (given < exact ? 2 : 1.001) * place;
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

    if (bare->unit != BL_UNIT_NONE || !bl_is_plain(bare->role))
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

/* 5.9 l/100 km and 40 mpg: a volume and a length on one side, in whatever
 * order, and what the one is by the other. */
static bool is_consumption(const bl_matcher *m, const bl_quantity *volume,
                           const bl_quantity *length, const bl_quantity *rate)
{
    const bl_unit_info *unit = &m->units->items[rate->unit];
    const uint16_t liter = m->units->daily[BL_DAILY_LITER];
    const uint16_t meter = m->units->daily[BL_DAILY_METER];
    double used;
    double far;
    double given;

    if (unit->kind != m->units->items[m->units->mile_per_gallon].kind ||
        unit->kind == 0 || unit->factor == 0 ||
        !bl_units_convertible(m->units, volume->unit, liter) ||
        !bl_units_convertible(m->units, length->unit, meter))
        return false;
    used = bl_units_convert(m->units, bl_decimal_approximate(volume->value[0]),
                            volume->unit, liter);
    far = bl_units_convert(m->units, bl_decimal_approximate(length->value[0]),
                           length->unit, meter);
    given = bl_decimal_approximate(rate->value[0]);
    if (used <= 0 || given <= 0)
        return false;
    /* CLDR's base is the meter by cubic meter. */
    far = far / (used / 1000) / unit->factor;
    return distance(far, given) <=
           1.001 * (bl_rounding(rate->value[0]) +
                    far * bl_rounding(volume->value[0]) /
                        bl_decimal_approximate(volume->value[0]));
}

bool bl_is_sum(const bl_matcher *m, const bl_quantity *x, const bl_quantity *y,
               const bl_quantity *whole)
{
    double sum;
    double slack;

    if (is_consumption(m, x, y, whole) || is_consumption(m, y, x, whole))
        return true;

    /* Inches make up less than a foot. */
    if (!bl_units_convertible(m->units, x->unit, y->unit) ||
        bl_units_convert(m->units, bl_decimal_approximate(y->value[0]), y->unit,
                         x->unit) > 1)
        return false;
    if (whole->unit == BL_UNIT_NONE)
        return is_bare_measure(
            m, x->unit,
            bl_decimal_approximate(x->value[0]) +
                bl_units_convert(m->units, bl_decimal_approximate(y->value[0]),
                                 y->unit, x->unit),
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
