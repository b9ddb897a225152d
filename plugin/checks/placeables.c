/* SPDX-License-Identifier: Apache-2.0 */
/* The syntax is that of Fluent 1.0 (fluent.ebnf, InlinePlaceable). */
#include "checks/placeables.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Where what is in the braces begins. */
static size_t inside(bl_str text)
{
    size_t at = 1;

    while (at < text.size && is_space(text.ptr[at]))
        at++;
    return at;
}

bool bl_placeable_is_term(bl_str text)
{
    return text.size > 3 && text.ptr[0] == '{' &&
           text.ptr[inside(text)] == '-';
}

/* Functions are named in capitals. */
static bool is_call(bl_str text)
{
    const size_t first = inside(text);
    size_t at = first;

    while (at < text.size && text.ptr[at] >= 'A' && text.ptr[at] <= 'Z')
        at++;
    return at != first && at < text.size && text.ptr[at] == '(';
}

/* Up to which sign it says what it is; NULL: it is no placeable. */
static const char *ends_of(bl_str text)
{
    if (text.size < 4 || text.ptr[0] != '{')
        return NULL;
    if (text.ptr[inside(text)] == '$')
        return "";
    if (bl_placeable_is_term(text))
        return "(}";
    return is_call(text) ? ",)" : NULL;
}

/* As Fluent is written by habit, and nothing else: "{ $", "{ -". */
static bool is_fluent(bl_str text)
{
    return bl_str_has(text, BL_STR("{ $")) || bl_str_has(text, BL_STR("{ -"));
}

bl_str bl_placeable_key(bl_str text, bl_str source, bl_arena *arena)
{
    const char *const ends = ends_of(text);
    char *key;
    size_t size = 0;

    if (ends == NULL || (ends[0] == '\0' && !is_fluent(source)))
        return text;
    key = bl_arena_alloc(arena, text.size, 1);
    if (key == NULL)
        return text;
    for (size_t i = 0; i < text.size; i++) {
        if (text.ptr[i] != '\0' && strchr(ends, text.ptr[i]) != NULL)
            break;
        if (!is_space(text.ptr[i]))
            key[size++] = text.ptr[i];
    }
    return bl_str_of(key, size);
}
