/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of numbers, as runs of such that follow each other. */
#ifndef BL_BASE_RUNS_H
#define BL_BASE_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct bl_run {
    uint32_t first;
    uint32_t last;
} bl_run;

/* Whether the number is in one of the runs, which go upwards. */
static inline bool bl_runs_have(const bl_run *runs, size_t count,
                                uint32_t number)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (runs[middle].last < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && runs[low].first <= number;
}

#endif
