/* SPDX-License-Identifier: Apache-2.0 */
/* Names and symbols of units and currencies. */
#include "text/cldr.h"

#include "text/resource.h"

#include <string.h>

/* CLDR has some 200 units, and 300 currencies stand behind them; one with a
 * higher number would have no name from CLDR, but those of dictionaries/. */
enum { UNITS_MAX = 2048 };

typedef struct names {
    bl_unit_number number;
    const void *numbers;
    bl_cldr_sink sink;
    void *context;
    uint8_t given[UNITS_MAX / 8]; /* units that have names */
    bool lacking; /* only those that have none */
} names;

/* U+200E, U+200F */
static bool is_direction_mark(bl_str text, size_t at)
{
    return at + 2 < text.size && text.ptr[at] == '\xe2' &&
           text.ptr[at + 1] == '\x80' &&
           (text.ptr[at + 2] == '\x8e' || text.ptr[at + 2] == '\x8f');
}

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
            if (n != 0 && i + 1 < pattern.size && n + 2 < sizeof(word)) {
                memcpy(word + n, BL_CLDR_NUMBER, 2);
                n += 2;
            }
            continue;
        }
        if (is_direction_mark(pattern, i)) {
            i += 2;
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

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The symbol of a unit in a language that has no name for it. One of two
 * letters is known by its capital: Pa is a unit, "17 pa 100" is not; mA, which
 * small letters would be just like a word, is left out. */
static void give_symbol(const names *to, bl_sense sense, bl_str pattern)
{
    const char *end = pattern.ptr + pattern.size;
    const bool two =
        pattern.size >= 2 && (is_capital(end[-1]) || is_small(end[-1])) &&
        (is_capital(end[-2]) || is_small(end[-2])) &&
        (pattern.size == 2 || !(is_capital(end[-3]) || is_small(end[-3])));

    if (two && is_small(end[-2]) && is_capital(end[-1]))
        return;
    if (two && is_capital(end[-2]) && is_small(end[-1]))
        sense.flags |= BL_SENSE_CAPITAL;
    give(to, sense, pattern);
}

/* path: category, unit, "one" | "other" | "dnam" | "per" | a case. */
static void on_unit(void *context, const char *const *path, int depth,
                    bl_str value)
{
    names *to = context;
    bl_sense sense = { .kind = BL_SENSE_UNIT };

    if (depth < 3 || strcmp(path[0], "compound") == 0)
        return;
    if (strcmp(path[2], "per") == 0 || strcmp(path[2], "gender") == 0)
        return;
    sense.value = to->number(to->numbers, bl_str_z(path[1]));
    if (sense.value == 0 || sense.value >= UNITS_MAX)
        return;
    if (to->lacking) {
        if ((to->given[sense.value / 8] >> sense.value % 8 & 1) == 0)
            give_symbol(to, sense, value);
        return;
    }
    to->given[sense.value / 8] |= (uint8_t)(1u << sense.value % 8);
    give(to, sense, value);
}

void bl_cldr_units(const bl_locale *locale, bl_unit_number number,
                   const void *numbers, bl_cldr_sink sink, void *context)
{
    names to = { number, numbers, sink, context, { 0 }, false };

    bl_resource_walk("-unit", locale->icu, "units", on_unit, &to);
    bl_resource_walk("-unit", locale->icu, "unitsShort", on_unit, &to);
    /* What the locale lacks has the symbol of the root. */
    to.lacking = true;
    bl_resource_walk("-unit", "root", "unitsShort", on_unit, &to);
}

/* A symbol of letters is known by its capitals: KM and Ft are money, km and
 * ft are not. */
static uint8_t symbol_flags(bl_str symbol)
{
    size_t capitals = 0;

    while (capitals < symbol.size && symbol.ptr[capitals] >= 'A' &&
           symbol.ptr[capitals] <= 'Z')
        capitals++;
    if (capitals == symbol.size)
        return BL_SENSE_UPPER;
    return capitals != 0 && symbol.size <= 3 ? BL_SENSE_CAPITAL : 0;
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
    sense.flags = symbol_flags(value);
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

    /* A single letter is something else far more often: Q is a quarter. */
    if (depth < 1 || value.size < 2)
        return;
    sense.value = to->number(to->numbers, bl_str_z(path[0]));
    sense.flags = symbol_flags(value);
    if (sense.value != 0)
        give(to, sense, value);
}

void bl_cldr_currencies(const bl_locale *locale, bl_unit_number number,
                        const void *numbers, bl_cldr_sink sink, void *context)
{
    names to = { number, numbers, sink, context, { 0 }, false };

    /* What is said last goes before. */
    bl_resource_walk("-curr", locale->icu, "Currencies%narrow", on_narrow,
                     &to);
    bl_resource_walk("-curr", locale->icu, "Currencies", on_currency, &to);
    bl_resource_walk("-curr", locale->icu, "CurrencyPlurals", on_plural,
                     &to);
}
