/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A host that offers every service: its log hears what is missing, its
 * progress can stop a document, its memory gets back what it gave, and its
 * threads change nothing in the report.
 */
#include "api/client.h"
#include "api/pool.h"

#include "suite.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct fake {
    bilint_host host; /* first */
    bilint_host_log log;
    bilint_host_progress progress;
    bilint_host_alloc alloc;
    bilint_host_pool pool;

    pthread_mutex_t lock;
    char logged[4096];
    int steps;
    int cancel_at; /* which step; 0: none */
    uint64_t done;
    uint64_t total;
    long blocks;
    long resized;
    pool *threads;
    int submitted;
    int refuse_from; /* tasks are not taken from this one on; 0: all are */
} fake;

static void BILINT_CALL write_log(const bilint_host *host, int32_t level,
                                  const char *area, const char *text)
{
    fake *f = host->context;
    size_t size;

    pthread_mutex_lock(&f->lock);
    size = strlen(f->logged);
    snprintf(f->logged + size, sizeof(f->logged) - size, "%d %s: %s\n",
             (int)level, area, text);
    pthread_mutex_unlock(&f->lock);
}

static int32_t BILINT_CALL step(const bilint_host *host, uint64_t done,
                                uint64_t total)
{
    fake *f = host->context;

    assert_true(done >= f->done);
    assert_true(total == 0 || done <= total);
    f->done = done;
    f->total = total;
    return ++f->steps == f->cancel_at;
}

static void *BILINT_CALL resize(const bilint_host *host, void *block,
                                size_t size)
{
    fake *f = host->context;

    pthread_mutex_lock(&f->lock);
    f->resized++;
    f->blocks += (block == NULL) - (size == 0);
    pthread_mutex_unlock(&f->lock);
    if (size == 0) {
        assert_non_null(block); /* nothing is freed that was not given */
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

static int32_t BILINT_CALL submit(const bilint_host *host,
                                  void(BILINT_CALL *task)(void *argument),
                                  void *argument)
{
    fake *f = host->context;

    f->submitted++;
    if (f->refuse_from != 0 && f->submitted >= f->refuse_from)
        return 1;
    if (f->threads == NULL) {
        task(argument); /* a host may run it before it returns */
        return 0;
    }
    return pool_submit(f->threads, task, argument);
}

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    const fake *f = host->context;

    if (strcmp(id, BILINT_HOST_LOG) == 0 && f->log.write != NULL)
        return &f->log;
    if (strcmp(id, BILINT_HOST_PROGRESS) == 0 && f->progress.step != NULL)
        return &f->progress;
    if (strcmp(id, BILINT_HOST_ALLOC) == 0 && f->alloc.resize != NULL)
        return &f->alloc;
    if (strcmp(id, BILINT_HOST_POOL) == 0 && f->pool.submit != NULL)
        return &f->pool;
    return NULL;
}

static void make_fake(fake *f)
{
    memset(f, 0, sizeof(*f));
    pthread_mutex_init(&f->lock, NULL);
    f->host = (bilint_host){ .struct_size = sizeof(f->host),
                             .abi = BILINT_ABI,
                             .context = f,
                             .name = "fake",
                             .version = "1",
                             .get_interface = get_interface };
}

static bilint_engine *number_engine(fake *f)
{
    char *config = client_only("number-mismatch inconsistent-target "
                               "whitespace-edge",
                               NULL);
    bilint_engine *engine = client_engine(config, &f->host);

    free(config);
    assert_non_null(engine);
    return engine;
}

/* A document of `units` units, every seventh of them wrong; for free(). */
static char *make_document(int units, size_t *size)
{
    const size_t room = (size_t)units * 200 + 200;
    char *text = malloc(room);

    assert_non_null(text);
    *size = (size_t)snprintf(text, room,
                             "<xliff version=\"1.2\"><file source-language="
                             "\"en\" target-language=\"vi\"><body>\n");
    for (int i = 0; i < units; i++)
        *size += (size_t)snprintf(
            text + *size, room - *size,
            "<trans-unit id=\"%d\"><source>Page %d has %d lines of text"
            "</source><target>Trang %d có %d dòng chữ</target></trans-unit>\n",
            i, i % 97 + 20, i % 13 + 20, i % 97 + 20,
            i % 13 + 20 + (i % 7 == 0));
    *size += (size_t)snprintf(text + *size, room - *size,
                              "</body></file></xliff>\n");
    return text;
}

/* ---- log ---------------------------------------------------------------- */

static void logs_what_is_missing(void **state)
{
    FILE *terms = fopen("hosts-terms.csv", "wb");
    bilint_report *report = NULL;
    bilint_engine *engine;
    fake f;

    (void)state;
    make_fake(&f);
    f.log = (bilint_host_log){ sizeof(f.log), write_log };
    assert_non_null(terms);
    fputs("source,target\nParty,\ngood,fine\n", terms);
    fclose(terms);
    engine = client_engine("terms: [hosts-terms.csv]\n", &f.host);
    remove("hosts-terms.csv");
    assert_non_null(engine);
    assert_string_equal(f.logged, "2 terms: hosts-terms.csv:2: skipped: a term "
                                  "needs a source and a target\n");
    f.logged[0] = '\0';
    assert_int_equal(client_check(engine, &report, "en", "sux", "One", "diš"),
                     BILINT_OK);
    assert_string_equal(f.logged,
                        "1 spelling: no Hunspell dictionary for sux\n");
    bilint_report_free(report);
    bilint_engine_free(engine);
}

/* ---- progress ----------------------------------------------------------- */

static void tells_how_far_it_is(void **state)
{
    bilint_report *report = NULL;
    bilint_engine *engine;
    size_t size;
    char *text = make_document(30000, &size);
    fake f;

    (void)state;
    make_fake(&f);
    f.progress = (bilint_host_progress){ sizeof(f.progress), step };
    engine = number_engine(&f);
    assert_int_equal(
        bilint_check_document(engine, "d", text, size, &report, NULL),
        BILINT_OK);
    assert_true(f.steps >= 2);
    assert_true(f.total == size);
    assert_true(f.done <= size);
    bilint_report_free(report);
    bilint_engine_free(engine);
    free(text);
}

static void stops_when_the_host_says_so(void **state)
{
    size_t size;
    char *text = make_document(30000, &size);

    (void)state;
    for (int at = 1; at <= 3; at++) {
        bilint_summary summary = { .struct_size = sizeof(summary) };
        bilint_error err = BILINT_ERROR_INIT;
        bilint_report *report = NULL;
        bilint_engine *engine;
        fake f;

        make_fake(&f);
        f.progress = (bilint_host_progress){ sizeof(f.progress), step };
        f.cancel_at = at;
        engine = number_engine(&f);
        assert_int_equal(
            bilint_check_document(engine, "d", text, size, &report, &err),
            BILINT_E_CANCELLED);
        assert_int_equal(err.status, BILINT_E_CANCELLED);
        assert_int_equal(f.steps, at); /* it does not ask again */
        assert_int_equal(bilint_report_summary(report, &summary), BILINT_OK);
        assert_int_equal(summary.flags, BILINT_REPORT_BROKEN);
        assert_true(summary.segments < 30000);
        bilint_report_free(report);
        /* The engine is as good as before. */
        report = NULL;
        f.cancel_at = 0;
        f.done = 0;
        assert_int_equal(client_check(engine, &report, "en", "vi", "Page 25",
                                      "Trang 52"),
                         BILINT_OK);
        assert_int_equal(bilint_report_count(report), 1);
        bilint_report_free(report);
        bilint_engine_free(engine);
    }
    free(text);
}

/* ---- memory ------------------------------------------------------------- */

static void gives_back_all_memory(void **state)
{
    bilint_report *report = NULL;
    bilint_stream *stream = NULL;
    bilint_engine *engine;
    const void *data;
    size_t packed;
    size_t size;
    char *text = make_document(500, &size);
    char *lines;
    fake f;

    (void)state;
    make_fake(&f);
    f.alloc = (bilint_host_alloc){ sizeof(f.alloc), resize };
    engine = client_engine("words: [Foo, Bar]\n", &f.host);
    assert_non_null(engine);
    assert_int_equal(client_check(engine, &report, "en", "vi", "Page 12",
                                  "Trang 21"),
                     BILINT_OK);
    assert_int_equal(bilint_report_packed(report, &data, &packed), BILINT_OK);
    lines = client_lines(report);
    free(lines);
    assert_int_equal(
        bilint_check_document(engine, "d", text, size, &report, NULL),
        BILINT_OK);
    assert_int_equal(
        bilint_check_document(engine, "d", text, size / 2, &report, NULL),
        BILINT_E_FORMAT);
    assert_int_equal(bilint_stream_new(engine, "d", 0, &stream, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, text, size / 2, NULL),
                     BILINT_OK);
    bilint_stream_free(stream);
    bilint_report_free(report);
    bilint_engine_free(engine);
    assert_true(f.resized > 100);
    assert_int_equal(f.blocks, 0);
    assert_null(client_engine("rules: {no-such-rule: off}\n", &f.host));
    assert_int_equal(f.blocks, 0);
    free(text);
}

/* ---- threads ------------------------------------------------------------ */

static char *document_with(fake *f, const char *text, size_t size)
{
    bilint_engine *engine = number_engine(f);
    char *lines = client_document(engine, "d", text, size);

    bilint_engine_free(engine);
    return lines;
}

static void finds_the_same_with_a_pool(void **state)
{
    static const struct {
        uint32_t threads; /* said to the library */
        uint32_t real;    /* 0: submit() runs the task itself */
        int refuse_from;
    } pools[] = { { 0, 0, 0 }, { 1, 0, 0 }, { 1, 1, 0 }, { 2, 2, 0 },
                  { 8, 8, 0 }, { 8, 1, 0 }, { 4, 4, 1 }, { 4, 4, 3 },
                  { 4, 0, 2 } };
    size_t size;
    char *text = make_document(5000, &size);
    char *wanted;
    fake f;

    (void)state;
    make_fake(&f);
    wanted = document_with(&f, text, size);
    assert_non_null(strstr(wanted, "number-mismatch"));
    assert_non_null(strstr(wanted, "inconsistent-target"));
    for (size_t i = 0; i < sizeof(pools) / sizeof(pools[0]); i++) {
        char *got;

        make_fake(&f);
        f.pool = (bilint_host_pool){ sizeof(f.pool), pools[i].threads,
                                     submit };
        f.refuse_from = pools[i].refuse_from;
        if (pools[i].real != 0)
            f.threads = pool_new(pools[i].real);
        got = document_with(&f, text, size);
        assert_string_equal(got, wanted);
        assert_int_equal(f.submitted == 0, pools[i].threads == 0);
        free(got);
        /* Broken off: what was found before, however it was spread. */
        got = document_with(&f, text, size - 30);
        assert_non_null(strstr(got, "status -4"));
        free(got);
        if (f.threads != NULL)
            pool_free(f.threads);
    }
    free(wanted);
    free(text);
}

static void stops_with_a_pool_at_work(void **state)
{
    size_t size;
    char *text = make_document(30000, &size);
    bilint_report *report = NULL;
    bilint_engine *engine;
    fake f;

    (void)state;
    make_fake(&f);
    f.threads = pool_new(4);
    f.pool = (bilint_host_pool){ sizeof(f.pool), 4, submit };
    f.progress = (bilint_host_progress){ sizeof(f.progress), step };
    f.cancel_at = 2;
    engine = number_engine(&f);
    assert_int_equal(
        bilint_check_document(engine, "d", text, size, &report, NULL),
        BILINT_E_CANCELLED);
    bilint_report_free(report);
    bilint_engine_free(engine);
    pool_free(f.threads);
    free(text);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(logs_what_is_missing),
    cmocka_unit_test(tells_how_far_it_is),
    cmocka_unit_test(stops_when_the_host_says_so),
    cmocka_unit_test(gives_back_all_memory),
    cmocka_unit_test(finds_the_same_with_a_pool),
    cmocka_unit_test(stops_with_a_pool_at_work),
};

SUITE(tests)
