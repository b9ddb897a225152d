/* SPDX-License-Identifier: Apache-2.0 */
/* Character classes: which characters they have, and what is none. */
#include "suite.h"

#include "text/char_class.h"

typedef struct row {
    const char *text;
    uint32_t in;  /* a character that it has, */
    uint32_t out; /* and one that it has not */
} row;

static void has_what_it_says(void **state)
{
    static const row rows[] = {
        { "[abc]", 'b', 'd' },
        { "[a-c]", 'b', '-' },
        { "[a-]", '-', 'b' },
        { "[-a]", '-', 'b' },
        { "[^a-c]", 0x10ffff, 'b' },
        { "[^a-c]", 'd', 'a' },
        { "[a^]", '^', 'b' },
        { "[a-zA-Z ]", ' ', '\t' },
        { "[à-ỹ]", 0x1ea1, 'a' },
        { "[\\]\\[\\\\]", '\\', 'a' },
        { "[\\n\\t]", '\n', 'n' },
        { "[\\p{Lu}\\d]", 0x0110, 'a' },
        { "[\\p{Lu}\\d]", 0x0663, 'a' },
        { "[\\P{L}]", '1', 'a' },
        { "[\\p{IsBasicLatin}]", 'a', 0xe4 },
        { "[\\p{L}-[a-z]]", 'A', 'a' },
        { "[a-z-[aeiou]]", 'b', 'e' },
        { "[\\w]", 'a', '.' },
        { "\\d", '7', 'a' },
        { "\\s", '\n', 0xa0 },
        { "\\S", 0xa0, ' ' },
        { ".", 0xfffd, '\n' },
        { "a", 'a', 'b' },
        { "\\.", '.', 'a' },
        { "[\U0001F600-\U0001F64F]", 0x1f601, 0x1f5ff },
    };
    bl_arena arena;

    (void)state;
    bl_arena_init(&arena, &bl_alloc_default, 0);
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_char_class *set =
            bl_char_class_new(&arena, bl_str_z(rows[i].text));

        assert_non_null(set);
        assert_true(bl_char_class_has(set, rows[i].in));
        assert_false(bl_char_class_has(set, rows[i].out));
        assert_true(bl_str_equal(set->text, bl_str_z(rows[i].text)));
    }
    bl_arena_free(&arena);
}

static void refuses_what_is_none(void **state)
{
    static const char *const texts[] = {
        "",      "[",        "[]",        "[^]",   "[a",       "[z-a]",
        "[a-ZA-Z]", "abc",   "[a]b",      "a+",    "[a]*",     "\\q",
        "[\\p{}]",  "[\\p{No such}]", "[a[b]]", "[a-\\d]", "[a-z-[", "\\",
        "[\\",   "]",        "[\\p{L]"
    };
    bl_arena arena;

    (void)state;
    bl_arena_init(&arena, &bl_alloc_default, 0);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_null(bl_char_class_new(&arena, bl_str_z(texts[i])));
    assert_false(arena.failed);
    bl_arena_free(&arena);
}

static void refuses_what_is_nested_too_deep(void **state)
{
    char text[4000];
    bl_arena arena;

    (void)state;
    for (size_t i = 0; i < sizeof(text); i++)
        text[i] = "[a-"[i % 3];
    bl_arena_init(&arena, &bl_alloc_default, 0);
    assert_null(bl_char_class_new(&arena, bl_str_of(text, sizeof(text))));
    bl_arena_free(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(has_what_it_says),
    cmocka_unit_test(refuses_what_is_none),
    cmocka_unit_test(refuses_what_is_nested_too_deep),
};

SUITE(tests)
