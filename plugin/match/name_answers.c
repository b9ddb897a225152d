/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What answers a name: the same letters whatever their marks, an ending of
 * its language, another spelling, another script, or what a list says.
 */
#include "match/naming.h"

#include "text/fold.h"
#include "text/similar.h"
#include "text/utf8.h"

#include <limits.h>
#include <string.h>

/* Words of one side that are tried together: Hanoi and Hà Nội. */
enum { JOINED_WORDS = 4 };

/* Letters of an ending: Jonowi; of a stem before any ending: indonezyjskiego;
 * of a short form: Barca. */
enum { ENDING = 3, STEM = 6, SHORT_FORM = 4 };

/* Letters of a stem before an ending of the lists: Pogbovi. */
enum { STEM_OF_CASE = 4 };

/* Letters of the name of a country that an adjective has at least. */
enum { STEM_LEAST = 3 };

/* Letters from which on a third of them may be others. */
enum { LONG = 7 };

/* Letters of a word in small letters that may come from a name. */
enum { DERIVED = 4 };

/* ---- words -------------------------------------------------------------- */

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

uint32_t bl_naming_count(const bl_name_words *words, const bl_word *word)
{
    uint32_t count = 0;

    if ((words->set & bl_name_bit(word)) == 0)
        return 0;
    for (uint32_t i = 0; i < words->count; i++)
        count += bl_name_is_same(words->items[i]->word, word);
    return count;
}

static bl_name_letters letters_of(const bl_word *word)
{
    return (bl_name_letters){ word->skeleton, word->letter_set,
                              word->skeleton_letters };
}

/* "Shu" and "Shus", by one of the two languages. */
static bool is_genitive(const bl_naming *n, bl_str a, bl_str b)
{
    const bl_str longer = a.size > b.size ? a : b;
    const bl_str shorter = a.size > b.size ? b : a;
    bl_str rest;

    if (longer.size == shorter.size ||
        memcmp(longer.ptr, shorter.ptr, shorter.size) != 0)
        return false;
    rest = bl_str_of(longer.ptr + shorter.size, longer.size - shorter.size);
    return bl_form_list_has(&n->side[BL_SOURCE]->language->genitives, rest) ||
           bl_form_list_has(&n->side[BL_TARGET]->language->genitives, rest);
}

/* The same text with an ending of its language, or in its spelling: Putina,
 * Wladimir. */
static bool is_nearly(const bl_name_letters *a, const bl_name_letters *b)
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
    if (prefix >= 3 && (prefix * 10 >= longer * 6 ||
                        (prefix == shorter && longer - shorter <= ENDING)))
        return true;
    return longer - shorter <= most && !bl_is_far(a->set, b->set, most) &&
           bl_distance(a->text, b->text, (int)most) != INT_MAX;
}

/* Whether they are one name in two cases, by one of the two languages. */
static bool are_cases(const bl_naming *n, bl_str a, bl_str b)
{
    return bl_language_are_cases(n->side[BL_SOURCE]->language, a, b) ||
           bl_language_are_cases(n->side[BL_TARGET]->language, a, b);
}

/* The same of a word, which may also be in a case, a short form of the other
 * one, or begin with the same stem. */
static bool is_like(const bl_naming *n, const bl_name_letters *a,
                    const bl_name_letters *b)
{
    const size_t shorter = a->count > b->count ? b->count : a->count;
    size_t prefix;

    if (shorter < 3)
        return false;
    prefix = a->text.ptr[0] == b->text.ptr[0]
                 ? bl_common_prefix(a->text, b->text)
                 : 0;
    return (prefix == shorter && shorter >= SHORT_FORM) ||
           (prefix >= STEM && prefix * 10 >= shorter * 6) ||
           (prefix >= STEM_OF_CASE && are_cases(n, a->text, b->text)) ||
           is_genitive(n, a->text, b->text) || is_nearly(a, b);
}

/* Whether a word without a capital may be of a name: any one of a script
 * without case. */
static bool is_caseless(const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) == 0 &&
           token->word->letter_case == BL_CASE_NONE;
}

/* Whether a word in small letters may be an adjective made of a name, where
 * words have endings. */
static bool may_be_derived(const bl_side *side, const bl_token *token)
{
    return token->kind == BL_TOKEN_WORD &&
           (token->flags & (BL_TOKEN_MASKED | BL_TOKEN_GLYPH)) == 0 &&
           side->language->syllables == NULL && token->word->letters >= DERIVED;
}

/* Whether the small letters go on where the name ends. */
static bool is_derived(const bl_naming *n, const bl_word *word,
                       const bl_word *small)
{
    const bl_name_letters a = letters_of(word);
    const bl_name_letters b = letters_of(small);

    return n->same_script || bl_is_latin(word) == bl_is_latin(small)
               ? bl_name_is_same(word, small) || is_like(n, &a, &b)
               : bl_sounds_begin(word->sounds, small->sounds);
}

/* Whether another word of the side sounds more like `other`, which is then
 * that one. */
static bool has_rival(const bl_naming *n, int side, const bl_word *word,
                      const bl_word *other)
{
    const bl_name_words *words = &n->words[side];
    const int distance = bl_sounds_distance(word->sounds, other->sounds);

    for (uint32_t i = 0; distance != 0 && i < words->count; i++) {
        const bl_word *rival = words->items[i]->word;

        if (rival->sounds != word->sounds &&
            bl_sounds_distance(rival->sounds, other->sounds) < distance)
            return true;
    }
    return false;
}

/* Letters from another script may stand for the sounds; of two words in Latin
 * ones the letters count, unless a language writes names as they sound. A
 * syllable of a language that is written in such has no endings: Tổng is not
 * Trọng. */
static bool is_answer(const bl_naming *n, int side, const bl_word *word,
                      const bl_word *other, int share)
{
    const bl_name_letters a = letters_of(word);
    const bl_name_letters b = letters_of(other);

    if (bl_name_is_same(word, other))
        return true;
    if (is_like(n, &a, &b) && !bl_naming_is_syllable(n, side, word) &&
        !bl_naming_is_syllable(n, 1 - side, other))
        return true;
    if (word->sounds == 0 ||
        (!n->heard_latin && (n->both_latin || (bl_is_latin(word) &&
                                               bl_is_latin(other)))))
        return false;
    return word->sounds == other->sounds ||
           bl_sounds_inflected(word->sounds, other->sounds) ||
           bl_sounds_nasal(word->sounds, other->sounds) ||
           (bl_sounds_alike(word->sounds, other->sounds, share) &&
            !has_rival(n, side, word, other)) ||
           bl_naming_is_respelled(n, side, word, other);
}

bool bl_naming_may_be_same(const bl_naming *n, const bl_word *word,
                           const bl_word *other)
{
    return is_answer(n, BL_SOURCE, word, other, BL_SOUNDS_CLOSELY) ||
           bl_naming_same_place(n, word, other);
}

uint32_t bl_naming_count_like(const bl_naming *n, int side,
                              const bl_word *word, int in)
{
    const bl_name_words *words = &n->words[in];
    uint32_t count = 0;

    for (uint32_t i = 0; i < words->count; i++)
        count +=
            is_answer(n, side, word, words->items[i]->word, BL_SOUNDS_ROUGHLY);
    return count;
}

/* Whether the name is of another country than `of`, if that is one, or of
 * another organisation or person: North Korea is much like South Korea, and two
 * presidents may share a given name. */
static bool is_another(const bl_name *name, const bl_name *of)
{
    const unsigned kind = of->flags & BL_NAME_KINDS;
    const unsigned listed = BL_NAME_LISTED | BL_NAME_PLACE;
    const unsigned nation = BL_NAME_STATE | BL_NAME_PEOPLE;

    if ((name->flags & of->flags & BL_NAME_LISTED) == 0 ||
        name->group == of->group)
        return false;
    if ((name->flags & nation) != 0 && (of->flags & nation) != 0)
        return true;
    return kind != 0 ? (name->flags & kind) != 0
                     : (name->flags & listed) == BL_NAME_LISTED &&
                           (of->flags & listed) == BL_NAME_LISTED;
}

/* Whether some of tokens [first, limit) are of such a name. */
static bool is_of_another(const bl_naming *n, int side, uint32_t first,
                          uint32_t limit, const bl_name *of)
{
    for (uint32_t i = 0; (of->flags & BL_NAME_LISTED) != 0 &&
                         i < n->count[side];
         i++) {
        const bl_name *name = &n->names[side][i];

        if (is_another(name, of) && name->first < limit &&
            name->limit > first)
            return true;
    }
    return false;
}

/* The same of one token. */
static bool is_token_of_another(const bl_naming *n, int side,
                                const bl_token *token, const bl_name *of)
{
    const uint32_t at = (uint32_t)(token - n->side[side]->tokens);

    return is_of_another(n, side, at, at + 1, of);
}

/* ---- spellings ---------------------------------------------------------- */

static bl_name_letters key_of(const bl_naming *n, int side, const bl_word *word)
{
    const bl_respelled *key =
        bl_language_respelled(n->side[side]->language, word, n->arena);

    if (key == NULL)
        return (bl_name_letters){ { NULL, 0 }, 0, 0 };
    return (bl_name_letters){ bl_str_of(key->text, key->size), key->letter_set,
                              key->letters };
}

/* Whether the other side has a word of the name in the spelling of its
 * language. */
static bool has_respelled(const bl_naming *n, int side, const bl_word *word,
                          const bl_name *name)
{
    const bl_name_words *words = &n->words[1 - side];
    bl_name_letters key;

    if (words->count == 0 || !bl_is_latin(word) ||
        bl_naming_is_syllable(n, side, word))
        return false;
    key = key_of(n, side, word);
    for (uint32_t i = 0; i < words->count; i++) {
        const bl_word *one = words->items[i]->word;
        bl_name_letters other;

        if (!bl_is_latin(one) || bl_naming_is_syllable(n, 1 - side, one))
            continue;
        other = key_of(n, 1 - side, one);
        if ((is_like(n, &key, &other) || bl_str_equal(key.text, other.text)) &&
            !is_token_of_another(n, 1 - side, words->items[i], name))
            return true;
    }
    return false;
}

/* Whether the other side has a word of the name, letter for letter. */
static bool has_same(const bl_naming *n, int side, const bl_word *word,
                     const bl_name *name)
{
    const bl_name_words *words = &n->words[1 - side];

    if ((words->set & bl_name_bit(word)) == 0)
        return false;
    for (uint32_t i = 0; i < words->count; i++) {
        if (bl_name_is_same(words->items[i]->word, word) &&
            !is_token_of_another(n, 1 - side, words->items[i], name))
            return true;
    }
    return false;
}

/* Whether the other side has something like a word of the name. `derived`: also
 * an adjective made of it, as there is of places. */
static bool has_like(const bl_naming *n, int side, const bl_word *word,
                     const bl_name *name, bool derived)
{
    const bl_side *other = n->side[1 - side];
    const bl_name_words *words = &n->words[1 - side];
    bl_place_word place;

    if (has_same(n, side, word, name))
        return true;
    bl_naming_place(n, word, &place);
    for (uint32_t i = 0; i < words->count; i++) {
        const bl_word *one = words->items[i]->word;

        /* Of peoples the lists know more than words of places say. */
        if ((is_answer(n, side, word, one, BL_SOUNDS_CLOSELY) ||
             ((name->flags & BL_NAME_PEOPLE) == 0 &&
              bl_naming_is_place(n, &place, one))) &&
            !is_token_of_another(n, 1 - side, words->items[i], name))
            return true;
    }
    for (uint32_t i = 0; i < other->token_count; i++) {
        const bl_token *token = &other->tokens[i];

        if ((is_caseless(token)
                 ? is_answer(n, side, word, token->word, BL_SOUNDS_CLOSELY) ||
                       bl_naming_is_place(n, &place, token->word)
                 : derived && may_be_derived(other, token) &&
                       is_derived(n, word, token->word)) &&
            !is_token_of_another(n, 1 - side, token, name))
            return true;
    }
    return has_respelled(n, side, word, name);
}

/* One more word of a run that is written together in `out`. */
static void append(bl_name_letters *run, const bl_word *word, char *out)
{
    if (run->text.size + word->skeleton.size > BL_NAME_JOINED)
        return;
    memcpy(out + run->text.size, word->skeleton.ptr, word->skeleton.size);
    run->text.size += word->skeleton.size;
    run->set |= word->letter_set;
    run->count += word->skeleton_letters;
}

/* Whether the words could all be of a language in syllables, where a letter
 * makes another name: Phạm Bình Minh, Phạm Minh Chính. */
static bool is_all_syllables(const bl_naming *n, int side, uint32_t first,
                             uint32_t limit)
{
    while (first < limit &&
           bl_naming_is_syllable(n, side, n->side[side]->tokens[first].word))
        first++;
    return first == limit;
}

/* Whether a run of words of `side`, written together, is `text`, or much like
 * it: Hanoi and Hà Nội, Latin America and Lateinamerika. Runs of as many words
 * as the text are for comparing word by word: Donald Trump, Donald Tusk.
 * `of`: the name that is looked for. */
static bool has_joined(const bl_naming *n, int side_id, bl_str text,
                       uint32_t text_words, bool exact, const bl_name *of)
{
    const bl_side *side = n->side[side_id];
    const bl_name_words *words = &n->words[side_id];
    /* What a list calls it may be in the script of the side. */
    const bool known = text_words == 0 &&
                       bl_locale_is_latin(&side->language->locale) ==
                           ((unsigned char)text.ptr[0] < 0x80);
    const bl_sounds sound =
        exact || n->same_script || known
            ? 0
            : bl_sounds_of(&n->side[1 - side_id]->language->letters, text);
    const bl_name_letters wanted = { text, bl_letter_set(text),
                                     bl_utf8_points(text.ptr, text.size) };
    char joined[BL_NAME_JOINED];

    for (uint32_t i = 0; i < words->count; i++) {
        const uint32_t first = (uint32_t)(words->items[i] - side->tokens);
        bl_name_letters run = { { joined, 0 }, 0, 0 };

        for (uint32_t at = first;
             at < side->token_count && at < first + JOINED_WORDS &&
             side->tokens[at].kind == BL_TOKEN_WORD;
             at++) {
            append(&run, side->tokens[at].word, joined);
            if (bl_str_equal(run.text, text) &&
                !is_of_another(n, side_id, first, at + 1, of))
                return true;
            if (at - first + 1 == text_words)
                continue;
            if (((!exact && is_nearly(&run, &wanted) &&
                  !is_all_syllables(n, side_id, first, at + 1)) ||
                 (sound != 0 &&
                  bl_sounds_alike(
                      bl_sounds_of(&side->language->letters, run.text), sound,
                      BL_SOUNDS_CLOSELY))) &&
                !is_of_another(n, side_id, first, at + 1, of))
                return true;
        }
    }
    return false;
}

/* ---- lists -------------------------------------------------------------- */

bool bl_naming_has_group(const bl_naming *n, int side, int64_t group)
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

/* Whether the lists say that the word is of the country. */
static bool is_demonym(const bl_language *language, const bl_word *word,
                       int64_t country)
{
    const bl_sense *sense =
        (word->set & BL_SENSE_BIT(BL_SENSE_DEMONYM)) != 0
            ? bl_language_sense(language, word->root, BL_SENSE_DEMONYM)
            : NULL;

    return (sense != NULL && sense->value == country) ||
           bl_language_is_of_country(language, word->skeleton, country);
}

/* What the language of that side calls the country, where it is one word that
 * adjectives can be made of. */
static bl_name_letters stem_of(const bl_naming *n, int side,
                               const bl_name *country, bl_folded *out)
{
    const bl_str form =
        bl_language_form(n->side[side]->language, country->group);
    bl_name_letters stem = { { NULL, 0 }, 0, 0 };

    if (form.size == 0 || bl_str_has(form, BL_STR(" ")))
        return stem;
    stem.text = joined_form(n, 1 - side, country, out);
    stem.count = bl_utf8_points(stem.text.ptr, stem.text.size);
    return stem;
}

/* Whether the word is made of the name of the country: norwegisch, of Norwegen.
 * Where letters have no case any word may look like one, so that all of the
 * name has to be in it. */
static bool is_made_of(const bl_name_letters *country, const bl_word *word)
{
    const size_t least = word->letter_case == BL_CASE_NONE
                             ? country->count
                             : (country->count * 6 + 9) / 10;

    return least >= STEM_LEAST &&
           bl_common_prefix(country->text, word->skeleton) >=
               (least > DERIVED ? least : DERIVED);
}

/* Whether that side has an adjective of the country, in small letters as most
 * languages write them. */
static bool has_adjective(const bl_naming *n, int side, const bl_name *country)
{
    const bl_side *text = n->side[side];
    bl_folded folded;
    bl_name_letters stem;

    if ((country->flags & BL_NAME_PLACE) == 0)
        return false;
    stem = stem_of(n, side, country, &folded);
    for (uint32_t i = 0; i < text->token_count; i++) {
        const bl_token *token = &text->tokens[i];

        if (may_be_derived(text, token) &&
            (is_demonym(text->language, token->word, country->group) ||
             is_made_of(&stem, token->word)) &&
            !is_token_of_another(n, side, token, country))
            return true;
    }
    return false;
}

/* Whether the name is an adjective of a country that the other side has:
 * "Amerikaanse", of the US. */
static bool is_adjective_of_other(const bl_naming *n, int side,
                                  const bl_name *name)
{
    const bl_side *own = n->side[side];

    for (uint32_t i = 0; name->words == 1 && i < n->count[1 - side]; i++) {
        const bl_name *country = &n->names[1 - side][i];

        if ((country->flags & BL_NAME_PLACE) != 0 &&
            is_demonym(own->language, own->tokens[name->first].word,
                       country->group))
            return true;
    }
    return false;
}

/* ---- names -------------------------------------------------------------- */

/* The words of the name that have something like them on the other side, as
 * bits. */
static uint8_t find_like(const bl_naming *n, int side, const bl_name *name)
{
    const bl_side *own = n->side[side];
    const bool derived = (name->flags & BL_NAME_GIVEN) == 0;
    unsigned like = 0;
    unsigned word = 1;

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (!bl_is_name_word(&own->tokens[i]))
            continue;
        if (has_like(n, side, own->tokens[i].word, name, derived))
            like |= word;
        word <<= 1;
    }
    return (uint8_t)like;
}

/* Whether the other side has a word of what its language calls the person: Kim,
 * for 金正恩. */
static bool has_part_of_form(const bl_naming *n, int side, const bl_name *name)
{
    const bl_language *language = n->side[1 - side]->language;
    const bl_name_words *words = &n->words[1 - side];
    const bl_sense_set glue = BL_SENSE_BIT(BL_SENSE_ARTICLE) |
                              BL_SENSE_BIT(BL_SENSE_PARTICLE);
    bl_folded folded;
    bl_folded form;
    size_t start = 0;

    bl_fold(&language->locale, bl_language_form(language, name->group),
            &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), &form);
    for (size_t at = 0; at <= form.size; at++) {
        if (at < form.size && form.text[at] != ' ')
            continue;
        for (uint32_t i = 0; i < words->count; i++) {
            const bl_word *word = words->items[i]->word;

            if ((word->set & glue) == 0 &&
                bl_str_equal(word->skeleton,
                             bl_str_of(form.text + start, at - start)) &&
                !is_token_of_another(n, 1 - side, words->items[i], name))
                return true;
        }
        start = at + 1;
    }
    return false;
}

/* What a list says of it: WHOLE, or NOTHING where its silence counts. */
typedef enum list_answer { LIST_UNSURE, LIST_WHOLE, LIST_NOTHING } list_answer;

static list_answer ask_lists(const bl_naming *n, int side, const bl_name *name)
{
    bl_folded folded;
    bl_str form;

    if (bl_naming_has_group(n, 1 - side, name->group) ||
        has_adjective(n, 1 - side, name))
        return LIST_WHOLE;
    form = joined_form(n, side, name, &folded);
    if (form.size == 0)
        return LIST_UNSURE;
    if (has_joined(n, 1 - side, form, 0, false, name))
        return LIST_WHOLE;
    /* In another script what is known says more than what it sounds like. */
    if (n->same_script)
        return LIST_UNSURE;
    return (name->flags & BL_NAME_PLACE) == 0 &&
                   has_part_of_form(n, side, name)
               ? LIST_WHOLE
               : LIST_NOTHING;
}

/* Whether a Roman number ends it, of which sovereigns need three digits. */
static bool has_ordinal(const bl_side *side, const bl_name *name)
{
    const bl_str last = side->tokens[name->limit - 1].word->text;

    for (size_t i = 0; i < last.size; i++) {
        if (last.ptr[i] != 'I' && last.ptr[i] != 'V' && last.ptr[i] != 'X')
            return false;
    }
    return name->words > 1;
}

static bool has_all(const bl_naming *n, int side, const bl_name *name)
{
    const bl_side *own = n->side[side];

    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_is_name_word(&own->tokens[i]) &&
            !has_same(n, side, own->tokens[i].word, name))
            return false;
    }
    return name->words != 0;
}

/* Whether the surname is one with another reading in the other language, which
 * stands there: Cao Cao is Tào Tháo. Its given name is another one then, too,
 * and nothing can be said of it. */
static bool has_other_reading(const bl_naming *n, int side,
                              const bl_word *surname)
{
    const bl_name_words *words = &n->words[1 - side];

    for (uint32_t i = 0; i < words->count; i++) {
        if (bl_exonyms_same(n->exonyms[BL_SOURCE], n->exonyms[BL_TARGET],
                            surname->skeleton_hash,
                            words->items[i]->word->skeleton_hash) &&
            !bl_name_is_same(surname, words->items[i]->word))
            return true;
    }
    return false;
}

/* Whether the token stands between the first and the last word of a person's
 * name, where a syllable is no given name: Minh in Pham Minh Chinh. */
static bool is_middle(const bl_naming *n, int side, uint32_t at)
{
    for (uint32_t i = 0; i < n->count[side]; i++) {
        const bl_name *name = &n->names[side][i];

        if (name->first < at && at + 1 < name->limit &&
            ((name->flags & BL_NAME_SURNAME) != 0 ||
             (name->flags & (BL_NAME_LISTED | BL_NAME_PLACE)) ==
                 BL_NAME_LISTED))
            return true;
    }
    return false;
}

/* Whether the other side has the given name of a name in syllables, which comes
 * last. */
static bool has_last(const bl_naming *n, int side, const bl_name *name)
{
    const bl_word *last = n->side[side]->tokens[name->limit - 1].word;
    const bl_name_words *words = &n->words[1 - side];

    if ((words->set & bl_name_bit(last)) == 0)
        return false;
    for (uint32_t i = 0; i < words->count; i++) {
        const uint32_t at =
            (uint32_t)(words->items[i] - n->side[1 - side]->tokens);

        if (bl_name_is_same(words->items[i]->word, last) &&
            !is_middle(n, 1 - side, at))
            return true;
    }
    return false;
}

static void search(const bl_naming *n, int side, bl_name *name)
{
    enum { PART = BL_NAME_ANSWERED, WHOLE = PART | BL_NAME_WHOLE };
    const bl_side *own = n->side[side];
    char joined[BL_NAME_JOINED];
    const bl_str text = bl_naming_join(own, name->first, name->limit, joined);
    const list_answer listed = (name->flags & BL_NAME_LISTED) != 0
                                   ? ask_lists(n, side, name)
                                   : LIST_UNSURE;
    const unsigned all = (1u << name->words) - 1;

    name->like = 0;
    if (listed == LIST_WHOLE)
        name->flags |= WHOLE;
    if (listed != LIST_UNSURE)
        return;
    /* Of a syllabic name the given name counts, which comes last: many
     * people share a surname. */
    if ((name->flags & BL_NAME_SURNAME) != 0) {
        if (has_last(n, side, name) ||
            has_other_reading(n, side, own->tokens[name->first].word) ||
            has_joined(n, 1 - side, text, name->words, true, name))
            name->flags |= WHOLE;
        return;
    }
    name->like = find_like(n, side, name);
    /* Those of sovereigns and popes are translated: Charles III. */
    if ((name->like != 0 && name->like == all) ||
        has_joined(n, 1 - side, text, name->words, false, name) ||
        ((name->like & (all + 1) >> 1) != 0 && has_ordinal(own, name)) ||
        is_adjective_of_other(n, side, name))
        name->flags |= WHOLE;
    else if (name->like != 0)
        name->flags |= (name->like & 1) != 0 ? PART | BL_NAME_FIRST : PART;
}

bool bl_naming_is_copied(const bl_naming *n, int side, bl_name *name)
{
    /* In another script the lists have to be asked before the letters, but for
     * those that are short for a name and stand there too. */
    if ((!n->same_script && (name->flags & BL_NAME_LISTED) != 0 &&
         (name->flags & BL_NAME_ACRONYM) == 0) ||
        !has_all(n, side, name))
        return false;
    name->asked = true;
    name->like = (uint8_t)((1u << name->words) - 1);
    name->flags |= BL_NAME_ANSWERED | BL_NAME_WHOLE;
    return true;
}

void bl_naming_answer(const bl_naming *n, int side, bl_name *name)
{
    if (name->asked || bl_naming_is_copied(n, side, name))
        return;
    name->asked = true;
    search(n, side, name);
}
