/* SPDX-License-Identifier: Apache-2.0 */
/*
 * All of the text is in one encoding, or none of it: it has no letter that
 * fonts of Western Windows lack, and its words, which are no syllables as they
 * stand, become some when they are read in the encoding. A foreign name among
 * words of the language becomes none.
 *
 * In: a side. Out: what was misread, and what it is.
 */
#include "recognise/font_text.h"

#include "lexicon/language.h"
#include "text/code_page.h"
#include "text/utf8.h"

/* Words that become good ones for each that does not. */
enum { GOOD_FOR_BAD = 4 };

/* Bytes that one of the text becomes at most. */
enum { LONGEST = BL_SPELLING_PART };

typedef struct reading {
    bl_language *language;
    bl_str text;
    const bl_spelling_changes *encoding;
    bl_arena *arena;
    bool capitals; /* all letters from a to z are, and several there are */
} reading;

/* What a word is in the encoding. */
typedef struct decoded {
    bl_str text;  /* in the arena */
    bool changed; /* some letters become others */
    bool kept;    /* some with marks do not */
    bool plain;   /* it has a letter from a to z */
    bool failed;  /* it has one that the encoding does not have */
} decoded;

/* What was found in a text. */
typedef struct counts {
    uint32_t good;  /* words that are one only in the encoding */
    uint32_t known; /* of these, those that the dictionary has */
    uint32_t kept;  /* that have marks and are the same in it */
    uint32_t bad;   /* that are none in it */
    bl_span first;  /* good word */
    bl_span span;   /* from the first to the last word that becomes another */
} counts;

/* ---- one word ----------------------------------------------------------- */

static bool is_small(unsigned char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_capital(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

/* What is between words. No encoding has letters in the place of dashes and
 * quotation marks of typesetters. */
static bool is_between(uint32_t c)
{
    return c < 0x80 ? !is_small((unsigned char)c) &&
                          !is_capital((unsigned char)c) &&
                          (c < '0' || c > '9')
                    : c == 0xa0 || (c >= 0x2010 && c < 0x2020) ||
                          c == 0x2022 || c == 0x2026 || c == 0xfffc;
}

/* From `at` on, which is moved behind it; empty at the end. */
static bl_span next_word(bl_str text, size_t *at)
{
    bl_span word = { (uint32_t)text.size, (uint32_t)text.size };
    bool within = false;

    while (*at < text.size) {
        const size_t start = *at;

        if (is_between(bl_utf8_next(text.ptr, text.size, at))) {
            if (within)
                return (bl_span){ word.start, (uint32_t)start };
        } else if (!within) {
            word.start = (uint32_t)start;
            within = true;
        }
    }
    return word;
}

/* Fonts of capitals have them in the places of the small letters: whether a
 * word is in one. */
static bool is_in_capitals(const reading *r, bl_str word)
{
    uint32_t capitals = 0;

    for (size_t i = 0; i < word.size; i++) {
        if (is_small((unsigned char)word.ptr[i]))
            return false;
        capitals += is_capital((unsigned char)word.ptr[i]);
    }
    return capitals > (r->capitals ? 0 : 1);
}

static size_t put(const reading *r, const bl_spelling_change *change,
                  bool capitals, char *to)
{
    bl_folded capital = { .size = 0 };

    if (capitals)
        bl_capital(&r->language->locale,
                   bl_str_of(change->to, change->to_size), &capital);
    if (capital.size != 0 && capital.size <= LONGEST) {
        memcpy(to, capital.text, capital.size);
        return capital.size;
    }
    memcpy(to, change->to, change->to_size);
    return change->to_size;
}

static bool is_kept(const bl_spelling_change *change)
{
    return bl_str_equal(bl_str_of(change->from, change->from_size),
                        bl_str_of(change->to, change->to_size));
}

static decoded decode(const reading *r, bl_str word)
{
    const bool capitals = is_in_capitals(r, word);
    char *to = bl_arena_alloc(r->arena, word.size + 1, LONGEST);
    decoded d = { .failed = to == NULL };
    size_t size = 0;

    for (size_t at = 0; at < word.size && !d.failed;) {
        const unsigned char c = (unsigned char)word.ptr[at];
        const bl_spelling_change *change = bl_spelling_changes_find(
            r->encoding, bl_str_of(word.ptr + at, word.size - at));

        d.plain |= is_small(c) || is_capital(c);
        if (change == NULL) {
            d.failed = c >= 0x80;
            to[size++] = word.ptr[at++];
            continue;
        }
        if (is_kept(change))
            d.kept = true;
        else
            d.changed = true;
        size += put(r, change, capitals, to + size);
        at += change->from_size;
    }
    d.text = bl_str_of(to, d.failed ? 0 : size);
    return d;
}

static bool is_syllable(const reading *r, bl_str text)
{
    const bl_word *word = bl_language_word(r->language, text, r->arena);

    return word != NULL &&
           bl_language_syllable(r->language, word) == BL_VERDICT_GOOD;
}

/* Whether a word that was decoded makes sense: ThĂng does not. */
static bool is_good(const reading *r, const decoded *d)
{
    return !d->failed && bl_case_of(d->text) != BL_CASE_MIXED &&
           is_syllable(r, d->text);
}

static bool is_in_dictionary(const reading *r, bl_str text)
{
    const bl_word *word = bl_language_word(r->language, text, r->arena);

    return word != NULL &&
           bl_language_common(r->language, word) == BL_VERDICT_GOOD;
}

/* ---- a text ------------------------------------------------------------- */

/* A word that is one of the language as it stands says nothing. */
static void count_word(const reading *r, bl_span span, counts *n)
{
    const bl_str word =
        bl_str_of(r->text.ptr + span.start, span.limit - span.start);
    const decoded d = decode(r, word);

    n->kept += d.kept && !d.changed;
    if (!d.failed && !(d.changed && d.plain))
        return;
    if (!is_good(r, &d)) {
        n->bad++;
        return;
    }
    n->span = n->span.limit == 0 ? span : bl_span_join(n->span, span);
    if (is_syllable(r, word))
        return;
    n->known += is_in_dictionary(r, d.text);
    if (n->good++ == 0)
        n->first = span;
}

/* One word may be a foreign name by chance. */
static bool is_found(const counts *n)
{
    return n->good >= n->bad * GOOD_FOR_BAD &&
           (n->good > 1 || (n->known != 0 && n->kept == 0));
}

/* Greater than 0 where the first one says more. */
static int compare(const counts *a, const counts *b)
{
    return a->known != b->known ? (a->known > b->known ? 1 : -1)
                                : (a->good > b->good) - (a->good < b->good);
}

static counts count_words(const reading *r)
{
    counts n = { .good = 0 };

    for (size_t at = 0; at < r->text.size;) {
        const bl_span word = next_word(r->text, &at);

        if (word.start != word.limit)
            count_word(r, word, &n);
    }
    return n;
}

/* What is not of the encoding stays as it is. */
static bl_str decode_span(const reading *r, bl_span span, bool *certain)
{
    const bl_str text =
        bl_str_of(r->text.ptr + span.start, span.limit - span.start);
    char *to = bl_arena_alloc(r->arena, text.size + 1, LONGEST);
    size_t size = 0;
    size_t kept = 0;

    *certain = true;
    for (size_t at = 0; to != NULL && at < text.size;) {
        const bl_span word = next_word(text, &at);
        const bl_str raw =
            bl_str_of(text.ptr + word.start, word.limit - word.start);
        const decoded d = decode(r, raw);
        const bl_str made = d.failed ? raw : d.text;

        *certain = *certain && (is_good(r, &d) || !(d.failed || d.changed));
        memcpy(to + size, text.ptr + kept, word.start - kept);
        size += word.start - kept;
        if (made.size != 0)
            memcpy(to + size, made.ptr, made.size);
        size += made.size;
        kept = word.limit;
    }
    return bl_str_of(to, size);
}

/* Whether fonts of Western Windows have all letters of it; false where these
 * are no others than those of English. */
static bool may_be_encoded(bl_str text)
{
    bool others = false;

    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        if (c < 0x80 || c == 0xfffc)
            continue;
        others = true;
        if (bl_page_byte(BL_PAGE_1252, c) < 0)
            return false;
    }
    return others;
}

/* The side is such text in one of its encodings, or none. */
static bool read_font_text(const bl_side *side, bl_arena *arena,
                           bl_misread *found)
{
    reading r = { .language = side->language, .text = side->text,
                  .arena = arena };
    const bl_spelling_changes *best = NULL;
    counts most = { .good = 0 };
    bool alone = true; /* no other encoding says as much */
    bool certain;

    r.capitals = is_in_capitals(&r, side->text);
    for (size_t i = 0; i < side->language->encoding_count; i++) {
        counts n;

        r.encoding = &side->language->encodings[i];
        n = count_words(&r);
        if (!is_found(&n) || compare(&n, &most) < 0)
            continue;
        alone = compare(&n, &most) > 0;
        if (!alone)
            continue;
        most = n;
        best = r.encoding;
    }
    if (best == NULL)
        return false;
    r.encoding = best;
    found->span = most.span;
    found->first = most.first;
    found->text = decode_span(&r, most.span, &found->certain);
    found->certain = found->certain && alone;
    found->word = decode_span(&r, most.first, &certain);
    return found->text.size != 0 && found->word.size != 0;
}

bool bl_find_font_text(const bl_side *side, bl_arena *arena, bl_misread *found)
{
    return side->language->encoding_count != 0 && may_be_encoded(side->text) &&
           read_font_text(side, arena, found);
}
