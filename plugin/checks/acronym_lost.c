/* SPDX-License-Identifier: Apache-2.0 */
/*
 * acronym-lost: an acronym of the source is neither kept nor translated.
 *
 * Translations expand acronyms, translate them, or say the thing in words, so
 * that nothing but its absence is weak evidence: where the target has a name
 * or acronym of its own that may stand for it, nothing is said. What is left
 * is a note, and a warning where the document keeps the acronym elsewhere.
 *
 * Page, examples and tests: acronym_lost.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "match/names.h"
#include "match/terms.h"
#include "text/chars.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

enum { LOST, LOST_HERE };

/* Letters of an acronym that is one; targets that keep it so that this one
 * should, too, and how many they are to one that does not. */
enum { LETTERS_LEAST = 2, LETTERS_MOST = 8, KEPT = 3, KEPT_TIMES = 4 };

/* Letters of an ordinary word that is no acronym: IT, US, WHO are; and of one
 * that an acronym may have a letter of. */
enum { WORD_LEAST = 4 };

/* Letters of an acronym that is one in small letters, too: dvd, but not os;
 * "pc" is one where something is written onto it, pc-systemer. */
enum { SMALL_LEAST = 3 };

/* Whether a term list says what it is to be. */
static bool is_term(const bl_pair *pair, bl_span span)
{
    for (uint32_t i = 0; pair->terms != NULL && i < pair->terms->use_count;
         i++) {
        if (bl_span_overlaps(pair->terms->uses[i].source, span))
            return true;
    }
    return false;
}

/* A name of the target that nothing in the source answers may be what the
 * acronym stands for; a word that begins a sentence is one where it is an
 * acronym, too: "BIP", GDP. */
static bool may_be_translated(const bl_names *names)
{
    for (uint32_t i = 0; i < names->count[BL_TARGET]; i++) {
        const bl_name *name = &names->list[BL_TARGET][i];

        if (((name->flags & (BL_NAME_INITIAL | BL_NAME_ACRONYM)) !=
                 BL_NAME_INITIAL ||
             name->words > 1) &&
            (bl_names_flags(names, BL_TARGET, i) & BL_NAME_WHOLE) == 0)
            return true;
    }
    return false;
}

static bool is_same_script(const bl_pair *pair)
{
    return bl_locale_same_script(&pair->side[BL_SOURCE].language->locale,
                                 &pair->side[BL_TARGET].language->locale);
}

/* Whether a hyphen or an apostrophe joins what follows to the word before. */
static bool is_joined(const bl_side *side, uint32_t at)
{
    const bl_token *sign = &side->tokens[at];

    return at + 1 < side->token_count && sign->gap == BL_GAP_NONE &&
           sign[1].gap == BL_GAP_NONE &&
           (bl_is_dash(sign->c) || bl_is_apostrophe(sign->c));
}

/* Letter by letter, as most of them are; languages that have made a word of it
 * write it small. */
static bool is_kept(const bl_pair *pair, const bl_name *name)
{
    const bl_name_words *target = &pair->names->words[BL_TARGET];
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_word *word = pair->side[BL_SOURCE].tokens[name->first].word;

    for (uint32_t i = 0; i < target->count; i++) {
        if (target->items[i]->word->skeleton_hash == word->skeleton_hash)
            return true;
    }
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (side->tokens[i].kind == BL_TOKEN_WORD &&
            side->tokens[i].word->skeleton_hash == word->skeleton_hash &&
            (word->letters >= SMALL_LEAST || is_joined(side, i + 1)))
            return true;
    }
    return false;
}

/* Whether what it stands for is beside it: "processor (CPU)", "CPU
 * (processor)". */
static bool is_explained(const bl_side *side, const bl_name *name)
{
    const bl_token *before =
        name->first > 0 ? &side->tokens[name->first - 1] : NULL;
    const bl_token *behind =
        name->limit < side->token_count ? &side->tokens[name->limit] : NULL;

    return behind != NULL &&
           (behind->c == '(' ||
            (before != NULL && before->c == '(' && behind->c == ')'));
}

/* Whether the letters that are left of an acronym have this one, which is
 * taken out. */
static bool take_letter(char *left, char letter)
{
    char *at = letter != '\0' ? strchr(left, letter) : NULL;

    if (at == NULL)
        return false;
    memmove(at, at + 1, strlen(at));
    return true;
}

/* Whether words from tokens[at] on, short ones passed over, begin with the
 * letters of an acronym, in whatever order: OS is a sistema operativo. */
static bool are_initials(const bl_side *side, uint32_t at, bl_str acronym)
{
    char left[LETTERS_MOST + 1] = { 0 };

    if (acronym.size == 0 || acronym.size > LETTERS_MOST)
        return false;
    memcpy(left, acronym.ptr, acronym.size);
    for (; at < side->token_count && left[0] != '\0'; at++) {
        const bl_token *token = &side->tokens[at];

        if (token->kind != BL_TOKEN_WORD)
            return false;
        if (token->word->letters >= WORD_LEAST &&
            (token->word->skeleton.size == 0 ||
             !take_letter(left, token->word->skeleton.ptr[0])))
            return false;
    }
    return left[0] == '\0';
}

static bool is_spelled_out(const bl_pair *pair, const bl_name *name)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_word *word = pair->side[BL_SOURCE].tokens[name->first].word;

    for (uint32_t at = 0; at < side->token_count; at++) {
        if (side->tokens[at].kind == BL_TOKEN_WORD &&
            side->tokens[at].word->letters >= WORD_LEAST &&
            are_initials(side, at, word->skeleton))
            return true;
    }
    return false;
}

/* Whether it is one that no list translates, neither a number, XX, nor an
 * ordinary word, "NOTE: the file is read", and none that stands for ordinary
 * words: AI, VAT. */
static bool is_acronym(const bl_side *side, const bl_name *name)
{
    const bl_word *word = side->tokens[name->first].word;

    return (name->flags & BL_NAME_ACRONYM) != 0 &&
           (name->flags & BL_NAME_LISTED) == 0 &&
           (word->flags & BL_WORD_ROMAN) == 0 &&
           !bl_form_list_has(&side->language->acronyms, word->folded) &&
           word->letters >= LETTERS_LEAST && word->letters <= LETTERS_MOST &&
           (word->letters < WORD_LEAST ||
            bl_language_common(side->language, word) != BL_VERDICT_GOOD);
}

/* PACKAGE DETAILS: words in capitals like all the others of the text. */
static bool is_in_capitals(const bl_side *side)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD ||
            token->word->letter_case == BL_CASE_NONE)
            continue;
        if (token->word->letter_case != BL_CASE_UPPER)
            return false;
        words++;
    }
    return words > 1;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_names *names = pair->names;

    (void)self;
    /* Another script may spell it as it sounds. */
    if (!is_same_script(pair) || is_in_capitals(source))
        return;
    for (uint32_t i = 0; i < names->count[BL_SOURCE]; i++) {
        const bl_name *name = &names->list[BL_SOURCE][i];
        bl_emission e = { .message = LOST, .mark_count = 1 };

        if (!is_acronym(source, name) || is_kept(pair, name) ||
            is_explained(source, name) || is_term(pair, name->span) ||
            is_spelled_out(pair, name) ||
            (bl_names_flags(names, BL_SOURCE, i) & BL_NAME_ANSWERED) !=
                0)
            continue;
        if (may_be_translated(names))
            return;
        e.marks[0] = bl_mark_of(BL_SOURCE, name->span);
        e.arguments[0] = bl_side_text(source, name->span);
        bl_emit(sink, &e);
    }
}

static uint32_t acronym_of(const bl_report *report, const bl_finding *finding)
{
    return bl_skeleton_hash_of(bl_report_marked(report, finding, BL_SOURCE));
}

static int compare(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* The acronyms that were lost, as often as each was; NULL for none. */
static uint32_t *gather(uint16_t rule, bl_report *report, size_t *count)
{
    uint32_t *lost =
        bl_resize(report->alloc, NULL, report->count, sizeof(*lost));

    *count = 0;
    if (lost == NULL) {
        report->failed = report->failed || report->count != 0;
        return NULL;
    }
    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].rule == rule)
            lost[(*count)++] = acronym_of(report, &report->findings[i]);
    }
    qsort(lost, *count, sizeof(*lost), compare);
    return lost;
}

/* How many of them are smaller. */
static size_t count_below(const uint32_t *sorted, size_t count, uint64_t hash)
{
    size_t low = 0;

    while (low < count) {
        const size_t middle = low + (count - low) / 2;

        if (sorted[middle] < hash)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    size_t count;
    uint32_t *lost = gather(rule, report, &count);

    for (size_t i = 0; lost != NULL && i < report->count; i++) {
        bl_finding *finding = &report->findings[i];
        uint64_t hash;
        size_t kept;

        if (finding->rule != rule)
            continue;
        hash = acronym_of(report, finding);
        kept = bl_records_name_count(records, (uint32_t)hash);
        if (kept < KEPT ||
            kept < KEPT_TIMES * (count_below(lost, count, hash + 1) -
                                 count_below(lost, count, hash)))
            continue;
        finding->message = LOST_HERE;
        finding->severity = BL_WARNING;
    }
    bl_free(report->alloc, lost);
}

const bl_check bl_check_acronym_lost = {
    .id = "acronym-lost",
    .title = "An acronym is neither kept nor translated",
    .category = "term",
    .its_type = "terminology",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES | BL_NEEDS_TERMS |
             BL_NEEDS_DOCUMENT,
    .messages = {
        [LOST] = { "lost", "{0} is not in the target", BL_INFO },
        [LOST_HERE] = { "lost-here", "{0} is not in the target", BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
