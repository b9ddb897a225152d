/* SPDX-License-Identifier: Apache-2.0 */
/* A stretch of bytes that somebody else owns: pointer and size. */
#ifndef BL_BASE_STR_H
#define BL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* UTF-8 unless said otherwise. NULL with size 0 is "there is none". */
typedef struct bl_str {
    const char *ptr;
    size_t size;
} bl_str;

/* From a literal, its NUL not counted. */
#define BL_STR(literal)                  \
    (bl_str)                             \
    {                                    \
        "" literal, sizeof(literal) - 1  \
    }

static inline bl_str bl_str_of(const char *ptr, size_t size)
{
    return (bl_str){ ptr, size };
}

static inline bl_str bl_str_z(const char *text)
{
    return (bl_str){ text, text != NULL ? strlen(text) : 0 };
}

static inline uint64_t bl_load64(const char *p)
{
    uint64_t x;

    memcpy(&x, p, sizeof(x));
    return x;
}

static inline uint32_t bl_load32(const char *p)
{
    uint32_t x;

    memcpy(&x, p, sizeof(x));
    return x;
}

/* Words are short, and for them a call costs more than the comparison: the
 * loads overlap, so that none reads behind the end. */
static inline bool bl_bytes_equal(const char *a, const char *b, size_t size)
{
    if (size > 16)
        return memcmp(a, b, size) == 0;
    if (size >= 8)
        return bl_load64(a) == bl_load64(b) &&
               bl_load64(a + size - 8) == bl_load64(b + size - 8);
    if (size >= 4)
        return bl_load32(a) == bl_load32(b) &&
               bl_load32(a + size - 4) == bl_load32(b + size - 4);
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] &&
                         a[size - 1] == b[size - 1]);
}

static inline bool bl_str_equal(bl_str a, bl_str b)
{
    return a.size == b.size && bl_bytes_equal(a.ptr, b.ptr, a.size);
}

static inline bool bl_str_begins(bl_str text, bl_str with)
{
    return text.size >= with.size &&
           bl_bytes_equal(text.ptr, with.ptr, with.size);
}

static inline bool bl_str_ends(bl_str text, bl_str with)
{
    return text.size >= with.size &&
           bl_bytes_equal(text.ptr + text.size - with.size, with.ptr,
                          with.size);
}

/* Whether it has nothing but ASCII. */
static inline bool bl_str_is_ascii(bl_str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    }
    return true;
}

/* Whether it is one of `count` texts. */
static inline bool bl_str_is_one(bl_str text, const char *const *list,
                                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bl_str_equal(text, bl_str_z(list[i])))
            return true;
    }
    return false;
}

/* Whether the part stands in the text; an empty one does. */
static inline bool bl_str_has(bl_str text, bl_str part)
{
    for (; text.size >= part.size; text.ptr++, text.size--) {
        const char *at =
            part.size != 0
                ? memchr(text.ptr, part.ptr[0], text.size - part.size + 1)
                : text.ptr;

        if (at == NULL)
            return false;
        text = bl_str_of(at, text.size - (size_t)(at - text.ptr));
        if (bl_str_begins(text, part))
            return true;
    }
    return false;
}

/* Bytewise, as in a sorted file: negative, 0, positive. */
static inline int bl_str_compare(bl_str a, bl_str b)
{
    const size_t size = a.size < b.size ? a.size : b.size;
    const int order = size != 0 ? memcmp(a.ptr, b.ptr, size) : 0;

    if (order != 0)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

#endif
