/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where something was taken out of a text, as a picture or a link is that a
 * program puts there: "click  to open", "by clicking .". Whichever of the two
 * the source has, its translation may have either.
 */
#ifndef BL_CHECKS_GAPS_H
#define BL_CHECKS_GAPS_H

#include "model/pair.h"

/* Whether two spaces stand in a row somewhere, whatever is around them. */
bool bl_has_double_space(const bl_side *side);

/* Whether a sign has a space before it that its language does not write: where
 * one has it, the text may be cut into words and signs, too. */
bool bl_has_sign_apart(const bl_side *side);

#endif
