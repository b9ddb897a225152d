/* SPDX-License-Identifier: Apache-2.0 */
/* The other calendars of a locale: their months and eras. */
#include "text/cldr.h"

#include "text/resource.h"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

/* The Ethiopic calendar has thirteen months. */
enum { NAME_BYTES = 128, MONTHS_MOST = 13 };

/* The modern eras of Japan are the last ones of CLDR's list: Meiji, Taisho,
 * Showa, Heisei, Reiwa, by the year before their first. */
enum { ERAS_BEFORE_MEIJI = 232 };
static const int64_t japanese_eras[] = { 1867, 1911, 1925, 1988, 2018 };

typedef struct names {
    bl_cldr_sink sink;
    void *context;
} names;

static const struct {
    const char *type; /* as ICU calls it, or the beginning of that */
    uint8_t calendar;
} calendars[] = {
    { "buddhist", BL_CALENDAR_BUDDHIST }, { "japanese", BL_CALENDAR_JAPANESE },
    { "roc", BL_CALENDAR_ROC },           { "persian", BL_CALENDAR_PERSIAN },
    { "islamic", BL_CALENDAR_ISLAMIC },   { "ethiopic", BL_CALENDAR_ETHIOPIC },
};

static uint8_t calendars_of(const bl_locale *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *types = ucal_getKeywordValuesForLocale(
        "calendar", locale->icu, true, &status);
    const char *type;
    uint8_t found = 0;

    while (U_SUCCESS(status) &&
           (type = uenum_next(types, NULL, &status)) != NULL) {
        for (size_t i = 0; i < sizeof(calendars) / sizeof(calendars[0]); i++) {
            if (strncmp(type, calendars[i].type, strlen(calendars[i].type)) ==
                0)
                found |= calendars[i].calendar;
        }
    }
    uenum_close(types);
    return found;
}

/* ---- months ------------------------------------------------------------- */

static void give_months(const names *to, const bl_locale *locale,
                        const char *type, uint8_t calendar)
{
    char name[BL_TAG_SIZE + 24];
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format;
    int32_t months;

    snprintf(name, sizeof(name), "%s@calendar=%s", locale->icu, type);
    format = udat_open(UDAT_NONE, UDAT_LONG, name, u"UTC", 3, NULL, 0,
                       &status);
    months = U_SUCCESS(status) ? udat_countSymbols(format, UDAT_MONTHS) : 0;
    for (int32_t i = 0; i < months && i < MONTHS_MOST && U_SUCCESS(status); i++) {
        const bl_sense sense = { .kind = BL_SENSE_LOCAL_MONTH,
                                 .value = calendar * 100 + i + 1 };
        UChar units[NAME_BYTES / 2];
        char utf8[NAME_BYTES];
        int32_t bytes = 0;
        const int32_t size = udat_getSymbols(format, UDAT_MONTHS, i, units,
                                             NAME_BYTES / 2, &status);

        u_strToUTF8(utf8, sizeof(utf8), &bytes, units, size, &status);
        if (U_SUCCESS(status) && bytes > 0 && bytes < NAME_BYTES)
            to->sink(to->context, sense, bl_str_of(utf8, (size_t)bytes));
    }
    udat_close(format);
}

/* ---- eras --------------------------------------------------------------- */

typedef struct eras {
    const names *to;
    int32_t index; /* of the next one in its list */
} eras;

/* path: none, an array. */
static void on_japanese(void *context, const char *const *path, int depth,
                        bl_str value)
{
    eras *of = context;
    const int32_t at = of->index++ - ERAS_BEFORE_MEIJI;
    const int32_t count =
        (int32_t)(sizeof(japanese_eras) / sizeof(japanese_eras[0]));

    (void)path;
    if (depth == 1 && at >= 0 && at < count)
        of->to->sink(of->to->context,
                     (bl_sense){ .kind = BL_SENSE_ERA,
                                 .value = japanese_eras[at] },
                     value);
}

/* Before the Republic, and in it. */
static void on_roc(void *context, const char *const *path, int depth,
                   bl_str value)
{
    eras *of = context;

    (void)path;
    if (depth == 1 && of->index++ == 1)
        of->to->sink(of->to->context,
                     (bl_sense){ .kind = BL_SENSE_ERA, .value = BL_ROC_OFFSET },
                     value);
}

uint8_t bl_cldr_calendars(const bl_locale *locale, bl_cldr_sink sink,
                          void *context)
{
    const names to = { sink, context };
    const uint8_t found = calendars_of(locale);
    eras of = { &to, 0 };

    if ((found & BL_CALENDAR_PERSIAN) != 0)
        give_months(&to, locale, "persian", BL_CALENDAR_PERSIAN);
    if ((found & BL_CALENDAR_ISLAMIC) != 0)
        give_months(&to, locale, "islamic", BL_CALENDAR_ISLAMIC);
    if ((found & BL_CALENDAR_ETHIOPIC) != 0)
        give_months(&to, locale, "ethiopic", BL_CALENDAR_ETHIOPIC);
    if ((found & BL_CALENDAR_JAPANESE) != 0)
        bl_resource_walk("", locale->icu, "calendar/japanese/eras/abbreviated",
                         on_japanese, &of);
    of.index = 0;
    if ((found & BL_CALENDAR_ROC) != 0)
        bl_resource_walk("", locale->icu, "calendar/roc/eras/abbreviated",
                         on_roc, &of);
    return found;
}
