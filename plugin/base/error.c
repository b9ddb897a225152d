/* SPDX-License-Identifier: Apache-2.0 */
/* The one place where a bilint_error is written. */
#include "base/error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* A cut message must not end in half a character. */
static void trim(char *text, size_t size)
{
    size_t length = strlen(text);

    if (length + 1 < size)
        return;
    while (length > 0 && ((unsigned char)text[length - 1] & 0xc0) == 0x80)
        length--;
    if (length > 0 && ((unsigned char)text[length - 1] & 0x80) != 0)
        length--;
    text[length] = '\0';
}

static void fill(bilint_error *err, const bilint_error *from)
{
    uint32_t size;

    if (err == NULL)
        return;
    size = err->struct_size;
    if (size > sizeof(*from))
        size = sizeof(*from);
    if (size <= sizeof(err->struct_size))
        return;
    memcpy((char *)err + sizeof(err->struct_size),
           (const char *)from + sizeof(err->struct_size),
           size - sizeof(err->struct_size));
}

static bilint_status fail_va(bilint_error *err, bilint_error *from,
                             const char *format, va_list args)
{
    vsnprintf(from->message, sizeof(from->message), format, args);
    trim(from->message, sizeof(from->message));
    for (char *c = from->message; *c != '\0'; c++) {
        if (*c == '\n' || *c == '\r')
            *c = ' ';
    }
    fill(err, from);
    return from->status;
}

bilint_status bl_fail(bilint_error *err, bilint_status status,
                      const char *format, ...)
{
    bilint_error from = BILINT_ERROR_INIT;
    va_list args;

    from.status = status;
    va_start(args, format);
    fail_va(err, &from, format, args);
    va_end(args);
    return status;
}

bilint_status bl_fail_at(bilint_error *err, bilint_status status,
                         uint32_t line, uint32_t column, int64_t offset,
                         const char *format, ...)
{
    bilint_error from = BILINT_ERROR_INIT;
    va_list args;

    from.status = status;
    from.line = line;
    from.column = column;
    from.byte_offset = offset;
    va_start(args, format);
    fail_va(err, &from, format, args);
    va_end(args);
    return status;
}

bilint_status bl_fail_memory(bilint_error *err)
{
    return bl_fail(err, BILINT_E_MEMORY, "%s",
                   bl_status_text(BILINT_E_MEMORY));
}

void bl_error_clear(bilint_error *err)
{
    const bilint_error none = BILINT_ERROR_INIT;

    fill(err, &none);
}

const char *bl_status_text(bilint_status status)
{
    switch (status) {
#define X(name, value, text) \
    case (value):            \
        return text;
        BILINT_STATUS_MAP(X)
#undef X
    default:
        return "unknown status";
    }
}
