/* SPDX-License-Identifier: Apache-2.0 */
/* Targets that are no translations. */
#include "checks/untranslated.h"

#include "checks/signs.h"
#include "text/code_span.h"
#include "text/plural.h"

#include <string.h>

/* ---- holes -------------------------------------------------------------- */

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

static bool is_worded(const bl_side *side)
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

/* A plural form that the target's language does not have: gettext has two of
 * the source in any case. */
static bool is_needless(const bl_pair *pair)
{
    bl_plural_set needed =
        bl_plural_needed(pair->side[BL_TARGET].language->plurals);
    uint32_t forms = 1; /* the first, which all have */

    for (needed &= needed - 1; needed != 0; needed &= needed - 1)
        forms++;
    return pair->unit->plural_form > forms;
}

bl_hole bl_hole_of(const bl_pair *pair)
{
    const bl_side *target = &pair->side[BL_TARGET];
    bool signs;

    if (!has_no_text(target, &signs) ||
        !is_translatable(&pair->side[BL_SOURCE]) ||
        (signs && !is_worded(&pair->side[BL_SOURCE])))
        return BL_HOLE_NONE;
    if (signs)
        return BL_HOLE_SIGNS;
    if (target->token_count != 0)
        return BL_HOLE_CODES;
    if (is_needless(pair))
        return BL_HOLE_NONE;
    if (!pair->segment->target.present)
        return BL_HOLE_MISSING;
    return target->text.size == 0 ? BL_HOLE_EMPTY : BL_HOLE_BLANK;
}

/* ---- repetition --------------------------------------------------------- */

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

/* The "apps" of "favorite-apps", which is one word. */
static bool is_behind_hyphen(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at >= 2 && token->gap == BL_GAP_NONE && bl_is_dash(token[-1].c) &&
           token[-1].gap == BL_GAP_NONE && token[-2].kind <= BL_TOKEN_NUMBER;
}

/* In quotation marks alone, as values are: "none", "zoom". */
static bool is_value(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at > 0 && at + 1 < side->token_count &&
           token->gap == BL_GAP_NONE && bl_is_quote(token[-1].c) &&
           token[1].gap == BL_GAP_NONE && bl_is_quote(token[1].c);
}

/* Whether an ordinary word begins there, and no name. */
static bool is_ordinary(const bl_side *side, uint32_t at)
{
    const bl_word *word = side->tokens[at].word;

    return word->letters >= 2 &&
           (word->letter_case == BL_CASE_LOWER ||
            word->letter_case == BL_CASE_NONE) &&
           !is_value(side, at);
}

/* Addresses, and names of code that look like them: org.example.viewer. */
static uint32_t count_addresses(const bl_side *side)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < side->mask_count; i++)
        count += side->masks[i].kind == BL_ENTITY_LINK;
    return count;
}

/* Whether there are words to translate, and not more names of code than
 * those, as in a command or a file of settings. */
static bool is_prose(const bl_side *side)
{
    uint32_t words = 0;
    uint32_t glyphs = 0;
    uint32_t names = count_addresses(side);
    bool counted = false; /* the word that a hyphen goes on with */
    bl_code_spans code = bl_code_spans_of(side->text);

    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD ||
            (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) != 0 ||
            bl_code_spans_have(&code, token->start))
            continue;
        if ((token->flags & BL_TOKEN_GLYPH) != 0)
            glyphs++;
        else if (bl_is_of_code(side, i))
            names += !bl_code_goes_on(side, i);
        else {
            const bool ordinary = is_ordinary(side, i);

            counted = counted && is_behind_hyphen(side, i);
            words += !counted && ordinary;
            counted = counted || ordinary;
        }
    }
    return (words >= WORDS_MIN && words >= names) || glyphs >= GLYPHS_MIN;
}

/* Whether a line is one of a program, by how it begins or ends or by a call in
 * it: ">>> n = 1", "class C:", "x = max(a, b)". */
static bool is_code_line(bl_str line)
{
    static const char begins[] = ">$#@{}<";
    static const char ends[] = ":;{}()[]";

    if (strchr(begins, line.ptr[0]) != NULL ||
        strchr(ends, line.ptr[line.size - 1]) != NULL)
        return true;
    for (size_t at = 1; at < line.size; at++) {
        const char before = line.ptr[at - 1];

        if (line.ptr[at] == '(' && (before == '_' || before == ']' ||
                                    (before >= 'a' && before <= 'z')))
            return true;
    }
    return false;
}

/* The part before the next sign of that kind, which goes with it. */
static bl_str next_part(bl_str *text, char sign)
{
    const char *end = memchr(text->ptr, sign, text->size);
    const size_t size = end != NULL ? (size_t)(end - text->ptr) : text->size;
    const size_t next = size + (end != NULL);
    const bl_str part = bl_str_of(text->ptr, size);

    *text = bl_str_of(text->ptr + next, text->size - next);
    return part;
}

/* Whether most lines of a text are, of several. */
static bool is_listing(bl_str text)
{
    uint32_t lines = 0;
    uint32_t code = 0;

    while (text.size != 0) {
        const bl_str line = trim(next_part(&text, '\n'));

        lines += line.size != 0;
        code += line.size != 0 && is_code_line(line);
    }
    return lines > 1 && code * 2 > lines;
}

/* Whether most of what spaces part are settings: image ref='a.png' size='2'. */
static bool is_settings(bl_str text)
{
    uint32_t settings = 0;
    uint32_t others = 0;

    while (text.size != 0) {
        const bl_str part = next_part(&text, ' ');

        if (part.size > 1 && memchr(part.ptr + 1, '=', part.size - 1) != NULL)
            settings++;
        else
            others += part.size != 0;
    }
    return settings > others;
}

/* Whether they do not begin with different letters, as nearly all texts do. */
static bool may_be_equal(bl_str a, bl_str b)
{
    return a.size == 0 || b.size == 0 || a.ptr[0] == b.ptr[0] ||
           (unsigned char)a.ptr[0] <= ' ' || (unsigned char)b.ptr[0] <= ' ';
}

bool bl_repeats_source(const bl_pair *pair)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];

    return may_be_equal(source->text, target->text) &&
           bl_str_equal(trim(source->text), trim(target->text)) &&
           !bl_locale_same_language(&source->language->locale,
                                    &target->language->locale) &&
           is_prose(source) && !is_listing(source->text) &&
           !is_settings(source->text);
}

/* ---- state -------------------------------------------------------------- */

bool bl_is_told_by_state(const bl_pair *pair)
{
    return pair->segment->state >= BL_STATE_TRANSLATED &&
           bl_check_severity_set(pair->settings, BL_RULE_state_mismatch) !=
               BL_OFF;
}

/* ---- findings ----------------------------------------------------------- */

void bl_emit_untranslated(const bl_pair *pair, bl_side_id side, int message,
                          const char *state, bl_sink *sink)
{
    const uint32_t size = (uint32_t)pair->side[side].text.size;
    bl_emission e = { .message = (uint16_t)message, .mark_count = 1 };

    e.marks[0] = bl_mark_of(side, (bl_span){ 0, size });
    if (state != NULL)
        e.arguments[0] = bl_str_z(state);
    bl_emit(sink, &e);
}
