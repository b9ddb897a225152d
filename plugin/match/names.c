/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing the names of two sides, part by part. */
#include "match/naming.h"

void bl_naming_add(bl_naming *n, bl_name_difference_kind kind, bl_span source,
                   bl_span target, bl_str expected)
{
    if (n->difference_count < BL_NAME_DIFFERENCES_MAX)
        n->differences[n->difference_count++] =
            (bl_name_difference){ (uint8_t)kind, source, target, expected };
}

bool bl_naming_is_told(const bl_naming *n, int side, const bl_name *name)
{
    for (uint32_t i = 0; i < n->difference_count; i++) {
        const bl_name_difference *d = &n->differences[i];

        if (bl_span_overlaps(side == BL_SOURCE ? d->source : d->target,
                             name->span))
            return true;
    }
    return false;
}

/* The names of a side, and the words that names are made of. */
static bool find_names(bl_naming *n, bl_side_id id, bl_arena *arena)
{
    const bl_side *side = n->side[id];
    bl_name_words *words = &n->words[id];
    bl_name_starts starts;

    if (!bl_find_name_starts(side, arena, &starts))
        return false;
    words->count = 0;
    words->set = 0;
    words->items =
        bl_arena_alloc(arena, starts.count, sizeof(*words->items));
    if (words->items == NULL)
        return false;
    for (uint32_t i = 0; i < starts.count; i++) {
        if (!bl_is_name_word(starts.items[i]))
            continue;
        words->items[words->count++] = starts.items[i];
        words->set |= bl_name_bit(starts.items[i]->word);
    }
    n->count[id] = bl_find_names(side, n->side[1 - id]->language, &starts,
                                 n->names[id]);
    return true;
}

/* Whether the text is in Latin letters though its language is not: Serbian, or
 * what was damaged. Of such names nothing is known. */
static bool is_romanised(const bl_side *side)
{
    bool small = false;

    if (bl_locale_is_latin(&side->language->locale) ||
        side->language->locale.script[0] == '\0')
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (!bl_token_is_word(token))
            continue;
        if (!bl_is_latin(token->word))
            return false;
        small = small || token->word->letter_case == BL_CASE_LOWER;
    }
    return small;
}

/* Whether a language spells names from elsewhere in its own letters and takes
 * none over: Mits Romnijs is Mitt Romney in Latvian. */
static bool writes_as_heard(const bl_language *language)
{
    return language->orthography.list[BL_SPELLED].count != 0 &&
           !language->copies_names;
}

const bl_names *bl_match_names(const bl_side *source, const bl_side *target,
                               bl_arena *arena)
{
    bl_naming *n = bl_arena_alloc(arena, 1, sizeof(*n));
    bl_names *names = bl_arena_alloc(arena, 1, sizeof(*names));

    if (n == NULL || names == NULL)
        return NULL;
    n->side[BL_SOURCE] = source;
    n->side[BL_TARGET] = target;
    n->arena = arena;
    n->same_script = bl_locale_same_script(&source->language->locale,
                                           &target->language->locale);
    n->both_latin =
        n->same_script && bl_locale_is_latin(&target->language->locale);
    n->heard_latin =
        n->both_latin && (writes_as_heard(source->language) ||
                          writes_as_heard(target->language));
    n->unanswered = false;
    n->difference_count = 0;
    n->exonyms[BL_SOURCE] = bl_language_exonyms(source->language);
    n->exonyms[BL_TARGET] = bl_language_exonyms(target->language);
    if (n->exonyms[BL_SOURCE] == NULL || n->exonyms[BL_TARGET] == NULL)
        return NULL;
    if (!find_names(n, BL_SOURCE, arena) || !find_names(n, BL_TARGET, arena))
        return NULL;
    /* Words are compared with all of the other side, and more of them than
     * this stand in no sentence. */
    if (n->words[BL_SOURCE].count <= BL_NAME_WORDS_MAX &&
        n->words[BL_TARGET].count <= BL_NAME_WORDS_MAX &&
        !is_romanised(source) && !is_romanised(target)) {
        bl_naming_find_substituted(n);
        bl_naming_find_cities(n);
        bl_naming_find_peoples(n);
        bl_naming_find_altered(n);
        bl_naming_find_plain(n);
        bl_naming_find_unheard(n, target->language->heard_names);
        bl_naming_find_added(n);
        bl_naming_find_lone(n);
    }
    names->list[BL_SOURCE] = n->names[BL_SOURCE];
    names->list[BL_TARGET] = n->names[BL_TARGET];
    names->count[BL_SOURCE] = n->count[BL_SOURCE];
    names->count[BL_TARGET] = n->count[BL_TARGET];
    names->words[BL_SOURCE] = n->words[BL_SOURCE];
    names->words[BL_TARGET] = n->words[BL_TARGET];
    names->differences = n->differences;
    names->difference_count = n->difference_count;
    names->naming = n;
    return names;
}

uint32_t bl_names_flags(const bl_names *names, bl_side_id side,
                        uint32_t index)
{
    bl_name *name = &names->naming->names[side][index];

    /* Of itself, since others will ask again. */
    if (!name->asked)
        bl_naming_answer(names->naming, (int)side, name);
    return name->flags;
}

bl_name bl_names_get(const bl_names *names, bl_side_id side, uint32_t index)
{
    bl_name name;

    bl_names_flags(names, side, index);
    name = names->list[side][index];
    name.proper = name.rare = name.judged = 0;
    return name;
}
