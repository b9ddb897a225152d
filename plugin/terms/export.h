/* SPDX-License-Identifier: Apache-2.0 */
/* A list as text that people and other programs read. */
#ifndef BL_TERMS_EXPORT_H
#define BL_TERMS_EXPORT_H

#include "base/buf.h"
#include "terms/list.h"

/* The first line: source-lang, target-lang, source, target, status, case. */
void bl_terms_export_head(bl_buf *out);

/* The rows of a concept: a source and a target that may answer each other.
 * Read again they give the same terms. */
void bl_terms_export(const bl_term_list *list, uint32_t number, bl_buf *out);

#endif
