/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text of Myanmar script that was typed for a font in which letters stand in
 * the order in which they are drawn, and in other places than those of Unicode:
 * Zawgyi and its like. It looks right in that font alone.
 */
#ifndef BL_TEXT_VISUAL_ORDER_H
#define BL_TEXT_VISUAL_ORDER_H

#include "base/str.h"

#include <stdbool.h>

/* Whether UTF-8 text is such. One slip is not enough. */
bool bl_is_in_visual_order(bl_str text);

#endif
