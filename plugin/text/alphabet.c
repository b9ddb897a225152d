/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Source: Unicode Technical Standard 39, confusables.txt; of what it lists
 * the letters that have one shape in most fonts, and those that a keyboard
 * gives instead.
 */
#include "text/alphabet.h"

#include <stdbool.h>
#include <stddef.h>

bl_alphabet bl_alphabet_of(uint32_t c)
{
    if (c < 0x80)
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ? BL_ALPHABET_LATIN
                                                        : BL_ALPHABET_NONE;
    if (c < 0x250)
        return c >= 0xc0 && c != 0xd7 && c != 0xf7 ? BL_ALPHABET_LATIN
                                                   : BL_ALPHABET_NONE;
    if (c >= 0x370 && c < 0x530)
        return c >= 0x400 ? BL_ALPHABET_CYRILLIC : BL_ALPHABET_GREEK;
    if (c >= 0x1e00 && c < 0x2000)
        return c < 0x1f00 ? BL_ALPHABET_LATIN : BL_ALPHABET_GREEK;
    return c == 0x259 ? BL_ALPHABET_LATIN : BL_ALPHABET_NONE;
}

bl_alphabet bl_alphabet_of_locale(const bl_locale *locale)
{
    static const char scripts[][5] = { [BL_ALPHABET_LATIN] = "Latn",
                                       [BL_ALPHABET_GREEK] = "Grek",
                                       [BL_ALPHABET_CYRILLIC] = "Cyrl" };

    for (int i = BL_ALPHABET_LATIN; i <= BL_ALPHABET_CYRILLIC; i++) {
        if (memcmp(locale->script, scripts[i], 4) == 0)
            return (bl_alphabet)i;
    }
    return BL_ALPHABET_NONE;
}

/* Small Greek letters are signs in all languages, and look like themselves. */
static bool is_sign(uint32_t c)
{
    return c >= 0x3ac && c <= 0x3ce && c != 0x3bf && c != 0x3cc;
}

/* Cyrillic letters of few languages are not what is meant by one of the many
 * Latin words that others write parts of: "WEB". */
static bool is_usual(uint32_t c)
{
    return c < 0x460 && c != 0x405 && c != 0x455;
}

uint32_t bl_lookalike(uint32_t c, bl_alphabet wanted)
{
    /* In the order of bl_alphabet; 0 where an alphabet has no such shape. */
    static const uint16_t shapes[][3] = {
        { 'A', 0x391, 0x410 },   { 'B', 0x392, 0x412 },
        { 'C', 0, 0x421 },       { 'E', 0x395, 0x415 },
        { 'H', 0x397, 0x41d },   { 'I', 0x399, 0x406 },
        { 'J', 0, 0x408 },       { 'K', 0x39a, 0x41a },
        { 'M', 0x39c, 0x41c },   { 'N', 0x39d, 0 },
        { 'O', 0x39f, 0x41e },   { 'P', 0x3a1, 0x420 },
        { 'Q', 0, 0x51a },       { 'S', 0, 0x405 },
        { 'T', 0x3a4, 0x422 },   { 'W', 0, 0x51c },
        { 'X', 0x3a7, 0x425 },   { 'Y', 0x3a5, 0x423 },
        { 'Z', 0x396, 0 },       { 0, 0x393, 0x413 },
        { 0, 0x3a0, 0x41f },     { 0, 0x3a6, 0x424 },
        { 'a', 0x3b1, 0x430 },   { 'c', 0x3f2, 0x441 },
        { 'd', 0, 0x501 },       { 'e', 0, 0x435 },
        { 'h', 0, 0x4bb },       { 'i', 0x3b9, 0x456 },
        { 'j', 0x3f3, 0x458 },   { 'o', 0x3bf, 0x43e },
        { 'p', 0x3c1, 0x440 },   { 'q', 0, 0x51b },
        { 's', 0, 0x455 },       { 'u', 0x3c5, 0 },
        { 'v', 0x3bd, 0x475 },   { 'w', 0, 0x51d },
        { 'x', 0x3c7, 0x445 },   { 'y', 0x3b3, 0x443 },
        { 0xcb, 0, 0x401 },      { 0xeb, 0, 0x451 },
        { 0xcf, 0x3aa, 0x407 },  { 0xef, 0x3ca, 0x457 },
        { 0xf3, 0x3cc, 0 },      { 0x18f, 0, 0x4d8 },
        { 0x259, 0, 0x4d9 }
    };
    const bl_alphabet own = bl_alphabet_of(c);

    if (own == BL_ALPHABET_NONE || wanted == BL_ALPHABET_NONE || is_sign(c))
        return 0;
    for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
        const uint32_t shape = shapes[i][wanted - 1];

        if (shapes[i][own - 1] == c)
            return wanted != BL_ALPHABET_CYRILLIC || is_usual(shape) ? shape
                                                                     : 0;
    }
    return 0;
}
