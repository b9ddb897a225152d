/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes behind the head of a compiled language, with the sum that fits:
 * refused with a reason, or taken; what was taken reads a text.
 */
#include "lexicon.h"
#include "target.h"

#include "lexicon/compiled.h"

#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/bilint-compiled-XXXXXX";
static char path[sizeof(folder) + 8];

static void remove_folder(void)
{
    remove(path);
    rmdir(folder);
}

static void make_folder(void)
{
    if (path[0] != '\0')
        return;
    MUST(mkdtemp(folder) != NULL && atexit(remove_folder) == 0, "%s", folder);
    snprintf(path, sizeof(path), "%s/eo.bin", folder);
}

static void write_file(const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    bl_buf head;

    bl_buf_init(&head, &bl_alloc_default);
    bl_compiled_head(bl_str_of((const char *)data, size), &head);
    MUST(file != NULL &&
             fwrite(head.data, 1, head.size, file) == head.size &&
             fwrite(data, 1, size, file) == size && fclose(file) == 0,
         "%s", path);
    bl_buf_free(&head);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bl_language *language = new_language("eo");
    bilint_error err = BILINT_ERROR_INIT;
    bilint_status status;

    make_folder();
    write_file(data, size);
    status = bl_compiled_language(folder, 0, language, &err);
    MUST(status == BILINT_OK || status == BILINT_E_UNSUPPORTED ||
             (status == BILINT_E_DATA && err.message[0] != '\0'),
         "%d: %s", (int)status, err.message);
    if (status == BILINT_OK)
        must_recognise(language,
                       BL_STR("12 km, 1.5 milionoj; 3 majo 2024"));
    bl_language_free(language);
    return 0;
}
