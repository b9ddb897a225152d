/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Judging a bare word: beside a word with which it belongs together it is
 * right; a marked form that belongs together with the word beside it is what
 * was meant. Left alone is what has no marks at all, and foreign words.
 */
#include "checks/lost_marks.h"

#include "checks/signs.h"
#include "text/fold.h"

/* A word of the text, or nothing (an end, a sign, a number, a code). */
static const bl_word *word_at(const bl_side *side, uint32_t at)
{
    return at < side->token_count && bl_token_is_word(&side->tokens[at])
               ? side->tokens[at].word
               : NULL;
}

/* The words around tokens[at], with a space between. */
static const bl_word *word_before(const bl_side *side, uint32_t at)
{
    return at > 0 && side->tokens[at].gap != BL_GAP_NONE
               ? word_at(side, at - 1)
               : NULL;
}

static const bl_word *word_behind(const bl_side *side, uint32_t at)
{
    return at + 1 < side->token_count &&
                   side->tokens[at + 1].gap != BL_GAP_NONE
               ? word_at(side, at + 1)
               : NULL;
}

/* Whether a sentence, or a part of it, begins or ends beside it. */
static bool is_edge(const bl_side *side, uint32_t at)
{
    return at >= side->token_count || side->tokens[at].kind == BL_TOKEN_PUNCT;
}

/* By their hashes. */
static bool is_listed(const bl_side *side, uint32_t first, uint32_t second)
{
    return bl_couples_have(&side->language->couples,
                           bl_couple_of(first, second));
}

/* As the lists have them, which nearly always is enough to know. */
static bool are_listed(const bl_side *side, const bl_word *first,
                       const bl_word *second)
{
    return first != NULL && second != NULL &&
           is_listed(side, first->fold_hash, second->fold_hash);
}

/* In whichever spelling. */
static bool are_couple(const bl_side *side, const bl_word *first,
                       const bl_word *second)
{
    return first != NULL && second != NULL &&
           bl_language_is_couple(side->language, first->folded,
                                 second->folded);
}

/* Where a sentence or a part of it begins or ends, if it is right there. */
static bool is_right_at_edge(const bl_side *side, uint32_t at)
{
    const uint32_t word = side->tokens[at].word->fold_hash;

    return (is_edge(side, at + 1) && is_listed(side, word, 0)) ||
           (is_edge(side, at - 1) && is_listed(side, 0, word));
}

typedef bool (*asked)(const bl_side *side, const bl_word *first,
                      const bl_word *second);

/* Beside one of the words with which it is right as it stands. */
static bool is_right(const bl_side *side, uint32_t at, asked couple)
{
    const bl_word *word = side->tokens[at].word;

    return couple(side, word, word_behind(side, at)) ||
           couple(side, word_before(side, at), word);
}

/* A bare word, and the words around it. */
typedef struct place {
    const bl_side *side;
    uint32_t at;
    const bl_word *before;
    const bl_word *behind;
} place;

/* Whether the form belongs together with the word before or behind it, which
 * is no part of another word. */
static bool is_coupled(const place *p, bl_str form)
{
    const bl_side *side = p->side;
    const uint32_t hash = bl_skeleton_hash(form);

    return (p->behind != NULL &&
            is_listed(side, hash, p->behind->fold_hash) &&
            !are_couple(side, p->behind, word_behind(side, p->at + 1))) ||
           (p->before != NULL &&
            is_listed(side, p->before->fold_hash, hash) &&
            !are_couple(side, word_before(side, p->at - 1), p->before));
}

static bool is_foreign(const bl_side *side, const bl_word *word)
{
    if (word == NULL || word->letter_case != BL_CASE_LOWER ||
        (word->set & BL_SENSE_BIT(BL_SENSE_KNOWN)) != 0)
        return false;
    return side->language->syllables != NULL
               ? !bl_language_is_plain_syllable(side->language, word)
               : bl_language_spelling(side->language, word) ==
                     BL_VERDICT_BAD;
}

/* The "van" of Vincent van Gogh. */
static bool is_of_name(const bl_side *side, uint32_t at)
{
    const bl_word *before = word_before(side, at);
    const bl_word *behind = word_behind(side, at);

    return before != NULL && behind != NULL &&
           (before->flags & behind->flags & BL_WORD_CAPITAL) != 0;
}

/* The sign before the letter of a key: "Nộ_i dung", "chu _kỳ". */
static bool is_key(const bl_token *token)
{
    return token->c == '_' || token->c == '&';
}

/* Whether a placeholder or code is written onto it or its neighbours, which may
 * be parts of words then. */
static bool is_beside_code(const bl_side *side, uint32_t at)
{
    return (at > 0 && (side->tokens[at - 1].flags & BL_TOKEN_MASKED) != 0) ||
           (at + 1 < side->token_count &&
            (side->tokens[at + 1].flags & BL_TOKEN_MASKED) != 0);
}

/* The "t" of don't, a part of a word with a hyphen, an option, and words beside
 * one that has a key in it. */
static bool is_joined(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return (at > 0 && is_key(token - 1)) || (at > 1 && is_key(token - 2)) ||
           (at + 1 < side->token_count && is_key(token + 1)) ||
           (at > 0 && token->gap == BL_GAP_NONE &&
            (bl_is_dash(token[-1].c) || token[-1].gap == BL_GAP_NONE)) ||
           (at + 2 < side->token_count && token[1].gap == BL_GAP_NONE &&
            token[2].gap == BL_GAP_NONE);
}

static bool has_word(const bl_side *side, const bl_word *word)
{
    for (uint32_t i = 0; word != NULL && i < side->token_count; i++) {
        const bl_word *other = side->tokens[i].word;

        if (other != NULL && other->fold_hash == word->fold_hash &&
            bl_str_equal(other->folded, word->folded))
            return true;
    }
    return false;
}

/* Copied from the source with the word beside it, or all alone. */
static bool is_copied(const bl_pair *pair, uint32_t at)
{
    const bl_side *source = &pair->side[BL_SOURCE];
    const bl_side *target = &pair->side[BL_TARGET];
    const bl_word *before = word_before(target, at);
    const bl_word *behind = word_behind(target, at);

    return has_word(source, target->tokens[at].word) &&
           ((before == NULL && behind == NULL) || has_word(source, before) ||
            has_word(source, behind));
}

static bool is_mark(const bl_side *side, uint32_t at)
{
    return side->tokens[at].kind == BL_TOKEN_PUNCT &&
           bl_is_double_quote(side->tokens[at].c);
}

/* Whether a word with marks stands in the same quotation, or outside of one
 * in the text: what has none is foreign, a code, or written without on
 * purpose. */
static bool is_among_marks(const bl_side *side, uint32_t at)
{
    uint32_t first = 0;
    uint32_t limit = side->token_count;
    bool inside = false;

    for (uint32_t i = 0; i < at; i++) {
        if (is_mark(side, i)) {
            inside = !inside;
            first = i;
        }
    }
    if (inside) {
        for (limit = at; limit < side->token_count && !is_mark(side, limit);)
            limit++;
    } else {
        first = 0;
    }
    for (uint32_t i = first; i < limit; i++) {
        const bl_word *word = side->tokens[i].word;

        if (word != NULL && !bl_str_equal(word->folded, word->skeleton))
            return true;
    }
    return false;
}

/* Adds the forms from that number on; those alone that belong to the word
 * beside it, if `coupled`. */
static void add_meant(const place *p, int64_t first, bool coupled,
                      bl_lost_marks *to)
{
    for (int64_t i = first; to->count < BL_MEANT_MOST; i++) {
        const bl_str form = bl_language_form(p->side->language, i);

        if (form.size == 0)
            return;
        if (!coupled || is_coupled(p, form))
            to->meant[to->count++] = form;
    }
}

/* What it more often is, if that belongs to the word beside it alone; and other
 * forms that do. */
static void find_meant(const bl_side *side, uint32_t at, int64_t forms,
                       bl_lost_marks *found)
{
    const place p = { side, at, word_before(side, at), word_behind(side, at) };

    found->count = 0;
    add_meant(&p, forms, true, found);
    if (found->count == 0)
        add_meant(&p, forms, false, found);
    add_meant(&p, forms + BL_BARE_WEAK, true, found);
}

bool bl_lost_marks_find(const bl_pair *pair, uint32_t at,
                        bl_lost_marks *found)
{
    const bl_side *side = &pair->side[BL_TARGET];
    const bl_sense *bare =
        bl_language_bare(side->language, side->tokens[at].word);

    if (bare == NULL || is_right(side, at, are_listed) ||
        is_right_at_edge(side, at))
        return false;
    find_meant(side, at, bare->value, found);
    return found->count != 0 && !is_right(side, at, are_couple) &&
           !is_of_name(side, at) &&
           !is_joined(side, at) && !is_beside_code(side, at) &&
           !is_foreign(side, word_before(side, at)) &&
           !is_foreign(side, word_behind(side, at)) &&
           is_among_marks(side, at) && !is_copied(pair, at);
}
