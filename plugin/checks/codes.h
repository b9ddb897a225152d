/* SPDX-License-Identifier: Apache-2.0 */
/* Which inline codes of one side the other side lacks. */
#ifndef BL_CHECKS_CODES_H
#define BL_CHECKS_CODES_H

#include "checks/check.h"

/*
 * For each code of `side` without a counterpart on the other side, in the
 * order of the text, one finding with the first message; the argument is the
 * code as it can be shown. Codes answer each other by kind and id, and what
 * is left by kind and native code, since some tools number anew.
 */
void bl_emit_lost_codes(const bl_pair *pair, bl_side_id side, bl_sink *sink);

#endif
