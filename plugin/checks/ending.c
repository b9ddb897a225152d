/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/ending.h"

#include "text/utf8.h"

/* Letters of an abbreviation, at most. */
enum { SHORT = 3 };

/* Tokens of a text that may be no sentence: a noun may stand for it, and the
 * full stop behind a short last word may be of that word. */
enum { PHRASE_MOST = 16 };

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

bool bl_point_is_final(bl_point_kind kind)
{
    return kind == BL_POINT_STATEMENT || kind == BL_POINT_QUESTION ||
           kind == BL_POINT_EXCLAMATION || kind == BL_POINT_COLON ||
           kind == BL_POINT_ELLIPSIS;
}

/* Tokens of the letter by which a command is chosen, in brackets at the end of
 * languages that do not have it: "(_N)", "(&N)". */
static size_t mnemonic_at_end(const bl_side *side)
{
    const bl_token *end = side->tokens + side->token_count;
    enum { TOKENS = 4 };

    return side->token_count > TOKENS && end[-1].c == ')' &&
                   end[-2].kind == BL_TOKEN_WORD &&
                   end[-2].word->letters == 1 &&
                   (end[-3].c == '_' || end[-3].c == '&') && end[-4].c == '('
               ? TOKENS
               : 0;
}

bl_ending bl_ending_of(const bl_side *side)
{
    bl_ending end = { .kind = BL_POINT_NONE };
    size_t at = side->token_count - mnemonic_at_end(side);
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

bl_span bl_ending_place(const bl_side *side, const bl_ending *end)
{
    const bl_token *last = &side->tokens[end->last];

    if (end->kind == BL_POINT_NONE)
        return (bl_span){ last->limit, last->limit };
    if (is_dots(side, end->last))
        return bl_span_join(bl_token_span(last - 2), bl_token_span(last));
    return bl_token_span(last);
}

bool bl_stop_is_of_word(const bl_side *side, size_t stop)
{
    const bl_token *token = stop > 0 ? &side->tokens[stop - 1] : NULL;

    if (token == NULL || side->tokens[stop].c != '.')
        return false;
    /* "1.", "den 10.", "2026. 02. 28.": of an ordinal or a date. */
    if (token->kind != BL_TOKEN_WORD)
        return token->kind == BL_TOKEN_NUMBER &&
               (stop == 1 || (side->language->dates.date_sign == '.' &&
                              side->token_count <= PHRASE_MOST));
    return token->word->letters == 1 ||
           (token->word->letters <= SHORT &&
            ((token->word->letter_case == BL_CASE_INITIAL &&
              side->token_count <= PHRASE_MOST) ||
             (stop > 1 && side->tokens[stop - 2].c == '.' &&
              token->gap == BL_GAP_NONE)));
}

/* ---- two sides ---------------------------------------------------------- */

/* Whether sentences of a kind may end so: in no sign, or in a full stop. Where
 * the target asks, the source may have asked in words alone. */
static bool may_end(const bl_side *side, bl_point_kind kind,
                    bl_point_kind sign)
{
    const bl_points *points = &side->language->points;

    return (points->unmarked & 1u << kind) != 0 ||
           (sign == BL_POINT_STATEMENT && (points->stopped & 1u << kind) != 0);
}

bool bl_ending_differs(const bl_ending *source, const bl_ending *target)
{
    return source->kind != target->kind && !source->open && !target->open &&
           (source->kind == BL_POINT_NONE || bl_point_is_final(source->kind));
}

bool bl_ending_is_usual(const bl_pair *pair, const bl_ending *source,
                        const bl_ending *target)
{
    return may_end(&pair->side[BL_TARGET], source->kind, target->kind) ||
           (target->kind == BL_POINT_QUESTION &&
            may_end(&pair->side[BL_SOURCE], target->kind, source->kind));
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
static bool ends_in_noun(const bl_side *side, const bl_ending *end)
{
    const bl_token *token = &side->tokens[end->last];

    return token->kind == BL_TOKEN_WORD &&
           !bl_points_finite(&side->language->points,
                             bl_utf8_before(side->text.ptr, token->limit));
}

bool bl_ending_may_lack(const bl_pair *pair, const bl_ending *source,
                        const bl_ending *target)
{
    const bl_side *side = pair->side;

    if (source->kind == BL_POINT_ELLIPSIS)
        return begins_open(&side[BL_TARGET]);
    return source->kind == BL_POINT_STATEMENT &&
           (bl_stop_is_of_word(&side[BL_SOURCE], source->last) ||
            (side[BL_SOURCE].token_count <= PHRASE_MOST &&
             ends_in_noun(&side[BL_TARGET], target)));
}
