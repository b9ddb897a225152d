/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that say no number, though they begin with one, and numbers that look
 * like such a word.
 */
#include "recognise/scan.h"

/* The 分钟 of 十分钟, the 分之 of 十分之一, the 点钟 of 一点钟: what belongs to a
 * number begins within the word and ends behind it. */
static bool is_cut(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_UNIT) |
                                BL_SENSE_BIT(BL_SENSE_FRACTION_MARK) |
                                BL_SENSE_BIT(BL_SENSE_HOUR_MARK);

    for (size_t i = at + 1; i < limit; i++) {
        size_t behind = limit;

        if (bl_language_match(scan->language, scan->tokens, scan->count, i,
                              wanted, &behind) != 0 &&
            behind > limit)
            return true;
    }
    return false;
}

static bool is_behind_period(const bl_scan *scan, size_t at)
{
    return bl_scan_has_before(scan, at, BL_SENSE_PM) ||
           bl_scan_has_before(scan, at, BL_SENSE_AM) ||
           bl_scan_has_before(scan, at, BL_SENSE_NIGHT) ||
           bl_scan_has_before(scan, at, BL_SENSE_MIDDAY);
}

/* 下午一点, 一点半, 一点二十分, 九点十分: an hour by what stands before or behind
 * it, or the minutes behind one. */
static bool is_of_clock(const bl_scan *scan, size_t at, size_t limit)
{
    size_t unused;

    if (at > 0 && bl_scan_has(scan, at - 1, BL_SENSE_HOUR_MARK))
        return bl_scan_has(scan, limit - 1, BL_SENSE_MINUTE_MARK);
    return bl_scan_has(scan, limit - 1, BL_SENSE_HOUR_MARK) &&
           (is_behind_period(scan, at) ||
            bl_scan_has_near(scan, limit, BL_SENSE_FRACTION) ||
            bl_spelled_minutes(scan, limit, &unused, &unused) >= 0);
}

/* 一点五升 is a liter and a half; 一点一点 is bit by bit. */
static bool is_of_decimal(const bl_scan *scan, size_t limit)
{
    bl_spelled spelled;
    size_t unused;

    return bl_scan_has(scan, limit - 1, BL_SENSE_POINT) &&
           bl_scan_near(scan, limit) && scan->tokens[limit].word != NULL &&
           bl_scan_vague(scan, limit, &unused) == NULL &&
           bl_read_spelled(scan, limit, &spelled);
}

const bl_sense *bl_scan_vague(const bl_scan *scan, size_t at, size_t *limit)
{
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_VAGUE, limit);

    return sense != NULL &&
                   ((scan->tokens[at].flags & BL_TOKEN_GLYPH) == 0 ||
                    (!is_cut(scan, at, *limit) &&
                     !is_of_clock(scan, at, *limit) &&
                     !is_of_decimal(scan, *limit)))
               ? sense
               : NULL;
}
