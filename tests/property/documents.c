/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of documents, over documents made by chance: how they are cut, encoded
 * and ordered, and in which version of XLIFF they are, changes places in the
 * file and nothing else.
 */
#include "api/client.h"
#include "property/made.h"
#include "property/rows.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNITS = 30, ROUNDS = 20 };

/* Rules that look at one segment at a time. */
#define RULES                                                              \
    "date-invalid date-mismatch name-altered name-diacritics "             \
    "name-substituted number-format number-mismatch placeholder-mismatch " \
    "target-empty target-same-as-source time-mismatch unit-mismatch "      \
    "whitespace-edge word-repeated"

static bilint_engine *engine;
static const made_language *language;
static made_text sources[UNITS];
static made_text targets[UNITS];

static int set_up(void **state)
{
    char *config = client_only(RULES, NULL);

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

/* Targets that have nothing to do with their sources: much to be found. */
static void make_texts(void)
{
    language = &made_languages[made_below((uint32_t)made_language_count)];
    for (int i = 0; i < UNITS; i++) {
        made_sentence(MADE_ENGLISH, made_below(4), &sources[i]);
        made_sentence(language, made_below(4), &targets[i]);
    }
}

static bilint_report *check(const void *data, size_t size)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;

    if (bilint_check_document(engine, "made.xlf", data, size, &report, &err) !=
        BILINT_OK)
        fail_msg("%u:%u: %s", (unsigned)err.line, (unsigned)err.column,
                 err.message);
    return report;
}

static char *rows_of_document(const void *data, size_t size, int what)
{
    bilint_report *report = check(data, size);
    char *rows = rows_of(report, what);

    bilint_report_free(report);
    return rows;
}

static void same(char *rows, const char *wanted, const char *how)
{
    if (strcmp(rows, wanted) != 0)
        fail_msg("%s:\n%s--- wanted\n%s", how, rows, wanted);
    free(rows);
}

/* The order of the units is the order of the findings, and what is found in
 * each does not depend on the others. */
static void is_the_union_of_its_segments(void **state)
{
    size_t order[UNITS];

    (void)state;
    made_begin();
    for (int round = 0; round < ROUNDS; round++) {
        char *document;
        char *wanted;

        make_texts();
        for (size_t i = 0; i < UNITS; i++)
            order[i] = i;
        document =
            made_document("1.2", language, sources, targets, order, UNITS);
        wanted = rows_of_document(document, strlen(document), ROWS_UNITS);
        assert_true(strlen(wanted) > UNITS);
        free(document);
        for (size_t i = UNITS - 1; i > 0; i--) {
            const size_t j = made_below((uint32_t)i + 1);
            const size_t kept = order[i];

            order[i] = order[j];
            order[j] = kept;
        }
        document =
            made_document("1.2", language, sources, targets, order, UNITS);
        same(rows_of_document(document, strlen(document), ROWS_UNITS), wanted,
             "shuffled");
        free(document);
        free(wanted);
    }
}

/* A pair checked by itself has the findings of its unit. */
static void is_the_union_of_its_pairs(void **state)
{
    bilint_report *report = NULL;

    (void)state;
    made_begin();
    for (int round = 0; round < ROUNDS; round++) {
        make_texts();
        for (size_t i = 0; i < UNITS; i++) {
            char *document = made_document("1.2", language, sources + i,
                                           targets + i, NULL, 1);
            char *wanted = rows_of_document(document, strlen(document), 0);

            assert_int_equal(client_check(engine, &report, "en", language->tag,
                                          sources[i].text, targets[i].text),
                             BILINT_OK);
            same(rows_of(report, 0), wanted, sources[i].text);
            free(document);
            free(wanted);
        }
    }
    bilint_report_free(report);
}

static void is_the_same_in_both_versions(void **state)
{
    (void)state;
    made_begin();
    for (int round = 0; round < ROUNDS; round++) {
        char *one;
        char *two;
        char *wanted;

        make_texts();
        one = made_document("1.2", language, sources, targets, NULL, UNITS);
        two = made_document("2.0", language, sources, targets, NULL, UNITS);
        wanted = rows_of_document(one, strlen(one), ROWS_UNITS);
        same(rows_of_document(two, strlen(two), ROWS_UNITS), wanted, "2.0");
        free(one);
        free(two);
        free(wanted);
    }
}

/* ---- pieces ------------------------------------------------------------- */

static char *in_pieces(const char *data, size_t size, size_t piece)
{
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;
    char *lines;

    assert_int_equal(bilint_stream_new(engine, "made.xlf", 0, &stream, NULL),
                     BILINT_OK);
    for (size_t at = 0; at < size; at += piece)
        assert_int_equal(
            bilint_stream_push(stream, data + at,
                               size - at < piece ? size - at : piece, NULL),
            BILINT_OK);
    assert_int_equal(bilint_stream_finish(stream, &report, NULL), BILINT_OK);
    bilint_stream_free(stream);
    lines = client_lines(report);
    bilint_report_free(report);
    return lines;
}

/* Bytes may come in pieces of any size: the same report to the byte. */
static void is_the_same_in_pieces(void **state)
{
    char *document;
    char *wanted;
    size_t size;

    (void)state;
    made_begin();
    make_texts();
    document = made_document("1.2", language, sources, targets, NULL, 6);
    size = strlen(document);
    wanted = client_document(engine, "made.xlf", document, size);
    assert_true(strlen(wanted) > 100);
    for (size_t piece = 1; piece <= size; piece++)
        same(in_pieces(document, size, piece), wanted, "in pieces");
    free(document);
    free(wanted);
}

/* ---- encodings ---------------------------------------------------------- */

static uint32_t decode(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    const int more = p[0] < 0x80 ? 0 : p[0] < 0xe0 ? 1 : p[0] < 0xf0 ? 2 : 3;
    uint32_t c = more == 0 ? p[0] : p[0] & (0x3fu >> more);

    for (int i = 1; i <= more; i++)
        c = (c << 6) | (p[i] & 0x3fu);
    *text += more + 1;
    return c;
}

static size_t put_unit(unsigned char *out, uint32_t unit, bool big)
{
    out[big ? 0 : 1] = (unsigned char)(unit >> 8);
    out[big ? 1 : 0] = (unsigned char)unit;
    return 2;
}

/* The document in UTF-16, for free(). */
static unsigned char *to_utf16(const char *text, bool big, bool mark,
                               size_t *size)
{
    unsigned char *out = malloc(2 * strlen(text) + 2);

    assert_non_null(out);
    *size = mark ? put_unit(out, 0xfeff, big) : 0;
    while (*text != '\0') {
        const uint32_t c = decode(&text);

        if (c > 0xffff)
            *size += put_unit(out + *size, 0xd7c0 + (c >> 10), big);
        *size +=
            put_unit(out + *size, c > 0xffff ? 0xdc00 + (c & 0x3ff) : c, big);
    }
    return out;
}

/* Where the offset of each finding points to in the file stands what is
 * marked: here, compared as UTF-16. */
static void points_into(const bilint_report *report, const unsigned char *data,
                        bool big)
{
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        bilint_finding f = { .struct_size = sizeof(f) };

        assert_int_equal(bilint_report_get(report, i, &f), BILINT_OK);
        for (uint32_t m = 0; m < f.mark_count; m++) {
            bilint_mark mark = { .struct_size = sizeof(mark) };
            unsigned char *wanted;
            size_t size;

            assert_int_equal(bilint_report_mark(report, i, m, &mark),
                             BILINT_OK);
            wanted = to_utf16(mark.text, big, false, &size);
            assert_memory_equal(data + mark.offset, wanted, size);
            free(wanted);
        }
    }
}

/* Lines and columns count code points, so that they are the same in every
 * encoding; offsets are those of its bytes. */
static void is_the_same_in_utf16(void **state)
{
    (void)state;
    made_begin();
    for (int round = 0; round < ROUNDS; round++) {
        char *document;
        char *declared;
        char *wanted;

        make_texts();
        document =
            made_document("2.0", language, sources, targets, NULL, UNITS);
        wanted = rows_of_document(document, strlen(document),
                                  ROWS_UNITS | ROWS_PLACES);
        declared = malloc(strlen(document) + 100);
        assert_non_null(declared);
        for (int form = 0; form < 4; form++) {
            const bool big = (form & 1) != 0;
            const bool mark = (form & 2) != 0;
            bilint_report *report;
            unsigned char *data;
            size_t size;

            /* Without a mark the declaration tells; in the line of the root,
             * so that lines stay as they are. */
            sprintf(declared, "<?xml version=\"1.0\" encoding=\"UTF-16\"?>%s",
                    document);
            data = to_utf16(mark ? document : declared, big, mark, &size);
            report = check(data, size);
            same(rows_of(report, ROWS_UNITS | ROWS_PLACES), wanted, "UTF-16");
            points_into(report, data, big);
            bilint_report_free(report);
            free(data);
        }
        free(declared);
        free(document);
        free(wanted);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(is_the_union_of_its_segments),
    cmocka_unit_test(is_the_union_of_its_pairs),
    cmocka_unit_test(is_the_same_in_both_versions),
    cmocka_unit_test(is_the_same_in_pieces),
    cmocka_unit_test(is_the_same_in_utf16),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
