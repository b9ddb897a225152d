/* SPDX-License-Identifier: Apache-2.0 */
/* Words that may be forms of each other: asked where wrong means silence. */
#include "match/term_words.h"

#include "terms/keys.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <string.h>

enum {
    CUT_LETTERS = 3,   /* letters of an ending */
    STEM_LETTERS = 4,  /* letters that two forms share at least, */
    SAME_PERCENT = 70, /* and how much of each */
    MARKED_LETTERS = 2, /* from one whose mark changes to the ending */
    END_BYTES = 3,     /* that words share which have other prefixes */
    BARE_MAX = 5,      /* ways to take a particle off a word */
    PART_LETTERS = 5,  /* a word that is found inside of a compound */
    LONG_LETTERS = 8,  /* and one in the middle of it */
    SPELLINGS_MAX = 8  /* words of a list that are one word */
};

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

    return same >= STEM_LETTERS &&
           same * 100 >= bl_letters_of(a) * SAME_PERCENT &&
           same * 100 >= bl_letters_of(b) * SAME_PERCENT;
}

/* A part of a compound: at its beginning, or at its end but for an ending; a
 * long one anywhere. */
static bool is_part(bl_str whole, bl_str part)
{
    const size_t letters = bl_letters_of(part);

    if (letters < PART_LETTERS || whole.size <= part.size)
        return false;
    if (bl_str_begins(whole, part))
        return true;
    for (size_t at = 1; at + part.size <= whole.size; at++) {
        const bl_str rest =
            bl_str_of(whole.ptr + at + part.size, whole.size - at - part.size);

        if (memcmp(whole.ptr + at, part.ptr, part.size) == 0 &&
            (letters >= LONG_LETTERS || bl_letters_of(rest) <= CUT_LETTERS))
            return true;
    }
    return false;
}

/* The last part of a compound, which may be a short word where the dictionary
 * knows what stands before it: "Zeilenarten" has "Art". */
static bool is_head(bl_language *language, bl_str whole, bl_str part)
{
    const size_t letters = bl_letters_of(part);

    if (language->linking.count == 0 || letters < BL_SHORTEST_FORM)
        return false;
    for (size_t rest = 0; rest <= CUT_LETTERS &&
                          part.size + rest + BL_SHORTEST_FORM <= whole.size;
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
            bl_letters_of(text) >= bl_letters_of(prefix) + BL_SHORTEST_FORM)
            out[count++] =
                bl_str_of(text.ptr + prefix.size, text.size - prefix.size);
    }
    return count;
}

/* Whether their last letters are the same. */
static bool share_end(bl_str a, bl_str b)
{
    return a.size >= END_BYTES && b.size >= END_BYTES &&
           memcmp(a.ptr + a.size - END_BYTES, b.ptr + b.size - END_BYTES,
                  END_BYTES) == 0;
}

/* What another word may be made of. */
typedef struct making {
    const bl_language *language;
    bl_str other;
} making;

static bool is_text(void *context, bl_str word)
{
    return bl_str_equal(word, *(const bl_str *)context);
}

/* Whether it is the other one, or both are made of one. */
static bool is_of_other(void *context, bl_str word)
{
    const making *m = context;

    return bl_str_equal(word, m->other) ||
           (share_end(word, m->other) &&
            bl_inflections_reach(&m->language->inflections, m->other, is_text,
                                 &word));
}

/* "menyimpan" of "simpan", and "ditulis" of what "menulis" is of. */
static bool is_made_of(const bl_language *language, bl_str form, bl_str base)
{
    making m = { language, base };

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

static int count_letters(uint64_t set)
{
    int count = 0;

    for (; set != 0; set &= set - 1)
        count++;
    return count;
}

/* Whether two sets share half of the letters of one of them: "mise" of
 * "mettre". */
static bool share_half(uint64_t a, uint64_t b)
{
    const int all_a = count_letters(a);
    const int all_b = count_letters(b);

    return count_letters(a & b) * 2 >= (all_a < all_b ? all_a : all_b);
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
    const bl_str begin_a = first_letters(a, BL_SHORTEST_FORM);
    const bl_str begin_b = first_letters(b, BL_SHORTEST_FORM);

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
           bl_str_begins(text, wanted) &&
           bl_letters_of(wanted) >= BL_SHORTEST_FORM &&
           bl_letters_of(text) == bl_letters_of(wanted) + 1;
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

    if (!bl_has_forms(language, token) ||
        bl_letters_of(text) < BL_SHORTEST_FORM)
        return false;
    word = bl_list_record(language, token->word, scratch);
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
    if (!bl_has_forms(language, token) ||
        (language->prefixes.count == 0 &&
         (language->inflections.count == 0 ||
          !share_end(token->word->folded, wanted->text)) &&
         !may_be_related(token->word->skeleton, token->word->letter_set,
                         bl_str_of(wanted->skeleton.text,
                                   wanted->skeleton.size),
                         wanted->letters)) ||
        !want(language, wanted, scratch))
        return false;
    word = bl_list_record(language, token->word, scratch);
    return word != NULL && may_be_word(language, word, wanted->word, scratch);
}
