/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments by their hashes. */
#include "checks/repetitions.h"

#include "base/cache.h"
#include "base/hash.h"
#include "base/pack.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of text kept by default; places of a page at first; how full it may
 * be, and by which part it grows. The fuller, the more hashes of others are
 * looked at, each somewhere else. */
enum {
    TEXT_BYTES = 4 << 20,
    PLACES_FIRST = 16,
    FULL_PERCENT = 88,
    GROWTH = 5,
    TOGETHER = 64,  /* places that are moved together */
    LARGE = 1 << 18 /* segments of a document whose texts are packed */
};

void bl_repetitions_init(bl_repetitions *list, const bl_alloc *alloc)
{
    *list = (bl_repetitions){ .alloc = alloc, .most = TEXT_BYTES };
    bl_arena_init(&list->arena, alloc, 0);
    bl_buf_init(&list->open, alloc);
}

static void free_index(const bl_alloc *alloc, bl_repetition_index *index)
{
    for (int i = 0; i < BL_REPETITION_PAGES; i++)
        bl_free(alloc, index->pages[i].places);
    *index = (bl_repetition_index){ .pages = { { .places = NULL } } };
}

void bl_repetitions_close(bl_repetitions *list)
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        free_index(list->alloc, &list->index[side]);
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

/* Two of these are the same where the segments have the same text on the
 * side that is not looked at. */
static uint64_t as_other(uint64_t hash)
{
    return hash & ((UINT64_C(1) << 8 * BL_REPETITION_OTHER) - 1);
}

static uint64_t hash_at(const bl_repetitions *list, size_t ordinal, int side)
{
    const bl_repetition_chunk *chunk =
        list->chunks[ordinal / BL_REPETITION_CHUNK];
    const size_t bytes = bytes_of(list, side);

    return bl_hash_read8(chunk->hashes + place_of(list, ordinal, side)) &
           UINT64_MAX >> (64 - 8 * bytes);
}

static void set_hash(bl_repetitions *list, size_t ordinal, int side,
                     uint64_t hash)
{
    bl_repetition_chunk *chunk = list->chunks[ordinal / BL_REPETITION_CHUNK];
    uint8_t *to = chunk->hashes + place_of(list, ordinal, side);

    for (size_t i = 0; i < bytes_of(list, side); i++)
        to[i] = (uint8_t)(hash >> 8 * i);
}

/* ---- lines -------------------------------------------------------------- */

static bool set_line(bl_repetitions *list, bl_repetition_chunk *chunk,
                     size_t at, uint32_t line)
{
    const uint32_t step = line - list->last_line;

    chunk->step[at] = (uint8_t)(step < BL_REPETITION_FAR ? step
                                                         : BL_REPETITION_FAR);
    list->last_line = line;
    if (step < BL_REPETITION_FAR)
        return true;
    if (!bl_grow(list->alloc, &list->lines, &list->line_room,
                 list->line_count, sizeof(*list->lines)))
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

static uint32_t line_at(const bl_repetitions *list, uint32_t ordinal)
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

/* ---- the index ---------------------------------------------------------- */

/* The hash of a side by the number that the index has for it; of one
 * document, or of several in a row. */
typedef uint64_t (*hash_of)(const void *of, uint32_t number, int side);

static uint64_t hash_in_list(const void *of, uint32_t number, int side)
{
    return hash_at(of, number - 1, side);
}

/* Different bits of a hash say in which page it is, where in it, and what
 * its tag is. */
static size_t page_of(uint64_t hash)
{
    return (hash >> 8) % BL_REPETITION_PAGES;
}

/* Any number of places serves: 32 bits of the hash say which. */
static uint32_t first_place(const bl_repetition_page *page, uint64_t hash)
{
    return (uint32_t)(((hash >> 24) * page->room) >> 32);
}

/*
 * A place has the number of a segment; five bits of its hash, which keep
 * nearly all others from being looked at; and this once it was contradicted.
 */
#define CONTRADICTED (UINT32_C(1) << 31)
#define NUMBER_BITS  26
#define NUMBERS_MAX  ((UINT32_C(1) << NUMBER_BITS) - 1)

static uint32_t number_of(uint32_t place)
{
    return place & NUMBERS_MAX;
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash & 31) << NUMBER_BITS;
}

static bool has_tag(uint32_t place, uint64_t hash)
{
    return (place & ~(CONTRADICTED | NUMBERS_MAX)) == tag_of(hash);
}

/* The place of the hash, or the free one where it belongs. */
static uint32_t *find_in_page(const bl_repetition_page *page, uint64_t hash,
                              int side, hash_of get, const void *of)
{
    uint32_t at = first_place(page, hash);

    while (page->places[at] != 0 &&
           (!has_tag(page->places[at], hash) ||
            get(of, number_of(page->places[at]), side) != hash))
        at = at + 1 < page->room ? at + 1 : 0;
    return &page->places[at];
}

static uint32_t *find(const bl_repetition_index *index, uint64_t hash, int side,
                      hash_of get, const void *of)
{
    return find_in_page(&index->pages[page_of(hash)], hash, side, get, of);
}

/* From places[at] on, into a larger page. Hashes are in no cache: many of them
 * are sent for before the first is used. */
static void move(const bl_repetition_page *page, uint32_t at,
                 bl_repetition_page *more, int side, hash_of get,
                 const void *of)
{
    const uint32_t limit =
        page->room - at < TOGETHER ? page->room : at + TOGETHER;
    uint64_t hashes[TOGETHER];

    for (uint32_t i = at; i < limit; i++)
        hashes[i - at] = page->places[i] != 0
                             ? get(of, number_of(page->places[i]), side)
                             : 0;
    for (uint32_t i = at; i < limit; i++) {
        /* What is skipped by now has no hash, and is looked for no more. */
        if (hashes[i - at] != 0)
            *find_in_page(more, hashes[i - at], side, get, of) =
                page->places[i];
        else if (page->places[i] != 0)
            more->count--;
    }
}

/* Little more, so that little is free at any time. */
static bool grow(const bl_alloc *alloc, bl_repetition_page *page, int side,
                 hash_of get, const void *of)
{
    const uint32_t room = page->room != 0
                              ? page->room + (page->room + GROWTH - 1) / GROWTH
                              : PLACES_FIRST;
    bl_repetition_page more = { bl_new(alloc, room, sizeof(uint32_t)), room,
                                page->count };

    if (more.places == NULL)
        return false;
    for (uint32_t i = 0; i < page->room; i += TOGETHER)
        move(page, i, &more, side, get, of);
    bl_free(alloc, page->places);
    *page = more;
    return true;
}

/*
 * Enter a segment. *first receives the one that has its text first, if that
 * has another text on the other side and is contradicted for the first time;
 * or else 0. False when there is no memory.
 */
static bool enter(const bl_alloc *alloc, bl_repetition_index *index,
                  uint32_t number, int side, hash_of get, const void *of,
                  uint32_t *first)
{
    const uint64_t hash = get(of, number, side);
    bl_repetition_page *page = &index->pages[page_of(hash)];
    uint32_t *place;

    *first = 0;
    if ((uint64_t)page->count * 100 >= (uint64_t)page->room * FULL_PERCENT &&
        !grow(alloc, page, side, get, of))
        return false;
    place = find_in_page(page, hash, side, get, of);
    if (*place == 0) {
        *place = number | tag_of(hash);
        page->count++;
    } else if ((*place & CONTRADICTED) == 0 &&
               as_other(get(of, number_of(*place), 1 - side)) !=
                   as_other(get(of, number, 1 - side))) {
        *first = number_of(*place);
        *place |= CONTRADICTED;
    }
    return true;
}

/* The index is in no cache. */
static void fetch(const bl_repetition_index *index, uint64_t hash)
{
    const bl_repetition_page *page = &index->pages[page_of(hash)];

    if (page->room != 0)
        bl_prefetch(&page->places[first_place(page, hash)]);
}

void bl_repetitions_fetch(const bl_repetitions *list, const uint64_t hash[2])
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        fetch(&list->index[side], shortened(hash[side]));
}

/* ---- a document --------------------------------------------------------- */

/* What stands before the texts of a segment in a block: its ids and texts
 * follow, those that are there, each with a NUL behind it. */
typedef struct text_head {
    bl_position at[2]; /* by bl_side_id */
    bl_position unit_at;
    uint32_t size[BL_KEPT_PARTS]; /* BL_KEPT_NONE: it is not there */
} text_head;

/* Bytes of a block, but for a segment that has more. */
enum { BLOCK_BYTES = BL_PACK_MOST - (1 << 12) };

/* One that is too long stays as it is, and so does one for which there is no
 * memory. */
static void pack_block(const bl_repetitions *list, bl_text_block *block)
{
    char *packed = bl_pack_new(list->alloc, block->data, block->size);

    if (packed == NULL)
        return;
    bl_free(list->alloc, block->data);
    block->data = packed;
    block->packed = true;
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
    text_head head = { .unit_at = unit->at };
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
    list->texts[list->text_count++] =
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
    return !list->open.failed;
}

/* Whether it is the first that contradicts a segment before it. */
static bool contradicts(bl_repetitions *list, uint32_t number)
{
    bool found = false;

    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        uint32_t first = 0;

        if ((list->sides & 1 << side) != 0 &&
            !enter(list->alloc, &list->index[side], number, side, hash_in_list,
                   list, &first))
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

    if (list->count >= NUMBERS_MAX || chunk == NULL ||
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
    if (list->count >= LARGE && !list->packing)
        begin_packing(list);
}

void bl_repetitions_skip(bl_repetitions *list, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i < limit && i < list->count; i++) {
        set_hash(list, i, BL_SOURCE, 0);
        set_hash(list, i, BL_TARGET, 0);
    }
}

/* ---- all documents ------------------------------------------------------ */

/* Several documents as one list; numbers go on from one to the next. */
typedef struct row {
    const bl_repetitions *const *documents;
    size_t count;
    size_t *first; /* numbers before each of them */
} row;

static size_t document_of(const row *r, uint32_t number)
{
    size_t low = 0;
    size_t high = r->count;

    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;

        if (r->first[middle] < number)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static uint64_t hash_in_row(const void *of, uint32_t number, int side)
{
    const row *r = of;
    const size_t at = document_of(r, number);

    return hash_in_list(r->documents[at], number - (uint32_t)r->first[at],
                        side);
}

/* Other texts told of a text that is repeated, and places of each. */
enum { TOLD_TEXTS = 4, TOLD_PLACES = 4, QUOTED = 200 };

/* Rounds in which hashes are compared, and segments that are few enough for
 * one. */
enum { ROUNDS_MAX = 8, ROUND_SEGMENTS = 1 << 17 };

typedef struct wording {
    uint64_t hash;
    uint32_t numbers[TOLD_PLACES];
    uint32_t count;
} wording;

/* A text that stands with several others. */
typedef struct group {
    uint32_t first; /* the segment that has it first */
    uint32_t other; /* the first that contradicts it */
    wording wordings[TOLD_TEXTS];
    uint32_t wording_count;
    uint32_t more; /* segments with further ones */
} group;

typedef struct groups {
    const bl_alloc *alloc;
    row row;
    bl_side_id side;
    /* Hashes are looked at in rounds, each with its part of them, so that
     * the index of one is small. */
    uint32_t round;
    uint32_t rounds;
    bl_repetition_index index; /* of the round */
    group *items; /* those of the round by `first` */
    size_t count;
    size_t room;
    size_t begin; /* of the round */
    /* The block that was unpacked last. */
    bl_buf unpacked;
    const bl_text_block *unpacked_from;
    bool failed; /* no memory for it */
} groups;

static int by_first(const void *a, const void *b)
{
    const group *x = a;
    const group *y = b;

    return (x->first > y->first) - (x->first < y->first);
}

static int by_other(const void *a, const void *b)
{
    const group *x = a;
    const group *y = b;

    return (x->other > y->other) - (x->other < y->other);
}

static bool is_of_round(const groups *g, uint64_t hash)
{
    return hash != 0 && (hash >> 16) % ROUNDS_MAX % g->rounds == g->round;
}

/* Each segment that takes part in the round, in their order; false: no
 * memory. */
static bool each(groups *g, bool (*give)(groups *g, uint32_t number))
{
    for (size_t i = 0; i < g->row.count; i++) {
        const bl_repetitions *list = g->row.documents[i];

        if ((list->sides & 1 << g->side) == 0)
            continue;
        for (uint32_t n = 0; n < list->count; n++) {
            if (is_of_round(g, hash_at(list, n, (int)g->side)) &&
                !give(g, (uint32_t)g->row.first[i] + n + 1))
                return false;
        }
    }
    return true;
}

/* The first contradiction opens a group. */
static bool look(groups *g, uint32_t number)
{
    uint32_t first;

    if (!enter(g->alloc, &g->index, number, (int)g->side, hash_in_row, &g->row,
               &first))
        return false;
    if (first == 0)
        return true;
    if (!bl_grow(g->alloc, &g->items, &g->room, g->count, sizeof(group)))
        return false;
    g->items[g->count++] = (group){ .first = first, .other = number };
    return true;
}

static bool join(groups *g, uint32_t number)
{
    const uint64_t own = hash_in_row(&g->row, number, (int)g->side);
    const uint64_t hash =
        as_other(hash_in_row(&g->row, number, 1 - (int)g->side));
    const group key = { .first = number_of(*find(&g->index, own, (int)g->side,
                                                 hash_in_row, &g->row)) };
    group *found;
    wording *w;

    if (g->count == g->begin)
        return true;
    found = bsearch(&key, g->items + g->begin, g->count - g->begin,
                    sizeof(group), by_first);
    if (found == NULL)
        return true;
    w = found->wordings;
    while (w < found->wordings + found->wording_count && w->hash != hash)
        w++;
    if (w == found->wordings + TOLD_TEXTS) {
        found->more++;
        return true;
    }
    if (w == found->wordings + found->wording_count) {
        *w = (wording){ .hash = hash };
        found->wording_count++;
    }
    if (w->count < TOLD_PLACES)
        w->numbers[w->count] = number;
    w->count++;
    return true;
}

/* ---- telling ------------------------------------------------------------ */

static const bl_kept_text *text_of(const row *r, uint32_t number)
{
    const size_t at = document_of(r, number);
    const bl_repetitions *list = r->documents[at];
    const uint32_t wanted = number - (uint32_t)r->first[at] - 1;
    size_t low = 0;
    size_t high = list->text_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (list->texts[middle].ordinal < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < list->text_count && list->texts[low].ordinal == wanted
               ? &list->texts[low]
               : NULL;
}

/* A segment as it was kept. */
typedef struct texts_view {
    text_head head;
    bl_str parts[BL_KEPT_PARTS]; /* valid until the next is looked at */
} texts_view;

/* Where the texts of the block begin; NULL when there is no memory. */
static const char *open_block(groups *g, const bl_repetitions *list,
                              uint32_t number)
{
    const bl_text_block *block;
    char *room;

    if (number == list->block_count)
        return list->open.data;
    block = &list->blocks[number];
    if (!block->packed)
        return block->data;
    if (g->unpacked_from == block)
        return g->unpacked.data;
    bl_buf_clear(&g->unpacked);
    room = bl_buf_room(&g->unpacked, block->size);
    if (room == NULL)
        return NULL;
    bl_unpack(block->data, room, block->size);
    g->unpacked_from = block;
    return room;
}

/* False where its texts are gone, or there is no memory for them. */
static bool view_texts(groups *g, uint32_t number, texts_view *view)
{
    const bl_kept_text *kept = text_of(&g->row, number);
    const char *at;

    if (kept == NULL)
        return false;
    at = open_block(g, g->row.documents[document_of(&g->row, number)],
                    kept->block);
    if (at == NULL) {
        g->failed = true;
        return false;
    }
    at += kept->at;
    memcpy(&view->head, at, sizeof(view->head));
    at += sizeof(view->head);
    for (int i = 0; i < BL_KEPT_PARTS; i++) {
        const uint32_t size = view->head.size[i];

        view->parts[i] = size != BL_KEPT_NONE ? bl_str_of(at, size)
                                              : bl_str_of(NULL, 0);
        at += size != BL_KEPT_NONE ? (size_t)size + 1 : 0;
    }
    return true;
}

static uint32_t line_of(const row *r, uint32_t number)
{
    const size_t at = document_of(r, number);

    return line_at(r->documents[at], number - (uint32_t)r->first[at] - 1);
}

/* "line 12", "lines 3, 9 and 2 more"; "a.xlf:12" where there are files. */
static void tell_places(bl_buf *out, const row *r, const wording *w,
                        uint32_t without)
{
    const bool files = r->documents[0]->file.ptr != NULL;
    const uint32_t known = w->count < TOLD_PLACES ? w->count : TOLD_PLACES;
    uint32_t told = 0;
    uint32_t of = w->count;

    for (uint32_t i = 0; i < known; i++)
        of -= w->numbers[i] == without;
    if (!files)
        bl_buf_z(out, of == 1 ? "line " : "lines ");
    for (uint32_t i = 0; i < known; i++) {
        if (w->numbers[i] == without)
            continue;
        if (told != 0)
            bl_buf_z(out, told + 1 == of ? " and " : ", ");
        if (files) {
            bl_buf_str(out, r->documents[document_of(r, w->numbers[i])]->file);
            bl_buf_char(out, ':');
        }
        bl_buf_uint(out, line_of(r, w->numbers[i]));
        told++;
    }
    if (told < of) {
        bl_buf_z(out, " and ");
        bl_buf_uint(out, of - told);
        bl_buf_z(out, " more");
    }
}

/* In quotes, and not too much of it. */
static void tell_text(bl_buf *out, bl_str text)
{
    size_t size = text.size;

    if (size > QUOTED) {
        size = QUOTED;
        while (size > 0 && ((unsigned char)text.ptr[size] & 0xc0) == 0x80)
            size--;
    }
    bl_buf_char(out, '"');
    bl_buf_add(out, text.ptr, size);
    bl_buf_z(out, size < text.size ? "\u2026\"" : "\"");
}

/* The other texts with their places; then where this one stands, too. */
static void tell(bl_buf *out, groups *g, const group *item)
{
    const uint64_t own =
        as_other(hash_in_row(&g->row, item->other, 1 - (int)g->side));
    const wording *same = NULL;
    bool begun = false;

    for (uint32_t i = 0; i < item->wording_count; i++) {
        const wording *w = &item->wordings[i];
        texts_view view;

        if (w->hash == own) {
            same = w;
            continue;
        }
        bl_buf_z(out, begun ? "; " : "");
        begun = true;
        tell_places(out, &g->row, w, 0);
        if (!view_texts(g, w->numbers[0], &view))
            continue;
        bl_buf_z(out, ": ");
        tell_text(out, view.parts[1 - (int)g->side]);
    }
    if (same != NULL && same->count > 1) {
        bl_buf_z(out, "; as here in ");
        tell_places(out, &g->row, same, item->other);
    }
    if (item->more != 0) {
        bl_buf_z(out, "; and otherwise ");
        bl_buf_uint(out, item->more);
        bl_buf_z(out, item->more == 1 ? " time more" : " times more");
    }
}

/* Texts that are in no reader's memory any more: their place was noted. */
static bl_position noted_place(const bl_text *text, uint32_t offset)
{
    (void)offset;
    return text->raw_at;
}

static bl_text kept_side(const texts_view *view, bl_side_id side)
{
    return (bl_text){ .ptr = view->parts[side].ptr,
                      .size = (uint32_t)view->parts[side].size,
                      .present = true,
                      .locate = noted_place,
                      .raw_at = view->head.at[side] };
}

static void emit(groups *g, const group *item, uint32_t ordinal,
                 uint16_t message, bl_sink *sink)
{
    const bl_repetitions *list =
        g->row.documents[document_of(&g->row, item->other)];
    bl_unit unit = { .at = { .line = line_of(&g->row, item->other),
                             .column = 1 } };
    bl_segment segment = { 0 };
    bl_emission e = { .message = message };
    texts_view view;
    bl_buf text;

    bl_buf_init(&text, g->alloc);
    tell(&text, g, item);
    e.arguments[0] = bl_buf_view(&text);
    if (view_texts(g, item->other, &view)) {
        const bl_side_id marked = g->side == BL_SOURCE ? BL_TARGET : BL_SOURCE;

        unit.id = view.parts[BL_KEPT_UNIT];
        unit.at = view.head.unit_at;
        segment.id = view.parts[BL_KEPT_SEGMENT];
        segment.source = kept_side(&view, BL_SOURCE);
        segment.target = kept_side(&view, BL_TARGET);
        e.mark_count = 1;
        e.marks[0] = bl_mark_of(
            marked, (bl_span){ 0, (uint32_t)view.parts[marked].size });
    }
    sink->unit = &unit;
    sink->segment = &segment;
    sink->ordinal = ordinal;
    sink->file = list->file;
    sink->severity = list->severity[g->side];
    sink->kept = false;
    bl_emit(sink, &e);
    sink->report->failed = sink->report->failed || text.failed || g->failed;
    bl_buf_free(&text);
}

static uint32_t rounds_of(size_t count)
{
    uint32_t rounds = 1;

    while (rounds < ROUNDS_MAX && count / rounds > ROUND_SEGMENTS)
        rounds *= 2;
    return rounds;
}

static bool find_round(groups *g)
{
    bool done;

    g->begin = g->count;
    done = each(g, look);
    if (done && g->count != g->begin) {
        qsort(g->items + g->begin, g->count - g->begin, sizeof(group),
              by_first);
        done = each(g, join);
    }
    free_index(g->alloc, &g->index);
    return done;
}

static bool find_groups(groups *g)
{
    size_t before = 0;

    g->row.first =
        bl_resize(g->alloc, NULL, g->row.count, sizeof(*g->row.first));
    if (g->row.first == NULL)
        return false;
    for (size_t i = 0; i < g->row.count; i++) {
        g->row.first[i] = before;
        before += g->row.documents[i]->count;
    }
    if (before > NUMBERS_MAX)
        return false;
    g->rounds = rounds_of(before);
    for (g->round = 0; g->round < g->rounds; g->round++) {
        if (!find_round(g))
            return false;
    }
    return true;
}

void bl_repetitions_report(const bl_repetitions *const *documents, size_t count,
                           bl_side_id side, uint16_t message, bl_sink *sink)
{
    groups g = { .alloc = sink->report->alloc,
                 .row = { documents, count, NULL },
                 .side = side,
                 .unpacked = { .alloc = sink->report->alloc } };
    const bool done = count == 0 ||
                      (count == 1 && !documents[0]->contradicted[side]) ||
                      find_groups(&g);

    if (done && g.count != 0) {
        qsort(g.items, g.count, sizeof(group), by_other);
        for (size_t i = 0; i < g.count; i++)
            emit(&g, &g.items[i],
                 count == 1 ? g.items[i].other - 1 : (uint32_t)i, message,
                 sink);
    }
    bl_free(g.alloc, g.items);
    bl_free(g.alloc, g.row.first);
    bl_buf_free(&g.unpacked);
    sink->report->failed = sink->report->failed || !done;
}
