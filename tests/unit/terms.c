/* SPDX-License-Identifier: Apache-2.0 */
/* Term lists as people save them: quotes, tabs, byte order marks, line ends
 * of other systems, headers, and lines that make no sense. */
#include "unit/reading.h"

#include "suite.h"

#include "lexicon/terms.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static reading the;
static char path[] = "terms-XXXXXX";

static int set_up(void **state)
{
    const int file = mkstemp(path);

    (void)state;
    if (file < 0)
        return -1;
    close(file);
    return reading_open(&the) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    remove(path);
    reading_close(&the);
    return 0;
}

/* What was skipped: "line: why", one a line. */
static char skipped[512];

static void on_skipped(void *context, const char *name, uint32_t line,
                       const char *why)
{
    const size_t size = strlen(skipped);

    (void)context;
    assert_string_equal(name, path);
    snprintf(skipped + size, sizeof(skipped) - size, "%u: %s\n",
             (unsigned)line, why);
}

static bilint_status read_list(const char *text, size_t size, const char *source,
                          const char *target, bl_term_list **list,
                          bilint_error *err)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    skipped[0] = '\0';
    *err = (bilint_error)BILINT_ERROR_INIT;
    return bl_terms_read(&bl_alloc_default, the.engine->chars, path, source,
                         target, on_skipped, NULL, list, err);
}

static void add(char *out, size_t room, bl_str text)
{
    const size_t size = strlen(out);

    snprintf(out + size, room - size, "%.*s", (int)text.size, text.ptr);
}

static void add_forms(const bl_term_list *list, uint32_t form, char *out,
                      size_t room)
{
    static const char *const marks[] = { "", "?", "!" };

    for (; form != 0; form = list->forms[form].next) {
        add(out, room, bl_str_z(" "));
        add(out, room, bl_str_z(marks[list->forms[form].status]));
        add(out, room, list->forms[form].text);
    }
}

/* "source: form ?admitted !forbidden" for each term, forms the last first,
 * "=" behind a source whose case counts; "*:" for what is forbidden whatever
 * the source. */
static void is(const char *text, const char *wanted)
{
    char got[1024] = "";
    bilint_error err;
    bl_term_list *list;

    if (read_list(text, strlen(text), NULL, NULL, &list, &err) != BILINT_OK)
        fail_msg("%s", err.message);
    for (size_t i = 1; i < list->term_count; i++) {
        add(got, sizeof(got), list->terms[i].source);
        add(got, sizeof(got), bl_str_z(list->terms[i].exact ? "=:" : ":"));
        add_forms(list, list->terms[i].forms, got, sizeof(got));
        add(got, sizeof(got), bl_str_z("\n"));
    }
    if (list->anywhere != 0) {
        add(got, sizeof(got), bl_str_z("*:"));
        add_forms(list, list->anywhere, got, sizeof(got));
        add(got, sizeof(got), bl_str_z("\n"));
    }
    bl_terms_free(list);
    assert_string_equal(got, wanted);
}

static void reads_columns_with_and_without_a_header(void **state)
{
    (void)state;
    is("Party,Đảng\n", "Party: Đảng\n");
    is("source,target\nParty,Đảng\n", "Party: Đảng\n");
    is("Target Term,Source Term\nĐảng,Party\n", "Party: Đảng\n");
    is("note,TARGET,Source\nx,Đảng,Party\n", "Party: Đảng\n");
    is("term,translation,status\nParty,Đảng,preferred\n", "Party: Đảng\n");
    is("Party,Đảng,forbidden\n", "Party: !Đảng\n");
}

static void reads_quotes(void **state)
{
    (void)state;
    is("\"a, b\",c\n", "a, b: c\n");
    is("\"say \"\"yes\"\"\",c\n", "say \"yes\": c\n");
    is("\"two\nlines\",c\nd,e\n", "two\nlines: c\nd: e\n");
    is("a,\"b\"\n", "a: b\n");
    is("a,\"\"\"b\"\"\"\n", "a: \"b\"\n");
    is("5\" pipe,ống 5\"\n", "5\" pipe: ống 5\"\n");
}

static void reads_tabs(void **state)
{
    (void)state;
    is("source\ttarget\nParty, the\tĐảng\n", "Party, the: Đảng\n");
    is("a\tb|c\n", "a: c b\n");
    /* In tabs, quotes are characters like others. */
    is("\"a\"\tb\n", "\"a\": b\n");
}

static void reads_line_ends_and_marks_of_other_systems(void **state)
{
    (void)state;
    is("\xEF\xBB\xBFsource,target\r\na,b\r\n", "a: b\n");
    is("a,b\r\nc,d", "a: b\nc: d\n");
    is("a,\"b\"\r\n", "a: b\n");
    is("\r\na,b\r\n\r\n", "a: b\n");
    is("a,b\n\n\nc,d\n", "a: b\nc: d\n");
    is("  a ,  b  \n", "a: b\n");
}

static void reads_status_and_case(void **state)
{
    (void)state;
    is("source,target,status\n"
       "a,b,preferred\na,c,Admitted\na,d,FORBIDDEN\na,e,deprecated\n",
       "a: !e !d ?c b\n");
    is("source,target,status\n,x,forbidden\n,y,obsolete\n", "*: !y !x\n");
    is("source,target,case\nUS,Mỹ,yes\nus,chúng tôi,no\n",
       "US=: chúng tôi Mỹ\n");
}

static void reads_several_targets(void **state)
{
    (void)state;
    is("a,b|c | d\n", "a: d c b\n");
    is("a,|b||\n", "a: b\n");
    is("a,b\na,c\nA,d\n", "a: d c b\n"); /* one term, whatever its case */
}

static void tells_what_it_skips(void **state)
{
    bilint_error err;
    bl_term_list *list;
    const char text[] = "source,target\n"
                        "a,\n"            /* 2 */
                        ",b\n"            /* 3 */
                        "\"two\nlines\",\n" /* 4 and 5 */
                        "good,fine\n"
                        "...,x\n"         /* 7: no words */
                        "only\n";         /* 8 */

    (void)state;
    assert_int_equal(read_list(text, strlen(text), NULL, NULL, &list, &err),
                     BILINT_OK);
    assert_int_equal(list->term_count, 2);
    bl_terms_free(list);
    assert_string_equal(skipped,
                        "2: a term needs a source and a target\n"
                        "3: a term needs a source and a target\n"
                        "5: a term needs a source and a target\n"
                        "7: the source has no words, or too many\n"
                        "8: a term needs a source and a target\n");
}

/* The last line of a file that does not end in a line break. */
static void defect_counts_the_last_line(void **state)
{
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list("a,b\nc,", 6, NULL, NULL, &list, &err), BILINT_OK);
    bl_terms_free(list);
    assert_string_equal(skipped, "2: a term needs a source and a target\n");
}

/* A quote that is never closed swallows what follows: the terms behind it
 * are lost, and nobody is told. */
static void defect_tells_of_an_open_quote(void **state)
{
    const char text[] = "\"a,b\nc,d\ne,f\n";
    bilint_error err;
    bl_term_list *list;
    bool told;

    (void)state;
    told = read_list(text, strlen(text), NULL, NULL, &list, &err) != BILINT_OK ||
           strstr(skipped, "quote") != NULL;
    bl_terms_free(list);
    assert_true(told);
}

static void refuses_what_it_cannot_read(void **state)
{
    bilint_error err;
    bl_term_list *list;

    (void)state;
    assert_int_equal(read_list("a,\xff\n", 4, NULL, NULL, &list, &err),
                     BILINT_E_DATA);
    assert_null(list);
    assert_non_null(strstr(err.message, "not UTF-8"));
    assert_int_equal(read_list("a,b\n", 4, "not a tag", NULL, &list, &err),
                     BILINT_E_CONFIG);
    assert_null(list);
    err = (bilint_error)BILINT_ERROR_INIT;
    assert_int_equal(bl_terms_read(&bl_alloc_default, the.engine->chars,
                                   "no-such-file.csv", NULL, NULL, NULL, NULL,
                                   &list, &err),
                     BILINT_E_IO);
    assert_non_null(strstr(err.message, "no-such-file.csv"));
}

static void reads_nothing_from_nothing(void **state)
{
    (void)state;
    is("", "");
    is("\xEF\xBB\xBF", "");
    is("\n\n", "");
    is("source,target\n", "");
}

static void names_columns_by_language(void **state)
{
    bilint_error err;
    bl_term_list *list;
    const char text[] = "vi,en\nĐảng,Party\n";

    (void)state;
    assert_int_equal(read_list(text, strlen(text), "en", "vi", &list, &err),
                     BILINT_OK);
    assert_int_equal(list->term_count, 2);
    assert_true(bl_str_equal(list->terms[1].source, BL_STR("Party")));
    bl_terms_free(list);
}

static void applies_to_its_languages(void **state)
{
    bilint_error err;
    bl_term_list *list;
    bl_locale en_gb;
    bl_locale vi;
    bl_locale de;

    (void)state;
    assert_true(bl_locale_parse("en-GB", 5, &en_gb) &&
                bl_locale_parse("vi", 2, &vi) &&
                bl_locale_parse("de", 2, &de));
    assert_int_equal(read_list("a,b\n", 4, "en", "vi", &list, &err), BILINT_OK);
    assert_true(bl_terms_apply(list, &en_gb, &vi));
    assert_false(bl_terms_apply(list, &en_gb, &de));
    assert_false(bl_terms_apply(list, &de, &vi));
    bl_terms_free(list);
    assert_int_equal(read_list("a,b\n", 4, NULL, "vi", &list, &err), BILINT_OK);
    assert_true(bl_terms_apply(list, &de, &vi));
    assert_false(bl_terms_apply(list, &de, &en_gb));
    bl_terms_free(list);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_columns_with_and_without_a_header),
    cmocka_unit_test(reads_quotes),
    cmocka_unit_test(reads_tabs),
    cmocka_unit_test(reads_line_ends_and_marks_of_other_systems),
    cmocka_unit_test(reads_status_and_case),
    cmocka_unit_test(reads_several_targets),
    cmocka_unit_test(tells_what_it_skips),
    cmocka_unit_test(defect_counts_the_last_line),
    cmocka_unit_test(defect_tells_of_an_open_quote),
    cmocka_unit_test(refuses_what_it_cannot_read),
    cmocka_unit_test(reads_nothing_from_nothing),
    cmocka_unit_test(names_columns_by_language),
    cmocka_unit_test(applies_to_its_languages),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
