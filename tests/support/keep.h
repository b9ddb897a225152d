/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory of the test programs: kept until the program ends, so that nothing
 * has to be freed on the many ways out of a test. A program that runs out of
 * it says so and stops.
 */
#ifndef SUPPORT_KEEP_H
#define SUPPORT_KEEP_H

#include <stddef.h>

/* Zeroed; never NULL. */
void *keep(size_t size);

/* The `size` bytes at `text` and a NUL. */
char *keep_copy(const char *text, size_t size);

/* As printf() writes it. */
char *keep_print(const char *format, ...);

/* Text that grows; start from zeroes. */
typedef struct growing {
    char *data; /* NUL-terminated once something was added */
    size_t size;
    size_t room;
} growing;

void grow_by(growing *to, const char *text, size_t size);
void grow_text(growing *to, const char *text);
void grow_char(growing *to, char c);

/* A file as a whole, NUL-terminated, or NULL and a message on stderr. */
char *keep_file(const char *path, size_t *size);

/* Make room for one more item of `size` bytes behind `count` of them. */
void *keep_one_more(void *items, size_t count, size_t size);

#endif
