/* SPDX-License-Identifier: Apache-2.0 */
/* A table for ASCII, and a short list of the other signs. */
#include "lexicon/points.h"

#include "text/utf8.h"

static const char *const names[BL_POINT_KINDS] = {
    [BL_POINT_COLON] = "colon",
    [BL_POINT_COMMA] = "comma",
    [BL_POINT_ELLIPSIS] = "ellipsis",
    [BL_POINT_EXCLAMATION] = "exclamation",
    [BL_POINT_QUESTION] = "question",
    [BL_POINT_SEMICOLON] = "semicolon",
    [BL_POINT_STATEMENT] = "statement",
};

bl_point_kind bl_point_named(bl_str name)
{
    for (int kind = BL_POINT_NONE + 1; kind < BL_POINT_KINDS; kind++) {
        if (bl_str_equal(name, bl_str_z(names[kind])))
            return (bl_point_kind)kind;
    }
    return BL_POINT_NONE;
}

/* What is known of a sign, which gets a place; NULL where there is none. */
static uint8_t *place_of(bl_points *points, uint32_t c)
{
    size_t at = 0;

    if (c < BL_POINTS_ASCII)
        return &points->ascii[c];
    while (at < points->other_count && points->others[at] != c)
        at++;
    if (at == BL_POINTS_OTHER)
        return NULL;
    if (at == points->other_count) {
        points->others[at] = c;
        points->values[at] = 0;
        points->other_count++;
    }
    return &points->values[at];
}

/* A form of one character; false for others. */
static bool is_single(bl_str form, uint32_t *c)
{
    size_t next = 0;

    *c = bl_utf8_next(form.ptr, form.size, &next);
    return next == form.size;
}

/* The place of a form. */
static uint8_t *place_of_form(bl_points *points, bl_str form)
{
    uint32_t c;

    return is_single(form, &c) ? place_of(points, c) : NULL;
}

bool bl_points_add(bl_points *points, bl_point_kind kind, bl_str form)
{
    uint8_t *place = place_of_form(points, form);

    if (place == NULL)
        return false;
    *place = (uint8_t)((*place & ~(unsigned)BL_POINT_KIND) | kind);
    return true;
}

bool bl_points_flag(bl_points *points, unsigned flag, bl_str form)
{
    const unsigned spaces = BL_POINT_SPACED | BL_POINT_EITHER;
    uint8_t *place = place_of_form(points, form);

    if (place == NULL)
        return false;
    *place = (uint8_t)((*place & ~((flag & spaces) != 0 ? spaces : 0)) | flag);
    return true;
}

bool bl_points_take(uint8_t *kinds, bl_str form)
{
    const bl_point_kind kind = bl_point_named(form);

    *kinds |= (uint8_t)(1u << kind);
    return kind != BL_POINT_NONE;
}

bool bl_points_end(bl_points *points, bl_str form)
{
    uint32_t c;

    if (!is_single(form, &c) || points->finite_count == BL_POINTS_FINITE)
        return false;
    points->finite[points->finite_count++] = c;
    return true;
}

bool bl_points_finite(const bl_points *points, uint32_t c)
{
    bool found = points->finite_count == 0;

    for (size_t i = 0; i < points->finite_count && !found; i++)
        found = points->finite[i] == c;
    return found;
}

unsigned bl_point_beyond(const bl_points *points, uint32_t c)
{
    for (size_t i = 0; i < points->other_count; i++) {
        if (points->others[i] == c)
            return points->values[i];
    }
    return BL_POINT_NONE;
}
