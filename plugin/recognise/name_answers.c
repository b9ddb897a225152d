/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What answers a name: the same letters whatever their marks, an ending of
 * its language, another spelling, another script, or what a list says.
 */
#include "recognise/naming.h"

#include "recognise/similar.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Words of one side that are tried together: Hanoi and Hà Nội. */
enum { JOINED_WORDS = 4 };

/* Letters of an ending: Jonowi. */
enum { ENDING = 3 };

/* Letters from which on a third of them may be others. */
enum { LONG = 7 };

/* Letters of a word in small letters that may come from a name. */
enum { DERIVED = 4 };

/* ---- words --------------------------------------------------------------------- */

bl_str bl_naming_join(const bl_side *side, uint32_t first, uint32_t limit,
                      char *out)
{
    size_t size = 0;

    for (uint32_t i = first; i < limit; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD ||
            size + token->word->skeleton.size > BL_NAME_JOINED)
            continue;
        memcpy(out + size, token->word->skeleton.ptr,
               token->word->skeleton.size);
        size += token->word->skeleton.size;
    }
    return bl_str_of(out, size);
}

static bool is_same(const bl_word *a, const bl_word *b)
{
    return a->skeleton_hash == b->skeleton_hash &&
           bl_str_equal(a->skeleton, b->skeleton);
}

uint32_t bl_naming_count(const bl_name_words *words, const bl_word *word)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < words->count; i++)
        count += is_same(words->items[i]->word, word);
    return count;
}

/* A text to be compared with others. */
typedef struct letters {
    bl_str text;
    uint64_t set;
    size_t count;
} letters;

static letters letters_of(const bl_word *word)
{
    return (letters){ word->skeleton, word->letter_set,
                      word->skeleton_letters };
}

/* The same name with an ending of its language, or in its spelling: Putina,
 * Wladimir. */
static bool is_like(const letters *a, const letters *b)
{
    const size_t longer = a->count > b->count ? a->count : b->count;
    const size_t shorter = a->count > b->count ? b->count : a->count;
    const size_t most = longer < LONG ? 1 : longer / 3;
    size_t prefix;

    /* A letter of a short word is too much: Lam is not Nam. */
    if (longer < 5 || shorter < 3)
        return false;
    prefix = a->text.ptr[0] == b->text.ptr[0]
                 ? bl_common_prefix(a->text, b->text)
                 : 0;
    if (prefix >= 3 &&
        (prefix * 10 >= longer * 6 ||
         (prefix == shorter && longer - shorter <= ENDING)))
        return true;
    return longer - shorter <= most && !bl_is_far(a->set, b->set, most) &&
           (size_t)bl_distance(a->text, b->text) <= most;
}

static bool is_latin(const bl_word *word)
{
    size_t at = 0;

    return word->skeleton.size != 0 &&
           bl_utf8_next(word->skeleton.ptr, word->skeleton.size, &at) < 0x250;
}

bool bl_naming_same_place(const bl_naming *n, const bl_word *a,
                          const bl_word *b)
{
    return bl_exonyms_same(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                           a->skeleton_hash, b->skeleton_hash);
}

/* Whether a word in small letters may be an adjective made of a name, where
 * words have endings. */
static bool may_be_derived(const bl_side *side, const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) == 0 &&
           side->language->syllables == NULL &&
           token->word->letters >= DERIVED;
}

/* Letters from another script may stand for the sounds; of two words in Latin
 * ones the letters count. */
static bool is_answer(const bl_naming *n, const bl_word *word,
                      const bl_word *other)
{
    const letters a = letters_of(word);
    const letters b = letters_of(other);

    return is_same(word, other) || is_like(&a, &b) ||
           (!n->same_script && !(is_latin(word) && is_latin(other)) &&
            bl_sounds_alike(word->sounds, other->sounds));
}

/* Whether the other side has something like the word. `derived`: also an
 * adjective made of it, as there is of places. */
static bool has_like(const bl_naming *n, int side, const bl_word *word,
                     bool derived)
{
    const bl_side *other = n->side[1 - side];
    const bl_name_words *words = &n->words[1 - side];

    if (bl_naming_count(words, word) != 0)
        return true;
    for (uint32_t i = 0; i < words->count; i++) {
        const bl_word *one = words->items[i]->word;

        if (is_answer(n, word, one) || bl_naming_same_place(n, word, one))
            return true;
    }
    for (uint32_t i = 0; derived && i < other->token_count; i++) {
        if (may_be_derived(other, &other->tokens[i]) &&
            is_answer(n, word, other->tokens[i].word))
            return true;
    }
    return false;
}

/* One more word of a run that is written together in `out`. */
static void append(letters *run, const bl_word *word, char *out)
{
    if (run->text.size + word->skeleton.size > BL_NAME_JOINED)
        return;
    memcpy(out + run->text.size, word->skeleton.ptr, word->skeleton.size);
    run->text.size += word->skeleton.size;
    run->set |= word->letter_set;
    run->count += word->skeleton_letters;
}

/* Whether a run of words of `side`, written together, is `text`, or much like
 * it: Hanoi and Hà Nội, Latin America and Lateinamerika. */
static bool has_joined(const bl_naming *n, int side_id, bl_str text,
                       bool exact)
{
    const bl_side *side = n->side[side_id];
    const bl_name_words *words = &n->words[side_id];
    const bl_sounds sound =
        exact || n->same_script
            ? 0
            : bl_sounds_of(&n->side[1 - side_id]->language->letters, text);
    const letters wanted = { text, bl_letter_set(text),
                             bl_utf8_points(text.ptr, text.size) };
    char joined[BL_NAME_JOINED];

    for (uint32_t i = 0; i < words->count; i++) {
        const uint32_t first = (uint32_t)(words->items[i] - side->tokens);
        letters run = { { joined, 0 }, 0, 0 };

        for (uint32_t at = first;
             at < side->token_count && at < first + JOINED_WORDS &&
             side->tokens[at].kind == BL_TOKEN_WORD;
             at++) {
            append(&run, side->tokens[at].word, joined);
            if (bl_str_equal(run.text, text) ||
                (!exact && is_like(&run, &wanted)) ||
                (sound != 0 &&
                 bl_sounds_alike(
                     bl_sounds_of(&side->language->letters, run.text),
                     sound)))
                return true;
        }
    }
    return false;
}

/* ---- lists ------------------------------------------------------------------------ */

static bool has_group(const bl_naming *n, int side, int64_t group)
{
    for (uint32_t i = 0; i < n->count[side]; i++) {
        const bl_name *name = &n->names[side][i];

        if ((name->flags & BL_NAME_LISTED) != 0 && name->group == group)
            return true;
    }
    return false;
}

/* The skeleton of what the other side's language calls a listed name, its
 * words written together; none where it is not known. */
static bl_str joined_form(const bl_naming *n, int side, const bl_name *name,
                          bl_folded *out)
{
    const bl_language *language = n->side[1 - side]->language;
    bl_folded folded;
    size_t size = 0;

    bl_fold(&language->locale, bl_language_form(language, name->group),
            &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), out);
    for (size_t i = 0; i < out->size; i++) {
        if (out->text[i] != ' ' && out->text[i] != '-')
            out->text[size++] = out->text[i];
    }
    out->size = size;
    return bl_str_of(out->text, size);
}

/* ---- names ------------------------------------------------------------------------ */

/* How many words of the name have something like them on the other side.
 * *first: whether its first one has. */
static uint32_t count_like(const bl_naming *n, int side, const bl_name *name,
                           bool *first)
{
    const bl_side *own = n->side[side];
    const bool derived = (name->flags & BL_NAME_GIVEN) == 0;
    uint32_t count = 0;

    *first = false;
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (!bl_is_name_word(&own->tokens[i]) ||
            !has_like(n, side, own->tokens[i].word, derived))
            continue;
        count++;
        *first = *first || i == name->first;
    }
    return count;
}

uint16_t bl_naming_answer(const bl_naming *n, int side, const bl_name *name)
{
    enum { PART = BL_NAME_ANSWERED, WHOLE = PART | BL_NAME_WHOLE };
    const bl_side *own = n->side[side];
    char joined[BL_NAME_JOINED];
    const bl_str text =
        bl_naming_join(own, name->first, name->limit, joined);
    uint32_t like;
    bool first;

    if ((name->flags & BL_NAME_LISTED) != 0) {
        bl_folded folded;
        bl_str form;

        if (has_group(n, 1 - side, name->group))
            return WHOLE;
        form = joined_form(n, side, name, &folded);
        if (form.size != 0 && has_joined(n, 1 - side, form, false))
            return WHOLE;
        /* In another script what is known says more than what it sounds
         * like. */
        if (form.size != 0 && !n->same_script)
            return 0;
    }
    /* Of a syllabic name the given name counts, which comes last: many
     * people share a surname. */
    if ((name->flags & BL_NAME_SURNAME) != 0)
        return bl_naming_count(&n->words[1 - side],
                               own->tokens[name->limit - 1].word) != 0 ||
                       has_joined(n, 1 - side, text, true)
                   ? WHOLE
                   : 0;
    like = count_like(n, side, name, &first);
    if ((like != 0 && like == name->words) ||
        has_joined(n, 1 - side, text, false))
        return WHOLE;
    return first ? PART | BL_NAME_FIRST : like != 0 ? PART : 0;
}
