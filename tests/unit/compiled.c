/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files of compiled languages that are not to be used: foreign ones, damaged
 * ones, those of other texts. Each is refused with its reason, and its sources
 * are read. And files with bytes changed and the sum made right again: they may
 * be refused or not, and no more than that.
 */
#include "base/hash.h"
#include "lexicon/compiled.h"
#include "lexicon/dictionary.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char dictionaries[] = BILINT_TREE "/dictionaries";

/* A file as it is in the build, and a folder for what becomes of it. */
static struct fixture {
    bl_chars *chars;
    bl_units units;
    bl_locale locale;
    bl_dictionary dictionary;
    bl_buf bytes;
    size_t body; /* where the sum ends */
    char folder[64];
    char told[256];
    int telling;
} the;

static void read_bytes(const char *name)
{
    char path[1024];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s.bin", BILINT_LANGUAGES, name);
    file = fopen(path, "rb");
    assert_non_null(file);
    bl_buf_clear(&the.bytes);
    for (int c; (c = fgetc(file)) != EOF;)
        bl_buf_char(&the.bytes, (char)c);
    fclose(file);
    the.body = BL_COMPILED_SIGNATURE +
               1 + (unsigned char)the.bytes.data[BL_COMPILED_SIGNATURE] + 8;
    assert_true(the.body < the.bytes.size);
}

static const char *path_to(const char *name)
{
    static char path[1024];

    snprintf(path, sizeof(path), "%s/%s", the.folder, name);
    return path;
}

static void write_bytes(const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(path_to(name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    (void)state;
    the.chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&the.units, &bl_alloc_default);
    bl_buf_init(&the.bytes, &bl_alloc_default);
    strcpy(the.folder, "/tmp/bilint-compiled-XXXXXX");
    return the.chars == NULL || the.units.failed ||
                   mkdtemp(the.folder) == NULL ||
                   !bl_locale_parse("vi", 2, &the.locale) ||
                   bl_dictionary_find(&the.dictionary, &bl_alloc_default,
                                      dictionaries, &the.locale, NULL) !=
                       BILINT_OK
               ? -1
               : 0;
}

static int tear_down(void **state)
{
    (void)state;
    bl_dictionary_close(&the.dictionary);
    bl_buf_free(&the.bytes);
    bl_free(&bl_alloc_default, the.chars);
    bl_units_free(&the.units);
    remove(path_to("vi.bin"));
    remove(path_to("common.bin"));
    return rmdir(the.folder);
}

static void tell(void *context, const char *text)
{
    (void)context;
    the.telling++;
    snprintf(the.told, sizeof(the.told), "%s", text);
}

static bl_language *make(const char *folder, const char *compiled)
{
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = the.chars,
                                        .units = &the.units,
                                        .dictionaries = folder,
                                        .compiled = compiled,
                                        .tell = tell };

    the.telling = 0;
    return bl_language_new(&source, &the.locale, NULL);
}

/* An empty language, filled from the folder of the tests. */
static bilint_status fill(bl_language **language, bilint_error *err)
{
    *language = make(NULL, NULL);
    assert_non_null(*language);
    bl_phrases_free(&(*language)->phrases);
    bl_phrases_init(&(*language)->phrases, &bl_alloc_default);
    return bl_compiled_language(the.folder, the.dictionary.hash, *language,
                                err);
}

/* ---- refused ------------------------------------------------------------ */

/* The file is refused for that reason, and the language is there. */
static void refuses(const char *why)
{
    bl_language *language;

    write_bytes("vi.bin", the.bytes.data, the.bytes.size);
    language = make(dictionaries, the.folder);
    assert_non_null(language);
    assert_true(bl_phrases_word(&language->phrases, BL_STR("tháng")) != 0);
    assert_int_equal(the.telling, 1);
    if (strstr(the.told, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", the.told, why);
    assert_non_null(strstr(the.told, "/vi.bin "));
    bl_language_free(language);
}

static void refuses_what_is_no_such_file(void **state)
{
    (void)state;
    read_bytes("vi");
    the.bytes.size = 5;
    refuses("is no compiled language");
    bl_buf_clear(&the.bytes);
    bl_buf_z(&the.bytes, "cardinal 7|heptad\n");
    refuses("is no compiled language");
}

static void refuses_another_version(void **state)
{
    (void)state;
    read_bytes("vi");
    the.bytes.data[the.body - 9] ^= 1; /* the last digit of ICU's */
    refuses("was not made by this version");
}

static void refuses_what_is_damaged(void **state)
{
    (void)state;
    read_bytes("vi");
    the.bytes.data[the.bytes.size / 2] ^= 1;
    refuses("is damaged");
    read_bytes("vi");
    the.bytes.size--;
    refuses("is damaged");
    read_bytes("vi");
    the.bytes.size = the.body - 3;
    refuses("is damaged");
    read_bytes("vi");
    the.bytes.data[the.body - 1] ^= 1; /* of the sum */
    refuses("is damaged");
}

/* ---- not used, and no word about it ------------------------------------- */

static void leaves_alone_what_is_of_others(void **state)
{
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language;

    (void)state;
    read_bytes("vi");
    write_bytes("vi.bin", the.bytes.data, the.bytes.size);
    assert_int_equal(fill(&language, &err), BILINT_OK);
    bl_language_free(language);
    the.dictionary.hash++;
    assert_int_equal(fill(&language, &err), BILINT_E_UNSUPPORTED);
    the.dictionary.hash--;
    bl_language_free(language);
    strcpy(the.locale.tag, "vi-ZZ");
    assert_int_equal(fill(&language, &err), BILINT_E_UNSUPPORTED);
    strcpy(the.locale.tag, "vi");
    bl_language_free(language);
    remove(path_to("vi.bin"));
    assert_int_equal(fill(&language, &err), BILINT_E_UNSUPPORTED);
    bl_language_free(language);
}

static void add_file(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

/* A word that is written into a folder of language data counts from then on. */
static void follows_the_texts(void **state)
{
    bl_language *language;

    (void)state;
    assert_int_equal(mkdir(path_to("vi"), 0777), 0);
    add_file("vi/numbers.txt", "cardinal 7|heptad\n");
    language = make(the.folder, BILINT_LANGUAGES);
    remove(path_to("vi/numbers.txt"));
    rmdir(path_to("vi"));
    assert_non_null(language);
    assert_true(bl_phrases_word(&language->phrases, BL_STR("heptad")) != 0);
    assert_int_equal(the.telling, 0);
    bl_language_free(language);
}

/* ---- forged ------------------------------------------------------------- */

enum { FORGED = 300 };

/* A few bytes changed, the same ones in each run. */
static void forge(uint64_t seed)
{
    uint64_t sum;

    for (int i = 0; i < 3; i++) {
        seed = bl_hash_mix(seed + 1);
        the.bytes.data[the.body + seed % (the.bytes.size - the.body)] =
            (char)(seed >> 56);
    }
    sum = bl_compiled_sum(the.bytes.data + the.body,
                          the.bytes.size - the.body);
    for (size_t i = 0; i < 8; i++)
        the.bytes.data[the.body - 1 - i] = (char)(sum >> 8 * i);
}

static void withstands_forged_languages(void **state)
{
    int refused = 0;

    (void)state;
    for (uint64_t i = 0; i < FORGED; i++) {
        bilint_error err = BILINT_ERROR_INIT;
        bl_language *language;
        bilint_status status;

        read_bytes("vi");
        forge(i);
        write_bytes("vi.bin", the.bytes.data, the.bytes.size);
        status = fill(&language, &err);
        assert_true(status == BILINT_OK || status == BILINT_E_DATA ||
                    status == BILINT_E_UNSUPPORTED);
        refused += status == BILINT_E_DATA;
        bl_language_free(language);
    }
    assert_true(refused > 0);
}

static void withstands_forged_tables(void **state)
{
    int refused = 0;

    (void)state;
    for (uint64_t i = 0; i < FORGED; i++) {
        bilint_error err = BILINT_ERROR_INIT;
        bl_chars *chars = NULL;
        bl_units units;
        bilint_status status;

        read_bytes("common");
        forge(i);
        write_bytes("common.bin", the.bytes.data, the.bytes.size);
        status = bl_compiled_common(the.folder, &bl_alloc_default, &chars,
                                    &units, &err);
        assert_true(status == BILINT_OK || status == BILINT_E_DATA);
        if (status == BILINT_OK) {
            bl_free(&bl_alloc_default, chars);
            bl_units_free(&units);
        }
        refused += status == BILINT_E_DATA;
    }
    assert_true(refused > 0);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(refuses_what_is_no_such_file),
    cmocka_unit_test(refuses_another_version),
    cmocka_unit_test(refuses_what_is_damaged),
    cmocka_unit_test(leaves_alone_what_is_of_others),
    cmocka_unit_test(follows_the_texts),
    cmocka_unit_test(withstands_forged_languages),
    cmocka_unit_test(withstands_forged_tables),
};

int main(int argc, char **argv)
{
    suite_choose(argc, argv);
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
