/* SPDX-License-Identifier: Apache-2.0 */
/* Digits with separators, as each locale writes them: every value that they
 * can have, the locale's own before the bar. */
#include "unit/reading.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

static reading the;

static int set_up(void **state)
{
    (void)state;
    return reading_open(&the) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    reading_close(&the);
    return 0;
}

typedef struct row {
    const char *tag;
    const char *text;
    const char *values; /* of the first quantity; "" for none */
} row;

static void check(const row *rows, size_t count)
{
    int wrong = 0;

    for (size_t i = 0; i < count; i++) {
        const bl_side *side =
            reading_read(&the, rows[i].tag, bl_str_z(rows[i].text));
        char values[READING_TEXT] = "";

        assert_non_null(side);
        if (side->quantity_count != 0)
            reading_values(&side->quantities[0], values);
        if (strcmp(values, rows[i].values) == 0)
            continue;
        fprintf(stderr, "%s: \"%s\" is read as %s, not as %s\n", rows[i].tag,
                rows[i].text, values, rows[i].values);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof((rows)[0]))

static void reads_the_separators_of_each_locale(void **state)
{
    static const row rows[] = {
        { "en", "1,234.5", "1234.5" },
        { "en", "1,234,567", "1 234 567" },
        { "en-IN", "12,34,567.5", "1 234 567.5" },
        { "de", "1.234,5", "1234.5" },
        { "de", "1.234.567", "1 234 567" },
        { "de-CH", "1’234’567.5", "1 234 567.5" },
        { "de-AT", "1 234,5", "1234.5" },
        { "fr", "1\u202f234,5", "1234.5" },
        { "fr", "1\u00a0234,5", "1234.5" },
        { "fr", "1 234 567", "1 234 567" },
        { "vi", "1.234,5", "1234.5" },
        { "es", "1.234,5", "1234.5" },
        { "pt-BR", "1.234,5", "1234.5" },
        { "pt-PT", "1 234,5", "1234.5" },
        { "ru", "1 234,5", "1234.5" },
        { "pl", "12 345,5", "12 345.5" },
        { "hi", "12,34,567.5", "1 234 567.5" },
        { "hi", "१२,३४,५६७.५", "1 234 567.5" },
        { "ja", "1,234.5", "1234.5" },
        { "zh", "1,234.5", "1234.5" },
        { "ko", "1,234.5", "1234.5" },
        { "ar-EG", "١٬٢٣٤٫٥", "1234.5" },
        { "fa", "۱٬۲۳۴٫۵", "1234.5" },
        { "th", "1,234.5", "1234.5" },
        { "bn", "১২,৩৪,৫৬৭", "1 234 567" },
        { "sv", "1\u00a0234,5", "1234.5" },
        { "tr", "1.234,5", "1234.5" },
        { "he", "1,234.5", "1234.5" },
        { "it-CH", "1’234.5", "1234.5" },
    };

    (void)state;
    CHECK(rows);
}

/* One separator and three digits: what the locale means comes first, what
 * others mean by it is possible. */
static void keeps_both_readings_of_one_separator(void **state)
{
    static const row rows[] = {
        { "en", "1,234", "1234|1.234" }, { "en", "1.234", "1.234|1234" },
        { "de", "1.234", "1234|1.234" }, { "de", "1,234", "1.234|1234" },
        { "vi", "1.234", "1234|1.234" }, { "vi", "4.58", "|4.58" },
        { "en", "4,58", "|4.58" },       { "en", "4.58", "4.58" },
        { "vi", "4,58", "4.58" },        { "fr", "4,58", "4.58" },
        { "fr", "1.234", "|1234,1.234" }, { "en", "0.123", "0.123" },
        { "de", "0.123", "|0.123" },     { "en", "0,123", "|0.123" },
        { "en", "12.5", "12.5" },        { "en", "1234.5", "1234.5" },
        { "de", "1234,5", "1234.5" },    { "en", "1234,567", "|1234.567" },
    };

    (void)state;
    CHECK(rows);
}

static void reads_groups_of_others(void **state)
{
    static const row rows[] = {
        { "en", "1.234,5", "|1234.5" },
        { "de", "1,234.5", "|1234.5" },
        { "en", "1.234.567", "|1 234 567" },
        { "en", "12,34,567", "|1 234 567" },
        { "vi", "1,234,567", "|1 234 567" },
        { "en", "1\u00a0234", "1234" },
    };

    (void)state;
    CHECK(rows);
}

static void reads_other_digits(void **state)
{
    static const row rows[] = {
        { "ja", "１２３４", "1234" },      /* full width */
        { "ja", "１，２３４．５", "1234.5" },
        { "ar", "٤٢", "42" },
        { "th", "๔๒", "42" },
        { "en", "४२", "42" },
        { "my", "၄၂", "42" },
        { "km", "៤២", "42" },
    };

    (void)state;
    CHECK(rows);
}

static void leaves_zeros_out_of_the_value(void **state)
{
    static const row rows[] = {
        { "en", "007", "7" },     { "en", "0", "0" },
        { "en", "0.50", "0.5" },  { "de", "0,50", "0.5" },
        { "en", "1.0", "1" },     { "en", "00", "0" },
        { "en", "100000", "100 000" },
    };

    (void)state;
    CHECK(rows);
}

static void knows_what_is_no_grouping(void **state)
{
    static const row rows[] = {
        { "en", "1,23,4", "1" },   /* a list: its first number */
        { "en", "1, 234", "1" },
        { "en", "12 345", "12" },  /* two numbers in English */
        { "en", "1,2,3", "1" },
        { "en", "1,2345", "|1.2345" },
        { "en", "12345,678", "|12 345.678" },
    };

    (void)state;
    CHECK(rows);
}

/* What a decimal holds: 18 digits whatever they are. */
static void holds_eighteen_digits(void **state)
{
    static const row rows[] = {
        { "en", "123456789012345678", "123 456 789 012 345 678" },
        { "en", "0.000000000000000001", "0.000000000000000001" },
        { "en", "999,999,999,999,999,999", "999 999 999 999 999 999" },
    };
    const bl_side *side;

    (void)state;
    CHECK(rows);
    side = reading_read(&the, "en", BL_STR("1234567890123456789"));
    assert_non_null(side);
    assert_int_equal(side->quantity_count, 1);
    assert_true(side->quantities[0].flags & BL_QUANTITY_OPAQUE);
}

static void counts_written_fraction_digits(void **state)
{
    static const struct {
        const char *tag;
        const char *text;
        int digits;
    } rows[] = { { "en", "2", 0 },      { "en", "2.5", 1 },
                 { "en", "2.50", 2 },   { "de", "2,50", 2 },
                 { "en", "1,234", 0 },  { "en", "1,234.500", 3 } };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_side *side =
            reading_read(&the, rows[i].tag, bl_str_z(rows[i].text));

        assert_non_null(side);
        assert_int_equal(side->quantity_count, 1);
        assert_int_equal(side->quantities[0].fraction_digits,
                         rows[i].digits);
    }
}

static void covers_the_text_it_was_read_from(void **state)
{
    static const struct {
        const char *tag;
        const char *text;
        const char *numeral;
    } rows[] = {
        { "en", "about 1,234.5 of them", "1,234.5" },
        { "en", "it is 7.", "7" },
        { "de", "rund 1.234,5 davon", "1.234,5" },
        { "fr", "environ 1\u202f234,5 mm", "1\u202f234,5" },
        { "ja", "約１，２３４個", "１，２３４" },
        { "en", "1,2,3", "1" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_side *side =
            reading_read(&the, rows[i].tag, bl_str_z(rows[i].text));
        char numeral[64] = "";
        bl_str text;

        assert_non_null(side);
        assert_true(side->quantity_count != 0);
        text = bl_side_text(side, side->quantities[0].numeral);
        memcpy(numeral, text.ptr, text.size);
        assert_string_equal(numeral, rows[i].numeral);
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_the_separators_of_each_locale),
    cmocka_unit_test(keeps_both_readings_of_one_separator),
    cmocka_unit_test(reads_groups_of_others),
    cmocka_unit_test(reads_other_digits),
    cmocka_unit_test(leaves_zeros_out_of_the_value),
    cmocka_unit_test(knows_what_is_no_grouping),
    cmocka_unit_test(holds_eighteen_digits),
    cmocka_unit_test(counts_written_fraction_digits),
    cmocka_unit_test(covers_the_text_it_was_read_from),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
