/* SPDX-License-Identifier: Apache-2.0 */
/* Character classes from ICU's properties. */
#include "text/chars.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <stdbool.h>
#include <string.h>

/* Scripts whose words are not separated by spaces, and Hangul, whose
 * particles are written onto the word. */
static bool is_glyph_script(UChar32 c)
{
    UErrorCode status = U_ZERO_ERROR;

    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HANGUL:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
    case USCRIPT_YI:
    case USCRIPT_NEW_TAI_LUE:
    case USCRIPT_TAI_LE:
    case USCRIPT_LANNA:
    case USCRIPT_TAI_VIET:
    case USCRIPT_JAVANESE:
    case USCRIPT_BALINESE:
        return true;
    default:
        return false;
    }
}

static bl_class class_of_type(int8_t type)
{
    switch (type) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
        return BL_CLASS_LETTER;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
        return BL_CLASS_MARK;
    case U_DECIMAL_DIGIT_NUMBER:
        return BL_CLASS_DIGIT;
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
        return BL_CLASS_NUMERIC;
    case U_SPACE_SEPARATOR:
        return BL_CLASS_SPACE;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
        return BL_CLASS_BREAK;
    case U_FORMAT_CHAR:
        return BL_CLASS_IGNORABLE;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
        return BL_CLASS_PUNCT;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
        return BL_CLASS_SYMBOL;
    default:
        return BL_CLASS_OTHER;
    }
}

static UBool U_CALLCONV on_range(const void *context, UChar32 start,
                                 UChar32 limit, UCharCategory type)
{
    bl_chars *chars = *(bl_chars *const *)context;
    const bl_class kind = class_of_type((int8_t)type);

    for (UChar32 c = start; c < limit && c < 0x10000; c++) {
        chars->bmp[c] = (uint8_t)kind;
        if (kind == BL_CLASS_LETTER && c >= 0x0e00 && is_glyph_script(c))
            chars->bmp[c] = BL_CLASS_GLYPH;
    }
    return limit <= 0x10000;
}

bl_chars *bl_chars_new(const bl_alloc *alloc)
{
    bl_chars *chars = bl_new(alloc, 1, sizeof(*chars));

    if (chars == NULL)
        return NULL;
    u_enumCharTypes(on_range, &chars);
    chars->bmp['\t'] = BL_CLASS_SPACE;
    chars->bmp['\n'] = BL_CLASS_BREAK;
    chars->bmp['\v'] = BL_CLASS_BREAK;
    chars->bmp['\f'] = BL_CLASS_BREAK;
    chars->bmp['\r'] = BL_CLASS_BREAK;
    chars->bmp[0x0085] = BL_CLASS_BREAK;
    chars->bmp[0xfffc] = BL_CLASS_CODE;
    /* The signs of % and friends are punctuation by category, but stand
     * with numbers like ° and €. */
    chars->bmp['%'] = BL_CLASS_SYMBOL;
    chars->bmp[0x2030] = BL_CLASS_SYMBOL; /* per mille */
    chars->bmp[0x2031] = BL_CLASS_SYMBOL; /* per ten thousand */
    chars->bmp[0x066a] = BL_CLASS_SYMBOL; /* Arabic percent */
    chars->bmp[0xfe6a] = BL_CLASS_SYMBOL;
    chars->bmp[0xff05] = BL_CLASS_SYMBOL;
    /* A sign of old accounts that is typed for the danda it looks like. */
    chars->bmp[0x09f7] = BL_CLASS_PUNCT;
    chars->bmp[0x2032] = BL_CLASS_SYMBOL; /* prime: feet, minutes */
    chars->bmp[0x2033] = BL_CLASS_SYMBOL; /* double prime: inches, seconds */
    /* Powers belong to their unit: km². */
    chars->bmp[0x00b2] = BL_CLASS_MARK;
    chars->bmp[0x00b3] = BL_CLASS_MARK;
    /* Not letters by category, but written as part of words. */
    chars->bmp[0x3007] = BL_CLASS_GLYPH; /* ideographic zero */
    chars->bmp[0x3005] = BL_CLASS_GLYPH; /* iteration mark */
    chars->bmp[0x30fc] = BL_CLASS_GLYPH; /* prolonged sound mark */
    /* The same in half the width, where voiced kana are two characters. */
    chars->bmp[0xff70] = BL_CLASS_GLYPH;
    chars->bmp[0xff9e] = BL_CLASS_MARK;
    chars->bmp[0xff9f] = BL_CLASS_MARK;
    memcpy(chars->ascii, chars->bmp, 0x80);
    return chars;
}

/* Runs of one class, each with its length. */
void bl_chars_pack(const bl_chars *chars, bl_buf *to)
{
    for (size_t c = 0; c < sizeof(chars->bmp);) {
        size_t limit = c + 1;

        while (limit < sizeof(chars->bmp) &&
               chars->bmp[limit] == chars->bmp[c])
            limit++;
        bl_buf_char(to, (char)chars->bmp[c]);
        bl_pack_uint(to, limit - c);
        c = limit;
    }
}

bl_chars *bl_chars_unpack(const bl_alloc *alloc, bl_packed *from)
{
    bl_chars *chars = bl_new(alloc, 1, sizeof(*chars));

    if (chars == NULL)
        return NULL;
    for (size_t c = 0; c < sizeof(chars->bmp);) {
        const unsigned kind = bl_unpack_byte(from);
        const uint64_t size = bl_unpack_uint(from);

        if (from->failed || kind > BL_CLASS_CODE || size == 0 ||
            size > sizeof(chars->bmp) - c) {
            from->failed = true;
            bl_free(alloc, chars);
            return NULL;
        }
        memset(chars->bmp + c, (int)kind, (size_t)size);
        c += (size_t)size;
    }
    memcpy(chars->ascii, chars->bmp, 0x80);
    return chars;
}

bl_class bl_class_beyond(uint32_t c)
{
    const UChar32 point = (UChar32)c;
    const bl_class kind = class_of_type(u_charType(point));

    if (kind == BL_CLASS_LETTER && is_glyph_script(point))
        return BL_CLASS_GLYPH;
    return kind;
}

int bl_digit_value(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    return u_charDigitValue((UChar32)c);
}

bool bl_numeric_value(uint32_t c, int *numerator, int *denominator)
{
    const double value = u_getNumericValue((UChar32)c);

    if (value == U_NO_NUMERIC_VALUE || value < 0 || value > 1e6)
        return false;
    for (int d = 1; d <= 10; d++) {
        const double scaled = value * d;
        const int whole = (int)(scaled + 0.5);

        /* 1/3 and 1/7 are not exact in binary, but near enough to name. */
        if (scaled - whole < 1e-9 && whole - scaled < 1e-9) {
            *numerator = whole;
            *denominator = d;
            return true;
        }
    }
    return false;
}
