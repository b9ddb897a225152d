/* SPDX-License-Identifier: Apache-2.0 */
/* Where readers put their units, one after the other. */
#ifndef BL_MODEL_UNIT_SINK_H
#define BL_MODEL_UNIT_SINK_H

#include "base/arena.h"
#include "bilint/status.h"
#include "model/fault.h"
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

    /* The document breaks its format there; what the fault has lives for the
     * call. NULL: nobody wants to know, and nothing is looked for. */
    void (*fault)(struct bl_unit_sink *sink, const bl_fault *fault);
} bl_unit_sink;

#endif
