/* SPDX-License-Identifier: Apache-2.0 */
/* Names of countries. */
#include "text/cldr.h"

#include "text/resource.h"

#include <stdio.h>
#include <string.h>

typedef struct countries {
    bl_cldr_sink sink;
    void *context;
} countries;

/* path: the code, ISO 3166-1 alpha-2; others are regions of the world. */
static void on_country(void *context, const char *const *path, int depth,
                       bl_str value)
{
    const countries *to = context;
    bl_sense sense = { .kind = BL_SENSE_ENTITY };
    char group[16];

    if (depth != 1 || strlen(path[0]) != 2)
        return;
    snprintf(group, sizeof(group), "country.%s", path[0]);
    sense.value = bl_group_number(group, strlen(group));
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
