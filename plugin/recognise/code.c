/* SPDX-License-Identifier: Apache-2.0 */
/* Digits that stand for no amount. */
#include "recognise/scan.h"

#include "base/hash.h"
#include "text/chars.h"
#include "text/utf8.h"

/* Tokens of a formula: many that are never closed cost no more than that. */
enum { FORMULA_TOKENS = 400 };

/* Digits of a telephone number (ITU-T E.164 allows 15), and its groups. */
enum { TELEPHONE_LEAST = 7, TELEPHONE_MOST = 15, GROUPS_MAX = 8 };

/* Whether digits are glued to a word that says what they are ("EUR5", "Q1",
 * "FY2024"), or to a particle of a script without capitals ("و50", "تا100"). */
static bool is_apart(const bl_scan *scan, size_t at)
{
    static const bl_sense_kind kinds[] = {
        BL_SENSE_CURRENCY,   BL_SENSE_QUARTER_MARK,
        BL_SENSE_YEAR_MARK,  /* and of particles: */
        BL_SENSE_RANGE_FROM, BL_SENSE_RANGE_TO, BL_SENSE_AND,
    };
    const bl_word *word = scan->tokens[at - 1].word;
    const size_t count = word->letter_case == BL_CASE_NONE ? 6 : 3;
    size_t start;

    for (size_t i = 0; i < count; i++) {
        if (bl_scan_sense_before(scan, at, kinds[i], &start) != NULL)
            return true;
    }
    return count == 6 && bl_language_is_prefix(scan->language, word->folded);
}

/* Whether what stands behind the digits says that they are an amount, of
 * whatever is written before them: the scale of "Kč2.5 million", which is not
 * glued to them as in "CH30MN", and the sign of "PFE95%". */
static bool is_counted(const bl_scan *scan, size_t limit)
{
    size_t end;
    const bl_sense *scale =
        bl_scan_sense_near(scan, limit, BL_SENSE_SCALE, &end);

    if (scale != NULL)
        return (scale->flags & BL_SENSE_WEAK) == 0 && scale->value >= 1000 &&
               (scan->tokens[limit].gap != BL_GAP_NONE ||
                (scan->tokens[limit].flags & BL_TOKEN_GLYPH) != 0);
    return limit < scan->count && scan->tokens[limit].gap == BL_GAP_NONE &&
           scan->tokens[limit].kind == BL_TOKEN_SYMBOL &&
           bl_scan_has(scan, limit, BL_SENSE_PERCENT);
}

const bl_sense *bl_scan_name_before(const bl_scan *scan, size_t at)
{
    size_t start;

    if (at == 0 || !bl_scan_near(scan, at))
        return NULL;
    if (scan->tokens[at].gap != BL_GAP_NONE) { /* "COVID 19" */
        const bl_sense *name =
            bl_scan_sense_before(scan, at, BL_SENSE_NAMED, &start);

        return name != NULL && bl_small_number(scan, at, name->value) ==
                                   name->value
                   ? name
                   : NULL;
    }
    if (scan->tokens[at - 1].kind == BL_TOKEN_PUNCT &&
        bl_is_dash(scan->tokens[at - 1].c))
        at--;
    return bl_scan_sense_before(scan, at, BL_SENSE_NAMED, &start);
}

/* Digits that are part of a name or code: COVID-19, B-52, A4, 5G, 1080p. They
 * touch something. */
bool bl_is_glued_code(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_token *token = &scan->tokens[at];
    const bl_token *next = bl_scan_token(scan, limit);

    if (bl_scan_name_before(scan, at) != NULL)
        return true;
    if (token->gap == BL_GAP_NONE && at > 0) {
        const bl_token *before = &scan->tokens[at - 1];

        if (before->kind == BL_TOKEN_WORD &&
            (before->flags & BL_TOKEN_GLYPH) == 0)
            return !bl_scan_is_times(scan, at - 1) && !is_apart(scan, at) &&
                   !is_counted(scan, limit);
        if (before->kind == BL_TOKEN_PUNCT && before->c == '-' &&
            before->gap == BL_GAP_NONE && at > 1 &&
            scan->tokens[at - 2].kind == BL_TOKEN_WORD &&
            (scan->tokens[at - 2].flags & BL_TOKEN_GLYPH) == 0 &&
            (scan->tokens[at - 2].word->flags & BL_WORD_CAPITAL) != 0)
            return (scan->tokens[at - 2].word->set &
                    BL_SENSE_BIT(BL_SENSE_MONTH)) == 0;
    }
    /* Without capitals it is an ending: "2.5කි", "৫টি". */
    if (next == NULL || next->kind != BL_TOKEN_WORD ||
        next->gap != BL_GAP_NONE || (next->flags & BL_TOKEN_GLYPH) != 0 ||
        next->word->letter_case == BL_CASE_NONE ||
        bl_scan_is_times(scan, limit))
        return false;
    /* An ending: "%50ean" is "in 50 %". */
    if (token->gap == BL_GAP_NONE && at > 0 && scan->tokens[at - 1].c == '%')
        return false;
    return !bl_scan_has(scan, limit, BL_SENSE_ORDINAL_MARK) &&
           !bl_scan_has(scan, limit, BL_SENSE_DECADE_MARK) &&
           !bl_scan_has(scan, limit, BL_SENSE_SCALE) &&
           !bl_scan_has(scan, limit, BL_SENSE_UNIT) &&
           !bl_scan_has(scan, limit, BL_SENSE_PERCENT) &&
           !bl_scan_has(scan, limit, BL_SENSE_TAIL) &&
           !bl_scan_has(scan, limit, BL_SENSE_CURRENCY);
}

/* 1.2.3 and 192.168.0.1: each part is compared by itself; where all of them
 * are missing, as one row of digits. */
size_t bl_read_parts(bl_scan *scan, size_t at, size_t limit)
{
    bool joined = false;

    for (; at < limit; at++) {
        bl_find *find;
        int64_t value = 0;

        if (scan->tokens[at].kind != BL_TOKEN_NUMBER)
            continue;
        find = bl_scan_add(scan, at, at + 1);
        if (find == NULL)
            return limit;
        value = bl_small_number(scan, at, INT64_MAX / 100);
        /* Longer ones are good for being equal alone. */
        if (value < 0) {
            const bl_token *token = &scan->tokens[at];

            value = (int64_t)(bl_hash(scan->text + token->start,
                                      token->limit - token->start, 0) >>
                              1);
            find->quantity.flags |= BL_QUANTITY_OPAQUE;
        }
        find->kind = BL_ENTITY_CODE;
        find->joined = joined;
        find->quantity.role = BL_QUANTITY_PART;
        find->quantity.flags |= BL_QUANTITY_ROW;
        find->quantity.value[0] = bl_decimal_of(value, 0);
        find->quantity.reading_count = 1;
        find->quantity.native_count = 1;
        joined = true;
    }
    return limit;
}

/* ---- telephone numbers -------------------------------------------------- */

typedef struct telephone {
    size_t digits;
    size_t groups;
    uint8_t sizes[GROUPS_MAX];
    bool hyphens; /* nothing but hyphens and points between them */
    size_t limit;
} telephone;

/* One group of digits; false where there is none, or there are too many. */
static bool add_group(const bl_scan *scan, size_t at, telephone *to)
{
    const bl_token *token = &scan->tokens[at];
    const size_t size = bl_scan_digits(scan, at);

    if ((token->flags & BL_TOKEN_SIGN) != 0 || to->groups == GROUPS_MAX ||
        to->digits + size > TELEPHONE_MOST)
        return false;
    to->digits += size;
    to->sizes[to->groups++] = (uint8_t)size;
    to->limit = at + 1;
    return true;
}

/* The group behind the stroke that parts the digits of the area from the
 * others, 030/1234567 or +49 30/1234567; or 0. */
static size_t group_behind_stroke(const bl_scan *scan, size_t at,
                                  const telephone *found)
{
    enum { AREA_SIZE = 3, OWN_SIZE = 5 };
    const bool called = found->groups > 1;

    return bl_scan_is(scan, at, '/') &&
                   bl_scan_glued_number(scan, at + 1) &&
                   scan->tokens[at].gap == BL_GAP_NONE &&
                   found->groups < 3 &&
                   (called || found->sizes[0] >= AREA_SIZE) &&
                   bl_scan_digits(scan, at + 1) >= OWN_SIZE
               ? at + 1
               : 0;
}

/* The group behind what may part two of them: a space, a hyphen, a point, a
 * bracket; or 0. */
static size_t next_group(const bl_scan *scan, size_t at, bool *hyphen)
{
    const bl_token *token = bl_scan_token(scan, at);

    *hyphen = false;
    if (token == NULL || token->gap == BL_GAP_WIDE)
        return 0;
    if (token->kind == BL_TOKEN_NUMBER)
        return token->gap != BL_GAP_NONE ? at : 0;
    if (token->kind != BL_TOKEN_PUNCT ||
        !(token->c == '-' || token->c == '.' || token->c == ')'))
        return 0;
    *hyphen = token->c != ')';
    token = bl_scan_token(scan, at + 1);
    return token != NULL && token->kind == BL_TOKEN_NUMBER &&
                   (token->gap == BL_GAP_NONE || !*hyphen)
               ? at + 1
               : 0;
}

/* +84 24 3936 1234, (024) 3936 1234, 0800 555 111; 555-123-4567. */
static bool is_telephone(const bl_scan *scan, size_t at, const telephone *t)
{
    const bl_token *before = at > 0 ? &scan->tokens[at - 1] : NULL;
    const bool called = scan->tokens[at].gap == BL_GAP_NONE &&
                        before != NULL && before->c == '+';

    if (t->groups < 2 || t->digits < TELEPHONE_LEAST)
        return false;
    if (called)
        return true;
    if (t->sizes[0] > 1 && scan->text[scan->tokens[at].start] == '0')
        return true;
    return t->hyphens && t->groups == 3 && t->sizes[0] == 3 &&
           t->sizes[1] == 3 && t->sizes[2] == 4;
}

size_t bl_read_telephone_groups(bl_scan *scan, size_t at)
{
    telephone found = { .hyphens = true };
    size_t next = at;

    if (scan->text[scan->tokens[at].start] != '0' &&
        scan->tokens[at].limit - scan->tokens[at].start != 3 &&
        (at == 0 || scan->tokens[at - 1].c != '+'))
        return at;
    /* "0800 555 111 24/7" is open day and night. */
    while (next != 0 && !bl_is_round_the_clock(scan, next) &&
           add_group(scan, next, &found)) {
        bool hyphen;

        next = next_group(scan, found.limit, &hyphen);
        if (next == 0)
            next = group_behind_stroke(scan, found.limit, &found);
        if (next != 0)
            found.hyphens = found.hyphens && hyphen;
    }
    return is_telephone(scan, at, &found)
               ? bl_read_parts(scan, at, found.limit)
               : at;
}

/* ---- 24/7 --------------------------------------------------------------- */

bool bl_is_round_the_clock(const bl_scan *scan, size_t at)
{
    int64_t first;
    int64_t last;

    /* Nearly no number has one of the signs behind it. */
    if (!bl_scan_is(scan, at + 1, '/') && !bl_scan_is_times(scan, at + 1))
        return false;
    first = bl_small_number(scan, at, 24);
    last = bl_small_number(scan, at + 2, 24);
    return ((first == 24 && last == 7) || (first == 7 && last == 24)) &&
           bl_scan_glued_number(scan, at + 2) && !bl_scan_is(scan, at + 3, '/');
}

size_t bl_read_round_the_clock(bl_scan *scan, size_t at)
{
    if (!bl_is_round_the_clock(scan, at))
        return at;
    for (size_t i = at; i <= at + 2; i += 2) {
        bl_find *find = bl_scan_add(scan, i, i + 1);

        if (find == NULL)
            return at + 3;
        find->joined = i != at;
        find->quantity.value[0] =
            bl_decimal_of(bl_small_number(scan, i, 24), 0);
        find->quantity.reading_count = 1;
        find->quantity.native_count = 1;
        find->quantity.flags |= BL_QUANTITY_OPTIONAL;
    }
    return at + 3;
}

/* ---- formulas ----------------------------------------------------------- */

/* "CHISQ.INV", "IS_ODD": whether the token before belongs to the name. */
static bool is_name_part(const bl_scan *scan, size_t at)
{
    const bl_token *before = at > 0 ? &scan->tokens[at - 1] : NULL;

    return before != NULL && scan->tokens[at].gap == BL_GAP_NONE &&
           (before->kind == BL_TOKEN_WORD || before->c == '.' ||
            before->c == '_' || before->c == '=');
}

/* Whether tokens[at], in capitals, is a name with its arguments in brackets:
 * SUM(A1;2.5). Their numbers follow the program, not the language. */
void bl_note_formula(bl_scan *scan, size_t at)
{
    size_t first = at;
    size_t depth = 0;

    if (scan->tokens[at].kind != BL_TOKEN_WORD ||
        !bl_scan_is(scan, at + 1, '('))
        return;
    for (size_t i = at + 1; i < scan->count && i < at + FORMULA_TOKENS; i++) {
        if (scan->tokens[i].kind != BL_TOKEN_PUNCT)
            continue;
        depth += scan->tokens[i].c == '(';
        depth -= scan->tokens[i].c == ')';
        if (depth == 0) {
            scan->formula = i;
            if (scan->first_formula.limit != 0)
                return;
            while (is_name_part(scan, first))
                first--;
            scan->first_formula = bl_scan_span(scan, first, i + 1);
            return;
        }
    }
}
