/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The outline of a document: its markup, which is what libxml2 is given to
 * read. The text between tags is left out of it, since libxml2 would walk
 * through it byte by byte only to say where it is; what was left out, and
 * where, is told when libxml2 has come to that place.
 *
 * References stay, and so does text outside of the root element, text that
 * libxml2 has to refuse (damaged UTF-8, what XML has no characters for, the
 * end of a CDATA section that is none), and everything behind a DTD that
 * declares something. An element with nothing but text becomes an empty one:
 * "<a>text</a>" is "<a/>", where "text</a" was left out before the ">".
 */
#ifndef BL_READERS_OUTLINE_H
#define BL_READERS_OUTLINE_H

#include "base/alloc.h"

#include <stdint.h>

/* Text that was left out. */
typedef struct bl_omission {
    uint64_t at; /* how much of the outline is before it */
    uint64_t size;
    uint32_t tail; /* bytes of it that are the beginning of an end tag */
} bl_omission;

typedef struct bl_outline {
    const bl_alloc *alloc;
    uint64_t read; /* bytes of the document that were read */
    uint64_t size; /* bytes of the outline that were made of them */

    bl_omission *omissions; /* those from `first` on are not yet told */
    size_t first;
    size_t count;
    size_t room;
    uint64_t told; /* bytes of those that are */
    bool failed;   /* no memory */
    bool returns;  /* there are carriage returns in the document */

    /* Where in the markup it has come to. */
    unsigned char state;
    unsigned char within; /* the state behind a quoted value */
    char quote;
    char last;      /* byte that was read */
    char before[2]; /* the last two of a comment or the like */
    uint32_t depth; /* open elements */
} bl_outline;

void bl_outline_init(bl_outline *outline, const bl_alloc *alloc);
void bl_outline_free(bl_outline *outline);

/*
 * Read on: `from` is what stands in the document behind what was read, and
 * ends with a whole character and within no "]]>"; what was left out and not
 * yet told stands right before it. Writes up to `size` bytes to `to`, and
 * returns how many. It may have gone back when it returns: see `read`.
 */
size_t bl_outline_read(bl_outline *outline, const char *from, size_t size,
                       char *to);

/* The next text that was left out before that place of the outline, and is
 * not told yet: where it stands in the document. */
static inline bool bl_outline_next(bl_outline *outline, uint64_t before,
                                   uint64_t *start, uint64_t *limit)
{
    const bl_omission *next;

    if (outline->first == outline->count)
        return false;
    next = &outline->omissions[outline->first];
    if (next->at >= before)
        return false;
    *start = next->at + outline->told;
    *limit = *start + next->size - next->tail;
    outline->told += next->size;
    outline->first++;
    return true;
}

/* The place in the document of the byte that ends there in the outline. */
uint64_t bl_outline_place(const bl_outline *outline, uint64_t at);

#endif
