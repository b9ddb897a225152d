/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reports: used again for one pair after the other, read finding by finding,
 * packed, written out, and cut short by a time budget.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bilint_engine *engine;

static const char document[] =
    "<xliff version=\"1.2\"><file source-language=\"en\" "
    "target-language=\"vi\" original=\"a\"><body>\n"
    "<trans-unit id=\"u1\"><source>Page 12 of 40</source>"
    "<target>Trang 21 trên 40</target></trans-unit>\n"
    "<trans-unit id=\"u2\"><source>Open the file</source>"
    "<target/></trans-unit>\n"
    "</body></file></xliff>\n";

static int set_up(void **state)
{
    char *config = client_only("number-mismatch number-format target-empty "
                               "whitespace-edge code-missing",
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

/* ---- used again --------------------------------------------------------- */

static const char *const pairs[][2] = {
    { "It has 12 pages.", "Nó có 21 trang." },
    { "Nothing is wrong here.", "Ở đây không có gì sai." },
    { " Space and 3", "Khoảng trắng và 4" },
    { "One thing", "" },
    { "It costs 1,250.5", "Giá 1,250.5" },
    { "12 34 56 78", "21 43 65 87" },
    { "The end", NULL },
};
enum { PAIRS = sizeof(pairs) / sizeof(pairs[0]) };

/* A report that was used for whatever says the same as a new one. */
static void says_the_same_when_used_again(void **state)
{
    bilint_report *kept = NULL;

    (void)state;
    for (int round = 0; round < 3 * PAIRS; round++) {
        const char *const *pair = pairs[(round * 5 + round / PAIRS) % PAIRS];
        bilint_report *fresh = NULL;
        char *wanted;
        char *got;

        /* Now and then something else in between. */
        if (round % 4 == 1)
            assert_int_equal(bilint_check_document(engine, "d.xlf", document,
                                                   strlen(document), &kept,
                                                   NULL),
                             BILINT_OK);
        if (round % 4 == 3)
            assert_int_equal(
                bilint_check_document(engine, "d", "<x", 2, &kept, NULL),
                BILINT_E_FORMAT);
        assert_int_equal(client_check(engine, &fresh, "en", "vi", pair[0],
                                      pair[1]),
                         BILINT_OK);
        assert_int_equal(
            client_check(engine, &kept, "en", "vi", pair[0], pair[1]),
            BILINT_OK);
        wanted = client_lines(fresh);
        got = client_lines(kept);
        assert_string_equal(got, wanted);
        free(wanted);
        free(got);
        bilint_report_free(fresh);
    }
    bilint_report_free(kept);
}

static void moves_to_another_engine(void **state)
{
    char *config = client_only("target-empty", NULL);
    bilint_engine *other = client_engine(config, NULL);
    bilint_report *report = NULL;

    (void)state;
    free(config);
    assert_non_null(other);
    assert_int_equal(client_check(engine, &report, "en", "vi", "Page 1",
                                  "Trang 2"),
                     BILINT_OK);
    assert_int_equal(bilint_report_count(report), 1);
    assert_int_equal(client_check(other, &report, "en", "vi", "Page 1",
                                  "Trang 2"),
                     BILINT_OK);
    assert_int_equal(bilint_report_count(report), 0);
    /* A report keeps its engine alive. */
    bilint_engine_free(other);
    assert_int_equal(bilint_report_count(report), 0);
    bilint_report_free(report);
}

static void is_empty_after_a_refused_argument(void **state)
{
    bilint_pair pair = client_pair("en", "vi", "Page 1", "Trang 2");
    const bilint_code wrong = { .struct_size = sizeof(wrong), .kind = 9 };
    bilint_report *report = NULL;

    (void)state;
    assert_int_equal(bilint_check_pair(engine, &pair, &report, NULL),
                     BILINT_OK);
    pair.source_codes = &wrong;
    pair.source_code_count = 1;
    assert_int_equal(bilint_check_pair(engine, &pair, &report, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_count(report), 0);
    bilint_report_free(report);
}

/* ---- memory ------------------------------------------------------------- */

static uint32_t allocations;

static void *BILINT_CALL resize(const bilint_host *host, void *block,
                                size_t size)
{
    (void)host;
    allocations += block == NULL;
    if (size == 0) {
        free(block);
        return NULL;
    }
    return realloc(block, size);
}

static const bilint_host_alloc alloc = { sizeof(alloc), resize };

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    (void)host;
    return strcmp(id, BILINT_HOST_ALLOC) == 0 ? &alloc : NULL;
}

/* A host that checks at each key stroke pays for memory once. */
static void allocates_little_when_used_again(void **state)
{
    const bilint_host host = { .struct_size = sizeof(host),
                               .abi = BILINT_ABI,
                               .get_interface = get_interface };
    bilint_engine *own = client_engine("rules: {spelling: off}\n", &host);
    bilint_report *report = NULL;
    uint32_t before;

    (void)state;
    assert_non_null(own);
    for (int i = 0; i < 3; i++)
        assert_int_equal(client_check(own, &report, "en", "vi",
                                      "It has no fault, on 12 pages.",
                                      "Nó không có lỗi, trên 12 trang."),
                         BILINT_OK);
    assert_int_equal(bilint_report_count(report), 0);
    before = allocations;
    for (int i = 0; i < 100; i++)
        assert_int_equal(client_check(own, &report, "en", "vi",
                                      "It has no fault, on 12 pages.",
                                      "Nó không có lỗi, trên 12 trang."),
                         BILINT_OK);
    assert_int_equal(allocations, before);
    bilint_report_free(report);
    bilint_engine_free(own);
}

/* ---- read --------------------------------------------------------------- */

static void gives_findings_with_their_places(void **state)
{
    bilint_finding finding = { .struct_size = sizeof(finding) };
    bilint_mark mark = { .struct_size = sizeof(mark) };
    bilint_summary summary = { .struct_size = sizeof(summary) };
    bilint_report *report = NULL;
    const char *text;
    size_t size;

    (void)state;
    assert_int_equal(bilint_check_document(engine, "d.xlf", document,
                                           strlen(document), &report, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_report_count(report), 2);
    assert_int_equal(bilint_report_get(report, 0, &finding), BILINT_OK);
    assert_string_equal(finding.rule, "number-mismatch");
    assert_string_equal(finding.code, "altered");
    assert_string_equal(finding.category, "number");
    assert_string_equal(finding.its_type, "numbers");
    assert_string_equal(finding.file, "d.xlf");
    assert_string_equal(finding.unit, "u1");
    assert_null(finding.segment);
    assert_int_equal(finding.severity, BILINT_ERROR);
    assert_int_equal(finding.mark_count, 2);
    assert_int_equal(finding.line, 2);
    assert_memory_equal(document + finding.offset, "21 trên", 7);
    assert_int_equal(bilint_report_mark(report, 0, 0, &mark), BILINT_OK);
    assert_int_equal(mark.side, BILINT_SOURCE);
    assert_int_equal(mark.start, 5);
    assert_int_equal(mark.limit, 7);
    assert_memory_equal(document + mark.offset, "12 of", 5);
    text = bilint_report_text(report, 0, BILINT_TARGET, &size);
    assert_int_equal(size, strlen("Trang 21 trên 40"));
    assert_memory_equal(text, "Trang 21 trên 40", size);
    assert_int_equal(bilint_report_get(report, 1, &finding), BILINT_OK);
    assert_string_equal(finding.rule, "target-empty");
    assert_int_equal(finding.line, 3);
    assert_int_equal(bilint_report_summary(report, &summary), BILINT_OK);
    assert_int_equal(summary.units, 2);
    assert_int_equal(summary.segments, 2);
    assert_int_equal(summary.checked, 2);
    assert_int_equal(summary.errors, 2);
    assert_int_equal(summary.warnings, 0);
    assert_int_equal(summary.infos, 0);
    assert_int_equal(summary.flags, 0);
    bilint_report_free(report);
}

static void gives_what_was_found_before_a_break(void **state)
{
    bilint_summary summary = { .struct_size = sizeof(summary) };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const char *end = strstr(document, "</body>");

    (void)state;
    assert_int_equal(bilint_check_document(engine, "d.xlf", document,
                                           (size_t)(end - document), &report,
                                           &err),
                     BILINT_E_FORMAT);
    assert_int_equal(bilint_report_count(report), 2);
    assert_int_equal(bilint_report_summary(report, &summary), BILINT_OK);
    assert_int_equal(summary.flags, BILINT_REPORT_BROKEN);
    /* Behind the last tag that is whole; white space may or may not count. */
    assert_true(err.byte_offset == end - document ||
                err.byte_offset == end - document - 1);
    assert_true(err.line == 3 || err.line == 4);
    bilint_report_free(report);
}

/* The same finding in another place has the same fingerprint; another text
 * has another. */
static void prints_fingers_of_texts_not_of_places(void **state)
{
    static const char *const texts[][2] = { { "Page 12", "Trang 21" },
                                            { "Page 12", "Trang 23" },
                                            { "Pages 12", "Trang 21" } };
    uint64_t prints[3];
    bilint_finding finding = { .struct_size = sizeof(finding) };
    bilint_report *report = NULL;
    char unit[600];

    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(client_check(engine, &report, "en", "vi",
                                      texts[i][0], texts[i][1]),
                         BILINT_OK);
        assert_int_equal(bilint_report_get(report, 0, &finding), BILINT_OK);
        prints[i] = finding.fingerprint;
    }
    assert_true(prints[0] != prints[1] && prints[0] != prints[2]);
    for (int i = 0; i < 2; i++) {
        snprintf(unit, sizeof(unit),
                 "<xliff version=\"1.2\"><file source-language=\"en\" "
                 "target-language=\"vi\"><body>%s<trans-unit id=\"u%d\">"
                 "<source>Page 12</source><target>Trang 21</target>"
                 "</trans-unit></body></file></xliff>",
                 i == 0 ? "" : "\n\n\n", i);
        assert_int_equal(bilint_check_document(engine, i == 0 ? "a" : "b",
                                               unit, strlen(unit), &report,
                                               NULL),
                         BILINT_OK);
        assert_int_equal(bilint_report_get(report, 0, &finding), BILINT_OK);
        assert_true(finding.fingerprint == prints[0]);
    }
    bilint_report_free(report);
}

/* Two mistakes of a kind in one segment are two, though the target says
 * nothing of either; the same code lost at another place is the same. */
static void prints_fingers_of_both_sides(void **state)
{
    bilint_finding findings[2] = { { .struct_size = sizeof(*findings) },
                                   { .struct_size = sizeof(*findings) } };
    bilint_report *report = NULL;

    (void)state;
    assert_int_equal(client_check(engine, &report, "en", "vi",
                                  "From 1,520 to 7,040 metres.",
                                  "Cao."),
                     BILINT_OK);
    assert_int_equal(bilint_report_count(report), 2);
    for (uint32_t i = 0; i < 2; i++)
        assert_int_equal(bilint_report_get(report, i, &findings[i]),
                         BILINT_OK);
    assert_string_equal(findings[0].code, findings[1].code);
    assert_true(findings[0].fingerprint != findings[1].fingerprint);
    bilint_report_free(report);
}

/* ---- packed ------------------------------------------------------------- */

typedef struct packed {
    const unsigned char *data;
    size_t size;
    size_t at;
    uint32_t strings; /* where they begin */
} packed;

static uint32_t number(packed *p)
{
    uint32_t value;

    assert_true(p->at + sizeof(value) <= p->size);
    memcpy(&value, p->data + p->at, sizeof(value));
    p->at += sizeof(value);
    return value;
}

static void text_is(packed *p, const char *wanted, size_t size)
{
    const uint32_t offset = number(p);

    assert_int_equal(number(p), size);
    assert_true((size_t)p->strings + offset + size < p->size);
    assert_memory_equal(p->data + p->strings + offset, wanted, size);
    assert_int_equal(p->data[p->strings + offset + size], 0);
}

static void packs_what_it_gives_one_by_one(void **state)
{
    bilint_report *report = NULL;
    const void *data = NULL;
    packed p = { .at = 0 };

    (void)state;
    assert_int_equal(bilint_check_document(engine, "d.xlf", document,
                                           strlen(document), &report, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_report_packed(report, &data, &p.size), BILINT_OK);
    p.data = data;
    assert_memory_equal(data, "BLR1", 4);
    p.at = 4;
    assert_int_equal(number(&p), bilint_report_count(report));
    p.strings = number(&p);
    p.at = 32;
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        bilint_finding f = { .struct_size = sizeof(f) };

        assert_int_equal(bilint_report_get(report, i, &f), BILINT_OK);
        assert_int_equal(number(&p), f.severity);
        text_is(&p, f.rule, strlen(f.rule));
        text_is(&p, f.code, strlen(f.code));
        text_is(&p, f.message, strlen(f.message));
        assert_int_equal(number(&p), f.line);
        assert_int_equal(number(&p), f.column);
        assert_int_equal(number(&p),
                         f.fix != NULL ? (uint32_t)f.fix_side : UINT32_MAX);
        assert_int_equal(number(&p), f.fix_start);
        assert_int_equal(number(&p), f.fix_limit);
        text_is(&p, f.fix != NULL ? f.fix : "", f.fix_size);
        assert_int_equal(number(&p), (uint32_t)f.fingerprint);
        assert_int_equal(number(&p), (uint32_t)(f.fingerprint >> 32));
        assert_int_equal(number(&p), f.mark_count);
        for (uint32_t j = 0; j < f.mark_count; j++) {
            bilint_mark m = { .struct_size = sizeof(m) };

            assert_int_equal(bilint_report_mark(report, i, j, &m), BILINT_OK);
            assert_int_equal(number(&p), m.side);
            assert_int_equal(number(&p), m.start);
            assert_int_equal(number(&p), m.limit);
        }
    }
    assert_int_equal(p.at, p.strings);
    bilint_report_free(report);
}

static void packs_nothing(void **state)
{
    bilint_report *report = NULL;
    const void *data = NULL;
    size_t size = 0;

    (void)state;
    assert_int_equal(client_check(engine, &report, "en", "vi", "a", "b"),
                     BILINT_OK);
    assert_int_equal(bilint_report_packed(report, &data, &size), BILINT_OK);
    assert_int_equal(size, 32);
    assert_memory_equal(data, "BLR1\0\0\0\0", 8);
    bilint_report_free(report);
}

/* ---- written ------------------------------------------------------------ */

typedef struct taker {
    char text[4096];
    size_t size;
    int calls;
    int stop_at; /* 0: never */
} taker;

static int32_t BILINT_CALL take(void *context, const char *data, size_t size)
{
    taker *to = context;

    if (++to->calls == to->stop_at)
        return 1;
    assert_true(to->size + size < sizeof(to->text));
    memcpy(to->text + to->size, data, size);
    to->size += size;
    to->text[to->size] = '\0';
    return 0;
}

static void writes_json_lines_and_text(void **state)
{
    bilint_report *report = NULL;
    bilint_error err = BILINT_ERROR_INIT;
    static taker to;

    (void)state;
    assert_int_equal(bilint_check_document(engine, "d.xlf", document,
                                           strlen(document), &report, NULL),
                     BILINT_OK);
    assert_int_equal(bilint_report_write(report, "jsonl", BILINT_INFO, 0, take,
                                         &to, &err),
                     BILINT_OK);
    assert_non_null(strstr(to.text, "{\"rule\":\"number-mismatch\",\"code\":"
                                    "\"altered\",\"category\":\"number\","
                                    "\"severity\":\"error\",\"file\":"
                                    "\"d.xlf\",\"unit\":\"u1\",\"line\":2,"));
    assert_non_null(strstr(to.text,
                           "\"marks\":[{\"side\":\"source\",\"start\":5,"
                           "\"limit\":7,\"text\":\"12\",\"line\":2,"));
    assert_int_equal(to.text[to.size - 1], '\n');

    to = (taker){ .size = 0 };
    assert_int_equal(bilint_report_write(report, "text", BILINT_INFO, 0, take,
                                         &to, &err),
                     BILINT_OK);
    assert_memory_equal(to.text, "d.xlf:2:", 8);
    assert_non_null(strstr(to.text, "[number-mismatch]\n"));
    assert_null(strchr(to.text, '\033'));

    to = (taker){ .size = 0 };
    assert_int_equal(bilint_report_write(report, "text", BILINT_INFO,
                                         BILINT_WRITE_COLOUR, take, &to,
                                         &err),
                     BILINT_OK);
    assert_non_null(strchr(to.text, '\033'));
    bilint_report_free(report);
}

static void stops_when_the_writer_says_so(void **state)
{
    bilint_report *report = NULL;
    bilint_error err = BILINT_ERROR_INIT;
    static taker to = { .stop_at = 1 };

    (void)state;
    assert_int_equal(client_check(engine, &report, "en", "vi", "Page 1",
                                  "Trang 2"),
                     BILINT_OK);
    assert_int_equal(bilint_report_write(report, "jsonl", BILINT_INFO, 0, take,
                                         &to, &err),
                     BILINT_E_IO);
    assert_int_equal(err.status, BILINT_E_IO);
    assert_int_equal(to.calls, 1);
    to = (taker){ .stop_at = 0 };
    assert_int_equal(bilint_report_write(report, "xml", BILINT_INFO, 0, take,
                                         &to, &err),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_write(report, "jsonl", BILINT_OFF + 4, 0,
                                         take, &to, &err),
                     BILINT_OK);
    assert_int_equal(to.size, 0); /* nothing is that bad */
    bilint_report_free(report);
}

/* ---- a time budget ------------------------------------------------------ */

static uint32_t flags_of(const bilint_report *report)
{
    bilint_summary summary = { .struct_size = sizeof(summary) };

    assert_int_equal(bilint_report_summary(report, &summary), BILINT_OK);
    return summary.flags;
}

static void gives_up_when_the_time_is_over(void **state)
{
    enum { WORDS = 200000 };
    char *text = malloc(WORDS * 6 + 1);
    bilint_report *report = NULL;
    bilint_pair pair;
    char *lines;
    char *again;

    (void)state;
    assert_non_null(text);
    for (int i = 0; i < WORDS; i++)
        sprintf(text + i * 6, "w%04d ", i % 10000);
    pair = client_pair("en", "vi", text, text);
    pair.max_micros = 1;
    assert_int_equal(bilint_check_pair(engine, &pair, &report, NULL),
                     BILINT_OK);
    assert_int_equal(flags_of(report), BILINT_REPORT_INCOMPLETE);

    /* Time enough, or no limit: complete, and the same. */
    pair = client_pair("en", "vi", "Page 12", "Trang 21");
    pair.max_micros = UINT32_MAX;
    assert_int_equal(bilint_check_pair(engine, &pair, &report, NULL),
                     BILINT_OK);
    assert_int_equal(flags_of(report), 0);
    lines = client_lines(report);
    pair.max_micros = 0;
    assert_int_equal(bilint_check_pair(engine, &pair, &report, NULL),
                     BILINT_OK);
    again = client_lines(report);
    assert_string_equal(lines, again);
    assert_int_equal(bilint_report_count(report), 1);
    free(lines);
    free(again);
    free(text);
    bilint_report_free(report);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(says_the_same_when_used_again),
    cmocka_unit_test(moves_to_another_engine),
    cmocka_unit_test(is_empty_after_a_refused_argument),
    cmocka_unit_test(allocates_little_when_used_again),
    cmocka_unit_test(gives_findings_with_their_places),
    cmocka_unit_test(gives_what_was_found_before_a_break),
    cmocka_unit_test(prints_fingers_of_texts_not_of_places),
    cmocka_unit_test(prints_fingers_of_both_sides),
    cmocka_unit_test(packs_what_it_gives_one_by_one),
    cmocka_unit_test(packs_nothing),
    cmocka_unit_test(writes_json_lines_and_text),
    cmocka_unit_test(stops_when_the_writer_says_so),
    cmocka_unit_test(gives_up_when_the_time_is_over),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
