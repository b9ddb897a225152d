/* SPDX-License-Identifier: Apache-2.0 */
/* What the checks of untranslated segments share: what a target lacks, and
 * which of them tells. */
#ifndef BL_CHECKS_UNTRANSLATED_H
#define BL_CHECKS_UNTRANSLATED_H

#include "checks/check.h"

/* What there is in place of a translation. The messages of checks have these
 * numbers. */
typedef enum bl_hole {
    BL_HOLE_MISSING, /* no target */
    BL_HOLE_EMPTY,
    BL_HOLE_BLANK,
    BL_HOLE_CODES,
    BL_HOLE_SIGNS, /* punctuation */
    BL_HOLE_NONE   /* a translation; or there is nothing to translate */
} bl_hole;

bl_hole bl_hole_of(const bl_pair *pair);

/* Whether the target is the source, though there is prose to translate. */
bool bl_repeats_source(const bl_pair *pair);

/* Whether the document says that the segment is done, and state-mismatch is
 * there to tell what it lacks. */
bool bl_is_told_by_state(const bl_pair *pair);

/* A finding of a message, which marks the whole of one side; of a segment that
 * counts as done, with what that is called, or NULL. */
void bl_emit_untranslated(const bl_pair *pair, bl_side_id side, int message,
                          const char *state, bl_sink *sink);

#endif
