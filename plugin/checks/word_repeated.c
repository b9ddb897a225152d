/* SPDX-License-Identifier: Apache-2.0 */
/*
 * word-repeated: a word is written twice in a row.
 *
 * Many languages double words on purpose (mãi mãi, rumah rumah); where a
 * language does, its dictionary lists the words that are never doubled, and
 * only those are reported. In the others the dictionary lists the few that
 * may be (had had, vous vous). A text whose source doubles a word too means
 * it.
 *
 * Page, examples and tests: word_repeated.md
 */
#include "checks/check.h"
#include "text/chars.h"
#include "text/utf8.h"

enum { REPEATED };

/* Tokens [first, limit) between two spaces: a word, or in a script that is
 * read letter by letter and has spaces all the letters of one. */
typedef struct word {
    uint32_t first;
    uint32_t limit;
} word;

static bool is_prose(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0;
}

static bool is_hangul(const bl_side *side, const bl_token *token)
{
    size_t at = token->start;

    return bl_is_hangul(bl_utf8_next(side->text.ptr, token->limit, &at));
}

static word word_at(const bl_side *side, uint32_t at)
{
    word found = { at, at };

    if (at >= side->token_count || !is_prose(&side->tokens[at]))
        return found;
    found.limit++;
    if ((side->tokens[at].flags & BL_TOKEN_GLYPH) == 0)
        return found;
    if (!is_hangul(side, &side->tokens[at]))
        return (word){ at, at };
    while (found.limit < side->token_count &&
           is_prose(&side->tokens[found.limit]) &&
           (side->tokens[found.limit].flags & BL_TOKEN_GLYPH) != 0 &&
           side->tokens[found.limit].gap == BL_GAP_NONE)
        found.limit++;
    return found;
}

static bool are_equal(const bl_side *side, word a, word b)
{
    for (uint32_t i = 0; i < a.limit - a.first; i++) {
        const bl_word *x = side->tokens[a.first + i].word;
        const bl_word *y = side->tokens[b.first + i].word;

        if (x->folded.size == 0 || x->fold_hash != y->fold_hash ||
            !bl_str_equal(x->folded, y->folded))
            return false;
    }
    return true;
}

/* Nearly always not, which the next token shows; letters of a script without
 * spaces have to be put together first. */
static bool may_be_double(const bl_side *side, uint32_t at)
{
    static const bl_word none = { .fold_hash = 0 };
    const bl_token *token = &side->tokens[at];
    const bl_word *a = token->word != NULL ? token->word : &none;
    const bl_word *b = token[1].word != NULL ? token[1].word : &none;

    /* One branch, which is nearly never taken. */
    if (((token->flags & BL_TOKEN_GLYPH) == 0) &
        (a->fold_hash != b->fold_hash))
        return false;
    return token->kind == BL_TOKEN_WORD &&
           (at == 0 || token->gap != BL_GAP_NONE) &&
           ((token->flags & BL_TOKEN_GLYPH) != 0 ||
            token[1].gap == BL_GAP_SPACE);
}

/* The word at `at` once more, one space behind: it and where it began. There
 * is a token behind it. */
static bool is_double(const bl_side *side, uint32_t at, word *again)
{
    word a;

    if (!may_be_double(side, at))
        return false;
    a = word_at(side, at);
    *again = word_at(side, a.limit);
    if (a.limit == a.first || again->limit == again->first ||
        side->tokens[again->first].gap != BL_GAP_SPACE ||
        a.limit - a.first != again->limit - again->first)
        return false;
    /* A single letter of such a script is a particle or a syllable. */
    if ((side->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
        a.limit - a.first < 2)
        return false;
    return are_equal(side, a, *again);
}

static bool has_double(const bl_side *side)
{
    word again;

    for (uint32_t i = 0; i + 1 < side->token_count; i++) {
        if (is_double(side, i, &again))
            return true;
    }
    return false;
}

static bool has_word(const bl_side *side, const bl_word *found)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_word *other = side->tokens[i].word;

        if (other != NULL && other->skeleton_hash == found->skeleton_hash &&
            bl_str_equal(other->skeleton, found->skeleton))
            return true;
    }
    return false;
}

/* Duran Duran, Pago Pago: both with a capital, and in a source that could
 * tell not there at all. */
static bool may_be_name(const bl_pair *pair, const bl_word *a,
                        const bl_word *b)
{
    return (a->flags & b->flags & BL_WORD_CAPITAL) != 0 &&
           !has_word(&pair->side[BL_SOURCE], a);
}

static bool is_wrong(const bl_pair *pair, uint32_t at, word again)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_word *a = side->tokens[at].word;
    const bl_word *b = side->tokens[again.first].word;
    const bool single = (a->set & BL_SENSE_BIT(BL_SENSE_SINGLE)) != 0;

    if (side->language->doubles)
        return single ||
               ((a->flags & BL_WORD_CAPITAL) != 0 && !may_be_name(pair, a, b));
    return (a->set & BL_SENSE_BIT(BL_SENSE_DOUBLE)) == 0 &&
           !(at != 0 && may_be_name(pair, a, b));
}

static void report(const bl_side *target, uint32_t at, word again,
                   bl_sink *sink)
{
    const bl_span first = { target->tokens[at].start,
                            target->tokens[again.first - 1].limit };
    const bl_span second = { target->tokens[again.first].start,
                             target->tokens[again.limit - 1].limit };
    bl_emission e = { .message = REPEATED, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_span_join(first, second));
    e.arguments[0] = bl_side_text(target, first);
    e.fix = (bl_fix){ true, BL_TARGET, (bl_span){ first.limit, second.limit },
                      bl_str_of("", 0) };
    bl_emit(sink, &e);
}

/* A target with more doubled words than this is no prose, and each is looked
 * for in the whole source. */
enum { DOUBLES_MAX = 100 };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bool looked = false;
    int doubles = 0;

    (void)self;
    for (uint32_t i = 0;
         i + 1 < target->token_count && doubles < DOUBLES_MAX; i++) {
        word again;

        if (!is_double(target, i, &again))
            continue;
        doubles++;
        if (!is_wrong(pair, i, again))
            continue;
        if (!looked && has_double(&pair->side[BL_SOURCE]))
            return;
        looked = true;
        report(target, i, again, sink);
    }
}

const bl_check bl_check_word_repeated = {
    .id = "word-repeated",
    .title = "A word is written twice",
    .category = "repetition",
    .its_type = "duplication",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [REPEATED] = { "repeated", "\"{0}\" is written twice in a row",
                       BL_WARNING },
    },
    .run = run,
};
