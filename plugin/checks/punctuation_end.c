/* SPDX-License-Identifier: Apache-2.0 */
/*
 * punctuation-end: the target ends otherwise than the source: a question as a
 * statement, a sentence without its full stop.
 *
 * What a text ends in is one of a few classes, by the signs of each language
 * (punctuation.txt); quotation marks, brackets and codes behind it do not
 * count. Which sentences may do without a sign is data as well.
 *
 * Page, examples and tests: punctuation_end.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "checks/signs.h"
#include "text/utf8.h"

enum { MISSING, EXTRA, DIFFERENT, FREE, QUOTED };

/* Letters of an abbreviation, at most; and words of a label, which has no
 * full stop where its source has none. */
enum { SHORT = 3, LABEL_WORDS = 3 };

/* Tokens of a text that may be no sentence: a noun may stand for it, and the
 * full stop behind a short last word may be of that word. */
enum { PHRASE_MOST = 16 };

/* Full stops that a document leaves out, and colons for which it has others:
 * so many, and one of so many, and it does so on purpose. */
enum { LOST_LEAST = 5, STOPS_SHARE = 2, COLONS_SHARE = 3 };

/* Full stops that a document writes beside quotation marks, at least, and of so
 * many it may leave out one by mistake. */
enum { QUOTED_LEAST = 10, QUOTED_SHARE = 10 };

/* How a side ends. */
typedef struct ending {
    bl_point_kind kind;
    size_t last; /* the token that says so; the last word where none does */
    bool quoted; /* a quotation mark stands behind it */
    bool open;   /* nothing can be said: a dash, a symbol, an address */
} ending;

static bool is_skipped(const bl_token *token)
{
    return token->kind == BL_TOKEN_CODE ||
           (token->kind == BL_TOKEN_PUNCT &&
            (bl_is_quote(token->c) || bl_is_closing_bracket(token->c)));
}

/* "..." */
static bool is_dots(const bl_side *side, size_t at)
{
    return at >= 2 && side->tokens[at].c == '.' &&
           side->tokens[at - 1].c == '.' && side->tokens[at - 2].c == '.';
}

/* "Choose <b>Open…</b>": the dots may be of what is named. */
static bool is_closed_by_code(const bl_side *side, size_t at)
{
    return at < side->token_count && side->tokens[at].kind == BL_TOKEN_CODE;
}

static ending ending_of(const bl_side *side)
{
    ending end = { .kind = BL_POINT_NONE };
    size_t at = side->token_count;
    const bl_token *token;

    while (at > 0 && is_skipped(&side->tokens[at - 1])) {
        at--;
        end.quoted = end.quoted || bl_is_quote(side->tokens[at].c);
    }
    end.open = at == 0;
    if (end.open)
        return end;
    token = &side->tokens[at - 1];
    end.last = at - 1;
    if (bl_sign_is_prose(token))
        end.kind = is_dots(side, end.last) ? BL_POINT_ELLIPSIS
                                           : bl_sign_kind(side, token);
    end.open = end.kind == BL_POINT_NONE
                   ? token->kind != BL_TOKEN_WORD &&
                         token->kind != BL_TOKEN_NUMBER
                   : end.kind == BL_POINT_ELLIPSIS &&
                         is_closed_by_code(side, at);
    return end;
}

/* ---- full stops that end no sentence ------------------------------------ */

/* "U.S.", "Inc.", "г.": the word before a full stop may have it for itself; not
 * where a whole sentence ends in it: "… on each day that the sun was in Leo."
 */
static bool may_be_short(const bl_side *side, size_t stop)
{
    const bl_token *token = stop > 0 ? &side->tokens[stop - 1] : NULL;

    if (token == NULL || side->tokens[stop].c != '.')
        return false;
    if (token->kind != BL_TOKEN_WORD)
        return token->kind == BL_TOKEN_NUMBER && stop == 1;
    return token->word->letters == 1 ||
           (token->word->letters <= SHORT &&
            ((token->word->letter_case == BL_CASE_INITIAL &&
              side->token_count <= PHRASE_MOST) ||
             (stop > 1 && side->tokens[stop - 2].c == '.' &&
              token->gap == BL_GAP_NONE)));
}

/* "пикс.", "Abk.": in a label, what no dictionary has but with its stop. */
static bool is_cut(const bl_side *side, size_t stop)
{
    const bl_token *token = stop > 0 ? &side->tokens[stop - 1] : NULL;

    return token != NULL && token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_GLYPH) == 0 &&
           bl_language_spelling(side->language, token->word) !=
               BL_VERDICT_GOOD;
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

/* Whether sentences of a kind may end so: in no sign, or in a full stop. Where
 * the target asks, the source may have asked in words alone. */
static bool may_end(const bl_side *side, bl_point_kind kind,
                    bl_point_kind sign)
{
    const bl_points *points = &side->language->points;

    return (points->unmarked & 1u << kind) != 0 ||
           (sign == BL_POINT_STATEMENT && (points->stopped & 1u << kind) != 0);
}

static bool is_final(bl_point_kind kind)
{
    return kind == BL_POINT_STATEMENT || kind == BL_POINT_QUESTION ||
           kind == BL_POINT_EXCLAMATION || kind == BL_POINT_COLON ||
           kind == BL_POINT_ELLIPSIS;
}

/* What translators may choose: how loud a sentence is, and a colon for what
 * follows. */
static bool is_free(bl_point_kind a, bl_point_kind b)
{
    return a == BL_POINT_EXCLAMATION || b == BL_POINT_EXCLAMATION ||
           b == BL_POINT_COLON;
}

static bl_span place_of(const bl_side *side, const ending *end)
{
    const bl_token *last = &side->tokens[end->last];

    if (end->kind == BL_POINT_NONE)
        return (bl_span){ last->limit, last->limit };
    if (is_dots(side, end->last))
        return bl_span_join(bl_token_span(last - 2), bl_token_span(last));
    return bl_token_span(last);
}

static void report(const bl_pair *pair, uint16_t message, const ending *a,
                   const ending *b, bl_sink *sink)
{
    const bl_side *sides = pair->side;
    bl_emission e = { .message = message, .mark_count = 2 };

    e.marks[0] = bl_mark_of(BL_SOURCE, place_of(&sides[BL_SOURCE], a));
    e.marks[1] = bl_mark_of(BL_TARGET, place_of(&sides[BL_TARGET], b));
    e.arguments[0] = bl_side_text(&sides[BL_SOURCE], e.marks[0].span);
    e.arguments[1] = bl_side_text(&sides[BL_TARGET], e.marks[1].span);
    bl_emit(sink, &e);
}

/* "…ਨਾਲ ਸਾਂਝਾ ਕਰੋ": what is left open stands first where the verb stands last. */
static bool begins_open(const bl_side *side)
{
    size_t at = 0;

    while (at < side->token_count && is_skipped(&side->tokens[at]))
        at++;
    return at < side->token_count &&
           (bl_sign_kind(side, &side->tokens[at]) == BL_POINT_ELLIPSIS ||
            (at + 2 < side->token_count && is_dots(side, at + 2)));
}

/* Whether a side ends in what its language gives no full stop: a noun that
 * stands for a sentence. */
static bool ends_in_noun(const bl_side *side, const ending *end)
{
    const bl_token *token = &side->tokens[end->last];

    return token->kind == BL_TOKEN_WORD &&
           !bl_points_finite(&side->language->points,
                             bl_utf8_before(side->text.ptr, token->limit));
}

/* Some write the full stop into a quotation, some behind it, and some leave it
 * out; the document decides. */
static void compare_quoted(const bl_pair *pair, const ending *a,
                           const ending *b, bl_sink *sink)
{
    if (a->kind == BL_POINT_STATEMENT && pair->in_document &&
        !may_be_short(&pair->side[BL_SOURCE], a->last))
        report(pair, QUOTED, a, b, sink);
}

/* The target ends in no sign. */
static void compare_missing(const bl_pair *pair, const ending *a,
                            const ending *b, bl_sink *sink)
{
    if (b->quoted) {
        compare_quoted(pair, a, b, sink);
        return;
    }
    if ((a->kind == BL_POINT_STATEMENT &&
         (may_be_short(&pair->side[BL_SOURCE], a->last) ||
          (pair->side[BL_SOURCE].token_count <= PHRASE_MOST &&
           ends_in_noun(&pair->side[BL_TARGET], b)))) ||
        (a->kind == BL_POINT_ELLIPSIS && begins_open(&pair->side[BL_TARGET])))
        return;
    report(pair, MISSING, a, b, sink);
}

/* The source ends in no sign. */
static void compare_extra(const bl_pair *pair, const ending *a,
                          const ending *b, bl_sink *sink)
{
    if (!is_label(&pair->side[BL_SOURCE]) || b->kind != BL_POINT_STATEMENT ||
        may_be_short(&pair->side[BL_TARGET], b->last) ||
        is_unit(&pair->side[BL_TARGET], b->last) ||
        is_cut(&pair->side[BL_TARGET], b->last))
        return;
    report(pair, EXTRA, a, b, sink);
}

static void compare(const bl_pair *pair, const ending *a, const ending *b,
                    bl_sink *sink)
{
    if (b->kind == BL_POINT_NONE) {
        compare_missing(pair, a, b, sink);
    } else if (a->kind == BL_POINT_NONE) {
        compare_extra(pair, a, b, sink);
    } else if (is_final(b->kind)) {
        report(pair, is_free(a->kind, b->kind) ? FREE : DIFFERENT, a, b,
               sink);
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    ending a;
    ending b;

    (void)self;
    if (!bl_has_target(pair))
        return;
    a = ending_of(&pair->side[BL_SOURCE]);
    b = ending_of(target);
    if (a.kind == b.kind || a.open || b.open ||
        (a.kind != BL_POINT_NONE && !is_final(a.kind)) ||
        may_end(target, a.kind, b.kind) ||
        (b.kind == BL_POINT_QUESTION &&
         may_end(&pair->side[BL_SOURCE], b.kind, a.kind)))
        return;
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

/* Tells the first of them that lacks the sign. */
static void tell_once(uint16_t rule, bl_point_kind kind,
                      const bl_points *points, bl_report *report)
{
    bool told = false;

    for (size_t i = 0; i < report->count; i++) {
        bl_finding *finding = &report->findings[i];

        if (finding->rule != rule || finding->message == EXTRA ||
            (kind == BL_POINT_STATEMENT && finding->message != MISSING) ||
            kind_of(report, finding, points) != kind)
            continue;
        if (told)
            finding->severity = BL_INFO;
        told = true;
    }
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
 * of programs have none, is told once; and one that introduces its lists in
 * sentences or headings. */
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
