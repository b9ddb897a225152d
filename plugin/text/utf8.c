/* SPDX-License-Identifier: Apache-2.0 */
/* Whole-text functions on UTF-8. */
#include "text/utf8.h"

size_t bl_utf8_valid(const char *text, size_t size)
{
    size_t at = 0;

    while (at < size) {
        size_t next = at;

        if ((unsigned char)text[at] < 0x80) {
            at++;
            continue;
        }
        bl_utf8_next(text, size, &next);
        /* A damaged byte is read alone, and no valid one above 0x7f is. */
        if (next == at + 1)
            return at;
        at = next;
    }
    return size;
}

size_t bl_utf8_points(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

size_t bl_utf8_units16(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++) {
        const unsigned char b = (unsigned char)text[i];

        count += (size_t)((b & 0xc0) != 0x80) + (size_t)(b >= 0xf0);
    }
    return count;
}
