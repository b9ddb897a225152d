/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Gathers the content of a <source>, <target> or <seg-source>: text, inline
 * codes, the stretches that are segments of their own, and where all that
 * stands in the file. One object serves all units of a document.
 */
#ifndef BL_READERS_CONTENT_H
#define BL_READERS_CONTENT_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/segment.h"
#include "readers/reader.h"

/* A stretch that is a segment: <mrk mtype="seg">, <sub>. */
typedef struct bl_part {
    bl_str id;
    uint32_t text_start;
    uint32_t text_limit;
    uint32_t code_start;
    uint32_t code_limit;
} bl_part;

typedef struct bl_content {
    const bl_alloc *alloc;
    const bl_reader_limits *limits;
    bl_arena *arena; /* of the unit: identifiers are copied there */
    bool present;
    uint64_t raw_start; /* offset of the content in the document */

    bl_buf text;
    bl_anchor *anchors;
    bl_code *codes;
    bl_span *kept;
    bl_restriction *restrictions;
    bl_part *parts;
    size_t anchor_count, anchor_room;
    size_t code_count, code_room;
    size_t kept_count, kept_room;
    size_t restriction_count, restriction_room;
    size_t part_count, part_room;

    bl_buf native; /* of the code that is open, if any */
    bool failed;   /* no memory */
    const char *over; /* the limit that was reached, or NULL */
} bl_content;

void bl_content_init(bl_content *content, const bl_alloc *alloc,
                     const bl_reader_limits *limits);
void bl_content_free(bl_content *content);

/* Nothing was seen yet; identifiers go to `arena`. */
void bl_content_reset(bl_content *content, bl_arena *arena);

/* The element's start tag ends at `raw`. */
void bl_content_begin(bl_content *content, uint64_t raw);

void bl_content_text(bl_content *content, bl_str text);

/* The text that follows stands at `raw`. */
void bl_content_anchor(bl_content *content, uint64_t raw);

/* A code whose tag begins at `raw`; its fields, copied. The new code, for
 * what is only known later; NULL when there is no memory. */
bl_code *bl_content_code(bl_content *content, const bl_code *code,
                         uint64_t raw);

/* A copy of an identifier that lives as long as the unit. */
bl_str bl_content_copy(bl_content *content, bl_str text);

/* A segment of its own begins or ends here. */
void bl_content_part(bl_content *content, bl_str id);
void bl_content_part_end(bl_content *content);

/* From `start` to here is not to be translated. */
void bl_content_kept(bl_content *content, uint32_t start);

/* The same of what has certain characters alone. */
void bl_content_restricted(bl_content *content, uint32_t start,
                           const struct bl_char_class *allowed);

/* What is asked of the content when it is complete. */
typedef struct bl_content_place {
    bl_str raw;           /* the element's content in the document */
    bl_position raw_at;   /* where that begins */
    const void *encoding; /* of the file */
} bl_content_place;

/* The whole content as a text; everything is copied to the arena. */
void bl_content_whole(bl_content *content, const bl_content_place *place,
                      bl_text *text);

/* One part as a text. Anchors and raw of `whole` are used again. */
void bl_content_slice(bl_content *content, const bl_text *whole,
                      const bl_part *part, bl_text *text);

#endif
