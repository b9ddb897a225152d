/* SPDX-License-Identifier: Apache-2.0 */
/* What a document does against its format, as a reader saw it. */
#ifndef BL_MODEL_FAULT_H
#define BL_MODEL_FAULT_H

#include "base/str.h"
#include "model/span.h"

typedef enum bl_fault_kind {
#define BL_FAULT(symbol, code, wording, section) BL_FAULT_##symbol,
#include "model/faults.def"
#undef BL_FAULT
    BL_FAULT_COUNT
} bl_fault_kind;

/* So many of a kind are told with their place; of the others it is enough to
 * know how many there are. */
enum { BL_FAULTS_TOLD = 5 };

enum { BL_FAULT_ARGUMENTS = 4 };

typedef struct bl_fault {
    uint16_t kind;  /* bl_fault_kind */
    bl_position at; /* of the element; of the first ones of a kind */
    bl_str unit;    /* that it is in; none outside of units */
    bl_str arguments[BL_FAULT_ARGUMENTS]; /* of wording and section */
} bl_fault;

#endif
