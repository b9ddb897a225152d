/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The state of comparing the quantities of two sides, shared by the parts of
 * the comparison: answers and differences. Nobody else includes this.
 */
#ifndef BL_MATCH_MATCHING_H
#define BL_MATCH_MATCHING_H

#include "lexicon/language.h"
#include "match/quantities.h"

/* Above so many left-overs on a side only equal values are looked for. */
enum { BL_LEFT_MAX = 64 };

/* Numbers up to here come and go in good translations: one, two, first. From
 * ten on they are written in digits, and stay. */
enum { BL_SMALL = 9 };

typedef struct bl_matcher {
    const bl_side *side[2];
    const bl_units *units;
    bool unreadable; /* one of the sides has no words that could be read */
    bool in_words;   /* a number may stand in words that are not known; set for
                        what is left */
    bl_pairing *pairing[2];
    bl_arena *arena;
    bl_difference *differences; /* room for 2 * BL_LEFT_MAX */
    uint32_t difference_count;
    uint32_t left[2][BL_LEFT_MAX]; /* quantities without an answer so far */
    uint32_t left_count[2];
    uint8_t left_evidence[2]; /* the surest of them */
    uint16_t left_roles; /* 1 << bl_quantity_role, of both sides */
    bool left_units; /* some have a unit */
    bool left_parts; /* some may be a part of one: 25 %, 0.25, a quarter */
} bl_matcher;

static inline const bl_quantity *bl_matcher_get(const bl_matcher *m, int side,
                                                uint32_t at)
{
    return &m->side[side]->quantities[at];
}

/* The expression that the quantity is part of. */
static inline const bl_entity *bl_matcher_entity(const bl_matcher *m, int side,
                                                 uint32_t at)
{
    return &m->side[side]->entities[bl_matcher_get(m, side, at)->entity];
}

/* Whether a side has words for it that bilint knows (BL_SAYS_...). */
static inline bool bl_matcher_says(const bl_matcher *m, int side, unsigned what)
{
    return (m->side[side]->language->scope & what) != 0;
}

/* Neither answered nor reported. */
static inline bool bl_matcher_is_open(const bl_matcher *m, int side,
                                      uint32_t at)
{
    return m->pairing[side][at].answer == BL_ANSWER_NONE &&
           m->pairing[side][at].partner < 0;
}

/* Digits and names: what is surely there. */
static inline bool bl_is_hard(const bl_quantity *q)
{
    return q->evidence >= BL_EVIDENCE_NAME;
}

static inline bool bl_is_plain(uint8_t role)
{
    return role == BL_QUANTITY_NUMBER || role == BL_QUANTITY_ORDINAL;
}

static inline bool bl_is_named(const bl_quantity *q)
{
    return q->role == BL_QUANTITY_MONTH || q->role == BL_QUANTITY_WEEKDAY;
}

void bl_matcher_assign(bl_matcher *m, uint32_t a, uint32_t b,
                       bl_answer answer, int reading_a, int reading_b);

/* A strong difference of two that stay as they are, or NULL where there are too
 * many. */
bl_difference *bl_matcher_tell(bl_matcher *m, bl_difference_kind kind,
                               bl_change change, int32_t a, int32_t b);

/* A difference, or NULL where there are too many or it has been told; the two
 * of an altered value are no longer open. */
bl_difference *bl_matcher_differ(bl_matcher *m, bl_difference_kind kind,
                                 int32_t a, int32_t b, bool strong);

/* ---- answers.c ---------------------------------------------------------- */

/* A test whether two quantities answer each other; by which readings. */
typedef bool (*bl_answer_test)(const bl_matcher *m, const bl_quantity *a,
                               const bl_quantity *b, int *reading_a,
                               int *reading_b);

/* Whether their roles let two quantities answer each other. */
bool bl_roles_fit(const bl_quantity *a, const bl_quantity *b);

/* Whether they are names of programs, and not the same: `a` is of `side`. */
bool bl_have_other_names(const bl_matcher *m, int side, const bl_quantity *a,
                         const bl_quantity *b);

/* Any reading of one is any reading of the other. */
bool bl_any_reading(const bl_quantity *a, const bl_quantity *b,
                    int *reading_a, int *reading_b);

/* Digits and names by any reading; then with words; then words alone. */
bool bl_answer_reading(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b);
bool bl_answer_word(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b);
bool bl_answer_words(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b);

/* Words that often mean something else: two of them in one unit, "an hour";
 * any two; then with anything that is a plain number. */
bool bl_answer_measure(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b);
bool bl_answer_weak_words(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b);
bool bl_answer_weak(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b);

/* "$33 billion" and "ezingu-$33", where scale words are not known. */
bool bl_answer_unscaled(const bl_matcher *m, const bl_quantity *a,
                        const bl_quantity *b, int *reading_a, int *reading_b);

/* Clocks: the two sides chose another half of the day. */
bool bl_answer_clock(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b);

/* A century and one of its years. */
bool bl_answer_century(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b);

/* A year and its last two digits, beside a word for years or glued to a letter
 * or an apostrophe: 98年, 4Q23, FY24, '98. */
bool bl_answer_short_year(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b);

/* 8:30 and "half past eight", which is 8.5. */
bool bl_is_half_hour(const bl_quantity *hour, const bl_quantity *minute,
                     const bl_quantity *whole);

/* 5:30 and 0530, 17:30 and 1730. */
bool bl_is_time_in_one(const bl_quantity *hour, const bl_quantity *minute,
                       const bl_quantity *whole);

/* Left-overs that what is there explains: a value said again, a conversion
 * added in brackets, the century of a year. */
void bl_match_explained(bl_matcher *m);

/* ---- zones.c ------------------------------------------------------------ */

/* "9 a.m. ET" and "15 Uhr MEZ"; then an hour that a side says twice so. */
bool bl_answer_zone(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b);
bool bl_explain_by_zone(bl_matcher *m, int side, uint32_t at);

/* ---- conversions.c ------------------------------------------------------ */

/* Units whose difference is one of the number: a ton is one of three measures,
 * and 3割 are 30 %. */
bool bl_unit_is_alike(const bl_units *units, uint16_t a, uint16_t b);

/* Another unit that the word of the quantity stands for, or BL_UNIT_NONE;
 * degrees that may be an angle name no scale either. */
uint16_t bl_other_unit(const bl_units *units, const bl_quantity *q);

/* 45 miles and 72 km, as exact as the rounder of the two numbers. */
bool bl_answer_converted(const bl_matcher *m, const bl_quantity *a,
                         const bl_quantity *b, int *reading_a,
                         int *reading_b);

/* A measure of the kitchen and a weight, of what only a cook can convert: "2
 * cups of flour" and 250 g. */
bool bl_answer_kitchen(const bl_matcher *m, const bl_quantity *a,
                       const bl_quantity *b, int *reading_a, int *reading_b);

/* What countries count in ways of their own: sizes of clothes, floors, the
 * minutes of a match. */
bool bl_answer_by_country(const bl_matcher *m, const bl_quantity *a,
                          const bl_quantity *b, int *reading_a,
                          int *reading_b);

/* "+200 %" and "tripled". */
bool bl_answer_growth(const bl_matcher *m, const bl_quantity *a,
                      const bl_quantity *b, int *reading_a, int *reading_b);

/* "The mid-70s Fahrenheit" and 24 degrees. */
bool bl_is_of_tens(const bl_units *units, const bl_quantity *tens,
                   const bl_quantity *q);
bool bl_answer_tens(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b);

/* "a third" and 33 %, to the place that is written. */
bool bl_answer_share(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b, int *reading_a, int *reading_b);

/* 6 feet 6 inches and 1.98 m */
bool bl_is_sum(const bl_matcher *m, const bl_quantity *x, const bl_quantity *y,
               const bl_quantity *whole);

/* ---- pairs.c ------------------------------------------------------------ */

/* Two neighbours on one side that are one value on the other: "5 000"; 2/3 and
 * "two thirds"; then 6 ft 6 in and 1.98 m, 7:55 and "7.55", and what more of
 * them say together. */
void bl_match_groups(bl_matcher *m);
void bl_match_ratios(bl_matcher *m);
void bl_match_sums(bl_matcher *m);

/* "two thirds" and 3/4. */
void bl_differ_ratios(bl_matcher *m);
void bl_differ_fractions(bl_matcher *m);

/* ---- regrouped.c -------------------------------------------------------- */

/* Telephone numbers and the like, whose digits are parted otherwise. */
void bl_match_regrouped(bl_matcher *m);

/* ---- code_differences.c ------------------------------------------------- */

/* Whether two numbers have the same text around them, of which one language
 * reads more than the other: "$59.5 Billion" in a title that was left as it
 * is, "x % 100" where a number may follow its sign. */
bool bl_is_as_it_stands(const bl_matcher *m, const bl_quantity *a,
                        const bl_quantity *b);

/* Such ones; and digits that stand on both sides as they are, though each
 * language reads them in its way: "15.5.2" is a section here and a date
 * there. */
void bl_match_literals(bl_matcher *m);

/* Codes of several parts that are other ones; then one that the other side
 * lacks, whose first part is `at`: false where that is none. */
void bl_differ_codes(bl_matcher *m);
bool bl_differ_lone_code(bl_matcher *m, int side, uint32_t at);

/* Codes whose parts are all there, in another order: 2.0.1 and 2.1.0. */
void bl_differ_reordered(bl_matcher *m);

/* ---- differences.c ------------------------------------------------------ */

/* Parts of the same expression: "May 8" and "8/6". */
void bl_differ_siblings(bl_matcher *m);

/* Digits that look like each other. */
void bl_differ_similar(bl_matcher *m);

/* The one number of each side that is no weak word: before such words explain
 * it away. */
void bl_differ_only(bl_matcher *m);

/* All that is still open. */
void bl_differ_rest(bl_matcher *m);

/* Numbers in digits on both sides, neither a name nor one of them a code. */
bool bl_are_digits(const bl_quantity *a, const bl_quantity *b);

/* Whether the unit of one is another one that the word of the other stands for:
 * "MW" and "мВт", calories of food and of physics. */
bool bl_goes_by_word(const bl_matcher *m, const bl_quantity *a,
                     const bl_quantity *b);

/* In the order of the text, in the end. */
void bl_differ_sort(bl_matcher *m);

/* ---- said_twice.c ------------------------------------------------------- */

/* Whether the digits stand in brackets behind a number in words: the 30 of
 * "thirty (30) days". */
bool bl_is_said_again(const bl_matcher *m, int side, uint32_t at);

/* The 8 of "five (8) years": digits in brackets that are not what the word
 * says. */
bool bl_is_contradiction(const bl_matcher *m, int side, uint32_t at);

/* Such ones of the target, where the source agrees with itself: before any
 * other place could answer them. */
void bl_differ_contradictions(bl_matcher *m);

/* ---- lone_differences.c ------------------------------------------------- */

/* What is on one side alone. */
void bl_differ_lone(bl_matcher *m);

/* ---- label_differences.c ------------------------------------------------ */

/* What each side says once of numbers that it does not have: another scale,
 * unit or rate. */
void bl_differ_labels(bl_matcher *m);

/* Whether one of two units is eight of the other, and its sign leaves that
 * open: Mb/s and Mbit/s. */
bool bl_may_be_bits(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b);

/* ---- eras.c ------------------------------------------------------------- */

/* Whether one of two equal years or centuries is before Christ and the other
 * one after. */
bool bl_eras_differ(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b);

/* ---- answered_differences.c --------------------------------------------- */

/* What was answered with another unit or sign. */
void bl_differ_answered(bl_matcher *m);

#endif
