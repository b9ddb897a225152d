/* SPDX-License-Identifier: Apache-2.0 */
/* Where the library's own files lie: it asks the system where it was loaded
 * from, and no environment variable. */
#ifndef BL_ENGINE_PLACES_H
#define BL_ENGINE_PLACES_H

#include "base/alloc.h"

#include <stdbool.h>

/*
 * The folder of language data, for bl_free(); NULL where there is none.
 * Looked for beside the library (a build tree), where an installation has it
 * relative to the library, and where this build was to be installed. False
 * when there is no memory, also below.
 */
bool bl_dictionaries_find(const bl_alloc *alloc, char **out);

/* The folder of compiled languages in the same way. */
bool bl_compiled_find(const bl_alloc *alloc, char **out);

/* A copy of `folder` when it has language data; NULL otherwise. */
bool bl_dictionaries_given(const bl_alloc *alloc, const char *folder,
                           char **out);

#endif
