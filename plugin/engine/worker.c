/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs, from text to findings. */
#include "engine/worker.h"

#include "engine/clock.h"
#include "match/names.h"
#include "match/quantities.h"
#include "match/terms.h"
#include "recognise/key.h"

#include <string.h>

enum { SCRATCH_KEPT = 1 << 20 };

void bl_worker_init(bl_worker *worker, bl_engine *engine)
{
    *worker = (bl_worker){ .engine = engine };
    for (size_t i = 0; i < BL_PAIRS_TOGETHER; i++) {
        bl_recogniser *recogniser = worker->places[i].recogniser;

        bl_recogniser_init(&recogniser[BL_SOURCE], &engine->alloc);
        bl_recogniser_init(&recogniser[BL_TARGET], &engine->alloc);
    }
    bl_arena_init(&worker->scratch, &engine->alloc, SCRATCH_KEPT);
}

void bl_worker_free(bl_worker *worker)
{
    for (size_t i = 0; i < BL_PAIRS_TOGETHER; i++) {
        bl_workplace *place = &worker->places[i];

        bl_recogniser_free(&place->recogniser[BL_SOURCE]);
        bl_recogniser_free(&place->recogniser[BL_TARGET]);
        bl_terms_free(place->glossary);
    }
    bl_arena_free(&worker->scratch);
    bl_custom_work_free(worker->custom);
}

/* The language of one side: the document's, or the configuration's. It is
 * nearly always that of the pair before, and to read a tag takes longer than
 * to check a short pair. */
static bilint_status find_language(bl_worker *worker, bl_side_id side,
                                   const char *tag, bilint_error *err)
{
    const bl_config *config = &worker->engine->config;
    const char *fallback =
        side == BL_SOURCE ? config->source_lang : config->target_lang;
    char *known = worker->tags[side];
    bilint_status status;

    if (tag == NULL || tag[0] == '\0')
        tag = fallback != NULL ? fallback : "";
    if (tag[0] != '\0' && strcmp(known, tag) == 0)
        return BILINT_OK;
    worker->languages[side] = NULL;
    known[0] = '\0';
    if (tag[0] == '\0')
        return BILINT_OK;
    status = bl_engine_language(worker->engine, tag, &worker->languages[side],
                                err);
    if (worker->languages[side] != NULL &&
        (worker->engine->needs & BL_NEEDS_NAMES) != 0 &&
        bl_language_exonyms(worker->languages[side]) == NULL)
        status = bl_fail_memory(err);
    if (status == BILINT_OK && strlen(tag) < sizeof(worker->tags[side]))
        memcpy(known, tag, strlen(tag) + 1);
    return status;
}

static void tell_given_up(void *context, const bl_custom *rule,
                          const bl_pair *pair)
{
    const bl_str unit = pair->unit->id;
    const bl_str segment = pair->segment->id;

    bl_engine_log(context, BILINT_LOG_WARNING, "custom",
                  "%s takes too long in line %u, unit \"%.*s\"%s%.*s, and is "
                  "left out there; this is not told again",
                  rule->check.id, (unsigned)pair->unit->at.line,
                  (int)unit.size, unit.ptr != NULL ? unit.ptr : "",
                  segment.ptr != NULL ? ", segment " : "",
                  (int)segment.size, segment.ptr != NULL ? segment.ptr : "");
}

/* What matches the user's own rules, if there are any. */
static bilint_status make_custom(bl_worker *worker, bilint_error *err)
{
    bl_engine *engine = worker->engine;

    if (worker->custom != NULL || engine->config.settings.custom_count == 0)
        return BILINT_OK;
    worker->custom =
        bl_custom_work_new(&engine->alloc, &engine->config.settings,
                           tell_given_up, engine);
    return worker->custom != NULL ? BILINT_OK : bl_fail_memory(err);
}

/* Whether there is no target to look at. */
static bool is_early(const bl_segment *segment)
{
    return !segment->target.present || segment->target.size == 0;
}

/* Of a pair that is empty so far. */
static void set_side(bl_worker *worker, bl_side *side, const bl_text *text,
                     bl_side_id id)
{
    side->text = bl_str_of(text->ptr, text->size);
    side->from = text;
    side->language = worker->languages[id];
}

/* One side of all pairs: tokens, and what they mean. */
static bool recognise_sides(bl_worker *worker, size_t count, bl_side_id id)
{
    for (size_t i = 0; i < count; i++) {
        bl_workplace *place = &worker->places[i];

        if (!bl_read_tokens(&place->recogniser[id], &place->pair.side[id],
                            place->needs, &worker->scratch))
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        bl_workplace *place = &worker->places[i];

        if (!bl_read_quantities(&place->recogniser[id],
                                &place->pair.side[id], place->needs))
            return false;
    }
    return true;
}

static bool match_quantities(bl_workplace *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bl_pair *pair = &places[i].pair;

        if ((places[i].needs & BL_NEEDS_NUMBERS) == 0)
            continue;
        pair->match =
            bl_match_quantities(&pair->side[BL_SOURCE],
                                &pair->side[BL_TARGET], pair->scratch);
        if (pair->match == NULL)
            return false;
    }
    return true;
}

static bool match_terms(const bl_engine *engine, bl_workplace *places,
                        size_t count)
{
    bl_term_plan plan = { 0 };

    for (size_t i = 0; i < count; i++) {
        const uint32_t needs = places[i].needs;
        bl_pair *pair = &places[i].pair;

        if ((needs & BL_NEEDS_TERMS) == 0 ||
            (engine->terms.first == NULL && places[i].glossary == NULL))
            continue;
        pair->terms = bl_match_terms(
            &plan, &engine->terms, places[i].glossary,
            &pair->side[BL_SOURCE], &pair->side[BL_TARGET],
            needs, pair->scratch);
        if (pair->terms == NULL)
            return false;
    }
    return true;
}

static bool match_names(bl_workplace *places, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bl_pair *pair = &places[i].pair;

        if ((places[i].needs & BL_NEEDS_NAMES) == 0)
            continue;
        pair->names = bl_match_names(&pair->side[BL_SOURCE],
                                     &pair->side[BL_TARGET], pair->scratch);
        if (pair->names == NULL)
            return false;
    }
    return true;
}

static bool recognise(bl_worker *worker, size_t count)
{
    return recognise_sides(worker, count, BL_SOURCE) &&
           recognise_sides(worker, count, BL_TARGET) &&
           match_quantities(worker->places, count) &&
           match_terms(worker->engine, worker->places, count) &&
           match_names(worker->places, count);
}

/* The unit's own terms as a list, which lives until the next check. */
static bilint_status read_glossary(const bl_engine *engine,
                                   const bl_unit *unit, bl_term_list **list,
                                   bilint_error *err)
{
    bl_builder *builder;
    bilint_status status;
    int source;
    int target;

    bl_terms_free(*list);
    *list = NULL;
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
    status = bl_terms_build(&engine->alloc, builder, "glossary", list, err);
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

/* BL_HAS_..., once all is recognised. */
static uint32_t look_over(const bl_pair *pair)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_term_match *terms = pair->terms;
    const bl_match *match = pair->match;
    uint32_t has = 0;

    if (!is_early(pair->segment))
        has |= BL_HAS_TARGET;
    if ((!bl_is_key(source->text) || bl_is_key(target->text)) &&
        !(bl_is_keywords(source->text) && bl_is_keywords(target->text)))
        has |= BL_HAS_PROSE;
    if ((source->from->code_count | target->from->code_count) != 0)
        has |= BL_HAS_CODES;
    if ((source->mask_count | target->mask_count) != 0)
        has |= BL_HAS_MASKS;
    if (target->first_odd != target->token_count)
        has |= BL_HAS_ODDITIES;
    if (terms != NULL &&
        (terms->use_count | terms->misuse_count | terms->extra_count) != 0)
        has |= BL_HAS_TERMS;
    if (match != NULL && (match->difference_count != 0 || match->replaced))
        has |= BL_HAS_OTHER_NUMBERS;
    if (pair->names != NULL && pair->names->difference_count != 0)
        has |= BL_HAS_OTHER_NAMES;
    if (pair->unit->sizes != NULL)
        has |= BL_HAS_LIMITS;
    if (pair->unit->requirement_count != 0)
        has |= BL_HAS_REQUIREMENTS;
    return has;
}

static void run_checks(const bl_engine *engine, bl_workplace *places,
                       size_t count)
{
    for (size_t i = 0; i < count; i++)
        places[i].lacks = ~look_over(&places[i].pair);
    for (uint16_t at = 0; at < engine->running_count; at++) {
        const bl_running *running = &engine->running[at];
        const bl_check *check = running->check;

        for (size_t i = 0; i < count; i++) {
            bl_sink *sink = &places[i].sink;

            if ((running->wants & places[i].lacks) != 0)
                continue;
            sink->rule = running->rule;
            sink->rule_id = check->id;
            sink->messages = check->messages;
            sink->severity = running->severity;
            check->run(check, &places[i].pair, sink);
        }
    }
}

/* Everything a segment needs before it is read; *ready says whether there is
 * anything to check it with. */
static bilint_status prepare(bl_worker *worker, const bl_work *work,
                             bl_report *report, bl_workplace *place,
                             bool *ready, bilint_error *err)
{
    bl_engine *engine = worker->engine;
    const bl_segment *segment = work->segment;
    const bool early = is_early(segment);
    bilint_status status =
        find_language(worker, BL_SOURCE, work->unit->source_lang, err);

    *ready = false;
    if (status == BILINT_OK)
        status =
            find_language(worker, BL_TARGET, work->unit->target_lang, err);
    if (status != BILINT_OK)
        return status;
    /* Nothing is known of what it should be translated into, or from. */
    if (worker->languages[BL_SOURCE] == NULL ||
        worker->languages[BL_TARGET] == NULL) {
        report->language_missing = report->language_missing || !early;
        return BILINT_OK;
    }
    status = read_glossary(engine, work->unit, &place->glossary, err);
    if (status == BILINT_OK)
        status = make_custom(worker, err);
    if (status != BILINT_OK)
        return status;
    report->segments_checked++;
    place->needs = early ? engine->early_needs : engine->needs;
    place->pair = (bl_pair){ .unit = work->unit,
                             .segment = segment,
                             .settings = &engine->config.settings,
                             .custom = worker->custom,
                             .scratch = &worker->scratch };
    place->sink = (bl_sink){ .report = report,
                             .unit = work->unit,
                             .segment = segment,
                             .ordinal = work->ordinal };
    set_side(worker, &place->pair.side[BL_SOURCE], &segment->source,
             BL_SOURCE);
    set_side(worker, &place->pair.side[BL_TARGET], &segment->target,
             BL_TARGET);
    place->pair.side[BL_TARGET].before = &place->pair.side[BL_SOURCE];
    *ready = true;
    return BILINT_OK;
}

/* From text to findings, `count` pairs that are prepared. */
static bilint_status check_places(bl_worker *worker, size_t count,
                                  uint32_t micros, bl_report *report,
                                  bl_traces *traces, bilint_error *err)
{
    const bl_engine *engine = worker->engine;
    /* What a language needs once is loaded: this is the time of the pair. */
    const uint64_t began = micros != 0 ? bl_clock_micros() : 0;
    bilint_status status;

    if (!recognise(worker, count))
        return bl_fail_memory(err);
    status = check_lists(engine, err);
    if (status != BILINT_OK)
        return status;
    if (micros != 0 && bl_clock_micros() - began > micros) {
        report->incomplete = true;
        return BILINT_OK;
    }
    run_checks(engine, worker->places, count);
    for (size_t i = 0; i < count && traces != NULL; i++) {
        const bl_workplace *place = &worker->places[i];

        bl_traces_add(traces, &place->pair, place->sink.ordinal,
                      engine->needs);
    }
    if (micros != 0 && bl_clock_micros() - began > micros)
        report->incomplete = true;
    return report->failed || worker->scratch.failed ? bl_fail_memory(err)
                                                    : BILINT_OK;
}

bilint_status bl_worker_check(bl_worker *worker, const bl_work *work,
                              size_t count, uint32_t micros,
                              bl_report *report, bl_traces *traces,
                              bilint_error *err)
{
    bilint_status failure = BILINT_OK;
    bilint_status status = BILINT_OK;
    size_t ready = 0;

    bl_arena_reset(&worker->scratch);
    for (size_t i = 0; i < count && failure == BILINT_OK; i++) {
        bool more;

        failure = prepare(worker, &work[i], report, &worker->places[ready],
                          &more, err);
        worker->places[ready].pair.in_document = traces != NULL;
        ready += more;
    }
    if (ready != 0)
        status = check_places(worker, ready, micros, report, traces,
                              failure == BILINT_OK ? err : NULL);
    return failure == BILINT_OK ? status : failure;
}
