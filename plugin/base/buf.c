/* SPDX-License-Identifier: Apache-2.0 */
/* A growing run of bytes. */
#include "base/buf.h"

void bl_buf_init(bl_buf *buf, const bl_alloc *alloc)
{
    *buf = (bl_buf){ .alloc = alloc };
}

void bl_buf_free(bl_buf *buf)
{
    bl_free(buf->alloc, buf->data);
    bl_buf_init(buf, buf->alloc);
}

static bool reserve(bl_buf *buf, size_t size)
{
    size_t wanted = buf->capacity != 0 ? buf->capacity : 64;
    char *data;

    if (size >= SIZE_MAX / 4 - buf->size)
        return false;
    while (wanted < buf->size + size + 1)
        wanted *= 2;
    data = bl_resize(buf->alloc, buf->data, wanted, 1);
    if (data == NULL)
        return false;
    buf->data = data;
    buf->capacity = wanted;
    return true;
}

char *bl_buf_more(bl_buf *buf, size_t size)
{
    if (buf->failed)
        return NULL;
    if (!reserve(buf, size)) {
        buf->failed = true;
        return NULL;
    }
    return buf->data + buf->size;
}

void bl_buf_add(bl_buf *buf, const void *data, size_t size)
{
    char *room = bl_buf_room(buf, size);

    if (room == NULL)
        return;
    if (size != 0)
        memcpy(room, data, size);
    buf->size += size;
    buf->data[buf->size] = '\0';
}

void bl_buf_str(bl_buf *buf, bl_str text)
{
    bl_buf_add(buf, text.ptr, text.size);
}

void bl_buf_uint(bl_buf *buf, uint64_t value)
{
    char digits[20];
    size_t start = sizeof(digits);

    do {
        digits[--start] = (char)('0' + (int)(value % 10));
        value /= 10;
    } while (value != 0);
    bl_buf_add(buf, digits + start, sizeof(digits) - start);
}

void bl_buf_hex(bl_buf *buf, uint64_t value)
{
    char digits[16];

    for (size_t i = sizeof(digits); i-- > 0; value >>= 4)
        digits[i] = "0123456789abcdef"[value & 15];
    bl_buf_add(buf, digits, sizeof(digits));
}
