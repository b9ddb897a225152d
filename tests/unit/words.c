/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts into tokens with their words: the same tokens as letter by letter,
 * whatever stands next to what and wherever a text ends, the same words as
 * when they are asked for, and traits that say what they should.
 */
#include "suite.h"

#include "base/hash.h"
#include "lexicon/word_runs.h"
#include "unit/reading.h"

#include <limits.h>
#include <string.h>

enum { ROUNDS = 4000, PIECES = 40, TEXT = 1024 };

static const char *const pieces[] = {
    /* more signs than are taken at a time */
    "..,,!!;;::--((..,,!!;;::--((..,,!!;;::--((..,,!!;;::--((..,,!!;;::--((",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\n",
    "\u00A0",
    ",",
    ".",
    "-",
    "'",
    "(",
    "\u201C",
    "\u200B",
    "\uFFFC",
    "1",
    "23",
    "4567",
    "\u0663",
    "\u00BD",
    "%",
    "\u20AC",
    "a",
    "I",
    "on",
    "the",
    "The",
    "word",
    "longer",
    "eightful",
    "ninebytes",
    "fifteen-letters",
    "sixteenlettersxx",
    "seventeenlettersx",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopq",
    "\u00E9t\u00E9",
    "e\u0301",
    "ti\u1EBFng",
    "Nguy\u1EC5n",
    "\u65E5",
    "\u672C\u8A9E",
    "\uD55C\uAD6D",
    "\u0E44\u0E17\u0E22",
    "\u1001\u103A",
    "\xFF",
    "\xC3",
    "km",
    "\u0434\u043E\u043C",
};

/* xorshift: the same texts on every machine. */
static uint32_t draw(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static size_t make_text(uint32_t *state, char *out)
{
    const uint32_t count = draw(state) % PIECES;
    size_t size = 0;

    for (uint32_t i = 0; i < count; i++) {
        const char *piece =
            pieces[draw(state) % (sizeof(pieces) / sizeof(pieces[0]))];

        if (size + strlen(piece) > TEXT)
            break;
        memcpy(out + size, piece, strlen(piece));
        size += strlen(piece);
    }
    return size;
}

static bool are_alike(const bl_token *a, const bl_token *b)
{
    if (a->word != NULL && b->word != NULL)
        return a->word->fold_hash == b->word->fold_hash;
    return a->kind == BL_TOKEN_NUMBER && b->kind == BL_TOKEN_NUMBER;
}

/* By letters: a brace, or another of the signs with no space behind it. */
static bool may_begin_mask(bl_str text, const bl_token *token)
{
    const char *sign = token->c != 0 && token->c < 0x80
                           ? strchr("%$#<&:@.{", (int)token->c)
                           : NULL;

    return sign != NULL && token->kind != BL_TOKEN_WORD &&
           (*sign == '{' ||
            (token->limit < text.size && text.ptr[token->limit] != ' '));
}

/* A token, its word and what stands in the array of traits. */
static void check_token(reading *r, bl_language *language, bl_str text,
                        const bl_token *token, unsigned traits)
{
    const bool looked_up =
        token->kind == BL_TOKEN_WORD || token->kind == BL_TOKEN_SYMBOL;
    const bl_str own =
        bl_str_of(text.ptr + token->start, (size_t)token->limit - token->start);

    assert_int_equal(token->traits, traits & 0xff);
    assert_int_equal((traits & BL_TRAIT_UNEVEN) != 0,
                     token->gap > BL_GAP_SPACE);
    assert_int_equal((traits & BL_TRAIT_MASK) != 0,
                     may_begin_mask(text, token));
    assert_int_equal(looked_up, token->word != NULL);
    if (!looked_up)
        return;
    assert_int_equal((traits & BL_TRAIT_LEADING) != 0,
                     (token->word->reach & BL_SENSES_LEADING) != 0);
    assert_int_equal((traits & BL_TRAIT_FOLLOWING) != 0,
                     (token->word->reach & BL_SENSES_FOLLOWING) != 0);
    assert_true(bl_str_equal(token->word->text, own));
    /* Very long ones are not kept. */
    if ((token->word->flags & BL_WORD_BRIEF) == 0)
        assert_ptr_equal(token->word,
                         bl_language_word(language, own, &r->scratch));
}

static void check_text(reading *r, bl_language *language, bl_str text,
                       bl_tokens *tokens, bl_tokens *plain)
{
    assert_true(bl_language_read(language, text, tokens, &r->scratch));
    assert_true(bl_tokenize(language->chars, text, plain));
    assert_int_equal(tokens->count, plain->count);
    for (size_t i = 0; i < plain->count; i++) {
        const bl_token *a = &tokens->items[i];
        const bl_token *b = &plain->items[i];

        assert_int_equal(a->start, b->start);
        assert_int_equal(a->limit, b->limit);
        assert_int_equal(a->c, b->c);
        assert_int_equal(a->kind, b->kind);
        assert_int_equal(a->gap, b->gap);
        assert_int_equal(a->flags, b->flags);
        check_token(r, language, text, a, tokens->traits[i]);
        if (i != 0)
            assert_int_equal((tokens->traits[i] & BL_TRAIT_AGAIN) != 0,
                             are_alike(&a[-1], a) ||
                                 (a[-1].flags & BL_TOKEN_GLYPH) != 0);
    }
    for (int i = 0; i < BL_TRAITS_BEHIND; i++)
        assert_int_equal(tokens->traits[tokens->count + (size_t)i], 0);
}

/* For reading_close(&r). */
static bl_language *open_english(reading *r)
{
    bl_language *language;

    assert_true(reading_open(r));
    language = reading_language(r, "en");
    assert_non_null(language);
    return language;
}

static void reads_as_letter_by_letter(void **state)
{
    uint32_t random = 20240229;
    bl_language *language;
    bl_tokens tokens;
    bl_tokens plain;
    reading r;

    (void)state;
    language = open_english(&r);
    bl_tokens_init(&tokens, &r.engine->alloc);
    bl_tokens_init(&plain, &r.engine->alloc);
    for (int i = 0; i < ROUNDS; i++) {
        char text[TEXT];
        const size_t size = make_text(&random, text);
        /* Exactly as long as it is, so that reading behind its end shows. */
        char *copy = bl_new(&r.engine->alloc, size + (size == 0), 1);

        assert_non_null(copy);
        memcpy(copy, text, size);
        check_text(&r, language, bl_str_of(copy, size), &tokens, &plain);
        bl_free(&r.engine->alloc, copy);
    }
    bl_tokens_free(&tokens);
    bl_tokens_free(&plain);
    reading_close(&r);
}

/* Any number of signs, and behind them more words than are left in the room
 * that they may have taken. */
static void leaves_room_behind_signs(void **state)
{
    bl_language *language;
    reading r;

    (void)state;
    language = open_english(&r);
    for (size_t signs = 0; signs < 200; signs++) {
        char text[TEXT];
        size_t size = signs;
        bl_tokens tokens;
        bl_tokens plain;

        memset(text, ',', signs);
        for (int i = 0; i < 30; i++) {
            memcpy(text + size, "on the ", 7);
            size += 7;
        }
        bl_tokens_init(&tokens, &r.engine->alloc);
        bl_tokens_init(&plain, &r.engine->alloc);
        check_text(&r, language, bl_str_of(text, size), &tokens, &plain);
        bl_tokens_free(&tokens);
        bl_tokens_free(&plain);
    }
    reading_close(&r);
}

/* More words than the first table has room for. */
static void keeps_words_as_the_table_grows(void **state)
{
    const bl_word *first[2000];
    bl_language *language;
    reading r;

    (void)state;
    language = open_english(&r);
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < 10000; i++) {
            char text[32];
            const int size =
                snprintf(text, sizeof(text), "%.*sq%xz", (int)(i % 20),
                         "aaaaaaaaaaaaaaaaaaaa", (unsigned)i);
            const bl_word *word = bl_language_word(
                language, bl_str_of(text, (size_t)size), &r.scratch);

            assert_non_null(word);
            assert_true(
                bl_str_equal(word->text, bl_str_of(text, (size_t)size)));
            if (i < 2000 && round == 0)
                first[i] = word;
            else if (i < 2000)
                assert_ptr_equal(word, first[i]);
        }
    }
    reading_close(&r);
}

static const bl_word *numbered_word(reading *r, bl_language *language,
                                    uint32_t number)
{
    char text[32];
    const int size = snprintf(text, sizeof(text), "q%xz", (unsigned)number);

    return bl_language_word(language, bl_str_of(text, (size_t)size),
                            &r->scratch);
}

/* A word of a large document is kept when it is met again, and what is known
 * of it is the same before and after. */
static void keeps_words_that_come_again(void **state)
{
    uint32_t number = 0;
    const bl_word *once;
    const bl_word *again;
    bl_language *language;
    reading r;

    (void)state;
    language = open_english(&r);
    do {
        once = numbered_word(&r, language, number++);
        assert_non_null(once);
    } while ((once->flags & BL_WORD_BRIEF) == 0 && number < 100000);
    assert_true(number > 1000 && number < 100000);
    again = numbered_word(&r, language, number - 1);
    assert_non_null(again);
    assert_true(again != once);
    assert_int_equal(again->flags & BL_WORD_BRIEF, 0);
    assert_true(bl_str_equal(again->text, once->text));
    assert_true(bl_str_equal(again->folded, once->folded));
    assert_true(bl_str_equal(again->skeleton, once->skeleton));
    assert_int_equal(again->fold_hash, once->fold_hash);
    assert_int_equal(again->traits, once->traits);
    assert_ptr_equal(numbered_word(&r, language, number - 1), again);
    reading_close(&r);
}

/* However many there are, the table ends somewhere. */
static void keeps_no_more_than_there_is_room_for(void **state)
{
    uint32_t kept = 0;
    bl_language *language;
    reading r;

    (void)state;
    language = open_english(&r);
    for (uint32_t i = 0; i < 100000; i++) {
        const bl_word *word = numbered_word(&r, language, i);

        word = numbered_word(&r, language, i);
        assert_non_null(word);
        kept += (word->flags & BL_WORD_BRIEF) == 0;
        bl_arena_reset(&r.scratch);
    }
    assert_true(kept > 10000 && kept < 50000);
    reading_close(&r);
}

static void finds_traits(void **state)
{
    bl_trait_set traits[70 + BL_TRAITS_BEHIND] = { 0 };

    (void)state;
    for (size_t at = 0; at < 70; at++) {
        for (size_t count = 0; count <= 70; count++) {
            memset(traits, 0, sizeof(traits));
            for (size_t i = 0; i < count; i++)
                traits[i] = BL_TRAIT_LOWER;
            assert_int_equal(bl_traits_next(traits, count, at, BL_TRAIT_MASK),
                             count);
            if (at >= count)
                continue;
            traits[at] |= BL_TRAIT_MASK | BL_TRAIT_NAME;
            assert_int_equal(bl_traits_next(traits, count, 0, BL_TRAIT_MASK),
                             at);
            assert_int_equal(bl_traits_next(traits, count, at,
                                            BL_TRAIT_NAME | BL_TRAIT_TITLE),
                             at);
            assert_int_equal(
                bl_traits_next(traits, count, at + 1, BL_TRAIT_MASK), count);
            assert_int_equal(bl_traits_bits(traits, count, 0, BL_TRAIT_MASK),
                             at < 64 ? UINT64_C(1) << at : 0);
            assert_int_equal(bl_traits_bits(traits, count, at, BL_TRAIT_NAME),
                             1);
            assert_int_equal(bl_traits_four(traits, at, BL_TRAIT_NAME), 1);
            assert_int_equal(bl_traits_count(traits, count, BL_TRAIT_NAME), 1);
            assert_int_equal(bl_traits_count(traits, count, BL_TRAIT_LOWER),
                             count);
        }
    }
}

/* Each byte alone, at each place of a window among others. */
static void finds_letters(void **state)
{
    unsigned char window[BL_RUNS_WINDOW];
    uint32_t random = 1;

    (void)state;
    for (int c = 0; c <= UCHAR_MAX; c++) {
        const bool letter = c >= 0x80 || (c >= 'a' && c <= 'z') ||
                            (c >= 'A' && c <= 'Z');

        for (int at = 0; at < BL_RUNS_WINDOW; at++) {
            uint64_t letters = 0;

            for (int i = 0; i < BL_RUNS_WINDOW; i++)
                window[i] = (unsigned char)draw(&random);
            window[at] = (unsigned char)c;
            for (int i = 0; i < BL_RUNS_WINDOW; i += 8)
                letters |= bl_letters_of(bl_hash_read8(window + i)) << i;
            assert_true(bl_letters_of_window(window) == letters);
            assert_int_equal(letters >> at & 1, letter);
        }
    }
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(reads_as_letter_by_letter),
    cmocka_unit_test(leaves_room_behind_signs),
    cmocka_unit_test(keeps_words_as_the_table_grows),
    cmocka_unit_test(keeps_words_that_come_again),
    cmocka_unit_test(keeps_no_more_than_there_is_room_for),
    cmocka_unit_test(finds_traits),
    cmocka_unit_test(finds_letters),
};

SUITE(tests)
