/* SPDX-License-Identifier: Apache-2.0 */
/* What can be seen of a regular expression by its letters, without ICU. */
#ifndef BL_TEXT_PATTERN_FORM_H
#define BL_TEXT_PATTERN_FORM_H

#include "base/buf.h"
#include "text/pattern.h"

/* Stands behind each value that a pattern asks for: U+FDD0, no character. */
enum { BL_PATTERN_MARK = 0xfdd0 };

/* Groups of another pattern that "$1" asks for, each once. */
typedef struct bl_asked {
    uint8_t groups[BL_GROUPS];
    size_t count;
} bl_asked;

void bl_pattern_read_asked(bl_str text, bl_asked *asked);

/* The pattern behind its values: "\A([^m]*+)m[\s\S]*?(x\1)" for "x$1", where m
 * is the mark. */
void bl_pattern_put_asking(bl_buf *out, bl_str text, const bl_asked *asked);

/* The longest run of letters that stands in whatever it matches; none where
 * that is not easy to see. */
bl_str bl_pattern_read_literal(bl_str text);

#endif
