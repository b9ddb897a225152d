/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of the names of countries, cities and languages, which each language
 * has its own of, and endings: in Veneza, w Wenecji.
 */
#include "match/naming.h"

#include "text/fold.h"

/* Letters that a word of the tables has at least, and those of the ending that
 * may be written onto it; letters where anything may be. */
enum { STEM_LEAST = 3, CASE_ENDING = 2, COMPOUND_STEM = 6 };

static bool is_listed(const bl_naming *n, uint32_t word)
{
    return bl_exonyms_have(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET], word);
}

static bool is_same(const bl_naming *n, uint32_t a, uint32_t b)
{
    return bl_exonyms_same(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET], a, b);
}

/* What of the word the tables have without an ending of the language, however
 * long that is: Tukholmassa. */
static size_t read_declined(const bl_naming *n, int side, bl_str text,
                            uint32_t *stems, size_t count)
{
    const bl_language *language = n->side[side]->language;

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0; set->of != BL_ENDINGS_OF_TERMS && j < set->count &&
                           count < BL_PLACE_STEMS;
             j++) {
            const bl_str ending = set->items[j];

            if (ending.size <= CASE_ENDING || !bl_str_ends(text, ending) ||
                text.size - ending.size <= STEM_LEAST)
                continue;
            stems[count] = bl_skeleton_hash_of(
                bl_str_of(text.ptr, text.size - ending.size));
            count += is_listed(n, stems[count]);
        }
    }
    return count;
}

/* What of the word the tables have once its ending is taken off. Where nouns
 * have capitals they are written together as well: Nikolaustag. */
static size_t read_stems(const bl_naming *n, const bl_word *word,
                         uint32_t *stems)
{
    const bool compounds = n->side[BL_SOURCE]->language->noun_capitals ||
                           n->side[BL_TARGET]->language->noun_capitals;
    const bl_str text = word->skeleton;
    size_t left = word->skeleton_letters;
    size_t count = 0;

    for (size_t size = text.size;
         size > 0 && left > STEM_LEAST && count < BL_PLACE_STEMS;) {
        while (--size > 0 && ((unsigned char)text.ptr[size] & 0xc0) == 0x80)
            continue;
        if (--left + CASE_ENDING < word->skeleton_letters &&
            !(compounds && left >= COMPOUND_STEM))
            break;
        stems[count] = bl_skeleton_hash(bl_str_of(text.ptr, size));
        count += is_listed(n, stems[count]);
    }
    count = read_declined(n, BL_SOURCE, word->folded, stems, count);
    return read_declined(n, BL_TARGET, word->folded, stems, count);
}

static bool is_among(const bl_naming *n, uint32_t listed,
                     const uint32_t *stems, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_same(n, listed, stems[i]))
            return true;
    }
    return false;
}

void bl_naming_place(const bl_naming *n, const bl_word *word,
                     bl_place_word *place)
{
    place->word = word;
    place->listed = is_listed(n, word->skeleton_hash);
    place->stem_count = read_stems(n, word, place->stems);
}

bool bl_naming_is_place(const bl_naming *n, const bl_place_word *place,
                        const bl_word *word)
{
    uint32_t stems[BL_PLACE_STEMS];

    return is_among(n, word->skeleton_hash, place->stems, place->stem_count) ||
           (place->listed &&
            (is_same(n, place->word->skeleton_hash, word->skeleton_hash) ||
             is_among(n, place->word->skeleton_hash, stems,
                      read_stems(n, word, stems))));
}

bool bl_naming_same_place(const bl_naming *n, const bl_word *a,
                          const bl_word *b)
{
    bl_place_word place;

    bl_naming_place(n, a, &place);
    return bl_naming_is_place(n, &place, b);
}
