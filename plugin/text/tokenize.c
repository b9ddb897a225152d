/* SPDX-License-Identifier: Apache-2.0 */
/* The tokenizer: a loop over characters with one table look-up each. */
#include "text/tokenize.h"

#include "text/utf8.h"

#include <string.h>

void bl_tokens_init(bl_tokens *tokens, const bl_alloc *alloc)
{
    *tokens = (bl_tokens){ .alloc = alloc };
}

void bl_tokens_free(bl_tokens *tokens)
{
    bl_free(tokens->alloc, tokens->items);
    bl_free(tokens->alloc, tokens->traits);
    bl_tokens_init(tokens, tokens->alloc);
}

bool bl_tokens_grow(bl_tokens *tokens, size_t more)
{
    size_t wanted = tokens->count + more;

    if (wanted < 2 * tokens->room)
        wanted = 2 * tokens->room;
    return bl_reserve(tokens->alloc, &tokens->traits, &tokens->trait_room,
                      wanted + BL_TRAITS_BEHIND, sizeof(*tokens->traits)) &&
           bl_reserve(tokens->alloc, &tokens->items, &tokens->room, wanted,
                      sizeof(*tokens->items));
}

/* The class of the character at `at`, and the byte behind it. Letters of two
 * and three bytes make up half of many texts. */
static bl_class class_at(const bl_tokenizer *s, size_t at, size_t *next)
{
    const unsigned char *p = (const unsigned char *)s->text + at;
    const size_t left = s->size - at;

    if (p[0] < 0x80) {
        *next = at + 1;
        return (bl_class)s->chars->ascii[p[0]];
    }
    if (p[0] >= 0xc2 && p[0] < 0xe0 && left >= 2 && (p[1] & 0xc0) == 0x80) {
        *next = at + 2;
        return (bl_class)s->chars->bmp[(p[0] & 0x1fu) << 6 | (p[1] & 0x3fu)];
    }
    if (p[0] > 0xe0 && p[0] < 0xed && left >= 3 && (p[1] & 0xc0) == 0x80 &&
        (p[2] & 0xc0) == 0x80) {
        *next = at + 3;
        return (bl_class)s->chars->bmp[(p[0] & 0x0fu) << 12 |
                                       (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu)];
    }
    *next = at;
    return bl_class_of(s->chars, bl_utf8_next(s->text, s->size, next));
}

/* Zeros of Telugu, Kannada and Malayalam, which look like the sign of their
 * nasal and are typed for it: behind a letter, without more digits. */
static bool is_nasal_zero(const bl_tokenizer *s, size_t at)
{
    size_t next = at;
    const uint32_t c = bl_utf8_next(s->text, s->size, &next);
    size_t behind;

    return (c == 0xc66 || c == 0xce6 || c == 0xd66) &&
           (next == s->size || class_at(s, next, &behind) != BL_CLASS_DIGIT);
}

/* Behind the marks that belong to the letter before `at`. Invisible
 * characters belong to it when a letter or mark follows. */
static size_t skip_marks(const bl_tokenizer *s, size_t at, bool letters)
{
    size_t end = at;

    while (at < s->size) {
        size_t next;
        const bl_class kind = class_at(s, at, &next);

        if (kind == BL_CLASS_MARK || (letters && kind == BL_CLASS_LETTER) ||
            (letters && kind == BL_CLASS_DIGIT && is_nasal_zero(s, at)))
            end = next;
        else if (kind != BL_CLASS_IGNORABLE)
            break;
        at = next;
    }
    return end;
}

/* The same for a word; most of its letters are ASCII. */
static size_t skip_word(const bl_tokenizer *s, size_t at)
{
    const unsigned char *text = (const unsigned char *)s->text;

    while (at < s->size && s->chars->ascii[text[at]] == BL_CLASS_LETTER)
        at++;
    return at < s->size && text[at] >= 0x80 ? skip_marks(s, at, true) : at;
}

/* Behind a Burmese syllable: a consonant with U+103A is the end of the
 * syllable before it (The Unicode Standard, chapter 16.3). */
static size_t skip_finals(const bl_tokenizer *s, size_t at)
{
    for (;;) {
        size_t next = at;
        size_t mark;
        uint32_t c;

        if (at + 3 > s->size || (unsigned char)s->text[at] != 0xe1)
            return at;
        c = bl_utf8_next(s->text, s->size, &next);
        if (c < 0x1000 || c > 0x102a || next == s->size)
            return at;
        mark = next;
        c = bl_utf8_next(s->text, s->size, &mark);
        if (c == 0x1037 && mark < s->size)
            c = bl_utf8_next(s->text, s->size, &mark);
        if (c != 0x103a)
            return at;
        at = skip_marks(s, next, false);
    }
}

static bool is_burmese(uint32_t c)
{
    return (c >= 0x1000 && c < 0x1040) || (c >= 0x1050 && c < 0x1090);
}

/* Whether more of a number stands at `at`: digits, or a decimal sign and
 * some. */
static bool has_digits(const bl_tokenizer *s, size_t at)
{
    size_t next = at;

    if (at < s->size && (s->text[at] == '.' || s->text[at] == ','))
        at++;
    return at < s->size && class_at(s, at, &next) == BL_CLASS_DIGIT;
}

/* The digits 0 and 4 of Burmese look like the letter wa and the sign of
 * "the aforesaid", and are typed for them: the zero beside another letter, the
 * four before the end of that word. */
static bool is_burmese_letter(const bl_tokenizer *s, uint32_t c, size_t next)
{
    enum { ZERO = 0x1040, FOUR = 0x1044, BYTES = 3 };
    static const char aforesaid[] = "\u1004\u103a\u1038";
    uint32_t before;
    size_t at = next;

    if (c == FOUR)
        return bl_str_begins(bl_str_of(s->text + next, s->size - next),
                             bl_str_of(aforesaid, sizeof(aforesaid) - 1));
    if (c != ZERO || has_digits(s, next))
        return false;
    before = next > BYTES ? bl_utf8_before(s->text, next - BYTES) : 0;
    return is_burmese(before) ||
           (before != '.' && before != ',' && next < s->size &&
            is_burmese(bl_utf8_next(s->text, s->size, &at)));
}

static size_t skip_digits(const bl_tokenizer *s, size_t at, bool *ascii)
{
    while (at < s->size) {
        size_t next;

        if (class_at(s, at, &next) != BL_CLASS_DIGIT)
            break;
        *ascii = *ascii && next == at + 1;
        at = next;
    }
    return at;
}

static uint8_t wider(uint8_t gap, uint32_t c)
{
    if (gap != BL_GAP_NONE)
        return BL_GAP_WIDE;
    if (c == ' ')
        return BL_GAP_SPACE;
    return bl_is_fixed_space(c) ? BL_GAP_FIXED : BL_GAP_WIDE;
}

/* Fill `token` for the character c of class `kind` that ends at `next`. */
static void read_token(const bl_tokenizer *s, bl_class kind, uint32_t c,
                       size_t next, bl_token *token, size_t *limit)
{
    bool ascii = c < 0x80;

    *limit = next;
    if (kind == BL_CLASS_DIGIT && !ascii && is_burmese_letter(s, c, next))
        kind = BL_CLASS_GLYPH;
    switch (kind) {
    case BL_CLASS_LETTER:
    case BL_CLASS_MARK:
        token->kind = BL_TOKEN_WORD;
        *limit = skip_word(s, next);
        break;
    case BL_CLASS_GLYPH:
        token->kind = BL_TOKEN_WORD;
        token->flags = BL_TOKEN_GLYPH;
        *limit = skip_finals(s, skip_marks(s, next, false));
        break;
    case BL_CLASS_DIGIT:
        token->kind = BL_TOKEN_NUMBER;
        *limit = skip_digits(s, next, &ascii);
        token->flags = ascii ? BL_TOKEN_ASCII : 0;
        break;
    case BL_CLASS_NUMERIC:
        token->kind = BL_TOKEN_NUMBER;
        token->flags = BL_TOKEN_SIGN;
        break;
    case BL_CLASS_SYMBOL:
        token->kind = BL_TOKEN_SYMBOL;
        break;
    case BL_CLASS_CODE:
        token->kind = BL_TOKEN_CODE;
        break;
    case BL_CLASS_PUNCT:
    case BL_CLASS_OTHER:
    case BL_CLASS_SPACE:
    case BL_CLASS_BREAK:
    case BL_CLASS_IGNORABLE:
        token->kind = BL_TOKEN_PUNCT;
        break;
    }
}

/* Behind "&nbsp;" and the like at `at`, spaces of HTML that were written as
 * text; `at` where there is none. */
static size_t skip_space_reference(const bl_tokenizer *from, size_t at)
{
    static const char *const known[] = { "&nbsp;",   "&#160;",  "&#xa0;",
                                         "&#xA0;",   "&#8239;", "&thinsp;",
                                         "&#x202f;", "&ensp;",  "&emsp;" };

    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        const size_t size = strlen(known[i]);

        if (size <= from->size - at &&
            memcmp(from->text + at, known[i], size) == 0)
            return at + size;
    }
    return at;
}

bool bl_tokenizer_next(bl_tokenizer *from, bl_token *token)
{
    while (from->at < from->size) {
        const size_t start = from->at;
        const uint32_t c = bl_utf8_next(from->text, from->size, &from->at);
        const bl_class kind = bl_class_of(from->chars, c);
        size_t limit;

        if (kind == BL_CLASS_BREAK) {
            from->gap = BL_GAP_WIDE;
        } else if (kind == BL_CLASS_SPACE) {
            from->gap = wider(from->gap, c);
        } else if (c == '&' && skip_space_reference(from, start) != start) {
            from->at = skip_space_reference(from, start);
            from->gap = wider(from->gap, 0xa0);
        } else if (kind != BL_CLASS_IGNORABLE) {
            *token = (bl_token){ .start = (uint32_t)start,
                                 .c = c,
                                 .gap = from->gap };
            read_token(from, kind, c, from->at, token, &limit);
            token->limit = (uint32_t)limit;
            from->at = limit;
            from->gap = BL_GAP_NONE;
            return true;
        }
    }
    return false;
}

bool bl_tokenize(const bl_chars *chars, bl_str text, bl_tokens *tokens)
{
    bl_tokenizer from = bl_tokenizer_of(chars, text);
    bl_token token;

    tokens->count = 0;
    while (bl_tokenizer_next(&from, &token)) {
        bl_token *to = bl_tokens_add(tokens);

        if (to == NULL)
            return false;
        *to = token;
    }
    return true;
}
