/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents of a project: compared when all are read, with the same result
 * whichever was read first, or on which thread.
 */
#include "api/client.h"

#include "suite.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOCUMENTS = 4 };

typedef struct document {
    const char *name;
    const char *target_lang;
    const char *pairs[8]; /* source, target, source, ... */
    bool broken;
} document;

/* Groups: "Save" in a, b and c; "Close" in a and twice in b; the German one
 * and the one that breaks off stand apart. */
static const document documents[DOCUMENTS] = {
    { "a.xlf",
      "vi",
      { "Save all the files", "Lưu tất cả các tệp", "Close the door now",
        "Đóng cửa ngay" },
      false },
    { "b.xlf",
      "vi",
      { "Close the door now", "Hãy đóng cửa", "Save all the files",
        "Lưu mọi tệp", "Close the door now", "Khép cửa lại" },
      false },
    { "c.xlf",
      "vi",
      { "Save all the files", "Lưu tất cả các tệp", "Open the next page",
        "Mở trang tiếp theo" },
      false },
    { "d.xlf",
      "de",
      { "Save all the files", "Alle Dateien speichern" },
      false },
};

static const document broken = { "c.xlf",
                                 "vi",
                                 { "Save all the files", "Ghi các tệp" },
                                 true };

static const char wanted[] =
    "b.xlf:1 Hãy đóng cửa|the same source is translated otherwise in "
    "a.xlf:2: \"Đóng cửa ngay\"; b.xlf:3: \"Khép cửa lại\"\n"
    "b.xlf:2 Lưu mọi tệp|the same source is translated otherwise in "
    "a.xlf:1 and c.xlf:1: \"Lưu tất cả các tệp\"\n";

static bilint_engine *engine;

static int set_up(void **state)
{
    char *config = client_only("inconsistent-target target-empty", NULL);

    (void)state;
    engine = client_engine(config, NULL);
    free(config);
    return engine == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    bilint_engine_free(engine);
    return 0;
}

/* A unit a line. */
static char *write_out(const document *d)
{
    char *text = malloc(4000);
    size_t size;

    assert_non_null(text);
    size = (size_t)sprintf(text,
                           "<xliff version=\"1.2\"><file "
                           "source-language=\"en\" target-language=\"%s\">"
                           "<body>",
                           d->target_lang);
    for (int i = 0; d->pairs[i] != NULL; i += 2)
        size += (size_t)sprintf(text + size,
                                "<trans-unit id=\"%d\"><source>%s</source>"
                                "<target>%s</target></trans-unit>\n",
                                i, d->pairs[i], d->pairs[i + 1]);
    if (!d->broken)
        strcpy(text + size, "</body></file></xliff>");
    return text;
}

/* Its own report has nothing of what documents have in common. */
static void check(bilint_project *project, const document *d, uint32_t index)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;
    char *text = write_out(d);

    assert_int_equal(bilint_stream_new(engine, d->name, 0, &stream, &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_join(stream, project, index, &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, text, strlen(text), &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_finish(stream, &report, &err),
                     d->broken ? BILINT_E_FORMAT : BILINT_OK);
    assert_int_equal(bilint_report_count(report), 0);
    bilint_report_free(report);
    bilint_stream_free(stream);
    free(text);
}

static bilint_project *new_project(void)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_project *project = NULL;

    assert_int_equal(bilint_project_new(engine, DOCUMENTS, &project, &err),
                     BILINT_OK);
    return project;
}

/* "file:line marked text|message", a line a finding. */
static char *finish(bilint_project *project)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    char *lines = calloc(1, 4000);
    size_t size = 0;

    assert_non_null(lines);
    assert_int_equal(bilint_project_finish(project, &report, &err),
                     BILINT_OK);
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        bilint_finding f = { .struct_size = sizeof(f) };
        bilint_mark m = { .struct_size = sizeof(m) };

        assert_int_equal(bilint_report_get(report, i, &f), BILINT_OK);
        assert_int_equal(f.mark_count, 1);
        assert_int_equal(bilint_report_mark(report, i, 0, &m), BILINT_OK);
        assert_int_equal(m.side, BILINT_TARGET);
        assert_true(m.line == f.line && m.column > 1);
        size += (size_t)sprintf(lines + size, "%s:%u %s|%s\n", f.file,
                                f.line, m.text, f.message);
    }
    bilint_report_free(report);
    bilint_project_free(project);
    return lines;
}

static void is_the_same_in_any_order(void **state)
{
    static const uint32_t orders[][DOCUMENTS] = { { 0, 1, 2, 3 },
                                                  { 3, 2, 1, 0 },
                                                  { 1, 3, 0, 2 } };

    (void)state;
    for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++) {
        bilint_project *project = new_project();
        char *lines;

        for (int j = 0; j < DOCUMENTS; j++)
            check(project, &documents[orders[i][j]], orders[i][j]);
        lines = finish(project);
        assert_string_equal(lines, wanted);
        free(lines);
    }
}

static bilint_project *shared;

static void *check_one(void *argument)
{
    const document *d = argument;

    check(shared, d, (uint32_t)(d - documents));
    return NULL;
}

static void is_the_same_on_several_threads(void **state)
{
    (void)state;
    for (int round = 0; round < 20; round++) {
        pthread_t threads[DOCUMENTS];
        char *lines;

        shared = new_project();
        for (int i = 0; i < DOCUMENTS; i++)
            assert_int_equal(pthread_create(&threads[i], NULL, check_one,
                                            (void *)&documents[i]),
                             0);
        for (int i = 0; i < DOCUMENTS; i++)
            assert_int_equal(pthread_join(threads[i], NULL), 0);
        lines = finish(shared);
        assert_string_equal(lines, wanted);
        free(lines);
    }
}

static void leaves_out_what_is_not_there_or_broken(void **state)
{
    bilint_project *project = new_project();
    char *lines;

    (void)state;
    check(project, &documents[0], 0);
    check(project, &broken, 2);
    lines = finish(project);
    assert_string_equal(lines, "");
    free(lines);
}

/* A document by itself is compared with itself. */
static void reports_alone_what_is_in_one(void **state)
{
    char *text = write_out(&documents[1]);
    char *lines = client_document(engine, "b.xlf", text, strlen(text));

    (void)state;
    assert_non_null(strstr(lines, "\"the same source is translated otherwise "
                                  "in line 1: \\\"Hãy đóng cửa\\\"\""));
    free(lines);
    free(text);
}

static void refuses_what_comes_too_late_or_is_too_many(void **state)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_project *project = NULL;
    bilint_stream *stream = NULL;

    (void)state;
    assert_int_equal(bilint_project_new(engine, 0, &project, &err),
                     BILINT_E_ARGUMENT);
    assert_null(project);
    assert_int_equal(bilint_project_new(NULL, 1, &project, &err),
                     BILINT_E_ARGUMENT);
    project = new_project();
    assert_int_equal(bilint_stream_new(engine, "a.xlf", 0, &stream, &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_join(stream, project, DOCUMENTS, &err),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_join(stream, NULL, 0, &err),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_push(stream, "<xliff ", 7, &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_join(stream, project, 0, &err),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_project_finish(project, NULL, &err),
                     BILINT_E_ARGUMENT);
    bilint_stream_free(stream);
    bilint_project_free(project);
    bilint_project_free(NULL);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(is_the_same_in_any_order),
    cmocka_unit_test(is_the_same_on_several_threads),
    cmocka_unit_test(leaves_out_what_is_not_there_or_broken),
    cmocka_unit_test(reports_alone_what_is_in_one),
    cmocka_unit_test(refuses_what_comes_too_late_or_is_too_many),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
