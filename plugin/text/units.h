/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Units of measurement and currencies as small numbers, the same in every
 * language, with CLDR's conversion factors (units.xml, through ICU's
 * "units" bundle). Built once, then read by any thread.
 */
#ifndef BL_TEXT_UNITS_H
#define BL_TEXT_UNITS_H

#include "base/alloc.h"
#include "base/arena.h"
#include "base/packed.h"

#include <stdint.h>

typedef struct bl_unit_info {
    bl_str id;        /* "kilometer", "USD" */
    uint16_t kind;    /* units of one kind measure the same; 0: currency */
    double factor;    /* to the base unit of its kind; 0: not known */
    double offset;    /* added after the factor: temperatures */
    uint16_t sign;    /* of currencies: the same number for the same sign; */
    uint16_t noun;    /* and for the same kind of name: dollar; 0: none */
    uint16_t part;    /* what is said behind it without being named: the
                         inches of "6 foot 2"; 0: none */
} bl_unit_info;

/* Units that people leave unsaid. */
typedef enum bl_daily_unit {
    BL_DAILY_CELSIUS,
    BL_DAILY_CENTIMETER,
    BL_DAILY_HECTARE,
    BL_DAILY_KILOGRAM,
    BL_DAILY_KILOMETER,
    BL_DAILY_SPEED,
    BL_DAILY_LITER,
    BL_DAILY_METER,
    BL_DAILY_UNITS
} bl_daily_unit;

/* Measures of volume that recipes elsewhere give by weight. */
typedef enum bl_kitchen_unit {
    BL_KITCHEN_CUP,
    BL_KITCHEN_STICK, /* of butter */
    BL_KITCHEN_TABLESPOON,
    BL_KITCHEN_TEASPOON,
    BL_KITCHEN_UNITS
} bl_kitchen_unit;

typedef struct bl_units {
    const bl_alloc *alloc;
    bl_arena text;
    bl_unit_info *items; /* sorted by id; item 0 is "no unit" */
    size_t count;
    size_t room;
    uint16_t percent; /* some that recognisers ask for */
    uint16_t permille;
    uint16_t permyriad;
    uint16_t quarter_point;
    uint16_t mile_per_gallon;
    uint16_t point; /* of percentage */
    uint16_t type_point; /* of type, whose name is that of all points */
    uint16_t tenth;
    uint16_t thousandth;
    uint16_t price_tenth;
    uint16_t cent; /* coins */
    uint16_t dime;
    uint16_t ton; /* of the United States */
    uint16_t tonne;
    uint16_t fahrenheit;
    uint16_t foot;
    uint16_t inch;
    uint16_t year;
    uint16_t month;
    uint16_t week;
    uint16_t day;
    uint16_t hour;
    uint16_t minute;
    uint16_t second;
    uint16_t century;
    uint16_t decade;
    uint16_t size; /* of clothes and shoes, of no country */
    uint16_t gigahertz;
    uint16_t storey; /* of a house, from one or it is not known */
    uint16_t storey_from_zero;
    uint16_t zone_gmt;
    uint16_t daily[BL_DAILY_UNITS];
    uint16_t kitchen[BL_KITCHEN_UNITS];
    bool failed; /* no memory, or ICU without its data */
} bl_units;

void bl_units_init(bl_units *units, const bl_alloc *alloc);
void bl_units_free(bl_units *units);

/* The same from bytes, and as such; false where they are no table, which
 * `from` then says, or there is no memory. */
bool bl_units_unpack(bl_units *units, const bl_alloc *alloc, bl_packed *from);
void bl_units_pack(const bl_units *units, bl_buf *to);

/* Note where the units are that recognisers ask for; for building only. */
void bl_units_name(bl_units *units);

/* The unit of that CLDR id or ISO 4217 code, or 0; a bl_unit_number. */
uint16_t bl_units_find(const void *units, bl_str id);

/* The square or the cube of a length ("meter", 2); itself, where CLDR has none.
 */
uint16_t bl_units_power(const bl_units *units, uint16_t unit, int power);

static inline bool bl_unit_is_currency(const bl_units *units, uint16_t unit)
{
    return unit != 0 && units->items[unit].kind == 0;
}

/* Whether it is a length, an area, a volume or a mass of the metric system, by
 * the name of its unit: not a hectare or a tonne. */
bool bl_unit_is_metric(const bl_units *units, uint16_t unit);

/* Whether the two measure the same kind of thing and can be converted. */
bool bl_units_convertible(const bl_units *units, uint16_t a, uint16_t b);

/* Whether it is a time zone, whose `offset` is its hours ahead of Greenwich. */
static inline bool bl_unit_is_zone(const bl_units *units, uint16_t unit)
{
    return units->items[unit].kind == units->items[units->zone_gmt].kind;
}

/* `value` of unit `from` in unit `to`. */
double bl_units_convert(const bl_units *units, double value, uint16_t from,
                        uint16_t to);

#endif
