/* SPDX-License-Identifier: Apache-2.0 */
/* Telling which texts stand with several others, through all documents. */
#include "checks/repetition_list.h"

#include "base/pack.h"

#include <stdlib.h>
#include <string.h>

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

    return bl_repetition_hash_in(r->documents[at],
                                 number - (uint32_t)r->first[at], side);
}

/* From so many contradictions on, if they are most of what is repeated, they
 * are a habit and no slips. */
enum { HABIT = 10 };

/* Other texts told of a text that is repeated, and places of each. */
enum { TOLD_TEXTS = 16, TOLD_PLACES = 16, QUOTED = 200 };

/* Rounds in which hashes are compared, and segments that are few enough for
 * one. */
enum { ROUNDS_MAX = 8, ROUND_SEGMENTS = 1 << 17 };

/* A segment of a group. */
typedef struct member {
    uint32_t number;
    uint32_t next; /* of the same group: index and one; 0: the last */
} member;

/* A text that stands with several others. */
typedef struct group {
    uint32_t first;  /* the segment that has it first */
    uint32_t other;  /* the first that contradicts it */
    uint32_t oldest; /* its members in their order, as `next` */
    uint32_t newest;
} group;

/* The members of a group that have one other text. */
typedef struct wording {
    uint64_t hash;
    uint32_t numbers[TOLD_PLACES];
    uint32_t count;
} wording;

typedef struct groups {
    const bl_alloc *alloc;
    row row;
    bl_side_id side;
    /* Hashes are looked at in rounds, each with its part of them, so that
     * the index of one is small. */
    uint32_t round;
    uint32_t rounds;
    bl_repetition_index index; /* of the round */
    group *items;              /* those of the round by `first` */
    size_t count;
    size_t room;
    size_t begin; /* of the round */
    member *members;
    size_t member_count;
    size_t member_room;
    size_t kept;  /* segments that repeat a text as it always stands */
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
            if (is_of_round(g, bl_repetition_hash_at(list, n, (int)g->side)) &&
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

    if (!bl_repetition_enter(g->alloc, &g->index, number, (int)g->side,
                             hash_in_row, &g->row, &first))
        return false;
    if (first == 0)
        return true;
    if (!bl_grow(g->alloc, &g->items, &g->room, g->count, sizeof(group)))
        return false;
    g->items[g->count++] = (group){ .first = first, .other = number };
    return true;
}

/* With what else stands with it; where nothing does, it may be a repetition
 * that was kept. */
static bool join(groups *g, uint32_t number)
{
    const uint64_t own = hash_in_row(&g->row, number, (int)g->side);
    const group key = { .first =
                            bl_repetition_find(&g->index, own, (int)g->side,
                                               hash_in_row, &g->row) };
    group *found;
    uint32_t *before;

    if (g->count == g->begin)
        return true;
    found = bsearch(&key, g->items + g->begin, g->count - g->begin,
                    sizeof(group), by_first);
    if (found == NULL) {
        g->kept += key.first != number;
        return true;
    }
    if (!bl_grow(g->alloc, &g->members, &g->member_room, g->member_count,
                 sizeof(*g->members)))
        return false;
    before = found->newest != 0 ? &g->members[found->newest - 1].next
                                : &found->oldest;
    g->members[g->member_count++] = (member){ .number = number };
    *before = found->newest = (uint32_t)g->member_count;
    return true;
}

/* The other texts of a group, each with its members, in the order of the
 * text; the segments that have further ones are counted. */
typedef struct wordings {
    wording items[TOLD_TEXTS];
    uint32_t count;
    uint32_t more;
} wordings;

static uint64_t other_hash(const groups *g, uint32_t number)
{
    return bl_repetition_as_other(
        hash_in_row(&g->row, number, 1 - (int)g->side));
}

static void add_member(wordings *to, uint32_t number, uint64_t hash)
{
    wording *w = to->items;

    while (w < to->items + to->count && w->hash != hash)
        w++;
    if (w == to->items + TOLD_TEXTS) {
        to->more++;
        return;
    }
    if (w == to->items + to->count) {
        *w = (wording){ .hash = hash };
        to->count++;
    }
    if (w->count < TOLD_PLACES)
        w->numbers[w->count] = number;
    w->count++;
}

static void sort_members(const groups *g, const group *item, wordings *to)
{
    to->count = to->more = 0;
    for (uint32_t at = item->oldest; at != 0; at = g->members[at - 1].next) {
        const uint32_t number = g->members[at - 1].number;

        add_member(to, number, other_hash(g, number));
    }
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
    bl_kept_head head;
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

        view->parts[i] =
            size != BL_KEPT_NONE ? bl_str_of(at, size) : bl_str_of(NULL, 0);
        at += size != BL_KEPT_NONE ? (size_t)size + 1 : 0;
    }
    return true;
}

static uint32_t line_of(const row *r, uint32_t number)
{
    const size_t at = document_of(r, number);

    return bl_repetition_line_at(r->documents[at],
                                 number - (uint32_t)r->first[at] - 1);
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
    const uint64_t own = other_hash(g, item->other);
    const wording *same = NULL;
    bool begun = false;
    wordings list;

    sort_members(g, item, &list);
    for (uint32_t i = 0; i < list.count; i++) {
        const wording *w = &list.items[i];
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
    if (list.more != 0) {
        bl_buf_z(out, "; and otherwise ");
        bl_buf_uint(out, list.more);
        bl_buf_z(out, list.more == 1 ? " time more" : " times more");
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
    bl_repetition_index_free(g->alloc, &g->index);
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
    if (before > BL_REPETITION_NUMBERS)
        return false;
    g->rounds = rounds_of(before);
    for (g->round = 0; g->round < g->rounds; g->round++) {
        if (!find_round(g))
            return false;
    }
    return true;
}

/* Whether texts differ as often as not, as in dialogues and where several
 * people translate: the first tells, unless the severity was set. */
static bool is_habit(const groups *g, size_t at)
{
    const size_t document = document_of(&g->row, g->items[at].other);

    return at != 0 && g->count >= HABIT && g->count > g->kept &&
           g->row.documents[document]->severity[g->side] < 0;
}

void bl_repetitions_report(const bl_repetitions *const *documents, size_t count,
                           bl_side_id side, uint16_t message, uint16_t habit,
                           bl_sink *sink)
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
                 count == 1 ? g.items[i].other - 1 : (uint32_t)i,
                 is_habit(&g, i) ? habit : message, sink);
    }
    bl_free(g.alloc, g.items);
    bl_free(g.alloc, g.members);
    bl_free(g.alloc, g.row.first);
    bl_buf_free(&g.unpacked);
    sink->report->failed = sink->report->failed || !done;
}
