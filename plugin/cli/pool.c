/* SPDX-License-Identifier: Apache-2.0 */
/* A queue of tasks on POSIX threads. */
#include "cli/pool.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct job {
    void(BILINT_CALL *task)(void *);
    void *argument;
    struct job *next;
} job;

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t work;
    job *first;
    job **end;
    bool closing;
    int count;
    pthread_t threads[];
};

static void *run(void *argument)
{
    pool *p = argument;

    pthread_mutex_lock(&p->lock);
    for (;;) {
        job *next;

        while (p->first == NULL && !p->closing)
            pthread_cond_wait(&p->work, &p->lock);
        next = p->first;
        if (next == NULL)
            break;
        p->first = next->next;
        if (p->first == NULL)
            p->end = &p->first;
        pthread_mutex_unlock(&p->lock);
        next->task(next->argument);
        free(next);
        pthread_mutex_lock(&p->lock);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

pool *pool_new(int threads)
{
    pool *p = need(
        calloc(1, sizeof(*p) + sizeof(pthread_t) * (size_t)threads));

    p->end = &p->first;
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->work, NULL);
    while (p->count < threads &&
           pthread_create(&p->threads[p->count], NULL, run, p) == 0)
        p->count++;
    if (p->count == 0) {
        pool_free(p);
        return NULL;
    }
    return p;
}

int pool_threads(const pool *p)
{
    return p != NULL ? p->count : 0;
}

int pool_submit(pool *p, void(BILINT_CALL *task)(void *), void *argument)
{
    job *made = malloc(sizeof(*made));

    if (made == NULL)
        return -1;
    *made = (job){ task, argument, NULL };
    pthread_mutex_lock(&p->lock);
    *p->end = made;
    p->end = &made->next;
    pthread_cond_signal(&p->work);
    pthread_mutex_unlock(&p->lock);
    return 0;
}

void pool_free(pool *p)
{
    if (p == NULL)
        return;
    pthread_mutex_lock(&p->lock);
    p->closing = true;
    pthread_cond_broadcast(&p->work);
    pthread_mutex_unlock(&p->lock);
    for (int i = 0; i < p->count; i++)
        pthread_join(p->threads[i], NULL);
    pthread_cond_destroy(&p->work);
    pthread_mutex_destroy(&p->lock);
    free(p);
}
