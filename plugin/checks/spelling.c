/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spelling: a word of the target that the dictionary does not know, and that
 * nothing explains.
 *
 * Explained are words that stand in the source with the same letters, names
 * and acronyms, words with digits or in addresses, terms of the lists, user
 * words, and both ways of placing a tone mark. What the document says again
 * and again is told once.
 *
 * Page, examples and tests: spelling.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "lexicon/language.h"
#include "recognise/misread.h"
#include "recognise/similar.h"
#include "recognise/terms.h"
#include "text/chars.h"
#include "text/oddity.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNKNOWN, TAKEN };

/* Longest word with its apostrophes or hyphens; letters of an abbreviation;
 * how often an unknown word is a term; letters that its forms share. */
enum { JOINED_SIZE = 128, ABBREVIATION = 4, TERM = 3, STEM = 4 };

/* Sounds of a word that may be taken over; letters of one whose plural is the
 * word of the source; unknown words of a text that are looked for all over the
 * source, which none but broken text has more of. */
enum { TAKEN_SOUNDS = 4, SINGULAR = 3, TAKEN_MOST = 32 };

/* Letters of a word of the tables that is no sign. */
enum { LISTED = 4 };

/*
 * When a dictionary lacks words of a document: that many different ones, one
 * word in so many. Of mistyped words two in five have a letter too many or two
 * exchanged; among words that it lacks few are like another one by chance:
 * fewer than one in five, or in three where it lacks one word in so many.
 */
enum {
    GAPS = 15,
    GAP_SHARE = 300,
    SLIP_SHARE = 5,
    POOR_SHARE = 25,
    POOR_SLIP_SHARE = 3,
    SLIPS_MOST = 1000 /* how many words are looked at for that */
};

/* Bytes of letters that are tried in words that were taken over, and how many
 * of those are looked at so closely. */
enum { LETTERS = 64, NEAR_MOST = 100 };

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH |
                            BL_TOKEN_KEPT)) == 0;
}

/* Letters glued to digits, _ or @ are no words of a language. */
static bool is_glued(const bl_side *side, uint32_t at)
{
    static const char signs[] = "_@#/\\&+=";
    const bl_token *before = at > 0 ? &side->tokens[at - 1] : NULL;
    const bl_token *after =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;

    if (before != NULL && side->tokens[at].gap == BL_GAP_NONE &&
        (before->kind == BL_TOKEN_NUMBER ||
         (before->c < 0x80 && before->kind != BL_TOKEN_WORD &&
          memchr(signs, (int)before->c, sizeof(signs) - 1) != NULL)))
        return true;
    return after != NULL && after->gap == BL_GAP_NONE &&
           (after->kind == BL_TOKEN_NUMBER ||
            (after->c < 0x80 && after->kind != BL_TOKEN_WORD &&
             memchr(signs, (int)after->c, sizeof(signs) - 1) != NULL));
}

/* Whether tokens[at] to tokens[at + 2] are written without a space, words and a
 * bracket between them. */
static bool has_bracket_within(const bl_side *side, uint32_t at,
                               const char *brackets)
{
    const bl_token *tokens = side->tokens + at;

    return at + 2 < side->token_count && tokens[0].kind == BL_TOKEN_WORD &&
           tokens[2].kind == BL_TOKEN_WORD && tokens[1].gap == BL_GAP_NONE &&
           tokens[2].gap == BL_GAP_NONE && tokens[1].c < 0x80 &&
           tokens[1].c != 0 && strchr(brackets, (int)tokens[1].c) != NULL;
}

/* An ending or a beginning that a word may have or not: Datei(en),
 * (re)konstruieren, diag[nostisch]. */
static bool is_optional(const bl_side *side, uint32_t at)
{
    return (at >= 2 && has_bracket_within(side, at - 2, "([")) ||
           has_bracket_within(side, at, ")]");
}

static bool is_same_word(const bl_word *a, const bl_word *b)
{
    return a == b || (a->fold_hash == b->fold_hash &&
                      bl_str_equal(a->folded, b->folded));
}

/* The words of the source by their letters, made for the first word that is
 * looked for: most segments have none. */
typedef struct source_words {
    const bl_word **slots;
    size_t mask;
    bool made;
} source_words;

static void make_source_words(source_words *words, const bl_pair *pair)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    size_t room = 16;

    while (room < 2 * (size_t)source->token_count)
        room *= 2;
    words->made = true;
    words->mask = room - 1;
    words->slots = bl_arena_alloc(pair->scratch, room, sizeof(*words->slots));
    if (words->slots == NULL)
        return;
    memset(words->slots, 0, room * sizeof(*words->slots));
    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *word = source->tokens[i].word;
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

/* The same letters in the source: a name, a brand, a word taken over. */
static bool is_in_source(source_words *words, const bl_pair *pair,
                         const bl_word *word)
{
    if (!words->made)
        make_source_words(words, pair);
    if (words->slots == NULL)
        return false;
    for (size_t at = word->fold_hash & words->mask; words->slots[at] != NULL;
         at = (at + 1) & words->mask) {
        if (is_same_word(words->slots[at], word))
            return true;
    }
    return false;
}

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
static bool is_taken(const bl_pair *pair, const bl_word *word)
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

/* Whether tokens[at] and tokens[at + 2] are words, joined without a space. */
static bool joins(const bl_side *side, uint32_t at)
{
    const bl_token *tokens = side->tokens;

    return at + 2 < side->token_count && tokens[at].kind == BL_TOKEN_WORD &&
           tokens[at + 2].kind == BL_TOKEN_WORD &&
           tokens[at + 1].kind == BL_TOKEN_PUNCT &&
           tokens[at + 1].gap == BL_GAP_NONE &&
           tokens[at + 2].gap == BL_GAP_NONE &&
           (bl_is_apostrophe(tokens[at + 1].c) || tokens[at + 1].c == '-');
}

/* tokens[first] to tokens[last], with the hyphen and apostrophe that
 * dictionaries have; 0 when it is too long. */
static size_t write_joined(const bl_side *side, uint32_t first, uint32_t last,
                           char *out)
{
    size_t size = 0;

    for (uint32_t i = first; i <= last; i++) {
        const bl_token *token = &side->tokens[i];
        const size_t length = (size_t)token->limit - token->start;

        if (size + length > JOINED_SIZE)
            return 0;
        if (token->kind == BL_TOKEN_PUNCT) {
            out[size++] = token->c == '-' ? '-' : '\'';
            continue;
        }
        memcpy(out + size, side->text.ptr + token->start, length);
        size += length;
    }
    return size;
}

/* The dictionary has the word with what is joined to it: don't, l'homme,
 * rendez-vous. Both ends, since either may be the part that it lacks. */
static bool is_joined(const bl_pair *pair, uint32_t at)
{
    const bl_side *side = &pair->side[BL_TARGET];
    uint32_t first = at;
    uint32_t last = at;
    char text[JOINED_SIZE];
    size_t size;

    /* No further than what is too long for a word. */
    while (first >= 2 && joins(side, first - 2) &&
           side->tokens[at].limit - side->tokens[first].start <= JOINED_SIZE)
        first -= 2;
    while (joins(side, last) &&
           side->tokens[last].limit - side->tokens[first].start <= JOINED_SIZE)
        last += 2;
    if (first == last)
        return false;
    size = write_joined(side, first, last, text);
    return size != 0 &&
           bl_language_joined(side->language, bl_str_of(text, size),
                              pair->scratch) != BL_VERDICT_BAD;
}

/* The dictionary has the word with a point alone. */
static bool is_known_with_point(const bl_pair *pair, const bl_token *token)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_span span = { token->start, token->limit + 1 };

    return bl_language_joined(side->language, bl_side_text(side, span),
                              pair->scratch) == BL_VERDICT_GOOD;
}

/* "bzw.", "ca.": a short word with its point is an abbreviation; the point
 * of a sentence stands behind a word. */
static bool is_abbreviation(const bl_pair *pair, uint32_t at)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_token *point =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;
    const bl_token *next =
        at + 2 < side->token_count ? &side->tokens[at + 2] : NULL;

    return side->tokens[at].word->letters <= ABBREVIATION && point != NULL &&
           point->kind == BL_TOKEN_PUNCT && point->c == '.' &&
           point->gap == BL_GAP_NONE &&
           ((next != NULL && (next->kind != BL_TOKEN_WORD ||
                              (next->word->flags & BL_WORD_CAPITAL) == 0)) ||
            is_known_with_point(pair, &side->tokens[at]));
}

/* The "pre" of pre-war. */
static bool is_front(const bl_side *side, uint32_t at)
{
    return joins(side, at) && side->tokens[at + 1].c == '-' &&
           bl_variants_is_front(&side->language->variants,
                                side->tokens[at].word->folded);
}

/* A name, a number, code or a sign: something that a hyphen or an apostrophe joins
 * words to which are no words without it. The capital at the beginning of a
 * text says nothing where a hyphen follows. */
static bool holds(const bl_side *side, uint32_t at, uint32_t joint)
{
    const bl_token *token = &side->tokens[at];

    if ((token->flags & BL_TOKEN_MASKED) != 0)
        return true;
    if (token->kind != BL_TOKEN_WORD)
        return !bl_is_dash(token->c) && !bl_is_apostrophe(token->c);
    return ((token->word->flags & BL_WORD_CAPITAL) != 0 ||
            token->word->letter_case == BL_CASE_MIXED) &&
           (at != 0 || bl_is_apostrophe(joint) ||
            bl_language_spelling(side->language, token->word) ==
                BL_VERDICT_BAD);
}

/* What is written onto a word that is none says nothing: grub-nak. */
static bool is_unknown(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_WORD &&
           bl_language_spelling(side->language, side->tokens[at].word) ==
               BL_VERDICT_BAD;
}

static bool is_joint(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT && token->gap == BL_GAP_NONE &&
           (bl_is_dash(token->c) || bl_is_apostrophe(token->c));
}

/* The endings of Ankara'da and 2018-ban, the fronts of dell'Arabia and al-Tayr:
 * written with what is no word of the dictionary. Signs have endings behind a
 * hyphen alone: what an apostrophe follows is quoted. */
static bool is_attached(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (at >= 2 && token->gap == BL_GAP_NONE && is_joint(token - 1) &&
        (bl_is_dash(token[-1].c) || token[-2].kind != BL_TOKEN_PUNCT ||
         (token[-2].flags & BL_TOKEN_MASKED) != 0) &&
        (holds(side, at - 2, token[-1].c) || is_unknown(side, at - 2)))
        return true;
    return at + 2 < side->token_count && is_joint(token + 1) &&
           token[2].gap == BL_GAP_NONE && token[2].kind != BL_TOKEN_PUNCT &&
           holds(side, at + 2, token[1].c);
}

/* The rest of a noun whose beginning stands before: Dateinamen und -pfade. */
static bool is_suspended(const bl_pair *pair, uint32_t at)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_token *token = &side->tokens[at];
    bl_folded capital;
    char text[JOINED_SIZE];
    size_t next = 0;
    size_t size;

    if (!side->language->noun_capitals || at == 0 ||
        token->gap != BL_GAP_NONE || !bl_is_dash(token[-1].c) ||
        token[-1].gap == BL_GAP_NONE)
        return false;
    bl_capital(&side->language->locale, token->word->text, &capital);
    bl_utf8_next(token->word->text.ptr, token->word->text.size, &next);
    size = token->word->text.size - next;
    if (capital.size == 0 || capital.size + size > sizeof(text))
        return false;
    memcpy(text, capital.text, capital.size);
    memcpy(text + capital.size, token->word->text.ptr + next, size);
    return bl_language_joined(side->language,
                              bl_str_of(text, capital.size + size),
                              pair->scratch) != BL_VERDICT_BAD;
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

/* A word of the tables of the language, such as megawatt or hundertdreizehn;
 * or a sign of a unit, "43,8 km". */
static bool is_listed(const bl_side *side, uint32_t at)
{
    const bl_word *word = side->tokens[at].word;
    const bl_sense_set names =
        BL_SENSE_BIT(BL_SENSE_SURNAME) | BL_SENSE_BIT(BL_SENSE_GIVEN) |
        BL_SENSE_BIT(BL_SENSE_ENTITY) | BL_SENSE_BIT(BL_SENSE_PERSON) |
        BL_SENSE_BIT(BL_SENSE_MARKED);

    return (word->flags & BL_WORD_COMPOUND) != 0 ||
           ((word->set & ~names) != 0 &&
            (word->letters >= LISTED || is_of_number(side, at)));
}

static bool is_superscript(uint32_t c)
{
    return c == 0xb2 || c == 0xb3 || c == 0xb9 || c == 0x2070 ||
           (c >= 0x2074 && c <= 0x2079);
}

/* With the number of a note: "besparing²". */
static bool is_noted(const bl_pair *pair, const bl_word *word)
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
           bl_language_joined(pair->side[BL_TARGET].language,
                              bl_str_of(word->text.ptr, before),
                              pair->scratch) != BL_VERDICT_BAD;
}

static bool is_good(const bl_pair *pair, uint32_t at)
{
    const bl_side *side = &pair->side[BL_TARGET];
    bl_language *language = side->language;
    const bl_word *word = side->tokens[at].word;

    return bl_language_spelling(language, word) != BL_VERDICT_BAD ||
           is_joined(pair, at) || is_abbreviation(pair, at) ||
           is_front(side, at) || is_attached(side, at) ||
           is_optional(side, at) || is_suspended(pair, at) ||
           is_noted(pair, word) ||
           is_listed(side, at);
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
    const bool taken =
        (*looked)++ < TAKEN_MOST && is_taken(pair, token->word);

    if (!taken || pair->in_document ||
        bl_language_is_slip(pair->side[BL_TARGET].language, token->word->text))
        report(token, taken ? TAKEN : UNKNOWN, sink);
}

/* Whether another rule tells what is wrong with the word: it has a letter of
 * another alphabet, or the text was read in the wrong encoding. */
static bool is_told(const bl_pair *pair, const bl_word *word,
                    bl_verdict *text)
{
    bl_misread found;

    if (*text == BL_VERDICT_UNKNOWN)
        *text = bl_find_misread(&pair->side[BL_TARGET], pair->scratch, &found)
                    ? BL_VERDICT_BAD
                    : BL_VERDICT_GOOD;
    return *text == BL_VERDICT_BAD || (word->oddities & BL_ODD_MIXED) != 0;
}

static uint32_t next_unjudged(const bl_side *side, uint32_t at)
{
    return (uint32_t)bl_traits_next(side->traits, side->token_count, at,
                                    BL_TRAIT_UNJUDGED);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    source_words words = { .made = false };
    bl_verdict text = BL_VERDICT_UNKNOWN;
    int looked = 0;

    (void)self;
    if (target->language->speller == NULL)
        return;
    /* Capitals are names and acronyms, and a letter is no word. */
    for (uint32_t i = next_unjudged(target, 0); i < target->token_count;
         i = next_unjudged(target, i + 1)) {
        const bl_token *token = &target->tokens[i];

        if (is_word(token) && !is_good(pair, i) && !is_glued(target, i) &&
            !is_in_source(&words, pair, token->word) &&
            !(pair->terms != NULL &&
              bl_term_covers(pair->terms, bl_token_span(token))) &&
            !bl_language_is_user_word(target->language, token->word) &&
            !is_told(pair, token->word, &text))
            judge(pair, token, &looked, sink);
    }
}

/* ---- the document ------------------------------------------------------- */

typedef struct unknown {
    bl_str word;
    size_t finding;
    bool taken; /* from the source */
    bool slip;  /* of the finger: of the first one of a group */
} unknown;

static int compare(const void *a, const void *b)
{
    const unknown *x = a;
    const unknown *y = b;
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

/* The finding's text and more. */
static void append(bl_report *report, bl_finding *finding, bl_str more)
{
    const size_t size = finding->text.size + more.size;
    char *text = bl_arena_alloc(&report->arena, size, 1);

    if (text == NULL)
        return;
    memcpy(text, finding->text.ptr, finding->text.size);
    memcpy(text + finding->text.size, more.ptr, more.size);
    finding->text = bl_str_of(text, size);
}

/* A word of the document, wherever it stands there. */
typedef struct group {
    const unknown *first;
    const unknown *limit;
    const unknown *kept; /* where it stands first */
} group;

static group group_at(const unknown *first, const unknown *end)
{
    group word = { first, first + 1, first };

    while (word.limit < end &&
           are_forms(word.limit[-1].word, word.limit->word)) {
        if (word.limit->finding < word.kept->finding)
            word.kept = word.limit;
        word.limit++;
    }
    return word;
}

/* All but one place of it. */
static void make_notes(const group *word, const unknown *but,
                       bl_report *report)
{
    for (const unknown *one = word->first; one < word->limit; one++) {
        if (one != but)
            report->findings[one->finding].severity = BL_INFO;
    }
}

static void tell(const unknown *one, const char *format, size_t number,
                 bl_report *report)
{
    bl_finding *finding = &report->findings[one->finding];
    char more[64];

    snprintf(more, sizeof(more), format, (unsigned)number);
    append(report, finding, bl_str_z(more));
}

/*
 * A word that stands in the document again and again is a term that the
 * dictionary lacks, unless it is a slip of the finger: told once, so that it
 * can be learned.
 */
static void settle_terms(const unknown *list, const unknown *end,
                         bl_language *language, bl_report *report)
{
    for (group word = { list, list, NULL }; word.limit < end;) {
        size_t count;

        word = group_at(word.limit, end);
        count = (size_t)(word.limit - word.first);
        if (count < TERM || bl_language_is_slip(language, word.first->word))
            continue;
        make_notes(&word, word.kept, report);
        tell(word.kept, " (%u times in this document)", count, report);
    }
}

/* What is unknown is words that the dictionary lacks; slips are marked. */
static bool has_gaps(unknown *list, const unknown *end, uint64_t tokens,
                     bl_language *language)
{
    const uint64_t count = (uint64_t)(end - list);
    const bool poor = count * POOR_SHARE > tokens;
    size_t words = 0;
    size_t slips = 0;

    if (count < GAPS || count * GAP_SHARE <= tokens)
        return false;
    for (group word; list < end && words < SLIPS_MOST;
         list += word.limit - word.first) {
        word = group_at(list, end);
        words++;
        if (!bl_language_is_slip(language, list->word))
            continue;
        slips++;
        list->slip = !poor; /* else it is one by chance, as likely as not */
    }
    return words >= GAPS &&
           slips * (poor ? POOR_SLIP_SHARE : SLIP_SHARE) < words;
}

/* Words that the dictionary lacks: the first is told, and how many they are.
 * Slips are told as ever. */
static void settle_gaps(const unknown *list, const unknown *end,
                        bl_report *report)
{
    const unknown *kept = NULL;
    size_t words = 0;

    for (group word = { list, list, NULL }; word.limit < end;) {
        word = group_at(word.limit, end);
        if (word.first->slip)
            continue;
        words++;
        if (kept == NULL || word.kept->finding < kept->finding)
            kept = word.kept;
    }
    for (group word = { list, list, NULL }; word.limit < end;) {
        word = group_at(word.limit, end);
        if (!word.first->slip)
            make_notes(&word, kept, report);
    }
    if (kept != NULL)
        tell(kept, ", nor are %u other words of this document", words - 1,
             report);
}

/* The letters of the words, in the order in which they come; how many bytes. */
static size_t collect_letters(const unknown *list, const unknown *end,
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

static bool is_taken_somewhere(const group *word)
{
    for (const unknown *one = word->first; one < word->limit; one++) {
        if (one->taken)
            return true;
    }
    return false;
}

/* Words that were taken over from the source are notes, unless they are like
 * one that the dictionary has. */
static void settle_taken(const unknown *list, const unknown *end,
                         bl_language *language, bl_report *report)
{
    char letters[LETTERS];
    const bl_str known =
        bl_str_of(letters, collect_letters(list, end, letters));
    size_t asked = 0;

    for (group word = { list, list, NULL }; word.limit < end;) {
        word = group_at(word.limit, end);
        if (!is_taken_somewhere(&word))
            continue;
        if (asked++ < NEAR_MOST
                ? !bl_language_is_near(language, word.first->word, known)
                : !bl_language_is_slip(language, word.first->word))
            make_notes(&word, NULL, report);
    }
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    bl_language *language = records->sums.target;
    unknown *list =
        bl_resize(report->alloc, NULL, report->count, sizeof(*list));
    size_t count = 0;

    if (list == NULL) {
        report->failed = report->failed || report->count != 0;
        return;
    }
    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].rule == rule)
            list[count++] = (unknown){
                bl_report_marked(report, &report->findings[i], BL_TARGET), i,
                report->findings[i].message == TAKEN, false
            };
    }
    qsort(list, count, sizeof(*list), compare);
    if (has_gaps(list, list + count, records->sums.tokens, language)) {
        settle_gaps(list, list + count, report);
    } else {
        settle_terms(list, list + count, language, report);
        settle_taken(list, list + count, language, report);
    }
    bl_free(report->alloc, list);
}

const bl_check bl_check_spelling = {
    .id = "spelling",
    .title = "A word is not in the dictionary",
    .category = "spelling",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS | BL_NEEDS_DOCUMENT,
    .messages = {
        [UNKNOWN] = { "unknown", "\"{0}\" is not in the dictionary",
                      BL_WARNING },
        [TAKEN] = { "taken-over", "\"{0}\" is not in the dictionary",
                    BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
