/* SPDX-License-Identifier: Apache-2.0 */
/* The unit table once it is there: looking things up, and as bytes. */
#include "text/units.h"

#include <string.h>

static const char *const daily[BL_DAILY_UNITS] = {
    [BL_DAILY_CELSIUS] = "celsius",     [BL_DAILY_CENTIMETER] = "centimeter",
    [BL_DAILY_HECTARE] = "hectare",     [BL_DAILY_KILOGRAM] = "kilogram",
    [BL_DAILY_KILOMETER] = "kilometer", [BL_DAILY_SPEED] = "kilometer-per-hour",
    [BL_DAILY_LITER] = "liter",         [BL_DAILY_METER] = "meter",
};

static const char *const kitchen[BL_KITCHEN_UNITS] = {
    [BL_KITCHEN_CUP] = "cup",
    [BL_KITCHEN_STICK] = "stick",
    [BL_KITCHEN_TABLESPOON] = "tablespoon",
    [BL_KITCHEN_TEASPOON] = "teaspoon",
};

void bl_units_name(bl_units *units)
{
    units->percent = bl_units_find(units, BL_STR("percent"));
    units->point = bl_units_find(units, BL_STR("percentage-point"));
    units->type_point = bl_units_find(units, BL_STR("point"));
    units->permille = bl_units_find(units, BL_STR("permille"));
    units->permyriad = bl_units_find(units, BL_STR("permyriad"));
    units->quarter_point = bl_units_find(units, BL_STR("quarter-point"));
    units->mile_per_gallon = bl_units_find(units, BL_STR("mile-per-gallon"));
    units->price_tenth = bl_units_find(units, BL_STR("tenth-of-price"));
    units->fahrenheit = bl_units_find(units, BL_STR("fahrenheit"));
    units->foot = bl_units_find(units, BL_STR("foot"));
    units->inch = bl_units_find(units, BL_STR("inch"));
    units->year = bl_units_find(units, BL_STR("year"));
    units->month = bl_units_find(units, BL_STR("month"));
    units->week = bl_units_find(units, BL_STR("week"));
    units->day = bl_units_find(units, BL_STR("day"));
    units->hour = bl_units_find(units, BL_STR("hour"));
    units->minute = bl_units_find(units, BL_STR("minute"));
    units->second = bl_units_find(units, BL_STR("second"));
    units->cent = bl_units_find(units, BL_STR("cent"));
    units->dime = bl_units_find(units, BL_STR("dime"));
    units->ton = bl_units_find(units, BL_STR("ton"));
    units->tonne = bl_units_find(units, BL_STR("tonne"));
    units->tenth = bl_units_find(units, BL_STR("tenth"));
    units->thousandth = bl_units_find(units, BL_STR("thousandth"));
    units->century = bl_units_find(units, BL_STR("century"));
    units->decade = bl_units_find(units, BL_STR("decade"));
    units->size = bl_units_find(units, BL_STR("size"));
    units->zone_gmt = bl_units_find(units, BL_STR("zone-gmt"));
    units->gigahertz = bl_units_find(units, BL_STR("gigahertz"));
    units->storey = bl_units_find(units, BL_STR("storey"));
    units->storey_from_zero =
        bl_units_find(units, BL_STR("storey-from-zero"));
    for (size_t i = 0; i < BL_DAILY_UNITS; i++)
        units->daily[i] = bl_units_find(units, bl_str_z(daily[i]));
    for (size_t i = 0; i < BL_KITCHEN_UNITS; i++)
        units->kitchen[i] = bl_units_find(units, bl_str_z(kitchen[i]));
}

void bl_units_free(bl_units *units)
{
    bl_arena_free(&units->text);
    bl_free(units->alloc, units->items);
    units->items = NULL;
}

uint16_t bl_units_find(const void *units, bl_str id)
{
    const bl_units *table = units;
    size_t low = 1;
    size_t high = table->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (bl_str_compare(table->items[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < table->count && bl_str_equal(table->items[low].id, id)
               ? (uint16_t)low
               : 0;
}

uint16_t bl_units_power(const bl_units *units, uint16_t unit, int power)
{
    const char *prefix = power == 2 ? "square-" : "cubic-";
    const size_t size = strlen(prefix);
    const bl_str id = units->items[unit].id;
    char name[64];
    uint16_t found;

    if (id.size + size > sizeof(name))
        return unit;
    memcpy(name, prefix, size);
    memcpy(name + size, id.ptr, id.size);
    found = bl_units_find(units, bl_str_of(name, size + id.size));
    return found != 0 ? found : unit;
}

bool bl_unit_is_metric(const bl_units *units, uint16_t unit)
{
    static const char *const ends[] = { "meter", "gram", "liter" };
    const bl_str id = units->items[unit].id;

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const bl_str end = bl_str_z(ends[i]);

        if (bl_str_ends(id, end))
            return memchr(id.ptr, '-', id.size) == NULL ||
                   bl_str_begins(id, BL_STR("square-")) ||
                   bl_str_begins(id, BL_STR("cubic-"));
    }
    return false;
}

bool bl_units_convertible(const bl_units *units, uint16_t a, uint16_t b)
{
    return a != 0 && b != 0 && units->items[a].kind != 0 &&
           units->items[a].kind == units->items[b].kind &&
           units->items[a].factor != 0 && units->items[b].factor != 0;
}

double bl_units_convert(const bl_units *units, double value, uint16_t from,
                        uint16_t to)
{
    const bl_unit_info *a = &units->items[from];
    const bl_unit_info *b = &units->items[to];

    return (value * a->factor + a->offset - b->offset) / b->factor;
}

/* ---- as bytes ----------------------------------------------------------- */

/* The bits of a double (IEEE 754), which are a whole number. */
static uint64_t bits_of(double value)
{
    uint64_t bits;

    memcpy(&bits, &value, sizeof(bits));
    return bits;
}

static double of_bits(uint64_t bits)
{
    double value;

    memcpy(&value, &bits, sizeof(value));
    return value;
}

void bl_units_pack(const bl_units *units, bl_buf *to)
{
    bl_pack_uint(to, units->count);
    for (size_t i = 0; i < units->count; i++) {
        const bl_unit_info *info = &units->items[i];

        bl_pack_text(to, info->id);
        bl_pack_uint(to, info->kind);
        bl_pack_fixed(to, bits_of(info->factor), 8);
        bl_pack_fixed(to, bits_of(info->offset), 8);
        bl_pack_uint(to, info->sign);
        bl_pack_uint(to, info->noun);
        bl_pack_uint(to, info->part);
    }
}

static bool unpack_item(bl_units *units, bl_unit_info *info, bl_packed *from)
{
    const bl_str id = bl_unpack_text(from);

    info->id.ptr = bl_arena_copy(&units->text, id.ptr, id.size);
    info->id.size = id.size;
    info->kind = (uint16_t)bl_unpack_uint(from);
    info->factor = of_bits(bl_unpack_fixed(from, 8));
    info->offset = of_bits(bl_unpack_fixed(from, 8));
    info->sign = (uint16_t)bl_unpack_uint(from);
    info->noun = (uint16_t)bl_unpack_uint(from);
    info->part = (uint16_t)bl_unpack_uint(from);
    from->failed = from->failed || info->part >= units->count;
    return !from->failed && info->id.ptr != NULL;
}

bool bl_units_unpack(bl_units *units, const bl_alloc *alloc, bl_packed *from)
{
    const uint64_t count = bl_unpack_uint(from);
    bool good = count != 0 && count <= UINT16_MAX;

    *units = (bl_units){ .alloc = alloc };
    bl_arena_init(&units->text, alloc, 0);
    from->failed = from->failed || !good;
    if (good) {
        units->items = bl_new(alloc, (size_t)count, sizeof(*units->items));
        units->room = units->items != NULL ? (size_t)count : 0;
        units->count = units->room;
        good = units->items != NULL;
    }
    for (size_t i = 0; i < units->count && good; i++)
        good = unpack_item(units, &units->items[i], from);
    if (good)
        bl_units_name(units);
    else
        bl_units_free(units);
    return good;
}
