/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where letters stand together in a text, and what such a run is looked up
 * by in the table of words. Private to words.c.
 */
#ifndef BL_LEXICON_WORD_RUNS_H
#define BL_LEXICON_WORD_RUNS_H

#include "base/lock.h"
#include "base/str.h"

#include <stdint.h>

/* What a word is looked up by: its first and its last eight bytes stand in
 * numbers, so that most words are compared without their text. */
typedef struct bl_word_key {
    const char *text;
    uint64_t head; /* as in bl_word */
    uint64_t tail;
    uint32_t hash;
    uint32_t size;
} bl_word_key;

bl_word_key bl_word_key_of(bl_str text);

/* Bytes of a text that are looked at together, and more that may be read. */
enum { BL_RUNS_WINDOW = 64, BL_RUNS_BEHIND = 16 };

/* Runs of a window, at most. */
enum { BL_RUNS_MOST = BL_RUNS_WINDOW / 2 };

/* A bit for each byte of a window that is an ASCII letter or a part of a
 * longer character. */
uint64_t bl_letters_of_window(const unsigned char *p);

/* The same of eight bytes, as bl_hash_read8() gives them. */
static inline uint64_t bl_letters_of(uint64_t x)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t small = (x | ones * 0x20) & ones * 0x7f;
    const uint64_t from_a = small + ones * (0x80 - 'a');
    const uint64_t behind_z = small + ones * (0x7f - 'z');
    const uint64_t letters = ((from_a & ~behind_z) | x) & ones * 0x80;

    /* Bit 7 of byte i becomes bit 56 + i. */
    return (letters >> 7) * UINT64_C(0x0102040810204080) >> 56;
}

/*
 * The runs of letters in the window that begins at `at`, in the order of the
 * text; how many there are. *next receives where the next window begins. A run
 * that reaches the end of its window is left to the next one, or is read to
 * its end where it fills the window. The slots that their hashes say, of
 * mask + 1, are sent for.
 */
size_t bl_find_runs(bl_str text, size_t at, const bl_atomic_ptr *slots,
                    size_t mask, bl_word_key *runs, size_t *next);

#endif
