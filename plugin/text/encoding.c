/* SPDX-License-Identifier: Apache-2.0 */
/* ICU converters, wrapped. */
#include "text/encoding.h"

#include "text/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <string.h>

/* How wide characters are, where that needs no converter. */
typedef enum width {
    WIDTH_ONE,   /* one byte a character */
    WIDTH_UTF16, /* two or four */
    WIDTH_OTHER
} width;

struct bl_encoding {
    const bl_alloc *alloc;
    UConverter *converter; /* decoding; NULL in between */
    width width;
    char name[UCNV_MAX_CONVERTER_NAME_LENGTH];
};

bl_encoding *bl_encoding_blank(const bl_alloc *alloc)
{
    bl_encoding *encoding = bl_new(alloc, 1, sizeof(*encoding));

    if (encoding != NULL)
        encoding->alloc = alloc;
    return encoding;
}

bool bl_encoding_open(bl_encoding *encoding, const char *name)
{
    UErrorCode status = U_ZERO_ERROR;

    if (strlen(name) >= sizeof(encoding->name))
        return false;
    encoding->converter = ucnv_open(name, &status);
    if (U_FAILURE(status))
        return false;
    memcpy(encoding->name, name, strlen(name) + 1);
    ucnv_setToUCallBack(encoding->converter, UCNV_TO_U_CALLBACK_STOP, NULL,
                        NULL, NULL, &status);
    encoding->width = WIDTH_OTHER;
    switch (ucnv_getType(encoding->converter)) {
    case UCNV_SBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII:
        encoding->width = WIDTH_ONE;
        break;
    case UCNV_UTF16_BigEndian:
    case UCNV_UTF16_LittleEndian:
    case UCNV_UTF16:
        encoding->width = WIDTH_UTF16;
        break;
    default:
        /* Tables with one byte a character are MBCS inside. */
        if (ucnv_getMaxCharSize(encoding->converter) == 1)
            encoding->width = WIDTH_ONE;
        break;
    }
    return true;
}

void bl_encoding_free(bl_encoding *encoding)
{
    if (encoding == NULL)
        return;
    if (encoding->converter != NULL)
        ucnv_close(encoding->converter);
    bl_free(encoding->alloc, encoding);
}

static void append(const UChar *units, const UChar *limit, UChar *high,
                   bl_buf *out)
{
    for (; units < limit; units++) {
        uint32_t c = *units;
        char *room;

        if (U16_IS_LEAD(c)) {
            *high = (UChar)c;
            continue;
        }
        if (U16_IS_TRAIL(c) && *high != 0)
            c = (uint32_t)U16_GET_SUPPLEMENTARY(*high, c);
        *high = 0;
        room = bl_buf_room(out, 4);
        if (room != NULL)
            out->size += bl_utf8_put(c, room);
    }
}

bool bl_encoding_decode(bl_encoding *encoding, const void *data, size_t size,
                        bool last, bl_buf *out)
{
    /* At the end there may be no more bytes, and no place of them. */
    const char *from = size != 0 ? data : "";
    const char *limit = from + size;
    UChar high = 0;
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;

    while (status == U_BUFFER_OVERFLOW_ERROR) {
        UChar units[1024];
        UChar *to = units;

        status = U_ZERO_ERROR;
        ucnv_toUnicode(encoding->converter, &to, units + 1024, &from, limit,
                       NULL, (UBool)last, &status);
        append(units, to, &high, out);
    }
    return U_SUCCESS(status) && high == 0;
}

size_t bl_encoding_size(const bl_encoding *encoding, bl_str text)
{
    size_t size = 0;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter;

    if (encoding->width == WIDTH_ONE)
        return bl_utf8_points(text.ptr, text.size);
    if (encoding->width == WIDTH_UTF16)
        return 2 * bl_utf8_units16(text.ptr, text.size);
    /* Rare, and only when a finding is placed. */
    converter = ucnv_open(encoding->name, &status);
    for (size_t at = 0; at < text.size && U_SUCCESS(status);) {
        UChar units[2];
        char bytes[16];
        int32_t count = 0;
        const uint32_t c = bl_utf8_next(text.ptr, text.size, &at);
        UBool overflow = 0;

        U16_APPEND(units, count, 2, (UChar32)c, overflow);
        if (overflow)
            break;
        ucnv_resetFromUnicode(converter);
        size += (size_t)ucnv_fromUChars(converter, bytes, sizeof(bytes),
                                        units, count, &status);
    }
    ucnv_close(converter);
    return size;
}

bool bl_encoding_encode(const bl_encoding *encoding, bl_str text, char *out,
                        size_t room)
{
    UChar units[256];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    int32_t bytes;

    u_strFromUTF8(units, 256, &count, text.ptr, (int32_t)text.size, &status);
    if (U_FAILURE(status) || room > INT32_MAX)
        return false;
    ucnv_resetFromUnicode(encoding->converter);
    ucnv_setFromUCallBack(encoding->converter, UCNV_FROM_U_CALLBACK_STOP,
                          NULL, NULL, NULL, &status);
    bytes = ucnv_fromUChars(encoding->converter, out, (int32_t)room, units,
                            count, &status);
    return U_SUCCESS(status) && (size_t)bytes < room;
}
