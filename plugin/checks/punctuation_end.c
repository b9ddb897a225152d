/* SPDX-License-Identifier: Apache-2.0 */
/*
 * punctuation-end: the target ends otherwise than the source: a question as a
 * statement, a sentence without its full stop.
 *
 * What a text ends in is one of a few classes, ending.h. Which sentences may do
 * without a sign is data as well.
 *
 * Page, examples and tests: punctuation_end.md
 */
#include "checks/check.h"
#include "checks/ending.h"
#include "checks/records.h"
#include "checks/signs.h"
#include "checks/throughout.h"
#include "text/utf8.h"

enum { MISSING, EXTRA, DIFFERENT, FREE, QUOTED };

/* Words of a label, which has no full stop where its source has none. */
enum { LABEL_WORDS = 3 };

/* Full stops that a document leaves out, and colons for which it has others:
 * so many, and one of so many, and it does so on purpose. */
enum { LOST_LEAST = 5, STOPS_SHARE = 2, COLONS_SHARE = 3, BARE_SHARE = 2 };

/* Full stops that a document writes beside quotation marks, at least, and of so
 * many it may leave out one by mistake. */
enum { QUOTED_LEAST = 10, QUOTED_SHARE = 10 };

/* "пикс.", "Abk.": in a label, what no dictionary has but with its stop. */
static bool is_cut(const bl_side *side, size_t stop)
{
    const bl_token *token = stop > 0 ? &side->tokens[stop - 1] : NULL;

    return token != NULL && token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_GLYPH) == 0 &&
           bl_language_spelling(side->language, token->word) !=
               BL_VERDICT_GOOD;
}

/* "de.", "hod.": so short that it is an abbreviation, where words are not. */
static bool is_short(const bl_side *side, size_t stop)
{
    enum { LETTERS = 3 };
    const bl_token *token = stop > 0 ? &side->tokens[stop - 1] : NULL;

    return token != NULL && token->kind == BL_TOKEN_WORD &&
           token->word->letters <= LETTERS &&
           (token->flags & BL_TOKEN_GLYPH) == 0 &&
           side->language->syllables == NULL;
}

/* "30 sec.": a unit, with its point or without. */
static bool is_unit(const bl_side *side, size_t stop)
{
    const bl_token *token = stop > 1 ? &side->tokens[stop - 1] : NULL;

    return token != NULL && token->kind == BL_TOKEN_WORD &&
           (token->word->set & BL_SENSE_BIT(BL_SENSE_UNIT)) != 0 &&
           (token[-1].kind == BL_TOKEN_NUMBER ||
            (token[-1].flags & BL_TOKEN_MASKED) != 0);
}

/* Few words, none of them in a row that ends in a sign. */
static bool is_label(const bl_side *side)
{
    return side->token_count <= LABEL_WORDS;
}

/* ---- findings ----------------------------------------------------------- */

/* What translators may choose: how loud a sentence is, and a colon for what
 * follows. */
static bool is_free(bl_point_kind a, bl_point_kind b)
{
    return a == BL_POINT_EXCLAMATION || b == BL_POINT_EXCLAMATION ||
           b == BL_POINT_COLON;
}

static void report(const bl_pair *pair, uint16_t message, const bl_ending *a,
                   const bl_ending *b, bl_sink *sink)
{
    const bl_side *sides = pair->side;
    bl_emission e = { .message = message, .mark_count = 2 };

    e.marks[0] = bl_mark_of(BL_SOURCE, bl_ending_place(&sides[BL_SOURCE], a));
    e.marks[1] = bl_mark_of(BL_TARGET, bl_ending_place(&sides[BL_TARGET], b));
    e.arguments[0] = bl_side_text(&sides[BL_SOURCE], e.marks[0].span);
    e.arguments[1] = bl_side_text(&sides[BL_TARGET], e.marks[1].span);
    bl_emit(sink, &e);
}

/* Some write the full stop into a quotation, some behind it, and some leave it
 * out; the document decides. */
static void compare_quoted(const bl_pair *pair, const bl_ending *a,
                           const bl_ending *b, bl_sink *sink)
{
    if (a->kind == BL_POINT_STATEMENT && pair->in_document &&
        !bl_stop_is_of_word(&pair->side[BL_SOURCE], a->last))
        report(pair, QUOTED, a, b, sink);
}

/* The target ends in no sign. */
static void compare_missing(const bl_pair *pair, const bl_ending *a,
                            const bl_ending *b, bl_sink *sink)
{
    if (b->quoted)
        compare_quoted(pair, a, b, sink);
    else if (!bl_ending_may_lack(pair, a, b))
        report(pair, MISSING, a, b, sink);
}

/* The source ends in no sign. */
static void compare_extra(const bl_pair *pair, const bl_ending *a,
                          const bl_ending *b, bl_sink *sink)
{
    if (!is_label(&pair->side[BL_SOURCE]) || b->kind != BL_POINT_STATEMENT ||
        bl_stop_is_of_word(&pair->side[BL_TARGET], b->last) ||
        is_unit(&pair->side[BL_TARGET], b->last) ||
        is_short(&pair->side[BL_TARGET], b->last) ||
        is_cut(&pair->side[BL_TARGET], b->last))
        return;
    report(pair, EXTRA, a, b, sink);
}

static void compare(const bl_pair *pair, const bl_ending *a, const bl_ending *b,
                    bl_sink *sink)
{
    if (b->kind == BL_POINT_NONE) {
        compare_missing(pair, a, b, sink);
    } else if (a->kind == BL_POINT_NONE) {
        compare_extra(pair, a, b, sink);
    } else if (bl_point_is_final(b->kind)) {
        report(pair, is_free(a->kind, b->kind) ? FREE : DIFFERENT, a, b,
               sink);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    bl_ending a;
    bl_ending b;

    (void)self;
    if (!bl_has_target(pair))
        return;
    a = bl_ending_of(&pair->side[BL_SOURCE]);
    b = bl_ending_of(&pair->side[BL_TARGET]);
    if (bl_ending_differs(&a, &b) && !bl_ending_is_usual(pair, &a, &b))
        compare(pair, &a, &b, sink);
}

/* ---- documents ---------------------------------------------------------- */

/* What the source of a finding of this rule ends in. */
static bl_point_kind kind_of(const bl_report *report,
                             const bl_finding *finding,
                             const bl_points *points)
{
    const bl_str sign = bl_report_marked(report, finding, BL_SOURCE);
    size_t next = 0;

    return sign.size != 0
               ? bl_point_kind_of(points, bl_utf8_next(sign.ptr, sign.size,
                                                       &next))
               : BL_POINT_NONE;
}

static bool is_on_purpose(const bl_lost_signs *signs, unsigned share)
{
    return signs->lost >= LOST_LEAST &&
           share * (uint64_t)signs->lost >= signs->kept + signs->lost;
}

/* Whether a finding is of a source that ends in such a sign; in none: of a
 * target that ends in a full stop. */
static bool is_of_kind(const bl_report *report, const bl_finding *finding,
                       bl_point_kind kind, const bl_points *points)
{
    switch (kind) {
    case BL_POINT_NONE:
        return finding->message == EXTRA;
    case BL_POINT_STATEMENT:
        return finding->message == MISSING &&
               kind_of(report, finding, points) == kind;
    default:
        return finding->message != EXTRA &&
               kind_of(report, finding, points) == kind;
    }
}

/* Tells the first of them alone. */
static void tell_once(uint16_t rule, bl_point_kind kind,
                      const bl_points *points, bl_report *report)
{
    bl_finding *first = NULL;
    size_t count = 0;

    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule ||
            !is_of_kind(report, finding, kind, points))
            continue;
        if (first != NULL)
            finding->severity = BL_INFO;
        else
            first = finding;
        count++;
    }
    if (count > 1)
        bl_tell_more(report, first, BL_TIMES, count);
}

/* Where the document has no habit of full stops beside quotation marks, nothing
 * is wrong with those that have none. */
static void settle_quoted(uint16_t rule, const bl_lost_signs *signs,
                          bl_report *report)
{
    if (signs->kept >= QUOTED_LEAST &&
        QUOTED_SHARE * (uint64_t)signs->lost <= signs->kept)
        return;
    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule == rule && finding->message == QUOTED)
            finding->severity = BL_INFO;
    }
}

/* A document that has no full stops where its source has some, as many texts
 * of programs have none, is told once; so is one that introduces its lists in
 * sentences or headings, and one that has full stops behind its headings. */
static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    const bl_sums *sums = &records->sums;
    const bl_points *points;

    if (sums->languages[BL_SOURCE] == NULL)
        return;
    points = &sums->languages[BL_SOURCE]->points;
    settle_quoted(rule, &sums->quoted, report);
    if (is_on_purpose(&sums->stops, STOPS_SHARE))
        tell_once(rule, BL_POINT_STATEMENT, points, report);
    if (is_on_purpose(&sums->colons, COLONS_SHARE))
        tell_once(rule, BL_POINT_COLON, points, report);
    if (is_on_purpose(&sums->bare, BARE_SHARE))
        tell_once(rule, BL_POINT_NONE, points, report);
}

const bl_check bl_check_punctuation_end = {
    .id = "punctuation-end",
    .title = "The target ends in another sign than the source",
    .category = "punctuation",
    .its_type = "typographical",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [MISSING] = { "missing", "the source ends in {0}, the target does not",
                      BL_WARNING },
        [EXTRA] = { "extra", "the target ends in {1}, the source does not",
                    BL_WARNING },
        [DIFFERENT] = { "different",
                        "the source ends in {0}, the target in {1}",
                        BL_WARNING },
        [FREE] = { "free", "the source ends in {0}, the target in {1}",
                     BL_INFO },
        [QUOTED] = { "quoted", "the source ends in {0}, the target in a "
                     "quotation mark alone",
                     BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
