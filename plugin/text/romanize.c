/* SPDX-License-Identifier: Apache-2.0 */
/* Transliterating one letter at a time. */
#include "text/romanize.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include <stdio.h>
#include <string.h>

/* VIRAMA: the combining class of the signs that take a vowel away. */
enum { ID_SIZE = 64, ROOM = 32, LETTERS = 16, VIRAMA = 9 };

struct bl_romanizer {
    const bl_alloc *alloc;
    UTransliterator *handle;
    UScriptCode script;
};

bl_romanizer *bl_romanizer_new(const bl_alloc *alloc, const char *script)
{
    bl_romanizer *romanizer = bl_new(alloc, 1, sizeof(*romanizer));
    UErrorCode status = U_ZERO_ERROR;
    char name[ID_SIZE];
    UChar id[ID_SIZE];

    if (romanizer == NULL)
        return NULL;
    romanizer->alloc = alloc;
    romanizer->handle = NULL;
    uscript_getCode(script, &romanizer->script, 1, &status);
    /* BGN's system writes Cyrillic the way that English does. */
    snprintf(name, sizeof(name), "%s%s-Latn; Latin-ASCII; Lower",
             strcmp(script, "Cyrl") == 0 ? "Russian-Latin/BGN; " : "",
             script);
    u_uastrncpy(id, name, ID_SIZE);
    romanizer->handle = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL,
                                     &status);
    if (U_SUCCESS(status))
        return romanizer;
    bl_romanizer_free(romanizer);
    return NULL;
}

void bl_romanizer_free(bl_romanizer *romanizer)
{
    if (romanizer == NULL)
        return;
    if (romanizer->handle != NULL)
        utrans_close(romanizer->handle);
    bl_free(romanizer->alloc, romanizer);
}

bool bl_romanize(const bl_romanizer *romanizer, uint32_t letter, char *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar text[ROOM];
    int32_t size = 1;
    int32_t limit;
    size_t n = 0;

    out[0] = '\0';
    if (u_getCombiningClass((UChar32)letter) == VIRAMA &&
        uscript_getScript((UChar32)letter, &status) == romanizer->script)
        return true;
    if (letter > 0xffff || u_isupper((UChar32)letter) ||
        !(u_isalpha((UChar32)letter) ||
          u_charType((UChar32)letter) == U_COMBINING_SPACING_MARK) ||
        uscript_getScript((UChar32)letter, &status) != romanizer->script)
        return false;
    text[0] = (UChar)letter;
    limit = size;
    utrans_transUChars(romanizer->handle, text, &size, ROOM, 0, &limit,
                       &status);
    for (int32_t i = 0; i < size && U_SUCCESS(status) && n + 1 < LETTERS; i++) {
        if (text[i] >= 'a' && text[i] <= 'z')
            out[n++] = (char)text[i];
    }
    out[n] = '\0';
    return n != 0;
}
