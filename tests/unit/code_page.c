/* SPDX-License-Identifier: Apache-2.0 */
/* Characters of code pages, there and back. */
#include "suite.h"

#include "text/code_page.h"

/* Each character has a byte that stands for it again. */
static void finds_each_character(void **state)
{
    size_t found = 0;

    (void)state;
    for (int page = 0; page < BL_PAGES; page++) {
        for (int byte = 0x80; byte <= 0xff; byte++) {
            const uint32_t c =
                bl_page_character((bl_code_page)page, (uint8_t)byte);

            if (c == 0)
                continue;
            assert_int_equal(bl_page_byte((bl_code_page)page, c), byte);
            found++;
        }
    }
    assert_true(found > BL_PAGES * 100);
}

static void lacks_others(void **state)
{
    (void)state;
    assert_int_equal(bl_page_byte(BL_PAGE_1252, 'a'), 'a');
    assert_int_equal(bl_page_byte(BL_PAGE_1252, 0x111), -1);  /* đ */
    assert_int_equal(bl_page_byte(BL_PAGE_1252, 0x1ea3), -1); /* ả */
    assert_int_equal(bl_page_byte(BL_PAGE_1258, 0x111), 0xf0);
    assert_int_equal(bl_page_byte(BL_PAGE_1251, 0xe9), -1); /* é */
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_each_character),
    cmocka_unit_test(lacks_others),
};

SUITE(tests)
