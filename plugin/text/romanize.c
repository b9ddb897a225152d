/* SPDX-License-Identifier: Apache-2.0 */
/* Transliterating one letter at a time. */
#include "text/romanize.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
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
    UConverter *charset; /* of Han, what its letters have to be in; or NULL */
    unsigned first;      /* their codes in it */
    unsigned last;
};

/* The characters of Han in everyday use, which names are written with: level 1
 * of GB/T 2312 and of Big5. */
static const struct {
    const char *script;
    const char *charset;
    unsigned first;
    unsigned last;
} everyday[] = {
    { "Hans", "EUC-CN", 0xb0a1, 0xd7fe },
    { "Hant", "Big5", 0xa440, 0xc67e },
};

/* Of Hans and Hant: their letters are those of Hani. */
static bool open_charset(bl_romanizer *romanizer, const char **script)
{
    UErrorCode status = U_ZERO_ERROR;

    for (size_t i = 0; i < sizeof(everyday) / sizeof(everyday[0]); i++) {
        if (strcmp(*script, everyday[i].script) != 0)
            continue;
        romanizer->charset = ucnv_open(everyday[i].charset, &status);
        romanizer->first = everyday[i].first;
        romanizer->last = everyday[i].last;
        *script = "Hani";
    }
    return U_SUCCESS(status) != 0;
}

static bool is_everyday(const bl_romanizer *romanizer, UChar letter)
{
    UErrorCode status = U_ZERO_ERROR;
    char bytes[8];
    int32_t size;
    unsigned code;

    if (romanizer->charset == NULL)
        return true;
    size = ucnv_fromUChars(romanizer->charset, bytes, sizeof(bytes), &letter,
                           1, &status);
    if (U_FAILURE(status) || size != 2)
        return false;
    code = (unsigned)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
    return code >= romanizer->first && code <= romanizer->last;
}

bl_romanizer *bl_romanizer_new(const bl_alloc *alloc, const char *script)
{
    bl_romanizer *romanizer = bl_new(alloc, 1, sizeof(*romanizer));
    UErrorCode status = U_ZERO_ERROR;
    char name[ID_SIZE];
    UChar id[ID_SIZE];

    if (romanizer == NULL)
        return NULL;
    romanizer->alloc = alloc;
    romanizer->charset = NULL;
    romanizer->handle = NULL;
    if (!open_charset(romanizer, &script)) {
        bl_romanizer_free(romanizer);
        return NULL;
    }
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
    if (romanizer->charset != NULL)
        ucnv_close(romanizer->charset);
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
        uscript_getScript((UChar32)letter, &status) != romanizer->script ||
        !is_everyday(romanizer, (UChar)letter))
        return false;
    text[0] = (UChar)letter;
    limit = size;
    utrans_transUChars(romanizer->handle, text, &size, ROOM, 0, &limit,
                       &status);
    for (int32_t i = 0; i < size && U_SUCCESS(status) && n + 2 < LETTERS; i++) {
        if (text[i] < 'a' || text[i] > 'z')
            continue;
        /* The q of pinyin is a ch, and its x is an sh. */
        if (romanizer->charset != NULL && text[i] == 'q') {
            out[n++] = 'c';
            out[n++] = 'h';
        } else if (romanizer->charset != NULL && text[i] == 'x') {
            out[n++] = 's';
            out[n++] = 'h';
        } else {
            out[n++] = (char)text[i];
        }
    }
    out[n] = '\0';
    return n != 0;
}
