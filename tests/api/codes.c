/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Pairs whose texts show inline codes: the marks and fixes of a report are
 * offsets into the host's own text, in the host's unit, whatever the codes
 * look like there and whatever characters stand before them.
 */
#include "api/client.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum unit { UTF_8, UTF_16, CODE_POINTS, UNITS } unit;

static const char *const unit_names[] = { "utf-8", "utf-16", "code-points" };
static bilint_engine *engines[UNITS];

static int set_up(void **state)
{
    (void)state;
    for (int i = 0; i < UNITS; i++) {
        char more[64];
        char *config;

        snprintf(more, sizeof(more), "offsets: %s\n", unit_names[i]);
        config = client_only("number-mismatch number-format code-missing "
                             "code-extra whitespace-edge word-repeated",
                             more);
        engines[i] = client_engine(config, NULL);
        free(config);
        if (engines[i] == NULL)
            return -1;
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    for (int i = 0; i < UNITS; i++)
        bilint_engine_free(engines[i]);
    return 0;
}

/* ---- the host's own way of counting ------------------------------------- */

static uint32_t width(unsigned char lead, unit how)
{
    if ((lead & 0xc0) == 0x80)
        return how == UTF_8;
    if (how == UTF_16)
        return lead >= 0xf0 ? 2 : 1;
    return 1;
}

static uint32_t offset_of(const char *text, size_t bytes, unit how)
{
    uint32_t offset = 0;

    for (size_t i = 0; i < bytes; i++)
        offset += width((unsigned char)text[i], how);
    return offset;
}

/* The byte at an offset; SIZE_MAX where it is inside of a character. */
static size_t byte_at(const char *text, size_t size, uint32_t offset,
                      unit how)
{
    uint32_t counted = 0;

    for (size_t i = 0; i <= size; i++) {
        if (counted == offset &&
            (i == size || ((unsigned char)text[i] & 0xc0) != 0x80))
            return i;
        if (i < size)
            counted += width((unsigned char)text[i], how);
    }
    return SIZE_MAX;
}

/* ---- a side with its codes ---------------------------------------------- */

enum { CODES_MAX = 8 };

/* Made of a text in which codes stand between { and }, with a letter for
 * their kind: "{o<b>}bold{c</b>}{x<br/>}". */
typedef struct side {
    char text[256];
    size_t size;
    bilint_code codes[CODES_MAX];
    uint32_t count;
    char ids[CODES_MAX][4];
} side;

static void make(side *to, const char *from, unit how)
{
    size_t n = 0;

    memset(to, 0, sizeof(*to));
    while (*from != '\0') {
        bilint_code *code = &to->codes[to->count];

        if (*from != '{') {
            to->text[n++] = *from++;
            continue;
        }
        code->struct_size = sizeof(*code);
        code->kind = from[1] == 'o'   ? BILINT_CODE_OPEN
                     : from[1] == 'c' ? BILINT_CODE_CLOSE
                                      : BILINT_CODE_ISOLATED;
        /* One digit that says which code it is. */
        snprintf(to->ids[to->count], sizeof(to->ids[0]), "%c", from[2]);
        code->id = to->ids[to->count];
        code->start = offset_of(to->text, n, how);
        for (from += 3; *from != '}'; from++)
            to->text[n++] = *from;
        from++;
        code->limit = offset_of(to->text, n, how);
        to->count++;
    }
    to->size = n;
}

static bilint_report *check(const side *source, const side *target, unit how)
{
    const bilint_pair pair = {
        .struct_size = sizeof(pair),
        .source_lang = "en",
        .target_lang = "vi",
        .source = source->text,
        .source_size = source->size,
        .target = target->text,
        .target_size = target->size,
        .source_codes = source->codes,
        .target_codes = target->codes,
        .source_code_count = source->count,
        .target_code_count = target->count,
    };
    bilint_error err = BILINT_ERROR_INIT;
    bilint_report *report = NULL;

    if (bilint_check_pair(engines[how], &pair, &report, &err) != BILINT_OK)
        fail_msg("%s", err.message);
    return report;
}

/* ---- what the report says ----------------------------------------------- */

/* "rule: [source text] [target text]" a line, sliced out of the host's text
 * by the offsets of the report. */
static void slice(const bilint_report *report, const side *sides, unit how,
                  char *out, size_t room)
{
    size_t size = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < bilint_report_count(report); i++) {
        bilint_finding finding = { .struct_size = sizeof(finding) };

        assert_int_equal(bilint_report_get(report, i, &finding), BILINT_OK);
        size += (size_t)snprintf(out + size, room - size, "%s/%s",
                                 finding.rule, finding.code);
        for (uint32_t j = 0; j < finding.mark_count; j++) {
            bilint_mark mark = { .struct_size = sizeof(mark) };
            const side *of;
            size_t start;
            size_t limit;

            assert_int_equal(bilint_report_mark(report, i, j, &mark),
                             BILINT_OK);
            of = &sides[mark.side];
            start = byte_at(of->text, of->size, mark.start, how);
            limit = byte_at(of->text, of->size, mark.limit, how);
            assert_true(start != SIZE_MAX && limit != SIZE_MAX);
            assert_true(start <= limit && limit <= of->size);
            assert_int_equal(mark.text_size, limit - start);
            assert_memory_equal(mark.text, of->text + start, limit - start);
            assert_int_equal(mark.line, 0);
            size += (size_t)snprintf(out + size, room - size, " %c[%.*s]",
                                     "st"[mark.side], (int)(limit - start),
                                     of->text + start);
        }
        if (finding.fix != NULL) {
            const side *of = &sides[finding.fix_side];
            const size_t start =
                byte_at(of->text, of->size, finding.fix_start, how);
            const size_t limit =
                byte_at(of->text, of->size, finding.fix_limit, how);

            assert_true(start <= limit && limit <= of->size);
            size += (size_t)snprintf(out + size, room - size, " [%.*s]>[%s]",
                                     (int)(limit - start), of->text + start,
                                     finding.fix);
        }
        size += (size_t)snprintf(out + size, room - size, "\n");
        assert_true(size < room);
    }
}

/* The same marks in all units. */
static void marks(const char *source, const char *target, const char *wanted)
{
    for (int how = 0; how < UNITS; how++) {
        side sides[2];
        bilint_report *report;
        char got[1024];

        make(&sides[BILINT_SOURCE], source, (unit)how);
        make(&sides[BILINT_TARGET], target, (unit)how);
        report = check(&sides[BILINT_SOURCE], &sides[BILINT_TARGET],
                       (unit)how);
        slice(report, sides, (unit)how, got, sizeof(got));
        bilint_report_free(report);
        assert_string_equal(got, wanted);
    }
}

static void marks_behind_codes_of_any_length(void **state)
{
    (void)state;
    marks("Paid {o1<g1>}12{c1</g1>} now", "Trả {o1<g1>}21{c1</g1>} nay",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
    /* A code may be shown by one byte, one character, or many. */
    marks("{x1\uFFFC}{x2@}Paid 12 now", "{x1\uFFFC}{x2@}Trả 21 nay",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
    marks("{x1<a-very-long-code-that-is-shown/>}Paid 12",
          "{x1<a-very-long-code-that-is-shown/>}Trả 21",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
    /* It may be shown by nothing at all. */
    marks("{x1}Paid 12", "{x1}Trả 21",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
}

static void marks_behind_astral_characters(void **state)
{
    (void)state;
    marks("\U0001f600{x1<x1/>}\U0001f600 12 \U0001f600",
          "\U0001f600 \U00020000{x1<x1/>} 21",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
    marks("é€{x1\U0001f600\U0001f600}12", "é€{x1\U0001f600\U0001f600}21",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
}

static void marks_codes_themselves(void **state)
{
    (void)state;
    marks("\U0001f600 a {x1<x1/>} b", "\U0001f600 a b",
          "code-missing/missing s[<x1/>]\n");
    marks("\U0001f600 a b", "\U0001f600 a {x1<x1/>} b",
          "code-extra/extra t[<x1/>]\n");
    marks("{o1<b>}a{c1</b>}{x2<br/>}", "{o1<b>}a{c1</b>}",
          "code-missing/missing s[<br/>]\n");
    marks("{x1}a", "a", "code-missing/missing s[]\n");
}

static void marks_text_between_and_around_codes(void **state)
{
    (void)state;
    marks("{x1<1>}12{x2<2>}{x3<3>}34{x4<4>}",
          "{x1<1>}21{x2<2>}{x3<3>}43{x4<4>}",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n"
          "number-mismatch/altered s[34] t[43] [43]>[34]\n");
}

/* A fix may take away less than is marked. */
static void marks_what_a_fix_replaces(void **state)
{
    (void)state;
    marks("{x1<br/>}It is in the box", "{x1<br/>}Nó ở trong trong hộp",
          "word-repeated/repeated t[trong trong] [ trong]>[]\n");
}

/* A sentinel that the host's text has of its own is text. */
static void takes_its_own_sentinels_for_text(void **state)
{
    (void)state;
    marks("\uFFFC 12", "\uFFFC 21",
          "number-mismatch/altered s[12] t[21] [21]>[12]\n");
}

/* ---- random ones -------------------------------------------------------- */

static uint32_t seed = 20250704;

static uint32_t pick(uint32_t below)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
}

/* Pieces in random order, the same codes on both sides, and one number that
 * differs: it is found, and its marks are the number. */
static void marks_in_random_texts(void **state)
{
    static const char *const words[] = { "hộp ", "\U0001f600", "é ", "còn ",
                                         "\U00020000 ", "từ " };
    static const char *const codes[] = { "{x%c<x/>}", "{x%c\U0001f600}",
                                         "{x%c}", "{x%c\uFFFC}", "{x%c€€}" };

    (void)state;
    for (int round = 0; round < 300; round++) {
        char texts[2][256] = { "", "" };

        for (int s = 0; s < 2; s++) {
            const uint32_t number = pick(6);
            size_t size = 0;

            for (uint32_t i = 0; i < 6; i++) {
                if (i == number)
                    size += (size_t)sprintf(texts[s] + size, " %s ",
                                            s == 0 ? "417" : "471");
                /* Each side has the codes 0 to 5, each where it likes. */
                size += (size_t)sprintf(texts[s] + size, "%s",
                                        words[pick(6)]);
                size += (size_t)sprintf(texts[s] + size, codes[pick(5)],
                                        (char)('0' + (int)i));
            }
        }
        for (int how = 0; how < UNITS; how++) {
            side sides[2];
            bilint_report *report;
            char got[2048];

            make(&sides[0], texts[0], (unit)how);
            make(&sides[1], texts[1], (unit)how);
            report = check(&sides[0], &sides[1], (unit)how);
            slice(report, sides, (unit)how, got, sizeof(got));
            bilint_report_free(report);
            if (strstr(got, "number-mismatch/altered s[417] t[471] "
                            "[471]>[417]\n") == NULL)
                fail_msg("%s\n%s\n%s: %s", texts[0], texts[1],
                         unit_names[how], got);
        }
    }
}

/* ---- what is not allowed ------------------------------------------------ */

static bilint_status try_in(unit how, bilint_code first, bilint_code second)
{
    const bilint_code codes[] = { first, second };
    bilint_pair pair = client_pair("en", "vi", "abcdef \U0001f600", "abcdef");
    bilint_report *report = NULL;
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status;

    pair.source_codes = codes;
    pair.source_code_count = 2;
    status = bilint_check_pair(engines[how], &pair, &report, &err);
    assert_int_equal(err.status, status);
    assert_true(status == BILINT_OK || err.message[0] != '\0');
    bilint_report_free(report);
    return status;
}

static bilint_status try(bilint_code first, bilint_code second)
{
    return try_in(UTF_8, first, second);
}

static bilint_code code(int32_t kind, uint32_t start, uint32_t limit)
{
    return (bilint_code){ .struct_size = sizeof(bilint_code),
                          .kind = kind,
                          .start = start,
                          .limit = limit };
}

static void refuses_codes_out_of_order(void **state)
{
    (void)state;
    assert_int_equal(try(code(0, 0, 1), code(0, 1, 2)), BILINT_OK);
    assert_int_equal(try(code(0, 2, 3), code(0, 1, 2)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(0, 0, 2), code(0, 1, 3)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(0, 2, 1), code(0, 3, 4)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(3, 0, 1), code(0, 1, 2)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(-1, 0, 1), code(0, 1, 2)), BILINT_E_ARGUMENT);
}

/* "abcdef 😀" has 11 bytes, 9 units of UTF-16, 8 code points. A code that is not in the text cannot be shown
 * there, and marks could not be offsets into the text. */
static void refuses_codes_outside_of_the_text(void **state)
{
    (void)state;
    assert_int_equal(try(code(0, 0, 1), code(0, 11, 11)), BILINT_OK);
    assert_int_equal(try(code(0, 0, 1), code(0, 5, 12)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(0, 0, 1), code(0, 100, 200)),
                     BILINT_E_ARGUMENT);
    assert_int_equal(try_in(UTF_16, code(0, 0, 1), code(0, 7, 9)), BILINT_OK);
    assert_int_equal(try_in(UTF_16, code(0, 0, 1), code(0, 7, 10)),
                     BILINT_E_ARGUMENT);
    assert_int_equal(try_in(CODE_POINTS, code(0, 0, 1), code(0, 7, 8)),
                     BILINT_OK);
    assert_int_equal(try_in(CODE_POINTS, code(0, 0, 1), code(0, 7, 9)),
                     BILINT_E_ARGUMENT);
}

/* Half of a character left over would be damaged text. */
static void refuses_codes_inside_of_a_character(void **state)
{
    (void)state;
    assert_int_equal(try(code(0, 0, 1), code(0, 8, 9)), BILINT_E_ARGUMENT);
    assert_int_equal(try(code(0, 0, 1), code(0, 7, 9)), BILINT_E_ARGUMENT);
    assert_int_equal(try_in(UTF_16, code(0, 0, 1), code(0, 7, 8)),
                     BILINT_E_ARGUMENT);
    assert_int_equal(try_in(UTF_16, code(0, 0, 1), code(0, 8, 9)),
                     BILINT_E_ARGUMENT);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(marks_behind_codes_of_any_length),
    cmocka_unit_test(marks_behind_astral_characters),
    cmocka_unit_test(marks_codes_themselves),
    cmocka_unit_test(marks_text_between_and_around_codes),
    cmocka_unit_test(marks_what_a_fix_replaces),
    cmocka_unit_test(takes_its_own_sentinels_for_text),
    cmocka_unit_test(marks_in_random_texts),
    cmocka_unit_test(refuses_codes_out_of_order),
    cmocka_unit_test(refuses_codes_outside_of_the_text),
    cmocka_unit_test(refuses_codes_inside_of_a_character),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
