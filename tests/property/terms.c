/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Laws of term lists: in words that have no forms, the terms found are the
 * longest from the left on, as a search that tries every phrase at every word
 * finds them, however long the text is and however much the list begins with
 * its words; and so are those of the compiled list.
 */
#include "api/client.h"
#include "bilint/terms.h"
#include "property/made.h"

#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    VOCABULARY = 16,
    PHRASES = 400,
    PHRASE_MOST = 4,
    ROUNDS = 300,
    WORDS_MOST = 300,
    WORD_SIZE = 8
};

typedef struct phrase {
    uint32_t words[PHRASE_MOST];
    size_t count;
} phrase;

static const char letters[] = "bcdfghjklmnprstvz";
static phrase phrases[PHRASES];

/* Each begins with another letter, so that none is a form of another one. */
static const char *word(uint32_t i, char out[WORD_SIZE])
{
    snprintf(out, WORD_SIZE, "%covu%cix", letters[i],
             letters[VOCABULARY - 1 - i]);
    return out;
}

static bool is_same(const phrase *a, const phrase *b)
{
    return a->count == b->count &&
           memcmp(a->words, b->words, a->count * sizeof(*a->words)) == 0;
}

static void make_phrases(void)
{
    for (size_t i = 0; i < PHRASES; i++) {
        size_t j;

        do {
            /* Few words are terms by themselves. */
            phrases[i].count = i < 2 ? 1 : 2 + made_below(PHRASE_MOST - 1);
            for (size_t k = 0; k < phrases[i].count; k++)
                phrases[i].words[k] = made_below(VOCABULARY);
            for (j = 0; j < i && !is_same(&phrases[i], &phrases[j]); j++)
                ;
        } while (j < i);
    }
}

static void write_list(const char *path)
{
    FILE *file = fopen(path, "wb");
    char text[WORD_SIZE];

    assert_non_null(file);
    fputs("en,de\n", file);
    for (size_t i = 0; i < PHRASES; i++) {
        for (size_t k = 0; k < phrases[i].count; k++)
            fprintf(file, "%s%s", k == 0 ? "" : " ",
                    word(phrases[i].words[k], text));
        fprintf(file, ",Ziel%zu\n", i);
    }
    assert_int_equal(fclose(file), 0);
}

static int32_t BILINT_CALL add_bytes(void *context, const char *data,
                                     size_t size)
{
    return fwrite(data, 1, size, context) == size ? 0 : 1;
}

static void compile(const char *from, const char *to)
{
    const bilint_term_file list = { .struct_size = sizeof(list), .path = from };
    const bilint_term_file *const lists[] = { &list };
    FILE *file = fopen(to, "wb");
    bilint_terms *terms;

    assert_non_null(file);
    assert_int_equal(
        bilint_terms_read(BILINT_ABI, lists, 1, NULL, &terms, NULL), BILINT_OK);
    assert_int_equal(bilint_terms_write(terms, "blt", add_bytes, file, NULL),
                     BILINT_OK);
    bilint_terms_free(terms);
    assert_int_equal(fclose(file), 0);
}

/* Words of the longest phrase that begins at a word; 0 where none does. */
static size_t longest_at(const uint32_t *words, size_t count)
{
    size_t longest = 0;

    for (size_t i = 0; i < PHRASES; i++) {
        const phrase *p = &phrases[i];

        if (p->count <= count && p->count > longest &&
            memcmp(p->words, words, p->count * sizeof(*words)) == 0)
            longest = p->count;
    }
    return longest;
}

static bilint_engine *new_engine(const char *list)
{
    char terms[64];
    bilint_engine *engine;
    char *config;

    snprintf(terms, sizeof(terms), "terms: [%s]\n", list);
    config = client_only("term-missing", terms);
    engine = client_engine(config, NULL);
    free(config);
    assert_non_null(engine);
    return engine;
}

static void check(bilint_engine *engine, bilint_report **report,
                  const char *text, const uint32_t *words, size_t count)
{
    const size_t step = strlen("bovucix ");
    uint32_t found = 0;

    assert_int_equal(client_check(engine, report, "en", "de", text, "Nichts."),
                     BILINT_OK);
    for (size_t at = 0; at < count;) {
        const size_t size = longest_at(words + at, count - at);
        bilint_mark mark = { .struct_size = sizeof(mark) };

        if (size != 0) {
            assert_int_equal(bilint_report_mark(*report, found, 0, &mark),
                             BILINT_OK);
            assert_int_equal(mark.start, at * step);
            assert_int_equal(mark.limit, (at + size) * step - 1);
            found++;
        }
        at += size != 0 ? size : 1;
    }
    assert_int_equal(bilint_report_count(*report), found);
}

static void finds_the_longest(void **state)
{
    static const char list[] = "law-terms.csv";
    static const char compiled[] = "law-terms.blt";
    bilint_engine *engines[2];
    bilint_report *report = NULL;
    static uint32_t words[WORDS_MOST];
    static char text[WORDS_MOST * WORD_SIZE + 1];

    (void)state;
    made_begin();
    make_phrases();
    write_list(list);
    compile(list, compiled);
    engines[0] = new_engine(list);
    engines[1] = new_engine(compiled);
    for (int i = 0; i < ROUNDS; i++) {
        const size_t count = 1 + made_below(WORDS_MOST);

        text[0] = '\0';
        for (size_t k = 0; k < count; k++) {
            words[k] = made_below(VOCABULARY);
            word(words[k], text + k * WORD_SIZE);
            text[(k + 1) * WORD_SIZE - 1] = ' ';
        }
        text[count * WORD_SIZE - 1] = '\0';
        for (int k = 0; k < 2; k++)
            check(engines[k], &report, text, words, count);
    }
    bilint_report_free(report);
    for (int k = 0; k < 2; k++)
        bilint_engine_free(engines[k]);
    unlink(list);
    unlink(compiled);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(finds_the_longest),
};

SUITE(tests)
