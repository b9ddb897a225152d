/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One time of the day in two time zones: "9 a.m. ET" and "15 Uhr MEZ". Zones
 * are looked for beside hours that nothing else has answered.
 */
#include "match/matching.h"
#include "text/chars.h"

/* Tokens between an hour and its zone: 日本時間の午前. */
enum { ZONE_TOKENS = 8 };

/* The zone that begins at token `at`, and the token behind it; or BL_UNIT_NONE.
 */
static uint16_t zone_at(const bl_side *side, uint32_t at, size_t *limit)
{
    const bl_phrase_node node =
        bl_language_match(side->language, side->tokens, side->token_count, at,
                          BL_SENSE_BIT(BL_SENSE_UNIT), limit);
    const bl_sense *unit =
        node != 0 ? bl_language_sense(side->language, node, BL_SENSE_UNIT)
                  : NULL;

    return unit != NULL &&
                   bl_unit_is_zone(side->language->units, (uint16_t)unit->value)
               ? (uint16_t)unit->value
               : BL_UNIT_NONE;
}

/* Words of time stand between the two, and no sign or number. */
static bool is_between(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD || token->c == '.';
}

static uint16_t zone_before(const bl_side *side, uint32_t first)
{
    for (uint32_t at = first; at > 0 && first - at < ZONE_TOKENS; at--) {
        size_t limit;
        const uint16_t zone = zone_at(side, at - 1, &limit);

        if (zone != BL_UNIT_NONE && limit <= first)
            return zone;
        if (!is_between(&side->tokens[at - 1]))
            break;
    }
    return BL_UNIT_NONE;
}

/* Its bracket may stand right behind the hour: 22:00 (GMT). */
static uint16_t zone_behind(const bl_side *side, uint32_t limit)
{
    uint32_t at = limit;

    if (at < side->token_count &&
        (side->tokens[at].c == '(' || side->tokens[at].c == 0xff08))
        at++;
    for (; at < side->token_count && at - limit < ZONE_TOKENS; at++) {
        size_t unused;
        const uint16_t zone = zone_at(side, at, &unused);

        if (zone != BL_UNIT_NONE)
            return zone;
        if (!is_between(&side->tokens[at]))
            break;
    }
    return BL_UNIT_NONE;
}

static bool may_be_hour(const bl_units *units, const bl_quantity *q)
{
    return q->reading_count != 0 &&
           (q->role == BL_QUANTITY_HOUR ||
            (q->role == BL_QUANTITY_NUMBER && q->unit == units->hour)) &&
           bl_decimal_small(q->value[0], 24) >= 0;
}

static uint16_t zone_of(const bl_matcher *m, int side, const bl_quantity *q)
{
    const bl_side *from = m->side[side];
    const bl_span span = from->entities[q->entity].span;
    const uint16_t zone =
        zone_before(from, bl_side_token_from(from, span.start));

    return zone != BL_UNIT_NONE
               ? zone
               : zone_behind(from, bl_side_token_from(from, span.limit));
}

/* Whether one hour is the other one as clocks have it there, in summer or in
 * winter, by any of the halves of the day. */
static bool is_elsewhere(const bl_matcher *m, const bl_quantity *a,
                         uint16_t zone_a, const bl_quantity *b,
                         uint16_t zone_b)
{
    enum { DAY = 24 };
    const double ahead = m->units->items[zone_b].offset -
                         m->units->items[zone_a].offset;

    if (zone_a == BL_UNIT_NONE || zone_b == BL_UNIT_NONE || zone_a == zone_b)
        return false;
    for (int i = 0; i < a->reading_count; i++) {
        for (int j = 0; j < b->reading_count; j++) {
            double late = bl_decimal_approximate(b->value[j]) -
                          bl_decimal_approximate(a->value[i]) - ahead;

            while (late > DAY / 2)
                late -= DAY;
            while (late < -DAY / 2)
                late += DAY;
            if (late >= -1 && late <= 1)
                return true;
        }
    }
    return false;
}

bool bl_answer_zone(const bl_matcher *m, const bl_quantity *a,
                    const bl_quantity *b, int *reading_a, int *reading_b)
{
    *reading_a = *reading_b = 0;
    return may_be_hour(m->units, a) && may_be_hour(m->units, b) &&
           is_elsewhere(m, a, zone_of(m, 0, a), b, zone_of(m, 1, b));
}

bool bl_explain_by_zone(bl_matcher *m, int side, uint32_t at)
{
    enum { NEAR = 3 };
    const bl_quantity *q = bl_matcher_get(m, side, at);
    const uint16_t zone =
        may_be_hour(m->units, q) ? zone_of(m, side, q) : BL_UNIT_NONE;

    if (zone == BL_UNIT_NONE)
        return false;
    for (uint32_t i = at > NEAR ? at - NEAR : 0;
         i <= at + NEAR && i < m->side[side]->quantity_count; i++) {
        const bl_quantity *other = bl_matcher_get(m, side, i);

        if (i == at || m->pairing[side][i].partner < 0 ||
            !may_be_hour(m->units, other) ||
            !is_elsewhere(m, other, zone_of(m, side, other), q, zone))
            continue;
        m->pairing[side][at] = (bl_pairing){ m->pairing[side][i].partner,
                                             BL_ANSWER_REPEATED, 0 };
        return true;
    }
    return false;
}
