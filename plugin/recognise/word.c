/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers in words: "two hundred and five thousand", "hai mươi lăm",
 * "zweihundertfünfzig", "二十五万", "twenty-first".
 */
#include "recognise/scan.h"

#include "lexicon/sum.h"
#include "text/chars.h"

static uint8_t power_of(bl_decimal scale)
{
    return scale.coefficient == 1 && scale.exponent > 0 &&
                   scale.exponent < 100
               ? (uint8_t)scale.exponent
               : 0;
}

/* A particle on the word begins something new: "2011 and millions". */
static bool is_prefixed(const bl_token *token)
{
    return token->word != NULL &&
           (token->word->flags & BL_WORD_PREFIXED) != 0;
}

bool bl_read_scale(const bl_scan *scan, size_t at, bl_decimal *scale,
                   size_t *limit)
{
    bool found = false;

    *scale = bl_decimal_of(1, 0);
    while (bl_scan_near(scan, at)) {
        size_t next;
        const bl_sense *sense =
            bl_scan_sense(scan, at, BL_SENSE_SCALE, &next);
        bl_decimal product;

        if (sense == NULL || (sense->flags & BL_SENSE_WEAK) != 0 ||
            is_prefixed(&scan->tokens[at]) ||
            !bl_decimal_multiply(*scale, bl_decimal_of(sense->value, 0),
                                 &product))
            break;
        *scale = product;
        *limit = at = next;
        found = true;
    }
    return found;
}

/* A run of digits written as glyphs, place by place: 二〇二五 -> 2025. */
static bool read_places(const bl_scan *scan, size_t at, bl_spelled *to)
{
    int64_t value = 0;
    size_t count = 0;

    for (; at < scan->count && count < 8; at++, count++) {
        const bl_token *token = &scan->tokens[at];
        const bl_sense *sense;

        if ((token->flags & BL_TOKEN_GLYPH) == 0 || token->word->root == 0 ||
            (count != 0 && token->gap != BL_GAP_NONE) ||
            (token->word->set & BL_SENSE_BIT(BL_SENSE_SCALE)) != 0)
            break;
        sense = bl_language_sense(scan->language, token->word->root,
                                  BL_SENSE_CARDINAL);
        if (sense == NULL || sense->value > 9)
            break;
        value = value * 10 + sense->value;
    }
    /* Two in a row may be "two, three", four are a year. */
    if (count < 3)
        return false;
    *to = (bl_spelled){ .value = bl_decimal_of(value, 0),
                        .evidence = BL_EVIDENCE_WORD,
                        .limit = at };
    return true;
}

/* A word or phrase of one of those senses: the longest one wins, so that
 * "einundzwanzigste" is not read as "eine". */
static const bl_sense *number_sense(const bl_scan *scan, size_t at,
                                    size_t *limit)
{
    static const bl_sense_kind kinds[] = { BL_SENSE_CARDINAL, BL_SENSE_SCALE,
                                           BL_SENSE_ORDINAL };
    const bl_phrase_node node = bl_language_match(
        scan->language, scan->tokens, scan->count, at,
        BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_SCALE) |
            BL_SENSE_BIT(BL_SENSE_ORDINAL),
        limit);
    const bl_sense *sense = NULL;

    for (int i = 0; node != 0 && sense == NULL && i < 3; i++)
        sense = bl_language_sense(scan->language, node, kinds[i]);
    return sense;
}

/* The value with a word that may belong to the number. */
static void note_more(const bl_sum *sum, bl_decimal value, bl_spelled *to)
{
    bl_sum more = *sum;

    to->goes_on = bl_sum_add(&more, value) && bl_sum_value(&more, &to->more);
}

/* One more part of the number at tokens[at]; the token behind it, or 0. */
static size_t add_part(const bl_scan *scan, size_t at, bl_sum *sum,
                       bl_spelled *to)
{
    const bl_word *word = scan->tokens[at].word;
    const bool first = sum->count == 0;
    size_t next = at + 1;
    const bl_sense *sense;
    bl_decimal value;
    bool weak;

    if ((word->flags & BL_WORD_COMPOUND) != 0) {
        to->evidence = BL_EVIDENCE_WORD;
        return bl_sum_add(sum, bl_decimal_of(word->value, 0)) ? next : 0;
    }
    sense = number_sense(scan, at, &next);
    if (sense == NULL)
        return 0;
    weak = (sense->flags & BL_SENSE_WEAK) != 0;
    value = bl_decimal_of(sense->value, 0);
    if (sense->kind == BL_SENSE_SCALE) {
        if (weak || !bl_sum_scale(sum, value))
            return 0;
        to->scale = (uint8_t)(to->scale + power_of(value));
        /* A scale by itself is little evidence: "a million thanks". */
        weak = first;
    } else if (weak && !first) {
        note_more(sum, value, to);
        return 0;
    } else if (!bl_sum_add(sum, value)) {
        return 0;
    }
    to->ordinal = sense->kind == BL_SENSE_ORDINAL;
    if (!weak)
        to->evidence = BL_EVIDENCE_WORD;
    return next;
}

/* Over "and" and a hyphen to the next part: its token, or `at`. */
static size_t skip_joint(const bl_scan *scan, size_t at)
{
    size_t next;

    if (at < scan->count && scan->tokens[at].kind == BL_TOKEN_PUNCT &&
        scan->tokens[at].gap == BL_GAP_NONE &&
        bl_is_dash(scan->tokens[at].c) && at + 1 < scan->count &&
        scan->tokens[at + 1].gap == BL_GAP_NONE)
        return at + 1;
    if (bl_scan_near(scan, at) &&
        bl_scan_sense(scan, at, BL_SENSE_AND, &next) != NULL)
        return next;
    return at;
}

/* Tens behind their units, joined by a particle: "الخامس والعشرون". The token
 * behind them, or 0. */
static size_t add_tens(const bl_scan *scan, size_t at, bl_sum *sum)
{
    size_t limit;
    const bl_sense *sense;

    if (!bl_scan_near(scan, at) || !is_prefixed(&scan->tokens[at]))
        return 0;
    sense = number_sense(scan, at, &limit);
    return sense != NULL && sense->kind != BL_SENSE_SCALE &&
                   bl_sum_tens(sum, bl_decimal_of(sense->value, 0))
               ? limit
               : 0;
}

bool bl_read_spelled(const bl_scan *scan, size_t at, bl_spelled *spelled)
{
    bl_sum sum;

    if (read_places(scan, at, spelled))
        return true;
    *spelled = (bl_spelled){ .evidence = BL_EVIDENCE_WEAK, .limit = at };
    bl_sum_init(&sum);
    for (;;) {
        const size_t next = sum.count != 0 ? skip_joint(scan, at) : at;
        size_t limit = sum.count != 0 ? add_tens(scan, at, &sum) : 0;

        if (limit != 0) {
            spelled->evidence = BL_EVIDENCE_WORD;
            spelled->limit = at = limit;
            continue;
        }
        if (spelled->ordinal)
            break;
        if (next >= scan->count || scan->tokens[next].word == NULL ||
            (sum.count != 0 && !bl_scan_near(scan, next)))
            break;
        limit = add_part(scan, next, &sum, spelled);
        if (limit == 0)
            break;
        spelled->limit = at = limit;
    }
    return bl_sum_value(&sum, &spelled->value);
}
