/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name-missing: a name of the source has no counterpart in the target.
 *
 * Good translations leave names out, where a pronoun or the context serves
 * as well, so the rule is off until it is asked for. It looks at names that a
 * list, a title or a dictionary tells from ordinary words, and that could be
 * known again in the other script.
 *
 * Page, examples and tests: name_missing.md
 */
#include "checks/check.h"
#include "match/names.h"

enum { MISSING, EXPECTED };

/* Letters from which on a single word is taken for a name. */
enum { LETTERS_LEAST = 4 };

/* Whether it is a name beyond doubt. */
static bool is_certain(const bl_side *side, const bl_name *name)
{
    bl_name judged = *name;

    if ((name->flags & (BL_NAME_SURNAME | BL_NAME_GIVEN)) != 0)
        return true;
    bl_judge_name(side, &judged);
    if (judged.judged == 0 || (judged.flags & BL_NAME_COMMON) != 0)
        return false;
    if (judged.words > 1)
        return judged.proper == judged.words;
    return (judged.flags & BL_NAME_RARE) != 0 &&
           ((judged.flags & BL_NAME_TITLED) != 0 ||
            ((judged.flags & BL_NAME_INITIAL) == 0 &&
             side->tokens[name->first].word->letters >= LETTERS_LEAST));
}

/* The people or the adjective of a place, which many languages write in small
 * letters; the place itself is called what its list says first. */
static bool is_people(const bl_side *side, const bl_name *name)
{
    return (name->flags & BL_NAME_PLACE) != 0 &&
           !bl_str_equal(bl_side_text(side, name->span),
                         bl_language_form(side->language, name->group));
}

static bool is_same_script(const bl_pair *pair)
{
    return bl_locale_same_script(&pair->side[BL_SOURCE].language->locale,
                                 &pair->side[BL_TARGET].language->locale);
}

/* Another name stands in its place: that is said by other rules. */
static bool is_told(const bl_names *names, const bl_name *name)
{
    for (uint32_t i = 0; i < names->difference_count; i++) {
        if (bl_span_overlaps(names->differences[i].source, name->span))
            return true;
    }
    return false;
}

static void run(const bl_check *self, const bl_pair *pair, bl_sink *sink)
{
    const bl_side *source = &pair->side[BL_SOURCE];

    (void)self;
    for (uint32_t i = 0; i < pair->names->count[BL_SOURCE]; i++) {
        const bl_name found = bl_names_get(pair->names, BL_SOURCE, i);
        const bl_name *name = &found;
        bl_emission e = { .mark_count = 1 };

        if ((name->flags & (BL_NAME_ANSWERED | BL_NAME_ACRONYM)) != 0)
            continue;
        if ((name->flags & BL_NAME_LISTED) != 0)
            e.arguments[1] = bl_language_form(
                pair->side[BL_TARGET].language, name->group);
        if (e.arguments[1].size == 0 &&
            (!is_same_script(pair) || !is_certain(source, name)))
            continue;
        if (is_people(source, name) || is_told(pair->names, name))
            continue;
        e.message = e.arguments[1].size != 0 ? EXPECTED : MISSING;
        e.marks[0] = bl_mark_of(BL_SOURCE, name->span);
        e.arguments[0] = bl_side_text(source, name->span);
        bl_emit(sink, &e);
    }
}

const bl_check bl_check_name_missing = {
    .id = "name-missing",
    .title = "A name of the source has no counterpart",
    .category = "name",
    .its_type = "omission",
    .since = "0.1",
    .stage = BL_STABLE,
    .off = true,
    .compares = true,
    .needs = BL_NEEDS_TOKENS | BL_NEEDS_NAMES,
    .messages = {
        [MISSING] = { "missing", "{0} is not in the target", BL_WARNING },
        [EXPECTED] = { "missing-known",
                       "{0}, in the target language {1}, is not in the "
                       "target",
                       BL_WARNING },
    },
    .run = run,
};
