/* SPDX-License-Identifier: Apache-2.0 */
/* ICU's formatters, and what they were told to write. */
#include "property/samples.h"

#include "bench/random.h"
#include "text/spellout.h"

#include <unicode/ucal.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

enum { UNITS = SAMPLE_BYTES, TIMES = 4, NAME = 96 };

/* What is being made, and who gets it. */
typedef struct maker {
    const char *locale;
    random_state random;
    sample_sink sink;
    void *context;
    sample sample;
} maker;

static void begin(maker *m)
{
    memset(&m->sample, 0, sizeof(m->sample));
}

static void say(maker *m, uint8_t role, int64_t value)
{
    m->sample.parts[m->sample.part_count++] = (sample_part){
        .role = role, .value = bl_decimal_of(value, 0), .unit = ""
    };
}

static bool set_text(maker *m, const UChar *units, int32_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = 0;

    u_strToUTF8(m->sample.text, SAMPLE_BYTES, &bytes, units, size, &status);
    return U_SUCCESS(status) && bytes > 0 && bytes < SAMPLE_BYTES;
}

/* ---- numbers ------------------------------------------------------------ */

typedef enum shape {
    SHAPE_INTEGER,
    SHAPE_DECIMAL,
    SHAPE_SMALL,   /* up to 999.9, as measures mostly are */
    SHAPE_ROUND    /* two digits and zeros: 4 600 000 */
} shape;

static bl_decimal random_value(maker *m, shape as)
{
    const uint32_t digits = 1 + random_below(&m->random, 9);
    int64_t value = 1 + random_below(&m->random, 9);
    int32_t zeros;

    switch (as) {
    case SHAPE_SMALL:
        value = 2 + random_below(&m->random, 9997);
        return bl_decimal_of(value, value < 1000 ? 0 : -1);
    case SHAPE_ROUND:
        zeros = 2 + (int32_t)random_below(&m->random, 11);
        return bl_decimal_of(10 + random_below(&m->random, 90), zeros);
    default:
        for (uint32_t i = 1; i < digits; i++)
            value = value * 10 + random_below(&m->random, 10);
        return bl_decimal_of(value, as == SHAPE_INTEGER ? 0
                                    : digits > 2           ? -2
                                                           : -1);
    }
}

/* The value by an ICU number skeleton. */
static void make_number(maker *m, const char *skeleton, shape as,
                        const char *unit, bool shared)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[UNITS];
    int32_t size;
    UNumberFormatter *format;
    UFormattedNumber *result = unumf_openResult(&status);

    u_uastrcpy(units, skeleton);
    format = unumf_openForSkeletonAndLocale(units, -1, m->locale, &status);
    for (int i = 0; i < TIMES && U_SUCCESS(status); i++) {
        const bl_decimal value = random_value(m, as);
        char digits[48];

        begin(m);
        say(m, BL_QUANTITY_NUMBER, 0);
        m->sample.parts[0].value = value;
        m->sample.parts[0].unit = unit;
        m->sample.parts[0].shared_sign = shared;
        snprintf(digits, sizeof(digits), "%llde%d",
                 (long long)value.coefficient, (int)value.exponent);
        unumf_formatDecimal(format, digits, -1, result, &status);
        size = unumf_resultToString(result, units, UNITS, &status);
        if (U_SUCCESS(status) && set_text(m, units, size))
            m->sink(m->context, &m->sample);
    }
    unumf_closeResult(result);
    unumf_close(format);
}

static void make_integers(maker *m, const char *skeleton)
{
    make_number(m, skeleton, SHAPE_INTEGER, "", false);
}

static void make_decimals(maker *m, const char *skeleton)
{
    make_number(m, skeleton, SHAPE_DECIMAL, "", false);
}

static void make_percents(maker *m, const char *skeleton)
{
    make_number(m, skeleton, SHAPE_SMALL, "percent", false);
}

static void make_compacts(maker *m, const char *skeleton)
{
    make_number(m, skeleton, SHAPE_ROUND, "", false);
}

/* ---- money and measures ------------------------------------------------- */

static void make_currency(maker *m, const char *code, const char *width)
{
    char skeleton[NAME];

    snprintf(skeleton, sizeof(skeleton), "currency/%s unit-width-%s .##", code,
             width);
    make_number(m, skeleton, SHAPE_DECIMAL, code,
                strcmp(width, "iso-code") != 0);
}

/* Large currencies, and the locale's own. */
static void make_currencies(maker *m, const char *width)
{
    static const char *const codes[] = { "USD", "EUR", "GBP", "JPY", "CNY",
                                         "INR", "KRW", "VND", "CHF", "RUB" };
    static char own[8];
    UErrorCode status = U_ZERO_ERROR;
    UChar code[8];

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        make_currency(m, codes[i], width);
    ucurr_forLocale(m->locale, code, 8, &status);
    if (U_FAILURE(status))
        return;
    u_UCharsToChars(code, own, 4);
    make_currency(m, own, width);
}

static void make_measures(maker *m, const char *width)
{
    static const char *const names[] = {
        "kilometer", "meter", "centimeter", "millimeter", "mile", "foot",
        "inch", "kilogram", "gram", "milligram", "tonne", "pound", "ounce",
        "liter", "milliliter", "celsius", "fahrenheit",
        "kilometer-per-hour", "mile-per-hour", "meter-per-second",
        "square-kilometer", "square-meter", "hectare", "acre",
        "cubic-meter", "year", "month", "week", "day", "hour", "minute",
        "second", "millisecond", "kilobyte", "megabyte", "gigabyte", "watt",
        "kilowatt", "kilowatt-hour", "megawatt", "volt", "hertz",
        "gigahertz", "kilocalorie", "degree",
    };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char skeleton[NAME];

        snprintf(skeleton, sizeof(skeleton), "unit/%s unit-width-%s .#",
                 names[i], width);
        make_number(m, skeleton, SHAPE_SMALL, names[i], false);
    }
}

/* ---- words -------------------------------------------------------------- */

static int64_t random_count(maker *m, int i)
{
    static const uint32_t limits[] = { 21, 100, 1000, 10000, 1000000 };

    return 1 + random_below(&m->random, limits[i % 5] - 1);
}

static void make_ordinals(maker *m, const char *unused)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[UNITS];
    UNumberFormat *format =
        unum_open(UNUM_ORDINAL, NULL, 0, m->locale, NULL, &status);

    (void)unused;
    /* Without rules of its own a language gets those of the root. */
    if (U_SUCCESS(status) &&
        strncmp(unum_getLocaleByType(format, ULOC_ACTUAL_LOCALE, &status),
                m->locale, 2) != 0)
        status = U_MISSING_RESOURCE_ERROR;
    for (int i = 0; i < 3 * TIMES && U_SUCCESS(status); i++) {
        const int64_t value = random_count(m, i);
        const int32_t size =
            unum_formatInt64(format, value, units, UNITS, NULL, &status);

        begin(m);
        say(m, BL_QUANTITY_NUMBER, value);
        if (U_SUCCESS(status) && set_text(m, units, size))
            m->sink(m->context, &m->sample);
    }
    unum_close(format);
}

static void make_words(maker *m, const char *kind)
{
    bl_spellout *spellout = bl_spellout_open(m->locale);

    for (int set = 0; spellout != NULL && set < bl_spellout_sets(spellout);
         set++) {
        const char *name = bl_spellout_set(spellout, set);

        /* "thirty-one seventy-one" is a year in words. */
        if (strncmp(name, kind, strlen(kind)) != 0 ||
            strstr(name, "year") != NULL)
            continue;
        for (int i = 0; i < 4 * TIMES; i++) {
            const int64_t value = random_count(m, i);

            begin(m);
            say(m, BL_QUANTITY_NUMBER, value);
            if (bl_spellout_write(spellout, set, value, m->sample.text,
                                  SAMPLE_BYTES) != 0)
                m->sink(m->context, &m->sample);
        }
    }
    bl_spellout_close(spellout);
}

/* ---- dates and times ---------------------------------------------------- */

typedef struct moment {
    int64_t days; /* since 1970 */
    int64_t year, month, day, weekday;
    int64_t hour, minute, second;
} moment;

/* Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static moment random_moment(maker *m)
{
    moment at = { .days = (int64_t)random_below(&m->random, 36000) - 7000 };
    const int64_t z = at.days + 719468;
    const int64_t era = z / 146097;
    const int64_t doe = z % 146097;
    const int64_t yoe =
        (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const int64_t mp = (5 * doy + 2) / 153;

    at.day = doy - (153 * mp + 2) / 5 + 1;
    at.month = mp < 10 ? mp + 3 : mp - 9;
    at.year = yoe + era * 400 + (at.month <= 2);
    at.weekday = (z + 3) % 7 + 1;
    at.hour = random_below(&m->random, 24);
    at.minute = random_below(&m->random, 60);
    at.second = random_below(&m->random, 60);
    return at;
}

/* The parts of a moment that a pattern writes. */
static void say_fields(maker *m, const UChar *pattern, const moment *at)
{
    static const struct {
        const char *letters;
        uint8_t role;
    } fields[] = {
        { "yYuUr", BL_QUANTITY_YEAR }, { "ML", BL_QUANTITY_MONTH },
        { "d", BL_QUANTITY_DAY },      { "Eec", BL_QUANTITY_WEEKDAY },
        { "Qq", BL_QUANTITY_QUARTER }, { "HhKk", BL_QUANTITY_HOUR },
        { "m", BL_QUANTITY_MINUTE },   { "s", BL_QUANTITY_SECOND },
    };
    const int64_t values[] = { at->year,    at->month,
                               at->day,     at->weekday,
                               (at->month + 2) / 3, at->hour,
                               at->minute,  at->second };
    unsigned seen = 0;
    bool quoted = false;

    for (; *pattern != 0; pattern++) {
        if (*pattern == '\'')
            quoted = !quoted;
        for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
            if (quoted || *pattern >= 0x80 ||
                strchr(fields[i].letters, (char)*pattern) == NULL ||
                (seen & 1u << i) != 0)
                continue;
            seen |= 1u << i;
            say(m, fields[i].role, values[i]);
        }
    }
}

static void make_moments(maker *m, UDateFormat *format)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar pattern[UNITS];
    UChar units[UNITS];

    udat_toPattern(format, 0, pattern, UNITS, &status);
    for (int i = 0; i < 3 * TIMES && U_SUCCESS(status); i++) {
        const moment at = random_moment(m);
        const UDate date =
            1000.0 * (double)(at.days * 86400 + at.hour * 3600 +
                              at.minute * 60 + at.second);
        const int32_t size =
            udat_format(format, date, units, UNITS, NULL, &status);

        begin(m);
        say_fields(m, pattern, &at);
        if (U_SUCCESS(status) && set_text(m, units, size))
            m->sink(m->context, &m->sample);
    }
}

static void make_style(maker *m, const char *locale, UDateFormatStyle time,
                       UDateFormatStyle date)
{
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(time, date, locale, u"UTC", 3, NULL, 0, &status);

    if (U_SUCCESS(status))
        make_moments(m, format);
    udat_close(format);
}

static UDateFormatStyle style_of(const char *name)
{
    return strcmp(name, "full") == 0     ? UDAT_FULL
           : strcmp(name, "long") == 0   ? UDAT_LONG
           : strcmp(name, "medium") == 0 ? UDAT_MEDIUM
                                         : UDAT_SHORT;
}

static void gregorian(const maker *m, char *locale)
{
    snprintf(locale, NAME, "%s@calendar=gregorian", m->locale);
}

static void make_dates(maker *m, const char *style)
{
    char locale[NAME];

    gregorian(m, locale);
    make_style(m, locale, UDAT_NONE, style_of(style));
}

/* In the calendar of the locale, where it has another one. */
static void make_local_dates(maker *m, const char *style)
{
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *calendar =
        ucal_open(u"UTC", 3, m->locale, UCAL_DEFAULT, &status);
    const char *type =
        U_SUCCESS(status) ? ucal_getType(calendar, &status) : "gregorian";
    const bool other = strcmp(type, "gregorian") != 0;

    ucal_close(calendar);
    if (other)
        make_style(m, m->locale, UDAT_NONE, style_of(style));
}

static void make_times(maker *m, const char *style)
{
    make_style(m, m->locale, style_of(style), UDAT_NONE);
}

static void make_skeleton(maker *m, const char *skeleton)
{
    char locale[NAME];
    UErrorCode status = U_ZERO_ERROR;
    UDateTimePatternGenerator *generator;
    UDateFormat *format;
    UChar asked[NAME];
    UChar pattern[UNITS];
    int32_t size;

    gregorian(m, locale);
    generator = udatpg_open(locale, &status);
    u_uastrcpy(asked, skeleton);
    size = udatpg_getBestPattern(generator, asked, -1, pattern, UNITS,
                                 &status);
    format = udat_open(UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", 3, pattern,
                       size, &status);
    if (U_SUCCESS(status))
        make_moments(m, format);
    udat_close(format);
    udatpg_close(generator);
}

/* ---- the styles --------------------------------------------------------- */

static const struct {
    const char *name;
    void (*make)(maker *m, const char *with);
    const char *with;
} styles[] = {
    { "integer", make_integers, "" },
    { "decimal", make_decimals, ".##" },
    { "percent", make_percents, "percent .#" },
    { "compact-long", make_compacts, "compact-long" },
    { "compact-short", make_compacts, "compact-short" },
    { "currency-code", make_currencies, "iso-code" },
    { "currency-symbol", make_currencies, "short" },
    { "currency-name", make_currencies, "full-name" },
    { "measure-long", make_measures, "full-name" },
    { "measure-short", make_measures, "short" },
    { "ordinal", make_ordinals, "" },
    { "words-cardinal", make_words, "%spellout-cardinal" },
    { "words-numbering", make_words, "%spellout-numbering" },
    { "date-full", make_dates, "full" },
    { "date-long", make_dates, "long" },
    { "date-medium", make_dates, "medium" },
    { "date-short", make_dates, "short" },
    { "date-yMMMd", make_skeleton, "yMMMd" },
    { "date-MMMd", make_skeleton, "MMMd" },
    { "date-MMMMd", make_skeleton, "MMMMd" },
    { "date-yMMM", make_skeleton, "yMMM" },
    { "date-yMMMM", make_skeleton, "yMMMM" },
    { "date-EEEEyMMMd", make_skeleton, "EEEEyMMMd" },
    { "date-yQQQ", make_skeleton, "yQQQ" },
    { "date-yQQQQ", make_skeleton, "yQQQQ" },
    { "local-full", make_local_dates, "full" },
    { "local-long", make_local_dates, "long" },
    { "local-medium", make_local_dates, "medium" },
    { "local-short", make_local_dates, "short" },
    { "time-short", make_times, "short" },
    { "time-medium", make_times, "medium" },
    { "time-Hm", make_skeleton, "Hm" },
    { "time-hm", make_skeleton, "hm" },
    { "time-hms", make_skeleton, "hms" },
    { "time-Bhm", make_skeleton, "Bhm" },
};

const char *sample_style(int style)
{
    return style < (int)(sizeof(styles) / sizeof(styles[0]))
               ? styles[style].name
               : NULL;
}

void sample_make(int style, const char *locale, sample_sink sink,
                 void *context)
{
    maker m = { .locale = locale,
                .random = { (uint64_t)style },
                .sink = sink,
                .context = context };

    styles[style].make(&m, styles[style].with);
}
