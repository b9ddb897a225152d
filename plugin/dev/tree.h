/* SPDX-License-Identifier: Apache-2.0 */
/* The files of bilint's own tree, by paths from its root. */
#ifndef BL_DEV_TREE_H
#define BL_DEV_TREE_H

#include "base/buf.h"

/* Everything of these commands comes from the C library; it is checked in one
 * place, which ends the program. */
void tree_need(bool there);

/* Append the file; false and a message where it cannot be read. */
bool tree_read(const char *path, bl_buf *out);

/* False and a message where it cannot be written. */
bool tree_write(const char *path, bl_str text);

/* Call back for each file below `folder` whose name ends in `suffix`, sorted,
 * until one returns false. `deep`: in folders of it too. */
typedef bool (*tree_visit)(void *context, const char *path);
bool tree_walk(const char *folder, const char *suffix, bool deep,
               tree_visit visit, void *context);

/* The next line of `rest`, without its line break; false at the end. */
bool tree_line(bl_str *rest, bl_str *line);

/* Whether `line` begins with `with`; what is behind it goes to `tail`. */
bool tree_begins(bl_str line, const char *with, bl_str *tail);

/* The text without white space at its edges. */
bl_str tree_trim(bl_str text);

#endif
