/* SPDX-License-Identifier: Apache-2.0 */
/*
 * length-ratio: the target is far shorter or longer than the source lets
 * expect.
 *
 * Letters count by how much they say: one of Chinese is worth two or three of
 * an alphabet. What translations of a document have besides, the document
 * tells: where many of its segments are off, its ratio is another one.
 *
 * Page, examples and tests: length_ratio.md
 */
#include "checks/check.h"
#include "checks/records.h"
#include "checks/signs.h"
#include "text/utf8.h"

enum { SHORT, LONG };

/* Letters of the longer text: short ones are of any length in another
 * language. */
enum { LETTERS_LEAST = 40 };

/* The target has less than so many percent of what is expected, or more. */
enum { PERCENT_LEAST = 45, PERCENT_MOST = 240 };

/* The same of bytes, whose letters need not be counted. */
enum { USUAL_LEAST = 75, USUAL_MOST = 170 };

/* From so many findings on, and one in so many segments, the document has a
 * ratio of its own. */
enum { MANY = 5, MANY_SHARE = 30 };

/* What letters of the scripts say, in tenths of a Latin letter, measured on
 * translations of news and of health. */
enum {
    LATIN = 10,
    IDEOGRAPH = 27,
    KANA = 18,
    HANGUL = 22,
    INDOCHINA = 7, /* vowels and marks are characters of their own */
    ETHIOPIC = 15,
    ABJAD = 12 /* vowels are not written */
};

static uint32_t weight(uint32_t c)
{
    if (c < 0x590 || (c >= 0x900 && c < 0x1000))
        return LATIN;
    if (c < 0x900)
        return ABJAD;
    if ((c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800))
        return INDOCHINA;
    if (c < 0x1200)
        return LATIN;
    if (c < 0x1400)
        return ETHIOPIC;
    if (c < 0x3000)
        return LATIN;
    if (c < 0x3100)
        return KANA;
    if (c >= 0xac00 && c < 0xd800)
        return HANGUL;
    return c >= 0x3400 && c < 0xfb00 ? IDEOGRAPH : LATIN;
}

/* What the words and numbers of a side say; of plural forms, which a bar
 * parts, one of them: languages have as many as they need. */
static uint64_t measure(const bl_side *side)
{
    uint64_t sum = 0;
    uint32_t forms = 1;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        forms += bl_sign_parts_forms(token);
        if (token->kind == BL_TOKEN_WORD)
            sum += (uint64_t)token->word->letters * weight(token->c);
        else if (token->kind == BL_TOKEN_NUMBER)
            sum += (uint64_t)(token->limit - token->start) * LATIN;
    }
    return sum / forms;
}

/* What a byte of a language says, about, in its letters. */
static uint64_t tenths_a_byte(const bl_locale *locale)
{
    static const struct {
        char script[5];
        uint8_t tenths;
    } list[] = { { "Latn", 9 }, { "Cyrl", 5 }, { "Grek", 5 }, { "Arab", 6 },
                 { "Hebr", 6 }, { "Ethi", 5 }, { "Hans", 9 }, { "Hant", 9 },
                 { "Jpan", 7 }, { "Kore", 7 }, { "Khmr", 3 }, { "Mymr", 3 } };

    for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
        if (memcmp(locale->script, list[i].script, 4) == 0)
            return list[i].tenths;
    }
    return 4;
}

/* Whether the bytes say already that nothing is wrong, as they nearly always
 * do. */
static bool is_usual(const bl_side *source, const bl_side *target)
{
    const uint64_t a =
        source->text.size * tenths_a_byte(&source->language->locale);
    const uint64_t b =
        target->text.size * tenths_a_byte(&target->language->locale);

    return b * 100 >= a * USUAL_LEAST && b * 100 <= a * USUAL_MOST;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .mark_count = 2 };
    uint64_t a;
    uint64_t b;

    (void)self;
    if (target->token_count == 0 ||
        source->text.size + target->text.size < LETTERS_LEAST ||
        is_usual(source, target))
        return;
    a = measure(source);
    b = measure(target);
    if (b * 100 < a * PERCENT_LEAST && a >= LETTERS_LEAST * LATIN)
        e.message = SHORT;
    else if (b * 100 > a * PERCENT_MOST && b >= LETTERS_LEAST * LATIN * 2)
        e.message = LONG;
    else
        return;
    e.marks[0] =
        bl_mark_of(BL_TARGET, (bl_span){ 0, (uint32_t)target->text.size });
    e.marks[1] =
        bl_mark_of(BL_SOURCE, (bl_span){ 0, (uint32_t)source->text.size });
    bl_emit(sink, &e);
}

/* Where many segments are so, it is how the document is translated. */
static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    uint64_t found = 0;

    for (size_t i = 0; i < report->count; i++)
        found += report->findings[i].rule == rule;
    if (found < MANY || found * MANY_SHARE < records->sums.segments)
        return;
    for (size_t i = 0; i < report->count; i++) {
        if (report->findings[i].rule == rule)
            report->findings[i].severity = BL_OFF;
    }
}

const bl_check bl_check_length_ratio = {
    .id = "length-ratio",
    .title = "The target is far shorter or longer than the source",
    .category = "length",
    .its_type = "length",
    .since = "0.1",
    .stage = BL_STABLE,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_DOCUMENT,
    .messages = {
        [SHORT] = { "short", "the target is far shorter than the source",
                    BL_WARNING },
        [LONG] = { "long", "the target is far longer than the source",
                   BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
