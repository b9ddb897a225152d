/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that run tasks in the order in which they came. */
#ifndef BL_CLI_POOL_H
#define BL_CLI_POOL_H

#include "cli/cli.h"

typedef struct pool pool;

/* `threads` of them, at least one; fewer where the system gives fewer. NULL
 * where it gives none. */
pool *pool_new(int threads);
int pool_threads(const pool *p);

/* 0, or not taken. */
int pool_submit(pool *p, void(BILINT_CALL *task)(void *), void *argument);

/* Waits for what is running and what has come. Accepts NULL. */
void pool_free(pool *p);

#endif
