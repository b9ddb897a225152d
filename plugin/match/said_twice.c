/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that are said in words and again in digits, "thirty (30) days": a
 * contract says so what is meant, and one that contradicts itself is wrong
 * wherever else its digits stand. */
#include "match/matching.h"
#include "text/utf8.h"

#include <string.h>

static bool is_plain_of(const bl_quantity *q, bl_evidence evidence)
{
    return q->evidence == evidence && bl_is_plain(q->role) &&
           (q->flags & (BL_QUANTITY_ROW | BL_QUANTITY_OPAQUE)) == 0;
}

/* Whether digits are all that stands in brackets right behind a word. */
static bool is_in_brackets(bl_str text, const bl_quantity *word,
                           const bl_quantity *digits)
{
    size_t at = word->span.limit;
    uint32_t c = at < text.size ? bl_utf8_next(text.ptr, text.size, &at) : 0;

    if ((c == ' ' || c == 0xa0) && at < text.size)
        c = bl_utf8_next(text.ptr, text.size, &at);
    if ((c != '(' && c != 0xff08) || at != digits->span.start ||
        digits->numeral.limit >= text.size)
        return false;
    at = digits->numeral.limit;
    c = bl_utf8_next(text.ptr, text.size, &at);
    return c == ')' || c == 0xff09;
}

bool bl_is_said_again(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);

    return at > 0 && q[-1].evidence <= BL_EVIDENCE_WORD &&
           is_in_brackets(m->side[side]->text, q - 1, q);
}

bool bl_is_contradiction(const bl_matcher *m, int side, uint32_t at)
{
    const bl_quantity *q = bl_matcher_get(m, side, at);
    int unused;

    return bl_is_said_again(m, side, at) &&
           !bl_any_reading(q - 1, q, &unused, &unused);
}

/* Whether two quantities say the same. */
static bool are_alike(const bl_quantity *a, const bl_quantity *b)
{
    int unused;

    return bl_any_reading(a, b, &unused, &unused);
}

/* The digits in brackets of the source that agree with their word, and of which
 * the word, or they themselves, say the same as `wanted`; or -1. */
static int32_t find_said_again(const bl_matcher *m, const bl_quantity *wanted)
{
    for (uint32_t i = 1; i < m->side[0]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, 0, i);

        if (is_plain_of(q, BL_EVIDENCE_DIGITS) &&
            bl_is_said_again(m, 0, i) && are_alike(q - 1, q) &&
            are_alike(q, wanted) && bl_matcher_is_open(m, 0, i))
            return (int32_t)i;
    }
    return -1;
}

/* The digits of the source that are not said twice and are what the word of the
 * target says, where it has no others in brackets; or -1. */
static int32_t find_once(const bl_matcher *m, const bl_quantity *word)
{
    int32_t found = -1;

    if (memchr(m->side[0]->text.ptr, '(', m->side[0]->text.size) != NULL)
        return -1;
    for (uint32_t i = 0; i < m->side[0]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, 0, i);

        if (!is_plain_of(q, BL_EVIDENCE_DIGITS) || !are_alike(q, word))
            continue;
        if (found >= 0)
            return -1;
        found = (int32_t)i;
    }
    return found;
}

/* What is wrong with the digits at `at` of the target and the word before. */
static void differ_contradiction(bl_matcher *m, uint32_t at)
{
    const bl_quantity *digits = bl_matcher_get(m, 1, at);
    int32_t source = find_said_again(m, digits - 1);

    if (source < 0) {
        source = find_said_again(m, digits);
        if (source >= 0 && bl_matcher_get(m, 0, (uint32_t)source - 1)
                                   ->evidence == BL_EVIDENCE_WORD) {
            bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, source - 1,
                              (int32_t)at - 1, true);
            return;
        }
        source = source < 0 ? find_once(m, digits - 1) : -1;
    }
    if (source >= 0)
        bl_matcher_differ(m, BL_DIFFERENCE_ALTERED, source, (int32_t)at, true);
}

void bl_differ_contradictions(bl_matcher *m)
{
    /* Not among very many. */
    if (m->side[0]->quantity_count > BL_LEFT_MAX)
        return;
    for (uint32_t i = 1; i < m->side[1]->quantity_count; i++) {
        const bl_quantity *q = bl_matcher_get(m, 1, i);

        if (is_plain_of(q - 1, BL_EVIDENCE_WORD) &&
            is_plain_of(q, BL_EVIDENCE_DIGITS) &&
            bl_is_contradiction(m, 1, i))
            differ_contradiction(m, i);
    }
}
