/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Full names in Chinese and Japanese, which have no capitals, and where most
 * of a text sounds like something.
 *
 * But a foreign name is known by how it is written there: with letters that
 * are kept for it (foreign|...) and a sign between its parts. Where nothing in
 * the source sounds like one of them, a stranger, and nothing in the target
 * sounds like a full name of the source, the one stands for the other.
 */
#include "recognise/naming.h"

#include "lexicon/hearing.h"
#include "text/chars.h"

#include <limits.h>
#include <string.h>

/* Runs of foreign letters in a target, and sounds of one; letters of one that
 * is more than a syllable of another word. */
enum { RUNS_MAX = 64, RUN_SOUNDS = 64, RUN_LEAST = 2 };

/* Letters of an initial between two parts, and tokens of what stands in
 * parentheses behind a name. */
enum { INITIAL = 2, GLOSS = 12 };

/* Sounds from which on a word or a name can be told. */
enum {
    WORD_LEAST = 2,
    PART_LEAST = 3,
    WHOLE_LEAST = 4,
    WHOLE_LONG = 6,
    BORROWED_LEAST = 5
};

/* Percent of the sounds that may be others: of a full name, and of one of few
 * sounds; of a part of it, and of one of two sounds; of a full name that was
 * found already; and in runs without parts, which are easily taken for
 * something: of a full name and of a part. */
enum {
    WHOLE = 34,
    FEW = 25,
    PART = 17,
    SHORT = 13,
    AGAIN = 20,
    ALONE_WHOLE = 17,
    ALONE_PART = 9
};

/* A part answers less than a whole name does. */
enum { OF_PART = 100 };

enum { MAY_START = 1 << 0, MAY_END = 1 << 1 };

/* What is written with foreign letters. */
typedef struct run {
    uint32_t first; /* tokens */
    uint32_t limit;
    uint32_t parts;
    size_t count;
    int fit;       /* of the name that fits best; INT_MAX: none does */
    bool stranger; /* nothing in the source sounds like it */
    uint8_t sounds[RUN_SOUNDS]; /* bl_heard */
    uint8_t flags[RUN_SOUNDS];
} run;

typedef struct sounds {
    uint8_t items[BL_HEARING_MAX];
    size_t count;
} sounds;

typedef struct listener {
    const bl_naming *n;
    const bl_side *source;
    const bl_side *target;
    const bl_letters *letters; /* of foreign names */
    run *runs;
    int *fits; /* of each name, a run */
    uint32_t count;
    bool spaced; /* a space may stand between two parts */
} listener;

/* ---- runs of the target ------------------------------------------------- */

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_MASKED) == 0;
}

static bool is_foreign(const listener *l, uint32_t at)
{
    const bl_token *token = &l->target->tokens[at];

    return at < l->target->token_count && is_word(token) &&
           (token->flags & BL_TOKEN_GLYPH) != 0 &&
           bl_letters_have(l->letters, token->c);
}

/* Whether nothing parts the token from the one before it. Where spaces part no
 * names they say nothing: text whose words were parted has them anywhere. */
static bool is_close(const listener *l, uint32_t at)
{
    return at < l->target->token_count &&
           (!l->spaced || l->target->tokens[at].gap == BL_GAP_NONE);
}

static bool is_sign(const listener *l, uint32_t at)
{
    return is_close(l, at) && l->target->tokens[at].kind == BL_TOKEN_PUNCT &&
           bl_is_name_joint(l->target->tokens[at].c);
}

/* The part that follows one that ends at `at`; or `at`. *sign: what stands
 * between them is one of names. */
static uint32_t next_part(const listener *l, uint32_t at, bool *sign)
{
    const bl_token *token = &l->target->tokens[at];

    *sign = true;
    if (at >= l->target->token_count)
        return at;
    if (l->spaced && token->gap == BL_GAP_SPACE && is_foreign(l, at))
        return at;
    if (is_sign(l, at)) {
        at++;
        /* "John F. Kennedy" */
        if (is_close(l, at) && is_word(&l->target->tokens[at]) &&
            bl_is_latin(l->target->tokens[at].word) &&
            l->target->tokens[at].word->letters <= INITIAL &&
            is_sign(l, at + 1))
            at += 2;
        return at;
    }
    *sign = false;
    return is_close(l, at) && token->kind == BL_TOKEN_PUNCT &&
                   bl_is_dash(token->c)
               ? at + 1
               : at;
}

static uint32_t part_limit(const listener *l, uint32_t first)
{
    uint32_t at = first + 1;

    while (is_close(l, at) && is_foreign(l, at))
        at++;
    return at;
}

static size_t hear(const listener *l, uint32_t first, uint32_t limit,
                   uint8_t *out, size_t room)
{
    const bl_token *tokens = l->target->tokens;

    return bl_sounds_hear(
        l->letters,
        bl_side_text(l->target, (bl_span){ tokens[first].start,
                                           tokens[limit - 1].limit }),
        out, room);
}

/* Adds the sounds of a part. */
static void add_part(const listener *l, run *r, uint32_t first, uint32_t limit)
{
    uint8_t *flags = r->flags + r->count;
    const size_t count = hear(l, first, limit, r->sounds + r->count,
                              RUN_SOUNDS - r->count);

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
static void loosen(const listener *l, run *r, uint32_t last)
{
    const uint32_t behind_first = part_limit(l, r->first);
    uint8_t ignored[RUN_SOUNDS];
    const size_t before_last =
        r->count - hear(l, last, r->limit, ignored, RUN_SOUNDS);

    for (uint32_t i = r->first + 1; i < behind_first; i++) {
        const size_t at = hear(l, r->first, i, ignored, RUN_SOUNDS);

        if (at < r->count && (r->parts == 1 || i == r->first + 1))
            r->flags[at] |= MAY_START;
    }
    for (uint32_t i = last + 1; i < r->limit; i++) {
        const size_t at = before_last + hear(l, last, i, ignored, RUN_SOUNDS);

        if (at != 0 && at <= r->count && (r->parts == 1 || i + 1 == r->limit))
            r->flags[at - 1] |= MAY_END;
    }
}

/* The run that begins at `at`; the token behind it. */
static uint32_t read_run(const listener *l, uint32_t at, run *r)
{
    *r = (run){ .first = at, .parts = 1, .fit = INT_MAX };
    for (;;) {
        bool sign;
        uint32_t next;

        r->limit = part_limit(l, at);
        add_part(l, r, at, r->limit);
        next = next_part(l, r->limit, &sign);
        if (!is_foreign(l, next) || (next != r->limit && !is_close(l, next)) ||
            (next == r->limit && !sign))
            break;
        r->parts += sign;
        at = next;
    }
    if (!l->spaced)
        loosen(l, r, at);
    return r->limit;
}

/* Whether any of them has parts. */
static bool read_runs(listener *l, bl_arena *arena)
{
    bool parted = false;

    l->runs = bl_arena_alloc(arena, RUNS_MAX, sizeof(*l->runs));
    if (l->runs == NULL)
        return false;
    for (uint32_t i = 0; i < l->target->token_count && l->count < RUNS_MAX;) {
        run *r = &l->runs[l->count];

        if (!is_foreign(l, i)) {
            i++;
            continue;
        }
        i = read_run(l, i, r);
        parted = parted || r->parts > 1;
        l->count += r->limit - r->first >= RUN_LEAST && r->count != 0;
    }
    return parted;
}

/* ---- names of the source ------------------------------------------------ */

static sounds sounds_of(const listener *l, const bl_word *word)
{
    sounds to;

    to.count = bl_sounds_hear(&l->source->language->letters, word->skeleton,
                              to.items, BL_HEARING_MAX);
    return to;
}

/* How many percent of the sounds are others where the run has them. */
static int distance(const run *r, const sounds *wanted)
{
    bl_hearing hearing;
    int best = BL_HEARING_NEVER;

    bl_hearing_begin(&hearing, wanted->items, wanted->count);
    for (size_t i = 0; i < r->count; i++) {
        if ((r->flags[i] & MAY_START) != 0)
            bl_hearing_may_start(&hearing);
        bl_hearing_add(&hearing, r->sounds[i]);
        if ((r->flags[i] & MAY_END) != 0 && bl_hearing_cost(&hearing) < best)
            best = bl_hearing_cost(&hearing);
    }
    return wanted->count == 0
               ? INT_MAX
               : best * 100 / (int)(wanted->count * BL_HEARING_UNIT);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static void append(sounds *to, const sounds *part)
{
    const size_t room = BL_HEARING_MAX - to->count;
    const size_t count = part->count < room ? part->count : room;

    memcpy(to->items + to->count, part->items, count);
    to->count += count;
}

/* Of a full name; INT_MAX where too many are others, or it is too short. */
static int whole_fit(const run *r, const sounds *whole)
{
    const int percent =
        whole->count >= WHOLE_LEAST ? distance(r, whole) : INT_MAX;

    return percent <= (whole->count >= WHOLE_LONG ? WHOLE : FEW) ? percent
                                                                 : INT_MAX;
}

/* How well a run is the name, whose ordinary words may be translated: percent
 * of the sounds that are others, more of a part of it, or INT_MAX. */
static int fit_of(const listener *l, const run *r, const bl_name *name)
{
    bl_language *language = l->source->language;
    sounds whole = { .count = 0 };
    sounds proper = { .count = 0 };
    uint32_t proper_words = 0;
    int best = INT_MAX;

    for (uint32_t i = name->first; i < name->limit; i++) {
        sounds part;
        int percent;

        if (!bl_is_name_word(&l->source->tokens[i]))
            continue;
        part = sounds_of(l, l->source->tokens[i].word);
        percent = distance(r, &part);
        if (part.count >= WORD_LEAST &&
            percent <= (part.count >= PART_LEAST ? PART : SHORT) &&
            OF_PART + percent < best)
            best = OF_PART + percent;
        append(&whole, &part);
        if (bl_language_common(language, l->source->tokens[i].word) ==
            BL_VERDICT_GOOD)
            continue;
        append(&proper, &part);
        proper_words++;
    }
    if (name->words > 1)
        best = least(best, whole_fit(r, &whole));
    if (proper_words > 1 && proper_words < name->words)
        best = least(best, whole_fit(r, &proper));
    return best;
}

/* How many sounds the longest word of the source has that the part is; 0 where
 * it is none. */
static size_t word_heard(const listener *l, const run *part)
{
    size_t longest = 0;

    for (uint32_t i = 0; i < l->source->token_count; i++) {
        sounds word;

        if (!is_word(&l->source->tokens[i]))
            continue;
        word = sounds_of(l, l->source->tokens[i].word);
        if (word.count >= WORD_LEAST && word.count > longest &&
            distance(part, &word) <=
                (word.count >= PART_LEAST ? PART : SHORT))
            longest = word.count;
    }
    return longest;
}

/* Whether the run is made of words of the source, as borrowed ones are: a long
 * one, or more than half of its parts. */
static bool is_borrowed(const listener *l, const run *r)
{
    run part = { .count = 0 };
    uint32_t heard = 0;
    size_t longest;

    for (size_t i = 0; i < r->count; i++) {
        if ((r->flags[i] & MAY_START) != 0)
            part.count = 0;
        part.sounds[part.count] = r->sounds[i];
        part.flags[part.count] = part.count == 0 ? MAY_START : 0;
        part.count++;
        if ((r->flags[i] & MAY_END) == 0)
            continue;
        part.flags[part.count - 1] |= MAY_END;
        longest = word_heard(l, &part);
        if (longest >= BORROWED_LEAST)
            return true;
        heard += longest != 0;
    }
    return heard * 2 > r->parts;
}

/* Whether lists have something of the run that may stand there. */
static bool is_listed(const listener *l, const run *r)
{
    const bl_naming *n = l->n;

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        bl_name name = n->names[BL_TARGET][i];

        if (name.limit <= r->first || name.first >= r->limit)
            continue;
        bl_naming_answer(n, BL_TARGET, &name);
        if ((name.flags & (BL_NAME_PLACE | BL_NAME_ANSWERED)) != 0)
            return true;
    }
    return false;
}

/* Which run is which name: the pair that fits best first. A name that was
 * found is another run as well only where it fits without doubt. False without
 * memory. */
static bool assign(listener *l, bl_arena *arena)
{
    const uint32_t names = l->n->count[BL_SOURCE];
    bool taken[BL_NAMES_MAX] = { false };
    bool found = true;

    l->fits = bl_arena_alloc(arena, (size_t)l->count * names,
                             sizeof(*l->fits));
    if (l->fits == NULL)
        return false;
    for (uint32_t i = 0; i < l->count; i++) {
        for (uint32_t j = 0; j < names; j++)
            l->fits[i * names + j] =
                fit_of(l, &l->runs[i], &l->n->names[BL_SOURCE][j]);
    }
    while (found) {
        int best = INT_MAX;
        uint32_t of = 0;
        uint32_t by = 0;

        for (uint32_t i = 0; i < l->count; i++) {
            for (uint32_t j = 0; j < names && l->runs[i].fit == INT_MAX; j++) {
                const int fit = l->fits[i * names + j];

                if (fit < best && (!taken[j] || fit <= AGAIN)) {
                    best = fit;
                    of = i;
                    by = j;
                }
            }
        }
        found = best != INT_MAX;
        if (found) {
            l->runs[of].fit = best;
            taken[by] = taken[by] || l->runs[of].parts > 1;
        }
    }
    return true;
}

/* The names that nothing in the source sounds like; whether there are any.
 * Where words are parted by spaces, borrowed ones look like names. */
static bool find_strangers(listener *l)
{
    bool any = false;

    for (uint32_t i = 0; i < l->count; i++) {
        run *r = &l->runs[i];

        r->stranger = r->parts > 1 && r->fit == INT_MAX &&
                      !(l->spaced && is_borrowed(l, r)) && !is_listed(l, r);
        any = any || r->stranger;
    }
    return any;
}

/* ---- answers ------------------------------------------------------------ */

/* Whether the runs without parts have the part more often than the source has
 * it besides. */
static bool is_elsewhere(const listener *l, const bl_word *word)
{
    const sounds part = sounds_of(l, word);
    uint32_t heard = 0;

    for (uint32_t i = 0; part.count >= PART_LEAST && i < l->count; i++)
        heard += l->runs[i].parts == 1 &&
                 distance(&l->runs[i], &part) <= ALONE_PART;
    return heard != 0 &&
           heard >= bl_naming_count(&l->n->words[BL_SOURCE], word);
}

/* Whether it has enough sounds; and of words that are no ordinary ones, which
 * may be translated where they are not those of a person. */
static bool can_be_told(const listener *l, const bl_name *name)
{
    size_t proper = 0;
    size_t whole = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &l->source->tokens[i];
        size_t count;

        if (!bl_is_name_word(token))
            continue;
        count = sounds_of(l, token->word).count;
        whole += count;
        if (bl_language_common(l->source->language, token->word) !=
            BL_VERDICT_GOOD)
            proper += count;
    }
    return whole >= WHOLE_LEAST &&
           (proper >= WORD_LEAST || (name->flags & BL_NAME_GIVEN) != 0);
}

static bool is_answered(const listener *l, const bl_name *name)
{
    for (uint32_t i = 0; i < l->count; i++) {
        const run *r = &l->runs[i];
        const int fit = fit_of(l, r, name);

        if (r->parts > 1 ? fit != INT_MAX && fit <= r->fit : fit <= ALONE_WHOLE)
            return true;
    }
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&l->source->tokens[i]) &&
            is_elsewhere(l, l->source->tokens[i].word))
            return true;
    }
    return false;
}

static bool is_parenthesis(const bl_token *token, bool opening)
{
    return token->kind == BL_TOKEN_PUNCT &&
           (opening ? token->c == '(' || token->c == 0xff08
                    : token->c == ')' || token->c == 0xff09);
}

/* Whether the token stands in the parentheses behind a stranger, which say
 * whose name that is. */
static bool is_gloss(const listener *l, uint32_t at)
{
    const bl_token *tokens = l->target->tokens;
    uint32_t open = at;

    while (open > 0 && at - open < GLOSS &&
           !is_parenthesis(&tokens[open], true))
        open--;
    if (!is_parenthesis(&tokens[open], true))
        return false;
    for (uint32_t i = open; i < at; i++) {
        if (is_parenthesis(&tokens[i], false))
            return false;
    }
    for (uint32_t i = 0; i < l->count; i++) {
        if (l->runs[i].limit == open)
            return l->runs[i].stranger;
    }
    return false;
}

/* Whether a run is what the language calls the place. */
static bool is_exonym(const listener *l, const bl_word *word)
{
    for (uint32_t i = 0; i < l->count; i++) {
        const bl_token *tokens = l->target->tokens;
        const bl_str text = bl_side_text(
            l->target, (bl_span){ tokens[l->runs[i].first].start,
                                  tokens[l->runs[i].limit - 1].limit });

        if (bl_exonyms_same(l->n->exonyms[BL_SOURCE],
                            l->n->exonyms[BL_TARGET], word->skeleton_hash,
                            bl_skeleton_hash(text)))
            return true;
    }
    return false;
}

/* Whether the target has a word of the name in its letters, or what its
 * language calls it. */
static bool is_written(const listener *l, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = l->source->tokens[i].word;

        if (!bl_is_name_word(&l->source->tokens[i]))
            continue;
        if (is_exonym(l, word))
            return true;
        for (uint32_t j = 0; j < l->target->token_count; j++) {
            const bl_token *token = &l->target->tokens[j];

            if (is_word(token) &&
                (word->skeleton_hash == token->word->skeleton_hash
                     ? !is_gloss(l, j)
                     : bl_naming_same_place(l->n, word, token->word)))
                return true;
        }
    }
    return false;
}

/* Whether anything could be wrong: nearly always nothing could. */
static bool may_differ(const listener *l)
{
    bool full = false;

    for (uint32_t i = 0; i < l->n->count[BL_SOURCE] && !full; i++)
        full = l->n->names[BL_SOURCE][i].words > 1;
    for (uint32_t i = 1; full && i < l->target->token_count; i++) {
        if (is_sign(l, i) ||
            (l->spaced && l->target->tokens[i].gap == BL_GAP_SPACE))
            return true;
    }
    return false;
}

/* The first of them from *at on. */
static const run *next_stranger(const listener *l, uint32_t *at)
{
    while (*at < l->count) {
        const run *r = &l->runs[(*at)++];

        if (r->stranger)
            return r;
    }
    return NULL;
}

void bl_naming_find_parted(bl_naming *n)
{
    const bl_language *language = n->side[BL_TARGET]->language;
    listener l = { .n = n,
                   .source = n->side[BL_SOURCE],
                   .target = n->side[BL_TARGET],
                   .letters = language->foreign.count != 0
                                  ? &language->foreign
                                  : &language->letters,
                   .spaced = language->heard_names == BL_HEARS_SPACED };
    const run *stranger;
    uint32_t at = 0;

    if (!may_differ(&l) || !read_runs(&l, n->arena) ||
        !assign(&l, n->arena) || !find_strangers(&l))
        return;
    stranger = next_stranger(&l, &at);
    for (uint32_t i = 0; stranger != NULL && i < n->count[BL_SOURCE]; i++) {
        const bl_token *tokens = l.target->tokens;
        bl_name name;

        if (!bl_naming_full_name(n, i, &name) || !can_be_told(&l, &name) ||
            is_answered(&l, &name) || is_written(&l, &name) ||
            !bl_naming_is_gone(n, &name))
            continue;
        bl_naming_add(n, BL_NAME_REPLACED, name.span,
                      (bl_span){ tokens[stranger->first].start,
                                 tokens[stranger->limit - 1].limit },
                      bl_str_of(NULL, 0));
        stranger = next_stranger(&l, &at);
    }
}
