/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Full names that are not heard in the target.
 *
 * A script without case does not say where a name stands. But a full name of
 * the source keeps its sounds there: where neither all of it nor any of its
 * parts is to be heard, it is not in the target. So is it in the languages
 * that say so in dictionaries/ (heard|names), of which that was measured.
 */
#include "match/naming.h"

#include "match/listening.h"

#include <string.h>

/* Letters of a word of prose, which is no "of" or "and". */
enum { PROSE_LETTERS = 4 };

/* Letters of what companies are called behind their names. */
enum { FORM_LETTERS = 2 };

/* Letters of an adjective of a name. */
enum { ADJECTIVE = 6 };

/* Words of a full name, at most. */
enum { FULL_NAME_MAX = 4 };

/* Bytes of a word that is looked for in others. */
enum { WRITTEN_LEAST = 3 };

/* Sounds of a part and of a whole name from which on it can be told. */
enum { PART_LEAST = 3, WHOLE_LEAST = 4 };

/* Percent of the sounds that may be others: of a part, of the words that are
 * no ordinary ones, of a part of a name that may be translated, and of one of
 * nobody's whom any language knows: one sound of three. */
enum {
    PART_PERCENT = 8,
    PROPER_PERCENT = 18,
    ROUGH_PERCENT = 25,
    NEARLY_PERCENT = 34
};

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

/* Whether a place can be found by its name in the target: not where each of its
 * letters is a token. */
static bool has_words(const bl_side *target)
{
    for (uint32_t i = 0; i < target->token_count; i++) {
        if (bl_token_is_word(&target->tokens[i]) &&
            (target->tokens[i].flags & BL_TOKEN_GLYPH) == 0 &&
            !bl_is_latin(target->tokens[i].word))
            return true;
    }
    return false;
}

/* Whether the word may be of a name, and of nothing else. `surname`: a given
 * name stands before it. `places`: so may a word that has a form of its own in
 * each language. */
static bool is_of_name(const bl_naming *n, const bl_word *word, bool surname,
                       bool places)
{
    return (word->set & other_senses(surname)) == 0 &&
           (word->letter_case != BL_CASE_UPPER || word->letters == 1) &&
           (places ||
            !bl_exonyms_have(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                             word->skeleton_hash));
}

static bool is_of_words(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bool given = (name->flags & BL_NAME_GIVEN) != 0;
    const bool places =
        given || habit >= BL_HEARS_PARTED ||
        (habit == BL_HEARS_NAMES && has_words(n->side[BL_TARGET]));
    uint32_t mixed = 0; /* one word may be McDonald, all are an identifier */

    for (uint32_t i = name->first; i < name->limit; i++) {
        mixed += bl_is_name_word(&side->tokens[i]) &&
                 side->tokens[i].word->letter_case == BL_CASE_MIXED;
        if (bl_is_name_word(&side->tokens[i]) &&
            !is_of_name(n, side->tokens[i].word,
                        given && (i != name->first || !is_given_word(side, i)),
                        places))
            return false;
    }
    return mixed < name->words;
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
    return (token->word->set & BL_SENSE_BIT(BL_SENSE_KNOWN)) != 0 ||
           bl_language_common(side->language, token->word) == BL_VERDICT_GOOD;
}

/* Whether the given name is a common word, and those behind it are: "Mark
 * All". */
static bool is_phrase(const bl_side *side, const bl_name *name)
{
    const bl_sense *given = bl_language_sense(
        side->language, side->tokens[name->first].word->root, BL_SENSE_GIVEN);

    if (given == NULL || (given->flags & BL_SENSE_WEAK) == 0)
        return false;
    for (uint32_t i = name->first + 1; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            !is_ordinary(side, &side->tokens[i]))
            return false;
    }
    return true;
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

/* Whether it is a surname behind a title, which no dictionary has: Mr Crick. */
static bool is_titled(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bl_word *word = side->tokens[name->first].word;

    return habit == BL_HEARS_NAMES && name->words == 1 &&
           (name->flags & (BL_NAME_TITLED | BL_NAME_LISTED | BL_NAME_PLACE |
                           BL_NAME_ACRONYM)) == BL_NAME_TITLED &&
           word->letter_case == BL_CASE_INITIAL && is_prose(side) &&
           is_of_words(n, name, habit) &&
           bl_language_spelling(side->language, word) == BL_VERDICT_BAD;
}

/* Whether it is a full name that the language keeps the sounds of, without
 * doubt. */
static bool is_full_name(const bl_naming *n, const bl_name *name, uint8_t habit)
{
    const bl_side *side = n->side[BL_SOURCE];
    bl_name judged = *name;

    if (is_titled(n, name, habit))
        return true;
    if (name->words < BL_NAME_FULL || name->words > FULL_NAME_MAX ||
        (name->flags & (BL_NAME_PLACE | BL_NAME_ACRONYM)) != 0)
        return false;
    if ((name->flags & BL_NAME_LISTED) != 0)
        return true;
    if (!is_of_words(n, name, habit))
        return false;
    if ((name->flags & BL_NAME_GIVEN) != 0)
        return !is_phrase(side, name) &&
               (is_prose(side) || !has_ordinary(side, name));
    if (side->language->noun_capitals || !is_prose(side) ||
        (has_ordinary(side, name) && bl_naming_is_in_label(side, name)))
        return false;
    judged.proper = judged.rare = judged.judged = 0;
    bl_judge_name(side, &judged);
    return habit != BL_HEARS_PERSONS
               ? judged.proper != 0
               : judged.rare != 0 && judged.proper == judged.words;
}

/* Whether a word of the name is heard that has enough sounds, of which so many
 * percent may be others. A breath may be written with a letter that is more
 * than one: Хагман. */
static bool is_part_like(const bl_side *side, const bl_sound_row *r,
                         const bl_name *name, int percent)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        bl_wanted part;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        part = bl_wanted_word(side, side->tokens[i].word);
        if (part.weight >= PART_LEAST &&
            bl_row_has(r, &part, bl_wanted_share(&part, percent) +
                                     (int)(part.count - part.weight)))
            return true;
    }
    return false;
}

static bool is_part_heard(const bl_side *side, const bl_sound_row *r,
                          const bl_name *name)
{
    return is_part_like(side, r, name, PART_PERCENT);
}

/* Whether two sounds are heard as they are, but for an h, in a word of their
 * own. A vowel about them may be written with the letter of a w: ون in جون. */
static bool is_short_heard(const bl_sound_row *r, const bl_wanted *two)
{
    const int breaths = (int)(two->count - two->weight);

    if (bl_row_has(r, two, breaths) || two->count == BL_HEARING_MAX)
        return true;
    for (size_t at = 0; at <= two->count; at++) {
        bl_wanted with_vowel = *two;

        memmove(with_vowel.sounds + at + 1, two->sounds + at, two->count - at);
        with_vowel.sounds[at] = BL_HEARD_W;
        with_vowel.count++;
        if (bl_row_has(r, &with_vowel, breaths))
            return true;
    }
    return false;
}

/* Whether three sounds are heard, of which one may be like another, or that
 * have two long vowels between them. */
static bool is_nearly_heard(const bl_sound_row *r, const bl_wanted *three)
{
    return bl_row_has(r, three, 2);
}

/* Of a person, of whose name nothing is translated: the given name with the
 * next word, what follows being no part of it (a film's "Reborn"); a short
 * surname, where capitals tell names from words; and a short given name, where
 * all else is ordinary words: it may be a street or a company that is named
 * after somebody. Of a single sound nothing can be told. */
static bool is_given_heard(const bl_side *side, const bl_sound_row *r,
                           const bl_name *name)
{
    bl_wanted two = { .count = 0 };
    bl_wanted given = { .count = 0 };
    bl_wanted last = { .count = 0 };
    uint32_t words = 0;
    bool ordinary = true;

    for (uint32_t i = name->first; i < name->limit; i++) {
        bl_wanted part;

        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        part = bl_wanted_word(side, side->tokens[i].word);
        if (words == 0)
            given = part;
        else
            ordinary = ordinary && is_ordinary(side, &side->tokens[i]);
        if (words++ < BL_NAME_FULL)
            bl_wanted_add(&two, &part);
        last = part;
    }
    if (r->cased && words >= BL_NAME_FULL && last.weight + 1 == PART_LEAST &&
        is_short_heard(r, &last))
        return true;
    if (words > BL_NAME_FULL && two.weight >= WHOLE_LEAST &&
        bl_row_has(r, &two, bl_wanted_most(r, &two)))
        return true;
    return ordinary && (given.weight + 1 < PART_LEAST ||
                        (given.weight + 1 == PART_LEAST &&
                         is_short_heard(r, &given)) ||
                        (given.weight == PART_LEAST &&
                         is_nearly_heard(r, &given)));
}

/* Whether a word of two sounds is heard, which one may be like another. A w at
 * its beginning may be a v, and is none of the vowels that it is elsewhere. */
static bool is_rare_heard(const bl_sound_row *r, const bl_wanted *word)
{
    bl_wanted with_v = *word;

    if (word->sounds[0] != BL_HEARD_W)
        return bl_row_has(r, word, 1) || is_short_heard(r, word);
    with_v.sounds[0] = BL_HEARD_F;
    return is_short_heard(r, word) || is_short_heard(r, &with_v);
}

/* Of another name, whose ordinary words may be translated: the others, without
 * its "Co". Of few sounds nothing can be told, but for two of one word that no
 * dictionary has. */
static bool is_proper_heard(const bl_side *side, const bl_sound_row *r,
                            const bl_name *name)
{
    bl_wanted proper = { .count = 0 };
    const bl_word *rare = NULL;
    uint32_t words = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];
        bl_wanted part;

        if (!bl_is_name_word(token) || is_ordinary(side, token) ||
            (i + 1 == name->limit && words != 0 &&
             token->word->letters <= FORM_LETTERS))
            continue;
        part = bl_wanted_word(side, token->word);
        bl_wanted_add(&proper, &part);
        rare = token->word;
        words++;
    }
    if (proper.weight >= WHOLE_LEAST)
        return bl_row_has(r, &proper,
                          bl_wanted_share(&proper, PROPER_PERCENT));
    if (proper.weight == PART_LEAST)
        return is_nearly_heard(r, &proper);
    return words != 1 || proper.weight + 1 < PART_LEAST ||
           bl_language_spelling(side->language, rare) != BL_VERDICT_BAD ||
           is_rare_heard(r, &proper);
}

/* With what stands in small letters between its words: del Pino. */
static bool is_heard_with_particles(const bl_side *side, const bl_sound_row *r,
                                    const bl_name *name)
{
    bl_wanted all = { .count = 0 };
    uint32_t words = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];
        bl_wanted part;

        if (token->kind != BL_TOKEN_WORD)
            continue;
        part = bl_wanted_word(side, token->word);
        bl_wanted_add(&all, &part);
        words++;
    }
    return words != name->words &&
           bl_row_has(r, &all, bl_wanted_most(r, &all));
}

/* Whether the name or a part of it is heard, or is too short to be. */
static bool is_heard_in(const bl_side *side, const bl_sound_row *r,
                        const bl_name *name)
{
    const bl_wanted whole = bl_wanted_name(side, name);

    if (whole.weight < WHOLE_LEAST ||
        bl_row_has(r, &whole, bl_wanted_most(r, &whole)) ||
        is_part_heard(side, r, name) || is_heard_with_particles(side, r, name))
        return true;
    return (name->flags & (BL_NAME_GIVEN | BL_NAME_LISTED)) != 0
               ? is_given_heard(side, r, name)
               : is_proper_heard(side, r, name);
}

/* Whether the name is a place with a word behind it that no dictionary has,
 * and the target does not have the place: Jordan Spieth. */
static bool is_place_of_name(const bl_naming *n, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bl_token *next = &side->tokens[name->limit];

    return name->words == 1 && (name->flags & BL_NAME_PLACE) != 0 &&
           name->limit < side->token_count && next->gap == BL_GAP_SPACE &&
           bl_is_name_word(next) &&
           (next->traits & (BL_TRAIT_LISTED | BL_TRAIT_TITLE)) == 0 &&
           bl_language_spelling(side->language, next->word) == BL_VERDICT_BAD &&
           !bl_naming_has_group(n, BL_TARGET, name->group);
}

/* From the first given name on that has a word behind it: "State Mike
 * Pompeo". A place may be one. */
static bl_name from_given(const bl_naming *n, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];

    if (is_place_of_name(n, name)) {
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
        while (j < other->limit && (!bl_is_name_word(&side->tokens[j]) ||
                                    side->tokens[i].word->skeleton_hash !=
                                        side->tokens[j].word->skeleton_hash))
            j++;
        count += j < other->limit;
    }
    return count;
}

/* How much of a whole name was heard, and where; 0: not enough. */
static int heard_of(const bl_side *side, const bl_sound_row *r,
                    const bl_name *name, bl_heard_place *at)
{
    const bl_wanted whole = bl_wanted_name(side, name);

    return whole.weight >= WHOLE_LEAST &&
                   bl_row_find(r, &whole, bl_wanted_most(r, &whole), at)
               ? (int)whole.weight * BL_HEARING_UNIT - at->cost
               : 0;
}

/* Takes from the row what is rather another full name that shares a word with
 * this one: of Steven Lawless nothing is heard in Steven Thomson. Of two that
 * differ in words that are left out, either may be meant. */
static bool take_others(const bl_naming *n, bl_sound_row *r,
                        const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    bl_heard_place at;
    bool taken = false;

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        const bl_name other = from_given(n, &n->names[BL_SOURCE][i]);
        uint32_t shared;
        int own;

        if (other.words < BL_NAME_FULL ||
            (other.first < name->limit && name->first < other.limit))
            continue;
        shared = count_shared(side, name, &other);
        if (shared == 0 || shared >= name->words || shared >= other.words)
            continue;
        own = heard_of(side, r, name, &at);
        if (heard_of(side, r, &other, &at) <= own)
            continue;
        bl_row_take(r, &at);
        taken = true;
    }
    return taken;
}

/* With its surname first, as Japanese names have it in Korean: Shinzo Abe. */
static bool is_turned_heard(const bl_side *side, const bl_sound_row *r,
                            const bl_name *name)
{
    bl_wanted turned = { .count = 0 };

    for (uint32_t i = name->limit; name->words == 2 && i > name->first; i--) {
        if (bl_is_name_word(&side->tokens[i - 1])) {
            const bl_wanted part =
                bl_wanted_word(side, side->tokens[i - 1].word);

            bl_wanted_add(&turned, &part);
        }
    }
    return turned.weight >= WHOLE_LEAST &&
           bl_row_has(r, &turned, bl_wanted_most(r, &turned));
}

/* As the language of the source spells names from elsewhere, Jevhen; of few
 * sounds nothing can be told, Jana. */
static bool is_respelled_heard(const bl_naming *n, const bl_sound_row *r,
                               const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    bl_wanted whole;

    if (side->language->orthography.list[BL_SPELLED].count == 0)
        return false;
    whole = bl_wanted_respelled(side, name, n->arena);
    return whole.weight < WHOLE_LEAST ||
           bl_row_has(r, &whole, bl_wanted_most(r, &whole));
}

/* Whether all of it is heard as it is said elsewhere: Jágr, Charest. */
static bool is_said(const bl_naming *n, const bl_sound_row *r,
                    const bl_name *name)
{
    bl_wanted whole;

    for (size_t way = 0; way < BL_SAID_WAYS; way++) {
        if (bl_wanted_said(n->side[BL_SOURCE], name, way, &whole) &&
            whole.weight + 1 >= WHOLE_LEAST &&
            bl_row_has(r, &whole, bl_wanted_most(r, &whole)))
            return true;
    }
    return false;
}

/* Whether the name is heard, and not in another one. */
static bool is_name_heard(const bl_naming *n, bl_sound_row *r,
                          const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    bool found = is_heard_in(side, r, name);

    if (!found && n->side[BL_TARGET]->language->turns_names)
        return is_turned_heard(side, r, name);
    if (found && take_others(n, r, name)) {
        found = is_heard_in(side, r, name);
        bl_row_release(r);
    }
    return found;
}

/* Whether the target has the word, be it written onto another, or what its
 * language calls the thing. */
static bool is_word_written(const bl_naming *n, const bl_word *word, bool *same)
{
    const bl_side *target = n->side[BL_TARGET];

    *same = bl_is_latin(word) && word->text.size >= WRITTEN_LEAST &&
            bl_str_has(target->text, word->text);
    for (uint32_t i = 0; !*same && i < target->token_count; i++) {
        const bl_word *other = target->tokens[i].word;

        if (!bl_token_is_word(&target->tokens[i]))
            continue;
        *same = word->skeleton_hash == other->skeleton_hash;
        if (*same || bl_naming_same_place(n, word, other))
            return true;
    }
    return *same;
}

/* Whether the target has a word of the name in its letters, or what its
 * language calls it; of a person, all but ordinary ones: it has a John that is
 * Saint John's, but a Christian Church too. */
static bool is_written(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bool person = is_person(source, name);
    uint32_t written = 0;
    uint32_t missing = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        bool same = false;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        if (is_word_written(n, source->tokens[i].word, &same)) {
            if (same || !person)
                return true;
            written++;
        } else if (!is_ordinary(source, &source->tokens[i])) {
            missing++;
        }
    }
    return written != 0 && missing == 0;
}

/* Whether a word in small letters goes on where a word of the name ends, as
 * adjectives do in a script with capitals: норманский, of Norman. Of few sounds
 * nothing can be told. */
static bool has_adjective(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = source->tokens[i].word;

        if (!bl_is_name_word(&source->tokens[i]) ||
            bl_sounds_count(word->sounds) < WHOLE_LEAST)
            continue;
        for (uint32_t j = 0; j < target->token_count; j++) {
            if ((target->tokens[j].traits & BL_TRAIT_LOWER) != 0 &&
                bl_token_is_word(&target->tokens[j]) &&
                bl_sounds_begin(word->sounds, target->tokens[j].word->sounds))
                return true;
        }
    }
    return false;
}

bool bl_naming_full_name(const bl_naming *n, uint32_t index, uint8_t habit,
                         bl_name *name)
{
    *name = from_given(n, &n->names[BL_SOURCE][index]);
    return is_full_name(n, name, habit);
}

bool bl_naming_is_gone(const bl_naming *n, bl_name *name)
{
    if (bl_naming_is_told(n, BL_SOURCE, name))
        return false;
    if ((name->flags & BL_NAME_LISTED) == 0)
        return true;
    bl_naming_answer(n, BL_SOURCE, name);
    return (name->flags & BL_NAME_ANSWERED) == 0;
}

/* ---- strangers ---------------------------------------------------------- */

/* Whether something like a word of the name is heard that is no ordinary one:
 * it may be spelled in a way that nobody expects. */
static bool is_roughly_heard(const bl_side *side, const bl_sound_row *r,
                             const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        bl_wanted part;

        if (!bl_is_name_word(&side->tokens[i]) ||
            is_ordinary(side, &side->tokens[i]))
            continue;
        part = bl_wanted_word(side, side->tokens[i].word);
        if (part.weight >= WHOLE_LEAST &&
            bl_row_has(r, &part, bl_wanted_share(&part, ROUGH_PERCENT)))
            return true;
    }
    return false;
}

bool bl_naming_is_nearly_heard(const bl_naming *n, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bl_wanted whole = bl_wanted_name(side, name);
    bl_sound_row target = { NULL, NULL, 0, false };

    return !bl_listen(n->side[BL_TARGET], n->arena, &target) ||
           bl_row_has(&target, &whole,
                      bl_wanted_share(&whole, NEARLY_PERCENT)) ||
           is_part_like(side, &target, name, NEARLY_PERCENT);
}

/* A full name of the target, in a script with capitals, of which nothing is
 * heard in the source; NULL: there is none. */
static const bl_name *find_stranger(const bl_naming *n)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_sound_row source = { NULL, NULL, 0, false };

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        const bl_name *name = &n->names[BL_TARGET][i];

        if (name->words < BL_NAME_FULL || name->words > FULL_NAME_MAX ||
            (name->flags & (BL_NAME_LISTED | BL_NAME_INITIAL)) != 0 ||
            bl_naming_is_told(n, BL_TARGET, name) ||
            bl_is_name_of_acronyms(target, name))
            continue;
        if (source.sounds == NULL &&
            !bl_listen(n->side[BL_SOURCE], n->arena, &source))
            return NULL;
        if (!is_heard_in(target, &source, name))
            return name;
    }
    return NULL;
}

/* Whether a word is an adjective of a name that the dictionary has: Siberian,
 * of Siberia. It has a form of its own in each language, as the thing has that
 * it is said of. */
static bool has_adjective_of_name(const bl_naming *n, const bl_name *name)
{
    const bl_side *side = n->side[BL_SOURCE];

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;
        const bl_word *stem;

        if (!bl_is_name_word(&side->tokens[i]) || word->letters < ADJECTIVE ||
            (unsigned char)word->text.ptr[word->text.size - 1] >= 0x80 ||
            is_ordinary(side, &side->tokens[i]))
            continue;
        stem = bl_language_word(side->language,
                                bl_str_of(word->text.ptr, word->text.size - 1),
                                n->arena);
        if (stem != NULL &&
            bl_language_spelling(side->language, word) == BL_VERDICT_GOOD &&
            bl_language_spelling(side->language, stem) == BL_VERDICT_GOOD)
            return true;
    }
    return false;
}

/* Whether no list says that it is somebody, nor a given name or a title. */
static bool is_nobody(const bl_name *name)
{
    return (name->flags &
            (BL_NAME_GIVEN | BL_NAME_LISTED | BL_NAME_TITLED)) == 0;
}

/* ---- all ---------------------------------------------------------------- */

/* What is known of the names of a pair. */
typedef struct listener {
    bl_naming *n;
    bl_sound_row target;
    bool deaf; /* it cannot be listened to */
} listener;

/* Whether the name is not in the target, neither by sound nor otherwise. */
static bool is_missing(listener *l, bl_name *name)
{
    bl_naming *n = l->n;

    if (l->target.sounds == NULL)
        l->deaf = !bl_listen(n->side[BL_TARGET], n->arena, &l->target);
    return !l->deaf && !is_name_heard(n, &l->target, name) &&
           !is_respelled_heard(n, &l->target, name) &&
           !is_said(n, &l->target, name) && !is_written(n, name) &&
           !has_adjective(n, name) &&
           bl_naming_is_gone(n, name);
}

void bl_naming_find_unheard(bl_naming *n, uint8_t habit)
{
    listener l = { .n = n };

    if (n->same_script || habit == BL_HEARS_NONE)
        return;
    if (habit >= BL_HEARS_PARTED) {
        bl_naming_find_parted(n);
        return;
    }
    for (uint32_t i = 0; i < n->count[BL_SOURCE] && !l.deaf; i++) {
        const bl_name *stranger = NULL;
        bl_name name;
        const bool sure = bl_naming_full_name(n, i, habit, &name);

        /* What may be translated, where another full name stands. */
        if (!sure && (habit != BL_HEARS_PERSONS ||
                      !is_full_name(n, &name, BL_HEARS_NAMES)))
            continue;
        if (!is_missing(&l, &name))
            continue;
        /* A new word made of two, or two that lost the space between them. */
        if (bl_is_composed_name(n->side[BL_SOURCE], &name) ||
            (is_nobody(&name) && has_adjective_of_name(n, &name)))
            continue;
        if (!sure && !is_roughly_heard(n->side[BL_SOURCE], &l.target, &name))
            stranger = find_stranger(n);
        if (sure)
            bl_naming_add(n, BL_NAME_UNHEARD, name.span, (bl_span){ 0, 0 },
                          bl_str_of(NULL, 0));
        else if (stranger != NULL)
            bl_naming_add(n, BL_NAME_REPLACED, name.span, stranger->span,
                          bl_str_of(NULL, 0));
    }
}
