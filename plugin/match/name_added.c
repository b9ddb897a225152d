/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Persons of the target that the source does not have.
 *
 * Translators leave names out, but hardly add one: they say "the minister" for
 * his name, not his name for "the minister". So a full name that begins with a
 * given name is told alone where the letters of names stay as they are; and
 * from another script where nothing sounds like it, as in the other direction,
 * and then also a name of words that no dictionary has.
 */
#include "match/naming.h"

#include <string.h>

/* Persons that are added to one text by mistake. */
enum { ADDED_MOST = 2 };

/* Letters of each word of a name that was copied. */
enum { COPIED_LEAST = 3 };

/* Letters of an ending of an acronym. */
enum { ACRONYM_ENDING = 3 };

/* Whether the word is made of the first letters of the name: "JE". */
static bool is_initials(const bl_side *side, const bl_name *name,
                        const bl_word *word)
{
    size_t at = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];

        if (!bl_is_name_word(token))
            continue;
        if (at == word->text.size ||
            word->text.ptr[at] != token->word->text.ptr[0])
            return false;
        at++;
    }
    return at == word->text.size;
}

/* The capitals that a word begins with, in front of small letters. */
static size_t count_capitals(bl_str text)
{
    size_t count = 0;

    while (count < text.size && text.ptr[count] >= 'A' &&
           text.ptr[count] <= 'Z')
        count++;
    return count < text.size ? count : 0;
}

/* "URLene" of "URLs": an acronym that each language has an ending for. */
static bool has_same_acronym(bl_str text, bl_str other)
{
    const size_t size = count_capitals(text);

    return size > 1 && text.size - size <= ACRONYM_ENDING &&
           other.size >= size &&
           memcmp(text.ptr, other.ptr, size) == 0 &&
           (other.size == size || count_capitals(other) == size);
}

bool bl_naming_is_of_acronym(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];
    const bl_str text = bl_side_text(target, name->span);

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *word = source->tokens[i].word;

        if (bl_token_is_word(&source->tokens[i]) &&
            (name->words > 1 ? word->letter_case == BL_CASE_UPPER &&
                                   word->letters > 1 &&
                                   is_initials(target, name, word)
                             : has_same_acronym(text, word->text)))
            return true;
    }
    return false;
}

/* Whether the source has a word of the name, be it in small letters, or its
 * first letters. */
static bool is_in_source(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *word = source->tokens[i].word;

        if (!bl_token_is_word(&source->tokens[i]))
            continue;
        if (word->letter_case == BL_CASE_UPPER &&
            is_initials(target, name, word))
            return true;
        for (uint32_t j = name->first; j < name->limit; j++) {
            if (bl_is_name_word(&target->tokens[j]) &&
                target->tokens[j].word->skeleton_hash == word->skeleton_hash)
                return true;
        }
    }
    return false;
}

/* Whether the dictionary has none of its words as an ordinary one. Without a
 * dictionary the given name may be no ordinary word, nor have its capital from
 * the sentence. */
static bool is_person_by_words(const bl_side *side, const bl_name *name)
{
    const bl_sense *given = bl_language_sense(
        side->language, side->tokens[name->first].word->root, BL_SENSE_GIVEN);

    return name->judged != 0
               ? name->proper == name->words
               : (name->flags & BL_NAME_INITIAL) == 0 && given != NULL &&
                     (given->flags & BL_SENSE_WEAK) == 0;
}

/* Whether the source is the name of a message, "translator-credits", and says
 * nothing of what stands there. */
static bool is_key(const bl_side *source)
{
    for (uint32_t i = 1; i < source->token_count; i++) {
        if (source->tokens[i].gap != BL_GAP_NONE)
            return false;
    }
    return true;
}

/* In one script. More than two are those who made the translation. */
static void find_persons(bl_naming *n)
{
    const unsigned others = BL_NAME_LISTED | BL_NAME_ANSWERED;
    bl_span added[ADDED_MOST];
    uint32_t count = 0;

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        bl_name name = n->names[BL_TARGET][i];

        if ((name.flags & BL_NAME_GIVEN) == 0 || name.words < BL_NAME_FULL ||
            bl_naming_is_told(n, BL_TARGET, &name))
            continue;
        bl_naming_answer(n, BL_TARGET, &name);
        if ((name.flags & others) != 0 || is_in_source(n, &name))
            continue;
        bl_judge_name(n->side[BL_TARGET], &name);
        if (!is_person_by_words(n->side[BL_TARGET], &name) ||
            bl_is_composed_name(n->side[BL_TARGET], &name))
            continue;
        if (count == ADDED_MOST)
            return;
        added[count++] = name.span;
    }
    for (uint32_t i = 0; i < count; i++)
        bl_naming_add(n, BL_NAME_ADDED, (bl_span){ 0, 0 }, added[i],
                      bl_str_of(NULL, 0));
}

/* With source and target exchanged, in the arena; NULL: no memory. */
static bl_naming *turn(const bl_naming *n)
{
    bl_naming *to = bl_arena_alloc(n->arena, 1, sizeof(*to));

    if (to == NULL)
        return NULL;
    to->arena = n->arena;
    to->same_script = n->same_script;
    to->both_latin = n->both_latin;
    to->heard_latin = n->heard_latin;
    to->unanswered = false;
    for (int i = BL_SOURCE; i <= BL_TARGET; i++) {
        to->side[i] = n->side[1 - i];
        to->words[i] = n->words[1 - i];
        to->exonyms[i] = n->exonyms[1 - i];
        to->count[i] = n->count[1 - i];
        memcpy(to->names[i], n->names[1 - i],
               n->count[1 - i] * sizeof(to->names[i][0]));
    }
    to->difference_count = n->difference_count;
    for (uint32_t i = 0; i < n->difference_count; i++) {
        to->differences[i] = n->differences[i];
        to->differences[i].source = n->differences[i].target;
        to->differences[i].target = n->differences[i].source;
    }
    return to;
}

/* Whether the name begins with a given name. */
static bool is_person(const bl_side *side, const bl_name *name)
{
    const bl_token *first = &side->tokens[name->first];

    return name->words >= BL_NAME_FULL && bl_is_name_word(first) &&
           (first->word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0;
}

/* Whether no dictionary has any of its words: what has a name of its own in
 * each language is mostly made of words that one has. */
static bool is_of_unknown_words(const bl_side *side, const bl_name *name)
{
    bl_name judged = *name;

    if (name->words < BL_NAME_FULL)
        return false;
    judged.proper = judged.rare = judged.judged = 0;
    bl_judge_name(side, &judged);
    return judged.rare == judged.words;
}

/* Whether somebody stands there whom the source may be asked for. */
static bool may_be_stranger(const bl_side *side, const bl_name *name)
{
    return is_person(side, name) || is_of_unknown_words(side, name);
}

static bool has_strangers(const bl_naming *n)
{
    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        if (may_be_stranger(n->side[BL_TARGET], &n->names[BL_TARGET][i]))
            return true;
    }
    return false;
}

/* Whether one of the names begins there that a stranger has, of whom nothing is
 * heard; of unknown words, which may be a place's, not even nearly. */
static bool begins_stranger(const bl_naming *turned, bl_span span)
{
    const bl_side *side = turned->side[BL_SOURCE];

    for (uint32_t i = 0; i < turned->count[BL_SOURCE]; i++) {
        const bl_name *name = &turned->names[BL_SOURCE][i];

        if (name->span.start == span.start)
            return is_person(side, name) ||
                   (is_of_unknown_words(side, name) &&
                    !bl_naming_is_nearly_heard(turned, name));
    }
    return false;
}

/* From another script: those that nothing sounds like in the source. */
static void find_strangers(bl_naming *n, uint8_t habit)
{
    bl_naming *turned = has_strangers(n) ? turn(n) : NULL;

    if (turned == NULL)
        return;
    bl_naming_find_unheard(turned, habit);
    for (uint32_t i = n->difference_count; i < turned->difference_count; i++) {
        const bl_name_difference *d = &turned->differences[i];

        if (begins_stranger(turned, d->source))
            bl_naming_add(n,
                          d->kind == BL_NAME_UNHEARD ? BL_NAME_UNHEARD_OF
                                                     : BL_NAME_REPLACED,
                          d->target, d->source, bl_str_of(NULL, 0));
    }
}

/* Whether the language of the source has none of the words as an ordinary one,
 * by its dictionary. */
static bool is_proper_in_source(const bl_naming *n, const bl_name *name)
{
    bl_language *source = n->side[BL_SOURCE]->language;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = bl_naming_in_source(n, i);

        if (word != NULL &&
            (word->letters < COPIED_LEAST ||
             (word->letter_case != BL_CASE_INITIAL &&
              word->letter_case != BL_CASE_MIXED) ||
             bl_language_common(source, word) != BL_VERDICT_BAD))
            return false;
    }
    return name->words >= BL_NAME_FULL;
}

/* Whether a word of the name may be one of the language, by its syllables. */
static bool has_syllable(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first;
         side->language->syllables != NULL && i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            bl_language_is_plain_syllable(side->language, side->tokens[i].word))
            return true;
    }
    return false;
}

/* In Latin letters in the midst of another script, or of syllables, which are
 * copied from a source in them, be it as a gloss. */
static void find_copied(bl_naming *n)
{
    const unsigned others = BL_NAME_LISTED | BL_NAME_ANSWERED;

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        bl_name *name = &n->names[BL_TARGET][i];

        if ((name->flags & others) != 0 ||
            !bl_is_latin(n->side[BL_TARGET]->tokens[name->first].word) ||
            has_syllable(n->side[BL_TARGET], name) ||
            bl_naming_is_told(n, BL_TARGET, name))
            continue;
        bl_naming_answer(n, BL_TARGET, name);
        /* The dictionary is asked last: it takes longest. */
        if ((name->flags & BL_NAME_ANSWERED) == 0 && !is_in_source(n, name) &&
            is_proper_in_source(n, name))
            bl_naming_add(n, BL_NAME_ADDED, (bl_span){ 0, 0 }, name->span,
                          bl_str_of(NULL, 0));
    }
}

void bl_naming_find_added(bl_naming *n)
{
    const uint8_t habit = n->side[BL_SOURCE]->language->heard_names;

    if (n->side[BL_TARGET]->language->syllables != NULL
            ? n->both_latin
            : !n->same_script &&
                  bl_locale_is_latin(&n->side[BL_SOURCE]->language->locale))
        find_copied(n);
    if (n->both_latin && !is_key(n->side[BL_SOURCE]))
        find_persons(n);
    if (!n->same_script && habit != BL_HEARS_NONE)
        find_strangers(n,
                       habit == BL_HEARS_NAMES ? BL_HEARS_PERSONS : habit);
}
