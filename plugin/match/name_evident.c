/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names that say little by themselves, beside one that was lost: a word that
 * the dictionary has with a capital alone, one that it lacks, a capital of a
 * language without dictionary. What they stand for has to say the more.
 */
#include "match/naming.h"

#include "text/similar.h"

/* Letters that two names have in common at the beginning, which may then be
 * forms of one. */
enum { BEGINNING = 3 };

/* Letters, and sounds in another script, from which on a single word can be
 * told from another. */
enum { LETTERS_LEAST = 4, SOUNDS_LEAST = 3 };

/* Words of the name of a city. */
enum { CITY_MOST = 4 };

/* Whether a word of the source that the target does not have begins or sounds
 * like one of the name. */
static bool is_resembled(const bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];
    const bl_name_words *source = &n->words[BL_SOURCE];

    for (uint32_t i = found->first; i < found->limit; i++) {
        const bl_word *word = target->tokens[i].word;

        for (uint32_t j = 0;
             bl_is_name_word(&target->tokens[i]) && j < source->count; j++) {
            const bl_word *other = source->items[j]->word;

            if ((bl_common_prefix(word->skeleton, other->skeleton) >=
                     BEGINNING ||
                 bl_sounds_alike(word->sounds, other->sounds,
                                 BL_SOUNDS_ROUGHLY)) &&
                bl_naming_count(&n->words[BL_TARGET], other) == 0)
                return true;
        }
    }
    return false;
}

bool bl_naming_has_sounds(const bl_side *side, const bl_name *name)
{
    return bl_sounds_count(side->tokens[name->first].word->sounds) >=
           SOUNDS_LEAST;
}

bool bl_naming_begin_alike(const bl_naming *n, const bl_name *name,
                           const bl_name *found)
{
    const bl_word *a = n->side[BL_SOURCE]->tokens[name->first].word;
    const bl_word *b = n->side[BL_TARGET]->tokens[found->first].word;

    return bl_common_prefix(a->skeleton, b->skeleton) != 0 ||
           bl_sounds_begin_alike(a->sounds, b->sounds);
}

/* Whether a single word that the source has lost is a name that is not
 * translated, for the single word `found`. Of one that no dictionary has that
 * is so, and of one that is known with a capital alone, but for places and
 * others that the lists have in the form of each language; unless they have the
 * other one as well, as what is no form of it. */
static bool is_untranslated(const bl_naming *n, const bl_name *name,
                            const bl_name *found)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_word *word = source->tokens[name->first].word;
    const bl_word *other = n->side[BL_TARGET]->tokens[found->first].word;

    if (name->words == 1 && (word->letter_case != BL_CASE_INITIAL ||
                             word->letters < LETTERS_LEAST))
        return false;
    if ((bl_naming_is_unknown(source, name) &&
         !source->language->noun_capitals) ||
        (n->both_latin && (name->flags & (BL_NAME_LISTED | BL_NAME_PLACE)) ==
                              BL_NAME_LISTED))
        return true;
    return found->words == 1 && name->words == 1 &&
           (name->flags & BL_NAME_INITIAL) == 0 &&
           bl_naming_is_known(source, name) &&
           (bl_exonyms_stay(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                            word->skeleton_hash) ||
            bl_exonyms_have(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                            other->skeleton_hash)) &&
           !bl_naming_begin_alike(n, name, found);
}

bool bl_naming_is_city(const bl_naming *n, int side, const bl_name *name)
{
    const bl_token *tokens = n->side[side]->tokens;
    uint32_t words[CITY_MOST];
    size_t count = 0;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (!bl_is_name_word(&tokens[i]))
            continue;
        if (count == CITY_MOST)
            return false;
        words[count++] = tokens[i].word->skeleton_hash;
    }
    return bl_exonyms_city(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET], words,
                           count);
}

/* Whether a name that the source has lost is a city, which would have been
 * found, and `found` is not another form of it: another city is none. */
static bool is_lost_city(const bl_naming *n, const bl_name *name,
                         const bl_name *found, bool city)
{
    return bl_naming_is_city(n, BL_SOURCE, name) &&
           !bl_naming_is_within(n->side[BL_SOURCE], name) &&
           (city || !bl_naming_begin_alike(n, name, found));
}

/* Whether the name of the source may have been lost for `found`, which says
 * little by itself: a full name was, or a country for what is but a name and no
 * city, which may be its capital. For one that nobody knows, which is no
 * translation then, a capital is enough, unless the two are forms of one
 * name. */
static bool is_evident(const bl_naming *n, const bl_name *name,
                       const bl_name *found, bool unknown, bool city)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bool country = (found->flags & BL_NAME_COUNTRY) != 0;
    const bool proper = found->judged != 0 && found->proper != 0 && !country;

    /* Ordinary words may be the name of a thing in translation. */
    if (name->words >= BL_NAME_FULL &&
        (found->proper != 0 || country
             ? bl_naming_likelihood(source, name) >= BL_NAME_SURE
             : (name->flags & BL_NAME_GIVEN) != 0 && name->judged != 0 &&
                   name->proper == name->words))
        return true;
    if (is_resembled(n, found))
        return false;
    if ((name->flags & BL_NAME_COUNTRY) != 0)
        return proper && !bl_naming_is_within(source, name) &&
               !city;
    if ((name->flags & BL_NAME_BODY) != 0 && unknown &&
        !bl_naming_is_within(source, name) &&
        bl_naming_is_known_there(n, BL_SOURCE, name) &&
        !bl_naming_begin_alike(n, name, found))
        return true;
    return (proper && is_lost_city(n, name, found, city)) ||
           is_untranslated(n, name, found) ||
           (unknown && n->both_latin && bl_naming_has_capital(source, name));
}

/* From one script to another a single name stands for a single one, and both
 * have to sound like something; but Latin letters in the midst of another
 * script were taken over as they are. Of some languages nobody knows the
 * script. */
static bool is_unlike(const bl_naming *n, const bl_name *name,
                      const bl_name *found)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];
    const bool latin = bl_is_latin(source->tokens[name->first].word);

    if (name->words != 1 || found->words != 1 ||
        target->language->locale.script[0] == '\0' || is_resembled(n, found) ||
        (!is_untranslated(n, name, found) &&
         !is_lost_city(n, name, found, false)))
        return false;
    return latin == bl_is_latin(target->tokens[found->first].word)
               ? latin
               : bl_naming_has_sounds(source, name) &&
                     bl_naming_has_sounds(target, found);
}

bl_name *bl_naming_find_evident(bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];
    const bool unknown = bl_naming_is_unknown(target, found);
    const bool city = bl_naming_is_city(n, BL_TARGET, found) &&
                      !bl_naming_is_within(target, found);

    if (!city && !unknown && !bl_naming_is_known(target, found) &&
        !((n->both_latin || !n->same_script) &&
          bl_naming_has_capital(target, found)) &&
        (found->flags & BL_NAME_COUNTRY) == 0)
        return NULL;
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];

        /* The capital is said for the country. */
        if ((found->flags & BL_NAME_COUNTRY) != 0 &&
            bl_naming_is_city(n, BL_SOURCE, name))
            continue;
        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_TAKEN)) == 0 &&
            !bl_naming_are_labels(n, name, found) &&
            ((city && is_lost_city(n, name, found, city)) ||
             (n->same_script ? is_evident(n, name, found, unknown, city)
                             : is_unlike(n, name, found))))
            return name;
    }
    return NULL;
}
