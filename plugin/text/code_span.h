/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Code within prose, as Markdown and reStructuredText write it: `name`. As many
 * backticks as open a span close it (CommonMark 0.31, 6.1; reStructuredText:
 * two about an inline literal, one about interpreted text).
 */
#ifndef BL_TEXT_CODE_SPAN_H
#define BL_TEXT_CODE_SPAN_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The spans of a text, one after the other. */
typedef struct bl_code_spans {
    bl_str text;
    size_t start; /* of the next span that was found, or the end of the text */
    size_t limit;
    size_t behind; /* where the next one is looked for */
} bl_code_spans;

bl_code_spans bl_code_spans_of(bl_str text);

/* Whether a byte is within a span; of bytes that are asked for from the
 * beginning to the end. Linear in all. */
bool bl_code_spans_have(bl_code_spans *spans, size_t at);

/* The same of one byte, among the first 64 KiB. */
bool bl_is_in_code_span(bl_str text, size_t at);

#endif
