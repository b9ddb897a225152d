/* SPDX-License-Identifier: Apache-2.0 */
/* A merge sort from the bottom up. */
#include "base/sort.h"

#include <string.h>

typedef struct sorting {
    bl_sort_rest rest;
    const void *context;
} sorting;

static bool is_before(const sorting *s, const bl_sort_item *a,
                      const bl_sort_item *b)
{
    if (a->key != b->key)
        return a->key < b->key;
    return s->rest(s->context, a->index, b->index) < 0;
}

/* The runs [0, middle) and [middle, count) of `from` into `to`. */
static void merge(const sorting *s, const bl_sort_item *from, size_t middle,
                  size_t count, bl_sort_item *to)
{
    size_t left = 0;
    size_t right = middle;

    /* In order already, as most is that is nearly sorted. */
    if (middle == count || !is_before(s, &from[middle], &from[middle - 1])) {
        memcpy(to, from, count * sizeof(*to));
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (left < middle &&
            (right == count || !is_before(s, &from[right], &from[left])))
            to[i] = from[left++];
        else
            to[i] = from[right++];
    }
}

bool bl_sort(const bl_alloc *alloc, bl_sort_item *items, size_t count,
             bl_sort_rest rest, const void *context)
{
    const sorting s = { rest, context };
    bl_sort_item *second = bl_resize(alloc, NULL, count + 1, sizeof(*items));
    bl_sort_item *from = items;
    bl_sort_item *to = second;

    if (second == NULL)
        return false;
    for (size_t run = 1; run < count; run *= 2) {
        bl_sort_item *swap = from;

        for (size_t at = 0; at < count; at += 2 * run) {
            const size_t left = count - at;
            const size_t size = left < 2 * run ? left : 2 * run;

            merge(&s, from + at, run < size ? run : size, size, to + at);
        }
        from = to;
        to = swap;
    }
    if (from != items)
        memcpy(items, from, count * sizeof(*items));
    bl_free(alloc, second);
    return true;
}

int bl_sort_compare(const void *a, const void *b)
{
    const bl_sort_item *x = a;
    const bl_sort_item *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}
