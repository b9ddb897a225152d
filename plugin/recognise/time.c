/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Times of the day: 20:30, 8:30 p.m., 20h30, 20 giờ 30, 午後8時30分, noon. The
 * hour is read on the 24 hour clock first; a time without a day period may
 * be of either half of the day. Some count the hours from another one than
 * midnight: 2 ทุ่ม and "saa 2 usiku" are 20:00.
 */
#include "recognise/timing.h"

#include "text/chars.h"

static bool has_two_digits(const bl_scan *scan, size_t at)
{
    return bl_scan_digits(scan, at) == 2;
}

/* What parts hours and minutes: a colon, or the sign of the locale where it
 * cannot be taken for that of decimals or dates. */
static uint32_t time_sign(const bl_scan *scan, size_t at)
{
    const bl_date_style *style = &scan->language->dates;

    return style->time_sign == '.' && style->date_sign != '.' &&
                   scan->language->symbols.latin.decimal != '.' &&
                   has_two_digits(scan, at + 2) && bl_scan_is(scan, at + 1, '.')
               ? '.'
               : ':';
}

/* 20:30, 20:30:15 */
bool bl_clock_colons(const bl_scan *scan, size_t at, bl_clock *to)
{
    uint32_t sign;

    if (!bl_scan_glued_number(scan, at + 2) || !has_two_digits(scan, at + 2))
        return false;
    sign = time_sign(scan, at);
    if (!bl_scan_is(scan, at + 1, sign) ||
        (sign == '.' && !has_two_digits(scan, at) &&
         !bl_scan_is(scan, at + 3, '.')))
        return false;
    to->minute_at = at + 2;
    to->minute = bl_small_number(scan, at + 2, 59);
    to->limit = at + 3;
    if (to->minute < 0)
        return false;
    if (bl_scan_is(scan, at + 3, sign) && bl_scan_glued_number(scan, at + 4) &&
        bl_small_number(scan, at + 4, 59) >= 0) {
        to->second_at = at + 4;
        to->second = bl_small_number(scan, at + 4, 59);
        to->limit = at + 5;
    }
    to->sure = true;
    return true;
}

const bl_sense *bl_clock_mark_before(const bl_scan *scan, size_t at,
                                     size_t *first)
{
    const bl_sense *mark =
        bl_scan_sense_before(scan, at, BL_SENSE_HOUR_MARK, first);

    /* The point of "kl." */
    if (mark == NULL && at > 1 && bl_scan_near(scan, at) &&
        bl_scan_is(scan, at - 1, '.'))
        mark = bl_scan_sense_before(scan, at - 1, BL_SENSE_HOUR_MARK, first);
    return mark != NULL && (mark->flags & BL_SENSE_BEFORE) != 0 ? mark : NULL;
}

/* "alle 20.30", "kl. 20.30" */
bool bl_clock_has_mark_before(const bl_scan *scan, size_t at)
{
    size_t unused;
    const bl_sense *mark = bl_clock_mark_before(scan, at, &unused);

    return mark != NULL && (mark->flags & BL_SENSE_WEAK) == 0;
}

bl_day_period bl_clock_period_before(const bl_scan *scan, size_t at)
{
    const bl_day_period found = bl_day_period_before(scan, at, NULL);
    size_t first = at;
    const bl_sense *mark = found == BL_DAY_NONE
                               ? bl_clock_mark_before(scan, at, &first)
                               : NULL;

    return mark != NULL && (mark->flags & BL_SENSE_WEAK) == 0
               ? bl_day_period_before(scan, first, NULL)
               : found;
}

/* Whether nothing but a dash, a comma or a word between two times stands in
 * tokens [limit, next). */
static bool leads_to(const bl_scan *scan, size_t limit, size_t next)
{
    size_t end;

    if (limit + 1 == next && (bl_is_dash(scan->tokens[limit].c) ||
                              scan->tokens[limit].c == ','))
        return true;
    return (bl_scan_sense_near(scan, limit, BL_SENSE_RANGE_TO, &end) != NULL &&
            end == next) ||
           (bl_scan_sense_near(scan, limit, BL_SENSE_AND, &end) != NULL &&
            end == next);
}

/* The 10.45 of "kl. 9.15–10.45": the word before the first time goes for what
 * is led to by it as well, unless it is of something else. */
static bool follows_time(const bl_scan *scan, size_t at)
{
    const bl_sense_set others =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |
        BL_SENSE_BIT(BL_SENSE_PERCENT) | BL_SENSE_BIT(BL_SENSE_SCALE);
    const bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;

    return find != NULL && find->quantity.role == BL_QUANTITY_MINUTE &&
           find->first > 0 && scan->tokens[find->first - 1].c == '.' &&
           leads_to(scan, find->limit, at) &&
           (bl_scan_behind(scan, at + 3) & others) == 0;
}

/* 20.30 Uhr, 8.30 p.m., kl. 20.30: there has to be a word. */
static bool read_point(const bl_scan *scan, size_t at, bl_clock *to)
{
    size_t limit;
    bl_day_period found = BL_DAY_NONE;

    if (!bl_scan_is(scan, at + 1, '.') ||
        !bl_scan_glued_number(scan, at + 2) || !has_two_digits(scan, at + 2))
        return false;
    to->minute_at = at + 2;
    to->minute = bl_small_number(scan, at + 2, 59);
    to->limit = at + 3;
    if (to->minute < 0)
        return false;
    if (bl_scan_sense_near(scan, at + 3, BL_SENSE_HOUR_MARK, &limit) != NULL)
        to->limit = limit;
    else if (bl_day_period_behind(scan, at + 3, &found, NULL) == at + 3 &&
             !bl_clock_has_mark_before(scan, at) && !follows_time(scan, at))
        return false;
    to->sure = true;
    return true;
}

/* 0200 GMT, 1430 hours: hours and minutes in one number of four digits, before
 * the mark of hours; where that counts hours as well, the first is 0. */
static bool read_four_digits(const bl_scan *scan, size_t at, bl_clock *to)
{
    const int64_t value = bl_small_number(scan, at, 2359);
    const bl_sense *mark;

    if (value < 0 || value % 100 > 59 || bl_scan_digits(scan, at) != 4)
        return false;
    mark = bl_scan_sense_near(scan, at + 1, BL_SENSE_HOUR_MARK, &to->limit);
    if (mark == NULL || (mark->flags & BL_SENSE_BEFORE) != 0 ||
        ((mark->flags & BL_SENSE_WEAK) != 0 && value >= 1000))
        return false;
    to->hour = value / 100;
    to->minute = value % 100;
    to->in_one = true;
    to->sure = true;
    return true;
}

void bl_clock_set_minutes(bl_clock *to, size_t at, int64_t minutes)
{
    to->sure = true;
    to->minute_at = at;
    to->minute = minutes;
}

/* The half of "8 giờ rưỡi", "8点半" and "8시 반". */
bool bl_clock_half_hour(const bl_scan *scan, size_t at, bl_clock *to)
{
    size_t limit;
    const bl_sense *half =
        bl_scan_sense_near(scan, at, BL_SENSE_FRACTION, &limit);

    if (half == NULL || bl_sense_parts(half) != 2 ||
        (!to->sure && (half->flags & BL_SENSE_AFTER) == 0))
        return false;
    bl_clock_set_minutes(to, at, 30);
    to->limit = limit;
    return true;
}

/* The 2 of "22H2", a release of the second half of a year: minutes that are
 * glued to their hours have two digits. */
static bool is_release(const bl_scan *scan, size_t at)
{
    return bl_scan_glued_number(scan, at) && !has_two_digits(scan, at) &&
           (scan->tokens[at - 1].flags & BL_TOKEN_GLYPH) == 0 &&
           !(bl_scan_has_near(scan, at + 1, BL_SENSE_MINUTE_MARK));
}

/* 三刻 behind the mark of the hours, "kém mười lăm". */
bool bl_clock_minutes_in_words(const bl_scan *scan, size_t at,
                                  bl_clock *to)
{
    const int64_t minutes = bl_minutes_behind(scan, at, &to->limit);

    if (minutes == 0)
        return false;
    bl_clock_set_minutes(to, at, (minutes + 60) % 60);
    if (minutes < 0)
        to->hour = (to->hour + 23) % 24;
    return true;
}

static void set_minutes_to(bl_clock *to)
{
    if (to->minute == 0)
        return;
    to->minute = 60 - to->minute;
    to->hour = (to->hour + 23) % 24;
}

/* Whether the minutes before tokens[at] are to the hour: 8時5分前. */
static bool read_minutes_to(const bl_scan *scan, size_t at, bl_clock *to)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense_near(scan, at, BL_SENSE_MINUTES_TO, &limit);

    if (sense == NULL || sense->value != 0 || to->minute == 0)
        return false;
    to->limit = limit;
    set_minutes_to(to);
    return true;
}

/* Behind "kém", which says that the minutes behind it are to the hour: 7 giờ
 * kém 15; or `at`. */
static size_t skip_minutes_to(const bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *sense =
        bl_scan_sense_near(scan, at, BL_SENSE_MINUTES_TO, &limit);

    return sense != NULL && sense->value == 0 &&
                   (sense->flags & BL_SENSE_BEFORE) != 0
               ? limit
               : at;
}

static bool read_spelled_minutes(const bl_scan *scan, size_t at,
                                 bl_clock *to)
{
    const int64_t minutes =
        bl_spelled_minutes(scan, at, &to->minute_end, &to->limit);

    if (minutes >= 0)
        bl_clock_set_minutes(to, at, minutes);
    return minutes >= 0;
}

/* "elke zes uur 2,5 ml": places of a decimal stand behind the number, which is
 * no two digits of minutes. */
static bool is_decimal(const bl_scan *scan, size_t at)
{
    return (bl_scan_is(scan, at + 1, '.') || bl_scan_is(scan, at + 1, ',')) &&
           !has_two_digits(scan, at) && bl_scan_glued_number(scan, at + 2) &&
           scan->tokens[at + 1].gap == BL_GAP_NONE;
}

/* What stands behind the mark of the hours: 30 phút, 30分, rưỡi. */
static void read_minutes(const bl_scan *scan, size_t at, bl_clock *to)
{
    const size_t next = skip_minutes_to(scan, at);

    to->limit = at;
    if (bl_clock_minutes_in_words(scan, at, to) ||
        bl_clock_half_hour(scan, at, to) ||
        read_spelled_minutes(scan, at, to) ||
        !bl_scan_near(scan, next) ||
        scan->tokens[next].kind != BL_TOKEN_NUMBER ||
        bl_small_number(scan, next, 59) < 0 || is_decimal(scan, next))
        return;
    bl_clock_set_minutes(to, next, bl_small_number(scan, next, 59));
    to->limit = next + 1;
    if (next != at)
        set_minutes_to(to);
    if (next != at || !read_minutes_to(scan, next + 1, to))
        bl_scan_sense_near(scan, next + 1, BL_SENSE_MINUTE_MARK, &to->limit);
}

/* 20h30, 20 giờ 30 phút, 20時30分, 8 giờ */
bool bl_clock_hour_mark(const bl_scan *scan, size_t at, bl_clock *to)
{
    size_t next;
    const bl_sense *mark;

    if (!bl_scan_near(scan, at))
        return false;
    mark = bl_scan_sense(scan, at, BL_SENSE_HOUR_MARK, &next);
    if (mark == NULL || (mark->flags & BL_SENSE_BEFORE) != 0)
        return false;
    if (is_release(scan, next))
        return false;
    to->sure = (mark->flags & BL_SENSE_WEAK) == 0;
    read_minutes(scan, next, to);
    return true;
}

/* 2 ทุ่ม, สองทุ่มครึ่ง: counted from another hour, which the mark says. */
bool bl_clock_counted(const bl_scan *scan, size_t at, bl_clock *to)
{
    size_t next;
    const bl_sense *mark =
        bl_scan_sense_near(scan, at, BL_SENSE_HOUR_FROM, &next);

    if (mark == NULL || (mark->flags & BL_SENSE_BEFORE) != 0 || to->hour < 1 ||
        to->hour + mark->value > 24)
        return false;
    to->hour += mark->value;
    to->sure = true;
    read_minutes(scan, next, to);
    return true;
}

/* The first or the second half of the digits of a number. */
static void take_half(bl_quantity *quantity, bool second)
{
    const uint32_t half =
        (quantity->span.limit - quantity->span.start) / 2;

    if (second)
        quantity->span.start += half;
    else
        quantity->span.limit -= half;
    quantity->numeral = quantity->span;
}

/* The hour of the day that a period makes of 0 to 12. */
int64_t bl_clock_hour_of_day(int64_t hour, bl_day_period when)
{
    const bool late = hour >= 6 && hour <= 11;

    switch (when) {
    case BL_DAY_AM:
        return hour % 12;
    case BL_DAY_PM:
        return hour % 12 + 12;
    case BL_DAY_NIGHT:
        return late ? hour + 12 : hour % 12;
    case BL_DAY_MIDDAY:
        return hour >= 10 ? hour : hour % 12 + 12;
    default:
        return hour;
    }
}

/* 8 p.m. is 20, though other words may call it 8; 8 is 8 or 20; 8 a.m. is
 * nothing else. */
void bl_clock_set_hour(bl_quantity *quantity, int64_t hour,
                       bl_day_period when)
{
    const int64_t value =
        hour <= 12 ? bl_clock_hour_of_day(hour, when) : hour % 24;

    quantity->value[0] = bl_decimal_of(value, 0);
    quantity->value[1] = bl_decimal_of((value + 12) % 24, 0);
    quantity->reading_count =
        when == BL_DAY_AM && value > 0 && value < 12 ? 1 : 2;
    /* "24 uur" is midnight, or as many hours; 26時 may be written 26:00. */
    if (hour >= 24)
        quantity->value[quantity->reading_count++] = bl_decimal_of(hour, 0);
    if (when != BL_DAY_NONE || value == 0 || hour > 12)
        quantity->flags |= BL_QUANTITY_SETTLED;
    if (when != BL_DAY_NONE)
        quantity->flags |= BL_QUANTITY_HALVED;
}

/* "saa 8:00 asubuhi" is 2 at night, but may be meant as it is written. */
static void set_counted(bl_quantity *quantity, int64_t other)
{
    quantity->value[1] = bl_decimal_of(other, 0);
    quantity->reading_count = 2;
    quantity->flags &= (uint16_t)~BL_QUANTITY_SETTLED;
}

/* The 5 of "5 to 7 p.m." and "5-7 p.m.", an hour of either half of the day. */
static void read_range_start(bl_scan *scan, const bl_clock *to)
{
    bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;
    size_t limit;
    int64_t hour;

    if (to->period == BL_DAY_NONE || find == NULL ||
        find->kind != BL_ENTITY_NUMBER || find->limit != find->first + 1 ||
        find->quantity.role != BL_QUANTITY_NUMBER ||
        find->quantity.unit != BL_UNIT_NONE)
        return;
    limit = find->limit;
    hour = bl_small_number(scan, find->first, 12);
    if (bl_is_dash(scan->tokens[limit].c))
        limit++;
    else
        bl_scan_sense_near(scan, limit, BL_SENSE_RANGE_TO, &limit);
    if (hour < 1 || limit == find->limit || limit != to->first)
        return;
    find->kind = BL_ENTITY_TIME;
    find->quantity.role = BL_QUANTITY_HOUR;
    bl_clock_set_hour(&find->quantity, hour, BL_DAY_NONE);
    find->quantity.native_count = find->quantity.reading_count;
}

static void add_minute(bl_scan *scan, const bl_clock *from)
{
    const size_t at = from->in_one ? from->first : from->minute_at;
    bl_find *find =
        bl_scan_add_time(scan, at, from->minute, BL_QUANTITY_MINUTE);

    if (find == NULL)
        return;
    find->limit = (uint32_t)from->limit;
    if (from->in_one)
        take_half(&find->quantity, true);
    if (from->minute_end != 0)
        find->quantity.span = bl_scan_span(scan, at, from->minute_end);
    if (scan->tokens[at].kind != BL_TOKEN_NUMBER)
        find->quantity.evidence = BL_EVIDENCE_WORD;
    /* 8:00 and 8 o'clock are the same. */
    if (from->minute == 0)
        find->quantity.flags |= BL_QUANTITY_OPTIONAL;
}

/* The 9.30 of "9.30 bis 17.30 Uhr", which looks like a decimal. */
static void read_pointed_start(bl_scan *scan, const bl_clock *to)
{
    enum { TOKENS = 3, HOURS = 24, MINUTES = 59 };
    bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;
    size_t first;
    int64_t hour;
    int64_t minute;

    if (to->minute_at == 0 || find == NULL ||
        find->kind != BL_ENTITY_NUMBER || find->limit != find->first + TOKENS ||
        find->quantity.role != BL_QUANTITY_NUMBER ||
        find->quantity.unit != BL_UNIT_NONE ||
        find->quantity.fraction_digits != 2 ||
        scan->tokens[find->first + 1].c != '.' ||
        !leads_to(scan, find->limit, to->first))
        return;
    first = find->first;
    hour = bl_small_number(scan, first, HOURS);
    minute = bl_small_number(scan, first + 2, MINUTES);
    if (hour < 0 || minute < 0)
        return;
    scan->find_count--;
    find = bl_scan_add_time(scan, first, hour, BL_QUANTITY_HOUR);
    if (find == NULL)
        return;
    bl_clock_set_hour(&find->quantity, hour, BL_DAY_NONE);
    find->quantity.native_count = find->quantity.reading_count;
    find->limit = (uint32_t)first + TOKENS;
    find = bl_scan_add_time(scan, first + 2, minute, BL_QUANTITY_MINUTE);
    if (find != NULL && minute == 0)
        find->quantity.flags |= BL_QUANTITY_OPTIONAL;
}

size_t bl_clock_add(bl_scan *scan, const bl_clock *from)
{
    bl_find *find;

    read_range_start(scan, from);
    read_pointed_start(scan, from);
    find = bl_scan_add_time(scan, from->first, from->hour, BL_QUANTITY_HOUR);

    if (find == NULL)
        return from->limit;
    if (from->in_one)
        take_half(&find->quantity, false);
    else
        find->quantity.span = bl_scan_span(scan, from->first, from->behind);
    bl_clock_set_hour(&find->quantity, from->hour, from->period);
    if (from->other != 0)
        set_counted(&find->quantity,
                    bl_clock_hour_of_day(from->other, from->period));
    find->quantity.native_count = find->quantity.reading_count;
    if (scan->tokens[from->first].kind != BL_TOKEN_NUMBER)
        find->quantity.evidence =
            from->weak ? BL_EVIDENCE_WEAK : BL_EVIDENCE_WORD;
    find->limit = (uint32_t)from->limit;
    if (from->in_one || from->minute_at != 0)
        add_minute(scan, from);
    if (from->second_at != 0) {
        find = bl_scan_add_time(scan, from->second_at, from->second,
                                BL_QUANTITY_SECOND);
        if (find != NULL) {
            find->limit = (uint32_t)from->limit;
            if (from->second == 0)
                find->quantity.flags |= BL_QUANTITY_OPTIONAL;
        }
    }
    return from->limit;
}

/* 26時: an hour that is counted on past midnight, with its mark written onto
 * it. */
static bool is_late(const bl_scan *scan, size_t at)
{
    size_t limit;
    const bl_sense *mark =
        bl_scan_sense_near(scan, at + 1, BL_SENSE_HOUR_MARK, &limit);

    return mark != NULL &&
           (mark->flags & (BL_SENSE_WEAK | BL_SENSE_BEFORE)) == 0 &&
           (scan->tokens[at + 1].flags & BL_TOKEN_GLYPH) != 0 &&
           scan->tokens[at + 1].gap == BL_GAP_NONE;
}

static size_t read_digits(bl_scan *scan, size_t at)
{
    enum { HOURS = 24, LATE_HOURS = 29 };
    bl_clock found = { .first = at, .behind = at + 1, .limit = at + 1 };

    if (read_four_digits(scan, at, &found))
        return bl_clock_add(scan, &found);
    found.hour = bl_small_number(scan, at, LATE_HOURS);
    if (found.hour < 0 || (found.hour > HOURS && !is_late(scan, at)))
        return at;
    if (bl_clock_counted(scan, at + 1, &found))
        return bl_clock_add(scan, &found);
    if (!bl_clock_colons(scan, at, &found) && !read_point(scan, at, &found) &&
        !bl_clock_hour_mark(scan, bl_skip_time_suffix(scan, at + 1), &found)) {
        /* 8 p.m. */
        const size_t suffix = bl_skip_time_suffix(scan, at + 1);
        size_t limit = bl_day_period_behind(scan, at + 1, &found.period, NULL);

        /* sabah 7'de, reggel 7-kor */
        if (limit == at + 1 && suffix != limit) {
            found.period = bl_clock_period_before(scan, found.first);
            limit = suffix;
        }
        if (found.period == BL_DAY_NONE || found.hour > 12)
            return at;
        found.limit = limit;
        found.sure = true;
        return bl_clock_add(scan, &found);
    }
    found.period = bl_clock_period_before(scan, found.first);
    if (found.period == BL_DAY_NONE)
        found.limit =
            bl_day_period_behind(scan, found.limit, &found.period, NULL);
    /* "8 giờ" and "8 hours" may be a length of time. */
    if (!found.sure && found.period == BL_DAY_NONE)
        return at;
    return bl_clock_add(scan, &found);
}

size_t bl_read_time(bl_scan *scan, size_t at)
{
    return scan->tokens[at].kind == BL_TOKEN_NUMBER
               ? read_digits(scan, at)
               : bl_clock_words(scan, at);
}
