/* SPDX-License-Identifier: Apache-2.0 */
#include "checks/word_parts.h"

#include "checks/signs.h"
#include "text/utf8.h"

#include <string.h>

/* Longest word with what joins its parts; letters of an abbreviation; the point
 * between the letters of Catalan "l·l". */
enum { JOINED_SIZE = 128, ABBREVIATION = 4, MIDDLE_DOT = 0xb7 };

/* Letters glued to digits, _ or @ are no words of a language. */
static bool is_glued(const bl_side *side, uint32_t at)
{
    const bl_token *before = at > 0 ? &side->tokens[at - 1] : NULL;
    const bl_token *after =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;

    if (before != NULL && side->tokens[at].gap == BL_GAP_NONE &&
        (before->kind == BL_TOKEN_NUMBER ||
         (before->kind != BL_TOKEN_WORD && bl_sign_binds(before->c))))
        return true;
    return after != NULL && after->gap == BL_GAP_NONE &&
           (after->kind == BL_TOKEN_NUMBER ||
            (after->kind != BL_TOKEN_WORD && bl_sign_binds(after->c)));
}

/* What may stand between a placeholder and an ending that is written onto it: a
 * code, a hyphen or quotation mark, and letters in brackets: '{name}'-(r)en. */
static bool is_of_ending(const bl_token *token)
{
    enum { LETTERS = 2 };

    return token->kind == BL_TOKEN_CODE ||
           (token->kind == BL_TOKEN_WORD && token->word != NULL &&
            token->word->letters <= LETTERS) ||
           (token->kind == BL_TOKEN_PUNCT &&
            (token->c == '(' || token->c == ')' || bl_is_dash(token->c) ||
             bl_is_quote(token->c)));
}

/* The ending of {name}ról, be it behind a code, or the beginning of un{name}:
 * written onto what stands for another word. */
static bool is_onto_placeholder(const bl_side *side, uint32_t at)
{
    const bl_token *tokens = side->tokens;
    uint32_t first = at;

    if (at + 1 < side->token_count && tokens[at + 1].gap == BL_GAP_NONE &&
        (tokens[at + 1].flags & BL_TOKEN_MASKED) != 0)
        return true;
    while (first > 0 && tokens[first].gap == BL_GAP_NONE &&
           (tokens[first - 1].flags & BL_TOKEN_MASKED) == 0 &&
           is_of_ending(&tokens[first - 1]))
        first--;
    return first > 0 && tokens[first].gap == BL_GAP_NONE &&
           (tokens[first - 1].flags & BL_TOKEN_MASKED) != 0;
}

bool bl_word_is_glued(const bl_side *side, uint32_t at)
{
    return is_glued(side, at) || is_onto_placeholder(side, at);
}

/* Whether tokens[at] to tokens[at + 2] are written without a space, words and a
 * bracket between them. */
static bool has_bracket_within(const bl_side *side, uint32_t at,
                               const char *brackets)
{
    const bl_token *tokens = side->tokens + at;

    return at + 2 < side->token_count && tokens[0].kind == BL_TOKEN_WORD &&
           tokens[2].kind == BL_TOKEN_WORD && tokens[1].gap == BL_GAP_NONE &&
           tokens[2].gap == BL_GAP_NONE && tokens[1].c < 0x80 &&
           tokens[1].c != 0 && strchr(brackets, (int)tokens[1].c) != NULL;
}

/* An ending or a beginning that a word may have or not, and what stands behind
 * it: Datei(en), (re)konstruieren, diag[nostisch], Lehrer(in)nen. */
static bool is_optional(const bl_side *side, uint32_t at)
{
    return (at >= 2 && has_bracket_within(side, at - 2, "([")) ||
           has_bracket_within(side, at, ")]") ||
           (at >= 4 && has_bracket_within(side, at - 4, "([") &&
            has_bracket_within(side, at - 2, ")]"));
}

/* An ending that is written onto what stands in quotation marks: "Ayarlar"da.
 */
static bool is_behind_quote(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at >= 2 && token->gap == BL_GAP_NONE &&
           token[-1].gap == BL_GAP_NONE && bl_is_double_quote(token[-1].c) &&
           token[-2].kind != BL_TOKEN_PUNCT;
}

/* Whether tokens[at] and tokens[at + 2] are words, joined without a space. */
static bool joins(const bl_side *side, uint32_t at)
{
    const bl_token *tokens = side->tokens;

    return at + 2 < side->token_count && tokens[at].kind == BL_TOKEN_WORD &&
           tokens[at + 2].kind == BL_TOKEN_WORD &&
           tokens[at + 1].kind == BL_TOKEN_PUNCT &&
           tokens[at + 1].gap == BL_GAP_NONE &&
           tokens[at + 2].gap == BL_GAP_NONE &&
           (bl_is_apostrophe(tokens[at + 1].c) || tokens[at + 1].c == '-' ||
            tokens[at + 1].c == MIDDLE_DOT);
}

/* tokens[first] to tokens[last], with the hyphen, middle dot and apostrophe
 * that dictionaries have; 0 when it is too long. */
static size_t write_joined(const bl_side *side, uint32_t first, uint32_t last,
                           char *out)
{
    size_t size = 0;

    for (uint32_t i = first; i <= last; i++) {
        const bl_token *token = &side->tokens[i];
        const size_t length = (size_t)token->limit - token->start;

        if (size + length > JOINED_SIZE)
            return 0;
        if (token->kind == BL_TOKEN_PUNCT && token->c != MIDDLE_DOT) {
            out[size++] = token->c == '-' ? '-' : '\'';
            continue;
        }
        memcpy(out + size, side->text.ptr + token->start, length);
        size += length;
    }
    return size;
}

/* The dictionary has the word with what is joined to it: don't, l'homme,
 * rendez-vous, col·lecció. Both ends, since either may be the part that it
 * lacks. */
static bool is_joined(const bl_side *side, uint32_t at, bl_arena *scratch)
{
    uint32_t first = at;
    uint32_t last = at;
    char text[JOINED_SIZE];
    size_t size;

    /* No further than what is too long for a word. */
    while (first >= 2 && joins(side, first - 2) &&
           side->tokens[at].limit - side->tokens[first].start <= JOINED_SIZE)
        first -= 2;
    while (joins(side, last) &&
           side->tokens[last].limit - side->tokens[first].start <= JOINED_SIZE)
        last += 2;
    if (first == last)
        return false;
    size = write_joined(side, first, last, text);
    return size != 0 &&
           bl_language_joined(side->language, bl_str_of(text, size),
                              scratch) != BL_VERDICT_BAD;
}

/* The dictionary has the word with a point alone. */
static bool is_known_with_point(const bl_side *side, const bl_token *token,
                                bl_arena *scratch)
{
    const bl_span span = { token->start, token->limit + 1 };

    return bl_language_joined(side->language, bl_side_text(side, span),
                              scratch) == BL_VERDICT_GOOD;
}

/* Whether what follows begins no sentence: a word in small letters, a sign, or
 * a Roman number, "sec. XX". */
static bool goes_on(const bl_token *next)
{
    const bl_str text = next->kind == BL_TOKEN_WORD ? next->word->text
                                                    : bl_str_of(NULL, 0);
    bool roman = true;

    for (size_t i = 0; i < text.size && roman; i++)
        roman = memchr("IVXLCDM", text.ptr[i], 7) != NULL;
    return roman || (next->word->flags & BL_WORD_CAPITAL) == 0;
}

/* "bzw.", "ca.": a short word with its point is an abbreviation; the point
 * of a sentence stands behind a word. */
static bool is_abbreviation(const bl_side *side, uint32_t at,
                            bl_arena *scratch)
{
    const bl_token *point =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;
    const bl_token *next =
        at + 2 < side->token_count ? &side->tokens[at + 2] : NULL;

    return side->tokens[at].word->letters <= ABBREVIATION && point != NULL &&
           point->kind == BL_TOKEN_PUNCT && point->c == '.' &&
           point->gap == BL_GAP_NONE &&
           ((next != NULL && goes_on(next)) ||
            is_known_with_point(side, &side->tokens[at], scratch));
}

/* The "pre" of pre-war. */
static bool is_front(const bl_side *side, uint32_t at)
{
    return joins(side, at) && side->tokens[at + 1].c == '-' &&
           bl_variants_is_front(&side->language->variants,
                                side->tokens[at].word->folded);
}

/* A name, a number, code or a sign: something that a hyphen or an apostrophe
 * joins words to which are no words without it. The capital at the beginning of
 * a text says nothing where a hyphen follows. */
static bool holds(const bl_side *side, uint32_t at, uint32_t joint)
{
    const bl_token *token = &side->tokens[at];

    if ((token->flags & BL_TOKEN_MASKED) != 0)
        return true;
    if (token->kind != BL_TOKEN_WORD)
        return !bl_is_dash(token->c) && !bl_is_apostrophe(token->c);
    return ((token->word->flags & BL_WORD_CAPITAL) != 0 ||
            token->word->letter_case == BL_CASE_MIXED) &&
           (at != 0 || bl_is_apostrophe(joint) ||
            bl_language_spelling(side->language, token->word) ==
                BL_VERDICT_BAD);
}

/* What is written onto a word that is none says nothing: grub-nak. */
static bool is_unknown(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_WORD &&
           bl_language_spelling(side->language, side->tokens[at].word) ==
               BL_VERDICT_BAD;
}

/* The "d" of "d'accord": what stands behind is a word as any other. */
static bool is_elided(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_WORD &&
           bl_is_apostrophe(side->tokens[at + 1].c) &&
           bl_form_list_has(&side->language->elided,
                            side->tokens[at].word->folded);
}

/* The endings of Ankara'da and 2018-ban, the front of al-Tayr: written with
 * what is no word of the dictionary. Signs have endings behind a hyphen alone:
 * what an apostrophe follows is quoted. */
static bool is_attached(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (at >= 2 && token->gap == BL_GAP_NONE && bl_word_is_joint(token - 1) &&
        (bl_is_dash(token[-1].c) || token[-2].kind != BL_TOKEN_PUNCT ||
         (token[-2].flags & BL_TOKEN_MASKED) != 0) &&
        !is_elided(side, at - 2) &&
        (holds(side, at - 2, token[-1].c) || is_unknown(side, at - 2)))
        return true;
    return at + 2 < side->token_count && bl_word_is_joint(token + 1) &&
           token[2].gap == BL_GAP_NONE && token[2].kind != BL_TOKEN_PUNCT &&
           holds(side, at + 2, token[1].c);
}

/* The rest of a noun whose beginning stands before: Dateinamen und -pfade. */
static bool is_suspended(const bl_side *side, uint32_t at, bl_arena *scratch)
{
    const bl_token *token = &side->tokens[at];
    bl_folded capital;
    char text[JOINED_SIZE];
    size_t next = 0;
    size_t size;

    if (!side->language->noun_capitals || at == 0 ||
        token->gap != BL_GAP_NONE || !bl_is_dash(token[-1].c) ||
        token[-1].gap == BL_GAP_NONE)
        return false;
    bl_capital(&side->language->locale, token->word->text, &capital);
    bl_utf8_next(token->word->text.ptr, token->word->text.size, &next);
    size = token->word->text.size - next;
    if (capital.size == 0 || capital.size + size > sizeof(text))
        return false;
    memcpy(text, capital.text, capital.size);
    memcpy(text + capital.size, token->word->text.ptr + next, size);
    return bl_language_joined(side->language,
                              bl_str_of(text, capital.size + size),
                              scratch) != BL_VERDICT_BAD;
}

/* The beginning of a word whose rest stands behind the hyphen, or behind
 * another word: groeps-e-mail, toegangs- en beveiligingsinstellingen. */
static bool is_hanging(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];
    bl_folded lower;

    if (side->language->linking.count == 0 || at + 1 >= side->token_count ||
        !bl_is_dash(token[1].c) || token[1].gap != BL_GAP_NONE)
        return false;
    bl_lower(&side->language->locale, token->word->text, &lower);
    return bl_language_is_first_part(side->language,
                                     bl_str_of(lower.text, lower.size));
}

/* A word that names of other languages have in them: "op" of "Bergen op Zoom",
 * "la" of "Juan de la Cosa". */
static bool may_be_within(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_WORD &&
           bl_form_list_has(&side->language->within,
                            side->tokens[at].word->folded);
}

static bool is_capital(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_WORD &&
           (side->tokens[at].word->flags & BL_WORD_CAPITAL) != 0;
}

/* Right between words with a capital, with more of its kind. */
static bool is_within_name(const bl_side *side, uint32_t at)
{
    uint32_t before = at;
    uint32_t behind = at;

    if (!may_be_within(side, at))
        return false;
    while (before > 0 && may_be_within(side, before))
        before--;
    while (behind + 1 < side->token_count && may_be_within(side, behind))
        behind++;
    return is_capital(side, before) && is_capital(side, behind);
}

/* A part of a word in which a code stands: <1>Zugriff</1>srichtlinien. */
static bool is_cut_by_code(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return (at >= 2 && token->gap == BL_GAP_NONE &&
            token[-1].kind == BL_TOKEN_CODE && token[-1].gap == BL_GAP_NONE &&
            token[-2].kind == BL_TOKEN_WORD) ||
           (at + 2 < side->token_count && token[1].kind == BL_TOKEN_CODE &&
            token[1].gap == BL_GAP_NONE && token[2].gap == BL_GAP_NONE &&
            token[2].kind == BL_TOKEN_WORD);
}

static bool is_onto_apostrophe(const bl_side *side, uint32_t at)
{
    return at + 1 < side->token_count &&
           side->tokens[at + 1].gap == BL_GAP_NONE &&
           bl_is_apostrophe(side->tokens[at + 1].c);
}

bool bl_word_is_of_more(const bl_side *side, uint32_t at, bl_arena *scratch)
{
    return is_joined(side, at, scratch) ||
           is_abbreviation(side, at, scratch) || is_front(side, at) ||
           is_attached(side, at) || is_optional(side, at) ||
           is_behind_quote(side, at) ||
           (is_onto_apostrophe(side, at) && is_elided(side, at)) ||
           is_suspended(side, at, scratch) || is_hanging(side, at) ||
           is_cut_by_code(side, at) || is_within_name(side, at);
}
