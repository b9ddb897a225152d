/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sorting many things by a number, and only where that is equal by more:
 * most comparisons then touch nothing but the items themselves.
 */
#ifndef BL_BASE_SORT_H
#define BL_BASE_SORT_H

#include "base/alloc.h"

#include <stdint.h>

typedef struct bl_sort_item {
    uint64_t key;
    uint32_t index; /* of the thing */
} bl_sort_item;

/* Negative, 0, positive, of two things with the same key. */
typedef int (*bl_sort_rest)(const void *context, uint32_t a, uint32_t b);

/* In ascending order; equal things stay in the order that they have. False
 * when there is no memory for a second array. */
bool bl_sort(const bl_alloc *alloc, bl_sort_item *items, size_t count,
             bl_sort_rest rest, const void *context);

/* For qsort(), of things that need no more: by key, what is equal by index. */
int bl_sort_compare(const void *a, const void *b);

#endif
