/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text in fewer bytes, for what is kept in memory and seldom looked at: what
 * stood before is not written again, but where it stood (Lempel and Ziv
 * 1977). Prose becomes half as long.
 *
 * Packed bytes are for the program that made them, and are never read from a
 * file.
 */
#ifndef BL_BASE_PACK_H
#define BL_BASE_PACK_H

#include "base/alloc.h"

enum {
    BL_PACK_MOST = 1 << 16,    /* bytes that are packed together */
    BL_PACK_SEGMENTS = 1 << 18 /* of a document, from which on it is worth it */
};

/* Bytes of room that packing `size` of them takes at most. */
size_t bl_pack_room(size_t size);

/* Pack up to BL_PACK_MOST bytes; how many it makes of them. */
size_t bl_pack(const char *from, size_t size, char *to);

/* Pack a block of memory, which becomes another one; false, and it stays as it
 * was, where it is too large or there is no memory. */
bool bl_pack_block(const bl_alloc *alloc, char **block, size_t size);

/* The `size` bytes that were packed. */
void bl_unpack(const char *from, char *to, size_t size);

#endif
