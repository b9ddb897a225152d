/* SPDX-License-Identifier: Apache-2.0 */
/* The files that are to be checked, in a fixed order. */
#ifndef BL_CLI_FILES_H
#define BL_CLI_FILES_H

#include "cli/cli.h"

typedef struct file_list {
    char **paths; /* "-" is standard input */
    size_t count;
    size_t room;
    int status; /* EXIT_UNCHECKED when something could not be looked at */
} file_list;

/* A file as it is; a folder with every XLIFF file in and below it, sorted. */
void add_files(file_list *list, const char *path);
void free_files(file_list *list);

#endif
