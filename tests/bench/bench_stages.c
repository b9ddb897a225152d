/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the time of a pair goes: nanoseconds a pair for each stage of the
 * engine, on the first pairs of a document.
 *
 *     bench_stages [--rounds N] [--json] DOCUMENT
 *
 * A stage is run over a batch of pairs before the next stage is, as often as
 * there are rounds; the median of the rounds counts. This looks at the
 * library from inside, and follows worker.c.
 */
#include "measure.h"

#include "checks/check.h"
#include "engine/engine.h"
#include "findings/report.h"
#include "match/names.h"
#include "match/quantities.h"
#include "match/terms.h"
#include "readers/reader.h"
#include "readers/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PAIRS = 4096, /* enough for the caches not to hold them all */
    BATCH = 64,
    STAGES_MAX = 128,
    PIECE = 256 * 1024, /* as bilint_check_file() reads */
    SCRATCH_KEPT = 1 << 20
};

/* What a batch keeps of a pair between stages. */
typedef struct slot {
    bl_recogniser recogniser[2];
    bl_tokens tokens[2];
    bl_arena scratch;
    bl_arena words;
    bl_pair pair;
} slot;

typedef struct bench {
    bl_engine *engine;
    bl_language *languages[2];
    bl_unit_sink sink;
    bl_reader *reader; /* never freed: units live as long as it does */
    bl_arena texts;
    bl_unit units[PAIRS];
    bl_segment segments[PAIRS];
    size_t count;
    slot slots[BATCH];
    bl_report report;
    double sums[STAGES_MAX]; /* of this round, in nanoseconds */
    double *rounds[STAGES_MAX];
    const char *names[STAGES_MAX];
    size_t stage_count;
    double cost; /* of reading the clock */
} bench;

/* ---- the document ------------------------------------------------------- */

static bilint_status take_unit(bl_unit_sink *sink, const bl_unit *unit,
                               bilint_error *err)
{
    bench *b = (bench *)((char *)sink - offsetof(bench, sink));

    (void)err;
    for (uint32_t i = 0; i < unit->segment_count && b->count < PAIRS; i++) {
        if (!unit->segments[i].checked || unit->segments[i].source.size == 0 ||
            unit->segments[i].target.size == 0)
            continue;
        b->units[b->count] = *unit;
        b->segments[b->count++] = unit->segments[i];
    }
    return BILINT_OK;
}

static char *read_whole(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *text;
    long end;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        give_up("cannot read %s", path);
    end = ftell(file);
    rewind(file);
    text = need(malloc((size_t)end + 1));
    *size = fread(text, 1, (size_t)end, file);
    fclose(file);
    return text;
}

static void read_pairs(bench *b, const char *text, size_t size)
{
    const bl_reader_limits limits = { .text_size = 0 };
    bilint_error err = BILINT_ERROR_INIT;

    bl_arena_init(&b->texts, &bl_alloc_default, 0);
    b->sink = (bl_unit_sink){ .arena = &b->texts, .unit = take_unit };
    b->reader =
        need(bl_reader_new(&bl_alloc_default, NULL, &limits, &b->sink));
    if (bl_reader_push(b->reader, text, size, &err) != BILINT_OK ||
        bl_reader_finish(b->reader, &err) != BILINT_OK)
        give_up("%s", err.message);
    if (b->count == 0)
        give_up("no pairs in the document");
}

/* ---- reading alone ------------------------------------------------------ */

static void no_start(void *context, const bl_xml_element *element)
{
    (void)context;
    (void)element;
}

/* What was read is wanted no more. */
static void forget(void *context, bl_xml_name name)
{
    bl_xml *const *xml = context;

    (void)name;
    bl_xml_keep(*xml, bl_xml_offset(*xml));
}

static void no_text(void *context, bl_str text)
{
    (void)context;
    (void)text;
}

static void no_entity(void *context, bl_str text, uint64_t start,
                      uint64_t limit)
{
    (void)context;
    (void)text;
    (void)start;
    (void)limit;
}

static uint64_t time_xml(const char *text, size_t size)
{
    const uint64_t start = now();
    bl_xml *xml = NULL;
    const bl_xml_handler handler = { &xml, no_start, forget, no_text,
                                     no_entity };
    bilint_error err = BILINT_ERROR_INIT;

    xml = need(bl_xml_new(&bl_alloc_default, &handler, 0));
    for (size_t at = 0; at < size; at += PIECE) {
        const size_t left = size - at;

        if (bl_xml_push(xml, text + at, left < PIECE ? left : PIECE, false,
                        &err) != BILINT_OK)
            give_up("%s", err.message);
    }
    bl_xml_free(xml);
    return now() - start;
}

static bilint_status drop_unit(bl_unit_sink *sink, const bl_unit *unit,
                               bilint_error *err)
{
    (void)unit;
    (void)err;
    bl_arena_reset(sink->arena);
    return BILINT_OK;
}

static uint64_t time_reader(const char *text, size_t size)
{
    const bl_reader_limits limits = { .text_size = 0 };
    const uint64_t start = now();
    bilint_error err = BILINT_ERROR_INIT;
    bl_arena arena;
    bl_unit_sink sink = { .arena = &arena, .unit = drop_unit };
    bl_reader *reader;

    bl_arena_init(&arena, &bl_alloc_default, SCRATCH_KEPT);
    reader = need(bl_reader_new(&bl_alloc_default, NULL, &limits, &sink));
    for (size_t at = 0; at < size; at += PIECE) {
        const size_t left = size - at;

        if (bl_reader_push(reader, text + at, left < PIECE ? left : PIECE,
                           &err) != BILINT_OK)
            give_up("%s", err.message);
    }
    bl_reader_free(reader);
    bl_arena_free(&arena);
    return now() - start;
}

/* ---- stages ------------------------------------------------------------- */

/* Stages come in the same order in every round. */
static void add_time(bench *b, size_t *stage, const char *name, double spent)
{
    if (*stage == STAGES_MAX)
        give_up("too many stages");
    b->names[*stage] = name;
    b->sums[*stage] += spent;
    (*stage)++;
    if (*stage > b->stage_count)
        b->stage_count = *stage;
}

static void set_pair(bench *b, slot *s, size_t at)
{
    const bl_text *texts[2] = { &b->segments[at].source,
                                &b->segments[at].target };

    s->pair = (bl_pair){ .unit = &b->units[at],
                         .segment = &b->segments[at],
                         .settings = &b->engine->config.settings,
                         .scratch = &s->scratch };
    for (int i = 0; i < 2; i++)
        s->pair.side[i] =
            (bl_side){ .text = bl_str_of(texts[i]->ptr, texts[i]->size),
                       .from = texts[i],
                       .language = b->languages[i] };
    s->pair.side[1].before = &s->pair.side[0];
    bl_arena_reset(&s->scratch);
    bl_arena_reset(&s->words);
}

static void recognise(slot *s, uint32_t needs)
{
    for (int i = 0; i < 2; i++) {
        if (!bl_recognise(&s->recogniser[i], &s->pair.side[i], needs,
                          &s->scratch))
            give_up("out of memory");
    }
}

static void read_side(slot *s, int side, uint32_t needs)
{
    if (!bl_read_tokens(&s->recogniser[side], &s->pair.side[side], needs,
                        &s->scratch))
        give_up("out of memory");
}

static void understand_side(slot *s, int side, uint32_t needs)
{
    if (!bl_read_quantities(&s->recogniser[side], &s->pair.side[side], needs))
        give_up("out of memory");
}

static void read_tokens(slot *s)
{
    for (int i = 0; i < 2; i++) {
        if (!bl_language_read(s->pair.side[i].language, s->pair.side[i].text,
                              &s->tokens[i], &s->words))
            give_up("out of memory");
    }
}

static void check_slots(bench *b, uint16_t rule, size_t filled)
{
    const bl_check *check = bl_checks[rule];

    for (size_t i = 0; i < filled; i++) {
        bl_sink sink = { .report = &b->report,
                         .unit = b->slots[i].pair.unit,
                         .segment = b->slots[i].pair.segment,
                         .rule = rule,
                         .rule_id = check->id,
                         .messages = check->messages,
                         .severity = -1 };

        check->run(check, &b->slots[i].pair, &sink);
    }
}

#define TIMED(spent, ...)                            \
    do {                                             \
        const uint64_t start = now();                \
        for (size_t i = 0; i < filled; i++) {        \
            slot *s = &b->slots[i];                  \
                                                     \
            __VA_ARGS__;                             \
        }                                            \
        (spent) = (double)(now() - start) - b->cost; \
    } while (0)

/* One side of a batch as recognise_sides() of worker.c reads it: tokens and
 * masks of all pairs, then what they mean. Adds what both take. */
static void time_side(bench *b, size_t filled, int side, double *tokens,
                      double *quantities)
{
    const uint32_t needs = b->engine->needs;
    double spent;

    TIMED(spent, read_side(s, side, needs));
    *tokens += spent;
    TIMED(spent, understand_side(s, side, needs));
    *quantities += spent;
}

static void run_batch(bench *b, size_t first)
{
    const size_t left = b->count - first;
    const size_t filled = left < BATCH ? left : BATCH;
    double tokens;
    double both = 0; /* tokens and masks */
    double spent = 0;
    size_t stage = 0;
    bl_term_plan plan = { 0 };

    for (size_t i = 0; i < filled; i++) {
        set_pair(b, &b->slots[i], first + i);
        /* The texts are in the cache, as after reading. */
        recognise(&b->slots[i], BL_NEEDS_TOKENS);
        bl_arena_reset(&b->slots[i].scratch);
    }
    TIMED(tokens, read_tokens(s));
    add_time(b, &stage, "tokens", tokens);
    for (size_t i = 0; i < filled; i++)
        bl_arena_reset(&b->slots[i].scratch);
    for (int side = 0; side < 2; side++)
        time_side(b, filled, side, &both, &spent);
    add_time(b, &stage, "masks", both - tokens);
    add_time(b, &stage, "quantities", spent);
    TIMED(spent,
          s->pair.match = bl_match_quantities(
              &s->pair.side[0], &s->pair.side[1], &s->scratch));
    add_time(b, &stage, "match", spent);
    TIMED(spent,
          s->pair.terms = bl_match_terms(&plan, &b->engine->terms, NULL,
                                         &s->pair.side[0], &s->pair.side[1],
                                         BL_NEEDS_MISUSED_TERMS, &s->scratch));
    add_time(b, &stage, "terms", spent);
    TIMED(spent, s->pair.names = bl_match_names(&s->pair.side[0],
                                                &s->pair.side[1], &s->scratch));
    add_time(b, &stage, "names", spent);
    for (uint16_t rule = 0; rule < bl_check_count; rule++) {
        uint64_t start;

        if (bl_checks[rule]->run == NULL ||
            bl_engine_severity(b->engine, rule) == BL_OFF)
            continue;
        start = now();
        check_slots(b, rule, filled);
        add_time(b, &stage, bl_checks[rule]->id,
                 (double)(now() - start) - b->cost);
    }
    bl_report_reset(&b->report);
}

static void run_round(bench *b)
{
    memset(b->sums, 0, sizeof(b->sums));
    for (size_t first = 0; first < b->count; first += BATCH)
        run_batch(b, first);
}

/* ---- results ------------------------------------------------------------ */

static void report_time(const char *name, double nanos, bool json)
{
    result row = { .unit = "ns", .value = nanos };

    snprintf(row.name, sizeof(row.name), "stage.%s", name);
    print_result(&row, json);
}

static void report_stages(bench *b, size_t rounds, bool json)
{
    double sum = 0;

    for (size_t i = 0; i < b->stage_count; i++) {
        const double nanos =
            percentile(b->rounds[i], rounds, 50) / (double)b->count;

        sum += nanos;
        report_time(b->names[i], nanos, json);
        free(b->rounds[i]);
    }
    report_time("all but reading", sum, json);
}

static double median_of(uint64_t (*time)(const char *text, size_t size),
                        const char *text, size_t size)
{
    double times[5];

    for (int i = 0; i < 5; i++)
        times[i] = (double)time(text, size);
    return percentile(times, 5, 50);
}

/* How many pairs the whole document has, as opposed to those kept. */
static size_t units_in(const char *text, size_t size)
{
    size_t count = 0;

    for (const char *p = text;
         (p = memchr(p, '<', size - (size_t)(p - text))) != NULL; p++)
        count += size - (size_t)(p - text) > 7 && memcmp(p, "<source", 7) == 0;
    return count;
}

static void report_reading(const char *text, size_t size, bool json)
{
    const double units = (double)units_in(text, size);
    const double xml = median_of(time_xml, text, size) / units;
    const double all = median_of(time_reader, text, size) / units;

    report_time("xml", xml, json);
    report_time("units", all - xml, json);
}

static void prepare(bench *b)
{
    bilint_error err = BILINT_ERROR_INIT;
    const char *tags[2] = { b->units[0].source_lang, b->units[0].target_lang };

    if (bl_engine_new("", 0, NULL, &b->engine, &err) != BILINT_OK)
        give_up("%s", err.message);
    /* Without them a stage has other work to do, and times mean nothing. */
    if (b->engine->dictionaries == NULL || b->engine->compiled == NULL)
        give_up("no dictionaries beside the program");
    for (int i = 0; i < 2; i++) {
        if (bl_engine_language(b->engine, tags[i], &b->languages[i], &err) !=
                BILINT_OK ||
            b->languages[i] == NULL)
            give_up("no language: %s", tags[i]);
        if (bl_language_exonyms(b->languages[i]) == NULL)
            give_up("out of memory");
    }
    for (size_t i = 0; i < BATCH; i++) {
        for (int side = 0; side < 2; side++) {
            bl_recogniser_init(&b->slots[i].recogniser[side],
                               &bl_alloc_default);
            bl_tokens_init(&b->slots[i].tokens[side], &bl_alloc_default);
        }
        bl_arena_init(&b->slots[i].scratch, &bl_alloc_default, SCRATCH_KEPT);
        bl_arena_init(&b->slots[i].words, &bl_alloc_default, SCRATCH_KEPT);
    }
    bl_report_init(&b->report, &bl_alloc_default);
    b->cost = (double)clock_cost();
}

int main(int argc, char **argv)
{
    static bench b;
    const bool json = has_option(argc, argv, "--json");
    const size_t rounds =
        strtoul(option_value(argc, argv, "--rounds", "15"), NULL, 10);
    size_t size;
    char *text;

    if (argc < 2 || rounds == 0)
        give_up("which document, and how many rounds?");
    text = read_whole(argv[argc - 1], &size);
    read_pairs(&b, text, size);
    prepare(&b);
    run_round(&b); /* words become known, memory is got */
    for (size_t i = 0; i < b.stage_count; i++)
        b.rounds[i] = need(malloc(rounds * sizeof(double)));
    for (size_t round = 0; round < rounds; round++) {
        run_round(&b);
        for (size_t i = 0; i < b.stage_count; i++)
            b.rounds[i][round] = b.sums[i];
    }
    print_head(json);
    report_reading(text, size, json);
    report_stages(&b, rounds, json);
    free(text);
    return 0;
}
