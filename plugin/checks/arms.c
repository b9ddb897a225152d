/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The arms of ICU messages. The keys of a select are the program's and stay;
 * those of a plural are the language's, and each has as many as it needs; but
 * "other" is in all of them, and none is translated.
 */
#include "checks/arms.h"

#include "text/plural.h"

#include <string.h>

/* More arms or messages than anybody writes are not looked at. */
enum { MESSAGES_MAX = 32, ALIKE_MAX = 8 };

static bl_str mask_text(const bl_side *side, uint32_t mask)
{
    return bl_side_text(side, side->masks[mask].span);
}

bool bl_has_message(const bl_side *side)
{
    for (uint32_t i = 0; i < side->mask_count; i++) {
        if (side->masks[i].kind == BL_ENTITY_MESSAGE)
            return true;
    }
    return false;
}

bool bl_braces_match(const bl_side *side, bl_span *lone)
{
    const char *text = side->text.ptr;
    size_t first = 0;
    size_t depth = 0;

    for (size_t i = 0; i < side->text.size; i++) {
        if (text[i] != '{' && text[i] != '}')
            continue;
        if (i > 0 && i + 1 < side->text.size && text[i - 1] == '\'' &&
            text[i + 1] == '\'')
            continue; /* '{' stands for itself */
        if (depth == 0)
            first = i;
        if (depth == 0 && text[i] == '}') {
            depth = 1;
            break;
        }
        depth = text[i] == '{' ? depth + 1 : depth - 1;
    }
    *lone = (bl_span){ (uint32_t)first, (uint32_t)first + 1 };
    return depth == 0;
}

bool bl_arms_read(const bl_side *side, uint32_t first, bl_arms *m)
{
    const bl_str text = mask_text(side, first);
    size_t depth = 0;

    *m = (bl_arms){ .side = side,
                    .plural = !bl_str_has(text, bl_str_z("select")) ||
                              bl_str_has(text, bl_str_z("selectordinal")) };
    for (uint32_t i = first + 1; i < side->mask_count; i++) {
        const uint16_t kind = side->masks[i].kind;

        if (kind == BL_ENTITY_MESSAGE_END && depth-- == 0)
            return true;
        depth += kind == BL_ENTITY_MESSAGE;
        if (kind != BL_ENTITY_ARM || depth != 0)
            continue;
        if (m->count == BL_ARMS_MAX)
            return false;
        m->arms[m->count++] = i;
    }
    return true;
}

/* Of two texts, whether they are the same without their spaces. */
static bool is_alike(bl_str a, bl_str b)
{
    size_t i = 0;
    size_t j = 0;

    for (;;) {
        while (i < a.size && strchr(" \t\r\n", a.ptr[i]) != NULL)
            i++;
        while (j < b.size && strchr(" \t\r\n", b.ptr[j]) != NULL)
            j++;
        if (i == a.size || j == b.size)
            return i == a.size && j == b.size;
        if (a.ptr[i++] != b.ptr[j++])
            return false;
    }
}

bool bl_arms_have(const bl_arms *m, bl_str key)
{
    for (uint32_t i = 0; i < m->count; i++) {
        if (bl_str_equal(mask_text(m->side, m->arms[i]), key))
            return true;
    }
    return false;
}

/* A category of CLDR, or "=1". */
static bool is_plural_key(bl_str key)
{
    if (bl_plural_named(key) >= 0)
        return true;
    return key.size > 1 && key.ptr[0] == '=' &&
           strspn(key.ptr + 1, "0123456789") >= key.size - 1;
}

/* The arms of `m` that the other message lacks; those that a language may have
 * or not only with `all`. */
static uint32_t list_open(const bl_arms *m, const bl_arms *other, bool all,
                          uint32_t *out)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < m->count; i++) {
        const bl_str key = mask_text(m->side, m->arms[i]);

        if (!bl_arms_have(other, key) &&
            (all || !m->plural || !is_plural_key(key)))
            out[count++] = m->arms[i];
    }
    return count;
}

/* "other" of a plural that the other message lacks. */
static uint32_t list_other(const bl_arms *m, const bl_arms *other,
                           uint32_t *out)
{
    for (uint32_t i = 0; i < m->count; i++) {
        if (bl_str_equal(mask_text(m->side, m->arms[i]),
                         bl_str_z("other")) &&
            !bl_arms_have(other, bl_str_z("other"))) {
            out[0] = m->arms[i];
            return 1;
        }
    }
    return 0;
}

/* What differs of two messages. */
typedef struct difference {
    uint32_t gone_count;
    uint32_t come_count;
    uint32_t gone[BL_ARMS_MAX];
    uint32_t come[BL_ARMS_MAX];
} difference;

static void compare(const bl_arms *source, const bl_arms *target,
                    difference *d)
{
    d->come_count = list_open(target, source, false, d->come);
    /* "one" is gone where it became "eine". */
    if (source->plural && d->come_count == 0)
        d->gone_count = list_other(source, target, d->gone);
    else
        d->gone_count = list_open(source, target, true, d->gone);
}

/* What the message differs by from those of the source that begin in the same
 * way: from the first one, if it does from all of them. */
static bool find_difference(const bl_side *source, const bl_arms *target,
                            bl_str head, difference *d)
{
    uint32_t found = 0;

    d->gone_count = d->come_count = 0;
    for (uint32_t i = 0; i < source->mask_count && found < ALIKE_MAX; i++) {
        bl_arms m;
        difference one;

        if (source->masks[i].kind != BL_ENTITY_MESSAGE ||
            !is_alike(mask_text(source, i), head))
            continue;
        if (!bl_arms_read(source, i, &m))
            return false;
        compare(&m, target, &one);
        if (one.gone_count == 0 && one.come_count == 0)
            return false;
        if (found++ == 0)
            *d = one;
    }
    return found != 0;
}

void bl_compare_arms(const bl_pair *pair, bl_sink *sink, bl_arm_emit *emit)
{
    const bl_side *target = &pair->side[BL_TARGET];
    uint32_t messages = 0;

    for (uint32_t i = 0; i < target->mask_count && messages < MESSAGES_MAX;
         i++) {
        bl_arms m;
        difference d;

        if (target->masks[i].kind != BL_ENTITY_MESSAGE)
            continue;
        messages++;
        if (!bl_arms_read(target, i, &m) ||
            !find_difference(&pair->side[BL_SOURCE], &m, mask_text(target, i),
                             &d))
            continue;
        for (uint32_t k = 0; k < d.gone_count || k < d.come_count; k++)
            emit(pair, sink, k < d.gone_count ? (int32_t)d.gone[k] : -1,
                 k < d.come_count ? (int32_t)d.come[k] : -1);
    }
}
