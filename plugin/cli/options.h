/* SPDX-License-Identifier: Apache-2.0 */
/* The command line of bilint check. */
#ifndef BL_CLI_OPTIONS_H
#define BL_CLI_OPTIONS_H

#include "cli/cli.h"

typedef struct check_options {
    const char *format;
    const char *fail_on; /* NULL: the configuration's */
    const char *config;  /* NULL: found by file */
    bool no_config;
    bool quiet;
    int32_t show; /* severity; -1: as the format does */
    int jobs;
    const char *colour;
    char *overrides; /* YAML document of what the command line says */
    char **files;
    int file_count;
} check_options;

/* EXIT_CLEAN; EXIT_USAGE after a complaint; -1 after --help. */
int read_options(int argc, char **argv, check_options *options);
void free_options(check_options *options);

/* What stands for a byte between the double quotes of a YAML string. */
enum { YAML_PIECE = 5 };
const char *yaml_piece(char c, char piece[YAML_PIECE]);

/* "error" -> BILINT_ERROR; "never" -> 4; -1 where it is no severity. */
int severity_of(const char *name);

#endif
