/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that a host lends to the library through bilint.host.pool/1. */
#ifndef BILINT_TESTS_POOL_H
#define BILINT_TESTS_POOL_H

#include "bilint/host.h"

typedef struct pool pool;

/* Tasks run in any order, on `threads` threads. NULL where the system gives
 * none. */
pool *pool_new(uint32_t threads);

/* Waits for what is running. */
void pool_free(pool *p);

/* 0; the task is run soon. */
int32_t pool_submit(pool *p, void(BILINT_CALL *task)(void *argument),
                    void *argument);

#endif
