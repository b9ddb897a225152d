/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One pass over the letters of a word. Nothing is decided here: what is found
 * is what rules ask about.
 */
#include "text/oddity.h"

#include "text/alphabet.h"
#include "text/fold.h"
#include "text/script.h"
#include "text/utf8.h"

#include <string.h>

/* Bytes of a word that is put together; longer ones are none. */
enum { WORD_SIZE = 256 };

bool bl_is_hidden(uint32_t c)
{
    if (c < 0xa0)
        return c < 0x09 || (c > 0x0d && c < 0x20) ||
               (c >= 0x7f && c != 0x85);
    return c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
           (c >= 0xe0000 && c <= 0xe007f);
}

bool bl_is_lead_letter(uint32_t c)
{
    return (c >= 0xc2 && c <= 0xf4) || c == 0x102 /* 1250, 1258 */ ||
           c == 0x139 || c == 0x420 /* 1251 */ || c == 0x421;
}

/* What stands behind one and is a letter or a mark by itself: of the Western
 * and Central European encodings, and then of the Cyrillic one. */
static bool is_trail_letter(uint32_t before, uint32_t c)
{
    static const uint16_t latin[] = { 0xaa,  0xad,  0xb2,  0xb3,  0xb5,
                                      0xba,  0x141, 0x142, 0x152, 0x153,
                                      0x160, 0x161, 0x178, 0x17d, 0x17e,
                                      0x192, 0x2c6, 0x2c7 };
    static const uint16_t central[] = { 0x104, 0x105, 0x13d, 0x13e, 0x15a,
                                        0x15b, 0x15e, 0x15f, 0x164, 0x165,
                                        0x179, 0x17a, 0x17b, 0x17c };

    if (before >= 0x400)
        return (c > 0x400 && c < 0x410) || (c > 0x450 && c < 0x460) ||
               c == 0x490 || c == 0x491 || c == 0xad;
    if (c >= 0x80 && c < 0xa0)
        return true;
    for (size_t i = 0; i < sizeof(latin) / sizeof(latin[0]); i++) {
        if (c == latin[i])
            return true;
    }
    if (before != 0x102 && before != 0x139 && before != 0xc4 &&
        before != 0xe2)
        return false;
    for (size_t i = 0; i < sizeof(central) / sizeof(central[0]); i++) {
        if (c == central[i])
            return true;
    }
    return false;
}

/* Marks that some letter has a composed form with, in scripts where people
 * type that form; those of India and Burma are typed in parts. */
static bool may_compose(uint32_t c)
{
    return (c >= 0x300 && c < 0x370) || c == 0x3099 || c == 0x309a ||
           (c >= 0x653 && c <= 0x655);
}

/* Letters of Hangul that form a syllable with those beside them; each is a word
 * by itself. */
static bool is_jamo(uint32_t c)
{
    return (c >= 0x1100 && c <= 0x1112) || (c >= 0x1161 && c <= 0x1175) ||
           (c >= 0x11a8 && c <= 0x11c2);
}

/* Whether two characters of the word become one. */
static bool composes(bl_str word)
{
    char composed[WORD_SIZE];
    size_t size;

    return bl_to_nfc(word, composed, sizeof(composed), &size) && size != 0 &&
           bl_utf8_points(composed, size) <
               bl_utf8_points(word.ptr, word.size);
}

/* Joiners belong to scripts whose letters join, and a space without width to
 * those without spaces: all of them have their letters from here on. */
static bool is_of_use(uint32_t before, uint32_t c)
{
    return c >= 0x200b && c <= 0x200d && before >= 0x600 &&
           bl_alphabet_of(before) == BL_ALPHABET_NONE;
}

/* Whether the letters look like those of the language. */
static bool looks_like(const bl_locale *locale, bl_str word)
{
    const bl_alphabet own = bl_alphabet_of_locale(locale);
    const bl_alphabet wanted = own != BL_ALPHABET_NONE ? own
                                                       : BL_ALPHABET_LATIN;

    for (size_t at = 0; at < word.size;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);

        if (bl_alphabet_of(c) == wanted || bl_lookalike(c, wanted) == 0)
            return false;
    }
    return true;
}

static unsigned mixture(const bl_locale *locale, bl_str word, unsigned seen)
{
    const unsigned latin = 1u << BL_ALPHABET_LATIN;

    seen &= ~(1u << BL_ALPHABET_NONE);
    if ((seen & (seen - 1)) != 0)
        return BL_ODD_MIXED;
    return seen != 0 && seen != latin && looks_like(locale, word)
               ? BL_ODD_MIXED
               : 0;
}

/* Whether it begins in a script that a text of the language has no words of:
 * Latin ones are everywhere. Where the language, or its script, is not known,
 * none is. */
static bool is_foreign(const bl_locale *locale, bl_str word)
{
    size_t at = 0;
    const uint32_t c =
        word.size != 0 ? bl_utf8_next(word.ptr, word.size, &at) : 0;

    return c >= 0x370 && locale->script[0] != '\0' &&
           strcmp(locale->language, "und") != 0 && bl_alphabet_of(c) != BL_ALPHABET_LATIN && bl_is_word_letter(c) &&
           !bl_is_of_script(c, locale->script);
}

unsigned bl_oddities(const bl_locale *locale, bl_str word)
{
    unsigned seen = 0; /* alphabets */
    unsigned odd = 0;
    bool marks = false;
    bool western = !bl_locale_is_latin(locale) && word.size >= 6;
    uint32_t before = 0;

    for (size_t at = 0; at < word.size;) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);

        seen |= 1u << bl_alphabet_of(c);
        marks |= may_compose(c);
        odd |= is_jamo(c) ? BL_ODD_PARTS : 0;
        western &= c >= 0xa1 && c < 0x100;
        if (bl_is_lead_letter(before) && is_trail_letter(before, c))
            odd |= BL_ODD_BYTES;
        if (c >= 0x7f && bl_is_hidden(c) && !is_of_use(before, c))
            odd |= BL_ODD_HIDDEN;
        before = c;
    }
    if (marks && composes(word))
        odd |= BL_ODD_PARTS;
    if (western)
        odd |= BL_ODD_BYTES;
    if (is_foreign(locale, word))
        odd |= BL_ODD_FOREIGN;
    return odd | mixture(locale, word, seen);
}

bool bl_is_odd_sign(uint32_t c)
{
    return c < 0xa0 ? bl_is_hidden(c)
                    : c == 0xfffd || (c >= 0xe000 && c < 0xf900);
}
