/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Structs that cross the boundary grow at their end: a caller that was
 * compiled with a shorter or with a longer one is served. Each struct stands
 * at the end of its own block of memory, so that address sanitizers see a
 * byte read or written too many.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bilint_engine *engine;
static bilint_report *report; /* of one finding with two marks and a fix */

static const char source[] = "The price is 1,250 dollars.";
static const char target[] = "Giá là 1.350 đô la.";

static int set_up(void **state)
{
    char *config = client_only("number-mismatch", NULL);

    (void)state;
    engine = client_engine(config, NULL);
    free(config);
    return engine == NULL ||
                   client_check(engine, &report, "en", "vi", source,
                                target) != BILINT_OK ||
                   bilint_report_count(report) != 1
               ? -1
               : 0;
}

static int tear_down(void **state)
{
    (void)state;
    bilint_report_free(report);
    bilint_engine_free(engine);
    return 0;
}

/* ---- inputs ------------------------------------------------------------- */

/* The first `size` bytes of a struct, and zeros where it has no more. */
static void *resized(const void *from, size_t own, size_t size)
{
    char *block = malloc(size);
    const uint32_t given = (uint32_t)size;

    assert_non_null(block);
    memset(block, 0, size);
    memcpy(block, from, own < size ? own : size);
    if (size >= sizeof(given))
        memcpy(block, &given, sizeof(given));
    return block;
}

/* The number of findings of the pair in a struct of that size, or a status. */
static int check_resized(const bilint_pair *pair, size_t size)
{
    bilint_pair *own = resized(pair, sizeof(*pair), size);
    bilint_report *to = NULL;
    const bilint_status status = bilint_check_pair(engine, own, &to, NULL);
    const int count = (int)bilint_report_count(to);

    free(own);
    bilint_report_free(to);
    return status == BILINT_OK ? count : status;
}

static void takes_pairs_of_any_size(void **state)
{
    const bilint_pair pair = client_pair("en", "vi", source, target);

    (void)state;
    /* What an older caller knows: up to the texts. */
    for (size_t size = offsetof(bilint_pair, source_codes);
         size <= sizeof(pair); size += sizeof(void *))
        assert_int_equal(check_resized(&pair, size), 1);
    for (size_t size = sizeof(pair); size < sizeof(pair) + 64; size++)
        assert_int_equal(check_resized(&pair, size), 1);
    /* Without the size of the target there is none; nothing is read. */
    for (size_t size = offsetof(bilint_pair, source_lang);
         size <= offsetof(bilint_pair, target_size); size += sizeof(void *))
        assert_true(check_resized(&pair, size) <= 0);
    assert_int_equal(check_resized(&pair, sizeof(uint32_t)), 0);
}

static void refuses_a_pair_without_a_size(void **state)
{
    bilint_pair pair = client_pair("en", "vi", source, target);
    bilint_report *to = NULL;

    (void)state;
    for (uint32_t size = 0; size < sizeof(uint32_t); size++) {
        pair.struct_size = size;
        assert_int_equal(bilint_check_pair(engine, &pair, &to, NULL),
                         BILINT_E_ARGUMENT);
    }
    bilint_report_free(to);
}

static void refuses_a_field_that_it_does_not_know(void **state)
{
    const bilint_pair pair = client_pair("en", "vi", source, target);
    enum { MORE = 24 };

    (void)state;
    for (size_t at = 0; at < MORE; at++) {
        char *longer = resized(&pair, sizeof(pair), sizeof(pair) + MORE);
        bilint_report *to = NULL;

        longer[sizeof(pair) + at] = 1;
        assert_int_equal(bilint_check_pair(engine, (bilint_pair *)longer, &to,
                                           NULL),
                         BILINT_E_ARGUMENT);
        bilint_report_free(to);
        free(longer);
    }
}

/* Codes of `size` bytes each. */
static bilint_status check_codes(size_t size, size_t set, char **lines)
{
    const char text[] = "<b>7</b>";
    const bilint_code codes[] = {
        { sizeof(bilint_code), BILINT_CODE_OPEN, 0, 3, "1", "<b>" },
        { sizeof(bilint_code), BILINT_CODE_CLOSE, 4, 8, "1", "</b>" },
    };
    char *block = malloc(2 * size);
    bilint_pair pair = client_pair("en", "vi", text, "<b>8</b>");
    bilint_report *to = NULL;
    bilint_status status;

    assert_non_null(block);
    for (size_t i = 0; i < 2; i++) {
        void *one = resized(&codes[i], sizeof(codes[i]), size);

        memcpy(block + i * size, one, size);
        free(one);
    }
    if (set != 0)
        block[2 * size - set] = 1;
    pair.source_codes = pair.target_codes = (const bilint_code *)block;
    pair.source_code_count = pair.target_code_count = 2;
    status = bilint_check_pair(engine, &pair, &to, NULL);
    *lines = client_lines(to);
    bilint_report_free(to);
    free(block);
    return status;
}

static void takes_codes_of_any_size(void **state)
{
    char *wanted;
    char *lines;

    (void)state;
    assert_int_equal(check_codes(sizeof(bilint_code), 0, &wanted), BILINT_OK);
    assert_non_null(strstr(wanted, "number-mismatch"));
    for (size_t size = sizeof(bilint_code); size < sizeof(bilint_code) + 40;
         size += 8) {
        assert_int_equal(check_codes(size, 0, &lines), BILINT_OK);
        assert_string_equal(lines, wanted);
        free(lines);
    }
    for (size_t set = 1; set <= 8; set++) {
        assert_int_equal(check_codes(sizeof(bilint_code) + 8, set, &lines),
                         BILINT_E_ARGUMENT);
        free(lines);
    }
    /* Shorter: no native text, and then no id either. */
    assert_int_equal(
        check_codes(offsetof(bilint_code, native), 0, &lines), BILINT_OK);
    assert_string_equal(lines, wanted);
    free(lines);
    assert_int_equal(check_codes(offsetof(bilint_code, id), 0, &lines),
                     BILINT_OK);
    free(lines);
    free(wanted);
}

/* ---- outputs ------------------------------------------------------------ */

enum { FILLER = 0xa5, BEHIND = 32 };

typedef bilint_status (*getter)(void *out);

/* Fills structs of every size up to some more than the library's own: it
 * writes neither behind the caller's nor behind its own. */
static void fills_no_more(getter get, size_t own)
{
    unsigned char *whole = malloc(own);
    const uint32_t own_size = (uint32_t)own;

    assert_non_null(whole);
    memset(whole, 0, own);
    memcpy(whole, &own_size, sizeof(own_size));
    assert_int_equal(get(whole), BILINT_OK);
    for (size_t size = sizeof(uint32_t); size <= own + BEHIND; size++) {
        unsigned char *block = malloc(size);
        const uint32_t given = (uint32_t)size;
        const size_t filled = size < own ? size : own;

        assert_non_null(block);
        memset(block, FILLER, size);
        memcpy(block, &given, sizeof(given));
        assert_int_equal(get(block), BILINT_OK);
        assert_memory_equal(block, &given, sizeof(given));
        assert_memory_equal(block + sizeof(given), whole + sizeof(given),
                            filled - sizeof(given));
        for (size_t i = filled; i < size; i++)
            assert_int_equal(block[i], FILLER);
        free(block);
    }
    for (uint32_t size = 0; size < sizeof(uint32_t); size++) {
        memcpy(whole, &size, sizeof(size));
        assert_int_equal(get(whole), BILINT_E_ARGUMENT);
    }
    free(whole);
}

static bilint_status get_finding(void *out)
{
    return bilint_report_get(report, 0, out);
}

static bilint_status get_mark(void *out)
{
    return bilint_report_mark(report, 0, 1, out);
}

static bilint_status get_summary(void *out)
{
    return bilint_report_summary(report, out);
}

static bilint_status get_rule(void *out)
{
    return bilint_rule_get(0, out);
}

static bilint_status get_option(void *out)
{
    return bilint_option_get(0, out);
}

static void fills_structs_of_any_size(void **state)
{
    (void)state;
    fills_no_more(get_finding, sizeof(bilint_finding));
    fills_no_more(get_mark, sizeof(bilint_mark));
    fills_no_more(get_summary, sizeof(bilint_summary));
    fills_no_more(get_rule, sizeof(bilint_rule));
    fills_no_more(get_option, sizeof(bilint_option));
}

static void fills_errors_of_any_size(void **state)
{
    (void)state;
    for (size_t size = sizeof(uint32_t); size < sizeof(bilint_error) + BEHIND;
         size += 4) {
        unsigned char *block = malloc(size);
        const uint32_t given = (uint32_t)size;
        bilint_report *to = NULL;

        assert_non_null(block);
        memset(block, FILLER, size);
        memcpy(block, &given, sizeof(given));
        assert_int_equal(bilint_check_document(engine, NULL, "<x", 2, &to,
                                               (bilint_error *)block),
                         BILINT_E_FORMAT);
        bilint_report_free(to);
        assert_memory_equal(block, &given, sizeof(given));
        if (size >= offsetof(bilint_error, byte_offset)) {
            bilint_status status;

            memcpy(&status, block + offsetof(bilint_error, status),
                   sizeof(status));
            assert_int_equal(status, BILINT_E_FORMAT);
        }
        for (size_t i = sizeof(bilint_error); i < size; i++)
            assert_int_equal(block[i], FILLER);
        free(block);
    }
}

static void takes_no_error_at_all(void **state)
{
    bilint_error none = BILINT_ERROR_INIT;
    bilint_report *to = NULL;

    (void)state;
    assert_int_equal(bilint_check_document(engine, NULL, "<x", 2, &to, NULL),
                     BILINT_E_FORMAT);
    none.struct_size = 0;
    none.line = 77;
    assert_int_equal(bilint_check_document(engine, NULL, "<x", 2, &to, &none),
                     BILINT_E_FORMAT);
    assert_int_equal(none.line, 77);
    bilint_report_free(to);
}

/* ---- the host ----------------------------------------------------------- */

static int asked;

static const void *BILINT_CALL get_interface(const bilint_host *host,
                                             const char *id)
{
    (void)host;
    (void)id;
    asked++;
    return NULL;
}

/* The struct of a host that ends before get_interface has none. */
static void reads_no_further_than_the_host_reaches(void **state)
{
    const bilint_host host = {
        .struct_size = offsetof(bilint_host, get_interface),
        .abi = BILINT_ABI,
        .get_interface = get_interface,
    };
    bilint_engine *made = client_engine("", &host);

    (void)state;
    assert_non_null(made);
    bilint_engine_free(made);
    assert_int_equal(asked, 0);
}

/* ---- arguments ---------------------------------------------------------- */

static void refuses_what_is_not_there(void **state)
{
    bilint_finding finding = { .struct_size = sizeof(finding) };
    bilint_mark mark = { .struct_size = sizeof(mark) };
    bilint_summary summary = { .struct_size = sizeof(summary) };
    bilint_rule rule = { .struct_size = sizeof(rule) };
    bilint_option option = { .struct_size = sizeof(option) };
    bilint_pair pair = client_pair("en", "vi", source, target);
    bilint_report *to = NULL;
    bilint_stream *stream = NULL;
    bilint_engine *made = NULL;
    const void *data;
    size_t size = 7;

    (void)state;
    assert_int_equal(bilint_report_get(report, 1, &finding),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_get(NULL, 0, &finding), BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_get(report, 0, NULL), BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_mark(report, 0, 2, &mark),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_mark(report, 1, 0, &mark),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_summary(NULL, &summary),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_count(NULL), 0);
    assert_null(bilint_report_text(report, 1, BILINT_SOURCE, &size));
    assert_int_equal(size, 0);
    assert_null(bilint_report_text(report, 0, 2, NULL));
    assert_int_equal(bilint_report_packed(report, NULL, &size),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_report_packed(NULL, &data, &size),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_rule_get(bilint_rule_count(), &rule),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_engine_rule_count(NULL), 0);
    assert_int_equal(bilint_engine_rule_get(NULL, 0, &rule),
                     BILINT_E_ARGUMENT);
    assert_int_equal(
        bilint_engine_rule_get(engine, bilint_engine_rule_count(engine), &rule),
        BILINT_E_ARGUMENT);
    assert_int_equal(bilint_option_get(bilint_option_count(), &option),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_pair(NULL, &pair, &to, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_pair(engine, NULL, &to, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_pair(engine, &pair, NULL, NULL),
                     BILINT_E_ARGUMENT);
    pair.source = NULL;
    assert_int_equal(bilint_check_pair(engine, &pair, &to, NULL),
                     BILINT_E_ARGUMENT);
    pair.source = source;
    pair.source_code_count = 1;
    assert_int_equal(bilint_check_pair(engine, &pair, &to, NULL),
                     BILINT_E_ARGUMENT);
    pair.source_code_count = 0;
    pair.source_size = ((size_t)64 << 20) + 1;
    assert_int_equal(bilint_check_pair(engine, &pair, &to, NULL),
                     BILINT_E_LIMIT);
    assert_int_equal(bilint_check_document(engine, NULL, NULL, 1, &to, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_document(NULL, NULL, "", 0, &to, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_file(engine, NULL, &to, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_check_file(engine, "no-such.xlf", &to, NULL),
                     BILINT_E_IO);
    assert_int_equal(bilint_stream_new(engine, NULL, 0, NULL, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_stream_new(NULL, NULL, 0, &stream, NULL),
                     BILINT_E_ARGUMENT);
    assert_null(stream);
    assert_int_equal(bilint_engine_new(BILINT_ABI, NULL, 1, NULL, &made, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_engine_new(BILINT_ABI, NULL, 0, NULL, NULL, NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_engine_prepare(engine, "en", "no language", NULL),
                     BILINT_E_ARGUMENT);
    assert_int_equal(bilint_engine_severity(engine, "no-such-rule"),
                     BILINT_E_ARGUMENT);
    assert_null(bilint_engine_setting(engine, "no-such-key"));
    assert_null(bilint_engine_setting(engine, "no-such-rule.key"));
    bilint_report_free(NULL);
    bilint_engine_free(NULL);
    bilint_stream_free(NULL);
    bilint_report_free(to);
}

static void refuses_another_interface(void **state)
{
    bilint_error err = BILINT_ERROR_INIT;
    bilint_engine *made = NULL;

    (void)state;
    assert_int_equal(bilint_abi(), BILINT_ABI);
    assert_int_equal(
        bilint_engine_new(BILINT_ABI + 0x10000, NULL, 0, NULL, &made, &err),
        BILINT_E_ABI);
    assert_null(made);
    assert_int_equal(err.status, BILINT_E_ABI);
    assert_int_equal(
        bilint_engine_new(BILINT_ABI + 1, NULL, 0, NULL, &made, &err),
        BILINT_E_ABI);
    assert_int_equal(
        bilint_engine_new(BILINT_ABI - 1, NULL, 0, NULL, &made, &err),
        BILINT_OK);
    bilint_engine_free(made);
}

static void names_every_status(void **state)
{
    (void)state;
#define X(name, value, text)                            \
    assert_int_equal(BILINT_##name, value);             \
    assert_string_equal(bilint_status_text(value), text);
    BILINT_STATUS_MAP(X)
#undef X
    assert_string_equal(bilint_status_text(-12345), "unknown status");
}

static void enumerates_rules_and_options(void **state)
{
    char before[64] = "";

    (void)state;
    assert_true(bilint_rule_count() > 0);
    for (uint32_t i = 0; i < bilint_rule_count(); i++) {
        bilint_rule rule = { .struct_size = sizeof(rule) };
        char title[96];

        assert_int_equal(bilint_rule_get(i, &rule), BILINT_OK);
        assert_true(strcmp(before, rule.id) < 0);
        snprintf(before, sizeof(before), "%s", rule.id);
        assert_true(rule.severity >= BILINT_OFF &&
                    rule.severity <= BILINT_ERROR);
        assert_true(rule.title[0] != '\0' && rule.category[0] != '\0' &&
                    rule.its_type[0] != '\0' && rule.since[0] != '\0');
        assert_int_equal(bilint_engine_severity(engine, rule.id) ==
                             BILINT_OFF,
                         strcmp(rule.id, "number-mismatch") != 0);
        /* The page is the rule's own. */
        snprintf(title, sizeof(title), "# %s\n", rule.id);
        assert_memory_equal(rule.page, title, strlen(title));
    }
    assert_true(bilint_option_count() > 0);
    for (uint32_t i = 0; i < bilint_option_count(); i++) {
        bilint_option option = { .struct_size = sizeof(option) };

        assert_int_equal(bilint_option_get(i, &option), BILINT_OK);
        assert_true(option.key[0] != '\0' && option.title[0] != '\0');
        assert_non_null(strstr("yes/no number text list map", option.type));
    }
    assert_string_equal(bilint_engine_setting(engine, "offsets"), "utf-8");
    assert_string_equal(bilint_engine_setting(engine, "fail-on"), "error");
    assert_null(bilint_engine_setting(engine, "source-lang"));
}

static void enumerates_rules_of_the_user(void **state)
{
    static const char config[] =
        "custom:\n"
        "  order: {source: 'PO(-)', target: '$0', message: '$0 is lost'}\n"
        "  off: {forbid: b, level: off}\n"
        "rules: {custom: info, custom/order: error}\n";
    const uint32_t first = bilint_rule_count();
    bilint_rule rule = { .struct_size = sizeof(rule) };
    bilint_engine *own = client_engine(config, NULL);
    bilint_report *found = NULL;
    char *lines;

    (void)state;
    assert_non_null(own);
    assert_int_equal(bilint_engine_rule_count(own), first + 2);
    assert_int_equal(bilint_engine_rule_get(own, 0, &rule), BILINT_OK);
    assert_string_equal(rule.id, "acronym-lost");
    assert_int_equal(bilint_engine_rule_get(own, first, &rule), BILINT_OK);
    assert_string_equal(rule.id, "custom/order");
    assert_string_equal(rule.title, "$0 is lost");
    assert_string_equal(rule.category, "custom");
    assert_int_equal(rule.severity, BILINT_WARNING); /* its own */
    assert_int_equal(bilint_engine_severity(own, rule.id), BILINT_ERROR);
    assert_memory_equal(rule.page, "# custom/order\n", 15);
    assert_int_equal(bilint_engine_rule_get(own, first + 1, &rule), BILINT_OK);
    assert_int_equal(rule.severity, BILINT_OFF);
    assert_int_equal(bilint_engine_severity(own, rule.id), BILINT_INFO);
    assert_int_equal(bilint_engine_severity(own, "custom/none"),
                     BILINT_E_ARGUMENT);
    assert_int_equal(client_check(own, &found, "en", "de", "PO-", "PO b"),
                     BILINT_OK);
    lines = client_lines(found);
    assert_non_null(strstr(lines, "\"rule\":\"custom/order\",\"code\":"
                                  "\"missing\",\"category\":\"custom\","
                                  "\"severity\":\"error\""));
    assert_non_null(strstr(lines, "\"message\":\"PO- is lost\""));
    assert_non_null(strstr(lines, "\"rule\":\"custom/off\""));
    free(lines);
    bilint_report_free(found);
    bilint_engine_free(own);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(takes_pairs_of_any_size),
    cmocka_unit_test(refuses_a_pair_without_a_size),
    cmocka_unit_test(refuses_a_field_that_it_does_not_know),
    cmocka_unit_test(takes_codes_of_any_size),
    cmocka_unit_test(fills_structs_of_any_size),
    cmocka_unit_test(fills_errors_of_any_size),
    cmocka_unit_test(takes_no_error_at_all),
    cmocka_unit_test(reads_no_further_than_the_host_reaches),
    cmocka_unit_test(refuses_what_is_not_there),
    cmocka_unit_test(refuses_another_interface),
    cmocka_unit_test(names_every_status),
    cmocka_unit_test(enumerates_rules_and_options),
    cmocka_unit_test(enumerates_rules_of_the_user),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
