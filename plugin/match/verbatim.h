/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers that are part of what was taken over and not translated. */
#ifndef BL_MATCH_VERBATIM_H
#define BL_MATCH_VERBATIM_H

#include "model/pair.h"

/*
 * Whether two numbers with the same digits stand in a name, a command or code
 * that both sides have letter for letter: "Writer 2.0", "--ratio=0.75",
 * "line-height: 1.5", "1.5h / 90m / 5400s", the result of a formula. Such a
 * number is written the way of the program, not of the language.
 */
bool bl_is_verbatim(const bl_side *source, const bl_quantity *a,
                    const bl_side *target, const bl_quantity *b);

/* Whether the number is that of a heading: "4.3. Saving" or, where not all nouns
 * have capitals, "4.3 Saving". */
bool bl_is_outline_number(const bl_side *side, const bl_quantity *q);

#endif
