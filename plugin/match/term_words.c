/* SPDX-License-Identifier: Apache-2.0 */
/* Forms of words: by the spelling dictionary's stems where it has any, or
 * else by the letters that they share. */
#include "match/term_words.h"

#include "terms/keys.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <stddef.h>
#include <string.h>

enum {
    CUT_LETTERS = 3, /* letters of an ending */
    FAR_LETTERS = 7, /* of one that is looked for among the dictionary's */
    RANGE_MAX = BL_MARKED_WORDS, /* that begin alike and are looked at */
    FOLLOWERS_MAX = 64
};

/* ---- surely forms of each other ----------------------------------------- */

/* Languages that are written in syllables, and scripts without spaces, have
 * no endings. */
bool bl_has_forms(const bl_language *language, const bl_token *token)
{
    return language->syllables == NULL &&
           (token->flags & BL_TOKEN_GLYPH) == 0 &&
           token->kind == BL_TOKEN_WORD &&
           token->word->letters >= BL_SHORTEST_FORM;
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

static bool is_full(const bl_list_word *found)
{
    return found->count == BL_TERM_FORMS + (found->same != BL_NO_TERM_WORD);
}

bl_list_entry bl_list_entry_of(const bl_image *image, bl_term_word word)
{
    bl_list_entry entry = { .word = word,
                            .phrases = bl_image_begin(image, word) };

    if (entry.phrases.start < entry.phrases.limit) {
        entry.pair_scale =
            bl_pair_scale_of(entry.phrases.limit - entry.phrases.start,
                             bl_image_count(image, BL_IMAGE_PAIRS));
        entry.begins = bl_image_word_mask(image, word);
        entry.alone = bl_image_end_mask(image, entry.phrases, 1);
    }
    return entry;
}

/* The bit of a word among 64. */
static uint64_t bit_of(bl_term_word word)
{
    return UINT64_C(1) << (word * UINT32_C(0x9e3779b9) >> 26);
}

/* Bits of what may follow the word; all where it is much. A sign counts as
 * anything. */
static uint64_t bits_behind(const bl_image *image, const bl_list_entry *entry)
{
    const uint32_t count = entry->phrases.limit - entry->phrases.start;
    const uint32_t *seconds;
    uint64_t bits = 0;

    if (count > FOLLOWERS_MAX)
        return UINT64_MAX;
    seconds = bl_image_seconds(image, entry->phrases);
    for (uint32_t i = entry->alone != 0; i < count && seconds != NULL; i++)
        bits |= bit_of(seconds[i] - 1);
    return bits;
}

static void add_entry(const bl_term_list *list, bl_term_word word,
                      bl_list_form form, bl_list_word *found)
{
    bl_list_entry *entry = &found->entries[found->count];

    for (uint32_t i = 0; i < found->count; i++) {
        if (found->entries[i].word == word)
            return;
    }
    if (is_full(found))
        return;
    *entry = bl_list_entry_of(&list->image, word);
    entry->form = (uint8_t)form;
    found->begins |= entry->begins;
    found->alone |= entry->alone;
    found->trail |= bit_of(word);
    found->lead |= bits_behind(&list->image, entry);
    found->count++;
}

/* Whether words have nearly as many letters behind those that they share, of
 * which most of them consist. */
static bool have_near_ends(bl_str a, bl_str b)
{
    size_t same = 0;
    size_t more_a;
    size_t more_b;

    while (same < a.size && same < b.size && a.ptr[same] == b.ptr[same])
        same++;
    more_a = bl_letters_of(bl_str_of(a.ptr + same, a.size - same));
    more_b = bl_letters_of(bl_str_of(b.ptr + same, b.size - same));
    return more_a <= more_b + CUT_LETTERS && more_b <= more_a + CUT_LETTERS;
}

/* One more candidate, if it is one: it must not be the word itself, and have
 * nearly as many letters. */
static void try_form(const bl_term_list *list, bl_language *language,
                     const bl_word *word, bl_term_word candidate, bl_str text,
                     bl_list_word *found, bl_arena *scratch)
{
    if (candidate != found->same && !is_full(found) &&
        have_near_ends(word->folded, text) &&
        bl_letters_of(text) >= BL_SHORTEST_FORM &&
        bl_language_may_be_forms(language, word, text, scratch))
        add_entry(list, candidate, BL_FORM_ASK, found);
}

/* The same of all words of a range. */
static void try_forms(const bl_term_list *list, bl_language *language,
                      const bl_word *word, bl_image_span words,
                      bl_list_word *found, bl_arena *scratch)
{
    const uint32_t count = words.limit - words.start;
    const uint32_t *starts = bl_image_get(&list->image, BL_IMAGE_WORD_STARTS,
                                          words.start, count + 1);
    const char *text;

    if (starts == NULL || starts[0] > starts[count])
        return;
    text = bl_image_get(&list->image, BL_IMAGE_WORD_TEXT, starts[0],
                        starts[count] - starts[0]);
    for (uint32_t i = 0; text != NULL && i < count; i++) {
        if (starts[i] < starts[0] || starts[i] > starts[i + 1] ||
            starts[i + 1] > starts[count])
            break;
        try_form(list, language, word, words.start + i,
                 bl_str_of(text + (starts[i] - starts[0]),
                           starts[i + 1] - starts[i]),
                 found, scratch);
    }
}

/* Words of the list that share all but the last letters with the word: of
 * three letters, or of fewer where there are too many to look at. */
static void find_forms(const bl_term_list *list, bl_language *language,
                       const bl_word *word, bl_list_word *found,
                       bl_arena *scratch)
{
    bl_str begins[CUT_LETTERS + 1] = { word->folded };
    int cut = 0;
    bl_image_span span = { 0, 0 };

    while (cut < CUT_LETTERS && bl_letters_of(begins[cut]) > BL_SHORTEST_FORM) {
        begins[cut + 1] = cut_letter(begins[cut]);
        cut++;
    }
    for (; cut != 0; cut--) {
        bl_term_word shorter;

        if (!bl_image_many_from(&list->image, begins[cut])) {
            span = bl_image_words_from(&list->image, begins[cut], span.start,
                                       RANGE_MAX);
            if (span.limit - span.start < RANGE_MAX)
                break;
        }
        shorter = bl_image_word(&list->image, begins[cut]);
        if (shorter != BL_NO_TERM_WORD)
            try_form(list, language, word, shorter, begins[cut], found,
                     scratch);
    }
    if (cut == 0)
        span = bl_image_words_from(&list->image, begins[0], span.start,
                                   RANGE_MAX);
    try_forms(list, language, word, span, found, scratch);
}

/* A word of the list that an ending makes this one of, whatever they share:
 * "psa" of "pies". `size`: bytes of the ending. */
static void find_bases(const bl_term_list *list, const bl_affixes *affixes,
                       bl_str word, size_t size, bl_list_word *found)
{
    const size_t stem = word.size - size;
    const bl_affix_base *base;
    char text[BL_FOLD_MAX];
    size_t count;

    base = bl_affixes_bases(affixes, bl_str_of(word.ptr + stem, size), &count);
    for (; count != 0 && !is_full(found); count--, base++) {
        const bl_str end = bl_affix_base_text(affixes, base);
        bl_term_word number;

        if (stem + end.size > sizeof(text))
            continue;
        memcpy(text, word.ptr, stem);
        memcpy(text + stem, end.ptr, end.size);
        if (bl_letters_of(bl_str_of(text, stem + end.size)) < BL_SHORTEST_FORM)
            continue;
        number =
            bl_image_word(&list->image, bl_str_of(text, stem + end.size));
        if (number != BL_NO_TERM_WORD && number != found->same)
            add_entry(list, number, BL_FORM_ASK_ALONE, found);
    }
}

/* Of words that share less than find_forms() looks for: those with long
 * endings, and short ones whose stem changes. */
static void find_far_forms(const bl_term_list *list, bl_language *language,
                           const bl_word *word, bl_list_word *found,
                           bl_arena *scratch)
{
    const bl_affixes *affixes = bl_language_affixes(language, scratch);
    bl_str rest = word->folded;

    if (affixes == NULL)
        return;
    for (uint32_t cut = 1; cut <= FAR_LETTERS && !is_full(found); cut++) {
        const bl_str shorter = cut_letter(rest);
        size_t left;

        if (shorter.size == 0)
            break;
        rest = shorter;
        left = word->letters > cut ? word->letters - cut : 0;
        if (cut <= CUT_LETTERS && left >= BL_SHORTEST_FORM)
            continue;
        find_bases(list, affixes, word->folded, word->folded.size - rest.size,
                   found);
        if (affixes->twofold && left >= BL_SHORTEST_FORM) {
            const bl_term_word number = bl_image_word(&list->image, rest);

            if (number != BL_NO_TERM_WORD && number != found->same)
                add_entry(list, number, BL_FORM_ASK_ALONE, found);
        }
    }
}

/* The other forms of a word that is listed with all of them. */
static void find_irregular(const bl_term_list *list,
                           const bl_language *language, bl_str key,
                           bl_list_word *found)
{
    size_t at = 0;
    const bl_irregular_word *word;

    while ((word = bl_irregular_next(&language->irregular, key, &at)) !=
           NULL) {
        for (uint32_t i = 0;
             i < word->sure && bl_irregular_has(word, key, true); i++) {
            const bl_term_word number =
                bl_image_word(&list->image, word->items[i]);

            if (number != BL_NO_TERM_WORD)
                add_entry(list, number, BL_FORM_SURE, found);
        }
    }
}

/* The word as lists write it: where its key is another text, the record of
 * that. NULL when there is no memory. */
static const bl_word *record_of(bl_language *language, const bl_word *word,
                                bl_str key, bl_arena *scratch)
{
    return key.ptr == word->folded.ptr || bl_str_equal(key, word->folded)
               ? word
               : bl_language_word(language, key, scratch);
}

const bl_word *bl_list_record(bl_language *language, const bl_word *word,
                              bl_arena *scratch)
{
    bl_folded room;

    return record_of(language, word, bl_term_word_key(word->folded, &room),
                     scratch);
}

static bool has_one_stem(bl_language *language, const bl_word *word,
                         bl_arena *scratch)
{
    const bl_stems *stems = bl_language_stems(language, word, scratch);

    return stems != NULL && stems->count == 1;
}

bool bl_list_entry_ask(const bl_term_list *list, bl_language *language,
                       const bl_token *token, const bl_list_entry *entry,
                       bl_arena *scratch)
{
    const bl_word *word = bl_list_record(language, token->word, scratch);
    const bool sure =
        word != NULL &&
        (bl_atomic_get(&entry->form) != BL_FORM_ASK_ALONE ||
         has_one_stem(language, word, scratch)) &&
        bl_language_are_forms(language, word,
                              bl_image_word_text(&list->image, entry->word),
                              scratch);

    if (!scratch->failed)
        bl_atomic_set(&((bl_list_entry *)entry)->form,
                      (uint8_t)(sure ? BL_FORM_SURE : BL_FORM_NONE));
    return sure;
}

/* "وعقد" of "عقد", where the language says that "و" is written onto words. */
static void find_without_prefix(const bl_term_list *list,
                                const bl_language *language, bl_str key,
                                bl_list_word *found)
{
    for (size_t i = 0; i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];
        bl_term_word word;

        if (!bl_str_begins(key, prefix) ||
            bl_letters_of(key) < bl_letters_of(prefix) + BL_SHORTEST_FORM)
            continue;
        word = bl_image_word(&list->image, bl_str_of(key.ptr + prefix.size,
                                                     key.size - prefix.size));
        if (word != BL_NO_TERM_WORD)
            add_entry(list, word, BL_FORM_SURE, found);
    }
}

static void look_up(const bl_term_list *list, bl_language *language,
                    const bl_token *token, bl_list_word *found,
                    bl_arena *scratch)
{
    bl_folded room;
    const bl_str key = bl_term_word_key(token->word->folded, &room);
    const bl_word *word = record_of(language, token->word, key, scratch);

    memset(found, 0, offsetof(bl_list_word, entries));
    found->same = bl_image_word(&list->image, key);
    if (found->same != BL_NO_TERM_WORD)
        add_entry(list, found->same, BL_FORM_SURE, found);
    if (!bl_has_forms(language, token) || word == NULL)
        return;
    find_irregular(list, language, key, found);
    find_forms(list, language, word, found, scratch);
    find_far_forms(list, language, word, found, scratch);
    find_without_prefix(list, language, key, found);
}

static size_t size_of(const bl_list_word *word)
{
    return offsetof(bl_list_word, entries) +
           word->count * sizeof(bl_list_entry);
}

/* Where the first list's part begins. */
static size_t head_size(uint32_t lists)
{
    const size_t size =
        offsetof(bl_lists_word, starts) + lists * sizeof(uint32_t);

    return (size + sizeof(uint64_t) - 1) / sizeof(uint64_t) * sizeof(uint64_t);
}

/* Without the entries that a part has not. */
static const bl_lists_word *look_up_all(const bl_term_lists *lists,
                                        bl_language *language,
                                        const bl_token *token,
                                        bl_arena *scratch)
{
    bl_list_word *each = bl_arena_alloc(scratch, lists->count, sizeof(*each));
    size_t size = head_size(lists->count);
    bl_lists_word *made;
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
    made->lists = lists->count;
    size = head_size(lists->count);
    for (i = 0; i < lists->count; i++) {
        made->starts[i] = (uint32_t)size;
        memcpy((char *)made + size, &each[i], size_of(&each[i]));
        size += size_of(&each[i]);
    }
    bl_atomic_set(&((bl_word *)token->word)->terms, made);
    return made;
}

const bl_list_word *bl_list_word_new(const bl_term_list *list,
                                     bl_language *language,
                                     const bl_token *token, bl_arena *scratch)
{
    const bl_lists_word *known;
    bl_list_word *one;

    if (list->siblings != NULL) {
        known = look_up_all(list->siblings, language, token, scratch);
        return known != NULL
                   ? (const bl_list_word *)(const void
                                                *)((const char *)known +
                                                   known->starts[list->number])
                   : NULL;
    }
    one = bl_arena_alloc(scratch, 1, sizeof(*one));
    if (one != NULL)
        look_up(list, language, token, one, scratch);
    return one;
}
