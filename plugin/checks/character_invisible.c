/* SPDX-License-Identifier: Apache-2.0 */
/*
 * character-invisible: characters that cannot be seen and that the source does
 * not have.
 *
 * Silent where a character belongs to what is around it: joiners to scripts
 * whose letters join and to emoji, a space without width to scripts without
 * spaces, marks of direction to text from right to left.
 *
 * Page, examples and tests: character_invisible.md
 */
#include "checks/check.h"
#include "lexicon/language.h"
#include "recognise/misread.h"
#include "text/alphabet.h"
#include "text/oddity.h"
#include "text/utf8.h"

#include <stdio.h>

enum { INVISIBLE, CONTROL };

/* Characters that the source is searched for; nobody reads on. */
enum { SEARCHES = 100 };

/* What a segment is looked at with. */
typedef struct looking {
    const bl_pair *pair;
    bl_sink *sink;
    uint32_t searches;
    bool misread; /* whether that was asked, and is so */
    bool asked;
} looking;

/* ---- what belongs where it is ------------------------------------------- */

static bool is_direction(uint32_t c)
{
    return c == 0x200e || c == 0x200f || c == 0x61c ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Letters of scripts that join, and of those without spaces. */
static bool is_eastern(uint32_t c)
{
    return c >= 0x600 && c < 0x2000 &&
           bl_alphabet_of(c) == BL_ALPHABET_NONE;
}

/* Scripts where a space without width says where a word ends (The Unicode
 * Standard, chapter 16). */
static bool is_spaceless(const bl_locale *locale)
{
    static const char *const scripts[] = { "Khmr", "Laoo", "Mymr", "Thai",
                                           "Tibt" };

    return bl_str_is_one(bl_str_z(locale->script), scripts,
                         sizeof(scripts) / sizeof(scripts[0]));
}

static bool is_emoji(uint32_t c)
{
    return (c >= 0x2190 && c < 0x2c00) || c == 0xfe0f ||
           (c >= 0x1f000 && c < 0x20000) ||
           (c >= 0xe0020 && c <= 0xe007f);
}

static uint32_t character_at(bl_str text, size_t at)
{
    return at < text.size ? bl_utf8_next(text.ptr, text.size, &at) : 0;
}

/* Whether the character between `start` and `limit` belongs there. */
static bool belongs(const bl_side *side, uint32_t c, size_t start,
                    size_t limit)
{
    const uint32_t before =
        start != 0 ? bl_utf8_before(side->text.ptr, start) : 0;
    const uint32_t after = character_at(side->text, limit);

    if (is_direction(c))
        return side->language->locale.right_to_left;
    if (c == 0x200c || c == 0x200d || c >= 0xe0020)
        return is_eastern(before) || is_eastern(after) || is_emoji(before);
    return c == 0x200b && (is_eastern(before) || is_eastern(after) ||
                           is_spaceless(&side->language->locale));
}

static bool is_in_source(looking *l, uint32_t c)
{
    char bytes[4];

    return l->searches++ >= SEARCHES ||
           bl_str_has(l->pair->side[BL_SOURCE].text,
                      bl_str_of(bytes, bl_utf8_put(c, bytes)));
}

/* Text that was read in the wrong encoding is told by another rule. */
static bool is_misread(looking *l)
{
    bl_misread found;

    if (!l->asked)
        l->misread = bl_find_misread(&l->pair->side[BL_TARGET],
                                     l->pair->scratch, &found);
    l->asked = true;
    return l->misread;
}

/* ---- findings ----------------------------------------------------------- */

/* Their names in the Unicode Character Database. */
static const char *name_of(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *name;
    } names[] = { { 0xad, "soft hyphen" },
                  { 0x200b, "zero width space" },
                  { 0x200c, "zero width non-joiner" },
                  { 0x200d, "zero width joiner" },
                  { 0x200e, "left-to-right mark" },
                  { 0x200f, "right-to-left mark" },
                  { 0x2060, "word joiner" },
                  { 0xfeff, "byte order mark" } };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (names[i].c == c)
            return names[i].name;
    }
    return is_direction(c) ? "mark of direction" : "hidden character";
}

static void emit(looking *l, uint32_t c, bl_span span)
{
    bl_emission e = { .message = c < 0xa0 ? CONTROL : INVISIBLE,
                      .mark_count = 1 };
    char code[12];

    snprintf(code, sizeof(code), "U+%04X", (unsigned)c);
    e.marks[0] = bl_mark_of(BL_TARGET, span);
    e.arguments[0] = bl_str_z(name_of(c));
    e.arguments[1] = bl_str_z(code);
    e.fix = (bl_fix){ true, BL_TARGET, span, BL_STR("") };
    bl_emit(l->sink, &e);
}

/* What is hidden in a stretch of the target; equal ones in a row are one. */
static void look_at(looking *l, size_t at, size_t limit)
{
    const bl_side *target = &l->pair->side[BL_TARGET];

    while (at < limit) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(target->text.ptr, limit, &at);

        if (!bl_is_hidden(c))
            continue;
        while (at < limit && character_at(target->text, at) == c)
            bl_utf8_next(target->text.ptr, limit, &at);
        if (!belongs(target, c, start, at) && !is_in_source(l, c) &&
            !is_misread(l))
            emit(l, c, (bl_span){ (uint32_t)start, (uint32_t)at });
    }
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const uint32_t count = target->token_count;
    looking l = { .pair = pair, .sink = sink };

    (void)self;
    for (uint32_t at = bl_side_next_odd(target, 0); at < count;
         at = bl_side_next_odd(target, at + 1)) {
        const bl_token *token = &target->tokens[at];
        const bool whole =
            token->kind == BL_TOKEN_PUNCT ||
            (token->word != NULL &&
             (token->word->oddities & BL_ODD_HIDDEN) != 0);

        look_at(&l, at != 0 ? token[-1].limit : 0,
                whole ? token->limit : token->start);
    }
    if (target->text.size != 0)
        look_at(&l, count != 0 ? target->tokens[count - 1].limit : 0,
                target->text.size);
}

const bl_check bl_check_character_invisible = {
    .id = "character-invisible",
    .title = "A character that cannot be seen is not in the source",
    .category = "character",
    .its_type = "characters",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [INVISIBLE] = { "invisible",
                        "here is a {0} ({1}) that the source lacks",
                        BL_WARNING },
        [CONTROL] = { "control",
                      "here is a control character ({1}) that the source "
                      "lacks",
                      BL_WARNING },
    },
    .run = run,
};
