/* SPDX-License-Identifier: Apache-2.0 */
/* Words that go by the number before them: 1 Million, 2 Millionen. */
#ifndef BL_CHECKS_AGREEMENT_H
#define BL_CHECKS_AGREEMENT_H

#include "model/pair.h"

/* Whether what stands behind the digits of a number would have to be another
 * word with the value in their place. */
bool bl_breaks_agreement(const bl_side *side, const bl_quantity *number,
                         bl_decimal value);

#endif
