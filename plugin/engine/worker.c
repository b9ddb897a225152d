/* SPDX-License-Identifier: Apache-2.0 */
/* One pair, from text to findings. */
#include "engine/worker.h"

#include "engine/clock.h"
#include "recognise/match.h"
#include "recognise/names.h"
#include "recognise/terms.h"

#include <string.h>

enum { SCRATCH_KEPT = 1 << 20 };

void bl_worker_init(bl_worker *worker, bl_engine *engine)
{
    *worker = (bl_worker){ .engine = engine };
    bl_recogniser_init(&worker->recogniser[BL_SOURCE], &engine->alloc);
    bl_recogniser_init(&worker->recogniser[BL_TARGET], &engine->alloc);
    bl_arena_init(&worker->scratch, &engine->alloc, SCRATCH_KEPT);
}

void bl_worker_free(bl_worker *worker)
{
    bl_recogniser_free(&worker->recogniser[BL_SOURCE]);
    bl_recogniser_free(&worker->recogniser[BL_TARGET]);
    bl_terms_free(worker->glossary);
    bl_arena_free(&worker->scratch);
}

void bl_worker_forget(bl_worker *worker)
{
    memset(worker->tags, 0, sizeof(worker->tags));
}

/* The language of one side: the document's, or the configuration's. Tags of
 * a document are the same strings again and again. */
static bilint_status find_language(bl_worker *worker, bl_side_id side,
                                   const char *tag, bilint_error *err)
{
    const bl_config *config = &worker->engine->config;
    const char *fallback =
        side == BL_SOURCE ? config->source_lang : config->target_lang;
    bilint_status status = BILINT_OK;

    if (tag == NULL || tag[0] == '\0')
        tag = fallback != NULL ? fallback : "";
    if (worker->tags[side] == tag)
        return BILINT_OK;
    worker->languages[side] = NULL;
    if (tag[0] != '\0')
        status = bl_engine_language(worker->engine, tag,
                                    &worker->languages[side], err);
    if (worker->languages[side] != NULL &&
        (worker->engine->needs & BL_NEEDS_NAMES) != 0 &&
        bl_language_exonyms(worker->languages[side]) == NULL)
        status = bl_fail_memory(err);
    worker->tags[side] = status == BILINT_OK ? tag : NULL;
    return status;
}

static void set_side(bl_worker *worker, bl_side *side, const bl_text *text,
                     bl_side_id id)
{
    memset(side, 0, sizeof(*side));
    side->text = bl_str_of(text->ptr, text->size);
    side->from = text;
    side->language = worker->languages[id];
}

static bool recognise(bl_worker *worker, bl_pair *pair, uint32_t needs)
{
    pair->side[BL_TARGET].before = &pair->side[BL_SOURCE];
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        if (!bl_recognise(&worker->recogniser[id], &pair->side[id], needs,
                          &worker->scratch))
            return false;
    }
    if ((needs & BL_NEEDS_NUMBERS) != 0) {
        pair->match = bl_match_sides(&pair->side[BL_SOURCE],
                                     &pair->side[BL_TARGET],
                                     &worker->scratch);
        if (pair->match == NULL)
            return false;
    }
    if ((needs & BL_NEEDS_TERMS) != 0) {
        pair->terms = bl_match_terms(
            worker->engine->terms.first, worker->glossary,
            &pair->side[BL_SOURCE],
            &pair->side[BL_TARGET], (needs & BL_NEEDS_EXTRA_TERMS) != 0,
            &worker->scratch);
        if (pair->terms == NULL)
            return false;
    }
    if ((needs & BL_NEEDS_NAMES) != 0) {
        pair->names = bl_match_names(&pair->side[BL_SOURCE],
                                     &pair->side[BL_TARGET],
                                     &worker->scratch);
        if (pair->names == NULL)
            return false;
    }
    return true;
}

/* The unit's own terms as a list, which lives until the next check. */
static bilint_status read_glossary(bl_worker *worker, const bl_unit *unit,
                                   bilint_error *err)
{
    const bl_engine *engine = worker->engine;
    bl_builder *builder;
    bilint_status status;
    int source;
    int target;

    bl_terms_free(worker->glossary);
    worker->glossary = NULL;
    if (unit->gloss_count == 0 || (engine->needs & BL_NEEDS_TERMS) == 0)
        return BILINT_OK;
    builder = bl_builder_new(&engine->alloc, engine->chars);
    if (builder == NULL)
        return bl_fail_memory(err);
    source = bl_builder_language(builder, BL_STR(""), BL_TERM_OF_SOURCE);
    target = bl_builder_language(builder, BL_STR(""), BL_TERM_OF_TARGET);
    for (uint32_t i = 0; i < unit->gloss_count; i++) {
        const bl_gloss *gloss = &unit->glossary[i];

        bl_builder_concept(builder);
        if (bl_builder_add(builder, source, gloss->term, BL_TERM_PREFERRED,
                           BL_TERM_CASE_AUTO) == NULL)
            bl_builder_add(builder, target, gloss->translation,
                           BL_TERM_PREFERRED, BL_TERM_CASE_AUTO);
    }
    status = bl_terms_build(&engine->alloc, builder, "glossary",
                            &worker->glossary, err);
    bl_builder_free(builder);
    return status;
}

/* A compiled list shows its damage only when it is asked. */
static bilint_status check_lists(const bl_engine *engine, bilint_error *err)
{
    bilint_status status = BILINT_OK;

    for (const bl_term_list *list = engine->terms.first;
         list != NULL && status == BILINT_OK; list = list->next)
        status = bl_terms_sound(list, err);
    return status;
}

static void run_checks(const bl_engine *engine, const bl_pair *pair,
                       bl_sink *sink, bool early)
{
    for (uint16_t at = 0; at < engine->running_count; at++) {
        const uint16_t i = engine->running[at];
        const bl_check *check = bl_checks[i];

        if (early && !check->without_target)
            continue;
        sink->rule = i;
        sink->rule_id = check->id;
        sink->messages = check->messages;
        sink->severity = engine->config.settings.rules[i].severity;
        check->run(check, pair, sink);
    }
}

bilint_status bl_worker_check(bl_worker *worker, const bl_unit *unit,
                              const bl_segment *segment, uint32_t ordinal,
                              uint32_t micros, bl_report *report,
                              bl_traces *traces, bilint_error *err)
{
    const bl_engine *engine = worker->engine;
    const bool early = !segment->target.present || segment->target.size == 0;
    bl_pair pair = { .unit = unit,
                     .segment = segment,
                     .settings = &engine->config.settings,
                     .scratch = &worker->scratch };
    bl_sink sink = { .report = report,
                     .unit = unit,
                     .segment = segment,
                     .ordinal = ordinal };
    bilint_status status =
        find_language(worker, BL_SOURCE, unit->source_lang, err);
    uint64_t began;

    if (status == BILINT_OK)
        status = find_language(worker, BL_TARGET, unit->target_lang, err);
    if (status != BILINT_OK)
        return status;
    /* Nothing is known of what it should be translated into, or from. */
    if (worker->languages[BL_SOURCE] == NULL ||
        worker->languages[BL_TARGET] == NULL) {
        report->language_missing = report->language_missing || !early;
        return BILINT_OK;
    }
    report->segments_checked++;
    /* What a language needs once is loaded: this is the time of the pair. */
    began = micros != 0 ? bl_clock_micros() : 0;
    bl_arena_reset(&worker->scratch);
    set_side(worker, &pair.side[BL_SOURCE], &segment->source, BL_SOURCE);
    set_side(worker, &pair.side[BL_TARGET], &segment->target, BL_TARGET);
    status = read_glossary(worker, unit, err);
    if (status != BILINT_OK)
        return status;
    if (!recognise(worker, &pair,
                   early ? engine->early_needs : engine->needs))
        return bl_fail_memory(err);
    status = check_lists(engine, err);
    if (status != BILINT_OK)
        return status;
    if (micros != 0 && bl_clock_micros() - began > micros) {
        report->incomplete = true;
        return BILINT_OK;
    }
    run_checks(engine, &pair, &sink, early);
    if (traces != NULL)
        bl_traces_add(traces, &pair, ordinal, engine->needs);
    if (micros != 0 && bl_clock_micros() - began > micros)
        report->incomplete = true;
    return report->failed || worker->scratch.failed ? bl_fail_memory(err)
                                                    : BILINT_OK;
}
