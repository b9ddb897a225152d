/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a certain term stands in a text. */
#include "match/term_tokens.h"

#include "lexicon/language.h"
#include "text/utf8.h"

#include <string.h>

enum {
    SMALL_LETTERS = 3, /* of an article or preposition */
    KEPT_LETTERS = 4,  /* of what is kept in a compound */
    BETWEEN = 4        /* tokens among which each word of a term is */
};

/* ---- its words, one after the other ------------------------------------- */

static uint32_t filter_bit(bl_term_word word)
{
    return (word * UINT32_C(0x9e3779b9)) >> 24;
}

static void add_to_filter(bl_term_search *s, bl_term_word word)
{
    const uint32_t bit = filter_bit(word);

    if (word != BL_NO_TERM_WORD)
        s->filter[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool is_in_filter(const bl_term_search *s, bl_term_word word)
{
    const uint32_t bit = filter_bit(word);

    return (s->filter[bit / 64] >> bit % 64 & 1) != 0;
}

bool bl_term_prepare(bl_term_search *s)
{
    bl_term_word *same = bl_arena_alloc(
        s->arena, (size_t)s->side->token_count + 1, sizeof(*same));

    if (same == NULL)
        return false;
    bl_term_send_for(s->side);
    for (uint32_t i = 0; i < s->side->token_count; i++) {
        const bl_token *token = &s->side->tokens[i];
        const bl_list_word *known = NULL;

        same[i] = BL_NO_TERM_WORD;
        if (bl_term_skips(token, false))
            continue;
        if (!bl_term_is_word(token)) {
            same[i] = bl_term_sign(s, i, false);
            add_to_filter(s, same[i]);
            if (token->kind != BL_TOKEN_NUMBER)
                add_to_filter(s, bl_term_sign(s, i, true));
            continue;
        }
        known = bl_list_word_of(s->list, s->side->language, token, s->arena);
        if (known == NULL)
            return false;
        same[i] = known->same;
        for (uint32_t j = 0; j < known->count; j++)
            add_to_filter(s, known->entries[j].word);
    }
    s->same = same;
    return true;
}

static const uint32_t *words_of(const bl_term_search *s, const bl_term *term,
                                uint32_t *count)
{
    const bl_image_span span =
        bl_image_span_of(&s->list->image, BL_IMAGE_PHRASE_STARTS, term->phrase);

    *count = span.limit - span.start;
    return *count != 0 && *count <= BL_TERM_WORDS
               ? bl_image_get(&s->list->image, BL_IMAGE_PHRASE_WORDS,
                              span.start, *count)
               : NULL;
}

/* Whether a token is the word, but for case. */
static bool is_same(const bl_term_search *s, uint32_t at, bl_term_word word,
                    bool first)
{
    return s->same[at] == word ||
           (first && !bl_term_is_word(&s->side->tokens[at]) &&
            bl_term_sign(s, at, true) == word);
}

/* The same, or surely a form of it. */
static bool is_form(bl_term_search *s, uint32_t at, bl_term_word word,
                    bool first)
{
    const bl_list_word *known;
    bl_list_word one;

    if (is_same(s, at, word, first))
        return true;
    known = bl_term_listed(s, at, first, &one);
    for (uint32_t i = 0; known != NULL && i < known->count; i++) {
        if (known->entries[i].word == word)
            return bl_term_is_sure(s, at, &known->entries[i]);
    }
    return false;
}

/* Whether the words stand at a token, one after the other; in *limit the
 * token behind them. */
static bool stands_at(bl_term_search *s, const uint32_t *words, uint32_t count,
                      uint32_t at, bool forms, uint32_t *limit)
{
    for (uint32_t i = 0; i < count; i++) {
        if (i != 0)
            at = bl_term_pass(s->side, at);
        if (at >= s->side->token_count ||
            !(forms ? is_form(s, at, words[i], i == 0)
                    : is_same(s, at, words[i], i == 0)))
            return false;
        at++;
    }
    *limit = at;
    return bl_term_may_end(&s->side->tokens[at - 1],
                           bl_term_token(s->side, at));
}

static bool find_words(bl_term_search *s, const bl_term *term,
                       const uint32_t *words, uint32_t count, bool forms,
                       bl_span *span)
{
    for (uint32_t at = 0; at < s->side->token_count; at++) {
        uint32_t limit;

        if (!stands_at(s, words, count, at, forms, &limit) ||
            bl_term_skips(&s->side->tokens[at], true) ||
            !bl_term_may_begin(at > 0 ? &s->side->tokens[at - 1] : NULL,
                               &s->side->tokens[at]) ||
            !bl_term_stands_apart(s, at, limit, false))
            continue;
        *span = (bl_span){ s->side->tokens[at].start,
                           s->side->tokens[limit - 1].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

bool bl_term_find(bl_term_search *s, const bl_term *term, bl_span *span)
{
    uint32_t count;
    const uint32_t *words = words_of(s, term, &count);

    if (words == NULL)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_in_filter(s, words[i]))
            return false;
    }
    return find_words(s, term, words, count, false, span) ||
           find_words(s, term, words, count, true, span);
}

/* ---- what may be its words, near each other ----------------------------- */

/* Words of the list, each at the token that is another spelling of it. */
static bool note_spellings(bl_term_search *s, uint32_t at)
{
    const bl_spellings *spellings = bl_spellings_of(
        s->list, s->side->language, &s->side->tokens[at], s->arena);
    bl_spelled_word *more;

    if (spellings == NULL || spellings->count == 0)
        return spellings != NULL;
    if (s->spelled_count + spellings->count > s->spelled_room) {
        s->spelled_room = 2 * (s->spelled_count + spellings->count);
        more = bl_arena_alloc(s->arena, s->spelled_room, sizeof(*more));
        if (more == NULL)
            return false;
        if (s->spelled_count != 0)
            memcpy(more, s->spelled, s->spelled_count * sizeof(*more));
        s->spelled = more;
    }
    for (uint32_t i = 0; i < spellings->count; i++)
        s->spelled[s->spelled_count++] =
            (bl_spelled_word){ at, spellings->words[i] };
    return true;
}

/* What tokens may stand for, found out once for all terms. */
static bool prepare_loosely(bl_term_search *s)
{
    const uint32_t count = s->side->token_count;
    bool *forms = bl_arena_alloc(s->arena, (size_t)count + 1, sizeof(*forms));

    if (forms == NULL)
        return false;
    for (uint32_t at = 0; at < count; at++) {
        const bl_token *token = &s->side->tokens[at];

        forms[at] =
            bl_term_is_word(token) && bl_has_forms(s->side->language, token);
        s->form_count += forms[at];
        if (bl_term_is_word(token) && !forms[at] && !note_spellings(s, at))
            return false;
    }
    s->forms = forms;
    return true;
}

/* They are in the order of the tokens. */
static bool is_spelled(const bl_term_search *s, uint32_t at, bl_term_word word)
{
    size_t low = 0;
    size_t high = s->spelled_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (s->spelled[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    while (low < s->spelled_count && s->spelled[low].at == at &&
           s->spelled[low].word != word)
        low++;
    return low < s->spelled_count && s->spelled[low].at == at;
}

static bool may_stand(bl_term_search *s, uint32_t at, bl_term_word word)
{
    return bl_may_stand_for(s->list, s->side->language, &s->side->tokens[at],
                            word, &s->wanted, s->arena);
}

static bool may_be(bl_term_search *s, uint32_t at, bl_term_word word)
{
    return s->same[at] == word ||
           (s->forms[at] ? may_stand(s, at, word) : is_spelled(s, at, word));
}

/* Each word in its turn. In languages written in syllables another may stand
 * between them; in scripts without spaces nothing. */
static bool stands_in_turn(bl_term_search *s, const uint32_t *words,
                           uint32_t count, uint32_t at, uint32_t *limit)
{
    for (uint32_t i = 0; i < count; i++) {
        bool found;

        at = i != 0 ? bl_term_pass(s->side, at) : at;
        found = at < s->side->token_count && may_be(s, at, words[i]);
        if (!found && i != 0 && at + 1 < s->side->token_count &&
            (s->side->tokens[at].flags & BL_TOKEN_GLYPH) == 0)
            found = may_be(s, ++at, words[i]);
        if (!found)
            return false;
        at++;
    }
    *limit = at;
    return true;
}

/* Articles and prepositions, which change with the sentence. */
static bool is_small(const bl_term_search *s, bl_term_word word)
{
    const bl_str text = bl_image_word_text(&s->list->image, word);

    return bl_utf8_points(text.ptr, text.size) <= SMALL_LETTERS;
}

/* A word that is written in capitals, or is a letter behind other words: US of
 * "US-Armee", C of "Vitamin C", but no article. */
static bool is_telling(bl_str text, bool first)
{
    return bl_case_of(text) == BL_CASE_UPPER &&
           (!first || bl_utf8_points(text.ptr, text.size) > 1);
}

/* The words of a term that are so, one bit each; none where all of it is in
 * capitals. */
static uint64_t find_telling(const bl_term_search *s, bl_str text,
                             bl_arena *arena)
{
    uint64_t telling = 0;
    uint32_t word = 0;
    bl_tokens tokens;

    if (bl_case_of(text) == BL_CASE_UPPER)
        return 0;
    bl_tokens_init(&tokens, s->list->alloc);
    if (!bl_tokenize(s->side->language->chars, text, &tokens))
        arena->failed = true;
    for (size_t i = 0; i < tokens.count && word < BL_TERM_WORDS - 1; i++) {
        const bl_token *token = &tokens.items[i];

        if (bl_term_skips(token, word == 0))
            continue;
        if (token->kind == BL_TOKEN_WORD &&
            is_telling(bl_str_of(text.ptr + token->start,
                                 (size_t)token->limit - token->start),
                       word == 0))
            telling |= UINT64_C(1) << word;
        word++;
    }
    bl_tokens_free(&tokens);
    return telling;
}

/* USA of US: an acronym that goes on. */
static bool is_longer_acronym(const bl_term_search *s, uint32_t at,
                              bl_term_word word)
{
    const bl_token *token = &s->side->tokens[at];

    return bl_term_is_word(token) &&
           bl_case_of(token->word->text) == BL_CASE_UPPER &&
           bl_str_begins(token->word->folded,
                         bl_image_word_text(&s->list->image, word));
}

/* All words but small ones near each other, in any order: adjectives move,
 * and genitives take the place of compounds. */
static bool stands_around(bl_term_search *s, const uint32_t *words,
                          uint32_t count, uint32_t at, uint32_t *limit)
{
    const uint32_t window = at + BETWEEN * count;
    uint32_t wanted = 0;

    *limit = at;
    for (uint32_t i = 0; i < count; i++) {
        const bool telling = (s->telling >> (words + i - s->words) & 1) != 0;
        uint32_t place = at;

        if (!telling && is_small(s, words[i]))
            continue;
        wanted++;
        while (place < s->side->token_count && place < window &&
               !may_be(s, place, words[i]) &&
               !(telling && is_longer_acronym(s, place, words[i])))
            place++;
        if (place >= s->side->token_count || place >= window)
            return false;
        if (place >= *limit)
            *limit = place + 1;
    }
    return wanted != 0 && (wanted > 1 || *limit == at + 1);
}

static bool stands_loosely(bl_term_search *s, const uint32_t *words,
                           uint32_t count, uint32_t at, uint32_t *limit)
{
    if (s->side->language->syllables == NULL && count > 1 &&
        (s->side->tokens[at].flags & BL_TOKEN_GLYPH) == 0 &&
        stands_around(s, words, count, at, limit))
        return true;
    return stands_in_turn(s, words, count, at, limit);
}

/* Signs that part what may stand by itself. No letter and no digit is one, nor
 * what begins with it. */
static bool is_parting(const bl_term_search *s, bl_term_word word)
{
    const bl_str text = bl_image_word_text(&s->list->image, word);
    size_t at = 0;

    return text.size != 0 &&
           bl_term_parts(bl_utf8_next(text.ptr, text.size, &at));
}

/* Whether the word stands anywhere. */
static bool may_be_anywhere(bl_term_search *s, bl_term_word word)
{
    const uint32_t count = s->side->token_count;

    if (is_in_filter(s, word)) {
        for (uint32_t at = 0; at < count; at++) {
            if (s->same[at] == word)
                return true;
        }
    }
    for (size_t i = 0; i < s->spelled_count; i++) {
        if (s->spelled[i].word == word)
            return true;
    }
    for (uint32_t at = 0; at < count && s->form_count != 0; at++) {
        if (s->forms[at] && may_stand(s, at, word))
            return true;
    }
    return false;
}

/* Whether each word but small ones stands somewhere: of most answers that are
 * not there one word is missing. */
static bool has_words(bl_term_search *s, const uint32_t *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!may_be_anywhere(s, words[i]) && !is_small(s, words[i]))
            return false;
    }
    return count != 0;
}

/* One part of a term: words without a parting sign. */
static bool find_part(bl_term_search *s, const bl_term *term,
                      const uint32_t *words, uint32_t count, bl_span *span)
{
    if (!has_words(s, words, count))
        return false;
    if (s->telling == BL_TELLING_UNKNOWN)
        s->telling = find_telling(s, bl_image_text(&s->list->image, term),
                                  s->arena);
    for (uint32_t at = 0; at < s->side->token_count; at++) {
        uint32_t limit;

        if (!stands_loosely(s, words, count, at, &limit) ||
            !bl_term_stands_apart(s, at, limit, false))
            continue;
        *span = (bl_span){ s->side->tokens[at].start,
                           s->side->tokens[limit - 1].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

/* How many of the words, from the first on or up to the last, are a particle
 * of the language; in scripts without spaces it is several. */
static uint32_t words_of_particle(const bl_term_search *s,
                                  const uint32_t *words, uint32_t count,
                                  bl_str particle, bool behind)
{
    uint32_t used = 0;

    while (particle.size != 0 && used < count) {
        const uint32_t word = words[behind ? count - 1 - used : used];
        const bl_str text = bl_image_word_text(&s->list->image, word);
        const size_t at = behind ? particle.size - text.size : 0;

        if (text.size == 0 || text.size > particle.size ||
            memcmp(particle.ptr + at, text.ptr, text.size) != 0)
            return 0;
        particle.size -= text.size;
        particle.ptr += behind ? 0 : text.size;
        used++;
    }
    return particle.size == 0 ? used : 0;
}

static uint32_t words_before(const bl_term_search *s, const uint32_t *words,
                             uint32_t count)
{
    const bl_form_list *prefixes = &s->side->language->prefixes;
    uint32_t most = 0;

    for (size_t i = 0; i < prefixes->count; i++) {
        const uint32_t used =
            words_of_particle(s, words, count, prefixes->items[i], false);

        most = used > most ? used : most;
    }
    return most;
}

/* Whether nothing may stand in the place of the endings. */
static bool may_be_missing(const bl_endings *set)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i].size == 0)
            return true;
    }
    return false;
}

static uint32_t words_behind(const bl_term_search *s, const uint32_t *words,
                             uint32_t count)
{
    const bl_language *language = s->side->language;
    uint32_t most = 0;

    for (size_t i = 0; i < language->ending_count; i++) {
        for (size_t j = 0; may_be_missing(&language->endings[i]) &&
                           j < language->endings[i].count;
             j++) {
            const uint32_t used = words_of_particle(
                s, words, count, language->endings[i].items[j], true);

            most = used > most ? used : most;
        }
    }
    return most;
}

/* ---- the stem of a term, with another ending --------------------------- */

/* Syllables of Hangul that differ in their last consonant at most, which is
 * where endings begin: 빠르- and 빠른 (The Unicode Standard, 3.12). */
static bool is_but_for_final(bl_str a, bl_str b)
{
    enum { FIRST = 0xac00, FINALS = 28 };
    size_t at = 0;
    size_t place = 0;
    const uint32_t x = a.size != 0 ? bl_utf8_next(a.ptr, a.size, &at) : 0;
    const uint32_t y = b.size != 0 ? bl_utf8_next(b.ptr, b.size, &place) : 0;

    return at == a.size && place == b.size && bl_is_hangul(x) &&
           bl_is_hangul(y) && x >= FIRST && y >= FIRST &&
           (x - FIRST) / FINALS == (y - FIRST) / FINALS;
}

/* Whether the text goes on with an ending of the set. */
static bool goes_on_with(const bl_term_search *s, const bl_endings *set,
                         uint32_t at)
{
    const size_t start = at < s->side->token_count
                             ? s->side->tokens[at].start
                             : s->side->text.size;
    const bl_str rest = bl_str_of(s->side->text.ptr + start,
                                  s->side->text.size - start);

    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i].size != 0 && bl_str_begins(rest, set->items[i]))
            return true;
    }
    return false;
}

/* Whether the words of a stem stand at a token, with an ending of the set
 * behind them, or one that is the last consonant of the stem. */
static bool stem_stands_at(bl_term_search *s, const uint32_t *words,
                           uint32_t count, const bl_endings *set, uint32_t at,
                           uint32_t *limit)
{
    const bl_token *tokens = s->side->tokens;

    for (uint32_t i = 0; i + 1 < count; i++, at++) {
        if (at >= s->side->token_count || s->same[at] != words[i])
            return false;
    }
    *limit = at + 1;
    if (at >= s->side->token_count)
        return false;
    if (s->same[at] == words[count - 1])
        return goes_on_with(s, set, at + 1);
    return (at == 0 || count > 1 || tokens[at].gap != BL_GAP_NONE ||
            (tokens[at - 1].flags & BL_TOKEN_GLYPH) == 0) &&
           is_but_for_final(
               bl_side_text(s->side, bl_token_span(&tokens[at])),
               bl_image_word_text(&s->list->image, words[count - 1]));
}

/* The stem of a term with another ending of its set: 書く, 書かない. */
static bool find_stem(bl_term_search *s, const bl_term *term,
                      const uint32_t *words, uint32_t count,
                      const bl_endings *set, bl_span *span)
{
    for (uint32_t at = 0; at < s->side->token_count; at++) {
        uint32_t limit;

        if ((s->side->tokens[at].flags & BL_TOKEN_GLYPH) == 0 ||
            !stem_stands_at(s, words, count, set, at, &limit))
            continue;
        *span = (bl_span){ s->side->tokens[at].start,
                           s->side->tokens[limit - 1].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

/* The same of all the endings that the term may have. */
static bool find_other_ending(bl_term_search *s, const bl_term *term,
                              const uint32_t *words, uint32_t count,
                              bl_span *span)
{
    const bl_language *language = s->side->language;

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        if (may_be_missing(set))
            continue;
        for (size_t j = 0; j < set->count; j++) {
            const uint32_t used =
                words_of_particle(s, words, count, set->items[j], true);

            if (used != 0 && used < count &&
                find_stem(s, term, words, count - used, set, span))
                return true;
        }
    }
    return false;
}

/* ---- verbs in two parts -------------------------------------------------- */

/* The last token that is the word, or how many there are. */
static uint32_t last_place(const bl_term_search *s, bl_str word)
{
    const uint32_t count = s->side->token_count;

    for (uint32_t at = count; at-- != 0;) {
        const bl_token *token = &s->side->tokens[at];

        if (bl_term_is_word(token) && bl_str_equal(token->word->folded, word))
            return at;
    }
    return count;
}

/* "Laden Sie die Datei hoch", of "hochladen": a form of what is behind the
 * first part, and that part by itself behind it. */
static bool find_separated(bl_term_search *s, const bl_term *term,
                           bl_term_word word, bl_span *span)
{
    const bl_language *language = s->side->language;
    const bl_str text = bl_image_word_text(&s->list->image, word);

    for (size_t i = 0; i < language->separable.count; i++) {
        const bl_str first = language->separable.items[i];
        const bl_str verb =
            bl_str_of(text.ptr + first.size, text.size - first.size);
        uint32_t limit;

        if (!bl_str_begins(text, first) || text.size == first.size)
            continue;
        limit = last_place(s, first);
        if (limit == s->side->token_count)
            continue;
        for (uint32_t at = 0; at < limit; at++) {
            const bl_token *token = &s->side->tokens[at];

            if (bl_term_is_word(token) &&
                bl_may_be_of(s->side->language, token, verb, s->arena)) {
                *span = (bl_span){ token->start, token->limit };
                return bl_term_case_fits(s->list, term, s->side, *span, true,
                                         s->arena);
            }
        }
    }
    return false;
}

/* ---- all of it ----------------------------------------------------------- */

/* The part, or what it is without particles that make a noun of a verb. */
static bool find_part_or_stem(bl_term_search *s, const bl_term *term,
                              const uint32_t *words, uint32_t count,
                              bl_span *span)
{
    uint32_t before;
    uint32_t behind;

    if (find_part(s, term, words, count, span))
        return true;
    if (count < 2)
        return count == 1 && find_separated(s, term, words[0], span);
    if (find_other_ending(s, term, words, count, span))
        return true;
    before = words_before(s, words, count);
    behind = words_behind(s, words + before, count - before);
    return before + behind != 0 && before + behind < count &&
           find_part(s, term, words + before, count - before - behind, span);
}

/* What may be written onto a term that is kept: an ending, such as the plural
 * that the source has, or another word where it has letters enough. */
static bool may_go_on(const bl_language *language, bl_str term, bl_str rest)
{
    return language->syllables == NULL &&
           (rest.size == 1 || bl_form_list_has(&language->genitives, rest) ||
            bl_utf8_points(term.ptr, term.size) >= KEPT_LETTERS);
}

static bool begins_with(const bl_term_search *s, uint32_t at, bl_term_word word)
{
    const bl_token *token = &s->side->tokens[at];
    const bl_str text = bl_image_word_text(&s->list->image, word);

    return bl_term_is_word(token) && (token->flags & BL_TOKEN_GLYPH) == 0 &&
           text.size != 0 && bl_str_begins(token->word->folded, text) &&
           may_go_on(s->side->language, text,
                     bl_str_of(token->word->folded.ptr + text.size,
                               token->word->folded.size - text.size));
}

/* A term that is kept, with something written onto its last word. */
static bool find_kept(bl_term_search *s, const bl_term *term,
                      const uint32_t *words, uint32_t count, bl_span *span)
{
    for (uint32_t first = 0; first < s->side->token_count; first++) {
        uint32_t at = first;
        uint32_t i = 0;

        while (i + 1 < count && at < s->side->token_count &&
               is_same(s, at, words[i], i == 0)) {
            at = bl_term_pass(s->side, at + 1);
            i++;
        }
        if (i + 1 < count || at >= s->side->token_count ||
            !begins_with(s, at, words[i]))
            continue;
        *span = (bl_span){ s->side->tokens[first].start,
                           s->side->tokens[at].limit };
        if (bl_term_case_fits(s->list, term, s->side, *span, true, s->arena))
            return true;
    }
    return false;
}

bool bl_term_find_loosely(bl_term_search *s, const bl_term *term, bl_span *span)
{
    uint32_t count;
    uint32_t start = 0;
    const uint32_t *words = words_of(s, term, &count);

    if (s->forms == NULL && !prepare_loosely(s)) {
        s->failed = true;
        return false;
    }
    if (words != NULL && bl_term_status_of(term) == BL_TERM_KEPT &&
        find_kept(s, term, words, count, span))
        return true;
    s->words = words;
    s->telling = BL_TELLING_UNKNOWN;
    for (uint32_t i = 0; words != NULL && i <= count; i++) {
        if (i < count && !is_parting(s, words[i]))
            continue;
        if (find_part_or_stem(s, term, words + start, i - start, span))
            return true;
        start = i + 1;
    }
    return false;
}
