/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A cursor over UTF-8. Damaged bytes read as U+FFFD one byte at a time, so
 * every input is walked to its end and every span stays inside the text.
 */
#ifndef BL_TEXT_UTF8_H
#define BL_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BL_REPLACEMENT = 0xfffd };

/* The same for a byte that is not ASCII. */
uint32_t bl_utf8_next_wide(const char *text, size_t size, size_t *at);

/* The character at *at, which moves behind it. *at must be under `size`. */
static inline uint32_t bl_utf8_next(const char *text, size_t size, size_t *at)
{
    const unsigned char byte = (unsigned char)text[*at];

    if (byte >= 0x80)
        return bl_utf8_next_wide(text, size, at);
    *at += 1;
    return byte;
}

/* The character before `at`, which must be over 0. */
static inline uint32_t bl_utf8_before(const char *text, size_t at)
{
    size_t start = at - 1;
    size_t back = 0;
    size_t next;
    uint32_t c;

    while (back < 3 && start > 0 &&
           ((unsigned char)text[start] & 0xc0) == 0x80) {
        start--;
        back++;
    }
    next = start;
    c = bl_utf8_next(text, at, &next);
    return next == at ? c : BL_REPLACEMENT;
}

/* Writes 1 to 4 bytes. */
static inline size_t bl_utf8_put(uint32_t c, char *out)
{
    unsigned char *p = (unsigned char *)out;

    if (c < 0x80) {
        p[0] = (unsigned char)c;
        return 1;
    }
    if (c < 0x800) {
        p[0] = (unsigned char)(0xc0 | c >> 6);
        p[1] = (unsigned char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        p[0] = (unsigned char)(0xe0 | c >> 12);
        p[1] = (unsigned char)(0x80 | (c >> 6 & 0x3f));
        p[2] = (unsigned char)(0x80 | (c & 0x3f));
        return 3;
    }
    p[0] = (unsigned char)(0xf0 | c >> 18);
    p[1] = (unsigned char)(0x80 | (c >> 12 & 0x3f));
    p[2] = (unsigned char)(0x80 | (c >> 6 & 0x3f));
    p[3] = (unsigned char)(0x80 | (c & 0x3f));
    return 4;
}

/* Offset of the first damaged byte, or `size`. */
size_t bl_utf8_valid(const char *text, size_t size);

/* How many code points, and UTF-16 units, `size` bytes of text hold. */
size_t bl_utf8_points(const char *text, size_t size);
size_t bl_utf8_units16(const char *text, size_t size);

#endif
