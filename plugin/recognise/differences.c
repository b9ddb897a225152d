/* SPDX-License-Identifier: Apache-2.0 */
/* What is left over when all that answers has been taken away. */
#include "recognise/change.h"
#include "recognise/matching.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Numbers up to here come and go in good translations: one, two, first. From
 * ten on they are written in digits, and stay. */
enum { SMALL = 9 };

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

/* Whether the unit of one is another one that the word of the other stands for:
 * "MW" and "мВт", calories of food and of physics. */
static bool goes_by_word(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    return (a->unit != BL_UNIT_NONE &&
            a->unit == bl_other_unit(m->units, b)) ||
           (b->unit != BL_UNIT_NONE && b->unit == bl_other_unit(m->units, a));
}

static void set_change(const bl_matcher *m, bl_difference *d)
{
    const bl_quantity *a = bl_matcher_get(m, 0, (uint32_t)d->source);
    const bl_quantity *b = bl_matcher_get(m, 1, (uint32_t)d->target);

    d->change = (uint8_t)bl_change_of(a, b);
    if (d->change <= BL_CHANGE_DOUBLED && !have_digits(a, b))
        d->change = BL_CHANGE_OTHER;
    /* Days and minutes have two digits, and no powers of ten. */
    if (d->change == BL_CHANGE_TEN && !bl_is_plain(a->role))
        d->change = are_exchanged(a, b) ? BL_CHANGE_TRANSPOSED
                                        : BL_CHANGE_OTHER;
    /* Nor has a code, which may have fewer parts. */
    if (d->code && (d->change >= BL_CHANGE_TEN ||
                    ((a->flags & b->flags) & BL_QUANTITY_ROW) == 0))
        d->change = BL_CHANGE_OTHER;
    if (a->unit != b->unit && !goes_by_word(m, a, b) &&
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

bl_difference *bl_matcher_differ(bl_matcher *m, bl_difference_kind kind,
                                 int32_t a, int32_t b, bool strong)
{
    const bool code = kind == BL_DIFFERENCE_ALTERED && is_code(m, a, b);
    bl_difference *d = &m->differences[m->difference_count];

    if (kind == BL_DIFFERENCE_ALTERED) {
        m->pairing[0][a].partner = b;
        m->pairing[1][b].partner = a;
    }
    if (m->difference_count == 2 * BL_LEFT_MAX || (code && is_told(m, a, b)))
        return NULL;
    m->difference_count++;
    *d = (bl_difference){ .kind = (uint8_t)kind,
                          .strong = strong,
                          .code = code,
                          .source = a,
                          .target = b };
    if (kind == BL_DIFFERENCE_ALTERED)
        set_change(m, d);
    return d;
}

static bool is_named(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_MONTH || q->role == BL_QUANTITY_WEEKDAY;
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

static bool are_digits(const bl_quantity *a, const bl_quantity *b)
{
    const int code = BL_QUANTITY_ATTACHED;

    return a->evidence == BL_EVIDENCE_DIGITS &&
           b->evidence == BL_EVIDENCE_DIGITS && !is_named(a) && !is_named(b) &&
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

    if (!are_digits(a, b) || a->role != b->role)
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

/* Two months or two weekdays. A weak one may be the name that it looks like
 * ("thứ ba", "March"), unless it is an abbreviation ("po", "Sat"). */
static bool is_name(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_span span = q->span;

    return bl_is_hard(q) ||
           bl_utf8_points(m->side[side]->text.ptr + span.start,
                          span.limit - span.start) > ABBREVIATION;
}

/* 8.5 and 9.5: one of them may have been read as an hour. */
static bool are_halves(const bl_quantity *x, const bl_quantity *y)
{
    const bl_quantity *hour = x->role == BL_QUANTITY_HOUR ? x : y;
    const bl_quantity *other = hour == x ? y : x;

    return hour->role == BL_QUANTITY_HOUR &&
           other->role == BL_QUANTITY_NUMBER && hour->value[0].exponent == -1 &&
           other->reading_count != 0 && other->value[0].exponent == -1;
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

/* Where numbers may stand in words that are not known, what is left of one
 * side need not be what is left of the other. */
static bool may_be_others(const bl_matcher *m, const bl_quantity *x,
                          const bl_quantity *y)
{
    return m->in_words &&
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

    if (((x->flags | y->flags) & BL_QUANTITY_OPTIONAL) != 0 ||
        may_be_others(m, x, y))
        return -1;
    if (is_named(x) || is_named(y))
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
    if (!words && !are_digits(x, y))
        return -1;
    return (x->role != y->role ? 4 : 0) + (x->unit != y->unit ? 3 : 0) +
           (x->evidence != y->evidence ? 2 : 0) +
           (bl_change_of(x, y) == BL_CHANGE_OTHER ? 8 : 0);
}

/* What is surely there on both sides. */
static bool are_hard(const bl_quantity *a, const bl_quantity *b)
{
    return are_digits(a, b) ||
           (is_named(a) && is_named(b) && bl_is_hard(a) && bl_is_hard(b));
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

/* Whether another part of its date, time or score is surely on the other
 * side. */
static bool has_answered_sibling(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *entity = bl_matcher_entity(m, side, at);

    for (uint32_t i = entity->first; i < entity->first + entity->count; i++) {
        const uint8_t answer = m->pairing[side][i].answer;

        if (i != at && bl_is_hard(bl_matcher_get(m, side, i)) &&
            (answer == BL_ANSWER_EQUAL || answer == BL_ANSWER_READING))
            return true;
    }
    return false;
}

static bool is_money_or_share(const bl_matcher *m, const bl_quantity *q)
{
    return q->unit != BL_UNIT_NONE &&
           (q->unit == m->units->percent || q->unit == m->units->permille ||
            bl_unit_is_currency(m->units, q->unit));
}

/* The 93 of "100 dollars (93 euros)": what it is in another currency, which one
 * side says for its readers. */
static bool is_exchanged(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const bl_quantity *before = q - 1;
    const char *text = m->side[side]->text.ptr;

    return at > 0 && bl_unit_is_currency(m->units, q->unit) &&
           bl_unit_is_currency(m->units, before->unit) &&
           q->unit != before->unit &&
           m->pairing[side][at - 1].answer != BL_ANSWER_NONE &&
           q->whole.start > before->whole.limit &&
           q->whole.start - before->whole.limit <= 2 &&
           (text[q->whole.start - 1] == '(' || text[q->whole.start - 1] == '[');
}

/* The 49 of "+49 30 1234 5678", which goes without saying at home. */
static bool is_country_code(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    return (q->flags & BL_QUANTITY_ROW) != 0 && q->numeral.start != 0 &&
           m->side[side]->text.ptr[q->numeral.start - 1] == '+';
}

/* The 8 of "five (8) years": digits in brackets say the word again. */
static bool is_contradiction(const bl_matcher *m, int side, uint32_t at)
{
    const bl_str text = m->side[side]->text;
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const bl_quantity *word = at > 0 ? q - 1 : NULL;
    int unused;

    return word != NULL && word->evidence <= BL_EVIDENCE_WORD &&
           q->span.start == word->span.limit + 2 &&
           text.ptr[q->span.start - 1] == '(' &&
           text.ptr[q->span.start - 2] == ' ' &&
           q->numeral.limit < text.size &&
           text.ptr[q->numeral.limit] == ')' &&
           !bl_any_reading(word, q, &unused, &unused);
}

/* A day with its month, neither of which the other side has. */
static bool is_whole_date(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *date = bl_matcher_entity(m, side, at);

    if (bl_matcher_get(m, side, at)->role != BL_QUANTITY_DAY)
        return false;
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        const bl_quantity *q = bl_matcher_get(m, side, i);

        if (q->role == BL_QUANTITY_MONTH && bl_is_hard(q) &&
            (q->flags & BL_QUANTITY_SWAPPABLE) == 0 &&
            m->pairing[side][i].answer == BL_ANSWER_NONE)
            return true;
    }
    return false;
}

/* Whether the source is the key of a text that stands in the target alone:
 * "translator-credits", "home_page.title", words that signs join. */
static bool is_key(bl_str source)
{
    size_t joints = 0;
    bool joint = true;

    for (size_t i = 0; i < source.size; i++) {
        const char c = source.ptr[i];
        const bool before = joint;

        joint = c == '-' || c == '_' || c == '.';
        joints += joint;
        if (joint ? before : !(c >= 'a' && c <= 'z'))
            return false;
    }
    return joints != 0 && !joint;
}

/* Whether the other side may say it in words that are not known: parts of
 * numbers and codes are digits everywhere. */
static bool may_be_in_words(const bl_matcher *m, int side, const bl_quantity *q)
{
    return !bl_matcher_says(m, 1 - side, BL_SAYS_NUMBERS) &&
           q->fraction_digits == 0 && (q->flags & BL_QUANTITY_ROW) == 0;
}

/* The 2020 of "July 26, 2020" for "7月26日": a translation that is read later
 * or elsewhere says which year it was. */
static bool is_year_made_plain(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *date = bl_matcher_entity(m, side, at);

    if (side != BL_TARGET ||
        bl_matcher_get(m, side, at)->role != BL_QUANTITY_YEAR)
        return false;
    for (uint32_t i = date->first; i < date->first + date->count; i++) {
        const uint8_t role = bl_matcher_get(m, side, i)->role;
        const uint8_t answer = m->pairing[side][i].answer;

        if ((role == BL_QUANTITY_DAY || role == BL_QUANTITY_MONTH) &&
            (answer == BL_ANSWER_EQUAL || answer == BL_ANSWER_READING))
            return true;
    }
    return false;
}

/* Whether the source has a small number in a word that may be something else,
 * and that no digits of the target answer: both, second, twice. */
static bool has_small_word(const bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[BL_SOURCE]; i++) {
        const uint32_t at = m->left[BL_SOURCE][i];
        const bl_quantity *q = bl_matcher_get(m, BL_SOURCE, at);

        if (bl_matcher_is_open(m, BL_SOURCE, at) && bl_is_plain(q->role) &&
            bl_decimal_small(q->value[0], SMALL) > 1)
            return true;
    }
    return false;
}

/* Digits of a translation that are not those of such a word. A one may stand
 * for any article, and times have many ways to be said. */
static bool is_exchanged_word(const bl_matcher *m, int side,
                              const bl_quantity *q)
{
    return side == BL_TARGET && !bl_is_time_role(q->role) &&
           q->numeral.start != q->numeral.limit &&
           bl_decimal_small(q->value[0], SMALL) > 1 && has_small_word(m);
}

/* Whether a value that is on one side alone is worth a warning. */
static bool is_telling(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    if (m->unreadable || q->evidence != BL_EVIDENCE_DIGITS ||
        is_key(m->side[BL_SOURCE]->text))
        return false;
    /* A name in a program is written the same everywhere. */
    if ((q->flags & BL_QUANTITY_IDENTIFIER) != 0)
        return true;
    if ((q->flags & (BL_QUANTITY_ATTACHED | BL_QUANTITY_LIST)) != 0 ||
        is_country_code(m, side, at) || is_year_made_plain(m, side, at) ||
        may_be_in_words(m, side, q) || is_exchanged(m, side, at))
        return false;
    if (q->role == BL_QUANTITY_DAY || q->role == BL_QUANTITY_MINUTE ||
        bl_decimal_small(q->value[0], SMALL) >= 0)
        return is_money_or_share(m, q) || has_answered_sibling(m, side, at) ||
               is_contradiction(m, side, at) || is_whole_date(m, side, at) ||
               is_exchanged_word(m, side, q);
    return !is_named(q);
}

/* A half comes and goes: midway, the midterm elections. */
static bool is_half(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_FRACTION &&
           bl_decimal_equal(q->value[0], bl_decimal_of(5, -1));
}

/* The inches of feet that are another number of meters. */
static bool is_told_with_other(const bl_matcher *m, int side, uint32_t at)
{
    return at > 0 && bl_matcher_get(m, side, at)->unit != BL_UNIT_NONE &&
           bl_matcher_get(m, side, at)->entity ==
               bl_matcher_get(m, side, at - 1)->entity &&
           m->pairing[side][at - 1].partner >= 0 &&
           m->pairing[side][at - 1].answer == BL_ANSWER_NONE &&
           bl_units_convertible(m->units, bl_matcher_get(m, side, at)->unit,
                                bl_matcher_get(m, side, at - 1)->unit) &&
           bl_matcher_get(m, side, at)->unit !=
               bl_matcher_get(m, side, at - 1)->unit;
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
        if (only >= 0 || is_named(q))
            return -1;
        only = (int32_t)at;
    }
    return only;
}

static bool are_both_digits(const bl_quantity *a, const bl_quantity *b)
{
    return a->evidence == BL_EVIDENCE_DIGITS &&
           b->evidence == BL_EVIDENCE_DIGITS;
}

/* Counts of things: 3 chairs, the third. */
static bool is_small_count(const bl_quantity *q)
{
    return bl_is_plain(q->role) && bl_decimal_small(q->value[0], SMALL) > 0;
}

/* "three" and 2: whatever else there may be, one has become the other. */
static bool are_small_counts(const bl_quantity *a, const bl_quantity *b)
{
    return (a->evidence == BL_EVIDENCE_DIGITS) !=
               (b->evidence == BL_EVIDENCE_DIGITS) &&
           is_small_count(a) && is_small_count(b);
}

/* One number is left on each side, of which that is true: one has become the
 * other. */
static void pair_only(bl_matcher *m, bool (*are_one)(const bl_quantity *a,
                                                     const bl_quantity *b))
{
    const int32_t a = only_open(m, 0);
    const int32_t b = only_open(m, 1);

    if (a >= 0 && b >= 0 &&
        !may_be_others(m, bl_matcher_get(m, 0, (uint32_t)a),
                       bl_matcher_get(m, 1, (uint32_t)b)) &&
        are_one(bl_matcher_get(m, 0, (uint32_t)a),
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

static void report_lone(bl_matcher *m)
{
    for (int side = 0; side < 2; side++) {
        for (uint32_t i = 0; i < m->left_count[side]; i++) {
            const uint32_t at = m->left[side][i];
            const bl_quantity *q = bl_matcher_get(m, side, at);

            if (!bl_matcher_is_open(m, side, at) ||
                q->evidence == BL_EVIDENCE_WEAK || is_half(q) ||
                (q->flags & BL_QUANTITY_OPTIONAL) != 0 ||
                is_told_with_other(m, side, at) ||
                bl_differ_lone_code(m, side, at))
                continue;
            bl_matcher_differ(
                m, side == 0 ? BL_DIFFERENCE_MISSING : BL_DIFFERENCE_EXTRA,
                side == 0 ? (int32_t)at : -1, side == 1 ? (int32_t)at : -1,
                is_telling(m, side, at));
        }
    }
}

void bl_differ_rest(bl_matcher *m)
{
    m->in_words = has_unknown_words(m);
    if (!m->unreadable)
        pair_left(m, true);
    bl_match_explained(m);
    if (!m->unreadable)
        pair_left(m, false);
    if (!m->unreadable)
        pair_only(m, are_both_digits);
    report_lone(m);
}

/* ---- the same value, and yet -------------------------------------------- */

/* Two currencies that go by the same sign or word are the same where one side
 * does not say which: $25 and 25 CAD. */
static bool is_same_money(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b)
{
    const bl_unit_info *x = &m->units->items[a->unit];
    const bl_unit_info *y = &m->units->items[b->unit];

    return ((x->sign == y->sign && x->sign != 0) ||
            (x->noun == y->noun && x->noun != 0)) &&
           ((a->flags & b->flags) & BL_QUANTITY_CODED) == 0;
}

/* A yard for a meter, a ton for a tonne: within a tenth, people say the
 * number and change the unit. */
static bool are_near(double a, double b)
{
    return a > 0.9 * b && b > 0.9 * a;
}

/* 0 mph is 0 km/h, but 0 °F is not 0 °C. */
static bool are_both_nothing(const bl_matcher *m, const bl_quantity *a,
                             const bl_quantity *b)
{
    return a->value[0].coefficient == 0 && b->value[0].coefficient == 0 &&
           bl_units_convertible(m->units, a->unit, b->unit) &&
           bl_units_convert(m->units, 0, a->unit, b->unit) == 0;
}

/* 5 km² and 5 km: metric measures of two kinds. Others go by words that mean
 * something else as often as not: "in" and points, an angle that is a
 * temperature. */
static bool kinds_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    return m->units->items[a->unit].kind != m->units->items[b->unit].kind &&
           bl_unit_is_metric(m->units, a->unit) &&
           bl_unit_is_metric(m->units, b->unit) &&
           a->other_unit == BL_UNIT_NONE && b->other_unit == BL_UNIT_NONE &&
           are_digits(a, b) &&
           ((a->flags | b->flags) &
            (BL_QUANTITY_SHARED | BL_QUANTITY_SCALED)) == 0;
}

static bool is_part_of_hundred(const bl_matcher *m, int side, uint32_t at)
{
    return m->pairing[side][at].answer == BL_ANSWER_REPEATED &&
           bl_decimal_small(bl_matcher_get(m, side, at)->value[0], 100) == 100;
}

/* Of a number and a percentage: whether per cent is not said otherwise, in a
 * word that is not known or as a part of a hundred. */
static bool is_percent_lost(const bl_matcher *m, const bl_quantity *a,
                            const bl_quantity *b)
{
    const int side = a->unit == BL_UNIT_NONE ? 0 : 1;
    const bl_quantity *q = side == 0 ? a : b;
    const bl_quantity *all = m->side[side]->quantities;
    const uint32_t at = (uint32_t)(q - all);

    return ((a->flags | b->flags) & BL_QUANTITY_SHARED) == 0 &&
           bl_matcher_says(m, side, BL_SAYS_PERCENT) &&
           !(at > 0 && is_part_of_hundred(m, side, at - 1)) &&
           !(at + 1 < m->side[side]->quantity_count &&
             is_part_of_hundred(m, side, at + 1));
}

static bool units_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    const bl_units *units = m->units;

    /* "a quarter" and 25 % */
    if (a->unit == b->unit || m->unreadable || goes_by_word(m, a, b) ||
        are_both_nothing(m, a, b) ||
        a->role == BL_QUANTITY_FRACTION || b->role == BL_QUANTITY_FRACTION)
        return false;
    if (a->unit == units->point || b->unit == units->point)
        return a->unit == units->percent || b->unit == units->percent;
    if ((a->unit == units->percent || b->unit == units->percent) &&
        (a->unit == BL_UNIT_NONE || b->unit == BL_UNIT_NONE))
        return is_percent_lost(m, a, b);
    if (bl_unit_is_currency(units, a->unit) &&
        bl_unit_is_currency(units, b->unit))
        return !is_same_money(m, a, b);
    if (!bl_units_convertible(units, a->unit, b->unit))
        return kinds_differ(m, a, b);
    /* The 19 of "19 years and 45 days" and "19 and 45 days". */
    if (((a->flags ^ b->flags) & BL_QUANTITY_SHARED) != 0)
        return false;
    return !are_near(units->items[a->unit].factor,
                     units->items[b->unit].factor);
}

/* (1,234) in a balance is -1,234. */
static bool is_bracketed(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_str text = m->side[side]->text;

    return q->whole.start > 0 && q->whole.limit < text.size &&
           text.ptr[q->whole.start - 1] == '(' &&
           text.ptr[q->whole.limit] == ')';
}

/* Whether numbers stand behind dashes on that side, as in a list: "Kano -17,
 * Lagos - 25, Edo-9". */
static bool is_dashed(const bl_matcher *m, int side)
{
    const uint16_t dash = BL_QUANTITY_DASHED | BL_QUANTITY_LIMIT;
    int count = 0;

    for (uint32_t i = 0; i < m->side[side]->quantity_count && count < 2; i++)
        count += (bl_matcher_get(m, side, i)->flags & dash) ==
                 BL_QUANTITY_DASHED;
    return count == 2;
}

static bool signs_differ(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b)
{
    const int minus = BL_QUANTITY_NEGATIVE;

    return ((a->flags ^ b->flags) & minus) != 0 &&
           ((a->flags | b->flags) &
            (BL_QUANTITY_DASHED | BL_QUANTITY_LIMIT)) == 0 &&
           a->role == BL_QUANTITY_NUMBER && b->role == BL_QUANTITY_NUMBER &&
           !is_bracketed(m, 0, a) && !is_bracketed(m, 1, b) &&
           !is_dashed(m, (a->flags & minus) != 0 ? 0 : 1);
}

/* 8 May against 5/8, where the locale says that this is 5 August. */
static bool is_swapped(const bl_quantity *a, const bl_quantity *b)
{
    const bool other = (a->role == BL_QUANTITY_MONTH &&
                        b->role == BL_QUANTITY_DAY) ||
                       (a->role == BL_QUANTITY_DAY &&
                        b->role == BL_QUANTITY_MONTH);

    return other && (a->flags & BL_QUANTITY_SWAPPABLE) == 0 &&
           (b->flags & BL_QUANTITY_SWAPPABLE) != 0;
}

static void differ_answered(bl_matcher *m, uint32_t at)
{
    const bl_pairing *pairing = &m->pairing[0][at];
    const bl_quantity *a = bl_matcher_get(m, 0, at);
    const bl_quantity *b;
    bl_difference_kind kind;
    bl_change change;

    if (pairing->partner < 0 || (pairing->answer != BL_ANSWER_EQUAL &&
                                 pairing->answer != BL_ANSWER_READING))
        return;
    b = bl_matcher_get(m, 1, (uint32_t)pairing->partner);
    if (a->evidence == BL_EVIDENCE_WEAK || b->evidence == BL_EVIDENCE_WEAK)
        return;
    if (units_differ(m, a, b)) {
        kind = BL_DIFFERENCE_UNIT;
        change = BL_CHANGE_UNIT;
    } else if (signs_differ(m, a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SIGN;
    } else if (is_swapped(a, b)) {
        kind = BL_DIFFERENCE_ALTERED;
        change = BL_CHANGE_SWAPPED;
    } else {
        return;
    }
    /* A swap is one difference, told at the month. */
    if (change == BL_CHANGE_SWAPPED && a->role == BL_QUANTITY_DAY)
        return;
    if (m->difference_count == 2 * BL_LEFT_MAX)
        return;
    m->differences[m->difference_count++] =
        (bl_difference){ .kind = (uint8_t)kind,
                         .change = (uint8_t)change,
                         .strong = true,
                         .source = (int32_t)at,
                         .target = pairing->partner };
}

/* ---- the same parts in another order ------------------------------------ */

static bool same_parts(const bl_matcher *m, const bl_entity *a,
                       const bl_entity *b, uint32_t *differ)
{
    for (uint32_t i = 0; i < a->count; i++) {
        if (!bl_decimal_equal(bl_matcher_get(m, 0, a->first + i)->value[0],
                              bl_matcher_get(m, 1, b->first + i)->value[0])) {
            *differ = i;
            return false;
        }
    }
    return true;
}

/* Whether a code of several parts stands on the other side as it is. */
static bool has_same(const bl_matcher *m, int side, const bl_entity *code)
{
    for (uint32_t i = 0; i < m->side[1 - side]->entity_count; i++) {
        const bl_entity *other = &m->side[1 - side]->entities[i];
        uint32_t unused;

        if (other->kind == BL_ENTITY_CODE && other->count == code->count &&
            same_parts(m, side == 0 ? code : other, side == 0 ? other : code,
                       &unused))
            return true;
    }
    return false;
}

/* Version 2.0.1 and 2.1.0: every part has its answer, and yet. */
static void differ_code(bl_matcher *m, const bl_entity *code)
{
    const bl_pairing *first = &m->pairing[0][code->first];
    const bl_entity *other;
    uint32_t at = 0;

    if (code->kind != BL_ENTITY_CODE || code->count < 2 || first->partner < 0)
        return;
    for (uint32_t i = 0; i < code->count; i++) {
        if (m->pairing[0][code->first + i].answer != BL_ANSWER_EQUAL)
            return;
    }
    other = bl_matcher_entity(m, 1, (uint32_t)first->partner);
    if (other->kind != BL_ENTITY_CODE || other->count != code->count ||
        same_parts(m, code, other, &at) || has_same(m, 0, code) ||
        has_same(m, 1, other) || m->difference_count == 2 * BL_LEFT_MAX)
        return;
    m->differences[m->difference_count++] =
        (bl_difference){ .kind = BL_DIFFERENCE_ALTERED,
                         .change = BL_CHANGE_OTHER,
                         .strong = true,
                         .source = (int32_t)(code->first + at),
                         .target = (int32_t)(other->first + at) };
}

void bl_differ_answered(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->side[0]->quantity_count; i++)
        differ_answered(m, i);
    /* Not among very many. */
    for (uint32_t i = 0; i < m->side[0]->entity_count && i < BL_LEFT_MAX; i++)
        differ_code(m, &m->side[0]->entities[i]);
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
