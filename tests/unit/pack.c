/* SPDX-License-Identifier: Apache-2.0 */
/* What is packed comes out as it went in, and prose takes less. */
#include "suite.h"

#include "base/pack.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks of their own, so that a byte too many shows. How many bytes it
 * took. */
static size_t goes_and_comes(const char *text, size_t size)
{
    char *room = malloc(bl_pack_room(size));
    char *from = malloc(size + (size == 0));
    char *back = malloc(size + (size == 0));
    char *packed;
    size_t count;

    assert_non_null(room);
    assert_non_null(from);
    assert_non_null(back);
    memcpy(from, text, size);
    count = bl_pack(from, size, room);
    assert_true(count <= bl_pack_room(size));
    packed = malloc(count + (count == 0));
    assert_non_null(packed);
    memcpy(packed, room, count);
    bl_unpack(packed, back, size);
    assert_memory_equal(back, from, size);
    free(packed);
    free(back);
    free(from);
    free(room);
    return count;
}

static void keeps_nothing_and_little(void **state)
{
    (void)state;
    assert_int_equal(goes_and_comes("", 0), 0);
    goes_and_comes("a", 1);
    goes_and_comes("aaaaa", 5);
    goes_and_comes("abcdabcd", 8);
    goes_and_comes("abcdabcda", 9);
}

/* Runs of every length around those where a length needs one more byte. */
static void keeps_runs_of_any_length(void **state)
{
    static const size_t around[] = { 4, 15, 19, 270, 274, 525, 529, 65531 };
    static char text[BL_PACK_MOST];

    (void)state;
    memset(text, 'x', sizeof(text));
    for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
        for (size_t size = around[i] - 3; size <= around[i] + 5; size++)
            goes_and_comes(text, size);
    }
    assert_true(goes_and_comes(text, sizeof(text)) < 300);
}

/* Pieces of few letters again and again, between bytes of any kind. */
static void keeps_what_repeats_itself_by_chance(void **state)
{
    static char text[BL_PACK_MOST];
    uint32_t random = 7;

    (void)state;
    for (int round = 0; round < 300; round++) {
        const uint32_t letters = 1 + (uint32_t)round % 90 * 3;
        const size_t size = (size_t)round * (size_t)round % BL_PACK_MOST;

        for (size_t i = 0; i < size; i++) {
            random = random * 1664525 + 1013904223;
            text[i] = (char)((random >> 16) % letters);
            if ((random >> 8) % 64 == 0 && i >= 600)
                for (size_t n = random >> 20 & 511; n != 0 && i + 1 < size; n--)
                    text[i + 1] = text[i - 500], i++;
        }
        goes_and_comes(text, size);
    }
}

/* A match as far away as there may be one. */
static void reaches_back_to_the_beginning(void **state)
{
    static char text[BL_PACK_MOST];
    uint32_t random = 11;

    (void)state;
    for (size_t i = 0; i < sizeof(text); i++) {
        random = random * 1664525 + 1013904223;
        text[i] = (char)(random >> 24);
    }
    memcpy(text + sizeof(text) - 40, text, 40);
    goes_and_comes(text, sizeof(text));
}

static void takes_half_of_prose(void **state)
{
    static const char *const words[] = { "the bridge ", "over the river ",
                                         "was opened ", "again in ", "spring ",
                                         "by the mayor ", "and a choir. " };
    static char text[BL_PACK_MOST];
    uint32_t random = 3;
    size_t size = 0;

    (void)state;
    while (size < 60000) {
        const char *word;

        random = random * 1664525 + 1013904223;
        word = words[(random >> 16) % 7];
        memcpy(text + size, word, strlen(word));
        size += strlen(word);
    }
    assert_true(goes_and_comes(text, size) < size / 2);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(keeps_nothing_and_little),
    cmocka_unit_test(keeps_runs_of_any_length),
    cmocka_unit_test(keeps_what_repeats_itself_by_chance),
    cmocka_unit_test(reaches_back_to_the_beginning),
    cmocka_unit_test(takes_half_of_prose),
};

SUITE(tests)
