/* SPDX-License-Identifier: Apache-2.0 */
/* The keys of dictionary files: what a line of each adds to a language. */
#include "lexicon/dictionary_keys.h"

#include "base/error.h"
#include "lexicon/syllables.h"
#include "lexicon/values.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stddef.h>
#include <string.h>

typedef enum value_kind {
    VALUE_NONE,
    VALUE_NUMBER,
    VALUE_FRACTION,
    VALUE_UNIT,
    VALUE_CURRENCY,
    VALUE_GROUP
} value_kind;

static const struct {
    const char *keyword;
    value_kind value;
} senses[] = {
#define X(symbol, keyword, value) \
    [BL_SENSE_##symbol] = { keyword, VALUE_##value },
    BL_SENSE_MAP(X)
#undef X
};

bilint_status bl_key_refuse(const bl_key_line *at, const char *what,
                            bl_str text)
{
    return bl_fail_at(at->err, BILINT_E_DATA, at->number, 1, -1,
                      "%s:%u: %s: \"%.*s\"", at->file, at->number, what,
                      (int)(text.size < 60 ? text.size : 60),
                      text.ptr != NULL ? text.ptr : "");
}

/* ---- values ------------------------------------------------------------- */

static bilint_status read_value(const bl_key_line *at, value_kind kind,
                                bl_sense *sense)
{
    switch (kind) {
    case VALUE_NONE:
        return at->value.size == 0
                   ? BILINT_OK
                   : bl_key_refuse(at, "no value wanted here", at->value);
    case VALUE_NUMBER:
        return bl_value_number(at->value, &sense->value)
                   ? BILINT_OK
                   : bl_key_refuse(at, "not a whole number", at->value);
    case VALUE_FRACTION:
        return bl_value_fraction(at->value, &sense->value)
                   ? BILINT_OK
                   : bl_key_refuse(at, "not a fraction", at->value);
    case VALUE_UNIT:
    case VALUE_CURRENCY:
        sense->value = bl_units_find(at->language->units, at->value);
        /* An older ICU may not know a newer unit. */
        return at->value.size != 0
                   ? BILINT_OK
                   : bl_key_refuse(at, "which unit?", at->value);
    case VALUE_GROUP:
        if (!bl_value_is_group(at->value))
            return bl_key_refuse(at, "not a group name", at->value);
        bl_sense_set_group(sense, at->value.ptr, at->value.size);
        if (bl_value_is_state(at->value))
            sense->flags |= BL_SENSE_STATE;
        return BILINT_OK;
    }
    return BILINT_OK;
}

/* ---- forms -------------------------------------------------------------- */

bool bl_key_next_form(bl_str *forms, bl_str *form)
{
    const char *bar;

    if (forms->ptr == NULL)
        return false;
    bar = memchr(forms->ptr, '|', forms->size);
    form->ptr = forms->ptr;
    form->size = bar != NULL ? (size_t)(bar - forms->ptr) : forms->size;
    *forms = bar != NULL ? bl_str_of(bar + 1, forms->size - form->size - 1)
                         : bl_str_of(NULL, 0);
    return true;
}

/* As words are looked up: folded. */
static bl_str keep(bl_language *language, bl_str text)
{
    bl_folded folded;

    bl_fold(&language->locale, text, &folded);
    return bl_str_of(
        bl_arena_copy(&language->data, folded.text, folded.size),
        folded.size);
}

/* Known without its marks: a surname so as well, Nguyen. */
static void add_plain(const bl_key_line *at, bl_sense plain, bl_str form)
{
    bl_folded folded;
    bl_folded skeleton;

    bl_fold(&at->language->locale, form, &folded);
    bl_skeleton(bl_str_of(folded.text, folded.size), &skeleton);
    if (skeleton.size != 0)
        bl_language_add(at->language, plain,
                        bl_str_of(skeleton.text, skeleton.size));
}

static bilint_status add_senses(const bl_key_line *at, bl_sense_kind kind)
{
    bl_sense sense = { .kind = (uint8_t)kind };
    bl_str forms = at->forms;
    bl_str form;
    bool first = true;
    bilint_status status = read_value(at, senses[kind].value, &sense);

    if (status != BILINT_OK)
        return status;
    if (kind == BL_SENSE_SINGLE || kind == BL_SENSE_DOUBLE) {
        at->language->doubles = kind == BL_SENSE_SINGLE;
        at->language->doubles_known = true;
    }
    while (bl_key_next_form(&forms, &form)) {
        bl_sense one = sense;

        for (; form.size != 0; form = bl_str_of(form.ptr + 1, form.size - 1)) {
            if (*form.ptr == '~')
                one.flags |= BL_SENSE_WEAK;
            else if (*form.ptr == '^')
                one.flags |= BL_SENSE_CAPITAL;
            else if (*form.ptr == '<')
                one.flags |= BL_SENSE_BEFORE;
            else if (*form.ptr == '>')
                one.flags |= BL_SENSE_AFTER;
            else
                break;
        }
        if (form.size == 0)
            return bl_key_refuse(at, "an empty form", at->forms);
        /* What is measured is looked for behind its number; before it, only
         * money is. */
        if (kind == BL_SENSE_UNIT && (one.flags & BL_SENSE_BEFORE) != 0)
            one.kind = BL_SENSE_CURRENCY;
        if (kind == BL_SENSE_ENTITY && bl_case_of(form) == BL_CASE_UPPER)
            one.flags |= BL_SENSE_UPPER;
        if ((one.value != 0 || senses[kind].value == VALUE_NONE ||
             senses[kind].value == VALUE_NUMBER) &&
            kind != BL_SENSE_MARKED)
            bl_language_add(at->language, one, form);
        if (kind == BL_SENSE_SURNAME || kind == BL_SENSE_MARKED)
            add_plain(at, one, form);
        /* The first form of an entity is what it is called. */
        if ((kind == BL_SENSE_ENTITY || kind == BL_SENSE_PERSON ||
             kind == BL_SENSE_MARKED) &&
            first &&
            !bl_language_add_form(at->language, one.value, form))
            status = bl_fail_memory(at->err);
        first = false;
    }
    return status;
}

/* How many forms there are. */
static size_t count_forms(bl_str forms)
{
    size_t count = 1;

    for (size_t i = 0; i < forms.size; i++)
        count += forms.ptr[i] == '|';
    return count;
}

/* irregular|go|went|~found: what other words have as well comes last. */
static bilint_status add_irregular(const bl_key_line *at)
{
    bl_language *language = at->language;
    const size_t count = count_forms(at->forms);
    bl_str *items = bl_arena_alloc(&language->data, count, sizeof(bl_str));
    size_t filled = 0;
    size_t sure = 0;

    if (items == NULL)
        return bl_fail_memory(at->err);
    for (int weak = 0; weak < 2; weak++) {
        bl_str forms = at->forms;
        bl_str form;

        while (bl_key_next_form(&forms, &form)) {
            const bool is_weak = form.size != 0 && *form.ptr == '~';

            if (is_weak != (weak != 0))
                continue;
            items[filled++] = keep(
                language, bl_str_of(form.ptr + is_weak, form.size - is_weak));
        }
        sure = weak == 0 ? filled : sure;
    }
    return !language->data.failed &&
                   bl_irregular_add(&language->irregular, items,
                                    (uint32_t)count, (uint32_t)sure)
               ? BILINT_OK
               : bl_fail_memory(at->err);
}

/* pattern|12ا3|123: digits are the letters of a root. */
static bilint_status add_pattern(const bl_key_line *at)
{
    bl_language *language = at->language;
    const size_t count = count_forms(at->forms);
    bl_str *items = bl_arena_alloc(&language->data, count, sizeof(bl_str));
    bl_str forms = at->forms;
    bl_str form;
    size_t filled = 0;

    if (count < 2)
        return bl_key_refuse(at, "what is made of it?", at->forms);
    if (items == NULL)
        return bl_fail_memory(at->err);
    while (bl_key_next_form(&forms, &form))
        items[filled++] = keep(language, form);
    return bl_irregular_add_pattern(&language->irregular, items,
                                    (uint32_t)count)
               ? BILINT_OK
               : bl_fail_memory(at->err);
}

/* ending|-|ban|ben: a hyphen stands for nothing. */
static bilint_status add_endings(const bl_key_line *at, bl_endings_of of)
{
    bl_language *language = at->language;
    bl_str forms = at->forms;
    bl_str form;
    bl_str *items = bl_arena_alloc(&language->data, count_forms(forms),
                                   sizeof(bl_str));
    size_t count = 0;

    if (items == NULL ||
        !bl_grow(language->alloc, &language->endings, &language->ending_room,
                 language->ending_count, sizeof(bl_endings)))
        return bl_fail_memory(at->err);
    while (bl_key_next_form(&forms, &form)) {
        if (bl_str_equal(form, BL_STR("-")))
            form.size = 0;
        items[count++] = keep(language, form);
    }
    language->endings[language->ending_count++] =
        (bl_endings){ items, count, of };
    return BILINT_OK;
}

/* calendar|vikrama: one that CLDR does not know; calendar|eras: others where an
 * era stands beside the year. */
static bilint_status add_calendar(const bl_key_line *at)
{
    const bool eras = bl_str_equal(at->forms, BL_STR("eras"));

    if (!eras && !bl_str_equal(at->forms, BL_STR("vikrama")))
        return bl_key_refuse(at, "unknown calendar", at->forms);
    at->language->calendars |= eras ? BL_CALENDAR_SAID : BL_CALENDAR_VIKRAMA;
    return BILINT_OK;
}

/* separators|1,234.5|1.234,5: ways of writing that are all usual, so that none
 * is wrong. */
static bilint_status add_separators(const bl_key_line *at)
{
    if (memchr(at->forms.ptr, '|', at->forms.size) == NULL)
        return bl_key_refuse(at, "CLDR knows of one way; two are wanted",
                             at->forms);
    at->language->symbols.varies = true;
    return BILINT_OK;
}

/* Keywords of which all forms go to a list of the language. */
static const struct {
    const char *keyword;
    size_t list; /* where it is in bl_language */
} lists[] = {
    { "prefix", offsetof(bl_language, prefixes) },
    { "behind", offsetof(bl_language, particles) },
    { "derived", offsetof(bl_language, derived) },
    { "separable", offsetof(bl_language, separable) },
    { "leading", offsetof(bl_language, leading) },
    { "joining", offsetof(bl_language, joining) },
    { "suspended", offsetof(bl_language, suspended) },
    { "clipped", offsetof(bl_language, clipped) },
    { "remark", offsetof(bl_language, remarks) },
    { "noun", offsetof(bl_language, nouns) },
    { "determiner", offsetof(bl_language, determiners) },
    { "letter-word", offsetof(bl_language, letter_words) },
    { "elided", offsetof(bl_language, elided) },
    { "within", offsetof(bl_language, within) },
    { "plural", offsetof(bl_language, plurals_of_nouns) },
    { "linking", offsetof(bl_language, linking) },
    { "letter", offsetof(bl_language, letters_of_nouns) },
    { "romanized", offsetof(bl_language, romanized) },
    { "genitive", offsetof(bl_language, genitives) },
    { "acronym", offsetof(bl_language, acronyms) }
};

/* The list of a keyword; NULL where it has none. */
static bl_form_list *list_of(bl_language *language, bl_str keyword)
{
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        if (bl_str_equal(keyword, bl_str_z(lists[i].keyword)))
            return (bl_form_list *)(void *)((char *)language + lists[i].list);
    }
    return NULL;
}

/* The forms, to a list of the language. */
static bilint_status add_forms(const bl_key_line *at, bl_form_list *list)
{
    bl_language *language = at->language;
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_grow(language->alloc, &list->items, &list->room, list->count,
                     sizeof(*list->items)))
            return bl_fail_memory(at->err);
        list->items[list->count++] = keep(language, form);
    }
    return BILINT_OK;
}

/* The same of forms that are a change: "stem|nen>s". */
static bilint_status add_stems(const bl_key_line *at, bl_form_list *list)
{
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_str_has(form, BL_STR(">")))
            return bl_key_refuse(at, "no change (from>to)", form);
    }
    return add_forms(at, list);
}

/* said 1|j>y: of one way. */
static bilint_status add_said(const bl_key_line *at)
{
    const int way = at->value.size == 1 ? at->value.ptr[0] - '1' : -1;

    if (way < 0 || way >= BL_SAID_WAYS)
        return bl_key_refuse(at, "no number of a way to say names", at->value);
    return bl_key_add_changes(
        at, &at->language->orthography.list[BL_SAID + way]);
}

/* A word for what is true of the language. */
static bilint_status add_habit(const bl_key_line *at, bl_str wanted,
                               bool *habit)
{
    *habit = true;
    return bl_str_equal(at->forms, wanted)
               ? BILINT_OK
               : bl_key_refuse(at, "of this key there is no such form",
                               at->forms);
}

/* "question|?", "spaced|?": a sign, and what it says or a flag of it. */
static bilint_status add_points(const bl_key_line *at, bl_point_kind kind,
                                unsigned flag)
{
    bl_points *points = &at->language->points;
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!(flag != 0 ? bl_points_flag(points, flag, form)
                        : bl_points_add(points, kind, form)))
            return bl_key_refuse(at, "not one sign", form);
    }
    return BILINT_OK;
}

/* "unmarked|question", "stopped|colon" */
static bilint_status add_kinds(const bl_key_line *at, uint8_t *kinds)
{
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_points_take(kinds, form))
            return bl_key_refuse(at, "of this key there is no such form", form);
    }
    return BILINT_OK;
}

/* "finite|다|요" */
static bilint_status add_finite(const bl_key_line *at)
{
    bl_str forms = at->forms;
    bl_str form;

    while (bl_key_next_form(&forms, &form)) {
        if (!bl_points_end(&at->language->points, form))
            return bl_key_refuse(at, "not one letter", form);
    }
    return BILINT_OK;
}

/* scales|before, scales|about, scales|words, scales|dropped, ... */
static bilint_status add_scales(const bl_key_line *at)
{
    bl_language *language = at->language;

    if (bl_str_equal(at->forms, BL_STR("dropped")))
        return add_habit(at, at->forms, &language->drops_scales);
    if (bl_str_equal(at->forms, BL_STR("about")))
        return add_habit(at, at->forms, &language->scales_about);
    if (bl_str_equal(at->forms, BL_STR("words")))
        return add_habit(at, at->forms, &language->scales_words);
    if (bl_str_equal(at->forms, BL_STR("and")))
        return add_habit(at, at->forms, &language->scales_and);
    if (bl_str_equal(at->forms, BL_STR("agreeing")))
        return add_habit(at, at->forms, &language->scales_agree);
    if (bl_str_equal(at->forms, BL_STR("short")))
        return add_habit(at, at->forms, &language->scales_short);
    return add_habit(at, BL_STR("before"), &language->scales_before);
}

/* "latin Cyrl|б>b", "foreign Hans|加>ga": of what the language is written in
 * only. */
static bool is_of_script(const bl_language *language, bl_str script)
{
    return bl_str_equal(script, bl_str_z(language->locale.script));
}

static bilint_status add_letters(const bl_key_line *at, bl_letters *to)
{
    bl_str forms = at->forms;
    bl_str form;
    bool valid = true;

    if (at->value.size != 4)
        return bl_key_refuse(at, "which script?", at->value);
    if (!is_of_script(at->language, at->value))
        return BILINT_OK;
    while (bl_key_next_form(&forms, &form)) {
        if (!bl_letters_add(to, form, &valid))
            return bl_fail_memory(at->err);
        if (!valid)
            return bl_key_refuse(at, "no letter and how it sounds", form);
    }
    return BILINT_OK;
}

/* "same name.john|John|Jean". */
static bilint_status add_same(const bl_key_line *at)
{
    bl_language *language = at->language;
    const char *thing =
        bl_arena_copy(&language->data, at->value.ptr, at->value.size);
    const char *forms =
        bl_arena_copy(&language->data, at->forms.ptr, at->forms.size);

    if (!bl_value_is_group(at->value))
        return bl_key_refuse(at, "not a group name", at->value);
    return thing != NULL && forms != NULL &&
                   bl_exonyms_same_as(&language->exonyms, language->alloc,
                                      bl_str_of(thing, at->value.size),
                                      bl_str_of(forms, at->forms.size))
               ? BILINT_OK
               : bl_fail_memory(at->err);
}

/* "family org.un|org.who": parts of an organisation. */
static bilint_status add_family(const bl_key_line *at)
{
    bl_sense whole = { .kind = BL_SENSE_ENTITY };
    bl_str forms = at->forms;
    bl_str form;

    if (!bl_value_is_group(at->value))
        return bl_key_refuse(at, "not a group name", at->value);
    bl_sense_set_group(&whole, at->value.ptr, at->value.size);
    while (bl_key_next_form(&forms, &form)) {
        bl_sense part = { .kind = BL_SENSE_ENTITY };

        if (!bl_value_is_group(form))
            return bl_key_refuse(at, "not a group name", form);
        bl_sense_set_group(&part, form.ptr, form.size);
        if (!bl_language_add_family(at->language, whole.value, part.value))
            return bl_fail_memory(at->err);
    }
    return BILINT_OK;
}

/* "adjective country.NL|niederländ|holländ": how words begin that are of it. */
static bilint_status add_adjectives(const bl_key_line *at)
{
    bl_sense country = { .kind = BL_SENSE_ENTITY };
    bl_str forms = at->forms;
    bl_str form;

    if (!bl_value_is_group(at->value))
        return bl_key_refuse(at, "not a group name", at->value);
    bl_sense_set_group(&country, at->value.ptr, at->value.size);
    while (bl_key_next_form(&forms, &form)) {
        if (!bl_language_add_adjective(at->language, country.value, form))
            return bl_fail_memory(at->err);
    }
    return BILINT_OK;
}

/* "heard|persons": see bl_hears. */
static bilint_status add_heard(const bl_key_line *at)
{
    static const char *const kinds[] = { [BL_HEARS_NAMES] = "names",
                                         [BL_HEARS_PERSONS] = "persons",
                                         [BL_HEARS_PARTED] = "parted",
                                         [BL_HEARS_SPACED] = "spaced" };

    for (uint8_t i = BL_HEARS_NAMES; i <= BL_HEARS_SPACED; i++) {
        if (bl_str_equal(at->forms, bl_str_z(kinds[i]))) {
            at->language->heard_names = i;
            return BILINT_OK;
        }
    }
    return bl_key_refuse(at, "of this key there is no such form", at->forms);
}

/* Keywords that are no senses. */
static bilint_status add_other(const bl_key_line *at)
{
    bl_form_list *list = list_of(at->language, at->keyword);
    bilint_status status;

    if (bl_key_add_spelling(at, &status))
        return status;
    if (bl_str_equal(at->keyword, BL_STR("latin")))
        return add_letters(at, &at->language->letters);
    if (bl_str_equal(at->keyword, BL_STR("foreign")))
        return add_letters(at, &at->language->foreign);
    if (bl_str_equal(at->keyword, BL_STR("same")))
        return add_same(at);
    if (bl_str_equal(at->keyword, BL_STR("family")))
        return add_family(at);
    if (bl_str_equal(at->keyword, BL_STR("adjective")))
        return add_adjectives(at);
    if (bl_str_equal(at->keyword, BL_STR("said")))
        return add_said(at);
    if (at->value.size != 0)
        return bl_key_refuse(at, "no value wanted here", at->value);
    if (list != NULL)
        return add_forms(at, list);
    if (bl_str_equal(at->keyword, BL_STR("ending")))
        return add_endings(at, BL_ENDINGS_OF_ALL);
    if (bl_str_equal(at->keyword, BL_STR("declined")))
        return add_endings(at, BL_ENDINGS_OF_NAMES);
    if (bl_str_equal(at->keyword, BL_STR("agreed")))
        return add_endings(at, BL_ENDINGS_WITHIN_NAMES);
    if (bl_str_equal(at->keyword, BL_STR("formed")))
        return add_endings(at, BL_ENDINGS_OF_TERMS);
    if (bl_str_equal(at->keyword, BL_STR("irregular")))
        return add_irregular(at);
    if (bl_str_equal(at->keyword, BL_STR("pattern")))
        return add_pattern(at);
    if (bl_str_equal(at->keyword, BL_STR("stem")))
        return add_stems(at, &at->language->name_stems);
    if (bl_str_equal(at->keyword, BL_STR("scales")))
        return add_scales(at);
    if (bl_str_equal(at->keyword, BL_STR("capitals")))
        return add_habit(at, BL_STR("nouns"), &at->language->noun_capitals);
    if (bl_str_equal(at->keyword, BL_STR("lent")))
        return add_habit(at, BL_STR("words"), &at->language->lends_words);
    if (bl_str_equal(at->keyword, BL_STR("composed")))
        return bl_str_equal(at->forms, BL_STR("more"))
                   ? add_habit(at, at->forms, &at->language->composes_more)
                   : add_habit(at, BL_STR("words"), &at->language->composes);
    if (bl_str_equal(at->keyword, BL_STR("copied")))
        return add_habit(at, BL_STR("names"), &at->language->copies_names);
    if (bl_str_equal(at->keyword, BL_STR("turned")))
        return add_habit(at, BL_STR("names"), &at->language->turns_names);
    if (bl_str_equal(at->keyword, BL_STR("heard")))
        return add_heard(at);
    if (bl_str_equal(at->keyword, BL_STR("spelled")))
        return bl_key_add_changes(
            at, &at->language->orthography.list[BL_SPELLED]);
    if (bl_str_equal(at->keyword, BL_STR("alike")))
        return bl_key_add_changes(
            at, &at->language->orthography.list[BL_ALIKE]);
    if (bl_str_equal(at->keyword, BL_STR("calendar")))
        return add_calendar(at);
    if (bl_str_equal(at->keyword, BL_STR("separators")))
        return add_separators(at);
    if (bl_str_equal(at->keyword, BL_STR("spaced")))
        return add_points(at, BL_POINT_NONE, BL_POINT_SPACED);
    if (bl_str_equal(at->keyword, BL_STR("either")))
        return add_points(at, BL_POINT_NONE, BL_POINT_EITHER);
    if (bl_str_equal(at->keyword, BL_STR("quote")))
        return add_points(at, BL_POINT_NONE, BL_POINT_QUOTE);
    if (bl_str_equal(at->keyword, BL_STR("twice")))
        return add_points(at, BL_POINT_NONE, BL_POINT_TWICE);
    if (bl_str_equal(at->keyword, BL_STR("unmarked")))
        return add_kinds(at, &at->language->points.unmarked);
    if (bl_str_equal(at->keyword, BL_STR("stopped")))
        return add_kinds(at, &at->language->points.stopped);
    if (bl_str_equal(at->keyword, BL_STR("finite")))
        return add_finite(at);
    if (bl_point_named(at->keyword) != BL_POINT_NONE)
        return add_points(at, bl_point_named(at->keyword), 0);
    return bl_key_refuse(at, "unknown key", at->keyword);
}

/* The sense of a keyword; BL_SENSE_COUNT for none. */
static bl_sense_kind sense_of(bl_str keyword)
{
    int kind = 0;

    while (kind < BL_SENSE_COUNT &&
           !bl_str_equal(keyword, bl_str_z(senses[kind].keyword)))
        kind++;
    return (bl_sense_kind)kind;
}

bilint_status bl_key_add(const bl_key_line *at)
{
    const bl_sense_kind kind = sense_of(at->keyword);

    return kind != BL_SENSE_COUNT ? add_senses(at, kind) : add_other(at);
}

bool bl_key_is_rest(const bl_language *language, const bl_key_line *at)
{
    if (sense_of(at->keyword) != BL_SENSE_COUNT ||
        bl_str_equal(at->keyword, BL_STR("same")) ||
        bl_str_equal(at->keyword, BL_STR("word")) ||
        bl_str_equal(at->keyword, BL_STR("bare")))
        return false;
    return (!bl_str_equal(at->keyword, BL_STR("latin")) &&
            !bl_str_equal(at->keyword, BL_STR("foreign"))) ||
           is_of_script(language, at->value);
}
