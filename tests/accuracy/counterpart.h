/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where a translation in another script writes a name: the words of it whose
 * consonants are most like those of the name, once ICU has written them in
 * Latin letters.
 */
#ifndef ACCURACY_COUNTERPART_H
#define ACCURACY_COUNTERPART_H

#include <stdbool.h>
#include <stddef.h>

/* The place of the name in the text; false where nothing is like it, or the
 * script has neither spaces nor a sign between the parts of a name. */
bool counterpart_find(const char *name, const char *text, size_t *start,
                      size_t *limit);

#endif
