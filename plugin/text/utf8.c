/* SPDX-License-Identifier: Apache-2.0 */
/* Whole-text functions on UTF-8. */
#include "text/utf8.h"

#include <string.h>

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

/* Sixteen bytes, all of them alike and without a branch, of which compilers
 * make a few instructions. What counts are the high bits: a byte follows a
 * lead exactly if it continues a character; leads that do not allow every
 * byte behind them, and those of four bytes, are rare. */
enum { BLOCK = 16, HIGH = 0x80 };

static inline void look(const unsigned char *restrict p,
                        unsigned char *restrict odd)
{
    for (int i = 0; i < BLOCK; i++) {
        const unsigned char c = p[i];
        const unsigned char b = p[i - 1];
        const unsigned char a = p[i - 2];
        const unsigned char continues = (unsigned char)(c & ~(c << 1));
        const unsigned char expected =
            (unsigned char)((b & b << 1) | (a & a << 1 & a << 2));
        const bool doubtful = ((c & 0xfe) == 0xc0) | (c == 0xe0) |
                              (c == 0xed) | (c >= 0xef);
        const unsigned char rare = doubtful ? HIGH : 0;

        odd[i] |= (unsigned char)((continues ^ expected) | rare);
    }
}

/* Whether the text is valid at first sight: long enough, and nothing rare. */
static bool is_regular(const char *text, size_t size)
{
    const unsigned char *p = (const unsigned char *)text;
    unsigned char odd[BLOCK] = { 0 };
    uint64_t half[2];
    size_t at = 0;

    if (size < BLOCK + 2 || p[size - 1] >= 0xc0 || p[size - 2] >= 0xe0)
        return false;
    while (at < 2) {
        const size_t before = at;

        if (bl_utf8_next(text, size, &at) > 0x7f && at == before + 1)
            return false;
    }
    for (at = 2; at + BLOCK < size; at += BLOCK)
        look(p + at, odd);
    look(p + size - BLOCK, odd);
    memcpy(half, odd, sizeof(half));
    return ((half[0] | half[1]) & HIGH * UINT64_C(0x0101010101010101)) == 0;
}

size_t bl_utf8_valid(const char *text, size_t size)
{
    size_t at = is_regular(text, size) ? size : 0;

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

/* Eight bytes at a time, counting those that continue a character
 * (10xxxxxx) and subtracting. */
size_t bl_utf8_points(const char *text, size_t size)
{
    size_t continued = 0;
    size_t i = 0;

    for (; i + 8 <= size; i += 8) {
        uint64_t x;

        memcpy(&x, text + i, 8);
        x = (x >> 7) & (~x >> 6) & UINT64_C(0x0101010101010101);
        continued += (size_t)((x * UINT64_C(0x0101010101010101)) >> 56);
    }
    for (; i < size; i++)
        continued += ((unsigned char)text[i] & 0xc0) == 0x80;
    return size - continued;
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
