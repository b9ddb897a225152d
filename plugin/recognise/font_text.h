/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text that was typed for a font of an encoding before Unicode: "Th«ng tin"
 * is "Thông tin" where the font has an ô in the place of «.
 */
#ifndef BL_RECOGNISE_FONT_TEXT_H
#define BL_RECOGNISE_FONT_TEXT_H

#include "recognise/misread.h"

/* Whether the side is such text, of a language that is written in syllables
 * and has such encodings. `found` as of bl_find_misread(). */
bool bl_find_font_text(const bl_side *side, bl_arena *arena,
                       bl_misread *found);

#endif
