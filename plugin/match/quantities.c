/* SPDX-License-Identifier: Apache-2.0 */
/* Assigning the quantities of one side to those of the other. */
#include "match/quantities.h"

#include "base/hash.h"
#include "base/sort.h"
#include "match/matching.h"

#include <stdlib.h>
#include <string.h>

bool bl_is_date_role(uint8_t role)
{
    switch (role) {
    case BL_QUANTITY_YEAR:
    case BL_QUANTITY_DECADE:
    case BL_QUANTITY_CENTURY:
    case BL_QUANTITY_QUARTER:
    case BL_QUANTITY_HALF:
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

void bl_matcher_assign(bl_matcher *m, uint32_t a, uint32_t b,
                       bl_answer answer, int reading_a, int reading_b)
{
    m->pairing[0][a] =
        (bl_pairing){ (int32_t)b, (uint8_t)answer, (uint8_t)reading_a };
    m->pairing[1][b] =
        (bl_pairing){ (int32_t)a, (uint8_t)answer, (uint8_t)reading_b };
}

/* ---- equal at first sight ----------------------------------------------- */

/* How like each other two quantities have to be, besides their values. */
typedef enum likeness { SAME_VALUE, SAME_ROLE, SAME_UNIT } likeness;

static bool is_sure(const bl_quantity *q)
{
    return bl_is_hard(q) && q->reading_count != 0;
}

/* Whether both have a unit, and not the same. */
static bool have_units_apart(const bl_quantity *a, const bl_quantity *b)
{
    return a->unit != b->unit && a->unit != BL_UNIT_NONE &&
           b->unit != BL_UNIT_NONE;
}

/* Whether two sure quantities are the same by the likeliest reading of both.
 * The 1 h of "1h, 1d" rather is an hour of the clock than a day. */
static bool is_equal(const bl_quantity *a, const bl_quantity *b,
                     likeness alike)
{
    return bl_decimal_equal(a->value[0], b->value[0]) &&
           (alike < SAME_ROLE
                ? bl_roles_fit(a, b)
                : a->role == b->role && !have_units_apart(a, b)) &&
           (((a->flags | b->flags) & BL_QUANTITY_ROW) == 0 ||
            bl_roles_fit(a, b)) &&
           (alike < SAME_UNIT || a->unit == b->unit);
}

/* What is left over, digits and names, takes the first of the target that is
 * equal; false when all of the source has found one. */
static bool match_alike(bl_matcher *m, likeness alike)
{
    uint32_t first = 0; /* of the target that may be open */
    bool left = false;

    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t at = m->left[0][i];
        const bl_quantity *a = bl_matcher_get(m, 0, at);
        bool open = bl_matcher_is_open(m, 0, at);

        while (first < m->left_count[1] &&
               !bl_matcher_is_open(m, 1, m->left[1][first]))
            first++;
        for (uint32_t j = first; open && j < m->left_count[1]; j++) {
            const uint32_t b = m->left[1][j];

            if (!bl_matcher_is_open(m, 1, b) ||
                !is_equal(a, bl_matcher_get(m, 1, b), alike) ||
                (alike == SAME_UNIT &&
                 bl_have_other_names(m, 0, a, bl_matcher_get(m, 1, b))))
                continue;
            bl_matcher_assign(m, at, b, BL_ANSWER_EQUAL, 0, 0);
            open = false;
        }
        left = left || open;
    }
    return left;
}

/* The same unit and role; then the same role; then whatever the role. */
static void match_equal(bl_matcher *m)
{
    if (match_alike(m, SAME_UNIT) && match_alike(m, SAME_ROLE))
        match_alike(m, SAME_VALUE);
}

/* ---- very many ---------------------------------------------------------- */

static bl_sort_item *sorted_keys(bl_matcher *m, int side, uint32_t *count)
{
    const uint32_t all = m->side[side]->quantity_count;
    bl_sort_item *keys = bl_arena_alloc(m->arena, all, sizeof(*keys));

    *count = 0;
    for (uint32_t i = 0; keys != NULL && i < all; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);
        const uint64_t value =
            (uint64_t)q->value[0].coefficient * 31 +
            (uint64_t)(uint32_t)q->value[0].exponent;
        const uint64_t hash = bl_hash_mix(value) ^ bl_hash_mix(q->role + 1u);

        if (is_sure(q))
            keys[(*count)++] = (bl_sort_item){ hash, i };
    }
    if (keys != NULL)
        qsort(keys, *count, sizeof(*keys), bl_sort_compare);
    return keys;
}

/* Equal digits and names without looking at every pair of them: linear but
 * for the sort. */
static void match_many(bl_matcher *m)
{
    uint32_t counts[2];
    const bl_sort_item *a = sorted_keys(m, 0, &counts[0]);
    const bl_sort_item *b = sorted_keys(m, 1, &counts[1]);
    uint32_t j = 0;

    for (uint32_t i = 0; a != NULL && b != NULL && i < counts[0]; i++) {
        while (j < counts[1] && b[j].key < a[i].key)
            j++;
        if (j == counts[1])
            break;
        if (b[j].key != a[i].key ||
            !is_equal(bl_matcher_get(m, 0, a[i].index),
                      bl_matcher_get(m, 1, b[j].index), SAME_ROLE))
            continue;
        bl_matcher_assign(m, a[i].index, b[j].index, BL_ANSWER_EQUAL, 0, 0);
        j++;
    }
}

/* ---- the usual ---------------------------------------------------------- */

/* Whether the other side may say it as a fraction. */
static bool is_part(const bl_matcher *m, const bl_quantity *q)
{
    return q->role == BL_QUANTITY_FRACTION || q->fraction_digits != 0 ||
           q->unit == m->units->percent || q->unit == m->units->tenth;
}

/* What kind of things are left, so that answers that none of them could have
 * are not looked for. */
static void note_left(bl_matcher *m)
{
    m->left_roles = 0;
    m->left_units = false;
    m->left_parts = false;
    for (int side = 0; side < 2; side++) {
        uint8_t surest = BL_EVIDENCE_WEAK;

        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const bl_quantity *q = bl_matcher_get(m, side, m->left[side][i]);

            surest = q->evidence > surest ? q->evidence : surest;
            m->left_roles |= (uint16_t)(1u << q->role);
            m->left_units = m->left_units || q->unit != BL_UNIT_NONE;
            m->left_parts = m->left_parts || is_part(m, q);
        }
        m->left_evidence[side] = surest;
    }
}

/* What has no answer and is at least so sure. False when nothing is left that
 * could be a difference, or the answer to anything but a weak word: such words
 * explain what is surer than they are, and are never missed. */
static bool collect_left(bl_matcher *m, bl_evidence least)
{
    bool sure = false;

    for (int side = 0; side < 2; side++) {
        const bl_pairing *pairing = m->pairing[side];
        const uint32_t all = m->side[side]->quantity_count;
        uint32_t open = 0;
        uint32_t count = 0;

        /* Without branches: which are left cannot be foreseen. */
        for (uint32_t i = 0; i < all && open < BL_LEFT_MAX; i++) {
            const bl_quantity *q = bl_matcher_get(m, side, i);
            const bool is_open = (pairing[i].answer == BL_ANSWER_NONE) &
                                 (q->reading_count != 0);

            m->left[side][count] = i;
            count += is_open & (q->evidence >= least);
            open += is_open;
            sure |= is_open & (q->evidence != BL_EVIDENCE_WEAK);
        }
        m->left_count[side] = count;
    }
    return sure;
}

/* Leave out what has been answered since. */
static void drop_answered(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        uint32_t count = 0;

        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];

            if (bl_matcher_is_open(m, side, at))
                m->left[side][count++] = at;
        }
        m->left_count[side] = count;
    }
    note_left(m);
}

static bool has_both(const bl_matcher *m)
{
    return m->left_count[0] != 0 && m->left_count[1] != 0;
}

/* Every left-over of the source takes the first of the target that passes, and
 * has the unit if `alike`. */
static void match_some(bl_matcher *m, bl_answer_test passes, bl_answer answer,
                       bool alike)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t a = m->left[0][i];

        if (!bl_matcher_is_open(m, 0, a))
            continue;
        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            const uint32_t b = m->left[1][j];
            const bl_quantity *one = bl_matcher_get(m, 0, a);
            const bl_quantity *other = bl_matcher_get(m, 1, b);
            int reading_a = 0;
            int reading_b = 0;

            if (!bl_matcher_is_open(m, 1, b) ||
                (alike && one->unit != other->unit) ||
                !passes(m, one, other, &reading_a, &reading_b))
                continue;
            bl_matcher_assign(m, a, b, answer, reading_a, reading_b);
            break;
        }
    }
}

static void match_left(bl_matcher *m, bl_answer_test passes, bl_answer answer)
{
    match_some(m, passes, answer, false);
}

/* The same unit goes first: "two months every two years" may have the years
 * first in the target. */
static void match_measured(bl_matcher *m, bl_answer_test passes,
                           bl_answer answer)
{
    if (m->left_units)
        match_some(m, passes, answer, true);
    match_some(m, passes, answer, false);
}

static bool has_role(const bl_matcher *m, bl_quantity_role role)
{
    return (m->left_roles >> role & 1) != 0;
}

/* By any reading: digits and names, then with words, then words alone. */
static void match_readings(bl_matcher *m)
{
    const uint8_t a = m->left_evidence[0];
    const uint8_t b = m->left_evidence[1];
    const uint8_t surest = a > b ? a : b;
    const uint8_t other = a > b ? b : a;

    bl_match_groups(m);
    if (m->left_parts)
        bl_match_ratios(m);
    if (other >= BL_EVIDENCE_NAME)
        match_measured(m, bl_answer_reading, BL_ANSWER_READING);
    if (surest >= BL_EVIDENCE_NAME && other >= BL_EVIDENCE_WORD)
        match_measured(m, bl_answer_word, BL_ANSWER_READING);
    if (other >= BL_EVIDENCE_WORD)
        match_measured(m, bl_answer_words, BL_ANSWER_EQUAL);
    drop_answered(m);
}

/* Whether a side has a left-over in digits in that unit. */
static bool has_left_in(const bl_matcher *m, int side, uint16_t unit)
{
    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];
        const bl_quantity *q = bl_matcher_get(m, side, at);

        if (q->unit == unit && q->evidence == BL_EVIDENCE_DIGITS &&
            bl_matcher_is_open(m, side, at))
            return true;
    }
    return false;
}

/* What one side has in both units was not converted: "one mile is 1.6 km"; of
 * two that have one name, "90 degrees" and 32 °C, nothing tells. */
static bool is_converted(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b, int *reading_a, int *reading_b)
{
    return bl_answer_converted(m, a, b, reading_a, reading_b) &&
           (a->unit == b->unit ||
            ((b->unit == BL_UNIT_NONE || !has_left_in(m, 0, b->unit)) &&
             (a->unit == BL_UNIT_NONE || !has_left_in(m, 1, a->unit))));
}

/* By arithmetic. */
static void match_sums(bl_matcher *m)
{
    bl_match_sums(m);
    if (m->left_units) {
        match_left(m, bl_answer_measure, BL_ANSWER_SOFT);
        match_left(m, is_converted, BL_ANSWER_CONVERTED);
        match_left(m, bl_answer_kitchen, BL_ANSWER_SOFT);
        match_left(m, bl_answer_by_country, BL_ANSWER_CONVERTED);
        match_left(m, bl_answer_growth, BL_ANSWER_SOFT);
        match_left(m, bl_answer_tens, BL_ANSWER_SOFT);
    }
    if (has_role(m, BL_QUANTITY_FRACTION))
        match_left(m, bl_answer_share, BL_ANSWER_SOFT);
    if (has_role(m, BL_QUANTITY_HOUR)) {
        match_left(m, bl_answer_zone, BL_ANSWER_SOFT);
        match_left(m, bl_answer_clock, BL_ANSWER_SOFT);
    }
    if (has_role(m, BL_QUANTITY_CENTURY) || m->left_units)
        match_left(m, bl_answer_century, BL_ANSWER_SOFT);
    match_left(m, bl_answer_short_year, BL_ANSWER_SOFT);
    if (!bl_matcher_says(m, 0, BL_SAYS_SCALES) ||
        !bl_matcher_says(m, 1, BL_SAYS_SCALES))
        match_left(m, bl_answer_unscaled, BL_ANSWER_SOFT);
}

/* What is not equal at first sight. An explanation goes before an accusation,
 * but a part of the same date and digits that look alike go before words
 * that explain whatever they can. */
static void match_rest(bl_matcher *m)
{
    if (has_both(m)) {
        note_left(m);
        match_readings(m);
    }
    if (has_both(m)) {
        bl_match_regrouped(m);
        match_sums(m);
        bl_match_literals(m);
    }
    bl_differ_codes(m);
    if (has_both(m) && has_role(m, BL_QUANTITY_FRACTION)) {
        bl_differ_ratios(m);
        bl_differ_fractions(m);
    }
    bl_differ_siblings(m);
    if (has_both(m)) {
        bl_differ_similar(m);
        bl_differ_only(m);
        match_left(m, bl_answer_weak_words, BL_ANSWER_SOFT);
        match_left(m, bl_answer_weak, BL_ANSWER_SOFT);
    }
    bl_differ_rest(m);
}

/* The name of a side's formula: "SUM" of "SUM(1;2)". */
static bl_str formula_name(const bl_side *side)
{
    const bl_str text = bl_side_text(side, side->formula);
    const char *limit =
        text.size != 0 ? memchr(text.ptr, '(', text.size) : NULL;

    return bl_str_of(text.ptr, limit != NULL ? (size_t)(limit - text.ptr) : 0);
}

/* Whether the target has an example with another function: most numbers of
 * the segment differ, and so does the name. A name that was translated has the
 * arguments and the result of the other one. */
static bool has_other_formula(const bl_matcher *m)
{
    const uint32_t a = m->side[0]->quantity_count;
    const uint32_t b = m->side[1]->quantity_count;

    return m->side[0]->formula.limit != 0 && m->side[1]->formula.limit != 0 &&
           2 * m->difference_count > (a > b ? a : b) &&
           !bl_str_equal(formula_name(m->side[0]), formula_name(m->side[1]));
}

static bool prepare(bl_matcher *m)
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
        bl_arena_alloc(m->arena, 2 * BL_LEFT_MAX, sizeof(bl_difference));
    return m->differences != NULL;
}

const bl_match *bl_match_quantities(const bl_side *source,
                                    const bl_side *target, bl_arena *arena)
{
    bl_match *match = bl_arena_alloc(arena, 1, sizeof(*match));
    bl_matcher m; /* what is left is set when it is collected */

    m.side[0] = source;
    m.side[1] = target;
    m.units = source->language->units;
    m.unreadable = source->unreadable || target->unreadable;
    m.in_words = false;
    m.arena = arena;
    m.difference_count = 0;
    if (match == NULL || !prepare(&m))
        return NULL;
    if (source->quantity_count > BL_LEFT_MAX ||
        target->quantity_count > BL_LEFT_MAX)
        match_many(&m);
    bl_differ_contradictions(&m);
    if (collect_left(&m, BL_EVIDENCE_NAME)) {
        match_equal(&m);
        if (collect_left(&m, BL_EVIDENCE_WEAK))
            match_rest(&m);
    }
    bl_differ_answered(&m);
    bl_differ_reordered(&m);
    if (source->labelled && target->labelled)
        bl_differ_labels(&m);
    bl_differ_sort(&m);
    if (arena->failed)
        return NULL;
    match->side[0] = m.pairing[0];
    match->side[1] = m.pairing[1];
    match->differences = m.differences;
    match->difference_count = m.difference_count;
    match->replaced = has_other_formula(&m);
    return match;
}
