/* SPDX-License-Identifier: Apache-2.0 */
/* An engine with the language data of this source tree, and what its
 * recognisers make of a text. */
#include "unit/reading.h"

#include <stdio.h>
#include <string.h>

bool reading_open(reading *r)
{
    static const char config[] = "dictionaries: \"" BILINT_TREE
                                 "/dictionaries\"\n";
    bilint_error err = BILINT_ERROR_INIT;

    memset(r, 0, sizeof(*r));
    if (bl_engine_new(config, sizeof(config) - 1, NULL, &r->engine, &err) !=
        BILINT_OK) {
        fprintf(stderr, "no engine: %s\n", err.message);
        return false;
    }
    bl_recogniser_init(&r->recogniser, &r->engine->alloc);
    bl_arena_init(&r->scratch, &r->engine->alloc, 1 << 20);
    return true;
}

void reading_close(reading *r)
{
    bl_recogniser_free(&r->recogniser);
    bl_arena_free(&r->scratch);
    bl_engine_drop(r->engine);
}

bl_language *reading_language(reading *r, const char *tag)
{
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language = NULL;

    if (bl_engine_language(r->engine, tag, &language, &err) != BILINT_OK)
        fprintf(stderr, "%s: %s\n", tag, err.message);
    return language;
}

const bl_side *reading_read(reading *r, const char *tag, bl_str text)
{
    bl_arena_reset(&r->scratch);
    r->text = (bl_text){ .ptr = text.ptr,
                         .size = (uint32_t)text.size,
                         .present = true };
    r->side = (bl_side){ .text = text,
                         .from = &r->text,
                         .language = reading_language(r, tag) };
    if (r->side.language == NULL ||
        !bl_recognise(&r->recogniser, &r->side,
                      BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS, &r->scratch))
        return NULL;
    return &r->side;
}

void reading_values(const bl_quantity *quantity, char *out)
{
    size_t size = 0;

    out[0] = '\0';
    for (int i = 0; i < quantity->reading_count; i++) {
        if (i == quantity->native_count)
            out[size++] = '|';
        else if (i != 0)
            out[size++] = ',';
        size += bl_decimal_text(quantity->value[i], out + size,
                                BL_DECIMAL_TEXT);
    }
}
