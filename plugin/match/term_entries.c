/* SPDX-License-Identifier: Apache-2.0 */
/* What the entries of a list say for a phrase. */
#include "match/term_entries.h"

#include "match/term_search.h"

bool bl_term_each_of_concept(const bl_list_match *of, const bl_term_fit *fit,
                             uint32_t concept, bl_term_taker take,
                             void *context)
{
    const bl_image *image = &of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_CONCEPT_TERMS, concept);

    for (int near = BL_TERM_SAME; near > BL_TERM_FOREIGN; near--) {
        for (uint32_t i = terms.start; i < terms.limit; i++) {
            const bl_term *term = bl_image_term(image, i);

            if (term != NULL &&
                (!fit->differs || fit->languages[term->language] == near) &&
                bl_terms_count(of->list, fit, term) && take(context, term))
                return true;
        }
        if (!fit->differs)
            break;
    }
    return false;
}

/* What takes terms of the other side for a phrase. */
typedef struct taking {
    const bl_list_match *of;
    const bl_term_fit *here; /* of the phrase, */
    const bl_term_fit *there; /* and of the terms */
    uint32_t phrase;
    bl_term_taker take;
    void *context;
} taking;

/* Whether a concept has the phrase. */
static bool has_phrase(const taking *t, uint32_t concept)
{
    const bl_image *image = &t->of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_CONCEPT_TERMS, concept);

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_term(image, i);

        if (term != NULL && term->phrase == t->phrase &&
            t->here->languages[term->language] != BL_TERM_FOREIGN)
            return true;
    }
    return false;
}

/* Whether a nearer language forbids what another one has, in an entry of its
 * own: "ecrã" of Portugal, in Brazil. */
static bool is_forbidden_nearer(const taking *t, const bl_term *term)
{
    const uint8_t *near = t->there->languages;
    const bl_image *image = &t->of->list->image;
    bl_image_span terms;

    if (!t->there->differs || t->there->forbidden == 0)
        return false;
    terms = bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, term->phrase);
    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *other = bl_image_phrase_term(image, i);

        if (other != NULL && bl_term_status_of(other) == BL_TERM_FORBIDDEN &&
            near[other->language] > near[term->language] &&
            has_phrase(t, other->concept))
            return true;
    }
    return false;
}

static bool take_allowed(void *context, const bl_term *term)
{
    const taking *t = context;

    return !is_forbidden_nearer(t, term) && t->take(t->context, term);
}

bool bl_term_each_other(const bl_list_match *of, uint32_t phrase,
                        bl_side_id side, const bl_side *text, bl_span span,
                        bl_term_taker take, void *context, bl_arena *arena)
{
    const bl_term_fit *here = side == BL_SOURCE ? &of->source : &of->target;
    const bl_term_fit *there = side == BL_SOURCE ? &of->target : &of->source;
    const bl_image *image = &of->list->image;
    const bl_image_span terms =
        bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrase);
    taking t = { of, here, there, phrase, take, context };

    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);

        if (term == NULL || !bl_terms_count(of->list, here, term) ||
            !bl_term_case_fits(of->list, term, text, span, false, arena))
            continue;
        if (bl_term_status_of(term) == BL_TERM_KEPT && take(context, term))
            return true;
        if (bl_term_each_of_concept(of, there, term->concept, take_allowed,
                                    &t))
            return true;
    }
    return false;
}
