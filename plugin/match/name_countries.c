/* SPDX-License-Identifier: Apache-2.0 */
/* Countries and organisations that became others. All are listed, so that two
 * of them need no other evidence; but their letters may be those of another
 * word. */
#include "match/naming.h"

#include "match/term_breaks.h"
#include "text/chars.h"
#include "text/utf8.h"

/* Letters from which on a country can be told from what merely begins like
 * one; the first letter of scripts whose letters say more. */
enum {
    UNSPACED_LEAST = 4,
    PREFIXED_LEAST = 6,
    COUNTRY_LEAST = 5,
    ZERO_WIDTH_SPACE = 0x200b,
    CJK = 0x2e80
};

static bool is_short(bl_str country)
{
    return bl_utf8_points(country.ptr, country.size) < COUNTRY_LEAST;
}

/* Where nouns have capitals, those beside a name may be a part of it; but a
 * genitive stands beside another name than its own: Regierung Italiens. */
static bool is_genitive(const bl_side *side, const bl_name *name)
{
    const bl_token *last = &side->tokens[name->limit - 1];

    return side->language->noun_capitals && bl_is_name_word(last) &&
           bl_language_has_ending(side->language, last->word);
}

bool bl_naming_is_within(const bl_side *side, const bl_name *name)
{
    const bl_token *before = &side->tokens[name->first];
    const bl_token *behind = &side->tokens[name->limit];

    if (is_genitive(side, name))
        return false;
    return (name->first != 0 && before->gap == BL_GAP_SPACE &&
            bl_is_name_word(before - 1) &&
            bl_language_common(side->language, (before - 1)->word) ==
                BL_VERDICT_BAD) ||
           (name->limit < side->token_count && behind->gap == BL_GAP_SPACE &&
            bl_is_name_word(behind));
}

bool bl_naming_is_nation_within(const bl_side *side, const bl_name *name)
{
    const bl_token *before = &side->tokens[name->first];
    const bl_token *behind = &side->tokens[name->limit];
    const bool office = name->limit < side->token_count &&
                        (behind->traits & BL_TRAIT_TITLE) != 0;
    const bool letters = name->first != 0 && bl_is_name_word(before - 1) &&
                         before[-1].word->letter_case == BL_CASE_UPPER &&
                         before->word->letter_case != BL_CASE_UPPER;
    const bool goes_on = name->limit < side->token_count &&
                         behind->gap == BL_GAP_SPACE &&
                         bl_is_name_word(behind);

    return bl_naming_is_within(side, name) && !(office && goes_on) &&
           !(letters && !goes_on);
}

/* Characters, but for the spaces without a width that show where a line may be
 * broken. */
static size_t count_letters(bl_str text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.size;)
        count += bl_utf8_next(text.ptr, text.size, &at) != ZERO_WIDTH_SPACE;
    return count;
}

static bool is_katakana_letter(const bl_token *token)
{
    return bl_is_katakana(token->c) && !bl_is_name_joint(token->c);
}

/* Whether katakana go on right before or behind it: the Thailand of タイムゾーン
 * is none. */
static bool is_in_katakana(const bl_side *side, const bl_name *name)
{
    const bl_token *first = &side->tokens[name->first];
    const bl_token *last = &side->tokens[name->limit - 1];

    return (name->first > 0 && first->gap == BL_GAP_NONE &&
            is_katakana_letter(first) && is_katakana_letter(first - 1)) ||
           (name->limit < side->token_count && last[1].gap == BL_GAP_NONE &&
            is_katakana_letter(last) && is_katakana_letter(last + 1));
}

/* Whether a country at the head of a sentence has so few letters that it may be
 * any word, where no dictionary knows these: the Finnish "oman". One that stands
 * at the head of a sentence as well may have become it. */
static bool is_any_word(const bl_side *side, const bl_name *name)
{
    return (name->flags & BL_NAME_COUNTRY) != 0 && name->words == 1 &&
           (name->flags & BL_NAME_INITIAL) != 0 &&
           side->language->speller == NULL &&
           is_short(bl_side_text(side, name->span));
}

bool bl_naming_is_doubtful(const bl_side *side, const bl_name *name)
{
    const bl_token *first = &side->tokens[name->first];
    const bl_str text = bl_side_text(side, name->span);
    const size_t points = count_letters(text);

    if ((name->flags & BL_NAME_KINDS) != 0 &&
        (first->word->flags & BL_WORD_PREFIXED) != 0)
        return points < PREFIXED_LEAST ||
               is_short(bl_language_form(side->language, name->group));
    if ((name->flags & BL_NAME_COUNTRY) != 0 &&
        (name->flags & BL_NAME_INITIAL) != 0 && name->words == 1 &&
        bl_naming_is_native(side, name))
        return true;
    if ((name->flags & BL_NAME_COUNTRY) != 0 && is_in_katakana(side, name))
        return true;
    if ((first->flags & BL_TOKEN_GLYPH) == 0)
        return false;
    for (const bl_token *t = first + 1;
         (name->flags & BL_NAME_KINDS) != 0 &&
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

/* Whether the language has the name of one in that of the other: Africa, South
 * Africa. */
static bool has_within(const bl_language *language, const bl_name *part,
                       const bl_name *whole)
{
    const bl_str form = bl_language_form(language, part->group);

    return form.size != 0 &&
           bl_str_has(bl_language_form(language, whole->group), form);
}

/* In the target's language; of a continent that may be spelled in several ways
 * beside another word, in the source's as well. */
static bool is_part_of(const bl_naming *n, const bl_name *found,
                       const bl_name *name)
{
    const bl_language *target = n->side[BL_TARGET]->language;

    return has_within(target, found, name) ||
           ((found->flags & BL_NAME_STATE) == 0 &&
            bl_str_has(bl_language_form(target, name->group), BL_STR(" ")) &&
            has_within(n->side[BL_SOURCE]->language, found, name));
}

/* Of countries the lists know all, and of organisations some. */
bool bl_naming_is_known_there(const bl_naming *n, int side,
                              const bl_name *name)
{
    return (name->flags & BL_NAME_COUNTRY) != 0 ||
           bl_language_form(n->side[1 - side]->language, name->group).size != 0;
}

bool bl_naming_may_go_by_other_name(const bl_naming *n)
{
    for (int side = BL_SOURCE; side <= BL_TARGET; side++) {
        const bl_side *text = n->side[side];

        for (uint32_t i = 0; i < n->count[side]; i++) {
            bl_name name = n->names[side][i];

            if (!bl_naming_is_city(n, side, &name))
                continue;
            bl_naming_answer(n, side, &name);
            if ((name.flags & BL_NAME_ANSWERED) == 0 &&
                !bl_naming_has_city(n, side, &name))
                return true;
        }
        for (uint32_t i = 0; text->language->syllables != NULL &&
                             i < text->token_count; i++) {
            if (bl_name_is_transcribed(text, i))
                return true;
        }
    }
    return false;
}

bl_name *bl_naming_find_country(bl_naming *n, const bl_name *found)
{
    const unsigned kind = found->flags & BL_NAME_KINDS;
    bl_term_breaks breaks = { .at = NULL };

    if (kind == 0 || !bl_naming_is_known_there(n, BL_TARGET, found) ||
        ((kind & BL_NAME_COUNTRY) != 0 &&
         bl_naming_may_go_by_other_name(n)))
        return NULL;
    for (uint32_t i = 0; i < n->count[BL_SOURCE]; i++) {
        bl_name *name = &n->names[BL_SOURCE][i];

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_TAKEN)) == 0 &&
            (name->flags & kind) != 0 &&
            bl_naming_is_known_there(n, BL_SOURCE, name) &&
            ((name->flags & BL_NAME_INITIAL) != 0 ||
             !is_any_word(n->side[BL_TARGET], found)) &&
            !bl_language_are_family(n->side[BL_TARGET]->language, name->group,
                                    found->group) &&
            !bl_naming_is_nation_within(n->side[BL_SOURCE], name) &&
            bl_term_is_apart(&breaks, n->side[BL_SOURCE], name->first,
                             name->limit, true, n->arena) &&
            !is_of_country(n->side[BL_SOURCE], name, found->group) &&
            !is_part_of(n, found, name))
            return name;
    }
    return NULL;
}
