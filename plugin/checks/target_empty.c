/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target-empty: there is something to translate, and no translation.
 *
 * No target element, an empty one and a blank one are three messages, since
 * they come about in different ways. A document without any target language
 * has nothing to translate into and is left alone by the engine.
 *
 * Page, examples and tests: target_empty.md
 */
#include "checks/check.h"

enum { MISSING, EMPTY, BLANK, CODES, SIGNS };

/* Words, or letters of a script without spaces, that a dash or a full stop does
 * not stand for. */
enum { WORDS_LEAST = 3, GLYPHS_LEAST = 4 };

/* A word or a number that is no placeholder; codes alone need no
 * translation. */
static bool is_translatable(const bl_side *side)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if ((token->kind == BL_TOKEN_WORD || token->kind == BL_TOKEN_NUMBER) &&
            (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0)
            return true;
    }
    return false;
}

static bool is_prose(const bl_side *side)
{
    uint32_t words = 0;
    uint32_t glyphs = 0;

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (!bl_token_is_word(token) || (token->flags & BL_TOKEN_KEPT) != 0)
            continue;
        glyphs += (token->flags & BL_TOKEN_GLYPH) != 0;
        words += (token->flags & BL_TOKEN_GLYPH) == 0;
    }
    return words >= WORDS_LEAST || glyphs >= GLYPHS_LEAST;
}

/* Whether it has codes and punctuation at most; *signs says that it has the
 * latter. */
static bool has_no_text(const bl_side *side, bool *signs)
{
    *signs = false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_CODE &&
            (token->kind != BL_TOKEN_PUNCT ||
             (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) != 0))
            return false;
        *signs = *signs || token->kind == BL_TOKEN_PUNCT;
    }
    return true;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t size = (uint32_t)pair->side[BL_SOURCE].text.size;
    bl_emission e = { .mark_count = 1 };
    bool signs;

    (void)self;
    if (!has_no_text(target, &signs) ||
        !is_translatable(&pair->side[BL_SOURCE]) ||
        (signs && !is_prose(&pair->side[BL_SOURCE])))
        return;
    e.message = signs                            ? SIGNS
                : target->token_count != 0       ? CODES
                : !pair->segment->target.present ? MISSING
                : target->text.size == 0         ? EMPTY
                                                 : BLANK;
    e.marks[0] = bl_mark_of(BL_SOURCE, (bl_span){ 0, size });
    bl_emit(sink, &e);
}

const bl_check bl_check_target_empty = {
    .id = "target-empty",
    .title = "A translatable segment has no translation",
    .category = "untranslated",
    .its_type = "untranslated",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .without_target = true,
    .messages = {
        [MISSING] = { "missing", "there is no target", BL_ERROR },
        [EMPTY] = { "empty", "the target is empty", BL_ERROR },
        [BLANK] = { "blank", "the target is white space", BL_ERROR },
        [CODES] = { "codes", "the target has codes and no text", BL_WARNING },
        [SIGNS] = { "signs", "the target has no words", BL_ERROR },
    },
    .run = run,
};
