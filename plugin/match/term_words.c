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
    SHORTEST = 3,    /* letters of a word that takes endings */
    CUT_LETTERS = 3, /* letters of an ending */
    FAR_LETTERS = 7, /* of one that is looked for among those of the dictionary */
    RANGE_MAX = BL_MARKED_WORDS, /* that begin alike and are looked at */
    FOLLOWERS_MAX = 64,
    STEM_LETTERS = 4,  /* letters that two forms share at least, */
    SAME_PERCENT = 70, /* and how much of each */
    MARKED_LETTERS = 2, /* from one whose mark changes to the ending */
    BARE_MAX = 5,      /* ways to take a particle off a word */
    PART_LETTERS = 5,  /* a word that is found inside of a compound */
    SPELLINGS_MAX = 8  /* words of a list that are one word */
};

/* ---- surely forms of each other ----------------------------------------- */

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

static bool is_full(const bl_list_word *found)
{
    return found->count == BL_TERM_FORMS + (found->same != BL_NO_TERM_WORD);
}

bl_list_entry bl_list_entry_of(const bl_image *image, bl_term_word word)
{
    bl_list_entry entry = { .word = word,
                            .phrases = bl_image_begin(image, word) };

    if (entry.phrases.start < entry.phrases.limit) {
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
    more_a = letters_of(bl_str_of(a.ptr + same, a.size - same));
    more_b = letters_of(bl_str_of(b.ptr + same, b.size - same));
    return more_a <= more_b + CUT_LETTERS && more_b <= more_a + CUT_LETTERS;
}

/* One more candidate, if it is one: it must not be the word itself, and have
 * nearly as many letters. */
static void try_form(const bl_term_list *list, bl_language *language,
                     const bl_word *word, bl_term_word candidate, bl_str text,
                     bl_list_word *found, bl_arena *scratch)
{
    if (candidate != found->same && !is_full(found) &&
        have_near_ends(word->folded, text) && letters_of(text) >= SHORTEST &&
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

    while (cut < CUT_LETTERS && letters_of(begins[cut]) > SHORTEST) {
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
        if (letters_of(bl_str_of(text, stem + end.size)) < SHORTEST)
            continue;
        number =
            bl_image_word(&list->image, bl_str_of(text, stem + end.size));
        if (number != BL_NO_TERM_WORD && number != found->same)
            add_entry(list, number, BL_FORM_ASK, found);
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
        if (cut <= CUT_LETTERS && left >= SHORTEST)
            continue;
        find_bases(list, affixes, word->folded, word->folded.size - rest.size,
                   found);
        if (affixes->twofold && left >= SHORTEST) {
            const bl_term_word number = bl_image_word(&list->image, rest);

            if (number != BL_NO_TERM_WORD && number != found->same)
                add_entry(list, number, BL_FORM_ASK, found);
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

static const bl_word *listed_record(bl_language *language, const bl_word *word,
                                    bl_arena *scratch)
{
    bl_folded room;

    return record_of(language, word, bl_term_word_key(word->folded, &room),
                     scratch);
}

bool bl_list_entry_ask(const bl_term_list *list, bl_language *language,
                       const bl_token *token, const bl_list_entry *entry,
                       bl_arena *scratch)
{
    const bl_word *word = listed_record(language, token->word, scratch);
    const bool sure =
        word != NULL &&
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
            letters_of(key) < letters_of(prefix) + SHORTEST)
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
    if (!has_endings(language, token) || word == NULL)
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

/* ---- perhaps ------------------------------------------------------------ */

static bool is_ascii(char c)
{
    return ((unsigned char)c & 0x80) == 0;
}

/* hòa and hoà, colour and color: they begin with the same letter. */
static bool may_be_spelling(bl_str a, bl_str b)
{
    return a.size != 0 && b.size != 0 &&
           (*a.ptr == *b.ptr || !is_ascii(*a.ptr) || !is_ascii(*b.ptr));
}

typedef struct gathering {
    const bl_term_list *list;
    bl_str text;
    uint32_t count;
    bl_term_word words[SPELLINGS_MAX];
} gathering;

static bool gather_spelling(void *context, bl_str text)
{
    gathering *g = context;
    const bl_term_word word = may_be_spelling(g->text, text)
                                  ? bl_image_word(&g->list->image, text)
                                  : BL_NO_TERM_WORD;

    if (word != BL_NO_TERM_WORD)
        g->words[g->count++] = word;
    return g->count == SPELLINGS_MAX;
}

/* NULL when there is no memory. */
static const bl_spellings *make_spellings(const bl_term_list *list,
                                          bl_language *language,
                                          const bl_token *token,
                                          bl_arena *scratch)
{
    static const bl_spellings none = { .count = 0 };
    bl_folded room;
    gathering g = { .list = list,
                    .text = bl_term_word_key(token->word->folded, &room) };
    const size_t size = sizeof(bl_spellings) + sizeof(g.words);
    bl_spellings *made;

    bl_variants_known(&language->variants, g.text, true, gather_spelling, &g);
    if (g.count == 0)
        return &none;
    made = list->siblings != NULL
               ? bl_words_room(&language->words, token->word, size, scratch)
               : bl_arena_alloc(scratch, 1, size);
    if (made == NULL)
        return NULL;
    made->count = g.count;
    memcpy(made->words, g.words, sizeof(g.words));
    return made;
}

const bl_spellings *bl_spellings_of(const bl_term_list *list,
                                    bl_language *language,
                                    const bl_token *token, bl_arena *scratch)
{
    const bl_list_word *known = bl_list_word_of(list, language, token, scratch);
    const bl_spellings *spellings;

    if (known == NULL)
        return NULL;
    spellings = bl_atomic_get(&known->spellings);
    if (spellings != NULL)
        return spellings;
    spellings = make_spellings(list, language, token, scratch);
    if (spellings != NULL)
        bl_atomic_set(&((bl_list_word *)known)->spellings,
                      (bl_spellings *)spellings);
    return spellings;
}

bool bl_has_forms(const bl_language *language, const bl_token *token)
{
    return has_endings(language, token);
}

static bool is_spelling_of(const bl_spellings *spellings, bl_term_word number)
{
    for (uint32_t i = 0; i < spellings->count; i++) {
        if (spellings->words[i] == number)
            return true;
    }
    return false;
}

static bool share_stem(const bl_stems *a, bl_str a_text, const bl_stems *b,
                       bl_str b_text)
{
    if (bl_stems_have(a, b_text) || bl_stems_have(b, a_text))
        return true;
    for (uint32_t i = 0; a != NULL && i < a->count; i++) {
        if (bl_stems_have(b, a->items[i]))
            return true;
    }
    return false;
}

/* Letters in common from the beginning on, for most of both words. */
static bool begin_alike(bl_str a, bl_str b)
{
    const size_t same = bl_common_prefix(a, b);

    return same >= STEM_LETTERS && same * 100 >= letters_of(a) * SAME_PERCENT &&
           same * 100 >= letters_of(b) * SAME_PERCENT;
}

/* A part of a compound: at its beginning, or at its end but for an ending. */
static bool is_part(bl_str whole, bl_str part)
{
    const size_t letters = letters_of(part);

    if (letters < PART_LETTERS || whole.size <= part.size)
        return false;
    if (bl_str_begins(whole, part))
        return true;
    for (size_t at = 1; at + part.size <= whole.size; at++) {
        const bl_str rest =
            bl_str_of(whole.ptr + at + part.size, whole.size - at - part.size);

        if (memcmp(whole.ptr + at, part.ptr, part.size) == 0 &&
            letters_of(rest) <= CUT_LETTERS)
            return true;
    }
    return false;
}

/* The last part of a compound, which may be a short word where the dictionary
 * knows what stands before it: "Zeilenarten" has "Art". */
static bool is_head(bl_language *language, bl_str whole, bl_str part)
{
    const size_t letters = letters_of(part);

    if (language->linking.count == 0 || letters < SHORTEST)
        return false;
    for (size_t rest = 0; rest <= CUT_LETTERS &&
                          part.size + rest + SHORTEST <= whole.size;
         rest++) {
        const size_t at = whole.size - rest - part.size;

        if (memcmp(whole.ptr + at, part.ptr, part.size) == 0)
            return bl_language_is_first_part(language,
                                             bl_str_of(whole.ptr, at));
    }
    return false;
}

/* The word, and what is left of it without each of the particles with which it
 * may begin; how many there are. */
static size_t without_prefixes(const bl_language *language, bl_str text,
                               bl_str out[BARE_MAX])
{
    size_t count = 1;

    out[0] = text;
    for (size_t i = 0; i < language->prefixes.count && count < BARE_MAX; i++) {
        const bl_str prefix = language->prefixes.items[i];

        if (bl_str_begins(text, prefix) &&
            letters_of(text) >= letters_of(prefix) + SHORTEST)
            out[count++] =
                bl_str_of(text.ptr + prefix.size, text.size - prefix.size);
    }
    return count;
}

/* Whether their last letters are the same. */
static bool share_end(bl_str a, bl_str b)
{
    return a.size >= SHORTEST && b.size >= SHORTEST &&
           memcmp(a.ptr + a.size - SHORTEST, b.ptr + b.size - SHORTEST,
                  SHORTEST) == 0;
}

/* What another word may be made of. */
typedef struct making {
    const bl_language *language;
    bl_str other;
    bool again; /* that may be made of the same */
} making;

static bool is_text(void *context, bl_str word)
{
    return bl_str_equal(word, *(const bl_str *)context);
}

static bool is_of_other(void *context, bl_str word)
{
    const making *m = context;

    return bl_str_equal(word, m->other) ||
           (m->again && share_end(word, m->other) &&
            bl_inflections_reach(&m->language->inflections, m->other, is_text,
                                 &word));
}

/* "menyimpan" of "simpan", and "ditulis" of what "menulis" is of. */
static bool is_made_of(const bl_language *language, bl_str form, bl_str base)
{
    making m = { language, base, true };

    return language->inflections.count != 0 &&
           bl_inflections_reach(&language->inflections, form, is_of_other, &m);
}

/* Whether two words of the language are forms of one, by what its files say;
 * marks may change with the ending: "Dächer" of "Dach". */
static bool are_inflected(const bl_language *language, const bl_word *a,
                          const bl_word *b)
{
    return bl_language_are_cases(language, a->folded, b->folded) ||
           ((bl_str_begins(a->skeleton, b->skeleton) ||
             bl_str_begins(b->skeleton, a->skeleton)) &&
            bl_language_are_cases(language, a->skeleton, b->skeleton)) ||
           bl_irregular_join(&language->irregular, a->folded, b->folded) ||
           is_made_of(language, a->folded, b->folded) ||
           is_made_of(language, b->folded, a->folded);
}

/* Without the marks they begin alike. Where a mark stands far from the ending,
 * and the dictionary has both with no stem in common, they do so by chance:
 * "drücken" and "Drucker", but not "están" and "estar". */
static bool begin_alike_but_marks(const bl_word *a, const bl_stems *a_stems,
                                  const bl_word *b, const bl_stems *b_stems)
{
    return begin_alike(a->folded, b->folded) ||
           ((a_stems == NULL || a_stems->count == 0 || b_stems == NULL ||
             b_stems->count == 0 ||
             bl_common_prefix(a->skeleton, b->skeleton) <=
                 bl_common_prefix(a->folded, b->folded) + MARKED_LETTERS) &&
            begin_alike(a->skeleton, b->skeleton));
}

static bool is_irregular(const bl_language *language, bl_str a, bl_str b)
{
    size_t at = 0;
    const bl_irregular_word *word;

    while ((word = bl_irregular_next(&language->irregular, a, &at)) != NULL) {
        if (bl_irregular_has(word, b, false))
            return true;
    }
    return false;
}

/* The same word behind particles: "بالتهاب" and "الالتهاب" both have "التهاب".
 * It may have other endings, "الشركات", where the dictionary knows of none. */
static bool are_one_behind_prefixes(const bl_language *language, bl_str a,
                                    bl_str b, bool endings)
{
    bl_str bare[2][BARE_MAX];
    size_t counts[2];

    counts[0] = without_prefixes(language, a, bare[0]);
    counts[1] = without_prefixes(language, b, bare[1]);
    for (size_t i = 0; i < counts[0]; i++) {
        for (size_t j = 0; j < counts[1]; j++) {
            if (bl_str_equal(bare[0][i], bare[1][j]) ||
                begin_alike(bare[0][i], bare[1][j]) ||
                is_irregular(language, bare[0][i], bare[1][j]) ||
                bl_irregular_share_root(&language->irregular, bare[0][i],
                                        bare[1][j]) ||
                bl_language_are_cases(language, bare[0][i], bare[1][j]) ||
                (endings &&
                 bl_language_look_like_forms(language, bare[0][i], bare[1][j])))
                return true;
        }
    }
    return false;
}

/* How many letters two sets have in common. */
static int letters_shared(uint64_t a, uint64_t b)
{
    int count = 0;

    for (uint64_t left = a & b; left != 0; left &= left - 1)
        count++;
    return count;
}

/* Half of the letters of one of them: "mise" of "mettre". */
static bool share_half(uint64_t a, uint64_t b)
{
    const int all_a = letters_shared(a, a);
    const int all_b = letters_shared(b, b);

    return letters_shared(a, b) * 2 >= (all_a < all_b ? all_a : all_b);
}

static bl_str first_letters(bl_str text, size_t count)
{
    size_t at = 0;

    while (count-- != 0 && at < text.size)
        bl_utf8_next(text.ptr, text.size, &at);
    return bl_str_of(text.ptr, at);
}

/* Whether words without diacritics may be forms of one word, or one of them
 * part of the other: of most words it is known at once that they are not, and
 * Hunspell is slow. */
static bool may_be_related(bl_str a, uint64_t a_letters, bl_str b,
                           uint64_t b_letters)
{
    const bl_str begin_a = first_letters(a, SHORTEST);
    const bl_str begin_b = first_letters(b, SHORTEST);

    if (a.size == 0 || b.size == 0)
        return true;
    return (bl_str_begins(a, first_letters(b, 1)) &&
            share_half(a_letters, b_letters)) ||
           bl_str_has(a, begin_b) || bl_str_has(b, begin_a);
}

/* False when there is no memory. */
static bool want(bl_language *language, bl_wanted_word *wanted,
                 bl_arena *scratch)
{
    if (wanted->word == NULL)
        wanted->word = bl_language_word(language, wanted->text, scratch);
    return wanted->word != NULL;
}

static void look_for(const bl_term_list *list, bl_term_word number,
                     bl_wanted_word *wanted)
{
    if (wanted->known && wanted->number == number)
        return;
    wanted->known = true;
    wanted->number = number;
    wanted->word = NULL;
    wanted->text = bl_image_word_text(&list->image, number);
    bl_skeleton(wanted->text, &wanted->skeleton);
    wanted->letters = bl_letter_set(
        bl_str_of(wanted->skeleton.text, wanted->skeleton.size));
}

/* "jobs", of "job": a short word that the dictionary lacks may have a letter
 * more. */
static bool is_lent_form(const bl_stems *stems, bl_str text, bl_str wanted)
{
    return (stems == NULL || stems->count == 0) &&
           bl_str_begins(text, wanted) && letters_of(wanted) >= SHORTEST &&
           letters_of(text) == letters_of(wanted) + 1;
}

/* The same of any words, of which it is not known that they differ. */
static bool may_be_word(bl_language *language, const bl_word *word,
                        const bl_word *other, bl_arena *scratch)
{
    const bl_stems *stems = bl_language_stems(language, word, scratch);
    const bl_stems *other_stems = bl_language_stems(language, other, scratch);
    const bl_str text = word->folded;

    return share_stem(stems, text, other_stems, other->folded) ||
           are_inflected(language, word, other) ||
           is_lent_form(stems, text, other->folded) ||
           are_one_behind_prefixes(
               language, text, other->folded,
               !bl_language_cuts(language, word, other, scratch)) ||
           begin_alike_but_marks(word, stems, other, other_stems) ||
           is_part(word->folded, other->folded) ||
           is_part(word->skeleton, other->skeleton) ||
           is_head(language, text, other->folded);
}

bool bl_may_be_of(bl_language *language, const bl_token *token, bl_str text,
                  bl_arena *scratch)
{
    const bl_word *word;
    const bl_word *other;

    if (!has_endings(language, token) || letters_of(text) < SHORTEST)
        return false;
    word = listed_record(language, token->word, scratch);
    other = bl_language_word(language, text, scratch);
    return word != NULL && other != NULL &&
           (bl_str_equal(word->folded, text) ||
            is_irregular(language, word->folded, text) ||
            share_stem(bl_language_stems(language, word, scratch),
                       word->folded,
                       bl_language_stems(language, other, scratch), text) ||
            are_inflected(language, word, other));
}

bool bl_may_stand_for(const bl_term_list *list, bl_language *language,
                      const bl_token *token, bl_term_word number,
                      bl_wanted_word *wanted, bl_arena *scratch)
{
    const bl_spellings *spellings =
        bl_spellings_of(list, language, token, scratch);
    const bl_word *word;
    bl_folded room;

    if (spellings == NULL)
        return false;
    if (is_spelling_of(spellings, number))
        return true;
    look_for(list, number, wanted);
    if (is_irregular(language, bl_term_word_key(token->word->folded, &room),
                     wanted->text))
        return true;
    if (!has_endings(language, token) ||
        (language->prefixes.count == 0 &&
         (language->inflections.count == 0 ||
          !share_end(token->word->folded, wanted->text)) &&
         !may_be_related(token->word->skeleton, token->word->letter_set,
                         bl_str_of(wanted->skeleton.text,
                                   wanted->skeleton.size),
                         wanted->letters)) ||
        !want(language, wanted, scratch))
        return false;
    word = listed_record(language, token->word, scratch);
    return word != NULL && may_be_word(language, word, wanted->word, scratch);
}
