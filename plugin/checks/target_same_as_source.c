/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target-same-as-source: the target is the source, though there is something
 * to translate.
 *
 * Names, codes, brands and short labels stay as they are in every language:
 * a few ordinary words are wanted as evidence that the text is prose.
 *
 * Page, examples and tests: target_same_as_source.md
 */
#include "checks/check.h"

enum { SAME };

/* How many ordinary words make prose; letters of scripts without spaces
 * count by the word of about two letters. */
enum { WORDS_MIN = 3, GLYPHS_MIN = 6 };

static bl_str trim(bl_str text)
{
    while (text.size != 0 && (unsigned char)text.ptr[0] <= ' ') {
        text.ptr++;
        text.size--;
    }
    while (text.size != 0 &&
           (unsigned char)text.ptr[text.size - 1] <= ' ')
        text.size--;
    return text;
}

static bool is_prose(const bl_side *side)
{
    uint32_t words = 0;
    uint32_t glyphs = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD ||
            (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) != 0)
            continue;
        if ((token->flags & BL_TOKEN_GLYPH) != 0)
            glyphs++;
        else if (token->word->letters >= 2 &&
                 (token->word->letter_case == BL_CASE_LOWER ||
                  token->word->letter_case == BL_CASE_NONE))
            words++;
    }
    return words >= WORDS_MIN || glyphs >= GLYPHS_MIN;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    bl_emission e = { .message = SAME, .mark_count = 1 };

    (void)self;
    if (!bl_str_equal(trim(source->text), trim(target->text)) ||
        bl_locale_same_language(&source->language->locale,
                                &target->language->locale) ||
        !is_prose(source))
        return;
    e.marks[0] =
        bl_mark_of(BL_TARGET, (bl_span){ 0, (uint32_t)target->text.size });
    bl_emit(sink, &e);
}

const bl_check bl_check_target_same_as_source = {
    .id = "target-same-as-source",
    .title = "The target repeats the source",
    .category = "untranslated",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [SAME] = { "same", "the target is the same as the source",
                   BL_WARNING },
    },
    .run = run,
};
