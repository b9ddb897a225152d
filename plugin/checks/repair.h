/* SPDX-License-Identifier: Apache-2.0 */
/* The target with what the source says, where that is sure to be right as
 * text: a wrong fix is worse than none. */
#ifndef BL_CHECKS_REPAIR_H
#define BL_CHECKS_REPAIR_H

#include "checks/check.h"
#include "match/quantities.h"

/* The value of one quantity in the form of the other. */
void bl_repair_value(const bl_pair *pair, const bl_quantity *from,
                     const bl_quantity *to, bl_emission *emission);

/* The code of the source, "2.0.1", in the digits of the target. */
void bl_repair_code(const bl_pair *pair, const bl_entity *from,
                    const bl_entity *to, bl_emission *emission);

/* The date of the target, of which `part` is one, with day and month
 * exchanged. */
void bl_repair_swap(const bl_pair *pair, const bl_quantity *part,
                    bl_emission *emission);

#endif
