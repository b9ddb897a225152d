/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Term lists: which translation a term of the source must have, and which it
 * must not. Read from CSV or TSV, then only read, by any thread.
 */
#ifndef BL_LEXICON_TERMS_H
#define BL_LEXICON_TERMS_H

#include "base/arena.h"
#include "bilint/status.h"
#include "lexicon/phrases.h"
#include "text/chars.h"
#include "text/locale.h"

typedef enum bl_term_status {
    BL_TERM_PREFERRED,
    BL_TERM_ADMITTED,
    BL_TERM_FORBIDDEN /* deprecated ones too */
} bl_term_status;

/* One way to say a term in the target language. */
typedef struct bl_term_form {
    bl_str text;
    uint8_t status;  /* bl_term_status */
    uint32_t next;   /* another form of the same term; 0: none */
} bl_term_form;

/* A term of the source language. */
typedef struct bl_term {
    bl_str source; /* none: the forms are forbidden whatever the source */
    uint32_t forms; /* first of its forms */
    bool exact;     /* case counts */
} bl_term;

typedef struct bl_term_list {
    const bl_alloc *alloc;
    const bl_chars *chars;
    bl_arena text;
    bl_locale source; /* tag "" where the list does not say */
    bl_locale target;
    bl_phrases phrases; /* of the sources; the value of a sense is a term */
    bl_term *terms;     /* from 1 on */
    size_t term_count;
    size_t term_room;
    bl_term_form *forms; /* from 1 on */
    size_t form_count;
    size_t form_room;
    uint32_t anywhere; /* first of the forms forbidden by themselves */
    bool failed;
    struct bl_term_list *next;
} bl_term_list;

/*
 * Read a list. Columns are named by a first line (source, target, status,
 * note, case; or language tags), or are source, target and status. Several
 * targets are separated by |. Lines that make no sense are skipped and told
 * to `skipped`, which may be NULL.
 */
typedef void (*bl_terms_skipped)(void *context, const char *name,
                                 uint32_t line, const char *why);
bilint_status bl_terms_read(const bl_alloc *alloc, const bl_chars *chars,
                            const char *path, const char *source_lang,
                            const char *target_lang,
                            bl_terms_skipped skipped, void *context,
                            bl_term_list **out, bilint_error *err);
void bl_terms_free(bl_term_list *list);

/* Whether the list is for texts of these languages. */
bool bl_terms_apply(const bl_term_list *list, const bl_locale *source,
                    const bl_locale *target);

#endif
