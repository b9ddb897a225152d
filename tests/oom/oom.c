/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory that runs out at every place where it can. The host's allocator
 * fails the n-th request, once or from then on, for n = 1, 2, ... until a
 * run needs no more than that. Each run says E_MEMORY or succeeds; what it
 * says of the texts when it succeeds is what it always says; no block is
 * lost; and afterwards the engine is as good as before.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__GLIBC__)
#    include <execinfo.h>
#endif

/* ---- an allocator that fails -------------------------------------------- */

enum { FRAMES = 40 };

static struct failing {
    long left;    /* requests until the one that fails; 0: none fails */
    bool for_good; /* all behind it fail too */
    bool failed;  /* it was reached */
    long count;   /* of requests, ever */
    long blocks;
    void *frames[FRAMES]; /* where it was */
    int frame_count;
} memory;

static bool fails_now(void)
{
    memory.count++;
    if (memory.left == 0)
        return memory.failed && memory.for_good;
    if (--memory.left != 0)
        return false;
    memory.failed = true;
#if defined(__GLIBC__)
    memory.frame_count = backtrace(memory.frames, FRAMES);
#endif
    return true;
}

static void *BILINT_CALL resize(const bilint_host *host, void *block,
                                size_t size)
{
    void *made;

    (void)host;
    if (size == 0) {
        memory.blocks--;
        free(block);
        return NULL;
    }
    if (fails_now())
        return NULL;
    made = realloc(block, size);
    memory.blocks += made != NULL && block == NULL;
    return made;
}

static const bilint_host_alloc alloc = { sizeof(alloc), resize };

static int32_t BILINT_CALL submit(const bilint_host *host,
                                  void(BILINT_CALL *task)(void *argument),
                                  void *argument)
{
    (void)host;
    task(argument);
    return 0;
}

static const bilint_host_pool pool = { sizeof(pool), 2, submit };
static bool pooled;

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    (void)host;
    if (strcmp(id, BILINT_HOST_ALLOC) == 0)
        return &alloc;
    return pooled && strcmp(id, BILINT_HOST_POOL) == 0 ? &pool : NULL;
}

static const bilint_host host = { .struct_size = sizeof(host),
                                  .abi = BILINT_ABI,
                                  .get_interface = get_interface };

static void fail_at(long n, bool for_good)
{
    memory.left = n;
    memory.for_good = for_good;
    memory.failed = false;
}

static void fail_no_more(void)
{
    memory.left = 0;
    memory.for_good = false;
}

/* ---- what is run -------------------------------------------------------- */

static bilint_engine *engine; /* of most runs; stays from run to run */

static bilint_status make_engine(bilint_engine **made)
{
    /* Paths that are relative, and languages, words and rules; what is not in
     * UTF-8. */
    static const char config[] =
        "dictionaries: \"" BILINT_TREE "/dictionaries\"\n"
        "hunspell: \"" BILINT_TREE "/tests/api/hunspell:" BILINT_TREE
        "/tests/oom/hunspell\"\n"
        "terms:\n  - oom/terms.csv\n"
        "  - {path: oom/terms.csv, source-lang: en, target-lang: vi}\n"
        "  - {path: oom/terms.tab, source-lang: en, target-lang: vi}\n"
        "words: [Alpha, Bêta, \"two words\"]\n"
        "rules: {whitespace-edge: {level: error, spaces: yes}, custom/a: "
        "error}\n"
        "custom:\n"
        "  a: {source: 'p(a)id', target: 'tr$1', target-lang: [vi, de], "
        "message: 'x$1'}\n"
        "  b: {forbid: 'ch(o)', fix: '$1', unless: zz}\n"
        "  c: {same: '[0-9]+'}\n"
        "base: \"" BILINT_TREE "/tests\"\nsource-lang: en\n";

    return bilint_engine_new(BILINT_ABI, config, sizeof(config) - 1, &host,
                             made, NULL);
}

/* One run: its status; what it says goes to *said, for free(). A task may
 * leave things behind for its own next run; `last` takes them away. */
typedef bilint_status (*task)(char **said, bool last);

enum { EDGE = 200 };

typedef struct run {
    const char *name;
    task task;
    bool tolerant; /* of what is known to be wrong: what is said; never of
                      lost blocks */
    long step;     /* between the first and the last EDGE requests, where
                      one is like the other; 1: every one */
} run;

static bool is_expected(bilint_status status)
{
    return status == BILINT_OK || status == BILINT_E_MEMORY;
}

static void complain(const char *name, long n, const char *what)
{
    fprintf(stderr, "%s, request %ld: %s\n", name, n, what);
#if defined(__GLIBC__)
    fputs("the request that failed was made here:\n", stderr);
    fflush(stderr);
    backtrace_symbols_fd(memory.frames, memory.frame_count, 2);
#endif
}

/* Whether this was the last n: nothing failed any more. */
static bool run_once(const run *r, long n, bool for_good, const char *wanted,
                     int *wrong)
{
    const long before = memory.blocks;
    char *said = NULL;
    bilint_status status;
    bool reached;

    fail_at(n, for_good);
    status = r->task(&said, false);
    reached = memory.failed;
    fail_no_more();
    if (r->tolerant) {
        /* Not looked at. */
    } else if (!is_expected(status)) {
        complain(r->name, n, bilint_status_text(status));
        (*wrong)++;
    } else if (status == BILINT_OK && said != NULL &&
               strcmp(said, wanted) != 0) {
        complain(r->name, n, "success, but not what it always says:");
        fprintf(stderr, "%s", said);
        (*wrong)++;
    }
    free(said);
    /* As good as before. */
    said = NULL;
    status = r->task(&said, false);
    if (status != BILINT_OK || (!r->tolerant && strcmp(said, wanted) != 0)) {
        complain(r->name, n, "afterwards it is not as it was before");
        (*wrong)++;
    }
    free(said);
    r->task(NULL, true);
    if (memory.blocks != before) {
        complain(r->name, n, "blocks are lost");
        (*wrong)++;
        memory.blocks = before;
    }
    return !reached;
}

static void run_until_success(const run *r)
{
    char *wanted = NULL;
    int wrong = 0;
    long count = 0;
    long n = 0;

    /* Twice: what is made once is made. */
    for (int i = 0; i < 2; i++) {
        free(wanted);
        count = memory.count;
        assert_int_equal(r->task(&wanted, false), BILINT_OK);
        count = memory.count - count;
        r->task(NULL, true);
    }
    for (int for_good = 0; for_good <= 1; for_good++) {
        n = 1;
        while (!run_once(r, n, for_good != 0, wanted, &wrong))
            n += n > EDGE && n + r->step < count - EDGE ? r->step : 1;
    }
    print_message("%s: %ld requests\n", r->name, n - 1);
    free(wanted);
    assert_true(n > 1);
    assert_int_equal(wrong, 0);
}

/* ---- engines ------------------------------------------------------------ */

static bilint_status new_engine(char **said, bool last)
{
    bilint_engine *made = NULL;
    bilint_report *report = NULL;
    bilint_status status;

    if (last)
        return BILINT_OK;
    status = make_engine(&made);
    if (status != BILINT_OK) {
        bilint_engine_free(made);
        return made == NULL ? status : BILINT_E_ARGUMENT;
    }
    /* Whether it is whole: language data, terms, words, rules. */
    fail_no_more();
    assert_int_equal(client_check(made, &report, "en", "vi",
                                  " The Party has two million alpha dogs.",
                                  "Hội có ba triệu alpha chó. "),
                     BILINT_OK);
    *said = client_lines(report);
    bilint_report_free(report);
    bilint_engine_free(made);
    return status;
}

static void makes_engines(void **state)
{
    const run r = { "bilint_engine_new", new_engine, false, 1 };

    (void)state;
    run_until_success(&r);
}

/* Languages are made when they are first met, so each run has an engine of
 * its own. */
static bilint_status check_first(bilint_pair pair, char **said, bool last)
{
    static bilint_engine *fresh;
    bilint_report *report = NULL;
    bilint_status status;

    if (last) {
        bilint_engine_free(fresh);
        fresh = NULL;
        return BILINT_OK;
    }
    if (fresh == NULL) {
        const struct failing saved = memory;

        fail_no_more();
        assert_int_equal(make_engine(&fresh), BILINT_OK);
        memory.left = saved.left;
        memory.for_good = saved.for_good;
    }
    status = bilint_check_pair(fresh, &pair, &report, NULL);
    if (status == BILINT_OK) {
        const struct failing saved = memory;

        fail_no_more();
        *said = client_lines(report);
        memory.failed = saved.failed;
    }
    bilint_report_free(report);
    return status;
}

static bilint_status first_pair(char **said, bool last)
{
    return check_first(client_pair("en", "vi",
                                   " The Party has two million alpha dogs.",
                                   "Hội có ba triệu alpha chó. "),
                       said, last);
}

/* The dictionary is in ISO 8859-1. */
static bilint_status first_french(char **said, bool last)
{
    return check_first(client_pair("en", "fr",
                                   "The summer sun is too hot.",
                                   "Le soleil protège trop, mais l'ététe "
                                   "très chaud."),
                       said, last);
}

/* Thousands of requests are phrases of CLDR, one like the other. */
enum { PHRASES = BILINT_PATIENCE >= 10 ? 97 : 11 };

static void meets_languages(void **state)
{
    const run r = { "two languages", first_pair, false, PHRASES };
    const run old = { "an old encoding", first_french, false, PHRASES };

    (void)state;
    run_until_success(&r);
    run_until_success(&old);
}

/* ---- pairs -------------------------------------------------------------- */

static bilint_report *kept; /* used again from run to run */

static bilint_status check_kept(char **said, bool last)
{
    static const char source[] = "<1>The Party</1> paid 1,250.5 dollars on 3 "
                                 "May 2024 to Jane Smith <2/>of IBM.";
    static const char target[] = "<1>Hội</1> trả 1.350,5 đô la  ngày 4/5/2024 "
                                 "cho cho John Brown %s của IMB.";
    const bilint_code source_codes[] = {
        { sizeof(bilint_code), BILINT_CODE_OPEN, 0, 3, "1", "<b>" },
        { sizeof(bilint_code), BILINT_CODE_CLOSE, 12, 16, "1", "</b>" },
        { sizeof(bilint_code), BILINT_CODE_ISOLATED, 60, 64, "2", "<br>" },
    };
    const bilint_code target_codes[] = {
        { sizeof(bilint_code), BILINT_CODE_OPEN, 0, 3, NULL, NULL },
        { sizeof(bilint_code), BILINT_CODE_CLOSE, 8, 12, NULL, NULL },
    };
    bilint_pair pair = client_pair("en", "vi", source, target);
    bilint_status status;

    if (last) {
        bilint_report_free(kept);
        kept = NULL;
        return BILINT_OK;
    }
    pair.source_codes = source_codes;
    pair.target_codes = target_codes;
    pair.source_code_count = 3;
    pair.target_code_count = 2;
    status = bilint_check_pair(engine, &pair, &kept, NULL);
    if (status == BILINT_OK) {
        const bool failed = memory.failed;

        fail_no_more();
        *said = client_lines(kept);
        memory.failed = failed;
    }
    return status;
}

static void checks_pairs(void **state)
{
    const run r = { "bilint_check_pair", check_kept, false, 1 };

    (void)state;
    run_until_success(&r);
}

/* ---- documents ---------------------------------------------------------- */

static const char xliff_1[] =
    "<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n"
    "<!DOCTYPE xliff [<!ENTITY year \"2024\"><!ENTITY when \"in &year;\">]>\n"
    "<xliff version=\"1.2\" xmlns:sdl=\"urn:sdl\"><file original=\"a\" "
    "source-language=\"en\" target-language=\"vi\"><body>"
    "<group maxwidth=\"40\" size-unit=\"char\">\n"
    "<trans-unit id=\"1\" resname=\"k &amp; &when;\"><source>The Party has "
    "<bpt id=\"1\">&lt;b></bpt>12<ept id=\"1\">&lt;/b></ept> &amp; 13</source>"
    "<target>Hoi co 21 &amp; 13</target></trans-unit>\n"
    "<trans-unit id=\"2\"><source>One thing &when;. Two 34 things.</source>"
    "<seg-source><mrk mtype=\"seg\" mid=\"1\">One thing &when;.</mrk> <mrk "
    "mtype=\"seg\" mid=\"2\">Two 34 <x id=\"9\"/>things.</mrk></seg-source>"
    "<target><mrk mtype=\"seg\" mid=\"2\">Hai 43.</mrk><mrk mtype=\"seg\" "
    "mid=\"1\">Mot 2025.</mrk></target><note>Look</note><sdl:seg-defs>"
    "<sdl:seg id=\"1\" conf=\"Translated\"/></sdl:seg-defs></trans-unit>\n"
    "<trans-unit id=\"3\"><source>Open <ph id=\"1\">&lt;a title=\"<sub>Page 5"
    "</sub>\"></ph></source><target>Mo <ph id=\"1\">&lt;a title=\"<sub>Trang "
    "6</sub>\"></ph></target></trans-unit>\n"
    "<trans-unit id=\"4\"><source>One thing and 34 more</source><target>"
    "A</target></trans-unit><trans-unit id=\"5\"><source>One thing and 34 "
    "more</source><target>B 34</target></trans-unit>\n"
    "</group></body></file></xliff>\n";

static const char xliff_2[] =
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.1\" version=\"2.1\" "
    "srcLang=\"en\" trgLang=\"vi\" xmlns:val=\"urn:oasis:names:tc:xliff:"
    "validation:2.0\" xmlns:its=\"http://www.w3.org/2005/11/its\"><file "
    "id=\"f\"><val:validation><val:rule isPresent=\"Trang\" caseSensitive="
    "\"no\"/></val:validation><unit id=\"u\" its:allowedCharacters=\"[a-z]\">"
    "<notes><note id=\"n\">"
    "n</note></notes><originalData><data id=\"d1\">&lt;b></data><data "
    "id=\"d2\">&lt;/b><cp hex=\"0003\"/></data></originalData><segment "
    "id=\"s1\"><source>Page <pc id=\"1\" dataRefStart=\"d1\" dataRefEnd="
    "\"d2\">12</pc><ph id=\"2\" dataRef=\"d1\"/><ph id=\"5\" "
    "dataRef=\"d1\"/></source><target>Trang <pc "
    "id=\"1\" dataRefStart=\"d1\" dataRefEnd=\"d2\">21</pc></target></segment>"
    "<segment id=\"s2\"><source><mrk id=\"m\" translate=\"no\">Foo</mrk> 3"
    "</source><target>4 <ph id=\"2\" dataRef=\"d1\"/></target></segment>"
    "</unit><group id=\"x\"><unit id=\"u\"><segment id=\"x\"><source><ph "
    "id=\"x\" subFlows=\"v w\"/><mrk id=\"y\" type=\"comment\" ref=\"#n=1\"/>"
    "</source><target order=\"2\"><ec startRef=\"1\"/></target></segment>"
    "</unit></group></file></xliff>";

/* Limits of each scope, codes that moved, and what counts as done. */
static const char limited[] =
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" "
    "xmlns:slr=\"urn:oasis:names:tc:xliff:sizerestriction:2.0\" "
    "srcLang=\"en\" trgLang=\"vi\"><file id=\"f\" "
    "slr:storageRestriction=\"9\"><slr:profiles generalProfile="
    "\"xliff:codepoints\" storageProfile=\"xliff:utf8\">"
    "<slr:normalization general=\"nfc\" storage=\"nfd\"/></slr:profiles>"
    "<group id=\"g\" slr:sizeRestriction=\"4\"><unit id=\"u\" "
    "slr:sizeRestriction=\"8\"><segment state=\"final\"><source>Press <pc "
    "id=\"1\">here</pc> and <pc id=\"2\">there</pc></source><target>Nhấn "
    "<pc id=\"2\" slr:sizeRestriction=\"1\">kia</pc> và đây<pc id=\"1\"/> "
    "<sm id=\"3\" slr:sizeRestriction=\"1\"/>nữa<em startRef=\"3\"/>"
    "</target></segment></unit><unit id=\"v\"><segment><source>On<ph "
    "id=\"1\" canReorder=\"firstNo\"/><ph id=\"2\" canReorder=\"no\"/> "
    "<sc id=\"3\"/>it<ec startRef=\"3\"/></source><target><ec "
    "startRef=\"3\"/>Trên<ph id=\"2\"/><ph id=\"1\"/> <sc id=\"3\"/>nó<ph "
    "id=\"4\" copyOf=\"1\"/></target></segment></unit></group>"
    "<unit id=\"w\"><segment state=\"final\"><source>Off it</source>"
    "</segment></unit></file></xliff>";

static bilint_status check_text(const char *text, size_t size, char **said)
{
    bilint_report *report = NULL;
    const bilint_status status =
        bilint_check_document(engine, "d.en-vi.xlf", text, size, &report,
                              NULL);

    if (status == BILINT_OK) {
        const bool failed = memory.failed;

        fail_no_more();
        *said = client_lines(report);
        memory.failed = failed;
    }
    bilint_report_free(report);
    return status;
}

static bilint_status check_xliff_1(char **said, bool last)
{
    return last ? BILINT_OK : check_text(xliff_1, sizeof(xliff_1) - 1, said);
}

static bilint_status check_xliff_2(char **said, bool last)
{
    return last ? BILINT_OK : check_text(xliff_2, sizeof(xliff_2) - 1, said);
}

static bilint_status check_limited(char **said, bool last)
{
    return last ? BILINT_OK : check_text(limited, sizeof(limited) - 1, said);
}

/* More than one batch, so that the next one is begun; and sources that stand
 * there twice, with targets of their own, whose texts are kept for the end. */
static bilint_status check_long(char **said, bool last)
{
    static char text[60000];
    static size_t size;

    if (last)
        return BILINT_OK;
    if (size == 0) {
        size = (size_t)sprintf(text, "<xliff version=\"1.2\"><file "
                                     "source-language=\"en\"><body>");
        for (int i = 0; i < 300; i++)
            size += (size_t)sprintf(text + size,
                                    "<trans-unit id=\"%d\"><source>Page %d</"
                                    "source><target xml:lang=\"vi\">%s %d<"
                                    "/target></trans-unit>",
                                    i, i % 150 + 20, i < 150 ? "Trang" : "Tờ",
                                    i % 150 + 20 + (i % 60 == 0));
        size += (size_t)sprintf(text + size, "</body></file></xliff>");
    }
    return check_text(text, size, said);
}

static bilint_status push_stream(char **said, bool last)
{
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;
    bilint_status status;

    if (last)
        return BILINT_OK;
    status = bilint_stream_new(engine, "d.xlf", 0, &stream, NULL);
    for (size_t at = 0; at < sizeof(xliff_2) - 1 && status == BILINT_OK;
         at += 50)
        status = bilint_stream_push(stream, xliff_2 + at,
                                    sizeof(xliff_2) - 1 - at < 50
                                        ? sizeof(xliff_2) - 1 - at
                                        : 50,
                                    NULL);
    if (status == BILINT_OK)
        status = bilint_stream_finish(stream, &report, NULL);
    if (status == BILINT_OK) {
        const bool failed = memory.failed;

        fail_no_more();
        *said = client_lines(report);
        memory.failed = failed;
    }
    bilint_report_free(report);
    bilint_stream_free(stream);
    return status;
}

static void checks_documents(void **state)
{
    const run one = { "XLIFF 1", check_xliff_1, true, 1 };
    const run two = { "XLIFF 2", check_xliff_2, true, 1 };
    const run three = { "limits", check_limited, true, 1 };
    const run in_pieces = { "bilint_stream_push", push_stream, true, 1 };

    (void)state;
    run_until_success(&one);
    run_until_success(&two);
    run_until_success(&three);
    run_until_success(&in_pieces);
}

/* use() of input.c: without memory, the encoding is "unknown". on_entity():
 * without memory there are "too many entities". flatten(): without memory an
 * entity is shorter. end_native(): lack of memory is forgotten. */
static void checks_xliff_1_to_the_end(void **state)
{
    const run r = { "XLIFF 1", check_xliff_1, false, 1 };

    (void)state;
    run_until_success(&r);
}

/* bl_unit_data_end(): lack of memory is forgotten. */
static void checks_xliff_2_to_the_end(void **state)
{
    const run r = { "XLIFF 2", check_xliff_2, false, 1 };

    (void)state;
    run_until_success(&r);
}

/* ---- projects ----------------------------------------------------------- */

/* The same source in two documents, and twice in one of them. */
static bilint_status join_document(bilint_project *project, uint32_t index)
{
    static const char *const texts[] = {
        "<xliff version=\"1.2\"><file source-language=\"en\" "
        "target-language=\"vi\"><body><trans-unit id=\"1\"><source>Save all "
        "the files</source><target>A</target></trans-unit></body></file>"
        "</xliff>",
        "<xliff version=\"1.2\"><file source-language=\"en\" "
        "target-language=\"vi\"><body><trans-unit id=\"1\"><source>Save all "
        "the files</source><target>B</target></trans-unit><trans-unit "
        "id=\"2\"><source>Save all the files</source><target>C</target>"
        "</trans-unit></body></file></xliff>",
    };
    bilint_stream *stream = NULL;
    bilint_report *report = NULL;
    bilint_status status =
        bilint_stream_new(engine, "d.xlf", 0, &stream, NULL);

    if (status == BILINT_OK)
        status = bilint_stream_join(stream, project, index, NULL);
    if (status == BILINT_OK)
        status = bilint_stream_push(stream, texts[index],
                                    strlen(texts[index]), NULL);
    if (status == BILINT_OK)
        status = bilint_stream_finish(stream, &report, NULL);
    bilint_report_free(report);
    bilint_stream_free(stream);
    return status;
}

static bilint_status finish_project(char **said, bool last)
{
    bilint_project *project = NULL;
    bilint_report *report = NULL;
    bilint_status status;

    if (last)
        return BILINT_OK;
    status = bilint_project_new(engine, 2, &project, NULL);
    for (uint32_t i = 0; i < 2 && status == BILINT_OK; i++)
        status = join_document(project, i);
    if (status == BILINT_OK)
        status = bilint_project_finish(project, &report, NULL);
    if (status == BILINT_OK) {
        const bool failed = memory.failed;

        fail_no_more();
        *said = client_lines(report);
        memory.failed = failed;
    }
    bilint_report_free(report);
    bilint_project_free(project);
    return status;
}

static void compares_documents(void **state)
{
    const run r = { "bilint_project_finish", finish_project, false, 1 };

    (void)state;
    run_until_success(&r);
}

static void checks_several_batches(void **state)
{
    const run r = { "300 units", check_long, false, 1 };

    (void)state;
    run_until_success(&r);
    pooled = true;
    bilint_engine_free(engine);
    assert_int_equal(make_engine(&engine), BILINT_OK);
    run_until_success(&r);
}

/* ---- reports ------------------------------------------------------------ */

static bilint_status write_and_pack(char **said, bool last)
{
    const void *data = NULL;
    size_t size = 0;
    bilint_status status;

    if (last) {
        check_kept(NULL, true);
        return BILINT_OK;
    }
    if (kept == NULL) {
        const struct failing saved = memory;
        char *lines = NULL;

        fail_no_more();
        assert_int_equal(check_kept(&lines, false), BILINT_OK);
        free(lines);
        memory.left = saved.left;
        memory.for_good = saved.for_good;
    }
    *said = client_lines(kept);
    if (strstr(*said, "cannot be written") != NULL) {
        free(*said);
        *said = NULL;
        return BILINT_E_MEMORY;
    }
    status = bilint_report_packed(kept, &data, &size);
    return status;
}

static void writes_reports(void **state)
{
    const run r = { "bilint_report_write and _packed", write_and_pack, false,
                    1 };

    (void)state;
    run_until_success(&r);
}

/* ---- the program -------------------------------------------------------- */

static int set_up(void **state)
{
    (void)state;
    return make_engine(&engine) == BILINT_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    bilint_engine_free(engine);
    return memory.blocks == 0 ? 0 : -1;
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(makes_engines),
    cmocka_unit_test(meets_languages),
    cmocka_unit_test(checks_pairs),
    cmocka_unit_test(checks_documents),
    cmocka_unit_test(checks_xliff_1_to_the_end),
    cmocka_unit_test(checks_xliff_2_to_the_end),
    cmocka_unit_test(compares_documents),
    cmocka_unit_test(checks_several_batches),
    cmocka_unit_test(writes_reports),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
