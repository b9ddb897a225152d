/* SPDX-License-Identifier: Apache-2.0 */
/* Running an example through the library, one rule alone. */
#ifndef SUPPORT_TRIAL_H
#define SUPPORT_TRIAL_H

#include <stdio.h>

#include "page.h"

/* What was found, as "!" and "=" lines say it. */
typedef struct outcome {
    const char *text;  /* 'altered source "4" target "5"' */
    const char *fixed; /* NULL: no fix, or not of the target */
    size_t pair;       /* index of the pair it belongs to */
} outcome;

typedef struct outcomes {
    outcome *items;
    size_t count;
    const char *failure; /* what the library refused; NULL elsewhere */
    bool skipped;        /* the machine has no dictionary for the language */
} outcomes;

/* What a page's examples share; start from zeroes and `rule`, `folder`. */
typedef struct trial {
    const char *rule;
    const char *folder; /* of the files that configurations name */
    FILE *jsonl;        /* where findings go as JSON lines; may be NULL */
    bilint_host host;
    bilint_host_log log;
    bilint_engine *engine; /* of the configuration below */
    const char *config;
    bilint_report *report;
    const char *missing; /* languages without dictionary: " xx yy " */
} trial;

void trial_begin(trial *t, const char *rule, const char *folder);
void trial_end(trial *t);

/* Whether the library accepts this configuration; NULL, or why not. */
const char *trial_accepts(trial *t, const char *config);

outcomes trial_run(trial *t, const example *e);

/* The same with another target in one of its pairs. */
outcomes trial_run_with(trial *t, const example *e, size_t pair,
                        const side_text *target);

#endif
