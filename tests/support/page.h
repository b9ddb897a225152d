/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A rule page (plugin/checks/<rule>.md) as data: its sections and examples.
 * What is wrong with the page itself is told while it is read.
 */
#ifndef SUPPORT_PAGE_H
#define SUPPORT_PAGE_H

#include "notation.h"

/* The sections of a page, in the order in which they come. */
typedef enum section {
    SECTION_NONE, /* before the first */
    SECTION_WHY,
    SECTION_REPORTED,
    SECTION_NOT_REPORTED,
    SECTION_OPTIONS,  /* may be left out */
    SECTION_MEASURED, /* may be left out while a rule is in preview */
    SECTION_COUNT
} section;

/* A "!" line, and the "=" line behind it. */
typedef struct expectation {
    const char *text;  /* 'altered source "4" target "5"' */
    const char *fixed; /* NULL: not said, or none */
    bool unfixed;      /* that there is no fix */
    unsigned line;
    unsigned fixed_line;
} expectation;

/* A source and its translation. */
typedef struct example_pair {
    side_text side[2]; /* by BILINT_SOURCE, BILINT_TARGET */
    expectation *wanted;
    size_t wanted_count;
    unsigned last_line; /* "!" lines belong behind it */
} example_pair;

typedef struct example {
    section in;
    unsigned line; /* of the fence */
    const char *lang[2];
    bool preserve;
    bool broken;        /* it cannot be run; that was told */
    const char *config; /* YAML; "" */
    const native *natives;
    const char *document; /* of a bilint xliff block; NULL elsewhere */
    example_pair *pairs;  /* of a document: one, for its expectations */
    size_t pair_count;
} example;

/* A block of another kind that the runner looks at. */
typedef struct page_block {
    const char *kind; /* "csv" or "yaml" */
    const char *name; /* of a csv block */
    const char *text;
    unsigned line;
} page_block;

typedef struct page {
    const char *path;
    const char **lines; /* lines[1] is the first */
    unsigned line_count;
    const char *title;                   /* behind "# " */
    const char *sections[SECTION_COUNT]; /* text of each; NULL: not there */
    example *examples;
    size_t example_count;
    page_block *blocks;
    size_t block_count;
    unsigned complaints; /* how often complain_at() was called */
} page;

/* False when the file cannot be read. */
bool page_read(page *p, const char *path);

/* "path:line: text" on stderr, counted. */
void complain_at(page *p, unsigned line, const char *format, ...);

#endif
