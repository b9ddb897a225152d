/* SPDX-License-Identifier: Apache-2.0 */
/*
 * placeholder-mismatch: the placeholders of the two sides differ.
 *
 * Each placeholder of the source is looked for in the target as it stands;
 * %s and %1$s of one type answer each other, since a translation may have to
 * number what it reorders. Text with plural forms ("one item|{n} items",
 * ICU plural) repeats placeholders as often as the language has forms: there
 * only their names are compared.
 *
 * Page, examples and tests: placeholder_mismatch.md
 */
#include "checks/check.h"

#include <string.h>

enum { MISSING, EXTRA, ALTERED };

static bl_str text_of(const bl_side *side, const bl_mask *mask)
{
    return bl_side_text(side, mask->span);
}

/* "%1$s" and "%s" -> "s"; nothing for other kinds. */
static bl_str conversion(bl_str text)
{
    size_t at = 1;

    if (text.size < 2 || text.ptr[0] != '%')
        return bl_str_of(NULL, 0);
    while (at < text.size && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    if (at == 1 || at == text.size || text.ptr[at] != '$')
        at = 0;
    return bl_str_of(text.ptr + at + 1, text.size - at - 1);
}

static bool is_conversion(bl_str text)
{
    const bl_str rest = conversion(text);

    return rest.size != 0 &&
           strchr("diouxXeEfFgGaAcCsSp@", rest.ptr[rest.size - 1]) != NULL &&
           memchr(rest.ptr, '{', rest.size) == NULL;
}

/* Whether the text lists plural forms. */
static bool has_forms(const bl_side *side)
{
    for (uint32_t i = 0; i < side->mask_count; i++) {
        const bl_str text = text_of(side, &side->masks[i]);

        if (side->masks[i].kind == BL_ENTITY_PLACEHOLDER &&
            text.ptr[text.size - 1] == ',')
            return true; /* "{count," of ICU */
    }
    return memchr(side->text.ptr, '|', side->text.size) != NULL;
}

static bool answers(bl_str a, bl_str b)
{
    return bl_str_equal(a, b) ||
           (is_conversion(a) && is_conversion(b) &&
            bl_str_equal(conversion(a), conversion(b)));
}

/* Mark what answers; exact spelling first. */
static void answer(const bl_side *a, const bl_side *b, bool *a_done,
                   bool *b_done, bool forms, bool exact)
{
    for (uint32_t i = 0; i < a->mask_count; i++) {
        const bl_str text = text_of(a, &a->masks[i]);

        if (a->masks[i].kind != BL_ENTITY_PLACEHOLDER || a_done[i])
            continue;
        for (uint32_t j = 0; j < b->mask_count; j++) {
            const bl_str other = text_of(b, &b->masks[j]);

            if (b->masks[j].kind != BL_ENTITY_PLACEHOLDER ||
                (b_done[j] && !forms) ||
                !(exact ? bl_str_equal(text, other) : answers(text, other)))
                continue;
            a_done[i] = true;
            b_done[j] = true;
            break;
        }
    }
}

static void emit(const bl_pair *pair, bl_sink *sink, int32_t a, int32_t b)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = a >= 0 && b >= 0 ? ALTERED
                                 : a >= 0         ? MISSING
                                                  : EXTRA };

    if (a >= 0) {
        e.arguments[e.mark_count] = text_of(source, &source->masks[a]);
        e.marks[e.mark_count++] =
            bl_mark_of(BL_SOURCE, source->masks[a].span);
    }
    if (b >= 0) {
        e.arguments[e.mark_count] = text_of(target, &target->masks[b]);
        e.marks[e.mark_count++] =
            bl_mark_of(BL_TARGET, target->masks[b].span);
    }
    if (a >= 0 && b >= 0)
        e.fix = (bl_fix){ true, BL_TARGET, target->masks[b].span,
                          e.arguments[0] };
    bl_emit(sink, &e);
}

static int32_t next_open(const bl_side *side, const bool *done, int32_t at)
{
    for (; at < (int32_t)side->mask_count; at++) {
        if (side->masks[at].kind == BL_ENTITY_PLACEHOLDER && !done[at])
            return at;
    }
    return -1;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t count = source->mask_count + target->mask_count;
    bool *done;
    bool forms;
    int32_t a;
    int32_t b;

    (void)self;
    if (count == 0 || !bl_has_target(pair))
        return;
    done = bl_arena_alloc(pair->scratch, count, sizeof(*done));
    if (done == NULL)
        return;
    memset(done, 0, count * sizeof(*done));
    forms = has_forms(source) || has_forms(target);
    answer(source, target, done, done + source->mask_count, forms, true);
    answer(source, target, done, done + source->mask_count, forms, false);
    if (forms) /* repetitions of what the source has */
        answer(target, source, done + source->mask_count, done, true, false);
    a = next_open(source, done, 0);
    b = next_open(target, done + source->mask_count, 0);
    while (a >= 0 || b >= 0) {
        emit(pair, sink, a, b);
        a = a >= 0 ? next_open(source, done, a + 1) : a;
        b = b >= 0 ? next_open(target, done + source->mask_count, b + 1) : b;
    }
}

const bl_check bl_check_placeholder_mismatch = {
    .id = "placeholder-mismatch",
    .title = "Placeholders of source and target differ",
    .category = "placeholder",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [MISSING] = { "missing", "the placeholder {0} is not in the target",
                      BL_ERROR },
        [EXTRA] = { "extra", "the placeholder {0} is not in the source",
                    BL_ERROR },
        [ALTERED] = { "altered", "the placeholder {0} became {1}",
                      BL_ERROR },
    },
    .run = run,
};
