/* SPDX-License-Identifier: Apache-2.0 */
/* Endings out of an affix file: what is taken off and put on, whatever two
 * words share; encodings, flags, and lines that are something else. */
#include "suite.h"

#include "lexicon/affixes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "affixes-XXXXXX";

static int set_up(void **state)
{
    const int file = mkstemp(path);

    (void)state;
    if (file < 0)
        return -1;
    close(file);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    remove(path);
    return 0;
}

static void read_text(const char *text, const char *tag, bl_affixes *affixes)
{
    FILE *file = fopen(path, "wb");
    bl_locale locale;

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_true(bl_locale_parse(tag, strlen(tag), &locale));
    assert_true(bl_affixes_read(affixes, &bl_alloc_default, &locale, path));
}

static bool make(const bl_affixes *affixes, const char *base, const char *form)
{
    return bl_affixes_make(affixes, bl_str_z(base), bl_str_z(form));
}

static void takes_off_and_puts_on(void **state)
{
    bl_affixes affixes;

    (void)state;
    read_text("# SFX X 0 en .\n"
              "SET UTF-8\n"
              "PFX U Y 1\n"
              "PFX U 0 un .\n"
              "SFX S Y 3\r\n"
              "SFX S y ies [^aeiou]y\r\n"
              "SFX S\t0\ts/W [^y]\n"
              "SFX S e er e\n",
              "en", &affixes);
    assert_true(make(&affixes, "city", "cities"));
    assert_true(make(&affixes, "bridge", "bridges"));
    assert_true(make(&affixes, "large", "larger"));
    assert_false(make(&affixes, "cities", "city"));
    assert_false(make(&affixes, "bridge", "bridgen"));
    assert_false(make(&affixes, "do", "undo"));
    assert_false(make(&affixes, "bridge", "bride"));
    assert_true(affixes.twofold);
    bl_affixes_free(&affixes);
}

/* Letters that begin with the same byte are not taken apart. */
static void knows_what_endings_take_off(void **state)
{
    const bl_affix_base *base;
    bl_affixes affixes;
    size_t count;

    (void)state;
    read_text("SET UTF-8\n"
              "SFX A ąż ężem ąż\n"
              "SFX A ies sa ies\n"
              "SFX A e ą .\n",
              "pl", &affixes);
    base = bl_affixes_bases(&affixes, BL_STR("ężem"), &count);
    assert_int_equal(count, 1);
    assert_true(bl_str_equal(bl_affix_base_text(&affixes, base),
                             BL_STR("ąż")));
    base = bl_affixes_bases(&affixes, BL_STR("sa"), &count);
    assert_int_equal(count, 1);
    assert_true(bl_str_equal(bl_affix_base_text(&affixes, base),
                             BL_STR("ies")));
    bl_affixes_bases(&affixes, BL_STR("żem"), &count);
    assert_int_equal(count, 0);
    bl_affixes_free(&affixes);
}

static void reads_other_alphabets_and_encodings(void **state)
{
    bl_affixes affixes;

    (void)state;
    read_text("SET KOI8-R\nSFX A Y 1\nSFX A \xd1 \xc5\xca [\xc9]\xd1\n", "ru",
              &affixes);
    assert_true(make(&affixes, "станция", "станцией"));
    assert_false(make(&affixes, "станция", "станцию"));
    assert_false(affixes.twofold);
    bl_affixes_free(&affixes);
    read_text("SET no-such-encoding\nSFX A 0 s .\n", "en", &affixes);
    assert_int_equal(affixes.count, 0);
    assert_false(make(&affixes, "pier", "piers"));
    bl_affixes_free(&affixes);
}

/* As the language folds them: capitals are small letters. */
static void folds_what_it_reads(void **state)
{
    bl_affixes affixes;

    (void)state;
    read_text("SFX A 0 LIK .\n", "tr", &affixes);
    assert_true(make(&affixes, "kad\xc4\xb1n", "kad\xc4\xb1nl\xc4\xb1k"));
    bl_affixes_free(&affixes);
}

static void finds_nothing_in_a_file_that_is_not_there(void **state)
{
    bl_affixes affixes;
    bl_locale locale;

    (void)state;
    assert_true(bl_locale_parse("en", 2, &locale));
    assert_true(bl_affixes_read(&affixes, &bl_alloc_default, &locale,
                                "no-such-file.aff"));
    assert_int_equal(affixes.count, 0);
    bl_affixes_free(&affixes);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(takes_off_and_puts_on),
    cmocka_unit_test(knows_what_endings_take_off),
    cmocka_unit_test(reads_other_alphabets_and_encodings),
    cmocka_unit_test(folds_what_it_reads),
    cmocka_unit_test(finds_nothing_in_a_file_that_is_not_there),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
