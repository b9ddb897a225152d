/* SPDX-License-Identifier: Apache-2.0 */
/* Reports as handles, and structs of any version. */
#include "api/handles.h"

#include <string.h>

bilint_status bl_report_prepare(bl_engine *engine,
                                struct bilint_report **report,
                                bilint_error *err)
{
    struct bilint_report *r = *report;

    if (r != NULL && r->engine != engine) {
        bl_report_discard(r);
        *report = r = NULL;
    }
    if (r == NULL) {
        r = bl_new(&engine->alloc, 1, sizeof(*r));
        if (r == NULL)
            return bl_fail_memory(err);
        r->engine = engine;
        bl_atomic_add(&engine->owners, 1);
        bl_report_init(&r->report, &engine->alloc);
        r->report.settings = &engine->config.settings;
        bl_arena_init(&r->pair, &engine->alloc, 1 << 16);
        bl_buf_init(&r->packed, &engine->alloc);
        *report = r;
    }
    bl_report_reset(&r->report);
    bl_arena_reset(&r->pair);
    bl_buf_clear(&r->packed);
    r->is_pair = false;
    return BILINT_OK;
}

void bl_report_discard(struct bilint_report *report)
{
    bl_engine *engine;

    if (report == NULL)
        return;
    engine = report->engine;
    if (report->has_worker)
        bl_worker_free(&report->worker);
    bl_report_close(&report->report);
    bl_arena_free(&report->pair);
    bl_buf_free(&report->packed);
    bl_free(&engine->alloc, report);
    bilint_engine_free((bilint_engine *)engine);
}

bool bl_struct_in(void *to, size_t size, const void *from)
{
    uint32_t given;

    memcpy(&given, from, sizeof(given));
    if (given < sizeof(given))
        return false;
    memset(to, 0, size);
    memcpy(to, from, given < size ? given : size);
    for (size_t i = size; i < given; i++) {
        if (((const char *)from)[i] != 0)
            return false;
    }
    return true;
}

bool bl_struct_out(void *to, const void *from, size_t size)
{
    uint32_t room;

    memcpy(&room, to, sizeof(room));
    if (room < sizeof(room))
        return false;
    if (size > room)
        size = room;
    if (size > sizeof(room))
        memcpy((char *)to + sizeof(room), (const char *)from + sizeof(room),
               size - sizeof(room));
    return true;
}
