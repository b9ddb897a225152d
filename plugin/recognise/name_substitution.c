/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Accused is a substitution only: a name of the source that nothing in the
 * target answers, and a name of the target that nothing in the source
 * answers. How much has to speak for each of them depends on what is known:
 * a list, a title, a surname, a dictionary that lacks the words.
 */
#include "recognise/naming.h"

#include "recognise/term_breaks.h"
#include "text/chars.h"
#include "text/utf8.h"

#include <string.h>

/* Evidence of both names together, to report one as an error, or as what
 * seems to be one; and what each has to bring. */
enum { CERTAIN = 4, LIKELY = 4, LIKELY_LEAST = 2, GIVEN = 3 };

/* Words of a full name. */
enum { FULL_NAME = 2 };

/* Letters from which on a country can be told from what merely begins like
 * one; the first letter of scripts whose letters say more. */
enum {
    UNSPACED_LEAST = 4,
    PREFIXED_LEAST = 6,
    COUNTRY_LEAST = 5,
    CJK = 0x2e80
};

/* Letters, and sounds in another script, from which on a single word can be
 * told from another. */
enum { LETTERS_LEAST = 3, SOUNDS_LEAST = 3 };

/* ---- what lists and titles say ------------------------------------------ */

/* How much speaks for a person. */
static int weight(const bl_name *name)
{
    int sum = 0;

    if ((name->flags & BL_NAME_PLACE) != 0)
        return 0;
    sum += (name->flags & BL_NAME_LISTED) != 0 ? 3 : 0;
    sum += (name->flags & BL_NAME_SURNAME) != 0 ? 3 : 0;
    sum += (name->flags & BL_NAME_TITLED) != 0 ? 2 : 0;
    sum += (name->flags & BL_NAME_RARE) != 0 && name->words > 1 ? 2 : 0;
    /* Against it: ordinary words, and a capital that the sentence wants. */
    if ((name->flags &
         (BL_NAME_SURNAME | BL_NAME_LISTED | BL_NAME_TITLED)) == 0) {
        sum -= (name->flags & BL_NAME_COMMON) != 0;
        sum -= (name->flags & BL_NAME_INITIAL) != 0;
    }
    return sum;
}

/* Nothing but a title speaks for an ordinary word: "General Assembly". */
static bool is_mere_title(const bl_name *name)
{
    return (name->flags & (BL_NAME_SURNAME | BL_NAME_LISTED)) == 0 &&
           ((name->flags & BL_NAME_RARE) == 0 || name->words < 2);
}

/* An ordinary word behind a title, "Mr Evil", where nobody knows what the word
 * beside it is: a translation of it as likely as a name. */
static bool may_be_translated(const bl_name *name, const bl_name *other)
{
    return (name->flags & BL_NAME_COMMON) != 0 && name->words == 1 &&
           other->judged == 0;
}

static bool same_title(const bl_name *a, const bl_name *b)
{
    return (a->flags & b->flags & BL_NAME_TITLED) != 0 &&
           a->title == b->title;
}

/* Names change their letters from script to script; without a list nothing
 * is certain there. */
static bool is_comparable(const bl_naming *n, const bl_name *a,
                          const bl_name *b)
{
    return n->same_script ||
           (a->flags & b->flags & BL_NAME_LISTED) != 0;
}

/* The person of the source that the one of the target stands for: after the
 * same title, or else the weightiest. */
static bl_name *find_person(bl_naming *n, const bl_name *found)
{
    bl_name *best = NULL;
    int best_weight = 0;

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];
        int w = weight(name);

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_TAKEN)) != 0 ||
            w < 1 || !is_comparable(n, name, found) ||
            may_be_translated(name, found) || may_be_translated(found, name))
            continue;
        if (same_title(name, found))
            w += CERTAIN;
        else if (is_mere_title(name) || is_mere_title(found))
            continue;
        if (w > best_weight) {
            best_weight = w;
            best = name;
        }
    }
    /* Little evidence on both sides is none. */
    return best != NULL && best_weight + weight(found) >= CERTAIN ? best
                                                                  : NULL;
}

/* ---- what the words themselves say -------------------------------------- */

/* Whether a word could be one of the language, which is written in
 * syllables: no foreign name is. */
static bool is_native(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (side->tokens[i].kind == BL_TOKEN_WORD &&
            bl_language_syllable(side->language, side->tokens[i].word) !=
                BL_VERDICT_GOOD)
            return false;
    }
    return side->language->syllables != NULL;
}

/* Whether one of the words is an adjective or a people of a country: what they
 * name has a name in each language. */
static bool has_demonym(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            (side->tokens[i].word->set & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0)
            return true;
    }
    return false;
}

/* Whether it is more than an abbreviation, which may be of anything: "D.C.",
 * "Chr." */
static bool is_spelled_out(const bl_side *side, const bl_name *name)
{
    const bl_token *behind = &side->tokens[name->limit];

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&side->tokens[i]) &&
            side->tokens[i].word->letters > (name->words > 1 ? 2 : 3))
            return true;
    }
    return name->words == 1 &&
           side->tokens[name->first].word->letters >= LETTERS_LEAST &&
           (name->limit == side->token_count || behind->c != '.');
}

/* Of several words that the dictionary has judged. One common word makes it a
 * thing with a name in each language, unless another one is in no dictionary:
 * "Asian Games", "Conor Lamb"; two always do. */
static int likelihood_of_words(const bl_name *name)
{
    if (name->proper == name->words)
        return 3;
    return name->rare != 0 && name->proper + 1 >= name->words ? 2 : 1;
}

/* Whether a name of two words may have one of its capitals from the sentence
 * that it begins; Latin letters in the midst of another script do not. */
static bool is_opening(const bl_side *side, const bl_name *name)
{
    return name->words == 2 && (name->flags & BL_NAME_INITIAL) != 0 &&
           (strcmp(side->language->locale.script, "Latn") == 0 ||
            !bl_is_latin(side->tokens[name->first].word));
}

/* How much speaks for a name that the other side should have as well. */
static int likelihood(const bl_side *side, const bl_name *name)
{
    int sum = 0;

    if ((name->flags & (BL_NAME_PLACE | BL_NAME_ACRONYM)) != 0 ||
        !is_spelled_out(side, name) || is_native(side, name))
        return 0;
    if ((name->flags & BL_NAME_GIVEN) != 0)
        return GIVEN;
    if (name->words > 1)
        sum = likelihood_of_words(name);
    else if ((name->flags & BL_NAME_RARE) != 0)
        sum = (name->flags & BL_NAME_INITIAL) != 0 ? 1 : 2;
    /* Without a dictionary every word could be one of the language. */
    if (name->judged == 0)
        sum -= name->words == 1 ? sum : 1 + is_opening(side, name);
    /* Where nouns have capitals, only words that nobody knows are names. */
    if (side->language->noun_capitals && name->rare == 0)
        sum = 0;
    if (has_demonym(side, name))
        return sum != 0;
    /* "Professor Kennedy": known, but not as a common word. */
    if (sum == 0 && name->words == 1 && (name->flags & BL_NAME_TITLED) != 0)
        return name->judged != 0 && name->proper != 0 &&
               !side->language->noun_capitals;
    return sum + ((name->flags & BL_NAME_TITLED) != 0 && sum != 0);
}

/* Whether the source language has each of its words as well. */
static bool is_known_to_source(const bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_language *source = n->side[BL_SOURCE]->language;

    for (uint32_t i = found->first; i < found->limit; i++) {
        const bl_word *word =
            bl_is_name_word(&target->tokens[i])
                ? bl_language_word(source, target->tokens[i].word->text,
                                   n->arena)
                : NULL;

        if (word != NULL &&
            bl_language_spelling(source, word) != BL_VERDICT_GOOD)
            return false;
    }
    return source->speller != NULL;
}

/*
 * Whether a name of several words, which no dictionary of the target has
 * judged, is one of the source language: "Stamford Bridge". Words that the
 * languages share do not make one of it, but hardly all of them are shared.
 * Latin letters in the midst of another script were copied from the source.
 */
static bool is_of_source(const bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_language *source = n->side[BL_SOURCE]->language;

    if (found->words < FULL_NAME)
        return false;
    if (!n->same_script)
        return strcmp(source->locale.script, "Latn") == 0 &&
               bl_is_latin(target->tokens[found->first].word);
    return found->judged == 0 && is_known_to_source(n, found);
}

/* Whether nouns stand side by side that the source language has too, in a
 * language that would write them as one: "Rockefeller Museum". */
static bool are_nouns_of_source(const bl_naming *n, const bl_name *found)
{
    return n->same_script && n->side[BL_TARGET]->language->noun_capitals &&
           found->words > 1 && found->proper == found->words &&
           found->rare == 0 && found->judged != 0 &&
           (found->flags &
            (BL_NAME_PLACE | BL_NAME_ACRONYM | BL_NAME_TITLED)) == 0 &&
           is_known_to_source(n, found);
}

/* Whether a part of a person's name is on the other side, but not the given
 * name: a relative. */
static bool is_another_given(const bl_name *name)
{
    return (name->flags &
            (BL_NAME_GIVEN | BL_NAME_WHOLE | BL_NAME_FIRST)) ==
           BL_NAME_GIVEN;
}

/* Whether the name may have been replaced by one that speaks for itself as
 * much as `other`: nothing of it is in the target; or a part of it, which may
 * be of somebody else, while the other one is as certainly a name. */
static bool is_lost(const bl_name *name, int sum, const bl_name *found,
                    int other)
{
    if ((found->flags & BL_NAME_ANSWERED) != 0)
        return is_another_given(name) && is_another_given(found);
    if ((name->flags & BL_NAME_ANSWERED) == 0)
        return sum + (other >= GIVEN) >= LIKELY_LEAST;
    return (name->flags & BL_NAME_WHOLE) == 0 && sum >= GIVEN &&
           other >= GIVEN;
}

/* Whether a name that is said less often may have been replaced by `found`,
 * which is certainly a name: a person's; or any but ordinary words, where
 * nothing of the other one is in the source. */
static bool may_be_said_less(const bl_name *name, int likely,
                             const bl_name *found)
{
    return likely >= GIVEN || (likely != 0 && name->proper != 0 &&
                               (found->flags & BL_NAME_ANSWERED) == 0);
}

/* Whether the source says each word of the name more often than the target,
 * words that are like it counted on both sides: one of two places may have been
 * changed. What the target has in another spelling is not said less. */
static bool is_said_less(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];
    unsigned word = 1;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *own = source->tokens[i].word;
        uint32_t there;

        if (!bl_is_name_word(&source->tokens[i]))
            continue;
        there = bl_naming_count_like(n, BL_SOURCE, own, BL_TARGET);
        if ((n->same_script && there == 0 && (name->like & word) != 0) ||
            bl_naming_count_like(n, BL_SOURCE, own, BL_SOURCE) <= there)
            return false;
        word <<= 1;
    }
    return name->words > 1;
}

/* A country may have become another place; not where it is read in letters
 * without spaces, in which nothing can be looked for that no list has. */
static int likelihood_of_country(const bl_side *side, const bl_name *country)
{
    return (side->tokens[country->first].flags & BL_TOKEN_GLYPH) == 0;
}

/* Whether nothing but capitals speaks for one of the names, and too little for
 * the other: without a dictionary of their languages one may be the other in
 * translation; without one of two languages, a name of a single word. */
static bool are_mere_capitals(const bl_name *name, int likely,
                              const bl_name *found, int least)
{
    if (likely >= GIVEN || least >= GIVEN ||
        (name->flags & BL_NAME_COUNTRY) != 0)
        return false;
    return name->judged == 0 ? found->judged == 0 || found->words == 1
                             : found->judged == 0 && name->words == 1;
}

/* Whether a name of one word has too few sounds to be looked for in another
 * script: Wyre, Hery. */
static bool is_unheard_of(const bl_naming *n, const bl_name *name)
{
    const bl_side *source = n->side[BL_SOURCE];

    return !n->same_script && name->words == 1 &&
           (name->flags & BL_NAME_LISTED) == 0 &&
           bl_sounds_count(source->tokens[name->first].word->sounds) <
               SOUNDS_LEAST;
}

/* The likeliest name of the source that was replaced by `found`, for which
 * `least` speaks. `proper`: one of its words is only a name. */
static bl_name *find_likely(bl_naming *n, const bl_name *found, int least,
                            bool proper)
{
    bl_name *best = NULL;
    int best_likely = 0;
    int best_sum = 0;

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];
        const int likely = (name->flags & BL_NAME_COUNTRY) != 0
                               ? likelihood_of_country(n->side[BL_SOURCE], name)
                               : likelihood(n->side[BL_SOURCE], name);
        const int sum = likely + (name->words == found->words) +
                        ((name->flags & BL_NAME_ANSWERED) == 0);

        if ((name->flags & BL_NAME_TAKEN) != 0 ||
            (!is_lost(name, likely, found, least) &&
             !(least >= GIVEN && may_be_said_less(name, likely, found) &&
               is_said_less(n, name))) ||
            (least < LIKELY_LEAST && (likely < GIVEN || name->words < 2)) ||
            (proper && likely < LIKELY_LEAST &&
             (name->proper == 0 || (name->flags & BL_NAME_COUNTRY) != 0)) ||
            are_mere_capitals(name, likely, found, least) ||
            is_unheard_of(n, name))
            continue;
        if (sum > best_sum) {
            best_likely = likely;
            best_sum = sum;
            best = name;
        }
    }
    return best_likely + least >= LIKELY ? best : NULL;
}

/* ---- countries ---------------------------------------------------------- */

static bool is_short(bl_str country)
{
    return bl_utf8_points(country.ptr, country.size) < COUNTRY_LEAST;
}

/* Whether it is a part of another name: Michael Jordan, South Georgia. */
static bool is_within_name(const bl_side *side, const bl_name *name)
{
    const bl_token *before = &side->tokens[name->first];
    const bl_token *behind = &side->tokens[name->limit];

    return (name->first != 0 && before->gap == BL_GAP_SPACE &&
            bl_is_name_word(before - 1) &&
            bl_language_common(side->language, (before - 1)->word) ==
                BL_VERDICT_BAD) ||
           (name->limit < side->token_count && behind->gap == BL_GAP_SPACE &&
            bl_is_name_word(behind));
}

/* Whether the letters could as well be of another word: a short one in text
 * without spaces, a syllable of a Korean word, a word that begins like one
 * with a prefix, a syllable that begins a sentence. */
static bool is_doubtful(const bl_side *side, const bl_name *name)
{
    const bl_token *first = &side->tokens[name->first];
    const bl_str text = bl_side_text(side, name->span);
    const size_t points = bl_utf8_points(text.ptr, text.size);

    if ((name->flags & BL_NAME_COUNTRY) != 0 &&
        (first->word->flags & BL_WORD_PREFIXED) != 0)
        return points < PREFIXED_LEAST ||
               is_short(bl_language_form(side->language, name->group));
    if ((name->flags & BL_NAME_COUNTRY) != 0 &&
        (name->flags & BL_NAME_INITIAL) != 0 && name->words == 1 &&
        side->language->syllables != NULL)
        return true;
    if ((first->flags & BL_TOKEN_GLYPH) == 0)
        return false;
    for (const bl_token *t = first + 1;
         (name->flags & BL_NAME_COUNTRY) != 0 &&
         t < &side->tokens[name->limit];
         t++) {
        if (t->gap != BL_GAP_NONE)
            return true;
    }
    if (bl_is_hangul(first->c))
        return name->first != 0 && first->gap == BL_GAP_NONE &&
               (first[-1].flags & BL_TOKEN_GLYPH) != 0;
    return first->c < CJK && points < UNSPACED_LEAST;
}

/* Whether the name has a word for what is of that country: a territory may be
 * called by both in another language, American Samoa. */
static bool is_of_country(const bl_side *side, const bl_name *name,
                          int64_t country)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;
        const bl_sense *sense =
            bl_is_name_word(&side->tokens[i]) &&
                    (word->set & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0
                ? bl_language_sense(side->language, word->root,
                                    BL_SENSE_DEMONYM)
                : NULL;

        if (sense != NULL && sense->value == country)
            return true;
    }
    return false;
}

/* The country of the source that the one of the target stands for. All of
 * them are listed, so that nothing else has to be said. */
static bl_name *find_country(bl_naming *n, const bl_name *found)
{
    bl_term_breaks breaks = { .at = NULL };

    if ((found->flags & BL_NAME_COUNTRY) == 0)
        return NULL;
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_TAKEN)) == 0 &&
            (name->flags & BL_NAME_COUNTRY) != 0 &&
            !is_within_name(n->side[BL_SOURCE], name) &&
            bl_term_is_apart(&breaks, n->side[BL_SOURCE], name->first,
                             name->limit, true, n->arena) &&
            !is_of_country(n->side[BL_SOURCE], name, found->group))
            return name;
    }
    return NULL;
}

/* ---- both --------------------------------------------------------------- */

static bl_str expected_form(const bl_naming *n, const bl_name *lost)
{
    return (lost->flags & BL_NAME_LISTED) != 0
               ? bl_language_form(n->side[BL_TARGET]->language, lost->group)
               : bl_str_of(NULL, 0);
}

/* Whether a name of the target could accuse, whatever the dictionary and the
 * source say. Most are words of the language at the head of a sentence. */
static bool may_accuse(const bl_side *target, const bl_name *name)
{
    const unsigned evidence =
        BL_NAME_LISTED | BL_NAME_SURNAME | BL_NAME_TITLED;

    if ((name->flags & BL_NAME_LISTED) != 0 && is_doubtful(target, name))
        return false;
    if ((name->flags & BL_NAME_PLACE) != 0)
        return (name->flags & BL_NAME_COUNTRY) != 0;
    return (name->flags & evidence) != 0 || name->words > 1 ||
           ((name->flags & BL_NAME_ACRONYM) == 0 &&
            !is_native(target, name));
}

/* What answers a name, and what the dictionary says of one that has no
 * answer. */
static void look_up(const bl_naming *n, int side, bl_name *name)
{
    bl_naming_answer(n, side, name);
    if ((name->flags & BL_NAME_WHOLE) == 0)
        bl_judge_name(n->side[side], name);
}

/*
 * Where a name stands right beside one that the source has ("Torwart Oscar
 * Walker Frieda Lind"), the words that the source does not have; false where
 * they may be of the same name: a given name begins them, no common word is
 * among them, or a full name is left without them.
 */
static bool take_rest(const bl_side *side, bl_name *name)
{
    const bool leads = (name->like & 1) == 0;
    uint32_t first = name->first;
    uint32_t limit = name->limit;
    unsigned word = 1;
    uint8_t missing = 0;
    bl_name rest;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (!bl_is_name_word(&side->tokens[i]))
            continue;
        if ((name->like & word) == 0) {
            missing++;
            if (!leads && first == name->first)
                first = i;
        } else if (leads && limit == name->limit) {
            limit = i;
        }
        word <<= 1;
    }
    while (limit > first && !bl_is_name_word(&side->tokens[limit - 1]))
        limit--;
    if (missing < FULL_NAME || limit == first ||
        (name->flags & BL_NAME_WHOLE) != 0)
        return false;
    rest = bl_name_of(side, first, limit);
    bl_judge_name(side, &rest);
    if (rest.words != missing ||
        ((rest.flags & BL_NAME_GIVEN) == 0 &&
         (rest.judged == 0 || rest.proper != missing) &&
         name->words - missing < FULL_NAME))
        return false;
    *name = rest;
    return true;
}

/* Whether the words are those of a person: no common word is among them, and
 * behind the given name is one that no dictionary has. Without a dictionary the
 * given name may be no common word either. */
static bool is_person(const bl_side *side, const bl_name *name)
{
    const bl_word *first = side->tokens[name->first].word;
    const bl_sense *given =
        (name->flags & BL_NAME_GIVEN) != 0
            ? bl_language_sense(side->language, first->root, BL_SENSE_GIVEN)
            : NULL;

    return given != NULL && first->letter_case != BL_CASE_UPPER &&
           name->proper == name->words &&
           (name->judged != 0 ? name->rare != 0
                              : (given->flags & BL_SENSE_WEAK) == 0);
}

/* Where a full name stands behind other capitalised words ("Presleys Freund
 * Carla Tortelli"), takes the name alone, with what answers it. */
static void take_person(const bl_naming *n, bl_name *name)
{
    const bl_side *side = n->side[BL_TARGET];

    if ((name->flags & (BL_NAME_GIVEN | BL_NAME_LISTED | BL_NAME_SURNAME |
                        BL_NAME_WHOLE)) != 0)
        return;
    for (uint32_t i = name->first + 1; i + 1 < name->limit; i++) {
        bl_name person;

        if (!bl_is_name_word(&side->tokens[i]) ||
            (side->tokens[i].word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) == 0)
            continue;
        person = bl_name_of(side, i, name->limit);
        look_up(n, BL_TARGET, &person);
        if ((person.flags & BL_NAME_ANSWERED) == 0 &&
            is_person(side, &person)) {
            *name = person;
            return;
        }
    }
}

/* The name of the source that was lost for `found`, or NULL. */
static bl_name *find_lost(bl_naming *n, const bl_name *found, bool *certain)
{
    const bool answered = (found->flags & BL_NAME_ANSWERED) != 0;
    bl_name *lost =
        !answered && weight(found) >= 2 ? find_person(n, found) : NULL;
    int least;

    *certain = lost != NULL;
    if (lost == NULL && !answered)
        lost = find_country(n, found);
    if (lost != NULL)
        return lost;
    least = likelihood(n->side[BL_TARGET], found);
    if (least != 0 && least < GIVEN && is_of_source(n, found))
        return find_likely(n, found, GIVEN, true);
    if (least == 0 && !answered && are_nouns_of_source(n, found))
        least = 1;
    /* Ordinary words alone stand for nobody. */
    return least > 1 || (least == 1 && found->proper != 0)
               ? find_likely(n, found, least, false)
               : NULL;
}

void bl_naming_find_substituted(bl_naming *n)
{
    bool known = false; /* what the names of the source are */

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        bl_name found = n->names[BL_TARGET][i];
        bl_name *lost;
        bool certain;

        if (!may_accuse(n->side[BL_TARGET], &found))
            continue;
        look_up(n, BL_TARGET, &found);
        take_person(n, &found);
        if ((found.flags & BL_NAME_ANSWERED) != 0 &&
            !take_rest(n->side[BL_TARGET], &found) &&
            !is_another_given(&found))
            continue;
        for (uint32_t j = 0; !known && j < n->count[BL_SOURCE]; j++)
            look_up(n, BL_SOURCE, &n->names[BL_SOURCE][j]);
        known = true;
        lost = find_lost(n, &found, &certain);
        if (lost == NULL ||
            (!certain &&
             ((!is_person(n->side[BL_TARGET], &found) &&
               bl_is_composed_name(n->side[BL_SOURCE], lost)) ||
              bl_is_composed_name(n->side[BL_TARGET], &found))))
            continue;
        bl_naming_add(n, certain ? BL_NAME_SUBSTITUTED : BL_NAME_REPLACED,
                      lost->span, found.span, expected_form(n, lost));
        /* One name is replaced by one other. */
        if (!certain)
            lost->flags |= BL_NAME_TAKEN;
    }
}
