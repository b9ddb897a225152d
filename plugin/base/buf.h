/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes that grow. Lack of memory is sticky, as in an arena: what is
 * appended afterwards is lost, and `failed` says so.
 */
#ifndef BL_BASE_BUF_H
#define BL_BASE_BUF_H

#include "base/alloc.h"
#include "base/str.h"

#include <stdint.h>
#include <string.h>

typedef struct bl_buf {
    const bl_alloc *alloc;
    char *data; /* size bytes, and a NUL behind them once data is not NULL */
    size_t size;
    size_t capacity;
    bool failed;
} bl_buf;

void bl_buf_init(bl_buf *buf, const bl_alloc *alloc);
void bl_buf_free(bl_buf *buf);

/* For bl_buf_room(). */
char *bl_buf_more(bl_buf *buf, size_t size);

/* Room for `size` more bytes; NULL when there is none. The caller writes
 * there and adds to buf->size itself. */
static inline char *bl_buf_room(bl_buf *buf, size_t size)
{
    return !buf->failed && buf->capacity - buf->size > size
               ? buf->data + buf->size
               : bl_buf_more(buf, size);
}

static inline void bl_buf_add(bl_buf *buf, const void *data, size_t size)
{
    char *room = bl_buf_room(buf, size);

    if (room == NULL)
        return;
    if (size != 0)
        memcpy(room, data, size);
    buf->size += size;
    room[size] = '\0';
}

void bl_buf_str(bl_buf *buf, bl_str text);

/* A literal: how long it is, is known beforehand. */
static inline void bl_buf_z(bl_buf *buf, const char *text)
{
    bl_buf_add(buf, text, strlen(text));
}

static inline void bl_buf_char(bl_buf *buf, char byte)
{
    char *room = bl_buf_room(buf, 1);

    if (room == NULL)
        return;
    room[0] = byte;
    room[1] = '\0';
    buf->size++;
}

void bl_buf_uint(bl_buf *buf, uint64_t value);
void bl_buf_hex(bl_buf *buf, uint64_t value); /* 16 digits */

/* Empty, memory kept. */
static inline void bl_buf_clear(bl_buf *buf)
{
    buf->size = 0;
    buf->failed = false;
}

static inline bl_str bl_buf_view(const bl_buf *buf)
{
    return bl_str_of(buf->data, buf->size);
}

#endif
