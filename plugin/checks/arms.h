/* SPDX-License-Identifier: Apache-2.0 */
/* The arms of ICU messages, compared. */
#ifndef BL_CHECKS_ARMS_H
#define BL_CHECKS_ARMS_H

#include "checks/check.h"

/* Of messages with more, none is looked at. */
enum { BL_ARMS_MAX = 64 };

/* A message with its arms, those of messages in it left out. */
typedef struct bl_arms {
    const bl_side *side;
    bool plural; /* or selectordinal */
    uint32_t count;
    uint32_t arms[BL_ARMS_MAX]; /* masks */
} bl_arms;

/* The message that begins with that mask; false: it has too many arms. */
bool bl_arms_read(const bl_side *side, uint32_t first, bl_arms *m);

/* Whether it has an arm with that key. */
bool bl_arms_have(const bl_arms *m, bl_str key);

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
