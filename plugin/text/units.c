/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The unit table. Which units there are is read from the English names, since
 * every locale has the same ids; factors of simple units are in ICU's "units"
 * bundle, and compound ids ("mile-per-hour", "square-kilometer") are
 * multiplied out.
 */
#include "text/units.h"

#include "base/hash.h"
#include "text/resource.h"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <stdlib.h>
#include <string.h>

enum { KINDS_MAX = 40, EXPRESSION = 96 };

/* ---- factors ------------------------------------------------------------ */

typedef struct factors {
    UResourceBundle *units;     /* convertUnits */
    UResourceBundle *constants; /* unitConstants */
} factors;

static bool get_text(const UResourceBundle *table, bl_str key,
                     const char *field, char *out)
{
    UErrorCode status = U_ZERO_ERROR;
    char name[64];
    UResourceBundle *found;
    const UChar *text;
    int32_t size = 0;

    if (key.size >= sizeof(name))
        return false;
    memcpy(name, key.ptr, key.size);
    name[key.size] = '\0';
    found = ures_getByKey(table, name, NULL, &status);
    text = field != NULL ? ures_getStringByKey(found, field, &size, &status)
                         : ures_getString(found, &size, &status);
    if (U_SUCCESS(status) && size < EXPRESSION) {
        u_UCharsToChars(text, out, size);
        out[size] = '\0';
    }
    ures_close(found);
    return U_SUCCESS(status) && size < EXPRESSION;
}

/* "0.3048", "1.602177E-19"; strtod() would ask the process locale. */
static double read_number(const char *text, const char *limit)
{
    double value = 0;
    int power = 0;
    int exponent = 0;
    bool fraction = false;

    for (; text < limit && *text != 'E'; text++) {
        if (*text == '.') {
            fraction = true;
            continue;
        }
        value = value * 10 + (*text - '0');
        power -= fraction;
    }
    if (text < limit) {
        const bool negative = text[1] == '-';

        for (text += negative ? 2 : 1; text < limit; text++)
            exponent = exponent * 10 + (*text - '0');
        power += negative ? -exponent : exponent;
    }
    for (; power > 0; power--)
        value *= 10;
    for (; power < 0; power++)
        value /= 10;
    return value;
}

/* UTS #35, Unit Conversion: what follows a slash is all denominator. */
static double evaluate(const factors *from, const char *text, int depth)
{
    double value = 1;
    bool divide = false;

    while (*text != '\0') {
        const char *limit = text + strcspn(text, "*/");
        const char *end = limit;
        double factor;

        while (*text == ' ')
            text++;
        while (end > text && end[-1] == ' ')
            end--;
        if (*text >= '0' && *text <= '9') {
            factor = read_number(text, end);
        } else {
            char inner[EXPRESSION];

            if (depth > 8 ||
                !get_text(from->constants,
                          bl_str_of(text, (size_t)(end - text)), NULL, inner))
                return 0;
            factor = evaluate(from, inner, depth + 1);
        }
        if (factor == 0)
            return 0;
        value = divide ? value / factor : value * factor;
        if (*limit == '\0')
            break;
        divide = divide || *limit == '/';
        text = limit + 1;
    }
    return value;
}

/* SI and binary prefixes of CLDR unit ids (UTS #35, Unit Prefixes). */
static const struct {
    const char *name;
    double factor;
} prefixes[] = {
    { "pico", 1e-12 }, { "nano", 1e-9 },  { "micro", 1e-6 },
    { "milli", 1e-3 }, { "centi", 1e-2 }, { "deci", 1e-1 },
    { "hecto", 1e2 },  { "kilo", 1e3 },   { "mega", 1e6 },
    { "giga", 1e9 },   { "tera", 1e12 },  { "peta", 1e15 },
};

static double simple(const factors *from, bl_str id, double *offset)
{
    char text[EXPRESSION];
    double factor = 1;

    for (size_t i = 0; i <= sizeof(prefixes) / sizeof(prefixes[0]); i++) {
        bl_str base = id;

        if (i != 0) {
            const bl_str prefix = bl_str_z(prefixes[i - 1].name);

            if (id.size <= prefix.size ||
                memcmp(id.ptr, prefix.ptr, prefix.size) != 0)
                continue;
            base = bl_str_of(id.ptr + prefix.size, id.size - prefix.size);
            factor = prefixes[i - 1].factor;
        }
        if (!get_text(from->units, base, "factor", text))
            continue;
        factor *= evaluate(from, text, 0);
        if (get_text(from->units, base, "offset", text))
            *offset = evaluate(from, text, 0);
        return factor;
    }
    return 0;
}

static bool eat(bl_str *text, const char *prefix)
{
    const size_t size = strlen(prefix);

    if (text->size < size || memcmp(text->ptr, prefix, size) != 0)
        return false;
    *text = bl_str_of(text->ptr + size, text->size - size);
    return true;
}

/* "mile-per-hour": factor of mile over factor of hour. A hyphen may be part
 * of a simple id ("ounce-troy"), so the longest one wins. */
static double compound(const factors *from, bl_str id, double *offset)
{
    double value = 1;
    bool divide = false;

    *offset = 0;
    while (id.size != 0) {
        int power = 1;
        double factor = 0;
        size_t size;

        if (eat(&id, "per-"))
            divide = true;
        if (eat(&id, "square-"))
            power = 2;
        else if (eat(&id, "cubic-"))
            power = 3;
        for (size = id.size; size != 0; size--) {
            if (size < id.size && id.ptr[size] != '-')
                continue;
            factor = simple(from, bl_str_of(id.ptr, size), offset);
            if (factor != 0)
                break;
        }
        if (factor == 0)
            return 0;
        for (; power > 0; power--)
            value = divide ? value / factor : value * factor;
        id = bl_str_of(id.ptr + size, id.size - size);
        eat(&id, "-");
    }
    return value;
}

/* ---- the table ---------------------------------------------------------- */

typedef struct builder {
    bl_units *units;
    factors from;
    char kinds[KINDS_MAX][24]; /* categories of CLDR, from 1 on */
    int kind_count;
} builder;

static uint16_t kind_of(builder *to, const char *category)
{
    for (int i = 1; i <= to->kind_count; i++) {
        if (strcmp(to->kinds[i], category) == 0)
            return (uint16_t)i;
    }
    if (to->kind_count + 1 >= KINDS_MAX ||
        strlen(category) >= sizeof(to->kinds[0]))
        return KINDS_MAX;
    strcpy(to->kinds[++to->kind_count], category);
    return (uint16_t)to->kind_count;
}

static bl_unit_info *add(bl_units *units, bl_str id)
{
    const char *copy = bl_arena_copy(&units->text, id.ptr, id.size);

    if (copy == NULL || !bl_grow(units->alloc, &units->items, &units->room,
                                 units->count, sizeof(bl_unit_info))) {
        units->failed = true;
        return NULL;
    }
    units->items[units->count] =
        (bl_unit_info){ .id = bl_str_of(copy, id.size) };
    return &units->items[units->count++];
}

/* One unit has several strings: its first one adds it. path: category,
 * unit, form. */
static void on_unit(void *context, const char *const *path, int depth,
                    bl_str value)
{
    builder *to = context;
    bl_unit_info *info;

    (void)value;
    if (depth < 3 || strcmp(path[0], "compound") == 0 ||
        strcmp(path[0], "coordinate") == 0)
        return;
    if (to->units->count != 0 &&
        bl_str_equal(to->units->items[to->units->count - 1].id,
                     bl_str_z(path[1])))
        return;
    info = add(to->units, bl_str_z(path[1]));
    if (info == NULL)
        return;
    info->kind = kind_of(to, path[0]);
    info->factor = compound(&to->from, info->id, &info->offset);
    /* A year is no whole number of seconds in CLDR; 365.25 days will do
     * for comparing. */
    if (strcmp(path[0], "duration") == 0) {
        static const char *const years[] = { "century", "decade", "year",
                                             "quarter", "month" };

        for (size_t i = 0; i < sizeof(years) / sizeof(years[0]); i++) {
            if (strcmp(path[1], years[i]) == 0)
                info->factor *= 31557600;
        }
    }
}

static void add_currencies(bl_units *units)
{
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *codes = ucurr_openISOCurrencies(
        UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    int32_t size;
    const char *code;

    while (U_SUCCESS(status) &&
           (code = uenum_next(codes, &size, &status)) != NULL)
        add(units, bl_str_of(code, (size_t)size));
    uenum_close(codes);
    if (U_FAILURE(status))
        units->failed = true;
}

/* What CLDR has no unit for: the difference of two shares, a tenth (割), and
 * a tenth of a price that remains to be paid (折: 8折 is 20% off). Measures of
 * one country that are still in daily use: the jin (斤), li (里) and mu (亩) of
 * China, by the ordinance of 1959; the catty (台斤) of Taiwan; go (合), a tenth
 * of a shō; tsubo and pyeong, which are 400/121 square meters; the rai of
 * Thailand; ten grams, for what is bought in Poland and Hungary, and a hundred,
 * the lạng of Vietnam; thousands, millions and billions of tonnes, and of
 * years (Ma, Ga); a hundred square meters, for gardens (сотка); a quarter of a
 * point of interest (碼). A stick of butter, half a cup.
 * One that goes by one word in China: 兆焦. Coins, the hundredth of many
 * currencies, whose name is a number elsewhere, and the tenth of some (角). And
 * what each country counts in its own way: sizes of clothes and shoes, and the
 * floors of a house, from the ground floor or from the one above. Time zones
 * are in the same table, with the hours that they are ahead of Greenwich. */
static void add_others(builder *to)
{
    static const struct {
        const char *id;
        const char *kind;
        double factor;
        double offset;
    } others[] = {
        { "percentage-point", "percentage-point", 0, 0 },
        { "tenth", "concentr", 0.1, 0 },
        { "thousandth", "concentr", 0.001, 0 },
        { "tenth-of-price", "concentr", -0.1, 1 },
        { "quarter-point", "concentr", 0.0025, 0 },
        { "cent", "cent", 0, 0 },
        { "dime", "dime", 0, 0 },
        { "are", "area", 100, 0 },
        { "catty", "mass", 0.6, 0 },
        { "dekagram", "mass", 0.01, 0 },
        { "gigatonne", "mass", 1e12, 0 },
        { "gigayear", "duration", 31557600e9, 0 },
        { "go", "volume", 0.00018039, 0 },
        { "hectogram", "mass", 0.1, 0 },
        { "jin", "mass", 0.5, 0 },
        { "kilotonne", "mass", 1e6, 0 },
        { "li", "length", 500, 0 },
        { "megajoule", "energy", 1e6, 0 },
        { "megatonne", "mass", 1e9, 0 },
        { "megayear", "duration", 31557600e6, 0 },
        { "mu", "area", 2000.0 / 3, 0 },
        { "rai", "area", 1600, 0 },
        { "size", "size", 0, 0 },
        { "size-eu", "size", 0, 0 },
        { "size-uk", "size", 0, 0 },
        { "size-us", "size", 0, 0 },
        { "stick", "volume", 0.000118294118, 0 },
        { "storey", "storey", 0, 0 },
        { "storey-from-zero", "storey", 0, 0 },
        { "tsubo", "area", 400.0 / 121, 0 },
        { "zone-brt", "zone", 0, -3 },
        { "zone-cet", "zone", 0, 1 },
        { "zone-china", "zone", 0, 8 },
        { "zone-ct", "zone", 0, -6 },
        { "zone-eet", "zone", 0, 2 },
        { "zone-et", "zone", 0, -5 },
        { "zone-gmt", "zone", 0, 0 },
        { "zone-ict", "zone", 0, 7 },
        { "zone-india", "zone", 0, 5.5 },
        { "zone-jst", "zone", 0, 9 },
        { "zone-msk", "zone", 0, 3 },
        { "zone-mt", "zone", 0, -7 },
        { "zone-pt", "zone", 0, -8 },
        { "zone-sydney", "zone", 0, 10 },
    };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        bl_unit_info *info = add(to->units, bl_str_z(others[i].id));

        if (info == NULL)
            return;
        info->kind = kind_of(to, others[i].kind);
        info->factor = others[i].factor;
        info->offset = others[i].offset;
    }
}

/* ---- relations ---------------------------------------------------------- */

/* Families are numbered by a hash: all that counts is that they are told
 * apart. */
static uint16_t family_of(bl_str name)
{
    return (uint16_t)(bl_hash(name.ptr, name.size, 0) | 1);
}

/* path: code. */
static void on_sign(void *context, const char *const *path, int depth,
                    bl_str value)
{
    bl_units *units = context;
    const uint16_t unit =
        depth >= 1 ? bl_units_find(units, bl_str_z(path[0])) : 0;
    size_t letters = 0;

    /* The country of CA$ does not count; R$ is a sign of its own. */
    while (letters < value.size && value.ptr[letters] >= 'A' &&
           value.ptr[letters] <= 'Z')
        letters++;
    if (letters != 2 || value.size == 2)
        letters = 0;
    if (unit != 0)
        units->items[unit].sign = family_of(
            bl_str_of(value.ptr + letters, value.size - letters));
}

/* path: code, then index: 0 is the symbol. */
static void on_symbol(void *context, const char *const *path, int depth,
                      bl_str value)
{
    if (depth >= 2 && strcmp(path[1], "0") == 0)
        on_sign(context, path, depth, value);
}

/* A crown by whatever name: in most languages they go by one. So do the pound
 * of Syria and the lira of Turkey, or the rial of Iran and the riyal of Qatar,
 * somewhere. */
static bl_str noun_of(bl_str name)
{
    static const char *const same[][2] = {
        { "Krona", "Koruna" },  { "Krone", "Koruna" }, { "Króna", "Koruna" },
        { "Kroon", "Koruna" },  { "Lira", "Pound" },   { "Riyal", "Rial" },
        { "Rupiah", "Rupee" },
    };
    size_t at = name.size;

    while (at > 0 && name.ptr[at - 1] != ' ')
        at--;
    name = bl_str_of(name.ptr + at, name.size - at);
    for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++) {
        if (bl_str_equal(name, bl_str_z(same[i][0])))
            return bl_str_z(same[i][1]);
    }
    return name;
}

/* path: code, then index: 1 is the name, "Canadian Dollar". */
static void on_name(void *context, const char *const *path, int depth,
                    bl_str value)
{
    bl_units *units = context;
    const uint16_t unit =
        depth >= 2 && strcmp(path[1], "1") == 0
            ? bl_units_find(units, bl_str_z(path[0]))
            : 0;

    if (unit != 0)
        units->items[unit].noun = family_of(noun_of(value));
}

static void set_parts(bl_units *units)
{
    static const char *const parts[][2] = {
        { "foot", "inch" }, { "hour", "minute" }, { "meter", "centimeter" },
        { "minute", "second" }, { "pound", "ounce" }, { "stone", "pound" },
    };

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        const uint16_t whole = bl_units_find(units, bl_str_z(parts[i][0]));

        if (whole != 0)
            units->items[whole].part =
                bl_units_find(units, bl_str_z(parts[i][1]));
    }
}

static int compare_items(const void *a, const void *b)
{
    return bl_str_compare(((const bl_unit_info *)a)->id,
                          ((const bl_unit_info *)b)->id);
}

static void drop_duplicates(bl_units *units)
{
    size_t kept = 1;

    for (size_t i = 1; i < units->count; i++) {
        if (!bl_str_equal(units->items[i].id, units->items[kept - 1].id))
            units->items[kept++] = units->items[i];
    }
    units->count = kept;
}

void bl_units_init(bl_units *units, const bl_alloc *alloc)
{
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(NULL, "units", &status);
    builder to = { .units = units };

    *units = (bl_units){ .alloc = alloc };
    bl_arena_init(&units->text, alloc, 0);
    to.from.units = ures_getByKey(bundle, "convertUnits", NULL, &status);
    to.from.constants = ures_getByKey(bundle, "unitConstants", NULL, &status);
    add(units, BL_STR("")); /* number 0 */
    if (U_SUCCESS(status))
        bl_resource_walk("-unit", "en", "units", on_unit, &to);
    else
        units->failed = true;
    add_currencies(units);
    add_others(&to);
    ures_close(to.from.units);
    ures_close(to.from.constants);
    ures_close(bundle);
    if (units->failed)
        return;
    qsort(units->items, units->count, sizeof(*units->items), compare_items);
    drop_duplicates(units);
    bl_resource_walk("-curr", "en", "Currencies", on_symbol, units);
    bl_resource_walk("-curr", "en", "Currencies%narrow", on_sign, units);
    bl_resource_walk("-curr", "en", "Currencies", on_name, units);
    set_parts(units);
    bl_units_name(units);
}
