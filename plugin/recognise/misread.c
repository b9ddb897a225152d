/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A byte that begins a letter of UTF-8, and those that follow it, are seldom
 * next to each other when they are read as letters, and what they spell is
 * then no letter of the language: one "Ã©" is enough. Where a language has
 * letters of its own, words of Western letters alone are its bytes.
 *
 * In: a side with its tokens. Out: what was misread, and what it is.
 */
#include "recognise/misread.h"

#include "lexicon/language.h"
#include "text/alphabet.h"
#include "text/code_page.h"
#include "text/oddity.h"
#include "text/script.h"
#include "text/utf8.h"

/* How often text may have been misread; words that were read in an encoding of
 * one byte, and letters of them. */
enum { TIMES = 3, BYTE_WORDS = 2, BYTE_LETTERS = 3 };

/* Bytes that one of the text becomes at most: a damaged one is U+FFFD. */
enum { LONGEST = 3 };

/* What was read at a place. */
typedef struct sequence {
    uint32_t c;
    size_t limit; /* of its bytes, in the text */
    bool sure;    /* chance has no part in it */
} sequence;

/* A text as it is read once more. */
typedef struct reading {
    const bl_language *language;
    bl_str text;
    bl_code_page page;
    size_t count;  /* sequences */
    size_t others; /* characters that are none, and not of ASCII */
    bool sure;    /* one of them is */
    bl_span span; /* from the first to the last */
} reading;

/* ---- one letter --------------------------------------------------------- */

/* Letters and signs of Latin script, but for those that linguists and few
 * others write, and the punctuation of all. KÉŽ is Czech, and no KɎ. */
static bool is_western(uint32_t c)
{
    return (c >= 0xa0 && c < 0x200) || (c >= 0x218 && c < 0x21c) || (c >= 0x1e00 && c < 0x1f00) ||
           (c >= 0x2010 && c < 0x2040) || c == 0x20ac || c == 0x2122 ||
           c == 0x2212 || c == 0x200b || c == 0xfeff || c == 0x20ab ||
           (c >= 0x300 && c < 0x330) || c == 0xfb01 || c == 0xfb02;
}

static bool is_plausible(const reading *r, uint32_t c)
{
    return is_western(c) ||
           (!bl_locale_is_latin(&r->language->locale) &&
            bl_is_of_script(c, r->language->locale.script));
}

/* A quotation mark or dash, which may well stand behind a letter. */
static bool is_behind_letters(uint32_t c)
{
    return c == 0xab || c == 0xbb || c == 0xa0 || c == 0x85 ||
           (c >= 0x2010 && c < 0x2040);
}

/* Whether UTF-8 begins at `at`, and what it is. */
static bool read_sequence(const reading *r, size_t at, sequence *found)
{
    char bytes[4];
    size_t size = 0;
    size_t count = 1;
    size_t end = 0;
    bool plain = true; /* it may stand behind a letter */

    while (size < count && at < r->text.size) {
        const uint32_t c = bl_utf8_next(r->text.ptr, r->text.size, &at);
        const int byte = bl_page_byte(r->page, c);

        if (size == 0) {
            if (byte < 0xc2 || byte > 0xf4)
                return false;
            count = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        } else if (byte < 0x80 || byte > 0xbf) {
            return false;
        } else {
            plain &= is_behind_letters(c);
        }
        bytes[size++] = (char)byte;
    }
    if (size < count)
        return false;
    found->c = bl_utf8_next(bytes, size, &end);
    found->limit = at;
    found->sure = !plain;
    return end == size && found->c != BL_REPLACEMENT &&
           is_plausible(r, found->c);
}

/* ---- a text ------------------------------------------------------------- */

static bool is_capital(const reading *r, size_t at)
{
    const uint32_t c = at != 0 ? bl_utf8_before(r->text.ptr, at) : 0;

    return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0xdf);
}

/* Count what there is. A capital and a quotation mark are damage only where
 * there is more of it: "SÃ»", "Å’s"; but for letters of Latin-1. */
static void count_sequences(reading *r)
{
    sequence one;

    for (size_t at = 0; at < r->text.size;) {
        const size_t start = at;

        if ((unsigned char)r->text.ptr[at] < 0x80) {
            at++;
        } else if (read_sequence(r, at, &one)) {
            r->sure |= one.sure || (one.c < 0x100 && !is_capital(r, start));
            if (r->count++ == 0)
                r->span.start = (uint32_t)start;
            r->span.limit = (uint32_t)one.limit;
            at = one.limit;
        } else {
            bl_utf8_next(r->text.ptr, r->text.size, &at);
            r->others++;
        }
    }
}

/* In encodings of other letters some are sequences by chance: "Рік". */
static bool is_found(const reading *r)
{
    if (r->page != BL_PAGE_1252 && r->others > r->count)
        return false;
    return r->count > 1 || (r->count == 1 && r->sure);
}

/* The encoding in which most of it can be read. */
static reading best_reading(const bl_language *language, bl_str text)
{
    static const bl_code_page pages[] = { BL_PAGE_1252, BL_PAGE_1250,
                                          BL_PAGE_1258, BL_PAGE_1251 };
    reading best = { .count = 0 };

    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
        reading r = { .language = language, .text = text, .page = pages[i] };

        count_sequences(&r);
        if (r.count > best.count)
            best = r;
    }
    return best;
}

/* The span of the text read once more; *certain as in bl_misread. */
static bl_str decode(const reading *r, bl_span span, bl_arena *arena,
                     bool *certain)
{
    char *to =
        bl_arena_alloc(arena, span.limit - span.start + 1, LONGEST);
    size_t size = 0;

    *certain = true;
    if (to == NULL)
        return bl_str_of(NULL, 0);
    for (size_t at = span.start; at < span.limit;) {
        sequence one;

        if ((unsigned char)r->text.ptr[at] < 0x80) {
            to[size++] = r->text.ptr[at++];
        } else if (read_sequence(r, at, &one) && one.limit <= span.limit) {
            size += bl_utf8_put(one.c, to + size);
            at = one.limit;
        } else {
            size += bl_utf8_put(
                bl_utf8_next(r->text.ptr, r->text.size, &at), to + size);
            *certain = false;
        }
    }
    return bl_str_of(to, size);
}

/* Up to the white space around it. */
static bl_span in_words(bl_str text, bl_span span)
{
    while (span.start > 0 &&
           (unsigned char)text.ptr[span.start - 1] > ' ')
        span.start--;
    while (span.limit < text.size &&
           (unsigned char)text.ptr[span.limit] > ' ')
        span.limit++;
    return span;
}

static bl_span first_word(bl_str text, bl_span span)
{
    uint32_t limit = span.start;

    while (limit < span.limit && (unsigned char)text.ptr[limit] > ' ')
        limit++;
    return (bl_span){ span.start, limit };
}

/* Read a stretch again, and what becomes of it, as long as it gets better. */
static bl_str decode_all(const reading *r, bl_span span, bl_arena *arena,
                         bool *certain)
{
    bl_str text = decode(r, span, arena, certain);

    for (int i = 1; i < TIMES && text.size != 0; i++) {
        const reading again = best_reading(r->language, text);

        if (!is_found(&again))
            break;
        text = decode(&again, (bl_span){ 0, (uint32_t)text.size }, arena,
                      certain);
    }
    return text;
}

/* ---- bytes of other encodings ------------------------------------------- */

/* The encoding of a script that has one byte a letter; BL_PAGES: none. */
static bl_code_page page_of_script(const bl_locale *locale)
{
    static const struct {
        char script[5];
        uint8_t page;
    } pages[] = { { "Cyrl", BL_PAGE_1251 },
                  { "Grek", BL_PAGE_1253 },
                  { "Hebr", BL_PAGE_1255 },
                  { "Arab", BL_PAGE_1256 } };

    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
        if (memcmp(locale->script, pages[i].script, 4) == 0)
            return (bl_code_page)pages[i].page;
    }
    return BL_PAGES;
}

/* Letters of a word that are bytes of the encoding; 0 where one is none. */
static size_t byte_letters(bl_str word, bl_code_page page)
{
    size_t count = 0;

    for (size_t at = 0; at < word.size; count++) {
        const uint32_t c = bl_utf8_next(word.ptr, word.size, &at);

        if (c < 0xa1 || c > 0xff ||
            bl_page_character(page, (uint8_t)c) < 0x370)
            return 0;
    }
    return count;
}

/* All Western letters become those of the script. */
static bl_str decode_bytes(bl_str text, bl_code_page page, bl_arena *arena)
{
    char *to = bl_arena_alloc(arena, text.size + 1, LONGEST);
    size_t size = 0;

    if (to == NULL)
        return bl_str_of(NULL, 0);
    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);
        const uint32_t other =
            c >= 0xc0 && c <= 0xff ? bl_page_character(page, (uint8_t)c) : 0;

        size += bl_utf8_put(other != 0 ? other : c, to + size);
    }
    return bl_str_of(to, size);
}

/* Words that are all bytes of the language's own encoding. */
static bool find_bytes(const bl_side *side, bl_arena *arena,
                       bl_misread *found)
{
    const bl_code_page page = page_of_script(&side->language->locale);
    uint32_t words = 0;

    if (page == BL_PAGES)
        return false;
    for (uint32_t at = bl_side_next_odd(side, 0); at < side->token_count;
         at = bl_side_next_odd(side, at + 1)) {
        const bl_token *token = &side->tokens[at];

        if (token->kind != BL_TOKEN_WORD ||
            byte_letters(token->word->text, page) < BYTE_LETTERS)
            continue;
        if (words++ == 0)
            found->first = bl_token_span(token);
        found->span = bl_span_join(found->first, bl_token_span(token));
    }
    if (words < BYTE_WORDS)
        return false;
    found->text = decode_bytes(bl_side_text(side, found->span), page, arena);
    found->word = decode_bytes(bl_side_text(side, found->first), page, arena);
    found->certain = true;
    return found->text.size != 0 && found->word.size != 0;
}

/* ---- a side ------------------------------------------------------------- */

/* Whether a sequence may begin in the odd token, or end in it. */
static bool is_lead(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (token->kind == BL_TOKEN_WORD &&
        (token->word->oddities & BL_ODD_BYTES) != 0)
        return true;
    return at != 0 && token[-1].kind == BL_TOKEN_WORD &&
           (unsigned char)side->text.ptr[token[-1].limit] >= 0x80 &&
           bl_is_lead_letter(
               bl_utf8_before(side->text.ptr, token[-1].limit));
}

static bool may_be_misread(const bl_side *side)
{
    uint32_t at = bl_side_next_odd(side, 0);

    while (at < side->token_count && !is_lead(side, at))
        at = bl_side_next_odd(side, at + 1);
    return at < side->token_count;
}

bool bl_find_misread(const bl_side *side, bl_arena *arena, bl_misread *found)
{
    reading r;
    bool certain;

    if (!may_be_misread(side))
        return false;
    r = best_reading(side->language, side->text);
    if (!is_found(&r))
        return find_bytes(side, arena, found);
    found->span = in_words(side->text, r.span);
    found->first = first_word(side->text, found->span);
    found->word = decode_all(&r, found->first, arena, &certain);
    found->text = decode_all(&r, found->span, arena, &found->certain);
    return found->text.size != 0 && found->word.size != 0;
}
