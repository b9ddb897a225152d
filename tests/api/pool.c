/* SPDX-License-Identifier: Apache-2.0 */
/* A stack of tasks: the last one first, so that an order of submission that
 * is relied on shows. */
#include "api/pool.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct task {
    void(BILINT_CALL *run)(void *argument);
    void *argument;
    struct task *next;
} task;

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t work;
    task *top;
    bool closing;
    uint32_t count;
    pthread_t threads[];
};

static void *run(void *argument)
{
    pool *p = argument;

    pthread_mutex_lock(&p->lock);
    for (;;) {
        task *next;

        while (p->top == NULL && !p->closing)
            pthread_cond_wait(&p->work, &p->lock);
        next = p->top;
        if (next == NULL)
            break;
        p->top = next->next;
        pthread_mutex_unlock(&p->lock);
        next->run(next->argument);
        free(next);
        pthread_mutex_lock(&p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

pool *pool_new(uint32_t threads)
{
    pool *p = calloc(1, sizeof(*p) + threads * sizeof(pthread_t));

    if (p == NULL)
        return NULL;
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->work, NULL);
    while (p->count < threads &&
           pthread_create(&p->threads[p->count], NULL, run, p) == 0)
        p->count++;
    if (p->count != threads) {
        pool_free(p);
        return NULL;
    }
    return p;
}

void pool_free(pool *p)
{
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    pthread_cond_broadcast(&p->work);
    pthread_mutex_unlock(&p->lock);
    for (uint32_t i = 0; i < p->count; i++)
        pthread_join(p->threads[i], NULL);
    pthread_cond_destroy(&p->work);
    pthread_mutex_destroy(&p->lock);
    free(p);
}

int32_t pool_submit(pool *p, void(BILINT_CALL *what)(void *argument),
                    void *argument)
{
    task *made = malloc(sizeof(*made));

    if (made == NULL)
        return -1;
    pthread_mutex_lock(&p->lock);
    *made = (task){ what, argument, p->top };
    p->top = made;
    pthread_cond_signal(&p->work);
    pthread_mutex_unlock(&p->lock);
    return 0;
}
