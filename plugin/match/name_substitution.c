/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Accused is a substitution only: a name of the source that nothing in the
 * target answers, and a name of the target that nothing in the source
 * answers. How much has to speak for each of them depends on what is known:
 * a list, a title, a surname, a dictionary that lacks the words.
 */
#include "match/naming.h"

#include "text/similar.h"
#include "text/utf8.h"

#include <string.h>

/* Evidence of both names together, to report one as an error, or as what
 * seems to be one; and what each has to bring. */
enum { CERTAIN = 4, LIKELY = 4, LIKELY_LEAST = 2 };

/* ---- what lists and titles say ------------------------------------------ */

/* Nothing but a title speaks for an ordinary word: "General Assembly". */
static bool is_mere_title(const bl_name *name)
{
    return (name->flags & (BL_NAME_SURNAME | BL_NAME_LISTED)) == 0 &&
           ((name->flags & BL_NAME_RARE) == 0 || name->words < 2);
}

static bool is_ordinary(const bl_name *name)
{
    return (name->flags & (BL_NAME_COMMON | BL_NAME_LISTED)) ==
           BL_NAME_COMMON;
}

/* An ordinary word behind a title, "Mr Evil", where nobody knows what the word
 * beside it is: a translation of it as likely as a name. Nor are ordinary words
 * on both sides told, "King Cat" and "rei Gato", but for a surname; where a
 * language is written in syllables, all names are ordinary words. Of whom the
 * lists have it is none: Trump. */
static bool may_be_translated(const bl_naming *n, const bl_name *name,
                              const bl_name *other)
{
    return is_ordinary(name) &&
           ((name->words == 1 && other->judged == 0) ||
            (is_ordinary(other) && other->proper == 0 && name->proper == 0 &&
             ((name->flags | other->flags) & BL_NAME_SURNAME) == 0 &&
             n->side[BL_SOURCE]->language->syllables == NULL &&
             n->side[BL_TARGET]->language->syllables == NULL));
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
        int w = bl_naming_weight(name);

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_TAKEN)) != 0 ||
            w < 1 || !is_comparable(n, name, found) ||
            may_be_translated(n, name, found) ||
            may_be_translated(n, found, name))
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
    return best != NULL && best_weight + bl_naming_weight(found) >= CERTAIN &&
                   (n->same_script || !bl_naming_is_surname_there(n, found))
               ? best
               : NULL;
}

/* ---- what the words themselves say -------------------------------------- */

/* Whether the source language has each of its words as well. */
static bool is_known_to_source(const bl_naming *n, const bl_name *found)
{
    bl_language *source = n->side[BL_SOURCE]->language;

    for (uint32_t i = found->first; i < found->limit; i++) {
        const bl_word *word = bl_naming_in_source(n, i);

        if (word != NULL &&
            bl_language_spelling(source, word) != BL_VERDICT_GOOD)
            return false;
    }
    return source->speller != NULL;
}

/* Whether no capital of the name is one that the language or the sentence asks
 * for. */
static bool has_capitals_of_its_own(const bl_side *side, const bl_name *name)
{
    return !side->language->noun_capitals &&
           (name->flags & BL_NAME_INITIAL) == 0;
}

/*
 * Whether a name of several words is one of the source language: "Stamford
 * Bridge". Words that the languages share do not make one of it, but hardly all
 * of them are shared; where a dictionary of the target knows one, the capitals
 * have to say that it is a name. Latin letters in the midst of another script
 * were copied from the source.
 */
static bool is_of_source(const bl_naming *n, const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_language *source = n->side[BL_SOURCE]->language;

    if (found->words < BL_NAME_FULL)
        return false;
    if (!n->same_script)
        return bl_locale_is_latin(&source->locale) &&
               bl_is_latin(target->tokens[found->first].word);
    return (found->judged == 0 || has_capitals_of_its_own(target, found)) &&
           is_known_to_source(n, found);
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

/* Whether the words may be those of a person: a given name begins them, and no
 * common word is among them. Without a dictionary the given name may be no
 * common word either. */
static bool may_be_person(const bl_side *side, const bl_name *name)
{
    const bl_word *first = side->tokens[name->first].word;
    const bl_sense *given =
        (name->flags & BL_NAME_GIVEN) != 0
            ? bl_language_sense(side->language, first->root, BL_SENSE_GIVEN)
            : NULL;

    return given != NULL && first->letter_case != BL_CASE_UPPER &&
           name->proper == name->words &&
           (name->judged != 0 || (given->flags & BL_SENSE_WEAK) == 0);
}

/* Whether they are: behind the given name is one that no dictionary has. */
static bool is_person(const bl_side *side, const bl_name *name)
{
    return may_be_person(side, name) &&
           (name->judged == 0 || name->rare != 0);
}

/* Whether a person's given name is on the other side, and the surname is
 * not. */
static bool is_another_surname(const bl_side *side, const bl_name *name)
{
    return name->words == BL_NAME_FULL && name->like == 1 &&
           (name->flags & (BL_NAME_GIVEN | BL_NAME_WHOLE | BL_NAME_FIRST)) ==
               (BL_NAME_GIVEN | BL_NAME_FIRST) &&
           may_be_person(side, name);
}

/* Whether two persons share the given name alone, be it in the spelling of each
 * language: Anton Mellinghaus, Antonio Tillmans. Surnames that begin with one
 * letter may be one, and without a dictionary on either side all may be. */
static bool share_given(const bl_naming *n, const bl_name *name,
                        const bl_name *found)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];

    return n->both_latin && (name->judged != 0 || found->judged != 0) &&
           is_another_surname(source, name) &&
           is_another_surname(target, found) &&
           bl_naming_may_be_same(n, source->tokens[name->first].word,
                                 target->tokens[found->first].word) &&
           bl_common_prefix(source->tokens[name->limit - 1].word->skeleton,
                            target->tokens[found->limit - 1].word->skeleton) ==
               0;
}

/* Whether the name may have been replaced by one that speaks for itself as
 * much as `other`: nothing of it is in the target; or a part of it, which may
 * be of somebody else, while the other one is as certainly a name. */
static bool is_lost(const bl_naming *n, const bl_name *name, int sum,
                    const bl_name *found, int other)
{
    if ((found->flags & BL_NAME_ANSWERED) != 0)
        return (is_another_given(name) && is_another_given(found)) ||
               share_given(n, name, found);
    if ((name->flags & BL_NAME_ANSWERED) == 0)
        return sum + (other >= BL_NAME_SURE) >= LIKELY_LEAST;
    return (name->flags & BL_NAME_WHOLE) == 0 && sum >= BL_NAME_SURE &&
           other >= BL_NAME_SURE;
}

/* Whether a name that is said less often may have been replaced by `found`,
 * which is certainly a name: a person's; or any but ordinary words, where
 * nothing of the other one is in the source. One whose given name the source
 * has, and a dictionary the surname, which may be of several languages, is but
 * for comparing with a person of that given name. */
static bool may_be_said_less(const bl_name *name, int likely,
                             const bl_name *found)
{
    if ((found->flags & BL_NAME_FIRST) != 0 && found->judged != 0 &&
        found->rare == 0)
        return false;
    return likely >= BL_NAME_SURE || (likely != 0 && name->proper != 0 &&
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
    if (likely >= BL_NAME_SURE || least >= BL_NAME_SURE ||
        (name->flags & BL_NAME_COUNTRY) != 0)
        return false;
    return name->judged == 0 ? found->judged == 0 || found->words == 1
                             : found->judged == 0 && name->words == 1;
}

/* Whether a name of one word has too few sounds to be looked for in another
 * script: Wyre, Hery. */
static bool is_unheard_of(const bl_naming *n, const bl_name *name)
{
    return !n->same_script && name->words == 1 &&
           (name->flags & BL_NAME_LISTED) == 0 &&
           !bl_naming_has_sounds(n->side[BL_SOURCE], name);
}

/* Whether ordinary words have their capitals because all words about them
 * have: "Custom Amounts Refund", "Shrink to Printable Area". */
static bool is_of_label(const bl_side *side, const bl_name *name)
{
    return (name->flags & (BL_NAME_COMMON | BL_NAME_LISTED)) ==
               BL_NAME_COMMON &&
           bl_naming_is_in_label(side, name);
}

/* Whether a name of the source is made of ordinary words alone, which each
 * language translates, and the other one of words that the source language does
 * not have: those of a third language, "Liga Musulmana" and "Muslim League".
 * Only a person is none of them, or who is written in another script, where
 * names sound alike. */
static bool is_translated(const bl_naming *n, const bl_name *name,
                          const bl_name *found)
{
    const bl_side *target = n->side[BL_TARGET];

    return (n->same_script || bl_is_latin(target->tokens[found->first].word)) &&
           name->judged != 0 && name->proper == 0 && name->words > 1 &&
           (name->flags & (BL_NAME_LISTED | BL_NAME_PLACE | BL_NAME_TITLED |
                           BL_NAME_GIVEN)) == 0 &&
           !is_person(target, found) && !is_known_to_source(n, found);
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
                               : bl_naming_likelihood(n->side[BL_SOURCE], name);
        const int sum = likely + (name->words == found->words) +
                        ((name->flags & BL_NAME_ANSWERED) == 0);

        if ((name->flags & BL_NAME_TAKEN) != 0 ||
            (!is_lost(n, name, likely, found, least) &&
             !(least >= BL_NAME_SURE &&
               may_be_said_less(name, likely, found) &&
               is_said_less(n, name))) ||
            (least < LIKELY_LEAST &&
             (likely < BL_NAME_SURE || name->words < 2)) ||
            (proper && likely < LIKELY_LEAST &&
             (name->proper == 0 || (name->flags & BL_NAME_COUNTRY) != 0)) ||
            are_mere_capitals(name, likely, found, least) ||
            is_unheard_of(n, name) ||
            is_of_label(n->side[BL_SOURCE], name) ||
            is_translated(n, name, found) ||
            bl_naming_are_labels(n, name, found))
            continue;
        if (sum > best_sum) {
            best_likely = likely;
            best_sum = sum;
            best = name;
        }
    }
    return best_likely + least >= LIKELY ? best : NULL;
}

/* ---- both --------------------------------------------------------------- */

/* The word of `text` with that number, from 0 on; of so many words that it has.
 * Points between words part them as well: 弗拉基米尔·普京. */
static bl_str word_of(bl_str text, uint32_t number, uint32_t *count)
{
    bl_str found = bl_str_of(NULL, 0);
    size_t start = 0;

    *count = 0;
    for (size_t at = 0; at <= text.size;) {
        size_t next = at;
        const uint32_t c =
            at < text.size ? bl_utf8_next(text.ptr, text.size, &next) : ' ';

        if (c == ' ' || c == 0xb7 || c == 0x30fb) {
            if (at > start && (*count)++ == number)
                found = bl_str_of(text.ptr + start, at - start);
            start = next;
        }
        at = at < text.size ? next : at + 1;
    }
    return found;
}

/* Of a name of one word that is part of a longer one, that part of the form in
 * the other language, if it has as many: Poutine, not Vladimir Poutine. */
static bl_str same_part(const bl_naming *n, const bl_name *lost, bl_str form)
{
    const bl_side *side = n->side[BL_SOURCE];
    const bl_str full = bl_language_form(side->language, lost->group);
    const bl_str text = bl_side_text(side, lost->span);
    uint32_t words;
    uint32_t number = 0;
    uint32_t others;
    bl_str part;

    word_of(full, 0, &words);
    while (number < words && !bl_str_equal(word_of(full, number, &words), text))
        number++;
    part = word_of(form, number, &others);
    return number < words && words > 1 && others == words ? part : form;
}

/* Whether a listed name in letters without spaces is more than the person's: a
 * title is written onto it, シシ大統領. */
static bool has_title_in_it(const bl_side *side, const bl_name *name)
{
    return (name->flags & BL_NAME_LISTED) != 0 &&
           (side->tokens[name->first].flags & BL_TOKEN_GLYPH) != 0 &&
           !bl_str_has(bl_language_form(side->language, name->group),
                       bl_side_text(side, name->span));
}

/* What the lists of the target's language call the name, if they know it in its
 * letters; nothing where it would take the place of a title as well. */
static bl_str expected_form(const bl_naming *n, const bl_name *lost,
                            const bl_name *found)
{
    const bl_language *target = n->side[BL_TARGET]->language;
    const bl_str none = bl_str_of(NULL, 0);
    bl_str form;
    size_t at = 0;

    if ((lost->flags & BL_NAME_LISTED) == 0 ||
        ((found->flags & BL_NAME_PLACE) == 0 &&
         has_title_in_it(n->side[BL_TARGET], found)))
        return none;
    form = bl_language_form(target, lost->group);
    if (form.size == 0 || (!bl_locale_is_latin(&target->locale) &&
                           bl_utf8_next(form.ptr, form.size, &at) < 0x250))
        return none;
    return lost->words == 1 ? same_part(n, lost, form) : form;
}

/* Whether a name that is made of syllables of its language, and for which
 * nothing else speaks, has a word that may: one that the dictionary lacks, one
 * of a city, a given name. Most have none: Bộ Quốc phòng. */
static bool has_telling_word(const bl_naming *n, const bl_name *name)
{
    const bl_side *target = n->side[BL_TARGET];
    bl_name judged = *name;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = target->tokens[i].word;

        if (bl_is_name_word(&target->tokens[i]) &&
            ((word->set & BL_SENSE_BIT(BL_SENSE_GIVEN)) != 0 ||
             bl_exonyms_may_be_city(n->exonyms[BL_SOURCE],
                                    n->exonyms[BL_TARGET],
                                    word->skeleton_hash)))
            return true;
    }
    bl_judge_name(target, &judged);
    return judged.rare != 0;
}

/* "XVIII-VII": centuries, of which Slavic languages and others write the
 * numbers so. */
static bool is_roman_range(const bl_side *side, const bl_name *name)
{
    if (name->words < 2)
        return false;
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];
        const bl_str text = bl_side_text(side, bl_token_span(token));

        if (!bl_is_name_word(token))
            continue;
        for (size_t at = 0; at < text.size; at++) {
            if (memchr("IVXLCDM", text.ptr[at], 7) == NULL)
                return false;
        }
    }
    return true;
}

/* "$tConnection", "~aRate": a sign of code is written onto it, of which its first
 * letter may be the rest. */
static bool is_behind_code_sign(const bl_side *side, const bl_name *name)
{
    static const char signs[] = "$~%^\\";
    const bl_token *token = &side->tokens[name->first];

    return name->first > 0 && token->gap == BL_GAP_NONE && token[-1].c < 0x80 &&
           token[-1].c != 0 && strchr(signs, (int)token[-1].c) != NULL;
}

/* Whether a name of the target could accuse, whatever the source says. Most
 * are words of the language at the head of a sentence. */
static bool may_accuse(const bl_naming *n, const bl_name *name)
{
    const bl_side *target = n->side[BL_TARGET];
    const unsigned evidence =
        BL_NAME_LISTED | BL_NAME_SURNAME | BL_NAME_TITLED;

    if (is_roman_range(target, name) || is_behind_code_sign(target, name))
        return false;
    if ((name->flags & BL_NAME_LISTED) != 0 &&
        bl_naming_is_doubtful(target, name))
        return false;
    if ((name->flags & BL_NAME_PLACE) != 0)
        return (name->flags & BL_NAME_KINDS) != 0;
    if ((name->flags & evidence) != 0)
        return true;
    if (!n->same_script && bl_is_name_of_acronyms(target, name))
        return false;
    return bl_naming_is_native(target, name)
               ? name->words > 1 && has_telling_word(n, name)
               : (name->flags & BL_NAME_ACRONYM) == 0;
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
    if (missing < BL_NAME_FULL || limit == first ||
        (name->flags & BL_NAME_WHOLE) != 0)
        return false;
    rest = bl_name_of(side, first, limit);
    bl_judge_name(side, &rest);
    if (rest.words != missing ||
        ((rest.flags & BL_NAME_GIVEN) == 0 &&
         (rest.judged == 0 || rest.proper != missing) &&
         name->words - missing < BL_NAME_FULL))
        return false;
    *name = rest;
    return true;
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

/* A person of the lists, for whom there is another one in letters that have no
 * case, and who is not written there. */
static bl_name *find_listed(bl_naming *n, const bl_name *found)
{
    if (n->same_script || found->words < BL_NAME_FULL ||
        (found->flags & BL_NAME_GIVEN) == 0 || found->judged == 0 ||
        found->proper != found->words)
        return NULL;
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];

        if ((name->flags & (BL_NAME_LISTED | BL_NAME_PLACE | BL_NAME_KINDS |
                            BL_NAME_ANSWERED | BL_NAME_TAKEN)) ==
            BL_NAME_LISTED)
            return bl_naming_is_written_there(n, found) ? NULL : name;
    }
    return NULL;
}

/* The name of the source that was lost for `found`, or NULL. */
static bl_name *find_lost(bl_naming *n, const bl_name *found, bool *certain)
{
    const bool answered = (found->flags & BL_NAME_ANSWERED) != 0;
    bl_name *lost = !answered && bl_naming_weight(found) >= 2
                        ? find_person(n, found)
                        : NULL;
    int least;

    *certain = lost != NULL;
    if (lost == NULL && !answered)
        lost = bl_naming_find_country(n, found);
    if (lost != NULL)
        return lost;
    if (bl_naming_may_be_rendering(n, found))
        return NULL;
    least = bl_naming_likelihood(n->side[BL_TARGET], found);
    if (least != 0 && least < BL_NAME_SURE && is_of_source(n, found))
        return find_likely(n, found, BL_NAME_SURE, true);
    if (least == 0 && !answered && are_nouns_of_source(n, found))
        least = 1;
    /* Ordinary words alone stand for nobody. */
    if (least > 1 || (least == 1 && found->proper != 0))
        lost = find_likely(n, found, least, false);
    if (lost == NULL && !answered)
        lost = find_listed(n, found);
    return lost != NULL || answered ? lost : bl_naming_find_evident(n, found);
}

/* Two countries, two organisations, or two persons with given names that have
 * nothing in common, are not one under two names, however often one stands for
 * the other. */
static bl_name_difference_kind kind_of_replacement(const bl_naming *n,
                                                   const bl_name *lost,
                                                   const bl_name *found)
{
    if ((lost->flags & found->flags & (BL_NAME_STATE | BL_NAME_BODY)) != 0)
        return BL_NAME_EXCHANGED;
    return (lost->flags & BL_NAME_GIVEN) != 0 && lost->like == 0 &&
                   found->like == 0 && is_person(n->side[BL_TARGET], found)
               ? BL_NAME_MISTAKEN
               : BL_NAME_REPLACED;
}

void bl_naming_find_substituted(bl_naming *n)
{
    bool known = false; /* what the names of the source are */

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        bl_name *name = &n->names[BL_TARGET][i];
        bl_name found;
        bl_name *lost;
        bool certain;

        if (bl_naming_is_copied(n, BL_TARGET, name) || !may_accuse(n, name))
            continue;
        bl_naming_answer(n, BL_TARGET, name);
        n->unanswered =
            n->unanswered || (name->flags & BL_NAME_ANSWERED) == 0;
        found = *name;
        look_up(n, BL_TARGET, &found);
        take_person(n, &found);
        if ((found.flags & BL_NAME_ANSWERED) != 0 &&
            !take_rest(n->side[BL_TARGET], &found) &&
            !is_another_given(&found) &&
            !is_another_surname(n->side[BL_TARGET], &found))
            continue;
        for (uint32_t j = 0; !known && j < n->count[BL_SOURCE]; j++)
            look_up(n, BL_SOURCE, &n->names[BL_SOURCE][j]);
        known = true;
        lost = find_lost(n, &found, &certain);
        if (lost == NULL || bl_naming_is_of_acronym(n, name) ||
            (!certain &&
             ((!is_person(n->side[BL_TARGET], &found) &&
               bl_is_composed_name(n->side[BL_SOURCE], lost)) ||
              ((lost->flags & BL_NAME_GIVEN) == 0 &&
               bl_is_composed_name(n->side[BL_TARGET], &found)))))
            continue;
        bl_naming_add(n,
                      certain ? BL_NAME_SUBSTITUTED
                              : kind_of_replacement(n, lost, &found),
                      lost->span, found.span, expected_form(n, lost, &found));
        /* One name is replaced by one other. */
        if (!certain)
            lost->flags |= BL_NAME_TAKEN;
    }
}
