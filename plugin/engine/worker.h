/* SPDX-License-Identifier: Apache-2.0 */
/* What one thread needs to check pairs: working memory that is kept. */
#ifndef BL_ENGINE_WORKER_H
#define BL_ENGINE_WORKER_H

#include "checks/custom.h"
#include "checks/records.h"
#include "engine/engine.h"
#include "findings/report.h"
#include "recognise/recognise.h"

/*
 * So many pairs are checked together, each stage for all of them before the
 * next one begins: the code of a stage stays in the processor's cache, and so
 * do the pairs. More do not fit there.
 */
enum { BL_PAIRS_TOGETHER = 8 };

/* A segment to be checked. */
typedef struct bl_work {
    const bl_unit *unit;
    const bl_segment *segment;
    uint32_t ordinal; /* of the segment in the document */
} bl_work;

/* One of the pairs that are checked together. */
typedef struct bl_workplace {
    bl_recogniser recogniser[2]; /* by bl_side_id */
    bl_pair pair;
    bl_sink sink;
    uint32_t needs;         /* of the rules that look at it */
    uint32_t lacks;         /* BL_HAS_... that it has not */
    bl_term_list *glossary; /* of its unit; NULL: it has none */
} bl_workplace;

typedef struct bl_worker {
    bl_engine *engine;
    bl_workplace places[BL_PAIRS_TOGETHER];
    bl_arena scratch; /* emptied for each pair, or those together */
    char tags[2][BL_TAG_SIZE]; /* looked up last; "": none, or a longer one */
    bl_language *languages[2];
    bl_custom_work *custom; /* NULL: nobody needed it yet */
} bl_worker;

void bl_worker_init(bl_worker *worker, bl_engine *engine);
void bl_worker_free(bl_worker *worker);

/*
 * Check up to BL_PAIRS_TOGETHER segments, in the order of the document;
 * findings go to the report, and what checks of whole documents need to the
 * traces, unless NULL. `micros` is a time budget, 0 for none: when it runs
 * out the report is marked incomplete. After a failure, those before the one
 * that failed are checked where that was possible.
 */
bilint_status bl_worker_check(bl_worker *worker, const bl_work *work,
                              size_t count, uint32_t micros,
                              bl_report *report, bl_traces *traces,
                              bilint_error *err);

#endif
