/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sets of characters, as a character class of XML Schema's regular
 * expressions writes them (XML Schema 1.1 Part 2, G; ITS 2.0, 8.19): compiled
 * once, and asked of each character without ICU.
 */
#ifndef BL_TEXT_CHAR_CLASS_H
#define BL_TEXT_CHAR_CLASS_H

#include "base/arena.h"
#include "base/runs.h"
#include "base/str.h"

typedef struct bl_char_class {
    bl_str text;       /* as it was written */
    uint64_t ascii[2]; /* the first 128 characters, a bit each */
    const bl_run *ranges; /* all of them, upwards */
    uint32_t count;
} bl_char_class;

/*
 * "[a-zA-Z0-9 ]", "[^*+]", ".", "\d", "[\p{L}-[a-z]]"; lives in the arena.
 * NULL where the text is no such class, or there is no memory: then
 * arena->failed says so.
 */
const bl_char_class *bl_char_class_new(bl_arena *arena, bl_str text);

static inline bool bl_char_class_has(const bl_char_class *set, uint32_t c)
{
    return c < 0x80 ? (set->ascii[c / 64] >> c % 64 & 1) != 0
                    : bl_runs_have(set->ranges, set->count, c);
}

#endif
