/* SPDX-License-Identifier: Apache-2.0 */
/* A stretch of bytes that somebody else owns: pointer and size. */
#ifndef BL_BASE_STR_H
#define BL_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
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

static inline bool bl_str_equal(bl_str a, bl_str b)
{
    return a.size == b.size &&
           (a.size == 0 || memcmp(a.ptr, b.ptr, a.size) == 0);
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
