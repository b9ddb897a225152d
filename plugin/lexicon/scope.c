/* SPDX-License-Identifier: Apache-2.0 */
/* What a language can say in words that are known. */
#include "lexicon/language.h"

#include "text/utf8.h"

/* A number word, month and weekday that no language is without, and the least
 * that only a scale word says. */
enum { COMMON_NUMBER = 7, LEAST_SCALE = 100000 };

/* Whether the phrase ends in a sign, as "%" and "at%" do. */
static bool ends_in_sign(const bl_language *language, bl_phrase_node node)
{
    const bl_str word = bl_phrases_last_word(&language->phrases, node);
    size_t at = 0;
    const bl_class kind = bl_class_of(
        language->chars, bl_utf8_next(word.ptr, word.size, &at));

    return kind == BL_CLASS_SYMBOL || kind == BL_CLASS_PUNCT;
}

static unsigned scope_of(const bl_language *language, bl_phrase_node node,
                         const bl_sense *sense)
{
    if ((sense->flags & BL_SENSE_WEAK) != 0)
        return 0;
    switch (sense->kind) {
    case BL_SENSE_CARDINAL:
        return sense->value == COMMON_NUMBER ? BL_SAYS_NUMBERS : 0;
    case BL_SENSE_ORDINAL:
        return sense->value == COMMON_NUMBER ? BL_SAYS_ORDINALS : 0;
    case BL_SENSE_MONTH_MARK:
        return BL_SAYS_MONTHS;
    case BL_SENSE_WEEKDAY_MARK:
        return BL_SAYS_WEEKDAYS;
    case BL_SENSE_MONTH:
        return sense->value == COMMON_NUMBER ? BL_SAYS_MONTHS : 0;
    case BL_SENSE_WEEKDAY:
        return sense->value == COMMON_NUMBER ? BL_SAYS_WEEKDAYS : 0;
    case BL_SENSE_SCALE:
        return sense->value >= LEAST_SCALE ? BL_SAYS_SCALES : 0;
    case BL_SENSE_UNIT:
        if (sense->value != language->units->percent)
            return 0;
        return ends_in_sign(language, node) ? 0 : BL_SAYS_PERCENT;
    case BL_SENSE_PERCENT:
        return ends_in_sign(language, node) ? 0 : BL_SAYS_PERCENT;
    default:
        return 0;
    }
}

unsigned bl_language_scope(const bl_language *language)
{
    const bl_sense_set wanted =
        BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_ORDINAL) |
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |
        BL_SENSE_BIT(BL_SENSE_WEEKDAY_MARK) |
        BL_SENSE_BIT(BL_SENSE_SCALE) | BL_SENSE_BIT(BL_SENSE_UNIT) |
        BL_SENSE_BIT(BL_SENSE_PERCENT);
    const bl_phrases *phrases = &language->phrases;
    unsigned scope = 0;

    for (bl_phrase_node node = 1; node < phrases->node_count; node++) {
        const bl_sense *sense;
        uint32_t at = 0;

        if ((bl_phrases_set(phrases, node) & wanted) == 0)
            continue;
        while ((sense = bl_phrases_sense(phrases, node, &at)) != NULL)
            scope |= scope_of(language, node, sense);
    }
    return language->scales_agree
               ? scope & ~(unsigned)(BL_SAYS_SCALES | BL_SAYS_PERCENT)
               : scope;
}
