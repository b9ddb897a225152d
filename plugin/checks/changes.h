/* SPDX-License-Identifier: Apache-2.0 */
/* Saying what happened to a value. */
#ifndef BL_CHECKS_CHANGES_H
#define BL_CHECKS_CHANGES_H

#include "match/quantities.h"
#include "model/pair.h"

/* What follows "a became b", colon included: ": digits transposed", ": 1000
 * times too large"; empty where nothing can be said. In the pair's scratch
 * memory. */
bl_str bl_change_text(const bl_pair *pair, const bl_difference *difference);

#endif
