/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Steps of literal bytes and a copy: a byte with both lengths, 4 bits each and
 * more bytes where that is not enough; the literal bytes; and two bytes with
 * how far back the copy begins. The last step may be without a copy.
 */
#include "base/pack.h"

#include "base/hash.h"

#include <stdint.h>
#include <string.h>

enum {
    LEAST = 4,      /* bytes of a copy */
    LONG = 15,      /* a length that goes on */
    PLACE_BITS = 13 /* places where the same bytes may have stood */
};

size_t bl_pack_room(size_t size)
{
    return size + size / 128 + 16;
}

static unsigned char *put_length(unsigned char *to, size_t length)
{
    if (length < LONG)
        return to;
    for (length -= LONG; length >= 255; length -= 255)
        *to++ = 255;
    *to++ = (unsigned char)length;
    return to;
}

static const unsigned char *get_length(const unsigned char *from,
                                       size_t *length)
{
    if (*length < LONG)
        return from;
    do
        *length += *from;
    while (*from++ == 255);
    return from;
}

static uint32_t place_of(const unsigned char *p)
{
    return (uint32_t)bl_hash_read4(p) * UINT32_C(0x9e3779b1) >>
           (32 - PLACE_BITS);
}

static size_t common(const unsigned char *a, const unsigned char *b,
                     const unsigned char *limit)
{
    const unsigned char *start = b;

    while (b < limit && *a == *b) {
        a++;
        b++;
    }
    return (size_t)(b - start);
}

/* A step without a copy where `copied` is 0. */
static unsigned char *put_step(unsigned char *to, const unsigned char *literal,
                               size_t size, size_t copied, size_t back)
{
    const size_t more = copied != 0 ? copied - LEAST : 0;

    *to++ = (unsigned char)((size < LONG ? size : LONG) << 4 |
                            (more < LONG ? more : LONG));
    to = put_length(to, size);
    memcpy(to, literal, size);
    to += size;
    if (copied == 0)
        return to;
    *to++ = (unsigned char)(back & 255);
    *to++ = (unsigned char)(back >> 8);
    return put_length(to, more);
}

size_t bl_pack(const char *from, size_t size, char *to)
{
    const unsigned char *start = (const unsigned char *)from;
    const unsigned char *limit = start + size;
    const unsigned char *literal = start;
    const unsigned char *at = start;
    unsigned char *out = (unsigned char *)to;
    uint16_t places[1 << PLACE_BITS] = { 0 }; /* all at the beginning */

    while (limit - at > LEAST) {
        uint16_t *place = &places[place_of(at)];
        const unsigned char *before = start + *place;
        const size_t copied = before < at ? common(before, at, limit) : 0;

        *place = (uint16_t)(at - start);
        if (copied < LEAST) {
            at++;
            continue;
        }
        out = put_step(out, literal, (size_t)(at - literal), copied,
                       (size_t)(at - before));
        at += copied;
        literal = at;
        /* What follows the copy may follow its end again. */
        if (limit - at > LEAST)
            places[place_of(at - 2)] = (uint16_t)(at - 2 - start);
    }
    if (literal < limit)
        out = put_step(out, literal, (size_t)(limit - literal), 0, 0);
    return (size_t)(out - (unsigned char *)to);
}

bool bl_pack_block(const bl_alloc *alloc, char **block, size_t size)
{
    char *room = size <= BL_PACK_MOST
                     ? bl_resize(alloc, NULL, bl_pack_room(size), 1)
                     : NULL;
    char *packed = NULL;
    size_t left;

    if (room == NULL)
        return false;
    left = bl_pack(*block, size, room);
    packed = bl_resize(alloc, NULL, left, 1);
    if (packed != NULL)
        memcpy(packed, room, left);
    bl_free(alloc, room);
    if (packed == NULL)
        return false;
    bl_free(alloc, *block);
    *block = packed;
    return true;
}

void bl_unpack(const char *from, char *to, size_t size)
{
    const unsigned char *in = (const unsigned char *)from;
    const char *limit = to + size;

    while (to < limit) {
        size_t literal = *in >> 4;
        size_t copied = *in++ & LONG;
        const char *before;

        in = get_length(in, &literal);
        memcpy(to, in, literal);
        to += literal;
        in += literal;
        if (to >= limit)
            return;
        before = to - ((size_t)in[0] | (size_t)in[1] << 8);
        in = get_length(in + 2, &copied);
        /* Byte by byte: a copy may reach into itself. */
        for (copied += LEAST; copied != 0; copied--)
            *to++ = *before++;
    }
}
