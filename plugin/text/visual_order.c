/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Two signs tell: the vowel sign E, which is drawn before its consonant and
 * stands behind it in Unicode, and the virama, which stacks one consonant onto
 * another and is the sign of a vowelless one in such fonts. The order is that
 * of The Unicode Standard, 16.3 "Myanmar".
 */
#include "text/visual_order.h"

#include "text/utf8.h"

#include <stdint.h>

enum { VIRAMA = 0x1039, VOWEL_E = 0x1031 };

/* Places that no text of Unicode has, and one of so many of the two signs. */
enum { WRONG_LEAST = 2, WRONG_SHARE = 8 };

/* Letters of all languages of the script; of the medials those too of which the
 * code points are others in the fonts. */
static bool is_consonant(uint32_t c)
{
    return (c >= 0x1000 && c <= 0x102a) || c == 0x103f || c == 0x104e ||
           (c >= 0x1050 && c <= 0x1055) || (c >= 0x105a && c <= 0x105d) ||
           c == 0x1061 || c == 0x1065 || c == 0x1066 ||
           (c >= 0x106e && c <= 0x1070) || (c >= 0x1075 && c <= 0x1081) ||
           c == 0x108e || (c >= 0xa9e0 && c <= 0xa9ff) ||
           (c >= 0xaa60 && c <= 0xaa7f);
}

static bool is_medial(uint32_t c)
{
    return (c >= 0x103b && c <= 0x103e) || c == 0x105e || c == 0x105f ||
           c == 0x1060 || c == 0x1082;
}

/* Joiners and spaces of no width: they part nothing that is read. */
static bool is_unseen(uint32_t c)
{
    return c >= 0x200b && c <= 0x200d;
}

bool bl_is_in_visual_order(bl_str text)
{
    uint32_t before = 0;
    uint32_t signs = 0;
    uint32_t wrong = 0;

    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (is_unseen(c))
            continue;
        signs += c == VOWEL_E || c == VIRAMA;
        wrong += (c == VOWEL_E && !is_consonant(before) &&
                  !is_medial(before)) ||
                 (before == VIRAMA && !is_consonant(c));
        before = c;
    }
    wrong += before == VIRAMA;
    return wrong >= WRONG_LEAST && wrong * WRONG_SHARE >= signs;
}
