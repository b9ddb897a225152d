/* SPDX-License-Identifier: Apache-2.0 */
/* Years that are counted from the beginning of an era. */
#include "recognise/dating.h"

static bool is_bracket(const bl_scan *scan, size_t at, uint32_t ascii)
{
    return bl_scan_is(scan, at, ascii) ||
           bl_scan_is(scan, at, ascii + 0xfee0); /* its wide form */
}

/* Whether the mark of a year stands there, or behind the other count of it in
 * brackets: 明治23(1890)年, 1903(明治36)年. *limit: behind the year. */
static bool has_year_mark(const bl_scan *scan, size_t at, size_t *limit)
{
    size_t behind = at;

    if (bl_scan_sense_near(scan, at, BL_SENSE_YEAR_MARK, limit) != NULL)
        return true;
    if (is_bracket(scan, at, '(') &&
        bl_small_number(scan, at + 1, 2999) >= 1000)
        behind = at + 2;
    *limit = at;
    return is_bracket(scan, behind, ')') &&
           bl_scan_sense_near(scan, behind + 1, BL_SENSE_YEAR_MARK, &behind) !=
               NULL;
}

size_t bl_read_era(bl_scan *scan, size_t at)
{
    size_t next;
    size_t limit = at;
    const bl_sense *era = bl_scan_sense(scan, at, BL_SENSE_ERA, &next);
    bl_spelled spelled;
    int64_t value;
    bl_find *find;

    if (era == NULL || era->value < 1000 || !bl_scan_near(scan, next))
        return at;
    value = bl_small_number(scan, next, 199);
    spelled.limit = next + 1;
    if (value < 0 && scan->tokens[next].word != NULL) {
        value = bl_read_spelled(scan, next, &spelled)
                    ? bl_decimal_small(spelled.value, 199)
                    : 1; /* 元 */
        if (spelled.limit == next)
            spelled.limit = next + 1;
    }
    if (value < 1 || !has_year_mark(scan, spelled.limit, &limit))
        return at;
    find = bl_date_add(scan, at, spelled.limit, era->value + value,
                       BL_QUANTITY_YEAR);
    if (find == NULL)
        return limit;
    find->limit = (uint32_t)limit;
    find->quantity.value[1] = bl_decimal_of(value, 0);
    find->quantity.reading_count = 2;
    find->quantity.evidence = BL_EVIDENCE_WORD;
    return limit;
}
