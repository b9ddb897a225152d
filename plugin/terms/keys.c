/* SPDX-License-Identifier: Apache-2.0 */
/* From tokens to what is compared. */
#include "terms/keys.h"

#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Quotation marks of any script: General_Category Pi and Pf, the straight
 * one, and those of CJK. */
static bool is_quote(uint32_t c)
{
    return c == '"' || c == 0xab || c == 0xbb || (c >= 0x2018 && c <= 0x201f) ||
           c == 0x2039 || c == 0x203a || (c >= 0x300c && c <= 0x300f) ||
           c == 0x301d || c == 0x301e || c == 0xff02;
}

bool bl_term_skips(const bl_token *token, bool first)
{
    if (token->kind == BL_TOKEN_CODE)
        return true;
    if (token->kind != BL_TOKEN_PUNCT && token->kind != BL_TOKEN_SYMBOL)
        return false;
    if (bl_is_apostrophe(token->c) || is_quote(token->c))
        return true;
    return bl_is_dash(token->c) && (first || token->gap == BL_GAP_NONE);
}

/* Hebrew points and cantillation, Arabic vowel signs, the tatweel that only
 * makes words longer (The Unicode Standard, chapter 9). */
static bool is_optional(uint32_t c)
{
    return (c >= 0x591 && c <= 0x5c7 && c != 0x5be) ||
           (c >= 0x64b && c <= 0x652) || c == 0x670 || c == 0x640;
}

/* The letter without a mark that is left out at will: the points of the
 * Cyrillic ё, and the Greek accent, which capitals do not have. No letter has
 * fewer bytes than it had. */
static uint32_t without_mark(uint32_t c)
{
    static const struct {
        uint16_t marked;
        uint16_t plain;
    } letters[] = {
        { 0x390, 0x3ca }, /* ΐ */
        { 0x3ac, 0x3b1 }, /* ά */
        { 0x3ad, 0x3b5 }, /* έ */
        { 0x3ae, 0x3b7 }, /* ή */
        { 0x3af, 0x3b9 }, /* ί */
        { 0x3b0, 0x3cb }, /* ΰ */
        { 0x3cc, 0x3bf }, /* ό */
        { 0x3cd, 0x3c5 }, /* ύ */
        { 0x3ce, 0x3c9 }, /* ώ */
        { 0x451, 0x435 }, /* ё */
    };

    for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
        if (letters[i].marked == c)
            return letters[i].plain;
    }
    return c;
}

/* Whether a byte is the first one of such a letter or mark: the lead bytes of
 * their blocks. */
static bool may_be_changed(unsigned char c)
{
    return c == 0xce || c == 0xcf || c == 0xd1 || (c >= 0xd6 && c <= 0xd9);
}

bl_str bl_term_word_key(bl_str folded, bl_folded *room)
{
    size_t size = 0;
    size_t at = 0;

    while (at < folded.size && !may_be_changed((unsigned char)folded.ptr[at]))
        at++;
    if (at == folded.size || folded.size > BL_FOLD_MAX)
        return folded;
    for (at = 0; at < folded.size;) {
        const uint32_t c = bl_utf8_next(folded.ptr, folded.size, &at);

        if (!is_optional(c))
            size += bl_utf8_put(without_mark(c), room->text + size);
    }
    room->size = size;
    return size != 0 ? bl_str_of(room->text, size) : folded;
}

/* Digits and signs of ASCII are what they are. */
static void fold(const bl_locale *locale, bl_str text, bl_folded *key)
{
    for (size_t i = 0; i < text.size; i++) {
        if (((unsigned char)text.ptr[i] & 0x80) != 0 ||
            (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z') || i == BL_FOLD_MAX) {
            bl_fold(locale, text, key);
            return;
        }
    }
    memcpy(key->text, text.ptr, text.size);
    key->size = text.size;
}

void bl_term_key(const bl_locale *locale, bl_str text, const bl_token *token,
                 const bl_token *next, bool first, bl_folded *key)
{
    fold(locale, text, key);
    if (token->kind == BL_TOKEN_WORD) {
        key->size = bl_term_word_key(bl_str_of(key->text, key->size), key).size;
        return;
    }
    if (token->kind == BL_TOKEN_NUMBER || key->size == 0 ||
        key->size + 1 > BL_FOLD_MAX)
        return;
    if (!first && token->gap == BL_GAP_NONE)
        key->text[key->size++] = '<';
    else if (first && next != NULL && next->gap == BL_GAP_NONE)
        key->text[key->size++] = '>';
}

/* What ends clauses and sentences: the comma, the semicolon and the full stop
 * of Arabic, Devanagari, Myanmar, Khmer and CJK. In ASCII all but the
 * semicolon are parts of terms, too. */
static bool is_stop(uint32_t c)
{
    switch (c) {
    case 0x60c:
    case 0x61b:
    case 0x964:
    case 0x104a:
    case 0x104b:
    case 0x17d4:
    case 0x3001:
    case 0x3002:
    case 0xff0c:
    case 0xff1b:
        return true;
    default:
        return c == ';';
    }
}

bool bl_term_parts(uint32_t c)
{
    return is_stop(c) || c == '(' || c == ')' || c == '[' || c == ']' ||
           c == '/' || c == 0xff08 || c == 0xff09 || c == 0xff0f;
}

bool bl_term_is_stop(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT &&
           (is_stop(token->c) || token->c == '.' || token->c == ',' ||
            token->c == ':' || token->c == 0x2026);
}

static bool is_sign(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT || token->kind == BL_TOKEN_SYMBOL;
}

static bool is_one_of(const bl_token *token, const char *signs)
{
    return is_sign(token) && token->c < 0x80 && token->c != 0 &&
           strchr(signs, (int)token->c) != NULL;
}

/* Letters and digits written as one: MP3, 3D. Scripts without spaces write
 * all numbers so. */
static bool is_glued(const bl_token *a, const bl_token *b)
{
    return ((a->flags | b->flags) & BL_TOKEN_GLYPH) == 0 &&
           ((a->kind == BL_TOKEN_WORD && b->kind == BL_TOKEN_NUMBER) ||
            (a->kind == BL_TOKEN_NUMBER && b->kind == BL_TOKEN_WORD));
}

bool bl_term_may_begin(const bl_token *before, const bl_token *first)
{
    if (before == NULL || first->gap != BL_GAP_NONE)
        return true;
    if (is_glued(before, first) || is_one_of(before, "_@#\\") ||
        (is_sign(first) && !is_sign(before)))
        return false;
    return !(is_one_of(before, ".") && before->gap != BL_GAP_NONE);
}

bool bl_term_may_end(const bl_token *last, const bl_token *after)
{
    if (after == NULL || after->gap != BL_GAP_NONE)
        return true;
    return !is_glued(last, after) && !is_one_of(after, "_@#+\\");
}
