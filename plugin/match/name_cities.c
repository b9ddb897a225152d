/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Cities that became others, where capitals and dictionaries say too little:
 * in letters without case, in text without spaces, in the cases of a language.
 * The four hundred that CLDR has time zones of have a name in every language,
 * so that a city of the source that the target lacks, beside one of the target
 * that the source lacks, says enough.
 */
#include "match/naming.h"

#include "match/term_breaks.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Cities of a text that are looked at; letters of a word that may stand in a
 * case. */
enum { CITIES_MOST = 8, STEM = 3 };

/* Letters without spaces that the name of a city has; those before CJK say
 * less, and a few of them may be any word. */
enum { GLYPHS_LEAST = 2, LETTERS_LEAST = 4, GLYPHS_MOST = 8, CJK = 0x2e80 };

typedef struct city {
    uint32_t first;
    uint32_t limit;
    bl_exonym_words words;
} city;

typedef struct cities {
    city items[CITIES_MOST];
    uint32_t count;
} cities;

static bool may_be_city(const bl_naming *n, uint32_t word)
{
    return bl_exonyms_may_be_city(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                                  word);
}

static bool is_city(const bl_naming *n, const bl_exonym_words *words)
{
    return bl_exonyms_city(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                           words->items, words->count);
}

static bool is_same(const bl_naming *n, const city *a, const city *b)
{
    return bl_exonyms_same_city(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                                &a->words, &b->words);
}

/* ---- finding ------------------------------------------------------------ */

/* The word without an ending of its language, or with another one: в Москве. */
static bool is_declined_city(const bl_naming *n, const bl_side *side,
                             const bl_word *word, bl_exonym_words *words)
{
    const bl_language *language = side->language;
    const bl_str text = word->folded;
    char form[BL_FOLD_MAX];

    words->count = 1;
    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0;
             set->of != BL_ENDINGS_OF_TERMS && j < set->count; j++) {
            const size_t stem = text.size - set->items[j].size;

            if (set->items[j].size == 0 || !bl_str_ends(text, set->items[j]) ||
                bl_utf8_points(text.ptr, stem) < STEM)
                continue;
            memcpy(form, text.ptr, stem);
            for (size_t k = 0; k < set->count; k++) {
                const bl_str ending = set->items[k];

                if (k == j || stem + ending.size > sizeof(form))
                    continue;
                memcpy(form + stem, ending.ptr, ending.size);
                words->items[0] =
                    bl_skeleton_hash_of(bl_str_of(form, stem + ending.size));
                if (is_city(n, words))
                    return true;
            }
        }
    }
    return false;
}

/* The word without a particle that is written onto it: בפריז. */
static bool is_prefixed_city(const bl_naming *n, const bl_side *side,
                             const bl_word *word, bl_exonym_words *words)
{
    const bl_language *language = side->language;
    const bl_str text = word->folded;

    words->count = 1;
    for (size_t i = 0; i < language->prefixes.count; i++) {
        const bl_str prefix = language->prefixes.items[i];

        if (!bl_str_begins(text, prefix) ||
            bl_utf8_points(text.ptr + prefix.size, text.size - prefix.size) <
                LETTERS_LEAST)
            continue;
        words->items[0] = bl_skeleton_hash_of(
            bl_str_of(text.ptr + prefix.size, text.size - prefix.size));
        if (is_city(n, words))
            return true;
    }
    return false;
}

/* Capitalised words from the one at tokens[at] on, the most that are a city. */
static uint32_t cased_limit(const bl_naming *n, const bl_side *side,
                            uint32_t at, bl_exonym_words *words)
{
    bl_exonym_words all;
    uint32_t limit = at;

    if (!may_be_city(n, side->tokens[at].word->skeleton_hash))
        return at;
    all.count = 0;
    for (uint32_t i = at; i < side->token_count &&
                          all.count < BL_EXONYM_WORDS &&
                          bl_is_name_word(&side->tokens[i]) &&
                          (i == at || side->tokens[i].gap == BL_GAP_SPACE) &&
                          may_be_city(n, side->tokens[i].word->skeleton_hash);
         i++) {
        all.items[all.count++] = side->tokens[i].word->skeleton_hash;
        if (is_city(n, &all)) {
            *words = all;
            limit = i + 1;
        }
    }
    return limit;
}

static bool has_letters(const bl_side *side, bl_span span, uint32_t first)
{
    const bl_str text = bl_side_text(side, span);

    return bl_utf8_points(text.ptr, text.size) >=
           (first < CJK ? LETTERS_LEAST : GLYPHS_LEAST);
}

/* The same of letters without spaces. */
static uint32_t unspaced_limit(const bl_naming *n, const bl_side *side,
                               uint32_t at, bl_exonym_words *words)
{
    bl_exonym_words all = { .count = 1 };
    uint32_t limit = at;

    for (uint32_t i = at; i < side->token_count && i < at + GLYPHS_MOST &&
                          (side->tokens[i].flags & BL_TOKEN_GLYPH) != 0 &&
                          (i == at || side->tokens[i].gap == BL_GAP_NONE);
         i++) {
        const bl_span span = { side->tokens[at].start, side->tokens[i].limit };

        if (!has_letters(side, span, side->tokens[at].c))
            continue;
        /* Such letters are their own skeleton. */
        all.items[0] = bl_skeleton_hash(bl_side_text(side, span));
        if (is_city(n, &all)) {
            *words = all;
            limit = i + 1;
        }
    }
    return limit;
}

static uint32_t limit_of(const bl_naming *n, const bl_side *side, uint32_t at,
                         bool declined, bl_exonym_words *words)
{
    const bl_token *token = &side->tokens[at];
    uint32_t limit = at;

    if ((token->flags & BL_TOKEN_GLYPH) != 0)
        return unspaced_limit(n, side, at, words);
    if (token->kind != BL_TOKEN_WORD ||
        (token->flags & BL_TOKEN_MASKED) != 0)
        return at;
    if (bl_is_name_word(token))
        limit = cased_limit(n, side, at, words);
    else if (token->word->letter_case == BL_CASE_NONE) {
        *words = (bl_exonym_words){ { token->word->skeleton_hash }, 1 };
        limit = at + (is_city(n, words) ||
                      (declined && is_prefixed_city(n, side, token->word,
                                                    words)));
    }
    if (limit == at && declined &&
        (bl_is_name_word(token) || token->word->letter_case == BL_CASE_NONE))
        limit = at + is_declined_city(n, side, token->word, words);
    return limit;
}

/* `declined`: in the cases of the language as well. */
static void find(const bl_naming *n, int id, bool declined, cities *found)
{
    const bl_side *side = n->side[id];

    found->count = 0;
    for (uint32_t at = 0;
         at < side->token_count && found->count < CITIES_MOST;) {
        city *c = &found->items[found->count];

        c->first = at;
        c->limit = limit_of(n, side, at, declined, &c->words);
        found->count += c->limit != at;
        at = c->limit != at ? c->limit : at + 1;
    }
}

/* Whether a capitalised word is one: no side is searched for nothing. */
static bool has_cased(const bl_naming *n, int id)
{
    const bl_name_words *all = &n->words[id];
    bl_exonym_words words;

    for (uint32_t i = 0; i < all->count; i++) {
        const uint32_t at = (uint32_t)(all->items[i] - n->side[id]->tokens);

        if (cased_limit(n, n->side[id], at, &words) != at)
            return true;
    }
    return false;
}

/* ---- comparing ---------------------------------------------------------- */

static bool is_common(const bl_side *side, const bl_token *token)
{
    return (token->word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) == 0 &&
           bl_language_common(side->language, token->word) == BL_VERDICT_GOOD;
}

/* Whether a capitalised word beside it may make it a part of a person's name:
 * Jack London. */
static bool is_within(const bl_side *side, const city *c)
{
    const bl_token *before = &side->tokens[c->first];
    const bl_token *behind = &side->tokens[c->limit];

    return (c->first != 0 && before->gap == BL_GAP_SPACE &&
            bl_is_name_word(before - 1) && !is_common(side, before - 1)) ||
           (c->limit < side->token_count && behind->gap == BL_GAP_SPACE &&
            bl_is_name_word(behind) && !is_common(side, behind));
}

/* Whether the letters are a part of a name that the lists have. */
static bool is_listed(const bl_naming *n, int id, const city *c)
{
    for (uint32_t i = 0; i < n->count[id]; i++) {
        const bl_name *name = &n->names[id][i];

        if ((name->flags & BL_NAME_LISTED) != 0 && name->first < c->limit &&
            name->limit > c->first)
            return true;
    }
    return false;
}

/* Whether the other side has the city, by the lists, the letters or the
 * sounds. */
static bool is_answered(const bl_naming *n, int id, const city *c,
                        const cities *others)
{
    bl_name name = bl_name_of(n->side[id], c->first, c->limit);

    for (uint32_t i = 0; i < others->count; i++) {
        if (is_same(n, c, &others->items[i]))
            return true;
    }
    if ((n->side[id]->tokens[c->first].flags & BL_TOKEN_GLYPH) != 0)
        return false;
    bl_naming_answer(n, id, &name);
    return (name.flags & BL_NAME_ANSWERED) != 0;
}

/* The one that the other side lacks and that stands for nothing else, or
 * NULL. */
static const city *find_lost(const bl_naming *n, int id, const cities *own,
                             const cities *others)
{
    const bl_side *side = n->side[id];

    for (uint32_t i = 0; i < own->count; i++) {
        const city *c = &own->items[i];
        bl_name name;
        bl_term_breaks breaks = { .at = NULL };

        if (is_answered(n, id, c, others))
            continue;
        name = bl_name_of(side, c->first, c->limit);
        if (bl_naming_is_told(n, id, &name) || is_listed(n, id, c) ||
            is_within(side, c) ||
            (bl_is_hangul(side->tokens[c->first].c) && c->first != 0 &&
             side->tokens[c->first].gap == BL_GAP_NONE &&
             (side->tokens[c->first - 1].flags & BL_TOKEN_GLYPH) != 0) ||
            !bl_term_is_apart(&breaks, side, c->first, c->limit, true,
                              n->arena))
            continue;
        return c;
    }
    return NULL;
}

/* Whether a country or a people is on one side only: its capital may be said
 * for it. */
static bool has_lost_country(const bl_naming *n)
{
    for (int id = BL_SOURCE; id <= BL_TARGET; id++) {
        for (uint32_t i = 0; i < n->count[id]; i++) {
            bl_name name = n->names[id][i];

            if ((name.flags & BL_NAME_PLACE) == 0)
                continue;
            bl_naming_answer(n, id, &name);
            if ((name.flags & BL_NAME_ANSWERED) == 0)
                return true;
        }
    }
    return false;
}

static bl_span span_of(const bl_side *side, const city *c)
{
    return (bl_span){ side->tokens[c->first].start,
                      side->tokens[c->limit - 1].limit };
}

bool bl_naming_has_city(const bl_naming *n, int side, const bl_name *name)
{
    const bl_side *own = n->side[side];
    city wanted = { name->first, name->limit, { .count = 0 } };
    cities there;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (wanted.words.count == BL_EXONYM_WORDS)
            return false;
        if (bl_token_is_word(&own->tokens[i]))
            wanted.words.items[wanted.words.count++] =
                own->tokens[i].word->skeleton_hash;
    }
    find(n, 1 - side, true, &there);
    for (uint32_t i = 0; i < there.count; i++) {
        if (is_same(n, &wanted, &there.items[i]))
            return true;
    }
    return false;
}

void bl_naming_find_cities(bl_naming *n)
{
    const bool source = has_cased(n, BL_SOURCE);
    const bool target = has_cased(n, BL_TARGET);
    cities found[2];
    const city *lost;
    const city *other;

    if (!source && !target)
        return;
    find(n, BL_SOURCE, target, &found[BL_SOURCE]);
    if (found[BL_SOURCE].count == 0)
        return;
    find(n, BL_TARGET, source, &found[BL_TARGET]);
    if (found[BL_TARGET].count == 0)
        return;
    lost = find_lost(n, BL_SOURCE, &found[BL_SOURCE], &found[BL_TARGET]);
    other = lost == NULL ? NULL
                         : find_lost(n, BL_TARGET, &found[BL_TARGET],
                                     &found[BL_SOURCE]);
    if (other != NULL && !has_lost_country(n))
        bl_naming_add(n, BL_NAME_REPLACED, span_of(n->side[BL_SOURCE], lost),
                      span_of(n->side[BL_TARGET], other),
                      bl_str_of(NULL, 0));
}
