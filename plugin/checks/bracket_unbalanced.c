/* SPDX-License-Identifier: Apache-2.0 */
/*
 * bracket-unbalanced: a bracket or a quotation mark of the target has no
 * partner, and all of the source have theirs.
 *
 * Brackets are paired by their shape. Quotation marks are not: which of them
 * opens depends on the language, and many texts mix them, so that of all
 * together there has to be an even number. Apostrophes are left alone.
 *
 * Page, examples and tests: bracket_unbalanced.md
 */
#include "checks/check.h"
#include "checks/signs.h"

enum { BRACKET, QUOTE };

/* Kinds of pairs: round, square and curly ones in both widths, those of East
 * Asia by their number in Unicode, and quotation marks. */
enum { ROUND, SQUARE, CURLY, EAST, QUOTES = EAST + 8, KINDS, NO_KIND };

/* Corner brackets, which are quotation marks in another shape. */
enum { CORNER = EAST + 2, CORNER_LAST = CORNER + 1 };

/* Letters or digits of the mark of a list: a), 12), iii). */
enum { MARK_MOST = 3 };

/* The signs of a side, by kind. */
typedef struct balance {
    uint32_t open[KINDS]; /* that wait for a partner */
    uint32_t last[KINDS]; /* token of the last of them */
    uint32_t alone[KINDS]; /* the first one that closes nothing, from 1 */
    bool dashes;   /* there is a dash between spaces, or before all */
    bool unclear;  /* a mark is within a word, or behind a number */
    uint32_t single; /* marks that may be apostrophes, at edges of words */
    uint32_t marks;  /* quotation marks */
    uint32_t brackets;
} balance;

/* ---- signs -------------------------------------------------------------- */

static unsigned kind_of(uint32_t c)
{
    switch (c) {
    case '(':
    case ')':
    case 0xff08:
    case 0xff09:
        return ROUND;
    case '[':
    case ']':
    case 0xff3b:
    case 0xff3d:
        return SQUARE;
    case '{':
    case '}':
        return CURLY;
    default:
        if (bl_is_double_quote(c))
            return QUOTES;
        return bl_bracket_of(c) != 0 || bl_is_closing_bracket(c)
                   ? EAST + (c - 0x3008) / 2
                   : NO_KIND;
    }
}

/* Whether the sign touches what stands on that side of it. */
static bool touches_before(const bl_side *side, size_t at)
{
    return at > 0 && side->tokens[at].gap == BL_GAP_NONE;
}

static bool touches_behind(const bl_side *side, size_t at)
{
    return at + 1 < side->token_count &&
           side->tokens[at + 1].gap == BL_GAP_NONE;
}

static bool is_in_word(const bl_side *side, size_t at)
{
    return touches_before(side, at) && touches_behind(side, at) &&
           side->tokens[at - 1].kind == BL_TOKEN_WORD &&
           side->tokens[at + 1].kind == BL_TOKEN_WORD &&
           ((side->tokens[at - 1].flags | side->tokens[at + 1].flags) &
            BL_TOKEN_GLYPH) == 0;
}

/* 5" are inches, and Hebrew writes the mark within its abbreviations. */
static bool is_unclear(const bl_side *side, size_t at)
{
    return is_in_word(side, at) ||
           (side->tokens[at].c == '"' && touches_before(side, at) &&
            side->tokens[at - 1].kind == BL_TOKEN_NUMBER);
}

static bool is_eyes(const bl_token *token)
{
    return token->c == ':' || token->c == ';' || token->c == '=';
}

/* "(;)": the sign between them. */
static bool is_sign_within(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return token->c == ')' && touches_before(side, at - 1) &&
           token[-2].c == '(';
}

/* ":)", ";-("; no "Video-)". */
static bool is_smiley(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    if (!touches_before(side, at) || (token->c != '(' && token->c != ')') ||
        is_sign_within(side, at))
        return false;
    return is_eyes(token - 1) ||
           (token[-1].c == '-' && touches_before(side, at - 1) &&
            is_eyes(token - 2));
}

/* "a)", "1)", "ii)": behind a space or at the start. */
static bool is_list_mark(const bl_side *side, size_t at)
{
    const bl_token *token = &side->tokens[at];

    return touches_before(side, at) && token->c != ']' &&
           (at == 1 || token[-1].gap != BL_GAP_NONE ||
            token[-2].kind == BL_TOKEN_PUNCT) &&
           (token[-1].kind == BL_TOKEN_WORD ||
            token[-1].kind == BL_TOKEN_NUMBER) &&
           token[-1].limit - token[-1].start <=
               ((token[-1].flags & BL_TOKEN_ASCII) != 0 || token[-1].c < 0x80
                    ? MARK_MOST
                    : 3 * MARK_MOST);
}

/* ---- pairs -------------------------------------------------------------- */

static void add_bracket(const bl_side *side, size_t at, unsigned kind,
                        balance *b)
{
    if (bl_bracket_of(side->tokens[at].c) != 0) {
        b->open[kind]++;
        b->last[kind] = (uint32_t)at;
    } else if (b->open[kind] != 0) {
        b->open[kind]--;
    } else if (b->alone[kind] == 0 && !is_list_mark(side, at)) {
        b->alone[kind] = (uint32_t)at + 1;
    }
}

/* Every other one closes; the one that stands alone is the first that cannot
 * be what it would have to be, or else the last. */
static void add_quote(const bl_side *side, size_t at, balance *b)
{
    const bool opens = b->open[QUOTES] == 0;

    if (b->alone[QUOTES] == 0 &&
        (opens ? !touches_behind(side, at) && touches_before(side, at)
               : !touches_before(side, at) && touches_behind(side, at)))
        b->alone[QUOTES] =
            (opens ? (uint32_t)at : b->last[QUOTES]) + 1;
    b->open[QUOTES] = opens;
    b->last[QUOTES] = (uint32_t)at;
}

static void add_single(const bl_side *side, size_t at, balance *b)
{
    b->single += touches_before(side, at) != touches_behind(side, at);
}

static void add_sign(const bl_side *side, size_t at, balance *b)
{
    const uint32_t c = side->tokens[at].c;
    const unsigned kind = kind_of(c);

    if (kind == QUOTES) {
        b->unclear = b->unclear || is_unclear(side, at);
        b->marks++;
        add_quote(side, at, b);
    } else if (kind != NO_KIND) {
        b->brackets++;
        if (!is_smiley(side, at))
            add_bracket(side, at, kind, b);
    } else if (bl_is_quote(c)) {
        add_single(side, at, b);
    } else if (bl_is_dash(c)) {
        b->dashes = b->dashes || !touches_before(side, at);
    }
}

static void weigh(const bl_side *side, balance *b)
{
    *b = (balance){ .open = { 0 } };
    for (size_t at = 0; (at = bl_sign_next(side, at)) < side->token_count;
         at++) {
        const uint32_t c = side->tokens[at].c;

        if (c != '.' && c != ',' && bl_sign_is_prose(&side->tokens[at]))
            add_sign(side, at, b);
    }
}

static bool is_quoting(unsigned kind)
{
    return kind == QUOTES || kind == CORNER || kind == CORNER_LAST;
}

static bool is_uneven(const balance *b, unsigned kind)
{
    return b->open[kind] != 0 || (kind != QUOTES && b->alone[kind] != 0);
}

/* Whether one of the brackets, or of the marks, of a side lacks its partner. */
static bool has_uneven(const balance *b, bool quoting)
{
    for (unsigned kind = 0; kind < KINDS; kind++) {
        if (is_quoting(kind) == quoting && is_uneven(b, kind))
            return true;
    }
    return false;
}

/* A quotation may go on in the next segment, where the source says in between
 * who speaks, or the target does so behind a dash. */
static bool may_go_on(const balance *a, const balance *b, bool at_edge)
{
    return (a->marks + a->single == 0 && at_edge) || has_uneven(a, true) ||
           a->single % 2 != 0 || a->unclear ||
           b->unclear || (b->dashes && !a->dashes);
}

static uint32_t lone_of(const balance *b, unsigned kind)
{
    return b->alone[kind] != 0 ? b->alone[kind] - 1 : b->last[kind];
}

/* Nothing stands on one side of it but other signs. */
static bool is_at_edge(const bl_side *side, uint32_t at)
{
    return at == 0 || at + 1 == side->token_count ||
           (at + 2 == side->token_count &&
            side->tokens[at + 1].kind == BL_TOKEN_PUNCT);
}

static void report(const bl_side *side, uint16_t message, uint32_t at,
                   bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_token_span(&side->tokens[at]));
    e.arguments[0] = bl_side_text(side, e.marks[0].span);
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_side *source = &pair->side[BL_SOURCE];
    balance b;
    balance a;

    (void)self;
    weigh(target, &b);
    if (b.brackets == 0 && b.marks % 2 == 0)
        return;
    if (!has_uneven(&b, false) && !has_uneven(&b, true))
        return;
    weigh(source, &a);
    for (unsigned kind = 0; kind < KINDS; kind++) {
        const uint32_t at = lone_of(&b, kind);

        if (!is_uneven(&b, kind) ||
            (is_quoting(kind) ? may_go_on(&a, &b, is_at_edge(target, at))
                              : has_uneven(&a, false)))
            continue;
        report(target, is_quoting(kind) ? QUOTE : BRACKET, at, sink);
    }
}

const bl_check bl_check_bracket_unbalanced = {
    .id = "bracket-unbalanced",
    .title = "A bracket or quotation mark has no partner",
    .category = "punctuation",
    .its_type = "typographical",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [BRACKET] = { "bracket", "the bracket {0} has no partner",
                      BL_WARNING },
        [QUOTE] = { "quote", "the quotation mark {0} has no partner",
                    BL_WARNING },
    },
    .run = run,
};
