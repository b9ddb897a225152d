/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes behind the head of a compiled language, with the sum that fits:
 * refused with a reason, or taken; what was taken reads a text.
 */
#include "laws.h"
#include "target.h"

#include "lexicon/compiled.h"
#include "recognise/recognise.h"

#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/bilint-compiled-XXXXXX";
static char path[sizeof(folder) + 8];

typedef struct knowledge {
    bl_chars *chars;
    bl_units units;
    bl_locale locale;
} knowledge;

static void remove_folder(void)
{
    remove(path);
    rmdir(folder);
}

static const knowledge *know(void)
{
    static knowledge k;

    if (k.chars != NULL)
        return &k;
    k.chars = bl_chars_new(&bl_alloc_default);
    bl_units_init(&k.units, &bl_alloc_default);
    MUST(bl_locale_parse("eo", 2, &k.locale), "eo");
    MUST(mkdtemp(folder) != NULL && atexit(remove_folder) == 0, "%s", folder);
    snprintf(path, sizeof(path), "%s/eo.bin", folder);
    return &k;
}

static void write_file(const uint8_t *data, size_t size)
{
    char maker[BL_COMPILED_MAKER];
    FILE *file = fopen(path, "wb");
    bl_buf head;

    bl_compiled_maker(maker);
    bl_buf_init(&head, &bl_alloc_default);
    bl_buf_add(&head, bl_compiled_signature, BL_COMPILED_SIGNATURE);
    bl_pack_text(&head, bl_str_z(maker));
    bl_pack_fixed(&head, bl_compiled_sum(data, size), 8);
    MUST(file != NULL &&
             fwrite(head.data, 1, head.size, file) == head.size &&
             fwrite(data, 1, size, file) == size && fclose(file) == 0,
         "%s", path);
    bl_buf_free(&head);
}

static void read_text(bl_language *language)
{
    static const char text[] = "12 km, 1.5 milionoj; 3 majo 2024";
    const bl_text from = { .ptr = text,
                           .size = sizeof(text) - 1,
                           .present = true };
    bl_side side = { .text = bl_str_z(text),
                     .from = &from,
                     .language = language };
    bl_recogniser recogniser;
    bl_arena scratch;

    bl_recogniser_init(&recogniser, &bl_alloc_default);
    bl_arena_init(&scratch, &bl_alloc_default, 0);
    MUST(bl_recognise(&recogniser, &side, BL_NEEDS_TOKENS | BL_NEEDS_NUMBERS,
                      &scratch),
         "no memory");
    bl_arena_free(&scratch);
    bl_recogniser_free(&recogniser);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const knowledge *k = know();
    const bl_language_source source = { .alloc = &bl_alloc_default,
                                        .chars = k->chars,
                                        .units = &k->units };
    bl_language *language = bl_language_new(&source, &k->locale, NULL);
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status;

    MUST(language != NULL, "no memory");
    write_file(data, size);
    status = bl_compiled_language(folder, 0, language, &err);
    MUST(status == BILINT_OK || status == BILINT_E_UNSUPPORTED ||
             (status == BILINT_E_DATA && err.message[0] != '\0'),
         "%d: %s", (int)status, err.message);
    if (status == BILINT_OK)
        read_text(language);
    bl_language_free(language);
    return 0;
}
