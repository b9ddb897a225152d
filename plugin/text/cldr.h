/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What CLDR knows of a locale, read from ICU's data once, when the locale is
 * first met: symbols of numbers, and the words for scales, months, weekdays,
 * units and currencies as phrases with their senses.
 */
#ifndef BL_TEXT_CLDR_H
#define BL_TEXT_CLDR_H

#include "base/alloc.h"
#include "base/str.h"
#include "model/sense.h"
#include "text/locale.h"

/* How numbers are written in one set of digits. */
typedef struct bl_number_style {
    uint32_t decimal; /* "," */
    uint32_t group;   /* "." ; 0: no grouping */
    uint32_t zero;    /* the digit 0 */
} bl_number_style;

typedef struct bl_number_symbols {
    bl_number_style native; /* in the digits of the locale's default */
    bl_number_style latin;  /* in 0 to 9; often the same */
    uint8_t group_size;     /* digits of the last group: 3 */
    uint8_t group_rest;     /* of the others: 3, or 2 (12,34,567) */
    uint8_t group_least;    /* digits before the first group sign, at least:
                               1, or 2 where 1000 has none */
    bool percent_apart; /* "% 50": the sign before, and a space */
    bool varies; /* for a language or a region that CLDR does not know, or a
                    part of the world: its countries do not write alike */
} bl_number_symbols;

void bl_cldr_symbols(const bl_locale *locale, bl_number_symbols *symbols);

/* Its quotation marks, one character each; 0: not known. */
typedef struct bl_quote_marks {
    uint32_t start;
    uint32_t limit;
    uint32_t inner_start; /* of a quotation within another */
    uint32_t inner_limit;
} bl_quote_marks;

void bl_cldr_quotes(const bl_locale *locale, bl_quote_marks *marks);

/* Takes a phrase in UTF-8 as CLDR has it, not folded. */
typedef void (*bl_cldr_sink)(void *context, bl_sense sense, bl_str phrase);

/* Scale words in the short and the long form: thousand, K, Mio. */
void bl_cldr_scales(const bl_locale *locale, bl_cldr_sink sink,
                    void *context);

/* Months and weekdays in all widths and contexts, day periods, quarters, and
 * the words that date patterns put beside a day, a month or a year. */
void bl_cldr_dates(const bl_locale *locale, bl_cldr_sink sink, void *context);

/* How a locale writes dates and times in digits. */
typedef struct bl_date_style {
    char order[4];  /* the letters d, M and y, as in "dMy" */
    char date_sign; /* between its numbers; 0: a space or a word */
    char time_sign; /* between hours and minutes */
    bool spaced;    /* a space behind the sign of dates: "6. 6." */
    bool all_hours; /* the hours of a day are counted to 24 */
} bl_date_style;

/* Calendars that are in common use somewhere beside the Gregorian one. */
enum {
    BL_CALENDAR_BUDDHIST = 1 << 0,
    BL_CALENDAR_JAPANESE = 1 << 1,
    BL_CALENDAR_ROC = 1 << 2,
    BL_CALENDAR_PERSIAN = 1 << 3,
    BL_CALENDAR_ISLAMIC = 1 << 4,
    BL_CALENDAR_ETHIOPIC = 1 << 5,
    BL_CALENDAR_VIKRAMA = 1 << 6, /* of Nepal; CLDR does not know it */
    BL_CALENDAR_SAID = 1 << 7     /* any of them, where an era says so */
};

/* The year before the first one of the Republic of China. */
enum { BL_ROC_OFFSET = 1911 };

/* Which of them the locale uses; gives the names of their months and eras. */
uint8_t bl_cldr_calendars(const bl_locale *locale, bl_cldr_sink sink,
                          void *context);

void bl_cldr_date_style(const bl_locale *locale, bl_date_style *style);

/* The unit of a CLDR identifier, such as "kilometer"; or of an ISO 4217
 * code; 0 where it is not wanted. */
typedef uint16_t (*bl_unit_number)(const void *context, bl_str id);

/* Stands for the number in the names of units that have words on both sides
 * of it: "每小时¤公里". */
#define BL_CLDR_NUMBER "\u00a4"

/* Names and symbols of units and of currencies. */
void bl_cldr_units(const bl_locale *locale, bl_unit_number number,
                   const void *numbers, bl_cldr_sink sink, void *context);
void bl_cldr_currencies(const bl_locale *locale, bl_unit_number number,
                        const void *numbers, bl_cldr_sink sink,
                        void *context);

/* Whether CLDR's territory containment has the country, by its code, among the
 * members of the United Nations: no two of them have one name. */
bool bl_cldr_is_state(const char *code);

/* Names of countries, as entities of the groups "country.RU" and so on. */
void bl_cldr_countries(const bl_locale *locale, bl_cldr_sink sink,
                       void *context);

/* Names with the identifier of what they name: cities that time zones are
 * named after (Europe:Rome), languages (fur) and countries (RO). */
typedef void (*bl_exonym_sink)(void *context, const char *id, bl_str name);

void bl_cldr_exonyms(const bl_locale *locale, bl_exonym_sink sink,
                     void *context);

#endif
