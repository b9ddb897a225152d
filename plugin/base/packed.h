/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers and texts as a row of bytes that is the same on every machine. What
 * is read is not believed: behind the end there are zeros and empty texts, and
 * `failed` says that there was an end.
 */
#ifndef BL_BASE_PACKED_H
#define BL_BASE_PACKED_H

#include "base/buf.h"

typedef struct bl_packed {
    const unsigned char *at;
    const unsigned char *limit;
    bool failed;
} bl_packed;

static inline bl_packed bl_packed_of(bl_str bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.ptr;

    return (bl_packed){ at, at + bytes.size, false };
}

static inline size_t bl_packed_left(const bl_packed *from)
{
    return (size_t)(from->limit - from->at);
}

static inline unsigned bl_unpack_byte(bl_packed *from)
{
    if (from->at == from->limit) {
        from->failed = true;
        return 0;
    }
    return *from->at++;
}

/* Seven bits a byte, the lowest first; all bytes but the last have the high
 * bit. */
static inline uint64_t bl_unpack_uint(bl_packed *from)
{
    uint64_t value = 0;

    for (unsigned shift = 0; shift < 64; shift += 7) {
        const unsigned byte = bl_unpack_byte(from);

        value |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    from->failed = true;
    return 0;
}

/* A number of so many bytes, the highest first. */
static inline uint64_t bl_unpack_fixed(bl_packed *from, int bytes)
{
    uint64_t value = 0;

    if (bl_packed_left(from) < (size_t)bytes) {
        from->failed = true;
        from->at = from->limit;
        return 0;
    }
    for (int i = 0; i < bytes; i++)
        value = value << 8 | from->at[i];
    from->at += bytes;
    return value;
}

/* A text where it lies. */
static inline bl_str bl_unpack_text(bl_packed *from)
{
    const uint64_t size = bl_unpack_uint(from);
    bl_str text = { (const char *)from->at, (size_t)size };

    if (size > bl_packed_left(from)) {
        from->failed = true;
        return bl_str_of("", 0);
    }
    from->at += size;
    return text;
}

void bl_pack_uint(bl_buf *to, uint64_t value);
void bl_pack_fixed(bl_buf *to, uint64_t value, int bytes);
void bl_pack_text(bl_buf *to, bl_str text);

#endif
