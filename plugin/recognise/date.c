/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates: in digits (24/2/1976), by names of months and weekdays, and by the
 * words that stand beside the numbers (năm 1982, 5月8日). What is a date only
 * together with its neighbours (May 8-11, 2025) is joined in date_join.c.
 */
#include "recognise/dating.h"

#include "text/utf8.h"

#include <string.h>

/* The last year of the Republic of China that a number may be. */
enum { ROC_MOST = 199 };


/* Letters of an abbreviated month or weekday, its point not counted. */
enum { ABBREVIATION_LETTERS = 3 };

/* Which part a number is, and whether day and month may be exchanged. */
typedef struct part {
    uint32_t token;
    int64_t value;
    uint8_t role;
    bool swappable;
} part;

static part part_at(const bl_scan *scan, size_t at, int64_t most)
{
    return (part){ .token = (uint32_t)at,
                   .value = bl_small_number(scan, at, most) };
}

bl_find *bl_date_add(bl_scan *scan, size_t first, size_t limit, int64_t value,
                     uint8_t role)
{
    bl_find *find = bl_scan_add(scan, first, limit);

    if (find == NULL)
        return NULL;
    find->kind = BL_ENTITY_DATE;
    find->quantity.role = role;
    find->quantity.value[0] = bl_decimal_of(value, 0);
    find->quantity.reading_count = 1;
    find->quantity.native_count = 1;
    return find;
}

/* ---- in digits ---------------------------------------------------------- */

/* Whether the locale puts the day before the month. */
static bool is_day_first(const bl_scan *scan)
{
    const char *order = scan->language->dates.order;
    const char *day = memchr(order, 'd', 3);
    const char *month = memchr(order, 'M', 3);

    return day != NULL && month != NULL && day < month;
}

/* a and b are day and month in some order; false where they cannot be. */
static bool order_day_month(const bl_scan *scan, part *a, part *b)
{
    const bool day_first = bl_is_day(a->value) && bl_is_month(b->value);
    const bool month_first = bl_is_month(a->value) && bl_is_day(b->value);
    bool first_is_day;

    if (!day_first && !month_first)
        return false;
    first_is_day =
        day_first && (!month_first || is_day_first(scan));
    a->role = first_is_day ? BL_QUANTITY_DAY : BL_QUANTITY_MONTH;
    b->role = first_is_day ? BL_QUANTITY_MONTH : BL_QUANTITY_DAY;
    a->swappable = b->swappable = day_first && month_first;
    return true;
}

static void add_parts(bl_scan *scan, const part *parts, int count)
{
    for (int i = 0; i < count; i++) {
        bl_find *find =
            bl_date_add(scan, parts[i].token, parts[i].token + 1u,
                        parts[i].value, parts[i].role);

        if (find == NULL)
            return;
        find->joined = i != 0;
        if (parts[i].swappable)
            find->quantity.flags |= BL_QUANTITY_SWAPPABLE;
        if (parts[i].role == BL_QUANTITY_YEAR && parts[i].value < 100) {
            /* 24/2/76 */
            const int64_t century = parts[i].value < 50 ? 2000 : 1900;

            find->quantity.value[1] = find->quantity.value[0];
            find->quantity.value[0] =
                bl_decimal_of(century + parts[i].value, 0);
            find->quantity.reading_count = 2;
        }
    }
}

/* Three numbers with the same sign between them; a space may follow a point
 * (8. 5. 2025, 2025. 5. 8.). */
static bool read_triple(const bl_scan *scan, size_t at, part parts[3],
                        uint32_t *sign)
{
    /* Nearly no number has two of them behind it. */
    if (!bl_scan_is_joined(scan, at + 1) || !bl_scan_is_joined(scan, at + 3))
        return false;
    for (int i = 0; i < 3; i++) {
        const size_t token = at + 2 * (size_t)i;
        const bl_token *number = bl_scan_token(scan, token);

        if (number == NULL || number->kind != BL_TOKEN_NUMBER)
            return false;
        if (i > 0 && number->gap != BL_GAP_NONE &&
            !(number->gap == BL_GAP_SPACE && *sign == '.'))
            return false;
        parts[i] = part_at(scan, token, 9999);
        if (parts[i].value < 0 || i == 2)
            continue;
        if (token + 1 >= scan->count ||
            scan->tokens[token + 1].kind != BL_TOKEN_PUNCT ||
            scan->tokens[token + 1].gap != BL_GAP_NONE)
            return false;
        if (i == 1 && scan->tokens[token + 1].c != *sign)
            return false;
        *sign = scan->tokens[token + 1].c;
    }
    return (*sign == '/' || *sign == '-' || *sign == '.') &&
           parts[0].value >= 0 && parts[1].value >= 0 && parts[2].value >= 0;
}

/* The 76 of 24/2/76. */
static bool is_short_year(const bl_scan *scan, const part *year)
{
    return year->value >= 0 && year->value < 100 &&
           bl_scan_digits(scan, year->token) == 2;
}

/* "5.1. 64-bit" begins with the number of a heading: days, months and short
 * years are written alike. */
static bool is_uneven(const bl_scan *scan, size_t at)
{
    return scan->tokens[at + 2].gap != scan->tokens[at + 4].gap;
}

static size_t read_full(bl_scan *scan, size_t at)
{
    part parts[3];
    uint32_t sign = 0;

    if (!read_triple(scan, at, parts, &sign) ||
        bl_scan_glued_number(scan, at + 6))
        return at;
    /* 17.43.19 is a time where dates are written otherwise. */
    if (sign == '.' && scan->language->dates.time_sign == '.' &&
        scan->language->dates.date_sign != '.' && !bl_is_year(parts[0].value))
        return at;
    if (bl_is_year(parts[0].value) && bl_is_month(parts[1].value) &&
        bl_is_day(parts[2].value)) {
        parts[0].role = BL_QUANTITY_YEAR;
        parts[1].role = BL_QUANTITY_MONTH;
        parts[2].role = BL_QUANTITY_DAY;
    } else if (scan->language->dates.order[0] == 'y' && sign != '-' &&
               is_short_year(scan, &parts[0]) && bl_is_month(parts[1].value) &&
               bl_is_day(parts[2].value)) {
        parts[0].role = BL_QUANTITY_YEAR;
        parts[1].role = BL_QUANTITY_MONTH;
        parts[2].role = BL_QUANTITY_DAY;
    } else {
        if (!(bl_is_year(parts[2].value) ||
              (sign != '-' && is_short_year(scan, &parts[2]) &&
               !is_uneven(scan, at))) ||
            !order_day_month(scan, &parts[0], &parts[1]))
            return at;
        parts[2].role = BL_QUANTITY_YEAR;
    }
    add_parts(scan, parts, 3);
    return at + 5;
}

/* "6. 6." where the locale writes dates with points and spaces. */
static size_t read_pointed(bl_scan *scan, size_t at)
{
    part parts[2];

    if (!scan->language->dates.spaced || !bl_scan_is(scan, at + 1, '.') ||
        !bl_scan_near(scan, at + 2) ||
        scan->tokens[at + 2].gap == BL_GAP_NONE ||
        !bl_scan_is(scan, at + 3, '.') || bl_scan_glued_number(scan, at + 4))
        return at;
    parts[0] = part_at(scan, at, 31);
    parts[1] = part_at(scan, at + 2, 12);
    if (!bl_is_day(parts[0].value) || !bl_is_month(parts[1].value))
        return at;
    parts[0].role = BL_QUANTITY_DAY;
    parts[1].role = BL_QUANTITY_MONTH;
    add_parts(scan, parts, 2);
    return at + 4;
}

/* Whether "16.3." at tokens[at] stands where a date does: behind a word that
 * stands before dates, or before one that goes on with the sentence, or with
 * its zeros. */
static bool is_among_dates(const bl_scan *scan, size_t at)
{
    static const bl_sense_kind kinds[] = { BL_SENSE_DATE_GLUE,
                                           BL_SENSE_RANGE_FROM,
                                           BL_SENSE_RANGE_TO,
                                           BL_SENSE_DAY_MARK };

    if (scan->text[scan->tokens[at].start] == '0' ||
        scan->text[scan->tokens[at + 2].start] == '0')
        return bl_scan_digits(scan, at) == 2 &&
               bl_scan_digits(scan, at + 2) == 2;
    if (bl_scan_near(scan, at + 4) &&
        scan->tokens[at + 4].kind == BL_TOKEN_WORD &&
        (scan->tokens[at + 4].traits & BL_TRAIT_CAPITAL) == 0)
        return true;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (bl_scan_has_before(scan, at, kinds[i]))
            return true;
    }
    return false;
}

/* "16.3." where the locale writes dates with points and no decimals. */
static size_t read_day_month(bl_scan *scan, size_t at)
{
    part parts[2];

    if (scan->language->dates.date_sign != '.' || !is_day_first(scan) ||
        scan->language->symbols.latin.decimal == '.' ||
        !bl_scan_is(scan, at + 1, '.') || !bl_scan_glued_number(scan, at + 2) ||
        !bl_scan_is(scan, at + 3, '.') || bl_scan_glued_number(scan, at + 4))
        return at;
    parts[0] = part_at(scan, at, 31);
    parts[1] = part_at(scan, at + 2, 12);
    if (!bl_is_day(parts[0].value) || !bl_is_month(parts[1].value) ||
        !is_among_dates(scan, at))
        return at;
    parts[0].role = BL_QUANTITY_DAY;
    parts[1].role = BL_QUANTITY_MONTH;
    add_parts(scan, parts, 2);
    return at + 4;
}

/* A mark that stands before: ngày 30/11. */
static bool has_mark_before(const bl_scan *scan, size_t at,
                            bl_sense_kind kind)
{
    for (size_t back = 1; back <= 2 && back <= at; back++) {
        size_t limit;
        const bl_sense *sense = bl_scan_sense(scan, at - back, kind, &limit);

        if (sense != NULL && limit == at &&
            (sense->flags & BL_SENSE_AFTER) == 0)
            return bl_scan_near(scan, at);
    }
    return false;
}

/* Whether tokens[at] can be said of a number alone: "từ 1-3/4 đến", "1-3/4
 * inch". */
static bool goes_with_number(const bl_scan *scan, size_t at)
{
    return bl_scan_near(scan, at) &&
           (bl_scan_has(scan, at, BL_SENSE_RANGE_TO) ||
            bl_scan_has(scan, at, BL_SENSE_UNIT));
}

/* Whether the number that begins there is the first of two days: "ngày 1-2/8",
 * and "từ 1-2/8" where dates are written so. */
bool bl_begins_days(const bl_scan *scan, size_t at)
{
    const bl_date_style *style = &scan->language->dates;

    return has_mark_before(scan, at, BL_SENSE_DAY_MARK) ||
           (style->date_sign == '/' && is_day_first(scan) &&
            has_mark_before(scan, at, BL_SENSE_RANGE_FROM) &&
            !goes_with_number(scan, at + 5));
}

/* The find of the 1 in "ngày 1-2/8" and "ngày 1 - 2/8", a day of the month
 * that stands behind the other one; NULL where there is none. */
static bl_find *range_start(const bl_scan *scan, size_t at)
{
    bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;

    return find != NULL && at >= 2 && find->first == at - 2 &&
                   find->limit == at - 1 &&
                   bl_is_dash(scan->tokens[at - 1].c) &&
                   bl_scan_near(scan, at - 1) && bl_scan_near(scan, at) &&
                   bl_is_day(bl_small_number(scan, at - 2, 31)) &&
                   bl_begins_days(scan, at - 2)
               ? find
               : NULL;
}

/* 3/2001, 24/2, and behind a month 6,2021. The second is a date where a word
 * or its size says so: 1/2 is more often a half. */
static size_t read_double(bl_scan *scan, size_t at)
{
    part parts[2];
    bl_find *start = NULL;
    const bool stroke = bl_scan_is(scan, at + 1, '/');
    size_t added;

    if (!(stroke || bl_scan_is(scan, at + 1, ',')) ||
        !bl_scan_glued_number(scan, at + 2) ||
        (!stroke && !bl_is_behind_month(scan, at)))
        return at;
    parts[0] = part_at(scan, at, 9999);
    parts[1] = part_at(scan, at + 2, 9999);
    if (bl_is_round_the_clock(scan, at) &&
        !has_mark_before(scan, at, BL_SENSE_DAY_MARK))
        return at;
    if (bl_is_day(parts[0].value) && bl_is_year(parts[1].value) &&
        bl_is_behind_month(scan, at)) {
        parts[0].role = BL_QUANTITY_DAY;
        parts[1].role = BL_QUANTITY_YEAR;
    } else if (!stroke) {
        return at;
    } else if (bl_is_month(parts[0].value) && bl_is_year(parts[1].value)) {
        parts[0].role = BL_QUANTITY_MONTH;
        parts[1].role = BL_QUANTITY_YEAR;
    } else if (has_mark_before(scan, at, BL_SENSE_DAY_MARK) ||
               (start = range_start(scan, at)) != NULL ||
               (is_day_first(scan) && parts[0].value > 12)) {
        if (!order_day_month(scan, &parts[0], &parts[1]))
            return at;
    } else {
        return at;
    }
    added = scan->find_count;
    if (start != NULL) {
        start->kind = BL_ENTITY_DATE;
        start->quantity.role = BL_QUANTITY_DAY;
    }
    add_parts(scan, parts, 2);
    if (start != NULL && added < scan->find_count)
        scan->finds[added].joined = true;
    return at + 3;
}

/* Digits with a sign behind them that something else is written onto. */
static size_t read_signs(bl_scan *scan, size_t at)
{
    size_t limit = read_full(scan, at);

    if (limit == at)
        limit = read_double(scan, at);
    if (limit == at)
        limit = read_day_month(scan, at);
    return limit != at ? limit : read_pointed(scan, at);
}

/* ---- beside words ------------------------------------------------------- */

static bool is_weekday(const bl_scan *scan, size_t at)
{
    size_t limit;

    return bl_scan_sense(scan, at, BL_SENSE_WEEKDAY, &limit) != NULL ||
           bl_scan_sense(scan, at, BL_SENSE_WEEKDAY_MARK, &limit) != NULL;
}

/* "thứ ba" and "terça" are Tuesday and third, unless a capital tells. */
static bool is_ordinal_too(const bl_scan *scan, size_t at, size_t limit)
{
    for (size_t i = at; i < limit; i++) {
        if (scan->tokens[i].kind == BL_TOKEN_NUMBER)
            continue;
        if (scan->tokens[i].kind != BL_TOKEN_WORD ||
            (i != 0 && (scan->tokens[i].word->flags & BL_WORD_CAPITAL) != 0))
            return false;
    }
    return bl_scan_has(scan, at, BL_SENSE_ORDINAL_MARK) ||
           bl_scan_has(scan, at, BL_SENSE_ORDINAL);
}

static bool begins_with_scale(const bl_scan *scan, size_t at)
{
    size_t limit;

    return bl_scan_sense(scan, at, BL_SENSE_SCALE, &limit) != NULL;
}

/* "những năm 1990" and "tahun 1990-an" are ten years, "ສະຕະວັດທີ 19" a hundred:
 * read elsewhere. */
static bool is_longer_time(const bl_scan *scan, size_t first, size_t limit,
                           uint8_t role)
{
    if (role == BL_QUANTITY_DAY)
        return bl_scan_has_before(scan, first, BL_SENSE_CENTURY_MARK);
    if (role != BL_QUANTITY_YEAR)
        return false;
    return bl_scan_has_before(scan, first, BL_SENSE_DECADE_MARK) ||
           (limit + 1 < scan->count &&
            scan->tokens[limit].gap == BL_GAP_NONE &&
            bl_is_dash(scan->tokens[limit].c) &&
            bl_scan_has(scan, limit + 1, BL_SENSE_DECADE_MARK));
}

/* H1 is half of a year where the year stands behind it: "H1 2024". */
static bool has_year_behind(const bl_scan *scan, size_t at)
{
    for (size_t next = at; next < at + 2 && bl_scan_near(scan, next); next++) {
        if (bl_is_year(bl_small_number(scan, next, 2999)))
            return true;
    }
    return false;
}

/* The same where it ends a clause behind a word of dates: "sales in H1". */
static bool is_half_alone(const bl_scan *scan, size_t at)
{
    const bl_token *behind = bl_scan_token(scan, at + 2);

    return bl_scan_has_before(scan, at, BL_SENSE_DATE_GLUE) &&
           scan->tokens[at].word->letter_case == BL_CASE_UPPER &&
           (behind == NULL || (behind->kind == BL_TOKEN_PUNCT &&
                               behind->gap == BL_GAP_NONE &&
                               !bl_is_dash(behind->c) &&
                               !bl_scan_glued_number(scan, at + 3)));
}

/* A mark at tokens[at] that stands before its number, as in "tháng 5" or
 * "tháng Năm": reads both. */
static size_t read_marked(bl_scan *scan, size_t at, bl_sense_kind mark,
                          uint8_t role, int64_t least, int64_t most)
{
    size_t next = at;
    const bl_sense *sense = bl_scan_sense(scan, at, mark, &next);
    int64_t value;
    bl_spelled spelled = { .evidence = BL_EVIDENCE_DIGITS };
    bl_find *find;

    if (sense == NULL || (sense->flags & BL_SENSE_AFTER) != 0)
        return at;
    /* "Kuartal ke-3", "พ.ศ. 2568" */
    if (next < scan->count && scan->tokens[next].gap == BL_GAP_NONE &&
        ((bl_is_part_of_year(role) && bl_is_dash(scan->tokens[next].c)) ||
         ((bl_is_part_of_year(role) || role == BL_QUANTITY_YEAR) &&
          scan->tokens[next].c == '.')))
        next++;
    /* Q1 is a quarter, "Q 1" a question. */
    if (!bl_scan_near(scan, next) ||
        (bl_is_part_of_year(role) && next == at + 1 &&
         scan->tokens[at].word->letters == 1 &&
         (scan->tokens[next].gap != BL_GAP_NONE ||
          (role == BL_QUANTITY_HALF && !has_year_behind(scan, next + 1) &&
           !is_half_alone(scan, at)))))
        return at;
    if (role == BL_QUANTITY_DAY && is_weekday(scan, next))
        return at;
    value = bl_small_number(scan, next, most);
    spelled.limit = next + 1;
    /* "năm nghìn" is five thousand, no year. */
    if (value < 0 && !begins_with_scale(scan, next) &&
        bl_read_spelled(scan, next, &spelled))
        value = bl_decimal_small(spelled.value, most);
    if (value < 0 && bl_is_part_of_year(role) &&
        scan->tokens[next].word != NULL &&
        (scan->tokens[next].word->flags & BL_WORD_ROMAN) != 0) {
        value = scan->tokens[next].word->value;
        spelled.limit = next + 1;
    }
    if (value < least || value > most ||
        /* 5.000, 5,5 and 5/2025 are read elsewhere. */
        (scan->tokens[next].kind == BL_TOKEN_NUMBER &&
         bl_scan_glued_number(scan, next + 2) &&
         !(bl_is_part_of_year(role) && bl_scan_is(scan, next + 1, '/') &&
           bl_is_year(bl_small_number(scan, next + 2, 2999)))))
        return at;
    if (is_longer_time(scan, next, spelled.limit, role))
        return at;
    find = bl_date_add(scan, next, spelled.limit, value, role);
    if (find == NULL)
        return spelled.limit;
    find->first = (uint32_t)at;
    if (role == BL_QUANTITY_MONTH || role == BL_QUANTITY_WEEKDAY) {
        find->quantity.evidence = is_ordinal_too(scan, at, spelled.limit)
                                      ? BL_EVIDENCE_WEAK
                                      : BL_EVIDENCE_NAME;
        find->quantity.span = bl_scan_span(scan, at, spelled.limit);
    }
    /* "den anden" is the other one as often. */
    if (role == BL_QUANTITY_DAY && spelled.evidence == BL_EVIDENCE_WEAK)
        find->quantity.evidence = BL_EVIDENCE_WEAK;
    /* The first half is one of a match, too, unless a year tells. */
    if (role == BL_QUANTITY_HALF) {
        find->quantity.flags |= BL_QUANTITY_SETTLED;
        if (scan->tokens[next].kind != BL_TOKEN_NUMBER)
            find->quantity.evidence = BL_EVIDENCE_WEAK;
    }
    return spelled.limit;
}

/* The year of "112年10月10日", where years are counted from 1912: its month has
 * to follow. */
static bool is_roc_year(const bl_scan *scan, int64_t value, size_t limit)
{
    return (scan->language->calendars & BL_CALENDAR_ROC) != 0 &&
           value <= ROC_MOST && bl_scan_near(scan, limit) &&
           bl_is_month(bl_small_number(scan, limit, 12)) &&
           bl_scan_has_near(scan, limit + 1, BL_SENSE_MONTH_MARK);
}

/* A number with its mark behind: 5月, 2025年, 8日. */
static size_t read_number_mark(bl_scan *scan, size_t at)
{
    static const struct {
        uint8_t mark;
        uint8_t role;
        int64_t least;
        int64_t most;
    } kinds[] = {
        { BL_SENSE_YEAR_MARK, BL_QUANTITY_YEAR, 1000, 2999 },
        { BL_SENSE_MONTH_MARK, BL_QUANTITY_MONTH, 1, 12 },
        { BL_SENSE_DAY_MARK, BL_QUANTITY_DAY, 1, 31 },
    };
    size_t behind = at + 1;
    int64_t value = bl_small_number(scan, at, 2999);
    bl_spelled spelled;

    if (value < 0 && scan->tokens[at].kind == BL_TOKEN_WORD) {
        if (!bl_read_spelled(scan, at, &spelled))
            return at;
        value = bl_decimal_small(spelled.value, 2999);
        behind = spelled.limit;
    }
    if (value < 1 || !bl_scan_near(scan, behind))
        return at;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t limit;
        const bl_sense *sense = bl_scan_sense(
            scan, behind, (bl_sense_kind)kinds[i].mark, &limit);
        bl_find *find;

        const bool roc = sense != NULL && kinds[i].mark == BL_SENSE_YEAR_MARK &&
                         is_roc_year(scan, value, limit);

        /* 8日間 are eight days. */
        if (sense == NULL || (sense->flags & BL_SENSE_BEFORE) != 0 ||
            bl_scan_goes_on(scan, behind, limit,
                            BL_SENSE_BIT(BL_SENSE_UNIT)) ||
            ((value < kinds[i].least || value > kinds[i].most) && !roc))
            continue;
        find = bl_date_add(scan, at, behind, value, kinds[i].role);
        if (find == NULL)
            return limit;
        find->limit = (uint32_t)limit;
        if (roc) {
            find->quantity.value[1] = find->quantity.value[0];
            find->quantity.value[0] = bl_decimal_of(BL_ROC_OFFSET + value, 0);
            find->quantity.reading_count = find->quantity.native_count = 2;
        }
        if (kinds[i].role == BL_QUANTITY_MONTH) {
            find->quantity.evidence = BL_EVIDENCE_NAME;
            /* 3月期, and not the quarter 4〜6月期 */
            if ((sense->flags & BL_SENSE_WEAK) != 0 &&
                !(at > 0 && bl_is_dash(scan->tokens[at - 1].c)))
                find->quantity.flags |= BL_QUANTITY_OPTIONAL;
        }
        if (kinds[i].role != BL_QUANTITY_MONTH &&
            scan->tokens[at].kind == BL_TOKEN_WORD)
            find->quantity.evidence = BL_EVIDENCE_WORD;
        return limit;
    }
    return at;
}

/* Whether a number of a date stands beside the name of a month: the day
 * before it, over a particle if need be, or a day or a year behind it. */
static bool has_number_beside(const bl_scan *scan, size_t at, size_t limit)
{
    size_t first = at;

    bl_scan_sense_before(scan, at, BL_SENSE_DATE_GLUE, &first);
    if (first > 0 && scan->tokens[first - 1].kind == BL_TOKEN_PUNCT)
        first--;
    if (first > 0 && bl_scan_near(scan, at) &&
        bl_is_day(bl_small_number(scan, first - 1, 31)))
        return true;
    if (limit < scan->count && scan->tokens[limit].kind == BL_TOKEN_PUNCT &&
        bl_is_date_sign(scan->tokens[limit].c))
        limit++;
    bl_scan_sense(scan, limit, BL_SENSE_DATE_GLUE, &limit);
    return bl_scan_near(scan, limit) &&
           bl_small_number(scan, limit, 2999) > 0;
}

/* Names of two things: "mar" is March and Tuesday, "sept" September and
 * seven. It is a month beside the other numbers of a date. */
static bool is_other_name(const bl_scan *scan, size_t at, size_t limit,
                          bl_sense_kind kind, bool weak)
{
    size_t end;
    const bool month = kind == BL_SENSE_MONTH;
    const bl_sense *other;

    if (kind == BL_SENSE_QUARTER || kind == BL_SENSE_HALF_YEAR)
        return false;
    /* "pet" is five, and short for Friday. */
    if (kind == BL_SENSE_WEEKDAY && weak &&
        bl_scan_limit(scan, at, BL_SENSE_CARDINAL) >= limit)
        return true;
    other = bl_scan_sense(scan, at,
                          month ? BL_SENSE_CARDINAL : BL_SENSE_MONTH, &end);
    return other != NULL && end >= limit &&
           has_number_beside(scan, at, limit) != month;
}

/* Whether tokens[at] is a word with a capital that is of no date. */
static bool is_name_word(const bl_scan *scan, size_t at)
{
    return bl_scan_is_kind(scan, at, BL_TOKEN_WORD) &&
           (scan->tokens[at].traits & BL_TRAIT_CAPITAL) != 0 &&
           (scan->tokens[at].word->set & BL_SENSES_OF_DATES) == 0;
}

/* Whether an abbreviation is a word of a name as well: "Ngo Thu Hoa". */
static bool is_in_name(const bl_scan *scan, size_t at, size_t limit)
{
    return limit == at + 1 &&
           scan->tokens[at].word->letters <= ABBREVIATION_LETTERS &&
           (scan->tokens[at].traits & BL_TRAIT_CAPITAL) != 0 &&
           /* The first word of a sentence has its capital anyway. */
           ((at > 1 && bl_scan_near(scan, at) && is_name_word(scan, at - 1) &&
             bl_scan_is_kind(scan, at - 2, BL_TOKEN_WORD)) ||
            (bl_scan_near(scan, limit) && is_name_word(scan, limit)));
}

/* Whether the letter that ends a name is a particle of what is written onto it:
 * the ה of "יום ה-11" and of "יום ה\"נכבה\"" is no fifth day. */
static bool is_particle(const bl_scan *scan, size_t limit)
{
    return limit + 1 < scan->count && scan->tokens[limit - 1].word != NULL &&
           scan->tokens[limit - 1].word->letters == 1 &&
           scan->tokens[limit].gap == BL_GAP_NONE &&
           (bl_is_dash(scan->tokens[limit].c) ||
            scan->tokens[limit].c == '"') &&
           scan->tokens[limit + 1].gap == BL_GAP_NONE;
}

/* Whether a letter that stands for a weekday ends another word: the 日 of 発効日
 * and the 일 of 생일. */
static bool ends_word(const bl_scan *scan, size_t at, size_t limit)
{
    return limit == at + 1 && at > 0 && bl_scan_near(scan, at) &&
           scan->tokens[at].gap == BL_GAP_NONE &&
           (scan->tokens[at].flags & scan->tokens[at - 1].flags &
            BL_TOKEN_GLYPH) != 0 &&
           scan->tokens[at - 1].kind == BL_TOKEN_WORD;
}

/* Whether the letters of an abbreviation stand there without their points and
 * go on from a word: the ม and ค of ตามคน are of two words. */
static bool are_loose_letters(const bl_scan *scan, size_t at, size_t limit)
{
    if (at == 0 || limit == at + 1 ||
        (scan->tokens[at].flags & scan->tokens[at - 1].flags &
         BL_TOKEN_GLYPH) == 0 ||
        scan->tokens[at].gap != BL_GAP_NONE)
        return false;
    for (size_t i = at; i < limit; i++) {
        if (scan->tokens[i].kind != BL_TOKEN_WORD ||
            scan->tokens[i].word->letters != 1)
            return false;
    }
    return true;
}

static size_t read_name(bl_scan *scan, size_t at, bl_sense_kind kind,
                        uint8_t role)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, kind, &limit);
    bl_find *find;

    if (sense == NULL || (sense->flags & BL_SENSE_AFTER) != 0 ||
        is_other_name(scan, at, limit, kind,
                      (sense->flags & BL_SENSE_WEAK) != 0) ||
        is_particle(scan, limit) ||
        ((sense->flags & BL_SENSE_WEAK) != 0 &&
         are_loose_letters(scan, at, limit)) ||
        (role == BL_QUANTITY_WEEKDAY && ends_word(scan, at, limit)))
        return at;
    find = bl_date_add(scan, at, limit, sense->value, role);
    if (find == NULL)
        return limit;
    if (role == BL_QUANTITY_WEEKDAY)
        bl_note_eve(scan, at, limit, &find->quantity);
    find->quantity.evidence = (sense->flags & BL_SENSE_WEAK) != 0 ||
                                      is_ordinal_too(scan, at, limit) ||
                                      is_in_name(scan, at, limit)
                                  ? BL_EVIDENCE_WEAK
                                  : BL_EVIDENCE_NAME;
    if (role == BL_QUANTITY_HALF)
        find->quantity.flags |= BL_QUANTITY_SETTLED;
    /* The point of "Oct." is part of the name. */
    if (bl_scan_is(scan, limit, '.') && bl_scan_near(scan, limit + 1) &&
        scan->tokens[limit + 1].gap != BL_GAP_NONE)
        limit++;
    find->limit = (uint32_t)limit;
    return limit;
}

/* The month of another calendar, beside the numbers of a date. */
static size_t read_local_month(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense(scan, at, BL_SENSE_LOCAL_MONTH, &limit);
    bl_find *find;

    if (sense == NULL || !has_number_beside(scan, at, limit))
        return at;
    find = bl_date_add(scan, at, limit, sense->value % 100, BL_QUANTITY_MONTH);
    if (find == NULL)
        return limit;
    find->quantity.evidence = BL_EVIDENCE_WEAK;
    find->calendar = (uint8_t)(sense->value / 100);
    return limit;
}

/* What a date may begin with that is no number, in the order of preference;
 * names have no range of values. */
static const struct {
    uint8_t kind; /* bl_sense_kind */
    uint8_t role;
    int16_t least;
    int16_t most;
} beginnings[] = {
    { BL_SENSE_QUARTER, BL_QUANTITY_QUARTER, 0, 0 },
    { BL_SENSE_HALF_YEAR, BL_QUANTITY_HALF, 0, 0 },
    { BL_SENSE_ERA, BL_QUANTITY_YEAR, 0, 0 },
    { BL_SENSE_LOCAL_MONTH, BL_QUANTITY_MONTH, 0, 0 },
    { BL_SENSE_WEEKDAY, BL_QUANTITY_WEEKDAY, 0, 0 },
    { BL_SENSE_MONTH, BL_QUANTITY_MONTH, 0, 0 },
    { BL_SENSE_MONTH_MARK, BL_QUANTITY_MONTH, 1, 12 },
    { BL_SENSE_YEAR_MARK, BL_QUANTITY_YEAR, 1000, 2999 },
    { BL_SENSE_DAY_MARK, BL_QUANTITY_DAY, 1, 31 },
    { BL_SENSE_WEEKDAY_MARK, BL_QUANTITY_WEEKDAY, 2, 7 },
    { BL_SENSE_QUARTER_MARK, BL_QUANTITY_QUARTER, 1, 4 },
    { BL_SENSE_HALF_MARK, BL_QUANTITY_HALF, 1, 2 },
};

static size_t read_word(bl_scan *scan, size_t at, bl_sense_set reach)
{
    bl_sense_set left = reach & BL_SENSES_OF_DATES;
    size_t limit = at;

    for (size_t i = 0; left != 0 && limit == at; i++) {
        const bl_sense_kind kind = (bl_sense_kind)beginnings[i].kind;

        if ((left & BL_SENSE_BIT(kind)) == 0)
            continue;
        left &= ~BL_SENSE_BIT(kind);
        if (kind == BL_SENSE_ERA)
            limit = bl_read_era(scan, at);
        else if (kind == BL_SENSE_LOCAL_MONTH)
            limit = read_local_month(scan, at);
        else if (beginnings[i].most == 0)
            limit = read_name(scan, at, kind, beginnings[i].role);
        else
            limit = read_marked(scan, at, kind, beginnings[i].role,
                                beginnings[i].least, beginnings[i].most);
    }
    return limit;
}

size_t bl_read_date(bl_scan *scan, size_t at)
{
    size_t limit;

    if (scan->tokens[at].kind == BL_TOKEN_NUMBER)
        return bl_scan_is_joined(scan, at + 1) ? read_signs(scan, at)
                                               : read_number_mark(scan, at);
    limit = read_word(scan, at, bl_scan_reach(scan, at));
    return limit == at && (scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0
               ? read_number_mark(scan, at)
               : limit;
}
