/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments. */
#include "checks/records.h"

#include "base/hash.h"
#include "lexicon/words.h"
#include "recognise/match.h"
#include "recognise/names.h"

#include <string.h>

/* Bytes of text kept for a document. A document of more is told of its
 * repetitions by line alone. */
enum { TEXT_BYTES_MAX = 8 << 20, WORDS_LEAST = 3 };

/* Places of the table of names at first, and names at most. */
enum { NAMES_FIRST = 1 << 8, NAMES_MAX = 1 << 20 };

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
    records->target = NULL;
    records->habits = (bl_habits){ 0, 0 };
    if (records->name_places != 0)
        memset(records->names, 0,
               records->name_places * sizeof(bl_word_count));
    records->name_count = 0;
    records->failed = false;
}

void bl_records_free(bl_records *records)
{
    bl_arena_free(&records->arena);
    bl_free(records->alloc, records->items);
    bl_free(records->alloc, records->texts);
    bl_free(records->alloc, records->names);
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

/* ---- names ------------------------------------------------------------------- */

static bl_word_count *find_name(const bl_records *records, uint32_t hash)
{
    size_t at = hash & (records->name_places - 1);

    while (records->names[at].hash != 0 && records->names[at].hash != hash)
        at = (at + 1) & (records->name_places - 1);
    return &records->names[at];
}

static bool grow_names(bl_records *records)
{
    const size_t places =
        records->name_places != 0 ? 2 * records->name_places : NAMES_FIRST;
    bl_records old = *records;

    records->names = bl_new(records->alloc, places, sizeof(bl_word_count));
    if (records->names == NULL) {
        records->names = old.names;
        records->failed = true;
        return false;
    }
    records->name_places = places;
    for (size_t i = 0; i < old.name_places; i++) {
        if (old.names[i].hash != 0)
            *find_name(records, old.names[i].hash) = old.names[i];
    }
    bl_free(records->alloc, old.names);
    return true;
}

static void count_name(bl_records *records, uint32_t hash, uint32_t times)
{
    bl_word_count *name;

    if (hash == 0 ||
        (2 * records->name_count >= records->name_places &&
         (records->name_count > NAMES_MAX || !grow_names(records))))
        return;
    name = find_name(records, hash);
    records->name_count += name->hash == 0;
    name->hash = hash;
    name->count += times;
}

uint32_t bl_records_name_count(const bl_records *records, uint32_t hash)
{
    return records->name_places != 0 ? find_name(records, hash)->count : 0;
}

static void count_names(bl_records *records, const bl_side *target)
{
    for (uint32_t i = 0; i < target->token_count; i++) {
        if (bl_is_name_word(&target->tokens[i]))
            count_name(records, target->tokens[i].word->skeleton_hash, 1);
    }
}

/* ---- segments ---------------------------------------------------------------- */

/* A source of a word or two may need another translation elsewhere. */
static bool is_long_enough(const bl_side *source)
{
    size_t words = 0;

    for (uint32_t i = 0; i < source->token_count && words < WORDS_LEAST; i++)
        words += source->tokens[i].kind == BL_TOKEN_WORD;
    return words == WORDS_LEAST;
}

static void add_record(bl_records *records, const bl_pair *pair,
                       uint32_t ordinal)
{
    const bl_segment *segment = pair->segment;
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
    keep_texts(records, pair->unit, segment, record);
    records->failed = records->failed || records->arena.failed;
}

static bool has_separator(const bl_side *side, const bl_quantity *q)
{
    const bl_str text = bl_side_text(side, q->numeral);

    return memchr(text.ptr, '.', text.size) != NULL ||
           memchr(text.ptr, ',', text.size) != NULL;
}

/* Numbers of the target whose value is sure, and whose separator therefore
 * tells which language's rules they follow. */
static void count_habits(bl_records *records, const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];

    for (uint32_t i = 0; i < target->quantity_count; i++) {
        const bl_quantity *q = &target->quantities[i];
        const bl_pairing *pairing = &pair->match->side[BL_TARGET][i];

        if (q->role != BL_QUANTITY_NUMBER ||
            q->evidence != BL_EVIDENCE_DIGITS ||
            (pairing->answer != BL_ANSWER_EQUAL &&
             pairing->answer != BL_ANSWER_READING))
            continue;
        if (pairing->reading >= q->native_count)
            records->habits.foreign++;
        else if (has_separator(target, q))
            records->habits.native++;
    }
}

void bl_records_add(bl_records *records, const bl_pair *pair,
                    uint32_t ordinal)
{
    if (pair->side[BL_TARGET].text.size == 0)
        return;
    if (records->target == NULL)
        records->target = pair->side[BL_TARGET].language;
    if (pair->match != NULL)
        count_habits(records, pair);
    if (pair->names != NULL)
        count_names(records, &pair->side[BL_TARGET]);
    if (is_long_enough(&pair->side[BL_SOURCE]))
        add_record(records, pair, ordinal);
}

void bl_records_append(bl_records *records, bl_records *part)
{
    records->failed = records->failed || part->failed;
    if (records->target == NULL)
        records->target = part->target;
    records->habits.native += part->habits.native;
    records->habits.foreign += part->habits.foreign;
    for (size_t i = 0; i < part->name_places; i++)
        count_name(records, part->names[i].hash, part->names[i].count);
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
