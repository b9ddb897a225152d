/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A document being checked: units come in from a reader, findings go to a
 * report. With a pool of the host, batches of units are checked while the
 * next ones are read; the report is the same either way.
 */
#ifndef BL_ENGINE_DOCUMENT_H
#define BL_ENGINE_DOCUMENT_H

#include "checks/records.h"
#include "engine/worker.h"
#include "model/unit_sink.h"

typedef struct bl_document bl_document;

struct bl_project;

/* NULL when there is no memory. Units go to bl_document_sink(). */
bl_document *bl_document_new(bl_engine *engine, bl_report *report);
bl_unit_sink *bl_document_sink(bl_document *document);

/* The document is number `index` of a project, which reports what documents
 * have in common; before the first unit. */
void bl_document_join(bl_document *document, struct bl_project *project,
                      uint32_t index);

/* Check what is left and close the report. `complete`: the reader came to
 * the end, so that checks of the whole document have a whole document. */
bilint_status bl_document_finish(bl_document *document, bool complete,
                                 bilint_error *err);
void bl_document_free(bl_document *document);

#endif
