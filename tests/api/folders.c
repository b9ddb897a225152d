/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where relative paths of a configuration start: each YAML document may name
 * a folder, and what it leaves unsaid another one says. And when the files
 * are read.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEAR "base: \"" BILINT_TREE "/tests/api/folders/near\"\n"
#define FAR  "base: \"" BILINT_TREE "/tests/api/folders/far\"\n"
#define LIST "terms: [terms.csv]\n"

/* Which of the two terms, "lamp" of near and "hose" of far, are known. */
static void knows(const char *config, bool lamp, bool hose)
{
    bilint_engine *engine = client_engine(config, NULL);
    bilint_report *report = NULL;
    char *lines;

    assert_non_null(engine);
    assert_int_equal(client_check(engine, &report, "en", "de",
                                  "A lamp and a hose.", "Etwas anderes."),
                     BILINT_OK);
    lines = client_lines(report);
    assert_int_equal(strstr(lines, "Leuchte") != NULL, lamp);
    assert_int_equal(strstr(lines, "Schlauch") != NULL, hose);
    free(lines);
    bilint_report_free(report);
    bilint_engine_free(engine);
}

static void starts_at_the_folder_of_its_document(void **state)
{
    (void)state;
    knows(NEAR LIST "---\n" FAR LIST, true, true);
    knows(NEAR LIST "---\n" FAR, true, false);
    knows(NEAR "---\n" FAR LIST, false, true);
}

/* bilint check says where bilint.yml is in a document behind it; a host may
 * add a document without a folder. */
static void starts_at_the_nearest_folder_named(void **state)
{
    (void)state;
    knows(LIST "---\n" FAR "---\n" NEAR, false, true);
    knows(NEAR "---\n" LIST "---\n" FAR, false, true);
    knows(NEAR "---\n" FAR "---\n" LIST, false, true);
    knows(NEAR "---\n" LIST "---\nfail-on: never\n", true, false);
}

static void copy(const char *from, const char *folder, const char *name)
{
    char path[512];
    size_t size;
    char *text = client_read(from, &size);
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    file = fopen(path, "wb");
    assert_non_null(text);
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    free(text);
}

static void drop(const char *folder, const char *name)
{
    char path[512];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    assert_int_equal(remove(path), 0);
}

/* Nothing is left to be read when the first pair is checked: the files of a
 * prepared language may be gone. */
static void reads_what_it_prepares(void **state)
{
    static const char dictionary[] = BILINT_TREE "/tests/api/hunspell/de_DE";
    char folder[] = "/tmp/bilint-folders-XXXXXX";
    char config[256];
    bilint_engine *engine;
    bilint_report *report = NULL;

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (int i = 0; i < 2; i++) {
        char from[512];

        snprintf(from, sizeof(from), "%s.%s", dictionary,
                 i == 0 ? "aff" : "dic");
        copy(from, folder, i == 0 ? "de_DE.aff" : "de_DE.dic");
    }
    snprintf(config, sizeof(config),
             "hunspell: %s\nrules: { spelling: error }\n", folder);
    engine = client_engine(config, NULL);
    assert_non_null(engine);
    assert_int_equal(bilint_engine_prepare(engine, "en", "de-DE", NULL),
                     BILINT_OK);
    drop(folder, "de_DE.aff");
    drop(folder, "de_DE.dic");
    assert_int_equal(remove(folder), 0);
    assert_int_equal(client_check(engine, &report, "en", "de-DE",
                                  "Paid on time", "Es ist bezahlt"),
                     BILINT_OK);
    assert_int_equal(bilint_report_count(report), 1);
    bilint_report_free(report);
    bilint_engine_free(engine);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_what_it_prepares),
    cmocka_unit_test(starts_at_the_folder_of_its_document),
    cmocka_unit_test(starts_at_the_nearest_folder_named),
};

SUITE(tests)
