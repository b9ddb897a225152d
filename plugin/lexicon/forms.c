/* SPDX-License-Identifier: Apache-2.0 */
/* Which words are forms of which: stems, asked for once a word, and endings. */
#include "lexicon/language.h"

#include "lexicon/spelling.h"
#include "text/utf8.h"

#include <string.h>

enum {
    STEMS = 8,          /* of one word */
    STEM_LETTERS = 3,   /* before an ending that the language has, */
    SURE_LETTERS = 4,   /* and before one of which nothing is known, */
    ENDING_LETTERS = 2, /* which has so many */
    BOTH = 2,           /* stems of a form that is a word of its own, too */
    CASE_LETTERS = 4    /* and behind the stem of a name at most */
};

/* ---- stems -------------------------------------------------------------- */

/* Stems as the dictionary has them, each once when folded. */
static uint32_t ask_stems(bl_language *language, bl_str text,
                          bl_folded stems[STEMS], bl_arena *scratch)
{
    bl_str said[STEMS];
    const size_t found =
        bl_speller_stems(language->speller, text, said, STEMS, scratch);
    uint32_t count = 0;

    for (size_t i = 0; i < found; i++) {
        uint32_t same = 0;

        bl_fold(&language->locale, said[i], &stems[count]);
        while (same < count && (stems[same].size != stems[count].size ||
                                memcmp(stems[same].text, stems[count].text,
                                       stems[count].size) != 0))
            same++;
        count += same == count && stems[count].size != 0;
    }
    return count;
}

static const bl_stems *make_stems(bl_language *language, const bl_word *word,
                                  bl_arena *scratch)
{
    bl_folded stems[STEMS];
    uint32_t count = 0;
    size_t size = sizeof(bl_stems);
    bl_stems *made;
    char *text;

    if (language->speller != NULL && word->folded.size != 0) {
        count = ask_stems(language, word->text, stems, scratch);
        if (count == 0 && (word->flags & BL_WORD_CAPITAL) != 0)
            count = ask_stems(language, word->folded, stems, scratch);
        if (scratch->failed)
            return NULL;
    }
    for (uint32_t i = 0; i < count; i++)
        size += sizeof(bl_str) + stems[i].size;
    made = bl_words_room(&language->words, word, size, scratch);
    if (made == NULL)
        return NULL;
    made->count = count;
    text = (char *)&made->items[count];
    for (uint32_t i = 0; i < count; i++) {
        memcpy(text, stems[i].text, stems[i].size);
        made->items[i] = bl_str_of(text, stems[i].size);
        text += stems[i].size;
    }
    return made;
}

/* Two threads may ask at once; either answer is kept. */
const bl_stems *bl_language_stems(bl_language *language, const bl_word *word,
                                  bl_arena *scratch)
{
    const bl_stems *stems = bl_atomic_get(&word->stems);

    if (stems == NULL) {
        stems = make_stems(language, word, scratch);
        scratch->failed = scratch->failed || stems == NULL;
        bl_atomic_set(&((bl_word *)word)->stems, (void *)stems);
    }
    return stems;
}

static const bl_respelled *respell(bl_language *language, const bl_word *word,
                                   bl_arena *scratch)
{
    bl_folded out;
    const bl_str key =
        bl_orthography_key(&language->orthography, word->folded, &out);
    bl_respelled *made = bl_words_room(&language->words, word,
                                       sizeof(*made) + key.size, scratch);

    if (made == NULL)
        return NULL;
    *made = (bl_respelled){ .letter_set = bl_letter_set(key),
                            .letters = bl_utf8_points(key.ptr, key.size),
                            .size = key.size };
    memcpy(made->text, key.ptr, key.size);
    return made;
}

const bl_respelled *bl_language_respelled(bl_language *language,
                                          const bl_word *word,
                                          bl_arena *scratch)
{
    const bl_respelled *key = bl_atomic_get(&word->respelled);

    if (key == NULL) {
        key = respell(language, word, scratch);
        scratch->failed = scratch->failed || key == NULL;
        bl_atomic_set(&((bl_word *)word)->respelled, (void *)key);
    }
    return key;
}

bool bl_stems_have(const bl_stems *stems, bl_str text)
{
    for (uint32_t i = 0; stems != NULL && i < stems->count; i++) {
        if (bl_str_equal(stems->items[i], text))
            return true;
    }
    return false;
}

/* ---- forms -------------------------------------------------------------- */

/* Whether two words are one stem with two of the endings. */
static bool have_endings(const bl_endings *set, bl_str a, bl_str b)
{
    for (size_t i = 0; i < set->count; i++) {
        const size_t stem = a.size - set->items[i].size;

        if (!bl_str_ends(a, set->items[i]) || stem == 0 || stem >= b.size ||
            memcmp(a.ptr, b.ptr, stem) != 0 ||
            bl_utf8_points(a.ptr, stem) < STEM_LETTERS)
            continue;
        if (bl_endings_have(set, bl_str_of(b.ptr + stem, b.size - stem)))
            return true;
    }
    return false;
}

bool bl_language_look_like_forms(const bl_language *language, bl_str a,
                                 bl_str b)
{
    const bl_str shorter = a.size < b.size ? a : b;
    const bl_str longer = a.size < b.size ? b : a;

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings_of of = language->endings[i].of;

        if ((of == BL_ENDINGS_OF_ALL || of == BL_ENDINGS_OF_TERMS) &&
            have_endings(&language->endings[i], shorter, longer))
            return true;
    }
    return bl_str_begins(longer, shorter) &&
           bl_utf8_points(shorter.ptr, shorter.size) >= SURE_LETTERS &&
           bl_utf8_points(longer.ptr + shorter.size,
                          longer.size - shorter.size) <= ENDING_LETTERS;
}

bool bl_language_are_cases(const bl_language *language, bl_str a, bl_str b)
{
    const bl_str shorter = a.size < b.size ? a : b;
    const bl_str longer = a.size < b.size ? b : a;

    for (size_t i = 0; i < language->ending_count; i++) {
        if (have_endings(&language->endings[i], shorter, longer))
            return true;
    }
    return false;
}

/* NULL: there is no dictionary, or it has no endings, or there is no memory
 * for them. */
static const bl_affixes *affixes_of(const bl_language *language,
                                    bl_arena *scratch)
{
    const bl_affixes *affixes;

    if (language->speller == NULL)
        return NULL;
    affixes = bl_speller_affixes(language->speller, &language->locale);
    scratch->failed = scratch->failed || affixes == NULL;
    return affixes != NULL && affixes->count != 0 ? affixes : NULL;
}

static bool is_cut(const bl_stems *stems, bl_str text)
{
    return stems != NULL &&
           stems->count > (bl_stems_have(stems, text) ? 1U : 0U);
}

bool bl_language_cuts(bl_language *language, const bl_word *a,
                      const bl_word *b, bl_arena *scratch)
{
    return affixes_of(language, scratch) != NULL &&
           (is_cut(bl_language_stems(language, a, scratch), a->folded) ||
            is_cut(bl_language_stems(language, b, scratch), b->folded));
}

/* Whether `form` may be made of `base`. */
static bool may_make(const bl_affixes *affixes, bl_str base, bl_str form)
{
    return bl_affixes_make(affixes, base, form) ||
           (affixes->twofold && bl_str_begins(form, base));
}

static const bl_stems *stems_of(bl_language *language, bl_str text,
                                bl_arena *scratch)
{
    const bl_word *word = bl_language_word(language, text, scratch);

    return word != NULL ? bl_language_stems(language, word, scratch) : NULL;
}

/* Whether two words have a stem in common. */
static bool share_stem(const bl_stems *a, const bl_stems *b)
{
    for (uint32_t i = 0; a != NULL && i < a->count; i++) {
        if (bl_stems_have(b, a->items[i]))
            return true;
    }
    return false;
}

/* Whether an ending makes another word of a word: "training" is no train, and
 * "Lagerung" no "Lager". */
static bool is_derived(const bl_language *language, bl_str base, bl_str form)
{
    const bl_form_list *derived = &language->derived;

    for (size_t i = 0; i < derived->count; i++) {
        const bl_str ending = derived->items[i];
        bool has = !bl_str_ends(form, ending);

        /* "girders" of "girder": "ers" is a form of what that has, too. */
        for (size_t j = 0; j < derived->count && !has; j++)
            has = bl_str_begins(ending, derived->items[j]) &&
                  bl_str_ends(base, derived->items[j]);
        if (!has)
            return true;
    }
    return false;
}

/* Whether another word is written onto it: "golfbaan" is no "golf". */
static bool is_compound(const bl_language *language, bl_str base, bl_str form)
{
    const bl_str rest =
        bl_str_of(form.ptr + base.size, form.size - base.size);

    return bl_str_begins(form, base) &&
           bl_utf8_points(rest.ptr, rest.size) >= SURE_LETTERS &&
           bl_speller_knows(language->speller, rest);
}

/* Whether it is, by the dictionary; where that does not know `form`, an ending
 * of its own is enough. Hunspell may cut more than the ending: of "girders" it
 * names "gird", and so it does of "girder". A word that the dictionary has by
 * itself as well is another one: news are not new. */
static bool makes(bl_language *language, const bl_affixes *affixes, bl_str base,
                  const bl_word *form, bl_arena *scratch)
{
    const bl_stems *stems;

    if (form == NULL || !may_make(affixes, base, form->folded) ||
        is_compound(language, base, form->folded) ||
        is_derived(language, base, form->folded))
        return false;
    stems = bl_language_stems(language, form, scratch);
    if (stems != NULL && stems->count == 0)
        return bl_utf8_points(base.ptr, base.size) >= SURE_LETTERS &&
               bl_affixes_make(affixes, base, form->folded);
    if (bl_stems_have(stems, form->folded))
        return false;
    return bl_stems_have(stems, base) ||
           (bl_affixes_make(affixes, base, form->folded) &&
            share_stem(stems, stems_of(language, base, scratch)));
}

/* The same, where the dictionary has the form by itself as well: what the
 * language's own endings say counts, too. "umowie" of "umowa". */
static bool is_made_twice(bl_language *language, bl_str base,
                          const bl_word *form, bl_arena *scratch)
{
    const bl_stems *stems;

    if (form == NULL || form->letters < SURE_LETTERS ||
        is_derived(language, base, form->folded) ||
        !bl_language_are_cases(language, base, form->folded))
        return false;
    stems = bl_language_stems(language, form, scratch);
    return (bl_stems_have(stems, base) && stems->count <= BOTH) ||
           (!bl_stems_have(stems, form->folded) &&
            share_stem(stems, stems_of(language, base, scratch)));
}

const bl_affixes *bl_language_affixes(const bl_language *language,
                                      bl_arena *scratch)
{
    return affixes_of(language, scratch);
}

bool bl_language_may_be_forms(bl_language *language, const bl_word *word,
                              bl_str other, bl_arena *scratch)
{
    const bl_affixes *affixes = affixes_of(language, scratch);
    const bl_str text = word->folded;

    if (affixes != NULL)
        return bl_affixes_join(affixes, text, other) ||
               bl_language_are_cases(language, text, other) ||
               (affixes->twofold && (bl_str_begins(text, other) ||
                                     bl_str_begins(other, text)));
    return bl_language_look_like_forms(language, text, other);
}

bool bl_language_are_forms(bl_language *language, const bl_word *word,
                           bl_str other, bl_arena *scratch)
{
    const bl_affixes *affixes = affixes_of(language, scratch);

    if (affixes == NULL)
        return bl_language_may_be_forms(language, word, other, scratch);
    return makes(language, affixes, other, word, scratch) ||
           is_made_twice(language, other, word, scratch) ||
           (may_make(affixes, word->folded, other) &&
            makes(language, affixes, word->folded,
                  bl_language_word(language, other, scratch), scratch));
}

bool bl_language_is_name_form(const bl_language *language, bl_str base,
                              bl_str form)
{
    for (size_t i = 0; i < language->name_stems.count; i++) {
        const bl_str change = language->name_stems.items[i];
        const char *cut = memchr(change.ptr, '>', change.size);
        const bl_str end = bl_str_of(change.ptr, (size_t)(cut - change.ptr));
        const bl_str stem = bl_str_of(cut + 1, change.size - end.size - 1);
        const size_t before = base.size - end.size;

        if (bl_str_ends(base, end) && before >= SURE_LETTERS &&
            form.size >= before + stem.size &&
            memcmp(form.ptr, base.ptr, before) == 0 &&
            memcmp(form.ptr + before, stem.ptr, stem.size) == 0 &&
            bl_utf8_points(form.ptr + before + stem.size,
                           form.size - before - stem.size) <= CASE_LETTERS)
            return true;
    }
    return false;
}
