/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs that nobody translates: a hundred thousand numbers, a million digits,
 * marks without letters. Each is checked with all rules, with a limit of time
 * that ordinary work never comes near.
 */
#include "api/client.h"
#include "pathological/grown.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECONDS = 5, K = 1000, M = 1000 * 1000 };

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

/* Checks the pair in time, and frees the texts. */
static uint32_t check_in(const char *name, const char *target_lang,
                         grown source, grown target)
{
    bilint_pair pair = client_pair("en", target_lang, source.data, target.data);
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;
    const double began = grown_clock();
    uint32_t found;
    double took;

    pair.source_size = source.size;
    pair.target_size = target.size;
    if (bilint_check_pair(engine, &pair, &report, &err) != BILINT_OK)
        fail_msg("%s: %s", name, err.message);
    took = grown_clock() - began;
    found = bilint_report_count(report);
    print_message("%7.2f s %8.1f MB %7u findings  %s, %s\n", took,
                  (double)(source.size + target.size) / 1e6, found, name,
                  target_lang);
    bilint_report_free(report);
    free(source.data);
    free(target.data);
    if (took > SECONDS * BILINT_PATIENCE)
        fail_msg("%s, %s: %.1f seconds", name, target_lang, took);
    return found;
}

/* ---- the same piece again and again ------------------------------------- */

static const struct {
    const char *name;
    const char *source;
    const char *target;
    size_t count;
} repeated[] = {
    { "tokens", "and ", "và ", M },
    { "words of 50 MB", "harbour boats ", "thuyền bến ", 2 * M },
    { "digits", "7", "7", M },
    { "digits and others", "7", "8", M },
    { "groups of digits", "123,", "123.", 300 * K },
    { "signs of others", "1.5 ", "1,5 ", 50 * K },
    { "full stops and digits", "1.", "1.", 300 * K },
    { "digits of others", "\u0967", "\u0661", 300 * K },
    { "combining marks", "\u0301", "\u0301", M },
    { "marks on letters", "e\u0301\u0302", "e\u0302\u0301", 300 * K },
    { "joiners", "\u200d", "\u200d", M },
    { "spaces", " ", "\u00a0", M },
    { "spaces and tabs", " \t", "\n ", M },
    { "percent signs", "%", "%", M },
    { "conversions", "%1$s ", "%2$s ", 100 * K },
    { "braces", "{", "}", M },
    { "nested braces", "{a{", "}b}", 300 * K },
    { "brackets and quotes", "(\"'[", "]'\")", 300 * K },
    { "a URL", "https://a.b/?c=%20&", "https://a.b/?c=%21&", 50 * K },
    { "URLs", "https://a.b/c ", "https://a.b/d ", 50 * K },
    { "addresses", "a@b.c ", "a@b.d ", 50 * K },
    { "at signs", "@", "@", M },
    { "hyphens", "a-", "a-", 500 * K },
    { "slashes and colons", "1:2/3", "1/2:3", 200 * K },
    { "months", "May ", "tháng ", 200 * K },
    { "dates", "8 May 2024, ", "9/5/2024, ", 50 * K },
    { "times", "8:30 ", "8 giờ 31 ", 50 * K },
    { "number words", "two hundred ", "hai trăm ", 100 * K },
    { "one number word", "hundred thousand million ", "trăm ngàn triệu ",
      100 * K },
    { "capitals", "To Lam ", "Nguyen Van ", 100 * K },
    { "a long name", "Anna ", "Maria ", 200 * K },
    { "titles", "President ", "Chủ tịch ", 100 * K },
    { "one word", "a", "b", M },
    { "one word of others", "漢", "字", 300 * K },
    { "misspellings", "xqzt ", "xqzw ", 100 * K },
    { "roman numbers", "MDCLXVI ", "IVXLCDM ", 100 * K },
    { "emoji", "\U0001F469\u200d\U0001F680", "\U0001F468\u200d\U0001F680",
      100 * K },
    { "Thai", "\u0e17\u0e48\u0e32\u0e40\u0e23\u0e37\u0e2d", "\u0e21\u0e32",
      100 * K },
    { "right to left", "\u05d0\u05d1 ", "\u0661\u0662 ", 200 * K },
    { "soft hyphens", "a\u00ad", "\u00adb", 300 * K },
};

static void repeats(void **state)
{
    static const char *const tags[] = { "vi", "ja", "th", "ar", "tr" };

    (void)state;
    for (size_t i = 0; i < sizeof(repeated) / sizeof(repeated[0]); i++) {
        for (size_t t = 0; t < sizeof(tags) / sizeof(tags[0]); t++) {
            /* Large ones in two languages. */
            const size_t count = repeated[i].count;
            grown source = { NULL, 0, 0 };
            grown target = { NULL, 0, 0 };

            if (t > 1 && count > 300 * K)
                continue;
            grow_by(&source, repeated[i].source, grown_count(count));
            grow_by(&target, repeated[i].target, grown_count(count));
            check_in(repeated[i].name, tags[t], source, target);
        }
    }
}

/* ---- many different ones ------------------------------------------------ */

/* The same, in the other direction, all of them others. */
static void compares_many_numbers(void **state)
{
    const size_t count = grown_count(100 * K);

    (void)state;
    for (int kind = 0; kind < 3; kind++) {
        grown source = { NULL, 0, 0 };
        grown target = { NULL, 0, 0 };
        uint32_t found;

        for (size_t i = 0; i < count; i++) {
            const size_t other = kind == 1 ? count - 1 - i : i;

            grow(&source, "%u km ", (unsigned)(1000 + i * 7));
            grow(&target, "%u km ",
                 (unsigned)(1000 + other * 7 + (kind == 2 ? 3 : 0)));
        }
        found = check_in("numbers", "vi", source, target);
        /* No more than is for one rule to say; of what is equal, that it
         * repeats the source. */
        assert_int_equal(found > 1, kind == 2);
    }
}

static void compares_many_dates_and_names(void **state)
{
    const size_t count = grown_count(20 * K);
    static const char *const forms[][2] = {
        { "%u May %u, ", "ngày %u tháng 6 năm %u, " },
        { "at %u:%u ", "lúc %u giờ %u " },
        { "Mr A%ub C%ud ", "ông A%ub D%ue " },
        { "{%u} %%%u$s ", "%%%u$s {%u} " },
        { "a%ub%u ", "c%ud%u " },
    };

    (void)state;
    for (size_t f = 0; f < sizeof(forms) / sizeof(forms[0]); f++) {
        grown source = { NULL, 0, 0 };
        grown target = { NULL, 0, 0 };

        for (size_t i = 0; i < count; i++) {
            char piece[2][80];

            for (int side = 0; side < 2; side++) {
                const unsigned a = (unsigned)(i % 12 + 1);
                const unsigned b = (unsigned)(f == 1 ? i % 60 : 1000 + i);

                /* The forms are the constants above. */
#if defined(__GNUC__)
#    pragma GCC diagnostic push
#    pragma GCC diagnostic ignored "-Wformat-nonliteral"
#endif
                snprintf(piece[side], sizeof(piece[side]), forms[f][side],
                         f == 4 ? b : a, b);
#if defined(__GNUC__)
#    pragma GCC diagnostic pop
#endif
            }
            grow(&source, "%s", piece[0]);
            grow(&target, "%s", piece[1]);
        }
        check_in(forms[f][0], "vi", source, target);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(repeats),
    cmocka_unit_test(compares_many_numbers),
    cmocka_unit_test(compares_many_dates_and_names),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
