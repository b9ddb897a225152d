/* SPDX-License-Identifier: Apache-2.0 */
/* Running other programs and seeing what they cost. */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

typedef struct cost {
    int status;  /* exit status; -1 where a signal ended it */
    double wall; /* seconds */
    double cpu;  /* seconds, user and system */
    double peak; /* MiB of memory that were resident at most */
} cost;

/*
 * Run the program `argv[0]`, found in PATH, to its end. Standard output goes
 * to the file `out`, NULL for nowhere; standard error likewise to nowhere,
 * unless the program cannot be run at all, which ends this one.
 */
cost run_program(char *const *argv, const char *out);

#endif
