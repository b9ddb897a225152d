/* SPDX-License-Identifier: Apache-2.0 */
/* When do two quantities say the same? From the surest to the weakest. */
#include "match/matching.h"
#include "text/utf8.h"

/* ---- roles -------------------------------------------------------------- */

/* The names of weekdays are no numbers, but in some languages they are
 * ordinals as well: "thứ hai", "segunda". */
static bool weekday_fits(const bl_quantity *weekday, const bl_quantity *other)
{
    return other->role == BL_QUANTITY_WEEKDAY ||
           (weekday->evidence == BL_EVIDENCE_WEAK && bl_is_plain(other->role));
}

/* A month answers a month, or a bare number in digits: "5" for May. */
static bool month_fits(const bl_quantity *other)
{
    return other->role == BL_QUANTITY_MONTH ||
           (other->evidence == BL_EVIDENCE_DIGITS &&
            other->unit == BL_UNIT_NONE && other->scale == 0 &&
            (bl_is_plain(other->role) ||
             (other->flags & BL_QUANTITY_SWAPPABLE) != 0));
}

/* The 2 of "2.0.1" is not the decimal of "2.0". */
static bool is_other_part(const bl_quantity *part, const bl_quantity *q)
{
    return (part->flags & BL_QUANTITY_ROW) != 0 && q->fraction_digits != 0;
}

/* A quarter of a year, and a half that is surely one. */
static bool is_other_period(const bl_quantity *quarter, const bl_quantity *half)
{
    return quarter->role == BL_QUANTITY_QUARTER &&
           half->role == BL_QUANTITY_HALF &&
           (half->flags & BL_QUANTITY_SETTLED) != 0;
}

bool bl_roles_fit(const bl_quantity *a, const bl_quantity *b)
{
    if (is_other_part(a, b) || is_other_part(b, a) ||
        is_other_period(a, b) || is_other_period(b, a))
        return false;
    if (a->role == b->role)
        return true;
    if (bl_is_time_role(a->role) && bl_is_time_role(b->role))
        return false;
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

/* ---- equal values ------------------------------------------------------- */

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

/* The 25 of "2024/25" read as 2025. */
static bool is_last_year(const bl_quantity *q, int reading)
{
    return (q->flags & BL_QUANTITY_LIMIT) != 0 && reading != 0 &&
           bl_decimal_small(q->value[0], 99) >= 0 &&
           bl_decimal_small(q->value[reading], 2999) >= 1000;
}

/* The 2024 of it. */
static bool is_first_year(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_quantity *next = q + 1;

    return next < m->side[side]->quantities + m->side[side]->quantity_count &&
           next->entity == q->entity && next->native_count == 2 &&
           is_last_year(next, 1);
}

/* Any reading of both, which does not take the end of a range of years for the
 * beginning of another. */
static bool read_alike(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    return bl_roles_fit(a, b) && bl_any_reading(a, b, reading_a, reading_b) &&
           !(is_last_year(a, *reading_a) && is_first_year(m, 1, b)) &&
           !(is_last_year(b, *reading_b) && is_first_year(m, 0, a));
}

bool bl_answer_reading(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    return bl_is_hard(a) && bl_is_hard(b) &&
           read_alike(m, a, b, reading_a, reading_b);
}

/* ---- words -------------------------------------------------------------- */

bool bl_answer_word(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b)
{
    return (bl_is_hard(a) || bl_is_hard(b)) &&
           bl_answer_words(m, a, b, reading_a, reading_b);
}

bool bl_answer_words(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b)
{
    return a->evidence != BL_EVIDENCE_WEAK &&
           b->evidence != BL_EVIDENCE_WEAK &&
           read_alike(m, a, b, reading_a, reading_b);
}

/* The article of "a profit" is no first quarter. */
static bool is_no_quarter(const bl_quantity *weak, const bl_quantity *q)
{
    return weak->evidence == BL_EVIDENCE_WEAK &&
           weak->role == BL_QUANTITY_NUMBER && q->role == BL_QUANTITY_QUARTER;
}

bool bl_answer_weak_words(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b)
{
    (void)m;
    return !bl_is_hard(a) && !bl_is_hard(b) && bl_roles_fit(a, b) &&
           !is_no_quarter(a, b) && !is_no_quarter(b, a) &&
           bl_any_reading(a, b, reading_a, reading_b);
}

bool bl_answer_measure(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    return a->unit != BL_UNIT_NONE && a->unit == b->unit &&
           bl_answer_weak_words(m, a, b, reading_a, reading_b);
}

/* Parts of a date or time that say so; centuries and the like may be said
 * otherwise. */
static bool is_dated(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_YEAR || q->role == BL_QUANTITY_MONTH ||
           q->role == BL_QUANTITY_DAY || q->role == BL_QUANTITY_WEEKDAY ||
           q->role == BL_QUANTITY_QUARTER || bl_is_time_role(q->role);
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

/* ---- words that are not known ------------------------------------------- */

/* Whether `q` is `other` with a scale beside it in a word that is not known: a
 * thousand or more. */
static bool is_without_scale(const bl_matcher *m, int side,
                             const bl_quantity *q, const bl_quantity *other)
{
    const bl_decimal value = q->value[0];

    if (q->evidence != BL_EVIDENCE_DIGITS ||
        other->evidence != BL_EVIDENCE_DIGITS || other->scale != 0 ||
        !bl_is_plain(q->role) || !bl_is_plain(other->role) ||
        bl_matcher_says(m, 1 - side, BL_SAYS_SCALES))
        return false;
    for (int scale = 3; scale <= 12; scale += 3) {
        if (bl_decimal_equal(
                bl_decimal_of(value.coefficient, value.exponent - scale),
                other->value[0]))
            return true;
    }
    return false;
}

bool bl_answer_unscaled(const bl_matcher *m, const bl_quantity *a,
                        const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return is_without_scale(m, 0, a, b) || is_without_scale(m, 1, b, a);
}

/* ---- clocks and centuries ----------------------------------------------- */

/* Whether its half of the day is sure, be it read as an hour or not: 15. */
static bool is_settled(const bl_quantity *q, int64_t value)
{
    return (q->role == BL_QUANTITY_HOUR &&
            (q->flags & BL_QUANTITY_SETTLED) != 0) ||
           value > 12;
}

/* Half past eight and "20.30", which may be read as a decimal: their minutes
 * are the same, half a day apart or not. */
static bool is_written_hour(const bl_quantity *hour, const bl_quantity *other)
{
    enum { HALF_DAY = 12 * 60 };
    const double written = bl_decimal_approximate(other->value[0]);
    const int64_t hours = (int64_t)written;
    const int64_t minutes = (int64_t)((written - (double)hours) * 100 + 0.5);
    const int64_t said =
        (int64_t)(bl_decimal_approximate(hour->value[0]) * 60 + 0.5);

    return hour->role == BL_QUANTITY_HOUR && hour->reading_count != 0 &&
           !bl_decimal_is_integer(hour->value[0]) &&
           other->role == BL_QUANTITY_NUMBER && other->fraction_digits == 2 &&
           other->unit == BL_UNIT_NONE && hours >= 0 && hours <= 24 &&
           (hours * 60 + minutes) % HALF_DAY == said % HALF_DAY;
}

/* Whether four digits with nothing between them, as soldiers and airports
 * write a time, are so many minutes behind an hour: 0530, 1730. */
static bool is_time_in_one(const bl_quantity *q, const bl_quantity *hour,
                           int64_t behind)
{
    enum { HALF_DAY = 12 * 60 };
    const int64_t value = bl_decimal_small(q->value[0], 2359);
    double hours;
    int64_t left;

    if (hour->role != BL_QUANTITY_HOUR || q->role != BL_QUANTITY_NUMBER ||
        q->unit != BL_UNIT_NONE || q->scale != 0 ||
        q->evidence != BL_EVIDENCE_DIGITS ||
        q->numeral.limit - q->numeral.start != 4 || value < 0 ||
        value % 100 > 59)
        return false;
    hours = bl_decimal_approximate(hour->value[0]);
    left = value / 100 * 60 + value % 100 - behind -
           (int64_t)(hours * 60 + 0.5);
    return left == 0 ||
           (left == HALF_DAY && !is_settled(hour, (int64_t)hours));
}

/* Where the hour stands alone, a zero has to tell the digits from a year. */
static bool is_full_hour(const bl_matcher *m, int side, const bl_quantity *q,
                         const bl_quantity *hour)
{
    return is_time_in_one(q, hour, 0) &&
           m->side[side]->text.ptr[q->numeral.start] == '0';
}

bool bl_is_time_in_one(const bl_quantity *hour, const bl_quantity *minute,
                       const bl_quantity *whole)
{
    return minute->role == BL_QUANTITY_MINUTE &&
           is_time_in_one(whole, hour,
                          bl_decimal_small(minute->value[0], 59));
}

bool bl_answer_clock(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b)
{
    const int64_t x = bl_decimal_small(a->value[0], 24);
    const int64_t y = bl_decimal_small(b->value[0], 24);

    *reading_a = *reading_b = 0;
    if (is_written_hour(a, b) || is_written_hour(b, a) ||
        is_full_hour(m, 0, a, b) || is_full_hour(m, 1, b, a))
        return true;
    /* The 6 of 6:05 is not that of 5:06. */
    return bl_roles_fit(a, b) && !(is_settled(a, x) && is_settled(b, y)) &&
           (a->role == BL_QUANTITY_HOUR || b->role == BL_QUANTITY_HOUR) &&
           x >= 0 && y >= 0 && x % 12 == y % 12;
}

/* By its mark, or as a measure of time. */
static bool is_century(const bl_matcher *m, const bl_quantity *q)
{
    return q->role == BL_QUANTITY_CENTURY ||
           (q->unit == m->units->century && q->unit != BL_UNIT_NONE);
}

/* Whether the year is one of the century's. */
static bool is_within(const bl_matcher *m, const bl_quantity *century,
                      const bl_quantity *year)
{
    const int64_t hundreds = bl_decimal_small(century->value[0], 30);
    const int64_t value = bl_decimal_small(year->value[0], 2999);

    return is_century(m, century) && hundreds >= 1 && value >= 100 &&
           value / 100 + 1 == hundreds;
}

/* The 1700s are the 18th century, the 1730s ten years of it. */
static bool is_whole_decade(const bl_quantity *year)
{
    return year->role != BL_QUANTITY_DECADE ||
           bl_decimal_small(year->value[0], 2999) % 100 == 0;
}

bool bl_answer_century(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return (is_within(m, a, b) && is_whole_decade(b)) ||
           (is_within(m, b, a) && is_whole_decade(a));
}

static size_t digits_of(const bl_side *side, const bl_quantity *q)
{
    return bl_utf8_points(side->text.ptr + q->numeral.start,
                          q->numeral.limit - q->numeral.start);
}

/* The first year that the two digits may be one of, by what stands beside
 * them: an apostrophe, the word for a year, a letter; 0 where it is none. */
static int64_t first_year(const bl_matcher *m, int side, const bl_quantity *q)
{
    const uint32_t at = q->numeral.start;
    const char before = at != 0 ? m->side[side]->text.ptr[at - 1] : ' ';

    /* The last byte of U+2018 or U+2019, too. */
    if (before == '\'' || (unsigned char)before == 0x98 ||
        (unsigned char)before == 0x99)
        return 1000;
    if (q->role == BL_QUANTITY_YEAR || q->unit == m->units->year)
        return 1800;
    return (before | 0x20) >= 'a' && (before | 0x20) <= 'z' ? 1900 : 0;
}

/* Whether `q`, of `side`, is the year without its century. */
static bool is_short_year(const bl_matcher *m, int side, const bl_quantity *q,
                          const bl_quantity *year)
{
    const int64_t full = bl_decimal_small(year->value[0], 2099);
    const int64_t first = full > 0 ? first_year(m, side, q) : 0;

    return first != 0 && full >= first && q->reading_count != 0 &&
           digits_of(m->side[side], q) == 2 &&
           digits_of(m->side[1 - side], year) == 4 &&
           full % 100 == bl_decimal_small(q->value[0], 99);
}

bool bl_answer_short_year(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b)
{
    *reading_a = *reading_b = 0;
    return is_short_year(m, 0, a, b) || is_short_year(m, 1, b, a);
}

bool bl_is_half_hour(const bl_quantity *hour, const bl_quantity *minute,
                     const bl_quantity *whole)
{
    const int64_t minutes = bl_decimal_small(minute->value[0], 59);
    int hours_read = hour->reading_count;
    int wholes_read = whole->reading_count;

    /* "20.50" would be ten to nine. */
    if (hour->role != BL_QUANTITY_HOUR ||
        minute->role != BL_QUANTITY_MINUTE || minutes < 1 ||
        (whole->fraction_digits == 2 && whole->unit == BL_UNIT_NONE))
        return false;
    if (are_settled(hour, whole))
        hours_read = wholes_read = 1;
    for (int i = 0; i < hours_read; i++) {
        const int64_t hours = bl_decimal_small(hour->value[i], 24);
        bl_decimal value;

        for (int j = 0; hours >= 0 && j < wholes_read; j++) {
            if (bl_decimal_ratio(hours * 60 + minutes, 60, &value) &&
                bl_decimal_equal(value, whole->value[j]))
                return true;
        }
    }
    return false;
}

/* ---- explained by what is there ----------------------------------------- */

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

        if (m->pairing[1 - side][i].answer == BL_ANSWER_NONE ||
            bl_have_other_names(m, side, q, other) ||
            !(says_again(q, other) ||
              (q->role == BL_QUANTITY_CENTURY && is_within(m, q, other))))
            continue;
        m->pairing[side][at] =
            (bl_pairing){ (int32_t)i, BL_ANSWER_REPEATED, 0 };
        return true;
    }
    return false;
}

/* Whether a bracket alone parts two measures of one kind, and they are alike to
 * a fiftieth: what somebody converted with less care, "7600 miles (12,270
 * km)". */
static bool is_glossed(const bl_matcher *m, int side, const bl_quantity *first,
                       const bl_quantity *second)
{
    enum { NEAR = 50 };
    const char *text = m->side[side]->text.ptr;
    double given;
    double converted;

    if (second->whole.start <= first->whole.limit ||
        second->whole.start - first->whole.limit > 2 ||
        text[second->whole.start - 1] != '(' ||
        first->unit == second->unit || first->reading_count == 0 ||
        second->reading_count == 0 ||
        !bl_units_convertible(m->units, first->unit, second->unit))
        return false;
    given = bl_decimal_approximate(second->value[0]);
    converted =
        bl_units_convert(m->units, bl_decimal_approximate(first->value[0]),
                         first->unit, second->unit);
    return given > 0 && converted > 0 &&
           NEAR * (converted > given ? converted - given
                                     : given - converted) <= given;
}

/* A conversion that one side adds: "6 feet (1.83 m)". */
static void explain_by_own(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    int reading;
    int unused;

    for (uint32_t i = at > 2 ? at - 2 : 0;
         i <= at + 2 && i < m->side[side]->quantity_count; i++) {
        const bl_quantity *other = bl_matcher_get(m, side, i);

        if (i == at || m->pairing[side][i].partner < 0 ||
            !(bl_answer_converted(m, other, q, &reading, &unused) ||
              (i + 1 == at && is_glossed(m, side, other, q)) ||
              (i == at + 1 && is_glossed(m, side, q, other))))
            continue;
        m->pairing[side][at] = (bl_pairing){
            m->pairing[side][i].partner, BL_ANSWER_REPEATED, 0
        };
        return;
    }
}

/* The same of a measure in two parts: "5 feet 10 inches (178 cm)". */
static bool explain_parts_by_own(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const uint32_t count = m->side[side]->quantity_count;

    if (at + 1 >= count || !bl_matcher_is_open(m, side, at + 1))
        return false;
    for (uint32_t i = at > 0 ? at - 1 : 0; i <= at + 2 && i < count; i++) {
        if (i == at || i == at + 1 || m->pairing[side][i].partner < 0 ||
            !bl_is_sum(m, q, q + 1, bl_matcher_get(m, side, i)))
            continue;
        m->pairing[side][at] = (bl_pairing){
            m->pairing[side][i].partner, BL_ANSWER_REPEATED, 0
        };
        m->pairing[side][at + 1] = m->pairing[side][at];
        return true;
    }
    return false;
}

/* The 100 of "56 out of 100", which is 56 %. */
static bool explain_by_percent(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    if (!bl_is_plain(q->role) || q->unit != BL_UNIT_NONE ||
        bl_decimal_small(q->value[0], 100) != 100)
        return false;
    for (uint32_t i = at > 0 ? at - 1 : 0;
         i <= at + 1 && i < m->side[side]->quantity_count; i++) {
        const int32_t partner = m->pairing[side][i].partner;

        if (i == at || partner < 0 ||
            bl_matcher_get(m, side, i)->unit != BL_UNIT_NONE ||
            bl_matcher_get(m, 1 - side, (uint32_t)partner)->unit !=
                m->units->percent)
            continue;
        m->pairing[side][at] = (bl_pairing){ partner, BL_ANSWER_REPEATED, 0 };
        return true;
    }
    return false;
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
        !bl_is_half_hour(bl_matcher_get(m, side, at - 1), q,
                         bl_matcher_get(m, 1 - side, (uint32_t)partner)))
        return false;
    m->pairing[side][at] = (bl_pairing){ partner, BL_ANSWER_REPEATED, 0 };
    return true;
}

/* The fraction of a mixed number of the other side that was answered by its
 * whole one: 14⅓ and "14 ... one third". */
static bool is_left_of_mixed(const bl_matcher *m, int side, uint32_t at,
                             bl_decimal fraction)
{
    const bl_quantity *mixed = bl_matcher_get(m, side, at);
    const bl_pairing *pairing = &m->pairing[side][at];
    bl_decimal sum;

    return pairing->partner >= 0 && pairing->reading != 0 &&
           !bl_decimal_is_integer(mixed->value[0]) &&
           bl_decimal_add(mixed->value[pairing->reading], fraction, &sum) &&
           bl_decimal_equal(sum, mixed->value[0]);
}

static bool explain_by_mixed(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const bool parts =
        at + 1 < m->side[side]->quantity_count &&
        bl_matcher_is_open(m, side, at + 1) && bl_is_plain(q->role) &&
        bl_is_plain(q[1].role);
    bl_decimal fraction = q->value[0];

    if (q->role != BL_QUANTITY_FRACTION &&
        !(parts &&
          bl_decimal_ratio(bl_decimal_small(q[0].value[0], 99),
                           bl_decimal_small(q[1].value[0], 999), &fraction)))
        return false;
    for (uint32_t i = 0; i < m->side[1 - side]->quantity_count; i++) {
        if (!is_left_of_mixed(m, 1 - side, i, fraction))
            continue;
        m->pairing[side][at] =
            (bl_pairing){ (int32_t)i, BL_ANSWER_REPEATED, 0 };
        if (q->role != BL_QUANTITY_FRACTION)
            m->pairing[side][at + 1] = m->pairing[side][at];
        return true;
    }
    return false;
}

/* What answers the beginning of a range of which this is the end, or -1. */
static int32_t answer_of_start(bl_matcher *m, int side, uint32_t at)
{
    return at > 0 && (bl_matcher_get(m, side, at)->flags &
                      BL_QUANTITY_LIMIT) != 0
               ? m->pairing[side][at - 1].partner
               : -1;
}

/* The 23 of "21–23 °C", where the 21 is answered by "the low 20s". */
static bool explain_by_tens(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const int32_t partner = answer_of_start(m, side, at);

    if (partner < 0 ||
        !bl_is_of_tens(m->units,
                       bl_matcher_get(m, 1 - side, (uint32_t)partner), q))
        return false;
    m->pairing[side][at] = (bl_pairing){ partner, BL_ANSWER_REPEATED, 0 };
    return true;
}

/* The 89 of "1980-89", where the 1980 is answered by "the 80s". */
static bool explain_by_decade(bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const int32_t partner = answer_of_start(m, side, at);
    const int64_t first =
        partner >= 0
            ? bl_decimal_small(bl_matcher_get(m, side, at - 1)->value[0], 2999)
            : -1;

    if (first < 1000 || first % 10 != 0 ||
        bl_matcher_get(m, 1 - side, (uint32_t)partner)->role !=
            BL_QUANTITY_DECADE)
        return false;
    for (int i = 0; i < q->reading_count; i++) {
        const int64_t last = bl_decimal_small(q->value[i], 2999);

        if (last != first + 9 && last != first + 10)
            continue;
        m->pairing[side][at] = (bl_pairing){ partner, BL_ANSWER_REPEATED, 0 };
        return true;
    }
    return false;
}

/* The 365 of "24 hours, 365 days", where the other side says 24/7. */
static bool explain_by_days(bl_matcher *m, int side, uint32_t at)
{
    enum { HOURS = 24, DAYS = 365 };
    const int32_t partner = at > 0 ? m->pairing[side][at - 1].partner : -1;

    if (partner < 0 ||
        bl_decimal_small(bl_matcher_get(m, side, at)->value[0], DAYS) !=
            DAYS ||
        bl_decimal_small(bl_matcher_get(m, side, at - 1)->value[0], HOURS) !=
            HOURS)
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
                !explain_by_mixed(m, side, at) &&
                !explain_by_tens(m, side, at) &&
                !explain_by_decade(m, side, at) &&
                !explain_by_days(m, side, at) &&
                !bl_explain_by_zone(m, side, at) &&
                !explain_by_percent(m, side, at) &&
                !explain_by_other(m, side, at) &&
                bl_matcher_get(m, side, at)->unit != BL_UNIT_NONE &&
                !explain_parts_by_own(m, side, at))
                explain_by_own(m, side, at);
        }
    }
}
