/* SPDX-License-Identifier: Apache-2.0 */
/*
 * From the bytes of a file to UTF-8: byte order mark, the encoding of the
 * XML declaration (XML 1.0, appendix F), decoding.
 */
#ifndef BL_READERS_INPUT_H
#define BL_READERS_INPUT_H

#include "base/buf.h"
#include "bilint/status.h"
#include "text/encoding.h"

typedef struct bl_input {
    const bl_alloc *alloc;
    bl_buf head;           /* the first bytes, until the encoding is known */
    bl_encoding *encoding; /* NULL: UTF-8, passed through as it is */
    unsigned bom_size;     /* bytes of the byte order mark, not passed on */
    bool decided;
} bl_input;

void bl_input_init(bl_input *input, const bl_alloc *alloc);
void bl_input_free(bl_input *input);

/* Append what the bytes say to `out`. `last`: no more will come. Where they
 * cannot be decoded, what comes before is there, and the error has no place. */
bilint_status bl_input_push(bl_input *input, const void *data, size_t size,
                            bool last, bl_buf *out, bilint_error *err);

#endif
