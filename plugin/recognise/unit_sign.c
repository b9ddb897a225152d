/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signs of units that are words of their language as well, as the dictionary
 * says: "in", the Czech "s" (with). What stands around one tells whether it is
 * the unit.
 */
#include "recognise/numbering.h"

/* Letters of a sign. A longer word that is weak is a name of the unit. */
enum { SIGN_LETTERS = 2 };

/* Whether a word or a number goes on behind the sign, as it does behind a
 * preposition: over a quotation mark too, 'zwei in "Faust"'. */
static bool goes_on(const bl_scan *scan, size_t limit)
{
    const bl_token *next = bl_scan_token(scan, limit);

    if (next == NULL || next->gap == BL_GAP_WIDE ||
        bl_scan_is_times(scan, limit))
        return false;
    return next->kind == BL_TOKEN_WORD || next->kind == BL_TOKEN_NUMBER ||
           (next->gap != BL_GAP_NONE && limit + 1 < scan->count &&
            next->c != '(' && !bl_is_dash(next->c) &&
            next[1].gap == BL_GAP_NONE);
}

/* "5 ft 10 in tall": the unit before is of the same kind. */
static bool is_smaller_part(const bl_scan *scan, const bl_find *find,
                            uint16_t unit)
{
    return find > scan->finds && find[-1].limit == find->first &&
           bl_units_convertible(scan->language->units,
                                find[-1].quantity.unit, unit);
}

size_t bl_number_sign_limit(const bl_scan *scan, size_t at, size_t limit)
{
    size_t end;
    const bl_sense *sense = NULL;
    const bl_phrase_node node =
        limit == at + 1 ? 0
                        : bl_language_match(scan->language, scan->tokens,
                                            at + 1, at,
                                            BL_SENSE_BIT(BL_SENSE_UNIT), &end);

    if (node != 0)
        sense = bl_language_sense(scan->language, node, BL_SENSE_UNIT);
    return sense != NULL && (sense->flags & BL_SENSE_WEAK) != 0 ? end : limit;
}

/* What says so before the sign: it is glued to its number, or stands behind a
 * product (8 x 10 in photo) or a larger unit. */
static bool is_clear(const bl_scan *scan, size_t at, const bl_sense *sense,
                     const bl_find *find)
{
    return scan->tokens[at].gap == BL_GAP_NONE ||
           (find->first > 1 && bl_scan_is_times(scan, find->first - 1u)) ||
           is_smaller_part(scan, find, (uint16_t)sense->value);
}

bool bl_number_is_unit_sign(const bl_scan *scan, size_t at, size_t limit,
                            const bl_sense *sense, const bl_find *find)
{
    const bl_token *sign = &scan->tokens[at];

    /* "15 l'ont dit" */
    if (bl_scan_is_kind(scan, limit, BL_TOKEN_PUNCT) &&
        bl_is_apostrophe(scan->tokens[limit].c) &&
        scan->tokens[limit].gap == BL_GAP_NONE &&
        bl_scan_is_kind(scan, limit + 1, BL_TOKEN_WORD) &&
        scan->tokens[limit + 1].gap == BL_GAP_NONE &&
        bl_scan_has(scan, at, BL_SENSE_ARTICLE))
        return false;
    return (sense->flags & BL_SENSE_WEAK) == 0 || sign->word == NULL ||
           limit != at + 1 || sign->word->letters > SIGN_LETTERS ||
           !goes_on(scan, limit) || is_clear(scan, at, sense, find);
}
