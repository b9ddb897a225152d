/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The validation module of XLIFF 2: rules of files, groups and units, and
 * which of them hold for a unit. A rule further in takes the place of one
 * with the same condition and value further out, also to disable it.
 *
 * Rules that extensions define are passed over: nobody else knows them.
 */
#include "readers/xliff.h"

#include "text/normal_form.h"

#include <string.h>

enum { RULES_MAX = 200, VALUE_MAX = 4096, SETS_MAX = 1000 };

/* Of a rule that a file has: the frames of <xliff> and <file>. */
enum { FILE_LEVEL = 2 };

static bool is_module(const bl_xml_element *element)
{
    return bl_str_begins(element->uri,
                         BL_STR("urn:oasis:names:tc:xliff:validation:"));
}

/* ---- reading a rule ----------------------------------------------------- */

static const struct {
    bl_xml_name attribute;
    bl_condition condition;
} conditions[] = {
    { BL_XML_IS_PRESENT, BL_CONDITION_PRESENT },
    { BL_XML_IS_NOT_PRESENT, BL_CONDITION_NOT_PRESENT },
    { BL_XML_STARTS_WITH, BL_CONDITION_STARTS },
    { BL_XML_ENDS_WITH, BL_CONDITION_ENDS },
};

/* The one condition that the rule has; false: none, or several. */
static bool read_condition(const bl_xml_element *element,
                           bl_requirement *rule)
{
    int count = 0;

    for (size_t i = 0; i < sizeof(conditions) / sizeof(conditions[0]); i++) {
        const bl_str value = bl_xml_get(element, conditions[i].attribute);

        if (value.size == 0)
            continue;
        rule->value = value;
        rule->condition = (uint8_t)conditions[i].condition;
        count++;
    }
    return count == 1 && rule->value.size <= VALUE_MAX;
}

static bl_form read_form(bl_str text)
{
    if (bl_str_equal(text, BL_STR("none")))
        return BL_FORM_NONE;
    return bl_str_equal(text, BL_STR("nfd")) ? BL_FORM_NFD : BL_FORM_NFC;
}

static uint32_t read_count(bl_str text)
{
    uint32_t value = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || value > 1000000)
            return 0;
        value = value * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return value;
}

static bool is_yes(const bl_xml_element *element, bl_xml_name name)
{
    return bl_str_equal(bl_xml_get(element, name), BL_STR("yes"));
}

/* What of the rule depends on the condition is only there with it. */
static bool read_rule(const bl_xml_element *element, bl_requirement *rule)
{
    *rule = (bl_requirement){
        .form = (uint8_t)read_form(
            bl_xml_get(element, BL_XML_NORMALIZATION)),
        .fold = bl_str_equal(bl_xml_get(element, BL_XML_CASE_SENSITIVE),
                             BL_STR("no")),
    };
    if (!read_condition(element, rule))
        return false;
    if (rule->condition == BL_CONDITION_PRESENT)
        rule->occurs = read_count(bl_xml_get(element, BL_XML_OCCURS));
    rule->in_source = rule->condition != BL_CONDITION_NOT_PRESENT &&
                      is_yes(element, BL_XML_EXISTS_IN_SOURCE);
    return true;
}

/* ---- rules that are open ------------------------------------------------ */

static void add_rule(bl_reader *reader, const bl_xml_element *element)
{
    bl_open_rules *rules = &reader->rules;
    bl_open_rule rule = { .level = reader->depth - 2,
                          .text = rules->text.size };

    if (reader->depth < 3 || rules->count == RULES_MAX ||
        !read_rule(element, &rule.rule))
        return;
    rule.disabled = is_yes(element, BL_XML_DISABLED);
    rule.size = rule.rule.value.size;
    bl_buf_str(&rules->text, rule.rule.value);
    if (rules->text.failed ||
        !bl_grow(reader->alloc, &rules->items, &rules->room, rules->count,
                 sizeof(*rules->items))) {
        reader->no_memory = true;
        return;
    }
    rules->items[rules->count++] = rule;
    if (rule.level == FILE_LEVEL)
        rules->made = NULL;
}

bool bl_validation_element(bl_reader *reader, const bl_xml_element *element)
{
    if (!is_module(element))
        return false;
    if (element->name == BL_XML_RULE)
        add_rule(reader, element);
    else if (element->name != BL_XML_VALIDATION)
        bl_reader_skip(reader);
    return true;
}

void bl_validation_leave(bl_reader *reader)
{
    bl_open_rules *rules = &reader->rules;

    while (rules->count != 0 &&
           rules->items[rules->count - 1].level > reader->depth)
        rules->text.size = rules->items[--rules->count].text;
    if (rules->count == 0)
        rules->made = NULL; /* the file ends */
}

/* ---- what holds for a unit ---------------------------------------------- */

static bl_str value_of(const bl_open_rules *rules, size_t at)
{
    return bl_str_of(rules->text.data + rules->items[at].text,
                     rules->items[at].size);
}

static bool is_replaced(const bl_open_rules *rules, size_t at)
{
    for (size_t i = at + 1; i < rules->count; i++) {
        if (rules->items[i].rule.condition ==
                rules->items[at].rule.condition &&
            rules->items[i].level > rules->items[at].level &&
            bl_str_equal(value_of(rules, i), value_of(rules, at)))
            return true;
    }
    return false;
}

/* The rules that are open, as requirements in that arena. */
static void make(bl_reader *reader, bl_arena *arena, bl_unit *unit)
{
    const bl_open_rules *rules = &reader->rules;
    bl_requirement *made =
        bl_arena_alloc(arena, rules->count, sizeof(*made));

    unit->requirement_count = 0;
    unit->requirements = made;
    for (size_t i = 0; made != NULL && i < rules->count; i++) {
        bl_requirement *to = &made[unit->requirement_count];
        const bl_str value = value_of(rules, i);

        if (rules->items[i].disabled || is_replaced(rules, i))
            continue;
        *to = rules->items[i].rule;
        to->value = bl_str_of(bl_arena_copy(arena, value.ptr, value.size),
                              value.size);
        if (to->value.ptr == NULL)
            return; /* the arena says so */
        to->compared = bl_form_of(arena, to->value, (bl_form)to->form,
                                  to->fold);
        unit->requirement_count++;
    }
}

/* Rules of the file alone are the same for all of its units: made once, with
 * the reader's own strings, as long as there are not too many files. */
void bl_validation_unit(bl_reader *reader, bl_unit *unit)
{
    bl_open_rules *rules = &reader->rules;
    const bool shared = rules->count != 0 &&
                        rules->items[rules->count - 1].level == FILE_LEVEL;

    if (rules->count == 0)
        return;
    if (shared && rules->made != NULL) {
        unit->requirements = rules->made;
        unit->requirement_count = rules->made_count;
        return;
    }
    if (!shared || rules->sets == SETS_MAX) {
        make(reader, reader->sink->arena, unit);
        return;
    }
    make(reader, &reader->strings, unit);
    if (reader->strings.failed)
        reader->no_memory = true;
    rules->made = unit->requirements;
    rules->made_count = unit->requirement_count;
    rules->sets++;
}
