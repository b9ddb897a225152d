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

/* ---- where phrases may begin --------------------------------------------- */

/* Whether one may begin with a number, or with a sign that is written onto
 * what follows, as in bl_term_sign(). */
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

/* Whether a phrase may begin with two words, one of them the token's. */
typedef struct question {
    bl_pair_place pair;
    uint32_t start; /* the token's place among the starts */
} question;

/* Questions that wait for each other's answers no longer than for one; and
 * those that two tokens give at most. */
enum { QUESTIONS = 256, OF_TWO = (BL_TERM_FORMS + 1) * (BL_TERM_FORMS + 1) };

/* Tokens with which phrases may begin. */
typedef struct beginnings {
    const walk *walk;
    const bl_list_word **known; /* by token; NULL: it is no word */
    uint32_t *starts;           /* tokens */
    bool *may;                  /* of each of those */
    uint32_t count;
    uint32_t asked;
    question questions[QUESTIONS];
} beginnings;

static void answer(beginnings *b)
{
    const bl_image *image = &b->walk->search->list->image;

    for (uint32_t i = 0; i < b->asked; i++) {
        const question *q = &b->questions[i];

        b->may[q->start] =
            b->may[q->start] || bl_image_may_have_pair(image, q->pair);
    }
    b->asked = 0;
}

/* Ask about the word of a start, and what stands behind it. */
static void ask(beginnings *b, uint32_t start, const bl_list_word *word,
                const bl_list_word *next)
{
    const bl_image *image = &b->walk->search->list->image;
    const uint32_t room = bl_image_count(image, BL_IMAGE_PAIRS);

    for (uint32_t i = 0; i < word->count; i++) {
        const bl_list_entry *entry = &word->entries[i];
        const bl_pair_lines lines =
            bl_pair_lines_of(entry->word, entry->pair_scale);

        for (uint32_t j = 0; j < next->count && fits(b->walk, entry->begins);
             j++) {
            question *q = &b->questions[b->asked++];

            q->start = start;
            q->pair = bl_pair_place_of(lines, next->entries[j].word, room);
            bl_image_send_for_pair(image, q->pair);
        }
    }
}

/* Say of a start that phrases may begin there, or ask. */
static void judge(beginnings *b, uint32_t start)
{
    bl_term_search *s = b->walk->search;
    const uint32_t at = b->starts[start];
    const bl_list_word *word = b->known[at];
    const bl_list_word *next = b->known[at + 1];
    bl_list_word one;

    if (word == NULL) {
        b->may[start] = may_begin_with_sign(b->walk, at);
    } else if (fits(b->walk, word->alone) ||
               (next == NULL &&
                bl_term_skips(&s->side->tokens[at + 1], false))) {
        b->may[start] = true;
    } else {
        if (next == NULL)
            next = bl_term_listed(s, at + 1, false, &one);
        if (next != NULL)
            ask(b, start, word, next);
    }
    if (b->asked + OF_TWO > QUESTIONS)
        answer(b);
}

/* What the list makes of each token. */
static bool find_known(const bl_term_search *s, const bl_list_word **known)
{
    const uint32_t count = s->side->token_count;

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
    return true;
}

/* The starts that the words and those behind them do not rule out. */
static void find_possible(beginnings *b)
{
    const uint32_t count = b->walk->search->side->token_count;

    for (uint32_t at = 0; at < count; at++) {
        const bl_list_word *word = b->known[at];
        const bl_list_word *next = b->known[at + 1];
        const uint64_t behind = next != NULL     ? next->trail
                                : at + 1 < count ? UINT64_MAX
                                                 : 0;

        b->starts[b->count] = at;
        b->may[b->count] = false;
        b->count += word == NULL || fits(b->walk, word->alone) ||
                    (fits(b->walk, word->begins) && (word->lead & behind) != 0);
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
    const size_t room = (size_t)s->side->token_count + 1;
    beginnings b; /* questions are written before they are read */

    b.walk = &w;
    b.count = 0;
    b.asked = 0;
    b.known = bl_arena_alloc(s->arena, room, sizeof(*b.known));
    b.starts = bl_arena_alloc(s->arena, room, sizeof(*b.starts));
    b.may = bl_arena_alloc(s->arena, room, sizeof(*b.may));
    if (b.known == NULL || b.starts == NULL || b.may == NULL ||
        !find_known(s, b.known))
        return false;
    find_possible(&b);
    for (uint32_t i = 0; i < b.count; i++)
        judge(&b, i);
    answer(&b);
    s->starts = b.starts;
    s->start_count = 0;
    for (uint32_t i = 0; i < b.count; i++) {
        b.starts[s->start_count] = b.starts[i];
        s->start_count += b.may[i];
    }
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
