/* SPDX-License-Identifier: Apache-2.0 */
/* The senses of a phrase: which of them comes first. */
#include "suite.h"

#include "lexicon/phrases.h"

static void add(bl_phrases *phrases, const char *word, bl_sense_kind kind,
                int64_t value, uint8_t flags)
{
    const bl_str words[] = { bl_str_z(word), bl_str_z("behind") };

    bl_phrases_add(phrases, words, word[0] == '+' ? 2 : 1,
                   (bl_sense){ (uint8_t)kind, flags, value });
}

/* Values of the senses of a word's phrase in their order, as digits. */
static int64_t values(const bl_phrases *phrases, const char *word)
{
    const bl_phrase_word first = bl_phrases_word(phrases, bl_str_z(word));
    const bl_phrase_node node = bl_phrases_step(phrases, 0, first);
    const bl_sense *sense;
    int64_t all = 0;

    for (uint32_t at = 0;
         (sense = bl_phrases_sense(phrases, node, &at)) != NULL;)
        all = all * 10 + sense->value;
    return all;
}

static void what_is_said_last_goes_first(void **state)
{
    bl_phrases phrases;

    (void)state;
    bl_phrases_init(&phrases, &bl_alloc_default);
    /* Other phrases in between, so that senses do not stand together. */
    add(&phrases, "a", BL_SENSE_CARDINAL, 1, 0);
    add(&phrases, "b", BL_SENSE_UNIT, 7, 0);
    assert_int_equal(values(&phrases, "a"), 1);
    add(&phrases, "a", BL_SENSE_UNIT, 2, 0);
    add(&phrases, "b", BL_SENSE_MONTH, 8, 0);
    add(&phrases, "a", BL_SENSE_MONTH, 3, 0);
    assert_int_equal(values(&phrases, "a"), 321);
    assert_int_equal(values(&phrases, "b"), 87);
    assert_false(phrases.failed);
    bl_phrases_free(&phrases);
}

/* Said again, a sense moves to the front and keeps both flags. */
static void a_sense_is_there_once(void **state)
{
    bl_phrases phrases;
    uint32_t at = 0;
    const bl_sense *sense;

    (void)state;
    bl_phrases_init(&phrases, &bl_alloc_default);
    for (int64_t value = 1; value <= 4; value++)
        add(&phrases, "a", BL_SENSE_UNIT, value, BL_SENSE_AFTER);
    assert_int_equal(values(&phrases, "a"), 4321);
    add(&phrases, "a", BL_SENSE_UNIT, 4, 0);
    assert_int_equal(values(&phrases, "a"), 4321);
    add(&phrases, "a", BL_SENSE_UNIT, 2, BL_SENSE_WEAK);
    assert_int_equal(values(&phrases, "a"), 2431);
    add(&phrases, "a", BL_SENSE_UNIT, 1, 0);
    add(&phrases, "a", BL_SENSE_UNIT, 2, 0);
    assert_int_equal(values(&phrases, "a"), 2143);
    sense = bl_phrases_sense(
        &phrases,
        bl_phrases_step(&phrases, 0, bl_phrases_word(&phrases, bl_str_z("a"))),
        &at);
    assert_int_equal(sense->flags, BL_SENSE_AFTER | BL_SENSE_WEAK);
    bl_phrases_free(&phrases);
}

static void a_beginning_has_no_sense(void **state)
{
    bl_phrases phrases;

    (void)state;
    bl_phrases_init(&phrases, &bl_alloc_default);
    assert_int_equal(values(&phrases, "a"), 0);
    add(&phrases, "+", BL_SENSE_UNIT, 5, 0);
    assert_int_equal(values(&phrases, "+"), 0);
    bl_phrases_free(&phrases);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(what_is_said_last_goes_first),
    cmocka_unit_test(a_sense_is_there_once),
    cmocka_unit_test(a_beginning_has_no_sense),
};

SUITE(tests)
