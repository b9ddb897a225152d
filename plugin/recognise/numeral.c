/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Digits with separators: every value that they can have, the likeliest
 * first.
 *
 *   "1,234" (en) -> 1234, or 1.234 by the habit of others
 *   "1.234" (en) -> 1.234, or 1234
 *   "4.58"  (vi) -> 4.58, but not as Vietnamese writes it
 *   "1 234" (fr) -> 1234;  "1,00,000" (hi) -> 100000
 *   "1.2.3", "۱٫۲٫۳" -> no number
 */
#include "recognise/scan.h"

#include "base/hash.h"
#include "text/utf8.h"

enum { GROUPS_MAX = 12 };

/* Separators that people exchange freely are one class. */
typedef enum separator {
    SEPARATOR_NONE,
    SEPARATOR_POINT,      /* . U+FF0E */
    SEPARATOR_COMMA,      /* , U+FF0C U+060C */
    SEPARATOR_SPACE,      /* U+0020, U+00A0, U+202F, U+2009 */
    SEPARATOR_APOSTROPHE, /* ' U+2019 */
    SEPARATOR_ARABIC_DECIMAL,
    SEPARATOR_ARABIC_GROUP
} separator;

typedef struct groups {
    size_t token[GROUPS_MAX];
    uint32_t digits[GROUPS_MAX];
    separator before[GROUPS_MAX]; /* of each group but the first */
    int count;
    int64_t value; /* of all digits in a row; -1: too many */
} groups;

static separator class_of(uint32_t c)
{
    switch (c) {
    case '.':
    case 0xff0e:
        return SEPARATOR_POINT;
    case ',':
    case 0xff0c:
    case 0x060c:
        return SEPARATOR_COMMA;
    case '\'':
    case 0x2019:
        return SEPARATOR_APOSTROPHE;
    case 0x066b:
        return SEPARATOR_ARABIC_DECIMAL;
    case 0x066c:
        return SEPARATOR_ARABIC_GROUP;
    case ' ':
        return SEPARATOR_SPACE;
    default:
        return bl_is_fixed_space(c) ? SEPARATOR_SPACE : SEPARATOR_NONE;
    }
}

static const bl_number_style *style_of(const bl_scan *scan, size_t at)
{
    return (scan->tokens[at].flags & BL_TOKEN_ASCII) != 0
               ? &scan->language->symbols.latin
               : &scan->language->symbols.native;
}

/* CLDR knows how a language writes numbers in the digits that it prefers. In
 * other digits, and in a region that is none, habits differ. */
static bool is_lenient(const bl_scan *scan, size_t at)
{
    return (scan->tokens[at].flags & BL_TOKEN_ASCII) == 0 ||
           scan->language->symbols.native.zero != '0' ||
           scan->language->symbols.varies;
}

/* A space or an apostrophe between thousands can be taken for nothing else. */
static bool is_neutral(separator kind)
{
    return kind == SEPARATOR_SPACE || kind == SEPARATOR_APOSTROPHE;
}

static bool is_three_digits(const bl_scan *scan, size_t at)
{
    const bl_token *token = bl_scan_token(scan, at);

    return token != NULL && token->kind == BL_TOKEN_NUMBER &&
           token->gap == BL_GAP_SPACE &&
           (token->flags & (BL_TOKEN_SIGN | BL_TOKEN_MASKED)) == 0 &&
           bl_scan_digits(scan, at) == 3;
}

/* The 32 of "uint32 180": digits that end a name begin no other number. */
static bool ends_name(const bl_scan *scan, size_t at)
{
    const bl_token *before = at > 0 ? &scan->tokens[at - 1] : NULL;

    return before != NULL && scan->tokens[at].gap == BL_GAP_NONE &&
           before->kind == BL_TOKEN_WORD &&
           before->word->letter_case != BL_CASE_NONE &&
           !bl_scan_has_before(scan, at, BL_SENSE_CURRENCY);
}

/* Whether "5 000" is one number here: after a space that does not break, or
 * where the locale groups by spaces; "1 234 567" is one anywhere. */
static bool is_spaced_group(const bl_scan *scan, const groups *found,
                            size_t at)
{
    const bl_token *token = bl_scan_token(scan, at);

    if (token == NULL || token->kind != BL_TOKEN_NUMBER ||
        (token->flags & (BL_TOKEN_SIGN | BL_TOKEN_MASKED)) != 0 ||
        bl_scan_digits(scan, at) != 3 || found->digits[0] > 3)
        return false;
    if (found->count > 1 && found->before[1] != SEPARATOR_SPACE)
        return false;
    if (token->gap == BL_GAP_FIXED)
        return true;
    return token->gap == BL_GAP_SPACE && !ends_name(scan, found->token[0]) &&
           (class_of(style_of(scan, at)->group) == SEPARATOR_SPACE ||
            found->count > 1 || is_three_digits(scan, at + 1));
}

/* Whether a single digit is one more than that before it: ２，３. */
static bool is_one_more(const bl_scan *scan, size_t before, size_t digits)
{
    return bl_scan_digits(scan, before) == 1 &&
           bl_scan_digits(scan, digits) == 1 &&
           bl_native_number(scan, before, 9) + 1 ==
               bl_native_number(scan, digits, 9);
}

/* The wide comma between narrow digits is one of the sentence, "6.47，95%", and
 * that between neighbours stands for an or: ２，３回, two or three times. */
static bool parts_clauses(const bl_scan *scan, const bl_token *sign,
                          size_t digits)
{
    return (sign->c == 0xff0c || sign->c == 0xff0e) &&
           ((scan->tokens[digits].flags & BL_TOKEN_ASCII) != 0 ||
            (sign->c == 0xff0c && is_one_more(scan, digits - 2, digits)));
}

static void collect(const bl_scan *scan, size_t at, groups *found)
{
    found->count = 1;
    found->token[0] = at;
    found->digits[0] = (uint32_t)bl_scan_digits(scan, at);
    while (found->count < GROUPS_MAX) {
        const bl_token *next = bl_scan_token(scan, at + 1);
        separator kind = SEPARATOR_NONE;

        if (next != NULL && next->kind == BL_TOKEN_PUNCT &&
            next->gap == BL_GAP_NONE && bl_scan_glued_number(scan, at + 2) &&
            !parts_clauses(scan, next, at + 2)) {
            kind = class_of(next->c);
            at += 2;
        } else if (is_spaced_group(scan, found, at + 1)) {
            kind = SEPARATOR_SPACE;
            at += 1;
        }
        if (kind == SEPARATOR_NONE)
            return;
        found->token[found->count] = at;
        found->digits[found->count] = (uint32_t)bl_scan_digits(scan, at);
        found->before[found->count++] = kind;
    }
}

/* ---- values ------------------------------------------------------------- */

/* The value of the character at *at, which moves behind it. */
static int next_digit(const bl_scan *scan, const bl_token *token, size_t *at)
{
    const uint32_t c = bl_utf8_next(scan->text, token->limit, at);

    return (token->flags & BL_TOKEN_ASCII) != 0 ? (int)(c - '0')
                                                : bl_digit_value(c);
}

int64_t bl_native_number(const bl_scan *scan, size_t at, int64_t limit)
{
    const bl_token *token = &scan->tokens[at];
    int64_t value = 0;

    for (size_t i = token->start; i < token->limit;) {
        value = value * 10 + next_digit(scan, token, &i);
        if (value > limit)
            return -1;
    }
    return value;
}

/* The digits of all groups as one integer, or -1 where they are more than a
 * decimal holds. */
static int64_t join(const bl_scan *scan, const groups *found)
{
    int64_t value = 0;
    int digits = 0;

    for (int i = 0; i < found->count; i++) {
        const bl_token *token = &scan->tokens[found->token[i]];

        for (size_t at = token->start; at < token->limit;) {
            if (digits == BL_DECIMAL_DIGITS)
                return -1;
            value = value * 10 + next_digit(scan, token, &at);
            digits += value != 0;
        }
    }
    return value;
}

/* Groups [0, whole) before the decimal sign, the others behind it. */
static void add_reading(const groups *found, int whole, bool native,
                        bl_quantity *to)
{
    int32_t exponent = 0;

    if (found->value < 0)
        return;
    for (int i = whole; i < found->count; i++)
        exponent -= (int32_t)found->digits[i];
    to->value[to->reading_count++] = bl_decimal_of(found->value, exponent);
    if (native)
        to->native_count = to->reading_count;
    if (to->reading_count == 1)
        to->fraction_digits = (uint8_t)(exponent < -255 ? 255 : -exponent);
}

/* Too many digits: good for being equal, not for arithmetic. */
static void make_opaque(const bl_scan *scan, const groups *found,
                        bl_quantity *to)
{
    uint64_t hash = 0;

    for (int i = 0; i < found->count; i++) {
        const bl_token *token = &scan->tokens[found->token[i]];

        for (size_t at = token->start; at < token->limit;) {
            const int digit = next_digit(scan, token, &at);

            if (digit != 0 || hash != 0)
                hash = bl_hash_mix(hash * 31 + (uint64_t)digit + 1);
        }
    }
    to->reading_count = 1;
    to->native_count = 1;
    to->flags |= BL_QUANTITY_OPAQUE;
    to->value[0] = (bl_decimal){ (int64_t)(hash >> 1) | 1, 0 };
}

/* ---- shapes ------------------------------------------------------------- */

/* Whether groups [0, limit) have the lengths of grouped thousands, or of
 * lakhs and crores. */
static bool is_grouped(const groups *found, int limit, bool *indian)
{
    bool three = found->digits[0] <= 3;
    bool two = found->digits[0] <= 2 && limit > 2;

    for (int i = 1; i < limit; i++) {
        three = three && found->digits[i] == 3;
        two = two && found->digits[i] == (i + 1 == limit ? 3u : 2u);
    }
    *indian = two && !three;
    return three || two;
}

static bool begins_with_zero(const bl_scan *scan, const groups *found)
{
    const bl_token *token = &scan->tokens[found->token[0]];
    size_t at = token->start;

    return bl_digit_value(bl_utf8_next(scan->text, token->limit, &at)) == 0;
}

static bool same_separators(const groups *found, int limit)
{
    for (int i = 2; i < limit; i++) {
        if (found->before[i] != found->before[1])
            return false;
    }
    return true;
}

static bool can_be_decimal(separator kind)
{
    return kind == SEPARATOR_POINT || kind == SEPARATOR_COMMA ||
           kind == SEPARATOR_ARABIC_DECIMAL;
}

/* One separator: "1.234", "4,58", "5 000". */
static void read_two(const bl_scan *scan, const groups *found,
                     bl_quantity *to)
{
    const bl_number_style *style = style_of(scan, found->token[0]);
    const separator kind = found->before[1];
    const bool decimal = class_of(style->decimal) == kind;
    const bool group = class_of(style->group) == kind || is_neutral(kind);
    bool indian;
    const bool grouped = is_grouped(found, 2, &indian) &&
                         !begins_with_zero(scan, found) &&
                         kind != SEPARATOR_ARABIC_DECIMAL;

    if (can_be_decimal(kind) && (decimal || !grouped)) {
        add_reading(found, 1, decimal, to);
        if (grouped)
            add_reading(found, 2, false, to);
    } else if (grouped) {
        add_reading(found, 2, group, to);
        if (can_be_decimal(kind))
            add_reading(found, 1, false, to);
    }
}

/* Several: "1,234,567", "1.234,5", "1,00,000". */
static void read_many(const bl_scan *scan, const groups *found,
                      bl_quantity *to)
{
    const bl_number_style *style = style_of(scan, found->token[0]);
    const int last = found->count - 1;
    const bool group = class_of(style->group) == found->before[1] ||
                       is_neutral(found->before[1]);
    bool indian;

    if (same_separators(found, found->count)) {
        if (is_grouped(found, found->count, &indian) &&
            !begins_with_zero(scan, found))
            add_reading(found, found->count,
                        group && (!indian ||
                                  scan->language->symbols.group_rest == 2),
                        to);
        return;
    }
    if (same_separators(found, last) &&
        found->before[1] != found->before[last] &&
        can_be_decimal(found->before[last]) &&
        is_grouped(found, last, &indian))
        add_reading(found, last,
                    group && class_of(style->decimal) == found->before[last],
                    to);
}

/* Digits without a sign or a group behind them, as most are. */
static bool read_plain(const bl_scan *scan, size_t at, bl_quantity *to)
{
    int64_t value;

    if (bl_scan_is_kind(scan, at + 1, BL_TOKEN_NUMBER) ||
        bl_scan_is_joined(scan, at + 1))
        return false;
    value = bl_small_number(scan, at, INT64_MAX / 100);
    if (value < 0)
        return false;
    to->value[0] = bl_decimal_of(value, 0);
    to->reading_count = to->native_count = 1;
    return true;
}

/* Whether a comma parts the numbers of a list that has no spaces, "5,6" being
 * the end of "1,3,5,6", or the next size begins there: "2x2,1x1". */
static bool parts_list(const bl_scan *scan, const groups *found)
{
    const size_t at = found->token[0];
    const size_t behind = found->token[found->count - 1] + 1;

    if (found->before[1] != SEPARATOR_COMMA || at < 2 ||
        scan->tokens[at].gap != BL_GAP_NONE ||
        scan->tokens[at - 1].gap != BL_GAP_NONE ||
        scan->tokens[at - 2].kind != BL_TOKEN_NUMBER)
        return false;
    return class_of(scan->tokens[at - 1].c) == SEPARATOR_COMMA ||
           (found->count == 2 && bl_scan_is_times(scan, at - 1) &&
            bl_scan_is_times(scan, behind) &&
            scan->tokens[behind].gap == BL_GAP_NONE);
}

/* "1,2 or 3", one after the other, where a comma is no decimal sign. */
static bool counts_up(const bl_scan *scan, const groups *found)
{
    enum { MOST = 99 };
    const size_t at = found->token[0];
    const size_t behind = found->token[1] + 1;
    int64_t first;

    if (found->count != 2 || found->before[1] != SEPARATOR_COMMA ||
        class_of(style_of(scan, at)->decimal) == SEPARATOR_COMMA ||
        !bl_scan_is_kind(scan, behind, BL_TOKEN_WORD) ||
        !bl_scan_is_kind(scan, behind + 1, BL_TOKEN_NUMBER))
        return false;
    first = bl_small_number(scan, at, MOST);
    return first >= 0 &&
           bl_small_number(scan, found->token[1], MOST) == first + 1 &&
           bl_small_number(scan, behind + 1, MOST) == first + 2;
}

/* Whether it stands between the parts of a code: "1.2.3" and "۱٫۲٫۳". */
static bool parts_code(separator kind)
{
    return kind == SEPARATOR_POINT || kind == SEPARATOR_ARABIC_DECIMAL;
}

/* Several groups of digits. A list without spaces ("1,2,3") or the like is its
 * first number; a code of points ("1.2.3") is left to the caller. */
static void read_groups(const bl_scan *scan, groups *found, bl_quantity *to)
{
    if (parts_list(scan, found) || counts_up(scan, found)) {
        found->count = 1;
        return;
    }
    found->value = join(scan, found);
    if (found->count == 2)
        read_two(scan, found, to);
    else
        read_many(scan, found, to);
    if (to->reading_count == 0 &&
        !(found->count > 2 && parts_code(found->before[1]) &&
          same_separators(found, found->count)))
        found->count = 1;
}

size_t bl_read_numeral(const bl_scan *scan, size_t at, bl_quantity *to)
{
    groups found;

    to->reading_count = to->native_count = 0;
    to->fraction_digits = 0;
    if (read_plain(scan, at, to))
        return at + 1;
    collect(scan, at, &found);
    if (found.count > 1)
        read_groups(scan, &found, to);
    if (found.count == 1) {
        found.value = join(scan, &found);
        add_reading(&found, 1, true, to);
        if (to->reading_count == 0)
            make_opaque(scan, &found, to);
    }
    if (to->reading_count != 0 && is_lenient(scan, at))
        to->native_count = to->reading_count;
    return found.token[found.count - 1] + 1;
}
