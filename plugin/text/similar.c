/* SPDX-License-Identifier: Apache-2.0 */
/* Edit distance over code points. */
#include "text/similar.h"

#include "text/utf8.h"

#include <limits.h>

enum { ASCII = 128 };

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

/* The letters of the word that are `letter`, as bits. */
static uint64_t places_of(uint32_t letter, const uint32_t *word, int count)
{
    uint64_t places = 0;

    for (int i = 0; i < count; i++)
        places |= (uint64_t)(word[i] == letter) << i;
    return places;
}

/* Of ASCII letters the places are kept; most words have no others. Those of no
 * other letter are set. */
static void keep_places(uint64_t *kept, const uint32_t *x, int n,
                        const uint32_t *y, int m)
{
    for (int j = 0; j < m; j++) {
        if (y[j] < ASCII)
            kept[y[j]] = 0;
    }
    for (int i = 0; i < n; i++) {
        if (x[i] < ASCII)
            kept[x[i]] = 0;
    }
    for (int i = 0; i < n; i++) {
        if (x[i] < ASCII)
            kept[x[i]] |= UINT64_C(1) << i;
    }
}

/*
 * A column of the table of distances a step, each of its differences a bit:
 * Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
 * Distances, Nordic Journal of Computing 10 (2003). Of words with letters.
 */
static int distance(const uint32_t *x, int n, const uint32_t *y, int m,
                    int most)
{
    const uint64_t end = UINT64_C(1) << (n - 1);
    uint64_t kept[ASCII];
    uint64_t more = UINT64_MAX; /* one more than the letter before */
    uint64_t less = 0;
    uint64_t same = 0; /* as much as diagonally before */
    uint64_t last = 0;
    int sum = n;

    keep_places(kept, x, n, y, m);
    for (int j = 0; j < m; j++) {
        const uint64_t here =
            y[j] < ASCII ? kept[y[j]] : places_of(y[j], x, n);
        const uint64_t swapped = (~same & here) << 1 & last;
        uint64_t up;
        uint64_t down;

        same = (((here & more) + more) ^ more) | here | less | swapped;
        up = less | ~(same | more);
        down = same & more;
        sum += ((up & end) != 0) - ((down & end) != 0);
        if (sum - (m - 1 - j) > most)
            return INT_MAX;
        up = up << 1 | 1;
        down <<= 1;
        more = down | ~(same | up);
        less = up & same;
        last = here;
    }
    return sum;
}

int bl_distance(bl_str a, bl_str b, int most)
{
    uint32_t letters[2][BL_SIMILAR_LETTERS];
    const uint32_t *x = letters[0];
    const uint32_t *y = letters[1];
    int n = letters_of(a, letters[0]);
    int m = letters_of(b, letters[1]);

    if (n < 0 || m < 0 || n > m + most || m > n + most)
        return INT_MAX;
    for (; n > 0 && m > 0 && *x == *y; n--, m--) {
        x++;
        y++;
    }
    while (n > 0 && m > 0 && x[n - 1] == y[m - 1]) {
        n--;
        m--;
    }
    /* What is left is inserted, and no more than may be. */
    if (n == 0 || m == 0)
        return n + m;
    return distance(x, n, y, m, most);
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
