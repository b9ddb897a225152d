/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers in words: "two hundred and five thousand", "hai mươi lăm",
 * "zweihundertfünfzig", "二十五万", "twenty-first".
 */
#include "recognise/scan.h"

#include "lexicon/sum.h"
#include "text/chars.h"

/* Letters of a scale word joined by a hyphen: the m of "25-m" is a meter. And
 * of what is an abbreviation, or the beginning of another word: "tri-part". */
enum { JOINED_LETTERS = 3 };

static uint8_t power_of(bl_decimal scale)
{
    return scale.coefficient == 1 && scale.exponent > 0 &&
                   scale.exponent < 100
               ? (uint8_t)scale.exponent
               : 0;
}

/* A particle on the word begins something new: "2011 and millions". */
static bool is_prefixed(const bl_token *token)
{
    return token->word != NULL &&
           (token->word->flags & BL_WORD_PREFIXED) != 0;
}

/* "mil" is a thousand, "mil za hodinu" miles an hour. */
static bool begins_unit(const bl_scan *scan, size_t at, size_t limit)
{
    return bl_scan_limit(scan, at, BL_SENSE_UNIT) > limit;
}

/* "a 5-million deal", "25-тысячная толпа": the number and its scale as one
 * word. */
static bool read_joined_scale(const bl_scan *scan, size_t at,
                              bl_decimal *scale, size_t *limit)
{
    const bl_sense *sense;

    if (!bl_scan_is_hyphen(scan, at) ||
        scan->tokens[at + 1].kind != BL_TOKEN_WORD ||
        scan->tokens[at + 1].word->letters < JOINED_LETTERS)
        return false;
    sense = bl_scan_sense(scan, at + 1, BL_SENSE_SCALE, limit);
    if (sense == NULL)
        return false;
    *scale = bl_decimal_of(sense->value, 0);
    return true;
}

/* Over the 多 of "30多万", which says that it is somewhat more, to the scale
 * behind it; or `at`. */
static size_t skip_more(const bl_scan *scan, size_t at)
{
    size_t next;
    size_t limit;
    const bl_sense *more = bl_scan_sense_near(scan, at, BL_SENSE_VAGUE, &next);

    return more != NULL && (more->flags & BL_SENSE_AFTER) != 0 &&
                   (scan->tokens[at].gap == BL_GAP_NONE ||
                    (scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0) &&
                   bl_scan_sense_near(scan, next, BL_SENSE_SCALE, &limit) !=
                       NULL
               ? next
               : at;
}

bool bl_read_scale(const bl_scan *scan, size_t at, bl_decimal *scale,
                   size_t *limit)
{
    bool found = read_joined_scale(scan, at, scale, limit);

    if (found)
        return true;
    at = skip_more(scan, at);
    *scale = bl_decimal_of(1, 0);
    while (bl_scan_near(scan, at)) {
        size_t next;
        const bl_sense *sense =
            bl_scan_sense(scan, at, BL_SENSE_SCALE, &next);
        bl_decimal product;

        if (sense == NULL || (sense->flags & BL_SENSE_WEAK) != 0 ||
            is_prefixed(&scan->tokens[at]) ||
            begins_unit(scan, at, next) ||
            !bl_decimal_multiply(*scale, bl_decimal_of(sense->value, 0),
                                 &product))
            break;
        *scale = product;
        *limit = at = next;
        found = true;
    }
    return found;
}

/* Whether the digit before tokens[at] is one of tens, hundreds or thousands: the
 * 三 of 六四三十周年, the 30th anniversary of a June 4. */
static bool is_multiplied(const bl_scan *scan, size_t at)
{
    enum { MOST = 1000 };
    const bl_token *next = bl_scan_token(scan, at);
    const bl_sense *sense;

    if (next == NULL || next->gap != BL_GAP_NONE ||
        (next->flags & BL_TOKEN_GLYPH) == 0 || next->word->root == 0)
        return false;
    sense = bl_language_sense(scan->language, next->word->root,
                              BL_SENSE_SCALE);
    if (sense == NULL)
        sense = bl_language_sense(scan->language, next->word->root,
                                  BL_SENSE_CARDINAL);
    return sense != NULL && sense->value >= 10 && sense->value <= MOST;
}

/* A run of digits written as glyphs, place by place: 二〇二五 -> 2025. */
static bool read_places(const bl_scan *scan, size_t at, bl_spelled *to)
{
    int64_t value = 0;
    size_t count = 0;
    bool counted = true; /* each is one more than the one before it */

    for (; at < scan->count && count < 8; at++, count++) {
        const bl_token *token = &scan->tokens[at];
        const bl_sense *sense;

        if ((token->flags & BL_TOKEN_GLYPH) == 0 || token->word->root == 0 ||
            (count != 0 && token->gap != BL_GAP_NONE) ||
            (token->word->set & BL_SENSE_BIT(BL_SENSE_SCALE)) != 0)
            break;
        sense = bl_language_sense(scan->language, token->word->root,
                                  BL_SENSE_CARDINAL);
        if (sense == NULL || sense->value > 9)
            break;
        counted = counted && (count == 0 || sense->value == value % 10 + 1);
        value = value * 10 + sense->value;
    }
    /* Two in a row may be "two, three", and so are three, four, five and six;
     * four are a year. */
    if (count < 3 || counted || is_multiplied(scan, at))
        return false;
    *to = (bl_spelled){ .value = bl_decimal_of(value, 0),
                        .evidence = BL_EVIDENCE_WORD,
                        .limit = at };
    return true;
}

static const bl_sense_set senses_of_numbers =
    BL_SENSE_BIT(BL_SENSE_CARDINAL) | BL_SENSE_BIT(BL_SENSE_SCALE) |
    BL_SENSE_BIT(BL_SENSE_ORDINAL) | BL_SENSE_BIT(BL_SENSE_WITH_HALF) |
    BL_SENSE_BIT(BL_SENSE_WITH_QUARTERS);

static const bl_sense *sense_of(const bl_scan *scan, bl_phrase_node node)
{
    static const bl_sense_kind kinds[] = { BL_SENSE_CARDINAL, BL_SENSE_SCALE,
                                           BL_SENSE_ORDINAL,
                                           BL_SENSE_WITH_HALF };
    const bl_sense *sense = NULL;

    for (int i = 0; node != 0 && sense == NULL && i < 4; i++)
        sense = bl_language_sense(scan->language, node, kinds[i]);
    return sense;
}

/* A word or phrase of one of those senses: the longest one wins, so that
 * "einundzwanzigste" is not read as "eine". */
static const bl_sense *number_sense(const bl_scan *scan, size_t at,
                                    size_t *limit)
{
    const bl_phrase_node node =
        bl_language_match(scan->language, scan->tokens, scan->count, at,
                          senses_of_numbers, limit);

    return sense_of(scan, node);
}

/* Behind an "and": "ba nghìn lẻ năm". */
static bool is_joined(const bl_scan *scan, size_t at)
{
    size_t first;

    return bl_scan_sense_before(scan, at, BL_SENSE_AND, &first) != NULL;
}

/* Whether a weak word beside a number can only be a part of it: it is written
 * onto it, it has no other sense that would go there (the "năm" of "hai mươi
 * năm" is years), or the number goes on behind it ("năm mươi"). */
static bool belongs(const bl_scan *scan, size_t at, size_t limit,
                    const bl_sum *sum, bl_decimal value)
{
    static const bl_sense_set others =
        BL_SENSE_BIT(BL_SENSE_UNIT) | BL_SENSE_BIT(BL_SENSE_CURRENCY) |
        BL_SENSE_BIT(BL_SENSE_YEAR_MARK) |
        BL_SENSE_BIT(BL_SENSE_MONTH_MARK) |
        BL_SENSE_BIT(BL_SENSE_DAY_MARK) | BL_SENSE_BIT(BL_SENSE_HOUR_MARK);
    bl_sum more = *sum;
    const bl_sense *sense;
    size_t next;

    /* A million and a half: the article is one of the half. */
    if (bl_scan_sense_near(scan, limit, BL_SENSE_FRACTION, &next) != NULL &&
        is_joined(scan, at))
        return false;
    if ((scan->tokens[at].word->set & others) == 0 ||
        ((scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
         scan->tokens[at].gap == BL_GAP_NONE) ||
        is_joined(scan, at))
        return true;
    if (!bl_sum_add(&more, value) || !bl_scan_near(scan, limit) ||
        scan->tokens[limit].word == NULL)
        return false;
    sense = number_sense(scan, limit, &next);
    if (sense == NULL || (sense->flags & BL_SENSE_WEAK) != 0)
        return false;
    return sense->kind == BL_SENSE_SCALE
               ? bl_sum_scale(&more, bl_decimal_of(sense->value, 0))
               : bl_sum_add(&more, bl_decimal_of(sense->value, 0));
}

/* "thousand and one" behind a number is a scale and one more part: its first
 * word, where the phrase as a whole does not fit. */
static const bl_sense *first_word(const bl_scan *scan, size_t at,
                                  const bl_sum *sum, const bl_sense *sense,
                                  size_t *limit)
{
    bl_sum more = *sum;
    const bl_sense *first =
        sense_of(scan, scan->tokens[at].word->root);

    if (first == NULL || bl_sum_add(&more, bl_decimal_of(sense->value, 0)))
        return sense;
    *limit = at + 1;
    return first;
}

/* The value with a word that may belong to the number. */
static void note_more(const bl_sum *sum, bl_decimal value, bl_spelled *to)
{
    bl_sum more = *sum;

    to->has_other =
        bl_sum_add(&more, value) && bl_sum_value(&more, &to->other);
}

/* The same with a scale word that means something else as well: "hai tá". */
static void note_scaled(const bl_sum *sum, bl_decimal scale, bl_spelled *to)
{
    bl_sum more = *sum;

    to->has_other = sum->count != 0 && bl_sum_scale(&more, scale) &&
                    bl_sum_value(&more, &to->other);
}

/* A number may be the beginning of a longer word: the "ร้อย" of "ร้อยละ", which
 * is percent, the "tỷ" of "tỷ lệ", which is a rate. */
static bool begins_word(const bl_scan *scan, size_t at, size_t limit)
{
    const bl_sense_set others =
        BL_SENSE_BIT(BL_SENSE_PERCENT) | BL_SENSE_BIT(BL_SENSE_FRACTION);

    return (scan->tokens[at].flags & BL_TOKEN_GLYPH) == 0
               ? bl_scan_begins_word(scan, at, limit)
               : bl_scan_goes_on(scan, at, limit, others);
}

/* A word that is a number and a scale, and no more part of the number before
 * it, is the scale of that: the ألفا of خمسة عشر ألفا, 15,000, is two thousand
 * by itself. The token behind it, or 0. */
static size_t add_as_scale(const bl_scan *scan, size_t at, size_t limit,
                           bl_sum *sum, bl_spelled *to)
{
    size_t next;
    const bl_sense *scale = bl_scan_sense(scan, at, BL_SENSE_SCALE, &next);
    const bl_decimal value =
        bl_decimal_of(scale != NULL ? scale->value : 0, 0);

    if (scale == NULL || next != limit || !bl_sum_scale(sum, value))
        return 0;
    to->scale = (uint8_t)(to->scale + power_of(value));
    to->has_other = false;
    to->ordinal = false;
    to->evidence = BL_EVIDENCE_WORD;
    return next;
}

/* What a word at the beginning of a number is that is a scale only behind
 * digits: "тысячная". */
static const bl_sense *instead_of_scale(const bl_scan *scan, size_t at,
                                        size_t limit, const bl_sense *scale)
{
    size_t next;
    const bl_sense *ordinal =
        scale->kind == BL_SENSE_SCALE && (scale->flags & BL_SENSE_WEAK) != 0
            ? bl_scan_sense(scan, at, BL_SENSE_ORDINAL, &next)
            : NULL;

    return ordinal != NULL && next == limit ? ordinal : scale;
}

/* One more part of the number at tokens[at]; the token behind it, or 0. */
static size_t add_part(const bl_scan *scan, size_t at, bl_sum *sum,
                       bl_spelled *to)
{
    const bl_word *word = scan->tokens[at].word;
    const bool first = sum->count == 0;
    size_t next = at + 1;
    size_t behind;
    const bl_sense *sense;
    bl_decimal value;
    bool weak;
    bool doubtful;

    if ((word->flags & BL_WORD_COMPOUND) != 0) {
        if (!bl_sum_add(sum, bl_decimal_of(word->value, 0)))
            return 0;
        to->evidence = BL_EVIDENCE_WORD;
        to->has_other = false;
        return next;
    }
    sense = number_sense(scan, at, &next);
    if (sense == NULL || begins_word(scan, at, next) ||
        (first && (scan->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
         bl_scan_vague(scan, at, &behind) != NULL && behind > next))
        return 0;
    if (!first && sense->kind != BL_SENSE_SCALE && next > at + 1)
        sense = first_word(scan, at, sum, sense, &next);
    if (first)
        sense = instead_of_scale(scan, at, next, sense);
    weak = (sense->flags & BL_SENSE_WEAK) != 0;
    value = sense->kind == BL_SENSE_WITH_HALF
                ? bl_decimal_of(10 * sense->value + 5, -1)
                : bl_decimal_of(sense->value, 0);
    if (sense->kind == BL_SENSE_SCALE) {
        if (word->letters <= JOINED_LETTERS && bl_scan_is_hyphen(scan, next) &&
            bl_scan_is_kind(scan, next + 1, BL_TOKEN_WORD))
            return 0;
        if (weak) {
            note_scaled(sum, value, to);
            return 0;
        }
        if (bl_scan_begins_hangul(scan, at, next) &&
            number_sense(scan, next, &behind) == NULL) {
            note_scaled(sum, value, to);
            return 0;
        }
        if (!bl_sum_scale(sum, value))
            return 0;
        to->scale = (uint8_t)(to->scale + power_of(value));
        to->has_other = false;
        /* A scale by itself is little evidence: "a million thanks". */
        weak = first;
    } else {
        bl_decimal without;
        bool has_other;

        doubtful = weak && !first;
        if (doubtful && !belongs(scan, at, next, sum, value)) {
            note_more(sum, value, to);
            return 0;
        }
        has_other = doubtful && bl_sum_value(sum, &without);
        if (!bl_sum_add(sum, value))
            return first ? 0 : add_as_scale(scan, at, next, sum, to);
        to->dropped = sense->value > 0 && sense->value < 10 ? to->scale : 0;
        to->scale = 0;
        to->has_other = has_other;
        if (has_other)
            to->other = without;
    }
    to->ordinal = sense->kind == BL_SENSE_ORDINAL;
    if (!weak)
        to->evidence = BL_EVIDENCE_WORD;
    return next;
}

/* "सवा दो" is a quarter more than two, "सवा लाख" than one lakh. The token
 * behind the number, or 0. */
static size_t add_with_quarters(const bl_scan *scan, size_t at, bl_sum *sum,
                                bl_spelled *to)
{
    size_t next;
    size_t limit;
    const bl_sense *quarters =
        bl_scan_sense(scan, at, BL_SENSE_WITH_QUARTERS, &next);
    const bl_sense *number =
        quarters != NULL && bl_scan_near(scan, next) &&
                scan->tokens[next].word != NULL
            ? number_sense(scan, next, &limit)
            : NULL;
    bool scale;

    if (number == NULL || number->kind == BL_SENSE_ORDINAL)
        return 0;
    scale = number->kind == BL_SENSE_SCALE;
    if (!bl_sum_add(sum, bl_decimal_of((scale ? 1 : number->value) * 100 +
                                           (quarters->value - 4) * 25,
                                       -2)))
        return 0;
    to->evidence = BL_EVIDENCE_WORD;
    return scale ? next : limit;
}

/* Above every scale. */
static const bl_decimal no_scale = { 1, 30 };

/* A scale at tokens[at] that takes the number behind it, where scales stand
 * first: "dubu ashirin da daya" is 21 thousand, "dubu dari biyu" 200 thousand.
 * What does not fit below the last part of that number is one more part of the
 * whole: "miliyan daya da dubu biyu". The token behind it, or 0. */
static size_t add_scaled(const bl_scan *scan, size_t at, bl_decimal most,
                         bl_sum *sum, bl_spelled *to)
{
    size_t limit;
    size_t next;
    const bl_sense *sense = number_sense(scan, at, &limit);
    bl_decimal scale;
    bl_decimal value;
    bl_sum part;

    if (sense == NULL || sense->kind != BL_SENSE_SCALE ||
        (sense->flags & BL_SENSE_WEAK) != 0)
        return 0;
    scale = bl_decimal_of(sense->value, 0);
    if (bl_decimal_compare(scale, most) >= 0)
        return 0;
    bl_sum_init(&part);
    for (next = limit;
         bl_scan_near(scan, next) && scan->tokens[next].word != NULL;
         bl_scan_sense_near(scan, limit, BL_SENSE_AND, &next)) {
        size_t end = add_scaled(scan, next, scale, &part, to);

        if (end == 0) {
            sense = number_sense(scan, next, &end);
            if (sense == NULL || sense->kind != BL_SENSE_CARDINAL ||
                !bl_sum_add(&part, bl_decimal_of(sense->value, 0)))
                break;
        }
        limit = next = end;
    }
    /* "dari da daya" behind a scale: a hundred and one. */
    if (part.count == 0 && !bl_decimal_equal(most, no_scale))
        bl_sum_add(&part, bl_decimal_of(1, 0));
    if (!bl_sum_value(&part, &value) ||
        !bl_decimal_multiply(value, scale, &value) || !bl_sum_add(sum, value))
        return 0;
    to->scale = power_of(scale);
    to->evidence = BL_EVIDENCE_WORD;
    return limit;
}

/* Over "and", a hyphen, or a comma behind thousands to the next part: its
 * token, or `at`. */
static size_t skip_joint(const bl_scan *scan, size_t at, bool thousands)
{
    size_t next;

    if (thousands && bl_scan_is(scan, at, ',') && bl_scan_near(scan, at + 1))
        return at + 1;

    if (bl_scan_is_hyphen(scan, at))
        return at + 1;
    if (bl_scan_sense_near(scan, at, BL_SENSE_AND, &next) != NULL)
        return next;
    return skip_more(scan, at);
}

/* A digit at the end, right behind a scale, counts the scale below where the
 * language leaves that out: 一千五, "hai nghìn ba". What it would be otherwise
 * is the other value. */
static void put_dropped_scale(const bl_sum *sum, bl_spelled *spelled)
{
    const bl_decimal digit = sum->addends[sum->count - 1];
    bl_sum more = *sum;
    bl_decimal value;

    more.count--;
    if (spelled->ordinal ||
        !bl_sum_add(&more, bl_decimal_of(digit.coefficient,
                                         digit.exponent +
                                             spelled->dropped - 1)) ||
        !bl_sum_value(&more, &value))
        return;
    if (!spelled->has_other)
        spelled->other = spelled->value;
    spelled->has_other = true;
    spelled->value = value;
}

/* Over the particle that joins tens to units where it is written apart, "ستة و
 * عشرين": their token, or `at`. */
static size_t skip_particle(const bl_scan *scan, size_t at)
{
    const bl_word *word = scan->tokens[at].word;
    size_t next;

    return word != NULL &&
                   bl_scan_sense_near(scan, at, BL_SENSE_AND, &next) != NULL &&
                   bl_form_list_has(&scan->language->prefixes, word->folded) &&
                   bl_scan_near(scan, next)
               ? next
               : at;
}

/* Tens behind their units, joined by a particle: "الخامس والعشرون". The token
 * behind them, or 0. */
static size_t add_tens(const bl_scan *scan, size_t at, bl_sum *sum)
{
    size_t limit;
    size_t next;
    const bl_sense *sense;

    if (!bl_scan_near(scan, at))
        return 0;
    next = skip_particle(scan, at);
    if (next == at && !is_prefixed(&scan->tokens[at]))
        return 0;
    sense = number_sense(scan, next, &limit);
    return sense != NULL && sense->kind != BL_SENSE_SCALE &&
                   bl_sum_tens(sum, bl_decimal_of(sense->value, 0))
               ? limit
               : 0;
}

/* Whether a number may begin with the word; most cannot. */
static bool may_begin(const bl_scan *scan, size_t at)
{
    const bl_word *word = at < scan->count ? scan->tokens[at].word : NULL;

    return word != NULL && ((word->reach & senses_of_numbers) != 0 ||
                            (word->flags & BL_WORD_COMPOUND) != 0);
}

/* Whether it may go on: over a sign, an "and" or the like, with one more word,
 * or with tens. */
static bool may_go_on(const bl_scan *scan, size_t at)
{
    const bl_sense_set senses = senses_of_numbers |
                                BL_SENSE_BIT(BL_SENSE_AND) |
                                BL_SENSE_BIT(BL_SENSE_VAGUE);
    const bl_token *token = bl_scan_token(scan, at);

    if (token == NULL || token->word == NULL)
        return token != NULL && token->kind == BL_TOKEN_PUNCT;
    return (token->word->reach & senses) != 0 ||
           (token->word->flags & (BL_WORD_COMPOUND | BL_WORD_PREFIXED)) != 0;
}

/* What goes on there; the token behind it, or 0. */
static size_t add_more(const bl_scan *scan, size_t at, bl_sum *sum,
                       bl_spelled *spelled)
{
    const size_t next = skip_joint(scan, at, spelled->scale >= 3);
    size_t limit = add_tens(scan, at, sum);

    if (limit != 0) {
        spelled->evidence = BL_EVIDENCE_WORD;
        return limit;
    }
    if (spelled->ordinal || !may_begin(scan, next) ||
        !bl_scan_near(scan, next))
        return 0;
    if (scan->language->scales_words)
        limit = add_scaled(scan, next, no_scale, sum, spelled);
    if (limit == 0)
        limit = add_part(scan, next, sum, spelled);
    if (next != at)
        spelled->dropped = 0;
    return limit;
}

bool bl_read_spelled(const bl_scan *scan, size_t at, bl_spelled *spelled)
{
    bl_sum sum;
    size_t limit;

    if (!may_begin(scan, at))
        return false;
    if (read_places(scan, at, spelled))
        return true;
    *spelled = (bl_spelled){ .evidence = BL_EVIDENCE_WEAK, .limit = at };
    bl_sum_init(&sum);
    limit = add_with_quarters(scan, at, &sum, spelled);
    if (limit == 0 && scan->language->scales_words)
        limit = add_scaled(scan, at, no_scale, &sum, spelled);
    if (limit == 0)
        limit = add_part(scan, at, &sum, spelled);
    while (limit != 0) {
        spelled->limit = limit;
        limit = may_go_on(scan, limit)
                    ? add_more(scan, limit, &sum, spelled)
                    : 0;
    }
    if (!bl_sum_value(&sum, &spelled->value))
        return false;
    if (spelled->dropped > 1 && scan->language->drops_scales)
        put_dropped_scale(&sum, spelled);
    return true;
}
