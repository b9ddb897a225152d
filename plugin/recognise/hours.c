/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Hours of the morning that say so by how they are written: where the hours of
 * the day are counted to 24, "05:40" and "8h05" are no times of the afternoon.
 * A bare 5:40 may be one, in speech and where the text has named the evening
 * before. And words that are a half of the day elsewhere.
 */
#include "recognise/scan.h"

/* Whether one of the words of a part of the day stands at tokens[at]. */
static bool is_period(const bl_scan *scan, size_t at)
{
    static const bl_sense_kind kinds[] = { BL_SENSE_AM, BL_SENSE_PM,
                                           BL_SENSE_NIGHT, BL_SENSE_MIDDAY,
                                           BL_SENSE_CLOCK };

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (bl_scan_has(scan, at, kinds[i]))
            return true;
    }
    return false;
}

/* Whether one does anywhere in the text: "Tối nay, lúc 8h05" is in the
 * evening. */
static bool has_period(const bl_scan *scan)
{
    for (size_t i = 0; i < scan->count; i++) {
        if (is_period(scan, i))
            return true;
    }
    return false;
}

/* Whether a mark of hours and of nothing else stands there, in letters of
 * ASCII: h, Uhr, uur. */
static bool has_mark(const bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *mark =
        bl_scan_sense_near(scan, at, BL_SENSE_HOUR_MARK, &limit);

    return mark != NULL && limit == at + 1 && scan->tokens[at].c < 0x80 &&
           (mark->flags & (BL_SENSE_WEAK | BL_SENSE_BEFORE)) == 0;
}

/* "9 h", as it is printed; "9h" is how people write to each other. */
static bool is_printed(const bl_scan *scan, size_t at)
{
    const bl_token *mark = bl_scan_token(scan, at);

    return mark != NULL && mark->limit - mark->start == 1 &&
           mark->gap != BL_GAP_NONE && has_mark(scan, at);
}

/* 05:40, 8h05, 7:25 h, 9 h; `minute` is NULL where it has none. */
static bool is_written_out(const bl_scan *scan, const bl_find *hour,
                           const bl_find *minute)
{
    const size_t at = hour->first;
    const int64_t value = bl_decimal_small(hour->quantity.value[0], 11);

    /* Minutes to the hour have changed it. */
    if (value < 1 || bl_small_number(scan, at, 24) != value)
        return false;
    if (bl_scan_digits(scan, at) == 2 && value < 10)
        return true;
    if (minute == NULL)
        return is_printed(scan, at + 1);
    return scan->tokens[minute->first].kind == BL_TOKEN_NUMBER &&
           minute->first == at + 2 &&
           (has_mark(scan, at + 1) || has_mark(scan, at + 3));
}

void bl_settle_hours(bl_scan *scan)
{
    const uint16_t known = BL_QUANTITY_SETTLED | BL_QUANTITY_HALVED;
    bool asked = false;

    if (!scan->language->dates.all_hours)
        return;
    for (size_t i = 0; i < scan->find_count; i++) {
        bl_find *hour = &scan->finds[i];
        const bl_find *next = i + 1 < scan->find_count ? hour + 1 : NULL;
        const bool minutes = next != NULL && next->joined &&
                             next->quantity.role == BL_QUANTITY_MINUTE;

        if (hour->quantity.role != BL_QUANTITY_HOUR ||
            (hour->quantity.flags & known) != 0 ||
            scan->tokens[hour->first].kind != BL_TOKEN_NUMBER ||
            !is_written_out(scan, hour, minutes ? next : NULL))
            continue;
        if (!asked && has_period(scan))
            return;
        asked = true;
        hour->quantity.flags |= BL_QUANTITY_SETTLED;
    }
}

bool bl_is_preposition(const bl_scan *scan, size_t at, size_t limit)
{
    size_t end;

    return scan->tokens[at].word != NULL &&
           scan->tokens[at].word->letter_case == BL_CASE_LOWER &&
           bl_scan_sense(scan, at, BL_SENSE_DATE_GLUE, &end) != NULL &&
           end == limit && bl_scan_near(scan, limit) &&
           scan->tokens[limit].kind == BL_TOKEN_WORD;
}
