/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Engines by configuration file: bilint.yml is looked for in a file's folder
 * and above it, up to the root of its repository, and files that share one
 * share an engine.
 */
#ifndef BL_CLI_ENGINES_H
#define BL_CLI_ENGINES_H

#include "cli/options.h"

typedef struct engines engines;

/* The engines of the program, made when they are asked for; they live until it
 * ends. */
engines *engines_begin(const check_options *options, const bilint_host *host);

/* The engine for a file; NULL after a complaint. Not for several threads. */
bilint_engine *engine_for(engines *list, const char *file);

/* The engine of the folder where we are; NULL where no bilint.yml is for it.
 * False after a complaint. */
bool engine_here(bilint_engine **engine);

#endif
