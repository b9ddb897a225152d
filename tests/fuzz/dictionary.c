/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a file of dictionaries/: taken, or refused with its line. What
 * was taken is then used to read the text itself.
 */
#include "laws.h"
#include "target.h"

#include "lexicon/dictionary.h"
#include "recognise/recognise.h"

#include <string.h>

typedef struct knowledge {
    bl_chars *chars;
    bl_units units;
    bl_locale locale;
} knowledge;

static const knowledge *know(void)
{
    static knowledge k;

    if (k.chars != NULL)
        return &k;
    k.chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&k.units, &bl_alloc_default);
    MUST(bl_locale_parse("und", 3, &k.locale), "und");
    return &k;
}

/* Numbers, dates and words by what the file says. */
static void must_recognise(bl_language *language, bl_str text)
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const knowledge *k = know();
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = k->chars,
                                        .units = &k->units };
    const bl_str text = bl_str_of((const char *)data, size);
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language = bl_language_new(&source, &k->locale, &err);
    bilint_status status;

    MUST(language != NULL, "%s", err.message);
    status = bl_dictionary_read(language, "any.txt", text, &err);
    must_explain(status, &err);
    MUST(status == BILINT_OK || status == BILINT_E_DATA, "%d: %s", (int)status,
         err.message);
    MUST(status == BILINT_OK || err.line != 0, "%s", err.message);
    if (size != 0)
        must_recognise(language, text);
    bl_language_free(language);
    return 0;
}
