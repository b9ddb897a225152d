/* SPDX-License-Identifier: Apache-2.0 */
/*
 * term-forbidden: a translation is used that the term list forbids.
 *
 * Page, examples and tests: term_forbidden.md
 */
#include "checks/check.h"
#include "lexicon/language.h"
#include "match/terms.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

enum { FORBIDDEN, INSTEAD };

/* Whether nothing but signs stands before it, and it has the capital with
 * which a text begins. */
static bool begins_text(const bl_side *side, bl_span span)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD && token->word != NULL)
            return token->start == span.start &&
                   (token->word->flags & BL_WORD_CAPITAL) != 0;
        if (token->kind == BL_TOKEN_NUMBER)
            return false;
    }
    return false;
}

/* An iPhone has its capital elsewhere. */
static bool takes_capital(bl_str text)
{
    const char *space = memchr(text.ptr, ' ', text.size);

    return bl_case_of(bl_str_of(text.ptr, space != NULL
                                              ? (size_t)(space - text.ptr)
                                              : text.size)) == BL_CASE_LOWER;
}

/* With a capital where the forbidden one had that of the text. */
static bl_str with_capital(const bl_pair *pair, bl_span span, bl_str instead)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bl_folded capital;
    size_t first = 0;
    char *text;

    if (instead.size == 0 || !begins_text(target, span) ||
        !takes_capital(instead))
        return instead;
    bl_utf8_next(instead.ptr, instead.size, &first);
    bl_capital(&target->language->locale, instead, &capital);
    text = bl_arena_alloc(pair->scratch, capital.size + instead.size, 1);
    if (capital.size == 0 || text == NULL)
        return instead;
    memcpy(text, capital.text, capital.size);
    memcpy(text + capital.size, instead.ptr + first, instead.size - first);
    return bl_str_of(text, capital.size + instead.size - first);
}

/* What the fix takes the place of: a full stop that ends the text as well
 * stays. */
static bl_span replaced(const bl_side *target, bl_span mark, bl_span words,
                        bl_str instead)
{
    return mark.limit > words.limit && mark.limit == target->text.size &&
                   !bl_str_ends(instead, BL_STR("."))
               ? words
               : mark;
}

static void report(const bl_pair *pair, const bl_term_misuse *misuse,
                   bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_span mark = bl_term_mark(misuse->of, misuse->said, BL_TARGET,
                                      target, misuse->target);
    bl_emission e = { .message = FORBIDDEN };
    bl_str instead;

    e.arguments[1] =
        bl_term_instead(pair->terms, misuse, source, &instead, pair->scratch);
    /* With another ending, the fix would have to be inflected too. */
    instead = misuse->same ? with_capital(pair, misuse->target, instead)
                           : bl_str_of(NULL, 0);
    if (misuse->phrase != BL_NO_PHRASE)
        e.marks[e.mark_count++] = bl_mark_of(
            BL_SOURCE, bl_term_mark(misuse->of, misuse->phrase, BL_SOURCE,
                                    source, misuse->source));
    e.marks[e.mark_count++] = bl_mark_of(BL_TARGET, mark);
    e.arguments[0] = bl_side_text(target, mark);
    if (e.arguments[1].size != 0)
        e.message = INSTEAD;
    e.fix = (bl_fix){ instead.size != 0, BL_TARGET,
                      replaced(target, mark, misuse->target, instead),
                      instead };
    bl_emit(sink, &e);
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    (void)self;
    for (uint32_t i = 0; i < pair->terms->misuse_count; i++)
        report(pair, &pair->terms->misuses[i], sink);
}

const bl_check bl_check_term_forbidden = {
    .id = "term-forbidden",
    .title = "A forbidden term is used",
    .category = "term",
    .its_type = "terminology",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_TERMS | BL_NEEDS_MISUSED_TERMS,
    .wants = BL_HAS_TERMS,
    .messages = {
        [FORBIDDEN] = { "forbidden", "{0} is not to be used", BL_ERROR },
        [INSTEAD] = { "forbidden-instead",
                      "{0} is not to be used; say {1}", BL_ERROR },
    },
    .run = run,
};
