/* SPDX-License-Identifier: Apache-2.0 */
/* Scripts tell much by themselves; where they do not, ICU's dictionaries are
 * asked about the stretch around the term. */
#include "match/term_breaks.h"

#include "lexicon/language.h"
#include "text/utf8.h"

enum {
    AROUND = 32,        /* tokens before and behind that ICU is shown */
    ENOUGH_LETTERS = 5, /* of a term that may begin a compound */
    ENOUGH_KATAKANA = 3 /* the same of one that may be a part of one */
};

/* Han, and the scripts that are written among it: Kana, Bopomofo. */
static bool is_han(uint32_t c)
{
    return c >= 0x3005 && c < 0xac00;
}

static bool is_glyph(const bl_token *token)
{
    return (token->flags & BL_TOKEN_GLYPH) != 0;
}

/* Whether letters of a script without spaces stand on both sides of a place
 * between two tokens. */
static bool is_between(const bl_side *side, uint32_t at)
{
    return at > 0 && at < side->token_count &&
           side->tokens[at].gap == BL_GAP_NONE &&
           is_glyph(&side->tokens[at - 1]) && is_glyph(&side->tokens[at]);
}

/* The stretch of such letters around the term. */
static bool find_breaks(bl_term_breaks *breaks, const bl_side *side,
                        uint32_t first, uint32_t limit, bl_arena *arena)
{
    const uint32_t least = first > AROUND ? first - AROUND : 0;
    const uint32_t most = limit + AROUND;

    if (breaks->at != NULL && side->tokens[first].start >= breaks->start &&
        side->tokens[limit - 1].limit <= breaks->limit)
        return true;
    while (first > least && is_between(side, first))
        first--;
    while (limit < most && is_between(side, limit))
        limit++;
    breaks->start = side->tokens[first].start;
    breaks->limit = side->tokens[limit - 1].limit;
    breaks->at = bl_language_breaks(
        side->language,
        bl_side_text(side, (bl_span){ breaks->start, breaks->limit }), arena);
    breaks->failed = breaks->failed || breaks->at == NULL;
    return breaks->at != NULL;
}

static bool is_break(const bl_term_breaks *breaks, uint32_t byte)
{
    return breaks->at[byte - breaks->start] != 0;
}

/* A break somewhere between the first and the last letter. */
static bool has_break(const bl_term_breaks *breaks, bl_span span)
{
    for (uint32_t at = span.start + 1; at < span.limit; at++) {
        if (is_break(breaks, at))
            return true;
    }
    return false;
}

static size_t letters_of(const bl_side *side, bl_span span)
{
    return bl_utf8_points(side->text.ptr + span.start, span.limit - span.start);
}

/* "メールサーバー" has "サーバー", as a compound of Latin letters has its
 * parts; "タイム" has no "タイ". */
static bool may_be_in_katakana(const bl_side *side, bl_span span, bool surely)
{
    return !surely && letters_of(side, span) >= ENOUGH_KATAKANA;
}

static bool begins_apart(bl_term_breaks *breaks, const bl_side *side,
                         uint32_t first, uint32_t limit, bool surely,
                         bl_arena *arena)
{
    const bl_span span = { side->tokens[first].start,
                           side->tokens[limit - 1].limit };
    const uint32_t c = side->tokens[first].c;

    if (!is_between(side, first))
        return true;
    if (bl_is_hangul(c))
        return !surely || !bl_is_hangul(side->tokens[first - 1].c);
    if (bl_is_katakana(c))
        return !bl_is_katakana(side->tokens[first - 1].c) ||
               may_be_in_katakana(side, span, surely);
    if (!find_breaks(breaks, side, first, limit, arena))
        return false;
    if (is_break(breaks, span.start))
        return true;
    return !surely && (is_han(c) ? !has_break(breaks, span)
                                 : letters_of(side, span) >= ENOUGH_LETTERS);
}

/* Whether nothing but a particle is written onto the term. */
static bool is_before_particle(const bl_side *side, uint32_t limit)
{
    uint32_t end = limit;

    while (is_between(side, end) && bl_is_hangul(side->tokens[end].c))
        end++;
    return bl_language_is_particle(
        side->language,
        bl_side_text(side, (bl_span){ side->tokens[limit].start,
                                      side->tokens[end - 1].limit }));
}

/* One letter is a part of many words. */
static bool is_letter(uint32_t first, uint32_t limit)
{
    return limit - first == 1;
}

static bool ends_apart(bl_term_breaks *breaks, const bl_side *side,
                       uint32_t first, uint32_t limit, bool surely,
                       bl_arena *arena)
{
    const bl_span span = { side->tokens[first].start,
                           side->tokens[limit - 1].limit };
    const uint32_t c = side->tokens[limit - 1].c;

    if (!is_between(side, limit))
        return true;
    if (bl_is_hangul(c))
        return !surely || !is_letter(first, limit) ||
               !bl_is_hangul(side->tokens[limit].c) ||
               is_before_particle(side, limit);
    if (bl_is_katakana(c))
        return !bl_is_katakana(side->tokens[limit].c) ||
               may_be_in_katakana(side, span, surely);
    if (!surely || (is_han(c) && !is_letter(first, limit)) ||
        letters_of(side, span) >= ENOUGH_LETTERS)
        return true;
    return find_breaks(breaks, side, first, limit, arena) &&
           is_break(breaks, span.limit);
}

bool bl_term_is_apart(bl_term_breaks *breaks, const bl_side *side,
                      uint32_t first, uint32_t limit, bool surely,
                      bl_arena *arena)
{
    return begins_apart(breaks, side, first, limit, surely, arena) &&
           ends_apart(breaks, side, first, limit, surely, arena);
}
