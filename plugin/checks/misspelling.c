/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of one side that the dictionary does not know and that nothing
 * explains, and what a document makes of them.
 *
 * Explained are words that stand on the other side with the same letters,
 * names and acronyms, words with digits or in addresses, terms of the lists,
 * user words, and both ways of placing a tone mark. What the document says
 * again and again is told once.
 */
#include "checks/misspelling.h"

#include "checks/throughout.h"
#include "checks/word_parts.h"
#include "match/names.h"
#include "match/terms.h"
#include "recognise/misread.h"
#include "text/chars.h"
#include "text/oddity.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* How often an unknown word is a term; letters that its forms share. */
enum { TERM = 3, STEM = 4 };

/* Letters of a word of the tables that is no sign; and from which on a word
 * with a capital is no name of which nobody knows the letters. */
enum { LISTED = 4, CAPITAL_LONG = 8 };

/*
 * When a dictionary lacks words of a document: that many different ones, one
 * word in so many. Of mistyped words two in five have a letter too many or two
 * exchanged; among words that it lacks few are like another one by chance:
 * fewer than one in five, or in three where it lacks one word in so many.
 * Nobody mistypes one word in ten.
 */
enum {
    GAPS = 15,
    HABIT = 8, /* a slip that stands so often is none of the finger */
    GAP_SHARE = 400,
    SLIP_SHARE = 5,
    POOR_SHARE = 25,
    POOR_SLIP_SHARE = 3,
    HOPELESS_SHARE = 10,
    SLIPS_MOST = 1000 /* how many words are looked at for that */
};

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH |
                            BL_TOKEN_KEPT)) == 0;
}

static bool is_same_word(const bl_word *a, const bl_word *b)
{
    return a == b || (a->fold_hash == b->fold_hash &&
                      bl_str_equal(a->folded, b->folded));
}

/* Made for the first word that is looked for: most segments have none. */
static void make_others(bl_misspelling *words)
{
    const bl_pair *pair = words->pair;
    const bl_side *other =
        &pair->side[words->side == BL_SOURCE ? BL_TARGET : BL_SOURCE];
    size_t room = 16;

    while (room < 2 * (size_t)other->token_count)
        room *= 2;
    words->made = true;
    words->mask = room - 1;
    words->slots = bl_arena_alloc(pair->scratch, room, sizeof(*words->slots));
    if (words->slots == NULL)
        return;
    memset(words->slots, 0, room * sizeof(*words->slots));
    for (uint32_t i = 0; i < other->token_count; i++) {
        const bl_word *word = other->tokens[i].word;
        size_t at;

        if (word == NULL)
            continue;
        for (at = word->fold_hash & words->mask;
             words->slots[at] != NULL && !is_same_word(words->slots[at], word);
             at = (at + 1) & words->mask)
            ;
        words->slots[at] = word;
    }
}

/* The same letters on the other side: a name, a brand, a word taken over. */
static bool is_on_both(bl_misspelling *words, const bl_word *word)
{
    if (!words->made)
        make_others(words);
    if (words->slots == NULL)
        return false;
    for (size_t at = word->fold_hash & words->mask; words->slots[at] != NULL;
         at = (at + 1) & words->mask) {
        if (is_same_word(words->slots[at], word))
            return true;
    }
    return false;
}

/* Whether a sign of a unit may stand there: behind a number or a placeholder,
 * or for all of a label. */
static bool is_of_number(const bl_side *side, uint32_t at)
{
    const bl_token *before = at > 0 ? &side->tokens[at - 1] : NULL;

    if (before == NULL)
        return side->token_count == 1 ||
               (side->token_count == 2 && side->tokens[1].c == '.');
    return before->kind == BL_TOKEN_NUMBER ||
           (before->flags & BL_TOKEN_MASKED) != 0;
}

/* What names are by the tables. */
static const bl_sense_set senses_of_names =
    BL_SENSES_OF_NAMES | BL_SENSE_BIT(BL_SENSE_SURNAME) |
    BL_SENSE_BIT(BL_SENSE_GIVEN);

/* A word of the tables of the language, such as megawatt or hundertdreizehn;
 * or a sign of a unit, "43,8 km". */
static bool is_listed(const bl_side *side, uint32_t at)
{
    const bl_word *word = side->tokens[at].word;
    const bl_sense_set names =
        senses_of_names | BL_SENSE_BIT(BL_SENSE_MARKED);

    return (word->flags & BL_WORD_COMPOUND) != 0 ||
           (word->set & BL_SENSE_BIT(BL_SENSE_KNOWN)) != 0 ||
           ((word->set & ~names) != 0 &&
            (word->letters >= LISTED || is_of_number(side, at)));
}

static bool is_superscript(uint32_t c)
{
    return c == 0xb2 || c == 0xb3 || c == 0xb9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

/* With the number of a note: "besparing²". */
static bool is_noted(const bl_side *side, const bl_word *word,
                     bl_arena *scratch)
{
    size_t size = word->text.size;
    size_t before = size;

    while (before > 0 && is_superscript(bl_utf8_before(word->text.ptr,
                                                          before))) {
        do
            before--;
        while (before > 0 &&
               ((unsigned char)word->text.ptr[before] & 0xc0) == 0x80);
    }
    return before != 0 && before != size &&
           bl_language_joined(side->language,
                              bl_str_of(word->text.ptr, before),
                              scratch) != BL_VERDICT_BAD;
}

static bool is_good(const bl_side *side, uint32_t at, bl_arena *scratch)
{
    const bl_word *word = side->tokens[at].word;

    return bl_language_spelling(side->language, word) != BL_VERDICT_BAD ||
           bl_word_is_of_more(side, at, scratch) ||
           is_noted(side, word, scratch) || is_listed(side, at) ||
           bl_language_has_adjective(side->language, word->folded);
}

/* Whether another rule tells what is wrong with the word: it has a letter of
 * another alphabet, or the text was read in the wrong encoding. */
static bool is_told(bl_misspelling *words, const bl_word *word)
{
    const bl_pair *pair = words->pair;
    bl_misread found;

    if (words->text == BL_VERDICT_UNKNOWN)
        words->text =
            bl_find_misread(&pair->side[words->side], pair->scratch, &found)
                ? BL_VERDICT_BAD
                : BL_VERDICT_GOOD;
    return words->text == BL_VERDICT_BAD ||
           (word->oddities & BL_ODD_MIXED) != 0;
}

/* A term of the lists, or in the target what answers one. */
static bool is_term(const bl_misspelling *words, bl_span span)
{
    const bl_term_match *terms = words->pair->terms;

    if (terms == NULL)
        return false;
    return words->side == BL_TARGET ? bl_term_covers(terms, span)
                                    : bl_term_is_within(terms, span);
}

static bool is_small_word(const bl_token *token)
{
    return is_word(token) && (token->traits & BL_TRAIT_LOWER) != 0;
}

bool bl_is_letter_in_prose(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at > 0 && at + 1 < side->token_count && token->c != 'x' &&
           token->gap != BL_GAP_NONE && token[1].gap != BL_GAP_NONE &&
           is_small_word(token - 1) && is_small_word(token + 1);
}

/* A word that the dictionary does not know and that nothing explains. */
static bool is_unexplained(bl_misspelling *words, uint32_t at)
{
    const bl_side *side = &words->pair->side[words->side];
    const bl_token *token = &side->tokens[at];

    return is_word(token) &&
           (token->word->letters == 1
                ? bl_is_letter_in_prose(side, at)
                : !is_good(side, at, words->pair->scratch)) &&
           !bl_word_is_glued(side, at) &&
           !is_on_both(words, token->word) &&
           !is_term(words, bl_token_span(token)) &&
           !bl_language_is_user_word(side->language, token->word) &&
           !is_told(words, token->word);
}

uint32_t bl_misspelling_next(bl_misspelling *words, uint32_t at)
{
    const bl_side *side = &words->pair->side[words->side];

    /* Capitals are names and acronyms, and a letter is no word. */
    for (at = bl_next_unjudged(side, at);
         at < side->token_count && !is_unexplained(words, at);
         at = bl_next_unjudged(side, at + 1))
        ;
    return at;
}

/* Whether the other side has the word, most likely; nobody is asked. */
static bool is_name_on_both(const bl_pair *pair, bl_side_id side,
                            const bl_word *word)
{
    return pair->names != NULL &&
           (pair->names->words[side == BL_SOURCE ? BL_TARGET : BL_SOURCE].set &
            bl_name_bit(word)) != 0;
}

/* Whether a word with a capital may be mistyped. Those of the lists are names,
 * and the Sicherheits of "Sicherheits- und Rettungsdienste" is no word. */
static bool may_be_mistyped(const bl_misspelling *words, uint32_t at)
{
    const bl_pair *pair = words->pair;
    const bl_side *side = &pair->side[words->side];
    const bl_word *word = side->tokens[at].word;

    return word != NULL && word->letter_case == BL_CASE_INITIAL &&
           (word->set & senses_of_names) == 0 &&
           !is_name_on_both(pair, words->side, word) &&
           !(at + 1 < side->token_count &&
             bl_word_is_joint(&side->tokens[at + 1]));
}

/* Whether it is. Of names in another script nothing is known but that nouns end
 * otherwise, and that a long one is like no ordinary word by chance. */
static bool is_mistyped(const bl_misspelling *words, const bl_word *word)
{
    const bl_pair *pair = words->pair;
    bl_language *language = pair->side[words->side].language;

    switch (bl_language_mistyped(language, word)) {
    case BL_MISTYPED_LISTED:
        return true;
    case BL_MISTYPED_ORDINARY:
        return bl_locale_same_script(
                   &pair->side[BL_SOURCE].language->locale,
                   &pair->side[BL_TARGET].language->locale) ||
               word->letters >= CAPITAL_LONG ||
               bl_language_noun_ending(language, word->text) != 0;
    default:
        return false;
    }
}

uint32_t bl_misspelling_next_capital(bl_misspelling *words, uint32_t at)
{
    const bl_side *side = &words->pair->side[words->side];
    const uint32_t count = side->token_count;

    for (; (at = (uint32_t)bl_traits_next(side->traits, count, at,
                                          BL_TRAIT_CAPITAL)) < count;
         at++) {
        const bl_word *word = side->tokens[at].word;

        if (word != NULL && !bl_language_is_judged_good(word) &&
            may_be_mistyped(words, at) &&
            bl_language_spelling(side->language, word) == BL_VERDICT_BAD &&
            is_mistyped(words, word) &&
            is_unexplained(words, at))
            break;
    }
    return at;
}

/* ---- the document ------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    const bl_unknown *x = a;
    const bl_unknown *y = b;
    const int order = bl_str_compare(x->word, y->word);

    return order != 0 ? order : (x->finding > y->finding) -
                                    (x->finding < y->finding);
}

/* The same word, or it with another ending. */
static bool are_forms(bl_str a, bl_str b)
{
    const size_t n = bl_utf8_points(a.ptr, a.size);
    const size_t m = bl_utf8_points(b.ptr, b.size);
    const size_t prefix = bl_common_prefix(a, b);

    return bl_str_equal(a, b) ||
           (prefix >= STEM && prefix * 10 >= 7 * (n > m ? n : m));
}

bl_unknown_group bl_unknown_group_at(const bl_unknown *first,
                                     const bl_unknown *end)
{
    bl_unknown_group word = { first, first + 1, first };

    while (word.limit < end &&
           are_forms(word.limit[-1].word, word.limit->word)) {
        if (word.limit->finding < word.kept->finding)
            word.kept = word.limit;
        word.limit++;
    }
    return word;
}

void bl_unknown_make_notes(const bl_unknown_group *word,
                           const bl_unknown *but, bl_report *report)
{
    for (const bl_unknown *one = word->first; one < word->limit; one++) {
        if (one != but)
            report->findings[one->finding].severity = BL_INFO;
    }
}

/*
 * A word that stands in the document again and again is a term that the
 * dictionary lacks, unless it is a slip of the finger, which does not come that
 * often: told once, so that it can be learned.
 */
static void settle_terms(const bl_unknown_list *list, bl_report *report)
{
    const bl_unknown *end = list->items + list->count;

    for (bl_unknown_group word = { .limit = list->items }; word.limit < end;) {
        size_t count;

        word = bl_unknown_group_at(word.limit, end);
        count = (size_t)(word.limit - word.first);
        if (count < TERM ||
            (count < HABIT &&
             bl_language_is_slip(list->language, word.first->word)))
            continue;
        bl_unknown_make_notes(&word, word.kept, report);
        bl_tell_more(report, &report->findings[word.kept->finding], BL_TIMES,
                     count);
    }
}

/* What is wrong by its message, whatever is like it. */
static size_t count_sure(const bl_unknown_list *list)
{
    size_t sure = 0;

    for (size_t i = 0; i < list->count; i++)
        sure += list->items[i].message == list->slip;
    return sure;
}

/* What is unknown is words that the dictionary lacks; slips are marked. */
static bool has_gaps(const bl_unknown_list *list)
{
    const bl_unknown *end = list->items + list->count;
    const bool poor = list->count * POOR_SHARE > list->tokens;
    const bool hopeless =
        (list->count - count_sure(list)) * HOPELESS_SHARE > list->tokens;
    bl_unknown *one = list->items;
    size_t words = 0;
    size_t slips = 0;

    if (list->count < GAPS || list->count * GAP_SHARE <= list->tokens)
        return false;
    for (bl_unknown_group word; one < end && words < SLIPS_MOST;
         one += word.limit - word.first) {
        word = bl_unknown_group_at(one, end);
        words++;
        if ((one->message != list->slip &&
             !bl_language_is_slip(list->language, one->word)) ||
            word.limit - word.first >= HABIT)
            continue;
        slips++;
        one->slip = !poor; /* else it is one by chance, as likely as not */
    }
    return words >= GAPS &&
           (hopeless ||
            slips * (poor ? POOR_SLIP_SHARE : SLIP_SHARE) < words);
}

/* Words that the dictionary lacks: the first is told, and how many they are.
 * Slips are told as ever. */
static void settle_gaps(const bl_unknown_list *list, bl_report *report)
{
    const bl_unknown *end = list->items + list->count;
    const bl_unknown *kept = NULL;
    size_t words = 0;

    for (bl_unknown_group word = { .limit = list->items }; word.limit < end;) {
        word = bl_unknown_group_at(word.limit, end);
        if (word.first->slip)
            continue;
        words++;
        if (kept == NULL || word.kept->finding < kept->finding)
            kept = word.kept;
    }
    for (bl_unknown_group word = { .limit = list->items }; word.limit < end;) {
        word = bl_unknown_group_at(word.limit, end);
        if (!word.first->slip)
            bl_unknown_make_notes(&word, kept, report);
    }
    if (kept != NULL)
        bl_tell_more(report, &report->findings[kept->finding],
                     ", nor are %u other words of this document", words - 1);
}

bool bl_unknown_settle(const bl_unknown_list *list, bl_report *report)
{
    const bool gaps = has_gaps(list);

    if (gaps)
        settle_gaps(list, report);
    else
        settle_terms(list, report);
    return gaps;
}

bool bl_unknown_gather(bl_unknown_list *list, uint16_t rule, bl_report *report)
{
    list->count = 0;
    list->items =
        bl_resize(report->alloc, NULL, report->count, sizeof(*list->items));
    if (list->items == NULL) {
        report->failed = report->failed || report->count != 0;
        return false;
    }
    for (size_t i = 0; i < report->count; i++) {
        const bl_finding *finding = &report->findings[i];

        if (finding->rule == rule)
            list->items[list->count++] = (bl_unknown){
                bl_report_marked(report, finding, list->side), i,
                finding->message, false
            };
    }
    qsort(list->items, list->count, sizeof(*list->items), compare);
    return true;
}
