/* SPDX-License-Identifier: Apache-2.0 */
/* What the handles of the public interface are, and the structs that cross
 * it. */
#ifndef BL_API_HANDLES_H
#define BL_API_HANDLES_H

#include "bilint/bilint.h"
#include "engine/document.h"
#include "engine/project.h"
#include "engine/worker.h"
#include "readers/reader.h"

/* An engine is a bl_engine. */
static inline bl_engine *bl_engine_of(const bilint_engine *engine)
{
    return (bl_engine *)engine;
}

/* A project is a bl_project. */
static inline bl_project *bl_project_of(const bilint_project *project)
{
    return (bl_project *)project;
}

/* Codes of a pair as they are shown in the host's text, to turn offsets of
 * the checked text back into the host's. */
typedef struct bl_shown_codes {
    bl_str text; /* the host's, copied */
    const bl_span *spans; /* of the codes, in bytes of that text */
    uint32_t count;
} bl_shown_codes;

struct bilint_report {
    bl_report report; /* first */
    bl_engine *engine; /* one of its owners */
    bl_worker worker;
    bool has_worker;
    bl_arena pair; /* what was made of the host's pair */
    bl_shown_codes shown[2];
    bool is_pair;
    bl_buf packed;
};

struct bilint_stream {
    bl_engine *engine; /* one of its owners */
    bl_reader *reader;
    bl_document *document;
    struct bilint_report *report;
    uint64_t done;
    uint64_t total;
    uint64_t told; /* `done` when the host was last told */
    bilint_status status;
    bilint_error error;
};

/* A new empty report for the engine, or `*report` emptied. */
bilint_status bl_report_prepare(bl_engine *engine,
                                struct bilint_report **report,
                                bilint_error *err);

/* A report is given up by the code that made it; the caller's own stays. */
void bl_report_discard(struct bilint_report *report);

/*
 * Copy a struct that the caller filled into the library's own, `size` bytes:
 * what the caller's is shorter becomes zero; what it is longer has to be
 * zero. False where it is not, or where there is no size at all.
 */
bool bl_struct_in(void *to, size_t size, const void *from);

/* The other way: as much of `from` as the caller's struct has room for. */
bool bl_struct_out(void *to, const void *from, size_t size);

#endif
