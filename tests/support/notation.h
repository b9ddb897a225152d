/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How the examples of rule pages write text: characters that cannot be seen
 * as escapes, inline codes as <1>, </1> and <2/>. CONTRIBUTING.md documents
 * it for authors.
 */
#ifndef SUPPORT_NOTATION_H
#define SUPPORT_NOTATION_H

#include <stdbool.h>

#include "bilint/bilint.h"
#include "keep.h"

/* What a code of the example stands for, when it matters. */
typedef struct native {
    const char *shown; /* "<2/>" */
    const char *text;  /* "<br/>" */
    struct native *next;
} native;

/* One side of an example: UTF-8 in which codes stand as they are shown. */
typedef struct side_text {
    const char *text;
    size_t size;
    bilint_code *codes;
    uint32_t code_count;
    bool absent; /* there is no such side; not even an empty one */
} side_text;

/* "a\tb <1>c</1>" -> text and codes. NULL, or what is wrong with it. */
const char *notation_read(const char *written, const native *natives,
                          side_text *to);

/* The other way: text as it is written behind "S: ". */
const char *notation_write(const char *text, size_t size);

/*
 * A stretch of a text as it is written in a "!" line: quoted, and with a
 * number where it is not the first place that reads so: "5", "5"#2. Nothing
 * is at ""#<characters before it>, or ""#end.
 */
const char *notation_quote(const char *text, size_t size, size_t start,
                           size_t limit);

/* The length of the code that stands at `at` ("<12/>" -> 5), or 0. */
size_t notation_code(const char *text, size_t size, size_t at);

#endif
