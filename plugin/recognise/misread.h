/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text whose bytes were read in the wrong encoding: "dÃ©jÃ " is "déjà" in
 * UTF-8, read as if each byte were a letter.
 */
#ifndef BL_RECOGNISE_MISREAD_H
#define BL_RECOGNISE_MISREAD_H

#include "model/pair.h"

typedef struct bl_misread {
    bl_span span;  /* of the text: all that was misread, in whole words */
    bl_str text;   /* what it is; in the arena */
    bl_span first; /* the first word of it */
    bl_str word;   /* and what that one is */
    bool certain;  /* nothing in it is left that could not be read */
} bl_misread;

/* Whether the side was misread. Looks at the words that are odd, and at more
 * only where one of them may be. */
bool bl_find_misread(const bl_side *side, bl_arena *arena, bl_misread *found);

#endif
