/* SPDX-License-Identifier: Apache-2.0 */
/* Names with letters changed. */
#include "match/naming.h"

#include "text/fold.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <limits.h>
#include <string.h>

/* Letters from which on two of them may be changed; those of a suffix; and
 * those at the end of which none is of an ending that was changed. */
enum { LONG_NAME = 8, SUFFIX = 3, ENDING = 2 };

/* Whether the word is of a person that the lists know by other letters in the
 * source: Selenskyj. */
static bool is_listed_there(const bl_naming *n, const bl_token *token)
{
    const uint32_t at = (uint32_t)(token - n->side[BL_TARGET]->tokens);

    for (uint32_t i = 0; i < n->count[BL_TARGET]; i++) {
        const bl_name *name = &n->names[BL_TARGET][i];

        if (at < name->first || at >= name->limit ||
            (name->flags & BL_NAME_LISTED) == 0)
            continue;
        if (bl_naming_has_group(n, BL_SOURCE, name->group))
            return true;
    }
    return false;
}

static bool is_key_sign(const bl_token *token)
{
    return token->gap == BL_GAP_NONE && (token->c == '&' || token->c == '_');
}

/* Whether the sign before the letter of a key parts it: "Abré&viations". */
static bool is_parted(const bl_side *side, const bl_token *token)
{
    const size_t at = (size_t)(token - side->tokens);

    return (at + 1 < side->token_count && is_key_sign(token + 1)) ||
           (at > 1 && token->gap == BL_GAP_NONE && is_key_sign(token - 1));
}

/* A word of the target that could be a damaged name: in Latin letters,
 * capitalised, and not on the other side, where most are. */
static bool may_be_damaged(const bl_naming *n, const bl_token *token)
{
    return token->word->letters >= 4 && bl_is_latin(token->word) &&
           !is_parted(n->side[BL_TARGET], token) &&
           token->word->letter_case != BL_CASE_UPPER &&
           (token->word->set & (BL_SENSE_BIT(BL_SENSE_MONTH) |
                                BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
                                BL_SENSE_BIT(BL_SENSE_ENTITY))) == 0 &&
           bl_naming_count(&n->words[BL_SOURCE], token->word) == 0 &&
           !bl_naming_is_syllable(n, BL_TARGET, token->word) &&
           !is_listed_there(n, token);
}

/* Whether the language leaves names in Latin letters alone: one written in
 * another script, or in syllables without endings. Of some languages nobody
 * knows the script. */
static bool keeps_letters(const bl_language *language)
{
    const bl_locale *locale = &language->locale;

    return (locale->script[0] != '\0' && !bl_locale_is_latin(locale)) ||
           language->syllables != NULL;
}

/* One letter is another one, or two in a long word; and neither is the other
 * with an ending: Indonesian and Indonesia, the Rosenbergs and Rosenberg. */
static bool is_one_off(const bl_word *from, const bl_word *to)
{
    const size_t size = from->skeleton_letters;
    const size_t other = to->skeleton_letters;
    const size_t most = size >= LONG_NAME ? 2 : 1;
    size_t prefix;
    int distance;

    if (size > other + most || other > size + most ||
        bl_is_far(from->letter_set, to->letter_set, most))
        return false;
    prefix = bl_common_prefix(from->skeleton, to->skeleton);
    distance = bl_distance(from->skeleton, to->skeleton, (int)most);
    return distance >= 1 && distance != INT_MAX && prefix != size &&
           prefix != other;
}

static bl_verdict known(bl_language *language, const bl_word *word)
{
    const bl_verdict common = bl_language_common(language, word);

    return common == BL_VERDICT_GOOD ? common
                                     : bl_language_spelling(language, word);
}

/* In the last `letters` letters, or in what only one of them has there. */
static bool differs_in_ending(bl_str from, bl_str to, size_t letters)
{
    const size_t prefix = bl_common_prefix(from, to);

    return prefix + letters >= bl_utf8_points(from.ptr, from.size) ||
           prefix + letters >= bl_utf8_points(to.ptr, to.size);
}

/* Whether each of them has a suffix of its own: Unitarian and Unitarier. */
static bool differs_in_suffix(bl_str from, bl_str to)
{
    return from.ptr[from.size - 1] != to.ptr[to.size - 1] &&
           differs_in_ending(from, to, SUFFIX);
}

/* Two spellings of a word: its language's own, and one that was taken over. */
enum { OWN_SPELLING, TAKEN_SPELLING, SPELLINGS };

static bl_str key_of(const bl_side *side, const bl_word *word, int spelling,
                     bl_folded *out)
{
    const bl_orthography *orthography = &side->language->orthography;

    return spelling == OWN_SPELLING
               ? bl_orthography_key(orthography, word->folded, out)
               : bl_orthography_plain_key(orthography, word->folded, out);
}

/* The same name as each of the languages writes it, an ending of so many
 * letters aside. */
static bool is_respelling(const bl_naming *n, const bl_word *from,
                          const bl_word *to, size_t letters)
{
    for (int spelling = 0; spelling < SPELLINGS * SPELLINGS; spelling++) {
        bl_folded a;
        bl_folded b;
        const bl_str from_key = key_of(n->side[BL_SOURCE], from,
                                       spelling / SPELLINGS, &a);
        const bl_str to_key =
            key_of(n->side[BL_TARGET], to, spelling % SPELLINGS, &b);

        if (differs_in_ending(from_key, to_key, letters))
            return true;
    }
    return false;
}

/* Whether it begins a sentence in a language without a dictionary: its capital
 * says nothing then. */
static bool may_be_ordinary(const bl_side *side, const bl_token *token)
{
    const uint32_t at = (uint32_t)(token - side->tokens);

    return known(side->language, token->word) == BL_VERDICT_UNKNOWN &&
           (bl_name_of(side, at, at + 1).flags & BL_NAME_INITIAL) != 0;
}

/* Whether a name that was taken over may have got rid of an ending of the
 * source, whose language says that it writes them onto names. */
static bool may_be_uninflected(const bl_language *source, const bl_word *from,
                               const bl_word *to)
{
    return source->ending_count != 0 && bl_is_latin(from) &&
           differs_in_ending(from->skeleton, to->skeleton, 1);
}

/* How many letters at their end are the same. */
static size_t common_ending(bl_str a, bl_str b)
{
    size_t size = 0;
    size_t letters = 0;

    while (size < a.size && size < b.size &&
           a.ptr[a.size - size - 1] == b.ptr[b.size - size - 1])
        letters += ((unsigned char)a.ptr[a.size - ++size] & 0xc0) != 0x80;
    return letters;
}

/* Whether the letters of a name that is spelled as in the source are damaged
 * for certain: one of them, and not at the end, where endings are; nor has the
 * name a form of its own in the target's language. */
static bool is_certain(const bl_naming *n, const bl_word *from,
                       const bl_word *to)
{
    return n->side[BL_TARGET]->language->copies_names &&
           bl_distance(from->skeleton, to->skeleton, 1) != INT_MAX &&
           common_ending(from->skeleton, to->skeleton) >= ENDING &&
           bl_exonyms_stay(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                           from->skeleton_hash);
}

/* Whether two neighbours in one text are the same word in the other. */
static bool are_same(const bl_token *a, const bl_token *b)
{
    return bl_is_name_word(a) && bl_is_name_word(b) &&
           a->word->skeleton_hash == b->word->skeleton_hash &&
           a->word->letters > 1;
}

/* Whether a word beside it was copied, as names are in the language: the
 * "Steven" of "Steven Lawelss". The rest of the name was to be, then. */
static bool is_beside_copied(const bl_naming *n, const bl_token *from,
                             const bl_token *to)
{
    const bl_side *source = n->side[BL_SOURCE];
    const bl_side *target = n->side[BL_TARGET];
    const bl_token *from_end = source->tokens + source->token_count;
    const bl_token *to_end = target->tokens + target->token_count;

    if (!target->language->copies_names)
        return false;
    return (from > source->tokens && to > target->tokens &&
            from->gap == BL_GAP_SPACE && to->gap == BL_GAP_SPACE &&
            are_same(from - 1, to - 1)) ||
           (from + 1 < from_end && to + 1 < to_end &&
            from[1].gap == BL_GAP_SPACE && to[1].gap == BL_GAP_SPACE &&
            are_same(from + 1, to + 1));
}

/* Harisona, of Harrison: as it sounds, with an ending, where one of the
 * languages writes names so. */
static bool is_heard(const bl_naming *n, const bl_word *from,
                     const bl_word *to)
{
    return n->heard_latin &&
           (from->sounds == to->sounds ||
            bl_sounds_inflected(from->sounds, to->sounds));
}

/*
 * How a word that is a letter off came about; false for a translation. A
 * language that leaves names alone has no reason to change a letter. One that
 * inflects them or spells them its own way has, at the end of a word or in
 * words that its dictionary knows; what is left is damage, or where nothing
 * says that names are taken over as they are, perhaps a spelling of its own.
 */
static bool kind_of_damage(const bl_naming *n, const bl_word *from,
                           const bl_word *to, bool beside,
                           bl_name_difference_kind *kind)
{
    bl_language *source = n->side[BL_SOURCE]->language;
    bl_language *target = n->side[BL_TARGET]->language;
    /* Beside a word that was copied a last letter that stays is no ending. */
    const size_t ending =
        !beside || common_ending(from->skeleton, to->skeleton) == 0;
    bl_verdict name;

    *kind = BL_NAME_ALTERED;
    if (bl_language_is_name_form(target, from->folded, to->folded) ||
        bl_language_is_name_form(source, to->folded, from->folded))
        return false;
    if (keeps_letters(target))
        return !may_be_uninflected(source, from, to);
    if (differs_in_ending(from->skeleton, to->skeleton, ending) ||
        is_respelling(n, from, to, ending) ||
        (from->set & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0)
        return false;
    if (bl_language_common(target, to) == BL_VERDICT_GOOD)
        return false;
    name = known(source, from);
    if (!target->copies_names || is_heard(n, from, to) ||
        (name == BL_VERDICT_UNKNOWN &&
         !(known(target, to) == BL_VERDICT_BAD && is_certain(n, from, to))))
        *kind = BL_NAME_RESPELLED;
    if (name == BL_VERDICT_BAD)
        return true;
    /* A word that has a form of its own in each language. */
    if (differs_in_suffix(from->skeleton, to->skeleton) ||
        (bl_language_common(source, from) == BL_VERDICT_GOOD &&
         bl_distance(from->skeleton, to->skeleton, 1) == INT_MAX))
        return false;
    if (known(target, to) == BL_VERDICT_BAD)
        return !bl_naming_is_name_of_source(n, to);
    if (!beside && !is_certain(n, from, to))
        *kind = BL_NAME_RESPELLED;
    return known(target, to) == BL_VERDICT_UNKNOWN &&
           bl_language_common(source, from) != BL_VERDICT_GOOD;
}

/* Whether one is the other with letters before its capital: iTaiwan, where
 * nothing says that the language takes names over as they are. A capital that
 * is doubled is a slip. */
static bool is_prefixed(const bl_language *target, const bl_word *a,
                        const bl_word *b)
{
    const bl_str longer = a->text.size > b->text.size ? a->text : b->text;
    const bl_str shorter = a->text.size > b->text.size ? b->text : a->text;
    const size_t before = longer.size - shorter.size;

    return !target->copies_names && !keeps_letters(target) && before != 0 &&
           longer.ptr[before - 1] != shorter.ptr[0] &&
           memcmp(longer.ptr + before, shorter.ptr, shorter.size) == 0;
}

/* The name of the source that the word was, or NULL; how in *kind. */
static const bl_token *find_original(const bl_naming *n,
                                     const bl_token *token,
                                     bl_name_difference_kind *kind)
{
    const bl_name_words *source = &n->words[BL_SOURCE];

    for (uint32_t i = 0; i < source->count; i++) {
        const bl_token *from = source->items[i];
        uint32_t there;

        if (from->word->letters < 4 ||
            is_parted(n->side[BL_SOURCE], from) ||
            !is_one_off(from->word, token->word) ||
            bl_language_is_plain_syllable(n->side[BL_SOURCE]->language,
                                          token->word) ||
            bl_naming_same_place(n, from->word, token->word) ||
            is_prefixed(n->side[BL_TARGET]->language, from->word, token->word))
            continue;
        there = bl_naming_count(&n->words[BL_TARGET], from->word);
        if (there == 0 &&
            !(may_be_ordinary(n->side[BL_SOURCE], from) &&
              may_be_ordinary(n->side[BL_TARGET], token)) &&
            kind_of_damage(n, from->word, token->word,
                           is_beside_copied(n, from, token), kind))
            return from;
        if (there == 0)
            continue;
        /* A title that the source has as a word, too: "Doctor Who", der
         * Doktor. */
        if (bl_language_spelling(n->side[BL_TARGET]->language, token->word) ==
                BL_VERDICT_GOOD &&
            is_respelling(n, from->word, token->word, 0))
            continue;
        /* Written rightly too: nobody spells a name in two ways. */
        if (!keeps_letters(n->side[BL_TARGET]->language) &&
            differs_in_ending(from->word->skeleton, token->word->skeleton, 1))
            continue;
        if (there < bl_naming_count(source, from->word) ||
            known(n->side[BL_TARGET]->language, token->word) ==
                BL_VERDICT_BAD) {
            *kind = BL_NAME_ALTERED;
            return from;
        }
    }
    return NULL;
}

/* iPhones, of iPhone. */
static bool is_form_of(const bl_word *longer, const bl_word *word)
{
    return longer->letters > word->letters &&
           longer->letters <= word->letters + ENDING &&
           bl_str_begins(longer->skeleton, word->skeleton);
}

/* Whether the source says the word, be it with a small letter or an ending: a
 * sentence may begin with it here. */
static bool is_said(const bl_naming *n, const bl_word *word)
{
    const bl_side *source = n->side[BL_SOURCE];

    for (uint32_t i = 0; i < source->token_count; i++) {
        const bl_word *other = source->tokens[i].word;

        if (other != NULL && (other->skeleton_hash == word->skeleton_hash ||
                              is_form_of(other, word)))
            return true;
    }
    return false;
}

void bl_naming_find_altered(bl_naming *n)
{
    const bl_name_words *target = &n->words[BL_TARGET];

    for (uint32_t i = 0; i < target->count; i++) {
        const bl_token *token = target->items[i];
        bl_name_difference_kind kind;
        const bl_token *from = may_be_damaged(n, token)
                                   ? find_original(n, token, &kind)
                                   : NULL;

        if (from != NULL && !is_said(n, token->word))
            bl_naming_add(n, kind, bl_token_span(from), bl_token_span(token),
                from->word->text);
    }
}
