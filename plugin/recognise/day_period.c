/* SPDX-License-Identifier: Apache-2.0 */
#include "recognise/day_period.h"

#include "text/chars.h"

/* Words of a part of the day, and the flags of their sense. */
typedef struct period {
    bl_day_period when;
    uint8_t flags;
} period;

/* Noon and midnight beside an hour are periods: "दोपहर 12:01". One in short
 * that is a scale as well is that: "15tr" is 15 million. */
static size_t read_clock_period(const bl_scan *scan, size_t at, period *to)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_CLOCK, &limit);

    if (sense == NULL || sense->value % 12 != 0 ||
        bl_scan_has(scan, at, BL_SENSE_SCALE))
        return at;
    *to = (period){ sense->value == 12 ? BL_DAY_MIDDAY : BL_DAY_NIGHT,
                    BL_SENSE_WEAK };
    return limit;
}

/* A day period at tokens[at]; the token behind it, or `at`. The longest word
 * counts, and of one word what says the most. */
static size_t read_period(const bl_scan *scan, size_t at, period *to)
{
    static const struct {
        bl_sense_kind kind;
        bl_day_period period;
    } kinds[] = { { BL_SENSE_AM, BL_DAY_AM },
                  { BL_SENSE_NIGHT, BL_DAY_NIGHT },
                  { BL_SENSE_MIDDAY, BL_DAY_MIDDAY },
                  { BL_SENSE_PM, BL_DAY_PM } };
    size_t longest = at;

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t limit;
        const bl_sense *sense =
            bl_scan_sense(scan, at, kinds[i].kind, &limit);

        if (sense == NULL || limit <= longest ||
            bl_is_preposition(scan, at, limit))
            continue;
        longest = limit;
        *to = (period){ kinds[i].period, sense->flags };
    }
    return longest != at ? longest : read_clock_period(scan, at, to);
}

size_t bl_skip_time_suffix(const bl_scan *scan, size_t at)
{
    return at + 1 < scan->count &&
                   scan->tokens[at].kind == BL_TOKEN_PUNCT &&
                   scan->tokens[at].gap == BL_GAP_NONE &&
                   (bl_is_dash(scan->tokens[at].c) ||
                    bl_is_apostrophe(scan->tokens[at].c)) &&
                   scan->tokens[at + 1].gap == BL_GAP_NONE &&
                   scan->tokens[at + 1].kind == BL_TOKEN_WORD &&
                   scan->tokens[at + 1].word->letters <= 3
               ? at + 2
               : at;
}

size_t bl_day_period_behind(const bl_scan *scan, size_t at, bl_day_period *to,
                            uint8_t *flags)
{
    size_t next = bl_skip_time_suffix(scan, at);
    period found;
    size_t limit;

    if (next < scan->count && scan->tokens[next].kind == BL_TOKEN_PUNCT &&
        bl_is_apostrophe(scan->tokens[next].c))
        next++;
    limit = bl_scan_near(scan, next) ? read_period(scan, next, &found) : next;
    if (limit == next)
        return at;
    *to = found.when;
    if (flags != NULL)
        *flags = found.flags;
    return limit;
}

bl_day_period bl_day_period_before(const bl_scan *scan, size_t first,
                                   uint8_t *flags)
{
    enum { WORDS = 3, GLYPHS = 8 };
    const bool glyphs =
        first > 0 && (scan->tokens[first - 1].flags & BL_TOKEN_GLYPH) != 0;
    const size_t most = glyphs ? GLYPHS : WORDS;

    for (size_t back = 1;
         bl_scan_near(scan, first) && back <= most && back <= first; back++) {
        period found;

        if (read_period(scan, first - back, &found) == first &&
            (found.flags & BL_SENSE_AFTER) == 0) {
            if (flags != NULL)
                *flags = found.flags;
            return found.when;
        }
    }
    return BL_DAY_NONE;
}
