/* SPDX-License-Identifier: Apache-2.0 */
/*
 * spelling-source: a word of the source that the dictionary does not know, and
 * that nothing explains.
 *
 * What explains a word is in misspelling.c; here it is the target that may
 * have it with the same letters. Two words that were run together are told
 * apart, and count as slips where the document is judged: a dictionary that
 * lacks words rarely has both halves of them.
 *
 * Page, examples and tests: spelling_source.md
 */
#include "checks/misspelling.h"
#include "checks/records.h"
#include "text/chars.h"

#include <string.h>

enum { UNKNOWN, RUN_TOGETHER };

/* "theircomprehensive" with the space that is missing; none where there is no
 * memory. */
static bl_str parted(bl_str word, size_t seam, bl_arena *scratch)
{
    char *text = bl_arena_alloc(scratch, word.size + 1, 1);

    if (text == NULL)
        return bl_str_of(NULL, 0);
    memcpy(text, word.ptr, seam);
    text[seam] = ' ';
    memcpy(text + seam + 1, word.ptr + seam, word.size - seam);
    return bl_str_of(text, word.size + 1);
}

/* Behind an apostrophe a word begins before it does: other'sindependence. */
static bool is_behind_apostrophe(const bl_side *side, uint32_t at)
{
    return at > 0 && side->tokens[at].gap == BL_GAP_NONE &&
           bl_is_apostrophe(side->tokens[at - 1].c);
}

/* What an apostrophe or a hyphen joins to another word is none by itself: the
 * "s" of "it's". */
static bool stands(const void *text, bl_str word)
{
    const bl_side *side = text;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD && token->gap != BL_GAP_NONE &&
            bl_str_equal(token->word->text, word))
            return true;
    }
    return false;
}

static void report(const bl_pair *pair, uint32_t at, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_token *token = &source->tokens[at];
    const bl_span span = bl_token_span(token);
    bool sure = false;
    const size_t seam =
        is_behind_apostrophe(source, at)
            ? 0
            : bl_language_seam(source->language, token->word, stands, source,
                               &sure);
    bl_emission e = { .message = seam != 0 ? RUN_TOGETHER : UNKNOWN,
                      .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_SOURCE, span);
    e.arguments[0] = token->word->text;
    if (seam != 0) {
        e.arguments[1] = parted(token->word->text, seam, pair->scratch);
        e.fix = (bl_fix){ sure, BL_SOURCE, span, e.arguments[1] };
    }
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    bl_misspelling words = { .pair = pair, .side = BL_SOURCE };

    (void)self;
    if (source->language->speller == NULL)
        return;
    for (uint32_t i = bl_misspelling_next(&words, 0); i < source->token_count;
         i = bl_misspelling_next(&words, i + 1))
        report(pair, i, sink);
}

static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    bl_unknown_list list = { .side = BL_SOURCE,
                             .tokens = records->sums.tokens[BL_SOURCE],
                             .language = records->sums.languages[BL_SOURCE],
                             .slip = RUN_TOGETHER };

    if (!bl_unknown_gather(&list, rule, report))
        return;
    bl_unknown_settle(&list, report);
    bl_free(report->alloc, list.items);
}

const bl_check bl_check_spelling_source = {
    .id = "spelling-source",
    .title = "A word of the source is not in the dictionary",
    .category = "spelling",
    .its_type = "misspelling",
    .since = "0.1",
    .stage = BL_STABLE,
    .off = true,
    .compares = true, /* a key is no text, and its words are none */
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS | BL_NEEDS_DOCUMENT,
    .messages = {
        [UNKNOWN] = { "unknown", "\"{0}\" is not in the dictionary",
                      BL_WARNING },
        [RUN_TOGETHER] = { "run-together",
                           "\"{0}\" is not in the dictionary; \"{1}\" is",
                           BL_WARNING },
    },
    .run = run,
    .settle = settle,
    .without_target = true,
};
