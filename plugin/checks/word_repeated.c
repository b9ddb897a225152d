/* SPDX-License-Identifier: Apache-2.0 */
/*
 * word-repeated: a word is written twice in a row.
 *
 * Many languages double words on purpose (mãi mãi, rumah rumah); where a
 * language does, its dictionary lists the words that are never doubled, and
 * only those are reported. In the others the dictionary lists the few that
 * may be (had had, vous vous), and where a language writes the parts of a word
 * apart, those at which the end of one word may meet the beginning of the next.
 * A text whose source doubles a word too means
 * it.
 *
 * Page, examples and tests: word_repeated.md
 */
#include "checks/check.h"
#include "lexicon/language.h"
#include "text/chars.h"
#include "text/similar.h"


enum { REPEATED };

/* Letters of an ending that a name may have in the source. */
enum { ENDING = 2 };

/* Letters that are doubled in a script without spaces: less are a part of many
 * words, and more are seldom. */
enum { LETTERS_LEAST = 2, LETTERS_MOST = 4 };

/* Tokens [first, limit) between two spaces: a word, or in a script that is
 * read letter by letter and has spaces all the letters of one. */
typedef struct word {
    uint32_t first;
    uint32_t limit;
} word;

static bool is_prose(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0;
}

static word word_at(const bl_side *side, uint32_t at)
{
    word found = { at, at };

    if (at >= side->token_count || !is_prose(&side->tokens[at]))
        return found;
    found.limit++;
    if ((side->tokens[at].flags & BL_TOKEN_GLYPH) == 0)
        return found;
    if (!bl_is_hangul(side->tokens[at].c))
        return (word){ at, at };
    while (found.limit < side->token_count &&
           is_prose(&side->tokens[found.limit]) &&
           (side->tokens[found.limit].flags & BL_TOKEN_GLYPH) != 0 &&
           side->tokens[found.limit].gap == BL_GAP_NONE)
        found.limit++;
    return found;
}

/* "Tab A a ...", "A4 a A3": a single letter is a name or a word by its case. */
static bool is_other_letter(const bl_word *a, const bl_word *b)
{
    return a->letters == 1 && ((a->flags ^ b->flags) & BL_WORD_CAPITAL) != 0;
}

static bool are_equal(const bl_side *side, word a, word b)
{
    for (uint32_t i = 0; i < a.limit - a.first; i++) {
        const bl_word *x = side->tokens[a.first + i].word;
        const bl_word *y = side->tokens[b.first + i].word;

        if (x->folded.size == 0 || x->fold_hash != y->fold_hash ||
            !bl_str_equal(x->folded, y->folded) || is_other_letter(x, y))
            return false;
    }
    return true;
}

/* What a word may stand behind without a space. */
static bool is_opened(uint32_t c)
{
    return bl_is_quote(c) || bl_is_apostrophe(c) || c == '(';
}

/* The word at `at` once more, one space behind: it and where it began. There
 * is a token behind it. */
static bool is_double(const bl_side *side, uint32_t at, word *again)
{
    const bl_token *token = &side->tokens[at];
    word a;

    if (token->kind != BL_TOKEN_WORD ||
        (at != 0 && token->gap == BL_GAP_NONE && !is_opened(token[-1].c)) ||
        ((token->flags & BL_TOKEN_GLYPH) == 0 &&
         token[1].gap != BL_GAP_SPACE))
        return false;
    a = word_at(side, at);
    *again = word_at(side, a.limit);
    if (a.limit == a.first || again->limit == again->first ||
        side->tokens[again->first].gap != BL_GAP_SPACE ||
        a.limit - a.first != again->limit - again->first)
        return false;
    /* A single letter of such a script is a particle or a syllable. */
    if ((side->tokens[at].flags & BL_TOKEN_GLYPH) != 0 &&
        a.limit - a.first < 2)
        return false;
    return are_equal(side, a, *again);
}

/* Whether what stands at `at` belongs to the number before it: a sign that is
 * not the end of a sentence. */
static bool is_glued(const bl_side *side, uint32_t at)
{
    if (at >= side->token_count || side->tokens[at].gap != BL_GAP_NONE)
        return false;
    return side->tokens[at].kind != BL_TOKEN_PUNCT ||
           (at + 1 < side->token_count &&
            side->tokens[at + 1].gap == BL_GAP_NONE);
}

/* "1959 1959": digits by themselves, as many as no thousands have. */
static bool is_double_number(const bl_side *side, uint32_t at)
{
    const bl_token *a = &side->tokens[at];
    const bl_token *b = a + 1;
    const bl_str text = bl_side_text(side, bl_token_span(a));

    return a->kind == BL_TOKEN_NUMBER && b->kind == BL_TOKEN_NUMBER &&
           (a->flags & b->flags & BL_TOKEN_ASCII) != 0 &&
           ((a->flags | b->flags) & (BL_TOKEN_MASKED | BL_TOKEN_KEPT)) == 0 &&
           b->gap == BL_GAP_SPACE && text.size > 1 && text.size != 3 &&
           a->gap == BL_GAP_SPACE && !is_glued(side, at + 2) &&
           side->tokens[at - 1].kind != BL_TOKEN_NUMBER &&
           bl_str_equal(text, bl_side_text(side, bl_token_span(b)));
}

/* The first double from token `at` on and where its second word is, the token
 * behind it for a number; or how many tokens there are. Few tokens are like
 * the one before them; letters of a script without spaces have to be put
 * together first. */
static uint32_t next_double(const bl_side *side, uint32_t at, word *again)
{
    const size_t count = side->token_count;
    size_t next = at;

    while ((next = bl_traits_next(side->traits, count, next + 1,
                                  BL_TRAIT_AGAIN)) < count) {
        at = (uint32_t)next - 1;
        *again = (word){ at + 1, at + 2 };
        if (is_double_number(side, at) || is_double(side, at, again))
            return at;
    }
    return side->token_count;
}

static bool is_number(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_NUMBER;
}

static bool has_word(const bl_side *side, const bl_word *found)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_word *other = side->tokens[i].word;

        if (other != NULL && other->skeleton_hash == found->skeleton_hash &&
            bl_str_equal(other->skeleton, found->skeleton))
            return true;
    }
    return false;
}

/* Whether the source has the word, or one with another ending. */
static bool has_form(const bl_side *side, const bl_word *found)
{
    const size_t size = found->skeleton.size;

    if (has_word(side, found))
        return true;
    if (found->letters <= ENDING + 2)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_word *other = side->tokens[i].word;

        if (other != NULL && (other->flags & BL_WORD_CAPITAL) != 0 &&
            bl_common_prefix(found->skeleton, other->skeleton) + ENDING >=
                size)
            return true;
    }
    return false;
}

/* A word of the dictionary that has its capital by the way: of a title, or
 * because the language writes nouns so; or a name that is known and single. */
static bool is_common(bl_language *language, const bl_word *found)
{
    static const bl_sense_set known =
        BL_SENSE_BIT(BL_SENSE_MONTH) | BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
        BL_SENSE_BIT(BL_SENSE_ENTITY) | BL_SENSE_BIT(BL_SENSE_DEMONYM);

    return (found->set & known) != 0 ||
           bl_language_common(language, found) == BL_VERDICT_GOOD ||
           (language->noun_capitals &&
            bl_language_spelling(language, found) == BL_VERDICT_GOOD);
}

/* Duran Duran, Pago Pago: both with a capital, no word of the dictionary, and
 * in a source that could tell not there at all. */
static bool may_be_name(const bl_pair *pair, const bl_word *a,
                        const bl_word *b)
{
    return (a->flags & b->flags & BL_WORD_CAPITAL) != 0 &&
           !(a->letter_case == BL_CASE_UPPER && a->letters > 1) &&
           !has_form(&pair->side[BL_SOURCE], a) &&
           !is_common(pair->side[BL_TARGET].language, a);
}

/* Li Li, Sang Sang: syllables of a name of the source's language, which doubles
 * them. */
static bool is_syllabic_name(const bl_pair *pair, const bl_word *a,
                             const bl_word *b)
{
    return a->letter_case == BL_CASE_INITIAL &&
           b->letter_case == BL_CASE_INITIAL &&
           bl_language_is_romanized(pair->side[BL_SOURCE].language,
                                    a->skeleton);
}

/* "found in in-person meetings", "Ein ein- oder zweizeiliger Text": the second
 * one belongs to what follows. */
static bool is_of_compound(const bl_side *side, word again)
{
    const bl_token *hyphen = &side->tokens[again.limit];

    return again.limit + 1 < side->token_count &&
           hyphen->kind == BL_TOKEN_PUNCT && bl_is_dash(hyphen->c) &&
           hyphen->gap == BL_GAP_NONE && hyphen[1].kind == BL_TOKEN_WORD;
}

/* Whether the word stands there once more: no name is said three times. */
static bool is_third(const bl_side *side, uint32_t at, uint32_t next)
{
    const word first = word_at(side, at);
    const word third = word_at(side, next);

    return first.limit - first.first == third.limit - third.first &&
           are_equal(side, first, third);
}

/* Whether the words at tokens[at] and behind it, which a space parts, are one
 * word of two parts. */
static bool is_couple(const bl_side *side, uint32_t at)
{
    return at + 1 < side->token_count && is_prose(&side->tokens[at]) &&
           is_prose(&side->tokens[at + 1]) &&
           side->tokens[at + 1].gap == BL_GAP_SPACE &&
           bl_language_is_couple(side->language, side->tokens[at].word->folded,
                                 side->tokens[at + 1].word->folded);
}

/* "hệ thống thống nhất" is two words, "hệ thống thống" one and a half. Where
 * nothing is known of either, what may be doubled is as it should be. */
static bool is_wrong_joint(const bl_side *side, uint32_t at, uint32_t again)
{
    const bl_word *found = side->tokens[at].word;
    const bl_sense *may =
        (found->set & BL_SENSE_BIT(BL_SENSE_DOUBLE)) != 0
            ? bl_language_sense(side->language, found->root, BL_SENSE_DOUBLE)
            : NULL;
    const bool ends = at != 0 && is_couple(side, at - 1);
    const bool begins = is_couple(side, again);

    if (may == NULL)
        return !(ends && begins);
    return (may->flags & BL_SENSE_WEAK) != 0 && ends != begins;
}

/* "Zahlen von VON bis BIS": what is to be typed in, named as what it is. */
static bool is_argument(const bl_word *a, const bl_word *b)
{
    return a->letters > 1 && a->letter_case != b->letter_case &&
           (a->letter_case == BL_CASE_UPPER ||
            b->letter_case == BL_CASE_UPPER);
}

/* "da a a z": a letter that the source names, behind a word that looks so. */
static bool is_letter_named(const bl_pair *pair, const bl_word *letter)
{
    return letter->letters == 1 &&
           has_word(&pair->side[BL_SOURCE], letter);
}

static bool is_wrong(const bl_pair *pair, uint32_t at, word again)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_word *a = side->tokens[at].word;
    const bl_word *b = side->tokens[again.first].word;
    const bool single = (a->set & BL_SENSE_BIT(BL_SENSE_SINGLE)) != 0;

    if (is_of_compound(side, again) || is_letter_named(pair, a) ||
        is_argument(a, b) ||
        (is_syllabic_name(pair, a, b) && !is_third(side, at, again.limit)))
        return false;
    if (side->language->doubles)
        return single ||
               ((a->flags & b->flags & BL_WORD_CAPITAL) != 0 &&
                !may_be_name(pair, a, b));
    return is_wrong_joint(side, at, again.first) &&
           !(at != 0 && may_be_name(pair, a, b) &&
             !is_third(side, at, again.limit));
}

static void report(const bl_side *target, uint32_t at, word again,
                   bl_sink *sink)
{
    const bl_span first = { target->tokens[at].start,
                            target->tokens[again.first - 1].limit };
    const bl_span second = { target->tokens[again.first].start,
                             target->tokens[again.limit - 1].limit };
    bl_emission e = { .message = REPEATED, .mark_count = 1 };

    e.marks[0] = bl_mark_of(BL_TARGET, bl_span_join(first, second));
    e.arguments[0] = bl_side_text(target, first);
    e.fix = (bl_fix){ true, BL_TARGET, (bl_span){ first.limit, second.limit },
                      bl_str_of("", 0) };
    bl_emit(sink, &e);
}

/* Of a script without spaces, in one word. */
static bool are_same_letter(const bl_token *a, const bl_token *b)
{
    return (a->flags & b->flags & BL_TOKEN_GLYPH) != 0 && a->c == b->c &&
           b->gap == BL_GAP_NONE;
}

/* Whether letters of a text without spaces stand there twice: ラボラボ. */
static bool has_double_letters(const bl_side *side)
{
    for (uint32_t at = 0; at + 2 * LETTERS_LEAST <= side->token_count; at++) {
        for (uint32_t n = LETTERS_LEAST;
             n <= LETTERS_MOST && at + 2 * n <= side->token_count; n++) {
            uint32_t same = 0;

            while (same < n && are_same_letter(&side->tokens[at + same],
                                               &side->tokens[at + same + n]))
                same++;
            if (same == n)
                return true;
        }
    }
    return false;
}

/* "very, very far". */
static bool has_double_with_sign(const bl_side *side)
{
    for (uint32_t at = 0; at + 2 < side->token_count; at++) {
        const bl_token *token = &side->tokens[at];

        if (is_prose(token) && token[1].kind == BL_TOKEN_PUNCT &&
            is_prose(token + 2) && token[2].gap == BL_GAP_SPACE &&
            are_equal(side, (word){ at, at + 1 }, (word){ at + 2, at + 3 }))
            return true;
    }
    return false;
}

static bool is_source_double(const bl_side *source)
{
    word unused;

    return next_double(source, 0, &unused) < source->token_count ||
           has_double_with_sign(source) ||
           has_double_letters(source);
}

/* A target with more doubled words than this is no prose, and each is looked
 * for in the whole source. */
enum { DOUBLES_MAX = 100 };

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_side *source = &pair->side[BL_SOURCE];
    bool looked = false;
    word again;
    uint32_t at = next_double(target, 0, &again);

    (void)self;
    for (int doubles = 0; at < target->token_count && doubles < DOUBLES_MAX;
         doubles++) {
        if (is_number(target, at) || is_wrong(pair, at, again)) {
            if (!looked && is_source_double(source))
                return;
            looked = true;
            report(target, at, again, sink);
        }
        at = next_double(target, at + 1, &again);
    }
}

const bl_check bl_check_word_repeated = {
    .id = "word-repeated",
    .title = "A word is written twice",
    .category = "repetition",
    .its_type = "duplication",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .messages = {
        [REPEATED] = { "repeated", "\"{0}\" is written twice in a row",
                       BL_WARNING },
    },
    .run = run,
};
