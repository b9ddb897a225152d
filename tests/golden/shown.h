/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an XML file shows at a place, read again without the reader: the
 * characters of the file with their offsets, lines and columns, and the text
 * that stands behind references, CDATA marks, comments and tags.
 */
#ifndef BILINT_TESTS_SHOWN_H
#define BILINT_TESTS_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct shown_char {
    uint32_t c;
    uint32_t line; /* 1-based */
    uint32_t column;
    uint64_t offset; /* in bytes of the file */
} shown_char;

typedef struct shown_file {
    shown_char *chars;
    size_t count;
} shown_file;

/* False where the encoding is not one that this file knows. */
bool shown_open(const unsigned char *bytes, size_t size, shown_file *file);
void shown_close(shown_file *file);

/* The character that begins at that byte; NULL where none does. */
const shown_char *shown_at(const shown_file *file, uint64_t offset);

/*
 * Whether the file shows `text` (UTF-8, U+FFFC for an inline code) from
 * `at` on.
 */
bool shown_is(const shown_file *file, const shown_char *at, const char *text,
              size_t size);

#endif
