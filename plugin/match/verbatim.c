/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing what stands around a number, token by token. */
#include "match/verbatim.h"

#include "lexicon/language.h"
#include "text/code_span.h"
#include "text/similar.h"

#include <string.h>

/* Letters that a name shares with its translation. */
enum { STEM = 5 };

/* Tokens of a name behind the one that both sides have: "OpenOffice.org". */
enum { NAME_PARTS = 2 };

/* Words in a row that make a stretch of another language or of code; one is
 * enough between quotation marks. */
enum { WORDS = 2, WORDS_QUOTED = 1 };

/* Numbers with letters glued to them, besides this one, that make a list of
 * what may be typed in: "1.5h / 90m / 5400s". */
enum { FORMS = 2 };

/* Digits before and behind the point of a build. */
enum { BUILD_DIGITS = 4, BUILD_PLACES = 4 };

/* Tokens that are looked at on either side of the number, and numbers before
 * it in a list, "OData 2.0, 3.0 or 4.0", of which the first has a name. */
enum { REACH = 12, LISTED = 3 };

/* Numbers on either side of this one that may be behind its name. */
enum { NAMED = 8 };

static bl_str text_of(const bl_side *side, uint32_t at)
{
    return bl_side_text(side, bl_token_span(&side->tokens[at]));
}

/* ---- a name before it -------------------------------------------------------
 */

/* Whether that text is one of the last few tokens up to `at`. */
static bool is_near(const bl_side *side, uint32_t at, bl_str text)
{
    for (uint32_t back = 0; back <= NAME_PARTS && back <= at; back++) {
        if (bl_str_equal(text_of(side, at - back), text))
            return true;
    }
    return false;
}

/* Without a unit. An amount of money has two decimals or none: PHP 7.4 is a
 * version. */
static bool is_bare(const bl_side *side, const bl_quantity *q)
{
    return (q->flags & BL_QUANTITY_SCALED) == 0 &&
           (q->unit == BL_UNIT_NONE ||
            (q->fraction_digits == 1 &&
             bl_unit_is_currency(side->language->units, q->unit)));
}

static bool is_name(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->word->letter_case == BL_CASE_INITIAL ||
            token->word->letter_case == BL_CASE_UPPER ||
            token->word->letter_case == BL_CASE_MIXED);
}

static bool is_acronym(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           token->word->letter_case == BL_CASE_UPPER &&
           token->word->letters > 1;
}

/* "size *1.17", "--ratio=0.75", "-version:3.5" */
static bool is_operator(const bl_token *token, uint32_t start)
{
    return token->limit == start &&
           (token->c == '*' || token->c == '=' ||
            (token->c == ':' && token->gap == BL_GAP_NONE));
}

/* "Linux >= 4.6", with two signs, as nobody but a program compares. */
static bool is_comparison(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at > 0 && token->c == '=' && token->gap == BL_GAP_NONE &&
           (token[-1].c == '>' || token[-1].c == '<' || token[-1].c == '=' ||
            token[-1].c == '!' || token[-1].c == '~');
}

/* Whether a name of two capitals ends with a token: in a word, or in words side
 * by side where not all nouns have one. */
static bool ends_name_of_capitals(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (token->kind != BL_TOKEN_WORD)
        return false;
    return token->word->letter_case == BL_CASE_MIXED ||
           (at > 0 && is_name(token) && is_name(token - 1) &&
            token->gap == BL_GAP_SPACE && !side->language->noun_capitals);
}

/* Whether an acronym in brackets stands before a number, or brackets after one:
 * "Transport Layer Security (TLS) 1.0" and with the two the other way round. */
static bool has_acronym_before(const bl_side *side, uint32_t at)
{
    uint32_t first = at - 1;

    if (at == 0 || side->tokens[first].c != ')')
        return false;
    while (first > 0 && at - first <= REACH && side->tokens[first].c != '(')
        first--;
    return (first + 3 == at && is_acronym(&side->tokens[first + 1])) ||
           (first > 0 && side->tokens[first].c == '(' &&
            is_acronym(&side->tokens[first - 1]));
}

/* "Industry 4.0" and "Industrie 4.0": a name that each language has. */
static bool are_one_name(const bl_token *a, const bl_token *b)
{
    return is_name(a) && is_name(b) &&
           bl_common_prefix(a->word->skeleton, b->word->skeleton) >= STEM;
}

/* What follows the number of the target may look like a unit. */
static bool follows_name(const bl_side *source, const bl_quantity *a,
                         const bl_side *target, const bl_quantity *b)
{
    const uint32_t x = bl_side_token_from(source, a->numeral.start);
    uint32_t y = bl_side_token_from(target, b->numeral.start);

    if (x == 0 || y == 0)
        return false;
    if (has_acronym_before(source, x) && has_acronym_before(target, y))
        return is_bare(source, a);
    /* Two capitals make a name: "ShareAlike 3.0" or "Share Alike 3.0" is a
     * version, even where the target has the words of the name in another
     * order. */
    if (is_bare(source, a) && ends_name_of_capitals(source, x - 1))
        return true;
    if (is_comparison(source, x - 1) && is_comparison(target, y - 1))
        return is_bare(source, a);
    if (is_operator(&target->tokens[y - 1], b->numeral.start))
        return is_near(source, x - 1, text_of(target, y - 1));
    /* HTTP/1.1 */
    if (y > 1 && target->tokens[y - 1].c == '/' &&
        target->tokens[y - 1].limit == b->numeral.start)
        y--;
    return is_name(&target->tokens[y - 1]) && is_bare(source, a) &&
           (is_near(source, x - 1, text_of(target, y - 1)) ||
            are_one_name(&source->tokens[x - 1], &target->tokens[y - 1]));
}

/* ---- a stretch around it ------------------------------------------------ */

/* Tokens that the two sides have in common on one side of the number. */
typedef struct stretch {
    uint32_t size;
    uint32_t words;
    uint32_t forms; /* numbers with letters glued to them: 90m */
    bool quoted; /* it ends in quotation marks */
} stretch;

static bool is_quote(const bl_token *token)
{
    const uint32_t c = token->c;

    return token->kind == BL_TOKEN_PUNCT &&
           (c == '"' || c == 0xab || c == 0xbb ||
            (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a ||
            (c >= 0x300c && c <= 0x300f));
}

/* The x of "10 x 20". */
static bool is_product(const bl_side *side, const bl_token *token)
{
    return token->limit - token->start == 1 &&
           (side->text.ptr[token->start] | 0x20) == 'x';
}

static bool is_in_quantity(const bl_side *side, const bl_token *token)
{
    uint32_t low = 0;
    uint32_t limit = side->quantity_count;

    /* Behind the last one that begins before the token, or with it. */
    while (low < limit) {
        const uint32_t middle = low + (limit - low) / 2;

        if (side->quantities[middle].whole.start <= token->start)
            low = middle + 1;
        else
            limit = middle;
    }
    return low > 0 && token->limit <= side->quantities[low - 1].whole.limit;
}

/* A word that is no unit of another number, and not the sign of a product. */
static bool is_word(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (token->kind != BL_TOKEN_WORD || is_product(side, token))
        return false;
    return !is_in_quantity(side, token);
}

/* The 90 of "90m" in a list of what may be typed in. */
static bool is_form(const bl_side *side, uint32_t at)
{
    const bl_token *next =
        at + 1 < side->token_count ? &side->tokens[at + 1] : NULL;

    return side->tokens[at].kind == BL_TOKEN_NUMBER && next != NULL &&
           next->kind == BL_TOKEN_WORD && next->gap == BL_GAP_NONE &&
           !is_product(side, next);
}

/* From the tokens `x` and `y` on, in steps of +1 or -1. */
static stretch common(const bl_side *source, uint32_t x, const bl_side *target,
                      uint32_t y, uint32_t step)
{
    stretch found = { 0 };

    /* Below 0 a token's place is beyond all others. */
    for (int i = 0;
         i < REACH && x < source->token_count && y < target->token_count;
         i++, x += step, y += step) {
        if (is_quote(&source->tokens[x]) && is_quote(&target->tokens[y])) {
            found.quoted = true;
            break;
        }
        if (!bl_str_equal(text_of(source, x), text_of(target, y)))
            break;
        found.size++;
        found.words += is_word(source, x);
        found.forms += is_form(source, x);
    }
    return found;
}

/* ---- references --------------------------------------------------------- */

/* The (a) of "12.3(a)", a letter in brackets glued to the number. */
static bool has_letter(bl_str text, size_t at)
{
    return at + 2 < text.size && text.ptr[at] == '(' &&
           text.ptr[at + 2] == ')' && (text.ptr[at + 1] | 0x20) >= 'a' &&
           (text.ptr[at + 1] | 0x20) <= 'z';
}

static size_t digits_from(bl_str text, size_t at)
{
    const size_t first = at;

    while (at < text.size && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at - first;
}

/* "22631.3007": so long a number has thousands that are parted, and hardly so
 * many decimals. */
static bool is_build(bl_str text)
{
    const size_t digits = digits_from(text, 0);
    const size_t places =
        digits < text.size && text.ptr[digits] == '.'
            ? digits_from(text, digits + 1)
            : 0;

    return digits >= BUILD_DIGITS && places >= BUILD_PLACES &&
           digits + 1 + places == text.size;
}

/* 802.11: the standards of networks go by the number of the committee that
 * makes them, IEEE 802, mostly without its name; a letter behind it is no
 * unit: 802.11n, 802.11g. */
static bool is_network_standard(bl_str text)
{
    enum { COMMITTEE = 4, PLACES = 2 };

    return text.size > COMMITTEE && memcmp(text.ptr, "802.", COMMITTEE) == 0 &&
           digits_from(text, COMMITTEE) == text.size - COMMITTEE &&
           text.size - COMMITTEE <= PLACES;
}

/* 24.20:31:23, days with a time. */
static bool has_time(bl_str text, size_t at)
{
    enum { DIGITS = 2, SIZE = 3 };

    return at + 2 * SIZE <= text.size && text.ptr[at] == ':' &&
           digits_from(text, at + 1) == DIGITS &&
           text.ptr[at + SIZE] == ':' &&
           digits_from(text, at + SIZE + 1) == DIGITS;
}

/* The "-19" of the clause 52.227-19, where a range would rise. */
static size_t clause_size(const bl_side *side, const bl_quantity *q)
{
    const bl_str text = side->text;
    const size_t at = q->numeral.limit;
    const size_t digits =
        at < text.size && text.ptr[at] == '-' ? digits_from(text, at + 1) : 0;
    const size_t whole = digits_from(text, q->numeral.start);

    return digits != 0 && q->numeral.start + whole < at &&
                   (digits < whole ||
                    (digits == whole &&
                     memcmp(text.ptr + at + 1, text.ptr + q->numeral.start,
                            digits) < 0))
               ? digits + 1
               : 0;
}

static bool are_one_clause(const bl_side *source, const bl_quantity *a,
                           const bl_side *target, const bl_quantity *b)
{
    const size_t size = clause_size(source, a);

    return size != 0 && size == clause_size(target, b) &&
           memcmp(source->text.ptr + a->numeral.limit,
                  target->text.ptr + b->numeral.limit, size) == 0;
}

/* What is read letter for letter, as a clause of a contract or a build. */
static bool is_reference(const bl_side *source, const bl_quantity *a,
                         const bl_side *target, const bl_quantity *b)
{
    return (has_letter(source->text, a->numeral.limit) &&
            has_letter(target->text, b->numeral.limit)) ||
           (bl_is_in_code_span(source->text, a->numeral.start) &&
            bl_is_in_code_span(target->text, b->numeral.start)) ||
           (has_time(source->text, a->numeral.limit) &&
            has_time(target->text, b->numeral.limit)) ||
           are_one_clause(source, a, target, b) ||
           is_network_standard(bl_side_text(source, a->numeral)) ||
           (is_bare(source, a) && is_bare(target, b) &&
            is_build(bl_side_text(source, a->numeral)));
}

/* Whether nothing but codes stands before it. */
static bool opens_text(const bl_side *side, const bl_quantity *q)
{
    uint32_t at = 0;

    while (at < side->token_count && side->tokens[at].kind == BL_TOKEN_CODE)
        at++;
    return at < side->token_count &&
           side->tokens[at].start == q->whole.start;
}

bool bl_is_outline_number(const bl_side *side, const bl_quantity *q)
{
    const uint32_t at = bl_side_token_from(side, q->numeral.limit);
    const bl_token *next = at < side->token_count ? &side->tokens[at] : NULL;

    if (next == NULL || !opens_text(side, q) || !is_bare(side, q))
        return false;
    if (next->c == '.' || next->c == ')')
        return next->gap == BL_GAP_NONE && at + 1 < side->token_count &&
               side->tokens[at + 1].gap != BL_GAP_NONE;
    return next->gap != BL_GAP_NONE && is_name(next) &&
           !side->language->noun_capitals;
}

/* Whether one of the few words before a number is of those whose number is a
 * name: "versions of the program prior to 3.2". */
static bool is_behind_label(const bl_side *side, const bl_quantity *q)
{
    uint32_t at = bl_side_token_from(side, q->whole.start);

    for (int i = 0; i < REACH && at > 0; i++) {
        const bl_word *word = side->tokens[--at].word;

        if (word != NULL && (word->set & BL_SENSE_BIT(BL_SENSE_LABEL)) != 0)
            return true;
    }
    return false;
}

/* From number `i` on the next one near this one with the same digits, or how
 * many numbers there are. */
static uint32_t next_alike(const bl_side *side, const bl_quantity *q,
                           uint32_t i)
{
    const uint32_t at = (uint32_t)(q - side->quantities);
    const bl_str text = bl_side_text(side, q->numeral);

    if (i + NAMED < at)
        i = at - NAMED;
    for (; i < side->quantity_count && i <= at + NAMED; i++) {
        if (i != at &&
            bl_str_equal(bl_side_text(side, side->quantities[i].numeral), text))
            return i;
    }
    return side->quantity_count;
}

/* Two numbers alike, of which the text says nearby that they are the name of
 * something: "Orion 3.2 is out. Since 3.2". */
static bool is_name_nearby(const bl_side *source, const bl_quantity *a,
                           const bl_side *target, const bl_quantity *b)
{
    for (uint32_t i = next_alike(source, a, 0); i < source->quantity_count;
         i = next_alike(source, a, i + 1)) {
        for (uint32_t j = next_alike(target, b, 0); j < target->quantity_count;
             j = next_alike(target, b, j + 1)) {
            if (follows_name(source, &source->quantities[i], target,
                             &target->quantities[j]))
                return true;
        }
    }
    return false;
}

/* A version, as far from its name as that may stand. */
static bool is_version(const bl_side *source, const bl_quantity *a,
                       const bl_side *target, const bl_quantity *b)
{
    return is_bare(source, a) && is_bare(target, b) &&
           b->fraction_digits != 0 &&
           ((is_behind_label(source, a) && is_behind_label(target, b)) ||
            is_name_nearby(source, a, target, b));
}

/* The number that a word or a comma parts from this one; NULL: there is
 * none. */
static const bl_quantity *listed_before(const bl_side *side,
                                        const bl_quantity *q)
{
    const uint32_t at = bl_side_token_from(side, q->whole.start);

    return q != side->quantities && at >= 2 &&
                   side->tokens[at - 2].limit == q[-1].whole.limit &&
                   (side->tokens[at - 1].kind == BL_TOKEN_WORD ||
                    side->tokens[at - 1].c == ',')
               ? q - 1
               : NULL;
}

static bool are_written_alike(const bl_side *source, const bl_quantity *a,
                              const bl_side *target, const bl_quantity *b)
{
    return bl_str_equal(bl_side_text(source, a->numeral),
                        bl_side_text(target, b->numeral));
}

/* By what stands around it alone. */
static bool is_verbatim_here(const bl_side *source, const bl_quantity *a,
                             const bl_side *target, const bl_quantity *b)
{
    const uint32_t x = bl_side_token_from(source, a->whole.start);
    const uint32_t y = bl_side_token_from(target, b->whole.start);
    stretch before;
    stretch behind;

    if (!are_written_alike(source, a, target, b))
        return false;
    if (source->formula.limit != 0 ||
        (bl_is_outline_number(source, a) && opens_text(target, b)))
        return true;
    if (is_reference(source, a, target, b) ||
        follows_name(source, a, target, b) || is_version(source, a, target, b))
        return true;
    before = common(source, x - 1, target, y - 1, (uint32_t)-1);
    behind = common(source, bl_side_token_from(source, a->whole.limit), target,
                    bl_side_token_from(target, b->whole.limit), 1);
    if (before.quoted && behind.quoted && before.size + behind.size == 0)
        return true; /* version="1.0" */
    return before.words + behind.words >= WORDS ||
           before.forms + behind.forms >= FORMS ||
           (before.quoted && behind.quoted &&
            before.words + behind.words >= WORDS_QUOTED);
}

bool bl_is_verbatim(const bl_side *source, const bl_quantity *a,
                    const bl_side *target, const bl_quantity *b)
{
    for (int i = 0; i <= LISTED && a != NULL && b != NULL; i++) {
        if (is_verbatim_here(source, a, target, b))
            return true;
        if (!is_bare(source, a) || !are_written_alike(source, a, target, b))
            return false;
        a = listed_before(source, a);
        b = listed_before(target, b);
    }
    return false;
}
