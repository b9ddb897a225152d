/* SPDX-License-Identifier: Apache-2.0 */
/* Small questions that every part of the recogniser asks. */
#include "recognise/scan.h"

#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Tokens of a phrase before a number: words, or glyphs of a word (ร้อยละ);
 * and over how many of them what belongs to a number behind it is looked
 * for. */
enum { WORDS_BEFORE = 3, GLYPHS_BEFORE = 12, WORDS_BEHIND = 3 };

_Static_assert(WORDS_BEFORE <= 4 && 1 + WORDS_BEHIND <= 4,
               "their traits are looked at together");

bl_find *bl_scan_add(bl_scan *scan, size_t first, size_t limit)
{
    const bl_span span = bl_scan_span(scan, first, limit);
    bl_find *find;

    if (!bl_grow(scan->alloc, &scan->finds, &scan->find_room,
                 scan->find_count, sizeof(bl_find))) {
        scan->failed = true;
        return NULL;
    }
    find = &scan->finds[scan->find_count++];
    /* Readings behind the first are set before they are counted. */
    memset(find, 0, offsetof(bl_find, quantity.value[1]));
    find->first = (uint32_t)first;
    find->limit = (uint32_t)limit;
    find->kind = BL_ENTITY_NUMBER;
    find->quantity.span = span;
    find->quantity.evidence = BL_EVIDENCE_DIGITS;
    if (scan->tokens[first].kind == BL_TOKEN_NUMBER)
        find->quantity.numeral = span;
    return find;
}

bl_find *bl_scan_add_time(bl_scan *scan, size_t at, int64_t value,
                          uint8_t role)
{
    bl_find *find = bl_scan_add(scan, at, at + 1);

    if (find == NULL)
        return NULL;
    find->kind = BL_ENTITY_TIME;
    find->joined = role != BL_QUANTITY_HOUR;
    find->quantity.role = role;
    find->quantity.value[0] = bl_decimal_of(value, 0);
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    return find;
}

/* What words with a trait may begin, of up to four tokens from `at` on; the
 * records of others are left alone. */
static bl_sense_set reach_of(const bl_scan *scan, size_t at, size_t count,
                             unsigned trait)
{
    unsigned left =
        bl_traits_four(scan->traits, at, trait) & ((1u << count) - 1);
    bl_sense_set reach = 0;

    for (; left != 0; left &= left - 1)
        reach |= scan->tokens[at + bl_lowest_bit(left)].word->reach;
    return reach;
}

bl_sense_set bl_scan_before(const bl_scan *scan, size_t at)
{
    const size_t count = at < WORDS_BEFORE ? at : WORDS_BEFORE;

    if (at != 0 && (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) != 0)
        return ~(bl_sense_set)0;
    return reach_of(scan, at - count, count, BL_TRAIT_LEADING);
}

bl_sense_set bl_scan_behind(const bl_scan *scan, size_t at)
{
    const bl_token *token = bl_scan_token(scan, at);
    bool apart;

    if (token == NULL)
        return 0;
    apart = (token->kind == BL_TOKEN_WORD) & (token->gap != BL_GAP_NONE) &
            ((token->flags & BL_TOKEN_GLYPH) == 0);
    return reach_of(scan, at, apart ? 1 : 1 + WORDS_BEHIND, BL_TRAIT_FOLLOWING);
}

/* Without spaces a phrase may be the beginning of a longer one that means
 * something else: "มก" (mg) of "มกราคม" (January). */
static bool is_cut(const bl_scan *scan, size_t at, size_t limit)
{
    return (scan->tokens[at].flags & BL_TOKEN_GLYPH) == 0
               ? bl_scan_begins_word(scan, at, limit)
               : bl_scan_goes_on(scan, at, limit, ~(bl_sense_set)0);
}

bool bl_scan_goes_on(const bl_scan *scan, size_t at, size_t limit,
                     bl_sense_set wanted)
{
    size_t longest = limit;

    bl_language_match(scan->language, scan->tokens, scan->count, at, wanted,
                      &longest);
    return longest > limit;
}

bool bl_scan_begins_hangul(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_sense_set measures = BL_SENSE_BIT(BL_SENSE_UNIT) |
                                  BL_SENSE_BIT(BL_SENSE_CURRENCY) |
                                  BL_SENSE_BIT(BL_SENSE_SCALE);
    const bl_token *next = bl_scan_token(scan, limit);
    size_t unused;

    return bl_is_hangul(scan->tokens[at].c) &&
           scan->tokens[at].gap != BL_GAP_NONE && next != NULL &&
           next->gap == BL_GAP_NONE && bl_is_hangul(next->c) &&
           bl_language_match(scan->language, scan->tokens, scan->count, limit,
                             measures, &unused) == 0;
}

bool bl_scan_is_within_hangul(const bl_scan *scan, size_t at)
{
    return at > 0 && bl_is_hangul(scan->tokens[at].c) &&
           scan->tokens[at].gap == BL_GAP_NONE &&
           bl_is_hangul(scan->tokens[at - 1].c);
}

bool bl_scan_is_longer_word(const bl_scan *scan, size_t at, size_t limit)
{
    size_t longest = limit;
    const bl_phrase_node node =
        bl_language_match(scan->language, scan->tokens, scan->count, at,
                          BL_SENSE_BIT(BL_SENSE_VAGUE), &longest);
    const bl_sense *sense;

    if (node == 0 || longest <= limit)
        return false;
    sense = bl_language_sense(scan->language, node, BL_SENSE_VAGUE);
    return sense != NULL && (sense->flags & BL_SENSE_AFTER) != 0;
}

bool bl_scan_is_written(const bl_word *word, const bl_sense *sense)
{
    return ((sense->flags & BL_SENSE_CAPITAL) == 0 ||
            (word->flags & BL_WORD_CAPITAL) != 0 ||
            word->letter_case == BL_CASE_MIXED) &&
           ((sense->flags & BL_SENSE_UPPER) == 0 ||
            word->letter_case == BL_CASE_UPPER);
}

/* The space within a phrase of Korean, which has spaces between words, where a
 * unit ends: 5분 기다려 is no 5분기. 0: there is none. */
static size_t unit_before_space(const bl_scan *scan, size_t at, size_t limit)
{
    size_t space = at + 1;
    size_t end;

    if (limit < at + 2 || !bl_is_hangul(scan->tokens[at].c))
        return 0;
    while (space < limit && scan->tokens[space].gap == BL_GAP_NONE)
        space++;
    return space < limit &&
                   bl_language_match(scan->language, scan->tokens, space, at,
                                     BL_SENSE_BIT(BL_SENSE_UNIT), &end) != 0 &&
                   end == space
               ? space
               : 0;
}

/* The first sense of that kind that the word is written like: one that has a
 * capital before others where it has one, Ma and not mA. */
static const bl_sense *sense_written(const bl_scan *scan, const bl_word *word,
                                     bl_phrase_node node, bl_sense_kind kind)
{
    const bool capital = word->letter_case == BL_CASE_INITIAL;
    const bl_sense *found = NULL;
    const bl_sense *sense;

    for (uint32_t i = 0; (sense = bl_phrases_sense(&scan->language->phrases,
                                                   node, &i)) != NULL;) {
        const bool fits =
            ((sense->flags & BL_SENSE_CAPITAL) != 0) == capital;

        if (sense->kind != kind || !bl_scan_is_written(word, sense))
            continue;
        if (fits)
            return sense;
        if (found == NULL)
            found = sense;
    }
    return found;
}

const bl_sense *bl_scan_phrase(const bl_scan *scan, size_t at,
                               bl_sense_kind kind, size_t *limit)
{
    const bl_token *token = &scan->tokens[at];
    bl_phrase_node node;
    const bl_sense *sense;
    size_t space;

    if ((token->flags & BL_TOKEN_MASKED) != 0)
        return NULL;
    node = bl_language_match(scan->language, scan->tokens, scan->count, at,
                             BL_SENSE_BIT(kind), limit);
    if (node == 0)
        return NULL;
    space = kind == BL_SENSE_UNIT || kind == BL_SENSE_QUARTER_MARK
                ? unit_before_space(scan, at, *limit)
                : 0;
    if (space != 0)
        node = bl_language_match(scan->language, scan->tokens, space, at,
                                 BL_SENSE_BIT(kind), limit);
    if (node == 0)
        return NULL;
    sense = sense_written(scan, token->word, node, kind);
    return sense != NULL && space == 0 && is_cut(scan, at, *limit) ? NULL
                                                                   : sense;
}

size_t bl_scan_phrase_limit(const bl_scan *scan, size_t at, bl_sense_kind kind)
{
    size_t limit;

    return bl_scan_phrase(scan, at, kind, &limit) != NULL ? limit : 0;
}

bool bl_scan_is_product(const bl_scan *scan, size_t at)
{
    const bl_token *token = bl_scan_token(scan, at);
    const bl_token *next = bl_scan_token(scan, at + 1);

    if (token == NULL || next == NULL || at == 0 ||
        next->kind != BL_TOKEN_NUMBER || next->gap == BL_GAP_WIDE)
        return false;
    if (token->limit - token->start == 1)
        return (scan->text[token->start] | 0x20) == 'x' &&
               !(token->gap == BL_GAP_NONE &&
                 scan->tokens[at - 1].limit - scan->tokens[at - 1].start == 1 &&
                 scan->text[scan->tokens[at - 1].start] == '0');
    return token->c == 0xd7;
}

int64_t bl_small_number(const bl_scan *scan, size_t at, int64_t limit)
{
    const bl_token *token = bl_scan_token(scan, at);
    int64_t value = 0;

    if (token == NULL || token->kind != BL_TOKEN_NUMBER ||
        (token->flags & (BL_TOKEN_SIGN | BL_TOKEN_MASKED)) != 0)
        return -1;
    if ((token->flags & BL_TOKEN_ASCII) != 0) {
        for (size_t i = token->start; i < token->limit; i++) {
            value = value * 10 + (scan->text[i] - '0');
            if (value > limit)
                return -1;
        }
        return value;
    }
    return bl_native_number(scan, at, limit);
}

/* Whether the token before tokens[at] is the point of a short word, "Rs. 500",
 * and no end of a sentence: "It cost 5 Rs. 500 came". */
static bool is_shortened(const bl_scan *scan, size_t first, size_t at)
{
    enum { SHORT = 3 };

    return at == first + 2 && bl_scan_is(scan, first + 1, '.') &&
           scan->tokens[first + 1].gap == BL_GAP_NONE &&
           scan->tokens[first].word != NULL &&
           bl_utf8_points(scan->tokens[first].word->text.ptr,
                          scan->tokens[first].word->text.size) <= SHORT &&
           (first == 0 || (scan->tokens[first - 1].kind != BL_TOKEN_NUMBER &&
                           scan->tokens[first - 1].kind != BL_TOKEN_SYMBOL &&
                           !bl_scan_has(scan, first - 1, BL_SENSE_SCALE)));
}

/* A phrase of that kind in tokens [from, at) that ends before tokens[at]. */
static const bl_sense *find_before(const bl_scan *scan, size_t from, size_t at,
                                   bl_sense_kind kind, size_t *first)
{
    const bool glyphs = (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) != 0;

    for (size_t i = from; i < at; i++) {
        size_t limit;
        const bl_sense *sense;

        /* The mark at the end of another word: ที่ of พื้นที่ (area). */
        if (glyphs && kind == BL_SENSE_ORDINAL_MARK &&
            bl_scan_limit(scan, i, BL_SENSE_VAGUE) == at)
            return NULL;
        sense = bl_scan_sense(scan, i, kind, &limit);
        if (sense != NULL &&
            (limit == at || (kind == BL_SENSE_CURRENCY &&
                             is_shortened(scan, i, at))) &&
            (sense->flags & BL_SENSE_AFTER) == 0) {
            *first = i;
            return sense;
        }
    }
    return NULL;
}

/* Nearly always nothing of that kind may begin before a number. */
const bl_sense *bl_scan_sense_before(const bl_scan *scan, size_t at,
                                     bl_sense_kind kind, size_t *first)
{
    bl_sense_set reach = 0;
    size_t back;
    size_t from;

    if (at == 0 || !bl_scan_near(scan, at))
        return NULL;
    back = (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) != 0 ? GLYPHS_BEFORE
                                                              : WORDS_BEFORE;
    from = at > back ? at - back : 0;
    for (size_t i = from; i < at; i++)
        reach |= bl_scan_reach(scan, i);
    return (reach & BL_SENSE_BIT(kind)) != 0
               ? find_before(scan, from, at, kind, first)
               : NULL;
}

bool bl_scan_has_before(const bl_scan *scan, size_t at, bl_sense_kind kind)
{
    size_t unused;

    return bl_scan_sense_before(scan, at, kind, &unused) != NULL;
}
