/* SPDX-License-Identifier: Apache-2.0 */
/* Terms in messages: where they are marked, and what is wanted instead. */
#include "match/term_entries.h"

#include <string.h>

enum { NAMED_MAX = 4 /* translations that are named */ };

bl_span bl_term_mark(const bl_list_match *of, uint32_t phrase, bl_side_id side,
                     const bl_side *text, bl_span span)
{
    const bl_image *image = &of->list->image;
    const bl_term_fit *here = side == BL_SOURCE ? &of->source : &of->target;
    bl_image_span terms;

    if (phrase == BL_NO_PHRASE || span.limit >= text->text.size ||
        text->text.ptr[span.limit] != '.')
        return span;
    terms = bl_image_span_of(image, BL_IMAGE_PHRASE_TERMS, phrase);
    for (uint32_t i = terms.start; i < terms.limit; i++) {
        const bl_term *term = bl_image_phrase_term(image, i);

        if (term != NULL && bl_terms_count(of->list, here, term) &&
            bl_str_ends(bl_image_text(image, term), BL_STR("."))) {
            span.limit++;
            break;
        }
    }
    return span;
}

static bool is_same_span(bl_span a, bl_span b)
{
    return a.start == b.start && a.limit == b.limit;
}

typedef struct names {
    bl_str items[NAMED_MAX];
    uint32_t count;
    bool more;
    uint8_t near;     /* of the nearest ones, */
    uint32_t nearest; /* and how many these are */
    bl_str first;     /* of them */
} names;

static void add_name(names *to, bl_str name, uint8_t near)
{
    for (uint32_t i = 0; i < to->count; i++) {
        if (bl_str_equal(to->items[i], name))
            return;
    }
    if (near > to->near) {
        to->near = near;
        to->nearest = 0;
        to->first = name;
    }
    to->nearest += near == to->near;
    to->more = to->count == NAMED_MAX;
    if (!to->more)
        to->items[to->count++] = name;
}

typedef struct naming {
    const bl_list_match *of;
    const bl_term_match *match; /* of more lists; NULL: none */
    names preferred;
    names admitted;
    bool translated; /* one of them is another text than this */
    bl_str from;
} naming;

static bool name_term(void *context, const bl_term *term)
{
    naming *n = context;
    const bl_str text = bl_image_text(&n->of->list->image, term);
    const bl_term_status status = bl_term_status_of(term);

    if (status == BL_TERM_FORBIDDEN || text.size == 0)
        return false;
    add_name(status == BL_TERM_ADMITTED ? &n->admitted : &n->preferred, text,
             n->of->target.languages[term->language]);
    n->translated = n->translated || (status != BL_TERM_KEPT &&
                                      !bl_str_equal(text, n->from));
    return n->preferred.more;
}

/* Of this list, and then of the others that have a term in the same place. */
static void name_all(naming *n, const bl_list_match *of, uint32_t phrase,
                     const bl_side *source, bl_span span, bl_arena *arena)
{
    n->from = bl_side_text(
        source, bl_term_mark(of, phrase, BL_SOURCE, source, span));
    n->of = of;
    bl_term_each_other(of, phrase, BL_SOURCE, source, span, name_term, n,
                       arena);
    for (uint32_t i = 0;
         i < n->match->use_count && !n->preferred.more; i++) {
        const bl_term_use *use = &n->match->uses[i];

        if (use->of == of || !is_same_span(use->source, span))
            continue;
        n->of = use->of;
        bl_term_each_other(use->of, use->phrase, BL_SOURCE, source, span,
                           name_term, n, arena);
    }
}

/* The preferred ones, then the others. */
static names all_names(const naming *n)
{
    names all = n->preferred;

    for (uint32_t i = 0; i < n->admitted.count && !all.more; i++)
        add_name(&all, n->admitted.items[i], n->admitted.near);
    all.more = all.more || n->admitted.more;
    return all;
}

static bl_str join_names(const names *all, bl_arena *arena)
{
    static const char last[] = " or another form";
    size_t room = sizeof(last);
    size_t size = 0;
    char *text;

    for (uint32_t i = 0; i < all->count; i++)
        room += all->items[i].size + 4;
    text = all->count != 0 ? bl_arena_alloc(arena, room, 1) : NULL;
    for (uint32_t i = 0; i < all->count && text != NULL; i++) {
        if (i != 0) {
            memcpy(text + size, " or ", 4);
            size += 4;
        }
        memcpy(text + size, all->items[i].ptr, all->items[i].size);
        size += all->items[i].size;
    }
    if (text != NULL && all->more) {
        memcpy(text + size, last, sizeof(last) - 1);
        size += sizeof(last) - 1;
    }
    return bl_str_of(text, size);
}

/* The names that are in a message. */
static bl_str say_names(const naming *n, bl_arena *arena)
{
    const names all = all_names(n);

    return all.count == 1 && !all.more ? all.items[0]
                                       : join_names(&all, arena);
}

bl_str bl_term_wanted(const bl_term_match *match, const bl_term_use *use,
                      const bl_side *source, bool *stays, bl_arena *arena)
{
    naming n = { .match = match };
    bl_str said;

    name_all(&n, use->of, use->phrase, source, use->source, arena);
    said = say_names(&n, arena);
    *stays = said.size != 0 && !n.translated;
    return said;
}

bl_str bl_term_instead(const bl_term_match *match,
                       const bl_term_misuse *misuse, const bl_side *source,
                       bl_str *only, bl_arena *arena)
{
    naming n = { .match = match, .of = misuse->of };
    const names *first;

    if (misuse->phrase != BL_NO_PHRASE)
        name_all(&n, misuse->of, misuse->phrase, source, misuse->source,
                 arena);
    else
        bl_term_each_of_concept(misuse->of, &misuse->of->target,
                                misuse->concept, name_term, &n);
    first = n.preferred.count != 0 ? &n.preferred : &n.admitted;
    *only = first->nearest == 1 && !first->more ? first->first
                                                : bl_str_of(NULL, 0);
    return say_names(&n, arena);
}

bl_str bl_term_sources(const bl_term_extra *extra, const bl_side *target,
                       bl_arena *arena)
{
    naming n = { .of = extra->of };

    bl_term_each_other(extra->of, extra->phrase, BL_TARGET, target,
                       extra->target, name_term, &n, arena);
    return say_names(&n, arena);
}
