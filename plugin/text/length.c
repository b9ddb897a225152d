/* SPDX-License-Identifier: Apache-2.0 */
/* A text, step by step: a character, a cluster, or what a normal form joins.
 * Properties of characters are looked up; no iterator is opened. */
#include "text/length.h"

#include "text/utf8.h"
#include "text/width.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

/* UTF-16 units of a character with its marks; one with more counts as it
 * stands. */
enum { PIECE = 64 };

static const uint32_t sentinel = 0xfffc;

/* ---- clusters ----------------------------------------------------------- */

static int break_class(uint32_t c)
{
    return u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK);
}

static bool is_pictograph(uint32_t c)
{
    return u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static bool is_control(int class)
{
    return class == U_GCB_CONTROL || class == U_GCB_CR || class == U_GCB_LF;
}

/* UAX #29, GB6 to GB8. */
static bool joins_hangul(int a, int b)
{
    switch (a) {
    case U_GCB_L:
        return b == U_GCB_L || b == U_GCB_V || b == U_GCB_LV ||
               b == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
        return b == U_GCB_V || b == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
        return b == U_GCB_T;
    default:
        return false;
    }
}

/* What a letter of India has become of: UAX #29, GB9c, from Unicode 15.1 on,
 * which ICU had before that. */
typedef enum conjunct {
    NO_CONJUNCT,
    CONSONANT, /* with marks at most behind it */
    LINKED     /* and a sign that joins it to the next one */
} conjunct;

static bool has_conjuncts(uint32_t c)
{
    UErrorCode status = U_ZERO_ERROR;

    switch (uscript_getScript((UChar32)c, &status)) {
    case USCRIPT_BENGALI:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_GUJARATI:
    case USCRIPT_MALAYALAM:
    case USCRIPT_ORIYA:
    case USCRIPT_TELUGU:
        return true;
    default:
        return false;
    }
}

/* The conjunct behind that character. */
static conjunct next_conjunct(conjunct before, uint32_t c, int class)
{
    const int syllabic =
        u_getIntPropertyValue((UChar32)c, UCHAR_INDIC_SYLLABIC_CATEGORY);

    if (syllabic == U_INSC_CONSONANT && has_conjuncts(c))
        return CONSONANT;
    if (before != NO_CONJUNCT && syllabic == U_INSC_VIRAMA &&
        has_conjuncts(c))
        return LINKED;
    return class == U_GCB_ZWJ || (class == U_GCB_EXTEND &&
                                  u_getCombiningClass((UChar32)c) != 0)
               ? before
               : NO_CONJUNCT;
}

/* What is known of a cluster up to its last character. */
typedef struct cluster {
    int last;       /* UGraphemeClusterBreak */
    bool picture;   /* a picture, with extenders behind it, and one joiner */
    bool regional;  /* the first half of a flag */
    conjunct indic;
} cluster;

static cluster begin_cluster(uint32_t c)
{
    const int class = break_class(c);

    return (cluster){ .last = class,
                      .picture = is_pictograph(c),
                      .regional = class == U_GCB_REGIONAL_INDICATOR,
                      .indic = next_conjunct(NO_CONJUNCT, c, class) };
}

/* Whether the character belongs to it: UAX #29, GB3 to GB13. */
static bool goes_on(const cluster *k, uint32_t c, int class, conjunct indic)
{
    if (c == sentinel)
        return false;
    if (is_control(k->last) || is_control(class))
        return k->last == U_GCB_CR && class == U_GCB_LF;
    return class == U_GCB_EXTEND || class == U_GCB_ZWJ ||
           class == U_GCB_SPACING_MARK || k->last == U_GCB_PREPEND ||
           joins_hangul(k->last, class) ||
           (k->indic == LINKED && indic == CONSONANT) ||
           (k->picture && k->last == U_GCB_ZWJ && is_pictograph(c)) ||
           (k->regional && class == U_GCB_REGIONAL_INDICATOR);
}

/* Behind the cluster that begins at `at`. */
static size_t pass_cluster(bl_str text, size_t at)
{
    cluster k = begin_cluster(bl_utf8_next(text.ptr, text.size, &at));

    while (at < text.size) {
        size_t next = at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &next);
        const int class = break_class(c);
        const conjunct indic = next_conjunct(k.indic, c, class);
        const bool extends = class == U_GCB_EXTEND || class == U_GCB_ZWJ;

        if (!goes_on(&k, c, class, indic))
            break;
        k = (cluster){ .last = class,
                       .picture = is_pictograph(c) ||
                                  (k.picture && extends &&
                                   k.last != U_GCB_ZWJ),
                       .regional = !k.regional &&
                                   class == U_GCB_REGIONAL_INDICATOR,
                       .indic = indic };
        at = next;
    }
    return at;
}

/* ---- characters --------------------------------------------------------- */

static uint32_t size_of(const bl_yardstick *by, uint32_t c)
{
    char bytes[4];

    if (c == sentinel)
        return 0;
    switch ((bl_size_unit)by->unit) {
    case BL_SIZE_BYTE:
    case BL_SIZE_UTF8:
        return (uint32_t)bl_utf8_put(c, bytes);
    case BL_SIZE_UTF16:
        return c > 0xffff ? 4 : 2;
    case BL_SIZE_UTF32:
        return 4;
    case BL_SIZE_COLUMN:
        return (uint32_t)bl_width_of(c);
    case BL_SIZE_ROW:
        return c == '\n';
    default:
        return 1;
    }
}

static uint32_t size_of_units(const bl_yardstick *by, const UChar *units,
                              int32_t count)
{
    uint32_t sum = 0;

    for (int32_t at = 0; at < count;) {
        uint32_t c = units[at++];

        if (U16_IS_LEAD(c) && at < count)
            c = 0x10000 + ((c & 0x3ff) << 10) + (units[at++] & 0x3ffu);
        sum += size_of(by, c);
    }
    return sum;
}

/* The characters of a piece of text that nothing behind it joins, in the normal
 * form. */
static uint32_t size_in_form(const bl_yardstick *by, const UNormalizer2 *form,
                             const UChar *units, int32_t count)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar made[4 * PIECE];
    const int32_t size =
        unorm2_normalize(form, units, count, made, 4 * PIECE, &status);

    return U_SUCCESS(status) ? size_of_units(by, made, size)
                             : size_of_units(by, units, count);
}

static uint32_t pass_piece(const bl_yardstick *by, bl_str text, size_t *at)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *form = by->form == BL_SIZE_NFC
                                   ? unorm2_getNFCInstance(&status)
                                   : unorm2_getNFDInstance(&status);
    UChar units[PIECE];
    int32_t count = 0;

    while (*at < text.size && count + 2 <= PIECE) {
        size_t next = *at;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &next);

        if (count != 0 &&
            (U_FAILURE(status) || unorm2_hasBoundaryBefore(form, (UChar32)c)))
            break;
        U16_APPEND_UNSAFE(units, count, c);
        *at = next;
    }
    return U_SUCCESS(status) ? size_in_form(by, form, units, count)
                             : size_of_units(by, units, count);
}

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* White space as XML has it without xml:space="preserve". */
static uint32_t pass_white(const bl_yardstick *by, bl_str text, size_t *at)
{
    const bool first = *at == 0 && !by->before;

    while (*at < text.size && is_white(text.ptr[*at]))
        *at += 1;
    return first || (*at == text.size && !by->behind) ? 0 : size_of(by, ' ');
}

/* What stands at *at, which moves behind it: how much that is. */
static uint32_t pass(const bl_yardstick *by, bl_str text, size_t *at)
{
    size_t start = *at;
    uint32_t c;

    if (!by->preserve && is_white(text.ptr[start]))
        return pass_white(by, text, at);
    c = bl_utf8_next(text.ptr, text.size, at);
    if (by->unit == BL_SIZE_GLYPH) {
        *at = pass_cluster(text, start);
        return c != sentinel;
    }
    /* Nothing below U+00C0 comes apart, and nothing joins a sign of ASCII
     * that has another behind it. */
    if (by->form == BL_SIZE_AS_IS ||
        (c < 0x80 && (*at == text.size || (unsigned char)text.ptr[*at] < 0x80)))
        return size_of(by, c);
    *at = start;
    return pass_piece(by, text, at);
}

/* ---- texts -------------------------------------------------------------- */

/* Up to the end, or before the step by which it is longer than `most`. */
static uint64_t walk(const bl_yardstick *by, bl_str text, uint64_t most,
                     size_t *at)
{
    uint64_t sum = by->unit == BL_SIZE_ROW && text.size != 0;
    uint64_t longest = 0;

    for (*at = 0; *at < text.size;) {
        size_t next = *at;
        const bool ends = by->unit == BL_SIZE_COLUMN && by->preserve &&
                          text.ptr[*at] == '\n';

        sum += pass(by, text, &next);
        if (sum > most)
            break;
        longest = sum > longest ? sum : longest;
        sum = ends ? 0 : sum;
        *at = next;
    }
    return sum > longest ? sum : longest;
}

uint64_t bl_length(const bl_yardstick *by, bl_str text)
{
    size_t at;

    return walk(by, text, UINT64_MAX, &at);
}

bl_yardstick bl_yardstick_within(const bl_yardstick *by, size_t index,
                                 size_t count)
{
    bl_yardstick within = *by;

    within.before = within.before || index != 0;
    within.behind = within.behind || index + 1 < count;
    return within;
}

uint64_t bl_length_of_segments(const bl_yardstick *by,
                               const bl_segment *segments, size_t count,
                               bl_side_id side)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < count; i++) {
        const bl_segment *segment = &segments[i];
        const bl_yardstick within = bl_yardstick_within(by, i, count);
        const bl_text *text =
            side == BL_TARGET && (segment->target.present || segment->checked)
                ? &segment->target
                : &segment->source;

        sum += bl_length(&within, bl_str_of(text->ptr, text->size));
    }
    return sum;
}

uint32_t bl_length_cut(const bl_yardstick *by, bl_str text, uint64_t most)
{
    size_t at;

    walk(by, text, most, &at);
    return (uint32_t)at;
}
