/* SPDX-License-Identifier: Apache-2.0 */
/* Names of countries. */
#include "text/cldr.h"

#include "text/fold.h"
#include "text/resource.h"

#include <stdio.h>
#include <string.h>

typedef struct countries {
    bl_cldr_sink sink;
    void *context;
} countries;

/* Codes of two letters that CLDR has beside those of countries. */
static bool is_union(const char *code)
{
    return strcmp(code, "EU") == 0 || strcmp(code, "EZ") == 0 ||
           strcmp(code, "QO") == 0 || strcmp(code, "UN") == 0 ||
           strcmp(code, "ZZ") == 0;
}

/* path: the code, ISO 3166-1 alpha-2; others are regions of the world. */
static void on_country(void *context, const char *const *path, int depth,
                       bl_str value)
{
    const countries *to = context;
    bl_sense sense = { .kind = BL_SENSE_ENTITY };
    char group[16];

    if (depth != 1 || strlen(path[0]) != 2 || is_union(path[0]))
        return;
    snprintf(group, sizeof(group), "country.%s", path[0]);
    bl_sense_set_group(&sense, group, strlen(group));
    if (bl_case_of(value) == BL_CASE_UPPER)
        sense.flags |= BL_SENSE_UPPER;
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
