/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Documents that nobody wrote: codes in codes, groups in groups, attributes
 * and notes without end. They are checked in time, or refused with a place;
 * memory that they take ends with a limit.
 */
#include "api/client.h"
#include "pathological/grown.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECONDS = 5, K = 1000, M = 1000 * 1000 };

#define HEAD                                                                 \
    "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"" \
    "vi\"><body>\n"
#define TAIL "</body></file></xliff>\n"
#define HEAD_2                                                               \
    "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"" \
    " srcLang=\"en\" trgLang=\"vi\"><file id=\"f\">\n"
#define TAIL_2 "</file></xliff>\n"

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

/* Checks the document in time, and frees it; gives the findings. A refusal is
 * by a limit, and has its place. */
static uint32_t check_in(const char *name, grown document)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const double began = grown_clock();
    const bilint_status status = bilint_check_document(
        engine, "a.xlf", document.data, document.size, &report, &err);
    const double took = grown_clock() - began;
    const uint32_t found = bilint_report_count(report);

    print_message("%7.2f s %8.1f MB %7u findings  %s%s%s\n", took,
                  (double)document.size / 1e6, found, name,
                  status != BILINT_OK ? ": " : "",
                  status != BILINT_OK ? err.message : "");
    if (status != BILINT_OK && status != BILINT_E_LIMIT &&
        status != BILINT_E_FORMAT)
        fail_msg("%s: %s", name, err.message);
    if (status != BILINT_OK)
        assert_int_not_equal(err.line, 0);
    if (took > SECONDS * BILINT_PATIENCE)
        fail_msg("%s: %.1f seconds", name, took);
    bilint_report_free(report);
    free(document.data);
    return found;
}

static void begin_unit(grown *document, unsigned id)
{
    grow(document, "<trans-unit id=\"%u\"><source>", id);
}

static void between(grown *document)
{
    grow(document, "</source>\n<target>");
}

static void end_unit(grown *document)
{
    grow(document, "</target></trans-unit>\n");
}

/* ---- inline codes ------------------------------------------------------- */

static void add_nested(grown *document, size_t count, const char *name,
                       size_t skipped)
{
    for (size_t i = 0; i < count; i++)
        grow(document, "<%s id=\"%u\">", name, (unsigned)(i + skipped));
    grow(document, "7");
    for (size_t i = 0; i < count; i++)
        grow(document, "</%s>", name);
}

/* Units whose codes are nested that deep. */
static uint32_t nest_codes(const char *name, size_t units, size_t count)
{
    grown one = { NULL, 0, 0 };
    grown two = { NULL, 0, 0 };
    uint32_t found;

    grow(&one, HEAD);
    grow(&two, HEAD_2);
    for (size_t i = 0; i < units; i++) {
        begin_unit(&one, (unsigned)i);
        add_nested(&one, count, "g", 0);
        between(&one);
        add_nested(&one, count, "g", 1);
        end_unit(&one);
        grow(&two, "<unit id=\"%u\"><segment><source>", (unsigned)i);
        add_nested(&two, count, "pc", 0);
        grow(&two, "</source><target>");
        add_nested(&two, count, "pc", 1);
        grow(&two, "</target></segment></unit>");
    }
    grow(&one, TAIL);
    grow(&two, TAIL_2);
    found = check_in(name, one);
    assert_int_equal(check_in(name, two) > 0, found > 0);
    return found;
}

static void nests_codes(void **state)
{
    const size_t count = grown_count(10 * K);
    const size_t allowed = 200;

    (void)state;
    assert_true(nest_codes("nested codes", count / allowed + 1, allowed) > 0);
    assert_int_equal(nest_codes("codes nested too deep", 1, count), 0);
}

static void has_many_codes(void **state)
{
    const size_t count = grown_count(100 * K);

    (void)state;
    for (int kind = 0; kind < 3; kind++) {
        grown document = { NULL, 0, 0 };

        grow(&document, HEAD);
        begin_unit(&document, 1);
        for (size_t i = 0; i < count; i++)
            grow(&document, "<x id=\"%u\"/>", (unsigned)i);
        between(&document);
        /* In the other order; all others; all of one id. */
        for (size_t i = 0; i < count; i++)
            grow(&document, "<x id=\"%u\"/>",
                 (unsigned)(kind == 0   ? count - 1 - i
                            : kind == 1 ? count + i
                                        : 1));
        end_unit(&document);
        grow(&document, TAIL);
        check_in("many codes", document);
    }
}

/* ---- structure ---------------------------------------------------------- */

static void nests_groups(void **state)
{
    const size_t count = grown_count(100 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD);
    grow_by(&document, "<group>", count);
    begin_unit(&document, 1);
    grow(&document, "7 km");
    between(&document);
    grow(&document, "8 km");
    end_unit(&document);
    grow_by(&document, "</group>", count);
    grow(&document, TAIL);
    check_in("nested groups", document);
}

static void has_huge_attributes(void **state)
{
    static const char *const places[][2] = {
        { "<trans-unit id=\"", "\">" },
        { "<trans-unit id=\"1\" resname=\"", "\">" },
        { "<trans-unit id=\"1\" unknown=\"", "\">" },
        { "<trans-unit id=\"1\"><note from=\"", "\"/>" },
    };

    (void)state;
    for (size_t p = 0; p < sizeof(places) / sizeof(places[0]); p++) {
        grown document = { NULL, 0, 0 };

        grow(&document, HEAD "%s", places[p][0]);
        grow_by(&document, "attribute ", grown_count(M));
        grow(&document,
             "%s<source>7 km</source><target>8 km</target>"
             "</trans-unit>" TAIL,
             places[p][1]);
        check_in(places[p][0], document);
    }
}

static void has_many_attributes(void **state)
{
    const size_t count = grown_count(20 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD "<trans-unit id=\"1\"");
    for (size_t i = 0; i < count; i++)
        grow(&document, " a%u=\"\"", (unsigned)i);
    grow(&document, "><source>7 km</source><target>8 km</target>"
                    "</trans-unit>" TAIL);
    check_in("many attributes", document);
}

static void has_many_notes(void **state)
{
    const size_t count = grown_count(100 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD "<trans-unit id=\"1\"><source>7 km</source>"
                         "<target>8 km</target>");
    grow_by(&document, "<note>Mind the numbers.</note>", count);
    grow(&document, "<note>");
    grow_by(&document, "Mind ", count);
    grow(&document, "</note></trans-unit>" TAIL);
    assert_int_equal(check_in("notes", document), 1);
}

static void has_many_segments(void **state)
{
    const size_t count = grown_count(50 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD "<trans-unit id=\"1\"><source/><seg-source>");
    for (size_t i = 0; i < count; i++)
        grow(&document, "<mrk mtype=\"seg\" mid=\"%u\">%u km</mrk>",
             (unsigned)i, (unsigned)i);
    grow(&document, "</seg-source><target>");
    for (size_t i = 0; i < count; i++)
        grow(&document, "<mrk mtype=\"seg\" mid=\"%u\">%u km</mrk>",
             (unsigned)(count - 1 - i), (unsigned)(count - 1 - i));
    grow(&document, "</target></trans-unit>" TAIL);
    assert_int_equal(check_in("segments of one unit", document), 0);
}

static void has_many_units_alike(void **state)
{
    const size_t count = grown_count(100 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD);
    for (size_t i = 0; i < count; i++) {
        begin_unit(&document, (unsigned)i);
        grow(&document, "Open the file");
        between(&document);
        grow(&document, "Tệp số %u", (unsigned)i);
        end_unit(&document);
    }
    grow(&document, TAIL);
    check_in("one source, many targets", document);
}

/* Of one that little is known of: their number is looked at, and not how long
 * it takes to make the tables of each. */
static void has_many_languages(void **state)
{
    const size_t count = grown_count(3 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, "<xliff version=\"1.2\">");
    for (size_t i = 0; i < count; i++)
        grow(&document,
             "<file source-language=\"en\" target-language=\"mi-x-a%u\"><body>"
             "<trans-unit id=\"1\"><source>7 km</source><target>8 km</target>"
             "</trans-unit></body></file>\n",
             (unsigned)i);
    grow(&document, "</xliff>");
    check_in("languages", document);
}

/* ---- text --------------------------------------------------------------- */

static void has_text_in_pieces(void **state)
{
    static const char *const pieces[] = {
        "&#55;",     "&lt;", "<![CDATA[7]]>",       "7<!-- 8 -->",
        "7<?pi 8?>", "\n 7", "<ph id=\"1\">7</ph>",
    };

    (void)state;
    for (size_t p = 0; p < sizeof(pieces) / sizeof(pieces[0]); p++) {
        grown document = { NULL, 0, 0 };

        grow(&document, HEAD);
        begin_unit(&document, 1);
        grow_by(&document, pieces[p], grown_count(200 * K));
        between(&document);
        grow_by(&document, pieces[p], grown_count(200 * K));
        grow(&document, " 8");
        end_unit(&document);
        grow(&document, TAIL);
        check_in(pieces[p], document);
    }
}

/* Every segment has a finding in one line of the file: places are counted
 * from the one before, and not from the beginning of the line. */
static void is_one_line(void **state)
{
    const size_t count = grown_count(50 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD);
    for (size_t i = 0; i < count; i++)
        grow(&document,
             "<trans-unit id=\"%u\"><source>%u km</source><target>%u km"
             "</target></trans-unit>",
             (unsigned)i, (unsigned)i, (unsigned)i * 3 + 1);
    grow(&document, TAIL);
    assert_true(check_in("one line", document) >= count);
}

/* Faults of the format in one unit: each is looked for, and few are placed. */
static void breaks_its_format_often(void **state)
{
    static const char *const codes[] = {
        "<sc id=\"%u\"/>",
        "<ph id=\"1\"/><!-- %u -->",
        "<ph id=\"%u\" canReorder=\"no\" copyOf=\"x\" dataRef=\"y\"/>",
        "<ph id=\"c%u\" subFlows=\"a b c\"/>",
        "<ec startRef=\"%u\"/>",
    };

    (void)state;
    for (size_t c = 0; c < sizeof(codes) / sizeof(codes[0]); c++) {
        const size_t count = grown_count(100 * K);
        grown document = { NULL, 0, 0 };

        grow(&document, HEAD_2 "<unit id=\"u\"><segment><source>");
        for (size_t i = 0; i < count; i++)
            grow(&document, codes[c], (unsigned)i);
        grow(&document, "</source></segment></unit>" TAIL_2);
        assert_true(check_in(codes[c], document) > 0);
    }
}

/* Ids that do not count up, and each of them twice. */
static void has_every_id_twice(void **state)
{
    const size_t count = grown_count(300 * K);
    grown document = { NULL, 0, 0 };

    (void)state;
    grow(&document, HEAD);
    for (size_t i = 0; i < 2 * count; i++) {
        grow(&document, "<trans-unit id=\"%08xq\"><source>a</source>",
             (unsigned)(i % count * 2654435761u));
        grow(&document, "</trans-unit>\n");
    }
    grow(&document, TAIL);
    assert_true(check_in("every id twice", document) > 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(breaks_its_format_often),
    cmocka_unit_test(has_every_id_twice),
    cmocka_unit_test(nests_codes),
    cmocka_unit_test(has_many_codes),
    cmocka_unit_test(nests_groups),
    cmocka_unit_test(has_huge_attributes),
    cmocka_unit_test(has_many_attributes),
    cmocka_unit_test(has_many_notes),
    cmocka_unit_test(has_many_segments),
    cmocka_unit_test(has_many_units_alike),
    cmocka_unit_test(has_many_languages),
    cmocka_unit_test(has_text_in_pieces),
    cmocka_unit_test(is_one_line),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
