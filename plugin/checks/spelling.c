/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spelling: a word of the target that the dictionary does not know, and that
 * nothing explains.
 *
 * What explains a word is in misspelling.c. What was taken over from the
 * source with another ending, or sounds like a word there, is told where the
 * dictionary has a word much like it.
 *
 * And a word that the dictionary knows, where it is hardly meant: it is another
 * one that lost its marks (lost_marks.h).
 *
 * Page, examples and tests: spelling.md
 */
#include "checks/lost_marks.h"
#include "checks/misspelling.h"
#include "checks/records.h"
#include "match/terms.h"
#include "recognise/key.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <string.h>

enum { UNKNOWN, TAKEN, UNMARKED, LETTER };

/* How often a document has a letter for a word on purpose, "i" for "I". */
enum { LETTER_HABIT = 3 };

/* Sounds of a word that may be taken over; letters of one whose plural is the
 * word of the source; unknown words of a text that are looked for all over the
 * source, which none but broken text has more of. */
enum { TAKEN_SOUNDS = 4, SINGULAR = 3, TAKEN_MOST = 32 };

/* Letters that names which differ in their endings share, and of an ending. */
enum { NAME_STEM = 4, NAME_ENDING = 2 };

/* Bytes of letters that are tried in words that were taken over, and how many
 * of those are looked at so closely. */
enum { LETTERS = 64, NEAR_MOST = 100 };

/* The singular of a word of the source: camera, of cameras. */
static bool is_singular(const bl_pair *pair, const bl_word *word,
                        const bl_word *other)
{
    return word->letters >= SINGULAR && other->letters > word->letters &&
           bl_str_begins(other->folded, word->folded) &&
           bl_stems_have(bl_language_stems(pair->side[BL_SOURCE].language,
                                           other, pair->scratch),
                         word->folded);
}

/* A word of science or fashion that many languages have sounds like that of the
 * source: trombocitopenia. */
static bool is_heard_in(const bl_word *word, const bl_word *other)
{
    return bl_sounds_count(word->sounds) >= TAKEN_SOUNDS &&
           bl_sounds_count(other->sounds) >= TAKEN_SOUNDS &&
           bl_sounds_begin_alike(word->sounds, other->sounds) &&
           bl_sounds_alike(word->sounds, other->sounds, BL_SOUNDS_CLOSELY);
}

/* A word of the source was taken over. */
static bool is_taken_there(const bl_pair *pair, const bl_word *word)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *other = source->tokens[i].word;

        if (other != NULL && (is_heard_in(word, other) ||
                              is_singular(pair, word, other)))
            return true;
    }
    return false;
}

/* In Latin letters in a language that has others, of which its dictionary can
 * say nothing. */
static bool is_of_other_letters(const bl_pair *pair, const bl_word *word)
{
    return bl_is_latin(word) &&
           !bl_locale_is_latin(&pair->side[BL_TARGET].language->locale);
}

/* A word of the source's language, or made of two: Solarpanels. */
static bool is_lent(const bl_pair *pair, const bl_word *word)
{
    bl_language *language = pair->side[BL_SOURCE].language;
    const bl_word *there =
        bl_language_word(language, word->text, pair->scratch);

    return there != NULL && language->speller != NULL &&
           (bl_language_spelling(language, there) == BL_VERDICT_GOOD ||
            bl_language_is_composed(language, there));
}

static bool is_taken(const bl_pair *pair, const bl_word *word)
{
    return is_taken_there(pair, word) ||
           (is_of_other_letters(pair, word) && is_lent(pair, word));
}

/* Of two names, either may have an ending, or be spelled as it sounds. */
static bool are_names_alike(const bl_word *a, const bl_word *b)
{
    const size_t shorter = a->letters < b->letters ? a->letters : b->letters;
    const size_t prefix = bl_common_prefix(a->folded, b->folded);

    return (prefix >= NAME_STEM && prefix + NAME_ENDING >= shorter) ||
           (bl_sounds_begin_alike(a->sounds, b->sounds) &&
            bl_sounds_alike(a->sounds, b->sounds, BL_SOUNDS_CLOSELY));
}

/* Brookové, of Brook. */
static bool is_with_ending(const bl_word *word, const bl_word *name)
{
    return name->letters >= NAME_STEM &&
           bl_str_begins(word->folded, name->folded);
}

/* A name of the source; name-altered has something to say of those. */
static bool is_named(const bl_pair *pair, const bl_word *word)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *other = source->tokens[i].word;

        if (other != NULL && (other->flags & BL_WORD_CAPITAL) != 0 &&
            (is_with_ending(word, other) ||
             (are_names_alike(word, other) &&
              bl_language_common(source->language, other) !=
                  BL_VERDICT_GOOD)))
            return true;
    }
    return false;
}

/* A word with a capital that the source explains. What each language has a name
 * of its own for is like it in many, and no less misspelled. */
static bool is_of_source(const bl_pair *pair, const bl_word *word)
{
    return is_lent(pair, word) ||
           (bl_language_mistyped(pair->side[BL_TARGET].language, word) !=
                BL_MISTYPED_LISTED &&
            (is_named(pair, word) || is_taken(pair, word)));
}

static void report(const bl_token *token, int message, bl_sink *sink)
{
    bl_emission e = { .message = (uint16_t)message, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_token_span(token));
    e.arguments[0] = token->word->text;
    bl_emit(sink, &e);
}

/* Of a word that was taken over the document decides; alone it is told where
 * it may be a slip. */
static void judge(const bl_pair *pair, const bl_token *token, int *looked,
                  bl_sink *sink)
{
    const bool single = token->word->letters == 1;
    const bool taken =
        !single && (*looked)++ < TAKEN_MOST && is_taken(pair, token->word);

    if (single)
        report(token, LETTER, sink);
    else if (!taken || pair->in_document ||
             bl_language_is_slip(pair->side[BL_TARGET].language,
                                 token->word->text))
        report(token, taken ? TAKEN : UNKNOWN, sink);
}

/* A term of the lists, a word of the user, or behind digits. */
static bool is_explained(const bl_pair *pair, uint32_t at)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_token *token = &target->tokens[at];

    return (at > 0 && token->gap == BL_GAP_NONE &&
            token[-1].kind == BL_TOKEN_NUMBER) ||
           (pair->terms != NULL &&
            bl_term_covers(pair->terms, bl_token_span(token))) ||
           bl_language_is_user_word(target->language, token->word);
}

/* "hội, hỏi" */
static bl_str list_meant(const bl_lost_marks *lost, bl_arena *arena)
{
    size_t size = 0;
    char *text;

    if (lost->count == 1)
        return lost->meant[0];
    for (uint32_t i = 0; i < lost->count; i++)
        size += lost->meant[i].size + 2;
    text = bl_arena_alloc(arena, size, 1);
    size = 0;
    for (uint32_t i = 0; text != NULL && i < lost->count; i++) {
        if (i != 0) {
            memcpy(text + size, ", ", 2);
            size += 2;
        }
        memcpy(text + size, lost->meant[i].ptr, lost->meant[i].size);
        size += lost->meant[i].size;
    }
    return bl_str_of(text, size);
}

static void report_bare(const bl_pair *pair, const bl_token *token,
                        const bl_lost_marks *lost, bl_sink *sink)
{
    bl_emission e = { .message = UNMARKED, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_token_span(token));
    e.arguments[0] = token->word->text;
    e.arguments[1] = list_meant(lost, pair->scratch);
    if (lost->count == 1)
        e.fix = (bl_fix){ true, BL_TARGET, bl_token_span(token),
                          lost->meant[0] };
    bl_emit(sink, &e);
}

/* Such words keep the trait, whatever the dictionary says. */
static void judge_all_bare(const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const size_t count = target->token_count;
    bl_lost_marks lost;

    for (size_t i = 0; (i = bl_traits_next(target->traits, count, i,
                                           BL_TRAIT_UNJUDGED)) < count;
         i++) {
        const bl_token *token = &target->tokens[i];

        if (bl_token_is_word(token) &&
            (token->flags & (BL_TOKEN_GLYPH | BL_TOKEN_KEPT)) == 0 &&
            bl_lost_marks_find(pair, (uint32_t)i, &lost) &&
            !is_explained(pair, (uint32_t)i))
            report_bare(pair, token, &lost, sink);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_misspelling words = { .pair = pair, .side = BL_TARGET };
    int looked = 0;

    (void)self;
    if (bl_is_keywords(target->text))
        return;
    if (target->language->couples.count != 0)
        judge_all_bare(pair, sink);
    if (target->language->speller == NULL)
        return;
    for (uint32_t i = bl_misspelling_next(&words, 0); i < target->token_count;
         i = bl_misspelling_next(&words, i + 1))
        judge(pair, &target->tokens[i], &looked, sink);
    for (uint32_t i = bl_misspelling_next_capital(&words, 0);
         i < target->token_count;
         i = bl_misspelling_next_capital(&words, i + 1)) {
        if (!is_of_source(pair, target->tokens[i].word))
            report(&target->tokens[i], UNKNOWN, sink);
    }
}

/* ---- the document ------------------------------------------------------- */

/* The letters of the words, in the order in which they come; how many bytes. */
static size_t collect_letters(const bl_unknown *list, const bl_unknown *end,
                              char letters[LETTERS])
{
    size_t size = 0;

    for (; list < end; list++) {
        for (size_t at = 0; at < list->word.size;) {
            size_t next = at;
            bl_str letter;

            bl_utf8_next(list->word.ptr, list->word.size, &next);
            letter = bl_str_of(list->word.ptr + at, next - at);
            at = next;
            if (bl_str_has(bl_str_of(letters, size), letter))
                continue;
            if (size + letter.size > LETTERS)
                return size;
            memcpy(letters + size, letter.ptr, letter.size);
            size += letter.size;
        }
    }
    return size;
}

static bool is_taken_somewhere(const bl_unknown_group *word)
{
    for (const bl_unknown *one = word->first; one < word->limit; one++) {
        if (one->message == TAKEN)
            return true;
    }
    return false;
}

/* Words that were taken over from the source are notes, unless they are like
 * one that the dictionary has. */
static void settle_taken(const bl_unknown_list *list, bl_report *report)
{
    const bl_unknown *end = list->items + list->count;
    char letters[LETTERS];
    const bl_str known =
        bl_str_of(letters, collect_letters(list->items, end, letters));
    size_t asked = 0;

    for (bl_unknown_group word = { .limit = list->items }; word.limit < end;) {
        word = bl_unknown_group_at(word.limit, end);
        if (!is_taken_somewhere(&word))
            continue;
        if (asked++ < NEAR_MOST
                ? !bl_language_is_near(list->language, word.first->word, known)
                : !bl_language_is_slip(list->language, word.first->word))
            bl_unknown_make_notes(&word, NULL, report);
    }
}

/* A letter that stands for a word again and again is told once. */
static void settle_letters(const bl_unknown_list *list, bl_report *report)
{
    const bl_unknown *end = list->items + list->count;

    for (bl_unknown_group word = { .limit = list->items }; word.limit < end;) {
        word = bl_unknown_group_at(word.limit, end);
        if (word.first->message == LETTER &&
            word.limit - word.first >= LETTER_HABIT)
            bl_unknown_make_notes(&word, word.kept, report);
    }
}

/* Without what a dictionary does not lack: letters, and words that lost their
 * marks, each of which is told. */
static void keep_unknown(bl_unknown_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].message < UNMARKED)
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    bl_unknown_list list = { .side = BL_TARGET,
                             .tokens = records->sums.tokens[BL_TARGET],
                             .language = records->sums.languages[BL_TARGET],
                             .slip = -1 };

    if (!bl_unknown_gather(&list, rule, report))
        return;
    settle_letters(&list, report);
    keep_unknown(&list);
    if (!bl_unknown_settle(&list, report))
        settle_taken(&list, report);
    bl_free(report->alloc, list.items);
}

const bl_check bl_check_spelling = {
    .id = "spelling",
    .title = "A word is not in the dictionary",
    .category = "spelling",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES | BL_NEEDS_TERMS |
             BL_NEEDS_DOCUMENT,
    .messages = {
        [UNKNOWN] = { "unknown", "\"{0}\" is not in the dictionary",
                      BL_WARNING },
        [TAKEN] = { "taken-over", "\"{0}\" is not in the dictionary",
                    BL_WARNING },
        [UNMARKED] = { "marks-lost", "\"{0}\" has lost its marks: {1}",
                       BL_WARNING },
        [LETTER] = { "letter", "\"{0}\" is no word by itself", BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
