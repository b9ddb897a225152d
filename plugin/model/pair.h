/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What checks see: a segment's two sides, recognised. Plain data, read-only.
 */
#ifndef BL_MODEL_PAIR_H
#define BL_MODEL_PAIR_H

#include "base/arena.h"
#include "model/quantity.h"
#include "model/segment.h"
#include "model/token.h"

struct bl_custom_work;
struct bl_language;
struct bl_match;
struct bl_names;
struct bl_settings;
struct bl_term_match;

/* A stretch that is no prose: placeholder, URL, markup written as text. */
typedef struct bl_mask {
    bl_span span;
    uint16_t kind; /* bl_entity_kind */
} bl_mask;

typedef struct bl_side {
    bl_str text; /* sentinels for codes */
    const bl_text *from; /* codes and places */
    struct bl_language *language;
    const bl_token *tokens;
    const bl_trait_set *traits; /* of the tokens, see bl_traits_next() */
    uint32_t token_count;
    uint32_t first_odd; /* token with BL_TRAIT_ODD; none: as `token_count` */
    const bl_mask *masks; /* ordered, not overlapping */
    uint32_t mask_count;
    const bl_quantity *quantities; /* in the order of the text */
    uint32_t quantity_count;
    const bl_entity *entities;
    uint32_t entity_count;
    bool unreadable;  /* typed for a font of another encoding: there are digits
                         in it, and no words */
    bool labelled;    /* some quantities say what others do not, label.c */
    bl_span formula;  /* the first call such as SUM(1;2); empty: none */
    uint8_t places;       /* %1 to this are placeholders */
    uint8_t glued_places; /* the same with letters behind them: %1x%2 */
    const struct bl_side *before; /* of a target: the source, which has been
                                     recognised; or NULL */
} bl_side;

typedef struct bl_pair {
    bl_side side[2]; /* by bl_side_id */
    const bl_unit *unit;
    const bl_segment *segment;
    const struct bl_match *match; /* quantities of the two sides, compared */
    const struct bl_names *names; /* names of the two sides, compared */
    const struct bl_term_match *terms; /* terms of the source, looked for;
                                          NULL: there are no lists */
    const struct bl_settings *settings;
    struct bl_custom_work *custom; /* of the thread; NULL: the user has no
                                      rules of his own */
    bl_arena *scratch; /* for the time of the check */
    bool in_document; /* rules that settle what they found will do so */
} bl_pair;

/* The first token that begins at `offset` or behind it; or how many there
 * are. */
static inline uint32_t bl_side_token_from(const bl_side *side, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t limit = side->token_count;

    while (low < limit) {
        const uint32_t middle = low + (limit - low) / 2;

        if (side->tokens[middle].start < offset)
            low = middle + 1;
        else
            limit = middle;
    }
    return low;
}

/* The first token from `at` on with BL_TRAIT_ODD; or how many tokens there are.
 * In nearly all texts there is none. */
static inline uint32_t bl_side_next_odd(const bl_side *side, uint32_t at)
{
    return at <= side->first_odd
               ? side->first_odd
               : (uint32_t)bl_traits_next(side->traits, side->token_count, at,
                                          BL_TRAIT_ODD);
}

static inline bl_str bl_side_text(const bl_side *side, bl_span span)
{
    return bl_str_of(side->text.ptr + span.start,
                     (size_t)span.limit - span.start);
}

#endif
