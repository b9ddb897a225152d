/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a file of dictionaries/: taken, or refused with its line. What
 * was taken is then used to read the text itself.
 */
#include "laws.h"
#include "lexicon.h"
#include "target.h"

#include "lexicon/dictionary.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const bl_str text = bl_str_of((const char *)data, size);
    bilint_error err = BILINT_ERROR_INIT;
    bl_language *language = new_language("und");
    const bilint_status status =
        bl_dictionary_read(language, "any.txt", text, &err);

    must_explain(status, &err);
    MUST(status == BILINT_OK || status == BILINT_E_DATA, "%d: %s", (int)status,
         err.message);
    MUST(status == BILINT_OK || err.line != 0, "%s", err.message);
    if (size != 0)
        must_recognise(language, text);
    bl_language_free(language);
    return 0;
}
