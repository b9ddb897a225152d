/* SPDX-License-Identifier: Apache-2.0 */
/*
 * validation-rule: a rule that the document has for its targets is not met
 * (XLIFF 2, validation module).
 *
 * The reader knows which rules hold for a unit (readers/validation.c); here
 * each target is held against them, its codes left out. Nothing is done where
 * there are none.
 *
 * Page, examples and tests: validation_rule.md
 */
#include "checks/check.h"

#include "text/normal_form.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { MISSING, FORBIDDEN, START, END, COUNT, UNEQUAL, UNMET };

/* A side as rules see it. */
typedef struct view {
    bl_str plain; /* without codes */
    bl_str text;  /* in the form and case of the rule */
} view;

/* The text without the sentinels of codes. */
static bl_str without_codes(const bl_side *side, bl_arena *scratch)
{
    const bl_str from = side->text;
    char *to;
    size_t size = 0;
    uint32_t before = 0;

    if (side->from->code_count == 0)
        return from;
    to = bl_arena_alloc(scratch, from.size + 1, 1);
    if (to == NULL)
        return from;
    for (uint32_t i = 0; i <= side->from->code_count; i++) {
        const uint32_t at = i < side->from->code_count
                                ? side->from->codes[i].at
                                : (uint32_t)from.size;

        memcpy(to + size, from.ptr + before, at - before);
        size += at - before;
        before = at + BL_SENTINEL_SIZE;
    }
    return bl_str_of(to, size);
}

static view view_of(const bl_pair *pair, bl_side_id id,
                    const bl_requirement *rule)
{
    view v;

    v.plain = without_codes(&pair->side[id], pair->scratch);
    v.text =
        bl_form_of(pair->scratch, v.plain, (bl_form)rule->form, rule->fold);
    return v;
}

/* ---- what a rule asks --------------------------------------------------- */

/* Where the value is from `at` on, or the text's end. */
static size_t find(bl_str text, bl_str value, size_t at)
{
    while (text.size - at >= value.size) {
        const char *first = memchr(text.ptr + at, value.ptr[0],
                                   text.size - at - value.size + 1);

        if (first == NULL)
            break;
        at = (size_t)(first - text.ptr);
        if (bl_bytes_equal(first, value.ptr, value.size))
            return at;
        at++;
    }
    return text.size;
}

/* Places that do not overlap. */
static uint32_t count(bl_str text, bl_str value)
{
    uint32_t found = 0;

    for (size_t at = 0; (at = find(text, value, at)) < text.size;
         at += value.size)
        found++;
    return found;
}

/* ---- findings ----------------------------------------------------------- */

/* A place of the text without codes, in the text with them. */
static uint32_t with_codes(const bl_side *side, size_t at)
{
    for (uint32_t i = 0; i < side->from->code_count &&
                         side->from->codes[i].at <= at;
         i++)
        at += BL_SENTINEL_SIZE;
    return (uint32_t)at;
}

/* Where the value stands first; the whole text, where the form in which they
 * are compared has other places. */
static bl_span place_of(const bl_side *side, const view *v, bl_str value)
{
    const size_t at = find(v->text, value, 0);
    bl_span span = { 0, (uint32_t)side->text.size };

    if (v->text.size != v->plain.size || at == v->text.size)
        return span;
    span.start = with_codes(side, at);
    span.limit = with_codes(side, at + value.size - 1) + 1;
    return span;
}

static void report(const bl_requirement *rule,
                   uint16_t message, bl_span target, bl_str detail,
                   bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, target);
    e.arguments[0] = rule->value;
    e.arguments[1] = detail;
    bl_emit(sink, &e);
}

static void judge_count(const bl_pair *pair, const bl_requirement *rule,
                        const view *target, bl_sink *sink)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const uint32_t here = count(target->text, rule->compared);
    const bl_span end = { (uint32_t)side->text.size,
                          (uint32_t)side->text.size };
    const bl_span place =
        here != 0 ? place_of(side, target, rule->compared) : end;
    char detail[48];

    if (rule->in_source) {
        const view source = view_of(pair, BL_SOURCE, rule);
        const uint32_t there = count(source.text, rule->compared);

        snprintf(detail, sizeof(detail), "%" PRIu32 " and %" PRIu32, there,
                 here);
        if (here == 0 && there == 0) {
            report(rule, UNMET, place, bl_str_of(NULL, 0), sink);
            return;
        }
        if (here != there) {
            report(rule, UNEQUAL, place, bl_str_z(detail), sink);
            return;
        }
    } else if (here == 0) {
        report(rule, MISSING, end, bl_str_of(NULL, 0), sink);
        return;
    }
    snprintf(detail, sizeof(detail), "%" PRIu32 ", not %" PRIu32, here,
             rule->occurs);
    if (rule->occurs != 0 && here != rule->occurs)
        report(rule, COUNT, place, bl_str_z(detail), sink);
}

static bool holds(const view *v, const bl_requirement *rule)
{
    return rule->condition == BL_CONDITION_STARTS
               ? bl_str_begins(v->text, rule->compared)
               : bl_str_ends(v->text, rule->compared);
}

/* The target, and where the rule says so the source as well. What the source
 * lacks too no translator can add. */
static void judge_edge(const bl_pair *pair, const bl_requirement *rule,
                       const view *target, bl_sink *sink)
{
    const bool start = rule->condition == BL_CONDITION_STARTS;
    const uint32_t at =
        start ? 0 : (uint32_t)pair->side[BL_TARGET].text.size;
    const bool here = holds(target, rule);
    bool there = true;

    if (rule->in_source) {
        const view source = view_of(pair, BL_SOURCE, rule);

        there = holds(&source, rule);
    }
    if (!here && !there)
        report(rule, UNMET, (bl_span){ at, at }, bl_str_of(NULL, 0), sink);
    else if (!here || !there)
        report(rule, start ? START : END, (bl_span){ at, at },
               here ? BL_STR("the source") : BL_STR("the target"), sink);
}

static void judge(const bl_pair *pair, const bl_requirement *rule,
                  bl_sink *sink)
{
    const view target = view_of(pair, BL_TARGET, rule);

    if (rule->compared.size == 0)
        return;
    if (rule->condition == BL_CONDITION_PRESENT) {
        judge_count(pair, rule, &target, sink);
    } else if (rule->condition != BL_CONDITION_NOT_PRESENT) {
        judge_edge(pair, rule, &target, sink);
    } else if (count(target.text, rule->compared) != 0) {
        report(rule, FORBIDDEN,
               place_of(&pair->side[BL_TARGET], &target, rule->compared),
               bl_str_of(NULL, 0), sink);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->unit->requirement_count; i++)
        judge(pair, &pair->unit->requirements[i], sink);
}

const bl_check bl_check_validation_rule = {
    .id = "validation-rule",
    .title = "A rule that the document has for its targets is not met",
    .category = "xliff",
    .its_type = "pattern-problem",
    .since = "0.1",
    .stage = BL_STABLE,
    .messages = {
        [MISSING] = { "missing", "the document asks for \"{0}\" in the target",
                      BL_ERROR },
        [FORBIDDEN] = { "forbidden",
                        "the document forbids \"{0}\" in the target",
                        BL_ERROR },
        [START] = { "start",
                    "the document asks for \"{0}\" at the beginning; {1} does "
                    "not begin so",
                    BL_ERROR },
        [END] = { "end",
                  "the document asks for \"{0}\" at the end; {1} does not end "
                  "so",
                  BL_ERROR },
        [COUNT] = { "count", "\"{0}\" is there {1} times", BL_ERROR },
        [UNEQUAL] = { "unequal",
                      "\"{0}\" is to be in the source and in the target as "
                      "often, and is there {1} times",
                      BL_ERROR },
        [UNMET] = { "unmet",
                    "the document asks for \"{0}\" in the source and in "
                    "the target; neither has it where it is to be",
                    BL_INFO },
    },
    .wants = BL_HAS_REQUIREMENTS,
    .run = run,
};
