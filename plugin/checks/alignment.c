/* SPDX-License-Identifier: Apache-2.0 */
/* Anchors, and the window in which they are looked for. */
#include "checks/alignment.h"

#include "base/hash.h"
#include "checks/ending.h"
#include "lexicon/words.h"
#include "match/names.h"
#include "match/quantities.h"

#include <stdlib.h>
#include <string.h>

/*
 * Evidence is counted in 16ths of an anchor. A segment gives so much at
 * most; lengths so much; a run needs such a sum from so many segments with
 * anchors, or the larger sum from whatever, over so many segments; it is over
 * when the sum has fallen by that much.
 */
enum {
    ANCHOR = 16,
    SEGMENT_MOST = 3 * ANCHOR,
    LENGTH_MOST = 10,
    RUN_SUM = 5 * ANCHOR,
    RUN_SUPPORT = 4,
    RUN_LENGTHS = 6 * ANCHOR,
    RUN_LONG = 12,
    RUN_FALL = 4 * ANCHOR,
    RUN_GAP = 32,  /* segments between two runs that are one, */
    RUN_GOOD = 3, /* and those of them that may answer their sources */
    FAR = 24     /* lengths that are usual: a third more or less, in 64ths */
};

/* ---- anchors ------------------------------------------------------------ */

/* The anchors of a side, and a bit for each of them. */
typedef struct anchor_set {
    uint32_t *items;
    uint32_t count;
    uint64_t set;
} anchor_set;

static bool has_anchor(const anchor_set *a, uint32_t anchor)
{
    for (uint32_t i = 0; i < a->count; i++) {
        if (a->items[i] == anchor)
            return true;
    }
    return false;
}

static void add_anchor(anchor_set *a, uint32_t hash)
{
    const uint32_t anchor = hash | 1;
    const uint64_t bit = UINT64_C(1) << (hash >> 26);

    if ((a->set & bit) != 0 && has_anchor(a, anchor))
        return;
    a->set |= bit;
    if (a->count < BL_ANCHORS_MAX)
        a->items[a->count++] = anchor;
}

static void add_hash(anchor_set *a, uint64_t hash)
{
    add_anchor(a, (uint32_t)(hash >> 32));
}

static void add_value(anchor_set *a, const bl_quantity *q)
{
    if (q->evidence == BL_EVIDENCE_WEAK || q->reading_count == 0)
        return;
    add_hash(a, bl_hash_mix((uint64_t)q->value[0].coefficient * 31 +
                            (uint64_t)(int64_t)q->value[0].exponent + 1));
}

/* Of the target those of the source as well that it answers in a way of its
 * own: where the 2nd floor is "1. Stock", the next one does not answer it. */
static void add_values(anchor_set *a, const bl_pair *pair, bl_side_id id)
{
    const bl_side *side = &pair->side[id];
    const bl_quantity *answered = pair->side[BL_SOURCE].quantities;

    for (uint32_t i = 0; i < side->quantity_count; i++) {
        const bl_pairing *pairing = id == BL_TARGET && pair->match != NULL
                                        ? &pair->match->side[id][i]
                                        : NULL;

        add_value(a, &side->quantities[i]);
        if (pairing != NULL && pairing->answer == BL_ANSWER_CONVERTED)
            add_value(a, &answered[pairing->partner]);
    }
}

/* As nearly all texts end: in a word, or in one full stop. */
static bool ends_as_usual(const bl_side *side)
{
    const bl_token *end = side->tokens + side->token_count;

    return side->token_count == 0 || end[-1].kind == BL_TOKEN_WORD ||
           (end[-1].c == '.' &&
            (side->token_count == 1 || end[-2].c != '.'));
}

/* What a question, a heading of what follows, or a command that asks for more
 * ends in; most texts end in a full stop or without one. */
static void add_ending(anchor_set *a, const bl_side *side)
{
    bl_ending end;

    if (ends_as_usual(side))
        return;
    end = bl_ending_of(side);
    if (!end.open && end.kind != BL_POINT_NONE &&
        end.kind != BL_POINT_STATEMENT)
        add_hash(a, bl_hash_mix((uint64_t)end.kind << 32));
}

static void add_stretches(anchor_set *a, const bl_side *side)
{
    for (uint32_t i = 0; i < side->mask_count; i++) {
        const bl_str text = bl_side_text(side, side->masks[i].span);

        /* Each language has arms of its own. */
        if (side->masks[i].kind != BL_ENTITY_ARM &&
            side->masks[i].kind != BL_ENTITY_MESSAGE_END)
            add_hash(a, bl_hash(text.ptr, text.size, 2));
    }
    for (uint32_t i = 0; i < side->from->code_count; i++) {
        const bl_code *code = &side->from->codes[i];
        const bl_str text = code->native.size != 0 ? code->native : code->id;

        add_hash(a, bl_hash(text.ptr, text.size, 3));
    }
}

/* Names of the lists, which are the same in every language. */
static void add_listed(anchor_set *a, const bl_name *names, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if ((names[i].flags & BL_NAME_LISTED) != 0)
            add_hash(a, bl_hash_mix((uint64_t)names[i].group));
    }
}

/* The beginning of a name, which endings leave alone. */
static void add_words(anchor_set *a, const bl_name_words *words)
{
    for (uint32_t i = 0; i < words->count; i++)
        add_anchor(a, words->items[i]->word->stem_hash);
}

/* Sixty-four times the logarithm to the base of two, near enough. */
static uint16_t logarithm(size_t x)
{
    int power = 0;

    while (x >> power > 127)
        power++;
    x >>= power; /* 1 to 127 */
    while (x < 64 && x != 0) {
        x <<= 1;
        power--;
    }
    return (uint16_t)(power * 64 + (int)x + 320); /* 64: 6 powers */
}

void bl_signature_take(const bl_pair *pair, bl_signature *s)
{
    const bl_names *names = pair->names;

    memset(s->anchors, 0, sizeof(s->anchors));
    s->given = pair->side[BL_TARGET].text.size != 0;
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        const bl_side *side = &pair->side[id];
        anchor_set a = { s->anchors[id], 0, 0 };

        /* A word or two more or less is much in a short text alone. */
        s->log[id] = logarithm(side->text.size + 16);
        add_values(&a, pair, (bl_side_id)id);
        add_ending(&a, side);
        add_stretches(&a, side);
        if (names != NULL) {
            add_listed(&a, names->list[id], names->count[id]);
            add_words(&a, &names->words[id]);
        }
        s->count[id] = (uint8_t)a.count;
    }
}

/* Zeros behind the anchors of the target equal none, so that each of the
 * source is compared with all places at once. */
static int common(const bl_signature *source, const bl_signature *target)
{
    int count = 0;

    for (int i = 0; i < source->count[BL_SOURCE]; i++) {
        const uint32_t anchor = source->anchors[BL_SOURCE][i];

        for (int j = 0; j < BL_ANCHORS_MAX; j++)
            count += target->anchors[BL_TARGET][j] == anchor;
    }
    return count;
}

/* ---- the window --------------------------------------------------------- */

void bl_alignment_init(bl_alignment *alignment, const bl_alloc *alloc)
{
    *alignment = (bl_alignment){ .alloc = alloc };
    for (int i = 0; i < BL_SHIFTS; i++) {
        bl_buf_init(&alignment->window[i].text, alloc);
        bl_buf_init(&alignment->shifts[i].begin.text, alloc);
    }
    bl_buf_init(&alignment->run.begin.text, alloc);
}

void bl_alignment_free(bl_alignment *alignment)
{
    for (int i = 0; i < BL_SHIFTS; i++) {
        bl_buf_free(&alignment->window[i].text);
        bl_buf_free(&alignment->shifts[i].begin.text);
    }
    bl_buf_free(&alignment->run.begin.text);
}

static bl_window_entry *entry_of(bl_alignment *alignment, uint32_t segment)
{
    return &alignment->window[segment % BL_SHIFTS];
}

static void copy_entry(bl_alignment *alignment, bl_window_entry *to,
                       const bl_window_entry *from)
{
    const bl_buf own = to->text;

    *to = *from;
    to->text = own;
    bl_buf_clear(&to->text);
    bl_buf_str(&to->text, bl_buf_view(&from->text));
    alignment->failed = alignment->failed || to->text.failed;
}

static void take_in(bl_alignment *alignment, const bl_unit *unit,
                    const bl_segment *segment, uint32_t ordinal,
                    const bl_signature *signature)
{
    const bl_str parts[4] = {
        unit->id, segment->id,
        bl_str_of(segment->source.ptr, segment->source.size),
        bl_str_of(segment->target.ptr, segment->target.size)
    };
    bl_window_entry *to = entry_of(alignment, alignment->count);

    to->signature = *signature;
    to->ordinal = ordinal;
    to->unit_at = unit->at;
    to->at[BL_SOURCE] = segment->source.raw_at;
    to->at[BL_TARGET] = segment->target.raw_at;
    to->line = to->at[BL_TARGET].line != 0 ? to->at[BL_TARGET].line
                                           : unit->at.line;
    bl_buf_clear(&to->text);
    for (int i = 0; i < 4; i++) {
        to->size[i] = parts[i].size;
        if (i < 2)
            to->has_id[i] = parts[i].ptr != NULL;
        bl_buf_str(&to->text, parts[i]);
    }
    alignment->failed = alignment->failed || to->text.failed;
    alignment->count++;
}

/* ---- evidence ----------------------------------------------------------- */

/* How far the length of a target is from that of a source's translation. */
static int32_t deviation(const bl_alignment *alignment,
                         const bl_signature *source,
                         const bl_signature *target)
{
    return abs((int)target->log[BL_TARGET] - (int)source->log[BL_SOURCE] -
               alignment->mean / 64);
}

/* Twice as long or half as long, 64, is a full point. */
static int32_t length_evidence(int32_t own, int32_t other)
{
    const int32_t sum = (own * own - other * other) * LENGTH_MOST / (64 * 64);

    return sum > LENGTH_MOST    ? LENGTH_MOST
           : sum < -LENGTH_MOST ? -LENGTH_MOST
                                : sum;
}

/* The first and the last segment that a shift of `center` concerns. */
static uint32_t concerned_first(uint32_t center, int shift)
{
    return shift < 0 ? center - (uint32_t)-shift : center;
}

static uint32_t concerned_last(uint32_t center, int shift)
{
    return shift > 0 ? center + (uint32_t)shift : center;
}

static void begin_shift(bl_alignment *alignment, bl_shift *s, uint32_t center,
                        int shift)
{
    uint32_t first = concerned_first(center, shift);

    /* Segments before it that do not answer either have slipped as well. */
    while (first > 0 && center - first < BL_SHIFT_MAX &&
           center - first + 1 < alignment->bad)
        first--;
    s->peak = 0;
    s->support = 0;
    s->first = center;
    copy_entry(alignment, &s->begin, entry_of(alignment, first));
}

static void weigh(bl_alignment *alignment, uint32_t center, int shift,
                  int32_t anchors, int32_t evidence)
{
    bl_shift *s = &alignment->shifts[shift + BL_SHIFT_MAX];

    if (evidence > SEGMENT_MOST)
        evidence = SEGMENT_MOST;
    if (evidence < -SEGMENT_MOST)
        evidence = -SEGMENT_MOST;
    if (s->sum == 0 && evidence > 0)
        begin_shift(alignment, s, center, shift);
    s->sum = s->sum + evidence > 0 ? s->sum + evidence : 0;
    s->support += anchors > 0;
    alignment->moved = alignment->moved || s->sum != 0;
    if (s->sum > s->peak) {
        uint32_t last = concerned_last(center, shift);
        const bl_window_entry *entry;

        if (last >= alignment->count)
            last = alignment->count - 1;
        entry = entry_of(alignment, last);
        s->peak = s->sum;
        s->last = center;
        s->limit = entry->ordinal + 1;
        s->line = entry->line;
    }
}

/* A segment that answers, while nothing has spoken for a shift yet, is not
 * compared with its neighbours. */
static bool is_settled(const bl_alignment *alignment, int own, int most,
                       int32_t far)
{
    return 2 * own >= most && (most != 0 || far <= FAR) && !alignment->moved;
}

/* What the segment says of every shift: anchors that are found there and not
 * in its own target, less those that are found better still elsewhere. */
static void judge(bl_alignment *alignment, uint32_t center)
{
    const bl_signature *source = &entry_of(alignment, center)->signature;
    const int own = common(source, source);
    const int most = source->count[BL_SOURCE] < source->count[BL_TARGET]
                         ? source->count[BL_SOURCE]
                         : source->count[BL_TARGET];
    const int32_t far = deviation(alignment, source, source);
    int shared[BL_SHIFTS] = { 0 };
    int best = 0;

    if (!source->given)
        return;
    alignment->bad = 3 * own < most ? alignment->bad + 1 : 0;
    alignment->good += 2 * own > most;
    alignment->mean += (int)source->log[BL_TARGET] -
                       (int)source->log[BL_SOURCE] - alignment->mean / 64;
    if (is_settled(alignment, own, most, far))
        return;
    for (int i = 0; i < BL_SHIFTS; i++) {
        const uint32_t at = center + (uint32_t)(i - BL_SHIFT_MAX);

        if (at < alignment->count)
            shared[i] = common(source, &entry_of(alignment, at)->signature);
        best = shared[i] > best ? shared[i] : best;
    }
    for (int i = 0; i < BL_SHIFTS; i++) {
        const int shift = i - BL_SHIFT_MAX;
        const uint32_t at = center + (uint32_t)shift;
        const bl_signature *target = &entry_of(alignment, at)->signature;
        const int32_t anchors = 2 * shared[i] - own - best;

        if (shift == 0 || at >= alignment->count)
            continue;
        weigh(alignment, center, shift, anchors,
              anchors * ANCHOR +
                  (target->given
                       ? length_evidence(far, deviation(alignment, source,
                                                        target))
                       : 0));
    }
}

/* ---- runs --------------------------------------------------------------- */

static bool is_decided(const bl_shift *s)
{
    return (s->peak >= RUN_SUM && s->support >= RUN_SUPPORT) ||
           (s->peak >= RUN_LENGTHS && s->last - s->first >= RUN_LONG);
}

static void join(bl_alignment *alignment, const bl_shift *s, int shift)
{
    bl_run *run = &alignment->run;

    if (!run->open) {
        run->open = true;
        run->peak = 0;
        run->least = run->most = shift;
        copy_entry(alignment, &run->begin, &s->begin);
        run->limit = 0;
        run->last = 0;
        run->held_first = UINT32_MAX;
        run->held_limit = 0;
    } else if (s->begin.ordinal < run->begin.ordinal) {
        copy_entry(alignment, &run->begin, &s->begin);
    }
    if (shift < run->least)
        run->least = shift;
    if (shift > run->most)
        run->most = shift;
    if (s->peak > run->peak) {
        run->peak = s->peak;
        run->shift = shift;
    }
    if (s->last > run->last) {
        run->last = s->last;
        alignment->good = 0;
    }
    if (s->limit > run->limit) {
        run->limit = s->limit;
        run->line = s->line;
    }
}

/* Where targets have slipped, their own place says as little as any other:
 * the shift that most speaks for is believed. */
static void follow_runs(bl_alignment *alignment)
{
    int best = 0;

    if (!alignment->moved)
        return;
    alignment->moved = false;
    for (int i = 1; i < BL_SHIFTS; i++) {
        if (alignment->shifts[i].sum > alignment->shifts[best].sum)
            best = i;
    }
    if (is_decided(&alignment->shifts[best]))
        join(alignment, &alignment->shifts[best], best - BL_SHIFT_MAX);
    for (int i = 0; i < BL_SHIFTS; i++) {
        bl_shift *s = &alignment->shifts[i];

        if (s->peak - s->sum >= RUN_FALL && s->peak >= RUN_SUM)
            s->sum = s->peak = 0;
        alignment->moved = alignment->moved || s->sum != 0;
    }
}

static void judge_next(bl_alignment *alignment)
{
    judge(alignment, alignment->done++);
    follow_runs(alignment);
}

static bool is_over(const bl_alignment *alignment)
{
    const bl_run *run = &alignment->run;

    return run->open && (alignment->good >= RUN_GOOD ||
                         alignment->done > run->last + RUN_GAP);
}

/* What spoke for it has been told. */
static void close_run(bl_alignment *alignment)
{
    if (!is_over(alignment))
        return;
    alignment->run.open = false;
    for (int i = 0; i < BL_SHIFTS; i++)
        alignment->shifts[i].sum = alignment->shifts[i].peak = 0;
    alignment->moved = false;
}

bool bl_alignment_add(bl_alignment *alignment, const bl_unit *unit,
                      const bl_segment *segment, uint32_t ordinal,
                      const bl_signature *signature)
{
    close_run(alignment);
    take_in(alignment, unit, segment, ordinal, signature);
    if (alignment->count <= BL_SHIFT_MAX || alignment->failed)
        return false;
    judge_next(alignment);
    return is_over(alignment);
}

bool bl_alignment_end(bl_alignment *alignment)
{
    close_run(alignment);
    while (alignment->done < alignment->count && !alignment->failed)
        judge_next(alignment);
    return alignment->run.open;
}
