/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bilint-dev entities: everything that the recognisers find in documents, one
 * JSON object a quantity or name, for looking at and for comparing with a
 * gold standard.
 */
#include "dev/dev.h"

#include "engine/worker.h"
#include "match/names.h"
#include "readers/reader.h"

#include <stdio.h>
#include <string.h>

static const char *const roles[] = {
    "number", "ordinal", "fraction", "year",  "decade", "century", "quarter",
    "half",   "month",   "day",      "weekday", "hour", "minute",  "second",
    "part",   "scale",   "unit",     "period", "times"
};
static const char *const evidences[] = { "weak", "word", "name", "digits" };

typedef struct dump {
    bl_unit_sink sink; /* first */
    bl_engine *engine;
    bl_arena arena;
    bl_arena scratch;
    bl_recogniser recognisers[2]; /* by side: it keeps the tokens */
    const char *langs[2];
} dump;

static void print_text(bl_str text)
{
    putchar('"');
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\')
            putchar('\\');
        if ((unsigned char)text.ptr[i] < 0x20)
            printf("\\u%04x", text.ptr[i]);
        else
            putchar(text.ptr[i]);
    }
    putchar('"');
}

static void print_quantity(const dump *d, const bl_unit *unit,
                           const bl_side *side, bl_side_id id, uint32_t i)
{
    const bl_quantity *q = &side->quantities[i];
    const bl_entity *entity = &side->entities[q->entity];

    printf("{\"unit\":");
    print_text(unit->id);
    printf(",\"side\":\"%s\",\"kind\":%u,\"entity\":",
           id == BL_SOURCE ? "source" : "target", entity->kind);
    print_text(bl_side_text(side, entity->span));
    printf(",\"text\":");
    print_text(bl_side_text(side, q->span));
    printf(",\"role\":\"%s\",\"evidence\":\"%s\",\"values\":[",
           roles[q->role], evidences[q->evidence]);
    for (int j = 0; j < q->reading_count; j++) {
        char text[BL_DECIMAL_TEXT];

        bl_decimal_text(q->value[j], text, sizeof(text));
        printf("%s\"%s\"", j != 0 ? "," : "", text);
    }
    printf("],\"native\":%u,\"scale\":%u", q->native_count, q->scale);
    if (q->unit != 0) {
        printf(",\"measure\":");
        print_text(d->engine->units.items[q->unit].id);
    }
    if ((q->flags & BL_QUANTITY_NEGATIVE) != 0)
        printf(",\"negative\":true");
    puts("}");
}

static void print_names(const bl_unit *unit, const bl_side sides[2],
                        const bl_names *names)
{
    static const char *const flags[] = { "titled",  "surname", "listed",
                                         "rare",    "common",  "initial",
                                         "answered", "place",  "acronym",
                                         "given",   "whole",   "country",
                                         "first" };

    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        for (uint32_t i = 0; i < names->count[id]; i++) {
            bl_name name = bl_names_get(names, (bl_side_id)id, i);
            const char *comma = "";

            bl_judge_name(&sides[id], &name);

            printf("{\"unit\":");
            print_text(unit->id);
            printf(",\"side\":\"%s\",\"name\":",
                   id == BL_SOURCE ? "source" : "target");
            print_text(bl_side_text(&sides[id], name.span));
            printf(",\"words\":%d,\"proper\":%d,\"unknown\":%d,"
                   "\"flags\":[",
                   name.words, name.proper, name.rare);
            for (size_t j = 0; j < sizeof(flags) / sizeof(flags[0]); j++) {
                if ((name.flags & 1u << j) == 0)
                    continue;
                printf("%s\"%s\"", comma, flags[j]);
                comma = ",";
            }
            puts("]}");
        }
    }
}

static bool read_side(dump *d, bl_side_id id, const char *tag,
                      const bl_text *text, bl_side *side)
{
    *side = (bl_side){ .text = bl_str_of(text->ptr, text->size),
                       .from = text };
    return tag[0] != '\0' &&
           bl_engine_language(d->engine, tag, &side->language, NULL) ==
               BILINT_OK &&
           side->language != NULL &&
           bl_recognise(&d->recognisers[id], side,
                        BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS, &d->scratch);
}

static void print_segment(dump *d, const bl_unit *unit,
                          const bl_segment *segment)
{
    const char *const tags[2] = { unit->source_lang, unit->target_lang };
    const bl_text *const texts[2] = { &segment->source, &segment->target };
    bl_side sides[2];
    bool read[2];

    bl_arena_reset(&d->scratch);
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        read[id] = read_side(d, (bl_side_id)id, tags[id], texts[id],
                             &sides[id]);
        for (uint32_t i = 0; read[id] && i < sides[id].quantity_count; i++)
            print_quantity(d, unit, &sides[id], (bl_side_id)id, i);
    }
    if (read[BL_SOURCE] && read[BL_TARGET]) {
        const bl_names *names = bl_match_names(
            &sides[BL_SOURCE], &sides[BL_TARGET], &d->scratch);

        if (names != NULL)
            print_names(unit, sides, names);
    }
}

static bilint_status take(bl_unit_sink *sink, const bl_unit *unit,
                          bilint_error *err)
{
    dump *d = (dump *)sink;

    (void)err;
    for (uint32_t i = 0; i < unit->segment_count; i++)
        print_segment(d, unit, &unit->segments[i]);
    bl_arena_reset(&d->arena);
    return BILINT_OK;
}

static int dump_file(dump *d, const char *path)
{
    bl_reader *reader =
        bl_reader_new(&bl_alloc_default, path, NULL, &d->sink);
    FILE *file = fopen(path, "rb");
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status = BILINT_OK;
    char piece[65536];
    size_t size;

    if (file == NULL || reader == NULL) {
        fprintf(stderr, "cannot read %s\n", path);
        return 1;
    }
    while (status == BILINT_OK &&
           (size = fread(piece, 1, sizeof(piece), file)) != 0)
        status = bl_reader_push(reader, piece, size, &err);
    if (status == BILINT_OK)
        status = bl_reader_finish(reader, &err);
    if (status != BILINT_OK)
        fprintf(stderr, "%s:%u: %s\n", path, err.line, err.message);
    bl_reader_free(reader);
    fclose(file);
    return status != BILINT_OK;
}

int dev_entities(int argc, char **argv)
{
    dump d = { .sink = { .unit = take } };
    bilint_error err = BILINT_ERROR_INIT;
    int failed = 0;

    if (bl_engine_new(NULL, 0, NULL, &d.engine, &err) != BILINT_OK) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    bl_arena_init(&d.arena, &bl_alloc_default, 1 << 20);
    bl_arena_init(&d.scratch, &bl_alloc_default, 1 << 20);
    bl_recogniser_init(&d.recognisers[BL_SOURCE], &bl_alloc_default);
    bl_recogniser_init(&d.recognisers[BL_TARGET], &bl_alloc_default);
    d.sink.arena = &d.arena;
    for (int i = 1; i < argc; i++)
        failed |= dump_file(&d, argv[i]);
    bl_recogniser_free(&d.recognisers[BL_SOURCE]);
    bl_recogniser_free(&d.recognisers[BL_TARGET]);
    bl_arena_free(&d.arena);
    bl_arena_free(&d.scratch);
    bl_engine_drop(d.engine);
    return failed;
}
