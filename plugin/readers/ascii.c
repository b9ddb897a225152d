/* SPDX-License-Identifier: Apache-2.0 */
/* Telling text from markup, byte by byte and across any cut. */
#include "readers/ascii.h"

#include "text/utf8.h"

#include <stdint.h>
#include <string.h>

enum {
    TEXT,
    OPEN,      /* behind < */
    TAG,       /* in a start or end tag */
    DOUBLE,    /* in a value in double quotes */
    SINGLE,    /* in a value in single quotes */
    PROCESSED, /* in a processing instruction */
    BANG,      /* behind <! */
    DASH,      /* behind <!- */
    COMMENT,
    CDATA,
    AS_IS /* nothing is replaced any more */
};

/* ---- text ------------------------------------------------------------------ */

static bool is_wide(char c)
{
    return ((unsigned char)c & 0x80) != 0;
}

/* A reference to an entity whose name is not ASCII. */
static bool has_wide_reference(const char *text, const char *limit)
{
    while ((text = memchr(text, '&', (size_t)(limit - text))) != NULL) {
        while (text < limit && *text != ';') {
            if (is_wide(*text++))
                return true;
        }
    }
    return false;
}

/* The size of a longer character of the common kinds, or 0. */
static size_t common_size(const unsigned char *p, size_t left)
{
    if (p[0] >= 0xc2 && p[0] < 0xe0 && left >= 2 && (p[1] & 0xc0) == 0x80)
        return 2;
    return p[0] > 0xe0 && p[0] < 0xed && left >= 3 &&
                   (p[1] & 0xc0) == 0x80 && (p[2] & 0xc0) == 0x80
               ? 3
               : 0;
}

/* Whether libxml2 would take the text: whole characters, and none of the two
 * that XML has not (XML 1.0, production 2). */
static bool is_sound(const char *text, size_t size)
{
    for (size_t at = 0; at < size;) {
        uint64_t x;
        size_t next;
        uint32_t c;

        if (!is_wide(text[at])) {
            for (at++; at + 8 <= size; at += 8) {
                memcpy(&x, text + at, sizeof(x));
                if ((x & UINT64_C(0x8080808080808080)) != 0)
                    break;
            }
            while (at < size && !is_wide(text[at]))
                at++;
            continue;
        }
        next = at + common_size((const unsigned char *)text + at, size - at);
        if (next == at) {
            c = bl_utf8_next(text, size, &next);
            if (next == at + 1 || c == 0xfffe || c == 0xffff)
                return false;
        }
        at = next;
    }
    return true;
}

/* Eight bytes at a time: those with the high bit become DELETE. */
static bool hide(char *text, size_t size)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t seen = 0;
    size_t at = 0;

    for (; at + 8 <= size; at += 8) {
        uint64_t x;
        uint64_t wide;

        memcpy(&x, text + at, sizeof(x));
        wide = (x >> 7 & ones) * 0xff;
        seen |= wide;
        x = (x & ~wide) | (wide & ones * BL_ASCII_HIDDEN);
        memcpy(text + at, &x, sizeof(x));
    }
    for (; at < size; at++) {
        if (is_wide(text[at])) {
            text[at] = BL_ASCII_HIDDEN;
            seen = 1;
        }
    }
    return seen != 0;
}


/* ---- markup ---------------------------------------------------------------- */

static unsigned char enter(bl_ascii *ascii, unsigned char state)
{
    ascii->before[0] = ascii->before[1] = '\0';
    return state;
}

/* Whether c is the > that ends what ends in those two bytes before it. */
static bool is_end(bl_ascii *ascii, char c, char last, char one_but_last)
{
    const bool end =
        c == '>' && ascii->before[1] == last &&
        (one_but_last == '\0' || ascii->before[0] == one_but_last);

    ascii->before[0] = ascii->before[1];
    ascii->before[1] = c;
    return end;
}

/* The state behind one more byte of markup. */
static unsigned char step(bl_ascii *ascii, char c)
{
    switch (ascii->state) {
    case OPEN:
        if (c == '?')
            return enter(ascii, PROCESSED);
        return c == '!' ? BANG : TAG;
    case TAG:
        if (c == '"')
            return DOUBLE;
        if (c == '\'')
            return SINGLE;
        return c == '>' ? TEXT : TAG;
    case DOUBLE:
        return c == '"' ? TAG : DOUBLE;
    case SINGLE:
        return c == '\'' ? TAG : SINGLE;
    case PROCESSED:
        return is_end(ascii, c, '?', '\0') ? TEXT : PROCESSED;
    case BANG:
        if (c == '[')
            return enter(ascii, CDATA);
        return c == '-' ? DASH : AS_IS; /* a DTD */
    case DASH:
        return enter(ascii, COMMENT);
    case COMMENT:
        return is_end(ascii, c, '-', '-') ? TEXT : COMMENT;
    case CDATA:
        return is_end(ascii, c, ']', ']') ? TEXT : CDATA;
    default:
        return AS_IS;
    }
}

/* Over bytes of a tag that mean nothing here. */
static size_t skip(unsigned char state, const char *from, size_t at,
                   size_t size)
{
    const char quote = state == DOUBLE ? '"' : '\'';
    const char *end;

    if (state == TAG) {
        while (at < size && from[at] != '>' && from[at] != '"' &&
               from[at] != '\'')
            at++;
    } else if (state == DOUBLE || state == SINGLE) {
        end = memchr(from + at, quote, size - at);
        at = end != NULL ? (size_t)(end - from) : size;
    }
    return at;
}

/* Whether libxml2 gives out such bytes one by one, as they are. */
static bool is_plain(const char *from, size_t size)
{
    return memchr(from, '\r', size) == NULL &&
           memchr(from, BL_ASCII_HIDDEN, size) == NULL;
}

bool bl_ascii_is_over(const bl_ascii *ascii)
{
    return ascii->state == AS_IS;
}

bool bl_ascii_copy(bl_ascii *ascii, const char *from, size_t size, char *to)
{
    bool hidden = false;
    size_t at = 0;

    memcpy(to, from, size);
    if (!is_plain(from, size))
        ascii->state = AS_IS;
    while (at < size && ascii->state != AS_IS) {
        const char *open;
        size_t more;

        if (ascii->state != TEXT) {
            at = skip(ascii->state, from, at, size);
            if (at < size)
                ascii->state = step(ascii, from[at++]);
            continue;
        }
        open = memchr(from + at, '<', size - at);
        more = open != NULL ? (size_t)(open - from) - at : size - at;
        if (!is_sound(from + at, more) ||
            has_wide_reference(from + at, from + at + more)) {
            ascii->state = AS_IS;
            break;
        }
        hidden = hide(to + at, more) || hidden;
        at += more;
        if (open != NULL) {
            ascii->state = OPEN;
            at++;
        }
    }
    return hidden;
}
