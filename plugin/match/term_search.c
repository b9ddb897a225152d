/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From token to token, narrowing the range of phrases that are still
 * possible. Each distinct word was looked up in the list before, so that a
 * step is a comparison of numbers.
 */
#include "match/term_tokens.h"

/* ---- the longest -------------------------------------------------------- */

static bool counts(const bl_term_search *s, uint32_t phrase, bl_term_kind kind,
                   bl_span span)
{
    const bl_image *image = &s->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrase);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);

        if (term != NULL && bl_terms_count(s->list, s->fit, term) &&
            (kind == BL_ANY_TERM ||
             bl_term_status_of(term) == BL_TERM_FORBIDDEN) &&
            bl_term_case_fits(s->list, term, s->side, span, false, s->arena))
            return true;
    }
    return false;
}

/* What is looked for, and how far it is. */
typedef struct walk {
    bl_term_search *search;
    bl_term_kind kind;
    bl_term_hit best;
    const bl_list_entry *begin; /* of its first word */
} walk;

/* Whether one of such phrases may be what is looked for. */
static bool fits(const walk *w, bl_term_mask mask)
{
    return (mask & w->search->fit->mask) != 0 &&
           (w->kind == BL_ANY_TERM || (mask & BL_MASK_FORBIDDEN) != 0);
}

static void step(walk *w, bl_image_span phrases, uint32_t depth, uint32_t at,
                 bool same);

/* The phrase of these that ends with the token, and those that go on. */
static void take(walk *w, bl_image_span phrases, uint32_t depth,
                 bl_term_mask end, uint32_t at, bool same)
{
    const bl_side *side = w->search->side;

    if (fits(w, end) && (at + 1 > w->best.limit || (same && !w->best.same)) &&
        bl_term_may_end(&side->tokens[at], bl_term_token(side, at + 1))) {
        const bl_term_hit hit = { phrases.start, w->best.first, at + 1, same };

        if (at + 1 >= w->best.limit &&
            (depth > 1 || bl_term_is_sure(w->search, at, w->begin)) &&
            bl_term_stands_apart(w->search, hit.first, hit.limit, true) &&
            counts(w->search, phrases.start, w->kind,
                   bl_term_hit_span(side, &hit)))
            w->best = hit;
    }
    if (depth < BL_TERM_WORDS &&
        phrases.limit - phrases.start > (end != 0 ? 1u : 0u))
        step(w, phrases, depth, bl_term_pass(side, at + 1), same);
}

static void step(walk *w, bl_image_span phrases, uint32_t depth, uint32_t at,
                 bool same)
{
    bl_term_search *search = w->search;
    const bl_image *image = &search->list->image;
    const bl_side *side = search->side;
    const bl_list_word *known;
    bl_list_word one;

    if (at >= side->token_count || bl_term_is_masked(side, at))
        return;
    known = bl_term_listed(search, at, false, &one);
    for (uint32_t i = 0; known != NULL && i < known->count; i++) {
        const bl_list_entry *entry = &known->entries[i];
        const bl_image_span next =
            bl_image_narrow(image, phrases, depth, w->begin->word, entry->word);

        if (next.start < next.limit &&
            (depth > 1 || bl_term_is_sure(search, w->best.first, w->begin)) &&
            bl_term_is_sure(search, at, entry))
            take(w, next, depth + 1, bl_image_end_mask(image, next, depth + 1),
                 at, same && entry->word == known->same);
    }
}

/* Whether a phrase may go on with what stands behind its first word. */
static bool goes_on(const walk *w, const bl_list_word *word, uint32_t at)
{
    const bl_side *side = w->search->side;
    const bl_token *token;
    const bl_list_word *next;

    at = bl_term_pass(side, at + 1);
    if (word->lead == 0 || at >= side->token_count ||
        bl_term_is_masked(side, at))
        return false;
    token = &side->tokens[at];
    if (!bl_term_is_word(token))
        return true;
    next = bl_list_word_of(w->search->list, side->language, token,
                           w->search->arena);
    return next == NULL || (next->trail & word->lead) != 0;
}

static void begin(walk *w, uint32_t at)
{
    bl_list_word one;
    const bl_list_word *known = bl_term_listed(w->search, at, true, &one);
    bool on;

    if (known == NULL || !fits(w, known->begins))
        return;
    on = goes_on(w, known, at);
    if (!on && !fits(w, known->alone))
        return;
    for (uint32_t i = 0; i < known->count; i++) {
        const bl_list_entry *entry = &known->entries[i];
        bl_image_span phrases = entry->phrases;

        if (!on && entry->alone != 0)
            phrases.limit = phrases.start + 1;
        w->begin = entry;
        if (fits(w, on ? entry->begins : entry->alone))
            take(w, phrases, 1, entry->alone, at, entry->word == known->same);
    }
}

bl_term_hit bl_term_longest(bl_term_search *search, uint32_t at,
                            bl_term_kind kind)
{
    walk w = { search, kind, { BL_NO_PHRASE, at, 0, false }, NULL };
    const bl_side *side = search->side;

    if (!bl_term_is_masked(side, at) &&
        !bl_term_skips(&side->tokens[at], true) &&
        bl_term_may_begin(at > 0 ? &side->tokens[at - 1] : NULL,
                          &side->tokens[at]))
        begin(&w, at);
    return w.best;
}

/* Whether a phrase may begin with a word and go on with this one. */
static bool may_go_on(const walk *w, const bl_list_word *word,
                      bl_term_word next)
{
    for (uint32_t i = 0; i < word->count && next != BL_NO_TERM_WORD; i++) {
        const bl_list_entry *entry = &word->entries[i];

        if (fits(w, entry->begins) &&
            bl_image_may_follow(&w->search->list->image, entry->word,
                                entry->phrases, next))
            return true;
    }
    return false;
}

/* The same of all that it may be. */
static bool may_follow(const walk *w, const bl_list_word *word,
                       const bl_list_word *next)
{
    if ((word->lead & next->trail) == 0)
        return false;
    for (uint32_t i = 0; i < next->count; i++) {
        if (may_go_on(w, word, next->entries[i].word))
            return true;
    }
    return false;
}

/* Of two tokens, whether a phrase may begin with them. */
static bool may_begin_with(const walk *w, const bl_list_word *word,
                           const bl_list_word *next, uint32_t at)
{
    const bl_term_search *s = w->search;

    if (next != NULL)
        return may_follow(w, word, next);
    return bl_term_skips(&s->side->tokens[at + 1], false) ||
           may_go_on(w, word, bl_term_sign(s, at + 1, false));
}

/* The same of a number, or of a sign that is written onto what follows, as in
 * bl_term_sign(). */
static bool may_begin_with_sign(const walk *w, uint32_t at)
{
    const bl_term_search *s = w->search;
    const bl_token *next = bl_term_token(s->side, at + 1);
    bl_term_word sign;

    if (s->side->tokens[at].kind != BL_TOKEN_NUMBER &&
        (next == NULL || next->gap != BL_GAP_NONE))
        return false;
    sign = bl_term_sign(s, at, true);
    return sign != BL_NO_TERM_WORD &&
           fits(w, bl_image_word_mask(&s->list->image, sign));
}

/* What may_follow() asks about. */
static void send_for_pair(const walk *w, const bl_list_word *word,
                          const bl_list_word *next)
{
    if (word == NULL || next == NULL || (word->lead & next->trail) == 0)
        return;
    for (uint32_t i = 0; i < word->count; i++) {
        const bl_list_entry *entry = &word->entries[i];

        for (uint32_t j = 0; j < next->count && fits(w, entry->begins); j++)
            bl_image_send_for_pair(&w->search->list->image, entry->word,
                                   entry->phrases, next->entries[j].word);
    }
}

/*
 * The tokens with which a phrase may begin, said of most at once by what is
 * known of them and of the word behind, in passes in which nothing waits for
 * the answer before.
 */
static bool find_starts(bl_term_search *s, bl_term_kind kind)
{
    const walk w = { .search = s, .kind = kind };
    const uint32_t count = s->side->token_count;
    const bl_list_word **known =
        bl_arena_alloc(s->arena, (size_t)count + 1, sizeof(*known));
    uint32_t *starts =
        bl_arena_alloc(s->arena, (size_t)count + 1, sizeof(*starts));
    uint32_t found = 0;
    uint32_t kept = 0;

    if (known == NULL || starts == NULL)
        return false;
    bl_term_send_for(s->side);
    for (uint32_t at = 0; at < count; at++) {
        const bl_token *token = &s->side->tokens[at];

        known[at] = NULL;
        if (!bl_term_is_word(token))
            continue;
        known[at] =
            bl_list_word_of(s->list, s->side->language, token, s->arena);
        if (known[at] == NULL)
            return false;
    }
    known[count] = NULL;
    for (uint32_t at = 0; at < count; at++) {
        const bl_list_word *next = known[at + 1];
        const uint64_t behind = next != NULL     ? next->trail
                                : at + 1 < count ? UINT64_MAX
                                                 : 0;

        starts[found] = at;
        found +=
            known[at] == NULL || fits(&w, known[at]->alone) ||
            (fits(&w, known[at]->begins) && (known[at]->lead & behind) != 0);
    }
    for (uint32_t i = 0; i < found; i++)
        send_for_pair(&w, known[starts[i]], known[starts[i] + 1]);
    for (uint32_t i = 0; i < found; i++) {
        const uint32_t at = starts[i];
        const bl_list_word *word = known[at];

        starts[kept] = at;
        kept += word == NULL ? may_begin_with_sign(&w, at)
                             : fits(&w, word->alone) ||
                                   may_begin_with(&w, word, known[at + 1], at);
    }
    s->starts = starts;
    s->start_count = kept;
    s->start_next = 0;
    s->start_kind = kind;
    return true;
}

bl_term_hit bl_term_next(bl_term_search *search, uint32_t at, bl_term_kind kind)
{
    bl_term_hit hit = { BL_NO_PHRASE, at, at, false };

    if ((search->starts == NULL || search->start_kind != kind) &&
        !find_starts(search, kind)) {
        search->failed = true;
        return hit;
    }
    while (search->start_next < search->start_count &&
           hit.phrase == BL_NO_PHRASE) {
        const uint32_t start = search->starts[search->start_next++];

        if (start >= at)
            hit = bl_term_longest(search, start, kind);
    }
    return hit;
}
