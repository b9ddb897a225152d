/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Years and centuries before Christ and after: "44 BC" and "44 n. Chr." are the
 * same number. The era stands in words before it or behind it, looked for where
 * the numbers answer each other alone.
 */
#include "match/matching.h"

#include <string.h>

/* How many tokens may stand between the number and its era behind it, "44 год
 * до н. э.", and how many a phrase before it may have, glyph by glyph. */
enum { BETWEEN = 3, BEFORE = 6 };

/* One of the two, or none. */
typedef enum era {
    BEFORE_CHRIST = BL_ERA_BEFORE_CHRIST,
    AFTER_CHRIST = BL_ERA_AFTER_CHRIST,
    NO_ERA
} era;

/* The era that a phrase at tokens[at] says, and the token behind it. */
static era era_at(const bl_side *side, size_t at, size_t *limit)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_ERA);
    const bl_sense *sense;
    bl_phrase_node node;

    if (side->tokens[at].word == NULL ||
        (side->tokens[at].word->reach & wanted) == 0)
        return NO_ERA;
    node = bl_language_match(side->language, side->tokens, side->token_count,
                             at, wanted, limit);
    sense = node != 0
                ? bl_language_sense(side->language, node, BL_SENSE_ERA)
                : NULL;
    return sense != NULL && sense->value < NO_ERA ? (era)sense->value : NO_ERA;
}

/* *tokens are those of its phrase. */
static era era_behind(const bl_side *side, uint32_t at, bl_span *tokens)
{
    for (uint32_t i = at; i <= at + BETWEEN && i < side->token_count; i++) {
        size_t limit = i;
        const era found = era_at(side, i, &limit);

        *tokens = (bl_span){ i, (uint32_t)limit };

        if (found != NO_ERA || side->tokens[i].kind == BL_TOKEN_NUMBER ||
            (side->tokens[i].kind == BL_TOKEN_PUNCT &&
             side->tokens[i].c != '.'))
            return found;
    }
    return NO_ERA;
}

/* "AD 79", "கி.மு. 44": a phrase that ends right before the number, or before
 * the point of it. */
static era era_before(const bl_side *side, uint32_t at, bl_span *tokens)
{
    if (at > 0 && side->tokens[at - 1].c == '.')
        at--;
    for (uint32_t i = at > BEFORE ? at - BEFORE : 0; i < at; i++) {
        size_t limit;
        const era found = era_at(side, i, &limit);

        if (found != NO_ERA && limit == at) {
            *tokens = (bl_span){ i, at };
            return found;
        }
    }
    return NO_ERA;
}

static era era_of(const bl_side *side, const bl_quantity *q, bl_span *tokens)
{
    const era behind =
        era_behind(side, bl_side_token_from(side, q->span.limit), tokens);

    return behind != NO_ERA
               ? behind
               : era_before(side, bl_side_token_from(side, q->whole.start),
                            tokens);
}

bl_span bl_era_span(const bl_side *side, const bl_quantity *q)
{
    bl_span tokens;
    bl_span span;
    bl_str text;

    if (era_of(side, q, &tokens) == NO_ERA)
        return q->whole;
    span = (bl_span){ side->tokens[tokens.start].start,
                      side->tokens[tokens.limit - 1].limit };
    text = bl_side_text(side, span);
    /* "v. Chr.", but not "BC" at the end of a sentence. */
    if (memchr(text.ptr, '.', text.size) != NULL &&
        tokens.limit < side->token_count &&
        side->tokens[tokens.limit].c == '.' &&
        side->tokens[tokens.limit].gap == BL_GAP_NONE)
        span.limit = side->tokens[tokens.limit].limit;
    return bl_span_join(q->whole, span);
}

/* Whether it may be a year or a century. */
static bool may_have_era(const bl_quantity *q)
{
    enum { YEARS = 9999 };

    return (q->role == BL_QUANTITY_YEAR || q->role == BL_QUANTITY_CENTURY ||
            bl_is_plain(q->role)) &&
           q->scale == 0 && q->fraction_digits == 0 &&
           bl_decimal_small(q->value[0], YEARS) >= 1;
}

/* Whether a side has that number twice: "from 5 BC to 5 AD". */
static bool is_twice(const bl_side *side, const bl_quantity *q)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < side->quantity_count; i++)
        count += bl_decimal_equal(side->quantities[i].value[0], q->value[0]);
    return count > 1;
}

bool bl_eras_differ(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b)
{
    bl_span unused;
    era source;
    era target;

    if (!may_have_era(a) || !may_have_era(b))
        return false;
    source = era_of(m->side[0], a, &unused);
    target = source != NO_ERA ? era_of(m->side[1], b, &unused) : NO_ERA;
    return target != NO_ERA && source != target &&
           !is_twice(m->side[0], a) && !is_twice(m->side[1], b);
}
