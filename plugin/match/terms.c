/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Terms of the source, one after the other, each held against the target;
 * then what the target must not say.
 *
 * A phrase may be the term of several concepts, and of several lists: it is
 * answered by any of them, so what is wanted is gathered over all.
 */
#include "match/terms.h"

#include "lexicon/language.h"
#include "match/term_entries.h"
#include "match/term_search.h"
#include "recognise/recognise.h"
#include "text/fold.h"

#include <string.h>

/* Uses of terms in a pair; translations that are looked for: who has more of
 * them does not mean one. */
enum {
    USES_MAX = 1024,
    TRANSLATIONS_MAX = 500,
    NAME_TOKENS = 6, /* of a name before a word of it */
    FIRST_MAX = 8 /* translations that are remembered between two looks */
};

/* ---- answering ---------------------------------------------------------- */

/* One list, and the sides as it sees them. */
typedef struct searched {
    const bl_list_match *of;
    bl_term_search in_source;
    bl_term_search in_target;
} searched;

typedef struct matcher {
    const bl_list_match *of; /* the list that is looked at, */
    bl_term_search *in_source;
    bl_term_search *in_target;
    uint32_t first_use; /* and the first of its uses */
    const bl_side *source;
    const bl_side *target;
    bl_term_breaks breaks[2]; /* by bl_side_id */
    bl_arena *arena;
    bl_term_use *uses;
    uint32_t use_count;
    uint32_t uses_max;
    bl_term_misuse *misuses;
    uint32_t misuse_count;
    bl_term_extra *extras;
    uint32_t extra_count;
    uint32_t misuses_max; /* and extras */
} matcher;

typedef struct answering {
    matcher *m;
    bl_span span;
    uint32_t tried;
    const bl_term *first[FIRST_MAX]; /* of those that were tried */
} answering;

static bool find_answer(void *context, const bl_term *term)
{
    answering *a = context;

    if (bl_term_status_of(term) == BL_TERM_FORBIDDEN)
        return false;
    if (a->tried < FIRST_MAX)
        a->first[a->tried] = term;
    return a->tried++ == TRANSLATIONS_MAX ||
           bl_term_find(a->m->in_target, term, &a->span);
}

static bool find_answer_loosely(void *context, const bl_term *term)
{
    answering *a = context;

    return bl_term_status_of(term) != BL_TERM_FORBIDDEN &&
           (a->tried++ == TRANSLATIONS_MAX ||
            bl_term_find_loosely(a->m->in_target, term, &a->span));
}

/* Whether a phrase is the term of so many concepts that any target will do. */
static bool means_anything(const bl_list_match *of, uint32_t phrase)
{
    const bl_image_span terms =
        bl_image_span_of(&of->list->image, BL_IMAGE_PHRASE_TERMS, phrase);

    return terms.limit - terms.start > TRANSLATIONS_MAX;
}

/* Once each was looked for as it is, in vain. */
static bool is_answered_loosely(matcher *m, const bl_term_use *use,
                                answering *a)
{
    const uint32_t count = a->tried;

    if (count > FIRST_MAX) {
        a->tried = 0;
        return bl_term_each_other(m->of, use->phrase, BL_SOURCE, m->source,
                                  use->source, find_answer_loosely, a,
                                  m->arena);
    }
    for (uint32_t i = 0; i < count; i++) {
        if (bl_term_find_loosely(m->in_target, a->first[i], &a->span))
            return true;
    }
    return false;
}

static void answer(matcher *m, bl_term_use *use)
{
    answering a = { .m = m };

    use->wanted = use->answered = means_anything(m->of, use->phrase);
    if (use->answered)
        return;
    for (uint32_t i = m->first_use; i < m->use_count; i++) {
        const bl_term_use *other = &m->uses[i];

        if (other->phrase == use->phrase && other != use) {
            use->target = other->target;
            use->answered = other->answered;
            use->wanted = other->wanted;
            return;
        }
    }
    use->answered = bl_term_each_other(m->of, use->phrase, BL_SOURCE, m->source,
                               use->source, find_answer, &a, m->arena) ||
                    is_answered_loosely(m, use, &a);
    use->wanted = a.tried != 0;
    if (use->answered)
        use->target = a.span;
}

/* Whether the phrase is a common word in all its terms. */
static bool is_common(const matcher *m, uint32_t phrase)
{
    const bl_image *image = &m->of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrase);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);

        if (term != NULL && bl_terms_count(m->of->list, &m->of->source, term) &&
            bl_case_of(bl_image_text(image, term)) != BL_CASE_LOWER)
            return false;
    }
    return true;
}

/* Whether a common word is but part of a longer name that is known: the
 * "kingdom" of "United Kingdom". */
static bool is_in_name(const matcher *m, const bl_term_hit *hit)
{
    static const bl_sense_set names =
        BL_SENSE_BIT(BL_SENSE_ENTITY) | BL_SENSE_BIT(BL_SENSE_PERSON);
    const bl_side *side = m->source;
    const bl_word *word = side->tokens[hit->first].word;
    uint32_t at = hit->first > NAME_TOKENS ? hit->first - NAME_TOKENS : 0;

    if (word == NULL || (word->flags & BL_WORD_CAPITAL) == 0 ||
        !is_common(m, hit->phrase))
        return false;
    for (; at <= hit->first; at++) {
        size_t limit = 0;

        if (bl_language_match(side->language, side->tokens, side->token_count,
                              at, names, &limit) != 0 &&
            limit >= hit->limit && limit - at > hit->limit - hit->first)
            return true;
    }
    return false;
}

static void find_uses(matcher *m)
{
    bl_term_hit hit = bl_term_next(m->in_source, 0, BL_ANY_TERM);

    for (; hit.phrase != BL_NO_PHRASE && m->use_count < m->uses_max;
         hit = bl_term_next(m->in_source, hit.limit, BL_ANY_TERM)) {
        bl_term_use *use = &m->uses[m->use_count];

        *use = (bl_term_use){ .of = m->of,
                              .phrase = hit.phrase,
                              .source = bl_term_hit_span(m->source, &hit),
                              .leader = m->use_count++ };
        if (m->in_target->same == NULL && !bl_term_prepare(m->in_target)) {
            m->in_target->failed = true;
            return;
        }
        answer(m, use);
        use->held = use->wanted && !use->answered && is_in_name(m, &hit);
    }
}

/* ---- several lists ------------------------------------------------------ */

static bool is_inside(bl_span inner, bl_span outer)
{
    return inner.start >= outer.start && inner.limit <= outer.limit;
}

static bool is_same_span(bl_span a, bl_span b)
{
    return a.start == b.start && a.limit == b.limit;
}

/* Whether a longer term of another list hides this one. */
static bool is_hidden(const matcher *m, const bl_term_use *use)
{
    for (uint32_t i = 0; i < m->use_count; i++) {
        const bl_term_use *other = &m->uses[i];

        if (other->of != use->of && other->wanted &&
            is_inside(use->source, other->source) &&
            !is_same_span(use->source, other->source))
            return true;
    }
    return false;
}

/* The first use of the same words, by another list. */
static uint32_t leader_of(const matcher *m, const bl_term_use *use)
{
    uint32_t i = 0;

    while (!is_same_span(m->uses[i].source, use->source))
        i++;
    return i;
}

/* What is a term of several lists counts once, and what answers it for one of
 * them answers it for all. */
static void join_uses(matcher *m)
{
    for (uint32_t i = 0; i < m->use_count; i++) {
        bl_term_use *use = &m->uses[i];
        bl_term_use *leader = &m->uses[leader_of(m, use)];

        use->leader = (uint32_t)(leader - m->uses);
        use->held = use->held || leader != use || is_hidden(m, use);
        leader->wanted = leader->wanted || use->wanted;
        if (use->answered && !leader->answered) {
            leader->answered = true;
            leader->target = use->target;
        }
    }
}

/* ---- what must not be said ---------------------------------------------- */

/* Whether a stretch of the target is part of an answer. */
static bool is_answer(const bl_term_use *uses, uint32_t count, bl_span target)
{
    for (uint32_t i = 0; i < count; i++) {
        if (uses[i].answered && is_inside(target, uses[i].target))
            return true;
    }
    return false;
}

typedef struct sourcing {
    matcher *m;
    bl_span span;
    uint32_t phrase;
    bool any; /* there is a source term at all */
    uint32_t tried;
} sourcing;

static bool find_source(void *context, const bl_term *term)
{
    sourcing *s = context;

    s->any = true;
    if (s->tried++ == TRANSLATIONS_MAX)
        return false;
    if (s->m->in_source->same == NULL && !bl_term_prepare(s->m->in_source)) {
        s->m->in_source->failed = true;
        return true;
    }
    s->phrase = term->phrase;
    return bl_term_find(s->m->in_source, term, &s->span);
}

/* Whether a concept is in the languages of the target alone. */
static bool has_no_source(const matcher *m, uint32_t concept)
{
    const bl_image *image = &m->of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_CONCEPT_TERMS, concept);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_term(image, i);

        if (term != NULL &&
            m->of->target.languages[term->language] == BL_TERM_FOREIGN)
            return false;
    }
    return true;
}

/* Of the forbidden terms that a phrase of the target is: whether one is
 * forbidden for something that the source says, or whatever it says. */
static bool is_misuse(matcher *m, const bl_term_hit *hit,
                      bl_term_misuse *misuse)
{
    const bl_image *image = &m->of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, hit->phrase);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);
        sourcing s = { .m = m };

        if (term == NULL ||
            !bl_terms_count(m->of->list, &m->of->target, term) ||
            bl_term_status_of(term) != BL_TERM_FORBIDDEN)
            continue;
        if (bl_term_each_of_concept(m->of, &m->of->source, term->concept,
                            find_source, &s)) {
            misuse->phrase = s.phrase;
            misuse->source = s.span;
            return !m->in_source->failed;
        }
        if (!s.any && has_no_source(m, term->concept)) {
            misuse->concept = term->concept;
            return true;
        }
    }
    return false;
}

static void find_misuses(matcher *m)
{
    bl_term_hit hit = bl_term_next(m->in_target, 0, BL_FORBIDDEN_TERM);

    for (; hit.phrase != BL_NO_PHRASE && m->misuse_count < m->misuses_max;
         hit = bl_term_next(m->in_target, hit.limit, BL_FORBIDDEN_TERM)) {
        const bl_term_hit longer =
            bl_term_longest(m->in_target, hit.first, BL_ANY_TERM);
        bl_term_misuse misuse = { .of = m->of,
                                  .phrase = BL_NO_PHRASE,
                                  .said = hit.phrase,
                                  .target = bl_term_hit_span(m->target, &hit),
                                  .same = hit.same };

        /* A forbidden form is none that is part of an answer. */
        if (longer.limit <= hit.limit &&
            !is_answer(m->uses, m->use_count, misuse.target) &&
            is_misuse(m, &hit, &misuse))
            m->misuses[m->misuse_count++] = misuse;
    }
}

/* The term that a forbidden one stands for is not missing as well: one
 * mistake is one finding. */
static void hold_back(matcher *m, const bl_term_misuse *misuse)
{
    for (uint32_t i = 0; i < m->use_count; i++) {
        const bl_term_use *use = &m->uses[i];

        if ((use->of == misuse->of && use->phrase == misuse->phrase) ||
            is_same_span(use->source, misuse->source))
            m->uses[use->leader].held = true;
    }
}

/* ---- what the source does not say --------------------------------------- */

static bool is_in_source(void *context, const bl_term *term)
{
    sourcing *s = context;

    return find_source(context, term) || s->tried > TRANSLATIONS_MAX ||
           bl_term_find_loosely(s->m->in_source, term, &s->span);
}

static void find_extras(matcher *m)
{
    bl_term_hit hit = bl_term_next(m->in_target, 0, BL_ANY_TERM);

    for (; hit.phrase != BL_NO_PHRASE && m->extra_count < m->misuses_max;
         hit = bl_term_next(m->in_target, hit.limit, BL_ANY_TERM)) {
        const bl_span span = bl_term_hit_span(m->target, &hit);
        sourcing s = { .m = m };

        if (!is_answer(m->uses, m->use_count, span) &&
            !bl_term_each_other(m->of, hit.phrase, BL_TARGET, m->target, span,
                        is_in_source, &s, m->arena) &&
            s.any)
            m->extras[m->extra_count++] =
                (bl_term_extra){ m->of, hit.phrase, span };
    }
}

/* ---- all ---------------------------------------------------------------- */

static void fit(const bl_term_list *list, const bl_side *source,
                const bl_side *target, bl_list_match *of)
{
    of->list = list;
    bl_terms_fit(list, &source->language->locale, BL_TERM_OF_SOURCE,
                 &of->source);
    bl_terms_fit(list, &target->language->locale, BL_TERM_OF_TARGET,
                 &of->target);
}

/* Which lists are for the languages of this pair: those of the pair before,
 * as a rule. */
static bool make_plan(bl_term_plan *plan, const bl_term_lists *lists,
                      const bl_side *source, const bl_side *target,
                      bl_arena *arena)
{
    bl_list_match *matches;

    if (plan->matches != NULL && plan->source == source->language &&
        plan->target == target->language)
        return true;
    *plan = (bl_term_plan){ .source = source->language,
                            .target = target->language };
    matches = bl_arena_alloc(arena, (size_t)lists->count + 1, sizeof(*matches));
    if (matches == NULL)
        return false;
    for (const bl_term_list *list = lists->first; list != NULL;
         list = list->next) {
        fit(list, source, target, &matches[plan->count]);
        plan->count += matches[plan->count].target.mask != 0 ||
                       matches[plan->count].source.kept != 0;
    }
    plan->matches = matches;
    return true;
}

static void look_at(matcher *m, searched *list)
{
    m->of = list->of;
    m->in_source = &list->in_source;
    m->in_target = &list->in_target;
    m->first_use = m->use_count;
}

/* The uses of all lists come first: what one of them forbids may be what
 * another one wants. */
static bool match_lists(matcher *m, searched *lists, uint32_t count,
                        uint32_t needs)
{
    for (uint32_t i = 0; i < count; i++) {
        look_at(m, &lists[i]);
        if (lists[i].of->source.mask != 0)
            find_uses(m);
    }
    if (count > 1)
        join_uses(m);
    for (uint32_t i = 0; i < count; i++) {
        look_at(m, &lists[i]);
        if (lists[i].of->target.forbidden != 0)
            find_misuses(m);
        if ((needs & BL_NEEDS_EXTRA_TERMS) != 0 &&
            lists[i].of->source.mask != 0)
            find_extras(m);
        if (m->in_source->failed || m->in_target->failed)
            return false;
    }
    for (uint32_t i = 0;
         (needs & BL_NEEDS_MISUSED_TERMS) != 0 && i < m->misuse_count; i++) {
        if (m->misuses[i].phrase != BL_NO_PHRASE)
            hold_back(m, &m->misuses[i]);
    }
    return !m->breaks[BL_SOURCE].failed && !m->breaks[BL_TARGET].failed;
}

/* The lists of the plan, and one of this unit alone; NULL when there is no
 * memory. */
static searched *gather_lists(matcher *m, const bl_term_plan *plan,
                              const bl_term_list *own)
{
    const uint32_t count = plan->count + (own != NULL);
    searched *lists = bl_arena_alloc(m->arena, count, sizeof(*lists));
    bl_list_match *of_own =
        own != NULL ? bl_arena_alloc(m->arena, 1, sizeof(*of_own)) : NULL;

    if (lists == NULL || (own != NULL && of_own == NULL))
        return NULL;
    if (own != NULL)
        fit(own, m->source, m->target, of_own);
    for (uint32_t i = 0; i < count; i++) {
        const bl_list_match *of =
            i < plan->count ? &plan->matches[i] : of_own;

        lists[i] = (searched){ .of = of };
        lists[i].in_source = (bl_term_search){ .list = of->list,
                                               .side = m->source,
                                               .fit = &of->source,
                                               .breaks = &m->breaks[BL_SOURCE],
                                               .arena = m->arena };
        lists[i].in_target = (bl_term_search){ .list = of->list,
                                               .side = m->target,
                                               .fit = &of->target,
                                               .breaks = &m->breaks[BL_TARGET],
                                               .arena = m->arena };
    }
    return lists;
}

static uint32_t room_for(const bl_side *side, uint32_t lists)
{
    const uint64_t most = (uint64_t)side->token_count * lists;

    return most < USES_MAX ? (uint32_t)most : USES_MAX;
}

static bool make_room(matcher *m, uint32_t lists, bool extras)
{
    m->uses_max = room_for(m->source, lists);
    m->misuses_max = room_for(m->target, lists);
    m->uses = bl_arena_alloc(m->arena, m->uses_max, sizeof(*m->uses));
    m->misuses = bl_arena_alloc(m->arena, m->misuses_max, sizeof(*m->misuses));
    m->extras =
        extras ? bl_arena_alloc(m->arena, m->misuses_max, sizeof(*m->extras))
               : NULL;
    return m->uses != NULL && m->misuses != NULL &&
           (m->extras != NULL || !extras);
}

const bl_term_match *
bl_match_terms(bl_term_plan *plan, const bl_term_lists *lists,
               const bl_term_list *own, const bl_side *source,
               const bl_side *target, uint32_t needs, bl_arena *arena)
{
    bl_term_match *match = bl_arena_alloc(arena, 1, sizeof(*match));
    matcher m = { .source = source, .target = target, .arena = arena };
    searched *each;

    if (match == NULL || !make_plan(plan, lists, source, target, arena))
        return NULL;
    *match = (bl_term_match){ 0 };
    if (plan->count == 0 && own == NULL)
        return match;
    each = gather_lists(&m, plan, own);
    if (each == NULL ||
        !make_room(&m, plan->count + 1,
                   (needs & BL_NEEDS_EXTRA_TERMS) != 0) ||
        !match_lists(&m, each, plan->count + (own != NULL), needs))
        return NULL;
    match->uses = m.uses;
    match->use_count = m.use_count;
    match->misuses = m.misuses;
    match->misuse_count = m.misuse_count;
    match->extras = m.extras;
    match->extra_count = m.extra_count;
    return match;
}

bool bl_term_covers(const bl_term_match *match, bl_span target)
{
    return is_answer(match->uses, match->use_count, target);
}

bool bl_term_is_within(const bl_term_match *match, bl_span source)
{
    for (uint32_t i = 0; i < match->use_count; i++) {
        if (bl_span_overlaps(match->uses[i].source, source))
            return true;
    }
    return false;
}
