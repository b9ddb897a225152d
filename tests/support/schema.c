/* SPDX-License-Identifier: Apache-2.0 */
/* Values against a schema, keyword by keyword. */
#include "schema.h"

#include "keep.h"

#include <regex.h>
#include <string.h>

/* Properties of schemas that were met in a value. */
static const json **met;
static size_t met_count;

static void note(const json *property)
{
    for (size_t i = 0; i < met_count; i++) {
        if (met[i] == property)
            return;
    }
    met = keep_one_more(met, met_count, sizeof(*met));
    met[met_count++] = property;
}

/* ---- keywords ----------------------------------------------------------- */

static const char *check_type(const json *wanted, const json *value)
{
    static const char *const names[] = { "null",   "boolean", "boolean",
                                         "number", "string",  "array",
                                         "object" };
    long long integer;

    if (strcmp(wanted->text, "integer") == 0)
        return json_integer(value, &integer) ? NULL : "not an integer";
    return strcmp(wanted->text, names[value->kind]) == 0
               ? NULL
               : keep_print("%s, not %s", names[value->kind], wanted->text);
}

static const char *check_enum(const json *wanted, const json *value)
{
    for (const json *one = wanted->first; one != NULL; one = one->next) {
        if (value->kind == JSON_STRING && strcmp(one->text, value->text) == 0)
            return NULL;
    }
    return "none of the values that are allowed";
}

static const char *check_pattern(const json *wanted, const json *value)
{
    regex_t pattern;
    const char *wrong = NULL;

    if (regcomp(&pattern, wanted->text, REG_EXTENDED | REG_NOSUB) != 0)
        return "the pattern of the schema is none";
    if (value->kind != JSON_STRING ||
        regexec(&pattern, value->text, 0, NULL, 0) != 0)
        wrong = keep_print("does not match %s", wanted->text);
    regfree(&pattern);
    return wrong;
}

static const char *check_minimum(const json *wanted, const json *value)
{
    long long least = 0;
    long long is = 0;

    return json_integer(wanted, &least) && json_integer(value, &is) &&
                   is >= least
               ? NULL
               : keep_print("less than %s", wanted->text);
}

static const char *check_items(const json *wanted, const json *value)
{
    unsigned index = 0;

    for (const json *item = value->first; item != NULL; item = item->next) {
        const char *wrong = schema_check(wanted, item);

        if (wrong != NULL)
            return keep_print("[%u]%s%s", index, wrong[0] == '.' ? "" : ": ",
                              wrong);
        index++;
    }
    return NULL;
}

static const char *check_properties(const json *wanted, const json *value)
{
    for (const json *member = value->first; member != NULL;
         member = member->next) {
        const json *property = json_member(wanted, member->name);
        const char *wrong =
            property != NULL ? schema_check(property, member) : NULL;

        if (property != NULL)
            note(property);
        if (wrong != NULL)
            return keep_print(".%s%s%s", member->name,
                              wrong[0] == '.' || wrong[0] == '[' ? "" : ": ",
                              wrong);
    }
    return NULL;
}

static const char *check_required(const json *wanted, const json *value)
{
    for (const json *name = wanted->first; name != NULL; name = name->next) {
        if (json_member(value, name->text) == NULL)
            return keep_print(".%s: is missing", name->text);
    }
    return NULL;
}

/* additionalProperties: false; beside properties. */
static const char *check_additional(const json *schema, const json *value)
{
    const json *known = json_member(schema, "properties");

    for (const json *member = value->first; member != NULL;
         member = member->next) {
        if (json_member(known, member->name) == NULL)
            return keep_print(".%s: is not in the schema", member->name);
    }
    return NULL;
}

typedef const char *(*keyword_check)(const json *wanted, const json *value);

static const struct {
    const char *name;
    keyword_check check; /* NULL: says nothing about the value */
} keywords[] = {
    { "$schema", NULL },
    { "title", NULL },
    { "description", NULL },
    { "additionalProperties", NULL }, /* looks at the schema as a whole */
    { "type", check_type },
    { "enum", check_enum },
    { "pattern", check_pattern },
    { "minimum", check_minimum },
    { "items", check_items },
    { "properties", check_properties },
    { "required", check_required },
};
enum { KEYWORDS = sizeof(keywords) / sizeof(keywords[0]) };

/* ---- a schema ----------------------------------------------------------- */

const char *schema_check(const json *schema, const json *value)
{
    const char *wrong = NULL;

    for (size_t i = 0; i < KEYWORDS && wrong == NULL; i++) {
        const json *wanted = json_member(schema, keywords[i].name);

        if (wanted != NULL && keywords[i].check != NULL)
            wrong = keywords[i].check(wanted, value);
    }
    if (wrong == NULL && json_member(schema, "additionalProperties") != NULL)
        wrong = check_additional(schema, value);
    return wrong;
}

const char *schema_refused(const json *schema)
{
    const json *properties = json_member(schema, "properties");
    const json *items = json_member(schema, "items");
    const json *more = json_member(schema, "additionalProperties");
    const char *wrong = items != NULL ? schema_refused(items) : NULL;

    if (schema->kind != JSON_OBJECT)
        return "a schema is an object";
    for (const json *k = schema->first; k != NULL && wrong == NULL;
         k = k->next) {
        size_t i = 0;

        while (i < KEYWORDS && strcmp(keywords[i].name, k->name) != 0)
            i++;
        if (i == KEYWORDS)
            wrong = keep_print("the keyword %s is not understood", k->name);
    }
    if (wrong == NULL && properties != NULL &&
        (more == NULL || more->kind != JSON_FALSE))
        wrong = "properties without additionalProperties: false";
    for (const json *p = properties != NULL ? properties->first : NULL;
         p != NULL && wrong == NULL; p = p->next)
        wrong = schema_refused(p);
    return wrong;
}

static bool was_met(const json *property)
{
    for (size_t i = 0; i < met_count; i++) {
        if (met[i] == property)
            return true;
    }
    return false;
}

const char *schema_unseen(const json *schema)
{
    const json *properties = json_member(schema, "properties");
    const json *items = json_member(schema, "items");
    const char *unseen = items != NULL ? schema_unseen(items) : NULL;

    for (const json *p = properties != NULL ? properties->first : NULL;
         p != NULL && unseen == NULL; p = p->next) {
        unseen = was_met(p) ? schema_unseen(p) : p->name;
    }
    return unseen;
}
