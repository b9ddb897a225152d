/* SPDX-License-Identifier: Apache-2.0 */
/* Where readers put their units, one after the other. */
#ifndef BL_MODEL_UNIT_SINK_H
#define BL_MODEL_UNIT_SINK_H

#include "base/arena.h"
#include "bilint/status.h"
#include "model/segment.h"

/* Who takes the units. */
typedef struct bl_unit_sink {
    /* Where the data of the next unit goes. The sink may replace it by
     * another arena when it has taken a unit. */
    bl_arena *arena;

    /* A unit is complete; it lives as long as the arena it was built in.
     * Anything but BILINT_OK stops the reader with that status. */
    bilint_status (*unit)(struct bl_unit_sink *sink, const bl_unit *unit,
                          bilint_error *err);
} bl_unit_sink;

#endif
