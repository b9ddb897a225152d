/* SPDX-License-Identifier: Apache-2.0 */
/* Regular expressions: what they cannot do without, what they ask for, and
 * what they match. */
#include "suite.h"

#include "text/pattern_form.h"

#include <stdio.h>
#include <string.h>

static void sees_letters(void **state)
{
    static const struct {
        const char *pattern;
        const char *letters;
    } rows[] = {
        { "abc", "abc" },
        { "ab.cde", "cde" },
        { "\\bEUR\\b", "EUR" },
        { "a\\.bc", "bc" },          /* an escaped letter ends a run */
        { "abc?", "ab" },            /* what may be missing */
        { "abc*", "ab" },
        { "abc{0,2}d", "ab" },
        { "abc+d", "abc" },
        { "abc+?d", "abc" },
        { "ab(cdef)g", "ab" },       /* groups are not looked into */
        { "a(b)?cd", "cd" },
        { "[abc]de", "de" },
        { "[]de]fg", "fg" },         /* the first sign of a set */
        { "[^]de]fg", "fg" },
        { "[a[b]c]de", "de" },
        { "größe?", "größ" },        /* letters of several bytes */
        { "größ?e", "gr\xC3\xB6" },
        { "日本?語", "日" },
        { "ab|cd", NULL },           /* either */
        { "(ab|cd)e", "e" },
        { "(?i)ab", NULL },          /* flags */
        { "(?-i:ab)c", NULL },
        { "(?:ab)c", "c" },
        { "(?<=ab)cd", "cd" },
        { "(?<name>a)bc", "bc" },
        { "\\x41bc", NULL },         /* escapes with more behind them */
        { "\\p{Lu}bc", NULL },
        { "\\Qa.b\\E", NULL },
        { "\\d{4}abc", "abc" },
        { "$1 cent", " cent" },
        { "^abc$", "abc" },
        { "a\\", NULL },
        { "", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const bl_str seen = bl_pattern_read_literal(bl_str_z(rows[i].pattern));
        const bl_str wanted = bl_str_z(rows[i].letters);

        if (!bl_str_equal(seen, wanted))
            fail_msg("%s: %.*s", rows[i].pattern, (int)seen.size, seen.ptr);
    }
}

static void sees_what_is_asked_for(void **state)
{
    static const struct {
        const char *pattern;
        const char *groups;
    } rows[] = {
        { "$0", "0" },       { "$2-$1-$2", "21" }, { "\\$1", "" },
        { "[$1]", "" },      { "\\Q$1\\E$2", "2" }, { "a$", "" },
        { "$a", "" },        { "(?=$3)", "3" },    { "[\\]$1]$4", "4" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        char seen[BL_GROUPS + 1] = "";
        bl_asked asked;

        bl_pattern_read_asked(bl_str_z(rows[i].pattern), &asked);
        for (size_t j = 0; j < asked.count; j++)
            seen[j] = (char)('0' + asked.groups[j]);
        assert_string_equal(seen, rows[i].groups);
    }
}

/* Where the text has what the pattern asks for: "start-limit ..." in units;
 * `other` is matched by `source`. */
static void show_matches(const char *source, const char *other,
                         const char *pattern, const char *text, char *out)
{
    const bl_alloc *alloc = &bl_alloc_default;
    bilint_error err = BILINT_ERROR_INIT;
    bl_pattern *of_source =
        bl_pattern_new(alloc, bl_str_z(source), false, NULL, &err);
    bl_pattern *of_text =
        bl_pattern_new(alloc, bl_str_z(pattern), false, of_source, &err);
    bl_matcher *matcher = bl_matcher_new(alloc, of_source);
    bl_groups groups;
    bl_groups asked;
    bl_arena arena;
    bl_wide wide[2];

    bl_arena_init(&arena, alloc, 0);
    if (of_source == NULL || of_text == NULL)
        fail_msg("%s: %s", pattern, err.message);
    assert_true(bl_wide_make(&wide[0], bl_str_z(other), &arena));
    assert_true(bl_wide_make(&wide[1], bl_str_z(text), &arena));
    assert_int_equal(bl_matcher_begin(matcher, &wide[0], NULL, NULL, &arena),
                     BL_MATCHED);
    assert_int_equal(bl_matcher_next(matcher, &asked), BL_MATCHED);
    bl_matcher_free(matcher);
    matcher = bl_matcher_new(alloc, of_text);
    assert_int_equal(
        bl_matcher_begin(matcher, &wide[1], &wide[0], &asked, &arena),
        BL_MATCHED);
    *out = '\0';
    while (bl_matcher_next(matcher, &groups) == BL_MATCHED) {
        const bl_span span = bl_wide_bytes(&wide[1], groups.of[0]);

        sprintf(out + strlen(out), "%u-%u ", (unsigned)span.start,
                (unsigned)span.limit);
    }
    bl_matcher_free(matcher);
    bl_pattern_free(of_text);
    bl_pattern_free(of_source);
    bl_arena_free(&arena);
}

static void matches_what_is_asked_for(void **state)
{
    static const struct {
        const char *source;
        const char *other;
        const char *pattern;
        const char *text;
        const char *found;
    } rows[] = {
        { "a.", "xab", "$0", "ab, ab", "0-2 4-6 " },
        { "a.", "xa.", "$0", "ab", "" }, /* a point is a point */
        { "(\\d+)-(\\d+)", "10-12", "$2-$1", "12-10", "0-5 " },
        { "\\d+", "1", "$02", "12", "0-2 " },   /* no group 02 */
        { "\\d+", "1", "^$0", "1 1", "0-1 " },
        { "\\d+", "1", "\\A$0", "1 1", "0-1 " },
        { "\\d+", "1", "$0$", "1 1", "2-3 " },
        { "\\d+", "1", "\\b$0\\b", "11 1", "3-4 " },
        { "\\d+", "1", "(x)$0\\1", "x1y x1x", "4-7 " },
        { "(a)|(b)", "a", "x$2x", "xx", "0-2 " }, /* it had no part in it */
        { "é+", "éé", "$0", "日éé日", "3-7 " },
        { "x", "x", "(?!$0)y", "y", "0-1 " },
        { "x", "x", "$0*", "y", "0-0 " }, /* nothing, once */
        { "x", "x", "\\b", "y", "0-0 1-1 " },
        { "x", "x", "[]$0]+", "$x]", "0-1 2-3 " },
        { "x", "x", "😀", "é😀", "2-6 " },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        char found[200];

        show_matches(rows[i].source, rows[i].other, rows[i].pattern,
                     rows[i].text, found);
        if (strcmp(found, rows[i].found) != 0)
            fail_msg("%s in %s: %s", rows[i].pattern, rows[i].text, found);
    }
}

static void sees_what_is_missing(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        bool any_case;
        bool missing;
    } rows[] = {
        { "EUR \\d", "EUR x", false, false },
        { "EUR \\d", "eur x", false, true },
        { "EUR \\d", "x eUr x", true, false },
        { "EUR \\d", "EU R", true, true },
        { "straße", "STRASSE", true, false }, /* perhaps it is the same */
        { "strasse", "Straße", true, false },
        { "[a-z]", "", false, false },
        { "a", "", false, true },
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        bl_pattern *pattern =
            bl_pattern_new(&bl_alloc_default, bl_str_z(rows[i].pattern),
                           rows[i].any_case, NULL, NULL);

        assert_int_equal(bl_pattern_misses(pattern, bl_str_z(rows[i].text)),
                         rows[i].missing);
        bl_pattern_free(pattern);
    }
}

/* Texts that no pattern comes to an end with, and such as are too long. */
static void gives_up(void **state)
{
    static char text[BL_WIDE_MOST + 2];
    const bl_alloc *alloc = &bl_alloc_default;
    bl_pattern *pattern =
        bl_pattern_new(alloc, BL_STR("(a|aa)+[bc]"), false, NULL, NULL);
    bl_matcher *matcher = bl_matcher_new(alloc, pattern);
    bl_groups groups;
    bl_arena arena;
    bl_wide wide;

    (void)state;
    bl_arena_init(&arena, alloc, 0);
    memset(text, 'a', sizeof(text) - 1);
    assert_true(bl_wide_make(&wide, bl_str_of(text, 60), &arena));
    assert_int_equal(bl_matcher_begin(matcher, &wide, NULL, NULL, &arena),
                     BL_MATCHED);
    assert_int_equal(bl_matcher_next(matcher, &groups), BL_GAVE_UP);
    assert_true(bl_wide_make(&wide, bl_str_z(text), &arena));
    assert_int_equal(bl_matcher_begin(matcher, &wide, NULL, NULL, &arena),
                     BL_GAVE_UP);
    bl_matcher_free(matcher);
    bl_pattern_free(pattern);
    bl_arena_free(&arena);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(sees_letters),
    cmocka_unit_test(sees_what_is_missing),
    cmocka_unit_test(sees_what_is_asked_for),
    cmocka_unit_test(matches_what_is_asked_for),
    cmocka_unit_test(gives_up),
};

SUITE(tests)
