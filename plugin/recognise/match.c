/* SPDX-License-Identifier: Apache-2.0 */
/* Assigning the quantities of one side to those of the other. */
#include "recognise/match.h"

#include "base/hash.h"
#include "recognise/change.h"

#include <stdlib.h>
#include <string.h>

/* Above so many left-overs on a side only equal values are looked for. */
enum { LEFT_MAX = 64 };

typedef struct matcher {
    const bl_side *side[2];
    const bl_units *units;
    bl_pairing *pairing[2];
    bl_arena *arena;
    bl_difference *differences;
    uint32_t difference_count;
    /* quantities without an answer, at most LEFT_MAX a side */
    uint32_t left[2][LEFT_MAX];
    uint32_t left_count[2];
} matcher;

bool bl_is_date_role(uint8_t role)
{
    switch (role) {
    case BL_QUANTITY_YEAR:
    case BL_QUANTITY_DECADE:
    case BL_QUANTITY_CENTURY:
    case BL_QUANTITY_QUARTER:
    case BL_QUANTITY_MONTH:
    case BL_QUANTITY_DAY:
    case BL_QUANTITY_WEEKDAY:
        return true;
    default:
        return false;
    }
}

bool bl_is_time_role(uint8_t role)
{
    return role == BL_QUANTITY_HOUR || role == BL_QUANTITY_MINUTE ||
           role == BL_QUANTITY_SECOND;
}

static const bl_quantity *get(const matcher *m, int side, uint32_t at)
{
    return &m->side[side]->quantities[at];
}

static void assign(matcher *m, uint32_t a, uint32_t b, bl_answer answer,
                   int reading_a, int reading_b)
{
    m->pairing[0][a] =
        (bl_pairing){ (int32_t)b, (uint8_t)answer, (uint8_t)reading_a };
    m->pairing[1][b] =
        (bl_pairing){ (int32_t)a, (uint8_t)answer, (uint8_t)reading_b };
}

/* ---- which roles may answer each other ---------------------------------------- */

static bool is_named(uint8_t role)
{
    return role == BL_QUANTITY_MONTH || role == BL_QUANTITY_WEEKDAY;
}

/* A month or weekday answers its like, and a number only where one of the
 * two is written in digits ("tháng 5", "thứ 2"). */
static bool roles_fit(const bl_quantity *a, const bl_quantity *b)
{
    if (a->role == b->role)
        return true;
    if (is_named(a->role) && is_named(b->role))
        return false;
    return true;
}

static bool is_hard(const bl_quantity *q)
{
    return q->evidence >= BL_EVIDENCE_NAME;
}

/* ---- equal values ---------------------------------------------------------------- */

typedef struct key {
    uint64_t hash;
    uint32_t index;
} key;

static int compare_keys(const void *a, const void *b)
{
    const key *x = a;
    const key *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static uint64_t hash_of(const bl_quantity *q, bool with_role)
{
    return bl_hash_mix((uint64_t)q->value[0].coefficient * 31 +
                       (uint64_t)(uint32_t)q->value[0].exponent) ^
           (with_role ? bl_hash_mix(q->role + 1u) : 0);
}

static key *sorted_keys(matcher *m, int side, bool with_role,
                        uint32_t *count)
{
    const uint32_t all = m->side[side]->quantity_count;
    key *keys = bl_arena_alloc(m->arena, all, sizeof(*keys));

    *count = 0;
    for (uint32_t i = 0; keys != NULL && i < all; i++) {
        const bl_quantity *q = get(m, side, i);

        if (m->pairing[side][i].answer == BL_ANSWER_NONE && is_hard(q) &&
            q->reading_count != 0)
            keys[(*count)++] = (key){ hash_of(q, with_role), i };
    }
    if (keys != NULL)
        qsort(keys, *count, sizeof(*keys), compare_keys);
    return keys;
}

/* Digits and names that say the same, in the order of the text. Linear but
 * for the sort, however many there are. */
static void match_equal(matcher *m, bool with_role)
{
    uint32_t counts[2];
    const key *a = sorted_keys(m, 0, with_role, &counts[0]);
    const key *b = sorted_keys(m, 1, with_role, &counts[1]);
    uint32_t j = 0;

    for (uint32_t i = 0; a != NULL && b != NULL && i < counts[0]; i++) {
        while (j < counts[1] && b[j].hash < a[i].hash)
            j++;
        if (j == counts[1])
            break;
        if (b[j].hash != a[i].hash ||
            !bl_decimal_equal(get(m, 0, a[i].index)->value[0],
                              get(m, 1, b[j].index)->value[0]) ||
            !roles_fit(get(m, 0, a[i].index), get(m, 1, b[j].index)))
            continue;
        assign(m, a[i].index, b[j].index, BL_ANSWER_EQUAL, 0, 0);
        j++;
    }
}

/* ---- what is left ------------------------------------------------------------------ */

static void collect_left(matcher *m)
{
    for (int side = 0; side < 2; side++) {
        m->left_count[side] = 0;
        for (uint32_t i = 0; i < m->side[side]->quantity_count &&
                             m->left_count[side] < LEFT_MAX;
             i++) {
            if (m->pairing[side][i].answer == BL_ANSWER_NONE &&
                get(m, side, i)->reading_count != 0)
                m->left[side][m->left_count[side]++] = i;
        }
    }
}

/* A test of two quantities; the readings by which they answer. */
typedef bool (*test)(const matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b);

/* Every left-over of the source takes the first of the target that passes. */
static void match_left(matcher *m, test passes, bl_answer answer)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t a = m->left[0][i];

        if (m->pairing[0][a].answer != BL_ANSWER_NONE)
            continue;
        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            const uint32_t b = m->left[1][j];
            int reading_a = 0;
            int reading_b = 0;

            if (m->pairing[1][b].answer != BL_ANSWER_NONE ||
                !passes(m, get(m, 0, a), get(m, 1, b), &reading_a,
                        &reading_b))
                continue;
            assign(m, a, b, answer, reading_a, reading_b);
            break;
        }
    }
}

static bool any_reading(const bl_quantity *a, const bl_quantity *b,
                        int *reading_a, int *reading_b)
{
    for (int i = 0; i < a->reading_count; i++) {
        for (int j = 0; j < b->reading_count; j++) {
            if (!bl_decimal_equal(a->value[i], b->value[j]))
                continue;
            *reading_a = i;
            *reading_b = j;
            return true;
        }
    }
    return false;
}

static bool hard_readings(const matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b)
{
    (void)m;
    return is_hard(a) && is_hard(b) && roles_fit(a, b) &&
           any_reading(a, b, reading_a, reading_b);
}

static bool one_is_hard(const matcher *m, const bl_quantity *a,
                        const bl_quantity *b, int *reading_a, int *reading_b)
{
    (void)m;
    return (is_hard(a) || is_hard(b)) && roles_fit(a, b) &&
           a->evidence != BL_EVIDENCE_WEAK &&
           b->evidence != BL_EVIDENCE_WEAK &&
           any_reading(a, b, reading_a, reading_b);
}

static bool strong_words(const matcher *m, const bl_quantity *a,
                         const bl_quantity *b, int *reading_a, int *reading_b)
{
    (void)m;
    return a->evidence != BL_EVIDENCE_WEAK &&
           b->evidence != BL_EVIDENCE_WEAK && roles_fit(a, b) &&
           any_reading(a, b, reading_a, reading_b);
}

static bool whatever_words(const matcher *m, const bl_quantity *a,
                           const bl_quantity *b, int *reading_a,
                           int *reading_b)
{
    (void)m;
    return roles_fit(a, b) && any_reading(a, b, reading_a, reading_b);
}

/* ---- rules of thumb ------------------------------------------------------------------ */

/* 45 miles and 72 km; as exact as the rounder of the two numbers. */
static bool converted(const matcher *m, const bl_quantity *a,
                      const bl_quantity *b, int *reading_a, int *reading_b)
{
    double value;
    double other;
    double slack;

    *reading_a = *reading_b = 0;
    if (a->unit == b->unit || !bl_units_convertible(m->units, a->unit, b->unit))
        return false;
    other = bl_decimal_approximate(b->value[0]);
    value = bl_units_convert(m->units, bl_decimal_approximate(a->value[0]),
                             a->unit, b->unit);
    slack = bl_rounding(b->value[0]);
    other = value > other ? value - other : other - value;
    /* Half a place of the source, converted. */
    value = bl_units_convert(m->units,
                             bl_decimal_approximate(a->value[0]) +
                                 bl_rounding(a->value[0]),
                             a->unit, b->unit) -
            value;
    if (value < 0)
        value = -value;
    return other <= 1.001 * (slack > value ? slack : value);
}

/* 20th century and the 1900s, and a century said by its years. */
static bool century_and_year(const matcher *m, const bl_quantity *a,
                             const bl_quantity *b, int *reading_a,
                             int *reading_b)
{
    const bool a_is = a->role == BL_QUANTITY_CENTURY;
    const bl_quantity *century = a_is ? a : b;
    const bl_quantity *year = a_is ? b : a;
    const int64_t hundreds = bl_decimal_small(century->value[0], 30);
    const int64_t value = bl_decimal_small(year->value[0], 2999);

    (void)m;
    *reading_a = *reading_b = 0;
    if (century->role != BL_QUANTITY_CENTURY || hundreds < 1 || value < 100)
        return false;
    return value / 100 + 1 == hundreds;
}

/* Clocks: the two sides chose another half of the day, or one of them is no
 * time for us ("8 giờ" may be hours). */
static bool clocks(const matcher *m, const bl_quantity *a,
                   const bl_quantity *b, int *reading_a, int *reading_b)
{
    const int64_t x = bl_decimal_small(a->value[0], 24);
    const int64_t y = bl_decimal_small(b->value[0], 24);

    (void)m;
    *reading_a = *reading_b = 0;
    return (a->role == BL_QUANTITY_HOUR || b->role == BL_QUANTITY_HOUR) &&
           x >= 0 && y >= 0 && x % 12 == y % 12;
}

/* ---- parts that make up one number ------------------------------------------------- */

/* "5 000" read as two numbers where the locale does not group by spaces, and
 * "6 feet 2 inches" against 1.88 m: neighbours that are one value. */
static bool neighbours(const matcher *m, int side, uint32_t a, uint32_t b)
{
    const bl_quantity *x = get(m, side, a);
    const bl_quantity *y = get(m, side, b);

    return y->span.start >= x->span.limit &&
           y->span.start - x->span.limit <= 12;
}

static bool sum_answers(const matcher *m, int side, uint32_t a, uint32_t b,
                        const bl_quantity *whole)
{
    const bl_quantity *x = get(m, side, a);
    const bl_quantity *y = get(m, side, b);
    bl_decimal joined;

    if (x->evidence == BL_EVIDENCE_DIGITS &&
        bl_decimal_small(y->value[0], 999) >= 0 &&
        y->span.limit - y->span.start == 3 &&
        y->span.start == x->span.limit + 1 &&
        bl_decimal_multiply(x->value[0], bl_decimal_of(1, 3), &joined) &&
        bl_decimal_add(joined, y->value[0], &joined) &&
        bl_decimal_equal(joined, whole->value[0]))
        return true;
    if (bl_units_convertible(m->units, x->unit, y->unit) &&
        bl_units_convertible(m->units, x->unit, whole->unit)) {
        const double sum =
            bl_units_convert(m->units, bl_decimal_approximate(x->value[0]),
                             x->unit, whole->unit) +
            bl_units_convert(m->units, bl_decimal_approximate(y->value[0]),
                             y->unit, whole->unit);
        const double value = bl_decimal_approximate(whole->value[0]);
        const double off = sum > value ? sum - value : value - sum;

        return off <= 1.001 * bl_rounding(whole->value[0]);
    }
    return false;
}

static void match_sums(matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i + 1 < m->left_count[side]; i++) {
            const uint32_t a = m->left[side][i];
            const uint32_t b = m->left[side][i + 1];

            if (b != a + 1 || !neighbours(m, side, a, b) ||
                m->pairing[side][a].answer != BL_ANSWER_NONE)
                continue;
            for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
                const uint32_t whole = m->left[1 - side][j];

                if (m->pairing[1 - side][whole].answer != BL_ANSWER_NONE ||
                    !sum_answers(m, side, a, b, get(m, 1 - side, whole)))
                    continue;
                m->pairing[side][a] =
                    (bl_pairing){ (int32_t)whole, BL_ANSWER_SOFT, 0 };
                m->pairing[side][b] = m->pairing[side][a];
                m->pairing[1 - side][whole] =
                    (bl_pairing){ (int32_t)a, BL_ANSWER_SOFT, 0 };
                break;
            }
        }
    }
}

/* ---- repetitions ------------------------------------------------------------------------ */

/* A value that the other side says too, but less often, is no loss: "the two
 * countries ... both countries". */
static void match_repeated(matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t a = m->left[side][i];
            const bl_quantity *q = get(m, side, a);

            if (m->pairing[side][a].answer != BL_ANSWER_NONE)
                continue;
            for (uint32_t j = 0; j < m->side[1 - side]->quantity_count; j++) {
                const bl_quantity *other = get(m, 1 - side, j);
                int reading_a;
                int reading_b;

                if (m->pairing[1 - side][j].answer == BL_ANSWER_NONE ||
                    !roles_fit(q, other) ||
                    !any_reading(q, other, &reading_a, &reading_b))
                    continue;
                m->pairing[side][a] =
                    (bl_pairing){ (int32_t)j, BL_ANSWER_REPEATED,
                                  (uint8_t)reading_a };
                break;
            }
        }
    }
}

/* ---- differences ---------------------------------------------------------------------------- */

static void add_difference(matcher *m, bl_difference_kind kind, int32_t a,
                           int32_t b, bool strong)
{
    bl_difference *d = &m->differences[m->difference_count++];

    *d = (bl_difference){ .kind = (uint8_t)kind,
                          .strong = strong,
                          .source = a,
                          .target = b };
    if (kind == BL_DIFFERENCE_ALTERED) {
        d->change = (uint8_t)bl_change_of(get(m, 0, (uint32_t)a),
                                          get(m, 1, (uint32_t)b));
        m->pairing[0][a].partner = b;
        m->pairing[1][b].partner = a;
    }
}

static bool is_open(const matcher *m, int side, uint32_t at)
{
    return m->pairing[side][at].answer == BL_ANSWER_NONE &&
           m->pairing[side][at].partner < 0;
}

/* How unlike two left-overs are; under 0 they cannot be the same thing. */
static int unlikeness(const matcher *m, uint32_t a, uint32_t b)
{
    const bl_quantity *x = get(m, 0, a);
    const bl_quantity *y = get(m, 1, b);
    int cost = 0;

    if (is_named(x->role) != is_named(y->role) ||
        (is_named(x->role) && x->role != y->role))
        return -1;
    if (x->evidence == BL_EVIDENCE_WEAK || y->evidence == BL_EVIDENCE_WEAK)
        return -1;
    cost += x->role != y->role ? 4 : 0;
    cost += x->unit != y->unit ? 3 : 0;
    cost += x->evidence != y->evidence ? 2 : 0;
    cost += bl_change_of(x, y) == BL_CHANGE_OTHER ? 8 : 0;
    return cost;
}

/* The most alike first. */
static void pair_left(matcher *m)
{
    for (;;) {
        int best = -1;
        uint32_t best_a = 0;
        uint32_t best_b = 0;

        for (uint32_t i = 0; i < m->left_count[0]; i++) {
            for (uint32_t j = 0; j < m->left_count[1]; j++) {
                const uint32_t a = m->left[0][i];
                const uint32_t b = m->left[1][j];
                int cost;

                if (!is_open(m, 0, a) || !is_open(m, 1, b))
                    continue;
                cost = unlikeness(m, a, b);
                if (cost < 0 || (best >= 0 && cost >= best))
                    continue;
                best = cost;
                best_a = a;
                best_b = b;
            }
        }
        if (best < 0)
            return;
        add_difference(m, BL_DIFFERENCE_ALTERED, (int32_t)best_a,
                       (int32_t)best_b, true);
    }
}

/* A lone number is worth a word when it is not small: translators drop and
 * add small ones freely (one, two, first). */
static bool is_telling(const bl_quantity *q)
{
    const int64_t small = bl_decimal_small(q->value[0], 12);

    if (q->evidence != BL_EVIDENCE_DIGITS || is_named(q->role) ||
        (q->flags & (BL_QUANTITY_ATTACHED | BL_QUANTITY_LIST)) != 0)
        return false;
    return small < 0;
}

static void report_lone(matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];

            if (!is_open(m, side, at) ||
                get(m, side, at)->evidence == BL_EVIDENCE_WEAK)
                continue;
            add_difference(m,
                           side == 0 ? BL_DIFFERENCE_MISSING
                                     : BL_DIFFERENCE_EXTRA,
                           side == 0 ? (int32_t)at : -1,
                           side == 1 ? (int32_t)at : -1,
                           is_telling(get(m, side, at)));
        }
    }
}

static int compare_differences(const void *a, const void *b)
{
    const bl_difference *x = a;
    const bl_difference *y = b;

    if ((x->source < 0) != (y->source < 0))
        return x->source < 0 ? 1 : -1;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

static bool prepare(matcher *m)
{
    for (int side = 0; side < 2; side++) {
        const uint32_t count = m->side[side]->quantity_count;

        m->pairing[side] =
            bl_arena_alloc(m->arena, count, sizeof(bl_pairing));
        if (m->pairing[side] == NULL)
            return false;
        for (uint32_t i = 0; i < count; i++)
            m->pairing[side][i] = (bl_pairing){ -1, BL_ANSWER_NONE, 0 };
    }
    m->differences =
        bl_arena_alloc(m->arena, 2 * LEFT_MAX, sizeof(bl_difference));
    return m->differences != NULL;
}

const bl_match *bl_match_sides(const bl_side *source, const bl_side *target,
                               bl_arena *arena)
{
    matcher m = { .side = { source, target },
                  .units = source->language->units,
                  .arena = arena };
    bl_match *match = bl_arena_alloc(arena, 1, sizeof(*match));

    if (match == NULL || !prepare(&m))
        return NULL;
    match_equal(&m, true);
    match_equal(&m, false);
    collect_left(&m);
    if (m.left_count[0] != 0 || m.left_count[1] != 0) {
        match_left(&m, hard_readings, BL_ANSWER_READING);
        match_left(&m, one_is_hard, BL_ANSWER_READING);
        match_left(&m, strong_words, BL_ANSWER_EQUAL);
        match_left(&m, converted, BL_ANSWER_CONVERTED);
        match_left(&m, clocks, BL_ANSWER_SOFT);
        match_left(&m, century_and_year, BL_ANSWER_SOFT);
        match_sums(&m);
        match_left(&m, whatever_words, BL_ANSWER_SOFT);
        match_repeated(&m);
        pair_left(&m);
        report_lone(&m);
        qsort(m.differences, m.difference_count, sizeof(*m.differences),
              compare_differences);
    }
    if (arena->failed)
        return NULL;
    match->side[0] = m.pairing[0];
    match->side[1] = m.pairing[1];
    match->differences = m.differences;
    match->difference_count = m.difference_count;
    return match;
}
