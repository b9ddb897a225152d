/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a text is written as a term wants: capitals and small letters. */
#include "match/term_search.h"

#include "lexicon/language.h"
#include "text/fold.h"
#include "text/utf8.h"

/* Capitals that may be another word in small letters. */
enum { ACRONYM_LETTERS = 4 };

static bool is_same_text(bl_str a, bl_str b, bool initial)
{
    size_t at_a = 0;
    size_t at_b = 0;
    uint32_t first_a;
    uint32_t first_b;
    bl_folded folded[2];

    if (bl_str_equal(a, b) || a.size == 0 || b.size == 0 || !initial)
        return bl_str_equal(a, b);
    first_a = bl_utf8_next(a.ptr, a.size, &at_a);
    first_b = bl_utf8_next(b.ptr, b.size, &at_b);
    bl_fold(NULL, bl_str_of(a.ptr, at_a), &folded[0]);
    bl_fold(NULL, bl_str_of(b.ptr, at_b), &folded[1]);
    return (first_a == first_b ||
            bl_str_equal(bl_str_of(folded[0].text, folded[0].size),
                         bl_str_of(folded[1].text, folded[1].size))) &&
           bl_str_equal(bl_str_of(a.ptr + at_a, a.size - at_a),
                        bl_str_of(b.ptr + at_b, b.size - at_b));
}

/* How a word of a text may be written that is a word of a term. */
typedef bool (*word_fits)(bl_str of_term, bl_str of_text, bool first);

static bool is_same_word(bl_str of_term, bl_str of_text, bool first)
{
    (void)first;
    return is_same_text(of_term, of_text, false);
}

/* A name that is kept takes endings and is written into compounds. */
static bool begins_word(bl_str of_term, bl_str of_text, bool first)
{
    (void)first;
    return bl_str_begins(of_text, of_term);
}

static bool is_same_but_initial(bl_str of_term, bl_str of_text, bool first)
{
    return is_same_text(of_term, of_text, first);
}

/* The same as far as they have the same letters, since behind those there may
 * be another ending. */
static bool begins_same(bl_str of_term, bl_str of_text, bool first)
{
    size_t at = 0;
    size_t place = 0;

    while (at < of_term.size && place < of_text.size) {
        const size_t start = at;
        const size_t begin = place;
        const uint32_t a = bl_utf8_next(of_term.ptr, of_term.size, &at);
        const uint32_t b = bl_utf8_next(of_text.ptr, of_text.size, &place);

        if (a == b)
            continue;
        if (!is_same_text(bl_str_of(of_term.ptr + start, at - start),
                          bl_str_of(of_text.ptr + begin, place - begin), true))
            break;
        if (!first || start != 0)
            return false;
    }
    return true;
}

/* What has a capital has it in the text as well, whatever is written onto
 * it. */
static bool has_its_capitals(bl_str of_term, bl_str of_text, bool first)
{
    (void)first;
    return bl_case_of(of_term) == BL_CASE_LOWER ||
           bl_case_of(of_term) == BL_CASE_NONE ||
           bl_case_of(of_text) == BL_CASE_UPPER ||
           bl_str_begins(of_text, of_term);
}

static bool keeps_capitals(bl_str of_term, bl_str of_text, bool first)
{
    (void)first;
    if (bl_case_of(of_term) != BL_CASE_UPPER)
        return true;
    switch (bl_case_of(of_text)) {
    case BL_CASE_LOWER:
    case BL_CASE_INITIAL:
        return false;
    default:
        return true;
    }
}

/* WHO is not who, IT not it; but COVID may be Covid, and vitamin C is written
 * in any way. */
static bool keeps_acronym(bl_str of_term, bl_str of_text, bool first)
{
    const size_t letters = bl_utf8_points(of_term.ptr, of_term.size);

    return letters < 2 || letters > ACRONYM_LETTERS ||
           keeps_capitals(of_term, of_text, first);
}

/* Word by word, whatever stands between them. */
static bool is_written_so(const bl_term_list *list, bl_str term,
                          const bl_side *side, bl_span span, word_fits fits,
                          bl_arena *arena)
{
    bl_tokens tokens;
    size_t next = 0;
    bool fine = true;
    bool first = true;

    bl_tokens_init(&tokens, list->alloc);
    fine = bl_tokenize(side->language->chars, term, &tokens);
    arena->failed = arena->failed || !fine;
    for (uint32_t i = 0; i < side->token_count && fine; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->start < span.start || token->limit > span.limit ||
            token->kind != BL_TOKEN_WORD)
            continue;
        while (next < tokens.count && tokens.items[next].kind != BL_TOKEN_WORD)
            next++;
        fine = next < tokens.count &&
               fits(bl_str_of(term.ptr + tokens.items[next].start,
                              tokens.items[next].limit -
                                  (size_t)tokens.items[next].start),
                    bl_side_text(side, bl_token_span(token)), first);
        first = false;
        next++;
    }
    bl_tokens_free(&tokens);
    return fine;
}

/* Two capitals: what has no acronym beyond that is found out later. */
static bool may_have_acronym(bl_str text)
{
    bool wide = false;

    for (size_t i = 0; i < text.size; i++) {
        const bool here = text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
        const bool next = i + 1 < text.size && text.ptr[i + 1] >= 'A' &&
                          text.ptr[i + 1] <= 'Z';

        if (here && next)
            return true;
        wide = wide || ((unsigned char)text.ptr[i] & 0x80) != 0;
    }
    if (!wide)
        return false;
    switch (bl_case_of(text)) {
    case BL_CASE_UPPER:
    case BL_CASE_MIXED:
        return true;
    default:
        return false;
    }
}

/* A letter by itself is no other one. */
static bool is_letter(bl_str text)
{
    size_t at = 0;

    if (text.size == 0)
        return false;
    bl_utf8_next(text.ptr, text.size, &at);
    return at == text.size;
}

/* A heading in capitals, in which an acronym is not told from a word: WHO ARE
 * YOU. */
static bool is_shouted(const bl_side *side, bl_span span)
{
    if (bl_case_of(side->text) != BL_CASE_UPPER)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD && !bl_span_overlaps(
                bl_token_span(token), span))
            return true;
    }
    return false;
}

/* Whether a sentence begins with the token. */
static bool begins_sentence(const bl_side *side, uint32_t at)
{
    while (at-- != 0) {
        const bl_token *before = &side->tokens[at];

        if (before->kind == BL_TOKEN_WORD || before->kind == BL_TOKEN_NUMBER)
            return false;
        if (before->c == '.' || before->c == '!' || before->c == '?' ||
            before->c == ':')
            return true;
    }
    return true;
}

/* One word that is a common one in small letters, in a place that has a
 * capital whatever it is: "Teams work hard". */
static bool may_be_common(const bl_side *side, bl_span span)
{
    const uint32_t at = bl_side_token_from(side, span.start);
    const bl_token *token;

    if (at >= side->token_count)
        return false;
    token = &side->tokens[at];
    return token->limit >= span.limit && token->kind == BL_TOKEN_WORD &&
           token->word != NULL &&
           (begins_sentence(side, at) || is_shouted(side, span)) &&
           bl_language_common(side->language, token->word) == BL_VERDICT_GOOD;
}

/* A name that is kept is no common word that is written like it: Teams is not
 * teams. */
static bool is_kept_name(const bl_term_list *list, bl_str text,
                         const bl_side *side, bl_span span, bl_arena *arena)
{
    if (bl_case_of(text) == BL_CASE_LOWER || bl_case_of(text) == BL_CASE_NONE)
        return true;
    return is_written_so(list, text, side, span, has_its_capitals, arena) &&
           !may_be_common(side, span);
}

bool bl_term_case_fits(const bl_term_list *list, const bl_term *term,
                       const bl_side *side, bl_span span, bool target,
                       bl_arena *arena)
{
    const bl_str text = bl_image_text(&list->image, term);
    const bool kept = bl_term_status_of(term) == BL_TERM_KEPT;

    switch (bl_term_case_of(term)) {
    case BL_TERM_CASE_ANY:
        return true;
    case BL_TERM_CASE_INITIAL:
        return (target && is_shouted(side, span)) ||
               is_written_so(list, text, side, span,
                             target ? begins_same : is_same_but_initial,
                             arena);
    case BL_TERM_CASE_EXACT:
        return (target && !kept && is_shouted(side, span)) ||
               is_written_so(list, text, side, span,
                             !target ? is_same_word
                             : kept  ? begins_word
                                     : begins_same,
                             arena);
    case BL_TERM_CASE_AUTO:
        break;
    }
    if (target)
        return !kept ||
               is_written_so(list, text, side, span, begins_word, arena);
    if (kept)
        return is_kept_name(list, text, side, span, arena);
    if (is_letter(text))
        return is_written_so(list, text, side, span, keeps_capitals, arena);
    return !may_have_acronym(text) ||
           (is_written_so(list, text, side, span, keeps_acronym, arena) &&
            !(bl_case_of(text) == BL_CASE_UPPER && is_shouted(side, span) &&
              may_be_common(side, span)));
}
