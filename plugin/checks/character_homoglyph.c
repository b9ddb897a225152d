/* SPDX-License-Identifier: Apache-2.0 */
/*
 * character-homoglyph: a letter of another alphabet, or of another keyboard,
 * stands for one that looks the same.
 *
 * A word of two alphabets is reported where all of its letters have a shape
 * in one of them; else somebody wrote two alphabets on purpose. A word all of
 * whose letters are of another one is reported where that alphabet stands
 * nowhere else. Which alphabet is meant, the source says, or the language.
 *
 * Page, examples and tests: character_homoglyph.md
 */
#include "checks/check.h"
#include "checks/throughout.h"
#include "lexicon/language.h"
#include "text/alphabet.h"
#include "text/oddity.h"
#include "text/utf8.h"

enum { MIXED, FOREIGN, KEYBOARD };

/* Words of a segment that are looked at: nobody reads on. */
enum { WORDS_MOST = 100 };

/* Bytes that one of a word becomes at most: a damaged one is U+FFFD. */
enum { LONGEST = 3 };

/* A word as it would be in one alphabet. */
typedef struct respelling {
    bl_str text;
    uint32_t kept;     /* letters of that alphabet */
    uint32_t replaced; /* letters that became some of it */
    uint32_t letter;   /* the first of those */
    bool possible;
} respelling;

/* ---- one word ----------------------------------------------------------- */

static respelling respell(bl_str word, bl_alphabet wanted, bl_arena *arena)
{
    char *to = bl_arena_alloc(arena, word.size + 1, LONGEST);
    respelling r = { .possible = to != NULL };
    size_t size = 0;

    for (size_t at = 0; at < word.size && r.possible;) {
        uint32_t c = bl_utf8_next(word.ptr, word.size, &at);
        const bl_alphabet own = bl_alphabet_of(c);

        if (own != BL_ALPHABET_NONE && own != wanted) {
            r.letter = r.replaced++ == 0 ? c : r.letter;
            c = bl_lookalike(c, wanted);
            r.possible = c != 0;
        } else if (own != BL_ALPHABET_NONE) {
            r.kept++;
        }
        size += bl_utf8_put(c, to + size);
    }
    r.text = bl_str_of(to, size);
    return r;
}

/* Whether the text has a word of that alphabet which is not in doubt. */
static bool has_alphabet(const bl_side *side, bl_alphabet alphabet)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD &&
            bl_alphabet_of(token->c) == alphabet &&
            (token->word->oddities & BL_ODD_MIXED) == 0)
            return true;
    }
    return false;
}

static bool has_mixed_alphabet(const bl_side *side, bl_alphabet alphabet)
{
    return bl_alphabet_of_locale(&side->language->locale) == alphabet ||
           has_alphabet(side, alphabet);
}

/* Whether a word all of one alphabet is there by mistake: nothing else is of
 * it. A Greek letter by itself is a sign. */
static bool is_stray(const bl_pair *pair, const bl_word *word,
                     const respelling *r)
{
    const bl_alphabet alphabet = bl_alphabet_of(r->letter);

    return (word->letters > 1 || alphabet != BL_ALPHABET_GREEK) &&
           !has_mixed_alphabet(&pair->side[BL_SOURCE], alphabet) &&
           !has_mixed_alphabet(&pair->side[BL_TARGET], alphabet);
}

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* A brand's way of writing, with a letter of its own: "iМаркет". */
static bool is_brand(bl_str word)
{
    size_t at = 0;
    const uint32_t first = bl_utf8_next(word.ptr, word.size, &at);
    const uint32_t second =
        at < word.size ? bl_utf8_next(word.ptr, word.size, &at) : 0;

    return is_between(first, 'a', 'z') &&
           (is_between(second, 0x400, 0x42f) ||
            is_between(second, 0x391, 0x3a9));
}

/* What the word should be; not possible where that is in doubt. */
static respelling meant(const bl_pair *pair, const bl_word *word)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_alphabet own = bl_alphabet_of_locale(&target->language->locale);
    const respelling latin =
        respell(word->text, BL_ALPHABET_LATIN, pair->scratch);
    respelling r = latin;

    if (own > BL_ALPHABET_LATIN) {
        r = respell(word->text, own, pair->scratch);
        if (!r.possible || r.replaced == 0 ||
            (latin.possible && latin.replaced != 0 &&
             bl_str_has(pair->side[BL_SOURCE].text, latin.text)))
            r = latin;
        else if (own == BL_ALPHABET_GREEK && r.kept < 2)
            r.possible = false; /* Δx */
    }
    if (r.replaced == 0 || is_brand(word->text) ||
        (r.kept == 0 && !is_stray(pair, word, &r)))
        r.possible = false;
    return r;
}

/* ---- findings ----------------------------------------------------------- */

static const char *name_of(uint32_t letter)
{
    static const char *const names[] = { "", "Latin", "Greek", "Cyrillic" };

    return names[bl_alphabet_of(letter)];
}

static void emit(const bl_token *token, uint16_t message, const respelling *r,
                 bl_span span, bl_sink *sink)
{
    bl_emission e = { .message = message, .mark_count = 1 };
    char shown[4];

    e.marks[0] = bl_mark_of(BL_TARGET, span);
    e.arguments[0] = token->word->text;
    e.arguments[1] = bl_str_of(shown, bl_utf8_put(r->letter, shown));
    e.arguments[2] = bl_str_z(name_of(r->letter));
    e.fix = (bl_fix){ true, BL_TARGET, span, r->text };
    bl_emit(sink, &e);
}

static void report_mixed(const bl_pair *pair, const bl_token *token,
                         bl_sink *sink)
{
    const respelling r = meant(pair, token->word);

    if (r.possible)
        emit(token, r.kept != 0 ? MIXED : FOREIGN, &r, bl_token_span(token),
             sink);
}

/* A text with the letters that those of another keyboard stand for. */
static respelling retype(const bl_side *side, bl_span span, bl_arena *arena)
{
    const bl_str text = bl_side_text(side, span);
    char *to = bl_arena_alloc(arena, text.size + 1, LONGEST);
    respelling r = { .possible = to != NULL };
    size_t size = 0;

    for (size_t at = 0; at < text.size && r.possible;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);
        const uint32_t other = bl_language_meant(side->language, c);

        if (other != 0)
            r.letter = r.replaced++ == 0 ? c : r.letter;
        size += bl_utf8_put(other != 0 ? other : c, to + size);
    }
    r.text = bl_str_of(to, size);
    return r;
}

/* Told once, from the first such word to the last: who types so does it all
 * over the text. */
static void report_keys(const bl_pair *pair, const bl_token *first,
                        const bl_token *last, bl_sink *sink)
{
    const bl_span span =
        bl_span_join(bl_token_span(first), bl_token_span(last));
    const respelling r =
        retype(&pair->side[BL_TARGET], span, pair->scratch);

    if (r.possible)
        emit(first, KEYBOARD, &r, span, sink);
}

/* Cyrillic keyboards have most letters of Roman numbers: "XХІ". */
static bool is_number(const bl_side *side, const bl_word *word)
{
    return (word->flags & BL_WORD_ROMAN) != 0 &&
           bl_alphabet_of_locale(&side->language->locale) ==
               BL_ALPHABET_CYRILLIC;
}

/* The next word from `at` on whose letters are odd and that does not stand in
 * the source. */
static uint32_t next_word(const bl_pair *pair, uint32_t at, uint32_t *looked)
{
    const bl_side *target = &pair->side[BL_TARGET];

    for (at = bl_side_next_odd(target, at); at < target->token_count;
         at = bl_side_next_odd(target, at + 1)) {
        const bl_token *token = &target->tokens[at];

        if (bl_token_is_word(token) &&
            (token->word->oddities & (BL_ODD_MIXED | BL_ODD_KEYS)) != 0 &&
            !is_number(target, token->word) && (*looked)++ < WORDS_MOST &&
            !bl_str_has(pair->side[BL_SOURCE].text, token->word->text))
            break;
    }
    return at;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_token *first = NULL;
    const bl_token *last = NULL;
    uint32_t looked = 0;

    (void)self;
    for (uint32_t at = next_word(pair, 0, &looked); at < target->token_count;
         at = next_word(pair, at + 1, &looked)) {
        const bl_token *token = &target->tokens[at];

        if ((token->word->oddities & BL_ODD_MIXED) != 0) {
            report_mixed(pair, token, sink);
        } else {
            first = first == NULL ? token : first;
            last = token;
        }
    }
    if (first != NULL)
        report_keys(pair, first, last, sink);
}

/* Who types so does it all over the document. */
static void settle(uint16_t rule, const bl_records *records,
                   bl_report *report)
{
    bl_settle_throughout(rule, KEYBOARD, BL_SOME, BL_INFO, records, report);
}

const bl_check bl_check_character_homoglyph = {
    .id = "character-homoglyph",
    .title = "A letter looks like the right one and is another",
    .category = "character",
    .its_type = "characters",
    .since = "0.1",
    .stage = BL_STABLE,
    .needs = BL_NEEDS_TOKENS,
    .wants = BL_HAS_ODDITIES,
    .messages = {
        [MIXED] = { "mixed", "the {1} in {0} is a {2} letter", BL_ERROR },
        [FOREIGN] = { "foreign", "{0} is written in {2} letters", BL_ERROR },
        [KEYBOARD] = { "keyboard",
                       "the {1} in {0} is no letter of the language",
                       BL_WARNING },
    },
    .run = run,
    .settle = settle,
};
