/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Versions, addresses and telephone numbers: rows of digits that are told as
 * one, "4.5.1" and not "4", "5" and "1".
 */
#include "match/matching.h"

#include <string.h>

/* Whether a code begins there of whose parts none has an answer. */
static bool begins_open_code(const bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *entity = bl_matcher_entity(m, side, at);

    if (entity->kind != BL_ENTITY_CODE || entity->first != at)
        return false;
    for (uint32_t i = 0; i < entity->count; i++) {
        if (!bl_matcher_is_open(m, side, at + i))
            return false;
    }
    return true;
}

/* "2.0" instead of "2.0.1" is read as a decimal. */
static bool is_open_decimal(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    return bl_matcher_is_open(m, side, at) &&
           q->evidence == BL_EVIDENCE_DIGITS && q->fraction_digits != 0 &&
           q->unit == BL_UNIT_NONE && q->scale == 0;
}

static bool has_parts(const bl_matcher *m, int side, uint32_t at)
{
    return (bl_matcher_get(m, side, at)->flags & BL_QUANTITY_ROW) != 0;
}

/* The parts go the way of the first one. */
static void settle_parts(bl_matcher *m, int side, uint32_t at,
                         int32_t partner)
{
    const bl_entity *entity = bl_matcher_entity(m, side, at);

    for (uint32_t i = 0; i < entity->count; i++)
        m->pairing[side][entity->first + i].partner = partner;
}

/* The code of the other side that stands for the one at `at`: of two that are
 * open, one at least has several parts. */
static int32_t other_code(const bl_matcher *m, int side, uint32_t at)
{
    for (uint32_t j = 0; j < m->left_count[1 - side]; j++) {
        const uint32_t other = m->left[1 - side][j];

        if ((has_parts(m, side, at) || has_parts(m, 1 - side, other)) &&
            (begins_open_code(m, 1 - side, other) ||
             is_open_decimal(m, 1 - side, other)))
            return (int32_t)other;
    }
    return -1;
}

/* The open quantities of two expressions answer each other in their order. */
static void pair_parts(bl_matcher *m, const bl_entity *a, const bl_entity *b)
{
    uint32_t other = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        const uint32_t at = a->first + i;

        if (!bl_matcher_is_open(m, 0, at))
            continue;
        while (other < b->count &&
               !bl_matcher_is_open(m, 1, b->first + other))
            other++;
        if (other == b->count)
            return;
        bl_matcher_assign(m, at, b->first + other, BL_ANSWER_SOFT, 0, 0);
    }
}

/* Whether the number of one side has the text of the other one around it as it
 * stands there: the "Billion" of a title that was not translated, which the
 * language of the target does not know. */
static bool is_told_by_text(const bl_matcher *m, int side,
                            const bl_quantity *q, const bl_quantity *other)
{
    const bl_str whole = bl_side_text(m->side[side], q->whole);
    const bl_str text = m->side[1 - side]->text;
    const uint32_t lead = q->numeral.start - q->whole.start;
    const uint32_t start = other->numeral.start - lead;

    return whole.size > q->numeral.limit - q->numeral.start &&
           whole.size > other->whole.limit - other->whole.start &&
           other->numeral.start >= lead && start + whole.size <= text.size &&
           memcmp(text.ptr + start, whole.ptr, whole.size) == 0;
}

bool bl_is_as_it_stands(const bl_matcher *m, const bl_quantity *a,
                        const bl_quantity *b)
{
    return bl_are_digits(a, b) &&
           ((a->flags | b->flags) & BL_QUANTITY_SHARED) == 0 &&
           bl_str_equal(bl_side_text(m->side[0], a->numeral),
                        bl_side_text(m->side[1], b->numeral)) &&
           (is_told_by_text(m, 0, a, b) || is_told_by_text(m, 1, b, a));
}

static void match_text(bl_matcher *m, uint32_t at)
{
    const bl_quantity *a = bl_matcher_get(m, 0, at);

    for (uint32_t j = 0; j < m->left_count[1]; j++) {
        const uint32_t other = m->left[1][j];

        if (!bl_matcher_is_open(m, 1, other) ||
            !bl_is_as_it_stands(m, a, bl_matcher_get(m, 1, other)))
            continue;
        bl_matcher_assign(m, at, other, BL_ANSWER_SOFT, 0, 0);
        return;
    }
}

void bl_match_literals(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const bl_entity *a = bl_matcher_entity(m, 0, m->left[0][i]);

        if (!bl_matcher_is_open(m, 0, m->left[0][i]))
            continue;
        for (uint32_t j = 0; j < m->left_count[1]; j++) {
            const bl_entity *b = bl_matcher_entity(m, 1, m->left[1][j]);

            if (a->kind == b->kind ||
                !bl_matcher_is_open(m, 1, m->left[1][j]) ||
                !bl_str_equal(bl_side_text(m->side[0], a->span),
                              bl_side_text(m->side[1], b->span)))
                continue;
            pair_parts(m, a, b);
            break;
        }
        if (bl_matcher_is_open(m, 0, m->left[0][i]))
            match_text(m, m->left[0][i]);
    }
}

void bl_differ_codes(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t at = m->left[0][i];
        int32_t other;

        if (!begins_open_code(m, 0, at) && !is_open_decimal(m, 0, at))
            continue;
        other = other_code(m, 0, at);
        if (other < 0)
            continue;
        bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, (int32_t)at, other, true);
        settle_parts(m, 0, at, other);
        settle_parts(m, 1, (uint32_t)other, (int32_t)at);
    }
}

bool bl_differ_lone_code(bl_matcher *m, int side, uint32_t at)
{
    const bl_entity *entity = bl_matcher_entity(m, side, at);
    bl_difference *difference;

    if (!has_parts(m, side, at) || !begins_open_code(m, side, at))
        return false;
    difference = bl_matcher_differ(
        m, side == 0 ? BL_DIFFERENCE_MISSING : BL_DIFFERENCE_EXTRA,
        side == 0 ? (int32_t)at : -1, side == 1 ? (int32_t)at : -1,
        at != 0 || entity->span.start != 0);
    if (difference != NULL)
        difference->code = true;
    for (uint32_t i = 0; i < entity->count; i++)
        m->pairing[side][at + i].answer = BL_ANSWER_REPEATED;
    return true;
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
    bl_difference *d;
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
        has_same(m, 1, other))
        return;
    d = bl_matcher_tell(m, BL_DIFFERENCE_ALTERED, BL_CHANGE_OTHER,
                        (int32_t)(code->first + at),
                        (int32_t)(other->first + at));
    if (d != NULL)
        d->code = true;
}

void bl_differ_reordered(bl_matcher *m)
{
    /* Not among very many. */
    for (uint32_t i = 0; i < m->side[0]->entity_count && i < BL_LEFT_MAX; i++)
        differ_code(m, &m->side[0]->entities[i]);
}
