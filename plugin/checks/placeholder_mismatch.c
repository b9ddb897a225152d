/* SPDX-License-Identifier: Apache-2.0 */
/*
 * placeholder-mismatch: the placeholders of the two sides differ.
 *
 * Each placeholder of the source is looked for in the target as it stands;
 * %s and %1$s answer each other, since a translation may have to number what
 * it reorders: the second of those without a number is %2$s. Text with plural
 * forms ("one item|{n} items", ICU plural) repeats placeholders as often as
 * the language has forms: there only their names are compared.
 *
 * Page, examples and tests: placeholder_mismatch.md
 */
#include "checks/arms.h"
#include "checks/placeables.h"

#include <stdlib.h>
#include <string.h>

enum { MISSING, EXTRA, ALTERED, REORDERED, UNBALANCED };

/* ---- conversions of printf ---------------------------------------------- */

/* How the conversions of a side find their arguments. */
typedef enum numbering {
    NO_CONVERSION,
    BY_ORDER,  /* %s */
    BY_NUMBER, /* %1$s */
    BY_BOTH    /* or with widths that are arguments */
} numbering;

static bl_str text_of(const bl_side *side, const bl_mask *mask)
{
    return bl_side_text(side, mask->span);
}

/* Digits and $ behind the %, or 0. */
static size_t number_size(bl_str text, uint32_t *number)
{
    size_t at = 1;

    *number = 0;
    while (at < text.size && text.ptr[at] >= '0' && text.ptr[at] <= '9' &&
           at < 9)
        *number = 10 * *number + (uint32_t)(text.ptr[at++] - '0');
    if (at == 1 || at == text.size || text.ptr[at] != '$') {
        *number = 0;
        return 0;
    }
    return at;
}

/* "%1$s" and "%s" -> "s"; nothing for other kinds. */
static bl_str conversion(bl_str text)
{
    uint32_t number;
    size_t at;

    if (text.size < 2 || text.ptr[0] != '%')
        return bl_str_of(NULL, 0);
    at = number_size(text, &number);
    return bl_str_of(text.ptr + at + 1, text.size - at - 1);
}

static bool is_conversion(bl_str text)
{
    const bl_str rest = conversion(text);

    return rest.size != 0 &&
           strchr("diouxXeEfFgGaAcCsSp@", rest.ptr[rest.size - 1]) != NULL &&
           memchr(rest.ptr, '{', rest.size) == NULL;
}

/* Not by a name: %(name)s. */
static bool is_placed(bl_str text)
{
    return is_conversion(text) && text.ptr[1] != '(';
}

static numbering numbering_of(const bl_side *side)
{
    numbering found = NO_CONVERSION;

    for (uint32_t i = 0; i < side->mask_count; i++) {
        const bl_str text = text_of(side, &side->masks[i]);
        uint32_t number;
        numbering one;

        if (side->masks[i].kind != BL_ENTITY_PLACEHOLDER || !is_placed(text))
            continue;
        one = number_size(text, &number) != 0 ? BY_NUMBER : BY_ORDER;
        if ((found != NO_CONVERSION && found != one) ||
            memchr(text.ptr, '*', text.size) != NULL)
            return BY_BOTH;
        found = one;
    }
    return found;
}

/* What an argument is read as: a pointer, a whole number, another one. */
static char argument_type(bl_str text)
{
    const char last = text.ptr[text.size - 1];

    if (strchr("sSp@", last) != NULL)
        return 's';
    return strchr("diouxXcC", last) != NULL ? 'd' : 'f';
}

/* The next conversion from a mask on, or -1. */
static int32_t next_placed(const bl_side *side, int32_t at)
{
    for (; at < (int32_t)side->mask_count; at++) {
        if (side->masks[at].kind == BL_ENTITY_PLACEHOLDER &&
            is_placed(text_of(side, &side->masks[at])))
            return at;
    }
    return -1;
}

/* ---- what answers what -------------------------------------------------- */

/* By what two placeholders answer each other. */
typedef enum likeness {
    BY_TEXT,
    BY_TERM,         /* the same of terms alone, which are said as often as a
                        language says a name */
    BY_PLACE,        /* %2$s and the second one, a %s */
    ORDER_TO_NUMBER, /* %s and any %2$s */
    NUMBER_TO_ORDER
} likeness;

/* A placeholder that is not answered yet, by what answers to it. */
typedef struct open {
    bl_str key;
    uint32_t number; /* BY_PLACE: of a conversion; or 0 */
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
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->conversion != y->conversion ? x->conversion - y->conversion : 0;
}

static int compare_opens(const void *a, const void *b)
{
    const open *x = a;
    const open *y = b;
    const int order = compare_keys(a, b);

    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* Arguments whose format a translator may choose: that of a time is another
 * one in each language, and so are the names of rules to spell out. */
static bool has_local_format(bl_str type)
{
    static const char *const types[] = { "date",    "time",     "spellout",
                                         "ordinal", "duration", "choice" };

    return bl_str_is_one(type, types, sizeof(types) / sizeof(types[0]));
}

/* "{t, time, HH:mm}" -> "{t,time", "{n, plural, offset:1" without spaces; those
 * of Fluent by what they name, and others as they are. */
static bl_str key_of(const bl_pair *pair, bl_str text, uint16_t kind)
{
    const bl_str placeable = bl_placeable_key(
        text, pair->side[BL_SOURCE].text, pair->scratch);
    char *key;
    size_t size = 0;
    size_t comma = 0;

    if (placeable.ptr != text.ptr || text.ptr[0] != '{' ||
        memchr(text.ptr, ',', text.size) == NULL)
        return placeable;
    key = bl_arena_alloc(pair->scratch, text.size, 1);
    if (key == NULL)
        return text;
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (strchr(" \t\r\n", c) != NULL)
            continue;
        if (kind != BL_ENTITY_MESSAGE && comma != 0 &&
            (c == ',' || c == '}'))
            break;
        if (c == ',' && comma == 0)
            comma = size + 1;
        key[size++] = c;
    }
    if (kind == BL_ENTITY_MESSAGE ||
        has_local_format(bl_str_of(key + comma, size - comma)))
        return bl_str_of(key, size);
    return text;
}

/* Whether it takes part, and as what. */
static bool as_open(const bl_pair *pair, const bl_side *side, uint32_t index,
                    likeness by, uint32_t *place, open *out)
{
    const bl_mask *mask = &side->masks[index];
    const bl_str text = text_of(side, mask);
    const bool placed =
        mask->kind == BL_ENTITY_PLACEHOLDER && is_placed(text);
    const size_t numbered = placed ? number_size(text, &out->number) : 0;

    if ((mask->kind != BL_ENTITY_PLACEHOLDER &&
         mask->kind != BL_ENTITY_MESSAGE) ||
        (by == BY_TERM && !bl_placeable_is_term(text)))
        return false;
    out->index = index;
    out->conversion = placed && by != BY_TEXT && by != BY_TERM;
    if (!placed || by != BY_PLACE)
        out->number = 0;
    else if (numbered == 0)
        out->number = ++*place;
    out->key = out->conversion ? conversion(text)
                               : key_of(pair, text, mask->kind);
    return by == BY_TERM || by == BY_TEXT || by == BY_PLACE ||
           (placed && (numbered != 0) == (by == NUMBER_TO_ORDER));
}

/* The placeholders of a side that are not done, or with `all` every one,
 * sorted by key; their number. */
static uint32_t list_opens(const bl_pair *pair, const bl_side *side,
                           const bool *done, likeness by, bool all, open *out)
{
    uint32_t count = 0;
    uint32_t place = 0;

    for (uint32_t i = 0; i < side->mask_count; i++) {
        if (as_open(pair, side, i, by, &place, &out[count]) &&
            (all || !done[i]))
            count++;
    }
    qsort(out, count, sizeof(*out), compare_opens);
    return count;
}

/* Mark what answers: one placeholder each, the first the first; with `forms`
 * any number of them. */
static void answer(const bl_pair *pair, const bl_side *a, const bl_side *b,
                   bool *a_done, bool *b_done, bool forms, likeness by)
{
    const likeness back = by == ORDER_TO_NUMBER   ? NUMBER_TO_ORDER
                          : by == NUMBER_TO_ORDER ? ORDER_TO_NUMBER
                                                  : by;
    open *as = bl_arena_alloc(pair->scratch, a->mask_count + 1, sizeof(*as));
    open *bs = bl_arena_alloc(pair->scratch, b->mask_count + 1, sizeof(*bs));
    uint32_t a_count;
    uint32_t b_count;
    uint32_t i = 0;
    uint32_t j = 0;

    if (as == NULL || bs == NULL)
        return;
    a_count = list_opens(pair, a, a_done, by, false, as);
    b_count = list_opens(pair, b, b_done, back, forms, bs);
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

/* Mark all that answers, in the ways that the two sides allow. */
static void answer_all(const bl_pair *pair, const bl_side *a, const bl_side *b,
                       bool *a_done, bool *b_done, bool forms)
{
    const numbering x = numbering_of(a);
    const numbering y = numbering_of(b);
    const bool renumbered = (x == BY_ORDER && y == BY_NUMBER) ||
                            (x == BY_NUMBER && y == BY_ORDER);

    if (renumbered && !forms) {
        answer(pair, a, b, a_done, b_done, false, BY_PLACE);
        return;
    }
    answer(pair, a, b, a_done, b_done, forms, BY_TEXT);
    if (x == y && x != BY_BOTH)
        return;
    answer(pair, a, b, a_done, b_done, forms, ORDER_TO_NUMBER);
    answer(pair, a, b, a_done, b_done, forms, NUMBER_TO_ORDER);
}

/* Whether the text lists plural forms. */
static bool has_forms(const bl_side *side)
{
    return memchr(side->text.ptr, '|', side->text.size) != NULL ||
           bl_has_message(side);
}

/* ---- findings ----------------------------------------------------------- */

/* A finding of what stands in one place of each side. */
static void emit_spans(const bl_pair *pair, bl_sink *sink, uint16_t message,
                       bl_span a, bl_span b)
{
    bl_emission e = { .message = message, .mark_count = 2 };

    e.arguments[0] = bl_side_text(&pair->side[BL_SOURCE], a);
    e.arguments[1] = bl_side_text(&pair->side[BL_TARGET], b);
    e.marks[0] = bl_mark_of(BL_SOURCE, a);
    e.marks[1] = bl_mark_of(BL_TARGET, b);
    if (message == ALTERED)
        e.fix = (bl_fix){ true, BL_TARGET, b, e.arguments[0] };
    bl_emit(sink, &e);
}

static void emit(const bl_pair *pair, bl_sink *sink, int32_t a, int32_t b)
{
    const int side = a >= 0 ? BL_SOURCE : BL_TARGET;
    bl_emission e = { .message = a >= 0 ? MISSING : EXTRA, .mark_count = 1 };
    bl_span span;

    if (a >= 0 && b >= 0) {
        emit_spans(pair, sink, ALTERED, pair->side[BL_SOURCE].masks[a].span,
                   pair->side[BL_TARGET].masks[b].span);
        return;
    }
    span = pair->side[side].masks[a >= 0 ? a : b].span;
    e.arguments[0] = bl_side_text(&pair->side[side], span);
    e.marks[0] = bl_mark_of(side, span);
    bl_emit(sink, &e);
}

static int32_t next_open(const bl_side *side, const bool *done,
                         uint16_t kind, int32_t at)
{
    for (; at < (int32_t)side->mask_count; at++) {
        if (side->masks[at].kind == kind && !done[at])
            return at;
    }
    return -1;
}

/* One kind of masks, those that are not done: pair by pair. */
static void emit_open(const bl_pair *pair, bl_sink *sink, const bool *done,
                      uint16_t kind)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bool *target_done = done + source->mask_count;
    int32_t a = next_open(source, done, kind, 0);
    int32_t b = next_open(target, target_done, kind, 0);

    while (a >= 0 || b >= 0) {
        emit(pair, sink, a, b);
        a = a >= 0 ? next_open(source, done, kind, a + 1) : a;
        b = b >= 0 ? next_open(target, target_done, kind, b + 1) : b;
    }
}

/* Conversions without numbers are read in the order of the arguments: where
 * all are there and one is of another type than the source's, the program
 * takes a number for a text. */
static void check_order(const bl_pair *pair, bl_sink *sink, const bool *done)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    int32_t first_a = -1;
    int32_t first_b = -1;
    int32_t a = next_placed(source, 0);
    int32_t b = next_placed(target, 0);

    if (numbering_of(source) != BY_ORDER || numbering_of(target) != BY_ORDER)
        return;
    while (a >= 0 && b >= 0) {
        if (!done[a] || !done[source->mask_count + (uint32_t)b])
            return;
        if (first_a < 0 &&
            argument_type(text_of(source, &source->masks[a])) !=
                argument_type(text_of(target, &target->masks[b]))) {
            first_a = a;
            first_b = b;
        }
        a = next_placed(source, a + 1);
        b = next_placed(target, b + 1);
    }
    if (first_a >= 0 && a < 0 && b < 0)
        emit_spans(pair, sink, REORDERED, source->masks[first_a].span,
                   target->masks[first_b].span);
}

/* Signs of percent outside of masks. */
typedef struct percents {
    uint32_t doubled; /* %% */
    uint32_t lone;
    bl_span first_doubled;
    bl_span first_lone;
} percents;

static percents count_percents(const bl_side *side)
{
    const bl_str text = side->text;
    percents found = { 0 };
    uint32_t mask = 0;

    for (uint32_t i = 0; i < text.size; i++) {
        const bl_span sign = { i, i + 1 };

        while (mask < side->mask_count && side->masks[mask].span.limit <= i)
            mask++;
        if (text.ptr[i] != '%' || (mask < side->mask_count &&
                                   side->masks[mask].span.start <= i))
            continue;
        if (i + 1 < text.size && text.ptr[i + 1] == '%') {
            if (found.doubled++ == 0)
                found.first_doubled = (bl_span){ i, i + 2 };
            i++;
        } else if (found.lone++ == 0) {
            found.first_lone = sign;
        }
    }
    return found;
}

/* A text for printf() has %% for a sign of percent: with one alone it asks
 * for an argument that is not there. */
static void check_percents(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    percents in_source;
    percents in_target;

    if (next_placed(source, 0) < 0 ||
        !bl_str_has(source->text, bl_str_z("%%")))
        return;
    in_source = count_percents(source);
    in_target = count_percents(&pair->side[BL_TARGET]);
    if (in_source.lone == 0 && in_target.lone != 0 &&
        in_target.doubled < in_source.doubled)
        emit_spans(pair, sink, ALTERED, in_source.first_doubled,
                   in_target.first_lone);
}

/* Whether the braces of the target are as they should be; what is in them is
 * not compared otherwise. */
static bool check_braces(const bl_pair *pair, bl_sink *sink)
{
    bl_span lone;
    bl_emission e = { .message = UNBALANCED, .mark_count = 1 };

    if (!bl_has_message(&pair->side[BL_SOURCE]) ||
        !bl_has_message(&pair->side[BL_TARGET]) ||
        !bl_braces_match(&pair->side[BL_SOURCE], &lone) ||
        bl_braces_match(&pair->side[BL_TARGET], &lone))
        return true;
    e.arguments[0] = bl_side_text(&pair->side[BL_TARGET], lone);
    e.marks[0] = bl_mark_of(BL_TARGET, lone);
    bl_emit(sink, &e);
    return false;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t count = source->mask_count + target->mask_count;
    bool *done;
    bool *target_done;
    bool forms;

    (void)self;
    if (count == 0 || !bl_has_target(pair) || !check_braces(pair, sink))
        return;
    done = bl_arena_alloc(pair->scratch, count, sizeof(*done));
    if (done == NULL)
        return;
    memset(done, 0, count * sizeof(*done));
    target_done = done + source->mask_count;
    forms = has_forms(source) || has_forms(target);
    answer_all(pair, source, target, done, target_done, forms);
    if (forms) /* repetitions of what the source has */
        answer_all(pair, target, source, target_done, done, true);
    else
        check_order(pair, sink, done);
    answer(pair, source, target, done, target_done, true, BY_TERM);
    answer(pair, target, source, target_done, done, true, BY_TERM);
    emit_open(pair, sink, done, BL_ENTITY_PLACEHOLDER);
    emit_open(pair, sink, done, BL_ENTITY_MESSAGE);
    check_percents(pair, sink);
    bl_compare_arms(pair, sink, emit);
}

const bl_check bl_check_placeholder_mismatch = {
    .id = "placeholder-mismatch",
    .title = "Placeholders of source and target differ",
    .category = "placeholder",
    .its_type = "markup",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_MASKS,
    .messages = {
        [MISSING] = { "missing", "the placeholder {0} is not in the target",
                      BL_ERROR },
        [EXTRA] = { "extra", "the placeholder {0} is not in the source",
                    BL_ERROR },
        [ALTERED] = { "altered", "the placeholder {0} became {1}",
                      BL_ERROR },
        [REORDERED] = { "reordered", "in the place of {0} is {1}, and they "
                        "are not numbered", BL_ERROR },
        [UNBALANCED] = { "unbalanced", "the brace {0} has no counterpart",
                         BL_ERROR },
    },
    .run = run,
};
