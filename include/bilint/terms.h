/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Term lists by themselves: read in any format, compiled, asked. An engine
 * needs none of this: it opens the lists that its configuration names.
 */
#ifndef BILINT_TERMS_H
#define BILINT_TERMS_H

#include "bilint/bilint.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct bilint_terms bilint_terms;

/** A term list: TBX, UTX, OmegaT glossary, CSV, TSV, or a compiled one. */
typedef struct bilint_term_file {
    uint32_t struct_size; /* sizeof(bilint_term_file) */
    uint32_t reserved;    /* 0 */
    const char *path;
    const char *source_lang; /* BCP 47, where the list does not say; may be */
    const char *target_lang; /* NULL */
} bilint_term_file;

/* Status of a bilint_term. Unknown values must be tolerated. */
#define BILINT_TERM_PREFERRED 0
#define BILINT_TERM_ADMITTED  1
#define BILINT_TERM_FORBIDDEN 2 /* deprecated and superseded ones too */
#define BILINT_TERM_KEPT      3 /* not to be translated */

/* Letter case of a bilint_term. Unknown values must be tolerated. */
#define BILINT_TERM_CASE_AUTO    0 /* short acronyms alone keep their case */
#define BILINT_TERM_CASE_ANY     1
#define BILINT_TERM_CASE_INITIAL 2 /* the first letter may be a capital */
#define BILINT_TERM_CASE_EXACT   3

/* Flags of bilint_term. */
#define BILINT_TERM_OF_SOURCE (1u << 0) /* looked for in sources */
#define BILINT_TERM_OF_TARGET (1u << 1) /* and in targets */

/** One way to say a concept. */
typedef struct bilint_term {
    uint32_t struct_size; /* sizeof(bilint_term) */
    uint32_t flags;       /* BILINT_TERM_OF_... */
    int32_t status;       /* BILINT_TERM_PREFERRED, ... */
    int32_t letter_case;  /* BILINT_TERM_CASE_... */
    const char *language; /* BCP 47; "" is any */
    const char *text;     /* UTF-8, not terminated */
    size_t size;
} bilint_term;

/** Counts of a list. */
typedef struct bilint_terms_summary {
    uint32_t struct_size; /* sizeof(bilint_terms_summary) */
    uint32_t concepts;
    uint32_t terms;
    uint32_t phrases; /* distinct terms, whatever their case and language */
    uint32_t words;   /* distinct words of them */
    uint32_t languages;
    uint64_t size; /* in bytes, as a compiled list */
} bilint_terms_summary;

/** Terms of one language in a list. */
typedef struct bilint_terms_language {
    uint32_t struct_size; /* sizeof(bilint_terms_language) */
    uint32_t flags;       /* BILINT_TERM_OF_... */
    const char *tag;      /* BCP 47; "" is any */
    uint32_t terms;
    uint32_t forbidden; /* how many of them */
} bilint_terms_language;

/**
 * Read lists as one. A single compiled list is mapped, and costs what is
 * looked at; several are taken together.
 *
 * @param abi    BILINT_ABI
 * @param files  pointers to what is to be read
 * @param count  of `files`; 1 at least
 * @param host   services of the caller, kept by pointer; its log is told of
 *               entries that are left out; may be NULL
 * @param out    receives the list; NULL on failure
 * @param err    receives the reason of a failure; may be NULL
 * @return BILINT_OK, E_ABI, E_ARGUMENT, E_CONFIG, E_DATA, E_IO, E_MEMORY
 *
 * [owner: *out is the caller's, bilint_terms_free()]
 * [thread: any]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_read(uint32_t abi, const bilint_term_file *const *files,
                  size_t count, const bilint_host *host, bilint_terms **out,
                  bilint_error *err);

/**
 * Write a list out.
 *
 * @param format   "blt", a compiled list for machines like this one, or "csv",
 *                 a row for each pair of terms that may answer each other
 * @param write    called with pieces of the file
 * @param context  passed through to `write`
 * @return BILINT_OK, E_ARGUMENT, E_DATA, E_IO, E_MEMORY
 *
 * [owner: the pieces are borrowed for each call of `write`]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_write(const bilint_terms *terms, const char *format,
                   bilint_write write, void *context, bilint_error *err);

/**
 * Counts of the list.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: nothing is kept]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_counts(const bilint_terms *terms, bilint_terms_summary *out);

/**
 * The language number `index`, counted from 0.
 *
 * @return BILINT_OK, E_ARGUMENT
 *
 * [owner: the string is the list's]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_language_get(const bilint_terms *terms, uint32_t index,
                          bilint_terms_language *out);

/**
 * The term number `index` of a concept, both counted from 0.
 *
 * @return BILINT_OK, E_ARGUMENT where the concept has no more, E_DATA where
 *         the compiled list is damaged
 *
 * [owner: strings are the list's]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_get(const bilint_terms *terms, uint32_t number, uint32_t index,
                 bilint_term *out);

/**
 * The next concept with a term that is `text` or begins with its words,
 * whatever its case and language.
 *
 * @param at      0 to begin with; the caller keeps it from call to call
 * @param number  receives the concept
 * @return BILINT_OK, E_ARGUMENT where there are no more, E_DATA, E_MEMORY
 *
 * [owner: borrows the string]
 * [thread: any, concurrently]
 * [since: 0.1]
 */
BILINT_API bilint_status BILINT_CALL
bilint_terms_find(const bilint_terms *terms, const char *text, size_t size,
                  uint32_t *at, uint32_t *number);

/**
 * Accepts NULL.
 *
 * [owner: takes the list]
 * [thread: one, when no other thread asks the list]
 * [since: 0.1]
 */
BILINT_API void BILINT_CALL bilint_terms_free(bilint_terms *terms);

#ifdef __cplusplus
}
#endif

#endif
