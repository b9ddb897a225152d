/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and closing codes of a text find each other. */
#include "model/segment.h"

#include <string.h>

/* How far back a closing code looks for its partner: as deep as elements are
 * nested, which always have one. */
enum { PAIR_DEPTH = 256 };

void bl_codes_pair(bl_code *codes, uint32_t count)
{
    int32_t open[PAIR_DEPTH];
    uint32_t depth = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (codes[i].kind == BL_CODE_OPEN) {
            if (depth == PAIR_DEPTH) {
                memmove(open, open + 1, sizeof(open) - sizeof(open[0]));
                depth--;
            }
            open[depth++] = (int32_t)i;
            continue;
        }
        if (codes[i].kind != BL_CODE_CLOSE)
            continue;
        for (uint32_t j = depth; j-- > 0;) {
            bl_code *partner = &codes[open[j]];

            if (!bl_str_equal(partner->id, codes[i].id))
                continue;
            partner->partner = (int32_t)i;
            codes[i].partner = open[j];
            memmove(&open[j], &open[j + 1],
                    (depth - j - 1) * sizeof(open[0]));
            depth--;
            break;
        }
    }
}
