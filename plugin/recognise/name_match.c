/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing the names of two sides, part by part. */
#include "recognise/naming.h"

#include <string.h>

void bl_naming_add(bl_naming *n, bl_name_difference_kind kind, bl_span source,
                   bl_span target, bl_str expected)
{
    if (n->difference_count < BL_NAME_DIFFERENCES_MAX)
        n->differences[n->difference_count++] =
            (bl_name_difference){ (uint8_t)kind, source, target, expected };
}

static bool find_words(const bl_side *side, bl_arena *arena,
                       bl_name_words *to)
{
    to->count = 0;
    to->items =
        bl_arena_alloc(arena, side->token_count, sizeof(*to->items));
    if (to->items == NULL)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (bl_is_name_word(&side->tokens[i]))
            to->items[to->count++] = &side->tokens[i];
    }
    return true;
}

const bl_names *bl_match_names(const bl_side *source, const bl_side *target,
                               bl_arena *arena)
{
    bl_naming *n = bl_arena_alloc(arena, 1, sizeof(*n));
    bl_names *names = bl_arena_alloc(arena, 1, sizeof(*names));
    bl_name_keys *keys = bl_arena_alloc(arena, 1, sizeof(*keys));

    if (n == NULL || names == NULL || keys == NULL)
        return NULL;
    *keys = (bl_name_keys){ { NULL, NULL } };
    n->keys = keys;
    n->side[BL_SOURCE] = source;
    n->side[BL_TARGET] = target;
    n->arena = arena;
    n->same_script = strcmp(source->language->locale.script,
                            target->language->locale.script) == 0;
    n->difference_count = 0;
    n->exonyms[BL_SOURCE] = bl_language_exonyms(source->language);
    n->exonyms[BL_TARGET] = bl_language_exonyms(target->language);
    if (n->exonyms[BL_SOURCE] == NULL || n->exonyms[BL_TARGET] == NULL)
        return NULL;
    if (!find_words(source, arena, &n->words[BL_SOURCE]) ||
        !find_words(target, arena, &n->words[BL_TARGET]))
        return NULL;
    n->count[BL_SOURCE] = bl_find_names(source, target, n->names[BL_SOURCE]);
    n->count[BL_TARGET] = bl_find_names(target, source, n->names[BL_TARGET]);
    /* Words are compared with all of the other side, and more of them than
     * this stand in no sentence. */
    if (n->words[BL_SOURCE].count <= BL_NAME_WORDS_MAX &&
        n->words[BL_TARGET].count <= BL_NAME_WORDS_MAX) {
        bl_naming_find_substituted(n);
        bl_naming_find_altered(n);
        bl_naming_find_plain(n);
    }
    names->list[BL_SOURCE] = n->names[BL_SOURCE];
    names->list[BL_TARGET] = n->names[BL_TARGET];
    names->count[BL_SOURCE] = n->count[BL_SOURCE];
    names->count[BL_TARGET] = n->count[BL_TARGET];
    names->differences = n->differences;
    names->difference_count = n->difference_count;
    names->naming = n;
    return names;
}

bl_name bl_names_get(const bl_names *names, bl_side_id side, uint32_t index)
{
    bl_name name = names->list[side][index];

    bl_naming_answer(names->naming, (int)side, &name);
    name.proper = name.rare = name.judged = 0;
    return name;
}
