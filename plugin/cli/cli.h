/* SPDX-License-Identifier: Apache-2.0 */
/* What the commands of the program share. Only public headers are used. */
#ifndef BL_CLI_CLI_H
#define BL_CLI_CLI_H

#include "bilint/bilint.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exit statuses; the greatest of several counts. */
enum {
    EXIT_CLEAN = 0,    /* nothing at or above the gate */
    EXIT_FINDINGS = 1, /* something is */
    EXIT_USAGE = 2,    /* wrong usage or configuration */
    EXIT_UNCHECKED = 3 /* some input could not be checked */
};

typedef struct command {
    const char *name;
    const char *arguments; /* for the usage line */
    const char *title;
    int (*run)(int argc, char **argv);
} command;

extern const command commands[];
extern const size_t command_count;

int cmd_check(int argc, char **argv);
int cmd_rules(int argc, char **argv);
int cmd_explain(int argc, char **argv);
int cmd_init(int argc, char **argv);
int cmd_terms(int argc, char **argv);

/* "bilint: ..." on standard error. */
#if defined(__GNUC__)
__attribute__((__format__(__printf__, 1, 2)))
#endif
void complain(const char *format, ...);

/* Memory or the end of the program. */
void *need(void *block);

/* ---- terminal.c --------------------------------------------------------- */

/* NO_COLOR and TERM=dumb are respected; `when` is auto, always or never. */
bool wants_colour(const char *when);

/* Whether standard error is a terminal that can be written over. */
bool shows_progress(void);

/* One line that is written over by the next; NULL clears it. */
void show_progress(const char *text);

/* How many processors there are to use. */
int processor_count(void);

#endif
