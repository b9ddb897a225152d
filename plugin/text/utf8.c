/* SPDX-License-Identifier: Apache-2.0 */
/* Whole-text functions on UTF-8. */
#include "text/utf8.h"

uint32_t bl_utf8_next_wide(const char *text, size_t size, size_t *at)
{
    const unsigned char *p = (const unsigned char *)text + *at;
    const size_t left = size - *at;
    const uint32_t a = p[0];
    uint32_t c;

    if (a >= 0xc2 && a < 0xe0 && left >= 2 && (p[1] & 0xc0) == 0x80) {
        *at += 2;
        return (a & 0x1f) << 6 | (p[1] & 0x3fu);
    }
    if (a >= 0xe0 && a < 0xf0 && left >= 3 && (p[1] & 0xc0) == 0x80 &&
        (p[2] & 0xc0) == 0x80) {
        c = (a & 0x0f) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
        if (c >= 0x800 && (c < 0xd800 || c > 0xdfff)) {
            *at += 3;
            return c;
        }
    }
    if (a >= 0xf0 && a < 0xf5 && left >= 4 && (p[1] & 0xc0) == 0x80 &&
        (p[2] & 0xc0) == 0x80 && (p[3] & 0xc0) == 0x80) {
        c = (a & 0x07) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 |
            (p[3] & 0x3fu);
        if (c >= 0x10000 && c <= 0x10ffff) {
            *at += 4;
            return c;
        }
    }
    *at += 1;
    return BL_REPLACEMENT;
}

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
