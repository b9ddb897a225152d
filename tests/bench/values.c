/* SPDX-License-Identifier: Apache-2.0 */
/* What the slots of sentences.txt that are no words stand for. */
#include "values.h"

#include <stdio.h>
#include <string.h>

static const char *const months[] = { "January", "February", "March",
                                      "April",   "May",      "June",
                                      "July",    "August",   "September",
                                      "October", "November", "December" };

typedef struct maker {
    const vocabulary *words;
    random_state *random;
    value *out;
} maker;

/* The same text on both sides, or one each. */
#define BOTH(m, ...)                                                 \
    do {                                                             \
        snprintf((m)->out->english, VALUE_SIZE, __VA_ARGS__);        \
        memcpy((m)->out->vietnamese, (m)->out->english, VALUE_SIZE); \
    } while (0)
#define ENGLISH(m, ...) snprintf((m)->out->english, VALUE_SIZE, __VA_ARGS__)
#define VIETNAMESE(m, ...) \
    snprintf((m)->out->vietnamese, VALUE_SIZE, __VA_ARGS__)

static uint32_t from_to(const maker *m, uint32_t least, uint32_t most)
{
    return least + random_below(m->random, most - least + 1);
}

/* ---- numbers --------------------------------------------------------------
 */

/* A number in the ways of both languages: 12,450.5 and 12.450,5. */
typedef struct numeral {
    char english[24];
    char vietnamese[24];
} numeral;

static numeral whole(uint32_t number)
{
    numeral n;

    if (number < 1000) {
        snprintf(n.english, sizeof(n.english), "%u", (unsigned)number);
        snprintf(n.vietnamese, sizeof(n.vietnamese), "%u", (unsigned)number);
    } else {
        snprintf(n.english, sizeof(n.english), "%u,%03u",
                 (unsigned)(number / 1000), (unsigned)(number % 1000));
        snprintf(n.vietnamese, sizeof(n.vietnamese), "%u.%03u",
                 (unsigned)(number / 1000), (unsigned)(number % 1000));
    }
    return n;
}

/* `hundredths` with one or two places, none where they are zero. */
static numeral decimal(uint32_t hundredths)
{
    const unsigned units = hundredths / 100;
    const unsigned rest = hundredths % 100;
    numeral n = whole(units);

    if (rest != 0 && rest % 10 == 0) {
        snprintf(n.english, sizeof(n.english), "%u.%u", units, rest / 10);
        snprintf(n.vietnamese, sizeof(n.vietnamese), "%u,%u", units, rest / 10);
    } else if (rest != 0) {
        snprintf(n.english, sizeof(n.english), "%u.%02u", units, rest);
        snprintf(n.vietnamese, sizeof(n.vietnamese), "%u,%02u", units, rest);
    }
    return n;
}

static numeral one_place(const maker *m, uint32_t most)
{
    return decimal(10 * from_to(m, 11, 10 * most));
}

static void make_int(maker *m)
{
    BOTH(m, "%u", (unsigned)from_to(m, 13, 98));
}

static void make_count(maker *m)
{
    const numeral n =
        whole(random_chance(m->random, 500) ? 10 * from_to(m, 11, 99)
                                            : 50 * from_to(m, 21, 1900));

    ENGLISH(m, "%s", n.english);
    VIETNAMESE(m, "%s", n.vietnamese);
}

static void make_dec(maker *m)
{
    const numeral n = one_place(m, 40);

    ENGLISH(m, "%s", n.english);
    VIETNAMESE(m, "%s", n.vietnamese);
}

static void make_pct(maker *m)
{
    const numeral n = random_chance(m->random, 600) ? one_place(m, 60)
                                                    : whole(from_to(m, 13, 95));
    const bool sign = random_chance(m->random, 400);

    ENGLISH(m, sign ? "%s%%" : "%s percent", n.english);
    VIETNAMESE(m, random_chance(m->random, 800) ? "%s%%" : "%s phần trăm",
               n.vietnamese);
}

static void make_usd(maker *m)
{
    static const char *const english[] = { "$%s%s", "US$%s%s", "%s%s USD" };
    const uint32_t form = from_to(m, 0, 2);
    const uint32_t size = from_to(m, 0, 9);
    const numeral n = size < 4   ? decimal(from_to(m, 101, 3999))
                      : size < 9 ? one_place(m, 900)
                                 : whole(500 * from_to(m, 11, 190));
    const char *const scales[][2] = { { " billion", " tỷ" },
                                      { " million", " triệu" },
                                      { "", "" } };
    const char *const *scale = scales[size < 4 ? 0 : size < 9 ? 1 : 2];

    ENGLISH(m, english[form], n.english, scale[0]);
    VIETNAMESE(m, "%s%s USD", n.vietnamese, scale[1]);
}

static void make_vnd(maker *m)
{
    const bool large = random_chance(m->random, 300);
    const numeral n = large ? one_place(m, 9) : whole(from_to(m, 13, 980));

    ENGLISH(m, large ? "%s trillion VND" : "%s billion VND", n.english);
    VIETNAMESE(m, large ? "%s nghìn tỷ đồng" : "%s tỷ đồng", n.vietnamese);
}

static void make_eur(maker *m)
{
    const numeral n = one_place(m, 400);

    ENGLISH(m,
            random_chance(m->random, 500) ? "€%s million" : "%s million euros",
            n.english);
    VIETNAMESE(m,
               random_chance(m->random, 700) ? "%s triệu EUR" : "%s triệu euro",
               n.vietnamese);
}

/* A measure: the number, and its unit in both languages. */
static void make_measure(maker *m, numeral n, const char *english,
                         const char *vietnamese)
{
    ENGLISH(m, "%s%s", n.english, english);
    VIETNAMESE(m, "%s%s", n.vietnamese, vietnamese);
}

static void make_km(maker *m)
{
    const bool word = random_chance(m->random, 300);

    make_measure(m,
                 random_chance(m->random, 500) ? one_place(m, 90)
                                               : whole(from_to(m, 13, 980)),
                 word ? " kilometres" : " km", word ? " ki-lô-mét" : " km");
}

static void make_ha(maker *m)
{
    make_measure(m, whole(10 * from_to(m, 13, 4000)), " hectares",
                 random_chance(m->random, 500) ? " ha" : " héc ta");
}

static void make_tons(maker *m)
{
    make_measure(m, whole(10 * from_to(m, 13, 9000)), " tons", " tấn");
}

static void make_degrees(maker *m)
{
    const bool word = random_chance(m->random, 400);

    make_measure(m, one_place(m, 41), word ? " degrees Celsius" : "°C",
                 word ? " độ C" : "°C");
}

/* ---- dates ------------------------------------------------------------------
 */

static void make_date(maker *m)
{
    const unsigned day = from_to(m, 1, 28);
    const unsigned month = from_to(m, 1, 12);
    const unsigned year = from_to(m, 1995, 2026);

    if (random_chance(m->random, 700))
        ENGLISH(m, "%s %u, %u", months[month - 1], day, year);
    else
        ENGLISH(m, "%u %s %u", day, months[month - 1], year);
    VIETNAMESE(
        m, random_chance(m->random, 600) ? "%u/%u/%u" : "%u tháng %u năm %u",
        day, month, year);
}

static void make_day(maker *m)
{
    const unsigned day = from_to(m, 1, 28);
    const unsigned month = from_to(m, 1, 12);

    ENGLISH(m, "%s %u", months[month - 1], day);
    VIETNAMESE(m, random_chance(m->random, 600) ? "%u/%u" : "%u tháng %u", day,
               month);
}

static void make_days(maker *m)
{
    const unsigned day = from_to(m, 1, 20);
    const unsigned last = day + from_to(m, 1, 8);
    const unsigned month = from_to(m, 1, 12);
    const bool word = random_chance(m->random, 500);

    ENGLISH(m, word ? "%s %u to %u" : "%s %u-%u", months[month - 1], day, last);
    VIETNAMESE(m, word ? "%u đến %u tháng %u" : "%u-%u/%u", day, last, month);
}

static void make_month(maker *m)
{
    const unsigned month = from_to(m, 1, 12);
    const unsigned year = from_to(m, 2001, 2026);

    ENGLISH(m, "%s %u", months[month - 1], year);
    VIETNAMESE(
        m, random_chance(m->random, 600) ? "tháng %u/%u" : "tháng %u năm %u",
        month, year);
}

static void make_year(maker *m)
{
    BOTH(m, "%u", (unsigned)from_to(m, 1901, 2035));
}

static void make_years(maker *m)
{
    const unsigned year = from_to(m, 1990, 2025);

    BOTH(m, "%u-%u", year, year + (unsigned)from_to(m, 2, 9));
}

static void make_decade(maker *m)
{
    const unsigned decade = 10 * (unsigned)from_to(m, 191, 201);

    ENGLISH(m, "%us", decade);
    VIETNAMESE(m, "%u", decade);
}

static void make_time(maker *m)
{
    const unsigned hour = from_to(m, 1, 11);
    const unsigned minute = 5 * (unsigned)from_to(m, 0, 11);
    const bool afternoon = random_chance(m->random, 500);
    const unsigned clock = afternoon ? hour + 12 : hour;

    if (minute == 0) {
        ENGLISH(m, "%u %s", hour, afternoon ? "pm" : "am");
        VIETNAMESE(m, "%u giờ", clock);
    } else {
        ENGLISH(m, "%u:%02u %s", hour, minute, afternoon ? "pm" : "am");
        VIETNAMESE(m, random_chance(m->random, 500) ? "%u giờ %02u" : "%uh%02u",
                   clock, minute);
    }
}

/* ---- names -------------------------------------------------------------- */

static const entry *any(const maker *m, const char *name)
{
    const section *from = vocabulary_find(m->words, name, strlen(name));

    return &from->entries[random_below(m->random, (uint32_t)from->count)];
}

static void make_vietnamese(maker *m)
{
    const entry *surname = any(m, "surname");
    const entry *middle = any(m, "middle");
    const entry *given = any(m, "given");

    ENGLISH(m, "%s %s %s", surname->forms[0], middle->forms[0],
            given->forms[0]);
    VIETNAMESE(m, "%s %s %s", vietnamese_of(surname), vietnamese_of(middle),
               vietnamese_of(given));
}

static void make_foreigner(maker *m)
{
    const entry *first = any(m, "first");

    BOTH(m, "%s %s", first->forms[0], any(m, "last")->forms[0]);
}

/* A name that nobody has: documents go on bringing new words. */
static void coin(const maker *m, char *out, size_t room)
{
    static const char *const syllables[] = {
        "Ka",  "lo",  "ri",  "ve",  "no",  "ta",  "mir", "dan", "sol", "per",
        "lin", "mo",  "gar", "tes", "fi",  "bel", "cor", "hal", "ju",  "ne",
        "os",  "pra", "qui", "ros", "sta", "ul",  "vor", "wel", "xa",  "zan"
    };
    const uint32_t count = sizeof(syllables) / sizeof(syllables[0]);
    const uint32_t parts = from_to(m, 2, 4);
    size_t n = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < parts; i++)
        n += (size_t)snprintf(out + n, room - n, "%s",
                              syllables[random_below(m->random, count)]);
    if (out[0] >= 'a')
        out[0] = (char)(out[0] - 'a' + 'A');
}

static void make_company(maker *m)
{
    static const char *const kinds[] = {
        "", " Group", " Ltd", " Energy", " Foods", " & Sons", " JSC", " Motors"
    };
    char name[32];

    coin(m, name, sizeof(name));
    BOTH(m, "%s%s", name, kinds[from_to(m, 0, 7)]);
}

static void make_product(maker *m)
{
    char name[32];

    coin(m, name, sizeof(name));
    BOTH(m, "%s", name);
}

static void make_code(maker *m)
{
    BOTH(m, "%c%c-%u", (int)from_to(m, 'A', 'Z'), (int)from_to(m, 'A', 'Z'),
         (unsigned)from_to(m, 100, 9999));
}

/* ---- by name ------------------------------------------------------------ */

static const struct kind {
    const char *name;
    void (*make)(maker *m);
    bool number;
} kinds[] = {
    { "int", make_int, true },
    { "count", make_count, true },
    { "dec", make_dec, true },
    { "pct", make_pct, true },
    { "usd", make_usd, true },
    { "vnd", make_vnd, true },
    { "eur", make_eur, true },
    { "km", make_km, true },
    { "ha", make_ha, true },
    { "tons", make_tons, true },
    { "degrees", make_degrees, true },
    { "date", make_date, true },
    { "day", make_day, true },
    { "days", make_days, true },
    { "month", make_month, true },
    { "year", make_year, true },
    { "years", make_years, true },
    { "decade", make_decade, true },
    { "time", make_time, true },
    { "vietnamese", make_vietnamese, false },
    { "foreigner", make_foreigner, false },
    { "company", make_company, false },
    { "product", make_product, false },
    { "code", make_code, false },
};

static const struct kind *find(const char *name, size_t size)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (strlen(kinds[i].name) == size &&
            memcmp(kinds[i].name, name, size) == 0)
            return &kinds[i];
    }
    return NULL;
}

bool value_make(const vocabulary *words, random_state *random, const char *name,
                size_t size, value *out)
{
    const struct kind *kind = find(name, size);
    maker m = { words, random, out };

    if (kind != NULL)
        kind->make(&m);
    return kind != NULL;
}

bool value_is_number(const char *name, size_t size)
{
    const struct kind *kind = find(name, size);

    return kind != NULL && kind->number;
}
