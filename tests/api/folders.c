/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where relative paths of a configuration start: each YAML document may name
 * a folder, and what it leaves unsaid another one says.
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

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(starts_at_the_folder_of_its_document),
    cmocka_unit_test(starts_at_the_nearest_folder_named),
};

SUITE(tests)
