/* SPDX-License-Identifier: Apache-2.0 */
/* Names of countries, cities and languages. */
#include "text/cldr.h"

#include "text/fold.h"
#include "text/resource.h"

#include <unicode/uregion.h>

#include <stdio.h>
#include <string.h>

typedef struct countries {
    bl_cldr_sink sink;
    void *context;
} countries;

/* The group of what CLDR has a code for: a country, ISO 3166-1 alpha-2, a
 * union, a region of the world, UN M49, of three digits. False for the rest:
 * the euro zone, the islands around, what is not known. */
static bool find_group(const char *code, char *group, size_t size)
{
    static const char *const unions[][2] = {
        { "EU", "org.eu" }, { "UN", "org.un" },
        { "EZ", NULL },     { "QO", NULL },     { "ZZ", NULL },
    };

    for (size_t i = 0; i < sizeof(unions) / sizeof(unions[0]); i++) {
        if (strcmp(code, unions[i][0]) != 0)
            continue;
        if (unions[i][1] != NULL)
            snprintf(group, size, "%s", unions[i][1]);
        return unions[i][1] != NULL;
    }
    snprintf(group, size, "%s.%s", strlen(code) == 2 ? "country" : "place",
             code);
    return strlen(code) <= 3;
}

bool bl_cldr_is_state(const char *code)
{
    UErrorCode status = U_ZERO_ERROR;
    const URegion *members = uregion_getRegionFromCode("UN", &status);
    const URegion *country = uregion_getRegionFromCode(code, &status);

    return U_SUCCESS(status) && uregion_contains(members, country);
}

/* Africa, Asia and Europe, by UN M49: no word is more than one of them, as
 * "America" is. */
static bool is_continent(const char *code)
{
    return strcmp(code, "002") == 0 || strcmp(code, "142") == 0 ||
           strcmp(code, "150") == 0;
}

/* path: the code. */
static void on_country(void *context, const char *const *path, int depth,
                       bl_str value)
{
    const countries *to = context;
    bl_sense sense = { .kind = BL_SENSE_ENTITY };
    char group[16];

    if (depth != 1 || !find_group(path[0], group, sizeof(group)))
        return;
    bl_sense_set_group(&sense, group, strlen(group));
    if (bl_case_of(value) == BL_CASE_UPPER)
        sense.flags |= BL_SENSE_UPPER;
    if (is_continent(path[0]))
        sense.flags |= BL_SENSE_COUNTRY;
    if (bl_cldr_is_state(path[0]))
        sense.flags |= BL_SENSE_STATE;
    to->sink(to->context, sense, value);
}

void bl_cldr_countries(const bl_locale *locale, bl_cldr_sink sink,
                       void *context)
{
    countries to = { sink, context };

    bl_resource_walk("-region", locale->icu, "Countries", on_country, &to);
    bl_resource_walk("-region", locale->icu, "Countries%short", on_country,
                     &to);
    bl_resource_walk("-region", locale->icu, "Countries%variant", on_country,
                     &to);
}

typedef struct exonyms {
    bl_exonym_sink sink;
    void *context;
} exonyms;

/* path: the zone and what of it: Europe:Rome/ec, its exemplar city. */
static void on_city(void *context, const char *const *path, int depth,
                    bl_str value)
{
    const exonyms *to = context;

    if (depth == 2 && strcmp(path[1], "ec") == 0)
        to->sink(to->context, path[0], value);
}

/* path: the code; of variants of a language others may have a name of their
 * own. */
static void on_code(void *context, const char *const *path, int depth,
                    bl_str value)
{
    const exonyms *to = context;

    if (depth == 1 && strlen(path[0]) <= 3)
        to->sink(to->context, path[0], value);
}

void bl_cldr_exonyms(const bl_locale *locale, bl_exonym_sink sink,
                     void *context)
{
    exonyms to = { sink, context };

    /* What the root says is the English name, where the identifier of the
     * zone does not say it. */
    bl_resource_walk("-zone", "root", "zoneStrings", on_city, &to);
    bl_resource_walk("-zone", locale->icu, "zoneStrings", on_city, &to);
    bl_resource_walk("-lang", locale->icu, "Languages", on_code, &to);
    bl_resource_walk("-region", locale->icu, "Countries", on_code, &to);
}
