/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A hash of bytes for tables in memory and for fingerprints.
 *
 * The same bytes give the same 64 bits on every machine, since fingerprints
 * are kept in files. Not meant to withstand an adversary: tables that meet
 * hostile input compare the bytes and have a limit.
 */
#ifndef BL_BASE_HASH_H
#define BL_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Murmur3's 64-bit finaliser: every input bit moves every output bit. */
static inline uint64_t bl_hash_mix(uint64_t x)
{
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    x ^= x >> 33;
    x *= UINT64_C(0xc4ceb9fe1a85ec53);
    x ^= x >> 33;
    return x;
}

/* Little-endian, whatever the machine; compilers make one load of each. */
static inline uint64_t bl_hash_read4(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24;
}

static inline uint64_t bl_hash_read8(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
           (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* 1 to 7 bytes, in loads that overlap. */
static inline uint64_t bl_hash_read_rest(const unsigned char *p, size_t size)
{
    if (size >= 4)
        return bl_hash_read4(p) | bl_hash_read4(p + size - 4)
                                      << 8 * (size - 4);
    return (uint64_t)p[0] | (uint64_t)p[size / 2] << 8 * (size / 2) |
           (uint64_t)p[size - 1] << 8 * (size - 1);
}

/* One step of a hash: up to eight bytes more. */
static inline uint64_t bl_hash_step(uint64_t h, uint64_t bytes)
{
    h = (h ^ bytes) * UINT64_C(0xff51afd7ed558ccd);
    return h ^ h >> 32;
}

/* Of `size` bytes, chained on `seed`. */
static inline uint64_t bl_hash(const void *data, size_t size, uint64_t seed)
{
    const unsigned char *p = data;
    uint64_t h = seed ^ (size * UINT64_C(0x9e3779b97f4a7c15));

    while (size >= 8) {
        h = bl_hash_step(h, bl_hash_read8(p));
        p += 8;
        size -= 8;
    }
    if (size != 0)
        h = bl_hash_step(h, bl_hash_read_rest(p, size));
    return bl_hash_mix(h);
}

#endif
