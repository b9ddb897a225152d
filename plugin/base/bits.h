/* SPDX-License-Identifier: Apache-2.0 */
/* Words of eight bytes, all of them at once. */
#ifndef BL_BASE_BITS_H
#define BL_BASE_BITS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* One in each pair of bytes. */
#define BL_ONES16 UINT64_C(0x0001000100010001)

/* One in each byte. */
#define BL_ONES8 UINT64_C(0x0101010101010101)

/* A bit in each of eight bytes that is zero, or above 0x80; there may be more
 * behind the first. */
static inline uint64_t bl_zeros_of(uint64_t x)
{
    return (x - BL_ONES8) & ~x & (BL_ONES8 * 0x80);
}

/* Whether one of eight bytes is this one. */
static inline bool bl_has_byte(uint64_t x, char byte)
{
    return bl_zeros_of(x ^ BL_ONES8 * (unsigned char)byte) != 0;
}

/* Which bit is the lowest one that is set; x is not 0. */
static inline unsigned bl_lowest_bit(uint64_t x)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(x);
#else
    unsigned at = 0;

    for (; (x & 0xff) == 0; x >>= 8)
        at += 8;
    for (; (x & 1) == 0; x >>= 1)
        at++;
    return at;
#endif
}

/* Which of four 16-bit numbers, as they stand in memory, is the first that
 * is not 0; one of them is not. */
static inline unsigned bl_first_pair(uint64_t x)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return bl_lowest_bit(x) / 16;
#else
    uint16_t four[4];
    unsigned at = 0;

    memcpy(four, &x, sizeof(four));
    while (four[at] == 0)
        at++;
    return at;
#endif
}

/* Bit i: whether the i-th of four 16-bit numbers, as they stand in memory, is
 * not 0. */
static inline unsigned bl_filled_pairs(uint64_t x)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    const uint64_t low = BL_ONES16 * 0x7fff;
    const uint64_t filled = (((x & low) + low) | x) >> 15 & BL_ONES16;

    /* Brings bits 0, 16, 32 and 48 together. */
    return (unsigned)(filled * UINT64_C(0x0001000200040008) >> 48) & 15;
#else
    uint16_t four[4];

    memcpy(four, &x, sizeof(four));
    return (unsigned)(four[0] != 0) | (unsigned)(four[1] != 0) << 1 |
           (unsigned)(four[2] != 0) << 2 | (unsigned)(four[3] != 0) << 3;
#endif
}

#endif
