/* SPDX-License-Identifier: Apache-2.0 */
/* Folding, skeletons, lower case, normal forms and the case of words. */
#include "suite.h"

#include "text/fold.h"

#include <string.h>

typedef struct row {
    const char *locale; /* NULL: none */
    const char *in;
    const char *out;
} row;

static const bl_locale *locale_of(const char *tag, bl_locale *room)
{
    if (tag == NULL)
        return NULL;
    assert_true(bl_locale_parse(tag, strlen(tag), room));
    return room;
}

static void same(const bl_folded *got, const char *wanted)
{
    char text[BL_FOLD_MAX + 1];

    memcpy(text, got->text, got->size);
    text[got->size] = '\0';
    assert_string_equal(text, wanted);
}

static void folds(void **state)
{
    static const row rows[] = {
        { NULL, "Word", "word" },
        { NULL, "VIỆT", "việt" },
        { NULL, "vie\u0323\u0302t", "việt" },        /* NFD */
        { NULL, "ＡＢＣ", "abc" },                   /* full width */
        { NULL, "ein\u00ADund", "einund" },          /* soft hyphen */
        { NULL, "zero\u200Bwidth", "zerowidth" },
        { NULL, "Straße", "strasse" },
        { NULL, "ΣΊΣΥΦΟΣ", "σίσυφοσ" },              /* final sigma */
        { NULL, "ﬁn", "fin" },                       /* ligature */
        { NULL, "①", "1" },
        { NULL, "I", "i" },
        { "en", "ISTANBUL", "istanbul" },
        { "tr", "IŞIK", "ışık" },
        { "tr", "İSTANBUL", "istanbul" },
        { "az", "I", "ı" },
        { "tr", "ILIK", "ılık" },
        { NULL, "日本", "日本" },
        { NULL, "ﾃｽﾄ", "テスト" },                    /* half width */
        { NULL, "", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bl_locale room;
        bl_folded out;

        bl_fold(locale_of(rows[i].locale, &room), bl_str_z(rows[i].in), &out);
        same(&out, rows[i].out);
    }
}

/* What is folded stays as it is. */
static void folds_once_and_for_all(void **state)
{
    static const char *const words[] = { "Việt", "Straße", "ＡＢＣ", "İ",
                                         "ΣΊΣΥΦΟΣ", "ǅ", "ﬃ" };

    (void)state;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        bl_folded once;
        bl_folded twice;

        bl_fold(NULL, bl_str_z(words[i]), &once);
        bl_fold(NULL, bl_str_of(once.text, once.size), &twice);
        assert_int_equal(once.size, twice.size);
        assert_memory_equal(once.text, twice.text, once.size);
    }
}

static void does_not_fold_what_is_too_long(void **state)
{
    char word[BL_FOLD_MAX + 2];
    bl_folded out;

    (void)state;
    memset(word, 'A', sizeof(word));
    bl_fold(NULL, bl_str_of(word, BL_FOLD_MAX), &out);
    assert_int_equal(out.size, BL_FOLD_MAX);
    bl_fold(NULL, bl_str_of(word, BL_FOLD_MAX + 1), &out);
    assert_int_equal(out.size, 0);
    /* Folding may make it longer: each of these becomes two letters. */
    for (size_t i = 0; i + 2 <= BL_FOLD_MAX; i += 2)
        memcpy(word + i, "\u0149", 2); /* ŉ -> ʼn, one byte more */
    bl_fold(NULL, bl_str_of(word, BL_FOLD_MAX), &out);
    assert_int_equal(out.size, 0);
}

static void takes_marks_off(void **state)
{
    static const row rows[] = {
        { NULL, "trọng", "trong" }, { NULL, "đỗ", "do" },
        { NULL, "łódź", "lodz" },   { NULL, "æ", "ae" },
        { NULL, "œuvre", "oeuvre" }, { NULL, "søren", "soren" },
        { NULL, "þór", "thor" },    { NULL, "ελλάς", "ελλας" },
        { NULL, "ışık", "isik" },   { NULL, "plain", "plain" },
        { NULL, "йод", "йод" },     /* other scripts keep theirs */
        { NULL, "が", "が" },       { NULL, "한국", "한국" },
        { NULL, "هَذَا", "هَذَا" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bl_folded out;

        bl_skeleton(bl_str_z(rows[i].in), &out);
        same(&out, rows[i].out);
    }
}

static void lowers_as_the_locale_does(void **state)
{
    static const row rows[] = {
        { "en", "TITLE", "title" }, { "tr", "TITLE", "tıtle" },
        { "tr", "İ", "i" },         { "de", "Ä", "ä" },
        { "vi", "ĐẠI HỌC", "đại học" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bl_locale room;
        bl_folded out;

        bl_lower(locale_of(rows[i].locale, &room), bl_str_z(rows[i].in),
                 &out);
        same(&out, rows[i].out);
    }
}

static void knows_normal_forms(void **state)
{
    const char apart[] = "vie\u0323\u0302t";
    const char composed[] = "vi\u1ec7t";
    char out[64];
    size_t size = 0;

    (void)state;
    assert_true(bl_is_nfc(bl_str_z("plain")));
    assert_true(bl_is_nfc(bl_str_z(composed)));
    assert_false(bl_is_nfc(bl_str_z(apart)));
    assert_true(bl_is_nfc(bl_str_z("")));
    assert_false(bl_to_nfc(bl_str_z(composed), out, sizeof(out), &size));
    assert_true(bl_to_nfc(bl_str_z(apart), out, sizeof(out), &size));
    assert_int_equal(size, strlen(composed));
    assert_memory_equal(out, composed, size);
    assert_int_equal(bl_to_nfd(bl_str_z(composed), out, sizeof(out)),
                     strlen(apart));
    assert_memory_equal(out, apart, strlen(apart));
    /* No room: nothing, and nothing written behind it. */
    assert_true(bl_to_nfc(bl_str_z(apart), out, 3, &size));
    assert_int_equal(size, 0);
    assert_int_equal(bl_to_nfd(bl_str_z(composed), out, 3), 0);
}

/* Longer than the buffer that is looked at in one piece. */
static void knows_the_normal_form_of_long_text(void **state)
{
    char text[4096];
    size_t size = 0;

    (void)state;
    while (size + 8 < sizeof(text)) {
        memcpy(text + size, "vi\u1ec7t ", 7);
        size += 7;
    }
    assert_true(bl_is_nfc(bl_str_of(text, size)));
    memcpy(text + size - 7, "e\u0301  ", 5);
    assert_false(bl_is_nfc(bl_str_of(text, size)));
}

/* "e" and its accent fall on the two sides of a piece of 512 bytes. */
static void knows_the_normal_form_across_pieces(void **state)
{
    char text[600];

    (void)state;
    memset(text, 'e', sizeof(text));
    memcpy(text + 512, "\u0301", 2);
    assert_false(bl_is_nfc(bl_str_of(text, sizeof(text))));
}

static void knows_how_words_are_written(void **state)
{
    static const struct {
        const char *word;
        bl_case how;
    } rows[] = {
        { "word", BL_CASE_LOWER },   { "Word", BL_CASE_INITIAL },
        { "WORD", BL_CASE_UPPER },   { "W", BL_CASE_UPPER },
        { "iPhone", BL_CASE_MIXED }, { "McDonald", BL_CASE_MIXED },
        { "123", BL_CASE_NONE },     { "日本", BL_CASE_NONE },
        { "Đà", BL_CASE_INITIAL },   { "ĐÀ", BL_CASE_UPPER },
        { "e\u0301", BL_CASE_LOWER }, { "", BL_CASE_NONE },
        { "wOrd", BL_CASE_MIXED },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        assert_int_equal(bl_case_of(bl_str_z(rows[i].word)), rows[i].how);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(folds),
    cmocka_unit_test(folds_once_and_for_all),
    cmocka_unit_test(does_not_fold_what_is_too_long),
    cmocka_unit_test(takes_marks_off),
    cmocka_unit_test(lowers_as_the_locale_does),
    cmocka_unit_test(knows_normal_forms),
    cmocka_unit_test(knows_the_normal_form_of_long_text),
    cmocka_unit_test(knows_the_normal_form_across_pieces),
    cmocka_unit_test(knows_how_words_are_written),
};

SUITE(tests)
