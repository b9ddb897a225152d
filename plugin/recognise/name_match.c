/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Comparing names. Accused is a substitution only: a person of the source
 * that nothing in the target answers, and a person of the target that
 * nothing in the source answers.
 */
#include "recognise/names.h"

#include "base/hash.h"
#include "lexicon/language.h"
#include "lexicon/syllables.h"
#include "recognise/similar.h"
#include "text/utf8.h"

#include <string.h>

enum { DIFFERENCES_MAX = 16, JOINED = 96 };

/* Letters from which on two of them may be changed. */
enum { LONG_NAME = 8 };

/* The capitalised words of a side. */
typedef struct name_words {
    const bl_token **items;
    uint32_t count;
} name_words;

typedef struct comparer {
    const bl_side *side[2];
    name_words words[2];
    bl_name names[2][BL_NAMES_MAX];
    uint32_t count[2];
    bl_name_difference differences[DIFFERENCES_MAX];
    uint32_t difference_count;
} comparer;

/* ---- words ------------------------------------------------------------------------- */

/* "hà nội" -> "hanoi" */
static bl_str join(const bl_side *side, uint32_t first, uint32_t limit,
                   char *out)
{
    size_t size = 0;

    for (uint32_t i = first; i < limit; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind != BL_TOKEN_WORD ||
            size + token->word->skeleton.size > JOINED)
            continue;
        memcpy(out + size, token->word->skeleton.ptr,
               token->word->skeleton.size);
        size += token->word->skeleton.size;
    }
    return bl_str_of(out, size);
}

static bool find_words(const bl_side *side, bl_arena *arena, name_words *to)
{
    to->count = 0;
    to->items =
        bl_arena_alloc(arena, side->token_count, sizeof(*to->items));
    if (to->items == NULL)
        return false;
    for (uint32_t i = 0; i < side->token_count; i++) {
        if (bl_is_name_word(&side->tokens[i]))
            to->items[to->count++] = &side->tokens[i];
    }
    return true;
}

static bool is_same(const bl_word *a, const bl_word *b)
{
    return a->skeleton_hash == b->skeleton_hash &&
           bl_str_equal(a->skeleton, b->skeleton);
}

/* The same name with an ending of its language, or in its spelling: Putina,
 * Wladimir. */
static bool is_like(const bl_word *a, const bl_word *b)
{
    const size_t n = a->skeleton_letters;
    const size_t m = b->skeleton_letters;
    const size_t longer = n > m ? n : m;
    const size_t shorter = n > m ? m : n;
    size_t prefix;

    /* A letter of a short word is too much: Lam is not Nam. */
    if (longer < 5 || shorter < 3)
        return false;
    prefix = a->skeleton.ptr[0] == b->skeleton.ptr[0]
                 ? bl_common_prefix(a->skeleton, b->skeleton)
                 : 0;
    if (prefix >= 3 && prefix * 10 >= longer * 6)
        return true;
    return (longer - shorter) * 3 <= longer &&
           !bl_is_far(a->letter_set, b->letter_set, longer / 3) &&
           (size_t)bl_distance(a->skeleton, b->skeleton) * 3 <= longer;
}

/* Whether any of the words is like `word`. `exact`: the same letters but for
 * marks. */
static bool has_word(const name_words *words, const bl_word *word, bool exact)
{
    for (uint32_t i = 0; i < words->count; i++) {
        if (is_same(words->items[i]->word, word) ||
            (!exact && is_like(words->items[i]->word, word)))
            return true;
    }
    return false;
}

/* Whether `text` is a run of capitalised words written together, the first of
 * which is words[at]. */
static bool is_run(const name_words *words, uint32_t at, bl_str text)
{
    const bl_token *first = words->items[at];

    for (uint32_t i = at; i < words->count && i < at + 4 &&
                          words->items[i] == first + (i - at);
         i++) {
        const bl_str part = words->items[i]->word->skeleton;

        if (part.size > text.size ||
            memcmp(part.ptr, text.ptr, part.size) != 0)
            return false;
        text = bl_str_of(text.ptr + part.size, text.size - part.size);
        if (text.size == 0)
            return true;
    }
    return false;
}

/* Hanoi and Hà Nội. */
static bool has_joined(const name_words *words, bl_str text)
{
    for (uint32_t i = 0; i < words->count; i++) {
        if (is_run(words, i, text))
            return true;
    }
    return false;
}

/* ---- answers ------------------------------------------------------------------------- */

static bool has_group(const comparer *c, int side, int64_t group)
{
    for (uint32_t i = 0; i < c->count[side]; i++) {
        const bl_name *name = &c->names[side][i];

        if ((name->flags & BL_NAME_LISTED) != 0 && name->group == group)
            return true;
    }
    return false;
}

static bool is_answered(const comparer *c, int side, const bl_name *name)
{
    const bl_side *own = c->side[side];
    const name_words *other = &c->words[1 - side];
    char joined[JOINED];

    if ((name->flags & BL_NAME_LISTED) != 0 &&
        has_group(c, 1 - side, name->group))
        return true;
    /* Of a syllabic name the given name counts, which comes last: many
     * people share a surname. */
    if ((name->flags & BL_NAME_SURNAME) != 0)
        return has_word(other, own->tokens[name->limit - 1].word, true) ||
               has_joined(other,
                          join(own, name->first, name->limit, joined));
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (own->tokens[i].kind == BL_TOKEN_WORD &&
            has_word(other, own->tokens[i].word, false))
            return true;
    }
    return has_joined(other, join(own, name->first, name->limit, joined));
}

/* Whether a name of the side has no answer. */
static bool find_answers(comparer *c, int side)
{
    bool lacks = false;

    for (uint32_t i = 0; i < c->count[side]; i++) {
        bl_name *name = &c->names[side][i];

        if (is_answered(c, side, name))
            name->flags |= BL_NAME_ANSWERED;
        else
            lacks = true;
    }
    return lacks;
}

/* ---- differences ------------------------------------------------------------------------ */

static void add(comparer *c, bl_name_difference_kind kind, bl_span source,
                bl_span target, bl_str expected)
{
    if (c->difference_count < DIFFERENCES_MAX)
        c->differences[c->difference_count++] = (bl_name_difference){
            (uint8_t)kind, source, target, expected
        };
}

/* How much speaks for a person. */
static int weight(const bl_name *name)
{
    int sum = 0;

    if ((name->flags & BL_NAME_PLACE) != 0)
        return 0;
    sum += (name->flags & BL_NAME_LISTED) != 0 ? 3 : 0;
    sum += (name->flags & BL_NAME_SURNAME) != 0 ? 3 : 0;
    sum += (name->flags & BL_NAME_TITLED) != 0 ? 2 : 0;
    sum += (name->flags & BL_NAME_RARE) != 0 && name->limit - name->first > 1
               ? 2
               : 0;
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
           ((name->flags & BL_NAME_RARE) == 0 ||
            name->limit - name->first < 2);
}

static bool same_title(const bl_name *a, const bl_name *b)
{
    return (a->flags & b->flags & BL_NAME_TITLED) != 0 &&
           a->title == b->title;
}

/* The person of the source that the one of the target stands for: after the
 * same title, or else the weightiest. */
static bl_name *find_lost(comparer *c, const bl_name *found)
{
    bl_name *best = NULL;
    int best_weight = 0;

    for (uint32_t i = 0; i < c->count[BL_SOURCE]; i++) {
        bl_name *name = &c->names[BL_SOURCE][i];
        int w = weight(name);

        if ((name->flags & BL_NAME_ANSWERED) != 0 || w < 1)
            continue;
        if (same_title(name, found))
            w += 4;
        else if (is_mere_title(name) || is_mere_title(found))
            continue;
        if (w > best_weight) {
            best_weight = w;
            best = name;
        }
    }
    /* Little evidence on both sides is none. */
    return best != NULL && best_weight + weight(found) >= 4 ? best : NULL;
}

/* Names change their letters from script to script; without a list nothing
 * can be said of them there. */
static bool is_comparable(const comparer *c, const bl_name *a,
                          const bl_name *b)
{
    return strcmp(c->side[BL_SOURCE]->language->locale.script,
                  c->side[BL_TARGET]->language->locale.script) == 0 ||
           (a->flags & b->flags & BL_NAME_LISTED) != 0;
}

static void ask_dictionary(comparer *c, int side)
{
    for (uint32_t i = 0; i < c->count[side]; i++) {
        bl_name *name = &c->names[side][i];

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_LISTED)) == 0)
            name->flags |= bl_name_knownness(c->side[side], name);
    }
}

static void find_substituted(comparer *c)
{
    ask_dictionary(c, BL_SOURCE);
    ask_dictionary(c, BL_TARGET);
    for (uint32_t i = 0; i < c->count[BL_TARGET]; i++) {
        bl_name *found = &c->names[BL_TARGET][i];
        bl_name *lost;

        if ((found->flags & BL_NAME_ANSWERED) != 0 || weight(found) < 2)
            continue;
        lost = find_lost(c, found);
        if (lost == NULL || !is_comparable(c, lost, found))
            continue;
        add(c, BL_NAME_SUBSTITUTED, lost->span, found->span,
            (lost->flags & BL_NAME_LISTED) != 0
                ? bl_language_form(c->side[BL_TARGET]->language, lost->group)
                : bl_str_of(NULL, 0));
    }
}

/* ---- letters changed --------------------------------------------------------------------- */

static bool is_latin(const bl_word *word)
{
    size_t at = 0;

    return word->skeleton.size != 0 &&
           bl_utf8_next(word->skeleton.ptr, word->skeleton.size, &at) < 0x250;
}

/* A word of the target that could be a damaged name: in Latin letters,
 * capitalised, and not on the other side. */
static bool may_be_damaged(const comparer *c, const bl_token *token)
{
    return token->word->letters >= 4 && is_latin(token->word) &&
           token->word->letter_case != BL_CASE_UPPER &&
           (token->word->set & (BL_SENSE_BIT(BL_SENSE_MONTH) |
                                BL_SENSE_BIT(BL_SENSE_WEEKDAY) |
                                BL_SENSE_BIT(BL_SENSE_ENTITY))) == 0 &&
           !has_word(&c->words[BL_SOURCE], token->word, true);
}

/* Whether the language takes over names in Latin letters as they are: one
 * written in another script, or in syllables without endings. */
static bool copies_names(const bl_language *language)
{
    return strcmp(language->locale.script, "Latn") != 0 ||
           language->syllables != NULL;
}

/* How many of the words have exactly those letters. */
static uint32_t count_word(const name_words *words, const bl_word *word)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < words->count; i++)
        count += words->items[i]->word->skeleton_hash == word->skeleton_hash;
    return count;
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
    distance = bl_distance(from->skeleton, to->skeleton);
    return distance >= 1 && distance <= (int)most && prefix != size &&
           prefix != other;
}

static bl_verdict known(bl_language *language, const bl_word *word)
{
    const bl_verdict common = bl_language_common(language, word);

    return common == BL_VERDICT_GOOD ? common
                                     : bl_language_spelling(language, word);
}

/*
 * How a word that is a letter off came about; false for a translation. A
 * language that takes over names as they are has no reason to change a
 * letter. One that inflects them or spells them its own way has, at the end
 * of a word or in words that its dictionary knows; what is left is damage, or
 * where there is no dictionary, perhaps a spelling of its own.
 */
static bool kind_of_damage(const comparer *c, const bl_word *from,
                           const bl_word *to, bl_name_difference_kind *kind)
{
    bl_language *source = c->side[BL_SOURCE]->language;
    bl_language *target = c->side[BL_TARGET]->language;
    const size_t prefix = bl_common_prefix(from->skeleton, to->skeleton);

    *kind = BL_NAME_ALTERED;
    if (copies_names(target))
        return true;
    if (prefix + 1 >= to->letters || prefix + 1 >= from->letters)
        return false;
    if (known(source, from) == BL_VERDICT_BAD)
        return true;
    if (known(target, to) == BL_VERDICT_BAD)
        return known(source, to) == BL_VERDICT_BAD;
    *kind = BL_NAME_RESPELLED;
    return known(target, to) == BL_VERDICT_UNKNOWN &&
           bl_language_common(source, from) != BL_VERDICT_GOOD;
}

/* The name of the source that the word was, or NULL; how in *kind. */
static const bl_token *find_original(const comparer *c, const bl_token *token,
                                     bl_name_difference_kind *kind)
{
    const name_words *source = &c->words[BL_SOURCE];

    for (uint32_t i = 0; i < source->count; i++) {
        const bl_token *from = source->items[i];
        uint32_t there;

        if (from->word->letters < 4 || !is_one_off(from->word, token->word))
            continue;
        there = count_word(&c->words[BL_TARGET], from->word);
        if (there == 0 &&
            kind_of_damage(c, from->word, token->word, kind))
            return from;
        if (there == 0)
            continue;
        /* Written rightly too: nobody spells a name in two ways. */
        if (there < count_word(source, from->word) ||
            known(c->side[BL_TARGET]->language, token->word) ==
                BL_VERDICT_BAD) {
            *kind = BL_NAME_ALTERED;
            return from;
        }
    }
    return NULL;
}

static void find_altered(comparer *c)
{
    const name_words *target = &c->words[BL_TARGET];

    for (uint32_t i = 0; i < target->count; i++) {
        const bl_token *token = target->items[i];
        bl_name_difference_kind kind;
        const bl_token *from = may_be_damaged(c, token)
                                   ? find_original(c, token, &kind)
                                   : NULL;

        if (from != NULL)
            add(c, kind, bl_token_span(from), bl_token_span(token),
                from->word->text);
    }
}

/* ---- marks lost --------------------------------------------------------------------------- */

/* Whether the name stands in plain letters where its language would not
 * write it so: one of its syllables cannot be without marks. */
static bool lacks_marks(const bl_side *side, const bl_name *name)
{
    const bl_syllables *syllables = side->language->syllables;
    bool impossible = false;

    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_word *word = side->tokens[i].word;

        if (!bl_str_equal(word->folded, word->skeleton))
            return false;
        impossible =
            impossible || !bl_syllables_valid(syllables, word->folded);
    }
    return impossible;
}

static void find_plain(comparer *c)
{
    const bl_side *target = c->side[BL_TARGET];

    if (target->language->syllables == NULL)
        return;
    for (uint32_t i = 0; i < c->count[BL_TARGET]; i++) {
        const bl_name *name = &c->names[BL_TARGET][i];
        bl_str form = bl_str_of(NULL, 0);
        bl_span source = { 0, 0 };

        if ((name->flags & BL_NAME_LISTED) != 0)
            form = bl_language_form(target->language, name->group);
        if ((name->flags & BL_NAME_SURNAME) == 0 ||
            !lacks_marks(target, name))
            continue;
        for (uint32_t j = 0; j < c->count[BL_SOURCE]; j++) {
            const bl_name *from = &c->names[BL_SOURCE][j];
            char a[JOINED];
            char b[JOINED];

            if (!bl_str_equal(
                    join(c->side[BL_SOURCE], from->first, from->limit, a),
                    join(target, name->first, name->limit, b)))
                continue;
            source = from->span;
            if ((from->flags & BL_NAME_LISTED) != 0)
                form = bl_language_form(target->language, from->group);
        }
        add(c, BL_NAME_PLAIN, source, name->span, form);
    }
}

/* ---- both sides ------------------------------------------------------------------------------ */

const bl_names *bl_match_names(const bl_side *source, const bl_side *target,
                               bl_arena *arena)
{
    comparer *c = bl_arena_alloc(arena, 1, sizeof(*c));
    bl_names *names = bl_arena_alloc(arena, 1, sizeof(*names));
    bool lost;
    bool found;

    if (c == NULL || names == NULL)
        return NULL;
    c->side[BL_SOURCE] = source;
    c->side[BL_TARGET] = target;
    c->difference_count = 0;
    if (!find_words(source, arena, &c->words[BL_SOURCE]) ||
        !find_words(target, arena, &c->words[BL_TARGET]))
        return NULL;
    c->count[BL_SOURCE] = bl_find_names(source, target, c->names[BL_SOURCE]);
    c->count[BL_TARGET] = bl_find_names(target, source, c->names[BL_TARGET]);
    lost = find_answers(c, BL_SOURCE);
    found = find_answers(c, BL_TARGET);
    if (lost && found)
        find_substituted(c);
    find_altered(c);
    find_plain(c);
    names->list[BL_SOURCE] = c->names[BL_SOURCE];
    names->list[BL_TARGET] = c->names[BL_TARGET];
    names->count[BL_SOURCE] = c->count[BL_SOURCE];
    names->count[BL_TARGET] = c->count[BL_TARGET];
    names->differences = c->differences;
    names->difference_count = c->difference_count;
    return names;
}
