/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The state of recognising the quantities of one side, shared by the parts
 * of the recogniser: digits, words, dates, times. Nobody else includes this.
 */
#ifndef BL_RECOGNISE_SCAN_H
#define BL_RECOGNISE_SCAN_H

#include "lexicon/language.h"
#include "model/pair.h"
#include "model/quantity.h"
#include "model/token.h"
#include "text/chars.h"
#include "text/utf8.h"

/* A quantity with the tokens that it was read from. */
typedef struct bl_find {
    uint32_t first; /* token */
    uint32_t limit; /* token behind it, its unit included */
    uint16_t kind;  /* bl_entity_kind of the expression that it begins */
    bool joined;    /* part of the expression before it */
    uint8_t calendar; /* BL_CALENDAR_... that its month belongs to; 0: the
                         Gregorian one */
    bl_quantity quantity;
} bl_find;

/* Labels that are looked for in one text; bytes of one that may be a heading,
 * in which brackets may have a unit. */
enum { BL_LABELS_MAX = 16, BL_HEADING_BYTES = 120 };

/* Tokens that may be one. */
typedef struct bl_label {
    uint32_t first;
    uint32_t limit; /* of "tens of thousands of"; 0: of a rate, not known */
} bl_label;

typedef struct bl_scan {
    const bl_alloc *alloc;
    const bl_language *language;
    const char *text;
    const bl_token *tokens;
    const bl_trait_set *traits;
    size_t count;
    bl_find *finds; /* kept from text to text */
    size_t find_count;
    size_t find_room;
    size_t formula; /* token behind the formula that is being read, or 0 */
    bl_span first_formula; /* empty: none */
    bl_label labels[BL_LABELS_MAX];
    size_t label_count;
    bool has_lone_scale; /* a number may be a scale alone, "Millionen Euro" */
    bool labelled;       /* see bl_side */
    bool unreadable; /* see bl_side */
    bool failed;
} bl_scan;

/* A new find that covers tokens [first, limit); NULL without memory. */
bl_find *bl_scan_add(bl_scan *scan, size_t first, size_t limit);

/* The same of one token that is a part of a time; all but an hour belong to
 * what was found before. */
bl_find *bl_scan_add_time(bl_scan *scan, size_t at, int64_t value,
                          uint8_t role);

/* Bytes from the start of a token to the limit of the one before `limit`. */
static inline bl_span bl_scan_span(const bl_scan *scan, size_t first,
                                   size_t limit)
{
    return (bl_span){ scan->tokens[first].start,
                      scan->tokens[limit - 1].limit };
}

static inline const bl_token *bl_scan_token(const bl_scan *scan, size_t at)
{
    return at < scan->count ? &scan->tokens[at] : NULL;
}

/* Digits of a number. */
static inline size_t bl_scan_digits(const bl_scan *scan, size_t at)
{
    const bl_token *token = &scan->tokens[at];
    const size_t size = (size_t)token->limit - token->start;

    return (token->flags & BL_TOKEN_ASCII) != 0
               ? size
               : bl_utf8_points(scan->text + token->start, size);
}

static inline bool bl_scan_is_kind(const bl_scan *scan, size_t at,
                                   bl_token_kind kind)
{
    return at < scan->count && scan->tokens[at].kind == kind;
}

/* Whether tokens[at] is that punctuation and follows without a gap. */
static inline bool bl_scan_is(const bl_scan *scan, size_t at, uint32_t c)
{
    return at < scan->count && scan->tokens[at].kind == BL_TOKEN_PUNCT &&
           scan->tokens[at].c == c && scan->tokens[at].gap == BL_GAP_NONE;
}

/* Whether tokens[at] is a number that follows without a gap. */
static inline bool bl_scan_glued_number(const bl_scan *scan, size_t at)
{
    return at < scan->count && scan->tokens[at].kind == BL_TOKEN_NUMBER &&
           (scan->tokens[at].flags & BL_TOKEN_SIGN) == 0 &&
           scan->tokens[at].gap == BL_GAP_NONE;
}

/* Whether tokens[at] stands on the same line, at most one space behind. */
static inline bool bl_scan_near(const bl_scan *scan, size_t at)
{
    return at < scan->count && scan->tokens[at].gap != BL_GAP_WIDE &&
           (scan->tokens[at].flags & BL_TOKEN_MASKED) == 0;
}

/* Whether tokens[at] is a dash between two things without a space. */
static inline bool bl_scan_is_hyphen(const bl_scan *scan, size_t at)
{
    return at + 1 < scan->count && scan->tokens[at].kind == BL_TOKEN_PUNCT &&
           scan->tokens[at].gap == BL_GAP_NONE &&
           bl_is_dash(scan->tokens[at].c) &&
           scan->tokens[at + 1].gap == BL_GAP_NONE;
}

/* Whether tokens[at] is the sign of a product between two numbers: 21 x 28,
 * 21×28; not the x of 0x1f. */
bool bl_scan_is_product(const bl_scan *scan, size_t at);

static inline bool bl_scan_is_times(const bl_scan *scan, size_t at)
{
    const uint32_t c = at < scan->count ? scan->tokens[at].c : 0;

    return ((c | 0x20) == 'x' || c == 0xd7) && bl_scan_is_product(scan, at);
}

/* ---- what words may say, asked before anything is looked for ------------ */

/* The senses that may begin with the word at tokens[at]. */
static inline bl_sense_set bl_scan_reach(const bl_scan *scan, size_t at)
{
    const bl_word *word = at < scan->count ? scan->tokens[at].word : NULL;

    return (word != NULL ? word : &bl_language_no_word)->reach;
}

/* Those of BL_SENSES_LEADING that may end right before tokens[at]. */
bl_sense_set bl_scan_before(const bl_scan *scan, size_t at);

/* Those of BL_SENSES_FOLLOWING that may belong to a number that ends before
 * tokens[at]: of the word there, and where it is no word by itself (a sign,
 * letters written onto the number, one of a script without spaces) of what
 * stands behind it. */
bl_sense_set bl_scan_behind(const bl_scan *scan, size_t at);

/* Whether a sign that is written onto the number before it is followed by
 * something that is written onto the sign, or by a number. */
static inline bool bl_scan_is_joined(const bl_scan *scan, size_t at)
{
    const bl_token *sign = bl_scan_token(scan, at);

    return at + 1 < scan->count && sign->kind == BL_TOKEN_PUNCT &&
           sign->gap == BL_GAP_NONE &&
           (sign[1].gap == BL_GAP_NONE || sign[1].kind == BL_TOKEN_NUMBER);
}

/* Whether the month stands in letters before `at`: "መስከረም 5/2005", "June
 * 6,2021". */
static inline bool bl_is_behind_month(const bl_scan *scan, size_t at)
{
    const bl_find *find =
        scan->find_count != 0 ? &scan->finds[scan->find_count - 1] : NULL;

    return find != NULL && find->limit == at &&
           find->quantity.role == BL_QUANTITY_MONTH &&
           find->quantity.numeral.start == find->quantity.numeral.limit &&
           bl_scan_near(scan, at);
}

/* Whether a phrase of those senses begins at tokens[at] and ends behind token
 * `limit`. */
bool bl_scan_goes_on(const bl_scan *scan, size_t at, size_t limit,
                     bl_sense_set wanted);

/* Whether a longer word begins at tokens[at] that says no value behind a number
 * either: the "triệu" (million) before `limit` of "triệu chứng" (symptom). */
bool bl_scan_is_longer_word(const bl_scan *scan, size_t at, size_t limit);

static inline bool bl_scan_begins_word(const bl_scan *scan, size_t at,
                                       size_t limit)
{
    return (bl_scan_reach(scan, at) & BL_SENSE_BIT(BL_SENSE_VAGUE)) != 0 &&
           bl_scan_is_longer_word(scan, at, limit);
}

/* ---- phrases ------------------------------------------------------------ */

/* Whether the word has the capitals that the sense wants. */
bool bl_scan_is_written(const bl_word *word, const bl_sense *sense);

/*
 * A phrase of that kind at tokens[at], its sense and the token behind it.
 * A sense that wants a capital letter is passed over where there is none.
 */
const bl_sense *bl_scan_phrase(const bl_scan *scan, size_t at,
                               bl_sense_kind kind, size_t *limit);

static inline const bl_sense *bl_scan_sense(const bl_scan *scan, size_t at,
                                            bl_sense_kind kind, size_t *limit)
{
    return (bl_scan_reach(scan, at) & BL_SENSE_BIT(kind)) != 0
               ? bl_scan_phrase(scan, at, kind, limit)
               : NULL;
}

/* The token behind the phrase of that kind at tokens[at]; 0 where there is
 * none. */
size_t bl_scan_phrase_limit(const bl_scan *scan, size_t at, bl_sense_kind kind);

static inline size_t bl_scan_limit(const bl_scan *scan, size_t at,
                                   bl_sense_kind kind)
{
    return (bl_scan_reach(scan, at) & BL_SENSE_BIT(kind)) != 0
               ? bl_scan_phrase_limit(scan, at, kind)
               : 0;
}

static inline bool bl_scan_has(const bl_scan *scan, size_t at,
                               bl_sense_kind kind)
{
    return bl_scan_limit(scan, at, kind) != 0;
}

/* The same of a phrase on the same line, at most one space behind. */
static inline bool bl_scan_has_near(const bl_scan *scan, size_t at,
                                    bl_sense_kind kind)
{
    return bl_scan_near(scan, at) && bl_scan_has(scan, at, kind);
}

static inline const bl_sense *bl_scan_sense_near(const bl_scan *scan, size_t at,
                                                 bl_sense_kind kind,
                                                 size_t *limit)
{
    return bl_scan_near(scan, at) ? bl_scan_sense(scan, at, kind, limit) : NULL;
}

/* A phrase of that kind that ends right before tokens[at] ("US$", "R$",
 * "A $"), and where it begins. One that stands only behind its number is
 * none. */
const bl_sense *bl_scan_sense_before(const bl_scan *scan, size_t at,
                                     bl_sense_kind kind, size_t *first);
bool bl_scan_has_before(const bl_scan *scan, size_t at, bl_sense_kind kind);

/* The same of senses of which it is known which may be there. */
static inline const bl_sense *
bl_scan_sense_among(const bl_scan *scan, bl_sense_set before, size_t at,
                    bl_sense_kind kind, size_t *first)
{
    return (before & BL_SENSE_BIT(kind)) != 0
               ? bl_scan_sense_before(scan, at, kind, first)
               : NULL;
}

/* ---- numeral.c ---------------------------------------------------------- */

/* Digits and the separators between them at tokens[at]: sets the readings of
 * the quantity, none where it is no number but a code (1.2.3), its places and
 * whether it is OPAQUE. The token behind. */
size_t bl_read_numeral(const bl_scan *scan, size_t at, bl_quantity *to);

/* Value of a token of digits when it is at most `limit`, or else -1; and of one
 * in digits of any script. */
int64_t bl_native_number(const bl_scan *scan, size_t at, int64_t limit);
int64_t bl_small_number(const bl_scan *scan, size_t at, int64_t limit);

/*
 * A word at tokens[at] that says no number, though it begins with one, as 一点
 * and 十分 do in Chinese: "a bit", "very". What belongs to a number makes one of
 * it: 十分钟 is ten minutes, 十分之一 a tenth, 九点十分 ten past nine, 下午一点
 * one in the afternoon. NULL where there is none.
 */
const bl_sense *bl_scan_vague(const bl_scan *scan, size_t at, size_t *limit);

/* Whether the scale at tokens[at] may be the beginning of a Hangul word that
 * is not known: the 조 of "5 조이패드", where "5조원" are trillions. */
bool bl_scan_begins_hangul(const bl_scan *scan, size_t at, size_t limit);

/* Whether tokens[at] is no beginning of a Hangul word: the 넷 of 인터넷, the 자
 * of 사용자. */
bool bl_scan_is_within_hangul(const bl_scan *scan, size_t at);

/* ---- word.c ------------------------------------------------------------- */

/* A number in words. */
typedef struct bl_spelled {
    bl_decimal value;
    bl_decimal other; /* its value without a weak word at its end, or with one
                         that stands behind it: "trăm năm" is 100 or 105 */
    uint8_t evidence; /* bl_evidence */
    uint8_t scale;    /* power of ten of the scale words at its end */
    uint8_t dropped;  /* of the one that a digit at its end stands right
                         behind: 3 of 一千五 */
    bool ordinal;
    bool has_other;
    size_t limit; /* token behind it */
} bl_spelled;

/* The number that begins at tokens[at]; false where there is none. */
bool bl_read_spelled(const bl_scan *scan, size_t at, bl_spelled *spelled);

/* Scale words at tokens[at]: their product and the token behind them; a
 * weak one ("m", "K") is not taken. */
bool bl_read_scale(const bl_scan *scan, size_t at, bl_decimal *scale,
                   size_t *limit);

/* ---- number.c ----------------------------------------------------------- */

/* Whether "24/7" stands there, which is no fraction and no date, and goes
 * without saying where words say the same. */
bool bl_is_round_the_clock(const bl_scan *scan, size_t at);
size_t bl_read_round_the_clock(bl_scan *scan, size_t at);

/* A number in digits or words at tokens[at], with scale and unit: adds finds
 * and returns the token behind, or `at` where there is none. */
size_t bl_read_number(bl_scan *scan, size_t at);

/* ---- code.c ------------------------------------------------------------- */

/* Digits that are no amount: part of a name or code (COVID-19, B-52), parts
 * of a version or address (1.2.3), a telephone number, an argument of a
 * formula. Each adds its finds and returns the token behind, or `at`. Of a
 * name that has one number alone, its sense, or NULL. */
const bl_sense *bl_scan_name_before(const bl_scan *scan, size_t at);
bool bl_is_glued_code(const bl_scan *scan, size_t at, size_t limit);
size_t bl_read_parts(bl_scan *scan, size_t at, size_t limit);
size_t bl_read_telephone_groups(bl_scan *scan, size_t at);
void bl_note_formula(bl_scan *scan, size_t at);

/* Nearly no number has another one behind it, over a sign or none. */
static inline size_t bl_read_telephone(bl_scan *scan, size_t at)
{
    const size_t sign = bl_scan_is_kind(scan, at + 1, BL_TOKEN_PUNCT);

    return bl_scan_is_kind(scan, at + 1 + sign, BL_TOKEN_NUMBER)
               ? bl_read_telephone_groups(scan, at)
               : at;
}

/* Nearly no digits touch anything, or stand behind the name of "COVID 19". */
static inline bool bl_is_code(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_word *before = at > 0 ? scan->tokens[at - 1].word : NULL;

    return (scan->tokens[at].gap == BL_GAP_NONE ||
            (limit < scan->count && scan->tokens[limit].gap == BL_GAP_NONE) ||
            (before != NULL &&
             (before->set & BL_SENSE_BIT(BL_SENSE_NAMED)) != 0)) &&
           bl_is_glued_code(scan, at, limit);
}

/* ---- identifier.c ------------------------------------------------------- */

/* The hash, address or serial number that tokens[at] is part of, with all
 * before it; the token behind, or `at`. */
size_t bl_read_identifier(bl_scan *scan, size_t at);

/* ---- date.c, time.c, minutes.c ------------------------------------------ */

/* A date in digits, a time, or a month, weekday or year with its mark. */
size_t bl_read_date(bl_scan *scan, size_t at);
size_t bl_read_time(bl_scan *scan, size_t at);

/* A number in words at tokens[at] that is an hour by what stands beside it:
 * adds the time and returns the token behind it, or `at`. */
size_t bl_read_hour(bl_scan *scan, size_t at, const bl_spelled *spelled);

/* Minutes that stand before their hour at tokens[at], "quarter to eight":
 * adds the hour and returns the token behind it, or `at`. */
size_t bl_read_minutes_before(bl_scan *scan, size_t at);

/* Whether words at tokens[at] that may be such minutes stand before an amount:
 * "a quarter to 1.5 million". */
bool bl_are_no_minutes(const bl_scan *scan, size_t at);

/* Minutes at tokens[at] behind an hour: how many after it, or below zero how
 * many before; 0 where there are none. *limit: the token behind them. */
int64_t bl_minutes_behind(const bl_scan *scan, size_t at, size_t *limit);

/* The minutes of 七时四十分, spelled out and with their mark; -1 where there are
 * none. *end and *limit: the tokens behind the number and behind the mark. */
int64_t bl_spelled_minutes(const bl_scan *scan, size_t at, size_t *end,
                           size_t *limit);

/* The same where the number of `find` may be an hour, "ocho menos cuarto",
 * which it then is. The token behind, or `at`. */
size_t bl_read_minutes_of(const bl_scan *scan, size_t at, bl_find *find);

/* Whether the number at tokens[at] is the first of two days: "ngày 1-2/8". */
bool bl_begins_days(const bl_scan *scan, size_t at);

/* Once all is found, of texts that have one of these roles: days and years
 * beside months. */
enum {
    BL_MONTH_ROLES = 1 << BL_QUANTITY_MONTH | 1 << BL_QUANTITY_QUARTER |
                     1 << BL_QUANTITY_HALF
};
void bl_join_dates(bl_scan *scan);

/* ---- label.c ------------------------------------------------------------ */

static inline void bl_note_label(bl_scan *scan, size_t first, size_t limit)
{
    if (scan->label_count < BL_LABELS_MAX)
        scan->labels[scan->label_count++] =
            (bl_label){ (uint32_t)first, (uint32_t)limit };
}

/* The same of a phrase that says no value, but may have a scale. */
void bl_note_scale(bl_scan *scan, size_t at, size_t limit);

/* Last of all, labels: what stands at those words, units in brackets and
 * behind the placeholders of the side. */
void bl_read_labels(bl_scan *scan, const bl_side *side);

/* ---- hours.c ------------------------------------------------------------ */

/* And hours whose form says that they are of the morning. */
void bl_settle_hours(bl_scan *scan);

/* Whether the word at tokens [at, limit) leads to the one behind it and is no
 * part of the day: "um 5:40 am Tor". */
bool bl_is_preposition(const bl_scan *scan, size_t at, size_t limit);

/* ---- race.c ------------------------------------------------------------- */

/* Minutes, seconds and their hundredths: 2.03,59; the token behind the
 * seconds' comma, or `at`. */
size_t bl_read_race(bl_scan *scan, size_t at);

/* ---- calendar.c --------------------------------------------------------- */

/* Then years and dates of the language's other calendars. */
void bl_read_calendars(bl_scan *scan);

#endif
