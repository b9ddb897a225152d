/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A copy of a document for libxml2 to read, which goes through ASCII several
 * times faster than through anything else: in the text between tags each byte
 * of a longer character is replaced by DELETE (U+007F). The reader finds the
 * text itself in its own window, at the same place.
 *
 * Markup with its names and values is copied as it stands, and so is all that
 * follows once there is something that libxml2 has to see itself or may not
 * give out byte by byte: damaged UTF-8, carriage returns, a DTD.
 */
#ifndef BL_READERS_ASCII_H
#define BL_READERS_ASCII_H

#include <stdbool.h>
#include <stddef.h>

enum { BL_ASCII_HIDDEN = 0x7f };

/* Where in the markup the copy has come to; zero at the beginning. */
typedef struct bl_ascii {
    unsigned char state;
    char before[2]; /* the last two bytes of a comment or the like */
} bl_ascii;

/* Whether the rest of the document is copied as it stands. */
bool bl_ascii_is_over(const bl_ascii *ascii);

/* Copy the next bytes, which end with a whole character. Whether any of them
 * was replaced. */
bool bl_ascii_copy(bl_ascii *ascii, const char *from, size_t size, char *to);

#endif
