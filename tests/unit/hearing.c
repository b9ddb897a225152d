/* SPDX-License-Identifier: Apache-2.0 */
/* Sounds of words, and names among them. */
#include "suite.h"

#include "lexicon/hearing.h"

#include <string.h>

static void hear(const char *word, const char *expected)
{
    static const char names[] = ".BFKSCDTLRMNWH"; /* by bl_heard */
    const bl_letters none = { .count = 0 };
    uint8_t sounds[BL_HEARING_MAX];
    char text[BL_HEARING_MAX + 1];
    const size_t count =
        bl_sounds_hear(&none, bl_str_z(word), sounds, BL_HEARING_MAX);

    for (size_t i = 0; i < count; i++)
        text[i] = names[sounds[i]];
    text[count] = '\0';
    assert_string_equal(text, expected);
}

static void hears_consonants(void **state)
{
    (void)state;
    hear("walker", "WLKR");
    hear("anna", "N");      /* two that are one sound */
    hear("nina", "NN");     /* and two */
    hear("cecil", "SSL");   /* by what follows */
    hear("charles", "CRLS");
    hear("george", "CRC");
    hear("gordon", "KRDN");
    hear("schmidt", "SMD");
    hear("max", "MKS");
    hear("philip", "FLB");
    hear("kingston", "KNSDN"); /* "ng" is one */
    hear("fritz", "FRS");      /* and "tz" */
    hear("fletcher", "FLCR");  /* and "tch" */
    hear("wright", "WRD");     /* silent */
    hear("hugh", "");
    hear("ghani", "KN");
    hear("woods", "WS"); /* as "tz" */
    hear("hudson", "DSN");
    hear("keith", "KT"); /* neither a t nor an s */
    hear("difpani", "DFN"); /* an f that is doubled by a p */
    hear("eia", "");
}

static void hears_breaths(void **state)
{
    static const uint8_t graham[] = { BL_HEARD_K, BL_HEARD_R, BL_HEARD_H,
                                      BL_HEARD_M };
    static const uint8_t hardy[] = { BL_HEARD_K, BL_HEARD_R, BL_HEARD_D };
    const bl_letters none = { .count = 0 };
    uint8_t sounds[BL_HEARING_MAX];
    bl_hearing hearing;

    (void)state;
    assert_int_equal(bl_sounds_breathe(&none, bl_str_z("graham"), sounds,
                                       BL_HEARING_MAX),
                     4);
    assert_memory_equal(sounds, graham, sizeof(graham));
    assert_int_equal(
        bl_sounds_breathe(&none, bl_str_z("john"), sounds, BL_HEARING_MAX),
        2);
    /* "Hardy" is a k in some scripts. */
    bl_hearing_begin(&hearing, sounds,
                     bl_sounds_breathe(&none, bl_str_z("hardy"), sounds,
                                       BL_HEARING_MAX));
    bl_hearing_may_start(&hearing);
    for (size_t i = 0; i < sizeof(hardy); i++)
        bl_hearing_add(&hearing, hardy[i]);
    assert_int_equal(bl_hearing_cost(&hearing), 1);
}

/* What it costs to take a part of `row` for the name, words parted by a space,
 * and the name ending wherever it is best. */
static int cost(const char *name, const char *row)
{
    const bl_letters none = { .count = 0 };
    uint8_t wanted[BL_HEARING_MAX];
    bl_hearing hearing;
    int best = BL_HEARING_NEVER;

    bl_hearing_begin(&hearing, wanted,
                     bl_sounds_hear(&none, bl_str_z(name), wanted,
                                    BL_HEARING_MAX));
    for (const char *at = row; *at != '\0';) {
        uint8_t sounds[BL_HEARING_MAX];
        const size_t size = strcspn(at, " |");
        const size_t count = bl_sounds_hear(&none, bl_str_of(at, size),
                                            sounds, BL_HEARING_MAX);

        bl_hearing_may_start(&hearing);
        for (size_t i = 0; i < count; i++)
            bl_hearing_add(&hearing, sounds[i]);
        if (bl_hearing_cost(&hearing) < best)
            best = bl_hearing_cost(&hearing);
        if (at[size] == '|')
            bl_hearing_break(&hearing);
        at += at[size] != '\0' ? size + 1 : size;
    }
    return best;
}

static void finds_names(void **state)
{
    (void)state;
    assert_int_equal(cost("mellinghaus", "gregor mellinghaus spoke"), 0);
    assert_int_equal(cost("gregormellinghaus", "and gregor mellinghaus"), 0);
    /* One sound is another one that is like it, or quite another one. */
    assert_int_equal(cost("putin", "wladimir budin"), 0);
    assert_int_equal(cost("ford", "port"), 1);
    assert_int_equal(cost("keith", "kis"), 1);
    assert_int_equal(cost("keith", "kit"), 1);
    assert_int_equal(cost("tamir", "tapir"), BL_HEARING_UNIT);
    /* Not over what parts a sentence. */
    assert_int_equal(cost("gregorlind", "gregor lind"), 0);
    assert_true(cost("gregorlind", "gregor|lind") > BL_HEARING_UNIT);
    /* Within a word no name begins. */
    assert_true(cost("lind", "berlind") > 0);
    assert_true(cost("walker", "") >= BL_HEARING_NEVER);
}

/* The sounds of words, parted by a space; bits where they begin. */
static size_t hear_words(const char *words, uint8_t *out, uint64_t *begins)
{
    const bl_letters none = { .count = 0 };
    size_t count = 0;

    *begins = 0;
    for (const char *at = words; *at != '\0';) {
        const size_t size = strcspn(at, " ");

        *begins |= UINT64_C(1) << count;
        count += bl_sounds_hear(&none, bl_str_of(at, size), out + count,
                                BL_HEARING_MAX - count);
        at += at[size] != '\0' ? size + 1 : size;
    }
    return count;
}

/* The same of a name whose words are known, in a row whose words are; each of
 * the row may have an ending of one sound. *start: where it would begin. */
static int cost_of_words(const char *name, const char *row, uint32_t *start)
{
    uint8_t wanted[BL_HEARING_MAX];
    uint8_t sounds[BL_HEARING_MAX];
    uint64_t parts;
    uint64_t begins;
    const size_t wanted_count = hear_words(name, wanted, &parts);
    const size_t count = hear_words(row, sounds, &begins);
    bl_hearing hearing;
    int best = BL_HEARING_NEVER;

    bl_hearing_begin_parts(&hearing, wanted, wanted_count, parts);
    for (size_t i = 0; i < count; i++) {
        if ((begins >> i & 1) != 0) {
            bl_hearing_word(&hearing);
            bl_hearing_may_start(&hearing);
        }
        bl_hearing_add(&hearing, sounds[i]);
        if (i + 2 <= count && (begins >> (i + 2) & 1) != 0)
            bl_hearing_ending(&hearing);
        if (bl_hearing_cost(&hearing) < best) {
            best = bl_hearing_cost(&hearing);
            *start = bl_hearing_start(&hearing);
        }
    }
    return best;
}

static void finds_words(void **state)
{
    uint32_t start = 0;

    (void)state;
    assert_int_equal(
        cost_of_words("oscar walker", "dann oscar walker", &start), 0);
    assert_int_equal(start, 2);
    /* An ending within the name costs little, a new word within a word more. */
    assert_int_equal(cost_of_words("rick lind", "rickom lind", &start), 1);
    assert_int_equal(cost_of_words("mellinghaus", "melling haus", &start), 2);
    assert_int_equal(cost_of_words("gary lind", "ga ri li und", &start),
                     BL_HEARING_UNIT);
    /* A stop behind its nasal is written or not. */
    assert_int_equal(cost_of_words("thompson", "thomson", &start), 2);
    assert_int_equal(cost_of_words("kingston", "kinkston", &start), 2);
    /* Before what is like a vowel, a stop is always heard. */
    assert_int_equal(cost_of_words("english", "inklish", &start), 0);
}

static void hears_the_last_reading(void **state)
{
    static const char *const forms[] = { "\u0431>b", "\u0433>g", "\u0431>v" };
    bl_letters letters = { .alloc = &bl_alloc_default };
    uint8_t sounds[BL_HEARING_MAX];

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        bool valid;

        assert_true(bl_letters_add(&letters, bl_str_z(forms[i]), &valid));
        assert_true(valid);
    }
    bl_letters_sort(&letters);
    assert_int_equal(letters.count, 2);
    assert_int_equal(bl_sounds_hear(&letters, BL_STR("\u0431\u0433"), sounds,
                                    BL_HEARING_MAX),
                     2);
    assert_int_equal(sounds[0], BL_HEARD_F);
    assert_int_equal(sounds[1], BL_HEARD_K);
    bl_free(&bl_alloc_default, letters.items);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(hears_the_last_reading),
    cmocka_unit_test(hears_consonants),
    cmocka_unit_test(hears_breaths),
    cmocka_unit_test(finds_names),
    cmocka_unit_test(finds_words),
};

SUITE(tests)
