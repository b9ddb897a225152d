/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One engine and eight threads. Languages are met for the first time by
 * several at once; each thread has its own report; what they find is what one
 * thread finds. Meant for the thread sanitizer.
 */
#include "api/client.h"

#include "suite.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, ROUNDS = 6 };

static const struct {
    const char *source_lang;
    const char *target_lang;
    const char *source;
    const char *target;
} pairs[] = {
    { "en", "vi", "It has 12 pages.", "Nó có 21 trang." },
    { "en", "de", "The price is 1,250.5 euros.", "Der Preis ist 1.350,5 Euro." },
    { "en-GB", "fr", "On 3 May 2024, at 14:30", "Le 4 mai 2024, à 14 h 30" },
    { "en", "ja", "4.58 billion USD", "48億5000万ドル" },
    { "vi", "en", "Ông Nguyễn Văn An nói 3 lần", "Mr Nguyen Van An said 3 times" },
    { "zh", "ko", "共有三百人", "모두 400명" },
    { "ar", "he", "في ٣ مايو ٢٠٢٤", "ב-4 במאי 2024" },
    { "ru", "en", "два миллиона рублей", "three million roubles" },
    { "th", "en", "ราคา ๑๒๓ บาท", "The price is 321 baht" },
    { "hi", "en", "१२,३४,५६७ रुपये", "12,34,576 rupees" },
    { "es", "pt-BR", "El 5 %  de los casos", "6 % dos casos" },
    { "en", "vi", "There is a word word here", "Ở đây có từ từ" },
};
enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]) };

typedef struct worker {
    bilint_engine *engine;
    int number;
    char *lines[PAIRS];
    int failures;
} worker;

/* Starting somewhere else each, so that some race for a language and others
 * find it there. */
static void *check_pairs(void *argument)
{
    worker *w = argument;
    bilint_report *report = NULL;

    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < PAIRS; i++) {
            const int which = (i + w->number / 2) % PAIRS;
            char *lines;

            if (client_check(w->engine, &report, pairs[which].source_lang,
                             pairs[which].target_lang, pairs[which].source,
                             pairs[which].target) != BILINT_OK)
                w->failures++;
            lines = client_lines(report);
            if (w->lines[which] == NULL)
                w->lines[which] = lines;
            else if (strcmp(lines, w->lines[which]) != 0)
                w->failures++;
            if (lines != w->lines[which])
                free(lines);
        }
    }
    bilint_report_free(report);
    bilint_engine_free(w->engine); /* its own share */
    return NULL;
}

static void run(bilint_engine *engine, worker *workers, int count,
                void *(*task)(void *))
{
    pthread_t threads[THREADS];

    for (int i = 0; i < count; i++) {
        workers[i] =
            (worker){ .engine = bilint_engine_ref(engine), .number = i };
        assert_int_equal(
            pthread_create(&threads[i], NULL, task, &workers[i]), 0);
    }
    for (int i = 0; i < count; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(workers[i].failures, 0);
    }
}

static void free_lines(worker *w)
{
    for (int i = 0; i < PAIRS; i++)
        free(w->lines[i]);
}

static void finds_the_same_on_all_threads(void **state)
{
    /* Patterns are compiled once, and each thread matches with its own. */
    static const char own[] = "custom:\n"
                              "  a: {source: '(\\d+)', target: '\\b$1\\b'}\n"
                              "  b: {forbid: '(a*)*[bx]'}\n";
    bilint_engine *engine = client_engine(own, NULL);
    bilint_engine *alone = client_engine(own, NULL);
    worker workers[THREADS];
    worker single;

    (void)state;
    assert_true(engine != NULL && alone != NULL);
    run(alone, &single, 1, check_pairs);
    run(engine, workers, THREADS, check_pairs);
    for (int i = 0; i < THREADS; i++) {
        for (int j = 0; j < PAIRS; j++)
            assert_string_equal(workers[i].lines[j], single.lines[j]);
        free_lines(&workers[i]);
    }
    for (int j = 0; j < 4; j++)
        assert_string_not_equal(single.lines[j], "");
    free_lines(&single);
    bilint_engine_free(engine);
    bilint_engine_free(alone);
}

/* ---- the last owner ----------------------------------------------------- */

/* The engine is freed by whichever thread is last. */
static void is_freed_by_the_last_owner(void **state)
{
    bilint_engine *engine = client_engine("", NULL);
    pthread_t threads[THREADS];
    worker workers[THREADS];

    (void)state;
    assert_non_null(engine);
    for (int i = 0; i < THREADS; i++) {
        workers[i] =
            (worker){ .engine = bilint_engine_ref(engine), .number = i };
        assert_int_equal(
            pthread_create(&threads[i], NULL, check_pairs, &workers[i]), 0);
    }
    bilint_engine_free(engine);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(workers[i].failures, 0);
        free_lines(&workers[i]);
    }
}

/* ---- made ready by many ------------------------------------------------- */

static void *prepare(void *argument)
{
    worker *w = argument;

    for (int i = 0; i < PAIRS; i++) {
        const int which = (i * 5 + w->number) % PAIRS;

        w->failures += bilint_engine_prepare(w->engine,
                                             pairs[which].source_lang,
                                             pairs[which].target_lang,
                                             NULL) != BILINT_OK;
        w->failures +=
            bilint_engine_severity(w->engine, "number-mismatch") !=
            BILINT_ERROR;
    }
    bilint_engine_free(w->engine);
    return NULL;
}

static void is_made_ready_by_many(void **state)
{
    bilint_engine *engine = client_engine("", NULL);
    worker workers[THREADS];

    (void)state;
    assert_non_null(engine);
    run(engine, workers, THREADS, prepare);
    bilint_engine_free(engine);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_the_same_on_all_threads),
    cmocka_unit_test(is_freed_by_the_last_owner),
    cmocka_unit_test(is_made_ready_by_many),
};

SUITE(tests)
