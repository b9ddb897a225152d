/* SPDX-License-Identifier: Apache-2.0 */
/* Lengths of texts, in each unit and form, and where that begins which is too
 * much. */
#include "suite.h"

#include "text/length.h"
#include "text/width.h"

#include <string.h>

typedef struct row {
    const char *text;
    uint8_t unit;
    uint8_t form;
    bool preserve;
    uint64_t length;
} row;

static const row rows[] = {
    { "", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 0 },
    { "", BL_SIZE_ROW, BL_SIZE_AS_IS, true, 0 },
    { "năm", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 3 },
    { "năm", BL_SIZE_UTF8, BL_SIZE_AS_IS, false, 4 },
    { "năm", BL_SIZE_BYTE, BL_SIZE_AS_IS, false, 4 },
    { "năm", BL_SIZE_UTF16, BL_SIZE_AS_IS, false, 6 },
    { "năm", BL_SIZE_UTF32, BL_SIZE_AS_IS, false, 12 },
    { "\U0001F600", BL_SIZE_UTF16, BL_SIZE_AS_IS, false, 4 },
    { "\U0001F600", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 1 },
    /* Normal forms; a mark alone, and what composes with nothing. */
    { "năm", BL_SIZE_CHAR, BL_SIZE_NFD, false, 4 },
    { "na\u0306m", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 4 },
    { "na\u0306m", BL_SIZE_CHAR, BL_SIZE_NFC, false, 3 },
    { "e\u0323\u0302", BL_SIZE_UTF8, BL_SIZE_NFC, false, 3 },
    { "\u0301q\u0308", BL_SIZE_CHAR, BL_SIZE_NFC, false, 3 },
    { "각", BL_SIZE_CHAR, BL_SIZE_NFD, false, 3 },
    { "\u1100\u1161\u11a8", BL_SIZE_CHAR, BL_SIZE_NFC, false, 1 },
    /* Clusters (UAX #29). */
    { "e\u0301\u0323a", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 2 },
    { "\u1100\u1161\u11a8\uac01", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 2 },
    { "\U0001F1FB\U0001F1F3\U0001F1E9\U0001F1EA", BL_SIZE_GLYPH,
      BL_SIZE_AS_IS, false, 2 },
    { "\U0001F469\U0001F3FD\u200D\U0001F4BB!", BL_SIZE_GLYPH, BL_SIZE_AS_IS,
      false, 2 },
    { "a\u200D\U0001F4BB", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 2 },
    { "\u06001", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 1 },
    { "\U0001F469\u200D\u200D\U0001F4BB", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false,
      2 },
    { "हिन्दी", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 2 },
    { "தமிழ்த்", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 4 },
    { "क्a", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 2 },
    { "a\r\nb", BL_SIZE_GLYPH, BL_SIZE_AS_IS, true, 3 },
    /* Columns and rows. */
    { "表a", BL_SIZE_COLUMN, BL_SIZE_AS_IS, false, 3 },
    { "ab\nabcd\nabc", BL_SIZE_COLUMN, BL_SIZE_AS_IS, true, 4 },
    { "ab\nabcd\nabc", BL_SIZE_COLUMN, BL_SIZE_AS_IS, false, 11 },
    { "ab\nabcd\nabc", BL_SIZE_ROW, BL_SIZE_AS_IS, true, 3 },
    { "ab\nabcd\nabc", BL_SIZE_ROW, BL_SIZE_AS_IS, false, 1 },
    /* White space, and codes. */
    { " \n a \t b\n", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 3 },
    { " \n a \t b\n", BL_SIZE_CHAR, BL_SIZE_AS_IS, true, 9 },
    { "  ", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 0 },
    { "a\u00A0 b", BL_SIZE_CHAR, BL_SIZE_AS_IS, false, 4 },
    { "a\uFFFC\u0301b", BL_SIZE_UTF8, BL_SIZE_NFC, false, 4 },
    { "\uFFFCa\uFFFC", BL_SIZE_GLYPH, BL_SIZE_AS_IS, false, 1 },
    /* Damaged bytes are characters that say so. */
    { "a\xff", BL_SIZE_CHAR, BL_SIZE_NFC, false, 2 },
};

static bl_yardstick yardstick(const row *r)
{
    return (bl_yardstick){ .unit = r->unit,
                           .form = r->form,
                           .preserve = r->preserve };
}

static void measures(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_yardstick by = yardstick(&rows[i]);
        const uint64_t length = bl_length(&by, bl_str_z(rows[i].text));

        if (length != rows[i].length)
            fail_msg("row %zu, \"%s\": %llu", i, rows[i].text,
                     (unsigned long long)length);
    }
}

/* What is before the cut is no longer than is allowed, and all of a text that
 * is not too long. */
static void cuts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_yardstick by = yardstick(&rows[i]);
        const bl_str text = bl_str_z(rows[i].text);

        for (uint64_t most = 1; most <= rows[i].length + 1; most++) {
            const uint32_t at = bl_length_cut(&by, text, most);

            assert_true(at <= text.size);
            if ((at == text.size) != (most >= rows[i].length))
                fail_msg("row %zu, \"%s\", %llu: cut at %u", i, rows[i].text,
                         (unsigned long long)most, (unsigned)at);
            assert_true(bl_length(&by, bl_str_of(text.ptr, at)) <= most);
        }
    }
}

/* A pile of marks is longer than any piece that is looked at. */
static void measures_piles(void **state)
{
    const bl_yardstick by = { .unit = BL_SIZE_CHAR, .form = BL_SIZE_NFD };
    char text[1001] = "a";

    (void)state;
    for (size_t i = 1; i + 1 < sizeof(text); i += 2)
        memcpy(text + i, "\u0301", 2);
    assert_int_equal(bl_length(&by, bl_str_of(text, 999)), 500);
}

/* The spaces between texts that are one. */
static void measures_what_goes_on(void **state)
{
    const bl_yardstick by = { .unit = BL_SIZE_CHAR };
    const bl_yardstick first = bl_yardstick_within(&by, 0, 3);
    const bl_yardstick middle = bl_yardstick_within(&by, 1, 3);
    const bl_yardstick last = bl_yardstick_within(&by, 2, 3);

    (void)state;
    assert_int_equal(bl_length(&first, BL_STR("  a ")), 2);
    assert_int_equal(bl_length(&middle, BL_STR(" a \n ")), 3);
    assert_int_equal(bl_length(&middle, BL_STR(" ")), 1);
    assert_int_equal(bl_length(&last, BL_STR(" a ")), 2);
}

/* What the ranges say without asking ICU. */
static void agrees_with_icu(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x20000; c++) {
        if (bl_width_of(c) != bl_width_of_other(c))
            fail_msg("U+%04X", (unsigned)c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_icu),
        cmocka_unit_test(measures),
        cmocka_unit_test(cuts),
        cmocka_unit_test(measures_piles),
        cmocka_unit_test(measures_what_goes_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
