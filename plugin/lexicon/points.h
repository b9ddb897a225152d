/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The points of a language, the signs that end or part its sentences: what
 * each of them says, and whether a space stands before it. All from
 * punctuation.txt.
 */
#ifndef BL_LEXICON_POINTS_H
#define BL_LEXICON_POINTS_H

#include "base/str.h"

#include <stdint.h>

/* In the order of the names in points.c. */
typedef enum bl_point_kind {
    BL_POINT_NONE,
    BL_POINT_COLON,
    BL_POINT_COMMA,
    BL_POINT_ELLIPSIS,
    BL_POINT_EXCLAMATION,
    BL_POINT_QUESTION,
    BL_POINT_SEMICOLON,
    BL_POINT_STATEMENT,
    BL_POINT_KINDS
} bl_point_kind;

/* Of a sign, beside its kind. */
enum {
    BL_POINT_KIND = 7,
    BL_POINT_SPACED = 1 << 3, /* a space stands before it */
    BL_POINT_EITHER = 1 << 4, /* a space may stand before it */
    BL_POINT_QUOTE = 1 << 5,  /* a quotation mark, too */
    BL_POINT_TWICE = 1 << 6   /* two of them are a sign, too */
};

enum { BL_POINTS_ASCII = 128, BL_POINTS_OTHER = 48, BL_POINTS_FINITE = 32 };

typedef struct bl_points {
    uint8_t ascii[BL_POINTS_ASCII];
    uint32_t others[BL_POINTS_OTHER]; /* signs... */
    uint8_t values[BL_POINTS_OTHER];  /* ...and what they are */
    uint8_t other_count;
    uint8_t unmarked; /* 1 << bl_point_kind: sentences of that kind may do
                         without their sign, */
    uint8_t stopped;  /* and may end in a full stop instead */
    uint8_t finite_count;
    uint32_t finite[BL_POINTS_FINITE]; /* the last letters of what needs a full
                                          stop; none: all does */
} bl_points;

/* The kind that a key of the file names, or NONE. */
bl_point_kind bl_point_named(bl_str name);

/* A form of such a key; of `spaced`, `either`, `quote` and `twice`, by their
 * flag, SPACED and EITHER one instead of the other; of `unmarked` and
 * `stopped`, which are sets of kinds; and of `finite`, letters. False where it
 * is none. */
bool bl_points_add(bl_points *points, bl_point_kind kind, bl_str form);
bool bl_points_flag(bl_points *points, unsigned flag, bl_str form);
bool bl_points_take(uint8_t *kinds, bl_str form);
bool bl_points_end(bl_points *points, bl_str form);

/* Whether what ends in a letter is a sentence, which needs its full stop. */
bool bl_points_finite(const bl_points *points, uint32_t c);

/* For bl_point_of(). */
unsigned bl_point_beyond(const bl_points *points, uint32_t c);

/* Kind and flags of a character. */
static inline unsigned bl_point_of(const bl_points *points, uint32_t c)
{
    return c < BL_POINTS_ASCII ? points->ascii[c] : bl_point_beyond(points, c);
}

static inline bl_point_kind bl_point_kind_of(const bl_points *points,
                                             uint32_t c)
{
    return (bl_point_kind)(bl_point_of(points, c) & BL_POINT_KIND);
}

#endif
