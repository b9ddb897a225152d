/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments. */
#include "checks/records.h"

#include "base/hash.h"

/* Bytes of text kept for a document. A document of more is told of its
 * repetitions by line alone. */
enum { TEXT_BYTES_MAX = 8 << 20 };

void bl_records_init(bl_records *records, const bl_alloc *alloc)
{
    *records = (bl_records){ .alloc = alloc };
    bl_arena_init(&records->arena, alloc, 0);
}

void bl_records_reset(bl_records *records)
{
    bl_arena_reset(&records->arena);
    records->count = 0;
    records->text_count = 0;
    records->text_bytes = 0;
    records->failed = false;
}

void bl_records_free(bl_records *records)
{
    bl_arena_free(&records->arena);
    bl_free(records->alloc, records->items);
    bl_free(records->alloc, records->texts);
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* White space at the edges does not count, and every run of it inside counts
 * as one space. Text without a run is hashed as it stands. */
static uint64_t hash_text(const bl_text *text)
{
    const char *p = text->ptr;
    const char *limit = p + text->size;
    uint64_t hash = 0;

    while (p < limit && is_white(*p))
        p++;
    while (limit > p && is_white(limit[-1]))
        limit--;
    while (p < limit) {
        const char *run = p;

        while (run < limit &&
               !(is_white(*run) &&
                 (*run != ' ' || (run + 1 < limit && is_white(run[1])))))
            run++;
        hash = bl_hash(p, (size_t)(run - p), hash);
        p = run;
        while (p < limit && is_white(*p))
            p++;
        if (p < limit)
            hash = bl_hash(" ", 1, hash);
    }
    return hash;
}

static bl_str keep(bl_records *records, bl_str text)
{
    const char *copy;

    if (text.ptr == NULL)
        return text;
    copy = bl_arena_copy(&records->arena, text.ptr, text.size);
    records->text_bytes += text.size;
    return bl_str_of(copy, copy != NULL ? text.size : 0);
}

static bl_record_text *add_text(bl_records *records)
{
    if (!bl_grow(records->alloc, &records->texts, &records->text_room,
                 records->text_count, sizeof(bl_record_text))) {
        records->failed = true;
        return NULL;
    }
    return &records->texts[records->text_count++];
}

static void keep_texts(bl_records *records, const bl_unit *unit,
                       const bl_segment *segment, bl_record *record)
{
    const bl_text *texts[2] = { &segment->source, &segment->target };
    bl_record_text *to;

    if (records->text_bytes + segment->source.size + segment->target.size >
        TEXT_BYTES_MAX)
        return;
    to = add_text(records);
    if (to == NULL)
        return;
    to->unit = keep(records, unit->id);
    to->segment = keep(records, segment->id);
    to->unit_at = unit->at;
    for (int i = 0; i < 2; i++) {
        to->text[i] =
            keep(records, bl_str_of(texts[i]->ptr, texts[i]->size));
        to->at[i] = texts[i]->locate != NULL
                        ? texts[i]->locate(texts[i], 0)
                        : unit->at;
    }
    record->text = (uint32_t)records->text_count - 1;
}

void bl_records_add(bl_records *records, const bl_unit *unit,
                    const bl_segment *segment, uint32_t ordinal)
{
    bl_record *record;

    if (!bl_grow(records->alloc, &records->items, &records->room,
                 records->count, sizeof(bl_record))) {
        records->failed = true;
        return;
    }
    record = &records->items[records->count++];
    record->source = hash_text(&segment->source);
    record->target = hash_text(&segment->target);
    record->ordinal = ordinal;
    record->text = UINT32_MAX;
    keep_texts(records, unit, segment, record);
    records->failed = records->failed || records->arena.failed;
}

void bl_records_append(bl_records *records, bl_records *part)
{
    records->failed = records->failed || part->failed;
    for (size_t i = 0; i < part->count; i++) {
        bl_record record = part->items[i];

        if (!bl_grow(records->alloc, &records->items, &records->room,
                     records->count, sizeof(bl_record))) {
            records->failed = true;
            return;
        }
        if (record.text != UINT32_MAX) {
            const bl_record_text *from = &part->texts[record.text];
            bl_record_text *to =
                records->text_bytes < TEXT_BYTES_MAX ? add_text(records)
                                                     : NULL;

            record.text = UINT32_MAX;
            if (to != NULL) {
                *to = *from;
                to->unit = keep(records, from->unit);
                to->segment = keep(records, from->segment);
                to->text[BL_SOURCE] = keep(records, from->text[BL_SOURCE]);
                to->text[BL_TARGET] = keep(records, from->text[BL_TARGET]);
                record.text = (uint32_t)records->text_count - 1;
            }
        }
        records->items[records->count++] = record;
    }
    records->failed = records->failed || records->arena.failed;
    bl_records_reset(part);
}
