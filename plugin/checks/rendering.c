/* SPDX-License-Identifier: Apache-2.0 */
/* The names of a pair, and what stands for each of them in the target. */
#include "checks/renderings.h"

#include "base/hash.h"
#include "lexicon/language.h"
#include "match/names.h"
#include "text/similar.h"

#include <limits.h>

/* Words of a name; those of a full one in syllables; letters of one that is a
 * name by itself. */
enum { WORDS_MAX = 4, FULL_NAME = 3, LETTERS_LEAST = 4 };

/* Whether it may be a name, and one that has but one rendering. */
static bool may_be_name(const bl_side *side, const bl_name *name)
{
    /* Countries have several names that are used side by side. */
    return (name->flags & (BL_NAME_ACRONYM | BL_NAME_PLACE)) == 0 &&
           name->words <= WORDS_MAX &&
           (name->words != 1 ||
            side->tokens[name->first].word->letters >= LETTERS_LEAST);
}

/* Whether more than the dictionary speaks for it. */
static bool is_known(const bl_name *name)
{
    return (name->flags &
            (BL_NAME_SURNAME | BL_NAME_GIVEN | BL_NAME_TITLED)) != 0;
}

bool bl_rendering_is_name(const bl_side *side, bl_name name, bool known)
{
    name.flags = 0;
    name.proper = name.rare = name.judged = 0;
    bl_judge_name(side, &name);
    if (name.judged == 0 || (name.flags & BL_NAME_COMMON) != 0)
        return false;
    /* Nguyen Van Hung: a van is an ordinary word. */
    if (name.words > 1)
        return name.proper == name.words ||
               (known && name.words >= FULL_NAME && name.proper != 0);
    return (name.flags & BL_NAME_RARE) != 0 || (known && name.proper == 1);
}

/* In another spelling, or another script. */
static bool is_like(const bl_word *a, const bl_word *b)
{
    const size_t longer = a->skeleton_letters > b->skeleton_letters
                              ? a->skeleton_letters
                              : b->skeleton_letters;

    if (bl_is_latin(a) != bl_is_latin(b))
        return bl_sounds_alike(a->sounds, b->sounds, BL_SOUNDS_ROUGHLY);
    return longer > LETTERS_LEAST &&
           !bl_is_far(a->letter_set, b->letter_set, longer / 3) &&
           bl_distance(a->skeleton, b->skeleton, (int)longer / 3) != INT_MAX;
}

/* The word of the target that answers one of the source: the same letters, or
 * else the only one that is like it and answers no other. */
static const bl_token *find_answer(const bl_names *names,
                                   const bl_word *word)
{
    const bl_name_words *target = &names->words[BL_TARGET];
    const bl_token *like = bl_name_words_find(target, word);

    if (like != NULL)
        return like;
    for (uint32_t i = 0; i < target->count; i++) {
        const bl_token *token = target->items[i];

        if (!is_like(token->word, word) ||
            bl_name_words_find(&names->words[BL_SOURCE], token->word) != NULL)
            continue;
        if (like != NULL && !bl_name_is_same(like->word, token->word))
            return NULL;
        like = token;
    }
    return like;
}

/* Word by word; the words have to stand together. */
static bool render(const bl_pair *pair, const bl_name *name,
                   bl_rendering *to)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t first = UINT32_MAX;
    uint32_t last = 0;

    to->name = 1;
    to->form = 1;
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = source->tokens[i].word;
        const bl_token *answer;
        uint32_t at;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        answer = find_answer(pair->names, word);
        if (answer == NULL)
            return false;
        at = (uint32_t)(answer - target->tokens);
        first = at < first ? at : first;
        last = at > last ? at : last;
        to->name = bl_hash_mix(to->name ^ word->skeleton_hash);
        to->form = bl_hash_mix(to->form ^ answer->word->fold_hash);
    }
    if (first == UINT32_MAX || last - first >= name->limit - name->first)
        return false;
    to->target = (bl_span){ target->tokens[first].start,
                            target->tokens[last].limit };
    return true;
}

/* Of a list that is full, those that are names. */
static uint8_t keep_proper(const bl_pair *pair, bl_rendering *list,
                           const bl_name *const *names)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    uint8_t count = 0;

    for (int i = 0; i < BL_RENDERINGS_MAX; i++) {
        if (!list[i].judged &&
            !bl_rendering_is_name(source, *names[i], list[i].known))
            continue;
        list[i].judged = true;
        list[count++] = list[i];
    }
    return count;
}

uint8_t bl_renderings_take(const bl_pair *pair,
                           bl_rendering list[BL_RENDERINGS_MAX])
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_names *names = pair->names;
    const bl_name *taken[BL_RENDERINGS_MAX];
    uint8_t count = 0;

    if (names == NULL || source->language->speller == NULL)
        return 0;
    for (uint32_t i = 0; i < names->count[BL_SOURCE]; i++) {
        const bl_name *name = &names->list[BL_SOURCE][i];
        const bl_str text = bl_side_text(source, name->span);
        bl_rendering to = { .source = name->span,
                            .language = source->language,
                            .known = is_known(name) };

        /* What answers it takes longest to find. */
        if (!may_be_name(source, name) || !render(pair, name, &to) ||
            (bl_names_flags(names, BL_SOURCE, i) & BL_NAME_WHOLE) == 0)
            continue;
        if (count == BL_RENDERINGS_MAX)
            count = keep_proper(pair, list, taken);
        if (count == BL_RENDERINGS_MAX)
            break;
        to.text = bl_hash(text.ptr, text.size, to.known);
        taken[count] = name;
        list[count++] = to;
    }
    return count;
}
