/* SPDX-License-Identifier: Apache-2.0 */
/* What one thread needs to check pairs: working memory that is kept. */
#ifndef BL_ENGINE_WORKER_H
#define BL_ENGINE_WORKER_H

#include "checks/records.h"
#include "engine/engine.h"
#include "findings/report.h"
#include "recognise/recognise.h"

typedef struct bl_worker {
    bl_engine *engine;
    bl_recogniser recogniser[2]; /* by bl_side_id */
    bl_arena scratch;            /* emptied for each pair */
    const char *tags[2];         /* the languages looked up last */
    bl_language *languages[2];
    bl_term_list *glossary; /* of the unit checked last; NULL: it had none */
} bl_worker;

void bl_worker_init(bl_worker *worker, bl_engine *engine);
void bl_worker_free(bl_worker *worker);

/* The next unit comes from another document: its tags are new strings even
 * where the pointers are the same. */
void bl_worker_forget(bl_worker *worker);

/*
 * Check one segment of a unit; findings go to the report, and what checks of
 * whole documents need to the traces, unless NULL. `micros` is a time
 * budget, 0 for none: when it runs out the report is marked incomplete.
 */
bilint_status bl_worker_check(bl_worker *worker, const bl_unit *unit,
                              const bl_segment *segment, uint32_t ordinal,
                              uint32_t micros, bl_report *report,
                              bl_traces *traces, bilint_error *err);

#endif
