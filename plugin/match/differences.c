/* SPDX-License-Identifier: Apache-2.0 */
/* What is left over when all that answers has been taken away. */
#include "match/change.h"
#include "match/form.h"
#include "match/matching.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Letters of an abbreviated name. */
enum { ABBREVIATION = 3 };

/* Names of months and number words have none that could be exchanged. */
static bool have_digits(const bl_quantity *a, const bl_quantity *b)
{
    return a->numeral.start != a->numeral.limit &&
           b->numeral.start != b->numeral.limit;
}

/* 05 and 50 */
static bool are_exchanged(const bl_quantity *a, const bl_quantity *b)
{
    const int64_t x = bl_decimal_small(a->value[0], 99);
    const int64_t y = bl_decimal_small(b->value[0], 99);

    return x >= 0 && x / 10 == y % 10 && x % 10 == y / 10;
}

bool bl_goes_by_word(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b)
{
    return (a->unit != BL_UNIT_NONE &&
            a->unit == bl_other_unit(m->units, b)) ||
           (b->unit != BL_UNIT_NONE && b->unit == bl_other_unit(m->units, a));
}

/* What happened to digits of another calendar tells nothing. */
static bool is_converted(const bl_matcher *m, int side, const bl_quantity *q)
{
    return bl_form_is_converted(m->side[side]->text.ptr, q);
}

static void set_change(const bl_matcher *m, bl_difference *d)
{
    const bl_quantity *a = bl_matcher_get(m, 0, (uint32_t)d->source);
    const bl_quantity *b = bl_matcher_get(m, 1, (uint32_t)d->target);

    d->change = (uint8_t)bl_change_of(a, b);
    if (d->change <= BL_CHANGE_DOUBLED &&
        (!have_digits(a, b) || is_converted(m, 0, a) || is_converted(m, 1, b)))
        d->change = BL_CHANGE_OTHER;
    /* Days and minutes have two digits, and no powers of ten. */
    if (d->change == BL_CHANGE_TEN && !bl_is_plain(a->role))
        d->change = are_exchanged(a, b) ? BL_CHANGE_TRANSPOSED
                                        : BL_CHANGE_OTHER;
    /* Nor has a code, which may have fewer parts. */
    if (d->code && (d->change >= BL_CHANGE_TEN ||
                    ((a->flags & b->flags) & BL_QUANTITY_ROW) == 0))
        d->change = BL_CHANGE_OTHER;
    if (bl_unit_is_alike(m->units, a->unit, b->unit)) {
        if (a->unit == m->units->tenth || b->unit == m->units->tenth)
            d->change = BL_CHANGE_OTHER;
    } else if (a->unit != b->unit && !bl_goes_by_word(m, a, b) &&
               bl_units_convertible(m->units, a->unit, b->unit)) {
        d->kind = BL_DIFFERENCE_UNIT;
        d->change = BL_CHANGE_CONVERSION;
    } else if (bl_is_rounded_off(a, b)) {
        d->change = BL_CHANGE_ROUNDED;
    }
}

static bool is_code(const bl_matcher *m, int32_t a, int32_t b)
{
    return ((bl_matcher_get(m, 0, (uint32_t)a)->flags |
             bl_matcher_get(m, 1, (uint32_t)b)->flags) &
            BL_QUANTITY_ROW) != 0;
}

/* Whether there is a difference of those two codes already. */
static bool is_told(bl_matcher *m, int32_t a, int32_t b)
{
    const uint32_t x = bl_matcher_get(m, 0, (uint32_t)a)->entity;
    const uint32_t y = bl_matcher_get(m, 1, (uint32_t)b)->entity;

    for (uint32_t i = 0; i < m->difference_count; i++) {
        bl_difference *d = &m->differences[i];

        if (!d->code || d->source < 0 || d->target < 0 ||
            bl_matcher_get(m, 0, (uint32_t)d->source)->entity != x ||
            bl_matcher_get(m, 1, (uint32_t)d->target)->entity != y)
            continue;
        d->change = BL_CHANGE_OTHER;
        return true;
    }
    return false;
}

bl_difference *bl_matcher_tell(bl_matcher *m, bl_difference_kind kind,
                               bl_change change, int32_t a, int32_t b)
{
    bl_difference *d;

    if (m->difference_count == 2 * BL_LEFT_MAX)
        return NULL;
    d = &m->differences[m->difference_count++];
    *d = (bl_difference){ .kind = (uint8_t)kind,
                          .change = (uint8_t)change,
                          .strong = true,
                          .source = a,
                          .target = b };
    return d;
}

bl_difference *bl_matcher_differ(bl_matcher *m, bl_difference_kind kind,
                                 int32_t a, int32_t b, bool strong)
{
    const bool code = kind == BL_DIFFERENCE_ALTERED && is_code(m, a, b);
    bl_difference *d;

    if (kind == BL_DIFFERENCE_ALTERED) {
        m->pairing[0][a].partner = b;
        m->pairing[1][b].partner = a;
    }
    if (code && is_told(m, a, b))
        return NULL;
    d = bl_matcher_tell(m, kind, BL_CHANGE_OTHER, a, b);
    if (d == NULL)
        return NULL;
    d->strong = strong;
    d->code = code;
    if (kind == BL_DIFFERENCE_ALTERED)
        set_change(m, d);
    return d;
}

/* ---- parts of one expression -------------------------------------------- */

static bool can_be_sibling(const bl_matcher *m, int side, uint32_t at)
{
    return bl_matcher_is_open(m, side, at) &&
           bl_is_hard(bl_matcher_get(m, side, at));
}

/* The open parts of two expressions, one of whose parts are the same. */
static void differ_parts(bl_matcher *m, const bl_entity *a,
                         const bl_entity *b)
{
    for (uint32_t i = a->first; i < a->first + a->count; i++) {
        const bl_quantity *x = bl_matcher_get(m, 0, i);

        if (!can_be_sibling(m, 0, i))
            continue;
        for (uint32_t j = b->first; j < b->first + b->count; j++) {
            const bl_quantity *y = bl_matcher_get(m, 1, j);

            if (!can_be_sibling(m, 1, j) ||
                !(x->role == y->role ||
                  (bl_is_plain(x->role) && bl_is_plain(y->role))))
                continue;
            bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, (int32_t)i,
                              (int32_t)j, true);
            break;
        }
    }
}

void bl_differ_siblings(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t at = m->left[0][i];
        const bl_entity *a = bl_matcher_entity(m, 0, at);

        if (!can_be_sibling(m, 0, at) || a->count < 2)
            continue;
        for (uint32_t j = a->first; j < a->first + a->count; j++) {
            const int32_t partner = m->pairing[0][j].partner;

            if (partner < 0 || m->pairing[0][j].answer == BL_ANSWER_NONE)
                continue;
            differ_parts(m, a, bl_matcher_entity(m, 1, (uint32_t)partner));
        }
    }
}

/* ---- digits ------------------------------------------------------------- */

/* "12th" and "16è", where the letters behind the second are not known. */
static bool are_ordinals(const bl_quantity *a, const bl_quantity *b)
{
    return a->role == BL_QUANTITY_ORDINAL || b->role == BL_QUANTITY_ORDINAL;
}

bool bl_are_digits(const bl_quantity *a, const bl_quantity *b)
{
    const int code = BL_QUANTITY_ATTACHED;

    return a->evidence == BL_EVIDENCE_DIGITS &&
           b->evidence == BL_EVIDENCE_DIGITS && !bl_is_named(a) &&
           !bl_is_named(b) &&
           ((a->flags & code) == (b->flags & code) || are_ordinals(a, b));
}

static bool is_of_code(char c)
{
    return (unsigned char)c >= 0x80 || c == '-' ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Whether letters that begin there go on before it; Latin ones do not in
 * another script: "紙はA4". */
static bool goes_on(const char *text, size_t at)
{
    return at > 0 && is_of_code(text[at - 1]) &&
           (unsigned char)text[at - 1] >> 7 == (unsigned char)text[at] >> 7;
}

/* "A4" and "A1", codes with the same letters before their digits. */
static bool have_same_letters(const bl_matcher *m, const bl_quantity *a,
                              const bl_quantity *b)
{
    const char *x = m->side[0]->text.ptr;
    const char *y = m->side[1]->text.ptr;
    size_t i = a->numeral.start;
    size_t j = b->numeral.start;

    while (i > 0 && j > 0 && x[i - 1] == y[j - 1] && is_of_code(x[i - 1])) {
        i--;
        j--;
    }
    return i != a->numeral.start && x[i] != '-' && !goes_on(x, i) &&
           !goes_on(y, j);
}

static bool are_similar(const bl_matcher *m, const bl_quantity *a,
                        const bl_quantity *b)
{
    bl_change change;

    if (!bl_are_digits(a, b) || a->role != b->role)
        return false;
    if ((a->flags & b->flags & BL_QUANTITY_ATTACHED) != 0 &&
        have_same_letters(m, a, b))
        return true;
    change = bl_change_of(a, b);
    if (m->unreadable && change >= BL_CHANGE_TEN)
        return false;
    /* A power of ten alone is no likeness of 1 and 10. */
    return (a->unit == b->unit && a->unit != BL_UNIT_NONE) ||
           (change != BL_CHANGE_OTHER && change != BL_CHANGE_TEN &&
            change != BL_CHANGE_SCALE);
}

void bl_differ_similar(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t a = m->left[0][i];

        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            const uint32_t b = m->left[1][j];

            if (!bl_matcher_is_open(m, 0, a) || !bl_matcher_is_open(m, 1, b) ||
                !are_similar(m, bl_matcher_get(m, 0, a),
                             bl_matcher_get(m, 1, b)))
                continue;
            bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, (int32_t)a,
                              (int32_t)b, true);
        }
    }
}

/* ---- the rest ----------------------------------------------------------- */

/* Whether it is a month behind a word that stands before dates: "in May". */
static bool is_led_to(const bl_side *side, const bl_quantity *q)
{
    const uint32_t at = bl_side_token_from(side, q->span.start);
    size_t limit;

    return at > 0 && q->role == BL_QUANTITY_MONTH &&
           bl_language_match(side->language, side->tokens, side->token_count,
                             at - 1, BL_SENSE_BIT(BL_SENSE_DATE_GLUE),
                             &limit) != 0 &&
           limit == at;
}

/* Two months or two weekdays. A weak one may be the name that it looks like
 * ("thứ ba", "March"), unless it is an abbreviation ("po", "Sat"). */
static bool is_name(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_span span = q->span;

    return bl_is_hard(q) || is_led_to(m->side[side], q) ||
           bl_utf8_points(m->side[side]->text.ptr + span.start,
                          span.limit - span.start) > ABBREVIATION;
}

/* Half or a quarter, by any of its readings: 8.5, 8.75. */
static bool is_broken(const bl_quantity *q)
{
    for (int i = 0; i < q->reading_count; i++) {
        if (q->value[i].exponent == -1 || q->value[i].exponent == -2)
            return true;
    }
    return false;
}

/* 8.5 and 9.5: one of them may have been read as an hour. */
static bool are_halves(const bl_quantity *x, const bl_quantity *y)
{
    const bl_quantity *hour = x->role == BL_QUANTITY_HOUR ? x : y;
    const bl_quantity *other = hour == x ? y : x;

    return hour->role == BL_QUANTITY_HOUR &&
           other->role == BL_QUANTITY_NUMBER && is_broken(hour) &&
           is_broken(other);
}

/* "the first six months", which is half of a year, and "9 tháng đầu năm". */
static bool are_months(const bl_matcher *m, const bl_quantity *half,
                       const bl_quantity *months)
{
    return half->role == BL_QUANTITY_HALF &&
           half->evidence >= BL_EVIDENCE_WORD && half->reading_count > 1 &&
           months->role == BL_QUANTITY_NUMBER &&
           months->evidence == BL_EVIDENCE_DIGITS &&
           months->unit == m->units->month;
}

/* H1 and 下半年. */
static bool are_year_halves(const bl_quantity *x, const bl_quantity *y)
{
    return x->role == BL_QUANTITY_HALF && y->role == BL_QUANTITY_HALF &&
           (x->flags & y->flags & BL_QUANTITY_SETTLED) != 0 &&
           (x->evidence == BL_EVIDENCE_DIGITS ||
            y->evidence == BL_EVIDENCE_DIGITS);
}

static bool has_one(const bl_matcher *m, int side, uint8_t role)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->side[side]->quantity_count; i++)
        count += bl_matcher_get(m, side, i)->role == role;
    return count == 1;
}

/* 1분기 and "the second quarter", 上半年 and "the second half", where either side
 * has no other. */
static bool are_parts_of_year(const bl_matcher *m, const bl_quantity *x,
                              const bl_quantity *y)
{
    return x->role == y->role &&
           (x->role == BL_QUANTITY_QUARTER || x->role == BL_QUANTITY_HALF) &&
           (x->evidence >= BL_EVIDENCE_WORD ||
            y->evidence >= BL_EVIDENCE_WORD) &&
           has_one(m, 0, x->role) && has_one(m, 1, x->role);
}

/* Q1 and "erstes Halbjahr", where either side has no other of its kind. */
static bool are_other_periods(const bl_matcher *m, const bl_quantity *x,
                              const bl_quantity *y)
{
    const bl_quantity *half = x->role == BL_QUANTITY_HALF ? x : y;
    const bl_quantity *quarter = half == x ? y : x;

    return half->role == BL_QUANTITY_HALF &&
           quarter->role == BL_QUANTITY_QUARTER &&
           (half->flags & BL_QUANTITY_SETTLED) != 0 &&
           half->evidence >= BL_EVIDENCE_WORD &&
           quarter->evidence >= BL_EVIDENCE_WORD &&
           has_one(m, half == x ? 0 : 1, BL_QUANTITY_HALF) &&
           has_one(m, half == x ? 1 : 0, BL_QUANTITY_QUARTER);
}

/* Where numbers may stand in words that are not known, what is left of one
 * side need not be what is left of the other. */
static bool may_be_others(const bl_matcher *m, const bl_quantity *x,
                          const bl_quantity *y)
{
    return m->in_words &&
           !(x->role == BL_QUANTITY_CENTURY && y->role == x->role) &&
           (!bl_is_hard(x) || !bl_is_hard(y) ||
            (bl_change_of(x, y) == BL_CHANGE_OTHER &&
             (x->unit != y->unit || x->unit == BL_UNIT_NONE)));
}

/* How unlike two left-overs are; under 0 they cannot be the same thing. */
static int unlikeness(const bl_matcher *m, const bl_quantity *x,
                      const bl_quantity *y)
{
    const bool weak = x->evidence == BL_EVIDENCE_WEAK ||
                      y->evidence == BL_EVIDENCE_WEAK;
    const bool words = !bl_is_hard(x) || !bl_is_hard(y);

    if (are_year_halves(x, y) || are_parts_of_year(m, x, y) ||
        are_other_periods(m, x, y))
        return 0;
    if (((x->flags | y->flags) & BL_QUANTITY_OPTIONAL) != 0 ||
        may_be_others(m, x, y))
        return -1;
    if (bl_is_named(x) || bl_is_named(y))
        return x->role == y->role && (bl_is_hard(x) || bl_is_hard(y)) &&
                       is_name(m, 0, x) && is_name(m, 1, y)
                   ? 0
                   : -1;
    /* "twelfth" and "two" are two things that were not understood. */
    if (are_months(m, x, y) || are_months(m, y, x) ||
        (!weak && words && are_halves(x, y)))
        return 0;
    if (weak || (words && x->role != y->role))
        return -1;
    if (!words && !bl_are_digits(x, y))
        return -1;
    return (x->role != y->role ? 4 : 0) + (x->unit != y->unit ? 3 : 0) +
           (x->evidence != y->evidence ? 2 : 0) +
           (bl_change_of(x, y) == BL_CHANGE_OTHER ? 8 : 0);
}

/* What is surely there on both sides. */
static bool are_hard(const bl_quantity *a, const bl_quantity *b)
{
    return bl_are_digits(a, b) ||
           (bl_is_named(a) && bl_is_named(b) && bl_is_hard(a) && bl_is_hard(b));
}

/* The most alike first; only what is sure, or all there is. */
static void pair_left(bl_matcher *m, bool sure)
{
    for (;;) {
        int best = -1;
        uint32_t best_a = 0;
        uint32_t best_b = 0;

        for (uint32_t i = 0; i < m->left_count[0]; i++) {
            for (uint32_t j = 0; j < m->left_count[1]; j++) {
                const uint32_t a = m->left[0][i];
                const uint32_t b = m->left[1][j];
                const bl_quantity *x = bl_matcher_get(m, 0, a);
                const bl_quantity *y = bl_matcher_get(m, 1, b);
                int cost;

                if (!bl_matcher_is_open(m, 0, a) ||
                    !bl_matcher_is_open(m, 1, b) ||
                    (sure && !are_hard(x, y)))
                    continue;
                cost = unlikeness(m, x, y);
                if (cost < 0 || (best >= 0 && cost >= best))
                    continue;
                best = cost;
                best_a = a;
                best_b = b;
            }
        }
        if (best < 0)
            return;
        bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, (int32_t)best_a,
                          (int32_t)best_b, true);
    }
}

/* The one number that is open on a side, or -1. */
static int32_t only_open(const bl_matcher *m, int side)
{
    int32_t only = -1;

    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];
        const bl_quantity *q = bl_matcher_get(m, side, at);

        if (!bl_matcher_is_open(m, side, at) ||
            q->evidence < BL_EVIDENCE_WORD ||
            (q->flags & BL_QUANTITY_OPTIONAL) != 0)
            continue;
        if (only >= 0 || bl_is_named(q))
            return -1;
        only = (int32_t)at;
    }
    return only;
}

static bool are_both_digits(const bl_matcher *m, const bl_quantity *a,
                            const bl_quantity *b)
{
    (void)m;
    return a->evidence == BL_EVIDENCE_DIGITS &&
           b->evidence == BL_EVIDENCE_DIGITS;
}

/* The one open number of a side that words say with a half or a quarter, and
 * that may be an hour; or -1. */
static int32_t only_broken(const bl_matcher *m, int side)
{
    enum { HOURS = 24 };
    int32_t only = -1;

    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];
        const bl_quantity *q = bl_matcher_get(m, side, at);

        if (!bl_matcher_is_open(m, side, at) ||
            q->evidence != BL_EVIDENCE_WORD || q->role != BL_QUANTITY_NUMBER ||
            q->unit != BL_UNIT_NONE || !is_broken(q) ||
            bl_decimal_approximate(q->value[0]) > HOURS)
            continue;
        if (only >= 0)
            return -1;
        only = (int32_t)at;
    }
    return only;
}

/* 8:30 and "साढ़े नौ बजे", half past nine: the hour with its minutes is another
 * one than the number that says both. */
static void differ_half_hours(bl_matcher *m)
{
    enum { QUARTER = 15 };

    for (int side = 0; side < 2; side++) {
        const int32_t whole = only_broken(m, 1 - side);

        for (uint32_t i = 0; whole >= 0 && i + 1 < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];
            const bl_quantity *hour = bl_matcher_get(m, side, at);
            const int64_t minutes = bl_decimal_small(hour[1].value[0], 59);

            if (hour->role != BL_QUANTITY_HOUR ||
                m->left[side][i + 1] != at + 1 ||
                hour[1].role != BL_QUANTITY_MINUTE || minutes < QUARTER ||
                minutes % QUARTER != 0 || !bl_matcher_is_open(m, side, at) ||
                !bl_matcher_is_open(m, side, at + 1))
                continue;
            bl_matcher_differ(m, BL_DIFFERENCE_ALTERED,
                              side == 0 ? (int32_t)at : whole,
                              side == 0 ? whole : (int32_t)at, true);
            m->pairing[side][at + 1].partner = whole;
            break;
        }
    }
}

/* Counts of things: 3 chairs, the third. */
static bool is_small_count(const bl_quantity *q)
{
    return bl_is_plain(q->role) && bl_decimal_small(q->value[0], BL_SMALL) > 0;
}

/* Whether a side has a word for the number that is weak: it answers it. */
static bool has_weak(const bl_matcher *m, int side, const bl_quantity *q)
{
    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const bl_quantity *word = bl_matcher_get(m, side, m->left[side][i]);
        int unused;

        if (word->evidence == BL_EVIDENCE_WEAK &&
            bl_any_reading(word, q, &unused, &unused))
            return true;
    }
    return false;
}

static bool is_one(const bl_quantity *q)
{
    return bl_decimal_small(q->value[0], 1) == 1;
}

/* 1 and 7 in digits: an article that could answer the one is in most texts, and
 * no reason to let it go. */
static bool is_one_exchanged(const bl_matcher *m, const bl_quantity *a,
                             const bl_quantity *b)
{
    const int other = BL_QUANTITY_LIST | BL_QUANTITY_ATTACHED;

    return bl_are_digits(a, b) && a->role == b->role && a->unit == b->unit &&
           ((a->flags | b->flags) & other) == 0 && is_small_count(a) &&
           is_small_count(b) && is_one(a) != is_one(b) &&
           !(is_one(a) ? has_weak(m, 0, b) : has_weak(m, 1, a));
}

/* "three" and 2: whatever else there may be, one has become the other. And 1
 * and 7 in digits. */
static bool are_small_counts(const bl_matcher *m, const bl_quantity *a,
                             const bl_quantity *b)
{
    return is_one_exchanged(m, a, b) ||
           ((a->evidence == BL_EVIDENCE_DIGITS) !=
                (b->evidence == BL_EVIDENCE_DIGITS) &&
            is_small_count(a) && is_small_count(b));
}

/* One number is left on each side, of which that is true: one has become the
 * other. */
static void pair_only(bl_matcher *m,
                      bool (*are_one)(const bl_matcher *m, const bl_quantity *a,
                                      const bl_quantity *b))
{
    const int32_t a = only_open(m, 0);
    const int32_t b = only_open(m, 1);

    if (a >= 0 && b >= 0 &&
        !may_be_others(m, bl_matcher_get(m, 0, (uint32_t)a),
                       bl_matcher_get(m, 1, (uint32_t)b)) &&
        are_one(m, bl_matcher_get(m, 0, (uint32_t)a),
                bl_matcher_get(m, 1, (uint32_t)b)))
        bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, a, b, true);
}

/* How many numbers in digits are open on a side. */
static uint32_t count_digits(const bl_matcher *m, int side)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];

        count += bl_matcher_is_open(m, side, at) &&
                 bl_matcher_get(m, side, at)->evidence == BL_EVIDENCE_DIGITS;
    }
    return count;
}

/* Whether one side has numbers in words that are not known: not where there
 * are as many in digits on both. */
static bool has_unknown_words(const bl_matcher *m)
{
    return (!bl_matcher_says(m, 0, BL_SAYS_NUMBERS) ||
            !bl_matcher_says(m, 1, BL_SAYS_NUMBERS)) &&
           count_digits(m, 0) != count_digits(m, 1);
}

void bl_differ_only(bl_matcher *m)
{
    m->in_words = has_unknown_words(m);
    if (!m->unreadable)
        pair_only(m, are_small_counts);
}

void bl_differ_rest(bl_matcher *m)
{
    m->in_words = has_unknown_words(m);
    if (!m->unreadable) {
        pair_left(m, true);
        differ_half_hours(m);
    }
    bl_match_explained(m);
    if (!m->unreadable)
        pair_left(m, false);
    if (!m->unreadable)
        pair_only(m, are_both_digits);
    bl_differ_lone(m);
}

static int compare(const void *a, const void *b)
{
    const bl_difference *x = a;
    const bl_difference *y = b;

    if ((x->source < 0) != (y->source < 0))
        return x->source < 0 ? 1 : -1;
    if (x->source != y->source)
        return x->source < y->source ? -1 : 1;
    return (x->target > y->target) - (x->target < y->target);
}

void bl_differ_sort(bl_matcher *m)
{
    if (m->difference_count > 1)
        qsort(m->differences, m->difference_count, sizeof(*m->differences),
              compare);
}
