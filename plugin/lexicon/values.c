/* SPDX-License-Identifier: Apache-2.0 */
/* Values of dictionary lines, as they are written. */
#include "lexicon/values.h"

#include "model/sense.h"
#include "text/cldr.h"

#include <string.h>

bool bl_value_number(bl_str text, int64_t *value)
{
    *value = 0;
    if (text.size == 0 || text.size > 18)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *value = *value * 10 + (text.ptr[i] - '0');
    }
    return true;
}

bool bl_value_fraction(bl_str text, int64_t *value)
{
    const char *stroke =
        text.size != 0 ? memchr(text.ptr, '/', text.size) : NULL;
    const size_t size = stroke != NULL ? (size_t)(stroke - text.ptr) : 0;
    int64_t count = 1;
    int64_t parts;

    if ((stroke != NULL &&
         !bl_value_number(bl_str_of(text.ptr, size), &count)) ||
        !bl_value_number(
            stroke != NULL ? bl_str_of(stroke + 1, text.size - size - 1) : text,
            &parts) ||
        !bl_sense_is_fraction(count, parts))
        return false;
    *value = bl_sense_fraction(count, parts);
    return true;
}

bool bl_value_is_group(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        const char c = text.ptr[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
              (c >= '0' && c <= '9') || c == '-' || c == '.'))
            return false;
    }
    return text.size != 0;
}

bool bl_value_is_state(bl_str group)
{
    const bl_str country = BL_STR("country.");
    char code[3] = "";

    if (group.size != country.size + 2 || !bl_str_begins(group, country))
        return false;
    memcpy(code, group.ptr + country.size, 2);
    return bl_cldr_is_state(code);
}
