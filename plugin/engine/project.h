/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents that belong together, compared when all are read: what the same
 * source is in each of them. Documents may be checked at once and in any
 * order; what is reported depends on their numbers alone.
 */
#ifndef BL_ENGINE_PROJECT_H
#define BL_ENGINE_PROJECT_H

#include "checks/records.h"
#include "engine/engine.h"

typedef struct bl_project bl_project;

/* Of so many documents, one at least; NULL when there is no memory. */
bl_project *bl_project_new(bl_engine *engine, uint32_t count);
void bl_project_free(bl_project *project);

bl_engine *bl_project_engine(const bl_project *project);
uint32_t bl_project_count(const bl_project *project);

/* Bytes of text that each document may keep. */
size_t bl_project_share(const bl_project *project);

/* Document number `index` is read: take its repetitions. A number that was
 * given before changes nothing. */
void bl_project_add(bl_project *project, uint32_t index, bl_str file,
                    bl_records *records, bl_engine *engine);

/* Report what the documents show together. */
bilint_status bl_project_finish(bl_project *project, bl_report *report,
                                bilint_error *err);

/* What the engine's rules look for in the repetitions of a document. */
void bl_project_set(bl_repetitions *list, const bl_engine *engine);

/* Report what a document shows by itself. */
void bl_project_check(bl_repetitions *list, bl_report *report);

#endif
