/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a word or phrase of a language can mean to the recognisers. CLDR and
 * the files of dictionaries/ speak of senses by the names below; the
 * recognisers ask for them by number.
 */
#ifndef BL_MODEL_SENSE_H
#define BL_MODEL_SENSE_H

#include "base/hash.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/*
 * X(symbol, keyword, value). The keyword begins a line of a dictionary file;
 * `value` says what the number behind it is, NONE where there is none.
 */
#define BL_SENSE_MAP(X)                                                       \
    /* numbers.txt */                                                         \
    X(CARDINAL, "cardinal", NUMBER)         /* seven: 7 */                    \
    X(ORDINAL, "ordinal", NUMBER)           /* seventh: 7 */                  \
    X(SCALE, "scale", NUMBER)               /* million: 1000000 */            \
    X(FRACTION, "fraction", FRACTION)       /* half: 2, three quarters: 3/4 */ \
    X(FRACTION_MARK, "fraction-mark", NONE) /* phần, 分之 */                    \
    X(WITH_HALF, "with-half", NUMBER)       /* zweieinhalb: 2 */              \
    X(WITH_QUARTERS, "with-quarters", NUMBER) /* सवा, 5: a quarter more */     \
    X(CENTURY, "century", NUMBER)           /* Novecento: 20 */               \
    X(AND, "and", NONE)                     /* joins the parts of a number */ \
    X(POINT, "point", NONE)                 /* said for the decimal sign */   \
    X(MINUS, "minus", NONE)                                                   \
    X(LESS, "less", NONE) /* stands for a minus: fell, off, Rabatt */         \
    X(ORDINAL_MARK, "ordinal-mark", NONE) /* th, thứ, 第 */                    \
    X(DECADE_MARK, "decade-mark", NONE)   /* the s of 1990s, 年代 */            \
    X(CENTURY_MARK, "century-mark", NONE)                                     \
    X(PERCENT, "percent", NONE)                                               \
    X(ARTICLE, "article", NONE) /* may answer 1 */                            \
    X(LABEL, "label", NONE)     /* its number is a name: version 3.5 */       \
    X(NAMED, "named", NUMBER)   /* COVID-19: the one number of that name */   \
    X(VAGUE, "vague", NONE)     /* says no value: "tens of thousands" */      \
    X(TAIL, "tail", NONE) /* behind a number in one word: fünf|jährig */      \
    X(TIMES, "times", NUMBER) /* twice: 2; 0: behind a number, 2 times */     \
    X(BOUND, "bound", NUMBER) /* at least: 1, at most: 2; rose by: 3, fell    \
                                 by: 4 */                                     \
    /* dates.txt */                                                           \
    X(MONTH, "month", NUMBER)                                                 \
    X(LOCAL_MONTH, "local-month", NUMBER) /* of another calendar, from CLDR:  \
                                     hundreds are BL_CALENDAR_... */          \
    X(MONTH_MARK, "month-mark", NONE)     /* tháng, 月: beside a number */     \
    X(WEEKDAY, "weekday", NUMBER)         /* Sunday: 1, Saturday: 7 */        \
    X(WEEKDAY_MARK, "weekday-mark", NONE) /* thứ: beside a number */          \
    X(DAY_MARK, "day-mark", NONE)                                             \
    X(EVE, "eve", NONE) /* the weekday behind it ends the night: Nacht zum */ \
    X(YEAR_MARK, "year-mark", NONE)                                           \
    X(DATE_GLUE, "date-glue", NONE) /* of, de: between parts of a date */     \
    X(ERA, "era", NUMBER)           /* 0: before, 1: after; 2: Buddhist, 3:   \
                                     Islamic, 4: Persian, 5: Vikrama; a       \
                                     year: the one before its first */        \
    X(QUARTER, "quarter", NUMBER)   /* "third quarter" in one: 3 */           \
    X(QUARTER_MARK, "quarter-mark", NONE)                                     \
    X(HALF_YEAR, "half-year", NUMBER) /* "first half" in one: 1 */            \
    X(HALF_MARK, "half-mark", NONE)                                           \
    X(HOUR_MARK, "hour-mark", NONE)                                           \
    X(HOUR_FROM, "hour-from", NUMBER) /* 18: 2 ทุ่ม is 20 */                  \
    X(MINUTE_MARK, "minute-mark", NONE)                                       \
    X(SECOND_MARK, "second-mark", NONE)                                       \
    X(AM, "am", NONE)                                                         \
    X(PM, "pm", NONE)                                                         \
    X(NIGHT, "night", NONE)     /* of the evening, and of the morning after */ \
    X(MIDDAY, "midday", NONE)   /* of the late morning and the afternoon */   \
    X(MINUTES_TO, "minutes-to", NUMBER) /* halb neun, 30: 8:30 */             \
    X(MINUTES_PAST, "minutes-past", NUMBER) /* half past eight, 30: 8:30 */   \
    X(CLOCK, "clock", NUMBER)       /* noon: 12, midnight: 0 */               \
    X(RANGE_FROM, "from", NONE)                                               \
    X(RANGE_TO, "to", NONE)                                                   \
    X(PERIOD, "period", UNIT)       /* a rate is of it: per day, daily */     \
    /* units.txt */                                                           \
    X(UNIT, "unit", UNIT)             /* kilometer, by CLDR unit id */        \
    X(CURRENCY, "currency", CURRENCY) /* USD, by ISO 4217 code */             \
    /* spelling.txt */                                                        \
    X(SINGLE, "single", NONE) /* never doubled, in a language that doubles    \
                                 words */                                     \
    X(DOUBLE, "double", NONE) /* may be doubled, in one that does not */      \
    X(KNOWN, "known", NONE)   /* spelled right, whatever dictionaries say; by  \
                                 a "bare" line, which gives it a value, if    \
                                 it is not another word without its marks */  \
    /* names.txt */                                                           \
    X(TITLE, "title", GROUP) /* stands before a person's name */              \
    X(SURNAME, "surname", NONE)                                               \
    X(GIVEN, "given", NONE)       /* a given name, in plain letters */        \
    X(PARTICLE, "particle", NONE) /* lower-case part of a name */             \
    X(DEMONYM, "demonym", GROUP)  /* of a country: Dutch */                   \
    X(ENTITY, "entity", GROUP)    /* a place or organisation with its names */ \
    X(PERSON, "person", GROUP)    /* the same of a person */                  \
    X(MARKED, "marked", GROUP)    /* a place that lost its marks: Da Nang */

typedef enum bl_sense_kind {
#define X(symbol, keyword, value) BL_SENSE_##symbol,
    BL_SENSE_MAP(X)
#undef X
    BL_SENSE_COUNT
} bl_sense_kind;

enum {
    /* The word has other uses that are at least as frequent (năm, một, May,
     * second): it explains what the other side has, but accuses nobody. */
    BL_SENSE_WEAK = 1 << 0,
    BL_SENSE_BEFORE = 1 << 1, /* a mark that stands before its number */
    BL_SENSE_AFTER = 1 << 2,
    BL_SENSE_CAPITAL = 1 << 3, /* only when written with a capital: May, kM */
    BL_SENSE_UPPER = 1 << 4,   /* only in capitals: USD, US */
    BL_SENSE_COUNTRY = 1 << 5, /* the entity is a country or a continent */
    BL_SENSE_STATE = 1 << 6,   /* and a member of the United Nations */
    BL_SENSE_BODY = 1 << 7     /* the entity is an organisation */
};

typedef struct bl_sense {
    uint8_t kind; /* bl_sense_kind */
    uint8_t flags;
    int64_t value;
} bl_sense;

/* Of a FRACTION: 3/4 are three of four parts. */
static inline int64_t bl_sense_fraction(int64_t count, int64_t parts)
{
    return count << 32 | parts;
}

static inline int64_t bl_sense_count(const bl_sense *sense)
{
    return sense->value >> 32;
}

static inline int64_t bl_sense_parts(const bl_sense *sense)
{
    return sense->value & INT32_MAX;
}

/* Whether the value of a FRACTION is one that may be divided by. */
static inline bool bl_sense_is_fraction(int64_t count, int64_t parts)
{
    return count >= 1 && count <= 1000 && parts >= 2 && parts <= 1000000;
}

/* Values of an ERA, where it is none that begins in a year of its own: those of
 * dates.txt. */
typedef enum bl_era {
    BL_ERA_BEFORE_CHRIST,
    BL_ERA_AFTER_CHRIST,
    BL_ERA_BUDDHIST,
    BL_ERA_ISLAMIC,
    BL_ERA_PERSIAN,
    BL_ERA_VIKRAMA
} bl_era;

/* Sets of kinds, to find quickly whether a phrase is worth a look. */
typedef uint64_t bl_sense_set;
#define BL_SENSE_BIT(kind) ((bl_sense_set)1 << (kind))

/* Names of one or more words that take the endings of names. */
#define BL_SENSES_OF_NAMES                                                   \
    (BL_SENSE_BIT(BL_SENSE_ENTITY) | BL_SENSE_BIT(BL_SENSE_PERSON))

/* What a date begins with that begins with no number. */
#define BL_SENSES_OF_DATES                                                   \
    (BL_SENSE_BIT(BL_SENSE_QUARTER) | BL_SENSE_BIT(BL_SENSE_HALF_YEAR) |     \
     BL_SENSE_BIT(BL_SENSE_ERA) | BL_SENSE_BIT(BL_SENSE_LOCAL_MONTH) |       \
     BL_SENSE_BIT(BL_SENSE_WEEKDAY) | BL_SENSE_BIT(BL_SENSE_MONTH) |         \
     BL_SENSE_BIT(BL_SENSE_MONTH_MARK) | BL_SENSE_BIT(BL_SENSE_YEAR_MARK) |  \
     BL_SENSE_BIT(BL_SENSE_DAY_MARK) | BL_SENSE_BIT(BL_SENSE_WEEKDAY_MARK) | \
     BL_SENSE_BIT(BL_SENSE_QUARTER_MARK) | BL_SENSE_BIT(BL_SENSE_HALF_MARK))

/* Minutes in words, beside an hour. */
#define BL_SENSES_OF_MINUTES                                                 \
    (BL_SENSE_BIT(BL_SENSE_MINUTES_TO) | BL_SENSE_BIT(BL_SENSE_MINUTES_PAST))

/* The same of a time; and of a number, which a Roman number and one written
 * in one word are besides. */
#define BL_SENSES_OF_TIMES                                                   \
    (BL_SENSE_BIT(BL_SENSE_CLOCK) | BL_SENSES_OF_MINUTES |                   \
     BL_SENSE_BIT(BL_SENSE_HOUR_FROM))
#define BL_SENSES_OF_NUMBERS                                                 \
    (BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_ORDINAL) |      \
     BL_SENSE_BIT(BL_SENSE_SCALE) | BL_SENSE_BIT(BL_SENSE_FRACTION) |        \
     BL_SENSE_BIT(BL_SENSE_WITH_HALF) |                                      \
     BL_SENSE_BIT(BL_SENSE_WITH_QUARTERS) | BL_SENSE_BIT(BL_SENSE_CENTURY))

/* How often. */
#define BL_SENSES_OF_RATES                                                   \
    (BL_SENSE_BIT(BL_SENSE_TIMES) | BL_SENSE_BIT(BL_SENSE_PERIOD))

/* What a quantity in words begins with, or what says that it is none. */
#define BL_SENSES_OF_QUANTITIES                                              \
    (BL_SENSES_OF_DATES | BL_SENSES_OF_TIMES | BL_SENSES_OF_NUMBERS |        \
     BL_SENSES_OF_RATES | BL_SENSE_BIT(BL_SENSE_VAGUE))

/* What may stand before a number and belong to it. */
#define BL_SENSES_LEADING                                                    \
    (BL_SENSE_BIT(BL_SENSE_LABEL) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |        \
     BL_SENSE_BIT(BL_SENSE_MINUS) | BL_SENSE_BIT(BL_SENSE_PERCENT) |         \
     BL_SENSE_BIT(BL_SENSE_ORDINAL_MARK) |                                   \
     BL_SENSE_BIT(BL_SENSE_CENTURY_MARK) |                                   \
     BL_SENSE_BIT(BL_SENSE_DECADE_MARK) | BL_SENSE_BIT(BL_SENSE_BOUND) |     \
     BL_SENSE_BIT(BL_SENSE_HOUR_MARK))

/* And behind it: scales and fractions, marks, units; and what makes a date or
 * a time of digits. */
#define BL_SENSES_FOLLOWING                                                  \
    (BL_SENSES_OF_MINUTES | BL_SENSE_BIT(BL_SENSE_SCALE) |                   \
     BL_SENSE_BIT(BL_SENSE_VAGUE) | BL_SENSE_BIT(BL_SENSE_LABEL) |           \
     BL_SENSE_BIT(BL_SENSE_AND) | BL_SENSE_BIT(BL_SENSE_ARTICLE) |           \
     BL_SENSE_BIT(BL_SENSE_FRACTION) |                                       \
     BL_SENSE_BIT(BL_SENSE_FRACTION_MARK) |                                  \
     BL_SENSE_BIT(BL_SENSE_ORDINAL_MARK) |                                   \
     BL_SENSE_BIT(BL_SENSE_CENTURY_MARK) |                                   \
     BL_SENSE_BIT(BL_SENSE_DECADE_MARK) |                                    \
     BL_SENSE_BIT(BL_SENSE_QUARTER_MARK) |                                   \
     BL_SENSE_BIT(BL_SENSE_HALF_MARK) | BL_SENSE_BIT(BL_SENSE_HALF_YEAR) |   \
     BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |         \
     BL_SENSE_BIT(BL_SENSE_PERCENT) | BL_SENSE_BIT(BL_SENSE_MINUS) |         \
     BL_SENSE_BIT(BL_SENSE_POINT) |                                          \
     BL_SENSE_BIT(BL_SENSE_YEAR_MARK) | BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |  \
     BL_SENSE_BIT(BL_SENSE_DAY_MARK) | BL_SENSE_BIT(BL_SENSE_HOUR_MARK) |    \
     BL_SENSE_BIT(BL_SENSE_HOUR_FROM) | BL_SENSE_BIT(BL_SENSE_AM) |          \
     BL_SENSE_BIT(BL_SENSE_PM) | BL_SENSE_BIT(BL_SENSE_NIGHT) |              \
     BL_SENSE_BIT(BL_SENSE_MIDDAY) | BL_SENSE_BIT(BL_SENSE_CLOCK) |          \
     BL_SENSE_BIT(BL_SENSE_BOUND))

/* Give an entity its group, such as "person.x" or "country.RU": the same
 * number in every language, and never 0. */
static inline void bl_sense_set_group(bl_sense *sense, const char *name,
                                      size_t size)
{
    sense->value = (int64_t)(bl_hash(name, size, 0) >> 1) | 1;
    if (size > 8 && memcmp(name, "country.", 8) == 0)
        sense->flags |= BL_SENSE_COUNTRY;
    if (size > 4 && memcmp(name, "org.", 4) == 0)
        sense->flags |= BL_SENSE_BODY;
}

#endif
