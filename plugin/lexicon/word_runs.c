/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of letters, 64 bytes at a time and nearly without branches. */
#include "lexicon/word_runs.h"

#include "base/bits.h"
#include "base/cache.h"
#include "base/hash.h"

#include <string.h>

#if defined(__SSE2__)
#    include <emmintrin.h>
#endif

/* ---- keys --------------------------------------------------------------- */

/* The bytes of a number that a word of that size has. */
static const uint64_t bytes_of[16] = {
    0,
    UINT64_MAX >> 56,
    UINT64_MAX >> 48,
    UINT64_MAX >> 40,
    UINT64_MAX >> 32,
    UINT64_MAX >> 24,
    UINT64_MAX >> 16,
    UINT64_MAX >> 8,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
    UINT64_MAX,
};

/* Of a word of less than 16 bytes, and no branch: which are longer than
 * eight, no processor can foresee. */
static inline uint32_t hash_of(uint64_t head, uint64_t tail, size_t size)
{
    return (uint32_t)bl_hash_step(bl_hash_step(size, head), tail);
}

static bl_word_key long_key(bl_str text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;

    return (bl_word_key){ .text = text.ptr,
                          .head = bl_hash_read8(p),
                          .tail = bl_hash_read8(p + text.size - 8),
                          .hash = (uint32_t)bl_hash(text.ptr, text.size, 0),
                          .size = (uint32_t)text.size };
}

/* A run of less than 16 bytes at `p`, where 16 may be read. */
static inline void set_short(bl_word_key *key, const unsigned char *p,
                             size_t size)
{
    const uint64_t bytes = bytes_of[size];

    key->head = bl_hash_read8(p) & bytes;
    key->tail = bl_hash_read8(p + (size > 8 ? size - 8 : 0)) & bytes;
    key->hash = hash_of(key->head, key->tail, size);
}

bl_word_key bl_word_key_of(bl_str text)
{
    bl_word_key key = { .text = text.ptr, .size = (uint32_t)text.size };
    unsigned char copy[BL_RUNS_BEHIND] = { 0 };

    if (text.size >= sizeof(copy))
        return long_key(text);
    if (text.size != 0)
        memcpy(copy, text.ptr, text.size);
    set_short(&key, copy, text.size);
    return key;
}

/* ---- letters ------------------------------------------------------------ */

#if defined(__SSE2__)

uint64_t bl_letters_of_window(const unsigned char *p)
{
    const __m128i blank = _mm_set1_epi8(0x20);
    const __m128i to_end = _mm_set1_epi8(0x7f - 'z');
    const __m128i before_a = _mm_set1_epi8('a' - 1 + 0x7f - 'z');
    uint64_t letters = 0;

    for (int i = 0; i < BL_RUNS_WINDOW; i += 16) {
        const __m128i x = _mm_loadu_si128((const __m128i *)(p + i));
        /* z becomes the largest number; what is behind it is below zero. */
        const __m128i small = _mm_add_epi8(_mm_or_si128(x, blank), to_end);
        const __m128i found =
            _mm_or_si128(x, _mm_cmpgt_epi8(small, before_a));

        letters |= (uint64_t)(uint16_t)_mm_movemask_epi8(found) << i;
    }
    return letters;
}

#else

uint64_t bl_letters_of_window(const unsigned char *p)
{
    uint64_t letters = 0;

    for (int i = 0; i < BL_RUNS_WINDOW; i += 8)
        letters |= bl_letters_of(bl_hash_read8(p + i)) << i;
    return letters;
}

#endif

/* Of a run that fills its window. */
static size_t long_run_size(bl_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    size_t limit = at;

    while (text.size - limit >= 8 &&
           bl_letters_of(bl_hash_read8(p + limit)) == 0xff)
        limit += 8;
    while (limit < text.size && (bl_letters_of(p[limit]) & 1) != 0)
        limit++;
    return limit - at;
}

/* ---- runs --------------------------------------------------------------- */

/* One that begins at `from`; its bytes, and 16 more, may be read at `p`. */
static inline void set_run(bl_word_key *run, const char *from,
                           const unsigned char *p, size_t size)
{
    if (size >= BL_RUNS_BEHIND) {
        *run = long_key(bl_str_of(from, size));
        return;
    }
    run->text = from;
    run->size = (uint32_t)size;
    set_short(run, p, size);
}

size_t bl_find_runs(bl_str text, size_t at, const bl_atomic_ptr *slots,
                    size_t mask, bl_word_key *runs, size_t *next)
{
    const size_t left = text.size - at;
    const char *from = text.ptr + at;
    const unsigned char *p = (const unsigned char *)from;
    unsigned char copy[BL_RUNS_WINDOW + BL_RUNS_BEHIND];
    size_t count = 0;
    uint64_t letters;
    uint64_t starts;
    uint64_t limits;

    if (left < sizeof(copy)) {
        memcpy(copy, p, left);
        memset(copy + left, 0, sizeof(copy) - left);
        p = copy;
    }
    *next = at + (left < BL_RUNS_WINDOW ? left : BL_RUNS_WINDOW);
    letters = bl_letters_of_window(p);
    starts = letters & ~(letters << 1);
    limits = ~letters & letters << 1;
    for (; limits != 0; limits &= limits - 1, starts &= starts - 1) {
        const unsigned start = bl_lowest_bit(starts);

        set_run(&runs[count], from + start, p + start,
                bl_lowest_bit(limits) - start);
        bl_prefetch(&slots[runs[count++].hash & mask]);
    }
    if (starts == 0)
        return count;
    /* The last one goes on behind the window. */
    if ((starts & 1) != 0) {
        const size_t size = long_run_size(text, at);

        set_run(&runs[count], from, p, size);
        bl_prefetch(&slots[runs[count++].hash & mask]);
        *next = at + size;
    } else {
        *next = at + bl_lowest_bit(starts);
    }
    return count;
}
