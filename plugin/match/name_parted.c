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
#include "match/foreign.h"
#include "match/naming.h"

#include <limits.h>

/* Tokens of what stands in parentheses behind a name. */
enum { GLOSS = 12 };

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

/* Tokens of a source whose words are all listened to, for each part. */
enum { SOURCE_MOST = 2000 };

/* A part answers less than a whole name does. */
enum { OF_PART = 100 };

typedef struct listener {
    const bl_naming *n;
    const bl_side *source;
    const bl_side *target;
    bl_foreign_runs runs;
    int *fits; /* of each name, a run */
} listener;

/* ---- names of the source ------------------------------------------------ */

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Of a full name; INT_MAX where too many are others, or it is too short. */
static int whole_fit(const bl_foreign_run *r, const bl_wanted *whole)
{
    const int percent =
        whole->weight >= WHOLE_LEAST ? bl_foreign_distance(r, whole) : INT_MAX;

    return percent <= (whole->weight >= WHOLE_LONG ? WHOLE : FEW) ? percent
                                                                  : INT_MAX;
}

/* How well a run is the name, whose ordinary words may be translated: percent
 * of the sounds that are others, more of a part of it, or INT_MAX. */
static int fit_of(const listener *l, const bl_foreign_run *r,
                  const bl_name *name)
{
    bl_language *language = l->source->language;
    bl_wanted whole = { .count = 0 };
    bl_wanted proper = { .count = 0 };
    uint32_t proper_words = 0;
    int best = INT_MAX;

    for (uint32_t i = name->first; i < name->limit; i++) {
        bl_wanted part;
        int percent;

        if (!bl_is_name_word(&l->source->tokens[i]))
            continue;
        part = bl_wanted_word(l->source, l->source->tokens[i].word);
        percent = bl_foreign_distance(r, &part);
        if (part.weight >= WORD_LEAST &&
            percent <= (part.weight >= PART_LEAST ? PART : SHORT) &&
            OF_PART + percent < best)
            best = OF_PART + percent;
        bl_wanted_add(&whole, &part);
        if (bl_language_common(language, l->source->tokens[i].word) ==
            BL_VERDICT_GOOD)
            continue;
        bl_wanted_add(&proper, &part);
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
static size_t word_heard(const listener *l, const bl_foreign_run *part)
{
    size_t longest = 0;

    for (uint32_t i = 0; i < l->source->token_count; i++) {
        bl_wanted word;

        if (!bl_token_is_word(&l->source->tokens[i]))
            continue;
        word = bl_wanted_word(l->source, l->source->tokens[i].word);
        if (word.weight >= WORD_LEAST && word.weight > longest &&
            bl_foreign_distance(part, &word) <=
                (word.weight >= PART_LEAST ? PART : SHORT))
            longest = word.weight;
    }
    return longest;
}

/* Whether the run is made of words of the source, as borrowed ones are: a long
 * one, or more than half of its parts. Of a very long text that is not asked,
 * and nothing is told. */
static bool is_borrowed(const listener *l, const bl_foreign_run *r)
{
    bl_foreign_run part;
    uint32_t heard = 0;
    size_t at = 0;
    size_t longest;

    if (l->source->token_count > SOURCE_MOST)
        return true;
    while (bl_foreign_part(r, &at, &part)) {
        longest = word_heard(l, &part);
        if (longest >= BORROWED_LEAST)
            return true;
        heard += longest != 0;
    }
    return heard * 2 > r->parts;
}

/* Whether lists have something of the run that may stand there. */
static bool is_listed(const listener *l, const bl_foreign_run *r)
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

    l->fits =
        bl_arena_alloc(arena, (size_t)l->runs.count * names, sizeof(*l->fits));
    if (l->fits == NULL)
        return false;
    for (uint32_t i = 0; i < l->runs.count; i++) {
        for (uint32_t j = 0; j < names; j++)
            l->fits[i * names + j] =
                fit_of(l, &l->runs.items[i], &l->n->names[BL_SOURCE][j]);
    }
    while (found) {
        int best = INT_MAX;
        uint32_t of = 0;
        uint32_t by = 0;

        for (uint32_t i = 0; i < l->runs.count; i++) {
            if (l->runs.items[i].fit != INT_MAX)
                continue;
            for (uint32_t j = 0; j < names; j++) {
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
            l->runs.items[of].fit = best;
            taken[by] = taken[by] || l->runs.items[of].parts > 1;
        }
    }
    return true;
}

/* The names that nothing in the source sounds like; whether there are any.
 * Where words are parted by spaces, borrowed ones look like names. */
static bool find_strangers(listener *l)
{
    bool any = false;

    for (uint32_t i = 0; i < l->runs.count; i++) {
        bl_foreign_run *r = &l->runs.items[i];

        r->stranger = r->parts > 1 && r->fit == INT_MAX &&
                      !(l->runs.spaced && is_borrowed(l, r)) &&
                      !is_listed(l, r);
        any = any || r->stranger;
    }
    return any;
}

/* ---- answers ------------------------------------------------------------ */

/* Whether the runs without parts have the part more often than the source has
 * it besides. */
static bool is_elsewhere(const listener *l, const bl_word *word)
{
    const bl_wanted part = bl_wanted_word(l->source, word);
    uint32_t heard = 0;

    for (uint32_t i = 0; part.weight >= PART_LEAST && i < l->runs.count; i++)
        heard += l->runs.items[i].parts == 1 &&
                 bl_foreign_distance(&l->runs.items[i], &part) <= ALONE_PART;
    return heard != 0 &&
           heard >= bl_naming_count(&l->n->words[BL_SOURCE], word);
}

/* Whether it has enough sounds; and of words that are no ordinary ones, which
 * may be translated where they are not those of a person. A name that could be
 * of the language itself is written otherwise there. */
static bool can_be_told(const listener *l, const bl_name *name)
{
    const bl_language *language = l->target->language;
    bool romanized = true;
    size_t proper = 0;
    size_t whole = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &l->source->tokens[i];
        size_t count;

        if (!bl_is_name_word(token))
            continue;
        count = bl_wanted_word(l->source, token->word).weight;
        whole += count;
        romanized = romanized &&
                    bl_language_is_romanized(language, token->word->skeleton);
        if (bl_language_common(l->source->language, token->word) !=
            BL_VERDICT_GOOD)
            proper += count;
    }
    return !romanized && whole >= WHOLE_LEAST &&
           (proper >= WORD_LEAST || (name->flags & BL_NAME_GIVEN) != 0);
}

static bool is_answered(const listener *l, const bl_name *name)
{
    for (uint32_t i = 0; i < l->runs.count; i++) {
        const bl_foreign_run *r = &l->runs.items[i];
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
    for (uint32_t i = 0; i < l->runs.count; i++) {
        if (l->runs.items[i].limit == open)
            return l->runs.items[i].stranger;
    }
    return false;
}

/* Whether tokens [first, limit) of the target are what its language calls the
 * thing. */
static bool is_called_so(const listener *l, const bl_word *word, uint32_t first,
                         uint32_t limit)
{
    const bl_token *tokens = l->target->tokens;
    const bl_span span = { tokens[first].start, tokens[limit - 1].limit };

    return bl_exonyms_same(l->n->exonyms[BL_SOURCE], l->n->exonyms[BL_TARGET],
                           word->skeleton_hash,
                           bl_skeleton_hash(bl_side_text(l->target, span)));
}

/* Whether a run or a part of it is what the language calls the place, or the
 * given name: 迈克尔. */
static bool is_exonym(const listener *l, const bl_word *word)
{
    for (uint32_t i = 0; i < l->runs.count; i++) {
        const bl_foreign_run *r = &l->runs.items[i];
        uint32_t first = r->first;

        if (is_called_so(l, word, r->first, r->limit))
            return true;
        for (uint32_t at = r->first; at <= r->limit; at++) {
            if (at < r->limit && l->target->tokens[at].kind != BL_TOKEN_PUNCT)
                continue;
            if (at > first && is_called_so(l, word, first, at))
                return true;
            first = at + 1;
        }
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

            if (bl_token_is_word(token) &&
                (word->skeleton_hash == token->word->skeleton_hash
                     ? !is_gloss(l, j)
                     : bl_naming_same_place(l->n, word, token->word)))
                return true;
        }
    }
    return false;
}

/* Whether the source has anything that could be a full name. */
static bool has_full_name(const bl_naming *n)
{
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        if (n->names[BL_SOURCE][i].words > 1)
            return true;
    }
    return false;
}

/* The first of them from *at on. */
static const bl_foreign_run *next_stranger(const listener *l, uint32_t *at)
{
    while (*at < l->runs.count) {
        const bl_foreign_run *r = &l->runs.items[(*at)++];

        if (r->stranger)
            return r;
    }
    return NULL;
}

/* Whether a name of the lists stands in the run, which may sound like another:
 * Putin, Biden. */
static bool has_listed(const bl_naming *n, const bl_foreign_run *r)
{
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        const bl_name *name = &n->names[BL_SOURCE][i];

        if ((name->flags & BL_NAME_LISTED) != 0 && name->first < r->limit &&
            name->limit > r->first)
            return true;
    }
    return false;
}

static bool is_in_runs(const bl_naming *n, const bl_foreign_runs *runs,
                       const bl_wanted *part)
{
    for (uint32_t i = 0; i < runs->count; i++) {
        if (bl_foreign_distance(&runs->items[i], part) <= WHOLE &&
            !has_listed(n, &runs->items[i]))
            return true;
    }
    return false;
}

/* Whether foreign names are known there by how they are written. */
static bool is_parted(const bl_side *side)
{
    return side->language->heard_names == BL_HEARS_PARTED ||
           side->language->heard_names == BL_HEARS_SPACED;
}

bool bl_naming_is_surname_there(const bl_naming *n, const bl_name *name)
{
    const bl_token *last = &n->side[BL_TARGET]->tokens[name->limit - 1];
    bl_foreign_runs runs;
    bl_wanted part;

    if (!bl_is_name_word(last) || name->words < BL_NAME_FULL ||
        !is_parted(n->side[BL_SOURCE]))
        return false;
    part = bl_wanted_word(n->side[BL_TARGET], last->word);
    return part.weight >= PART_LEAST &&
           bl_foreign_read_all(n->side[BL_SOURCE], n->arena, &runs) &&
           is_in_runs(n, &runs, &part);
}

bool bl_naming_is_written_there(const bl_naming *n, const bl_name *name)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_foreign_runs runs;
    bool told = false;

    if (!is_parted(n->side[BL_SOURCE]) ||
        !bl_foreign_read_all(n->side[BL_SOURCE], n->arena, &runs))
        return true;
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = target->tokens[i].word;
        bl_wanted part;

        if (!bl_is_name_word(&target->tokens[i]))
            continue;
        if (bl_language_is_romanized(n->side[BL_SOURCE]->language,
                                     word->skeleton))
            return true;
        part = bl_wanted_word(target, word);
        if (part.weight < PART_LEAST)
            continue;
        if (is_in_runs(n, &runs, &part))
            return true;
        told = true;
    }
    return !told;
}

void bl_naming_find_parted(bl_naming *n)
{
    listener l = { .n = n,
                   .source = n->side[BL_SOURCE],
                   .target = n->side[BL_TARGET] };
    const bl_foreign_run *stranger;
    uint32_t at = 0;

    if (!has_full_name(n) || !bl_foreign_read(l.target, n->arena, &l.runs) ||
        !assign(&l, n->arena) || !find_strangers(&l))
        return;
    stranger = next_stranger(&l, &at);
    for (uint32_t i = 0; stranger != NULL && i < n->count[BL_SOURCE]; i++) {
        bl_name name;

        if (!bl_naming_full_name(n, i, l.target->language->heard_names,
                                 &name) || !can_be_told(&l, &name) ||
            is_answered(&l, &name) || is_written(&l, &name) ||
            !bl_naming_is_gone(n, &name))
            continue;
        bl_naming_add(n, BL_NAME_REPLACED, name.span,
                      bl_foreign_span(&l.runs, stranger), bl_str_of(NULL, 0));
        stranger = next_stranger(&l, &at);
    }
}
