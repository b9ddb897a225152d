/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Dates of other calendars as Gregorian ones: Buddhist, Persian, Ethiopic and
 * Nepali years, Hijri dates. What is found gets one more reading; nobody is
 * accused because of a calendar that may not have been meant.
 *
 *   "24 กุมภาพันธ์ 2519"  -> 1976 as well as 2519
 *   "۵ اسفند ۱۳۵۴"        -> 24 February 1976
 *   "۲۴ اردیبهشت"         -> 13 or 14 May, by the year that is not said
 *   "۱۴ تا ۱۶ اردیبهشت ۱۴۰۳" -> 3 to 5 May 2024
 *   "١ رمضان ١٤٤٦"        -> 1 March 2025, give or take a day
 *   "መስከረም 5/2005"       -> 15 September 2012
 *   "२०२८"                 -> 1971 or 1972 as well as 2028
 */
#include "recognise/scan.h"

/* Years that a calendar's own numbers are likely to be. */
enum {
    BUDDHIST_LEAST = 2400,
    BUDDHIST_MOST = 2699,
    BUDDHIST_OFFSET = 543,
    PERSIAN_EARLY = 1403, /* begins on 20 March, */
    PERSIAN_LATE = 1402,  /* and this one on the 21st */
    ETHIOPIC_EARLY = 2017, /* the same in September, */
    ETHIOPIC_LATE = 2016,  /* on the 11th or 12th */
    OTHER_LEAST = 1300,
    OTHER_MOST = 1499,
    VIKRAMA_LEAST = 1500, /* the same numbers, too, begins in April */
    VIKRAMA_MOST = 2199,
    VIKRAMA_OFFSET = 57,
    ETHIOPIC_LEAST = 1800, /* the same numbers as Gregorian ones */
    ETHIOPIC_MOST = 2099
};

/* The parts of one date. */
typedef struct parts {
    bl_find *year;
    bl_find *month;
    bl_find *day;
    bl_find *until; /* the other end of a range of days, or the same day */
    int days;       /* how many it names */
} parts;

typedef struct civil {
    int64_t year;
    int64_t month;
    int64_t day;
} civil;

/* ---- arithmetic --------------------------------------------------------- */

/* Days are Julian day numbers at noon. H. F. Fliegel and T. C. Van Flandern,
 * Communications of the ACM 11 (1968). */
static civil gregorian_of(int64_t jd)
{
    int64_t l = jd + 68569;
    const int64_t n = 4 * l / 146097;
    int64_t i;
    int64_t j;

    l -= (146097 * n + 3) / 4;
    i = 4000 * (l + 1) / 1461001;
    l = l - 1461 * i / 4 + 31;
    j = 80 * l / 2447;
    return (civil){ .day = l - 2447 * j / 80,
                    .month = j + 2 - 12 * (j / 11),
                    .year = 100 * (n - 49) + i + j / 11 };
}

/* The 33 year cycle, right for every year in use (1178 to 1633). */
static int64_t persian_day(int64_t year, int64_t month, int64_t day)
{
    const int64_t before =
        month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;

    return 1948319 + 365 * (year - 1) + (8 * year + 21) / 33 + before + day;
}

/* The tabular calendar; where the moon is looked for, a month may begin a day
 * sooner or later. */
static int64_t islamic_day(int64_t year, int64_t month, int64_t day)
{
    return (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 +
           day + 1948440 - 385;
}

/* Twelve months of thirty days, and five or six days more; every fourth year
 * is longer, the one before a year of the Gregorian calendar is. */
static int64_t ethiopic_day(int64_t year, int64_t month, int64_t day)
{
    return 1724220 + 365 * (year - 1) + year / 4 + 30 * (month - 1) + day;
}

static int64_t day_of(uint8_t calendar, int64_t year, int64_t month,
                      int64_t day)
{
    switch (calendar) {
    case BL_CALENDAR_PERSIAN:
        return persian_day(year, month, day);
    case BL_CALENDAR_ETHIOPIC:
        return ethiopic_day(year, month, day);
    default:
        return islamic_day(year, month, day);
    }
}

/* ---- readings ----------------------------------------------------------- */

static int64_t small(const bl_find *find)
{
    return bl_decimal_small(find->quantity.value[0], 2999);
}

static void add_reading(bl_find *find, int64_t value)
{
    bl_quantity *quantity = &find->quantity;
    const bl_decimal decimal = bl_decimal_of(value, 0);

    for (int i = 0; i < quantity->reading_count; i++) {
        if (bl_decimal_equal(quantity->value[i], decimal))
            return;
    }
    if (quantity->reading_count < BL_READINGS)
        quantity->value[quantity->reading_count++] = decimal;
    quantity->native_count = quantity->reading_count;
}

/* The reading goes before the others. */
static void put_first(bl_find *find, int64_t value)
{
    bl_quantity *quantity = &find->quantity;

    if (bl_decimal_equal(quantity->value[0], bl_decimal_of(value, 0)))
        return;
    if (quantity->reading_count < BL_READINGS)
        quantity->reading_count++;
    for (int i = quantity->reading_count - 1; i > 0; i--)
        quantity->value[i] = quantity->value[i - 1];
    quantity->value[0] = bl_decimal_of(value, 0);
    quantity->native_count = quantity->reading_count;
}

/* The calendar of an era that is one of years that others count as well. */
static uint8_t calendar_of_era(const bl_sense *era)
{
    switch (era->value) {
    case BL_ERA_BUDDHIST:
        return BL_CALENDAR_BUDDHIST;
    case BL_ERA_ISLAMIC:
        return BL_CALENDAR_ISLAMIC;
    case BL_ERA_PERSIAN:
        return BL_CALENDAR_PERSIAN;
    case BL_ERA_VIKRAMA:
        return BL_CALENDAR_VIKRAMA;
    default:
        return 0;
    }
}

/* The token of the digits of a find. */
static size_t digits_of(const bl_scan *scan, const bl_find *find)
{
    size_t at = find->first;

    while (at + 1 < find->limit && scan->tokens[at].kind != BL_TOKEN_NUMBER)
        at++;
    return at;
}

/* The calendar that the words right beside a year say it is counted in: "พ.ศ.
 * 2310", "411 هـ"; 0: none. */
static uint8_t calendar_said(const bl_scan *scan, const bl_find *find)
{
    enum { BEFORE = 10 };
    const size_t digits = digits_of(scan, find);
    const size_t first =
        digits > 0 && scan->tokens[digits - 1].c == '.' ? digits - 1 : digits;
    size_t limit;
    const bl_sense *era =
        bl_scan_sense_near(scan, digits + 1, BL_SENSE_ERA, &limit);

    if (era != NULL && calendar_of_era(era) != 0)
        return calendar_of_era(era);
    for (size_t i = first > BEFORE ? first - BEFORE : 0; i < first; i++) {
        era = bl_scan_sense(scan, i, BL_SENSE_ERA, &limit);
        if (era != NULL && (limit == first || limit == digits) &&
            calendar_of_era(era) != 0)
            return calendar_of_era(era);
    }
    return 0;
}

/* Which calendar counts years of that size in the language; 0: none. */
static uint8_t calendar_of(const bl_scan *scan, int64_t year)
{
    const uint8_t known = scan->language->calendars;

    if (year >= BUDDHIST_LEAST && year <= BUDDHIST_MOST)
        return known & BL_CALENDAR_BUDDHIST;
    if ((known & BL_CALENDAR_ETHIOPIC) != 0 && year >= ETHIOPIC_LEAST &&
        year <= ETHIOPIC_MOST)
        return BL_CALENDAR_ETHIOPIC;
    if (year >= VIKRAMA_LEAST && year <= VIKRAMA_MOST)
        return known & BL_CALENDAR_VIKRAMA;
    if (year < OTHER_LEAST || year > OTHER_MOST)
        return 0;
    return (known & BL_CALENDAR_PERSIAN) != 0 ? BL_CALENDAR_PERSIAN
                                              : known & BL_CALENDAR_ISLAMIC;
}

/* A year alone is parts of two Gregorian ones. */
static void read_year(bl_find *find, uint8_t calendar)
{
    const int64_t year = small(find);

    if (calendar == BL_CALENDAR_BUDDHIST) {
        if (year > BUDDHIST_OFFSET)
            put_first(find, year - BUDDHIST_OFFSET);
        return;
    }
    if (calendar == BL_CALENDAR_VIKRAMA) {
        add_reading(find, year - VIKRAMA_OFFSET);
        add_reading(find, year - VIKRAMA_OFFSET + 1);
        return;
    }
    add_reading(find, gregorian_of(day_of(calendar, year, 1, 1)).year);
    add_reading(find, gregorian_of(day_of(calendar, year, 12, 29)).year);
}

/* The days that it names, or the month where it names none or more than can
 * be told: the first day of them and the last. */
static void days_of(const parts *of, uint8_t calendar, int64_t year,
                    int64_t *from, int64_t *to)
{
    const int64_t month = small(of->month);
    const bool told = of->day != NULL;

    *from = day_of(calendar, year, month, told ? small(of->day) : 1);
    *to = told ? day_of(calendar, year, month, small(of->until)) : *from + 28;
}

/* The moon may be seen a day sooner or later. */
static void add_near(const parts *of, bl_find *day, int64_t jd)
{
    day->quantity.evidence = BL_EVIDENCE_WEAK;
    of->month->quantity.evidence = BL_EVIDENCE_WEAK;
    for (int64_t off = -1; off <= 1; off += 2) {
        const civil near = gregorian_of(jd + off);

        add_reading(of->year, near.year);
        add_reading(of->month, near.month);
        add_reading(day, near.day);
    }
}

/* A month with its year, and the day or the range of days where there is
 * one. */
static void read_date(const parts *of, uint8_t calendar)
{
    int64_t from;
    int64_t to;
    civil first;
    civil last;

    days_of(of, calendar, small(of->year), &from, &to);
    first = gregorian_of(from);
    last = gregorian_of(to);
    put_first(of->year, first.year);
    put_first(of->month, first.month);
    add_reading(of->year, last.year);
    add_reading(of->month, last.month);
    if (of->day == NULL)
        return;
    put_first(of->day, first.day);
    if (of->until != of->day)
        put_first(of->until, last.day);
    if (calendar != BL_CALENDAR_ISLAMIC)
        return;
    add_near(of, of->day, from);
    if (of->until != of->day)
        add_near(of, of->until, to);
}

/* A Persian or Ethiopic month without a year, and the day or the range of days
 * where there is one. Years begin on one of two days. */
static void read_yearless(const parts *of, uint8_t calendar)
{
    const bool persian = calendar == BL_CALENDAR_PERSIAN;
    int64_t early[2];
    int64_t late[2];

    days_of(of, calendar, persian ? PERSIAN_EARLY : ETHIOPIC_EARLY, &early[0],
            &early[1]);
    days_of(of, calendar, persian ? PERSIAN_LATE : ETHIOPIC_LATE, &late[0],
            &late[1]);
    put_first(of->month, gregorian_of(early[0]).month);
    add_reading(of->month, gregorian_of(of->day != NULL ? late[1] : early[1])
                               .month);
    if (of->day == NULL)
        return;
    put_first(of->day, gregorian_of(early[0]).day);
    add_reading(of->day, gregorian_of(late[0]).day);
    if (of->until == of->day)
        return;
    put_first(of->until, gregorian_of(early[1]).day);
    add_reading(of->until, gregorian_of(late[1]).day);
}

/* ---- dates -------------------------------------------------------------- */

/* The parts of the date that begins at `find`; the find behind it. */
static bl_find *collect(bl_find *find, bl_find *limit, parts *to)
{
    bl_find *const first = find;

    *to = (parts){ 0 };
    do {
        switch (find->quantity.role) {
        case BL_QUANTITY_YEAR:
            to->year = find;
            break;
        case BL_QUANTITY_MONTH:
            to->month = find;
            break;
        case BL_QUANTITY_DAY:
            if (to->days++ == 0)
                to->day = find;
            to->until = find;
            break;
        default:
            break;
        }
        find++;
    } while (find < limit && find->joined && find > first);
    if (to->days > 2)
        to->day = to->until = NULL;
    return find;
}

/* A number that may be a year: up to four digits and nothing else. */
static bool is_bare_year(const bl_find *find)
{
    const bl_quantity *q = &find->quantity;

    return (q->role == BL_QUANTITY_NUMBER || q->role == BL_QUANTITY_YEAR) &&
           q->evidence == BL_EVIDENCE_DIGITS && q->unit == BL_UNIT_NONE &&
           q->scale == 0 && q->fraction_digits == 0 &&
           q->reading_count == 1 && find->limit - find->first <= 4 &&
           small(find) >= 1;
}

/* The 49 of 1/6/49 may be 2549, that of 1/6/95 2495. */
static void read_short_year(const bl_scan *scan, bl_find *find)
{
    const bl_quantity *q = &find->quantity;

    if ((scan->language->calendars & BL_CALENDAR_BUDDHIST) != 0 &&
        q->reading_count == 2 && bl_decimal_small(q->value[1], 99) >= 0) {
        const int64_t year =
            bl_decimal_small(q->value[1], 99) - BUDDHIST_OFFSET;

        add_reading(find, 2500 + year);
        add_reading(find, 2400 + year);
    }
}

static void read_parts(const bl_scan *scan, const parts *of)
{
    uint8_t calendar = of->month != NULL ? of->month->calendar : 0;

    if (of->year == NULL) {
        if ((calendar == BL_CALENDAR_PERSIAN ||
             calendar == BL_CALENDAR_ETHIOPIC) &&
            small(of->month) >= 1 && small(of->month) <= 13)
            read_yearless(of, calendar);
        return;
    }
    if (calendar == 0)
        calendar = calendar_said(scan, of->year);
    if (calendar == 0)
        calendar = calendar_of(scan, small(of->year));
    if (calendar == 0) {
        read_short_year(scan, of->year);
        return;
    }
    /* A Gregorian month beside the year of another calendar is no date of
     * it; written in digits it may be. */
    if (calendar != BL_CALENDAR_BUDDHIST &&
        calendar != BL_CALENDAR_VIKRAMA && of->month != NULL &&
        (of->month->calendar == calendar ||
         of->month->quantity.evidence == BL_EVIDENCE_DIGITS) &&
        small(of->month) >= 1 && small(of->month) <= 13)
        read_date(of, calendar);
    else
        read_year(of->year, calendar);
}

/* A number alone, or both ends of a range. */
static void read_years(const bl_scan *scan, bl_find *first, bl_find *limit)
{
    uint8_t said = 0;

    if (limit - first > 2)
        return;
    for (const bl_find *find = first; find < limit; find++) {
        if (!is_bare_year(find))
            return;
        said |= calendar_said(scan, find);
    }
    for (const bl_find *find = first; said == 0 && find < limit; find++) {
        if (calendar_of(scan, small(find)) == 0)
            return;
    }
    for (bl_find *find = first; find < limit; find++)
        read_year(find,
                  said != 0 ? said : calendar_of(scan, small(find)));
}

void bl_read_calendars(bl_scan *scan)
{
    bl_find *limit;

    if (scan->language->calendars == 0 || scan->find_count == 0)
        return;
    limit = scan->finds + scan->find_count;
    for (bl_find *find = scan->finds; find < limit;) {
        parts of;
        bl_find *next = collect(find, limit, &of);

        if (find->kind == BL_ENTITY_DATE)
            read_parts(scan, &of);
        else
            read_years(scan, find, next);
        find = next;
    }
}
