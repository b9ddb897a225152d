/* SPDX-License-Identifier: Apache-2.0 */
/* Words that are made of another one by what is written onto it. */
#include "suite.h"

#include "base/alloc.h"
#include "lexicon/inflections.h"

#include <string.h>

static bl_arena texts;
static bl_inflections all;

static void add(const char *form, const char *beside, bool prefix)
{
    assert_true(bl_inflections_add(&all, bl_str_z(form), bl_str_z(beside),
                                   prefix));
}

static int set_up(void **state)
{
    bool valid = false;

    (void)state;
    bl_arena_init(&texts, &bl_alloc_default, 0);
    all = (bl_inflections){ .alloc = &bl_alloc_default,
                            .texts = &texts,
                            .vowels = BL_STR("aeıioöuü") };
    assert_true(bl_spelling_changes_add(&all.softened, all.alloc,
                                        BL_STR("k>ğ"), &valid));
    assert_true(valid);
    add("lar", "aıou", false);
    add("ler", "eiöü", false);
    add("da", "aıou bdlmnr", false);
    add("ta", "aıou fhkpst", false);
    add("u", "ou", false);
    add("mem", "bfpv", true);
    add("meny>s", "aeiou", true);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    bl_free(all.alloc, all.items);
    bl_free(all.alloc, all.softened.items);
    bl_arena_free(&texts);
    return 0;
}

static unsigned asked;

static bool is_stem(void *context, bl_str word)
{
    static const char *const stems[] = { "kitap", "çocuk", "gemi", "publik",
                                         "sapu", "oda" };

    (void)context;
    asked++;
    for (size_t i = 0; i < sizeof(stems) / sizeof(stems[0]); i++) {
        if (bl_str_equal(word, bl_str_z(stems[i])))
            return true;
    }
    return false;
}

static bool reaches(const char *word)
{
    return bl_inflections_reach(&all, bl_str_z(word), is_stem, NULL);
}

static void takes_off_what_is_in_harmony(void **state)
{
    (void)state;
    assert_true(reaches("kitaplar"));
    assert_true(reaches("kitaplarda"));
    assert_true(reaches("kitapta"));
    assert_true(reaches("gemiler"));
    assert_false(reaches("kitapler"));
    assert_false(reaches("kitapda")); /* behind p it is ta */
    assert_false(reaches("gemilar"));
    assert_false(reaches("kitap")); /* nothing is written onto it */
    assert_false(reaches("lar"));
}

static void hardens_what_a_vowel_softened(void **state)
{
    (void)state;
    assert_true(reaches("çocuğu"));
    assert_false(reaches("çocuğlar"));
}

static void takes_off_what_stands_before(void **state)
{
    (void)state;
    assert_true(reaches("mempublik"));
    assert_true(reaches("menyapu"));
    assert_false(reaches("memsapu"));
    assert_false(reaches("menyoda"));
}

static void takes_three_at_most(void **state)
{
    (void)state;
    assert_true(reaches("odalarlarlar"));
    assert_false(reaches("odalarlarlarlar"));
}

static void asks_no_more_than_a_word_is_worth(void **state)
{
    char word[161];

    (void)state;
    for (size_t i = 0; i < 159; i += 3)
        memcpy(word + i, "lar", 3);
    word[159] = '\0';
    asked = 0;
    assert_false(reaches(word));
    assert_in_range(asked, 1, 300);
    memset(word, 'u', 160);
    word[160] = '\0';
    asked = 0;
    assert_false(reaches(word));
    assert_in_range(asked, 1, 300);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(takes_off_what_is_in_harmony),
    cmocka_unit_test(hardens_what_a_vowel_softened),
    cmocka_unit_test(takes_off_what_stands_before),
    cmocka_unit_test(takes_three_at_most),
    cmocka_unit_test(asks_no_more_than_a_word_is_worth),
};

int main(void)
{
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
