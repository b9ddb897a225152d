/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What is remembered of the segments of a document, and the index of it.
 * Private to repetitions.c, repetition_index.c and repetition_report.c.
 */
#ifndef BL_CHECKS_REPETITION_LIST_H
#define BL_CHECKS_REPETITION_LIST_H

#include "checks/repetitions.h"

/* ---- repetitions.c ------------------------------------------------------ */

/* Two of these are the same where the segments have the same text on the
 * side that is not looked at. */
static inline uint64_t bl_repetition_as_other(uint64_t hash)
{
    return hash & ((UINT64_C(1) << 8 * BL_REPETITION_OTHER) - 1);
}

uint64_t bl_repetition_hash_at(const bl_repetitions *list, size_t ordinal,
                               int side);
uint32_t bl_repetition_line_at(const bl_repetitions *list, uint32_t ordinal);

/* What stands before the texts of a segment in a block: its ids and texts
 * follow, those that are there, each with a NUL behind it. */
typedef struct bl_kept_head {
    bl_position at[2]; /* by bl_side_id */
    bl_position unit_at;
    uint32_t size[BL_KEPT_PARTS]; /* BL_KEPT_NONE: it is not there */
} bl_kept_head;

/* ---- repetition_index.c ------------------------------------------------- */

/* The hash of a side by the number that the index has for it; of one
 * document, or of several in a row. */
typedef uint64_t (*bl_repetition_hash)(const void *of, uint32_t number,
                                       int side);

/* The same of one document, a bl_repetitions. */
uint64_t bl_repetition_hash_in(const void *of, uint32_t number, int side);

enum { BL_REPETITION_NUMBER_BITS = 26 };
#define BL_REPETITION_NUMBERS ((UINT32_C(1) << BL_REPETITION_NUMBER_BITS) - 1)

static inline uint32_t bl_repetition_number(uint32_t place)
{
    return place & BL_REPETITION_NUMBERS;
}

/*
 * Enter a segment. *first receives the one that has its text first, if that
 * has another text on the other side and is contradicted for the first time;
 * or else 0. False when there is no memory.
 */
bool bl_repetition_enter(const bl_alloc *alloc, bl_repetition_index *index,
                         uint32_t number, int side, bl_repetition_hash get,
                         const void *of, uint32_t *first);

/* The first segment that has the hash, by its number; 0: none. */
uint32_t bl_repetition_find(const bl_repetition_index *index, uint64_t hash,
                            int side, bl_repetition_hash get, const void *of);

/* The index is in no cache. */
void bl_repetition_fetch(const bl_repetition_index *index, uint64_t hash);

void bl_repetition_index_free(const bl_alloc *alloc,
                              bl_repetition_index *index);

#endif
