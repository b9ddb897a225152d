/* SPDX-License-Identifier: Apache-2.0 */
/*
 * character-forbidden: the target has characters that it may not have: for a
 * device without the glyphs, a field of digits, an encoding of few letters.
 *
 * Which they may be, the document says (ITS 2.0 allowedCharacters, XLIFF 1.2
 * charclass) or bilint.yml. Sets were compiled when they were read; an inline
 * code is no character.
 *
 * Page, examples and tests: character_forbidden.md
 */
#include "checks/check.h"

#include "text/char_class.h"
#include "text/utf8.h"

enum { OUTSIDE, FORBIDDEN };
enum { ALLOWED_SET, FORBIDDEN_SET };

/* The sentinel of inline codes. */
enum { CODE = 0xfffc };

/* In nearly all targets there is nothing to report. */
static size_t find(bl_str text, size_t at, size_t limit,
                   const bl_char_class *set, bool in_set)
{
    while (at < limit) {
        size_t next = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &next);

        if (c != CODE && bl_char_class_has(set, c) == in_set)
            return at;
        at = next;
    }
    return limit;
}

/* The characters behind `at` that are wrong, too. */
static size_t pass(bl_str text, size_t at, size_t limit,
                   const bl_char_class *set, bool in_set)
{
    while (at < limit) {
        size_t next = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &next);

        if (c == CODE || bl_char_class_has(set, c) != in_set)
            return at;
        at = next;
    }
    return limit;
}

/* Each row of characters in the span that are in the set, or are not. */
static void judge(const bl_pair *pair, bl_span span, const bl_char_class *set,
                  bool in_set, bl_sink *sink)
{
    const bl_str text = pair->side[BL_TARGET].text;
    const size_t limit = span.limit < text.size ? span.limit : text.size;
    size_t at = span.start;

    while ((at = find(text, at, limit, set, in_set)) < limit) {
        const size_t end = pass(text, at, limit, set, in_set);
        bl_emission e = { .message = in_set ? FORBIDDEN : OUTSIDE,
                          .mark_count = 1 };

        e.marks[0] = bl_mark_of(
            BL_TARGET, (bl_span){ (uint32_t)at, (uint32_t)end });
        e.arguments[0] = bl_str_of(text.ptr + at, end - at);
        e.arguments[1] = set->text;
        bl_emit(sink, &e);
        at = end;
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_text *target = pair->side[BL_TARGET].from;
    const bl_span whole = { 0, UINT32_MAX };
    const bl_char_class *allowed =
        bl_check_setting(pair, BL_RULE_character_forbidden, ALLOWED_SET)->set;
    const bl_char_class *forbidden =
        bl_check_setting(pair, BL_RULE_character_forbidden, FORBIDDEN_SET)
            ->set;

    (void)self;
    for (uint32_t i = 0; i < target->restriction_count; i++)
        judge(pair, target->restrictions[i].span,
              target->restrictions[i].allowed, false, sink);
    if (allowed != NULL)
        judge(pair, whole, allowed, false, sink);
    if (forbidden != NULL)
        judge(pair, whole, forbidden, true, sink);
}

const bl_check bl_check_character_forbidden = {
    .id = "character-forbidden",
    .title = "The target has a character that is not allowed there",
    .category = "character",
    .its_type = "characters",
    .since = "0.1",
    .stage = BL_STABLE,
    .off = true,
    .messages = {
        [OUTSIDE] = { "outside", "{0} is not among the allowed characters {1}",
                      BL_ERROR },
        [FORBIDDEN] = { "forbidden",
                        "{0} is among the forbidden characters {1}",
                        BL_ERROR },
    },
    .options = {
        [ALLOWED_SET] = { "allowed",
                          "characters that every target may have, as a "
                          "class: [a-zA-Z0-9 .,]",
                          BL_OPTION_CHARACTERS, { .text = "" } },
        [FORBIDDEN_SET] = { "forbidden",
                            "characters that no target may have, as a class",
                            BL_OPTION_CHARACTERS, { .text = "" } },
    },
    .run = run,
};
