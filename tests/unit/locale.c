/* SPDX-License-Identifier: Apache-2.0 */
/* Language tags as files write them. */
#include "suite.h"

#include "text/cldr.h"
#include "text/locale.h"

#include <string.h>

static bool parse(const char *text, bl_locale *locale)
{
    return bl_locale_parse(text, strlen(text), locale);
}

static void reads_tags(void **state)
{
    static const struct {
        const char *text;
        const char *tag;
        const char *language;
        const char *script;
        const char *region;
        const char *home;
    } rows[] = {
        { "en", "en", "en", "Latn", "", "US" },
        { "pt_br", "pt-BR", "pt", "Latn", "BR", "BR" },
        { "PT-BR", "pt-BR", "pt", "Latn", "BR", "BR" },
        { "zh-Hant_TW", "zh-Hant-TW", "zh", "Hant", "TW", "TW" },
        { "zh", "zh", "zh", "Hans", "", "CN" },
        { "zh-TW", "zh-TW", "zh", "Hant", "TW", "TW" },
        { "sr", "sr", "sr", "Cyrl", "", "RS" },
        { "sr-Latn", "sr-Latn", "sr", "Latn", "", "RS" },
        { "vi_VN.UTF-8", "vi-VN", "vi", "Latn", "VN", "VN" },
        { "sr@latin", "sr-Latn", "sr", "Latn", "", "RS" },
        { "sr_Latn_RS@latin", "sr-Latn-RS", "sr", "Latn", "RS", "RS" },
        { "uz_UZ@cyrillic", "uz-Cyrl-UZ", "uz", "Cyrl", "UZ", "UZ" },
        { "de_DE@euro", "de-DE", "de", "Latn", "DE", "DE" },
        { "es-419", "es-419", "es", "Latn", "419", "419" },
        { "yue", "yue", "yue", "Hant", "", "HK" },
        { "fil", "fil", "fil", "Latn", "", "PH" },
        /* Codes that CLDR has under another name. */
        { "prs", "fa-AF", "fa", "Arab", "AF", "AF" },
        { "arb", "ar", "ar", "Arab", "", "EG" },
        { "arb-Arab-DZ", "ar-Arab-DZ", "ar", "Arab", "DZ", "DZ" },
        { "swh", "sw", "sw", "Latn", "", "TZ" },
        { "nb", "nb", "nb", "Latn", "", "NO" },
    };
    bl_locale locale;

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_true(parse(rows[i].text, &locale));
        assert_string_equal(locale.tag, rows[i].tag);
        assert_string_equal(locale.language, rows[i].language);
        assert_string_equal(locale.script, rows[i].script);
        assert_string_equal(locale.region, rows[i].region);
        assert_string_equal(locale.home, rows[i].home);
    }
}

static void tells_other_scripts(void **state)
{
    static const struct {
        const char *text;
        bool other;
    } rows[] = {
        { "sr", false },      { "sr-Cyrl-RS", false }, { "sr-Latn", true },
        { "sr-ME", false },   { "sr-Latn-ME", false }, { "sr-Cyrl-ME", true },
        { "uz-AF", false },   { "uz-Cyrl", true },     { "zh-Hant", true },
        { "zh-TW", false },   { "en-Latn", false },    { "xx", false },
    };
    bl_locale locale;

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_true(parse(rows[i].text, &locale));
        assert_int_equal(locale.other_script, rows[i].other);
    }
}

/* What ICU has of a region is under the script that is written there. */
static void names_other_scripts(void **state)
{
    static const char *const rows[][2] = { { "zh-TW", "zh_Hant_TW" },
                                           { "zh-CN", "zh_CN" },
                                           { "zh-Hant-HK", "zh_Hant_HK" },
                                           { "pa-PK", "pa_Arab_PK" },
                                           { "sr-RS", "sr_RS" },
                                           { "pt-BR", "pt_BR" } };
    bl_locale locale;

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        assert_true(parse(rows[i][0], &locale));
        assert_string_equal(locale.icu, rows[i][1]);
    }
}

/* The old codes of Hebrew, Indonesian and Yiddish: the tag becomes the new
 * one, so the language has to be that too. */
static void reads_old_codes(void **state)
{
    static const char *const codes[][2] = { { "iw", "he" }, { "in", "id" },
                                            { "ji", "yi" } };
    bl_locale locale;
    bl_locale same;

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        assert_true(parse(codes[i][0], &locale));
        assert_true(parse(codes[i][1], &same));
        assert_string_equal(locale.tag, codes[i][1]);
        assert_string_equal(locale.language, codes[i][1]);
        assert_true(bl_locale_same_language(&locale, &same));
    }
}

static void refuses_what_is_no_tag(void **state)
{
    static const char *const texts[] = {
        "", "e", "english language", "en--US", "-en", "en-", "12", "ü",
        "en/US", "a-verylongsubtag", "C", "..", "@en",
        "en-US-x-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q",
    };
    bl_locale locale;

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_false(parse(texts[i], &locale));
    assert_false(bl_locale_parse("en\0US", 5, &locale));
}

static void reads_no_further_than_told(void **state)
{
    bl_locale locale;

    (void)state;
    assert_true(bl_locale_parse("en-vi", 2, &locale));
    assert_string_equal(locale.tag, "en");
}

static void knows_which_languages_exist(void **state)
{
    static const char *const known[] = { "en", "vi", "pt-BR", "yue", "zh-Hant",
                                         "fil", "la" };
    static const char *const unknown[] = { "xx", "qq", "x-foo", "zzz", "abc" };
    bl_locale locale;

    (void)state;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        assert_true(parse(known[i], &locale));
        assert_true(bl_locale_is_known(&locale));
    }
    for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
        assert_false(parse(unknown[i], &locale) &&
                     bl_locale_is_known(&locale));
}

static void knows_the_writing(void **state)
{
    bl_locale locale;

    (void)state;
    assert_true(parse("tr", &locale));
    assert_true(locale.turkic);
    assert_true(parse("az-AZ", &locale));
    assert_true(locale.turkic);
    assert_true(parse("en-TR", &locale));
    assert_false(locale.turkic);
    assert_true(parse("ar", &locale));
    assert_true(locale.right_to_left);
    assert_true(parse("az-Arab", &locale));
    assert_true(locale.right_to_left);
    assert_true(parse("vi", &locale));
    assert_false(locale.right_to_left || locale.turkic);
}

static void knows_norwegian_by_what_it_is_written_in(void **state)
{
    bl_locale locale;

    (void)state;
    assert_true(parse("no", &locale));
    assert_string_equal(locale.tag, "nb");
    assert_true(parse("no-NO", &locale));
    assert_string_equal(locale.tag, "nb-NO");
    assert_true(parse("nn", &locale));
    assert_string_equal(locale.tag, "nn");
}

static void widens_to_what_a_language_inherits_from(void **state)
{
    char tag[BL_TAG_SIZE] = "nb-NO";

    (void)state;
    bl_tag_widen(tag);
    assert_string_equal(tag, "nb");
    bl_tag_widen(tag);
    assert_string_equal(tag, "no");
    bl_tag_widen(tag);
    assert_string_equal(tag, "");
}

static void widens_to_what_a_language_is_written_like(void **state)
{
    char cantonese[BL_TAG_SIZE] = "yue-Hant-HK";

    (void)state;
    bl_tag_widen(cantonese);
    assert_string_equal(cantonese, "yue-Hant");
    bl_tag_widen(cantonese);
    assert_string_equal(cantonese, "yue");
    bl_tag_widen(cantonese);
    assert_string_equal(cantonese, "zh-Hant");
}

/* ICU keeps what a bundle inherits from as it was found first. */
static void knows_symbols_of_a_parent(void **state)
{
    char tag[BL_TAG_SIZE] = "nb";
    bl_number_symbols symbols;
    bl_locale locale;

    (void)state;
    bl_tag_widen(tag);
    assert_true(parse("nb", &locale));
    bl_cldr_symbols(&locale, &symbols);
    assert_int_equal(symbols.native.decimal, ',');
}

static void widens(void **state)
{
    char tag[BL_TAG_SIZE] = "zh-Hant-TW";

    (void)state;
    bl_tag_widen(tag);
    assert_string_equal(tag, "zh-Hant");
    bl_tag_widen(tag);
    assert_string_equal(tag, "zh");
    bl_tag_widen(tag);
    assert_string_equal(tag, "");
    bl_tag_widen(tag);
    assert_string_equal(tag, "");
}

static void compares_languages(void **state)
{
    bl_locale a;
    bl_locale b;

    (void)state;
    assert_true(parse("en-GB", &a) && parse("en_US", &b));
    assert_true(bl_locale_same_language(&a, &b));
    assert_true(parse("zh-TW", &a) && parse("zh-CN", &b));
    assert_false(bl_locale_same_language(&a, &b));
    assert_true(parse("zh-TW", &a) && parse("zh-Hant", &b));
    assert_true(bl_locale_same_language(&a, &b));
    assert_true(parse("de", &a) && parse("nl", &b));
    assert_false(bl_locale_same_language(&a, &b));
}

typedef struct countries {
    int count;
    bool has_mexico;
    bool has_spain;
} countries;

static bool note_country(void *context, const char *country)
{
    countries *noted = context;

    noted->count++;
    noted->has_mexico = noted->has_mexico || strcmp(country, "MX") == 0;
    noted->has_spain = noted->has_spain || strcmp(country, "ES") == 0;
    return true;
}

static bool end_at_once(void *context, const char *country)
{
    (void)country;
    ++*(int *)context;
    return false;
}

static void names_the_countries_of_a_region(void **state)
{
    bl_locale locale;
    countries noted = { 0, false, false };
    int calls = 0;

    (void)state;
    assert_true(parse("es-419", &locale));
    bl_locale_each_country(&locale, note_country, &noted);
    assert_true(noted.count > 20);
    assert_true(noted.has_mexico);
    assert_false(noted.has_spain);
    bl_locale_each_country(&locale, end_at_once, &calls);
    assert_int_equal(calls, 1);
    noted.count = 0;
    assert_true(parse("es-MX", &locale));
    bl_locale_each_country(&locale, note_country, &noted);
    assert_true(parse("es", &locale));
    bl_locale_each_country(&locale, note_country, &noted);
    assert_true(parse("es-999", &locale));
    bl_locale_each_country(&locale, note_country, &noted);
    assert_int_equal(noted.count, 0);
}

static void read_twice(void *context, const char *name)
{
    size_t *count = context;
    bl_locale once;
    bl_locale twice;

    if (!parse(name, &once))
        return;
    assert_true(parse(once.tag, &twice));
    assert_string_equal(once.tag, twice.tag);
    assert_string_equal(once.icu, twice.icu);
    assert_string_equal(once.language, twice.language);
    assert_string_equal(once.script, twice.script);
    assert_string_equal(once.region, twice.region);
    assert_string_equal(once.home, twice.home);
    assert_int_equal(once.other_script, twice.other_script);
    (*count)++;
}

/* The engine finds a language by the tag that it keeps. */
static void reads_its_own_tags_alike(void **state)
{
    size_t count = 0;

    (void)state;
    bl_locale_each(read_twice, &count);
    read_twice(&count, "iw");
    read_twice(&count, "prs");
    read_twice(&count, "sr@latin");
    assert_true(count > 700);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_tags),
    cmocka_unit_test(tells_other_scripts),
    cmocka_unit_test(names_other_scripts),
    cmocka_unit_test(reads_old_codes),
    cmocka_unit_test(refuses_what_is_no_tag),
    cmocka_unit_test(reads_no_further_than_told),
    cmocka_unit_test(knows_which_languages_exist),
    cmocka_unit_test(knows_the_writing),
    cmocka_unit_test(knows_symbols_of_a_parent),
    cmocka_unit_test(widens),
    cmocka_unit_test(knows_norwegian_by_what_it_is_written_in),
    cmocka_unit_test(widens_to_what_a_language_inherits_from),
    cmocka_unit_test(widens_to_what_a_language_is_written_like),
    cmocka_unit_test(compares_languages),
    cmocka_unit_test(names_the_countries_of_a_region),
    cmocka_unit_test(reads_its_own_tags_alike),
};

SUITE(tests)
