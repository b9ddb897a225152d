/* SPDX-License-Identifier: Apache-2.0 */
/* Where the library's own files lie: it asks the system where it was loaded
 * from, and no environment variable. */
#ifndef BL_ENGINE_PLACES_H
#define BL_ENGINE_PLACES_H

#include "base/alloc.h"

/*
 * The folder of language data, for bl_free(); NULL where there is none.
 * Looked for beside the library (a build tree), where an installation has it
 * relative to the library, and where this build was to be installed.
 */
char *bl_dictionaries_find(const bl_alloc *alloc);

/* A copy of `folder` when it has language data; NULL otherwise. */
char *bl_dictionaries_given(const bl_alloc *alloc, const char *folder);

#endif
