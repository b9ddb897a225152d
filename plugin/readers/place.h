/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Places in a file. A tracker walks once over the decoded text and knows
 * line, column and byte; the place of a single character of a segment is
 * worked out from the segment's raw XML when a finding asks for it.
 */
#ifndef BL_READERS_PLACE_H
#define BL_READERS_PLACE_H

#include "model/segment.h"
#include "text/encoding.h"

/* Move `at` over `text`, which stands there in the file. */
void bl_place_advance(bl_position *at, bl_str text,
                      const bl_encoding *encoding);

/* bl_locate for text that was read from XML. */
bl_position bl_place_locate(const bl_text *text, uint32_t offset);

#endif
