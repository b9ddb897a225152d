/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Law of growth: a text that is ten times as long takes at most fifteen times
 * as long. Measured on prose with everything in it that is compared, and on
 * documents of it, and given a second chance: machines have other work.
 */
#include "api/client.h"
#include "property/made.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SENTENCES = 400, TIMES = 10, MOST = 15, TRIES = 5 };

static bilint_engine *engine;

static int set_up(void **state)
{
    (void)state;
    engine = client_engine("words: [bilint]\n", NULL);
    return engine == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    bilint_engine_free(engine);
    return 0;
}

/* Sentences of a language in one text, for free(). */
static char *prose(const made_language *language, size_t sentences)
{
    char *out = malloc(sentences * (MADE_ROOM + 2));
    size_t size = 0;
    made_text text;

    assert_non_null(out);
    for (size_t i = 0; i < sentences; i++) {
        made_sentence(language, 3, &text);
        size += (size_t)sprintf(out + size, "%s. ", text.text);
    }
    return out;
}

static double processor_seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* The shortest of some runs. */
static double time_pair(const made_language *language, size_t sentences)
{
    char *source = prose(MADE_ENGLISH, sentences);
    char *target = prose(language, sentences);
    bilint_report *report = NULL;
    double least = 1e9;

    for (int i = 0; i < 3; i++) {
        const double began = processor_seconds();
        double took;

        assert_int_equal(
            client_check(engine, &report, "en", language->tag, source, target),
            BILINT_OK);
        took = processor_seconds() - began;
        least = took < least ? took : least;
    }
    bilint_report_free(report);
    free(source);
    free(target);
    return least;
}

static double time_document(const made_language *language, size_t units)
{
    made_text *texts = calloc(2 * units, sizeof(*texts));
    double least = 1e9;
    char *document;

    assert_non_null(texts);
    for (size_t i = 0; i < units; i++) {
        made_sentence(MADE_ENGLISH, 3, &texts[i]);
        made_sentence(language, 3, &texts[units + i]);
    }
    document =
        made_document("1.2", language, texts, texts + units, NULL, units);
    for (int i = 0; i < 3; i++) {
        const double began = processor_seconds();
        bilint_report *report = NULL;
        double took;

        assert_int_equal(bilint_check_document(engine, "a.xlf", document,
                                               strlen(document), &report, NULL),
                         BILINT_OK);
        took = processor_seconds() - began;
        least = took < least ? took : least;
        bilint_report_free(report);
    }
    free(document);
    free(texts);
    return least;
}

static void grows_with(const char *what,
                       double (*time_of)(const made_language *, size_t))
{
    made_begin();
    for (size_t i = 0; i < made_language_count; i++) {
        const made_language *language = &made_languages[i];
        double ratio = 0;

        for (int try = 0; try < TRIES; try++) {
            const double one = time_of(language, SENTENCES);

            ratio = time_of(language, SENTENCES * TIMES) / one;
            if (ratio <= MOST)
                break;
        }
        print_message("%s, %s: %.1f times as long\n", what, language->tag,
                      ratio);
        assert_true(ratio > 1);
        if (ratio > MOST)
            fail_msg("%s, %s: %.1f times as long", what, language->tag, ratio);
    }
}

static void grows_with_the_segment(void **state)
{
    (void)state;
    grows_with("a segment", time_pair);
}

static void grows_with_the_document(void **state)
{
    (void)state;
    grows_with("a document", time_document);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(grows_with_the_segment),
    cmocka_unit_test(grows_with_the_document),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
