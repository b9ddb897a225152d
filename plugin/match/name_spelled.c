/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names from elsewhere, as they sound where they come from: some languages
 * spell them in their own way, most of Europe writes the sound of a y with a j,
 * which English and French texts keep (Jablonec, Яблонец), and last letters are
 * silent in French (Charest, Шаре).
 */
#include "match/naming.h"

#include "match/listening.h"

/* What a word sounds like where its language spells names from elsewhere in its
 * own way, and that it does. */
static bl_sounds sounds_as_spelled(const bl_naming *n, int side,
                                   const bl_word *word, bool *spelled)
{
    bl_language *language = n->side[side]->language;
    const bl_respelled *key;

    if (!bl_is_latin(word) || language->orthography.list[BL_SPELLED].count == 0)
        return word->sounds;
    key = bl_language_respelled(language, word, n->arena);
    *spelled = key != NULL;
    return key != NULL ? bl_sounds_of(&language->letters,
                                      bl_str_of(key->text, key->size))
                       : word->sounds;
}

static bool are_sounds(bl_sounds a, bl_sounds b)
{
    return a != 0 && (a == b || bl_sounds_inflected(a, b));
}

/* Whether a word in Latin letters sounds like one in others, as it is said
 * elsewhere. */
static bool is_said(const bl_language *language, const bl_word *word,
                    const bl_word *other)
{
    for (size_t way = 0; way < BL_SAID_WAYS; way++) {
        bl_folded folded;
        const bl_str said = bl_said(language, way, word, &folded);

        if (said.size != 0 &&
            are_sounds(bl_sounds_of(&language->letters, said), other->sounds))
            return true;
    }
    return false;
}

bool bl_naming_is_respelled(const bl_naming *n, int side, const bl_word *word,
                            const bl_word *other)
{
    bool spelled = false;
    const bl_sounds a = sounds_as_spelled(n, side, word, &spelled);
    const bl_sounds b = sounds_as_spelled(n, 1 - side, other, &spelled);

    if (spelled && are_sounds(a, b))
        return true;
    if (bl_is_latin(word) == bl_is_latin(other))
        return false;
    return bl_is_latin(word)
               ? is_said(n->side[side]->language, word, other)
               : is_said(n->side[1 - side]->language, other, word);
}
