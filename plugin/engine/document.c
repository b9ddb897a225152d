/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of units, checked here or on the host's threads. */
#include "engine/document.h"

#include "base/error.h"
#include "base/pack.h"
#include "engine/clock.h"
#include "engine/project.h"

#include <string.h>

enum {
    BATCH_SEGMENTS = 64, /* texts stay in the cache; worth a hand-over */
    WAITING_BATCHES = 4, /* finished, or waiting for a thread */
    ARENA_KEPT = 1 << 20
};

/* What rules need that look at more than a segment. */
enum { NEEDS_TRACES = BL_NEEDS_DOCUMENT | BL_NEEDS_TRACES };

/* What a thread checks a batch with: as many as run at the same time. */
typedef struct workshop {
    bl_worker worker;
    struct workshop *next; /* free */
} workshop;

/* Units with everything that belongs to them, and what was found. */
typedef struct batch {
    struct bl_document *document;
    struct batch *next; /* in the queue, or free */
    bl_arena arena;
    bl_unit *units;
    size_t unit_count;
    size_t unit_room;
    size_t segments;
    uint32_t first; /* ordinal of the first segment */
    bl_report part;
    bl_traces traces;
    bilint_status status;
    bilint_error error;
    bool done; /* under the document's lock */
} batch;

struct bl_document {
    bl_unit_sink sink; /* first: the sink is the document */
    bl_engine *engine;
    bl_report *report;
    bl_records records;
    batch *filling;
    batch *queue; /* handed out, the oldest first */
    batch **queue_end;
    batch *free;
    workshop *workshops; /* free ones, under the lock */
    uint32_t in_flight;
    uint32_t threads; /* 0: everything on this thread */
    uint32_t ordinal;
    struct bl_project *project; /* NULL: it stands alone */
    uint32_t index;             /* there */
    uint64_t deadline; /* micros; 0: none */
    bilint_status status;
    bilint_error error;
    bl_lock lock;
    bl_signal signal;
    bool locked;
};

/* ---- a batch ------------------------------------------------------------ */

static batch *new_batch(bl_document *document)
{
    const bl_alloc *alloc = &document->engine->alloc;
    batch *b = document->free;

    if (b != NULL) {
        document->free = b->next;
        b->next = NULL;
        return b;
    }
    b = bl_new(alloc, 1, sizeof(*b));
    if (b == NULL)
        return NULL;
    b->document = document;
    bl_arena_init(&b->arena, alloc, ARENA_KEPT);
    bl_report_init(&b->part, alloc);
    bl_traces_init(&b->traces, alloc);
    return b;
}

static void free_batch(batch *b)
{
    if (b == NULL)
        return;
    bl_arena_free(&b->arena);
    bl_free(b->arena.alloc, b->units);
    bl_report_close(&b->part);
    bl_traces_free(&b->traces);
    bl_free(&b->document->engine->alloc, b);
}

/* A workshop that no thread is in; NULL when there is no memory. */
static workshop *take_workshop(bl_document *document)
{
    workshop *w;

    if (document->threads != 0)
        bl_lock_take(&document->lock);
    w = document->workshops;
    if (w != NULL)
        document->workshops = w->next;
    if (document->threads != 0)
        bl_lock_give(&document->lock);
    if (w == NULL) {
        w = bl_new(&document->engine->alloc, 1, sizeof(*w));
        if (w != NULL)
            bl_worker_init(&w->worker, document->engine);
    }
    return w;
}

static void leave_workshop(bl_document *document, workshop *w)
{
    if (document->threads != 0)
        bl_lock_take(&document->lock);
    w->next = document->workshops;
    document->workshops = w;
    if (document->threads != 0)
        bl_lock_give(&document->lock);
}

static bilint_status check(batch *b, bl_worker *worker, const bl_work *work,
                           size_t count)
{
    bl_traces *traces =
        (b->document->engine->needs & NEEDS_TRACES) != 0 ? &b->traces : NULL;

    return bl_worker_check(worker, work, count, 0, &b->part, traces,
                           &b->error);
}

static bilint_status check_segments(batch *b, bl_worker *worker)
{
    bl_work work[BL_PAIRS_TOGETHER];
    size_t count = 0;
    uint32_t ordinal = b->first;

    for (size_t i = 0; i < b->unit_count; i++) {
        const bl_unit *unit = &b->units[i];

        b->part.units_read++;
        for (uint32_t j = 0; j < unit->segment_count; j++, ordinal++) {
            const bl_segment *segment = &unit->segments[j];
            bilint_status status;

            b->part.segments_read++;
            if (!segment->checked || segment->source.size == 0)
                continue;
            work[count++] = (bl_work){ unit, segment, ordinal };
            if (count < BL_PAIRS_TOGETHER)
                continue;
            status = check(b, worker, work, count);
            count = 0;
            if (status != BILINT_OK)
                return status;
        }
    }
    return count != 0 ? check(b, worker, work, count) : BILINT_OK;
}

static void run_batch(batch *b)
{
    workshop *w = take_workshop(b->document);

    b->error = (bilint_error)BILINT_ERROR_INIT;
    if (w == NULL) {
        b->status = bl_fail_memory(&b->error);
        return;
    }
    b->status = check_segments(b, &w->worker);
    leave_workshop(b->document, w);
    /* Pairs that were checked together have their findings rule by rule. */
    bl_report_sort(&b->part);
}

static void BILINT_CALL run_task(void *argument)
{
    batch *b = argument;
    bl_document *document = b->document;

    run_batch(b);
    bl_lock_take(&document->lock);
    b->done = true;
    bl_signal_all(&document->signal);
    bl_lock_give(&document->lock);
}

static bl_sink sink_of(const bl_engine *engine, bl_report *report,
                       uint16_t rule)
{
    const bl_check *check = bl_checks[rule];

    return (bl_sink){
        .report = report,
        .rule = rule,
        .rule_id = check->id,
        .messages = check->messages,
        .severity = engine->config.settings.rules[rule].severity,
    };
}

static void follow_traces(bl_document *document, batch *b)
{
    for (uint16_t i = 0; i < bl_check_count; i++) {
        const bl_check *check = bl_checks[i];
        bl_sink sink = sink_of(document->engine, document->report, i);

        if (check->follow == NULL ||
            bl_engine_severity(document->engine, i) == BL_OFF)
            continue;
        for (size_t j = 0; j < b->traces.count; j++)
            check->follow(check, &b->traces.items[j], &document->records,
                          &b->part, &sink);
    }
}

/* What a finished batch found, in the order of the document. */
static void collect(bl_document *document, batch *b)
{
    if (b->status != BILINT_OK && document->status == BILINT_OK) {
        document->status = b->status;
        document->error = b->error;
    }
    bl_records_take(&document->records, &b->traces,
                    document->engine->needs);
    follow_traces(document, b);
    if (b->first >= BL_PACK_SEGMENTS)
        bl_kept_pack(&document->report->blocks);
    bl_report_append(document->report, &b->part);
    bl_traces_reset(&b->traces);
    bl_arena_reset(&b->arena);
    b->unit_count = 0;
    b->segments = 0;
    b->done = false;
    b->next = document->free;
    document->free = b;
}

/* Take the oldest batch out of the queue, once it is finished. */
static void collect_oldest(bl_document *document)
{
    batch *b = document->queue;

    bl_lock_take(&document->lock);
    while (!b->done)
        bl_signal_wait(&document->signal, &document->lock);
    bl_lock_give(&document->lock);
    document->queue = b->next;
    if (document->queue == NULL)
        document->queue_end = &document->queue;
    document->in_flight--;
    collect(document, b);
}

/* How many batches the host's threads still have to do. */
static uint32_t count_unfinished(bl_document *document)
{
    uint32_t count = 0;

    bl_lock_take(&document->lock);
    for (const batch *b = document->queue; b != NULL; b = b->next)
        count += !b->done;
    bl_lock_give(&document->lock);
    return count;
}

static bool is_oldest_done(bl_document *document)
{
    bool done;

    bl_lock_take(&document->lock);
    done = document->queue != NULL && document->queue->done;
    bl_lock_give(&document->lock);
    return done;
}

/* Hand the batch over; while all threads have enough to do, this one works
 * too, and does not wait for them. */
static void hand_over(bl_document *document, batch *b)
{
    const bl_engine *engine = document->engine;

    *document->queue_end = b;
    document->queue_end = &b->next;
    document->in_flight++;
    if (count_unfinished(document) > document->threads + 1 ||
        engine->pool->submit(engine->host, run_task, b) != 0) {
        run_batch(b);
        b->done = true;
    }
    while (document->in_flight > document->threads + WAITING_BATCHES ||
           is_oldest_done(document))
        collect_oldest(document);
}

static void dispatch(bl_document *document)
{
    batch *b = document->filling;

    document->filling = NULL;
    if (document->threads != 0) {
        hand_over(document, b);
        return;
    }
    run_batch(b);
    collect(document, b);
}

/* ---- the sink ----------------------------------------------------------- */

static bool begin_batch(bl_document *document)
{
    batch *b = new_batch(document);

    if (b == NULL)
        return false;
    b->first = document->ordinal;
    document->filling = b;
    document->sink.arena = &b->arena;
    return true;
}

static bilint_status take_unit(bl_unit_sink *sink, const bl_unit *unit,
                               bilint_error *err)
{
    bl_document *document = (bl_document *)sink;
    batch *b = document->filling;

    if (!bl_grow(&document->engine->alloc, &b->units, &b->unit_room,
                 b->unit_count, sizeof(bl_unit)))
        return bl_fail_memory(err);
    b->units[b->unit_count++] = *unit;
    b->segments += unit->segment_count;
    document->ordinal += unit->segment_count;
    if (b->segments >= BATCH_SEGMENTS || b->unit_count >= BATCH_SEGMENTS) {
        dispatch(document);
        if (!begin_batch(document))
            return bl_fail_memory(err);
    }
    if (document->status == BILINT_OK && document->deadline != 0 &&
        bl_clock_micros() > document->deadline)
        return bl_fail(err, BILINT_E_LIMIT,
                       "the time for one document is over");
    if (document->status != BILINT_OK)
        return bl_fail(err, document->status, "%s", document->error.message);
    return BILINT_OK;
}

static void take_fault(bl_unit_sink *sink, const bl_fault *fault)
{
    bl_document *document = (bl_document *)sink;

    bl_faults_add(&document->records.faults, fault, document->ordinal);
}

/* ---- the document ------------------------------------------------------- */

bl_document *bl_document_new(bl_engine *engine, bl_report *report)
{
    bl_document *document = bl_new(&engine->alloc, 1, sizeof(*document));
    const uint32_t seconds = engine->config.limit_seconds;

    if (document == NULL)
        return NULL;
    document->engine = engine;
    document->report = report;
    bl_report_pack(report);
    document->sink.unit = take_unit;
    if (bl_engine_severity(engine, BL_RULE_document_invalid) != BL_OFF)
        document->sink.fault = take_fault;
    document->queue_end = &document->queue;
    bl_records_init(&document->records, &engine->alloc);
    bl_project_set(&document->records.repetitions, engine);
    if (engine->pool != NULL && bl_lock_init(&document->lock)) {
        document->locked = bl_signal_init(&document->signal);
        if (document->locked)
            document->threads = engine->pool->threads;
        else
            bl_lock_free(&document->lock);
    }
    if (seconds != 0)
        document->deadline = bl_clock_micros() + (uint64_t)seconds * 1000000;
    if (!begin_batch(document)) {
        bl_document_free(document);
        return NULL;
    }
    return document;
}

void bl_document_join(bl_document *document, struct bl_project *project,
                      uint32_t index)
{
    document->project = project;
    document->index = index;
    document->records.repetitions.most = bl_project_share(project);
}

bl_unit_sink *bl_document_sink(bl_document *document)
{
    return &document->sink;
}

/* Texts that were only kept to be compared; those of the report take their
 * place. */
static void change_texts(bl_document *document)
{
    bl_repetitions *list = &document->records.repetitions;
    const bool failed = list->failed;

    bl_repetitions_free(list);
    bl_repetitions_init(list, &document->engine->alloc);
    list->failed = failed;
    bl_report_unpack(document->report);
}

/* What only the whole document shows; then what it puts into another light. */
static void run_document_checks(bl_document *document)
{
    for (uint16_t i = 0; i < bl_check_count; i++) {
        const bl_check *check = bl_checks[i];
        bl_sink sink = sink_of(document->engine, document->report, i);

        if (check->document != NULL &&
            bl_engine_severity(document->engine, i) != BL_OFF)
            check->document(check, &document->records, &sink);
    }
    if (document->project != NULL)
        bl_project_add(document->project, document->index,
                       document->report->file, &document->records,
                       document->engine);
    else
        bl_project_check(&document->records.repetitions, document->report);
    change_texts(document);
    if (document->report->failed)
        return; /* texts may be missing */
    /* What is held back stays so. */
    bl_report_compact(document->report);
    for (uint16_t i = 0; i < bl_check_count; i++) {
        if (bl_checks[i]->settle != NULL &&
            bl_engine_severity(document->engine, i) != BL_OFF)
            bl_checks[i]->settle(i, &document->records, document->report);
    }
    bl_report_compact(document->report);
}

bilint_status bl_document_finish(bl_document *document, bool complete,
                                 bilint_error *err)
{
    if (document->filling != NULL)
        dispatch(document);
    while (document->queue != NULL)
        collect_oldest(document);
    if (complete && document->status == BILINT_OK)
        run_document_checks(document);
    else
        change_texts(document);
    bl_report_sort(document->report);
    if (document->status == BILINT_OK &&
        (bl_records_failed(&document->records) ||
         document->report->failed))
        document->status = BILINT_E_MEMORY;
    if (document->status == BILINT_E_MEMORY)
        return bl_fail_memory(err);
    return document->status == BILINT_OK
               ? BILINT_OK
               : bl_fail(err, document->status, "%s",
                         document->error.message);
}

void bl_document_free(bl_document *document)
{
    if (document == NULL)
        return;
    while (document->queue != NULL)
        collect_oldest(document);
    free_batch(document->filling);
    while (document->free != NULL) {
        batch *next = document->free->next;

        free_batch(document->free);
        document->free = next;
    }
    while (document->workshops != NULL) {
        workshop *next = document->workshops->next;

        bl_worker_free(&document->workshops->worker);
        bl_free(&document->engine->alloc, document->workshops);
        document->workshops = next;
    }
    bl_records_free(&document->records);
    if (document->locked) {
        bl_signal_free(&document->signal);
        bl_lock_free(&document->lock);
    }
    bl_free(&document->engine->alloc, document);
}
