/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CLDR's plural rules go by the last two digits of a number, and by itself
 * where it is small. So a number that ends in the same way stands for it.
 */
#include "text/plural.h"

#include "text/resource.h"

#include "base/hash.h"

#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

#include <string.h>

enum { CATEGORY_BITS = 3, KEYWORD_SIZE = 16 };

static const char *const categories[] = { "other", "zero", "one",
                                          "two",   "few",  "many" };
enum { CATEGORIES = sizeof(categories) / sizeof(categories[0]) };

/* The numbers that stand for others: small ones for themselves or the few that
 * follow, and the same behind a hundred. */
enum {
    SMALL = 0,     /* 0, 1, 2, 3 and 4, up to 10, up to 19 */
    TENS = 6,      /* 20, 21, 22, 23 and 24, or further */
    HUNDREDS = 10, /* as those below 20 */
    FRACTION = 16  /* below 2, or more */
};
static const double samples[] = { 0,  1,   2,   3,   5,   11,  20,  21,  22,
                                  23, 100, 101, 102, 103, 105, 111, 1.5, 2.5 };
enum { SAMPLES = sizeof(samples) / sizeof(samples[0]) };
enum { KNOWN_BIT = SAMPLES * CATEGORY_BITS };
_Static_assert(SAMPLES == FRACTION + 2 && KNOWN_BIT + CATEGORIES <= 64,
               "one number");
_Static_assert(CATEGORIES == BL_PLURAL_LAST + 1, "all have a number");

/* Which of them stands for a number. */
static unsigned sample_of(int64_t number)
{
    const unsigned last = (unsigned)(number % 100);
    const unsigned from = number >= 100 ? HUNDREDS : SMALL;

    if (number < 0)
        return number == BL_PLURAL_PART ? FRACTION : FRACTION + 1;
    if (last < 3)
        return from + last;
    if (last < 20)
        return from + (last < 5 ? 3 : last <= 10 ? 4 : 5);
    switch (last % 10) {
    case 1:
    case 2:
        return TENS + last % 10;
    case 3:
    case 4:
        return TENS + 3;
    default:
        return TENS;
    }
}

static unsigned category_of(const char *keyword)
{
    for (unsigned i = 0; i < CATEGORIES; i++) {
        if (strcmp(categories[i], keyword) == 0)
            return i;
    }
    return 0;
}

/* ---- whether words change ----------------------------------------------- */

/* What everybody counts. */
static const char *const counted[] = { "hour", "day", "week", "month",
                                       "year" };
enum { COUNTED = sizeof(counted) / sizeof(counted[0]) };

/* The words beside numbers of each category; 0: none. */
typedef struct words {
    uint64_t of[COUNTED][CATEGORIES];
} words;

/* path: the unit, the category. */
static void on_word(void *context, const char *const *path, int depth,
                    bl_str value)
{
    words *to = context;

    if (depth != 2)
        return;
    for (unsigned i = 0; i < COUNTED; i++) {
        const unsigned category = category_of(path[1]);

        if (strcmp(counted[i], path[0]) == 0 &&
            strcmp(categories[category], path[1]) == 0)
            to->of[i][category] = bl_hash(value.ptr, value.size, 0) | 1;
    }
}

/* Not so in Turkish, where "saat" is an hour and hours. */
static bool do_words_change(const bl_locale *locale)
{
    words found = { { { 0 } } };

    bl_resource_walk("-unit", locale->icu, "units/duration", on_word, &found);
    for (unsigned i = 0; i < COUNTED; i++) {
        for (unsigned j = 1; j < CATEGORIES; j++) {
            if (found.of[i][j] != 0 && found.of[i][j] != found.of[i][0])
                return true;
        }
    }
    return false;
}

/* ---- rules -------------------------------------------------------------- */

static unsigned category_of_units(const UChar *keyword)
{
    char text[KEYWORD_SIZE];

    if (u_strlen(keyword) >= KEYWORD_SIZE)
        return BL_PLURAL_OTHER;
    u_UCharsToChars(keyword, text, u_strlen(keyword) + 1);
    return category_of(text);
}

static bl_plurals known_of(const UPluralRules *rules, UErrorCode *status)
{
    UEnumeration *all = uplrules_getKeywords(rules, status);
    bl_plurals known = 0;
    const UChar *keyword;

    while (U_SUCCESS(*status) &&
           (keyword = uenum_unext(all, NULL, status)) != NULL)
        known |= (bl_plurals)1 << (KNOWN_BIT + category_of_units(keyword));
    uenum_close(all);
    return known;
}

bl_plurals bl_cldr_plurals(const bl_locale *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    UPluralRules *rules;
    bl_plurals plurals = 0;

    if (!do_words_change(locale))
        return 0;
    rules = uplrules_open(locale->icu, &status);
    for (unsigned i = 0; i < SAMPLES && U_SUCCESS(status); i++) {
        UChar keyword[KEYWORD_SIZE];

        if (uplrules_select(rules, samples[i], keyword, KEYWORD_SIZE,
                            &status) >= KEYWORD_SIZE ||
            U_FAILURE(status))
            break;
        plurals |= (bl_plurals)category_of_units(keyword)
                   << CATEGORY_BITS * i;
    }
    if (U_SUCCESS(status))
        plurals |= known_of(rules, &status);
    uplrules_close(rules);
    return plurals;
}

static unsigned category_at(bl_plurals plurals, unsigned sample)
{
    return (unsigned)(plurals >> CATEGORY_BITS * sample) &
           ((1u << CATEGORY_BITS) - 1);
}

unsigned bl_plural_of(bl_plurals plurals, int64_t number)
{
    return category_at(plurals, sample_of(number));
}

/* ---- categories --------------------------------------------------------- */

bl_plural_set bl_plural_needed(bl_plurals plurals)
{
    bl_plural_set found = 0;

    for (unsigned i = 0; plurals != 0 && i < FRACTION; i++)
        found |= 1u << category_at(plurals, i);
    return found;
}

bl_plural_set bl_plural_known(bl_plurals plurals)
{
    return (bl_plural_set)(plurals >> KNOWN_BIT);
}

const char *bl_plural_name(unsigned category)
{
    return categories[category];
}

int bl_plural_named(bl_str name)
{
    for (unsigned i = 0; i < CATEGORIES; i++) {
        if (bl_str_equal(name, bl_str_z(categories[i])))
            return (int)i;
    }
    return -1;
}

int bl_plural_example(bl_plurals plurals, unsigned category)
{
    for (unsigned i = 0; i < FRACTION; i++) {
        if (category_at(plurals, i) == category)
            return (int)samples[i];
    }
    return -1;
}

bool bl_plural_is_small(bl_plurals plurals, unsigned category)
{
    for (unsigned i = 0; i < FRACTION; i++) {
        if (category_at(plurals, i) == category && samples[i] > 2)
            return false;
    }
    return true;
}
