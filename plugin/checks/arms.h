/* SPDX-License-Identifier: Apache-2.0 */
/* The arms of ICU messages, compared. */
#ifndef BL_CHECKS_ARMS_H
#define BL_CHECKS_ARMS_H

#include "checks/check.h"

/* An arm that differs: masks of the two sides, or -1. */
typedef void bl_arm_emit(const bl_pair *pair, bl_sink *sink, int32_t a,
                         int32_t b);

/* Whether a side has a message. */
bool bl_has_message(const bl_side *side);

/* Whether each brace of the text has its counterpart; or one that has none. */
bool bl_braces_match(const bl_side *side, bl_span *lone);

/* Emit the arms that the messages of the target lack or have too much. */
void bl_compare_arms(const bl_pair *pair, bl_sink *sink, bl_arm_emit *emit);

#endif
