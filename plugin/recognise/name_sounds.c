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

/* Sounds of a part and of a whole name from which on it can be told. */
enum { PART_LEAST = 3, WHOLE_LEAST = 4 };

/* Percent of the sounds that may be others: of a part, of the words that are
 * no ordinary ones, and of all. */
enum { PART_PERCENT = 8, PROPER_PERCENT = 18, WHOLE_PERCENT = 25 };

/* Something sounds like a short name in any text. What names of so many sounds
 * may cost, in quarters of a sound: measured by names of other texts, of which
 * one in fifty is heard by chance. */
static const uint8_t short_names[] = { 0, 0, 0, 0, 2, 4, 5, 7 };

/* Sounds of an ending, and of particles that are written onto a word. */
enum { ENDING = 1, PARTICLES = 2 };

enum {
    MAY_START = 1 << 0, /* a name may begin with the sound */
    MAY_END = 1 << 1,   /* it may end with it */
    IS_APART = 1 << 2,  /* something that no name goes over stands before */
    IS_WORD = 1 << 3,   /* a word begins with it */
    IS_TAKEN = 1 << 4   /* it is of another name */
};

typedef struct row {
    uint8_t *sounds;
    uint8_t *flags;
    size_t count;
    bool cased; /* it is written with capitals */
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

/* Whether the token is a sign of the letter before it: ג׳ is another sound. */
static bool is_of_letter(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at != 0 && token->gap == BL_GAP_NONE &&
           bl_is_apostrophe(token->c) && is_word(token - 1) &&
           bl_letters_have_pair(
               &side->language->letters,
               bl_utf8_before(side->text.ptr, token->start), token->c);
}

/* Whether the token goes on with the word of the one before it: where letters
 * are tokens and words have spaces between them, and about such a sign. */
static bool goes_on(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    if (at == 0 || token->gap != BL_GAP_NONE)
        return false;
    return (bl_is_hangul(token->c) && bl_is_hangul(token[-1].c)) ||
           is_of_letter(side, at) ||
           (is_word(token) && is_of_letter(side, at - 1));
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

/* In small letters, with which no name begins. */
static bool is_small(const bl_token *token)
{
    return (token->traits & BL_TRAIT_LOWER) != 0;
}

/* Whether a word begins: not behind a sign that joins two of its parts, and
 * not where words have no spaces between them. */
static bool is_first(const bl_side *side, uint32_t at)
{
    const bl_token *token = &side->tokens[at];

    return at == 0 || token->gap != BL_GAP_NONE ||
           (token[-1].gap != BL_GAP_NONE && !is_word(token - 1));
}

static bool ends_with(bl_str text, bl_str end)
{
    return end.size < text.size &&
           memcmp(text.ptr + text.size - end.size, end.ptr, end.size) == 0;
}

/* The word may also end before any ending that its language has: the name in
 * it, which got `text` written onto it. */
static void mark_stems(const bl_side *side, bl_str text, row *r, size_t first)
{
    const bl_language *language = side->language;

    for (size_t i = 0; i < language->ending_count; i++) {
        const bl_endings *set = &language->endings[i];

        for (size_t j = 0; j < set->count; j++) {
            uint8_t stem[BL_HEARING_MAX];
            const bl_str end = set->items[j];
            size_t count;

            if (!ends_with(text, end))
                continue;
            count = bl_sounds_hear(&language->letters,
                                   bl_str_of(text.ptr, text.size - end.size),
                                   stem, BL_HEARING_MAX);
            if (count != 0 && first + count <= r->count)
                r->flags[first + count - 1] |= MAY_END;
        }
    }
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
        r->flags[first] = (uint8_t)((is_small(&tokens[at]) ? 0 : MAY_START) |
                                    (is_first(side, at) ? IS_WORD : 0));
    /* Behind a particle that is written onto it. */
    if (count > 1 && side->language->prefix_count != 0)
        r->flags[first + 1] = MAY_START;
    r->cased = r->cased ||
               (!bl_is_latin(word) && word->letter_case != BL_CASE_NONE);
    mark_ends(r, first, bl_is_hangul(tokens[at].c) ? PARTICLES : ENDING);
    if (!bl_is_latin(word))
        mark_stems(side, text, r, first);
    return count;
}

/* False without memory, and where the text is too long to be heard to its
 * end. */
static bool listen(const bl_side *side, bl_arena *arena, row *r)
{
    bool apart = false;

    *r = (row){ bl_arena_alloc(arena, SOUNDS_MAX, 1),
                bl_arena_alloc(arena, SOUNDS_MAX, 1), 0, false };
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

/* Sounds that are listened for, and the first ones of words among them. */
typedef struct heard {
    uint8_t sounds[BL_HEARING_MAX];
    size_t count;
    uint64_t parts;
} heard;

/* Where in the row something was heard, and what it cost. */
typedef struct place {
    size_t first;
    size_t limit;
    int cost;
} place;

/* The word goes on behind the sound. */
static bool goes_on_behind(const row *r, size_t at)
{
    return at + 1 < r->count && (r->flags[at + 1] & IS_WORD) == 0;
}

/* Whether it is heard for `most` or less, and where that costs least. */
static bool find_heard(const row *r, const heard *wanted, int most,
                       place *found)
{
    bl_hearing hearing;

    found->cost = BL_HEARING_NEVER;
    bl_hearing_begin_parts(&hearing, wanted->sounds, wanted->count,
                           wanted->parts);
    for (size_t i = 0; i < r->count; i++) {
        const uint8_t flags = r->flags[i];

        if ((flags & (IS_APART | IS_TAKEN)) != 0)
            bl_hearing_break(&hearing);
        if ((flags & IS_WORD) != 0)
            bl_hearing_word(&hearing);
        if ((flags & MAY_START) != 0)
            bl_hearing_may_start(&hearing);
        bl_hearing_add(&hearing, r->sounds[i]);
        if ((flags & IS_TAKEN) != 0)
            bl_hearing_break(&hearing);
        if ((flags & MAY_END) == 0)
            continue;
        if (bl_hearing_cost(&hearing) < found->cost)
            *found = (place){ bl_hearing_start(&hearing), i + 1,
                              bl_hearing_cost(&hearing) };
        if (goes_on_behind(r, i))
            bl_hearing_ending(&hearing);
    }
    return found->cost <= most;
}

static bool is_heard(const row *r, const heard *wanted, int most)
{
    place found;

    return find_heard(r, wanted, most, &found);
}

static int share_of(const heard *wanted, int percent)
{
    return (int)wanted->count * BL_HEARING_UNIT * percent / 100;
}

/* What a whole name may cost. With a capital it begins nowhere else. */
static int most_of(const row *r, const heard *whole)
{
    return r->cased || whole->count >= sizeof(short_names)
               ? share_of(whole, WHOLE_PERCENT)
               : short_names[whole->count];
}

/* ---- names of the source ------------------------------------------------ */

static bool is_given_word(const bl_side *side, uint32_t at)
{
    return bl_is_name_word(&side->tokens[at]) &&
           (side->tokens[at].word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0;
}

/* Whether it begins with a given name, and not with a place that is one as
 * well: Jordan. */
static bool is_person(const bl_side *side, const bl_name *name)
{
    return (name->flags & BL_NAME_GIVEN) != 0 &&
           is_given_word(side, name->first);
}

/* What a word may be besides a word of a name. Behind a given name it may be a
 * surname all the same: Johnny English. */
static bl_sense_set other_senses(bool surname)
{
    const bl_sense_set others = BL_SENSE_BIT(BL_SENSE_TITLE) |
                                BL_SENSE_BIT(BL_SENSE_MONTH) |
                                BL_SENSE_BIT(BL_SENSE_WEEKDAY);

    return surname ? others
                   : others | BL_SENSE_BIT(BL_SENSE_ENTITY) |
                         BL_SENSE_BIT(BL_SENSE_DEMONYM);
}

/* Whether each of the words is of a name, and of nothing else. */
static bool is_of_words(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bool given = (name->flags & BL_NAME_GIVEN) != 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;

        if (bl_is_name_word(&side->tokens[i]) &&
            ((word->set & other_senses(given && (i != name->first ||
                                                 !is_given_word(side, i)))) !=
                 0 ||
             (word->letter_case == BL_CASE_UPPER && word->letters > 1) ||
             (!given && habit == BL_HEARS_PERSONS &&
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

static bool is_ordinary(const bl_side *side, const bl_token *token)
{
    return bl_language_common(side->language, token->word) == BL_VERDICT_GOOD;
}

static bool has_ordinary(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            is_ordinary(side, &side->tokens[i]))
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
        return is_prose(side) || !has_ordinary(side, name);
    if (side->language->noun_capitals || !is_prose(side))
        return false;
    judged.proper = judged.rare = judged.judged = 0;
    bl_judge_name(side, &judged);
    return habit != BL_HEARS_PERSONS
               ? judged.proper != 0
               : judged.rare != 0 && judged.proper == judged.words;
}

static heard sounds_of(const bl_side *side, const bl_word *word)
{
    heard part = { .count = 0, .parts = 1 };

    part.count = bl_sounds_hear(&side->language->letters, word->skeleton,
                                part.sounds, BL_HEARING_MAX);
    return part;
}

static void append(heard *to, const heard *part)
{
    const size_t room = BL_HEARING_MAX - to->count;
    const size_t count = part->count < room ? part->count : room;

    to->parts |= UINT64_C(1) << to->count;
    memcpy(to->sounds + to->count, part->sounds, count);
    to->count += count;
}

static heard whole_of(const bl_side *side, const bl_name *name)
{
    heard whole = { .count = 0 };

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i])) {
            const heard part = sounds_of(side, side->tokens[i].word);

            append(&whole, &part);
        }
    }
    return whole;
}

/* Whether a word of the name is heard that is long enough to tell it. */
static bool is_part_heard(const bl_side *side, const row *r,
                          const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        heard part;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        part = sounds_of(side, side->tokens[i].word);
        if (part.count >= PART_LEAST &&
            is_heard(r, &part, share_of(&part, PART_PERCENT)))
            return true;
    }
    return false;
}

/* Whether two sounds are heard as they are; a vowel between them may be written
 * with the letter of a w: ون in جون. */
static bool is_short_heard(const row *r, const heard *two)
{
    const heard with_vowel = {
        .sounds = { two->sounds[0], BL_HEARD_W, two->sounds[1] },
        .count = PART_LEAST,
        .parts = 1
    };

    return is_heard(r, two, 0) || is_heard(r, &with_vowel, 0);
}

/* Of a person, of whose name nothing is translated: the given name with the
 * next word, what follows being no part of it (a film's "Reborn"); and a short
 * given name, where all else is ordinary words: it may be a street that is
 * named after somebody. */
static bool is_given_heard(const bl_side *side, const row *r,
                           const bl_name *name)
{
    heard two = { .count = 0 };
    heard given = { .count = 0 };
    uint32_t words = 0;
    bool ordinary = true;

    for (uint32_t i = name->first; i < name->limit; i++) {
        heard part;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        part = sounds_of(side, side->tokens[i].word);
        if (words == 0)
            given = part;
        else
            ordinary = ordinary && is_ordinary(side, &side->tokens[i]);
        if (words++ < FULL_NAME)
            append(&two, &part);
    }
    if (words > FULL_NAME && two.count >= WHOLE_LEAST &&
        is_heard(r, &two, most_of(r, &two)))
        return true;
    return ordinary && given.count + 1 == PART_LEAST &&
           is_short_heard(r, &given);
}

/* Of another name, whose ordinary words may be translated: the others. Of one
 * or two sounds nothing can be told, but for a word that no dictionary has; its
 * w is none of the vowels that it may be elsewhere. */
static bool is_proper_heard(const bl_side *side, const row *r,
                            const bl_name *name)
{
    heard proper = { .count = 0 };
    bool rare = true;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];
        heard part;

        if (!bl_is_name_word(token) || is_ordinary(side, token))
            continue;
        part = sounds_of(side, token->word);
        append(&proper, &part);
        rare = rare && bl_language_spelling(side->language, token->word) ==
                           BL_VERDICT_BAD;
    }
    if (proper.count >= PART_LEAST)
        return is_heard(r, &proper,
                        share_of(&proper, proper.count >= WHOLE_LEAST
                                              ? PROPER_PERCENT
                                              : PART_PERCENT));
    if (proper.count == 0 || !rare)
        return true;
    for (size_t i = 0; i < proper.count; i++) {
        if (proper.sounds[i] == BL_HEARD_W)
            proper.sounds[i] = BL_HEARD_F;
    }
    return is_heard(r, &proper, 1);
}

/* Whether the name or a part of it is heard, or is too short to be. */
static bool is_heard_in(const bl_naming *n, const row *r, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    const heard whole = whole_of(side, name);

    if (whole.count < WHOLE_LEAST || is_part_heard(side, r, name) ||
        is_heard(r, &whole, most_of(r, &whole)))
        return true;
    return (name->flags & (BL_NAME_GIVEN | BL_NAME_LISTED)) != 0
               ? is_given_heard(side, r, name)
               : is_proper_heard(side, r, name);
}

/* Whether the name is a place with a word behind it that no dictionary has:
 * Jordan Spieth. */
static bool is_place_of_name(const bl_side *side, const bl_name *name)
{
    const bl_token *next = &side->tokens[name->limit];

    return name->words == 1 && (name->flags & BL_NAME_PLACE) != 0 &&
           name->limit < side->token_count && next->gap == BL_GAP_SPACE &&
           bl_is_name_word(next) &&
           (next->traits & (BL_TRAIT_LISTED | BL_TRAIT_TITLE)) == 0 &&
           bl_language_spelling(side->language, next->word) == BL_VERDICT_BAD;
}

/* From the first given name on that has a word behind it: "State Mike
 * Pompeo". A place may be one. */
static bl_name from_given(const bl_side *side, const bl_name *name)
{
    if (is_place_of_name(side, name)) {
        bl_name joined = bl_name_of(side, name->first, name->limit + 1);

        joined.flags |= BL_NAME_GIVEN;
        return joined;
    }
    for (uint32_t i = name->first + 1;
         (name->flags & (BL_NAME_GIVEN | BL_NAME_LISTED)) == 0 &&
         i + 1 < name->limit;
         i++) {
        if (is_given_word(side, i))
            return bl_name_of(side, i, name->limit);
    }
    return *name;
}

/* How many words of the name another one has. */
static uint32_t count_shared(const bl_side *side, const bl_name *name,
                             const bl_name *other)
{
    uint32_t count = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        uint32_t j = other->first;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        while (j < other->limit &&
               (!bl_is_name_word(&side->tokens[j]) ||
                side->tokens[i].word->skeleton_hash !=
                    side->tokens[j].word->skeleton_hash))
            j++;
        count += j < other->limit;
    }
    return count;
}

/* How much of a whole name was heard, and where; 0: not enough. */
static int heard_of(const bl_side *side, const row *r, const bl_name *name,
                    place *at)
{
    const heard whole = whole_of(side, name);

    return whole.count >= WHOLE_LEAST &&
                   find_heard(r, &whole, most_of(r, &whole), at)
               ? (int)whole.count * BL_HEARING_UNIT - at->cost
               : 0;
}

/* Takes from the row what is rather another full name that shares a word with
 * this one: of Steven Lawless nothing is heard in Steven Thomson. Of two that
 * differ in words that are left out, either may be meant. */
static bool take_others(const bl_naming *n, row *r, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    place at;
    bool taken = false;

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        const bl_name other = from_given(side, &n->names[BL_SOURCE][i]);
        uint32_t shared;
        int own;

        if (other.words < FULL_NAME ||
            (other.first < name->limit && name->first < other.limit))
            continue;
        shared = count_shared(side, name, &other);
        if (shared == 0 || shared >= name->words || shared >= other.words)
            continue;
        own = heard_of(side, r, name, &at);
        if (heard_of(side, r, &other, &at) <= own)
            continue;
        for (size_t j = at.first; j < at.limit; j++)
            r->flags[j] |= IS_TAKEN;
        taken = true;
    }
    return taken;
}

/* Whether the name is heard, and not in another one. */
static bool is_name_heard(const bl_naming *n, row *r, const bl_name *name)
{
    bool found = is_heard_in(n, r, name);

    if (found && take_others(n, r, name)) {
        found = is_heard_in(n, r, name);
        for (size_t i = 0; i < r->count; i++)
            r->flags[i] &= (uint8_t)~IS_TAKEN;
    }
    return found;
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

/* Whether the target has the word, or what its language calls the thing. */
static bool is_word_written(const bl_naming *n, const bl_word *word, bool *same)
{
    const bl_side *target = n->side[BL_TARGET];

    *same = bl_is_latin(word) && has_text(target->text, word->text);
    for (uint32_t i = 0; !*same && i < target->token_count; i++) {
        const bl_word *other = target->tokens[i].word;

        if (!is_word(&target->tokens[i]))
            continue;
        *same = word->skeleton_hash == other->skeleton_hash;
        if (*same || bl_naming_same_place(n, word, other))
            return true;
    }
    return *same;
}

/* Whether the target has a word of the name in its letters, or what its
 * language calls it; of a person, all of them: it has a John that is Saint
 * John's. */
static bool is_written(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bool person = is_person(source, name);
    uint32_t missing = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        bool same = false;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        if (is_word_written(n, source->tokens[i].word, &same)) {
            if (same || !person)
                return true;
        } else {
            missing++;
        }
    }
    return missing == 0;
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
    row r = { NULL, NULL, 0, false };

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
