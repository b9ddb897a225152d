/* SPDX-License-Identifier: Apache-2.0 */
/* Rule-based number formats. */
#include "text/spellout.h"

#include <unicode/uchar.h>
#include <unicode/uenum.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETS_MAX = 64, UNITS = 1024, NAME = 64 };

struct bl_spellout {
    UNumberFormat *format;
    int count;
    char sets[SETS_MAX][NAME];
};

const char *bl_spellout_locale(int index)
{
    static char found[NAME];
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all =
        ures_openAvailableLocales(U_ICUDATA_NAME "-rbnf", &status);
    const char *name = NULL;

    for (int i = 0; i <= index && U_SUCCESS(status); i++)
        name = uenum_next(all, NULL, &status);
    if (name != NULL)
        snprintf(found, sizeof(found), "%s", name);
    uenum_close(all);
    return name != NULL ? found : NULL;
}

static void read_sets(bl_spellout *spellout)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[4 * UNITS];
    char names[4 * UNITS];
    const int32_t size = unum_getTextAttribute(
        spellout->format, UNUM_PUBLIC_RULESETS, units, 4 * UNITS, &status);

    if (U_FAILURE(status))
        return;
    u_UCharsToChars(units, names, size);
    names[size] = '\0';
    for (char *name = strtok(names, ";");
         name != NULL && spellout->count < SETS_MAX;
         name = strtok(NULL, ";"))
        snprintf(spellout->sets[spellout->count++], NAME, "%s", name);
}

bl_spellout *bl_spellout_open(const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    bl_spellout *spellout = calloc(1, sizeof(*spellout));
    const char *actual;

    if (spellout == NULL)
        return NULL;
    spellout->format =
        unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
    actual = U_SUCCESS(status)
                 ? unum_getLocaleByType(spellout->format, ULOC_ACTUAL_LOCALE,
                                        &status)
                 : NULL;
    if (actual == NULL || strcmp(actual, locale) != 0) {
        bl_spellout_close(spellout);
        return NULL;
    }
    read_sets(spellout);
    return spellout;
}

void bl_spellout_close(bl_spellout *spellout)
{
    if (spellout == NULL)
        return;
    unum_close(spellout->format);
    free(spellout);
}

int bl_spellout_sets(const bl_spellout *spellout)
{
    return spellout->count;
}

const char *bl_spellout_set(const bl_spellout *spellout, int set)
{
    return spellout->sets[set];
}

size_t bl_spellout_write(bl_spellout *spellout, int set, int64_t number,
                         char *out, size_t room)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar units[UNITS];
    UChar name[NAME];
    int32_t size;
    int32_t kept = 0;
    int32_t bytes = 0;

    u_uastrcpy(name, spellout->sets[set]);
    unum_setTextAttribute(spellout->format, UNUM_DEFAULT_RULESET, name, -1,
                          &status);
    size = unum_formatInt64(spellout->format, number, units, UNITS, NULL,
                            &status);
    for (int32_t i = 0; i < size && U_SUCCESS(status); i++) {
        const bool again =
            kept > 0 && units[i] == ' ' && units[kept - 1] == ' ';

        if (!again &&
            !u_hasBinaryProperty(units[i],
                                 UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            units[kept++] = units[i];
    }
    u_strToUTF8(out, (int32_t)room, &bytes, units, kept, &status);
    return U_SUCCESS(status) ? (size_t)bytes : 0;
}
