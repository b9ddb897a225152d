/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a guest in another process must not do: print, change the locale, or
 * depend on the one that the host has set. Everything is done once in the
 * locale C, once in one where I and i are no pair, and once in one where
 * numbers have a decimal comma; standard output and standard error go to
 * files meanwhile, which stay empty.
 */
#include "api/client.h"

#include "suite.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const char broken[] = "<xliff version=\"1.2\"><file><body><x></body>";
static const char document[] =
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
    "<!DOCTYPE xliff SYSTEM \"http://host.invalid/xliff.dtd\">\n"
    "<XLIFF:xliff xmlns:XLIFF=\"urn:oasis:names:tc:xliff:document:1.2\" "
    "version=\"1.2\"><XLIFF:file source-language=\"EN-ID\" "
    "target-language=\"VI\"><XLIFF:body>\n"
    "<XLIFF:trans-unit id=\"I\" STATE=\"x\"><XLIFF:source>PAGE 1,250.5 OF THE "
    "FILE IN ISTANBUL</XLIFF:source><XLIFF:target>TRANG 1.350,5 "
    "ISTANBUL</XLIFF:target></XLIFF:trans-unit>\n"
    "</XLIFF:body></XLIFF:file></XLIFF:xliff>\n";

static const char *const pairs[][4] = {
    { "en", "vi", "The price is 1,250.5 dollars, 12% more",
      "Giá là 1.350,5 đô la, thêm 13%" },
    { "en", "de", "FILE 1,5 IS TITLED", "DATEI 1.5 IST INSTALLIERT" },
    { "tr", "en", "IŞIK İstanbul 3,5 km", "Light Istanbul 3.6 km" },
    { "en", "vi", "It it costs 0.5 million", "Giá giá 0,6 triệu" },
    { "de", "en", "Am 3. Mai 2024 um 14.30 Uhr", "On 4 May 2024 at 2:31 p.m." },
    { "en", "fr", "Use %1$d of {0}", "Utilisez %2$d de {1}" },
};

/* Everything that the library says, with what it says of failures. */
static char *do_everything(void)
{
    static const char *const configs[] = {
        "", "rules: [", "rules: {no-such-rule: off}\n", "limits: {seconds: x}",
        "terms: no-such-file.csv\n", "INFO: x\n",
        "words: [\"IŞIK\", Istanbul]\noffsets: utf-16\n",
    };
    char *all = calloc(1, 1);

    assert_non_null(all);
    for (size_t i = 0; i < sizeof(configs) / sizeof(configs[0]); i++) {
        bilint_error err = BILINT_ERROR_INIT;
        bilint_engine *engine = NULL;
        bilint_report *report = NULL;
        char text[2000];
        char *lines;

        snprintf(text, sizeof(text), "%s---\n%s", client_config, configs[i]);
        if (bilint_engine_new(BILINT_ABI, text, strlen(text), NULL, &engine,
                              &err) != BILINT_OK) {
            all = realloc(all, strlen(all) + 400);
            snprintf(all + strlen(all), 400, "%d %u:%u %s\n",
                     (int)err.status, err.line, err.column, err.message);
            continue;
        }
        for (size_t j = 0; j < sizeof(pairs) / sizeof(pairs[0]) + 2; j++) {
            if (j < sizeof(pairs) / sizeof(pairs[0])) {
                const bilint_pair pair =
                    client_pair(pairs[j][0], pairs[j][1], pairs[j][2],
                                pairs[j][3]);

                assert_int_equal(
                    bilint_check_pair(engine, &pair, &report, &err),
                    BILINT_OK);
                lines = client_lines(report);
            } else if (j % 2 == 0) {
                lines = client_document(engine, "d", broken, strlen(broken));
            } else {
                lines =
                    client_document(engine, "d", document, strlen(document));
            }
            all = realloc(all, strlen(all) + strlen(lines) + 1);
            assert_non_null(all);
            strcat(all, lines);
            free(lines);
        }
        bilint_report_free(report);
        bilint_engine_free(engine);
    }
    return all;
}

/* ---- nothing printed ---------------------------------------------------- */

static const int streams[] = { STDOUT_FILENO, STDERR_FILENO };
static int saved[2];
static FILE *caught[2];

static void catch_output(void)
{
    fflush(stdout);
    fflush(stderr);
    for (int i = 0; i < 2; i++) {
        saved[i] = dup(streams[i]);
        caught[i] = tmpfile();
        if (caught[i] == NULL || dup2(fileno(caught[i]), streams[i]) < 0)
            abort();
    }
}

/* Back to where it was; the number of bytes caught. */
static long release_output(void)
{
    long size = 0;

    fflush(stdout);
    fflush(stderr);
    for (int i = 0; i < 2; i++) {
        dup2(saved[i], streams[i]);
        close(saved[i]);
        fseek(caught[i], 0, SEEK_END);
        size += ftell(caught[i]);
        fclose(caught[i]);
    }
    return size;
}

static void prints_nothing(void **state)
{
    char *all;
    long printed;

    (void)state;
    catch_output();
    all = do_everything();
    printed = release_output();
    assert_int_equal(printed, 0);
    assert_non_null(strstr(all, "number-mismatch"));
    assert_non_null(strstr(all, "no such rule"));
    free(all);

    /* The net that caught nothing does catch. */
    catch_output();
    fputs("a", stdout);
    fputs("b", stderr);
    assert_int_equal(release_output(), 2);
}

/* ---- any locale --------------------------------------------------------- */

/* False where the locale could not be made on this machine. */
static bool enter(const char *name)
{
    return setlocale(LC_ALL, name) != NULL;
}

static void same_in(const char *name, bool decimal_comma, bool turkish)
{
    char before[200];
    char *wanted;
    char *got;

    assert_true(enter("C"));
    wanted = do_everything();
    if (!enter(name)) {
        free(wanted);
        print_message("no locale %s: localedef has no sources here\n", name);
        skip();
    }
    /* It is what it is there for. */
    assert_int_equal(strcmp(localeconv()->decimal_point, ",") == 0,
                     decimal_comma);
    assert_int_equal(strcasecmp("I", "i") != 0 || turkish, turkish);
    snprintf(before, sizeof(before), "%s", setlocale(LC_ALL, NULL));
    got = do_everything();
    assert_string_equal(setlocale(LC_ALL, NULL), before);
    enter("C");
    assert_string_equal(got, wanted);
    free(got);
    free(wanted);
}

static void says_the_same_in_turkish(void **state)
{
    (void)state;
    same_in("tr_TR.UTF-8", true, true);
}

static void says_the_same_with_a_decimal_comma(void **state)
{
    (void)state;
    same_in("de_DE.UTF-8", true, false);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(prints_nothing),
    cmocka_unit_test(says_the_same_in_turkish),
    cmocka_unit_test(says_the_same_with_a_decimal_comma),
};

SUITE(tests)
