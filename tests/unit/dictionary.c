/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The files of dictionaries/: what a line means, and every way in which a
 * file is refused, with the line that is wrong. And the data of this source
 * tree: it loads for every language that has a folder.
 */
#include "unit/reading.h"

#include "suite.h"

#include "lexicon/dictionary.h"
#include "lexicon/syllables.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
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

/* A language that knows what CLDR knows, and nothing else. */
static bl_language *bare_language(const char *tag, const char *folder)
{
    const bl_language_source source = { .alloc = &the.engine->alloc,
                                        .chars = the.engine->chars,
                                        .units = &the.engine->units,
                                        .dictionaries = folder };
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language;
    bl_locale locale;

    assert_true(bl_locale_parse(tag, strlen(tag), &locale));
    language = bl_language_new(&source, &locale, &err);
    if (language == NULL)
        fprintf(stderr, "%s: %s\n", tag, err.message);
    return language;
}

/* ---- refused ------------------------------------------------------------ */

static void refuses(const char *text, uint32_t line, const char *why)
{
    bl_language *language = bare_language("en", NULL);
    bilint_error err = BILINT_ERROR_INIT;
    char place[32];

    assert_non_null(language);
    assert_int_equal(bl_dictionary_read(language, "x.txt", bl_str_z(text),
                                        &err),
                     BILINT_E_DATA);
    bl_language_free(language);
    assert_int_equal(err.line, line);
    snprintf(place, sizeof(place), "x.txt:%u: ", (unsigned)line);
    assert_memory_equal(err.message, place, strlen(place));
    if (strstr(err.message, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", err.message, why);
}

static void refuses_every_fault_with_its_line(void **state)
{
    (void)state;
    refuses("nonsense|a\n", 1, "unknown key");
    refuses("# a comment\n\nnonsense|a\n", 3, "unknown key");
    refuses("and\n", 1, "no |");
    refuses("and|x\ncardinal 7\n", 2, "no |");
    refuses("and|x\nand|x\n", 2, "the same line again");
    refuses("cardinal 7|x\nand|x\n", 2, "not sorted");
    refuses("# a\ncardinal 7|x\n# b\n\nand|x\n", 5, "not sorted");
    refuses("and|x \n", 1, "white space");
    refuses("and|x\r\n", 1, "white space");
    refuses("and|e\u0301t\n", 1, "NFC");
    refuses("and|\xff\n", 1, "not UTF-8");
    refuses("and|\xed\xa0\x80\n", 1, "not UTF-8");
    refuses("question|?!\n", 1, "not one sign");
    refuses("spaced|? \n", 1, "white space");
    refuses("either|ab\n", 1, "not one sign");
    refuses("unmarked|sentence\n", 1, "no such form");
    refuses("stopped|sentence\n", 1, "no such form");
    refuses("cardinal|seven\n", 1, "not a whole number");
    refuses("cardinal x|seven\n", 1, "not a whole number");
    refuses("cardinal 7.5|seven\n", 1, "not a whole number");
    refuses("cardinal -7|seven\n", 1, "not a whole number");
    refuses("cardinal 1234567890123456789|x\n", 1, "not a whole number");
    refuses("cardinal  7|seven\n", 1, "not a whole number");
    refuses("fraction|half\n", 1, "not a fraction");
    refuses("fraction 1|whole\n", 1, "not a fraction");
    refuses("fraction 0/3|none\n", 1, "not a fraction");
    refuses("fraction 2/|x\n", 1, "not a fraction");
    refuses("fraction /3|x\n", 1, "not a fraction");
    refuses("fraction 2/3/4|x\n", 1, "not a fraction");
    refuses("and 7|x\n", 1, "no value wanted");
    refuses("ending 7|a|b\n", 1, "no value wanted");
    refuses("unit|x\n", 1, "which unit");
    refuses("entity|X\n", 1, "not a group name");
    refuses("entity a b|X\n", 1, "not a group name");
    refuses("entity a_b|X\n", 1, "not a group name");
    refuses("and|\n", 1, "an empty form");
    refuses("and|a||b\n", 1, "an empty form");
    refuses("and|~\n", 1, "an empty form");
    refuses("and|a|^~\n", 1, "an empty form");
    refuses("bare|a\n", 1, "unknown key");
    refuses("bare cua|<con|>bi\n", 1, "with its marks");
    refuses("word|a|b\n", 1, "unknown key");
    refuses("And|a\n", 1, "unknown key");
    refuses(" and|a\n", 1, "no value wanted");
}

/* A line without its line break is a line. */
static void refuses_in_the_last_line(void **state)
{
    (void)state;
    refuses("and|x\nnonsense|a", 2, "unknown key");
}

/* Nobody writes an empty ending or prefix on purpose: "-" is how to say that
 * nothing stands there. */
static void refuses_empty_endings(void **state)
{
    (void)state;
    refuses("ending|a||b\n", 1, "an empty form");
    refuses("prefix|\n", 1, "an empty form");
    refuses("onset|b||c\n", 1, "an empty form");
}

/* A rhyme that is longer than the table has room for is left out without a
 * word. */
static void refuses_parts_of_syllables_that_do_not_fit(void **state)
{
    (void)state;
    refuses("rhyme|abcdefghijklmnopqrst\n", 1, "too long");
}

/* ---- taken -------------------------------------------------------------- */

static bl_language *taught(const char *tag, const char *text)
{
    bl_language *language = bare_language(tag, NULL);
    bilint_error err = BILINT_ERROR_INIT;

    assert_non_null(language);
    if (bl_dictionary_read(language, "x.txt", bl_str_z(text), &err) !=
        BILINT_OK)
        fail_msg("%s", err.message);
    return language;
}

/* The first sense of that kind of a single word, or NULL. */
static const bl_sense *sense_of(bl_language *language, const char *word,
                                bl_sense_kind kind)
{
    const bl_word *found =
        bl_language_word(language, bl_str_z(word), &the.scratch);

    assert_non_null(found);
    return found->root != 0 ? bl_language_sense(language, found->root, kind)
                            : NULL;
}

static void reads_senses_values_and_flags(void **state)
{
    bl_language *language =
        taught("en", "# words\n"
                     "\n"
                     "and|plus\n"
                     "cardinal 7|heptad|~septet\n"
                     "decade-mark|>ies\n"
                     "entity place.x|Xanadu|Shangdu\n"
                     "month 5|^floréal\n"
                     "month-mark|<mensis\n"
                     "scale 1000000|megaton\n"
                     "unit kilometer|klick|klicks\n"
                     "unit no-such-unit|zorkmid\n");
    const bl_sense *sense;
    bl_str form;

    (void)state;
    assert_non_null(sense_of(language, "plus", BL_SENSE_AND));
    sense = sense_of(language, "heptad", BL_SENSE_CARDINAL);
    assert_non_null(sense);
    assert_int_equal(sense->value, 7);
    assert_int_equal(sense->flags, 0);
    sense = sense_of(language, "SEPTET", BL_SENSE_CARDINAL);
    assert_non_null(sense);
    assert_int_equal(sense->flags, BL_SENSE_WEAK);
    assert_int_equal(sense_of(language, "ies", BL_SENSE_DECADE_MARK)->flags,
                     BL_SENSE_AFTER);
    assert_int_equal(sense_of(language, "mensis", BL_SENSE_MONTH_MARK)->flags,
                     BL_SENSE_BEFORE);
    assert_int_equal(sense_of(language, "Floréal", BL_SENSE_MONTH)->flags,
                     BL_SENSE_CAPITAL);
    assert_int_equal(sense_of(language, "megaton", BL_SENSE_SCALE)->value,
                     1000000);
    sense = sense_of(language, "klicks", BL_SENSE_UNIT);
    assert_non_null(sense);
    assert_int_equal(sense->value,
                     bl_units_find(&the.engine->units, BL_STR("kilometer")));
    /* An older ICU may not know a unit: no error, and no sense. */
    assert_null(sense_of(language, "zorkmid", BL_SENSE_UNIT));
    sense = sense_of(language, "shangdu", BL_SENSE_ENTITY);
    assert_non_null(sense);
    form = bl_language_form(language, sense->value);
    assert_true(bl_str_equal(form, BL_STR("Xanadu")));
    bl_language_free(language);
}

static void exchanges_endings_and_strips_prefixes(void **state)
{
    bl_language *language = taught("hu", "cardinal 7|heptad\n"
                                         "ending|-|ban|ben\n"
                                         "prefix|wa\n");

    (void)state;
    assert_non_null(sense_of(language, "heptadban", BL_SENSE_CARDINAL));
    assert_non_null(sense_of(language, "waheptad", BL_SENSE_CARDINAL));
    assert_null(sense_of(language, "heptadbun", BL_SENSE_CARDINAL));
    bl_language_free(language);
}

/* The sense of a phrase of two words of a text, or NULL. */
static const bl_sense *sense_of_two(bl_language *language, const char *text)
{
    bl_tokens tokens;
    bl_arena scratch;
    bl_phrase_node node;
    size_t limit = 0;

    bl_tokens_init(&tokens, &bl_alloc_default);
    bl_arena_init(&scratch, &bl_alloc_default, 0);
    assert_true(
        bl_language_read(language, bl_str_z(text), &tokens, &scratch));
    node = bl_language_match(language, tokens.items, tokens.count, 0,
                             BL_SENSE_BIT(BL_SENSE_ENTITY), &limit);
    bl_arena_free(&scratch);
    bl_tokens_free(&tokens);
    return node != 0 && limit == 2
               ? bl_language_sense(language, node, BL_SENSE_ENTITY)
               : NULL;
}

/* Endings of names and those of words within them; a word that another phrase
 * has as it stands is a form as well. */
static void declines_names_of_several_words(void **state)
{
    bl_language *language = taught("hu", "agreed|a|am\n"
                                         "declined|-|ban\n"
                                         "entity org.a|Nova Xanadu\n"
                                         "entity org.b|Bora Novam\n");

    (void)state;
    assert_true(bl_language_decline_names(language));
    assert_non_null(sense_of_two(language, "Nova Xanadu"));
    assert_non_null(sense_of_two(language, "Nova Xanaduban"));
    assert_non_null(sense_of_two(language, "Bora Novam"));
    assert_non_null(sense_of_two(language, "Boram Novam"));
    assert_non_null(sense_of_two(language, "Novam Xanadu"));
    assert_non_null(sense_of_two(language, "Novam Xanaduban"));
    assert_null(sense_of_two(language, "Novan Xanadu"));
    /* By itself it is no name. */
    assert_null(sense_of(language, "boram", BL_SENSE_ENTITY));
    bl_language_free(language);
}

static void reads_how_names_are_written(void **state)
{
    bl_language *language = taught("ja", "foreign Hans|\u52a0>ga\n"
                                         "foreign Jpan|\u30ab>ka\n"
                                         "heard|spaced\n"
                                         "romanized|ku|n|ro|sa|wa\n"
                                         "turned|names\n");

    (void)state;
    assert_int_equal(language->heard_names, BL_HEARS_SPACED);
    assert_true(language->turns_names);
    /* Of what the language is written in. */
    assert_true(bl_letters_have(&language->foreign, 0x30ab));
    assert_false(bl_letters_have(&language->foreign, 0x52a0));
    assert_true(bl_language_is_romanized(language, BL_STR("kurosawa")));
    assert_false(bl_language_is_romanized(language, BL_STR("kuro sawa")));
    assert_false(bl_language_is_romanized(language, BL_STR("kurosawam")));
    assert_false(bl_language_is_romanized(language, BL_STR("")));
    bl_language_free(language);
}

static void reads_signs(void **state)
{
    bl_language *language = taught("el", "either|!\n"
                                         "question|;|\u061f\n"
                                         "quote|\u00ab\n"
                                         "spaced|;|\u00bb\n"
                                         "statement|.\n"
                                         "stopped|colon\n"
                                         "unmarked|exclamation|statement\n");
    const bl_points *points = &language->points;

    (void)state;
    assert_int_equal(bl_point_kind_of(points, ';'), BL_POINT_QUESTION);
    assert_int_equal(bl_point_of(points, ';'),
                     BL_POINT_QUESTION | BL_POINT_SPACED);
    assert_int_equal(bl_point_kind_of(points, 0x61f), BL_POINT_QUESTION);
    assert_int_equal(bl_point_of(points, '!'), BL_POINT_EITHER);
    assert_int_equal(bl_point_of(points, 0xab), BL_POINT_QUOTE);
    assert_int_equal(bl_point_of(points, 0xbb), BL_POINT_SPACED);
    assert_int_equal(bl_point_of(points, '.'), BL_POINT_STATEMENT);
    assert_int_equal(bl_point_of(points, ','), BL_POINT_NONE);
    assert_int_equal(points->unmarked, 1 << BL_POINT_EXCLAMATION |
                                           1 << BL_POINT_STATEMENT);
    assert_int_equal(points->stopped, 1 << BL_POINT_COLON);
    bl_language_free(language);
}

static void reads_syllables(void **state)
{
    bl_language *language = taught("vi", "onset|-|b|ng|ngh\n"
                                         "rhyme-stopped|at\n"
                                         "rhyme|a|ai|ê\n"
                                         "tone-stopped|\u0301\n"
                                         "tone|\u0300|\u0301\n");
    const bl_syllables *parts = language->syllables;

    (void)state;
    assert_non_null(parts);
    assert_true(bl_syllables_valid(parts, BL_STR("ba")));
    assert_true(bl_syllables_valid(parts, BL_STR("ai")));
    assert_true(bl_syllables_valid(parts, BL_STR("bà")));
    assert_true(bl_syllables_valid(parts, BL_STR("nghê")));
    assert_true(bl_syllables_valid(parts, BL_STR("bát")));
    assert_false(bl_syllables_valid(parts, BL_STR("bàt")));
    assert_false(bl_syllables_valid(parts, BL_STR("bo")));
    assert_false(bl_syllables_valid(parts, BL_STR("")));
    assert_true(bl_syllables_plain(parts, BL_STR("nghe")));
    assert_false(bl_syllables_plain(parts, BL_STR("smith")));
    bl_language_free(language);
}

static void reads_compounds_and_roman_numbers(void **state)
{
    bl_language *language =
        taught("de", "and|und\ncardinal 20|zwanzig\ncardinal 2|zwei\n"
                     "cardinal 5|fünf\nscale 100|hundert\n");
    const bl_word *word;

    (void)state;
    word = bl_language_word(language, BL_STR("zweihundertfünf"),
                            &the.scratch);
    assert_true(word->flags & BL_WORD_COMPOUND);
    assert_int_equal(word->value, 205);
    word = bl_language_word(language, BL_STR("zweifünf"), &the.scratch);
    assert_false(word->flags & BL_WORD_COMPOUND);
    word = bl_language_word(language, BL_STR("MCMLXXXIV"), &the.scratch);
    assert_true(word->flags & BL_WORD_ROMAN);
    assert_int_equal(word->value, 1984);
    word = bl_language_word(language, BL_STR("IIX"), &the.scratch);
    assert_false(word->flags & BL_WORD_ROMAN);
    word = bl_language_word(language, BL_STR("MMMM"), &the.scratch);
    assert_false(word->flags & BL_WORD_COMPOUND);
    bl_language_free(language);
}

/* ---- folders ------------------------------------------------------------ */

static void loads_the_data_of_every_language(void **state)
{
    DIR *folder = opendir(BILINT_TREE "/dictionaries");
    const struct dirent *entry;
    int count = 0;

    (void)state;
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        bl_language *language;

        if (entry->d_name[0] == '.' || strchr(entry->d_name, '.') != NULL)
            continue;
        language = bare_language(entry->d_name, BILINT_TREE "/dictionaries");
        assert_non_null(language);
        bl_language_free(language);
        count++;
    }
    closedir(folder);
    assert_true(count > 20);
}

static void needs_no_folder(void **state)
{
    bl_language *language = bare_language("en", BILINT_TREE "/no-such-folder");

    (void)state;
    assert_non_null(language);
    assert_non_null(sense_of(language, "May", BL_SENSE_MONTH)); /* CLDR's */
    assert_null(sense_of(language, "dozen", BL_SENSE_SCALE));
    bl_language_free(language);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(refuses_every_fault_with_its_line),
    cmocka_unit_test(refuses_in_the_last_line),
    cmocka_unit_test(refuses_empty_endings),
    cmocka_unit_test(refuses_parts_of_syllables_that_do_not_fit),
    cmocka_unit_test(reads_senses_values_and_flags),
    cmocka_unit_test(exchanges_endings_and_strips_prefixes),
    cmocka_unit_test(declines_names_of_several_words),
    cmocka_unit_test(reads_how_names_are_written),
    cmocka_unit_test(reads_signs),
    cmocka_unit_test(reads_syllables),
    cmocka_unit_test(reads_compounds_and_roman_numbers),
    cmocka_unit_test(loads_the_data_of_every_language),
    cmocka_unit_test(needs_no_folder),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
