/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A surname by itself that became another one: "Lam said", where the target
 * has somebody called Trọng. A word at the head of a sentence and another one
 * say too little; but where the document has the full name elsewhere, and its
 * translation too, the word of the source is somebody's name. So what is found
 * here waits for the rest of the document.
 */
#include "match/naming.h"

#include "text/chars.h"

/* Letters of a surname. */
enum { LETTERS_LEAST = 3 };

/* Whether a word with a capital stands before it, which is neither a title nor
 * begins the text: it is a part of another name, World Cup. */
static bool is_led(const bl_side *side, const bl_name *name)
{
    const bl_token *token = &side->tokens[name->first];

    return (name->flags & BL_NAME_TITLED) == 0 && name->first > 1 &&
           token->gap == BL_GAP_SPACE && bl_is_name_word(token - 1);
}

/* Whether it is one word that may be a surname, and nothing answers it. */
static bool is_lone(const bl_side *side, const bl_name *name)
{
    const bl_word *word = side->tokens[name->first].word;

    return (name->flags & (BL_NAME_PLACE | BL_NAME_ACRONYM |
                           BL_NAME_ANSWERED | BL_NAME_TAKEN)) == 0 &&
           name->words == 1 && name->limit == name->first + 1 &&
           !is_led(side, name) && word->letter_case == BL_CASE_INITIAL &&
           word->letters >= LETTERS_LEAST;
}

/* Αντ' αυτού: what an apostrophe stands behind is the rest of a word. */
static bool is_cut(const bl_side *side, const bl_name *name)
{
    const bl_token *behind = &side->tokens[name->limit];

    return name->limit < side->token_count && behind->gap == BL_GAP_NONE &&
           bl_is_quote(behind->c);
}

/* Whether the word is but a name, by what the dictionary says of it or a title
 * before it; where nouns have capitals, none that the dictionary has. */
static bool is_somebody(const bl_naming *n, const bl_name *name)
{
    const bl_side *target = n->side[BL_TARGET];

    if (bl_naming_is_city(n, BL_TARGET, name) || is_cut(target, name))
        return false;
    if ((name->flags & BL_NAME_TITLED) != 0 &&
        (name->judged == 0 || name->proper != 0 ||
         bl_naming_is_native(target, name)))
        return true;
    if (bl_naming_may_be_rendering(n, name))
        return false;
    return bl_naming_has_capital(target, name) ||
           (target->language->noun_capitals
                ? bl_naming_is_unknown(target, name)
                : bl_naming_is_known(target, name));
}

/* The only name of the target that nothing in the source answers, if it may be
 * a surname; or NULL. */
static const bl_name *find_other(const bl_naming *n, bl_name *room)
{
    const bl_name *other = NULL;

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        const bl_name *name = &n->names[BL_TARGET][i];

        /* Of what was not asked for nothing can be accused. */
        if (!is_lone(n->side[BL_TARGET], name) || !name->asked)
            continue;
        *room = *name;
        bl_judge_name(n->side[BL_TARGET], room);
        if (!is_somebody(n, room))
            continue;
        if (other != NULL || bl_naming_is_told(n, BL_TARGET, name))
            return NULL;
        other = name;
    }
    return other;
}

/* Whether it is an ordinary word at the head of a sentence, or may be. */
static bool is_opening(const bl_side *side, const bl_name *name)
{
    bl_name judged = *name;

    if ((name->flags & BL_NAME_INITIAL) == 0)
        return false;
    bl_judge_name(side, &judged);
    return judged.judged == 0 || judged.proper == 0;
}

/* Whether a name of the source that nothing answers may be a surname that was
 * lost for `other`, and not another form of it. */
static bool may_be_lost(const bl_naming *n, const bl_name *name,
                        const bl_name *other)
{
    const bl_side *source = n->side[BL_SOURCE];

    return is_lone(source, name) &&
           (n->same_script || bl_naming_has_sounds(source, name)) &&
           !bl_naming_is_city(n, BL_SOURCE, name) &&
           !bl_naming_is_told(n, BL_SOURCE, name) &&
           !bl_naming_begin_alike(n, name, other);
}

/* The only one of the source that the target lacks, or NULL; where there is
 * none, the word that begins the sentence. */
static const bl_name *find_lost(bl_naming *n, const bl_name *other)
{
    const bl_name *lost = NULL;
    const bl_name *opening = NULL;

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];

        bl_naming_answer(n, BL_SOURCE, name);
        if ((name->flags & BL_NAME_ANSWERED) != 0)
            continue;
        if (is_opening(n->side[BL_SOURCE], name)) {
            if (may_be_lost(n, name, other))
                opening = name;
            continue;
        }
        if (lost != NULL || !may_be_lost(n, name, other))
            return NULL;
        lost = name;
    }
    return lost != NULL ? lost : opening;
}

void bl_naming_find_lone(bl_naming *n)
{
    bl_name room;
    const bl_name *other = n->unanswered ? find_other(n, &room) : NULL;
    const bl_name *lost = other != NULL ? find_lost(n, other) : NULL;

    if (lost != NULL)
        bl_naming_add(n, BL_NAME_LONE, lost->span, other->span,
                      bl_str_of(NULL, 0));
}
