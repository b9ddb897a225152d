/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Peoples and adjectives of a country that became those of another one: "the
 * French minister", bộ trưởng Đức.
 *
 * Adjectives come and go with the style of a language, so that one that is
 * merely gone says nothing. But the lists of both languages have what is of a
 * country: one that nothing in the target is of, beside another one that
 * nothing in the source is of, is no style.
 */
#include "match/naming.h"

#include "match/term_breaks.h"

/* Letters of a word that may be an adjective of a country; and tokens that may
 * stand before it in a phrase. */
enum { ADJECTIVE_LEAST = 4, PHRASE_MOST = 4 };

/* What is of a country: a name or an adjective. */
typedef struct nation {
    bl_span span;
    int64_t group;
    bool is_country; /* the country itself */
} nation;

/* Whether the name is of a nation that the other side does not have by name, as
 * it has most. */
static bool may_be_lost(const bl_naming *n, int side, const bl_name *name)
{
    return (name->flags & (BL_NAME_STATE | BL_NAME_PEOPLE)) != 0 &&
           !bl_naming_has_group(n, 1 - side, name->group);
}

static bool has_any(const bl_naming *n, int side)
{
    uint32_t i = 0;

    while (i < n->count[side] && !may_be_lost(n, side, &n->names[side][i]))
        i++;
    return i < n->count[side];
}

/* Whether the token stands in a phrase of the lists that is not of the nation,
 * whatever its letters: all Greek to me, montagnes russes. */
static bool is_of_phrase(const bl_side *side, uint32_t at, int64_t group)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_ENTITY);

    for (uint32_t i = at > PHRASE_MOST ? at - PHRASE_MOST : 0; i <= at; i++) {
        const bl_word *word = side->tokens[i].word;
        const bl_sense *sense;
        size_t limit = i;
        const bl_phrase_node node =
            word != NULL && (word->reach & wanted) != 0
                ? bl_language_walk(side->language, side->tokens,
                                   side->token_count, i, wanted, &limit)
                : 0;

        if (node == 0 || limit <= at || limit < (size_t)i + 2)
            continue;
        sense = bl_language_sense(side->language, node, BL_SENSE_ENTITY);
        if (sense != NULL && sense->value != group)
            return true;
    }
    return false;
}

/* The first one of the names of that side that the other side has nothing
 * of. */
static bool find_lost(const bl_naming *n, int side, nation *lost)
{
    for (uint32_t i = 0; i < n->count[side]; i++) {
        bl_name name = n->names[side][i];

        bl_term_breaks breaks = { .at = NULL };

        if (!may_be_lost(n, side, &name) ||
            bl_naming_is_doubtful(n->side[side], &name) ||
            bl_naming_is_told(n, side, &name))
            continue;
        bl_naming_answer(n, side, &name);
        if ((name.flags & BL_NAME_ANSWERED) != 0 ||
            bl_naming_is_nation_within(n->side[side], &name) ||
            is_of_phrase(n->side[side], name.first, name.group) ||
            !bl_term_is_apart(&breaks, n->side[side], name.first, name.limit,
                              true, n->arena))
            continue;
        *lost = (nation){ name.span, name.group,
                          (name.flags & BL_NAME_COUNTRY) != 0 };
        return true;
    }
    return false;
}

/* Whether the lists have a name that the token is a word of. */
static bool is_of_listed(const bl_naming *n, int side, uint32_t at)
{
    for (uint32_t i = 0; i < n->count[side]; i++) {
        const bl_name *name = &n->names[side][i];

        if ((name->flags & BL_NAME_LISTED) != 0 && name->first <= at &&
            at < name->limit)
            return true;
    }
    return false;
}

/* Whether the side has an adjective of the country, be it without its marks. */
static bool has_adjective(const bl_side *side, int64_t country)
{
    for (uint32_t at = 0; at < side->token_count; at++) {
        const bl_token *token = &side->tokens[at];

        if (bl_token_is_word(token) &&
            token->word->letters >= ADJECTIVE_LEAST &&
            bl_language_is_of_country(side->language, token->word->skeleton,
                                      country))
            return true;
    }
    return false;
}

/* Whether the word is an adjective of a country that the other side has nothing
 * of; of several countries it may be, Korean, none may be there. */
static bool is_lost_adjective(const bl_naming *n, int side, uint32_t at,
                              int64_t *country)
{
    const bl_language *language = n->side[side]->language;
    const bl_str word = n->side[side]->tokens[at].word->folded;
    bool found = false;

    for (size_t i = 0; i < language->adjective_count; i++) {
        int64_t group;

        if (!bl_language_is_adjective(language, word, i, &group))
            continue;
        if (bl_naming_has_group(n, 1 - side, group) ||
            has_adjective(n->side[1 - side], group))
            return false;
        *country = group;
        found = true;
    }
    return found && !is_of_listed(n, side, at);
}

/* The same of the adjectives of a side, which most languages write in small
 * letters. */
static bool find_lost_adjective(const bl_naming *n, int side, nation *lost)
{
    const bl_side *text = n->side[side];

    for (uint32_t i = 0;
         text->language->adjective_count != 0 && i < text->token_count; i++) {
        const bl_token *token = &text->tokens[i];
        bl_name name;

        if (!bl_token_is_word(token) ||
            (token->flags & BL_TOKEN_GLYPH) != 0 ||
            token->word->letters < ADJECTIVE_LEAST ||
            !is_lost_adjective(n, side, i, &lost->group))
            continue;
        name = bl_name_of(text, i, i + 1);
        /* Where nouns have capitals one is no part of what begins a text. */
        if ((bl_is_name_word(token) &&
             !(i == 0 && text->language->noun_capitals) &&
             bl_naming_is_nation_within(text, &name)) ||
            bl_naming_is_told(n, side, &name) ||
            is_of_phrase(text, i, lost->group))
            continue;
        lost->span = name.span;
        lost->is_country = false;
        return true;
    }
    return false;
}

void bl_naming_find_peoples(bl_naming *n)
{
    nation source;
    nation target;
    const bool left = has_any(n, BL_SOURCE);
    const bool right = has_any(n, BL_TARGET);
    bool lost;
    bool added;

    if ((!left && !right) ||
        (!left && n->side[BL_SOURCE]->language->adjective_count == 0) ||
        (!right && n->side[BL_TARGET]->language->adjective_count == 0))
        return;
    lost = left && find_lost(n, BL_SOURCE, &source);
    added = right && find_lost(n, BL_TARGET, &target);
    if ((!lost && !added) ||
        (!lost && !find_lost_adjective(n, BL_SOURCE, &source)) ||
        (!added && !find_lost_adjective(n, BL_TARGET, &target)) ||
        (source.is_country && target.is_country) ||
        source.group == target.group ||
        bl_language_are_family(n->side[BL_TARGET]->language, source.group,
                               target.group) ||
        bl_naming_may_go_by_other_name(n))
        return;
    bl_naming_add(n, BL_NAME_EXCHANGED, source.span, target.span,
                  bl_str_of(NULL, 0));
}
