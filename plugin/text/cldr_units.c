/* SPDX-License-Identifier: Apache-2.0 */
/* Names and symbols of units and currencies. */
#include "text/cldr.h"

#include "text/resource.h"

#include <string.h>

typedef struct names {
    bl_unit_number number;
    const void *numbers;
    bl_cldr_sink sink;
    void *context;
} names;

/* "{0} km" -> "km"; "{0}/h" is a pattern for another unit and is passed
 * over by the caller. */
static void give(const names *to, bl_sense sense, bl_str pattern)
{
    char word[256];
    size_t n = 0;
    size_t start = 0;

    if (pattern.size >= sizeof(word))
        return;
    for (size_t i = 0; i < pattern.size; i++) {
        if (i + 2 < pattern.size && memcmp(pattern.ptr + i, "{0}", 3) == 0) {
            i += 2;
            /* Before it and behind it: two words of one name are rare. */
            if (n != 0)
                word[n++] = ' ';
            continue;
        }
        word[n++] = pattern.ptr[i];
    }
    while (n > 0 && word[n - 1] == ' ')
        n--;
    while (start < n && word[start] == ' ')
        start++;
    if (start < n)
        to->sink(to->context, sense, bl_str_of(word + start, n - start));
}

/* path: category, unit, "one" | "other" | "dnam" | "per" | a case. */
static void on_unit(void *context, const char *const *path, int depth,
                    bl_str value)
{
    const names *to = context;
    bl_sense sense = { .kind = BL_SENSE_UNIT };

    if (depth < 3 || strcmp(path[0], "compound") == 0)
        return;
    if (strcmp(path[2], "per") == 0 || strcmp(path[2], "gender") == 0)
        return;
    sense.value = to->number(to->numbers, bl_str_z(path[1]));
    if (sense.value != 0)
        give(to, sense, value);
}

void bl_cldr_units(const bl_locale *locale, bl_unit_number number,
                   const void *numbers, bl_cldr_sink sink, void *context)
{
    names to = { number, numbers, sink, context };

    bl_resource_walk("-unit", locale->icu, "units", on_unit, &to);
    bl_resource_walk("-unit", locale->icu, "unitsShort", on_unit, &to);
}

/* A sign of Latin capitals is one in capitals only: KM, DM, and no km. */
static uint8_t sign_flags(bl_str sign)
{
    for (size_t i = 0; i < sign.size; i++) {
        if (sign.ptr[i] < 'A' || sign.ptr[i] > 'Z')
            return 0;
    }
    return sign.size > 1 ? BL_SENSE_UPPER : 0;
}

/* path: code, then index: 0 is the symbol, 1 the name. */
static void on_currency(void *context, const char *const *path, int depth,
                        bl_str value)
{
    const names *to = context;
    bl_sense sense = { .kind = BL_SENSE_CURRENCY };

    if (depth < 2)
        return;
    sense.value = to->number(to->numbers, bl_str_z(path[0]));
    sense.flags = sign_flags(value);
    if (sense.value != 0)
        give(to, sense, value);
}

/* path: code, plural category. */
static void on_plural(void *context, const char *const *path, int depth,
                      bl_str value)
{
    on_currency(context, path, depth, value);
}

static void on_narrow(void *context, const char *const *path, int depth,
                      bl_str value)
{
    const names *to = context;
    bl_sense sense = { .kind = BL_SENSE_CURRENCY };

    if (depth < 1)
        return;
    sense.value = to->number(to->numbers, bl_str_z(path[0]));
    sense.flags = sign_flags(value);
    if (sense.value != 0)
        give(to, sense, value);
}

void bl_cldr_currencies(const bl_locale *locale, bl_unit_number number,
                        const void *numbers, bl_cldr_sink sink, void *context)
{
    names to = { number, numbers, sink, context };

    bl_resource_walk("-curr", locale->icu, "Currencies", on_currency, &to);
    bl_resource_walk("-curr", locale->icu, "CurrencyPlurals", on_plural,
                     &to);
    bl_resource_walk("-curr", locale->icu, "Currencies%narrow", on_narrow,
                     &to);
}
