/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers that stand for something and are grouped as each country does it:
 * telephone numbers, IBANs, numbers of registers and cards. Their digits and
 * letters are the same in one row, whatever parts them: "DE89 3704 0044 ..."
 * and "DE893704 0044...", "+49 30 1234567" and "030 123 45 67".
 */
#include "match/matching.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Characters of one at most, and digits at least. */
enum { ROW_MOST = 40, ROW_LEAST = 7, LETTERS_MOST = 4 };

/* Bytes of a stretch that is looked at, on either side of a number. */
enum { STRETCH_MOST = 128 };

typedef struct row {
    bl_span span; /* in the text; empty: none */
    char text[ROW_MOST];
    size_t size;
    size_t digits;
    bl_str lead;  /* letters right before it: the DE of DE89 3704 */
    bl_str trail; /* and behind it: the CD of 1234-5678-CD */
    bool abroad; /* begins with a plus, behind which is the country */
} row;

static bool is_letter(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

/* A space of any kind that is one in numbers, a hyphen, a bracket, a stroke or
 * a point. */
static bool is_sign(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x202f || c == '-' || c == 0x2010 ||
           c == 0x2011 || c == 0x2013 || c == '(' || c == ')' || c == '/' ||
           c == '.' || c == 0xff08 || c == 0xff09;
}

static bool is_of_row(uint32_t c)
{
    return bl_digit_value(c) >= 0 || is_letter(c) || is_sign(c);
}

/* The stretch of such characters around a number. */
static bl_span stretch_of(bl_str text, bl_span numeral)
{
    bl_span span = numeral;

    while (span.start > 0 && numeral.start - span.start < STRETCH_MOST) {
        const uint32_t c = bl_utf8_before(text.ptr, span.start);

        if (!is_of_row(c))
            break;
        do
            span.start--;
        while ((text.ptr[span.start] & 0xc0) == 0x80);
    }
    while (span.limit < text.size &&
           span.limit - numeral.limit < STRETCH_MOST) {
        size_t next = span.limit;

        if (!is_of_row(bl_utf8_next(text.ptr, text.size, &next)))
            break;
        span.limit = (uint32_t)next;
    }
    return span;
}

/* The 0 of "+49 (0)30", which is not dialled from abroad. */
static bool is_trunk_digit(bl_str text, size_t at)
{
    return at >= 2 && at + 2 < text.size && text.ptr[at] == '0' &&
           text.ptr[at - 1] == '(' && text.ptr[at + 1] == ')';
}

/* The letters that stand right before a place of a text, or before a hyphen
 * there; and behind. No more than a row has. */
static bl_str letters_before(bl_str text, size_t at)
{
    const size_t limit = at > 0 && text.ptr[at - 1] == '-' ? at - 1 : at;
    size_t first = limit;

    while (first > 0 && limit - first <= LETTERS_MOST &&
           is_letter((unsigned char)text.ptr[first - 1]))
        first--;
    return bl_str_of(text.ptr + first, limit - first);
}

static bl_str letters_behind(bl_str text, size_t at)
{
    const size_t first = at < text.size && text.ptr[at] == '-' ? at + 1 : at;
    size_t limit = first;

    while (limit < text.size && limit - first <= LETTERS_MOST &&
           is_letter((unsigned char)text.ptr[limit]))
        limit++;
    return bl_str_of(text.ptr + first, limit - first);
}

/* Adds the letters and digits of a stretch; words at its beginning are none of
 * it, nor is what it has more of than a row may have. */
static void fill(bl_str text, bl_span stretch, row *to)
{
    size_t letters = 0;
    size_t digits_end = stretch.start;
    size_t at = stretch.start;

    while (at < stretch.limit) {
        const size_t from = at;
        const uint32_t c = bl_utf8_next(text.ptr, stretch.limit, &at);
        const int digit = bl_digit_value(c);

        if (digit < 0 && !is_letter(c))
            continue;
        if ((to->digits == 0 && digit < 0) ||
            (to->digits != 0 && to->abroad && is_trunk_digit(text, from)))
            continue;
        if (to->digits == 0) {
            to->span.start = (uint32_t)from;
            to->lead = letters_before(text, from);
            to->abroad = from > 0 && text.ptr[from - 1] == '+';
        }
        letters = digit < 0 ? letters + 1 : 0;
        if (to->size == ROW_MOST || letters > LETTERS_MOST) {
            to->digits = 0;
            return;
        }
        to->text[to->size++] = (char)(digit < 0 ? (int)c : '0' + digit);
        to->digits += digit >= 0;
        to->span.limit = (uint32_t)at;
        digits_end = digit >= 0 ? at : digits_end;
    }
    to->size -= letters;
    if (letters != 0) /* the T of "800 5267. The others" */
        to->span.limit = (uint32_t)digits_end;
    to->trail = letters_behind(text, digits_end);
}

/* A point parts the digits of a row only where another sign does so as well: of
 * 12.345678 it is the sign of decimals. */
static bool has_lone_points(bl_str text, bl_span span)
{
    bool points = false;

    for (uint32_t i = span.start; i < span.limit; i++) {
        if (text.ptr[i] == '-' || text.ptr[i] == '/')
            return false;
        points = points || text.ptr[i] == '.';
    }
    return points;
}

/* The digits that stand at a place of a text. */
static bl_str digits_at(bl_str text, size_t at, size_t limit)
{
    const size_t start = at;

    while (at < limit && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return bl_str_of(text.ptr + start, at - start);
}

/* "8080 / 9090", "1990-2000": a range or a choice, of numbers of one length
 * that become greater. */
static bool are_several(bl_str text, bl_span span)
{
    bl_str last = digits_at(text, span.start, span.limit);
    size_t at = span.start + last.size;
    bl_str next;

    for (; at < span.limit; at += next.size, last = next) {
        bool parted = false;

        while (at < span.limit) {
            size_t behind = at;
            const uint32_t c = bl_utf8_next(text.ptr, span.limit, &behind);

            if (!is_sign(c))
                break;
            parted = parted || c == '/' || bl_is_dash(c);
            at = behind;
        }
        next = digits_at(text, at, span.limit);
        if (!parted || next.size == 0 || next.size != last.size ||
            *last.ptr == '0' || memcmp(last.ptr, next.ptr, next.size) >= 0)
            return false;
    }
    return last.size < span.limit - span.start;
}

/* Where its digits stand, or those of an identifier with letters in it. */
static bl_span digits_of(const bl_quantity *q)
{
    return q->numeral.start != q->numeral.limit ? q->numeral : q->whole;
}

static bool read_row(const bl_side *side, const bl_quantity *q, row *to)
{
    *to = (row){ .size = 0 };
    if (q->evidence != BL_EVIDENCE_DIGITS)
        return false;
    fill(side->text, stretch_of(side->text, digits_of(q)), to);
    return to->digits >= ROW_LEAST && !has_lone_points(side->text, to->span) &&
           (to->abroad || !are_several(side->text, to->span));
}

/* Digits of the code of a country with which a number begins (ITU-T E.164,
 * list of assigned country codes): one in the zones 1 and 7, else two or
 * three. */
static size_t country_size(const char *number)
{
    static const char two[] = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 "
                              "48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 "
                              "66 81 82 84 86 90 91 92 93 94 95 98 ";

    if (*number == '1' || *number == '7')
        return 1;
    for (const char *code = two; *code != '\0'; code += 3) {
        if (memcmp(code, number, 2) == 0)
            return 2;
    }
    return 3;
}

/* Whether digits may be dialled at home before a number of the country: 0, or
 * nothing; what some have instead (ITU-T E.164, list of dialling
 * procedures). */
static bool is_trunk(bl_str country, bl_str trunk)
{
    static const struct {
        const char *country;
        const char *trunk;
    } others[] = { { "1", "1" },    { "36", "06" }, { "370", "8" },
                   { "375", "8" },  { "375", "80" }, { "52", "01" },
                   { "7", "8" },    { "993", "8" } };

    if (trunk.size == 0 || bl_str_equal(trunk, BL_STR("0")))
        return true;
    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        if (bl_str_equal(country, bl_str_z(others[i].country)) &&
            bl_str_equal(trunk, bl_str_z(others[i].trunk)))
            return true;
    }
    return false;
}

/* The same but for the country that one begins with, and for what is dialled at
 * home instead, +7 495 ... and 8 495 ..., or before it: 00 49 .... */
static bool is_same_abroad(const row *abroad, const row *home)
{
    enum { PREFIX = 2 };
    size_t country;
    size_t rest;

    if (!abroad->abroad || home->abroad || abroad->size < ROW_LEAST)
        return false;
    country = country_size(abroad->text);
    rest = abroad->size - country;
    if (home->size == abroad->size + PREFIX &&
        memcmp(home->text, "00", PREFIX) == 0 &&
        memcmp(home->text + PREFIX, abroad->text, abroad->size) == 0)
        return true;
    return rest >= ROW_LEAST && home->size >= rest &&
           is_trunk(bl_str_of(abroad->text, country),
                    bl_str_of(home->text, home->size - rest)) &&
           memcmp(home->text + home->size - rest, abroad->text + country,
                  rest) == 0;
}

/* Of letters beside a row that one of them has and the other does not, nothing
 * is known: "IBAN", "No". */
static bool are_others(bl_str a, bl_str b)
{
    return a.size != 0 && b.size != 0 && !bl_str_equal(a, b);
}

static bool are_same(const row *a, const row *b)
{
    return !are_others(a->lead, b->lead) && !are_others(a->trail, b->trail) &&
           ((a->size == b->size && memcmp(a->text, b->text, a->size) == 0) ||
            is_same_abroad(a, b) || is_same_abroad(b, a));
}

/* All that is open in a row is answered by a number of the other one. */
static void answer(bl_matcher *m, int side, bl_span span, uint32_t partner)
{
    for (uint32_t i = 0; i < m->left_count[side]; i++) {
        const uint32_t at = m->left[side][i];

        if (bl_matcher_is_open(m, side, at) &&
            bl_span_overlaps(digits_of(bl_matcher_get(m, side, at)), span))
            m->pairing[side][at] = (bl_pairing){ (int32_t)partner,
                                                 BL_ANSWER_SOFT, 0 };
    }
}

/* The open number of the target whose row is the same, or -1. */
static int32_t find_same(const bl_matcher *m, const row *wanted, row *found)
{
    for (uint32_t i = 0; i < m->left_count[1]; i++) {
        const uint32_t at = m->left[1][i];

        if (bl_matcher_is_open(m, 1, at) &&
            read_row(m->side[1], bl_matcher_get(m, 1, at), found) &&
            are_same(wanted, found))
            return (int32_t)at;
    }
    return -1;
}

void bl_match_regrouped(bl_matcher *m)
{
    for (uint32_t i = 0; i < m->left_count[0]; i++) {
        const uint32_t at = m->left[0][i];
        row source;
        row target;
        int32_t partner;

        if (!bl_matcher_is_open(m, 0, at) ||
            !read_row(m->side[0], bl_matcher_get(m, 0, at), &source))
            continue;
        partner = find_same(m, &source, &target);
        if (partner < 0)
            continue;
        answer(m, 0, source.span, (uint32_t)partner);
        answer(m, 1, target.span, at);
    }
}
