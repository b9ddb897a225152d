/* SPDX-License-Identifier: Apache-2.0 */
/* Edit distance over code points. */
#include "recognise/similar.h"

#include "text/utf8.h"

#include <limits.h>

static int letters_of(bl_str word, uint32_t *letters)
{
    int count = 0;

    for (size_t at = 0; at < word.size;) {
        if (count == BL_SIMILAR_LETTERS)
            return -1;
        letters[count++] = bl_utf8_next(word.ptr, word.size, &at);
    }
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int bl_distance(bl_str a, bl_str b, int most)
{
    uint32_t x[BL_SIMILAR_LETTERS];
    uint32_t y[BL_SIMILAR_LETTERS];
    int rows[3][BL_SIMILAR_LETTERS + 1];
    int *before = rows[0];
    int *last = rows[1];
    int *row = rows[2];
    const int n = letters_of(a, x);
    const int m = letters_of(b, y);

    if (n < 0 || m < 0 || n > m + most || m > n + most)
        return INT_MAX;
    for (int j = 0; j <= m; j++)
        last[j] = j;
    for (int i = 1; i <= n; i++) {
        /* Farther from the diagonal each letter costs one. */
        const int first = i > most ? i - most : 1;
        const int limit = i + most < m ? i + most : m;
        int *spare = before;
        int best = row[first - 1] = first == 1 ? i : most + 1;

        for (int j = first; j <= limit; j++) {
            const int change = last[j - 1] + (x[i - 1] != y[j - 1]);
            const int lost = j < i + most ? last[j] : most;

            row[j] = least(change, least(lost, row[j - 1]) + 1);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] &&
                x[i - 2] == y[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
            best = least(best, row[j]);
        }
        if (best > most)
            return INT_MAX;
        before = last;
        last = row;
        row = spare;
    }
    return last[m] <= most ? last[m] : INT_MAX;
}

size_t bl_common_prefix(bl_str a, bl_str b)
{
    size_t at = 0;
    size_t count = 0;

    while (at < a.size && at < b.size) {
        size_t next = at;
        size_t other = at;

        if (bl_utf8_next(a.ptr, a.size, &next) !=
            bl_utf8_next(b.ptr, b.size, &other))
            break;
        at = next;
        count++;
    }
    return count;
}
