/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents that come in pieces: wherever they are cut, the report is that of
 * the whole, and so is the error of a broken one.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bilint_engine *engine;

static int set_up(void **state)
{
    char *config = client_only("number-mismatch target-empty code-missing "
                               "inconsistent-target whitespace-edge",
                               NULL);

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

/* Lines of the report, and the error, as client_document() gives them. */
static char *finish(bilint_stream *stream, bilint_status pushed,
                    const bilint_error *first)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const bilint_status status = bilint_stream_finish(stream, &report, &err);
    char *lines = client_lines(report);
    char *all = malloc(strlen(lines) + 400);

    assert_non_null(all);
    strcpy(all, lines);
    free(lines);
    /* The first failure is the failure of the stream for good. */
    if (pushed != BILINT_OK) {
        assert_int_equal(status, pushed);
        assert_int_equal(err.line, first->line);
        assert_int_equal(err.column, first->column);
        assert_true(err.byte_offset == first->byte_offset);
        assert_string_equal(err.message, first->message);
    }
    if (status != BILINT_OK)
        snprintf(all + strlen(all), 400, "status %d at %u:%u (%lld): %s\n",
                 (int)status, err.line, err.column,
                 (long long)err.byte_offset, err.message);
    bilint_report_free(report);
    return all;
}

/* In pieces of `first` bytes and then `piece` bytes each. */
static char *stream_document(const char *data, size_t size, size_t first,
                             size_t piece)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_stream *stream = NULL;
    bilint_status status;
    char *lines;
    size_t at = 0;

    assert_int_equal(bilint_stream_new(engine, "d.xlf", 0, &stream, &err),
                     BILINT_OK);
    status = bilint_stream_push(stream, data, first, &err);
    for (at = first; at < size && status == BILINT_OK; at += piece)
        status = bilint_stream_push(stream, data + at,
                                    size - at < piece ? size - at : piece,
                                    &err);
    lines = finish(stream, status, &err);
    bilint_stream_free(stream);
    return lines;
}

static void same_wherever_cut(const char *data, size_t size, const char *has)
{
    char *whole = client_document(engine, "d.xlf", data, size);
    char *got;

    if (strstr(whole, has) == NULL)
        fail_msg("no \"%s\" in %s", has, whole);
    for (size_t cut = 0; cut <= size; cut++) {
        got = stream_document(data, size, cut, size);
        if (strcmp(got, whole) != 0)
            fail_msg("cut at %zu: %s\nwhole: %s", cut, got, whole);
        free(got);
    }
    for (size_t piece = 1; piece <= 5; piece++) {
        got = stream_document(data, size, 0, piece);
        if (strcmp(got, whole) != 0)
            fail_msg("pieces of %zu: %s\nwhole: %s", piece, got, whole);
        free(got);
    }
    free(whole);
}

#define SAME(text, has) same_wherever_cut(text, sizeof(text) - 1, has)

static void is_cut_anywhere_in_xliff_1(void **state)
{
    (void)state;
    SAME("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
         "<!DOCTYPE xliff [<!ENTITY year \"2024\">]>\n"
         "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:"
         "1.2\"><file source-language=\"en\" target-language=\"vi\" "
         "original=\"a.txt\"><body>\n"
         "<group><trans-unit id=\"&lt;1&gt;\"><source>Page <g id=\"1\">12</g> "
         "&amp; &year;<x id=\"2\"/></source>\n"
         "<target>Trang <g id=\"1\">21</g> &#x26; <![CDATA[2024]]></target>"
         "<!-- a comment --><note>Look &amp; see</note></trans-unit></group>"
         "<trans-unit id='2'><source>\U0001f600 é 3</source><target>\U0001f600"
         " é 4</target></trans-unit></body></file></xliff>\n",
         "code-missing");
}

static void is_cut_anywhere_in_xliff_2(void **state)
{
    (void)state;
    SAME("\xEF\xBB\xBF<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
         "version=\"2.0\" srcLang=\"en\" trgLang=\"vi\"><file id=\"f\">"
         "<unit id=\"u\"><originalData><data id=\"d1\">&lt;br/></data>"
         "</originalData><segment id=\"s1\"><source>Line <ph id=\"1\" "
         "dataRef=\"d1\"/>7</source><target>Dòng <ph id=\"1\" dataRef=\"d1\"/>"
         "8</target></segment><ignorable><source> </source></ignorable>"
         "<segment><source>A<pc id=\"2\">B</pc></source><target></target>"
         "</segment></unit></file></xliff>",
         "number-mismatch");
}

/* Each byte of UTF-16, between the halves of characters too. */
static void is_cut_anywhere_in_utf_16(void **state)
{
    static const char text[] =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><xliff version=\"1.2\">"
        "<file source-language=\"en\" target-language=\"vi\"><body>"
        "<trans-unit id=\"1\"><source>?12</source><target>?21</target>"
        "</trans-unit></body></file></xliff>";
    char wide[2 + 4 * sizeof(text)] = { '\xff', '\xfe' };
    size_t size = 2;

    (void)state;
    for (const char *c = text; *c != '\0'; c++) {
        const bool astral = *c == '?' && c[1] != '>' && c[1] != 'x';

        memcpy(wide + size, astral ? "\x3d\xd8\x00\xde" : (char[]){ *c, 0 },
               astral ? 4 : 2);
        size += astral ? 4 : 2;
    }
    same_wherever_cut(wide, size, "number-mismatch");
}

static void breaks_alike_wherever_cut(void **state)
{
    (void)state;
    SAME("", "status");
    SAME("<", "status");
    SAME("no markup at all", "status");
    SAME("<html><body/></html>", "not XLIFF");
    SAME("<xliff version=\"1.2\"><file source-language=\"en\" "
         "target-language=\"vi\"><body><trans-unit id=\"1\">"
         "<source>Page 12</source><target>Trang 21</target></trans-unit>\n"
         "<trans-unit id=\"2\"><source>A</sourc></trans-unit>",
         "status -4 at 2:");
    SAME("<xliff version=\"1.2\"><file source-language=\"en\" "
         "target-language=\"vi\"><body><trans-unit id=\"1\">"
         "<source>Page \xff 12</source>",
         "status -4 at 1:");
    SAME("<?xml version=\"1.0\" encoding=\"no-such-code\"?><xliff/>",
         "unknown encoding");
}

static void takes_no_more_after_a_failure(void **state)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;

    (void)state;
    assert_int_equal(bilint_stream_new(engine, NULL, 0, &stream, &err),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, "<html/>", 7, &err),
                     BILINT_E_UNSUPPORTED);
    err = (bilint_error)BILINT_ERROR_INIT;
    assert_int_equal(bilint_stream_push(stream, "<xliff/>", 8, &err),
                     BILINT_E_UNSUPPORTED);
    assert_non_null(strstr(err.message, "not XLIFF"));
    assert_int_equal(bilint_stream_finish(stream, &report, &err),
                     BILINT_E_UNSUPPORTED);
    assert_non_null(report);
    bilint_report_free(report);
    bilint_stream_free(stream);
}

static void is_finished_once(void **state)
{
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;
    bilint_report *more = NULL;

    (void)state;
    assert_int_equal(bilint_stream_new(engine, NULL, 0, &stream, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, "<xliff version='1.2'/>", 22,
                                        NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, NULL, 0, NULL), BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, NULL, 1, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_finish(stream, &report, NULL), BILINT_OK);
    assert_int_equal(bilint_report_count(report), 0);
    assert_int_equal(bilint_stream_finish(stream, &more, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_push(stream, "x", 1, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_push(NULL, "x", 1, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_finish(NULL, &more, NULL),
                     BILINT_E_ARGUMENT);
    assert_null(more);
    bilint_stream_free(stream);
    bilint_report_free(report);
}

/* The report that a caller brings is emptied and given back, or freed. */
static void takes_the_report_of_the_caller(void **state)
{
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;

    (void)state;
    assert_int_equal(client_check(engine, &report, "en", "vi", "Page 1",
                                  "Trang 2"),
                     BILINT_OK);
    assert_int_equal(bilint_stream_new(engine, NULL, 0, &stream, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, "<xliff version='1.2'/>", 22,
                                        NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_finish(stream, &report, NULL), BILINT_OK);
    assert_int_equal(bilint_report_count(report), 0);
    bilint_stream_free(stream);
    bilint_report_free(report);
}

static void is_freed_at_any_time(void **state)
{
    bilint_stream *stream = NULL;

    (void)state;
    assert_int_equal(bilint_stream_new(engine, "x", 0, &stream, NULL),
                     BILINT_OK);
    bilint_stream_free(stream);
    assert_int_equal(bilint_stream_new(engine, "x", 0, &stream, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_stream_push(stream, "<xliff><file><body>"
                                                "<trans-unit><source>a",
                                        40, NULL),
                     BILINT_OK);
    bilint_stream_free(stream);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(is_cut_anywhere_in_xliff_1),
    cmocka_unit_test(is_cut_anywhere_in_xliff_2),
    cmocka_unit_test(is_cut_anywhere_in_utf_16),
    cmocka_unit_test(breaks_alike_wherever_cut),
    cmocka_unit_test(takes_no_more_after_a_failure),
    cmocka_unit_test(is_finished_once),
    cmocka_unit_test(takes_the_report_of_the_caller),
    cmocka_unit_test(is_freed_at_any_time),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
