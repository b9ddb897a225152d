/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The quantities of two sides, compared: who answers whom, and what is left.
 *
 * Matching goes from the surest evidence to the weakest. Words explain what
 * digits say on the other side; they accuse only where both sides have words
 * without an answer. What is left over on both sides is one difference, an
 * altered value; what is left on one side alone is missing or extra.
 */
#ifndef BL_MATCH_QUANTITIES_H
#define BL_MATCH_QUANTITIES_H

#include "lexicon/language.h"
#include "model/pair.h"

/* How a quantity found its answer. */
typedef enum bl_answer {
    BL_ANSWER_NONE,
    BL_ANSWER_EQUAL,     /* by the likeliest reading of both */
    BL_ANSWER_READING,   /* by another one */
    BL_ANSWER_CONVERTED, /* in another unit of the same kind */
    BL_ANSWER_REPEATED,  /* the other side says it once only */
    BL_ANSWER_SOFT       /* by a rule of thumb: century, clock, fraction */
} bl_answer;

typedef struct bl_pairing {
    int32_t partner; /* index on the other side, or -1 */
    uint8_t answer;  /* bl_answer */
    uint8_t reading; /* which of its readings answered */
} bl_pairing;

typedef enum bl_difference_kind {
    BL_DIFFERENCE_ALTERED, /* both indexes are set */
    BL_DIFFERENCE_MISSING, /* source alone */
    BL_DIFFERENCE_EXTRA,   /* target alone */
    BL_DIFFERENCE_UNIT     /* both: the unit is another one, or the value
                              does not fit the other unit */
} bl_difference_kind;

/* What happened to an altered value. */
typedef enum bl_change {
    BL_CHANGE_OTHER,
    BL_CHANGE_TRANSPOSED, /* two digits exchanged */
    BL_CHANGE_DIGIT,      /* one digit is another one */
    BL_CHANGE_DROPPED,    /* a digit is lost */
    BL_CHANGE_ADDED,      /* a digit too many */
    BL_CHANGE_DOUBLED,    /* the same, like the one before it */
    BL_CHANGE_TEN,        /* a power of ten too much or too little */
    BL_CHANGE_SCALE,      /* the same, through the scale word */
    BL_CHANGE_SWAPPED,    /* day and month */
    BL_CHANGE_SIGN,       /* plus and minus */
    BL_CHANGE_UNIT,       /* the same value of another unit or currency */
    BL_CHANGE_CONVERSION, /* converted, and wrongly */
    BL_CHANGE_ROUNDED,    /* rounded off */
    BL_CHANGE_EXCHANGED,  /* it and the one behind it have changed places */
    BL_CHANGE_BOUND,      /* at least it, and at most */
    BL_CHANGE_DIRECTION,  /* more by it, and less */
    BL_CHANGE_ERA         /* before Christ, and after */
} bl_change;

typedef struct bl_difference {
    uint8_t kind;   /* bl_difference_kind */
    uint8_t change; /* bl_change */
    bool strong;    /* evidence enough to report by default */
    bool code;      /* of a code of several parts, which is told as one */
    bool ratio;     /* of a fraction and 3/4, of which the index is that of 3 */
    int32_t source; /* indexes of quantities, or -1 */
    int32_t target;
} bl_difference;

typedef struct bl_match {
    const bl_pairing *side[2]; /* one a quantity */
    const bl_difference *differences; /* in the order of the text */
    uint32_t difference_count;
    bool replaced; /* the target has another formula with other numbers: what
                      differs follows from that */
} bl_match;

/* In the arena; NULL when there is no memory. */
const bl_match *bl_match_quantities(const bl_side *source,
                                    const bl_side *target, bl_arena *arena);

/* A year or century with the era beside it: 44 BC. */
bl_span bl_era_span(const bl_side *side, const bl_quantity *quantity);

/* What kind of thing a quantity is about. */
bool bl_is_date_role(uint8_t role); /* year, month, day, weekday, ... */
bool bl_is_time_role(uint8_t role);

#endif
