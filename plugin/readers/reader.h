/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bytes of a document in, units out, in document order. Memory does not grow
 * with the document: a unit is handed over as soon as it ends.
 */
#ifndef BL_READERS_READER_H
#define BL_READERS_READER_H

#include "base/arena.h"
#include "bilint/status.h"
#include "model/unit_sink.h"

/* Against hostile files; 0 means the default. */
typedef struct bl_reader_limits {
    uint32_t text_size;  /* bytes of one text; default 64 MiB */
    uint32_t code_count; /* inline codes of one text; default 1,000,000 */
    uint32_t unit_segments; /* segments of one unit; default 1,000,000 */
    uint32_t entity_size;   /* bytes that entity references may add in a
                               document; default 1 MiB */
} bl_reader_limits;

typedef struct bl_reader bl_reader;

/*
 * A reader for one document, or NULL when there is no memory. `name` is its
 * file name, from which the target language is taken when the document has
 * none ("messages.fr.xlf"); it may be NULL. `sink` must outlive the reader,
 * and so must the reader the units: language tags belong to it.
 */
bl_reader *bl_reader_new(const bl_alloc *alloc, const char *name,
                         const bl_reader_limits *limits, bl_unit_sink *sink);

/* The next bytes. After a failure it takes no more. */
bilint_status bl_reader_push(bl_reader *reader, const void *data, size_t size,
                             bilint_error *err);

/* There are no more bytes. */
bilint_status bl_reader_finish(bl_reader *reader, bilint_error *err);

void bl_reader_free(bl_reader *reader);

#endif
