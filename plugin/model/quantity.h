/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the recognisers find on one side: quantities, each a single value,
 * and entities, which are the expressions that they form together. "May 8-11"
 * is one entity, a date, of the quantities month 5, day 8 and day 11.
 *
 * Sides are compared quantity by quantity, so an expression that one side
 * puts together and the other takes apart still matches; entities say what to
 * show to people.
 */
#ifndef BL_MODEL_QUANTITY_H
#define BL_MODEL_QUANTITY_H

#include "model/decimal.h"
#include "model/span.h"

/* What a value counts. */
typedef enum bl_quantity_role {
    BL_QUANTITY_NUMBER,
    BL_QUANTITY_ORDINAL,
    BL_QUANTITY_FRACTION, /* a third, ½ */
    BL_QUANTITY_YEAR,
    BL_QUANTITY_DECADE,  /* 1990s: 1990 */
    BL_QUANTITY_CENTURY, /* 19th century: 19 */
    BL_QUANTITY_QUARTER,
    BL_QUANTITY_HALF, /* of a year */
    BL_QUANTITY_MONTH,
    BL_QUANTITY_DAY,
    BL_QUANTITY_WEEKDAY, /* Sunday is 1 */
    BL_QUANTITY_HOUR,
    BL_QUANTITY_MINUTE,
    BL_QUANTITY_SECOND,
    BL_QUANTITY_PART, /* of a code or identifier: B-52, 1.2.3 */
    /* What no number stands beside, and has no reading: see label.c. */
    BL_QUANTITY_SCALE,  /* "in millions": the least that it may be, and what it
                           is less than */
    BL_QUANTITY_UNIT,   /* (kg), {0} km */
    BL_QUANTITY_PERIOD, /* per day */
    BL_QUANTITY_TIMES   /* twice */
} bl_quantity_role;

/* How sure it is that there is a value at all. */
typedef enum bl_evidence {
    BL_EVIDENCE_WEAK, /* a word that often means something else */
    BL_EVIDENCE_WORD,
    BL_EVIDENCE_NAME,  /* of a month or weekday */
    BL_EVIDENCE_DIGITS
} bl_evidence;

enum {
    BL_QUANTITY_NEGATIVE = 1 << 0,  /* a minus sign may be meant */
    BL_QUANTITY_FOREIGN = 1 << 1,   /* no reading follows the locale */
    BL_QUANTITY_SCALED = 1 << 2,    /* digits and a scale word: 4.58 billion */
    BL_QUANTITY_BRACKETED = 1 << 2, /* SCALE, UNIT: within brackets */
    BL_QUANTITY_LIMIT = 1 << 3,     /* the second end of a range */
    BL_QUANTITY_SETTLED = 1 << 4,   /* HOUR: its half of the day is sure;
                                       DECADE: its century is; HALF: that it is
                                       one of a year */
    BL_QUANTITY_SWAPPABLE = 1 << 5, /* DAY, MONTH: written in digits, so
                                       that they may be the other way round */
    BL_QUANTITY_TENS = 1 << 5, /* NUMBER: any of ten degrees, "20s Celsius" */
    BL_QUANTITY_EXACT = 1 << 5, /* SCALE: no more than the least */
    BL_QUANTITY_OPAQUE = 1 << 6,    /* longer than a decimal holds: the value
                                       is a hash, good for equality alone */
    BL_QUANTITY_ATTACHED = 1 << 7,  /* digits glued to letters: COVID-19 */
    BL_QUANTITY_HALVED = 1 << 8, /* HOUR: a word for the half of the day stands
                                    beside it; see bl_is_halved() */
    BL_QUANTITY_SIGNED = 1 << 8, /* no HOUR: its currency is a sign, $, ¥ */
    BL_QUANTITY_LIST = 1 << 9,   /* numbers a paragraph: "1." */
    BL_QUANTITY_OPTIONAL = 1 << 10,   /* may go unsaid: the minutes of 8:00 */
    BL_QUANTITY_CODED = 1 << 11,      /* its currency is named beyond doubt */
    BL_QUANTITY_DASHED = 1 << 12,     /* behind a dash that is no minus */
    BL_QUANTITY_SHARED = 1 << 13,     /* its unit stands at the other end of its
                                         range or product */
    BL_QUANTITY_IDENTIFIER = 1 << 14, /* ATTACHED to a word of capital and
                                         small letters: FrameworkCore10 */
    BL_QUANTITY_ROW = 1 << 15         /* PART: of a code of several parts */
};

/* What the words right beside a number say of it: the values of a sense. */
typedef enum bl_bound {
    BL_BOUND_NONE,
    BL_BOUND_LEAST, /* at least */
    BL_BOUND_MOST,  /* at most */
    BL_BOUND_MORE,  /* rose by */
    BL_BOUND_LESS   /* fell by */
} bl_bound;

/* Unit 0: none. */
enum { BL_UNIT_NONE = 0 };

#define BL_READINGS 4

typedef struct bl_quantity {
    bl_span span;                   /* the value alone, with its scale */
    bl_span whole;                  /* with unit or currency */
    bl_span numeral;                /* its digits; empty where it has none */
    uint8_t reading_count;
    uint8_t native_count; /* the first so many follow the locale */
    uint8_t role;         /* bl_quantity_role */
    uint8_t evidence;     /* bl_evidence */
    uint16_t flags;       /* BL_QUANTITY_... */
    uint16_t unit;        /* a unit or currency of the unit table */
    uint16_t other_unit;  /* another one that goes by the same word: "Pfund" */
    uint32_t entity;      /* index of the entity that it is part of */
    uint8_t scale;        /* power of ten of its scale words; 0: none */
    uint8_t fraction_digits; /* written behind the decimal sign */
    uint8_t bound;           /* bl_bound */
    bl_decimal value[BL_READINGS]; /* plausible readings, the best first; 0
                                      where there is none */
} bl_quantity;

/* The bit of HALVED says something else of what is no hour. */
static inline bool bl_is_halved(const bl_quantity *quantity)
{
    return quantity->role == BL_QUANTITY_HOUR &&
           (quantity->flags & BL_QUANTITY_HALVED) != 0;
}

typedef enum bl_entity_kind {
    BL_ENTITY_NUMBER = 100,
    BL_ENTITY_DATE = 200,
    BL_ENTITY_TIME = 250,
    BL_ENTITY_CODE = 300, /* letters and digits: B-52, ISO 9001, 1.2.3 */
    BL_ENTITY_PLACEHOLDER = 400,
    BL_ENTITY_MESSAGE = 410, /* "{n, plural,": what a message begins with */
    BL_ENTITY_ARM = 420,     /* "other" of "other {files}" in it */
    BL_ENTITY_MESSAGE_END = 430, /* its "}" */
    BL_ENTITY_MARKUP = 450, /* <b>, &nbsp;: markup written as text */
    BL_ENTITY_LINK = 500 /* URL, e-mail, path */
} bl_entity_kind;

typedef struct bl_entity {
    uint16_t kind; /* bl_entity_kind */
    bl_span span;
    uint32_t first; /* of its quantities, which are contiguous */
    uint32_t count;
} bl_entity;

#endif
