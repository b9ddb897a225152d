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

void bl_buf_str(bl_buf *buf, bl_str text)
{
    bl_buf_add(buf, text.ptr, text.size);
}

/* Digits are made from the last one on, two at a time, and as many bytes as
 * the longest number has are copied. */
void bl_buf_uint(bl_buf *buf, uint64_t value)
{
    static const char pairs[] = "00010203040506070809"
                                "10111213141516171819"
                                "20212223242526272829"
                                "30313233343536373839"
                                "40414243444546474849"
                                "50515253545556575859"
                                "60616263646566676869"
                                "70717273747576777879"
                                "80818283848586878889"
                                "90919293949596979899";
    enum { MOST = 20 };
    char digits[2 * MOST] = { 0 };
    char *first = digits + MOST;
    char *room = bl_buf_room(buf, MOST);

    if (room == NULL)
        return;
    for (; value >= 100; value /= 100)
        memcpy(first -= 2, &pairs[value % 100 * 2], 2);
    if (value >= 10)
        memcpy(first -= 2, &pairs[value * 2], 2);
    else
        *--first = (char)('0' + (int)value);
    memcpy(room, first, MOST + 1); /* what stands behind is 0 */
    buf->size += (size_t)(digits + MOST - first);
}

void bl_buf_hex(bl_buf *buf, uint64_t value)
{
    char digits[16];

    for (size_t i = sizeof(digits); i-- > 0; value >>= 4)
        digits[i] = "0123456789abcdef"[value & 15];
    bl_buf_add(buf, digits, sizeof(digits));
}
