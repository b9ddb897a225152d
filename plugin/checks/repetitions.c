/* SPDX-License-Identifier: Apache-2.0 */
/* Remembering segments by their hashes. */
#include "checks/repetitions.h"

#include "base/cache.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of text kept by default; places at first; how full they may be. The
 * fuller, the more hashes of others are looked at, each somewhere else. */
enum { TEXT_BYTES = 4 << 20, PLACES_FIRST = 256, FULL_PERCENT = 75 };

void bl_repetitions_init(bl_repetitions *list, const bl_alloc *alloc)
{
    *list = (bl_repetitions){ .alloc = alloc, .most = TEXT_BYTES };
    bl_arena_init(&list->arena, alloc, 0);
}

void bl_repetitions_close(bl_repetitions *list)
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        bl_free(list->alloc, list->index[side].places);
        list->index[side] = (bl_repetition_index){ 0 };
    }
}

void bl_repetitions_free(bl_repetitions *list)
{
    bl_repetitions_close(list);
    for (size_t i = 0; i < list->chunk_count; i++)
        bl_free(list->alloc, list->chunks[i]);
    bl_free(list->alloc, list->chunks);
    bl_free(list->alloc, list->texts);
    bl_arena_free(&list->arena);
}

size_t bl_repetitions_size(const bl_repetitions *list)
{
    return list->chunk_count * sizeof(bl_repetition_chunk) +
           list->chunk_room * sizeof(*list->chunks) +
           (list->index[BL_SOURCE].room + list->index[BL_TARGET].room) *
               sizeof(uint32_t);
}

/* ---- the index ---------------------------------------------------------- */

/* The hash of a side by the number that the index has for it; of one
 * document, or of several in a row. */
typedef uint64_t (*hash_of)(const void *of, uint32_t number, int side);

static uint64_t hash_in_list(const void *of, uint32_t number, int side)
{
    const bl_repetitions *list = of;
    const uint32_t at = number - 1;

    return list->chunks[at / BL_REPETITION_CHUNK]
        ->hash[side][at % BL_REPETITION_CHUNK];
}

/* Any number of places serves: the upper half of the hash says which. */
static size_t first_place(const bl_repetition_index *index, uint64_t hash)
{
    return (size_t)(((hash >> 32) * index->room) >> 32);
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
static uint32_t *find(const bl_repetition_index *index, uint64_t hash, int side,
                      hash_of get, const void *of)
{
    size_t at = first_place(index, hash);

    while (index->places[at] != 0 &&
           (!has_tag(index->places[at], hash) ||
            get(of, number_of(index->places[at]), side) != hash))
        at = at + 1 < index->room ? at + 1 : 0;
    return &index->places[at];
}

/* A quarter more, so that little is free at any time. */
static bool grow(const bl_alloc *alloc, bl_repetition_index *index, int side,
                 hash_of get, const void *of)
{
    const size_t room =
        index->room != 0 ? index->room + index->room / 4 : PLACES_FIRST;
    bl_repetition_index more = { bl_new(alloc, room, sizeof(uint32_t)), room,
                                 index->count };

    if (more.places == NULL)
        return false;
    for (size_t i = 0; i < index->room; i++) {
        const uint32_t place = index->places[i];
        const uint64_t hash =
            place != 0 ? get(of, number_of(place), side) : 0;

        /* What is skipped by now has no hash, and is looked for no more. */
        if (hash != 0)
            *find(&more, hash, side, get, of) = place;
        else if (place != 0)
            more.count--;
    }
    bl_free(alloc, index->places);
    *index = more;
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
    uint32_t *place;

    *first = 0;
    if (index->count * 100 >= index->room * FULL_PERCENT &&
        !grow(alloc, index, side, get, of))
        return false;
    place = find(index, hash, side, get, of);
    if (*place == 0) {
        *place = number | tag_of(hash);
        index->count++;
    } else if ((*place & CONTRADICTED) == 0 &&
               get(of, number_of(*place), 1 - side) !=
                   get(of, number, 1 - side)) {
        *first = number_of(*place);
        *place |= CONTRADICTED;
    }
    return true;
}

/* The index is in no cache. */
static void fetch(const bl_repetition_index *index, uint64_t hash)
{
    if (index->room != 0)
        bl_prefetch(&index->places[first_place(index, hash)]);
}

void bl_repetitions_fetch(const bl_repetitions *list, const uint64_t hash[2])
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++)
        fetch(&list->index[side], hash[side]);
}

/* ---- a document --------------------------------------------------------- */

static bl_str keep(bl_repetitions *list, bl_str text)
{
    const char *copy;

    if (text.ptr == NULL)
        return text;
    copy = bl_arena_copy(&list->arena, text.ptr, text.size);
    list->text_bytes += text.size;
    return bl_str_of(copy, copy != NULL ? text.size : 0);
}

static void keep_texts(bl_repetitions *list, const bl_unit *unit,
                       const bl_segment *segment)
{
    const bl_text *texts[2] = { &segment->source, &segment->target };
    bl_kept_text *to;

    if (!bl_grow(list->alloc, &list->texts, &list->text_room, list->text_count,
                 sizeof(*list->texts))) {
        list->failed = true;
        return;
    }
    to = &list->texts[list->text_count++];
    *to = (bl_kept_text){ .ordinal = (uint32_t)list->count - 1,
                          .unit = keep(list, unit->id),
                          .segment = keep(list, segment->id),
                          .unit_at = unit->at };
    for (int i = 0; i < 2; i++) {
        to->text[i] = keep(list, bl_str_of(texts[i]->ptr, texts[i]->size));
        to->at[i] =
            texts[i]->locate != NULL ? texts[i]->locate(texts[i], 0) : unit->at;
    }
    list->failed = list->failed || list->arena.failed;
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

static bool add_hashes(bl_repetitions *list, const uint64_t hash[2],
                       uint32_t line)
{
    const size_t at = list->count % BL_REPETITION_CHUNK;
    bl_repetition_chunk *chunk;

    if (list->count >= NUMBERS_MAX)
        return false;
    if (at == 0) {
        if (!bl_grow(list->alloc, &list->chunks, &list->chunk_room,
                     list->chunk_count, sizeof(*list->chunks)))
            return false;
        chunk = bl_resize(list->alloc, NULL, 1, sizeof(*chunk));
        if (chunk == NULL)
            return false;
        list->chunks[list->chunk_count++] = chunk;
    }
    chunk = list->chunks[list->chunk_count - 1];
    chunk->hash[BL_SOURCE][at] = hash[BL_SOURCE];
    chunk->hash[BL_TARGET][at] = hash[BL_TARGET];
    chunk->line[at] = line;
    list->count++;
    return true;
}

void bl_repetitions_add(bl_repetitions *list, const bl_unit *unit,
                        const bl_segment *segment, uint32_t ordinal,
                        const uint64_t hash[2])
{
    static const uint64_t none[2] = { 0, 0 };
    const uint32_t line = segment->target.raw_at.line;

    while (!list->failed && list->count < ordinal)
        list->failed = !add_hashes(list, none, 0);
    if (list->failed || hash[BL_SOURCE] == 0)
        return;
    list->failed = !add_hashes(list, hash, line != 0 ? line : unit->at.line);
    if (!list->failed &&
        (contradicts(list, (uint32_t)list->count) ||
         list->text_bytes + segment->source.size + segment->target.size <=
             list->most))
        keep_texts(list, unit, segment);
}

void bl_repetitions_skip(bl_repetitions *list, uint32_t first, uint32_t limit)
{
    for (uint32_t i = first; i < limit && i < list->count; i++) {
        bl_repetition_chunk *chunk = list->chunks[i / BL_REPETITION_CHUNK];

        chunk->hash[BL_SOURCE][i % BL_REPETITION_CHUNK] = 0;
        chunk->hash[BL_TARGET][i % BL_REPETITION_CHUNK] = 0;
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
    bl_repetition_index index;
    group *items; /* by `first` once all are there */
    size_t count;
    size_t room;
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

/* Each segment that takes part, in their order; false: no memory. */
static bool each(groups *g, bool (*give)(groups *g, uint32_t number))
{
    for (size_t i = 0; i < g->row.count; i++) {
        const bl_repetitions *list = g->row.documents[i];

        if ((list->sides & 1 << g->side) == 0)
            continue;
        for (uint32_t n = 1; n <= list->count; n++) {
            if (n + BL_AHEAD <= list->count)
                fetch(&g->index, hash_in_list(list, n + BL_AHEAD, g->side));
            if (hash_in_list(list, n, BL_SOURCE) != 0 &&
                !give(g, (uint32_t)g->row.first[i] + n))
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
    const uint64_t hash = hash_in_row(&g->row, number, 1 - (int)g->side);
    const group key = { .first = number_of(*find(&g->index, own, (int)g->side,
                                                 hash_in_row, &g->row)) };
    group *found = bsearch(&key, g->items, g->count, sizeof(group), by_first);
    wording *w;

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

static uint32_t line_of(const row *r, uint32_t number)
{
    const size_t at = document_of(r, number);
    const size_t n = number - r->first[at] - 1;

    return r->documents[at]
        ->chunks[n / BL_REPETITION_CHUNK]
        ->line[n % BL_REPETITION_CHUNK];
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
static void tell(bl_buf *out, const groups *g, const group *item)
{
    const uint64_t own = hash_in_row(&g->row, item->other, 1 - (int)g->side);
    const wording *same = NULL;
    bool begun = false;

    for (uint32_t i = 0; i < item->wording_count; i++) {
        const wording *w = &item->wordings[i];
        const bl_kept_text *kept = text_of(&g->row, w->numbers[0]);

        if (w->hash == own) {
            same = w;
            continue;
        }
        bl_buf_z(out, begun ? "; " : "");
        begun = true;
        tell_places(out, &g->row, w, 0);
        if (kept == NULL)
            continue;
        bl_buf_z(out, ": ");
        tell_text(out, kept->text[1 - (int)g->side]);
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

static bl_text kept_side(const bl_kept_text *kept, bl_side_id side)
{
    return (bl_text){ .ptr = kept->text[side].ptr,
                      .size = (uint32_t)kept->text[side].size,
                      .present = true,
                      .locate = noted_place,
                      .raw_at = kept->at[side] };
}

static void emit(const groups *g, const group *item, uint32_t ordinal,
                 uint16_t message, bl_sink *sink)
{
    const bl_repetitions *list =
        g->row.documents[document_of(&g->row, item->other)];
    const bl_kept_text *kept = text_of(&g->row, item->other);
    bl_unit unit = { .at = { .line = line_of(&g->row, item->other),
                             .column = 1 } };
    bl_segment segment = { 0 };
    bl_emission e = { .message = message };
    bl_buf text;

    bl_buf_init(&text, g->alloc);
    tell(&text, g, item);
    e.arguments[0] = bl_buf_view(&text);
    if (kept != NULL) {
        const bl_side_id marked = g->side == BL_SOURCE ? BL_TARGET : BL_SOURCE;

        unit.id = kept->unit;
        unit.at = kept->unit_at;
        segment.id = kept->segment;
        segment.source = kept_side(kept, BL_SOURCE);
        segment.target = kept_side(kept, BL_TARGET);
        e.mark_count = 1;
        e.marks[0] = bl_mark_of(
            marked, (bl_span){ 0, (uint32_t)kept->text[marked].size });
    }
    sink->unit = &unit;
    sink->segment = &segment;
    sink->ordinal = ordinal;
    sink->file = list->file;
    sink->severity = list->severity[g->side];
    sink->kept = false;
    bl_emit(sink, &e);
    sink->report->failed = sink->report->failed || text.failed;
    bl_buf_free(&text);
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
    if (before > NUMBERS_MAX || !each(g, look))
        return false;
    if (g->count == 0)
        return true;
    qsort(g->items, g->count, sizeof(group), by_first);
    return each(g, join);
}

void bl_repetitions_report(const bl_repetitions *const *documents, size_t count,
                           bl_side_id side, uint16_t message, bl_sink *sink)
{
    groups g = { .alloc = sink->report->alloc,
                 .row = { documents, count, NULL },
                 .side = side };
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
    bl_free(g.alloc, g.index.places);
    bl_free(g.alloc, g.row.first);
    sink->report->failed = sink->report->failed || !done;
}
