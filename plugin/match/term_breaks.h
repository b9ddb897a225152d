/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Whether a term stands by itself in a script without spaces, or is some
 * letters of other words: 京都 in 東京都, タイ in タイム. docs/design/
 * decisions/0015 has what was measured.
 */
#ifndef BL_MATCH_TERM_BREAKS_H
#define BL_MATCH_TERM_BREAKS_H

#include "model/pair.h"

/* What is known of the breaks of a text: of one stretch of it. */
typedef struct bl_term_breaks {
    uint32_t start;
    uint32_t limit;
    const uint8_t *at; /* by byte from `start` on; NULL: nothing yet */
    bool failed;       /* no memory */
} bl_term_breaks;

/*
 * Whether tokens [first, limit) are no part of other words. Surely, for what
 * will be reported: they begin where a word begins. Perhaps, for what is to be
 * silent: they may also be a part of one word.
 */
bool bl_term_is_apart(bl_term_breaks *breaks, const bl_side *side,
                      uint32_t first, uint32_t limit, bool surely,
                      bl_arena *arena);

#endif
