/* SPDX-License-Identifier: Apache-2.0 */
/* Scripts of characters, by the names that locales have for them. */
#include "suite.h"

#include "text/script.h"

static void has_its_characters(void **state)
{
    static const struct row {
        const char *script;
        uint32_t in;
        uint32_t out;
    } rows[] = {
        { "Latn", 'a', 0x0430 },
        { "Cyrl", 0x0430, 'a' },
        { "Arab", 0x0627, 0x05d0 },
        { "Hans", 0x4e00, 'a' },
        { "Jpan", 0x3042, 0x0430 },
        { "Kana", 0x3042, 'a' }, /* with hiragana and Han beside it */
        { "Hira", 0x30a2, 'a' },
        { "Kore", 0xac00, 'a' },
        { "", 0, 'a' },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (rows[i].in != 0)
            assert_true(bl_is_of_script(rows[i].in, rows[i].script));
        assert_false(bl_is_of_script(rows[i].out, rows[i].script));
    }
}

static void letters_are_of_a_script(void **state)
{
    (void)state;
    assert_true(bl_is_word_letter('a'));
    assert_true(bl_is_word_letter(0x3042));
    assert_false(bl_is_word_letter('1'));
    assert_false(bl_is_word_letter(0x0301));
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(has_its_characters),
    cmocka_unit_test(letters_are_of_a_script),
};

SUITE(tests)
