/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a text in a script without case writes with the letters that are kept
 * for foreign names, as Chinese and Japanese have them: runs of such letters,
 * and of parts with a sign between them.
 *
 * Threads: runs belong to one.
 */
#ifndef BL_MATCH_FOREIGN_H
#define BL_MATCH_FOREIGN_H

#include "match/listening.h"

enum { BL_FOREIGN_RUNS_MAX = 64, BL_FOREIGN_SOUNDS = 64 };

typedef struct bl_foreign_run {
    uint32_t first; /* tokens */
    uint32_t limit;
    uint32_t parts;
    size_t count;
    uint8_t sounds[BL_FOREIGN_SOUNDS]; /* bl_heard */
    uint8_t flags[BL_FOREIGN_SOUNDS];
    /* Of whoever compares them: how well the best name fits, INT_MAX for none;
     * and whether nothing in the other text sounds like it. */
    int fit;
    bool stranger;
} bl_foreign_run;

typedef struct bl_foreign_runs {
    const bl_side *side;
    const bl_letters *letters;
    bool spaced; /* a space may stand between two parts */
    bl_foreign_run *items;
    uint32_t count;
} bl_foreign_runs;

/* Of the text, in the arena. False where none of them has parts, which most
 * often is known without reading them, and without memory. */
bool bl_foreign_read(const bl_side *side, bl_arena *arena,
                     bl_foreign_runs *runs);

/* The same, be there parts or not. False where there are more than fit, and
 * without memory. */
bool bl_foreign_read_all(const bl_side *side, bl_arena *arena,
                         bl_foreign_runs *runs);

bl_span bl_foreign_span(const bl_foreign_runs *runs, const bl_foreign_run *r);

/* How many percent of the sounds are others where the run has them best;
 * INT_MAX where there are none. */
int bl_foreign_distance(const bl_foreign_run *r, const bl_wanted *wanted);

/* The sounds of the next part, from *at on, which is 0 at first; false where
 * there is none. */
bool bl_foreign_part(const bl_foreign_run *r, size_t *at, bl_foreign_run *part);

#endif
