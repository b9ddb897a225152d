/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing the inline codes of two sides as bags. */
#include "checks/codes.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

typedef struct key {
    uint64_t hash;
    uint32_t index;
} key;

static int compare_keys(const void *a, const void *b)
{
    const key *x = a;
    const key *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

/* What makes two codes the same: their ids, or their native code. */
typedef enum basis { BY_ID, BY_NATIVE } basis;

static uint32_t gather(const bl_text *text, basis by, const bool *answered,
                       key *keys)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < text->code_count; i++) {
        const bl_code *code = &text->codes[i];
        const bl_str value = by == BY_ID ? code->id : code->native;

        if (answered[i] || (by == BY_NATIVE && value.size == 0))
            continue;
        keys[count++] = (key){
            bl_hash(value.ptr, value.size, (uint64_t)code->kind + 1), i
        };
    }
    qsort(keys, count, sizeof(*keys), compare_keys);
    return count;
}

static void answer(const bl_text *a, const bl_text *b, basis by,
                   bool *a_answered, bool *b_answered, key *keys)
{
    key *other = keys + a->code_count;
    const uint32_t a_count = gather(a, by, a_answered, keys);
    const uint32_t b_count = gather(b, by, b_answered, other);
    uint32_t j = 0;

    for (uint32_t i = 0; i < a_count; i++) {
        while (j < b_count && other[j].hash < keys[i].hash)
            j++;
        if (j == b_count)
            return;
        if (other[j].hash != keys[i].hash)
            continue;
        a_answered[keys[i].index] = true;
        b_answered[other[j++].index] = true;
    }
}

/* A code as people know it: <br/>, or the text that stands for it, or its
 * id. */
static bl_str shown(const bl_pair *pair, const bl_code *code)
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

void bl_emit_lost_codes(const bl_pair *pair, bl_side_id side, bl_sink *sink)
{
    const bl_text *a = side == BL_SOURCE ? &pair->segment->source
                                         : &pair->segment->target;
    const bl_text *b = side == BL_SOURCE ? &pair->segment->target
                                         : &pair->segment->source;
    const size_t count = (size_t)a->code_count + b->code_count;
    bool *answered;
    key *keys;

    if (a->code_count == 0)
        return;
    answered = bl_arena_alloc(pair->scratch, count, sizeof(*answered));
    keys = bl_arena_alloc(pair->scratch, count, sizeof(*keys));
    if (answered == NULL || keys == NULL)
        return;
    memset(answered, 0, count * sizeof(*answered));
    answer(a, b, BY_ID, answered, answered + a->code_count, keys);
    answer(a, b, BY_NATIVE, answered, answered + a->code_count, keys);
    for (uint32_t i = 0; i < a->code_count; i++) {
        const bl_code *code = &a->codes[i];
        bl_emission e = { .mark_count = 1 };

        if (answered[i] || (code->flags & (BL_CODE_ELSEWHERE |
                                           BL_CODE_DELETABLE |
                                           BL_CODE_COPY)) != 0)
            continue;
        e.marks[0] = bl_mark_of(
            side, (bl_span){ code->at, code->at + BL_SENTINEL_SIZE });
        e.arguments[0] = shown(pair, code);
        bl_emit(sink, &e);
    }
}
