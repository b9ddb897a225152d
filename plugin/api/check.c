/* SPDX-License-Identifier: Apache-2.0 */
/* Checking a pair: from the host's text and codes to a segment. */
#include "api/handles.h"

#include "text/utf8.h"

#include <string.h>

enum { TEXT_MAX = 64 << 20 };

/* Move *at on by `units` of the engine's unit. False where the text ends
 * before that, or a character would be cut in two. */
static bool advance(bl_str text, size_t *at, uint32_t units,
                    bl_offset_unit unit)
{
    while (units > 0 && *at < text.size) {
        const size_t start = *at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, at);
        uint32_t width = 1;

        if (unit == BL_OFFSET_UTF8)
            width = (uint32_t)(*at - start);
        else if (unit == BL_OFFSET_UTF16 && c >= 0x10000)
            width = 2;
        if (width > units)
            return false;
        units -= width;
    }
    return units == 0;
}

static bl_str identifier(const char *text, bl_str shown)
{
    return text != NULL ? bl_str_z(text) : shown;
}

/* The checked text has U+FFFC where the host's shows a code. */
static bilint_status take_text(struct bilint_report *r, bl_side_id side,
                               bl_str text, const bilint_code *codes,
                               uint32_t count, bl_text *to,
                               bilint_error *err)
{
    const bl_offset_unit unit = r->engine->config.offsets;
    bl_shown_codes *shown = &r->shown[side];
    bl_span *spans = bl_arena_alloc(&r->pair, count, sizeof(*spans));
    bl_code *made = bl_arena_alloc(&r->pair, count, sizeof(*made));
    char *out = bl_arena_alloc(&r->pair,
                               text.size + (size_t)count * BL_SENTINEL_SIZE +
                                   1,
                               1);
    const char *copy = bl_arena_copy(&r->pair, text.ptr, text.size);
    const char *next = (const char *)codes;
    uint32_t counted = 0; /* in the host's unit */
    size_t at = 0;
    size_t n = 0;

    if (spans == NULL || made == NULL || out == NULL || copy == NULL)
        return bl_fail_memory(err);
    for (uint32_t i = 0; i < count; i++) {
        bilint_code code;
        uint32_t stride;
        size_t start = at;
        size_t limit;

        if (!bl_struct_in(&code, sizeof(code), next))
            return bl_fail(err, BILINT_E_ARGUMENT,
                           "code %u is of an unknown version", (unsigned)i);
        memcpy(&stride, next, sizeof(stride));
        next += stride;
        if (code.start < counted || code.limit < code.start ||
            code.kind < BILINT_CODE_ISOLATED || code.kind > BILINT_CODE_CLOSE)
            return bl_fail(err, BILINT_E_ARGUMENT,
                           "code %u is not behind the one before it",
                           (unsigned)i);
        if (!advance(text, &start, code.start - counted, unit))
            return bl_fail(err, BILINT_E_ARGUMENT,
                           "code %u starts behind the text, or inside of a "
                           "character", (unsigned)i);
        limit = start;
        if (!advance(text, &limit, code.limit - code.start, unit))
            return bl_fail(err, BILINT_E_ARGUMENT,
                           "code %u ends behind the text, or inside of a "
                           "character", (unsigned)i);
        counted = code.limit;
        memcpy(out + n, text.ptr + at, start - at);
        n += start - at;
        spans[i] = (bl_span){ (uint32_t)start, (uint32_t)limit };
        made[i] = (bl_code){
            .at = (uint32_t)n,
            .kind = (uint8_t)code.kind,
            .partner = -1,
            .id = identifier(code.id,
                             bl_str_of(copy + start, limit - start)),
            .native = identifier(code.native, bl_str_of(NULL, 0)),
            .equiv = bl_str_of(copy + start, limit - start),
        };
        memcpy(out + n, BL_SENTINEL, BL_SENTINEL_SIZE);
        n += BL_SENTINEL_SIZE;
        at = limit;
    }
    if (text.size != at)
        memcpy(out + n, text.ptr + at, text.size - at);
    n += text.size - at;
    out[n] = '\0';
    bl_codes_pair(made, count);
    *shown = (bl_shown_codes){ bl_str_of(copy, text.size), spans, count };
    *to = (bl_text){ .ptr = out,
                     .size = (uint32_t)n,
                     .present = true,
                     .codes = made,
                     .code_count = count };
    return BILINT_OK;
}

static bilint_status check(struct bilint_report *r, const bilint_pair *pair,
                           bilint_error *err)
{
    const bl_unit unit = {
        .id = pair->unit != NULL ? bl_str_z(pair->unit) : bl_str_of(NULL, 0),
        .source_lang = pair->source_lang,
        .target_lang = pair->target_lang,
        .preserve = (pair->flags & BILINT_PAIR_PRESERVE_SPACE) != 0,
    };
    bl_segment segment = { .checked = true };
    bilint_status status =
        take_text(r, BL_SOURCE, bl_str_of(pair->source, pair->source_size),
                  pair->source_codes, pair->source_code_count,
                  &segment.source, err);

    if (status == BILINT_OK)
        status = take_text(r, BL_TARGET,
                           bl_str_of(pair->target, pair->target_size),
                           pair->target_codes, pair->target_code_count,
                           &segment.target, err);
    if (status != BILINT_OK)
        return status;
    segment.target.present = (pair->flags & BILINT_PAIR_NO_TARGET) == 0;
    if (!r->has_worker)
        bl_worker_init(&r->worker, r->engine);
    r->has_worker = true;
    r->report.units_read = 1;
    r->report.segments_read = 1;
    status = bl_worker_check(&r->worker, &(bl_work){ &unit, &segment, 0 }, 1,
                             pair->max_micros, &r->report, NULL, err);
    bl_report_sort(&r->report);
    return status == BILINT_OK && r->report.failed ? bl_fail_memory(err)
                                                   : status;
}

bilint_status BILINT_CALL bilint_check_pair(bilint_engine *engine,
                                            const bilint_pair *pair,
                                            bilint_report **report,
                                            bilint_error *err)
{
    bilint_pair own;
    bilint_status status;

    bl_error_clear(err);
    if (engine == NULL || pair == NULL || report == NULL)
        return bl_fail(err, BILINT_E_ARGUMENT, "an argument is NULL");
    if (!bl_struct_in(&own, sizeof(own), pair))
        return bl_fail(err, BILINT_E_ARGUMENT,
                       "the pair is of an unknown version");
    if ((own.source == NULL && own.source_size != 0) ||
        (own.target == NULL && own.target_size != 0) ||
        (own.source_codes == NULL && own.source_code_count != 0) ||
        (own.target_codes == NULL && own.target_code_count != 0))
        return bl_fail(err, BILINT_E_ARGUMENT, "a text or code is NULL");
    if (own.source_size > TEXT_MAX || own.target_size > TEXT_MAX)
        return bl_fail(err, BILINT_E_LIMIT, "text longer than allowed");
    status = bl_report_prepare(bl_engine_of(engine), report, err);
    if (status != BILINT_OK)
        return status;
    (*report)->is_pair = true;
    return check(*report, &own, err);
}
