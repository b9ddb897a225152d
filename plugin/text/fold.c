/* SPDX-License-Identifier: Apache-2.0 */
/* Folding through ICU's normalizers, which work on UTF-16. */
#include "text/fold.h"

#include "base/hash.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

enum { UNITS = BL_FOLD_MAX };

static int32_t to_utf16(bl_str text, UChar *out, int32_t room)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;

    if (text.size > INT32_MAX)
        return 0;
    u_strFromUTF8WithSub(out, room, &size, text.ptr, (int32_t)text.size,
                         BL_REPLACEMENT, NULL, &status);
    return U_FAILURE(status) ? 0 : size;
}

static void from_utf16(const UChar *text, int32_t units, bl_folded *out)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = 0;

    u_strToUTF8WithSub(out->text, BL_FOLD_MAX, &size, text, units,
                       BL_REPLACEMENT, NULL, &status);
    out->size = U_FAILURE(status) || size > BL_FOLD_MAX ? 0 : (size_t)size;
}

/* Most words are ASCII, where folding is a loop. */
static bool fold_ascii(const bl_locale *locale, bl_str word, bl_folded *out)
{
    if (word.size > BL_FOLD_MAX || (locale != NULL && locale->turkic))
        return false;
    for (size_t i = 0; i < word.size; i++) {
        const char c = word.ptr[i];

        if ((unsigned char)c >= 0x80)
            return false;
        out->text[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    out->size = word.size;
    return true;
}

/* Marks that writers put or leave out as they like: points of Hebrew, vowels
 * and the tatweel of Arabic, the nukta of Devanagari. */
static bool is_optional(UChar c)
{
    return (c >= 0x0591 && c <= 0x05c7 && c != 0x05be) ||
           (c >= 0x064b && c <= 0x0652) || c == 0x0640 || c == 0x0670 ||
           c == 0x093c;
}

/* One letter for those that stand for each other in Arabic script: alef with
 * and without hamza, yeh and kaf of Arabic and of Persian. */
static UChar one_of(UChar c)
{
    switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
        return 0x0627;
    case 0x064a:
    case 0x0649:
        return 0x06cc;
    case 0x0643:
        return 0x06a9;
    default:
        return c;
    }
}

static int32_t simplify(UChar *text, int32_t count)
{
    int32_t kept = 0;

    for (int32_t i = 0; i < count; i++) {
        if (!is_optional(text[i]))
            text[kept++] = one_of(text[i]);
    }
    return kept;
}

void bl_fold(const bl_locale *locale, bl_str word, bl_folded *out)
{
    UChar units[UNITS];
    UChar folded[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *fold;
    int32_t count;

    if (fold_ascii(locale, word, out))
        return;
    out->size = 0;
    count = to_utf16(word, units, UNITS);
    if (count == 0)
        return;
    if (locale != NULL && locale->turkic) {
        count = u_strToLower(folded, UNITS, units, count, locale->icu,
                             &status);
        if (U_FAILURE(status))
            return;
        memcpy(units, folded, (size_t)count * sizeof(*units));
    }
    fold = unorm2_getNFKCCasefoldInstance(&status);
    count = unorm2_normalize(fold, units, count, folded, UNITS, &status);
    if (U_SUCCESS(status))
        from_utf16(folded, simplify(folded, count), out);
}

void bl_lower(const bl_locale *locale, bl_str word, bl_folded *out)
{
    UChar units[UNITS];
    UChar lower[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count;

    if (fold_ascii(locale, word, out))
        return;
    out->size = 0;
    count = to_utf16(word, units, UNITS);
    if (count == 0)
        return;
    count = u_strToLower(lower, UNITS, units, count, locale->icu, &status);
    if (U_SUCCESS(status))
        from_utf16(lower, count, out);
}

void bl_capital(const bl_locale *locale, bl_str text, bl_folded *out)
{
    UChar units[UNITS];
    UChar upper[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    size_t first = 0;
    int32_t count = 0;

    out->size = 0;
    if (text.size != 0) {
        bl_utf8_next(text.ptr, text.size, &first);
        count = to_utf16(bl_str_of(text.ptr, first), units, UNITS);
    }
    if (count == 0)
        return;
    count = u_strToUpper(upper, UNITS, units, count, locale->icu, &status);
    if (U_SUCCESS(status))
        from_utf16(upper, count, out);
}

/* Letters that are one with their stroke or ligature, and so have no
 * decomposition in Unicode: the Latin ones that occur in names. */
static const char *unstroke(UChar32 c)
{
    switch (c) {
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
    case 0x0256: /* ɖ */
        return "d";
    case 0x0142: /* ł */
        return "l";
    case 0x00f8: /* ø */
        return "o";
    case 0x0127: /* ħ */
        return "h";
    case 0x0131: /* ı */
        return "i";
    case 0x0167: /* ŧ */
        return "t";
    case 0x014b: /* ŋ */
        return "n";
    case 0x0138: /* ĸ */
        return "q";
    case 0x00e6: /* æ */
        return "ae";
    case 0x0153: /* œ */
        return "oe";
    case 0x00fe: /* þ */
        return "th";
    case 0x0259: /* ə */
        return "e";
    default:
        return NULL;
    }
}

/* U16_NEXT mixes signs; the cast is kept in one place. */
static UChar32 next_unit(const UChar *text, int32_t *at, int32_t size)
{
    const UChar lead = text[(*at)++];

    if (U16_IS_LEAD(lead) && *at < size && U16_IS_TRAIL(text[*at]))
        return (UChar32)U16_GET_SUPPLEMENTARY(lead, text[(*at)++]);
    return lead;
}

static bool drops_marks(UChar32 base)
{
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(base, &status);

    return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

void bl_skeleton(bl_str folded, bl_folded *out)
{
    UChar units[UNITS];
    UChar apart[UNITS];
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd;
    bool drop = false;
    int32_t count;
    int32_t kept = 0;

    if (fold_ascii(NULL, folded, out))
        return;
    out->size = 0;
    count = to_utf16(folded, units, UNITS);
    nfd = unorm2_getNFDInstance(&status);
    count = unorm2_normalize(nfd, units, count, apart, UNITS, &status);
    if (U_FAILURE(status) || count == 0)
        return;
    for (int32_t i = 0; i < count;) {
        const int32_t start = i;
        const char *plain;
        const UChar32 c = next_unit(apart, &i, count);

        if (u_charType(c) == U_NON_SPACING_MARK && drop)
            continue;
        if (u_charType(c) != U_NON_SPACING_MARK)
            drop = drops_marks(c);
        plain = unstroke(c);
        if (plain != NULL) {
            for (; *plain != '\0' && kept < UNITS; plain++)
                units[kept++] = (UChar)*plain;
            continue;
        }
        for (int32_t j = start; j < i && kept < UNITS; j++)
            units[kept++] = apart[j];
    }
    nfd = unorm2_getNFCInstance(&status);
    count = unorm2_normalize(nfd, units, kept, apart, UNITS, &status);
    if (U_SUCCESS(status))
        from_utf16(apart, count, out);
}

uint64_t bl_letter_set(bl_str text)
{
    uint64_t set = 0;

    for (size_t at = 0; at < text.size;)
        set |= UINT64_C(1) << (bl_utf8_next(text.ptr, text.size, &at) & 63);
    return set;
}

/* The end of a piece that can be looked at by itself, at most `most`: before
 * a character that never joins the one in front of it; within a pile of marks
 * wherever a character begins. */
static size_t piece_limit(const UNormalizer2 *nfc, bl_str text, size_t start,
                          size_t most)
{
    size_t whole = most;

    while (whole < text.size && whole > start &&
           ((unsigned char)text.ptr[whole] & 0xc0) == 0x80)
        whole--;
    for (size_t limit = whole; limit < text.size && limit > start; limit--) {
        size_t at = limit;

        if (((unsigned char)text.ptr[limit] & 0xc0) != 0x80 &&
            unorm2_hasBoundaryBefore(
                nfc, (UChar32)bl_utf8_next(text.ptr, text.size, &at)))
            return limit;
    }
    return whole;
}

bool bl_is_nfc(bl_str text)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc;
    size_t at = 0;
    bool quick = true;

    /* Nothing below U+0300 ever changes. */
    while (at < text.size && quick)
        quick = bl_utf8_next(text.ptr, text.size, &at) < 0x300;
    if (quick)
        return true;
    nfc = unorm2_getNFCInstance(&status);
    for (size_t start = 0; start < text.size;) {
        UChar units[512];
        size_t limit = text.size - start < 512 ? text.size : start + 512;
        int32_t count;

        limit = piece_limit(nfc, text, start, limit);
        if (limit == start)
            return true;
        count = to_utf16(bl_str_of(text.ptr + start, limit - start), units,
                         512);
        if (!unorm2_isNormalized(nfc, units, count, &status))
            return U_FAILURE(status);
        start = limit;
    }
    return true;
}

bool bl_to_nfc(bl_str text, char *out, size_t room, size_t *size)
{
    UChar units[2 * UNITS];
    UChar composed[2 * UNITS];
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc;
    int32_t count;
    int32_t bytes = 0;

    *size = 0;
    if (bl_is_nfc(text) || room > INT32_MAX)
        return false;
    nfc = unorm2_getNFCInstance(&status);
    count = to_utf16(text, units, 2 * UNITS);
    count = unorm2_normalize(nfc, units, count, composed, 2 * UNITS, &status);
    u_strToUTF8(out, (int32_t)room, &bytes, composed, count, &status);
    if (U_SUCCESS(status) && (size_t)bytes <= room)
        *size = (size_t)bytes;
    return true;
}

size_t bl_to_nfd(bl_str text, char *out, size_t room)
{
    UChar units[UNITS];
    UChar apart[2 * UNITS];
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    int32_t count = to_utf16(text, units, UNITS);
    int32_t bytes = 0;

    if (room > INT32_MAX)
        return 0;
    count = unorm2_normalize(nfd, units, count, apart, 2 * UNITS, &status);
    u_strToUTF8(out, (int32_t)room, &bytes, apart, count, &status);
    return U_SUCCESS(status) && (size_t)bytes <= room ? (size_t)bytes : 0;
}

/* Whether it is a capital, and whether a small letter; most are ASCII. */
static bool is_capital(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z'
                    : u_isUUppercase((UChar32)c) || u_istitle((UChar32)c);
}

/* A letter that begins no name as a capital has no case: the capitals of
 * Georgian are for headings alone. */
static bool is_small(uint32_t c)
{
    const UChar32 u = (UChar32)c;

    return c < 0x80 ? c >= 'a' && c <= 'z'
                    : u_isULowercase(u) &&
                          (u_totitle(u) != u || u_toupper(u) == u);
}

bl_case bl_case_of(bl_str word)
{
    size_t at = 0;
    size_t upper = 0;
    size_t lower = 0;
    bool initial = false;

    while (at < word.size) {
        const bool first = at == 0;
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);

        if (is_small(c)) {
            lower++;
        } else if (is_capital(c)) {
            upper++;
            initial = initial || first;
        }
    }
    if (upper == 0)
        return lower == 0 ? BL_CASE_NONE : BL_CASE_LOWER;
    if (lower == 0)
        return BL_CASE_UPPER;
    return upper == 1 && initial ? BL_CASE_INITIAL : BL_CASE_MIXED;
}

uint32_t bl_skeleton_hash(bl_str skeleton)
{
    return skeleton.size != 0
               ? (uint32_t)bl_hash(skeleton.ptr, skeleton.size, 0)
               : 0;
}

/* In a loop where the letters are not ASCII. */
uint32_t bl_stem_hash(bl_str skeleton)
{
    enum { STEM = 5 };
    const unsigned char *p = (const unsigned char *)skeleton.ptr;
    const uint64_t stem = UINT64_MAX >> (64 - 8 * STEM);
    const uint64_t high = UINT64_C(0x8080808080808080) & stem;
    const uint64_t bytes =
        skeleton.size >= 8  ? bl_hash_read8(p)
        : skeleton.size > 0 ? bl_hash_read_rest(p, skeleton.size)
                            : 0;
    size_t size = 0;

    if ((bytes & high) == 0)
        return (uint32_t)(bl_hash_mix((bytes & stem) + 1) >> 32);
    for (int n = 0; n < STEM && size < skeleton.size; n++)
        bl_utf8_next(skeleton.ptr, skeleton.size, &size);
    return (uint32_t)(bl_hash(skeleton.ptr, size, 4) >> 32);
}

uint32_t bl_skeleton_hash_of(bl_str word)
{
    const bl_locale locale = { .turkic = false };
    bl_folded folded;
    bl_folded skeleton;

    bl_fold(&locale, word, &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), &skeleton);
    return bl_skeleton_hash(bl_str_of(skeleton.text, skeleton.size));
}
