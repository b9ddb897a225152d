/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Full names that are not heard in the target.
 *
 * A script without case does not say where a name stands. But a full name of
 * the source keeps its sounds there: where neither all of it nor any of its
 * parts is to be heard, it is not in the target. So is it in the languages
 * that say so in dictionaries/ (heard|names), of which that was measured.
 */
#include "recognise/naming.h"

#include "lexicon/hearing.h"
#include "text/chars.h"

#include <string.h>

/* Letters of a word of prose, which is no "of" or "and". */
enum { PROSE_LETTERS = 4 };

/* Sounds that a target has at most, and words of a full name. */
enum { SOUNDS_MAX = 2000, FULL_NAME = 2, FULL_NAME_MAX = 4 };

/* Sounds of a part and of a whole name from which on it can be told; and of
 * its words that are no ordinary ones. */
enum { PART_LEAST = 3, WHOLE_LEAST = 4, PROPER_LEAST = 3 };

/* Percent of the sounds that may be others: of a part, of the words that are
 * no ordinary ones, and of all. */
enum { PART_PERCENT = 8, PROPER_PERCENT = 18, WHOLE_PERCENT = 25 };

/* Sounds of an ending, and of particles that are written onto a word. */
enum { ENDING = 1, PARTICLES = 2 };

enum {
    MAY_START = 1 << 0, /* a name may begin with the sound */
    MAY_END = 1 << 1,   /* it may end with it */
    IS_APART = 1 << 2   /* something that no name goes over stands before */
};

typedef struct row {
    uint8_t *sounds;
    uint8_t *flags;
    size_t count;
} row;

/* ---- what the target sounds like ---------------------------------------- */

static bool is_word(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & BL_TOKEN_MASKED) == 0;
}

/* What may stand between the parts of a name. */
static bool is_joint(const bl_token *token)
{
    return token->kind == BL_TOKEN_PUNCT &&
           (token->c == '.' || bl_is_dash(token->c) ||
            bl_is_apostrophe(token->c) || bl_is_name_joint(token->c));
}

/* Whether the token goes on with the word of the one before it, where letters
 * are tokens and words have spaces between them. */
static bool goes_on(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at != 0 && bl_is_hangul(token->c) && token->gap == BL_GAP_NONE &&
           bl_is_hangul(token[-1].c);
}

/* The ends of the word whose sounds begin at `first`: its last sound, or one
 * before an ending. */
static void mark_ends(row *r, size_t first, size_t ending)
{
    for (size_t i = r->count, left = 0; i > first && left <= ending;
         i--, left++)
        r->flags[i - 1] |= MAY_END;
}

/* The token behind the word that begins at `at`. */
static uint32_t word_limit(const bl_side *side, uint32_t at)
{
    uint32_t limit = at + 1;

    while (limit < side->token_count && goes_on(side, limit))
        limit++;
    return limit;
}

/* Whether nobody knows how the token sounds: a kanji. */
static bool is_mute(const bl_side *side, const bl_token *token)
{
    return (token->flags & BL_TOKEN_GLYPH) != 0 && !bl_is_hangul(token->c) &&
           !bl_letters_have(&side->language->letters, token->c);
}

/* One more word, of tokens [at, limit). */
static size_t hear_word(const bl_side *side, uint32_t at, uint32_t limit,
                        row *r)
{
    const bl_token *tokens = side->tokens;
    const bl_word *word = tokens[at].word;
    const bl_str text =
        limit == at + 1
            ? (bl_is_latin(word) ? word->skeleton : word->folded)
            : bl_side_text(
                  side, (bl_span){ tokens[at].start, tokens[limit - 1].limit });
    const size_t first = r->count;
    const size_t count = bl_sounds_hear(&side->language->letters, text,
                                        r->sounds + first, SOUNDS_MAX - first);

    memset(r->flags + first, 0, count);
    r->count += count;
    if (count != 0)
        r->flags[first] = MAY_START;
    /* Behind a particle that is written onto it. */
    if (count > 1 && side->language->prefix_count != 0)
        r->flags[first + 1] = MAY_START;
    mark_ends(r, first, bl_is_hangul(tokens[at].c) ? PARTICLES : ENDING);
    return count;
}

/* False without memory, and where the text is too long to be heard to its
 * end. */
static bool listen(const bl_side *side, bl_arena *arena, row *r)
{
    bool apart = false;

    *r = (row){ bl_arena_alloc(arena, SOUNDS_MAX, 1),
                bl_arena_alloc(arena, SOUNDS_MAX, 1), 0 };
    if (r->sounds == NULL || r->flags == NULL)
        return false;
    for (uint32_t i = 0, limit; i < side->token_count; i = limit) {
        const bl_token *token = &side->tokens[i];
        const size_t first = r->count;

        limit = word_limit(side, i);
        if (!is_word(token) || is_mute(side, token)) {
            apart = apart || !is_joint(token);
        } else if (hear_word(side, i, limit, r) != 0) {
            r->flags[first] |= apart ? IS_APART : 0;
            apart = false;
        }
    }
    return r->count + 1 < SOUNDS_MAX;
}

static bool is_heard(const row *r, const uint8_t *wanted, size_t count,
                     int percent)
{
    const int most = (int)(count < BL_HEARING_MAX ? count : BL_HEARING_MAX) *
                     BL_HEARING_UNIT * percent;
    bl_hearing hearing;

    bl_hearing_begin(&hearing, wanted, count);
    for (size_t i = 0; i < r->count; i++) {
        if ((r->flags[i] & IS_APART) != 0)
            bl_hearing_break(&hearing);
        if ((r->flags[i] & MAY_START) != 0)
            bl_hearing_may_start(&hearing);
        bl_hearing_add(&hearing, r->sounds[i]);
        if ((r->flags[i] & MAY_END) != 0 &&
            bl_hearing_cost(&hearing) * 100 <= most)
            return true;
    }
    return false;
}

/* ---- names of the source ------------------------------------------------ */

/* Whether each of the words is of a name, and of nothing else. */
static bool is_of_words(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bl_sense_set others =
        BL_SENSE_BIT(BL_SENSE_TITLE) | BL_SENSE_BIT(BL_SENSE_ENTITY) |
        BL_SENSE_BIT(BL_SENSE_DEMONYM) | BL_SENSE_BIT(BL_SENSE_MONTH) |
        BL_SENSE_BIT(BL_SENSE_WEEKDAY);
    const bool given = (name->flags & BL_NAME_GIVEN) != 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;

        if (bl_is_name_word(&side->tokens[i]) &&
            ((word->set & others) != 0 ||
             (word->letter_case == BL_CASE_UPPER && word->letters > 1) ||
             (!given && habit < BL_HEARS_PARTED &&
              bl_exonyms_have(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                              word->skeleton_hash))))
            return false;
    }
    return true;
}

/* Whether something stands in small letters: else it is a heading, or a list,
 * and says nothing of capitals. */
static bool is_prose(const bl_side *side)
{
    for (uint32_t i = 0; i < side->token_count; i++) {
        if ((side->tokens[i].traits & BL_TRAIT_LOWER) != 0 &&
            side->tokens[i].word->letters >= PROSE_LETTERS)
            return true;
    }
    return false;
}

/* Whether it is a full name that the language keeps the sounds of, without
 * doubt. */
static bool is_full_name(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    bl_name judged = *name;

    if (name->words < FULL_NAME || name->words > FULL_NAME_MAX ||
        (name->flags & (BL_NAME_PLACE | BL_NAME_ACRONYM)) != 0)
        return false;
    if ((name->flags & BL_NAME_LISTED) != 0)
        return true;
    if (!is_of_words(n, name, habit))
        return false;
    if ((name->flags & BL_NAME_GIVEN) != 0)
        return true;
    if (side->language->noun_capitals || !is_prose(side))
        return false;
    judged.proper = judged.rare = judged.judged = 0;
    bl_judge_name(side, &judged);
    return habit != BL_HEARS_PERSONS
               ? judged.proper != 0
               : judged.rare != 0 && judged.proper == judged.words;
}

/* The sounds of several words. */
typedef struct heard {
    uint8_t sounds[BL_HEARING_MAX];
    size_t count;
} heard;

static void append(heard *to, const uint8_t *sounds, size_t count)
{
    if (to->count + count > BL_HEARING_MAX)
        count = BL_HEARING_MAX - to->count;
    memcpy(to->sounds + to->count, sounds, count);
    to->count += count;
}

/* Whether the name or a part of it is heard, or is too short to be. The
 * ordinary words of a name may be translated. */
static bool is_name_heard(const bl_naming *n, const row *r, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    heard whole = { .count = 0 };
    heard proper = { .count = 0 };

    for (uint32_t i = name->first; i < name->limit; i++) {
        uint8_t part[BL_HEARING_MAX];
        size_t count;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        count = bl_sounds_hear(&side->language->letters,
                               side->tokens[i].word->skeleton, part,
                               BL_HEARING_MAX);
        if (count >= PART_LEAST && is_heard(r, part, count, PART_PERCENT))
            return true;
        append(&whole, part, count);
        if (bl_language_common(side->language, side->tokens[i].word) !=
            BL_VERDICT_GOOD)
            append(&proper, part, count);
    }
    if (proper.count < PROPER_LEAST || whole.count < WHOLE_LEAST ||
        is_heard(r, whole.sounds, whole.count, WHOLE_PERCENT))
        return true;
    return proper.count >= WHOLE_LEAST && proper.count < whole.count &&
           is_heard(r, proper.sounds, proper.count, PROPER_PERCENT);
}

/* Whether the text has the part anywhere, be it written onto a word. */
static bool has_text(bl_str text, bl_str part)
{
    const char *at = text.ptr;
    size_t left = text.size;

    while (left >= part.size && part.size > 2 &&
           (at = memchr(at, part.ptr[0], left - part.size + 1)) != NULL) {
        if (memcmp(at, part.ptr, part.size) == 0)
            return true;
        at++;
        left = text.size - (size_t)(at - text.ptr);
    }
    return false;
}

/* Whether the target has a word of the name in its letters, or what its
 * language calls it. */
static bool is_written(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = source->tokens[i].word;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        if (bl_is_latin(word) && has_text(target->text, word->text))
            return true;
        for (uint32_t j = 0; j < target->token_count; j++) {
            const bl_word *other = target->tokens[j].word;

            if (is_word(&target->tokens[j]) &&
                (word->skeleton_hash == other->skeleton_hash ||
                 bl_naming_same_place(n, word, other)))
                return true;
        }
    }
    return false;
}

/* From the first given name on that has a word behind it: "State Mike
 * Pompeo". */
static bl_name from_given(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first + 1;
         (name->flags & (BL_NAME_GIVEN | BL_NAME_LISTED)) == 0 &&
         i + 1 < name->limit;
         i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            (side->tokens[i].word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0)
            return bl_name_of(side, i, name->limit);
    }
    return *name;
}

static bool is_told(const bl_naming *n, const bl_name *name)
{
    for (uint32_t i = 0; i < n->difference_count; i++) {
        if (bl_span_overlaps(n->differences[i].source, name->span))
            return true;
    }
    return false;
}

bool bl_naming_full_name(const bl_naming *n, uint32_t index, bl_name *name)
{
    *name = from_given(n->side[BL_SOURCE], &n->names[BL_SOURCE][index]);
    return is_full_name(n, name, n->side[BL_TARGET]->language->heard_names);
}

bool bl_naming_is_gone(const bl_naming *n, bl_name *name)
{
    if (is_told(n, name))
        return false;
    if ((name->flags & BL_NAME_LISTED) == 0)
        return true;
    bl_naming_answer(n, BL_SOURCE, name);
    return (name->flags & BL_NAME_ANSWERED) == 0;
}

void bl_naming_find_unheard(bl_naming *n)
{
    const uint8_t habit = n->side[BL_TARGET]->language->heard_names;
    row r = { NULL, NULL, 0 };

    if (n->same_script || habit == BL_HEARS_NONE)
        return;
    if (habit >= BL_HEARS_PARTED) {
        bl_naming_find_parted(n);
        return;
    }
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name name;

        if (!bl_naming_full_name(n, i, &name))
            continue;
        if (r.sounds == NULL && !listen(n->side[BL_TARGET], n->arena, &r))
            return;
        if (!is_name_heard(n, &r, &name) && !is_written(n, &name) &&
            bl_naming_is_gone(n, &name))
            bl_naming_add(n, BL_NAME_UNHEARD, name.span, (bl_span){ 0, 0 },
                          bl_str_of(NULL, 0));
    }
}
