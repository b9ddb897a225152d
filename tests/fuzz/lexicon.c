/* SPDX-License-Identifier: Apache-2.0 */
/* An empty language on tables that are made once. */
#include "lexicon.h"

#include "target.h"

#include "recognise/recognise.h"

#include <string.h>

bl_language *new_language(const char *tag)
{
    static bl_chars *chars;
    static bl_units units;
    static bl_locale locale;
    bilint_error err = BILINT_ERROR_INIT;
    bl_language_source source;
    bl_language *language;

    if (chars == NULL) {
        chars = bl_chars_new(&bl_alloc_default);
        bl_units_init(&units, &bl_alloc_default);
        MUST(bl_locale_parse(tag, strlen(tag), &locale), "%s", tag);
    }
    source = (bl_language_source){ .alloc = &bl_alloc_default,
                                   .chars = chars,
                                   .units = &units };
    language = bl_language_new(&source, &locale, &err);
    MUST(language != NULL, "%s", err.message);
    return language;
}

void must_recognise(bl_language *language, bl_str text)
{
    const bl_text from = { .ptr = text.ptr,
                           .size = (uint32_t)text.size,
                           .present = true };
    bl_side side = { .text = text, .from = &from, .language = language };
    bl_recogniser recogniser;
    bl_arena scratch;

    bl_recogniser_init(&recogniser, &bl_alloc_default);
    bl_arena_init(&scratch, &bl_alloc_default, 0);
    MUST(bl_recognise(&recogniser, &side, BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
                      &scratch),
         "no memory");
    for (uint32_t i = 0; i < side.quantity_count; i++) {
        const bl_quantity *q = &side.quantities[i];

        MUST(q->span.start < q->span.limit && q->span.limit <= text.size,
             "%u to %u of %u", q->span.start, q->span.limit,
             (unsigned)text.size);
        MUST(q->reading_count <= BL_READINGS, "%u", q->reading_count);
        MUST(q->entity < side.entity_count, "%u", q->entity);
    }
    bl_arena_free(&scratch);
    bl_recogniser_free(&recogniser);
}
