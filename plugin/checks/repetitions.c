/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments by their hashes. */
#include "checks/repetition_list.h"

#include "base/hash.h"
#include "base/pack.h"

#include <string.h>

enum { TEXT_BYTES = 4 << 20 }; /* of text kept by default */

void bl_repetitions_init(bl_repetitions *list, const bl_alloc *alloc)
{
    *list = (bl_repetitions){ .alloc = alloc, .most = TEXT_BYTES };
    bl_arena_init(&list->arena, alloc, 0);
    bl_buf_init(&list->open, alloc);
}

void bl_repetitions_close(bl_repetitions *list)
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        bl_repetition_index_free(list->alloc, &list->index[side]);
}

void bl_repetitions_free(bl_repetitions *list)
{
    bl_repetitions_close(list);
    for (size_t i = 0; i < list->chunk_count; i++)
        bl_free(list->alloc, list->chunks[i]);
    bl_free(list->alloc, list->chunks);
    bl_free(list->alloc, list->lines);
    bl_free(list->alloc, list->texts);
    for (size_t i = 0; i < list->block_count; i++)
        bl_free(list->alloc, list->blocks[i].data);
    bl_free(list->alloc, list->blocks);
    bl_buf_free(&list->open);
    bl_arena_free(&list->arena);
}

/* ---- sizes -------------------------------------------------------------- */

/* Of a hash. */
static size_t bytes_of(const bl_repetitions *list, int side)
{
    return (list->sides & 1 << side) != 0 ? BL_REPETITION_BYTES
                                          : BL_REPETITION_OTHER;
}

/* Where a chunk has that hash of a segment. */
static size_t place_of(const bl_repetitions *list, size_t ordinal, int side)
{
    const size_t before =
        side == BL_TARGET ? BL_REPETITION_CHUNK * bytes_of(list, BL_SOURCE) : 0;

    return before + ordinal % BL_REPETITION_CHUNK * bytes_of(list, side);
}

static size_t chunk_size(const bl_repetitions *list)
{
    return sizeof(bl_repetition_chunk) +
           place_of(list, BL_REPETITION_CHUNK - 1, BL_TARGET) +
           sizeof(uint64_t);
}

size_t bl_repetitions_size(const bl_repetitions *list)
{
    size_t size = list->chunk_count * chunk_size(list) +
                  list->chunk_room * sizeof(*list->chunks) +
                  list->line_room * sizeof(*list->lines);

    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        for (int i = 0; i < BL_REPETITION_PAGES; i++)
            size += list->index[side].pages[i].room * sizeof(uint32_t);
    }
    return size;
}

/* ---- hashes ------------------------------------------------------------- */

#define HASH_MASK ((UINT64_C(1) << 8 * BL_REPETITION_BYTES) - 1)

/* What is remembered of a hash, which is not 0. */
static uint64_t shortened(uint64_t hash)
{
    return (hash & HASH_MASK) != 0 ? hash & HASH_MASK : 1;
}

uint64_t bl_repetition_hash_at(const bl_repetitions *list, size_t ordinal,
                               int side)
{
    const bl_repetition_chunk *chunk =
        list->chunks[ordinal / BL_REPETITION_CHUNK];
    const size_t bytes = bytes_of(list, side);

    return bl_hash_read8(chunk->hashes + place_of(list, ordinal, side)) &
           UINT64_MAX >> (64 - 8 * bytes);
}

static void write4(uint8_t *to, uint64_t x)
{
    to[0] = (uint8_t)x;
    to[1] = (uint8_t)(x >> 8);
    to[2] = (uint8_t)(x >> 16);
    to[3] = (uint8_t)(x >> 24);
}

static void set_hash(bl_repetitions *list, size_t ordinal, int side,
                     uint64_t hash)
{
    bl_repetition_chunk *chunk = list->chunks[ordinal / BL_REPETITION_CHUNK];
    uint8_t *to = chunk->hashes + place_of(list, ordinal, side);
    const size_t above = bytes_of(list, side) - 4; /* overlaps the lowest */

    write4(to, hash);
    write4(to + above, hash >> 8 * above);
}

uint64_t bl_repetition_hash_in(const void *of, uint32_t number, int side)
{
    return bl_repetition_hash_at(of, number - 1, side);
}

void bl_repetitions_fetch(const bl_repetitions *list, const uint64_t hash[2])
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        bl_repetition_fetch(&list->index[side], shortened(hash[side]));
}

/* ---- lines -------------------------------------------------------------- */

static bool set_line(bl_repetitions *list, bl_repetition_chunk *chunk,
                     size_t at, uint32_t line)
{
    const uint32_t step = line - list->last_line;

    chunk->step[at] =
        (uint8_t)(step < BL_REPETITION_FAR ? step : BL_REPETITION_FAR);
    list->last_line = line;
    if (step < BL_REPETITION_FAR)
        return true;
    if (!bl_grow(list->alloc, &list->lines, &list->line_room, list->line_count,
                 sizeof(*list->lines)))
        return false;
    list->lines[list->line_count++] =
        (bl_repetition_line){ (uint32_t)list->count, line };
    return true;
}

static uint32_t far_line(const bl_repetitions *list, uint32_t ordinal)
{
    size_t low = 0;
    size_t high = list->line_count;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;

        if (list->lines[middle].ordinal <= ordinal)
            low = middle;
        else
            high = middle;
    }
    return list->lines[low].line;
}

uint32_t bl_repetition_line_at(const bl_repetitions *list, uint32_t ordinal)
{
    const bl_repetition_chunk *chunk =
        list->chunks[ordinal / BL_REPETITION_CHUNK];
    const uint32_t first = ordinal - ordinal % BL_REPETITION_CHUNK;
    uint32_t line = chunk->before;

    for (uint32_t i = first; i <= ordinal; i++) {
        const uint8_t step = chunk->step[i - first];

        line = step != BL_REPETITION_FAR ? line + step : far_line(list, i);
    }
    return line;
}

/* ---- a document --------------------------------------------------------- */

/* Bytes of a block, but for a segment that has more. */
enum { BLOCK_BYTES = BL_PACK_MOST - (1 << 12) };

/* One that is too long stays as it is, and so does one for which there is no
 * memory. */
static void pack_block(const bl_repetitions *list, bl_text_block *block)
{
    block->packed = bl_pack_block(list->alloc, &block->data, block->size);
}

/* Begin another block. */
static bool close_block(bl_repetitions *list)
{
    bl_text_block *block;

    if (!bl_grow(list->alloc, &list->blocks, &list->block_room,
                 list->block_count, sizeof(*list->blocks)))
        return false;
    block = &list->blocks[list->block_count++];
    *block = (bl_text_block){ .data = list->open.data,
                              .size = (uint32_t)list->open.size };
    bl_buf_init(&list->open, list->alloc);
    if (list->packing)
        pack_block(list, block);
    return true;
}

/* Not worth the time in a document that is small anyway. */
static void begin_packing(bl_repetitions *list)
{
    list->packing = true;
    for (size_t i = 0; i < list->block_count; i++)
        pack_block(list, &list->blocks[i]);
}

/* The texts of the segment that was added last. */
static bool keep_texts(bl_repetitions *list, const bl_unit *unit,
                       const bl_segment *segment)
{
    const bl_text *texts[2] = { &segment->source, &segment->target };
    const bl_str parts[BL_KEPT_PARTS] = {
        [BL_KEPT_SOURCE] = bl_str_of(texts[0]->ptr, texts[0]->size),
        [BL_KEPT_TARGET] = bl_str_of(texts[1]->ptr, texts[1]->size),
        [BL_KEPT_UNIT] = unit->id,
        [BL_KEPT_SEGMENT] = segment->id,
    };
    bl_kept_head head = { .unit_at = unit->at };
    size_t room = sizeof(head);

    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        head.size[i] =
            parts[i].ptr != NULL ? (uint32_t)parts[i].size : BL_KEPT_NONE;
        room += parts[i].ptr != NULL ? parts[i].size + 1 : 0;
        list->text_bytes += parts[i].size;
    }
    for (int i = 0; i < 2; i++)
        head.at[i] =
            texts[i]->locate != NULL ? texts[i]->locate(texts[i], 0) : unit->at;
    if ((list->open.size != 0 && list->open.size + room > BLOCK_BYTES &&
         !close_block(list)) ||
        !bl_grow(list->alloc, &list->texts, &list->text_room, list->text_count,
                 sizeof(*list->texts)))
        return false;
    /* It counts once all of it is there. */
    list->texts[list->text_count] =
        (bl_kept_text){ .ordinal = (uint32_t)list->count - 1,
                        .block = (uint32_t)list->block_count,
                        .at = (uint32_t)list->open.size };
    bl_buf_add(&list->open, &head, sizeof(head));
    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        if (parts[i].ptr == NULL)
            continue;
        bl_buf_str(&list->open, parts[i]);
        bl_buf_char(&list->open, '\0');
    }
    if (list->open.failed)
        return false;
    list->text_count++;
    return true;
}

/* Whether it is the first that contradicts a segment before it. */
static bool contradicts(bl_repetitions *list, uint32_t number)
{
    bool found = false;

    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        uint32_t first = 0;

        if ((list->sides & 1 << side) != 0 &&
            !bl_repetition_enter(list->alloc, &list->index[side], number, side,
                                 bl_repetition_hash_in, list, &first))
            list->failed = true;
        list->contradicted[side] = list->contradicted[side] || first != 0;
        found = found || first != 0;
    }
    return found;
}

static bl_repetition_chunk *add_chunk(bl_repetitions *list)
{
    bl_repetition_chunk *chunk;

    if (!bl_grow(list->alloc, &list->chunks, &list->chunk_room,
                 list->chunk_count, sizeof(*list->chunks)))
        return NULL;
    chunk = bl_new(list->alloc, 1, chunk_size(list));
    if (chunk == NULL)
        return NULL;
    chunk->before = list->last_line;
    list->chunks[list->chunk_count++] = chunk;
    return chunk;
}

static bool add_hashes(bl_repetitions *list, const uint64_t hash[2],
                       uint32_t line)
{
    const size_t at = list->count % BL_REPETITION_CHUNK;
    bl_repetition_chunk *chunk =
        at != 0 ? list->chunks[list->chunk_count - 1] : add_chunk(list);

    if (list->count >= BL_REPETITION_NUMBERS || chunk == NULL ||
        !set_line(list, chunk, at, line))
        return false;
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        set_hash(list, list->count, side, hash[side]);
    list->count++;
    return true;
}

void bl_repetitions_add(bl_repetitions *list, const bl_unit *unit,
                        const bl_segment *segment, uint32_t ordinal,
                        const uint64_t hash[2])
{
    static const uint64_t none[2] = { 0, 0 };
    const uint64_t kept[2] = { shortened(hash[BL_SOURCE]),
                               shortened(hash[BL_TARGET]) };
    const uint32_t line = segment->target.raw_at.line;

    while (!list->failed && list->count < ordinal)
        list->failed = !add_hashes(list, none, list->last_line);
    if (list->failed || hash[BL_SOURCE] == 0)
        return;
    list->failed = !add_hashes(list, kept, line != 0 ? line : unit->at.line);
    if (!list->failed &&
        (contradicts(list, (uint32_t)list->count) ||
         list->text_bytes + segment->source.size + segment->target.size <=
             list->most) &&
        !keep_texts(list, unit, segment))
        list->failed = true;
    if (list->count >= BL_PACK_SEGMENTS && !list->packing)
        begin_packing(list);
}

void bl_repetitions_skip(bl_repetitions *list, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i < limit && i < list->count; i++) {
        set_hash(list, i, BL_SOURCE, 0);
        set_hash(list, i, BL_TARGET, 0);
    }
}
