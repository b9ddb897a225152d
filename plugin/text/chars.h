/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What kind of character a character is, in one look-up.
 *
 * Classes follow the Unicode general category (UCD of the ICU in use), with
 * one addition: letters of scripts written without spaces between words are
 * a class of their own, since each of them becomes a token.
 */
#ifndef BL_TEXT_CHARS_H
#define BL_TEXT_CHARS_H

#include "base/packed.h"

#include <stdint.h>

typedef enum bl_class {
    BL_CLASS_OTHER,     /* unassigned, private use, surrogates, controls */
    BL_CLASS_SPACE,     /* Zs, TAB */
    BL_CLASS_BREAK,     /* LF, CR, U+2028, U+2029, VT, FF */
    BL_CLASS_IGNORABLE, /* Cf: soft hyphen, U+200B, bidi controls, BOM */
    BL_CLASS_DIGIT,     /* Nd */
    BL_CLASS_NUMERIC,   /* Nl, No: Roman numeral signs, fractions, powers */
    BL_CLASS_LETTER,    /* L of scripts with spaces, and their modifiers */
    BL_CLASS_GLYPH,     /* L of Han, Kana, Hangul, Thai, Lao, Khmer, Burmese
                           and their relatives: one token each */
    BL_CLASS_MARK,      /* M: belongs to the character before */
    BL_CLASS_PUNCT,     /* P */
    BL_CLASS_SYMBOL,    /* S: currency, mathematics, others */
    BL_CLASS_CODE       /* U+FFFC: an inline code */
} bl_class;

/* The table: one byte for each character of the BMP, and before it the same
 * for each ASCII byte; OTHER for the bytes of longer characters. */
typedef struct bl_chars {
    uint8_t ascii[0x100];
    uint8_t bmp[0x10000];
} bl_chars;

/* Built from ICU; NULL when there is no memory. Freed with bl_free(). */
bl_chars *bl_chars_new(const bl_alloc *alloc);

/* The same from bytes, and as such. NULL also where they are no table, which
 * `from` then says. */
bl_chars *bl_chars_unpack(const bl_alloc *alloc, bl_packed *from);
void bl_chars_pack(const bl_chars *chars, bl_buf *to);

/* For characters above the BMP. */
bl_class bl_class_beyond(uint32_t c);

static inline bl_class bl_class_of(const bl_chars *chars, uint32_t c)
{
    return c < 0x10000 ? (bl_class)chars->bmp[c] : bl_class_beyond(c);
}

/* Value of a character of class DIGIT: 0 to 9. */
int bl_digit_value(uint32_t c);

/*
 * Value of a character of class NUMERIC as numerator and denominator: ½ is
 * 1/2, Ⅳ is 4/1. False where it has none that is exact.
 */
bool bl_numeric_value(uint32_t c, int *numerator, int *denominator);

/* Spaces that stand between groups of digits or before a unit and are no
 * word space: U+00A0, U+2006, U+2007, U+2009, U+200A, U+202F. */
static inline bool bl_is_fixed_space(uint32_t c)
{
    return c == 0xa0 || c == 0x202f || c == 0x2006 || c == 0x2007 ||
           c == 0x2009 || c == 0x200a;
}

/* Hangul, which is read letter by letter, since particles are written onto
 * words, but has spaces between words: syllables of The Unicode Standard,
 * chapter 18.6. */
static inline bool bl_is_hangul(uint32_t c)
{
    return c >= 0xac00 && c <= 0xd7a3;
}

/* Hyphens and dashes that join or form a range; the minus sign too. */
static inline bool bl_is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ||
           c == 0x5be || c == 0xfe63 || c == 0xff0d || c == '~' ||
           c == 0x301c || c == 0xff5e;
}

/* The sign of per cent of any script. */
static inline bool bl_is_percent(uint32_t c)
{
    return c == '%' || c == 0x66a || c == 0xff05 || c == 0xfe6a;
}

/* ' and the characters that are typed or typeset for it. */
static inline bool bl_is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2bc ||
           c == 0x5f3 || /* geresh, of Hebrew */
           c == 0x201b || c == 0xff07 || c == 0x2032 || c == '`' || c == 0xb4;
}

/* Quotation marks that no apostrophe looks like, but for corner brackets. */
static inline bool bl_is_double_quote(uint32_t c)
{
    return c == '"' || c == 0xab || c == 0xbb || (c >= 0x201c && c <= 0x201f) ||
           (c >= 0x301d && c <= 0x301f) || c == 0xff02;
}

/* Quotation marks of any language; the apostrophes among them. */
static inline bool bl_is_quote(uint32_t c)
{
    return bl_is_double_quote(c) || c == '\'' ||
           (c >= 0x2018 && c <= 0x201b) || c == 0x2039 || c == 0x203a ||
           (c >= 0x300c && c <= 0x300f);
}

/* Of full or half width; its mark of length and middle dot among them. */
static inline bool bl_is_katakana(uint32_t c)
{
    return (c >= 0x30a1 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff) ||
           (c >= 0xff66 && c <= 0xff9f);
}

/* The signs between the parts of a foreign name in Chinese and Japanese: the
 * middle dots, and the double hyphen in both widths. */
static inline bool bl_is_name_joint(uint32_t c)
{
    return c == 0xb7 || c == 0x2022 || c == 0x2027 || c == 0x30fb ||
           c == 0xff65 || c == 0x30a0 || c == 0xff1d;
}

#endif
