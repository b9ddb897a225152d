/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of words: by the spelling dictionary's stems where it has any, or
 * else by the letters that they share. */
#include "recognise/term_words.h"

#include "recognise/similar.h"
#include "terms/keys.h"
#include "text/utf8.h"

#include <stddef.h>
#include <string.h>

enum {
    SHORTEST = 3,      /* letters of a word that takes endings */
    CUT_LETTERS = 3,   /* letters of an ending */
    SURE_LETTERS = 2,  /* of one without a dictionary to ask */
    RANGE_MAX = 64,    /* words that begin alike and are looked at */
    STEM_LETTERS = 4,  /* letters that two forms share at least, */
    SAME_PERCENT = 70, /* and how much of each */
    PART_LETTERS = 5   /* a word that is found inside of a compound */
};

/* ---- surely forms of each other --------------------------------------------------- */

/* Languages that are written in syllables, and scripts without spaces, have
 * no endings. */
static bool has_endings(const bl_language *language, const bl_token *token)
{
    return language->syllables == NULL &&
           (token->flags & BL_TOKEN_GLYPH) == 0 &&
           token->kind == BL_TOKEN_WORD && token->word->letters >= SHORTEST;
}

static size_t letters_of(bl_str text)
{
    return bl_utf8_points(text.ptr, text.size);
}

/* Without its last letter. */
static bl_str cut_letter(bl_str text)
{
    do
        text.size--;
    while (text.size > 0 &&
           ((unsigned char)text.ptr[text.size] & 0xc0) == 0x80);
    return text;
}

static bool has_stem(const bl_stems *stems, bl_str text)
{
    for (uint32_t i = 0; stems != NULL && i < stems->count; i++) {
        if (bl_str_equal(stems->items[i], text))
            return true;
    }
    return false;
}

static const bl_stems *stems_of(bl_language *language, bl_str text,
                                bl_arena *scratch)
{
    const bl_word *word = bl_language_word(language, text, scratch);

    return word != NULL ? bl_language_stems(language, word, scratch) : NULL;
}

static bool begins(bl_str text, bl_str with)
{
    return text.size >= with.size &&
           memcmp(text.ptr, with.ptr, with.size) == 0;
}

/* "contracts" of "contract" and the other way round. The dictionary decides
 * where it knows the longer one; otherwise an ending of a letter or two. */
static bool are_forms(bl_language *language, bl_str word,
                      const bl_stems *stems, bl_str other, bl_arena *scratch)
{
    const bl_stems *others;
    bl_str longer = word;
    bl_str shorter = other;

    if (has_stem(stems, other))
        return true;
    if (other.size > word.size) {
        others = stems_of(language, other, scratch);
        if (has_stem(others, word))
            return true;
        if (others != NULL && others->count != 0)
            return false;
        longer = other;
        shorter = word;
    } else if (stems != NULL && stems->count != 0) {
        return false;
    }
    return begins(longer, shorter) && letters_of(shorter) >= STEM_LETTERS &&
           letters_of(longer) - letters_of(shorter) <= SURE_LETTERS;
}

static bool is_full(const bl_list_word *found)
{
    return found->count == BL_TERM_FORMS + (found->same != BL_NO_TERM_WORD);
}

static void add_entry(const bl_term_list *list, bl_term_word word,
                      bl_list_word *found)
{
    for (uint32_t i = 0; i < found->count; i++) {
        if (found->entries[i].word == word)
            return;
    }
    if (!is_full(found)) {
        const bl_image_span phrases = bl_image_begin(&list->image, word);

        found->entries[found->count++] = (bl_list_entry){
            word, phrases, bl_image_is_end(&list->image, phrases, 1)
        };
    }
}

/* One more candidate, if it is one: it must not be the word itself, and have
 * nearly as many letters. */
static void try_form(const bl_term_list *list, bl_language *language,
                     const bl_word *word, bl_term_word candidate,
                     bl_list_word *found, bl_arena *scratch)
{
    const bl_str text = bl_image_word_text(&list->image, candidate);
    const size_t letters = letters_of(text);

    if (candidate == found->same || is_full(found) || letters < SHORTEST ||
        letters > (size_t)word->letters + CUT_LETTERS ||
        letters + CUT_LETTERS < word->letters)
        return;
    if (are_forms(language, word->folded,
                  bl_language_stems(language, word, scratch), text, scratch))
        add_entry(list, candidate, found);
}

/* Words of the list that share all but the last letters with the word. */
static void find_forms(const bl_term_list *list, bl_language *language,
                       const bl_word *word, bl_list_word *found,
                       bl_arena *scratch)
{
    bl_str begin = word->folded;
    bl_image_span span;

    for (int cut = 0; cut < CUT_LETTERS && letters_of(begin) > SHORTEST;
         cut++)
        begin = cut_letter(begin);
    span = bl_image_words_from(&list->image, begin);
    if (span.limit - span.start > RANGE_MAX) {
        /* Too many: those that the word itself begins with, or begins. */
        bl_str part = word->folded;

        for (int cut = 0; cut < CUT_LETTERS && part.size > begin.size;
             cut++) {
            bl_term_word shorter;

            part = cut_letter(part);
            shorter = bl_image_word(&list->image, part);
            if (shorter != BL_NO_TERM_WORD)
                try_form(list, language, word, shorter, found, scratch);
        }
        span = bl_image_words_from(&list->image, word->folded);
        if (span.limit - span.start > RANGE_MAX)
            span.limit = span.start + RANGE_MAX;
    }
    for (uint32_t i = span.start; i < span.limit; i++)
        try_form(list, language, word, i, found, scratch);
}

/* "وعقد" of "عقد", where the language says that "و" is written onto words. */
static void find_without_prefix(const bl_term_list *list,
                                const bl_language *language, bl_str key,
                                bl_list_word *found)
{
    for (size_t i = 0; i < language->prefix_count; i++) {
        const bl_str prefix = language->prefixes[i];
        bl_term_word word;

        if (!begins(key, prefix) ||
            letters_of(key) < letters_of(prefix) + SHORTEST)
            continue;
        word = bl_image_word(
            &list->image,
            bl_str_of(key.ptr + prefix.size, key.size - prefix.size));
        if (word != BL_NO_TERM_WORD)
            add_entry(list, word, found);
    }
}

static void look_up(const bl_term_list *list, bl_language *language,
                    const bl_token *token, bl_list_word *found,
                    bl_arena *scratch)
{
    bl_folded room;
    const bl_str key = bl_term_word_key(token->word->folded, &room);

    found->count = 0;
    found->same = bl_image_word(&list->image, key);
    if (found->same != BL_NO_TERM_WORD)
        add_entry(list, found->same, found);
    if (!has_endings(language, token))
        return;
    find_forms(list, language, token->word, found, scratch);
    find_without_prefix(list, language, key, found);
}

/* What all the engine's lists make of a word: where each list's part begins,
 * by its number, and the parts without the entries that they have not. */
typedef struct list_words {
    uint32_t starts[1]; /* in bytes; as many as there are lists */
} list_words;

static size_t size_of(const bl_list_word *word)
{
    return offsetof(bl_list_word, entries) +
           word->count * sizeof(bl_list_entry);
}

static const list_words *look_up_all(const bl_term_lists *lists,
                                     bl_language *language,
                                     const bl_token *token,
                                     bl_arena *scratch)
{
    bl_list_word *each = bl_arena_alloc(scratch, lists->count, sizeof(*each));
    size_t size = lists->count * sizeof(uint32_t);
    list_words *made;
    uint32_t i = 0;

    if (each == NULL)
        return NULL;
    for (const bl_term_list *list = lists->first; list != NULL;
         list = list->next) {
        look_up(list, language, token, &each[i], scratch);
        size += size_of(&each[i++]);
    }
    /* Not all forms are known then, and what is kept is kept for good. */
    if (scratch->failed)
        return NULL;
    made = bl_words_room(&language->words, token->word, size, scratch);
    if (made == NULL)
        return NULL;
    size = lists->count * sizeof(uint32_t);
    for (i = 0; i < lists->count; i++) {
        made->starts[i] = (uint32_t)size;
        memcpy((char *)made + size, &each[i], size_of(&each[i]));
        size += size_of(&each[i]);
    }
    bl_atomic_set(&((bl_word *)token->word)->terms, made);
    return made;
}

const bl_list_word *bl_list_word_of(const bl_term_list *list,
                                    bl_language *language,
                                    const bl_token *token, bl_arena *scratch)
{
    const list_words *known = bl_atomic_get(&token->word->terms);

    if (list->siblings == NULL) {
        bl_list_word *one = bl_arena_alloc(scratch, 1, sizeof(*one));

        if (one != NULL)
            look_up(list, language, token, one, scratch);
        return one;
    }
    if (known == NULL)
        known = look_up_all(list->siblings, language, token, scratch);
    return known != NULL
               ? (const bl_list_word *)(const void *)(
                     (const char *)known + known->starts[list->number])
               : NULL;
}

/* ---- perhaps ------------------------------------------------------------------------ */

typedef struct equal_to {
    bl_str text;
} equal_to;

static bool is_equal(void *context, bl_str text)
{
    const equal_to *other = context;

    return bl_str_equal(other->text, text);
}

static bool is_ascii(char c)
{
    return ((unsigned char)c & 0x80) == 0;
}

/* hòa and hoà, colour and color: they begin with the same letter. */
static bool is_spelling_of(const bl_language *language, bl_str a, bl_str b)
{
    equal_to other = { b };

    return language->variants.count != 0 && a.size != 0 && b.size != 0 &&
           (*a.ptr == *b.ptr || !is_ascii(*a.ptr) || !is_ascii(*b.ptr)) &&
           bl_variants_known(&language->variants, a, true, is_equal, &other);
}

static bool share_stem(const bl_stems *a, bl_str a_text, const bl_stems *b,
                       bl_str b_text)
{
    if (has_stem(a, b_text) || has_stem(b, a_text))
        return true;
    for (uint32_t i = 0; a != NULL && i < a->count; i++) {
        if (has_stem(b, a->items[i]))
            return true;
    }
    return false;
}

/* Letters in common from the beginning on, for most of both words. */
static bool begin_alike(bl_str a, bl_str b)
{
    const size_t same = bl_common_prefix(a, b);

    return same >= STEM_LETTERS &&
           same * 100 >= letters_of(a) * SAME_PERCENT &&
           same * 100 >= letters_of(b) * SAME_PERCENT;
}

/* A part of a compound: at its beginning, or at its end but for an ending. */
static bool is_part(bl_str whole, bl_str part)
{
    const size_t letters = letters_of(part);

    if (letters < PART_LETTERS || whole.size <= part.size)
        return false;
    if (begins(whole, part))
        return true;
    for (size_t at = 1; at + part.size <= whole.size; at++) {
        const bl_str rest = bl_str_of(whole.ptr + at + part.size,
                                      whole.size - at - part.size);

        if (memcmp(whole.ptr + at, part.ptr, part.size) == 0 &&
            letters_of(rest) <= CUT_LETTERS)
            return true;
    }
    return false;
}

static bl_str without_prefix(const bl_language *language, bl_str text)
{
    bl_str longest = text;

    for (size_t i = 0; i < language->prefix_count; i++) {
        const bl_str prefix = language->prefixes[i];

        if (begins(text, prefix) &&
            letters_of(text) >= letters_of(prefix) + 2 &&
            text.size - prefix.size < longest.size)
            longest = bl_str_of(text.ptr + prefix.size,
                                text.size - prefix.size);
    }
    return longest;
}

bool bl_may_stand_for(bl_language *language, const bl_token *token,
                      bl_str wanted, bl_arena *scratch)
{
    const bl_word *word = token->word;
    const bl_word *other;
    bl_folded room;
    bl_str text;

    if (word == NULL)
        return false;
    text = bl_term_word_key(word->folded, &room);
    if (is_spelling_of(language, text, wanted))
        return true;
    if (!has_endings(language, token))
        return false;
    other = bl_language_word(language, wanted, scratch);
    if (other == NULL)
        return false;
    if (share_stem(bl_language_stems(language, word, scratch), text,
                   bl_language_stems(language, other, scratch), wanted))
        return true;
    text = without_prefix(language, text);
    wanted = without_prefix(language, wanted);
    return begin_alike(text, wanted) ||
           begin_alike(word->skeleton, other->skeleton) ||
           is_part(word->folded, other->folded) ||
           is_part(word->skeleton, other->skeleton) ||
           bl_str_equal(text, wanted);
}
