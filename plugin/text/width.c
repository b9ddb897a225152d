/* SPDX-License-Identifier: Apache-2.0 */
/* East Asian width and zero-width characters from ICU. */
#include "text/width.h"

#include "text/utf8.h"

#include <unicode/uchar.h>

int bl_width_of_other(uint32_t c)
{
    const UChar32 point = (UChar32)c;

    switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
        return 0;
    default:
        break;
    }
    /* Vowels and finals of conjoining Hangul stand under the initial. */
    if (c >= 0x1160 && c <= 0x11ff)
        return 0;
    switch (u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
        return 2;
    default:
        return 1;
    }
}

size_t bl_width(bl_str text)
{
    size_t at = 0;
    size_t width = 0;

    while (at < text.size)
        width += (size_t)bl_width_of(
            bl_utf8_next(text.ptr, text.size, &at));
    return width;
}

bool bl_is_right_to_left(bl_str text)
{
    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        /* Nothing below U+0590 is written so. */
        if (c < 0x590)
            continue;
        switch (u_charDirection((UChar32)c)) {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
            return true;
        default:
            break;
        }
    }
    return false;
}
