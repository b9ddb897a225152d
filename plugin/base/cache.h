/* SPDX-License-Identifier: Apache-2.0 */
/* What the first-level cache of a processor wants to know. */
#ifndef BL_BASE_CACHE_H
#define BL_BASE_CACHE_H

/* Bytes that are fetched together, on most machines. */
enum { BL_CACHE_LINE = 64 };

/* Look-ups that are on their way at a time. */
enum { BL_AHEAD = 8 };

/* Begin to fetch the line of `p`, which is read soon: many of them on their
 * way together take as long as one. May point anywhere. */
static inline void bl_prefetch(const void *p)
{
#if defined(__GNUC__)
    __builtin_prefetch(p);
#else
    (void)p;
#endif
}

#endif
