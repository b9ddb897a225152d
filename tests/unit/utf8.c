/* SPDX-License-Identifier: Apache-2.0 */
/* The UTF-8 cursor: every code point there and back, and damaged bytes, each
 * of which is one U+FFFD and moves the cursor by one. */
#include "suite.h"

#include "text/utf8.h"

#include <string.h>

static void reads_what_it_writes(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char bytes[8] = { 0 };
        size_t at = 0;
        size_t size;

        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        size = bl_utf8_put(c, bytes);
        assert_int_equal(bl_utf8_next(bytes, size, &at), c);
        assert_int_equal(at, size);
        assert_int_equal(bl_utf8_before(bytes, size), c);
        assert_int_equal(bl_utf8_valid(bytes, size), size);
        assert_int_equal(bl_utf8_points(bytes, size), 1);
        assert_int_equal(bl_utf8_units16(bytes, size), c > 0xffff ? 2 : 1);
    }
}

/* Every text is walked to its end, whatever is cut off or in between. */
static void reads_damaged_bytes_one_by_one(void **state)
{
    static const struct {
        const char *text;
        size_t size;
        size_t damaged; /* offset of the first damaged byte */
        int count;      /* of characters, damaged ones included */
    } rows[] = {
        { "\x80", 1, 0, 1 },                 /* continuation alone */
        { "\xff\xfe", 2, 0, 2 },             /* never in UTF-8 */
        { "\xc0\xaf", 2, 0, 2 },             /* overlong */
        { "\xe0\x80\xaf", 3, 0, 3 },         /* overlong */
        { "\xf0\x80\x80\xaf", 4, 0, 4 },     /* overlong */
        { "\xed\xa0\x80", 3, 0, 3 },         /* surrogate */
        { "\xf4\x90\x80\x80", 4, 0, 4 },     /* beyond U+10FFFF */
        { "\xf5\x80\x80\x80", 4, 0, 4 },
        { "a\xc3", 2, 1, 2 },                /* cut */
        { "a\xe2\x82", 3, 1, 3 },
        { "a\xf0\x9f\x98", 4, 1, 4 },
        { "\xc3\xa9\x80", 3, 2, 2 },
        { "\xe2\x82\xacx", 4, 4, 2 },        /* nothing wrong */
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        size_t at = 0;
        int count = 0;

        while (at < rows[i].size) {
            const size_t before = at;
            const uint32_t c = bl_utf8_next(rows[i].text, rows[i].size, &at);

            assert_true(at > before && at <= rows[i].size);
            if (before >= rows[i].damaged) {
                assert_int_equal(c, BL_REPLACEMENT);
                assert_int_equal(at, before + 1);
            }
            count++;
        }
        assert_int_equal(count, rows[i].count);
        assert_int_equal(bl_utf8_valid(rows[i].text, rows[i].size),
                         rows[i].damaged);
    }
}

static void reads_backwards(void **state)
{
    const char text[] = "a\u00e9\u20ac\U0001f600";

    (void)state;
    assert_int_equal(bl_utf8_before(text, 1), 'a');
    assert_int_equal(bl_utf8_before(text, 3), 0xe9);
    assert_int_equal(bl_utf8_before(text, 6), 0x20ac);
    assert_int_equal(bl_utf8_before(text, 10), 0x1f600);
    /* The end of a character alone is damaged. */
    assert_int_equal(bl_utf8_before("\xac", 1), BL_REPLACEMENT);
    assert_int_equal(bl_utf8_before("a\x82\xac", 3), BL_REPLACEMENT);
}

static void counts(void **state)
{
    const char text[] = "a\u00e9\u20ac\U0001f600\n";

    (void)state;
    assert_int_equal(bl_utf8_points(text, strlen(text)), 5);
    assert_int_equal(bl_utf8_units16(text, strlen(text)), 6);
    assert_int_equal(bl_utf8_points(text, 0), 0);
    assert_int_equal(bl_utf8_valid(text, 0), 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_what_it_writes),
    cmocka_unit_test(reads_damaged_bytes_one_by_one),
    cmocka_unit_test(reads_backwards),
    cmocka_unit_test(counts),
};

SUITE(tests)
