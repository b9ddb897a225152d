/* SPDX-License-Identifier: Apache-2.0 */
/* What a document asks of its targets: rules of the validation module of
 * XLIFF 2, and characters that are allowed. */
#ifndef BL_MODEL_REQUIREMENT_H
#define BL_MODEL_REQUIREMENT_H

#include "base/str.h"
#include "model/span.h"

typedef enum bl_condition {
    BL_CONDITION_PRESENT,
    BL_CONDITION_NOT_PRESENT,
    BL_CONDITION_STARTS,
    BL_CONDITION_ENDS
} bl_condition;

typedef struct bl_requirement {
    bl_str value;      /* as it is written */
    bl_str compared;   /* in `form`, and without case if `fold` */
    uint32_t occurs;   /* so often; 0: any number of times */
    uint8_t condition; /* bl_condition */
    uint8_t form;      /* bl_form */
    bool fold;
    bool in_source; /* and the source says the same */
} bl_requirement;

struct bl_char_class;

/* A stretch of a text that has nothing but certain characters. */
typedef struct bl_restriction {
    const struct bl_char_class *allowed;
    bl_span span;
} bl_restriction;

#endif
