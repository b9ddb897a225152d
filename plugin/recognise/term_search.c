/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From token to token, narrowing the range of phrases that are still
 * possible. Each distinct word was looked up in the list before, so that a
 * step is a comparison of numbers.
 */
#include "recognise/term_search.h"

#include "base/cache.h"
#include "lexicon/language.h"
#include "recognise/terms.h"
#include "terms/keys.h"
#include "text/utf8.h"

#include <string.h>

enum {
    WORDS_MAX = 64,    /* of a term; the builder's limit */
    SMALL_LETTERS = 3, /* of an article or preposition */
    BETWEEN = 4        /* tokens among which each word of a term is */
};

/* ---- words -------------------------------------------------------------- */

static const bl_token *token_at(const bl_side *side, uint32_t at)
{
    return at < side->token_count ? &side->tokens[at] : NULL;
}

/* A number or sign, which has no record. */
static bl_term_word sign_word(const bl_term_search *s, uint32_t at, bool first)
{
    const bl_token *token = &s->side->tokens[at];
    const bl_token *next = token_at(s->side, at + 1);
    bl_sign_glue glue = BL_SIGN_APART;
    const uint32_t *known;
    bl_folded key;

    if (!first && token->gap == BL_GAP_NONE)
        glue = BL_SIGN_AFTER;
    else if (first && next != NULL && next->gap == BL_GAP_NONE)
        glue = BL_SIGN_BEFORE;
    if (token->kind != BL_TOKEN_NUMBER) {
        if (first && glue == BL_SIGN_APART)
            return BL_NO_TERM_WORD;
        if (token->c < 128) {
            known = bl_image_get(&s->list->image, BL_IMAGE_SIGNS,
                                 bl_sign_place(glue, token->c), 1);
            return known != NULL ? *known : BL_NO_TERM_WORD;
        }
    }
    bl_term_key(&s->side->language->locale,
                bl_side_text(s->side, bl_token_span(token)), token, next, first,
                &key);
    return key.size != 0
               ? bl_image_word(&s->list->image, bl_str_of(key.text, key.size))
               : BL_NO_TERM_WORD;
}

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD && token->word != NULL;
}

/* What the list makes of a token: nothing is NULL. `one` is for tokens that
 * have no record. */
static const bl_list_word *list_word(bl_term_search *s, uint32_t at, bool first,
                                     bl_list_word *one)
{
    const bl_token *token = &s->side->tokens[at];
    const bl_list_word *known;

    if (is_word(token)) {
        known = bl_list_word_of(s->list, s->side->language, token, s->arena);
        s->failed = s->failed || known == NULL;
        return known;
    }
    one->same = sign_word(s, at, first);
    if (one->same == BL_NO_TERM_WORD)
        return NULL;
    one->count = 1;
    one->entries[0].word = one->same;
    one->entries[0].form = BL_FORM_SURE;
    if (first) {
        one->entries[0] = bl_list_entry_of(&s->list->image, one->same);
        one->begins = one->entries[0].begins;
        one->alone = one->entries[0].alone;
        one->lead = UINT64_MAX;
    }
    return one;
}

static uint32_t skip(const bl_side *side, uint32_t at)
{
    while (at < side->token_count && bl_term_skips(&side->tokens[at], false))
        at++;
    return at;
}

/* ---- the longest -------------------------------------------------------- */

static bool counts(const bl_term_search *s, uint32_t phrase, bl_term_kind kind,
                   bl_span span)
{
    const bl_image *image = &s->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrase);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);

        if (term != NULL && s->fit->languages[term->language] &&
            (kind == BL_ANY_TERM ||
             bl_term_status_of(term) == BL_TERM_FORBIDDEN) &&
            bl_term_case_fits(s->list, term, s->side, span, false, s->arena))
            return true;
    }
    return false;
}

/* No part of other words; only scripts without spaces must be looked at. */
static bool is_apart(bl_term_search *s, uint32_t first, uint32_t limit,
                     bool surely)
{
    const bl_token *tokens = s->side->tokens;

    return ((tokens[first].flags | tokens[limit - 1].flags) & BL_TOKEN_GLYPH) ==
               0 ||
           bl_term_is_apart(s->breaks, s->side, first, limit, surely, s->arena);
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

static bool is_sure(const bl_term_search *s, uint32_t at,
                    const bl_list_entry *entry)
{
    return bl_list_entry_sure(s->list, s->side->language, &s->side->tokens[at],
                              entry, s->arena);
}

static void step(walk *w, bl_image_span phrases, uint32_t depth, uint32_t at,
                 bool same);

/* The phrase of these that ends with the token, and those that go on. */
static void take(walk *w, bl_image_span phrases, uint32_t depth,
                 bl_term_mask end, uint32_t at, bool same)
{
    const bl_side *side = w->search->side;

    if (fits(w, end) && (at + 1 > w->best.limit || (same && !w->best.same)) &&
        bl_term_may_end(&side->tokens[at], token_at(side, at + 1))) {
        const bl_term_hit hit = { phrases.start, w->best.first, at + 1, same };

        if (at + 1 >= w->best.limit &&
            (depth > 1 || is_sure(w->search, at, w->begin)) &&
            is_apart(w->search, hit.first, hit.limit, true) &&
            counts(w->search, phrases.start, w->kind,
                   bl_term_hit_span(side, &hit)))
            w->best = hit;
    }
    if (depth < WORDS_MAX &&
        phrases.limit - phrases.start > (end != 0 ? 1u : 0u))
        step(w, phrases, depth, skip(side, at + 1), same);
}

static bool is_masked(const bl_side *side, uint32_t at)
{
    return (side->tokens[at].flags & BL_TOKEN_MASKED) != 0;
}

static void step(walk *w, bl_image_span phrases, uint32_t depth, uint32_t at,
                 bool same)
{
    bl_term_search *search = w->search;
    const bl_image *image = &search->list->image;
    const bl_side *side = search->side;
    const bl_list_word *known;
    bl_list_word one;

    if (at >= side->token_count || is_masked(side, at))
        return;
    known = list_word(search, at, false, &one);
    for (uint32_t i = 0; known != NULL && i < known->count; i++) {
        const bl_list_entry *entry = &known->entries[i];
        const bl_image_span next =
            bl_image_narrow(image, phrases, depth, w->begin->word, entry->word);

        if (next.start < next.limit &&
            (depth > 1 || is_sure(search, w->best.first, w->begin)) &&
            is_sure(search, at, entry))
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

    at = skip(side, at + 1);
    if (word->lead == 0 || at >= side->token_count || is_masked(side, at))
        return false;
    token = &side->tokens[at];
    if (!is_word(token))
        return true;
    next = bl_list_word_of(w->search->list, side->language, token,
                           w->search->arena);
    return next == NULL || (next->trail & word->lead) != 0;
}

static void begin(walk *w, uint32_t at)
{
    bl_list_word one;
    const bl_list_word *known = list_word(w->search, at, true, &one);
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

    if (!is_masked(side, at) && !bl_term_skips(&side->tokens[at], true) &&
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
           may_go_on(w, word, sign_word(s, at + 1, false));
}

/* A number of the list, or a sign that is written onto what follows, as in
 * sign_word(). */
static bool may_begin_with_sign(const bl_term_search *s, uint32_t at)
{
    const bl_token *next = token_at(s->side, at + 1);

    return (s->side->tokens[at].kind == BL_TOKEN_NUMBER ||
            (next != NULL && next->gap == BL_GAP_NONE)) &&
           sign_word(s, at, true) != BL_NO_TERM_WORD;
}

/* What is known of the words lies anywhere in memory: it is sent for, first
 * where it is, and then there. */
static void send_for_words(const bl_side *side)
{
    for (uint32_t at = 0; at < side->token_count; at++) {
        if (is_word(&side->tokens[at]))
            bl_prefetch(&side->tokens[at].word->terms);
    }
    for (uint32_t at = 0; at < side->token_count; at++) {
        if (is_word(&side->tokens[at]))
            bl_prefetch(bl_atomic_get(&side->tokens[at].word->terms));
    }
}

/* What may_follow() asks about first. */
static void send_for_pair(const bl_term_search *s, const bl_list_word *word,
                          const bl_list_word *next)
{
    if (word != NULL && next != NULL && word->count != 0 && next->count != 0)
        bl_image_send_for_pair(&s->list->image, word->entries[0].word,
                               word->entries[0].phrases, next->entries[0].word);
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
    send_for_words(s->side);
    for (uint32_t at = 0; at < count; at++) {
        const bl_token *token = &s->side->tokens[at];

        known[at] = NULL;
        if (!is_word(token))
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
        send_for_pair(s, known[starts[i]], known[starts[i] + 1]);
    for (uint32_t i = 0; i < found; i++) {
        const uint32_t at = starts[i];
        const bl_list_word *word = known[at];

        starts[kept] = at;
        kept += word == NULL ? may_begin_with_sign(s, at)
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

/* ---- a certain one ------------------------------------------------------ */

static uint32_t filter_bit(bl_term_word word)
{
    return (word * UINT32_C(0x9e3779b9)) >> 24;
}

static void add_to_filter(bl_term_search *s, bl_term_word word)
{
    const uint32_t bit = filter_bit(word);

    if (word != BL_NO_TERM_WORD)
        s->filter[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool is_in_filter(const bl_term_search *s, bl_term_word word)
{
    const uint32_t bit = filter_bit(word);

    return (s->filter[bit / 64] >> bit % 64 & 1) != 0;
}

bool bl_term_prepare(bl_term_search *s)
{
    bl_term_word *same = bl_arena_alloc(
        s->arena, (size_t)s->side->token_count + 1, sizeof(*same));

    if (same == NULL)
        return false;
    send_for_words(s->side);
    for (uint32_t i = 0; i < s->side->token_count; i++) {
        const bl_token *token = &s->side->tokens[i];
        const bl_list_word *known = NULL;

        same[i] = BL_NO_TERM_WORD;
        if (bl_term_skips(token, false))
            continue;
        if (!is_word(token)) {
            same[i] = sign_word(s, i, false);
            add_to_filter(s, same[i]);
            if (token->kind != BL_TOKEN_NUMBER)
                add_to_filter(s, sign_word(s, i, true));
            continue;
        }
        known = bl_list_word_of(s->list, s->side->language, token, s->arena);
        if (known == NULL)
            return false;
        same[i] = known->same;
        for (uint32_t j = 0; j < known->count; j++)
            add_to_filter(s, known->entries[j].word);
    }
    s->same = same;
    return true;
}

static const uint32_t *words_of(const bl_term_search *s, const bl_term *term,
                                uint32_t *count)
{
    const bl_image_span span =
        bl_image_span_of(&s->list->image, BL_IMAGE_PHRASE_STARTS, term->phrase);

    *count = span.limit - span.start;
    return *count != 0 && *count <= WORDS_MAX
               ? bl_image_get(&s->list->image, BL_IMAGE_PHRASE_WORDS,
                              span.start, *count)
               : NULL;
}

/* Whether a token is the word, but for case. */
static bool is_same(const bl_term_search *s, uint32_t at, bl_term_word word,
                    bool first)
{
    return s->same[at] == word || (first && !is_word(&s->side->tokens[at]) &&
                                   sign_word(s, at, true) == word);
}

/* The same, or surely a form of it. */
static bool is_form(bl_term_search *s, uint32_t at, bl_term_word word,
                    bool first)
{
    const bl_list_word *known;
    bl_list_word one;

    if (is_same(s, at, word, first))
        return true;
    known = list_word(s, at, first, &one);
    for (uint32_t i = 0; known != NULL && i < known->count; i++) {
        if (known->entries[i].word == word)
            return is_sure(s, at, &known->entries[i]);
    }
    return false;
}

/* Whether the words stand at a token, one after the other; in *limit the
 * token behind them. */
static bool stands_at(bl_term_search *s, const uint32_t *words, uint32_t count,
                      uint32_t at, bool forms, uint32_t *limit)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i != 0)
            at = skip(s->side, at);
        if (at >= s->side->token_count ||
            !(forms ? is_form(s, at, words[i], i == 0)
                    : is_same(s, at, words[i], i == 0)))
            return false;
        at++;
    }
    *limit = at;
    return bl_term_may_end(&s->side->tokens[at - 1], token_at(s->side, at));
}

static bool find_words(bl_term_search *s, const bl_term *term,
                       const uint32_t *words, uint32_t count, bool forms,
                       bl_span *span)
{
    for (uint32_t at = 0; at < s->side->token_count; at++) {
        uint32_t limit;

        if (!stands_at(s, words, count, at, forms, &limit) ||
            bl_term_skips(&s->side->tokens[at], true) ||
            !bl_term_may_begin(at > 0 ? &s->side->tokens[at - 1] : NULL,
                               &s->side->tokens[at]) ||
            !is_apart(s, at, limit, false))
            continue;
        *span = (bl_span){ s->side->tokens[at].start,
                           s->side->tokens[limit - 1].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

bool bl_term_find(bl_term_search *s, const bl_term *term, bl_span *span)
{
    uint32_t count;
    const uint32_t *words = words_of(s, term, &count);

    if (words == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_in_filter(s, words[i]))
            return false;
    }
    return find_words(s, term, words, count, false, span) ||
           find_words(s, term, words, count, true, span);
}

/* Words of the list, each at the token that is another spelling of it. */
static bool note_spellings(bl_term_search *s, uint32_t at)
{
    const bl_spellings *spellings = bl_spellings_of(
        s->list, s->side->language, &s->side->tokens[at], s->arena);
    bl_spelled_word *more;

    if (spellings == NULL || spellings->count == 0)
        return spellings != NULL;
    if (s->spelled_count + spellings->count > s->spelled_room) {
        s->spelled_room = 2 * (s->spelled_count + spellings->count);
        more = bl_arena_alloc(s->arena, s->spelled_room, sizeof(*more));
        if (more == NULL)
            return false;
        if (s->spelled_count != 0)
            memcpy(more, s->spelled, s->spelled_count * sizeof(*more));
        s->spelled = more;
    }
    for (uint32_t i = 0; i < spellings->count; i++)
        s->spelled[s->spelled_count++] =
            (bl_spelled_word){ at, spellings->words[i] };
    return true;
}

/* What tokens may stand for, found out once for all terms. */
static bool prepare_loosely(bl_term_search *s)
{
    const uint32_t count = s->side->token_count;
    bool *forms = bl_arena_alloc(s->arena, (size_t)count + 1, sizeof(*forms));

    if (forms == NULL)
        return false;
    for (uint32_t at = 0; at < count; at++) {
        const bl_token *token = &s->side->tokens[at];

        forms[at] = is_word(token) && bl_has_forms(s->side->language, token);
        s->form_count += forms[at];
        if (is_word(token) && !forms[at] && !note_spellings(s, at))
            return false;
    }
    s->forms = forms;
    return true;
}

/* They are in the order of the tokens. */
static bool is_spelled(const bl_term_search *s, uint32_t at, bl_term_word word)
{
    size_t low = 0;
    size_t high = s->spelled_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (s->spelled[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < s->spelled_count && s->spelled[low].at == at &&
           s->spelled[low].word != word)
        low++;
    return low < s->spelled_count && s->spelled[low].at == at;
}

static bool may_stand(bl_term_search *s, uint32_t at, bl_term_word word)
{
    return bl_may_stand_for(s->list, s->side->language, &s->side->tokens[at],
                            word, &s->wanted, s->arena);
}

static bool may_be(bl_term_search *s, uint32_t at, bl_term_word word)
{
    return s->same[at] == word ||
           (s->forms[at] ? may_stand(s, at, word) : is_spelled(s, at, word));
}

/* Each word in its turn. In languages written in syllables another may stand
 * between them; in scripts without spaces nothing. */
static bool stands_in_turn(bl_term_search *s, const uint32_t *words,
                           uint32_t count, uint32_t at, uint32_t *limit)
{
    for (uint32_t i = 0; i < count; i++) {
        bool found;

        at = i != 0 ? skip(s->side, at) : at;
        found = at < s->side->token_count && may_be(s, at, words[i]);
        if (!found && i != 0 && at + 1 < s->side->token_count &&
            (s->side->tokens[at].flags & BL_TOKEN_GLYPH) == 0)
            found = may_be(s, ++at, words[i]);
        if (!found)
            return false;
        at++;
    }
    *limit = at;
    return true;
}

/* Articles and prepositions, which change with the sentence. */
static bool is_small(const bl_term_search *s, bl_term_word word)
{
    const bl_str text = bl_image_word_text(&s->list->image, word);

    return bl_utf8_points(text.ptr, text.size) <= SMALL_LETTERS;
}

/* All words but small ones near each other, in any order: adjectives move,
 * and genitives take the place of compounds. */
static bool stands_around(bl_term_search *s, const uint32_t *words,
                          uint32_t count, uint32_t at, uint32_t *limit)
{
    const uint32_t window = at + BETWEEN * count;
    uint32_t wanted = 0;

    *limit = at;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t place = at;

        if (is_small(s, words[i]))
            continue;
        wanted++;
        while (place < s->side->token_count && place < window &&
               !may_be(s, place, words[i]))
            place++;
        if (place >= s->side->token_count || place >= window)
            return false;
        if (place >= *limit)
            *limit = place + 1;
    }
    return wanted != 0 && (wanted > 1 || *limit == at + 1);
}

static bool stands_loosely(bl_term_search *s, const uint32_t *words,
                           uint32_t count, uint32_t at, uint32_t *limit)
{
    if (s->side->language->syllables == NULL && count > 1 &&
        (s->side->tokens[at].flags & BL_TOKEN_GLYPH) == 0 &&
        stands_around(s, words, count, at, limit))
        return true;
    return stands_in_turn(s, words, count, at, limit);
}

/* Signs that part what may stand by itself. No letter and no digit is one, nor
 * what begins with it. */
static bool is_parting(const bl_term_search *s, bl_term_word word)
{
    const bl_str text = bl_image_word_text(&s->list->image, word);
    size_t at = 0;

    return text.size != 0 &&
           bl_term_parts(bl_utf8_next(text.ptr, text.size, &at));
}

/* Whether the word stands anywhere. */
static bool may_be_anywhere(bl_term_search *s, bl_term_word word)
{
    const uint32_t count = s->side->token_count;

    if (is_in_filter(s, word)) {
        for (uint32_t at = 0; at < count; at++) {
            if (s->same[at] == word)
                return true;
        }
    }
    for (size_t i = 0; i < s->spelled_count; i++) {
        if (s->spelled[i].word == word)
            return true;
    }
    for (uint32_t at = 0; at < count && s->form_count != 0; at++) {
        if (s->forms[at] && may_stand(s, at, word))
            return true;
    }
    return false;
}

/* Whether each word but small ones stands somewhere: of most answers that are
 * not there one word is missing. */
static bool has_words(bl_term_search *s, const uint32_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!may_be_anywhere(s, words[i]) && !is_small(s, words[i]))
            return false;
    }
    return count != 0;
}

/* One part of a term: words without a parting sign. */
static bool find_part(bl_term_search *s, const bl_term *term,
                      const uint32_t *words, uint32_t count, bl_span *span)
{
    if (!has_words(s, words, count))
        return false;
    for (uint32_t at = 0; at < s->side->token_count; at++) {
        uint32_t limit;

        if (!stands_loosely(s, words, count, at, &limit) ||
            !is_apart(s, at, limit, false))
            continue;
        *span = (bl_span){ s->side->tokens[at].start,
                           s->side->tokens[limit - 1].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

/* How many of the words, from the first on or up to the last, are a particle
 * of the language; in scripts without spaces it is several. */
static uint32_t words_of_particle(const bl_term_search *s,
                                  const uint32_t *words, uint32_t count,
                                  bl_str particle, bool behind)
{
    uint32_t used = 0;

    while (particle.size != 0 && used < count) {
        const uint32_t word = words[behind ? count - 1 - used : used];
        const bl_str text = bl_image_word_text(&s->list->image, word);
        const size_t at = behind ? particle.size - text.size : 0;

        if (text.size == 0 || text.size > particle.size ||
            memcmp(particle.ptr + at, text.ptr, text.size) != 0)
            return 0;
        particle.size -= text.size;
        particle.ptr += behind ? 0 : text.size;
        used++;
    }
    return particle.size == 0 ? used : 0;
}

static uint32_t words_before(const bl_term_search *s, const uint32_t *words,
                             uint32_t count)
{
    const bl_language *language = s->side->language;
    uint32_t most = 0;

    for (size_t i = 0; i < language->prefix_count; i++) {
        const uint32_t used =
            words_of_particle(s, words, count, language->prefixes[i], false);

        most = used > most ? used : most;
    }
    return most;
}

static uint32_t words_behind(const bl_term_search *s, const uint32_t *words,
                             uint32_t count)
{
    const bl_language *language = s->side->language;
    uint32_t most = 0;

    for (size_t i = 0; i < language->ending_count; i++) {
        for (size_t j = 0; j < language->endings[i].count; j++) {
            const uint32_t used = words_of_particle(
                s, words, count, language->endings[i].items[j], true);

            most = used > most ? used : most;
        }
    }
    return most;
}

/* The part, or what it is without particles that make a noun of a verb. */
static bool find_part_or_stem(bl_term_search *s, const bl_term *term,
                              const uint32_t *words, uint32_t count,
                              bl_span *span)
{
    uint32_t before;
    uint32_t behind;

    if (find_part(s, term, words, count, span))
        return true;
    before = words_before(s, words, count);
    behind = words_behind(s, words + before, count - before);
    return before + behind != 0 && before + behind < count &&
           find_part(s, term, words + before, count - before - behind, span);
}

bool bl_term_find_loosely(bl_term_search *s, const bl_term *term, bl_span *span)
{
    uint32_t count;
    uint32_t start = 0;
    const uint32_t *words = words_of(s, term, &count);

    if (s->forms == NULL && !prepare_loosely(s)) {
        s->failed = true;
        return false;
    }
    for (uint32_t i = 0; words != NULL && i <= count; i++) {
        if (i < count && !is_parting(s, words[i]))
            continue;
        if (find_part_or_stem(s, term, words + start, i - start, span))
            return true;
        start = i + 1;
    }
    return false;
}
