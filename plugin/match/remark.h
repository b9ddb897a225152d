/* SPDX-License-Identifier: Apache-2.0 */
/* What a translator says in a text of his own: "(transl. note: ...)". */
#ifndef BL_MATCH_REMARK_H
#define BL_MATCH_REMARK_H

#include "model/pair.h"

/* Whether a span of the side is within a remark of its translator: the brackets
 * that have its mark, or all behind the mark where it stands in none. */
bool bl_is_in_remark(const bl_side *side, bl_span span);

#endif
