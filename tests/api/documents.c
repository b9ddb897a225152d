/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents on several threads: the first ones of a process at once, when
 * libraries underneath are used for the first time; and several side by side,
 * each of them spread over the threads of one pool. Meant for the thread
 * sanitizer.
 */
#include "api/client.h"
#include "api/pool.h"

#include "suite.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, LENT = 3 };

static char *document;
static size_t document_size;
static pthread_barrier_t all_here;
static pool *lent;

/* Many distinct words: the table of words grows while others read it. */
static void make_document(int units)
{
    const size_t room = (size_t)units * 200 + 200;

    document = malloc(room);
    assert_non_null(document);
    document_size = (size_t)snprintf(
        document, room,
        "<xliff version=\"1.2\"><file source-language=\"en\" "
        "target-language=\"vi\"><body>\n");
    for (int i = 0; i < units; i++)
        document_size += (size_t)snprintf(
            document + document_size, room - document_size,
            "<trans-unit id=\"%d\"><source>Word%d thing%d has %d</source>"
            "<target>Từ%d vật%d có %d</target></trans-unit>\n",
            i, i, i * 7, i + 20, i, i * 3, i + 20 + (i % 50 == 0));
    document_size += (size_t)snprintf(document + document_size,
                                      room - document_size,
                                      "</body></file></xliff>\n");
}

static void *check(void *engine)
{
    pthread_barrier_wait(&all_here);
    return client_document(engine, "d", document, document_size);
}

/* The same document on all threads at once. */
static void check_at_once(bilint_engine *engine)
{
    pthread_t threads[THREADS];
    void *lines[THREADS];

    assert_non_null(engine);
    pthread_barrier_init(&all_here, NULL, THREADS);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, check, engine), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], &lines[i]), 0);
    assert_non_null(strstr(lines[0], "number-mismatch"));
    for (int i = 0; i < THREADS; i++)
        assert_string_equal(lines[i], lines[0]);
    for (int i = 0; i < THREADS; i++)
        free(lines[i]);
    pthread_barrier_destroy(&all_here);
    bilint_engine_free(engine);
    free(document);
}

static void reads_the_first_ones_at_once(void **state)
{
    (void)state;
    make_document(2);
    check_at_once(client_engine("", NULL));
}

static int32_t BILINT_CALL submit(const bilint_host *host,
                                  void(BILINT_CALL *task)(void *argument),
                                  void *argument)
{
    (void)host;
    return pool_submit(lent, task, argument);
}

static const bilint_host_pool pool_interface = { sizeof(pool_interface), LENT,
                                                 submit };

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    (void)host;
    return strcmp(id, BILINT_HOST_POOL) == 0 ? &pool_interface : NULL;
}

static void spreads_several_over_one_pool(void **state)
{
    const bilint_host host = { .struct_size = sizeof(host),
                               .abi = BILINT_ABI,
                               .get_interface = get_interface };
    char *config = client_only("number-mismatch spelling", NULL);

    (void)state;
    make_document(2000);
    lent = pool_new(LENT);
    assert_non_null(lent);
    check_at_once(client_engine(config, &host));
    pool_free(lent);
    free(config);
}

/* In this order: there is one first time. */
static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_the_first_ones_at_once),
    cmocka_unit_test(spreads_several_over_one_pool),
};

SUITE(tests)
