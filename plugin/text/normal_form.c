/* SPDX-License-Identifier: Apache-2.0 */
/* Normalization and case of whole texts. */
#include "text/normal_form.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* A character of UTF-16 becomes four of them at most (UAX #15, 12.1). */
enum { GROWTH = 4 };

static const bl_str none = { "", 0 };

static bl_str to_utf8(bl_arena *arena, const UChar *units, int32_t count)
{
    UErrorCode status = U_ZERO_ERROR;
    const size_t room = 3 * (size_t)count + 1;
    char *text = bl_arena_alloc(arena, room, 1);
    int32_t size = 0;

    if (text == NULL)
        return none;
    u_strToUTF8(text, (int32_t)room, &size, units, count, &status);
    return U_SUCCESS(status) ? bl_str_of(text, (size_t)size) : none;
}

static bl_str normalize(bl_arena *arena, bl_str text, bl_form form)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *n = form == BL_FORM_NFC
                                ? unorm2_getNFCInstance(&status)
                                : unorm2_getNFDInstance(&status);
    UChar *units = bl_arena_alloc(arena, text.size + 1, sizeof(UChar));
    UChar *made =
        bl_arena_alloc(arena, GROWTH * text.size + 1, sizeof(UChar));
    int32_t count = 0;

    if (units == NULL || made == NULL)
        return none;
    u_strFromUTF8WithSub(units, (int32_t)text.size + 1, &count, text.ptr,
                         (int32_t)text.size, BL_REPLACEMENT, NULL, &status);
    count = unorm2_normalize(n, units, count, made,
                             (int32_t)(GROWTH * text.size) + 1, &status);
    return U_SUCCESS(status) ? to_utf8(arena, made, count) : text;
}

static bl_str fold_case(bl_arena *arena, bl_str text)
{
    /* A damaged byte becomes three. */
    char *folded = bl_arena_alloc(arena, 3 * text.size + 4, 1);
    size_t size = 0;

    if (folded == NULL)
        return none;
    for (size_t at = 0; at < text.size;) {
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);

        size += bl_utf8_put(
            (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT),
            folded + size);
    }
    return bl_str_of(folded, size);
}

bl_str bl_form_of(bl_arena *arena, bl_str text, bl_form form, bool fold)
{
    enum { MOST = 1 << 26 };

    if (text.size == 0 || text.size > MOST)
        return text;
    if (form == BL_FORM_NFD ? !bl_str_is_ascii(text)
                            : form == BL_FORM_NFC && !bl_is_nfc(text))
        text = normalize(arena, text, form);
    return fold ? fold_case(arena, text) : text;
}
