/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of the two sides of a pair, over texts made by chance: a text agrees
 * with itself, and what the source has too much the target has too little.
 */
#include "api/client.h"
#include "property/made.h"
#include "property/rows.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 4000 };

static bilint_engine *new_engine(const char *rules)
{
    char *config = client_only(rules, NULL);
    bilint_engine *engine = client_engine(config, NULL);

    free(config);
    assert_non_null(engine);
    return engine;
}

static char *check(bilint_engine *engine, bilint_report **report,
                   const char *tag, const char *source, const char *target,
                   int what)
{
    assert_int_equal(client_check(engine, report, tag, tag, source, target),
                     BILINT_OK);
    return rows_of(*report, what);
}

/* Every rule that compares says nothing of a text beside itself. */
static void agrees_with_itself(void **state)
{
    bilint_engine *engine = new_engine(
        "code-extra code-missing date-mismatch name-altered name-diacritics "
        "name-substituted number-mismatch placeholder-mismatch time-mismatch "
        "unit-mismatch whitespace-edge word-repeated");
    bilint_report *report = NULL;
    made_text text;

    (void)state;
    made_begin();
    for (int i = 0; i < ROUNDS; i++) {
        const made_language *language =
            &made_languages[made_below((uint32_t)made_language_count)];
        char *rows;

        made_sentence(language, made_below(7), &text);
        rows = check(engine, &report, language->tag, text.text, text.text, 0);
        if (rows[0] != '\0')
            fail_msg("%s: %s\n%s", language->tag, text.text, rows);
        free(rows);
    }
    bilint_report_free(report);
    bilint_engine_free(engine);
}

/* Swapping the sides swaps missing and extra, and nothing else. */
static void swaps_with_its_sides(void **state)
{
    bilint_engine *engine =
        new_engine("date-mismatch number-mismatch placeholder-mismatch "
                   "time-mismatch unit-mismatch");
    bilint_report *report = NULL;
    made_text a;
    made_text b;
    unsigned found = 0;

    (void)state;
    made_begin();
    for (int i = 0; i < ROUNDS; i++) {
        char *rows;
        char *swapped;

        made_sentence(MADE_ENGLISH, 1 + made_below(5), &a);
        b = a;
        made_change(MADE_ENGLISH, &b);
        rows = check(engine, &report, "en", a.text, b.text, ROWS_ALTERED);
        swapped = check(engine, &report, "en", b.text, a.text,
                        ROWS_ALTERED | ROWS_SWAPPED);
        if (strcmp(rows, swapped) != 0)
            fail_msg("%s\n%s\n%s--- swapped\n%s", a.text, b.text, rows,
                     swapped);
        found += rows[0] != '\0';
        free(rows);
        free(swapped);
    }
    assert_true(found > ROUNDS / 3);
    bilint_report_free(report);
    bilint_engine_free(engine);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(agrees_with_itself),
    cmocka_unit_test(swaps_with_its_sides),
};

SUITE(tests)
