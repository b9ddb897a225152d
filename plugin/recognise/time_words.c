/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times of the day in words: noon, ötkor, "saa mbili usiku", "eight o'clock",
 * "seven in the evening", "las tres y diez". A number is an hour by the mark
 * of hours beside it or by the part of the day behind it.
 */
#include "recognise/timing.h"

#include "text/chars.h"

/* Whether a time in digits begins at tokens[at]. */
static bool is_clock(const bl_scan *scan, size_t at)
{
    bl_clock found = { .first = at };

    return bl_scan_near(scan, at) &&
           bl_small_number(scan, at, 24) >= 0 &&
           (bl_clock_colons(scan, at, &found) ||
            bl_clock_hour_mark(scan, at + 1, &found));
}

/* The half of the day that an hour in one word belongs to, "este hétkor": 12
 * is noon. One with other uses (akşam *beşte*) has to have a word before it. */
static bool find_period(const bl_scan *scan, const bl_sense *sense, size_t at,
                        size_t limit, bl_day_period *to)
{
    *to = sense->value == 0 ? BL_DAY_AM : BL_DAY_MIDDAY;
    if (sense->value % 12 == 0)
        return true;
    *to = bl_clock_period_before(scan, at);
    if ((sense->flags & BL_SENSE_WEAK) != 0)
        return *to != BL_DAY_NONE ||
               bl_clock_has_mark_before(scan, at);
    if (*to == BL_DAY_NONE)
        bl_day_period_behind(scan, limit, to, NULL);
    return true;
}

/* "na nusu", "na robo": thirty and fifteen minutes behind the hour. */
static void read_fraction_of_hour(const bl_scan *scan, bl_clock *to)
{
    size_t next = to->limit;
    size_t limit;
    const bl_sense *part;

    if (to->minute_at != 0 ||
        bl_scan_sense_near(scan, next, BL_SENSE_AND, &next) == NULL)
        return;
    part = bl_scan_sense_near(scan, next, BL_SENSE_FRACTION, &limit);
    if (part == NULL || bl_sense_count(part) != 1 ||
        60 % bl_sense_parts(part) != 0)
        return;
    to->minute_at = next;
    to->minute = 60 / bl_sense_parts(part);
    to->limit = limit;
}

/* "midi moins le quart", "meio-dia e meia": minutes behind noon or midnight;
 * and a half behind any hour in one word, บ่ายโมงครึ่ง. */
static bool read_minutes_of_clock(const bl_scan *scan, bl_clock *to)
{
    if (to->hour % 12 == 0 && !bl_clock_minutes_in_words(scan, to->limit, to))
        read_fraction_of_hour(scan, to);
    return to->minute_at != 0 || bl_clock_half_hour(scan, to->limit, to);
}

/* noon, midnight, ötkor */
static size_t read_clock_word(bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense = bl_scan_sense(scan, at, BL_SENSE_CLOCK, &limit);
    bl_clock found = { .first = at };
    bl_find *find;

    /* "Dél-Korea" is the South, not noon; "15tr" has a scale. */
    if (sense == NULL || bl_scan_has(scan, at, BL_SENSE_SCALE) ||
        is_clock(scan, limit) ||
        bl_scan_is_within_hangul(scan, at) ||
        (bl_scan_is_hyphen(scan, limit) &&
         scan->tokens[limit + 1].kind == BL_TOKEN_WORD) ||
        !find_period(scan, sense, at, limit, &found.period))
        return at;
    found.behind = found.limit = limit;
    found.hour = sense->value;
    if (read_minutes_of_clock(scan, &found))
        return bl_clock_add(scan, &found);
    find = bl_scan_add_time(scan, at, sense->value, BL_QUANTITY_HOUR);
    if (find == NULL)
        return at;
    find->quantity.evidence =
        sense->value % 12 == 0 && (sense->flags & BL_SENSE_WEAK) != 0
            ? BL_EVIDENCE_WEAK
            : BL_EVIDENCE_WORD;
    find->quantity.span = bl_scan_span(scan, at, limit);
    bl_clock_set_hour(&find->quantity, sense->value, found.period);
    find->limit = (uint32_t)limit;
    return limit;
}

/* 三点五升: 3.5 liters, and no time, by what stands behind. */
static bool is_decimal(const bl_scan *scan, size_t mark)
{
    enum { TEN_THOUSAND = 4 };
    size_t next;
    bl_spelled spelled;

    if (bl_scan_sense(scan, mark, BL_SENSE_POINT, &next) == NULL ||
        !bl_scan_near(scan, next) ||
        bl_scan_has(scan, next, BL_SENSE_MINUTES_PAST) ||
        !bl_read_spelled(scan, next, &spelled))
        return false;
    if (spelled.value.exponent >= TEN_THOUSAND)
        return true; /* 三点五亿 */
    return bl_scan_near(scan, spelled.limit) &&
           !bl_scan_has(scan, spelled.limit, BL_SENSE_MINUTE_MARK) &&
           (bl_scan_has(scan, spelled.limit, BL_SENSE_UNIT) ||
            bl_scan_has(scan, spelled.limit, BL_SENSE_PERCENT));
}

/* "saa 2:30 asubuhi", "saa mbili usiku": the mark stands before the hour, and
 * a colon or a day period says that it is no length of time. */
static size_t read_counted_before(bl_scan *scan, size_t at)
{
    bl_clock found = { .first = at };
    bl_spelled spelled;
    int64_t hour;
    const bl_sense *mark =
        bl_scan_sense(scan, at, BL_SENSE_HOUR_FROM, &found.first);

    if (mark == NULL || (mark->flags & BL_SENSE_BEFORE) == 0 ||
        !bl_scan_near(scan, found.first))
        return at;
    hour = bl_small_number(scan, found.first, 12);
    found.behind = found.first + 1;
    if (hour < 0 && bl_read_spelled(scan, found.first, &spelled)) {
        hour = bl_decimal_small(spelled.value, 12);
        found.behind = spelled.limit;
    }
    found.limit = found.behind;
    if (hour < 1)
        return at;
    if (!bl_clock_colons(scan, found.first, &found))
        read_fraction_of_hour(scan, &found);
    found.limit = bl_day_period_behind(scan, found.limit, &found.period, NULL);
    if (!found.sure && found.period == BL_DAY_NONE)
        return at;
    found.hour = (hour + mark->value) % 12;
    if (found.minute_at != 0 || found.period == BL_DAY_NONE)
        found.other = hour;
    return bl_clock_add(scan, &found);
}

/* "eight-thirty", where a hyphen makes one word of both; ten-fifteen may be a
 * range. */
static bool read_hyphened_minutes(const bl_scan *scan, bl_clock *to)
{
    enum { HOURS_MOST = 12 };
    const size_t at = to->behind + 1;
    bl_spelled spelled;
    int64_t minutes;

    if (to->hour < 1 || to->hour > HOURS_MOST ||
        !bl_scan_is_hyphen(scan, to->behind) || !bl_scan_near(scan, at) ||
        scan->tokens[at].gap != BL_GAP_NONE ||
        !bl_read_spelled(scan, at, &spelled) || spelled.ordinal ||
        bl_scan_has_near(scan, spelled.limit, BL_SENSE_UNIT))
        return false;
    minutes = bl_decimal_small(spelled.value, 59);
    if (minutes != 30 && minutes != 45)
        return false;
    bl_clock_set_minutes(to, at, minutes);
    to->minute_end = to->limit = spelled.limit;
    return true;
}

size_t bl_clock_words(bl_scan *scan, size_t at)
{
    size_t limit = bl_read_minutes_before(scan, at);

    if (limit == at)
        limit = read_clock_word(scan, at);
    return limit != at ? limit : read_counted_before(scan, at);
}

/* ---- numbers that are hours --------------------------------------------- */

/* Whether nothing stands there that could be counted. */
static bool is_end(const bl_scan *scan, size_t at)
{
    return at == scan->count || scan->tokens[at].kind == BL_TOKEN_PUNCT;
}

/* "sept heures dix", where nothing else is counted: a part of the day stands
 * behind, or the end. */
static void read_bare_minutes(const bl_scan *scan, bl_clock *to)
{
    enum { LEAST = 5, MOST = 59 };
    const size_t at = to->limit;
    bl_day_period unused;
    bl_spelled spelled;
    int64_t minutes;

    if (!bl_scan_near(scan, at) || !bl_read_spelled(scan, at, &spelled) ||
        spelled.ordinal)
        return;
    minutes = bl_decimal_small(spelled.value, MOST);
    if (minutes < LEAST ||
        !(is_end(scan, spelled.limit) ||
          bl_day_period_behind(scan, spelled.limit, &unused, NULL) !=
              spelled.limit))
        return;
    to->minute_at = at;
    to->minute = minutes;
    to->minute_end = to->limit = spelled.limit;
}

/* What stands behind the number: the mark of hours, with their minutes; in some
 * languages the minutes alone. Whether there is a mark. */
static bool read_mark_behind(const bl_scan *scan, bl_clock *to)
{
    const size_t at = to->behind;
    size_t limit;
    const bl_sense *mark =
        bl_scan_sense_near(scan, at, BL_SENSE_HOUR_MARK, &limit);
    const bool marked = mark != NULL && !is_decimal(scan, at) &&
                        bl_clock_hour_mark(scan, at, to);

    if (to->minute_at == 0 &&
        !bl_clock_minutes_in_words(scan, to->limit, to))
        read_fraction_of_hour(scan, to);
    if (to->minute_at == 0 && marked)
        read_bare_minutes(scan, to);
    return marked;
}

/* Whether words of the day with those flags make an hour of the number before
 * them: those that stand behind hours alone, "in the evening"; but "the seventh
 * in the morning" is a day. */
static bool is_certain(uint8_t flags, bool ordinal)
{
    return (flags & BL_SENSE_WEAK) == 0 ||
           ((flags & BL_SENSE_AFTER) != 0 && !ordinal);
}

/* "seven in the evening", "siete de la tarde", ตีสาม: without a mark of hours,
 * such words tell that the number is one. Whether they do. */
static bool read_certain_period(const bl_scan *scan, bool ordinal,
                                bl_clock *to)
{
    uint8_t flags;
    size_t limit;

    to->period = bl_day_period_before(scan, to->first, &flags);
    if (to->period != BL_DAY_NONE) {
        if ((flags & BL_SENSE_BEFORE) == 0)
            return false;
        to->sure = true;
        bl_clock_half_hour(scan, to->limit, to);
        return true;
    }
    limit = bl_day_period_behind(scan, to->limit, &to->period, &flags);
    if (limit == to->limit || !is_certain(flags, ordinal))
        return false;
    to->limit = limit;
    return true;
}

/* The part of the day that the words on either side say; `first` is the token
 * of the number or of the mark before it. */
static void read_period(const bl_scan *scan, size_t first, bl_clock *to)
{
    to->period = bl_day_period_before(scan, first, NULL);
    if (to->period == BL_DAY_NONE)
        to->limit =
            bl_day_period_behind(scan, to->limit, &to->period, NULL);
}

/* Whether anything beside a number in words may make an hour of it: the mark of
 * hours, a part of the day, or minutes behind a hyphen ("eight-thirty"). */
static bool may_be_hour(const bl_scan *scan, size_t at,
                        const bl_spelled *spelled)
{
    enum { HOURS = 24 };
    const bl_sense_set behind =
        BL_SENSE_BIT(BL_SENSE_HOUR_MARK) | BL_SENSE_BIT(BL_SENSE_HOUR_FROM) |
        BL_SENSE_BIT(BL_SENSE_AM) | BL_SENSE_BIT(BL_SENSE_PM) |
        BL_SENSE_BIT(BL_SENSE_NIGHT) | BL_SENSE_BIT(BL_SENSE_MIDDAY);

    return (bl_decimal_small(spelled->value, HOURS) >= 0 ||
            spelled->value.exponent < 0) &&
           ((bl_scan_behind(scan, spelled->limit) & behind) != 0 ||
            (bl_scan_before(scan, at) & BL_SENSE_BIT(BL_SENSE_HOUR_MARK)) !=
                0 ||
            bl_scan_is_hyphen(scan, spelled->limit));
}

/* Whether another number leads to it: "ten to six in the evening" are minutes,
 * or a range. */
static bool is_led_to(const bl_scan *scan, size_t at)
{
    const bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;
    size_t limit;

    return find != NULL && find->limit < at &&
           bl_scan_sense_near(scan, find->limit, BL_SENSE_RANGE_TO,
                              &limit) != NULL &&
           limit == at;
}

/* "diez y cinco", which is no fifteen behind a mark of hours: the first word is
 * the hour where the others are minutes. */
static bool read_hour_of_words(const bl_scan *scan, bl_clock *to)
{
    size_t unused;
    size_t limit;
    const bl_sense *hour =
        bl_scan_sense(scan, to->first, BL_SENSE_CARDINAL, &limit);

    if (hour == NULL || hour->value > 12 || limit >= to->behind ||
        bl_clock_mark_before(scan, to->first, &unused) == NULL ||
        bl_minutes_behind(scan, limit, &unused) <= 0)
        return false;
    to->hour = hour->value;
    bl_clock_minutes_in_words(scan, limit, to);
    to->behind = limit;
    return true;
}

/* "शाम साढ़े सात बजे": the word has half an hour or a quarter in it, and the part
 * of the day tells that it is no length of time. */
static size_t read_hour_with_part(bl_scan *scan, size_t at,
                                  const bl_spelled *spelled)
{
    enum { QUARTERS = 4, QUARTER = 15, HOURS = 12 };
    bl_clock found = { .first = at,
                       .behind = spelled->limit,
                       .limit = spelled->limit };
    bl_decimal quarters;
    int64_t count;
    bl_find *find;

    if (!bl_decimal_multiply(spelled->value, bl_decimal_of(QUARTERS, 0),
                             &quarters))
        return at;
    count = bl_decimal_small(quarters, QUARTERS * (HOURS + 1) - 1);
    if (count < QUARTERS || !read_mark_behind(scan, &found) || !found.sure)
        return at;
    read_period(scan, at, &found);
    find = found.period != BL_DAY_NONE
               ? bl_scan_add(scan, at, spelled->limit)
               : NULL;
    if (find == NULL)
        return at;
    find->kind = BL_ENTITY_TIME;
    find->limit = (uint32_t)found.limit;
    bl_clock_set_minutes_of_hour(&find->quantity, count / QUARTERS,
                                 count % QUARTERS * QUARTER, found.period);
    return found.limit;
}

size_t bl_read_hour(bl_scan *scan, size_t at, const bl_spelled *spelled)
{
    enum { HOURS = 24 };
    bl_clock found = { .first = at,
                       .behind = spelled->limit,
                       .limit = spelled->limit,
                       .hour = bl_decimal_small(spelled->value, HOURS) };
    size_t first = at;
    bool marked;

    if (!may_be_hour(scan, at, spelled))
        return at;
    if (found.hour < 0)
        return read_hour_with_part(scan, at, spelled);
    if (bl_clock_counted(scan, found.behind, &found))
        return bl_clock_add(scan, &found);
    if (read_hyphened_minutes(scan, &found)) {
        found.limit =
            bl_day_period_behind(scan, found.limit, &found.period, NULL);
        return bl_clock_add(scan, &found);
    }
    marked =
        read_hour_of_words(scan, &found) || read_mark_behind(scan, &found);
    if (!marked)
        marked = bl_clock_mark_before(scan, at, &first) != NULL;
    if (!marked && (is_led_to(scan, at) ||
                    !read_certain_period(scan, spelled->ordinal, &found)))
        return at;
    if (marked)
        read_period(scan, first, &found);
    /* "sept heures" may be a length of time; the minutes of "las tres y diez"
     * tell that it is none. */
    if (found.period == BL_DAY_NONE && !found.sure)
        return at;
    found.weak = (spelled->evidence == BL_EVIDENCE_WEAK &&
                  (!marked || found.period == BL_DAY_NONE)) ||
                 (spelled->ordinal && found.hour == 1); /* prime ore */
    return bl_clock_add(scan, &found);
}
