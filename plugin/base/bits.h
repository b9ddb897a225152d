/* SPDX-License-Identifier: Apache-2.0 */
/* Words of eight bytes, all of them at once. */
#ifndef BL_BASE_BITS_H
#define BL_BASE_BITS_H

#include <stdint.h>
#include <string.h>

/* One in each pair of bytes. */
#define BL_ONES16 UINT64_C(0x0001000100010001)

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

#endif
