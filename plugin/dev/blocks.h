/* SPDX-License-Identifier: Apache-2.0 */
/* What stands between markers in the documentation is made here. */
#ifndef BL_DEV_BLOCKS_H
#define BL_DEV_BLOCKS_H

#include "dev/tree.h"

/* The page that a block is for. */
typedef struct dev_page {
    const char *path; /* from the root of the tree */
    bool man;         /* mdoc, not Markdown */
} dev_page;

/*
 * Append the block `what`:
 *
 *   rules            the table of the rules
 *   rule-titles      what is wrong, and the rule that says so
 *   keys             the general keys of bilint.yml
 *   rule-options     the keys of rules
 *   commands         the commands of bilint
 *   options          the options of bilint check
 *   functions        the functions of the public headers, with their comments
 *   type NAME        the declaration of a struct of the public headers
 *   file PATH        a file as it is
 *   $ COMMAND        what a command prints, run in the root of the tree
 *
 * False where there is no such block or it comes out empty.
 */
bool dev_block(bl_str what, const dev_page *page, bl_buf *out);

/* docs_headers.c: blocks made of the public headers. */
bool dev_functions(bl_buf *out);
bool dev_type(bl_str name, bl_buf *out);

#endif
