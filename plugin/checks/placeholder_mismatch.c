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

#include <stdlib.h>
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

/* A placeholder that is not answered yet, by what answers to it. */
typedef struct open {
    bl_str key;
    bool conversion;
    uint32_t index; /* of the mask */
} open;

static int compare_keys(const void *a, const void *b)
{
    const open *x = a;
    const open *y = b;
    const int order = bl_str_compare(x->key, y->key);

    if (order != 0)
        return order;
    return x->conversion != y->conversion ? x->conversion - y->conversion : 0;
}

static int compare_opens(const void *a, const void *b)
{
    const open *x = a;
    const open *y = b;
    const int order = compare_keys(a, b);

    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* The placeholders of a side that are not done, or with `all` every one,
 * sorted by key; their number. */
static uint32_t list_opens(const bl_side *side, const bool *done, bool exact,
                           bool all, open *out)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < side->mask_count; i++) {
        const bl_str text = text_of(side, &side->masks[i]);
        const bool shortened = !exact && is_conversion(text);

        if (side->masks[i].kind == BL_ENTITY_PLACEHOLDER && (all || !done[i]))
            out[count++] =
                (open){ shortened ? conversion(text) : text, shortened, i };
    }
    qsort(out, count, sizeof(*out), compare_opens);
    return count;
}

/* Mark what answers: one placeholder each, the first the first; with `forms`
 * any number of them. */
static void answer(const bl_pair *pair, const bl_side *a, const bl_side *b,
                   bool *a_done, bool *b_done, bool forms, bool exact)
{
    open *as = bl_arena_alloc(pair->scratch, a->mask_count, sizeof(*as));
    open *bs = bl_arena_alloc(pair->scratch, b->mask_count, sizeof(*bs));
    uint32_t a_count;
    uint32_t b_count;
    uint32_t i = 0;
    uint32_t j = 0;

    if (as == NULL || bs == NULL)
        return;
    a_count = list_opens(a, a_done, exact, false, as);
    b_count = list_opens(b, b_done, exact, forms, bs);
    while (i < a_count && j < b_count) {
        const int order = compare_keys(&as[i], &bs[j]);

        if (order == 0) {
            a_done[as[i].index] = true;
            b_done[bs[j].index] = true;
        }
        i += order <= 0;
        j += order > 0 || (order == 0 && !forms);
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
    for (int exact = 1; exact >= 0; exact--)
        answer(pair, source, target, done, done + source->mask_count, forms,
               exact != 0);
    if (forms) /* repetitions of what the source has */
        answer(pair, target, source, done + source->mask_count, done, true,
               false);
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
