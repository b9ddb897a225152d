/* SPDX-License-Identifier: Apache-2.0 */
/* Number symbols and scale words. */
#include "text/cldr.h"

#include "text/resource.h"

#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <string.h>

static uint32_t symbol(const UNumberFormat *format, UNumberFormatSymbol which)
{
    UChar text[8];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t size = unum_getSymbol(format, which, text, 8, &status);

    if (U_FAILURE(status) || size <= 0)
        return 0;
    if (size >= 2 && U16_IS_LEAD(text[0]) && U16_IS_TRAIL(text[1]))
        return (uint32_t)U16_GET_SUPPLEMENTARY(text[0], text[1]);
    return text[0];
}

static void style(const char *locale, bl_number_style *style,
                  bl_number_symbols *symbols)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format =
        unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
    int32_t rest;

    *style = (bl_number_style){ '.', ',', '0' };
    if (U_SUCCESS(status)) {
        style->decimal = symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
        style->group = symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL);
        style->zero = symbol(format, UNUM_ZERO_DIGIT_SYMBOL);
        symbols->group_size =
            (uint8_t)unum_getAttribute(format, UNUM_GROUPING_SIZE);
        rest = unum_getAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS);
        symbols->group_least = (uint8_t)(rest > 0 ? rest : 1);
        rest = unum_getAttribute(format, UNUM_SECONDARY_GROUPING_SIZE);
        symbols->group_rest =
            rest > 0 ? (uint8_t)rest : symbols->group_size;
    }
    unum_close(format);
}

/* Whether per cent is written "% 50". */
static bool has_percent_apart(const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format =
        unum_open(UNUM_PERCENT, NULL, 0, locale, NULL, &status);
    UChar prefix[8];
    const int32_t size = unum_getTextAttribute(
        format, UNUM_POSITIVE_PREFIX, prefix, 8, &status);

    unum_close(format);
    return U_SUCCESS(status) && size == 2 && prefix[0] == '%' &&
           (prefix[1] == ' ' || prefix[1] == 0xa0);
}

/* Whether CLDR has no data of the language, or none of its own for the region:
 * es-419 is a dozen countries, es-LA is none. */
static bool is_vague(const bl_locale *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    char region[ULOC_COUNTRY_CAPACITY];
    const bl_resource_level level = bl_resource_level_of(locale->icu);

    uloc_getCountry(locale->icu, region, sizeof(region), &status);
    return level == BL_RESOURCE_NONE ||
           (region[0] >= '0' && region[0] <= '9') ||
           (region[0] != '\0' && level == BL_RESOURCE_LANGUAGE);
}

void bl_cldr_symbols(const bl_locale *locale, bl_number_symbols *symbols)
{
    char latin[BL_TAG_SIZE + 16];

    *symbols = (bl_number_symbols){ .group_size = 3, .group_rest = 3 };
    snprintf(latin, sizeof(latin), "%s@numbers=latn", locale->icu);
    style(latin, &symbols->latin, symbols);
    style(locale->icu, &symbols->native, symbols);
    symbols->percent_apart = has_percent_apart(latin);
    symbols->varies = is_vague(locale);
}

/* ---- scale words -------------------------------------------------------- */

typedef struct scales {
    bl_cldr_sink sink;
    void *context;
    size_t given;
} scales;

/* "00 Mio'.' ¤" -> 2 zeros and "Mio." */
static int split_pattern(bl_str pattern, char *word, size_t *size)
{
    int zeros = 0;
    size_t n = 0;

    for (size_t i = 0; i < pattern.size; i++) {
        const char c = pattern.ptr[i];

        if (c == '0')
            zeros++;
        else if (c == '\'')
            continue;
        else if ((unsigned char)c == 0xc2 && i + 1 < pattern.size &&
                 ((unsigned char)pattern.ptr[i + 1] == 0xa4 || /* ¤ */
                  (unsigned char)pattern.ptr[i + 1] == 0xa0))
            i++, word[n++] = ' ';
        else if (i + 2 < pattern.size && c == '\xe2' &&
                 pattern.ptr[i + 1] == '\x80' &&
                 (pattern.ptr[i + 2] == '\x8e' ||
                  pattern.ptr[i + 2] == '\x8f'))
            i += 2; /* marks of direction */
        else
            word[n++] = c;
    }
    while (n > 0 && word[n - 1] == ' ')
        n--;
    *size = n;
    return zeros;
}

/* Whether a unit is written with these letters: kM of Catalan, a thousand
 * millions, has its capital alone. */
static bool is_unit(bl_str word)
{
    return word.size == 2 && word.ptr[0] == 'k' && word.ptr[1] >= 'A' &&
           word.ptr[1] <= 'Z';
}

/* path: the power of ten, then the plural category. */
static void on_scale(void *context, const char *const *path, int depth,
                     bl_str value)
{
    scales *to = context;
    char word[128];
    size_t size = 0;
    size_t start = 0;
    int zeros;
    int tens;
    bl_sense sense = { .kind = BL_SENSE_SCALE };

    if (depth < 1 || value.size >= sizeof(word))
        return;
    tens = (int)strlen(path[0]) - 1;
    zeros = split_pattern(value, word, &size);
    while (start < size && word[start] == ' ')
        start++;
    tens -= zeros - 1;
    if (start == size || zeros == 0 || tens < 2 || tens > 18)
        return;
    sense.value = 1;
    while (tens-- > 0)
        sense.value *= 10;
    /* A single letter (K, M, T) is too often something else. */
    if (size - start == 1)
        sense.flags = BL_SENSE_WEAK;
    if (is_unit(bl_str_of(word + start, size - start)))
        sense.flags = BL_SENSE_CAPITAL;
    to->given++;
    to->sink(to->context, sense, bl_str_of(word + start, size - start));
}

void bl_cldr_scales(const bl_locale *locale, bl_cldr_sink sink, void *context)
{
    static const char *const paths[] = {
        "NumberElements/latn/patternsLong/decimalFormat",
        "NumberElements/latn/patternsShort/decimalFormat",
        "NumberElements/latn/patternsShort/currencyFormat",
    };
    scales to = { sink, context, 0 };

    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
        bl_resource_walk("", locale->icu, paths[i], on_scale, &to);
    /* A locale without any has those of the root: K, M, G, T. */
    if (to.given == 0)
        bl_resource_walk("", "root", paths[1], on_scale, &to);
}
