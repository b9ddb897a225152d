/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a format of term lists is: one file each, and a table of them. A
 * format reads a text into a builder; an entry that makes no sense is told
 * and left out, a text that makes none is an error.
 */
#ifndef BL_TERMS_FORMAT_H
#define BL_TERMS_FORMAT_H

#include "base/buf.h"
#include "terms/builder.h"

#include <stdio.h>

/* An entry was left out: "FILE:LINE: skipped: WHY"; or part of one: "ignored".
 * Of a list in which many are, the first ones, and how many more. */
typedef void (*bl_terms_skipped)(void *context, const char *message);

/* A list that is being read. */
typedef struct bl_term_reading {
    const bl_alloc *alloc;
    bl_builder *builder;
    const char *name;        /* of the file */
    const char *source_lang; /* as the configuration says; may be NULL */
    const char *target_lang;
    FILE *file;
    bl_str begin; /* its first bytes, which the file does not give again */
    bl_terms_skipped skipped; /* may be NULL */
    void *context;
    uint32_t skipped_count;
    uint32_t ignored_count;
} bl_term_reading;

typedef struct bl_term_format {
    const char *name;
    /* Whether it is meant, by the end of the file name (in small letters,
     * with its point) and the beginning of the text. */
    bool (*is)(bl_str ending, bl_str begin);
    bilint_status (*read)(bl_term_reading *reading, bilint_error *err);
} bl_term_format;

extern const bl_term_format bl_format_tbx;
extern const bl_term_format bl_format_utx;
extern const bl_term_format bl_format_omegat;
extern const bl_term_format bl_format_separated;

/* The format of a list; the last of the table takes any text. */
const bl_term_format *bl_term_format_of(const char *name, bl_str begin);

/* ---- for all of them ---------------------------------------------------- */

/* The next bytes of the file; 0 at its end, or where it cannot be read. */
size_t bl_term_bytes(bl_term_reading *reading, char *room, size_t size);

/* All of it as UTF-8, without a byte order mark. `encoding` is used where
 * there is no mark; NULL: UTF-8. */
bilint_status bl_term_text(bl_term_reading *reading, const char *encoding,
                           bl_buf *text, bilint_error *err);

/* Tell that a line is left out; at the end of a list, how many more were. */
void bl_term_skip(bl_term_reading *reading, uint32_t line, const char *why);
void bl_term_skip_more(const bl_term_reading *reading);

/* Tell that something in a line says nothing, though the line is kept. */
void bl_term_ignore(bl_term_reading *reading, uint32_t line, const char *what);

/* What the fields of a line say, where they may be empty; a word that says
 * nothing is told. */
bl_term_status bl_term_read_status(bl_term_reading *reading, uint32_t line,
                                   bl_str field);
bl_term_case bl_term_read_case(bl_term_reading *reading, uint32_t line,
                               bl_str field);

/* Add a term and tell where it was left out; whether it was added. */
bool bl_term_put(bl_term_reading *reading, uint32_t line, int language,
                 bl_str text, bl_term_status status,
                 bl_term_case letter_case);

/* What lists, tools and TBX call the same: "deprecatedTerm-admn-sts",
 * "do not use", "DNT". Preferred where the word says nothing. */
bl_term_status bl_term_status_said(bl_str word);
bl_term_case bl_term_case_said(bl_str word);

/* "yes", "true", "1". */
bool bl_term_says_yes(bl_str word);

/* Letters and digits alone, small: "Source Term" -> "sourceterm". Cut to
 * `room` - 1 bytes, with a NUL behind. */
enum { BL_PLAIN_SIZE = 40 };
void bl_term_plain(bl_str text, char out[BL_PLAIN_SIZE]);

#endif
