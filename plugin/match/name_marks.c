/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names of a language that is written in syllables, without their marks or
 * with others: Luong Cuong, Lương Cương.
 */
#include "match/naming.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Syllables of a full name: surname, middle name, given name; and of one at
 * most that is looked up. */
enum { FULL_NAME = 3, SYLLABLES_MOST = 5 };

/* Bytes of a name whose marks stand apart from its letters. */
enum { SPELLED = 3 * BL_FOLD_MAX };

/* ---- marks lost --------------------------------------------------------- */

/* Whether none of the words has a mark. */
static bool is_plain(const bl_side *side, const bl_name *name)
{
    for (uint32_t i = name->first; i < name->limit; i++) {
        const bl_token *token = &side->tokens[i];

        if (token->kind == BL_TOKEN_WORD &&
            !bl_str_equal(token->word->folded, token->word->skeleton))
            return false;
    }
    return true;
}

/* Whether the language would not write the plain name so: one of its
 * syllables cannot be without marks, or a full name begins with what is no
 * surname without them. A short name may be foreign: Le Pen. */
static bool lacks_marks(const bl_side *side, const bl_name *name)
{
    const bl_word *surname = side->tokens[name->first].word;

    if ((name->flags & BL_NAME_SURNAME) == 0)
        return false;
    for (uint32_t i = name->first; i < name->limit; i++) {
        if (bl_language_syllable(side->language, side->tokens[i].word) ==
            BL_VERDICT_BAD)
            return true;
    }
    return name->limit - name->first >= FULL_NAME &&
           bl_language_is_plain_surname(side->language, surname);
}

/* The name of the source with the same letters, or NULL. */
static const bl_name *find_same(const bl_naming *n, const bl_name *name)
{
    char a[BL_NAME_JOINED];
    char b[BL_NAME_JOINED];
    const bl_str letters = bl_naming_join(n->side[BL_TARGET], name->first,
                                          name->limit, a);

    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        const bl_name *from = &n->names[BL_SOURCE][i];

        if (bl_str_equal(bl_naming_join(n->side[BL_SOURCE], from->first,
                                        from->limit, b),
                         letters))
            return from;
    }
    return NULL;
}

/* How the target language writes a name that a list knows. */
static bl_str known_form(const bl_naming *n, const bl_name *name)
{
    return name != NULL && (name->flags & BL_NAME_LISTED) != 0
               ? bl_language_form(n->side[BL_TARGET]->language, name->group)
               : bl_str_of(NULL, 0);
}

/* Whether a form is the name with marks: no other name of the same thing. */
static bool is_with_marks(const bl_side *side, const bl_name *name,
                          bl_str form)
{
    bl_folded folded;
    bl_folded plain;
    char joined[BL_NAME_JOINED];
    const bl_str letters =
        bl_naming_join(side, name->first, name->limit, joined);
    size_t at = 0;

    bl_fold(NULL, form, &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), &plain);
    if (folded.size == plain.size)
        return false;
    for (size_t i = 0; i < plain.size; i++) {
        if (plain.text[i] == ' ')
            continue;
        if (at == letters.size || letters.ptr[at++] != plain.text[i])
            return false;
    }
    return at == letters.size;
}

/* The name as the source has it, with its marks, or nothing. */
static bl_str marked_form(const bl_naming *n, const bl_name *name,
                          const bl_name *from)
{
    const bl_str none = bl_str_of(NULL, 0);
    const bl_str text =
        from != NULL ? bl_side_text(n->side[BL_SOURCE], from->span) : none;

    return is_with_marks(n->side[BL_TARGET], name, text) ? text : none;
}

/* Whether the words beside tokens [first, limit) are none of a name in another
 * language: Da Nang Airport. */
static bool stands_alone(const bl_side *side, size_t first, size_t limit)
{
    const bl_token *before = first > 0 ? &side->tokens[first - 1] : NULL;
    const bl_token *behind =
        limit < side->token_count ? &side->tokens[limit] : NULL;

    return (before == NULL || !bl_is_name_word(before) ||
            side->tokens[first].gap != BL_GAP_SPACE ||
            bl_language_is_plain_syllable(side->language, before->word)) &&
           (behind == NULL || !bl_is_name_word(behind) ||
            behind->gap != BL_GAP_SPACE ||
            bl_language_is_plain_syllable(side->language, behind->word));
}

/* Places without their marks. */
static void find_plain_places(bl_naming *n)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_MARKED);
    const bl_side *target = n->side[BL_TARGET];
    const bl_name_words *words = &n->words[BL_TARGET];
    size_t behind = 0;

    for (uint32_t i = 0; i < words->count; i++) {
        const size_t at = (size_t)(words->items[i] - target->tokens);
        size_t limit = at;
        const bl_phrase_node node =
            at >= behind && (words->items[i]->word->reach & wanted) != 0
                ? bl_language_walk(target->language, target->tokens,
                                   target->token_count, at, wanted, &limit)
                : 0;
        bl_span span;

        if (node == 0 || !bl_is_name_word(&target->tokens[limit - 1]) ||
            !stands_alone(target, at, limit))
            continue;
        behind = limit;
        span = (bl_span){ target->tokens[at].start,
                          target->tokens[limit - 1].limit };
        bl_naming_add(n, BL_NAME_PLAIN, (bl_span){ 0, 0 }, span,
                      bl_language_form(target->language,
                                       bl_language_sense(target->language, node,
                                                         BL_SENSE_MARKED)
                                           ->value));
    }
}

/* ---- other marks -------------------------------------------------------- */

/* The letters of a text, with their marks but for tones, which stand on one
 * vowel or the next: Hòa, Hoà; and its tones behind one another. */
typedef struct tones_apart {
    char letters[SPELLED];
    size_t size;
    char tones[BL_NAME_JOINED];
    size_t count;
} tones_apart;

static bool is_tone(uint32_t c)
{
    return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

static void take_tones(bl_str folded, tones_apart *out)
{
    char apart[SPELLED];
    const size_t size = bl_to_nfd(folded, apart, sizeof(apart));

    out->size = out->count = 0;
    for (size_t at = 0; at < size;) {
        const size_t start = at;
        const uint32_t c = bl_utf8_next(apart, size, &at);

        if (c == ' ')
            continue;
        if (!is_tone(c)) {
            memcpy(out->letters + out->size, apart + start, at - start);
            out->size += at - start;
        } else if (out->count < sizeof(out->tones)) {
            out->tones[out->count++] = (char)(c & 0xff);
        }
    }
}

/* Whether two texts of the same letters have other marks. */
static bool have_other_marks(const bl_language *language, bl_str a, bl_str b)
{
    bl_folded first;
    bl_folded second;
    tones_apart x;
    tones_apart y;

    bl_fold(&language->locale, a, &first);
    bl_fold(&language->locale, b, &second);
    take_tones(bl_str_of(first.text, first.size), &x);
    take_tones(bl_str_of(second.text, second.size), &y);
    return x.size != y.size || x.count != y.count ||
           memcmp(x.letters, y.letters, x.size) != 0 ||
           memcmp(x.tones, y.tones, x.count) != 0;
}

/* What the language calls a city of the name's letters, whatever their marks:
 * of lesser places there may be several. */
static bl_str city_of(const bl_naming *n, const bl_name *name,
                      const bl_name *from)
{
    const bl_sense_set wanted = BL_SENSE_BIT(BL_SENSE_MARKED);
    const bl_side *side = n->side[BL_TARGET];
    const bl_str none = bl_str_of(NULL, 0);
    bl_token plain[SYLLABLES_MOST];
    const uint32_t count = name->limit - name->first;
    bl_phrase_node node;
    size_t limit = 0;

    if (count > SYLLABLES_MOST || !bl_naming_is_city(n, BL_SOURCE, from))
        return none;
    for (uint32_t i = 0; i < count; i++) {
        plain[i] = side->tokens[name->first + i];
        plain[i].word =
            plain[i].kind == BL_TOKEN_WORD
                ? bl_language_word(side->language, plain[i].word->skeleton,
                                   n->arena)
                : NULL;
        if (plain[i].word == NULL)
            return none;
    }
    node = bl_language_match(side->language, plain, count, 0, wanted, &limit);
    return node != 0 && limit == count
               ? bl_language_form(side->language,
                                  bl_language_sense(side->language, node,
                                                    BL_SENSE_MARKED)
                                      ->value)
               : none;
}

/* A name that has marks, but not those of the name that the source has in the
 * same letters: Tô Lam, Hà Nôi. */
static void find_mismarked(bl_naming *n, const bl_name *name)
{
    const bl_side *target = n->side[BL_TARGET];
    const bl_str text = bl_side_text(target, name->span);
    const bl_name *from =
        name->limit - name->first > 1 ? find_same(n, name) : NULL;
    bl_str form;

    if (from == NULL ||
        bl_str_equal(bl_side_text(n->side[BL_SOURCE], from->span), text))
        return;
    form = known_form(n, from);
    if (form.size == 0)
        form = marked_form(n, name, from);
    if (form.size == 0)
        form = city_of(n, name, from);
    /* As nearly all are. */
    if (bl_str_equal(form, text))
        return;
    if (is_with_marks(target, name, form) &&
        have_other_marks(target->language, form, text))
        bl_naming_add(n, BL_NAME_PLAIN, from->span, name->span, form);
}

void bl_naming_find_plain(bl_naming *n)
{
    const bl_side *target = n->side[BL_TARGET];

    if (target->language->syllables != NULL)
        find_plain_places(n);
    for (uint32_t i = 0;
         target->language->syllables != NULL && i < n->count[BL_TARGET];
         i++) {
        const bl_name *name = &n->names[BL_TARGET][i];
        const bl_name *from;
        bl_str form;

        if (bl_naming_is_told(n, BL_TARGET, name))
            continue;
        if (!is_plain(target, name)) {
            find_mismarked(n, name);
            continue;
        }
        if ((name->flags & (BL_NAME_SURNAME | BL_NAME_LISTED)) == 0)
            continue;
        from = find_same(n, name);
        form = known_form(n, name);
        if (form.size == 0)
            form = known_form(n, from);
        if (form.size == 0)
            form = marked_form(n, name, from);
        if (is_with_marks(target, name, form) || lacks_marks(target, name))
            bl_naming_add(n, BL_NAME_PLAIN,
                          from != NULL ? from->span : (bl_span){ 0, 0 },
                          name->span, form);
    }
}
