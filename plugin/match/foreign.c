/* SPDX-License-Identifier: Apache-2.0 */
/* Reading what is written with the letters of foreign names. */
#include "match/foreign.h"

#include "recognise/name.h"
#include "text/chars.h"

#include <limits.h>
#include <string.h>

/* Letters of one that is more than a syllable of another word, and those of an
 * initial between two parts. */
enum { RUN_LEAST = 2, INITIAL = 2 };

enum { MAY_START = 1 << 0, MAY_END = 1 << 1 };

static bool is_foreign(const bl_foreign_runs *runs, uint32_t at)
{
    const bl_token *token = &runs->side->tokens[at];

    return at < runs->side->token_count && bl_token_is_word(token) &&
           (token->flags & BL_TOKEN_GLYPH) != 0 &&
           bl_letters_have(runs->letters, token->c);
}

/* Whether nothing parts the token from the one before it. Where spaces part no
 * names they say nothing: text whose words were parted has them anywhere. */
static bool is_close(const bl_foreign_runs *runs, uint32_t at)
{
    return at < runs->side->token_count &&
           (!runs->spaced || runs->side->tokens[at].gap == BL_GAP_NONE);
}

static bool is_sign(const bl_foreign_runs *runs, uint32_t at)
{
    const bl_token *token = &runs->side->tokens[at];

    return is_close(runs, at) && token->kind == BL_TOKEN_PUNCT &&
           bl_is_name_joint(token->c);
}

/* The part that follows one that ends at `at`; or `at`. *sign: what stands
 * between them is one of names. */
static uint32_t next_part(const bl_foreign_runs *runs, uint32_t at, bool *sign)
{
    const bl_token *token = &runs->side->tokens[at];

    *sign = true;
    if (at >= runs->side->token_count)
        return at;
    if (runs->spaced && token->gap == BL_GAP_SPACE && is_foreign(runs, at))
        return at;
    if (is_sign(runs, at)) {
        at++;
        /* "John F. Kennedy" */
        if (is_close(runs, at) && bl_token_is_word(&runs->side->tokens[at]) &&
            bl_is_latin(runs->side->tokens[at].word) &&
            runs->side->tokens[at].word->letters <= INITIAL &&
            is_sign(runs, at + 1))
            at += 2;
        return at;
    }
    *sign = false;
    return is_close(runs, at) && token->kind == BL_TOKEN_PUNCT &&
                   bl_is_dash(token->c)
               ? at + 1
               : at;
}

static uint32_t part_limit(const bl_foreign_runs *runs, uint32_t first)
{
    uint32_t at = first + 1;

    while (is_close(runs, at) && is_foreign(runs, at))
        at++;
    return at;
}

static size_t hear(const bl_foreign_runs *runs, uint32_t first, uint32_t limit,
                   uint8_t *out, size_t room)
{
    const bl_token *tokens = runs->side->tokens;

    return bl_sounds_breathe(
        runs->letters,
        bl_side_text(runs->side,
                     (bl_span){ tokens[first].start, tokens[limit - 1].limit }),
        out, room);
}

/* Adds the sounds of a part. */
static void add_part(const bl_foreign_runs *runs, bl_foreign_run *r,
                     uint32_t first, uint32_t limit)
{
    uint8_t *flags = r->flags + r->count;
    const size_t count = hear(runs, first, limit, r->sounds + r->count,
                              BL_FOREIGN_SOUNDS - r->count);

    memset(flags, 0, count);
    r->count += count;
    if (count == 0)
        return;
    flags[0] |= MAY_START;
    flags[count - 1] |= MAY_END;
}

/* Where words are not parted from each other, letters of others may stand
 * before a name and behind it: any number in a run without parts, and else
 * one. */
static void loosen(const bl_foreign_runs *runs, bl_foreign_run *r,
                   uint32_t last)
{
    const uint32_t behind_first = part_limit(runs, r->first);
    uint8_t ignored[BL_FOREIGN_SOUNDS];
    const size_t before_last =
        r->count - hear(runs, last, r->limit, ignored, BL_FOREIGN_SOUNDS);

    for (uint32_t i = r->first + 1; i < behind_first; i++) {
        const size_t at = hear(runs, r->first, i, ignored, BL_FOREIGN_SOUNDS);

        if (at < r->count && (r->parts == 1 || i == r->first + 1))
            r->flags[at] |= MAY_START;
    }
    for (uint32_t i = last + 1; i < r->limit; i++) {
        const size_t at =
            before_last + hear(runs, last, i, ignored, BL_FOREIGN_SOUNDS);

        if (at != 0 && at <= r->count && (r->parts == 1 || i + 1 == r->limit))
            r->flags[at - 1] |= MAY_END;
    }
}

/* The run that begins at `at`; the token behind it. */
static uint32_t read_run(const bl_foreign_runs *runs, uint32_t at,
                         bl_foreign_run *r)
{
    *r = (bl_foreign_run){ .first = at, .parts = 1, .fit = INT_MAX };
    for (;;) {
        bool sign;
        uint32_t next;

        r->limit = part_limit(runs, at);
        add_part(runs, r, at, r->limit);
        next = next_part(runs, r->limit, &sign);
        if (!is_foreign(runs, next) ||
            (next != r->limit ? !is_close(runs, next) : !sign))
            break;
        r->parts += sign;
        at = next;
    }
    if (!runs->spaced)
        loosen(runs, r, at);
    return r->limit;
}

/* Whether anything could part a name: nearly always nothing does. */
static bool may_have_parts(const bl_foreign_runs *runs)
{
    for (uint32_t i = 1; i < runs->side->token_count; i++) {
        if (is_sign(runs, i) ||
            (runs->spaced && runs->side->tokens[i].gap == BL_GAP_SPACE))
            return true;
    }
    return false;
}

static bl_foreign_runs runs_of(const bl_side *side)
{
    const bl_language *language = side->language;

    return (bl_foreign_runs){
        .side = side,
        .letters = language->foreign.count != 0 ? &language->foreign
                                                : &language->letters,
        .spaced = language->heard_names == BL_HEARS_SPACED
    };
}

static bool read_runs(bl_foreign_runs *runs, bl_arena *arena)
{
    const bl_side *side = runs->side;

    runs->items =
        bl_arena_alloc(arena, BL_FOREIGN_RUNS_MAX, sizeof(*runs->items));
    if (runs->items == NULL)
        return false;
    for (uint32_t i = 0;
         i < side->token_count && runs->count < BL_FOREIGN_RUNS_MAX;) {
        bl_foreign_run *r = &runs->items[runs->count];

        if (!is_foreign(runs, i)) {
            i++;
            continue;
        }
        i = read_run(runs, i, r);
        runs->count += r->limit - r->first >= RUN_LEAST && r->count != 0;
    }
    return true;
}

bool bl_foreign_read_all(const bl_side *side, bl_arena *arena,
                         bl_foreign_runs *runs)
{
    *runs = runs_of(side);
    return read_runs(runs, arena) && runs->count < BL_FOREIGN_RUNS_MAX;
}

bool bl_foreign_read(const bl_side *side, bl_arena *arena,
                     bl_foreign_runs *runs)
{
    *runs = runs_of(side);
    if (!may_have_parts(runs) || !read_runs(runs, arena))
        return false;
    for (uint32_t i = 0; i < runs->count; i++) {
        if (runs->items[i].parts > 1)
            return true;
    }
    return false;
}

bl_span bl_foreign_span(const bl_foreign_runs *runs, const bl_foreign_run *r)
{
    return (bl_span){ runs->side->tokens[r->first].start,
                      runs->side->tokens[r->limit - 1].limit };
}

int bl_foreign_distance(const bl_foreign_run *r, const bl_wanted *wanted)
{
    bl_hearing hearing;
    int best = BL_HEARING_NEVER;

    if (wanted->weight == 0)
        return INT_MAX;
    bl_hearing_begin(&hearing, wanted->sounds, wanted->count);
    for (size_t i = 0; i < r->count; i++) {
        if ((r->flags[i] & MAY_START) != 0)
            bl_hearing_may_start(&hearing);
        bl_hearing_add(&hearing, r->sounds[i]);
        if ((r->flags[i] & MAY_END) != 0 && bl_hearing_cost(&hearing) < best)
            best = bl_hearing_cost(&hearing);
    }
    return best * 100 / (int)(wanted->weight * BL_HEARING_UNIT);
}

bool bl_foreign_part(const bl_foreign_run *r, size_t *at, bl_foreign_run *part)
{
    part->count = 0;
    while (*at < r->count) {
        const uint8_t flags = r->flags[*at];

        if ((flags & MAY_START) != 0)
            part->count = 0;
        part->sounds[part->count] = r->sounds[(*at)++];
        part->flags[part->count] = part->count == 0 ? MAY_START : 0;
        part->count++;
        if ((flags & MAY_END) == 0)
            continue;
        part->flags[part->count - 1] |= MAY_END;
        return true;
    }
    return false;
}
