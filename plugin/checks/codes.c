/* SPDX-License-Identifier: Apache-2.0 */
/* The inline codes of two sides as bags. */
#include "checks/codes.h"

#include "base/hash.h"
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

/* Codes of the source of which one in the target may be a copy. */
enum { ORIGINALS_MOST = 256 };

/* What makes two codes the same: their ids, or their native code. */
typedef enum basis { BY_ID, BY_NATIVE } basis;

static uint32_t gather(const bl_text *text, basis by, const uint32_t *answers,
                       bl_sort_item *keys)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < text->code_count; i++) {
        const bl_code *code = &text->codes[i];
        const bl_str value = by == BY_ID ? code->id : code->native;

        if (answers[i] != BL_UNANSWERED ||
            (by == BY_NATIVE && value.size == 0))
            continue;
        /* A seed of few bits would fall into those of a short id. */
        keys[count++] = (bl_sort_item){
            bl_hash(value.ptr, value.size,
                    bl_hash_mix((uint64_t)code->kind + 1)),
            i
        };
    }
    qsort(keys, count, sizeof(*keys), bl_sort_compare);
    return count;
}

static void answer(bl_code_match *match, basis by, bl_sort_item *keys)
{
    bl_sort_item *other = keys + match->text[BL_SOURCE]->code_count;
    const uint32_t source_count = gather(match->text[BL_SOURCE], by,
                                         match->answers[BL_SOURCE], keys);
    const uint32_t target_count = gather(match->text[BL_TARGET], by,
                                         match->answers[BL_TARGET], other);
    uint32_t j = 0;

    for (uint32_t i = 0; i < source_count; i++) {
        while (j < target_count && other[j].key < keys[i].key)
            j++;
        if (j == target_count)
            return;
        if (other[j].key != keys[i].key)
            continue;
        match->answers[BL_SOURCE][keys[i].index] = other[j].index;
        match->answers[BL_TARGET][other[j++].index] = keys[i].index;
    }
}

/* How many codes at the beginning are the same on both sides: nearly always
 * all of them. */
static uint32_t count_alike(const bl_text *a, const bl_text *b)
{
    const uint32_t most =
        a->code_count < b->code_count ? a->code_count : b->code_count;
    uint32_t i = 0;

    while (i < most && a->codes[i].kind == b->codes[i].kind &&
           bl_str_equal(a->codes[i].id, b->codes[i].id))
        i++;
    return i;
}

bool bl_match_codes(const bl_pair *pair, bl_code_match *match)
{
    const bl_text *source = &pair->segment->source;
    const bl_text *target = &pair->segment->target;
    const size_t count = (size_t)source->code_count + target->code_count;
    uint32_t alike;
    bl_sort_item *keys;

    *match = (bl_code_match){ .text = { source, target } };
    match->answers[BL_SOURCE] = bl_arena_alloc(
        pair->scratch, count + 1, sizeof(*match->answers[BL_SOURCE]));
    if (match->answers[BL_SOURCE] == NULL)
        return false;
    match->answers[BL_TARGET] =
        match->answers[BL_SOURCE] + source->code_count;
    alike = count_alike(source, target);
    match->in_order = 2 * (size_t)alike == count;
    for (uint32_t i = 0; i < alike; i++) {
        match->answers[BL_SOURCE][i] = i;
        match->answers[BL_TARGET][i] = i;
    }
    for (uint32_t i = alike; i < source->code_count; i++)
        match->answers[BL_SOURCE][i] = BL_UNANSWERED;
    for (uint32_t i = alike; i < target->code_count; i++)
        match->answers[BL_TARGET][i] = BL_UNANSWERED;
    if (match->in_order)
        return true;
    keys = bl_arena_alloc(pair->scratch, count, sizeof(*keys));
    if (keys == NULL)
        return false;
    answer(match, BY_ID, keys);
    answer(match, BY_NATIVE, keys);
    return true;
}

bl_str bl_code_shown(const bl_pair *pair, const bl_code *code)
{
    static const char *const forms[] = { "<%/>", "<%>", "</%>" };
    const char *form = forms[code->kind];
    char *text;
    size_t n = 0;

    if (code->native.size != 0)
        return code->native;
    if (code->equiv.size != 0)
        return code->equiv;
    text = bl_arena_alloc(pair->scratch, code->id.size + 4, 1);
    if (text == NULL)
        return code->id;
    for (; *form != '\0'; form++) {
        if (*form == '%') {
            if (code->id.size != 0)
                memcpy(text + n, code->id.ptr, code->id.size);
            n += code->id.size;
        } else {
            text[n++] = *form;
        }
    }
    return bl_str_of(text, n);
}

/* Whether the source has what this code of the target may be a copy of: the
 * document says that it may be copied (XLIFF 2.1, 4.7.2.4). */
static bool is_copy(const bl_code_match *match, const bl_code *code)
{
    const bl_text *source = match->text[BL_SOURCE];
    const uint32_t count = source->code_count < ORIGINALS_MOST
                               ? source->code_count
                               : ORIGINALS_MOST;

    for (uint32_t i = 0; i < count; i++) {
        const bl_code *original = &source->codes[i];

        if ((original->flags & BL_CODE_COPYABLE) != 0 &&
            original->kind == code->kind &&
            (bl_str_equal(original->id, code->id) ||
             (code->native.size != 0 &&
              bl_str_equal(original->native, code->native))))
            return true;
    }
    return (code->flags & BL_CODE_COPY) != 0;
}

bool bl_is_code_lost(const bl_code_match *match, bl_side_id side,
                     uint32_t index)
{
    const bl_code *code = &match->text[side]->codes[index];

    if (match->answers[side][index] != BL_UNANSWERED ||
        (code->flags & BL_CODE_ELSEWHERE) != 0)
        return false;
    return side == BL_SOURCE ? (code->flags & BL_CODE_DELETABLE) == 0
                             : !is_copy(match, code);
}

void bl_emit_lost_codes(const bl_pair *pair, bl_side_id side, uint16_t flags,
                        bl_sink *sink)
{
    bl_code_match match;

    if ((side == BL_SOURCE ? pair->segment->source.code_count
                           : pair->segment->target.code_count) == 0 ||
        !bl_match_codes(pair, &match) || match.in_order)
        return;
    for (uint32_t i = 0; i < match.text[side]->code_count; i++) {
        const bl_code *code = &match.text[side]->codes[i];
        bl_emission e = { .mark_count = 1 };

        if ((code->flags & flags) != flags ||
            !bl_is_code_lost(&match, side, i))
            continue;
        e.marks[0] = bl_mark_of_code(side, code);
        e.arguments[0] = bl_code_shown(pair, code);
        bl_emit(sink, &e);
    }
}
