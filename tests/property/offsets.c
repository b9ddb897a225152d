/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of offsets: the same findings in bytes, in UTF-16 units and in code
 * points, and each can be had from the others. No mark cuts a character.
 */
#include "api/client.h"
#include "property/made.h"

#include "suite.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 1500, UNIT_COUNT = 3 };

static const char *const unit_names[UNIT_COUNT] = { "utf-8", "utf-16",
                                                    "code-points" };
static bilint_engine *engines[UNIT_COUNT];

static int set_up(void **state)
{
    (void)state;
    for (int i = 0; i < UNIT_COUNT; i++) {
        char more[64];

        snprintf(more, sizeof(more),
                 "rules: { spelling: off }\n---\n"
                 "offsets: %s\n",
                 unit_names[i]);
        engines[i] = client_engine(more, NULL);
        if (engines[i] == NULL)
            return -1;
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (int i = 0; i < UNIT_COUNT; i++)
        bilint_engine_free(engines[i]);
    return 0;
}

/* How many units the first `bytes` bytes are. */
static uint32_t count(const char *text, uint32_t bytes, int unit)
{
    uint32_t units = 0;

    for (uint32_t i = 0; i < bytes; i++) {
        const unsigned char c = (unsigned char)text[i];

        if (unit == 0)
            units++;
        else if ((c & 0xc0) != 0x80)
            units += unit == 1 && c >= 0xf0 ? 2 : 1;
    }
    return units;
}

/* Whether a character begins there, or the text ends. */
static bool is_boundary(const char *text, uint32_t at)
{
    return ((unsigned char)text[at] & 0xc0) != 0x80;
}

static void compare_marks(bilint_report *const *reports, uint32_t index,
                          uint32_t mark, const made_text *texts)
{
    bilint_mark bytes = { .struct_size = sizeof(bytes) };

    assert_int_equal(bilint_report_mark(reports[0], index, mark, &bytes),
                     BILINT_OK);
    assert_true(is_boundary(texts[bytes.side].text, bytes.start));
    assert_true(is_boundary(texts[bytes.side].text, bytes.limit));
    for (int unit = 1; unit < UNIT_COUNT; unit++) {
        bilint_mark other = { .struct_size = sizeof(other) };
        const char *text = texts[bytes.side].text;

        assert_int_equal(bilint_report_mark(reports[unit], index, mark, &other),
                         BILINT_OK);
        assert_int_equal(other.side, bytes.side);
        assert_int_equal(other.start, count(text, bytes.start, unit));
        assert_int_equal(other.limit, count(text, bytes.limit, unit));
        assert_string_equal(other.text, bytes.text);
    }
}

static void compare_findings(bilint_report *const *reports,
                             const made_text *texts)
{
    for (uint32_t i = 0; i < bilint_report_count(reports[0]); i++) {
        bilint_finding bytes = { .struct_size = sizeof(bytes) };

        assert_int_equal(bilint_report_get(reports[0], i, &bytes), BILINT_OK);
        for (int unit = 1; unit < UNIT_COUNT; unit++) {
            bilint_finding other = { .struct_size = sizeof(other) };
            const char *text = texts[bytes.fix_side].text;

            assert_int_equal(bilint_report_get(reports[unit], i, &other),
                             BILINT_OK);
            assert_string_equal(other.message, bytes.message);
            assert_int_equal(other.mark_count, bytes.mark_count);
            assert_int_equal(other.fix != NULL, bytes.fix != NULL);
            if (bytes.fix == NULL)
                continue;
            assert_true(is_boundary(text, bytes.fix_start));
            assert_true(is_boundary(text, bytes.fix_limit));
            assert_int_equal(other.fix_start,
                             count(text, bytes.fix_start, unit));
            assert_int_equal(other.fix_limit,
                             count(text, bytes.fix_limit, unit));
        }
        for (uint32_t m = 0; m < bytes.mark_count; m++)
            compare_marks(reports, i, m, texts);
    }
}

static void are_the_same_in_every_unit(void **state)
{
    bilint_report *reports[UNIT_COUNT] = { NULL, NULL, NULL };
    made_text texts[2];
    unsigned found = 0;

    (void)state;
    made_begin();
    for (int round = 0; round < ROUNDS; round++) {
        const made_language *language =
            &made_languages[made_below((uint32_t)made_language_count)];

        made_sentence(MADE_ENGLISH, made_below(5), &texts[BILINT_SOURCE]);
        made_sentence(language, made_below(5), &texts[BILINT_TARGET]);
        /* Characters of four bytes, which are two units of UTF-16. */
        for (int side = 0; side < 2; side++) {
            texts[side].pieces[0] = "\U0001F600\U00020BB7";
            made_join(&texts[side]);
        }
        for (int unit = 0; unit < UNIT_COUNT; unit++) {
            assert_int_equal(client_check(engines[unit], &reports[unit], "en",
                                          language->tag,
                                          texts[BILINT_SOURCE].text,
                                          texts[BILINT_TARGET].text),
                             BILINT_OK);
            assert_int_equal(bilint_report_count(reports[unit]),
                             bilint_report_count(reports[0]));
        }
        found += bilint_report_count(reports[0]);
        compare_findings(reports, texts);
    }
    assert_true(found > ROUNDS);
    for (int unit = 0; unit < UNIT_COUNT; unit++)
        bilint_report_free(reports[unit]);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(are_the_same_in_every_unit),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
