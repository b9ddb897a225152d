/* SPDX-License-Identifier: Apache-2.0 */
/* From kinds of change to words. */
#include "checks/changes.h"

#include "lexicon/language.h"

#include <string.h>

enum { TEXT_SIZE = 96, DIGITS_MAX = 24 };

static const char *const words[] = {
    [BL_CHANGE_OTHER] = "",
    [BL_CHANGE_TRANSPOSED] = ": digits transposed",
    [BL_CHANGE_DIGIT] = ": one digit differs",
    [BL_CHANGE_DROPPED] = ": a digit is lost",
    [BL_CHANGE_ADDED] = ": a digit too many",
    [BL_CHANGE_DOUBLED] = ": a digit is doubled",
    [BL_CHANGE_TEN] = ": off by a power of ten",
    [BL_CHANGE_SCALE] = ": the scale word differs",
    [BL_CHANGE_SWAPPED] = ": day and month are swapped",
    [BL_CHANGE_SIGN] = ": the sign differs",
    [BL_CHANGE_UNIT] = ": another unit",
    [BL_CHANGE_CONVERSION] = ": not the same when converted",
    [BL_CHANGE_ROUNDED] = ": rounded",
    [BL_CHANGE_EXCHANGED] = ": the two have changed places",
    [BL_CHANGE_BOUND] = ": at most in the source, at least in the target",
    [BL_CHANGE_DIRECTION] = ": less in the source, more in the target",
    [BL_CHANGE_ERA] = ": another era",
};

/* ---- powers of ten ------------------------------------------------------ */

/* The digits of a numeral, and how many points and commas are between them;
 * the digits behind the last one. */
typedef struct written {
    char digits[DIGITS_MAX];
    size_t size;
    size_t signs;
    size_t behind;
} written;

static bool read_written(const bl_side *side, const bl_quantity *quantity,
                         written *to)
{
    const bl_str text = bl_side_text(side, quantity->numeral);

    *to = (written){ .size = 0 };
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (c == '.' || c == ',') {
            to->signs++;
            to->behind = 0;
        } else if (c >= '0' && c <= '9' && to->size < DIGITS_MAX) {
            to->digits[to->size++] = c;
            to->behind++;
        } else {
            return false;
        }
    }
    return to->size != 0;
}

/* "5" and "5.000", "1.234" and "1234": whether one of the two is the other but
 * for what its separator is there for. */
static bool is_confused(const written *a, const written *b)
{
    const written *longer = a->size > b->size ? a : b;
    const written *shorter = a->size > b->size ? b : a;
    const size_t more = longer->size - shorter->size;

    if (memcmp(a->digits, b->digits, shorter->size) != 0)
        return false;
    if (more == 0)
        return a->size > 1 && a->signs + b->signs != 0;
    return more == 3 && longer->signs == 1 && longer->behind == 3 &&
           shorter->signs == 0 &&
           memcmp(longer->digits + shorter->size, "000", 3) == 0;
}

/* ": 1000 times too large" */
static bl_str tell_factor(const bl_pair *pair, const bl_quantity *a,
                          const bl_quantity *b)
{
    const int32_t power = b->value[0].exponent - a->value[0].exponent;
    const char *end = power > 0 ? " times too large" : " times too small";
    char *text = bl_arena_alloc(pair->scratch, TEXT_SIZE, 1);
    size_t size = 0;

    if (text == NULL || power > 15 || power < -15)
        return bl_str_z(words[BL_CHANGE_TEN]);
    memcpy(text, ": 1", 3);
    for (size = 3; size < 3 + (size_t)(power > 0 ? power : -power); size++)
        text[size] = '0';
    memcpy(text + size, end, strlen(end));
    return bl_str_of(text, size + strlen(end));
}

static bl_str tell_ten(const bl_pair *pair, const bl_quantity *a,
                       const bl_quantity *b)
{
    written x;
    written y;

    if (a->scale != b->scale ||
        !read_written(&pair->side[BL_SOURCE], a, &x) ||
        !read_written(&pair->side[BL_TARGET], b, &y) || !is_confused(&x, &y))
        return tell_factor(pair, a, b);
    if (x.signs != 0 && y.signs == 0 && x.behind != 3)
        return BL_STR(": the decimal sign is lost");
    if (x.signs == 0 && y.signs != 0 && y.behind != 3)
        return BL_STR(": a decimal sign is added");
    return BL_STR(": decimal sign and thousands separator confused");
}

/* ---- conversions -------------------------------------------------------- */

/* To three digits or so, whatever the locale of the program. */
static bl_decimal rounded(double value)
{
    int32_t exponent = 0;

    if (value < 0)
        value = -value;
    while (value < 100 && exponent > -6) {
        value *= 10;
        exponent--;
    }
    while (value >= 10000 && exponent < 12) {
        value /= 10;
        exponent++;
    }
    return bl_decimal_of((int64_t)(value + 0.5), exponent);
}

/* ": converted it is about 72.4" */
static bl_str tell_conversion(const bl_pair *pair, const bl_quantity *a,
                              const bl_quantity *b)
{
    static const char begin[] = ": converted it is about ";
    const bl_units *units = pair->side[BL_SOURCE].language->units;
    char *text = bl_arena_alloc(pair->scratch, TEXT_SIZE, 1);
    const double value = bl_units_convert(
        units, bl_decimal_approximate(a->value[0]), a->unit, b->unit);
    size_t size = sizeof(begin) - 1;

    if (text == NULL || value < 0 || value > 1e15)
        return bl_str_z(words[BL_CHANGE_CONVERSION]);
    memcpy(text, begin, size);
    size += bl_decimal_text(rounded(value), text + size, TEXT_SIZE - size);
    return bl_str_of(text, size);
}

/* ---- all of them -------------------------------------------------------- */

bl_str bl_change_text(const bl_pair *pair, const bl_difference *difference)
{
    const bl_units *units = pair->side[BL_SOURCE].language->units;
    const bl_quantity *a =
        &pair->side[BL_SOURCE].quantities[difference->source];
    const bl_quantity *b =
        &pair->side[BL_TARGET].quantities[difference->target];

    switch (difference->change) {
    case BL_CHANGE_TEN:
        return tell_ten(pair, a, b);
    case BL_CHANGE_CONVERSION:
        return tell_conversion(pair, a, b);
    case BL_CHANGE_UNIT:
        if (bl_unit_is_currency(units, a->unit) &&
            bl_unit_is_currency(units, b->unit))
            return BL_STR(": another currency");
        if (a->unit == units->percent && b->unit == BL_UNIT_NONE)
            return BL_STR(": per cent is lost");
        if (b->unit == units->percent && a->unit == BL_UNIT_NONE)
            return BL_STR(": per cent is added");
        return bl_str_z(words[BL_CHANGE_UNIT]);
    case BL_CHANGE_BOUND:
        return a->bound == BL_BOUND_LEAST
                   ? BL_STR(": at least in the source, at most in the target")
                   : bl_str_z(words[BL_CHANGE_BOUND]);
    case BL_CHANGE_DIRECTION:
        return a->bound == BL_BOUND_MORE
                   ? BL_STR(": more in the source, less in the target")
                   : bl_str_z(words[BL_CHANGE_DIRECTION]);
    default:
        return bl_str_z(words[difference->change]);
    }
}
