/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages of ICU that choose between texts: "{n, plural, one {# file} other
 * {# files}}", select and selectordinal. What stands in the braces of an arm
 * is text, of one word, too, and in it may be placeholders and more messages.
 * The keys of the arms are no prose.
 */
#include "recognise/masking.h"

#include <string.h>

static size_t skip_spaces(const bl_mask_cursor *c, size_t n)
{
    while (n < BL_MASK_NAME && bl_peek(c, n) != '\0' &&
           strchr(" \t\r\n", bl_peek(c, n)) != NULL)
        n++;
    return n;
}

/* A word of name signs behind spaces, and the comma behind it; or 0. */
static size_t part_limit(const bl_mask_cursor *c, size_t n, size_t *start,
                         size_t *limit)
{
    *start = skip_spaces(c, n);
    *limit = *start;
    while (bl_is_name_sign(bl_peek(c, *limit)) && *limit < BL_MASK_NAME)
        ++*limit;
    n = skip_spaces(c, *limit);
    return *limit > *start && bl_peek(c, n) == ',' ? n + 1 : 0;
}

/* "offset:1", which counts less than there are. */
static size_t offset_limit(const bl_mask_cursor *c, size_t n)
{
    bl_mask_cursor at = *c;
    size_t limit;

    at.at += skip_spaces(c, n);
    if (!bl_begins(&at, "offset"))
        return n;
    limit = skip_spaces(c, at.at - c->at + 6);
    if (bl_peek(c, limit) != ':')
        return n;
    limit = skip_spaces(c, limit + 1);
    if (!bl_is_figure(bl_peek(c, limit)))
        return n;
    while (bl_is_figure(bl_peek(c, limit)) && limit < BL_MASK_NAME)
        limit++;
    return limit;
}

size_t bl_message_size(const bl_mask_cursor *c)
{
    static const char *const types[] = { "plural", "select", "selectordinal" };
    size_t start;
    size_t limit;
    size_t n = part_limit(c, 1, &start, &limit);

    if (n == 0)
        return 0;
    n = part_limit(c, n, &start, &limit);
    if (n == 0)
        return 0;
    return bl_str_is_one(
               bl_str_of(c->text + c->at + start, limit - start), types,
               sizeof(types) / sizeof(types[0]))
               ? offset_limit(c, n)
               : 0;
}

/* '{' stands for itself. */
static bool is_quoted(const bl_mask_cursor *c, size_t at)
{
    return at > 0 && at + 1 < c->size && c->text[at - 1] == '\'' &&
           c->text[at + 1] == '\'';
}

static void open_brace(bl_message_place *place, bool arm, size_t behind)
{
    if (place->depth < BL_MESSAGE_DEPTH)
        place->arms[place->depth++] = arm;
    place->read = behind;
    place->key = behind;
}

void bl_message_open(bl_message_place *place, bl_span span)
{
    open_brace(place, false, span.limit);
}

bool bl_arm_open(bl_message_place *place, const bl_mask_cursor *c,
                 bl_span *key)
{
    size_t start = place->key;
    size_t limit = c->at;

    if (place->depth == 0 || place->arms[place->depth - 1] ||
        is_quoted(c, c->at))
        return false;
    while (start < limit && strchr(" \t\r\n", c->text[start]) != NULL)
        start++;
    while (limit > start && strchr(" \t\r\n", c->text[limit - 1]) != NULL)
        limit--;
    if (limit - start > BL_MASK_NAME)
        start = limit; /* no key, but a text that forgot its braces */
    *key = (bl_span){ (uint32_t)start, (uint32_t)limit };
    open_brace(place, true, c->at + 1);
    return true;
}

void bl_brace_open(bl_message_place *place, const bl_mask_cursor *c)
{
    if (place->depth != 0 && !is_quoted(c, c->at))
        open_brace(place, true, c->at + 1);
}

bool bl_message_close(bl_message_place *place, const bl_mask_cursor *c,
                      size_t limit, bl_span *end)
{
    while (place->depth != 0 && place->read < limit) {
        const size_t at = place->read++;

        if (c->text[at] != '}' || is_quoted(c, at))
            continue;
        place->key = at + 1;
        *end = (bl_span){ (uint32_t)at, (uint32_t)at + 1 };
        if (!place->arms[--place->depth])
            return true;
    }
    return false;
}
