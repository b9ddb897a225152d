/* SPDX-License-Identifier: Apache-2.0 */
/* Texts in the form in which they are compared. */
#include "suite.h"

#include "text/normal_form.h"

static void makes_forms(void **state)
{
    static const struct {
        const char *in;
        bl_form form;
        bool fold;
        const char *out;
    } rows[] = {
        { "Việt", BL_FORM_NFC, false, "Việt" },
        { "Vie\u0323\u0302t", BL_FORM_NFC, false, "Việt" },
        { "Việt", BL_FORM_NFD, false, "Vie\u0323\u0302t" },
        { "Vie\u0323\u0302t", BL_FORM_NONE, false, "Vie\u0323\u0302t" },
        { "VIỆT", BL_FORM_NFC, true, "việt" },
        { "VIỆT", BL_FORM_NONE, true, "việt" },
        { "ΣΊΣΥΦΟΣ", BL_FORM_NFC, true, "σίσυφοσ" },
        { "\u1100\u1161", BL_FORM_NFC, false, "가" },
        { "가", BL_FORM_NFD, false, "\u1100\u1161" },
        { "plain", BL_FORM_NFD, false, "plain" },
        { "", BL_FORM_NFC, true, "" },
    };
    bl_arena arena;

    (void)state;
    bl_arena_init(&arena, &bl_alloc_default, 0);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_str made = bl_form_of(&arena, bl_str_z(rows[i].in),
                                       rows[i].form, rows[i].fold);

        assert_true(bl_str_equal(made, bl_str_z(rows[i].out)));
    }
    bl_arena_free(&arena);
}

static void makes_them_of_long_texts(void **state)
{
    enum { COUNT = 5000 };
    static char text[6 * COUNT];
    bl_arena arena;
    bl_str made;

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        memcpy(text + 6 * i, "e\u0323\u0302 ", 6);
    bl_arena_init(&arena, &bl_alloc_default, 0);
    made = bl_form_of(&arena, bl_str_of(text, sizeof(text)), BL_FORM_NFC,
                      false);
    assert_int_equal(made.size, 4 * COUNT);
    made = bl_form_of(&arena, made, BL_FORM_NFD, false);
    assert_int_equal(made.size, sizeof(text));
    assert_memory_equal(made.ptr, text, sizeof(text));
    bl_arena_free(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(makes_forms),
    cmocka_unit_test(makes_them_of_long_texts),
};

SUITE(tests)
