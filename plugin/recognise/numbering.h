/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The parts of reading one number, shared by number.c, number_before.c,
 * number_scales.c, number_behind.c, number_marks.c, unit_sign.c,
 * number_words.c, number_range.c, fraction.c and additive.c. Nobody else
 * includes this.
 */
#ifndef BL_RECOGNISE_NUMBERING_H
#define BL_RECOGNISE_NUMBERING_H

#include "recognise/scan.h"

/*
 * Every sense that is asked for before a number and behind it: what has none
 * of them stands by itself. A part of reading a number that asks for another
 * one adds it here, and to BL_SENSES_LEADING or BL_SENSES_FOLLOWING.
 */
#define BL_SENSES_OF_MARKS                                                  \
    (BL_SENSE_BIT(BL_SENSE_ORDINAL_MARK) |                                  \
     BL_SENSE_BIT(BL_SENSE_CENTURY_MARK) |                                  \
     BL_SENSE_BIT(BL_SENSE_DECADE_MARK))
#define BL_SENSES_BEFORE_NUMBERS                                            \
    (BL_SENSE_BIT(BL_SENSE_LABEL) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |       \
     BL_SENSE_BIT(BL_SENSE_MINUS) | BL_SENSE_BIT(BL_SENSE_PERCENT))
#define BL_SENSES_OF_SCALES \
    (BL_SENSE_BIT(BL_SENSE_SCALE) | BL_SENSE_BIT(BL_SENSE_VAGUE))
#define BL_SENSES_OF_FRACTIONS                                              \
    (BL_SENSE_BIT(BL_SENSE_AND) | BL_SENSE_BIT(BL_SENSE_ARTICLE) |          \
     BL_SENSE_BIT(BL_SENSE_FRACTION) |                                      \
     BL_SENSE_BIT(BL_SENSE_FRACTION_MARK))
#define BL_SENSES_OF_MARKS_BEHIND                                           \
    (BL_SENSES_OF_MARKS | BL_SENSE_BIT(BL_SENSE_QUARTER_MARK) |             \
     BL_SENSE_BIT(BL_SENSE_HALF_MARK) | BL_SENSE_BIT(BL_SENSE_HALF_YEAR))
#define BL_SENSES_OF_UNITS                                                  \
    (BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |        \
     BL_SENSE_BIT(BL_SENSE_PERCENT))
#define BL_SENSES_BEHIND_NUMBERS                                            \
    (BL_SENSES_OF_SCALES | BL_SENSES_OF_FRACTIONS |                         \
     BL_SENSES_OF_MARKS_BEHIND | BL_SENSES_OF_UNITS |                       \
     BL_SENSES_OF_MINUTES | BL_SENSE_BIT(BL_SENSE_MINUS) |                  \
     BL_SENSE_BIT(BL_SENSE_POINT))

_Static_assert(((BL_SENSES_BEFORE_NUMBERS | BL_SENSES_OF_MARKS) &
                ~BL_SENSES_LEADING) == 0,
               "words before a number have the trait");
_Static_assert((BL_SENSES_BEHIND_NUMBERS & ~BL_SENSES_FOLLOWING) == 0,
               "words behind a number have the trait");

/* ---- number.c ----------------------------------------------------------- */

/* One more value that the number may have; every value by a scale word. */
void bl_number_add_reading(bl_quantity *quantity, bl_decimal value);
void bl_number_scale_readings(bl_quantity *quantity, bl_decimal scale);

/* ---- additive.c --------------------------------------------------------- */

/* Where the signs end, from tokens[at] on, of a number in digits that add up;
 * `at` where it has none. */
size_t bl_read_additive(const bl_scan *scan, size_t at, int64_t *value);

/* ---- minutes.c ---------------------------------------------------------- */

/* Nearly no number has such words behind it. */
static inline size_t bl_read_minutes_behind(const bl_scan *scan, size_t at,
                                            bl_find *find)
{
    return (bl_scan_reach(scan, at) & BL_SENSES_OF_MINUTES) != 0
               ? bl_read_minutes_of(scan, at, find)
               : at;
}

/* ---- number_before.c ---------------------------------------------------- */

/* A label, a sign, a currency or a percent sign before the number that begins
 * at token `first`, of what may be there; whether it is a label, which makes a
 * name of the number. */
bool bl_number_read_before(const bl_scan *scan, size_t first,
                           bl_sense_set senses, bl_find *find);

/* What the words right before the number or behind it say of it: at least, at
 * most, more or less. */
void bl_number_read_bound(const bl_scan *scan, bl_find *find);

/*
 * What stands at token `at`, if it is of that kind; the token behind it, or
 * `at`.
 */

/* ---- number_scales.c ---------------------------------------------------- */

/* Scale words, and a number that goes on behind them: "45億8000万"; and what
 * goes on behind a number in words that ends in a scale: "مليون و250 ألف". */
size_t bl_number_scales(const bl_scan *scan, size_t at, bl_find *find);
size_t bl_number_scales_of_words(const bl_scan *scan, size_t at,
                                 bl_find *find);

/* ---- number_behind.c ---------------------------------------------------- */

/* Whether a unit may have the number that begins at token `first` inside. */
bool bl_number_is_inside(const bl_scan *scan, size_t first);

/* A unit, a currency or a percent sign. */
size_t bl_number_unit(const bl_scan *scan, size_t at, bl_find *find);

/* "m", "K", "T" glued to the number: one more reading, and no token read; "mm"
 * beside money: the token behind it. */
size_t bl_number_letter_scale(const bl_scan *scan, size_t at, bl_find *find);

/* The currency that a sign, a code or a name at tokens [first, limit) says. */
void bl_number_set_currency(const bl_scan *scan, const bl_sense *sense,
                            size_t first, size_t limit,
                            bl_quantity *quantity);

/* ---- number_words.c ----------------------------------------------------- */

/* The unit and the scale that words at tokens[at] have within: "zweiwöchig",
 * مليونان. */
uint16_t bl_number_unit_within(const bl_scan *scan, size_t at,
                               const bl_spelled *spelled);
uint8_t bl_number_scale_of_words(size_t at, const bl_spelled *spelled);

/* Whether a word that may be another one is a number by what it measures. */
bool bl_number_is_measured(const bl_scan *scan, size_t at,
                           const bl_spelled *spelled, const bl_find *find);

/* Whether what looks like a number is a particle, or ends a longer word. */
bool bl_number_is_particle(const bl_scan *scan, size_t at);
bool bl_number_is_within_word(const bl_scan *scan, size_t at);

/* ---- number_marks.c ----------------------------------------------------- */

/* Marks of a number that begins at token `first`: 75th, 1990s, thứ 75. */
size_t bl_number_marks(const bl_scan *scan, size_t first, size_t at,
                       bl_find *find);

/* "20世纪90年代": the decade at token `first` says it all, and its century may go
 * unsaid. */
void bl_number_join_century(const bl_scan *scan, size_t first, bl_find *find);

/* ---- unit_sign.c -------------------------------------------------------- */

/* Whether the unit at tokens [at, limit) is no other word there: "5 in." and
 * not "5 in Rome". */
bool bl_number_is_unit_sign(const bl_scan *scan, size_t at, size_t limit,
                            const bl_sense *sense, const bl_find *find);

/* Where the sign ends that a phrase at tokens [at, limit) makes certain: "in"
 * of "5 in wide". */
size_t bl_number_sign_limit(const bl_scan *scan, size_t at, size_t limit);

/* ---- number_range.c ----------------------------------------------------- */

/* What the number and the one before it say once and mean twice: "5-10
 * million", "$5-10", "2021–25". */
void bl_number_join(const bl_scan *scan, bl_find *find);

/* ---- fraction.c --------------------------------------------------------- */

/* ½ behind an integer: 14½; the token behind it, or `at`. */
size_t bl_number_sign_fraction(const bl_scan *scan, size_t at, bl_find *find);

/* A fraction in digits behind an integer: 1 1/2, 5-3/4, 2 and 2/3. */
size_t bl_number_mixed(const bl_scan *scan, size_t at, bl_find *find);

/* A fraction in digits before the unit of a measure: 3/4 cup. */
size_t bl_number_stroke(const bl_scan *scan, size_t at, bl_find *find);

/* The value of a sign, where it is a fraction. */
bool bl_number_set_sign(const bl_scan *scan, size_t at, bl_quantity *quantity);

/* "two and a half", "hai năm rưỡi": half of one more; behind a counter of one
 * glyph: "8分半". */
size_t bl_number_half_of(const bl_scan *scan, size_t at, bl_find *find);
size_t bl_number_counted_half(const bl_scan *scan, size_t at, bl_find *find);
size_t bl_number_half_of_noun(const bl_scan *scan, size_t at, bl_find *find);

/* Nearly no number has words of a half behind it, or a hyphen before them. */
static inline size_t bl_number_half(const bl_scan *scan, size_t at,
                                    bl_find *find)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_AND) |
                                BL_SENSE_BIT(BL_SENSE_ARTICLE) |
                                BL_SENSE_BIT(BL_SENSE_FRACTION);

    return (bl_scan_reach(scan, at) & wanted) != 0 ||
                   bl_scan_is_hyphen(scan, at)
               ? bl_number_half_of(scan, at, find)
               : at;
}

/* "một mét bảy": tenths or hundredths of the number, which is of meters. */
size_t bl_number_part_of_meter(const bl_scan *scan, size_t at, bl_find *find);

/* 一成五, 3割2分5厘: hundredths and thousandths behind the number, which is of
 * tenths. */
size_t bl_number_part_of_tenth(const bl_scan *scan, size_t at, bl_find *find);

/* "two thirds", "三分之二": the number becomes a fraction. */
size_t bl_number_parts(const bl_scan *scan, size_t at, bl_find *find);

/* "three point five": the places behind the sign. */
size_t bl_number_point(const bl_scan *scan, size_t at, bl_find *find);

/* The same of a number in digits: "4 দশমিক ৫". */
size_t bl_number_point_of_digits(const bl_scan *scan, size_t at,
                                 bl_find *find);

/* A word at token `at` that is a fraction as well gets that reading. */
void bl_number_note_fraction(const bl_scan *scan, size_t at, bl_find *find);

/* "half", "Drittel", "üçte iki": a fraction that begins with its word. */
size_t bl_read_fraction(bl_scan *scan, size_t at);

#endif
